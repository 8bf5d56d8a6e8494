"""More time for a matter (延期): each request with its one answer. Added only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.respites import GRANTED, MOST, Outcome
from storage.once import add_once
from storage.schema import respite, respite_answer, respite_limit


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request: the new last day if there is one, or why not."""

    outcome: Outcome
    by: int | None
    until_at: datetime | None
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Respite:
    """A request: of whom, from which day to which, why; *answer* is None while it waits."""

    id: int
    matter_id: int
    asked_by: int
    asked_at: datetime
    old_at: datetime
    wanted_at: datetime
    reason: str
    answer: Answer | None

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to answer."""
        return self.answer is None

    @property
    def is_granted(self) -> bool:
        """Whether it moved the last day."""
        return self.answer is not None and self.answer.outcome in GRANTED


async def add(
    conn: AsyncConnection,
    matter_id: int,
    *,
    by: int,
    old_at: datetime,
    wanted_at: datetime,
    reason: str,
    now: datetime,
) -> Respite:
    """Record a request."""
    query = (
        sa.insert(respite)
        .values(
            matter_id=matter_id,
            asked_by=by,
            asked_at=now,
            old_at=old_at,
            wanted_at=wanted_at,
            reason=reason,
        )
        .returning(respite.c.id)
    )
    number = int((await conn.execute(query)).scalar_one())
    return Respite(number, matter_id, by, now, old_at, wanted_at, reason, None)


async def answer(conn: AsyncConnection, respite_id: int, said: Answer) -> bool:
    """Record the answer to a request; False, and nothing is written, if it has one."""
    values = {
        "respite_id": respite_id,
        "outcome": said.outcome,
        "by": said.by,
        "until_at": said.until_at,
        "reason": said.reason,
        "at": said.at,
    }
    key = respite_answer.c.respite_id
    return await add_once(conn, respite_answer, values, unique=key) is not None


async def one(conn: AsyncConnection, respite_id: int) -> Respite | None:
    """Return the request of this number."""
    found = await _all(conn, respite.c.id == respite_id)
    return found[0] if found else None


async def of_matter(conn: AsyncConnection, matter_id: int) -> list[Respite]:
    """Return every request about a matter, oldest first."""
    return await _all(conn, respite.c.matter_id == matter_id)


async def waiting(conn: AsyncConnection) -> list[Respite]:
    """Return every request that has no answer, oldest first."""
    return await _all(conn, respite_answer.c.respite_id.is_(None))


async def most(conn: AsyncConnection, course: str) -> int:
    """Return how often one matter of a course may be given more time."""
    query = (
        sa.select(respite_limit.c.most)
        .where(respite_limit.c.course == course)
        .order_by(respite_limit.c.id.desc())
        .limit(1)
    )
    found = await conn.scalar(query)
    return MOST if found is None else int(found)


async def set_most(
    conn: AsyncConnection, course: str, most_times: int, *, by: int, now: datetime
) -> None:
    """Let each matter of a course be given more time so often from now on."""
    await conn.execute(
        sa.insert(respite_limit).values(course=course, most=most_times, by=by, at=now)
    )


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Respite]:
    query = (
        sa.select(
            respite,
            respite_answer.c.outcome,
            respite_answer.c.by,
            respite_answer.c.until_at,
            respite_answer.c.reason.label("said"),
            respite_answer.c.at,
        )
        .outerjoin(respite_answer, respite_answer.c.respite_id == respite.c.id)
        .where(*clauses)
        .order_by(respite.c.id)
    )
    return [_respite(row) for row in await conn.execute(query)]


def _respite(row: sa.Row[Any]) -> Respite:
    said = Answer(row.outcome, row.by, row.until_at, row.said, row.at) if row.outcome else None
    return Respite(
        row.id,
        row.matter_id,
        row.asked_by,
        row.asked_at,
        row.old_at,
        row.wanted_at,
        row.reason,
        said,
    )
