"""Whether a unit collects its figures carelessly: asked by the rule, answered by a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import careless, careless_answer, indicator, reading, review

Outcome: TypeAlias = Literal["found", "dropped"]


@dataclass(frozen=True)
class Careless:
    """So many errors of a unit in a quarter, and what somebody decided about them."""

    id: int
    unit_id: int
    scheme_id: int
    span: str
    errors: int
    at: datetime
    outcome: Outcome | None = None
    reason: str = ""
    by: int | None = None
    answered_at: datetime | None = None


async def corrected_units(
    conn: AsyncConnection, periods: Collection[Period]
) -> list[tuple[int, int]]:
    """Return each monitoring unit and scheme with figures released more than once in some months.

    Only they can have errors, so that nobody else need be looked at.
    """
    twice = (
        sa.select(reading.c.indicator_id)
        .join(review, review.c.filing_id == reading.c.filing_id)
        .where(
            reading.c.period.in_([str(each) for each in periods]),
            review.c.outcome == "released",
        )
        .group_by(reading.c.indicator_id, reading.c.unit_id, reading.c.period)
        .having(sa.func.count() > 1)
    )
    query = (
        sa.select(indicator.c.monitoring_unit_id, indicator.c.scheme_id)
        .where(indicator.c.id.in_(twice))
        .distinct()
        .order_by(indicator.c.monitoring_unit_id, indicator.c.scheme_id)
    )
    return [(row[0], row[1]) for row in await conn.execute(query)]


async def propose(
    conn: AsyncConnection, *, unit_id: int, scheme_id: int, span: str, errors: int, now: datetime
) -> int | None:
    """Add the question about a quarter; return its number, or None if it was asked before."""
    there = sa.select(careless.c.id).where(
        careless.c.unit_id == unit_id,
        careless.c.scheme_id == scheme_id,
        careless.c.span == span,
    )
    if await conn.scalar(there) is not None:
        return None
    row = careless.insert().values(
        unit_id=unit_id, scheme_id=scheme_id, span=span, errors=errors, at=now
    )
    return (await conn.execute(row.returning(careless.c.id))).scalar_one()


async def answer(
    conn: AsyncConnection,
    careless_id: int,
    *,
    outcome: Outcome,
    reason: str,
    by: int,
    now: datetime,
) -> None:
    """Add what somebody decided; there is one answer."""
    await conn.execute(
        careless_answer.insert().values(
            careless_id=careless_id, outcome=outcome, reason=reason, by=by, at=now
        )
    )


async def one(conn: AsyncConnection, careless_id: int) -> Careless | None:
    """Return the question of this number."""
    found = await _all(conn, careless.c.id == careless_id)
    return found[0] if found else None


async def waiting(conn: AsyncConnection) -> list[Careless]:
    """Return what nobody has decided, oldest first."""
    return await _all(conn, careless_answer.c.careless_id.is_(None))


async def of_unit(conn: AsyncConnection, unit_id: int, spans: Collection[str]) -> list[Careless]:
    """Return what was asked about a unit in some quarters."""
    return await _all(conn, careless.c.unit_id == unit_id, careless.c.span.in_(list(spans)))


async def _all(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[Careless]:
    answered = careless_answer.c
    query = (
        sa.select(
            careless,
            answered.outcome,
            answered.reason,
            answered.by,
            answered.at.label("answered_at"),
        )
        .join(careless_answer, answered.careless_id == careless.c.id, isouter=True)
        .where(*where)
        .order_by(careless.c.id)
    )
    return [_careless(row) for row in await conn.execute(query)]


def _careless(row: sa.Row[Any]) -> Careless:
    return Careless(
        row.id,
        row.unit_id,
        row.scheme_id,
        row.span,
        row.errors,
        row.at,
        row.outcome,
        row.reason or "",
        row.by,
        row.answered_at,
    )
