"""Rectifications (整改): what a weakness is of, of which year, and which earlier one it repeats."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import matter, rectification


@dataclass(frozen=True, slots=True)
class Rectification:
    """What is particular about one: *repeats_id* is an earlier one of the same weakness."""

    matter_id: int
    year: int
    category: str
    indicator_id: int | None
    repeats_id: int | None


async def add(conn: AsyncConnection, facts: Rectification) -> None:
    """Add what is particular about a rectification beside its matter."""
    await conn.execute(
        sa.insert(rectification).values(
            matter_id=facts.matter_id,
            year=facts.year,
            category=facts.category,
            indicator_id=facts.indicator_id,
            repeats_id=facts.repeats_id,
        )
    )


async def of(conn: AsyncConnection, matter_ids: Collection[int]) -> dict[int, Rectification]:
    """Return what is particular about these, by the matter's id."""
    query = sa.select(rectification).where(rectification.c.matter_id.in_(list(matter_ids)))
    return {
        row.matter_id: Rectification(
            row.matter_id, row.year, row.category, row.indicator_id, row.repeats_id
        )
        for row in await conn.execute(query)
    }


async def earlier(
    conn: AsyncConnection, unit_id: int, *, category: str, indicator_id: int | None
) -> int | None:
    """Return the unit's last rectification of the same weakness that was not taken back."""
    same = (
        rectification.c.indicator_id == indicator_id
        if indicator_id is not None
        else sa.and_(
            rectification.c.category == category,
            rectification.c.indicator_id.is_(None),
            rectification.c.category != "other",
        )
    )
    query = (
        sa.select(sa.func.max(matter.c.id))
        .join(rectification, rectification.c.matter_id == matter.c.id)
        .where(matter.c.unit_id == unit_id, matter.c.state != "withdrawn", same)
    )
    return await conn.scalar(query)
