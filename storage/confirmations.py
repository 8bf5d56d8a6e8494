"""What an assessed unit has been told of its figures, and its word that they are right (确认)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.once import add_once
from storage.readings import Reading
from storage.schema import confirmation, filing, reading, review


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in force: its version, the review that released it, and since when it stands.

    *since* is the first release of this very answer: the same answer filed once more is no news.
    What was imported was told to nobody: *was_told* is False.
    """

    indicator_id: int
    reading: Reading
    review_id: int
    since: datetime
    was_told: bool
    confirmed: bool


async def told(conn: AsyncConnection, unit_id: int, period: Period) -> dict[int, Told]:
    """Return a unit's figures in force for a month, by the indicator's id."""
    query = (
        sa.select(
            reading,
            review.c.id.label("review_id"),
            review.c.at,
            filing.c.filed_by,
            confirmation.c.id.label("confirmation_id"),
        )
        .join(review, review.c.filing_id == reading.c.filing_id)
        .join(filing, filing.c.id == reading.c.filing_id)
        .outerjoin(confirmation, confirmation.c.reading_id == reading.c.id)
        .where(
            review.c.outcome == "released",
            reading.c.unit_id == unit_id,
            reading.c.period == str(period),
        )
        .order_by(review.c.id, reading.c.id)
    )
    found: dict[int, Told] = {}
    for row in await conn.execute(query):
        fresh = Reading(
            id=row.id,
            unit_id=unit_id,
            answer=row.answer,
            value=row.value,
            base=row.base,
            growth=row.growth,
            oddities=tuple(row.oddities),
            reason=row.reason,
        )
        before = found.get(row.indicator_id)
        same = before is not None and before.reading.entry == fresh.entry
        found[row.indicator_id] = Told(
            row.indicator_id,
            fresh,
            row.review_id,
            before.since if before is not None and same else row.at,
            (before is not None and same and before.was_told) or row.filed_by is not None,
            (before is not None and same and before.confirmed) or row.confirmation_id is not None,
        )
    return found


async def periods_told(
    conn: AsyncConnection, unit_ids: Iterable[int], *, since: datetime
) -> list[tuple[int, Period]]:
    """Return of which months these units were told figures since then: unit and month."""
    query = (
        sa.select(reading.c.unit_id, reading.c.period)
        .distinct()
        .join(review, review.c.filing_id == reading.c.filing_id)
        .where(
            review.c.outcome == "released",
            review.c.at >= since,
            reading.c.unit_id.in_(list(unit_ids)),
        )
        .order_by(reading.c.period, reading.c.unit_id)
    )
    return [(row[0], Period.parse(row[1])) for row in await conn.execute(query)]


async def in_force(
    conn: AsyncConnection, indicator_id: int, unit_id: int, period: Period
) -> Told | None:
    """Return the figure of one unit that is in force, or None."""
    return (await told(conn, unit_id, period)).get(indicator_id)


async def add(
    conn: AsyncConnection, reading_ids: Sequence[int], *, by: int, now: datetime
) -> list[int]:
    """Record a unit's word that these figures are right; return those not confirmed before."""
    fresh: list[int] = []
    for reading_id in reading_ids:
        row = {"reading_id": reading_id, "by": by, "at": now}
        if await add_once(conn, confirmation, row, unique=confirmation.c.reading_id) is not None:
            fresh.append(reading_id)
    return fresh
