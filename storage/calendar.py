"""The city's own calendar rows: holidays and make-up working days (调休)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import calendar_day

DayKind: TypeAlias = Literal["holiday", "makeup_workday"]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that is not what its weekday says."""

    day: date
    kind: DayKind
    name: str


async def calendar_days(conn: AsyncConnection) -> dict[date, DayKind]:
    """Return what the city has laid down for single days."""
    return {each.day: each.kind for each in await all_days(conn)}


async def all_days(conn: AsyncConnection) -> list[CalendarDay]:
    """Return the rows in the order of the days."""
    rows = await conn.execute(sa.select(calendar_day).order_by(calendar_day.c.day))
    return [CalendarDay(row.day, cast("DayKind", row.kind), row.name) for row in rows]


async def put(conn: AsyncConnection, day: CalendarDay) -> None:
    """Lay a day down, whatever was said of it before."""
    await conn.execute(sa.delete(calendar_day).where(calendar_day.c.day == day.day))
    await conn.execute(sa.insert(calendar_day).values(day=day.day, kind=day.kind, name=day.name))
