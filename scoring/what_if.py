"""What if: the same computation with some figures changed, and the figure that would be needed.

Every question here is asked of the engine itself, so an answer can never differ from what the
engine will say when the figure is really filed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.engine import rescore, score_column
from scoring.facts import ONE, ZERO
from scoring.figures import figure_period
from scoring.method_text import method
from scoring.model import Book, Cell, Entry, Missing, Period, Reported, Shares
from scoring.rounding import EXACT, ceiled, rounded

if TYPE_CHECKING:
    from scoring.column import IndicatorScore
    from scoring.result import Result

DOUBLINGS = 34
"""How far a needed figure is looked for: 2**34 steps of the figures' own last decimal."""
REACH = Decimal("0.5")
"""A way up that asks for more than half of the figure on top is no advice to anybody."""


@dataclass(frozen=True, slots=True)
class Move:
    """A unit's score and place before and after."""

    unit: str
    score_before: Decimal | None
    score_after: Decimal | None
    place_before: int | None
    place_after: int | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The result with the changes, and every unit whose score or place they move."""

    result: Result
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class StepUp:
    """One way up by a single figure: what it is, what it would have to be, what that brings.

    *gain* is in points of the total; *place_after* is the place then, or None for a way that does
    not reach the next place.
    """

    indicator: str
    value: Decimal
    needed: Decimal
    gain: Decimal
    place_after: int | None

    @property
    def more(self) -> Decimal:
        """By how much the figure would have to change."""
        return self.needed - self.value


def changed(book: Book, period: Period, changes: Mapping[Cell, Entry]) -> Book:
    """Return the book with other answers in the figures that count in a period."""
    entries = dict(book.entries)
    for (code, unit), entry in changes.items():
        speaks = figure_period(book, book.indicator_by_code[code], period) or period
        before = entries.get(speaks, {})
        old = before.get((code, unit))
        if isinstance(entry, Reported) and isinstance(old, Reported) and entry.base is None:
            # A figure asked about by itself is compared with the base already on file.
            entry = replace(entry, base=old.base)  # noqa: PLW2901 - the answer to be filed
        entries[speaks] = {**before, (code, unit): entry}
    return replace(book, entries=entries)


def what_if(book: Book, result: Result, changes: Mapping[Cell, Entry]) -> WhatIf:
    """Recompute a result with other answers, and say whom that moves."""
    other = changed(book, result.period, changes)
    after = rescore(other, result, cells=changes)
    return WhatIf(after, _moves(result, after))


def what_if_planned(book: Book, result: Result, indicator: str, shares: Shares) -> WhatIf:
    """Recompute a result with another seasonal plan of one indicator, and say whom that moves."""
    plans = {**book.replanned, indicator: ()}
    other = replace(book, replanned=plans, seasonality={**book.seasonality, indicator: shares})
    after = rescore(other, result, indicators={indicator})
    return WhatIf(after, _moves(result, after))


def _moves(before: Result, after: Result) -> tuple[Move, ...]:
    moves = (
        Move(
            code,
            before.units[code].score,
            after.units[code].score,
            before.place(code),
            after.place(code),
        )
        for code in before.units
    )
    return tuple(
        move
        for move in moves
        if (move.score_before, move.place_before) != (move.score_after, move.place_after)
    )


def needed_figure(
    book: Book, result: Result, cell: Cell, *, wanted: Decimal, reach: Decimal | None = None
) -> Decimal | None:
    """Return the figure nearest to the present one that earns at least *wanted* points.

    The figure has as many decimals as the column's figures have. *reach* is how far it may lie
    from the present one, as a share of that. None when the unit has no figure to start from, or
    when no figure within reach earns that much.
    """
    trial = _Trial.of(book, result, cell)
    if trial is None:
        return None
    if trial.earns(trial.value) >= wanted:
        return trial.value
    furthest = None if reach is None or not trial.value else abs(trial.value) * reach
    for low, high in trial.probes():
        if furthest is not None and abs(low - trial.value) > furthest:
            return None
        if trial.earns(high) >= wanted:
            found = trial.first_between(low, high, wanted)
            return None if furthest and abs(found - trial.value) > furthest else found
    return None


def full_marks_figure(book: Book, result: Result, cell: Cell) -> Decimal | None:
    """Return the nearest figure that would have earned the indicator's full points."""
    code, unit = cell
    return needed_figure(book, result, cell, wanted=result.columns[code][unit].points)


def steps_up(
    book: Book, result: Result, unit: str, *, reach: Decimal | None = None
) -> tuple[StepUp, ...]:
    """Return the ways by one figure alone to the next better place, the smallest change first.

    What is measured is the change in proportion to the figure, which is at most *reach*. A way is
    kept only if the engine, asked with the needed figure, really puts the unit higher.
    """
    line = result.standings.get(unit)
    if line is None or line.gap_to_next is None:
        return ()
    ways = (
        _step_up(book, result, (code, unit), line.gap_to_next, reach)
        for code, each in result.units[unit].indicators.items()
        if each.state == "scored"
    )
    return tuple(sorted(filter(None, ways), key=_effort))


def _step_up(
    book: Book, result: Result, cell: Cell, gap: Decimal, reach: Decimal | None
) -> StepUp | None:
    code, unit = cell
    own = result.units[unit]
    each = own.indicators[code]
    value = figure_of(book, result, cell)
    weight = own.weight(code)
    if value is None or each.score is None or not weight:
        return None
    places = result.scheme.indicator_places
    smallest = Decimal(1).scaleb(-places)
    # First what makes the totals level, then a little more where level is not enough.
    for extra in (ZERO, smallest, ONE.scaleb(-result.scheme.places)):
        wanted = each.score + ceiled(EXACT.divide(gap + extra, weight), places)
        needed = needed_figure(book, result, cell, wanted=wanted, reach=reach)
        if needed is None:
            return None
        after = what_if(book, result, {cell: Reported(needed)}).result
        place = after.place(unit)
        if place is not None and place < (result.place(unit) or 0):
            gain = (after.units[unit].score or ZERO) - (own.score or ZERO)
            return StepUp(code, value, needed, gain, place)
    return None


def _effort(step: StepUp) -> Decimal:
    return abs(EXACT.divide(step.more, step.value)) if step.value else abs(step.more)


def figure_of(book: Book, result: Result, cell: Cell) -> Decimal | None:
    """Return the figure a unit's points of a cell were computed from; None without a figure."""
    code, unit = cell
    speaks = result.columns[code][unit].figure_of
    entry = Missing() if speaks is None else book.entry(speaks, code, unit)
    return entry.value if isinstance(entry, Reported) else None


@dataclass(frozen=True, slots=True)
class _Trial:
    """One unit's figure to be varied in a book no larger than its score depends on."""

    book: Book
    period: Period
    cell: Cell
    value: Decimal
    places: int
    is_final: bool

    @classmethod
    def of(cls, book: Book, result: Result, cell: Cell) -> _Trial | None:
        code, unit = cell
        value = figure_of(book, result, cell)
        if value is None:
            return None
        speaks = result.columns[code][unit].figure_of or result.period
        own = book.unit_by_code[unit]
        column = book.entries.get(speaks, {})
        places = max((_decimals(column.get((code, each.code))) for each in book.units), default=0)
        if method(book.indicator_by_code[code].method).compares:
            units = tuple(each for each in book.units if each.category == own.category)
        else:
            units = (own,)
        codes = {code} | method(book.indicator_by_code[code].method).looks_at
        entries = {
            period: {cell: entry for cell, entry in cells.items() if cell[0] in codes}
            for period, cells in book.entries.items()
        }
        small = replace(book, units=units, entries=entries)
        return cls(small, result.period, cell, value, places, result.is_final)

    def earns(self, value: Decimal) -> Decimal:
        """Return the points the unit would have."""
        book = changed(self.book, self.period, {self.cell: Reported(value)})
        each = score_column(book, self.cell[0], self.period, final=self.is_final)[self.cell[1]]
        return _points(each)

    def probes(self) -> Iterator[tuple[Decimal, Decimal]]:
        """Yield pairs of figures ever further away on both sides: the one before, and the one."""
        step = ONE.scaleb(-self.places)
        last = ZERO
        for doubling in range(DOUBLINGS):
            distance = step * 2**doubling
            for sign in (1, -1):
                yield self.value + sign * last, self.value + sign * distance
            last = distance

    def first_between(self, low: Decimal, high: Decimal, wanted: Decimal) -> Decimal:
        """Return the figure nearest to *low*, which earns too little, that earns enough."""
        step = ONE.scaleb(-self.places)
        while abs(high - low) > step:
            middle = low + rounded((high - low) / 2, self.places)
            if self.earns(middle) >= wanted:
                high = middle
            else:
                low = middle
        return high


def _points(each: IndicatorScore) -> Decimal:
    return ZERO if each.score is None else each.score


def _decimals(entry: Entry | None) -> int:
    if not isinstance(entry, Reported):
        return 0
    exponent = entry.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
