"""Matters: what a unit is led through step by step, with everything done and sent in them.

What was opened, by whom and about what never changes. The state is a digest of the events and
moves only from the state the caller expects, so that a second press changes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import matter, matter_event, matter_file

FileKind: TypeAlias = Literal["photo", "voice", "document"]


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: whose, what for, where it stands since when, and by when somebody must act.

    *person_id* is the one named to check it, or to whom it is addressed instead of a unit's desk;
    *about* is what it was opened under ("unit:T01.2013-09").
    """

    id: int
    course: str
    unit_id: int
    title: str
    source: str | None
    opened_by: int
    opened_at: datetime
    person_id: int | None
    about: str | None
    finish_by: datetime | None
    state: str
    since: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done; *side* is as what it was done, *by* None where the clock did it."""

    id: int
    kind: str
    by: int | None
    side: str
    said: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class File:
    """A photo, voice message or document that somebody of a side sent."""

    side: str
    kind: FileKind
    file_id: str
    unique_id: str


async def add(
    conn: AsyncConnection,
    course: str,
    *,
    unit_id: int,
    title: str,
    state: str,
    opened_by: int,
    side: str,
    due_at: datetime | None,
    now: datetime,
    source: str | None = None,
    person_id: int | None = None,
    finish_by: datetime | None = None,
    about: str | None = None,
) -> Matter:
    """Open a matter with its first event. Raises IntegrityError if its *source* has one already."""
    query = (
        sa.insert(matter)
        .values(
            course=course,
            unit_id=unit_id,
            title=title,
            source=source,
            opened_by=opened_by,
            opened_at=now,
            person_id=person_id,
            about=about,
            finish_by=finish_by,
            state=state,
            since=now,
            due_at=due_at,
        )
        .returning(matter)
    )
    row = (await conn.execute(query)).one()
    await note(conn, row.id, "open", by=opened_by, side=side, said=None, now=now)
    return _matter(row)


async def move(
    conn: AsyncConnection,
    matter_id: int,
    target: str,
    *,
    expected: str,
    since: datetime,
    person_id: int | None,
    due_at: datetime | None,
    now: datetime,
) -> bool:
    """Move a matter on; False, and nothing is written, unless it stands as it did *since* then."""
    moved = await conn.execute(
        sa.update(matter)
        .where(matter.c.id == matter_id, matter.c.state == expected, matter.c.since == since)
        .values(state=target, since=now, due_at=due_at, person_id=person_id)
    )
    return moved.rowcount == 1


async def stands(conn: AsyncConnection, found: Matter) -> bool:
    """Whether a matter still stands as it was read."""
    there = await one(conn, found.id)
    return there is not None and (there.state, there.since) == (found.state, found.since)


async def prolong(
    conn: AsyncConnection,
    found: Matter,
    *,
    finish_by: datetime,
    due_at: datetime | None,
) -> bool:
    """Set another last day without a step: False unless the matter stands as it was read."""
    moved = await conn.execute(
        sa.update(matter)
        .where(
            matter.c.id == found.id, matter.c.state == found.state, matter.c.since == found.since
        )
        .values(finish_by=finish_by, due_at=due_at)
    )
    return moved.rowcount == 1


async def put_off(conn: AsyncConnection, matter_id: int, *, finish_by: datetime) -> None:
    """Set another day for the whole of a matter; the step that follows sets its state's term."""
    await conn.execute(
        sa.update(matter).where(matter.c.id == matter_id).values(finish_by=finish_by)
    )


async def note(
    conn: AsyncConnection,
    matter_id: int,
    kind: str,
    *,
    by: int | None,
    side: str,
    said: str | None,
    now: datetime,
) -> int:
    """Add an event and return its id."""
    added = await conn.execute(
        sa.insert(matter_event)
        .values(matter_id=matter_id, kind=kind, by=by, side=side, said=said, at=now)
        .returning(matter_event.c.id)
    )
    return int(added.scalar_one())


async def add_files(conn: AsyncConnection, matter_id: int, files: Sequence[File]) -> None:
    """Keep what somebody sent for a matter."""
    for each in files:
        await conn.execute(
            sa.insert(matter_file).values(
                matter_id=matter_id,
                side=each.side,
                kind=each.kind,
                file_id=each.file_id,
                unique_id=each.unique_id,
            )
        )


async def files_of(conn: AsyncConnection, matter_id: int) -> list[File]:
    """Return the files of a matter in the order they came."""
    query = sa.select(matter_file).where(matter_file.c.matter_id == matter_id)
    found = await conn.execute(query.order_by(matter_file.c.id))
    return [File(row.side, row.kind, row.file_id, row.unique_id) for row in found]


async def events_of(conn: AsyncConnection, matter_id: int) -> list[Event]:
    """Return everything done in a matter, oldest first."""
    query = sa.select(matter_event).where(matter_event.c.matter_id == matter_id)
    found = await conn.execute(query.order_by(matter_event.c.id))
    return [Event(row.id, row.kind, row.by, row.side, row.said, row.at) for row in found]


async def one(conn: AsyncConnection, matter_id: int) -> Matter | None:
    """Return the matter of this number."""
    found = await _all(conn, matter.c.id == matter_id)
    return found[0] if found else None


async def from_source(conn: AsyncConnection, source: str) -> Matter | None:
    """Return what was opened because of something, if anything was."""
    found = await _all(conn, matter.c.source == source)
    return found[0] if found else None


async def in_states(conn: AsyncConnection, course: str, states: Collection[str]) -> list[Matter]:
    """Return the matters of a course that stand so, oldest first."""
    return await _all(conn, matter.c.course == course, matter.c.state.in_(list(states)))


async def of_course(conn: AsyncConnection, course: str) -> list[Matter]:
    """Return every matter of a course, oldest first."""
    return await _all(conn, matter.c.course == course)


async def of_unit(conn: AsyncConnection, course: str, unit_id: int) -> list[Matter]:
    """Return a unit's matters of a course, oldest first."""
    return await _all(conn, matter.c.course == course, matter.c.unit_id == unit_id)


async def times(conn: AsyncConnection, matter_ids: Collection[int], kind: str) -> dict[int, int]:
    """Return how often something happened in each of these matters, where it ever did."""
    query = (
        sa.select(matter_event.c.matter_id, sa.func.count().label("n"))
        .where(matter_event.c.matter_id.in_(list(matter_ids)), matter_event.c.kind == kind)
        .group_by(matter_event.c.matter_id)
    )
    return {row.matter_id: row.n for row in await conn.execute(query)}


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Matter]:
    query = sa.select(matter).where(*clauses).order_by(matter.c.id)
    return [_matter(row) for row in await conn.execute(query)]


def _matter(row: sa.Row[Any]) -> Matter:
    return Matter(
        id=row.id,
        course=row.course,
        unit_id=row.unit_id,
        title=row.title,
        source=row.source,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        person_id=row.person_id,
        about=row.about,
        finish_by=row.finish_by,
        state=row.state,
        since=row.since,
        due_at=row.due_at,
    )
