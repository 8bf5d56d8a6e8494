"""Steps of ledger entries, read back in the order they were taken; `storage.ledger` adds them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.ledger_course import Deed, State
from storage.schema import ledger_event

EventKind: TypeAlias = Literal["open", "run_out", Deed]


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an entry: by whom, speaking for which unit, and in which words."""

    id: int
    number: int
    kind: EventKind
    state: State
    by: int | None
    unit_id: int | None
    said: str | None
    due_at: datetime | None
    at: datetime
    document: str = ""


async def of_one(conn: AsyncConnection, number: int) -> list[Event]:
    """Return every step of an entry, oldest first."""
    return (await of_all(conn, [number])).get(number, [])


async def of_all(conn: AsyncConnection, numbers: Iterable[int]) -> dict[int, list[Event]]:
    """Return the steps of several entries under their numbers, each oldest first."""
    query = sa.select(ledger_event).where(ledger_event.c.ledger_entry_id.in_(list(numbers)))
    events: dict[int, list[Event]] = {}
    for row in await conn.execute(query.order_by(ledger_event.c.number)):
        events.setdefault(row.ledger_entry_id, []).append(_event(row))
    return events


async def newest(conn: AsyncConnection) -> int:
    """Return the id of the last step taken anywhere, 0 before the first."""
    return await conn.scalar(sa.select(sa.func.max(ledger_event.c.id))) or 0


def _event(row: sa.Row[Any]) -> Event:
    how = (row.id, row.number, row.kind, row.state)
    words = (row.said, row.due_at, row.at, row.document or "")
    return Event(*how, row.by, row.unit_id, *words)
