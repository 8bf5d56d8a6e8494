"""Targets and bases per indicator and unit, each known from a moment on and never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Cell, Target
from storage.schema import indicator, target, unit

Cells: TypeAlias = tuple[int, int, Decimal | None, Decimal | None]
"""An indicator's id, a unit's id, base and target."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as it was laid down; *document* is the 文号 of an adjustment."""

    id: int
    indicator_id: int
    unit_id: int
    base: Decimal | None
    target: Decimal | None
    known_from: datetime
    document: str | None


async def known_at(
    conn: AsyncConnection, scheme_id: int, *, at: datetime, indicator_id: int | None = None
) -> dict[Cell, Target]:
    """Return what was laid down for each cell by then; the newest word counts.

    *indicator_id* narrows it to the cells of one indicator.
    """
    query = (
        sa.select(target, indicator.c.code.label("indicator"), unit.c.code.label("unit"))
        .join(indicator, indicator.c.id == target.c.indicator_id)
        .join(unit, unit.c.id == target.c.unit_id)
        .where(indicator.c.scheme_id == scheme_id, target.c.known_from <= at)
        .order_by(target.c.known_from, target.c.id)
    )
    if indicator_id is not None:
        query = query.where(target.c.indicator_id == indicator_id)
    known: dict[Cell, Target] = {}
    for row in await conn.execute(query):
        known[row.indicator, row.unit] = Target(row.indicator, row.unit, row.base, row.target)
    return known


async def all_for(conn: AsyncConnection, indicator_id: int, unit_id: int) -> list[TargetRow]:
    """Return every word on one cell, oldest first: the first, and its adjustments."""
    query = (
        sa.select(target)
        .where(target.c.indicator_id == indicator_id, target.c.unit_id == unit_id)
        .order_by(target.c.known_from, target.c.id)
    )
    return [_target(row) for row in await conn.execute(query)]


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    unit_id: int,
    base: Decimal | None,
    goal: Decimal | None,
    known_from: datetime,
    document: str | None = None,
) -> int:
    """Lay down a cell's target from a moment on and return the row's id."""
    added = await conn.execute(
        sa.insert(target)
        .values(
            indicator_id=indicator_id,
            unit_id=unit_id,
            base=base,
            target=goal,
            known_from=known_from,
            document=document,
        )
        .returning(target.c.id)
    )
    return int(added.scalar_one())


async def drop_all(conn: AsyncConnection, indicator_id: int, unit_id: int) -> None:
    """Take a cell's targets back; only for a scheme that nobody has filed under, a draft still."""
    await conn.execute(
        sa.delete(target).where(target.c.indicator_id == indicator_id, target.c.unit_id == unit_id)
    )


async def add_all(
    conn: AsyncConnection,
    rows: Iterable[Cells],
    *,
    known_from: datetime,
) -> None:
    """Lay down many cells at once."""
    values = [
        {
            "indicator_id": indicator_id,
            "unit_id": unit_id,
            "base": base,
            "target": goal,
            "known_from": known_from,
            "document": None,
        }
        for indicator_id, unit_id, base, goal in rows
    ]
    if values:
        await conn.execute(sa.insert(target), values)


def _target(row: sa.Row[tuple[object, ...]]) -> TargetRow:
    return TargetRow(
        id=row.id,
        indicator_id=row.indicator_id,
        unit_id=row.unit_id,
        base=row.base,
        target=row.target,
        known_from=row.known_from,
        document=row.document,
    )
