"""What a monitoring unit's record is made of, found in rows: late, missing, odd, and wrong figures.

A correction before the review is nobody's business. One of released figures is an error, unless
the reporter corrected it within the hours the scheme gives; what had been published costs more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.record.discipline import discipline
from scoring.model import Period
from scoring.reporting_record import Lapse, RecordTerms
from storage import periods
from storage.schema import filing, reading, review
from storage.schemes import SchemeRow
from storage.units import UnitRow


@dataclass(frozen=True)
class _Version:
    """One released answer of a cell, with the column that brought it."""

    indicator_id: int
    unit_id: int
    answer: str
    value: Decimal | None
    oddities: list[str]
    reason: str | None
    filing_id: int
    sent_at: datetime
    filed_by: int | None


Versions: TypeAlias = dict[tuple[int, int], list[_Version]]

EXPLAINED_BY_THEMSELVES = frozenset({"zero-base", "negative-base"})
"""Oddities that ask for no reason when the figure is filed."""


async def lapses(
    conn: AsyncConnection,
    city: City,
    unit: UnitRow,
    scheme: SchemeRow,
    months: Sequence[Period],
    *,
    now: datetime,
) -> list[Lapse]:
    """Return everything that went wrong in a unit's reports for a scheme in some months."""
    found: list[Lapse] = []
    for period in months:
        for line in await discipline(conn, city, period, now=now):
            if line.reporter.id != unit.id or line.row.scheme_id != scheme.id:
                continue
            if line.state == "late":
                code = line.indicator_code
                found.append(Lapse("late", code, str(period), line.late_working_days))
            elif line.state == "missing":
                found.append(Lapse("missing", line.indicator_code, str(period), 1))
        found += await _wrong(conn, unit, scheme, period)
    return found


async def _wrong(
    conn: AsyncConnection, unit: UnitRow, scheme: SchemeRow, period: Period
) -> list[Lapse]:
    codes = {
        row.id: row.indicator.code for row in scheme.indicators if row.monitoring_unit_id == unit.id
    }
    published = periods.released_at(await periods.acts(conn, scheme.id, period))
    versions: Versions = {}
    query = (
        sa.select(
            reading.c.indicator_id,
            reading.c.unit_id,
            reading.c.answer,
            reading.c.value,
            reading.c.oddities,
            reading.c.reason,
            filing.c.id.label("filing_id"),
            filing.c.sent_at,
            filing.c.filed_by,
        )
        .join(filing, filing.c.id == reading.c.filing_id)
        .join(review, review.c.filing_id == reading.c.filing_id)
        .where(
            reading.c.indicator_id.in_(list(codes)),
            reading.c.period == str(period),
            review.c.outcome == "released",
        )
        .order_by(review.c.id, reading.c.id)
    )
    for row in (await conn.execute(query)).mappings():
        versions.setdefault((row["indicator_id"], row["unit_id"]), []).append(_Version(**row))
    terms = scheme.scheme.record
    return [
        *_odd(codes, period, versions),
        *_errors(codes, period, versions, terms, published=published),
    ]


def _odd(codes: dict[int, str], period: Period, versions: Versions) -> list[Lapse]:
    counted: dict[int, int] = {}
    for (indicator_id, _), own in versions.items():
        last = own[-1]
        if set(last.oddities) - EXPLAINED_BY_THEMSELVES and not last.reason:
            counted[indicator_id] = counted.get(indicator_id, 0) + 1
    return [Lapse("odd", codes[each], str(period), count) for each, count in counted.items()]


def _errors(
    codes: dict[int, str],
    period: Period,
    versions: Versions,
    terms: RecordTerms,
    *,
    published: datetime | None,
) -> list[Lapse]:
    """Return a lapse for each column that corrected released figures too late to be free."""
    free = timedelta(hours=float(terms.correction_hours))
    corrected: dict[tuple[int, int], tuple[int, bool]] = {}
    for (indicator_id, _), own in versions.items():
        for before, after in pairwise(own):
            is_same = (before.answer, before.value) == (after.answer, after.value)
            in_time = after.filed_by is not None and after.sent_at - before.sent_at <= free
            if not is_same and not in_time:
                was_published = published is not None and published <= after.sent_at
                count, _ = corrected.get((indicator_id, after.filing_id), (0, False))
                corrected[indicator_id, after.filing_id] = (count + 1, was_published)
    return [
        Lapse("published-error" if was_published else "error", codes[each], str(period), count)
        for (each, _), (count, was_published) in corrected.items()
    ]
