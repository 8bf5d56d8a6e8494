"""The ledger (台账): entries and every step of theirs, added and never changed.

How an entry stands is its last event; a balance is computed from entries, never kept. Each step
has a number, so that of two people who take the same step one comes too late.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.ledger_course import OPEN, Origin, State
from storage.ledger_steps import EventKind
from storage.once import add_once
from storage.schema import ledger_entry, ledger_event, ledger_item


@dataclass(frozen=True, slots=True)
class Source:
    """What led to a proposal: a kind and the number there. One source scores once."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry and how it stands: what was said of it when it came, and its last event.

    *by* is whoever claimed or proposed it, None for the rules themselves. *steps* is the number
    of its last event, *since* the moment of it.
    """

    id: int
    item_id: int
    year: int
    unit_id: int
    origin: Origin
    by: int | None
    cases: Decimal
    level: str
    fact: str
    document: str
    fact_key: str
    valid_until: date | None
    source: Source | None
    reverses_id: int | None
    at: datetime
    state: State
    steps: int
    due_at: datetime | None
    since: datetime


@dataclass(frozen=True, slots=True)
class New:
    """What is said of an entry when it comes."""

    item_id: int
    unit_id: int
    origin: Origin
    by: int | None
    cases: Decimal
    level: str
    fact: str
    document: str
    fact_key: str
    valid_until: date | None = None
    source: Source | None = None
    reverses_id: int | None = None


async def add(
    conn: AsyncConnection,
    new: New,
    *,
    state: State,
    due_at: datetime | None,
    said: str | None = None,
    now: datetime,
) -> int | None:
    """Add an entry with its first event; return its number, or None if its source has scored."""
    values = {
        "ledger_item_id": new.item_id,
        "unit_id": new.unit_id,
        "origin": new.origin,
        "by": new.by,
        "cases": new.cases,
        "level": new.level,
        "fact": new.fact,
        "document": new.document,
        "fact_key": new.fact_key,
        "valid_until": new.valid_until,
        "source_kind": new.source.kind if new.source else None,
        "source_id": new.source.id if new.source else None,
        "reverses_id": new.reverses_id,
        "at": now,
    }
    own = ledger_entry.c
    unique = own.reverses_id if new.reverses_id else (own.source_kind, own.source_id)
    number: int | None = await add_once(conn, ledger_entry, values, unique=unique)
    if number is None:
        return None
    await conn.execute(
        sa.insert(ledger_event).values(
            ledger_entry_id=number,
            number=1,
            kind="open",
            state=state,
            by=new.by,
            said=said,
            due_at=due_at,
            at=now,
        )
    )
    return number


async def step(
    conn: AsyncConnection,
    found: Entry,
    kind: EventKind,
    target: State,
    *,
    by: int | None,
    said: str | None,
    due_at: datetime | None,
    now: datetime,
    unit_id: int | None = None,
    document: str | None = None,
) -> int | None:
    """Add the next step of an entry; return its event, or None if somebody was faster."""
    values = {
        "ledger_entry_id": found.id,
        "number": found.steps + 1,
        "kind": kind,
        "state": target,
        "by": by,
        "unit_id": unit_id,
        "said": said,
        "document": document,
        "due_at": due_at,
        "at": now,
    }
    unique = (ledger_event.c.ledger_entry_id, ledger_event.c.number)
    return await add_once(conn, ledger_event, values, unique=unique)


async def one(conn: AsyncConnection, number: int) -> Entry | None:
    """Return the entry of this number."""
    found = await _all(conn, ledger_entry.c.id == number)
    return found[0] if found else None


async def of_source(conn: AsyncConnection, source: Source) -> Entry | None:
    """Return the entry a source has led to, whatever became of it."""
    found = await _all(
        conn, ledger_entry.c.source_kind == source.kind, ledger_entry.c.source_id == source.id
    )
    return found[0] if found else None


async def reversal_of(conn: AsyncConnection, number: int) -> Entry | None:
    """Return the counter-entry that revoked an entry."""
    found = await _all(conn, ledger_entry.c.reverses_id == number)
    return found[0] if found else None


async def reversals_of(conn: AsyncConnection, numbers: Collection[int]) -> dict[str, Entry]:
    """Return the counter-entries of several entries, under the numbers of these as text."""
    found = await _all(conn, ledger_entry.c.reverses_id.in_(list(numbers))) if numbers else []
    return {str(each.reverses_id): each for each in found}


async def of_fact(conn: AsyncConnection, unit_id: int, key: str) -> list[Entry]:
    """Return what a unit has had entered for one fact, oldest first, counter-entries aside."""
    return await _all(
        conn,
        ledger_entry.c.unit_id == unit_id,
        ledger_entry.c.fact_key == key,
        ledger_entry.c.reverses_id.is_(None),
    )


async def of_unit(conn: AsyncConnection, unit_id: int, year: int) -> list[Entry]:
    """Return every entry of a unit in a year, oldest first, counter-entries among them."""
    return await _all(conn, ledger_entry.c.unit_id == unit_id, ledger_item.c.year == year)


async def of_year(conn: AsyncConnection, year: int) -> list[Entry]:
    """Return every entry of a year, oldest first, counter-entries aside."""
    return await _all(conn, ledger_item.c.year == year, ledger_entry.c.reverses_id.is_(None))


async def in_states(conn: AsyncConnection, states: Collection[State]) -> list[Entry]:
    """Return the entries that stand so, oldest first."""
    return await _all(
        conn, ledger_event.c.state.in_(list(states)), ledger_entry.c.reverses_id.is_(None)
    )


async def all_open(conn: AsyncConnection) -> list[Entry]:
    """Return the entries still under way, oldest first."""
    return await in_states(conn, OPEN)


async def due_before(
    conn: AsyncConnection, moment: datetime, states: Collection[State]
) -> list[Entry]:
    """Return the entries that stand so and whose term ends before a moment, oldest first."""
    return await _all(
        conn,
        ledger_event.c.state.in_(list(states)),
        ledger_event.c.due_at < moment,
        ledger_entry.c.reverses_id.is_(None),
    )


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Entry]:
    last = (
        sa.select(ledger_event.c.ledger_entry_id, sa.func.max(ledger_event.c.number).label("last"))
        .group_by(ledger_event.c.ledger_entry_id)
        .subquery()
    )
    query = (
        sa.select(
            ledger_entry,
            ledger_item.c.year,
            ledger_event.c.state,
            ledger_event.c.number,
            ledger_event.c.due_at,
            ledger_event.c.at.label("since"),
        )
        .join(ledger_item, ledger_item.c.id == ledger_entry.c.ledger_item_id)
        .join(last, last.c.ledger_entry_id == ledger_entry.c.id)
        .join(
            ledger_event,
            sa.and_(
                ledger_event.c.ledger_entry_id == ledger_entry.c.id,
                ledger_event.c.number == last.c.last,
            ),
        )
        .where(*clauses)
        .order_by(ledger_entry.c.id)
    )
    return [_entry(row) for row in await conn.execute(query)]


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        item_id=row.ledger_item_id,
        year=row.year,
        unit_id=row.unit_id,
        origin=row.origin,
        by=row.by,
        cases=row.cases,
        level=row.level,
        fact=row.fact,
        document=row.document,
        fact_key=row.fact_key,
        valid_until=row.valid_until,
        source=Source(row.source_kind, row.source_id) if row.source_kind else None,
        reverses_id=row.reverses_id,
        at=row.at,
        state=row.state,
        steps=row.number,
        due_at=row.due_at,
        since=row.since,
    )
