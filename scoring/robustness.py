"""Firm or fragile: how far places hang on figures still open, and on single indicators.

Open figures are those missing or not yet verified. Each is drawn within its unit's own past range:
for a cumulative figure the range of its past ratios to the plan, else of its past values. One that
has no past is drawn within the past range of its peers; without even that it stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from scoring.column import (
    STATE_NUMBERS,
    UNSCORED,
    Account,
    ColumnScores,
    IndicatorScore,
    packed,
)
from scoring.engine import compose, rescore
from scoring.facts import ONE
from scoring.figures import figure_period, planned_pct
from scoring.model import Book, Bounds, Cell, Entry, Indicator, Period, Reported, Unit
from scoring.rounding import EXACT
from scoring.told import Because

if TYPE_CHECKING:
    from random import Random

    from scoring.result import Result

DRAWS = 200
TAIL_PCT = 5


@dataclass(frozen=True, slots=True)
class Band:
    """The places a unit takes while open figures arrive: the 5th to the 95th of a hundred draws.

    *seen* counts the draws by place.
    """

    unit: str
    place: int
    best: int
    worst: int
    seen: Mapping[int, int]

    @property
    def is_firm(self) -> bool:
        """Whether the place stays what it is."""
        return self.best == self.worst == self.place


@dataclass(frozen=True, slots=True)
class Range:
    """Where an open figure is looked for, both ends included."""

    low: Decimal
    high: Decimal
    base: Decimal | None


def open_figures(book: Book, result: Result) -> Mapping[Cell, Range]:
    """Return the figures still open that could move a place, each with its past range."""
    found: dict[Cell, Range] = {}
    with localcontext(EXACT):
        for indicator in book.scheme.indicators:
            for unit, each in result.columns[indicator.code].items():
                cell = (indicator.code, unit)
                if _is_open(book, each, cell):
                    reach = _range(book, indicator, book.unit_by_code[unit], result.period)
                    if reach is not None:
                        found[cell] = reach
    return found


def place_bands(
    book: Book, result: Result, random: Random, *, draws: int = DRAWS
) -> Mapping[str, Band]:
    """Return every ranked unit's band of places over so many draws of the open figures.

    The same random generator state gives the same bands. Without open figures all are firm.
    """
    open_cells = open_figures(book, result)
    seen: dict[str, list[int]] = {unit: [] for unit in result.standings}
    for _ in range(draws if open_cells else 0):
        drawn = rescore(_drawn(book, result.period, open_cells, random), result, cells=open_cells)
        for unit, places in seen.items():
            places.append(drawn.standings[unit].place)
    return {unit: _band(unit, line.place, seen[unit]) for unit, line in result.standings.items()}


def without_each(book: Book, result: Result) -> Mapping[str, Result]:
    """Return what the result would be without each indicator in turn, its points left to others."""
    return {
        code: compose(
            book, result.period, {**result.columns, code: _left_out(column)}, final=result.is_final
        )
        for code, column in result.columns.items()
    }


def _is_open(book: Book, each: IndicatorScore, cell: Cell) -> bool:
    if each.state in {"missing", "filled"}:
        return True
    entry = None if each.figure_of is None else book.entry(each.figure_of, *cell)
    return isinstance(entry, Reported) and entry.unverified


def _range(book: Book, indicator: Indicator, unit: Unit, period: Period) -> Range | None:
    speaks = figure_period(book, indicator, period) or period
    scale = _scale(book, indicator, unit, speaks)
    past = _past(book, indicator, unit, speaks)
    if not past:
        peers = (each for each in book.units if each.category == unit.category)
        past = [ratio for each in peers for ratio in _past(book, indicator, each, speaks)]
    if not past:
        return None
    target = book.target(speaks, indicator.code, unit.code)
    base = None if target is None else target.base
    if base is not None and indicator.kind != "level":
        base = base * planned_pct(book, indicator, speaks) / 100
    ends = (min(past) * scale, max(past) * scale)
    return Range(min(ends), max(ends), base)


def _scale(book: Book, indicator: Indicator, unit: Unit, period: Period) -> Decimal:
    """Return what past ratios are to be multiplied by: the planned amount, or nothing."""
    target = book.target(period, indicator.code, unit.code)
    goal = None if target is None else target.target
    if indicator.kind == "level" or goal is None or goal <= 0:
        return ONE
    planned = goal * planned_pct(book, indicator, period) / 100
    return planned if planned > 0 else ONE


def _past(book: Book, indicator: Indicator, unit: Unit, speaks: Period) -> list[Decimal]:
    ratios: list[Decimal] = []
    for month in range(1, speaks.month + 1):
        period = Period(speaks.year, month)
        entry = book.entry(period, indicator.code, unit.code)
        if isinstance(entry, Reported):
            ratios.append(entry.value / _scale(book, indicator, unit, period))
    return ratios


def _drawn(book: Book, period: Period, ranges: Mapping[Cell, Range], random: Random) -> Book:
    entries = dict(book.entries)
    for (code, unit), reach in ranges.items():
        speaks = figure_period(book, book.indicator_by_code[code], period) or period
        cells: Mapping[Cell, Entry] = entries.get(speaks, {})
        old = cells.get((code, unit))
        with localcontext(EXACT):
            share = Decimal(random.randrange(10_001)) / 10_000
            value = reach.low + (reach.high - reach.low) * share
        drawn = (
            replace(old, value=value) if isinstance(old, Reported) else Reported(value, reach.base)
        )
        entries[speaks] = {**cells, (code, unit): drawn}
    return replace(book, entries=entries)


def _band(unit: str, place: int, places: list[int]) -> Band:
    ordered = sorted(places) or [place]
    tail = len(ordered) * TAIL_PCT // 100
    seen = {each: ordered.count(each) for each in sorted(set(ordered))}
    return Band(unit, place, ordered[tail], ordered[-1 - tail], seen)


def _left_out(column: ColumnScores) -> ColumnScores:
    count = len(column)
    return replace(
        column,
        states=bytes([STATE_NUMBERS["not_applicable"]]) * count,
        scores=packed([UNSCORED] * count),
        figure_of=None,
        earlier={},
        accounts=LeftOut(),
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The accounts of a column that has been left out."""

    def of(self, unit: str) -> Account:
        """Return the same for every unit."""
        del unit
        return Account("not_applicable", Because("why-left-out"))

    def observed(self) -> Mapping[tuple[str, str], Bounds]:
        """Return nothing: nobody was compared."""
        return {}

    def score(self, unit: str) -> int:
        """Return the same for every unit."""
        del unit
        return UNSCORED
