"""Deadlines that were moved, by an extension or after our own outage. Moves are added only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import deadline_move, outage

Cause: TypeAlias = Literal["extension", "outage"]
Moved: TypeAlias = tuple[int | None, Period]
"""What was moved: an indicator's row id, or None for the freeze; and the month."""


@dataclass(frozen=True)
class Move:
    """Where a deadline was moved to, why, and by which extension or outage."""

    indicator_id: int | None
    period: Period
    due_at: datetime
    cause: Cause
    extension_id: int | None
    outage_id: int | None
    at: datetime


@dataclass(frozen=True)
class Outage:
    """A time in which the bot was not looking at the clock."""

    id: int
    from_at: datetime
    until_at: datetime


async def add(conn: AsyncConnection, move: Move) -> None:
    """Record a move; the latest one of a deadline is in force."""
    await conn.execute(
        deadline_move.insert().values(
            indicator_id=move.indicator_id,
            period=str(move.period),
            due_at=move.due_at,
            cause=move.cause,
            extension_id=move.extension_id,
            outage_id=move.outage_id,
            at=move.at,
        )
    )


async def of_periods(conn: AsyncConnection, periods: Iterable[Period]) -> Mapping[Moved, Move]:
    """Return the move in force of every deadline of these months that was moved."""
    named = [str(period) for period in periods]
    return await _latest(conn, deadline_move.c.period.in_(named))


async def since(conn: AsyncConnection, moment: datetime) -> Mapping[Moved, Move]:
    """Return the move in force of every deadline that was ever moved to *moment* or later."""
    return await _latest(conn, deadline_move.c.due_at >= moment)


async def add_outage(conn: AsyncConnection, *, from_at: datetime, until_at: datetime) -> int:
    """Record an outage; return its id."""
    query = outage.insert().values(from_at=from_at, until_at=until_at).returning(outage.c.id)
    return (await conn.execute(query)).scalar_one()


async def outages_since(conn: AsyncConnection, moment: datetime) -> list[Outage]:
    """Return the outages that ended after a moment, oldest first."""
    query = sa.select(outage).where(outage.c.until_at > moment).order_by(outage.c.id)
    return [Outage(row.id, row.from_at, row.until_at) for row in await conn.execute(query)]


async def _latest(conn: AsyncConnection, condition: sa.ColumnElement[bool]) -> Mapping[Moved, Move]:
    query = sa.select(deadline_move).where(condition).order_by(deadline_move.c.id)
    moves = [_move(row) for row in await conn.execute(query)]
    return {(each.indicator_id, each.period): each for each in moves}


def _move(row: sa.Row[Any]) -> Move:
    return Move(
        row.indicator_id,
        Period.parse(row.period),
        row.due_at,
        row.cause,
        row.extension_id,
        row.outage_id,
        row.at,
    )
