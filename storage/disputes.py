"""Disputes (异议): what an assessed unit holds against a figure, and everything said since.

What was disputed, by whom and why never changes. The state is a digest of the events and moves
only from the state the caller expects, so that a second press changes nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.disputes import OPEN, Deed, State
from scoring.model import Period
from storage.schema import dispute, dispute_event, dispute_file

EventKind: TypeAlias = Literal["raise", Deed, "corrected", "replaced", "to_office", "lapse"]
FileKind: TypeAlias = Literal["photo", "voice", "document"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute: the cell, the version disputed, and how it stands since when.

    *wanted* is the figure the unit thinks right, as it is to be shown; *since* is when those
    awaited could first have read of it.
    """

    id: int
    indicator_id: int
    unit_id: int
    period: Period
    reading_id: int
    raised_by: int
    raised_at: datetime
    wanted: str | None
    reason: str
    state: State
    since: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done in a dispute; *by* is None where a clock did it."""

    id: int
    kind: EventKind
    by: int | None
    said: str | None
    filing_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class File:
    """A photo, voice message or document that came with a dispute."""

    kind: FileKind
    file_id: str
    unique_id: str


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    unit_id: int,
    period: Period,
    reading_id: int,
    raised_by: int,
    wanted: str | None,
    reason: str,
    due_at: datetime | None,
    now: datetime,
) -> Dispute:
    """Add a dispute with its first event."""
    query = (
        sa.insert(dispute)
        .values(
            indicator_id=indicator_id,
            unit_id=unit_id,
            period=str(period),
            reading_id=reading_id,
            raised_by=raised_by,
            raised_at=now,
            wanted=wanted,
            reason=reason,
            state="raised",
            since=now,
            due_at=due_at,
        )
        .returning(dispute)
    )
    row = (await conn.execute(query)).one()
    await _add_event(conn, row.id, "raise", by=raised_by, said=reason, filing_id=None, now=now)
    return _dispute(row)


async def move(
    conn: AsyncConnection,
    dispute_id: int,
    kind: EventKind,
    target: State,
    *,
    expected: Collection[State],
    by: int | None,
    said: str | None,
    due_at: datetime | None,
    now: datetime,
    filing_id: int | None = None,
) -> bool:
    """Move a dispute and say who did what, why, and until when the next side has time.

    Returns False, and writes nothing, unless it is in one of the *expected* states.
    """
    moved = await conn.execute(
        sa.update(dispute)
        .where(dispute.c.id == dispute_id, dispute.c.state.in_(list(expected)))
        .values(state=target, since=now, due_at=due_at)
    )
    if moved.rowcount != 1:
        return False
    await _add_event(conn, dispute_id, kind, by=by, said=said, filing_id=filing_id, now=now)
    return True


async def add_file(conn: AsyncConnection, dispute_id: int, sent: File) -> None:
    """Attach a file to a dispute."""
    await conn.execute(
        sa.insert(dispute_file).values(
            dispute_id=dispute_id,
            kind=sent.kind,
            file_id=sent.file_id,
            unique_id=sent.unique_id,
        )
    )


async def files_of(conn: AsyncConnection, dispute_id: int) -> list[File]:
    """Return the files of a dispute in the order they came."""
    query = sa.select(dispute_file).where(dispute_file.c.dispute_id == dispute_id)
    found = await conn.execute(query.order_by(dispute_file.c.id))
    return [File(row.kind, row.file_id, row.unique_id) for row in found]


async def one(conn: AsyncConnection, dispute_id: int) -> Dispute | None:
    """Return the dispute of this number."""
    found = await _all(conn, dispute.c.id == dispute_id)
    return found[0] if found else None


async def events_of(conn: AsyncConnection, dispute_id: int) -> list[Event]:
    """Return everything done in a dispute, oldest first."""
    query = sa.select(dispute_event).where(dispute_event.c.dispute_id == dispute_id)
    found = await conn.execute(query.order_by(dispute_event.c.id))
    return [Event(row.id, row.kind, row.by, row.said, row.filing_id, row.at) for row in found]


async def all_open(conn: AsyncConnection) -> list[Dispute]:
    """Return every dispute that waits for somebody, oldest first."""
    return await _all(conn, dispute.c.state.in_(list(OPEN)))


async def open_of_period(
    conn: AsyncConnection, indicator_ids: Iterable[int], period: Period
) -> list[Dispute]:
    """Return the open disputes about a month's figures of these indicators, oldest first."""
    return await _all(
        conn,
        dispute.c.indicator_id.in_(list(indicator_ids)),
        dispute.c.period == str(period),
        dispute.c.state.in_(list(OPEN)),
    )


async def of_cell(
    conn: AsyncConnection, indicator_id: int, unit_id: int, period: Period
) -> list[Dispute]:
    """Return every dispute there ever was about one figure of one unit, oldest first."""
    return await _all(
        conn,
        dispute.c.indicator_id == indicator_id,
        dispute.c.unit_id == unit_id,
        dispute.c.period == str(period),
    )


async def of_unit(conn: AsyncConnection, unit_id: int, period: Period | None) -> list[Dispute]:
    """Return the disputes a unit has raised, about one month or about all, oldest first."""
    about = [dispute.c.period == str(period)] if period else []
    return await _all(conn, dispute.c.unit_id == unit_id, *about)


async def of_indicators(conn: AsyncConnection, indicator_ids: Iterable[int]) -> list[Dispute]:
    """Return the disputes about the figures of these indicators, oldest first."""
    return await _all(conn, dispute.c.indicator_id.in_(list(indicator_ids)))


async def by_filing(conn: AsyncConnection, filing_id: int) -> Dispute | None:
    """Return the dispute a column was filed to settle, if it was."""
    query = (
        sa.select(dispute)
        .join(dispute_event, dispute_event.c.dispute_id == dispute.c.id)
        .where(dispute_event.c.filing_id == filing_id)
        .limit(1)
    )
    row = (await conn.execute(query)).first()
    return None if row is None else _dispute(row)


async def _add_event(
    conn: AsyncConnection,
    dispute_id: int,
    kind: EventKind,
    *,
    by: int | None,
    said: str | None,
    filing_id: int | None,
    now: datetime,
) -> None:
    await conn.execute(
        sa.insert(dispute_event).values(
            dispute_id=dispute_id, kind=kind, by=by, said=said, filing_id=filing_id, at=now
        )
    )


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Dispute]:
    query = sa.select(dispute).where(*clauses).order_by(dispute.c.id)
    return [_dispute(row) for row in await conn.execute(query)]


def _dispute(row: sa.Row[Any]) -> Dispute:
    return Dispute(
        id=row.id,
        indicator_id=row.indicator_id,
        unit_id=row.unit_id,
        period=Period.parse(row.period),
        reading_id=row.reading_id,
        raised_by=row.raised_by,
        raised_at=row.raised_at,
        wanted=row.wanted,
        reason=row.reason,
        state=row.state,
        since=row.since,
        due_at=row.due_at,
    )
