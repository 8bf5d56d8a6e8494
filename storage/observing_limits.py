"""How much may be observed: the most a day for everybody, and who may not for a while."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import observation, observer_ban, observing_limit

DAILY_MOST = 20
BanDeed: TypeAlias = Literal["ban", "lift"]


@dataclass(frozen=True, slots=True)
class Ban:
    """Until when somebody may not observe, and why."""

    person_id: int
    reason: str
    until: datetime
    by: int
    at: datetime


async def daily_most(conn: AsyncConnection) -> int:
    """Return how many observations one person may report a day."""
    query = sa.select(observing_limit.c.daily_most).order_by(observing_limit.c.id.desc()).limit(1)
    return await conn.scalar(query) or DAILY_MOST


async def set_daily_most(conn: AsyncConnection, most: int, *, by: int, now: datetime) -> None:
    """Let so many be reported a day from now on."""
    await conn.execute(sa.insert(observing_limit).values(daily_most=most, by=by, at=now))


async def count_since(conn: AsyncConnection, observer_id: int, since: datetime) -> int:
    """Return how many observations a person has reported from a moment on."""
    query = (
        sa.select(sa.func.count())
        .select_from(observation)
        .where(observation.c.observer_id == observer_id, observation.c.filed_at >= since)
    )
    return await conn.scalar(query) or 0


async def add_ban(
    conn: AsyncConnection,
    person_id: int,
    deed: BanDeed,
    *,
    reason: str,
    until: datetime | None,
    by: int,
    now: datetime,
) -> None:
    """Let a person not observe until a moment, or again at once."""
    await conn.execute(
        sa.insert(observer_ban).values(
            person_id=person_id, deed=deed, reason=reason, until=until, by=by, at=now
        )
    )


async def ban_of(conn: AsyncConnection, person_id: int, *, at: datetime) -> Ban | None:
    """Return why a person may not observe at a moment; None if they may."""
    query = (
        sa.select(observer_ban)
        .where(observer_ban.c.person_id == person_id, observer_ban.c.at <= at)
        .order_by(observer_ban.c.id.desc())
        .limit(1)
    )
    row = (await conn.execute(query)).first()
    if row is None or row.deed == "lift" or row.until is None or row.until <= at:
        return None
    return Ban(row.person_id, row.reason, row.until, row.by, row.at)


async def banned(conn: AsyncConnection, *, at: datetime) -> list[Ban]:
    """Return everybody who may not observe at a moment, the latest first."""
    query = sa.select(observer_ban.c.person_id).distinct()
    found = [await ban_of(conn, each, at=at) for each in list(await conn.scalars(query))]
    return sorted((each for each in found if each), key=lambda each: each.at, reverse=True)
