"""Quarterly feedback reports as they were released, and what the office says and sets for them.

A report's numbers are kept as they went out. Nothing here is ever changed: a newer remark or
minimum is another row, and a quarter is released once.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.feedback import LEAST
from storage.once import add_once
from storage.schema import (
    feedback_least,
    feedback_remark,
    feedback_report,
    observation,
    observation_event,
    observation_join,
    person,
    role,
)


@dataclass(frozen=True, slots=True)
class Released:
    """A report that went out: *book* and *told* are JSON, whole and as far as units were told."""

    quarter: str
    book: str
    told: str
    digest: str
    remark: str
    by: int
    at: datetime


async def release(
    conn: AsyncConnection,
    quarter: str,
    *,
    book: str,
    told: str,
    digest: str,
    remark: str,
    by: int,
    now: datetime,
) -> bool:
    """Keep a report as released; return False, and keep nothing, if its quarter was before."""
    row = {
        "quarter": quarter,
        "book": book,
        "told": told,
        "digest": digest,
        "remark": remark,
        "by": by,
        "at": now,
    }
    added = await add_once(conn, feedback_report, row, unique=feedback_report.c.quarter)
    return added is not None


async def released(conn: AsyncConnection, quarter: str) -> Released | None:
    """Return the report of a quarter as it was released, or None."""
    query = sa.select(feedback_report).where(feedback_report.c.quarter == quarter)
    row = (await conn.execute(query)).first()
    if row is None:
        return None
    return Released(row.quarter, row.book, row.told, row.digest, row.remark, row.by, row.at)


async def released_quarters(conn: AsyncConnection) -> list[str]:
    """Return the quarters whose reports were released, the newest first."""
    query = sa.select(feedback_report.c.quarter).order_by(feedback_report.c.quarter.desc())
    return list(await conn.scalars(query))


async def remark(conn: AsyncConnection, quarter: str) -> str:
    """Return what the office says of a quarter by now; empty where it says nothing."""
    query = (
        sa.select(feedback_remark.c.said)
        .where(feedback_remark.c.quarter == quarter)
        .order_by(feedback_remark.c.id.desc())
        .limit(1)
    )
    return await conn.scalar(query) or ""


async def add_remark(
    conn: AsyncConnection, quarter: str, said: str, *, by: int, now: datetime
) -> None:
    """Let the office say this of a quarter from now on."""
    await conn.execute(sa.insert(feedback_remark).values(quarter=quarter, said=said, by=by, at=now))


async def least(conn: AsyncConnection) -> int:
    """Return of how many a rate needs at least to be shown."""
    query = sa.select(feedback_least.c.least).order_by(feedback_least.c.id.desc()).limit(1)
    return await conn.scalar(query) or LEAST


async def set_least(conn: AsyncConnection, number: int, *, by: int, now: datetime) -> None:
    """Let rates need so many from now on."""
    await conn.execute(sa.insert(feedback_least).values(least=number, by=by, at=now))


async def has_events(conn: AsyncConnection, since: datetime, until: datetime) -> bool:
    """Whether anything was done with any observation in [since, until)."""
    query = sa.select(observation_event.c.id).where(
        observation_event.c.at >= since, observation_event.c.at < until
    )
    return await conn.scalar(query.limit(1)) is not None


async def observers(conn: AsyncConnection) -> list[str]:
    """Return the names of everybody who observes, has reported or has joined, each once."""
    ids = sa.union(
        sa.select(role.c.person_id).where(role.c.kind == "observer"),
        sa.select(observation.c.observer_id),
        sa.select(observation_join.c.person_id),
    )
    query = sa.select(person.c.name).where(person.c.id.in_(ids)).distinct().order_by(person.c.name)
    return list(await conn.scalars(query))
