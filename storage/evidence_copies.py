"""Copies of evidence: which are wanted, which are kept under the hash of their content, or lost."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import evidence, evidence_copy


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A file that is still to be fetched."""

    evidence_id: int
    file_id: str
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A copy that was made: which content, and how large."""

    evidence_id: int
    sha256: str
    size_bytes: int


async def wanted(conn: AsyncConnection, *, now: datetime, limit: int) -> list[Wanted]:
    """Return files whose copy is still to be made, those first that wait longest."""
    query = (
        sa.select(evidence.c.id, evidence.c.file_id, evidence_copy.c.attempts)
        .join(evidence_copy, evidence_copy.c.evidence_id == evidence.c.id)
        .where(evidence_copy.c.state == "wanted", evidence_copy.c.not_before <= now)
        .order_by(evidence_copy.c.not_before, evidence.c.id)
        .limit(limit)
    )
    return [
        Wanted(evidence_id=row.id, file_id=row.file_id, attempts=row.attempts)
        for row in await conn.execute(query)
    ]


async def mark_kept(conn: AsyncConnection, copy: Kept, *, now: datetime) -> None:
    """Record that a copy is there; again changes nothing."""
    await _settle(
        conn,
        copy.evidence_id,
        state="kept",
        sha256=copy.sha256,
        size_bytes=copy.size_bytes,
        settled_at=now,
        error=None,
    )


async def mark_lost(conn: AsyncConnection, evidence_id: int, *, error: str, now: datetime) -> bool:
    """Record that Telegram will never give the file; return False if that was known."""
    return await _settle(conn, evidence_id, state="lost", settled_at=now, error=error[:300])


async def try_later(
    conn: AsyncConnection, evidence_id: int, *, error: str, not_before: datetime
) -> None:
    """Record an attempt that failed, and when the next one may be made."""
    await _settle(
        conn,
        evidence_id,
        attempts=evidence_copy.c.attempts + 1,
        not_before=not_before,
        error=error[:300],
    )


async def kept(conn: AsyncConnection) -> list[Kept]:
    """Return every copy that was made, one for each content."""
    query = (
        sa.select(evidence_copy)
        .where(evidence_copy.c.state == "kept")
        .order_by(evidence_copy.c.evidence_id)
    )
    by_content = {
        row.sha256: Kept(evidence_id=row.evidence_id, sha256=row.sha256, size_bytes=row.size_bytes)
        for row in await conn.execute(query)
    }
    return list(by_content.values())


async def count_by_state(conn: AsyncConnection) -> dict[str, int]:
    """Return how many copies are wanted, kept and lost."""
    query = sa.select(evidence_copy.c.state, sa.func.count()).group_by(evidence_copy.c.state)
    return {row[0]: row[1] for row in await conn.execute(query)}


async def whereabouts(conn: AsyncConnection, file_id: str) -> tuple[str, str] | None:
    """Return the hash of the content kept of a file, and the name it was sent under."""
    query = (
        sa.select(evidence_copy.c.sha256, evidence.c.name)
        .join(evidence, evidence.c.id == evidence_copy.c.evidence_id)
        .where(evidence.c.file_id == file_id, evidence_copy.c.state == "kept")
        .limit(1)
    )
    row = (await conn.execute(query)).first()
    return None if row is None else (row.sha256, row.name)


async def _settle(conn: AsyncConnection, evidence_id: int, **values: Any) -> bool:  # noqa: ANN401 - columns
    done = await conn.execute(
        evidence_copy.update()
        .where(evidence_copy.c.evidence_id == evidence_id, evidence_copy.c.state == "wanted")
        .values(**values)
    )
    return done.rowcount > 0
