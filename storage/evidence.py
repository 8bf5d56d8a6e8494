"""Evidence beside figures (佐证): what was attached, to which figure, and where its copy is.

What was attached is never changed; taken back before the release it stays, marked, and proves
nothing any more. Its copy is work: wanted, then kept under the hash of its content, or lost when
Telegram will not give it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.once import add_once
from storage.schema import evidence, evidence_copy, evidence_withdrawal, filing

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
    """A piece of evidence as it is kept, with the column it came with and the state of its copy.

    *withdrawn_at* says since when it proves nothing any more.
    """

    id: int
    filing_id: int
    indicator_id: int
    period: Period
    piece: Piece
    by: int
    at: datetime
    copy: CopyState | None
    withdrawn_at: datetime | None = None


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
        _stands(),
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


async def withdraw(conn: AsyncConnection, evidence_id: int, *, by: int, now: datetime) -> bool:
    """Record that a piece was taken back; return False if it was before."""
    row = {"evidence_id": evidence_id, "by": by, "at": now}
    return (
        await add_once(conn, evidence_withdrawal, row, unique=evidence_withdrawal.c.evidence_id)
        is not None
    )


async def of_column(
    conn: AsyncConnection, indicator_id: int, period: Period, *, withdrawn: bool = False
) -> list[Attached]:
    """Return what is attached to an indicator's figures of a month, oldest first.

    *withdrawn*: with what was taken back.
    """
    return await _attached(
        conn,
        evidence.c.indicator_id == indicator_id,
        evidence.c.period == str(period),
        sa.true() if withdrawn else _stands(),
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
        _stands(),
    )


async def of_period(
    conn: AsyncConnection, period: Period, *, unit_id: int | None = None
) -> list[Attached]:
    """Return everything attached to a month's figures, or to those of one unit."""
    clauses = [evidence.c.period == str(period), _stands()]
    if unit_id is not None:
        clauses.append(evidence.c.unit_id == unit_id)
    return await _attached(conn, *clauses)


async def one(conn: AsyncConnection, evidence_id: int) -> Attached | None:
    """Return a piece of evidence by its id."""
    found = await _attached(conn, evidence.c.id == evidence_id)
    return found[0] if found else None


async def _attached(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[Attached]:
    query = (
        sa.select(
            evidence,
            evidence_copy.c.state.label("copy"),
            evidence_withdrawal.c.at.label("withdrawn_at"),
        )
        .outerjoin(evidence_copy, evidence_copy.c.evidence_id == evidence.c.id)
        .outerjoin(evidence_withdrawal, evidence_withdrawal.c.evidence_id == evidence.c.id)
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
            withdrawn_at=row.withdrawn_at,
        )
        for row in await conn.execute(query)
    ]


def _stands() -> sa.ColumnElement[bool]:
    """Return the condition that a piece was not taken back."""
    return evidence.c.id.not_in(sa.select(evidence_withdrawal.c.evidence_id))
