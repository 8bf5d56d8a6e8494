"""Readings that come in with an import: whole columns at once, filed and released in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.readings import Reading
from storage.schema import filing, indicator, reading, review


@dataclass(frozen=True)
class ImportedColumn:
    """The readings of one indicator and period that were handed in together."""

    indicator_id: int
    period: Period
    filed_at: datetime
    readings: Sequence[Reading]


Place = tuple[int, int, str]
"""An indicator's id, a unit's id and a period."""


async def in_force(conn: AsyncConnection, scheme_id: int) -> dict[Place, Reading]:
    """Return the released reading of every cell of a scheme, the newest of each."""
    query = (
        sa.select(reading)
        .join(review, review.c.filing_id == reading.c.filing_id)
        .join(indicator, indicator.c.id == reading.c.indicator_id)
        .where(indicator.c.scheme_id == scheme_id, review.c.outcome == "released")
        .order_by(review.c.id, reading.c.id)
    )
    return {
        (row.indicator_id, row.unit_id, row.period): Reading(
            id=row.id,
            unit_id=row.unit_id,
            answer=row.answer,
            value=row.value,
            base=row.base,
            growth=row.growth,
        )
        for row in await conn.execute(query)
    }


async def columns_waiting(conn: AsyncConnection, scheme_id: int) -> set[tuple[int, str]]:
    """Return the indicators and periods of a scheme with a column that waits for its review."""
    query = (
        sa.select(filing.c.indicator_id, filing.c.period)
        .join(indicator, indicator.c.id == filing.c.indicator_id)
        .where(indicator.c.scheme_id == scheme_id, filing.c.state == "filed")
    )
    return {(row.indicator_id, row.period) for row in await conn.execute(query)}


async def add_released(
    conn: AsyncConnection, columns: Sequence[ImportedColumn], *, by: int | None
) -> int:
    """Add columns as filed and released at their own moment; return how many readings they hold.

    They are added in the order of their moments, so that the later of two counts.
    """
    ordered = sorted(columns, key=lambda column: column.filed_at)
    if not ordered:
        return 0
    ids = await conn.execute(
        sa.insert(filing).returning(filing.c.id, sort_by_parameter_order=True),
        [_filing(column) for column in ordered],
    )
    numbered = list(zip(ids.scalars(), ordered, strict=True))
    rows = [_reading(n, column, each) for n, column in numbered for each in column.readings]
    await conn.execute(sa.insert(reading), rows)
    reviews = [
        {"filing_id": n, "outcome": "released", "by": by, "reason": None, "at": column.filed_at}
        for n, column in numbered
    ]
    await conn.execute(sa.insert(review), reviews)
    return len(rows)


def _filing(column: ImportedColumn) -> dict[str, object]:
    return {
        "indicator_id": column.indicator_id,
        "period": str(column.period),
        "filed_by": None,
        "on_behalf_of": None,
        "way": "imported",
        "sent_at": column.filed_at,
        "filed_at": column.filed_at,
        "state": "released",
    }


def _reading(filing_id: int, column: ImportedColumn, each: Reading) -> dict[str, object]:
    return {
        "filing_id": filing_id,
        "indicator_id": column.indicator_id,
        "unit_id": each.unit_id,
        "period": str(column.period),
        "answer": each.answer,
        "value": each.value,
        "base": each.base,
        "growth": each.growth,
        "oddities": [],
        "reason": None,
        "filed_at": column.filed_at,
    }
