"""Schemes of a year and their indicators (考核方案, 指标), as rows and as the rules know them."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Indicator, Scheme
from storage.schema import indicator, nudge, reading, scheme, target, unit
from storage.scheme_rows import (
    DUE_DAY_DEFAULT,
    IndicatorRow,
    SchemeRow,
    Seasonality,
    indicator_columns,
    indicator_row,
    plan_json,
    scheme_columns,
    scheme_row,
)

__all__ = [
    "DUE_DAY_DEFAULT",
    "IndicatorRow",
    "SchemeRow",
    "Seasonality",
    "add",
    "add_indicator",
    "all_for_year",
    "all_schemes",
    "by_code",
    "change",
    "change_indicator",
    "drop_indicator",
    "for_year",
    "has_reading",
    "indicator_by_code",
    "indicator_by_id",
    "indicators_for_scheme",
    "indicators_of",
    "one",
]


async def for_year(conn: AsyncConnection, year: int, track: str) -> SchemeRow | None:
    """Return the scheme of a track in a year."""
    found = await _schemes(conn, scheme.c.year == year, scheme.c.track == track)
    return found[0] if found else None


async def all_for_year(conn: AsyncConnection, year: int) -> list[SchemeRow]:
    """Return the schemes of every track of a year, in the order of their codes."""
    return await _schemes(conn, scheme.c.year == year)


async def all_schemes(conn: AsyncConnection) -> list[SchemeRow]:
    """Return every scheme of every year, in the order of their codes."""
    return await _schemes(conn)


async def one(conn: AsyncConnection, scheme_id: int) -> SchemeRow | None:
    """Return the scheme of this id."""
    found = await _schemes(conn, scheme.c.id == scheme_id)
    return found[0] if found else None


async def by_code(conn: AsyncConnection, code: str) -> SchemeRow | None:
    """Return the scheme of this code."""
    found = await _schemes(conn, scheme.c.code == code)
    return found[0] if found else None


async def indicators_of(
    conn: AsyncConnection, monitoring_unit_id: int, *, year: int | None = None
) -> list[IndicatorRow]:
    """Return the indicators a monitoring unit reports, of one year or of all."""
    clauses = [indicator.c.monitoring_unit_id == monitoring_unit_id]
    if year is not None:
        clauses.append(scheme.c.year == year)
    return await _indicators(conn, *clauses)


async def indicators_for_scheme(conn: AsyncConnection, scheme_id: int) -> list[IndicatorRow]:
    """Return the indicators of a scheme, in the order they were laid down."""
    return await _indicators(conn, indicator.c.scheme_id == scheme_id)


async def indicator_by_id(conn: AsyncConnection, indicator_id: int) -> IndicatorRow | None:
    """Return the indicator of this id."""
    found = await _indicators(conn, indicator.c.id == indicator_id)
    return found[0] if found else None


async def indicator_by_code(
    conn: AsyncConnection, scheme_id: int, code: str
) -> IndicatorRow | None:
    """Return the indicator of this code in a scheme."""
    found = await _indicators(conn, indicator.c.scheme_id == scheme_id, indicator.c.code == code)
    return found[0] if found else None


async def has_reading(conn: AsyncConnection, scheme_id: int) -> bool:
    """Return whether a figure was ever filed under the scheme, which freezes it."""
    query = (
        sa.select(reading.c.id)
        .join(indicator, indicator.c.id == reading.c.indicator_id)
        .where(indicator.c.scheme_id == scheme_id)
        .limit(1)
    )
    return (await conn.execute(query)).first() is not None


async def add(conn: AsyncConnection, facts: Scheme, *, invented: bool = False) -> int:
    """Add a scheme without its indicators and return its id."""
    added = await conn.execute(
        sa.insert(scheme).values(**scheme_columns(facts), invented=invented).returning(scheme.c.id)
    )
    return int(added.scalar_one())


async def change(conn: AsyncConnection, scheme_id: int, facts: Scheme) -> None:
    """Write a scheme's own facts anew, its indicators aside."""
    await conn.execute(
        sa.update(scheme).where(scheme.c.id == scheme_id).values(**scheme_columns(facts))
    )


async def add_indicator(
    conn: AsyncConnection,
    scheme_id: int,
    facts: Indicator,
    *,
    monitoring_unit_id: int,
    seasonality: Seasonality | None = None,
) -> int:
    """Add an indicator to a scheme and return its id."""
    added = await conn.execute(
        sa.insert(indicator)
        .values(
            **indicator_columns(facts),
            scheme_id=scheme_id,
            monitoring_unit_id=monitoring_unit_id,
            seasonality=plan_json(seasonality),
        )
        .returning(indicator.c.id)
    )
    return int(added.scalar_one())


async def change_indicator(
    conn: AsyncConnection,
    indicator_id: int,
    facts: Indicator,
    *,
    monitoring_unit_id: int,
    seasonality: Seasonality | None = None,
) -> None:
    """Write an indicator's facts anew; its id stays, so what hangs on it stays."""
    await conn.execute(
        sa.update(indicator)
        .where(indicator.c.id == indicator_id)
        .values(
            **indicator_columns(facts),
            monitoring_unit_id=monitoring_unit_id,
            seasonality=plan_json(seasonality),
        )
    )


async def drop_indicator(conn: AsyncConnection, indicator_id: int) -> None:
    """Take an indicator out of a scheme that nobody has filed under, with its targets."""
    await conn.execute(sa.delete(target).where(target.c.indicator_id == indicator_id))
    await conn.execute(sa.delete(nudge).where(nudge.c.indicator_id == indicator_id))
    await conn.execute(sa.delete(indicator).where(indicator.c.id == indicator_id))


async def _schemes(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[SchemeRow]:
    rows = (await conn.execute(sa.select(scheme).where(*clauses).order_by(scheme.c.code))).all()
    inside: dict[int, list[IndicatorRow]] = {row.id: [] for row in rows}
    for each in await _indicators(conn, indicator.c.scheme_id.in_(list(inside))):
        inside[each.scheme_id].append(each)
    return [scheme_row(row, inside[row.id]) for row in rows]


async def _indicators(
    conn: AsyncConnection, *clauses: sa.ColumnElement[bool]
) -> list[IndicatorRow]:
    query = (
        sa.select(indicator, unit.c.code.label("monitoring_unit"))
        .join(unit, unit.c.id == indicator.c.monitoring_unit_id)
        .join(scheme, scheme.c.id == indicator.c.scheme_id)
        .where(*clauses)
        .order_by(indicator.c.scheme_id, indicator.c.id)
    )
    return [indicator_row(row) for row in await conn.execute(query)]
