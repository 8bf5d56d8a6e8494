"""Readings in force: what reviews have released, in the order in which they did."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Entry, Period
from storage.readings import entry_of
from storage.schema import reading, review


@dataclass(frozen=True)
class Released:
    """A reading in force: its cell, its answer, and the review that released it."""

    review_id: int
    reading_id: int
    indicator_id: int
    unit_id: int
    period: Period
    entry: Entry
    released_at: datetime


async def since(
    conn: AsyncConnection, scheme_indicator_ids: Iterable[int], *, after_review: int = 0
) -> list[Released]:
    """Return the readings released by reviews later than *after_review*, in that order.

    Put over each other in this order they leave the readings in force.
    """
    return await _released(conn, scheme_indicator_ids, review.c.id > after_review)


async def until(
    conn: AsyncConnection, scheme_indicator_ids: Iterable[int], *, at: datetime
) -> list[Released]:
    """Return the readings that had been released at a moment, in the order of their release."""
    return await _released(conn, scheme_indicator_ids, review.c.at <= at)


async def latest_review_id(conn: AsyncConnection) -> int:
    """Return the id of the last review of all: the version of everything released."""
    return await conn.scalar(sa.select(sa.func.max(review.c.id))) or 0


async def _released(
    conn: AsyncConnection, indicator_ids: Iterable[int], *where: sa.ColumnElement[bool]
) -> list[Released]:
    query = (
        sa.select(
            reading.c.id,
            reading.c.indicator_id,
            reading.c.unit_id,
            reading.c.period,
            reading.c.answer,
            reading.c.value,
            reading.c.base,
            reading.c.growth,
            review.c.id.label("review_id"),
            review.c.at.label("released_at"),
        )
        .join(review, review.c.filing_id == reading.c.filing_id)
        .where(
            review.c.outcome == "released", reading.c.indicator_id.in_(list(indicator_ids)), *where
        )
        .order_by(review.c.id, reading.c.id)
    )
    found = (await conn.execute(query)).mappings()
    # A whole year is read when the process starts: longer than the loop may be held.
    return await asyncio.to_thread(lambda: [_in_force(row) for row in found])


def _in_force(row: sa.RowMapping) -> Released:
    return Released(
        review_id=row["review_id"],
        reading_id=row["id"],
        indicator_id=row["indicator_id"],
        unit_id=row["unit_id"],
        period=Period.parse(row["period"]),
        entry=entry_of(row["answer"], row["value"], row["base"], row["growth"]),
        released_at=row["released_at"],
    )
