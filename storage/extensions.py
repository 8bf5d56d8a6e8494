"""Requests for more time (申请延期) and everything that was answered to them. Added only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import extension, extension_event

ExtensionEventKind: TypeAlias = Literal[
    "asked", "countered", "agreed", "accepted", "declined", "refused", "withdrawn", "filed"
]
OPEN: frozenset[ExtensionEventKind] = frozenset({"asked", "countered"})
GRANTED: frozenset[ExtensionEventKind] = frozenset({"agreed", "accepted"})


@dataclass(frozen=True)
class ExtensionEvent:
    """One thing that was said: who, when, until when, and why."""

    number: int
    kind: ExtensionEventKind
    by: int | None
    until_at: datetime | None
    reason: str | None
    at: datetime


@dataclass(frozen=True)
class Extension:
    """One request with its whole story; the last event says how it stands."""

    id: int
    indicator_id: int
    period: Period
    asked_by: int
    due_at: datetime
    asked_at: datetime
    reason: str
    events: tuple[ExtensionEvent, ...]

    @property
    def last(self) -> ExtensionEvent:
        """What was said last."""
        return self.events[-1]

    @property
    def state(self) -> ExtensionEventKind:
        """How the request stands."""
        return self.last.kind

    @property
    def is_open(self) -> bool:
        """Whether somebody is still to answer."""
        return self.state in OPEN

    @property
    def wanted_at(self) -> datetime:
        """Until when time was asked for."""
        return self.events[0].until_at or self.due_at

    @property
    def offered_at(self) -> datetime:
        """The moment that is on the table now."""
        said = [each.until_at for each in self.events if each.until_at is not None]
        return said[-1] if said else self.due_at


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    period: Period,
    asked_by: int,
    due_at: datetime,
    until_at: datetime,
    reason: str,
    now: datetime,
) -> int:
    """Record a request and return its id."""
    query = (
        extension.insert()
        .values(
            indicator_id=indicator_id,
            period=str(period),
            asked_by=asked_by,
            due_at=due_at,
            asked_at=now,
            reason=reason,
        )
        .returning(extension.c.id)
    )
    extension_id = (await conn.execute(query)).scalar_one()
    first = ExtensionEvent(1, "asked", asked_by, until_at, reason, now)
    await add_event(conn, extension_id, first)
    return extension_id


async def add_event(conn: AsyncConnection, extension_id: int, event: ExtensionEvent) -> None:
    """Record what was said; raises IntegrityError if somebody else said that number first."""
    await conn.execute(
        extension_event.insert().values(
            extension_id=extension_id,
            number=event.number,
            kind=event.kind,
            by=event.by,
            until_at=event.until_at,
            reason=event.reason,
            at=event.at,
        )
    )


async def one(conn: AsyncConnection, extension_id: int) -> Extension | None:
    """Return a request by its id."""
    found = await _extensions(conn, extension.c.id == extension_id)
    return found[0] if found else None


async def of_cell(conn: AsyncConnection, indicator_id: int, period: Period) -> list[Extension]:
    """Return every request about one indicator and month, oldest first."""
    return await _extensions(
        conn, extension.c.indicator_id == indicator_id, extension.c.period == str(period)
    )


async def all_open(conn: AsyncConnection) -> list[Extension]:
    """Return every request that somebody is still to answer, oldest first."""
    closing = set(get_args(ExtensionEventKind)) - OPEN
    over = sa.select(extension_event.c.extension_id).where(extension_event.c.kind.in_(closing))
    return await _extensions(conn, extension.c.id.not_in(over))


async def latest(
    conn: AsyncConnection, *, limit: int, indicator_ids: Iterable[int] | None = None
) -> list[Extension]:
    """Return the newest requests, newest first; of some indicators or of all."""
    query = sa.select(extension.c.id).order_by(extension.c.id.desc()).limit(limit)
    if indicator_ids is not None:
        query = query.where(extension.c.indicator_id.in_(list(indicator_ids)))
    ids = list(await conn.scalars(query))
    return (await _extensions(conn, extension.c.id.in_(ids)))[::-1]


async def _extensions(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[Extension]:
    rows = (await conn.execute(sa.select(extension).where(*where).order_by(extension.c.id))).all()
    query = (
        sa.select(extension_event)
        .where(extension_event.c.extension_id.in_([row.id for row in rows]))
        .order_by(extension_event.c.extension_id, extension_event.c.number)
    )
    events: dict[int, list[ExtensionEvent]] = {}
    for row in await conn.execute(query):
        said = ExtensionEvent(row.number, row.kind, row.by, row.until_at, row.reason, row.at)
        events.setdefault(row.extension_id, []).append(said)
    return [_extension(row, events[row.id]) for row in rows]


def _extension(row: sa.Row[Any], events: Sequence[ExtensionEvent]) -> Extension:
    return Extension(
        row.id,
        row.indicator_id,
        Period.parse(row.period),
        row.asked_by,
        row.due_at,
        row.asked_at,
        row.reason,
        tuple(events),
    )
