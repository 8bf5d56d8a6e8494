"""Evidence beside figures (佐证): what was attached, to which figure, and where its copy is.

What was attached is never changed. Its copy is work: wanted, then kept under the hash of its
content, or lost when Telegram will not give it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import evidence, evidence_copy, filing

Kind: TypeAlias = Literal["photo", "document", "link"]
CopyState: TypeAlias = Literal["wanted", "kept", "lost"]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A photo, file or link that was sent as evidence, not yet attached to a row.

    *unit_id* is the unit whose figure it proves; None proves the column as a whole. A link has no
    *file_id*, and its address is both its name and its *unique_id*.
    """

    kind: Kind
    unique_id: str
    name: str
    file_id: str | None = None
    unit_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A piece of evidence as it is kept, with the column it came with and the state of its copy."""

    id: int
    filing_id: int
    indicator_id: int
    period: Period
    piece: Piece
    by: int
    at: datetime
    copy: CopyState | None


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


async def attach(
    conn: AsyncConnection,
    filing_id: int,
    indicator_id: int,
    period: Period,
    piece: Piece,
    *,
    by: int,
    now: datetime,
) -> bool:
    """Attach a piece to a column; return False if the same was attached to the same before."""
    known = sa.select(evidence.c.id).where(
        evidence.c.filing_id == filing_id,
        evidence.c.unit_id.is_(None)
        if piece.unit_id is None
        else evidence.c.unit_id == piece.unit_id,
        evidence.c.unique_id == piece.unique_id,
    )
    if (await conn.execute(known.limit(1))).first() is not None:
        return False
    added = await conn.execute(
        evidence.insert()
        .values(
            filing_id=filing_id,
            indicator_id=indicator_id,
            period=str(period),
            unit_id=piece.unit_id,
            kind=piece.kind,
            file_id=piece.file_id,
            unique_id=piece.unique_id,
            name=piece.name,
            by=by,
            at=now,
        )
        .returning(evidence.c.id)
    )
    if piece.file_id is not None:
        await conn.execute(
            evidence_copy.insert().values(
                evidence_id=added.scalar_one(), state="wanted", attempts=0, not_before=now
            )
        )
    return True


async def of_column(conn: AsyncConnection, indicator_id: int, period: Period) -> list[Attached]:
    """Return everything attached to an indicator's figures of a month, oldest first."""
    return await _attached(
        conn, evidence.c.indicator_id == indicator_id, evidence.c.period == str(period)
    )


async def standing_for(conn: AsyncConnection, indicator_id: int, period: Period) -> list[Attached]:
    """Return what was attached since figures were last released: it counts for the next column."""
    released = (
        sa.select(sa.func.coalesce(sa.func.max(filing.c.id), 0))
        .where(
            filing.c.indicator_id == indicator_id,
            filing.c.period == str(period),
            filing.c.state == "released",
        )
        .scalar_subquery()
    )
    return await _attached(
        conn,
        evidence.c.indicator_id == indicator_id,
        evidence.c.period == str(period),
        evidence.c.filing_id > released,
    )


async def of_period(
    conn: AsyncConnection, period: Period, *, unit_id: int | None = None
) -> list[Attached]:
    """Return everything attached to a month's figures, or to those of one unit."""
    clauses = [evidence.c.period == str(period)]
    if unit_id is not None:
        clauses.append(evidence.c.unit_id == unit_id)
    return await _attached(conn, *clauses)


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


async def one(conn: AsyncConnection, evidence_id: int) -> Attached | None:
    """Return a piece of evidence by its id."""
    found = await _attached(conn, evidence.c.id == evidence_id)
    return found[0] if found else None


async def columns_with_evidence(conn: AsyncConnection, filing_ids: Iterable[int]) -> dict[int, int]:
    """Return how many pieces came with each of these columns."""
    query = (
        sa.select(evidence.c.filing_id, sa.func.count())
        .where(evidence.c.filing_id.in_(list(filing_ids)))
        .group_by(evidence.c.filing_id)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def _settle(conn: AsyncConnection, evidence_id: int, **values: Any) -> bool:  # noqa: ANN401 - columns
    done = await conn.execute(
        evidence_copy.update()
        .where(evidence_copy.c.evidence_id == evidence_id, evidence_copy.c.state == "wanted")
        .values(**values)
    )
    return done.rowcount > 0


async def _attached(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[Attached]:
    query = (
        sa.select(evidence, evidence_copy.c.state.label("copy"))
        .outerjoin(evidence_copy, evidence_copy.c.evidence_id == evidence.c.id)
        .where(*where)
        .order_by(evidence.c.id)
    )
    return [
        Attached(
            id=row.id,
            filing_id=row.filing_id,
            indicator_id=row.indicator_id,
            period=Period.parse(row.period),
            piece=Piece(
                kind=row.kind,
                unique_id=row.unique_id,
                name=row.name,
                file_id=row.file_id,
                unit_id=row.unit_id,
            ),
            by=row.by,
            at=row.at,
            copy=row.copy,
        )
        for row in await conn.execute(query)
    ]
