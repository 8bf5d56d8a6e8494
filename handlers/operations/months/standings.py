"""Where everybody stood, month by month, and what a report must say about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from statistics import median

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import Heading
from handlers.city import City
from scoring.model import Period
from scoring.plan import plan
from scoring.result import Result
from storage import periods
from storage.schema import filing, review
from storage.schemes import SchemeRow
from storage.units import UnitRow

HUNDRED = Decimal(100)
RATE_PLACES = 2
"""Decimal places of full points and of distances to a plan."""


@dataclass(frozen=True)
class MonthStanding:
    """Where a unit stood after a month: its place in its category and its rate in per cent."""

    place: int | None
    rate_pct: Decimal | None


async def heading(
    conn: AsyncConnection,
    scheme_row: SchemeRow,
    result: Result,
    *,
    category: str,
    now: datetime,
) -> Heading:
    """Return what a report of this result must say about itself before its first number.

    Coverage is that of the middle unit of the category; a month is provisional until it is
    frozen. As-of is the moment the last figure of the scheme was released, so that the same
    figures make the same picture.
    """
    month = await periods.acts(conn, scheme_row.id, result.period)
    return Heading(
        scheme=scheme_row.scheme.name,
        category=category,
        period=str(result.period),
        as_of=await last_change(conn, scheme_row) or now,
        coverage_pct=coverage_pct(result, category),
        provisional=periods.locked_since(month, indicator_id=None, at=now) is None,
        invented=scheme_row.invented,
    )


async def last_change(conn: AsyncConnection, scheme_row: SchemeRow) -> datetime | None:
    """Return when a figure of the scheme was last released, or None before the first."""
    query = (
        sa.select(sa.func.max(review.c.at))
        .join(filing, filing.c.id == review.c.filing_id)
        .where(
            review.c.outcome == "released",
            filing.c.indicator_id.in_([row.id for row in scheme_row.indicators]),
        )
    )
    return await conn.scalar(query)


def coverage_pct(result: Result, category: str = "") -> Decimal | None:
    """Return the middle unit's coverage in per cent: of a category, or of all; None of nobody."""
    found = [unit.coverage for unit in result.units.values() if category in {"", unit.category}]
    return pct(median(found)) if found else None


async def year_so_far(
    conn: AsyncConnection, city: City, boards: BoardShelf, scheme_row: SchemeRow, period: Period
) -> dict[Period, Mapping[str, MonthStanding]]:
    """Return every unit's standing in each month from January, without months of no ranking."""
    months: dict[Period, Mapping[str, MonthStanding]] = {}
    for number in range(1, period.month):
        month = Period(period.year, number)
        standings = await standings_after(conn, city, boards, scheme_row, month)
        if any(each.place is not None for each in standings.values()):
            months[month] = standings
    months[period] = standings_of(await boards.result(conn, city, scheme_row, period))
    return months


async def standings_after(
    conn: AsyncConnection, city: City, boards: BoardShelf, scheme_row: SchemeRow, period: Period
) -> Mapping[str, MonthStanding]:
    """Return where every unit stood after a month: as frozen, else as it stands now.

    Nobody stands anywhere in a month of another year: its scheme was another.
    """
    if period.year != scheme_row.scheme.year:
        return {}
    kept = await periods.latest_snapshot(conn, scheme_row.id, period)
    if kept is None:
        return standings_of(await boards.result(conn, city, scheme_row, period))
    return {
        code: MonthStanding(
            each["place"], None if each["rate"] is None else pct(Decimal(each["rate"]))
        )
        for code, each in kept.places["units"].items()
    }


def standings_of(result: Result) -> Mapping[str, MonthStanding]:
    """Return where every unit stands in a result."""
    return {
        code: MonthStanding(result.place(code), pct(unit.rate))
        for code, unit in result.units.items()
    }


def units_in(city: City, scheme_row: SchemeRow, category: str = "") -> list[UnitRow]:
    """Return the units a scheme assesses: of a category, or all."""
    return [unit for unit in city.assessed(scheme_row) if category in {"", unit.category}]


def categories(city: City, scheme_row: SchemeRow) -> list[str]:
    """Return the categories that are ranked apart, in the order of their first units."""
    return list(dict.fromkeys(unit.category for unit in city.assessed(scheme_row)))


def outer_blocks(city: City, scheme_row: SchemeRow) -> dict[str, tuple[str, Decimal]]:
    """Return the name and the full points of each outermost block under its code."""
    assessed = tuple(unit.assessed for unit in city.assessed(scheme_row))
    full = plan(scheme_row.scheme, assessed).group_points
    return {
        group.code: (group.name, full[group.code])
        for group in scheme_row.scheme.groups
        if group.parent is None
    }


def pct(share: Decimal | None) -> Decimal | None:
    """Return a share in per cent, exactly: whoever shows it rounds it, once."""
    return None if share is None else share * HUNDRED
