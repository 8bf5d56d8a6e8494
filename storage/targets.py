"""Targets and bases per indicator and unit, each known from a moment on and never overwritten.

A word on a target has two dates: the moment from which it is known, and the month from which it
counts (none: the whole year). For a month, as known at a moment, the newest word known by then
that counts for that month is the one in force.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Cell, Period, Target
from storage.schema import indicator, proposal_event, target, unit

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
    effective_from: Period | None = None


@dataclass(frozen=True, slots=True)
class LaidDown:
    """One cell's target, counting from a month on, or for the whole year."""

    indicator_id: int
    unit_id: int
    base: Decimal | None
    goal: Decimal | None
    effective_from: Period | None = None


async def known_at(
    conn: AsyncConnection,
    scheme_id: int,
    *,
    at: datetime,
    indicator_id: int | None = None,
    period: Period | None = None,
) -> dict[Cell, Target]:
    """Return what was laid down for each cell by then; the newest word counts.

    *indicator_id* narrows it to the cells of one indicator; *period* to the words that count for
    that month.
    """
    clauses = [target.c.known_from <= at]
    if indicator_id is not None:
        clauses.append(target.c.indicator_id == indicator_id)
    if period is not None:
        starts = target.c.effective_from
        clauses.append(sa.or_(starts.is_(None), starts <= str(period)))
    words = await _words(conn, scheme_id, *clauses)
    return {cell: each[-1] for cell, each in words.items()}


async def words_known_at(
    conn: AsyncConnection, scheme_id: int, *, at: datetime
) -> dict[Cell, tuple[Target, ...]]:
    """Return every word on each cell of a scheme by then, in the order it became known."""
    return await _words(conn, scheme_id, target.c.known_from <= at)


async def all_for(conn: AsyncConnection, indicator_id: int, unit_id: int) -> list[TargetRow]:
    """Return every word on one cell, oldest first: the first, and its adjustments."""
    query = (
        sa.select(target)
        .where(target.c.indicator_id == indicator_id, target.c.unit_id == unit_id)
        .order_by(target.c.known_from, target.c.id)
    )
    return [_target(row) for row in await conn.execute(query)]


async def agreed_cells(conn: AsyncConnection, scheme_id: int) -> set[Cell]:
    """Return the cells of a scheme whose target was agreed, decided or adjusted here."""
    agreed = sa.select(proposal_event.c.target_id).where(proposal_event.c.target_id.is_not(None))
    query = (
        sa.select(indicator.c.code.label("indicator"), unit.c.code.label("unit"))
        .select_from(target)
        .join(indicator, indicator.c.id == target.c.indicator_id)
        .join(unit, unit.c.id == target.c.unit_id)
        .where(
            indicator.c.scheme_id == scheme_id,
            sa.or_(target.c.document.is_not(None), target.c.id.in_(agreed)),
        )
    )
    return {(row.indicator, row.unit) for row in await conn.execute(query)}


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    unit_id: int,
    base: Decimal | None,
    goal: Decimal | None,
    known_from: datetime,
    document: str | None = None,
    effective_from: Period | None = None,
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
            effective_from=str(effective_from) if effective_from else None,
        )
        .returning(target.c.id)
    )
    return int(added.scalar_one())


async def lay_down_all(
    conn: AsyncConnection, rows: Sequence[LaidDown], *, known_from: datetime
) -> dict[tuple[int, int], int]:
    """Lay down targets of several cells at once; return the rows' ids by indicator and unit."""
    if not rows:
        return {}
    before = await conn.scalar(sa.select(sa.func.coalesce(sa.func.max(target.c.id), 0)))
    # Asking for the numbers with the rows would add them one by one.
    await conn.execute(
        target.insert(),
        [
            {
                "indicator_id": each.indicator_id,
                "unit_id": each.unit_id,
                "base": each.base,
                "target": each.goal,
                "known_from": known_from,
                "effective_from": str(each.effective_from) if each.effective_from else None,
            }
            for each in rows
        ],
    )
    added = await conn.execute(sa.select(target).where(target.c.id > before))
    return {(row.indicator_id, row.unit_id): row.id for row in added}


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


async def newest_id(conn: AsyncConnection, scheme_id: int) -> int:
    """Return the number of a scheme's last word on any target; 0 for none."""
    query = (
        sa.select(sa.func.max(target.c.id))
        .join(indicator, indicator.c.id == target.c.indicator_id)
        .where(indicator.c.scheme_id == scheme_id)
    )
    return await conn.scalar(query) or 0


async def _words(
    conn: AsyncConnection, scheme_id: int, *clauses: sa.ColumnElement[bool]
) -> dict[Cell, tuple[Target, ...]]:
    query = (
        sa.select(target, indicator.c.code.label("indicator"), unit.c.code.label("unit"))
        .join(indicator, indicator.c.id == target.c.indicator_id)
        .join(unit, unit.c.id == target.c.unit_id)
        .where(indicator.c.scheme_id == scheme_id, *clauses)
        .order_by(target.c.known_from, target.c.id)
    )
    words: dict[Cell, list[Target]] = {}
    for row in await conn.execute(query):
        word = Target(
            row.indicator,
            row.unit,
            row.base,
            row.target,
            since=_month(row.effective_from),
            document=row.document or "",
        )
        words.setdefault((row.indicator, row.unit), []).append(word)
    return {cell: tuple(each) for cell, each in words.items()}


def _target(row: sa.Row[Any]) -> TargetRow:
    return TargetRow(
        id=row.id,
        indicator_id=row.indicator_id,
        unit_id=row.unit_id,
        base=row.base,
        target=row.target,
        known_from=row.known_from,
        document=row.document,
        effective_from=_month(row.effective_from),
    )


def _month(text: str | None) -> Period | None:
    return Period.parse(text) if text else None
