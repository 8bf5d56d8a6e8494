"""The city as it stands: units, schemes, indicators and working days, read once and kept.

What is kept is only ever a copy of rows: it is read anew whenever the city has been imported or
changed since, which one small query tells.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.holidays import calendar_for
from handlers.texts import CITY_ZONE
from scoring.due import is_due
from scoring.model import Period, Unit
from scoring.observation_categories import BUILT_IN, Category, InBoth
from scoring.refusals import NotFound
from scoring.workdays import Calendar
from storage import answer_templates, observation_categories, points, schemes, units
from storage import calendar as calendar_rows
from storage.answer_templates import Template
from storage.points import PointRow
from storage.schema import journal
from storage.schemes import IndicatorRow, SchemeRow
from storage.units import UnitRow

CHANGED_BY = ("city-imported",)


@dataclass(frozen=True)
class City:
    """Units, schemes and days, with the look-ups that every errand needs."""

    version: int
    units: Sequence[UnitRow]
    schemes: Sequence[SchemeRow]
    points: Sequence[PointRow]
    calendar: Calendar
    zone: ZoneInfo = CITY_ZONE
    categories: Sequence[Category] = BUILT_IN
    templates: Sequence[Template] = ()

    @cached_property
    def unit_by_id(self) -> Mapping[int, UnitRow]:
        """Every unit under its row's id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def unit_by_code(self) -> Mapping[str, UnitRow]:
        """Every unit under its code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def indicator_by_id(self) -> Mapping[int, IndicatorRow]:
        """Every indicator of every scheme under its row's id."""
        return {row.id: row for scheme in self.schemes for row in scheme.indicators}

    @cached_property
    def scheme_by_id(self) -> Mapping[int, SchemeRow]:
        """Every scheme under its row's id."""
        return {row.id: row for row in self.schemes}

    @cached_property
    def category_by_code(self) -> Mapping[str, Category]:
        """Every category of observations under its code."""
        return {each.code: each for each in self.categories}

    def category(self, code: str) -> Category:
        """Return a category of observations; one that is no more still has its code for a name."""
        return self.category_by_code.get(code) or Category(code, InBoth(code, code))

    def schemes_of(self, year: int) -> list[SchemeRow]:
        """Return the schemes of a year, towns before agencies."""
        found = [row for row in self.schemes if row.scheme.year == year]
        return sorted(found, key=lambda row: (row.scheme.track != "town", row.scheme.track))

    def scheme_for(self, year: int, track: str) -> SchemeRow | None:
        """Return the scheme of a track in a year, or None."""
        return next((row for row in self.schemes_of(year) if row.scheme.track == track), None)

    def unit(self, unit_id: int) -> UnitRow:
        """Return a unit; raise NotFound if there is none."""
        if unit_id not in self.unit_by_id:
            raise NotFound("unit-unknown", text=str(unit_id))
        return self.unit_by_id[unit_id]

    def indicator(self, indicator_id: int) -> IndicatorRow:
        """Return an indicator; raise NotFound if there is none."""
        if indicator_id not in self.indicator_by_id:
            raise NotFound("indicator-unknown", text=str(indicator_id))
        return self.indicator_by_id[indicator_id]

    def assessed(self, scheme: SchemeRow) -> list[UnitRow]:
        """Return the units a scheme assesses, in the order of their codes."""
        return [unit for unit in self.units if unit.track == scheme.scheme.track]

    def units_of(self, row: IndicatorRow) -> list[UnitRow]:
        """Return the units an indicator asks a figure for, in the order of their codes."""
        if row.id not in self._asked:
            own_sets, units = self._judged[row.scheme_id]
            self._asked[row.id] = [
                unit
                for unit, facts in units
                if _asks(row, facts, has_own_set=unit.code in own_sets)
            ]
        return list(self._asked[row.id])

    @cached_property
    def _judged(self) -> Mapping[int, tuple[frozenset[str], list[tuple[UnitRow, Unit]]]]:
        """For each scheme the codes judged by a set of their own, and the units it assesses."""
        return {
            row.id: (
                _codes_with_own_set(row),
                [(unit, unit.assessed) for unit in self.assessed(row)],
            )
            for row in self.schemes
        }

    @cached_property
    def _asked(self) -> dict[int, list[UnitRow]]:
        """What `units_of` has found so far, by the indicator's row id."""
        return {}

    def due_for(self, monitoring_unit_ids: Sequence[int], period: Period) -> list[IndicatorRow]:
        """Return the indicators these monitoring units must file for a month, soonest first."""
        rows = [
            row
            for scheme in self.schemes_of(period.year)
            for row in scheme.indicators
            if row.monitoring_unit_id in monitoring_unit_ids
            and is_due(row.indicator, period)
            and self.units_of(row)
        ]
        return sorted(rows, key=lambda row: (row.indicator.due_day or 0, row.id))


def _codes_with_own_set(scheme: SchemeRow) -> frozenset[str]:
    """Return the unit codes judged by a set of their own instead of their category's template."""
    replacing = {group.code for group in scheme.scheme.groups if group.own_set_replaces}
    return frozenset(
        code
        for row in scheme.indicators
        if row.indicator.group in replacing
        for code in row.indicator.applies_to
    )


def _asks(row: IndicatorRow, unit: Unit, *, has_own_set: bool) -> bool:
    facts = row.indicator
    if not facts.is_meant_for(unit) or facts.is_waived_for(unit):
        return False
    by_category = unit.category in facts.applies_to
    return not (by_category and has_own_set)


@dataclass
class CityShelf:
    """Where the last copy of the city is kept between turns."""

    city: City | None = field(default=None)

    async def take(self, conn: AsyncConnection, today: date) -> City:
        """Return the city as it stands; read it anew if it changed since the last time."""
        query = sa.select(sa.func.max(journal.c.id)).where(journal.c.act.in_(CHANGED_BY))
        version = await conn.scalar(query) or 0
        if self.city is None or self.city.version != version:
            self.city = await _read(conn, version, today)
        return self.city


async def _read(conn: AsyncConnection, version: int, today: date) -> City:
    rows = await schemes.all_schemes(conn)
    years = {row.scheme.year for row in rows} | {today.year}
    own_days = await calendar_rows.calendar_days(conn)
    return City(
        version=version,
        units=await units.all_units(conn),
        schemes=rows,
        points=await points.all_points(conn),
        categories=await observation_categories.all_categories(conn) or BUILT_IN,
        templates=await answer_templates.all_templates(conn),
        # The holidays of several years: longer than the loop may be held.
        calendar=await asyncio.to_thread(
            calendar_for, years | {year + 1 for year in years}, own_days
        ),
    )
