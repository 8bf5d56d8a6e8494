"""What monitoring units wrote of a month, and how it was rated. Rows are added, never changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.analysis_record import Level
from scoring.model import Period
from storage.schema import analysis, analysis_rating


@dataclass(frozen=True)
class AnalysisFile:
    """A file that is the analysis, as Telegram knows it."""

    kind: str
    file_id: str
    unique_id: str
    name: str


@dataclass(frozen=True)
class Analysis:
    """One version of a unit's analysis of a month: words, a file, or both."""

    id: int
    unit_id: int
    scheme_id: int
    period: Period
    said: str | None
    file: AnalysisFile | None
    by: int
    sent_at: datetime
    at: datetime


@dataclass(frozen=True)
class Rating:
    """What the office holds of a version, and why."""

    level: Level
    reason: str
    by: int
    at: datetime


async def add(
    conn: AsyncConnection,
    *,
    unit_id: int,
    scheme_id: int,
    period: Period,
    said: str | None,
    file: AnalysisFile | None,
    by: int,
    sent_at: datetime,
    now: datetime,
) -> int:
    """Add a version of a unit's analysis; return its number."""
    row = analysis.insert().values(
        unit_id=unit_id,
        scheme_id=scheme_id,
        period=str(period),
        said=said,
        kind=file.kind if file else None,
        file_id=file.file_id if file else None,
        unique_id=file.unique_id if file else None,
        name=file.name if file else None,
        by=by,
        sent_at=sent_at,
        at=now,
    )
    return (await conn.execute(row.returning(analysis.c.id))).scalar_one()


async def one(conn: AsyncConnection, analysis_id: int) -> Analysis | None:
    """Return the version of this number."""
    found = (await conn.execute(sa.select(analysis).where(analysis.c.id == analysis_id))).first()
    return None if found is None else _analysis(found)


async def of_periods(
    conn: AsyncConnection, periods: Collection[Period], *, unit_id: int | None = None
) -> list[Analysis]:
    """Return every version of some months, of one unit or of all, oldest first."""
    query = sa.select(analysis).where(analysis.c.period.in_([str(each) for each in periods]))
    if unit_id is not None:
        query = query.where(analysis.c.unit_id == unit_id)
    return [_analysis(row) for row in await conn.execute(query.order_by(analysis.c.id))]


async def unrated(conn: AsyncConnection) -> list[Analysis]:
    """Return the last version of each unit and month if nobody has rated it, oldest first."""
    newest = sa.select(sa.func.max(analysis.c.id)).group_by(
        analysis.c.unit_id, analysis.c.scheme_id, analysis.c.period
    )
    query = (
        sa.select(analysis)
        .where(analysis.c.id.in_(newest))
        .where(analysis.c.id.not_in(sa.select(analysis_rating.c.analysis_id)))
        .order_by(analysis.c.id)
    )
    return [_analysis(row) for row in await conn.execute(query)]


async def rate(
    conn: AsyncConnection, analysis_id: int, *, level: Level, reason: str, by: int, now: datetime
) -> None:
    """Add what the office holds of a version."""
    row = analysis_rating.insert()
    await conn.execute(
        row.values(analysis_id=analysis_id, level=level, reason=reason, by=by, at=now)
    )


async def ratings_of(conn: AsyncConnection, ids: Collection[int]) -> dict[int, list[Rating]]:
    """Return the ratings of some versions by their numbers, oldest first."""
    query = sa.select(analysis_rating).where(analysis_rating.c.analysis_id.in_(list(ids)))
    found: dict[int, list[Rating]] = {}
    for row in await conn.execute(query.order_by(analysis_rating.c.id)):
        rating = Rating(row.level, row.reason, row.by, row.at)
        found.setdefault(row.analysis_id, []).append(rating)
    return found


def _analysis(row: sa.Row[Any]) -> Analysis:
    file = None
    if row.file_id is not None:
        file = AnalysisFile(row.kind, row.file_id, row.unique_id, row.name or "")
    return Analysis(
        row.id,
        row.unit_id,
        row.scheme_id,
        Period.parse(row.period),
        row.said,
        file,
        row.by,
        row.sent_at,
        row.at,
    )
