"""Restatements (重述): how a figure of a frozen month came to change, step by step.

What was asked for and why never changes; the state is a digest of the events and moves only from
the state the caller expects.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from scoring.restatements import OPEN, Deed, State
from storage.schema import restatement, restatement_event

EventKind: TypeAlias = Literal["open", Deed]


@dataclass(frozen=True, slots=True)
class Restatement:
    """One restatement: the cell, why, under which document, and how it stands since when."""

    id: int
    indicator_id: int
    unit_id: int
    period: Period
    dispute_id: int | None
    reason: str
    document: str | None
    proposed_by: int | None
    filing_id: int | None
    endorsed_by: int | None
    state: State
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a restatement, by whom and in which words."""

    id: int
    kind: EventKind
    by: int
    said: str | None
    at: datetime


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    unit_id: int,
    period: Period,
    dispute_id: int | None,
    reason: str,
    document: str | None,
    proposed_by: int | None,
    filing_id: int | None,
    state: State,
    by: int,
    due_at: datetime,
    now: datetime,
) -> int:
    """Add a restatement with its first event; return its number."""
    query = (
        sa.insert(restatement)
        .values(
            indicator_id=indicator_id,
            unit_id=unit_id,
            period=str(period),
            dispute_id=dispute_id,
            reason=reason,
            document=document,
            proposed_by=proposed_by,
            filing_id=filing_id,
            state=state,
            due_at=due_at,
        )
        .returning(restatement.c.id)
    )
    number = int((await conn.execute(query)).scalar_one())
    await _add_event(conn, number, "open", by=by, said=reason, now=now)
    return number


async def move(
    conn: AsyncConnection,
    number: int,
    kind: EventKind,
    target: State,
    *,
    expected: Collection[State],
    by: int,
    said: str | None,
    due_at: datetime,
    now: datetime,
    **facts: Any,  # noqa: ANN401 - columns of the row
) -> bool:
    """Move a restatement and say who did it; *facts* are what became known by it.

    Returns False, and writes nothing, unless it is in one of the *expected* states.
    """
    moved = await conn.execute(
        sa.update(restatement)
        .where(restatement.c.id == number, restatement.c.state.in_(list(expected)))
        .values(state=target, due_at=due_at, **facts)
    )
    if moved.rowcount != 1:
        return False
    await _add_event(conn, number, kind, by=by, said=said, now=now)
    return True


async def one(conn: AsyncConnection, number: int) -> Restatement | None:
    """Return the restatement of this number."""
    found = await _all(conn, restatement.c.id == number)
    return found[0] if found else None


async def by_filing(conn: AsyncConnection, filing_id: int) -> Restatement | None:
    """Return the open restatement a column was filed for, if it was."""
    found = await _all(
        conn, restatement.c.filing_id == filing_id, restatement.c.state.in_(list(OPEN))
    )
    return found[0] if found else None


async def open_of_cell(
    conn: AsyncConnection, indicator_id: int, unit_id: int, period: Period
) -> Restatement | None:
    """Return the restatement of one figure that is under way, if there is one."""
    found = await _all(
        conn,
        restatement.c.indicator_id == indicator_id,
        restatement.c.unit_id == unit_id,
        restatement.c.period == str(period),
        restatement.c.state.in_(list(OPEN)),
    )
    return found[0] if found else None


async def of_dispute(conn: AsyncConnection, dispute_id: int) -> Restatement | None:
    """Return the last restatement a dispute led to."""
    found = await _all(conn, restatement.c.dispute_id == dispute_id)
    return found[-1] if found else None


async def all_open(conn: AsyncConnection) -> list[Restatement]:
    """Return every restatement that waits for somebody, oldest first."""
    return await _all(conn, restatement.c.state.in_(list(OPEN)))


async def all_done(conn: AsyncConnection) -> list[Restatement]:
    """Return every restatement that was carried out, oldest first."""
    return await _all(conn, restatement.c.state == "done")


async def latest(conn: AsyncConnection, most: int) -> list[Restatement]:
    """Return the last restatements, newest first."""
    query = sa.select(restatement).order_by(restatement.c.id.desc()).limit(most)
    return [_restatement(row) for row in await conn.execute(query)]


async def events_of(conn: AsyncConnection, number: int) -> list[Event]:
    """Return every step of a restatement, oldest first."""
    query = sa.select(restatement_event).where(restatement_event.c.restatement_id == number)
    found = await conn.execute(query.order_by(restatement_event.c.id))
    return [Event(row.id, row.kind, row.by, row.said, row.at) for row in found]


async def _add_event(
    conn: AsyncConnection, number: int, kind: EventKind, *, by: int, said: str | None, now: datetime
) -> None:
    await conn.execute(
        sa.insert(restatement_event).values(
            restatement_id=number, kind=kind, by=by, said=said, at=now
        )
    )


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Restatement]:
    query = sa.select(restatement).where(*clauses).order_by(restatement.c.id)
    return [_restatement(row) for row in await conn.execute(query)]


def _restatement(row: sa.Row[Any]) -> Restatement:
    return Restatement(
        id=row.id,
        indicator_id=row.indicator_id,
        unit_id=row.unit_id,
        period=Period.parse(row.period),
        dispute_id=row.dispute_id,
        reason=row.reason,
        document=row.document,
        proposed_by=row.proposed_by,
        filing_id=row.filing_id,
        endorsed_by=row.endorsed_by,
        state=row.state,
        due_at=row.due_at,
    )
