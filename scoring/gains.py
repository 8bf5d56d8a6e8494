"""The best gains in a unit's own figures: what to add, and what the engine says it would bring.

First come the ways by one figure alone to the next better place, the smallest change first; after
them the figures with most points still to be won, each a tenth nearer to full marks. Every gain is
the difference of two results of the engine: what is promised is what filing that figure brings.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.facts import ZERO
from scoring.model import Reported
from scoring.rounding import EXACT, rounded
from scoring.what_if import REACH, StepUp, figure_of, needed_figure, steps_up, what_if

if TYPE_CHECKING:
    from scoring.model import Book
    from scoring.result import Result

TENTH = Decimal("0.1")


def best_gains(book: Book, result: Result, unit: str, *, count: int = 3) -> tuple[StepUp, ...]:
    """Return at most *count* gains of a unit; none for a unit without a score.

    A gain that brings a better place has its *place_after*; one of points alone has None.
    """
    found = list(steps_up(book, result, unit, reach=REACH)[:count])
    known = {each.indicator for each in found}
    for code in _most_to_win(result, unit):
        if len(found) >= count:
            break
        if code not in known and (gain := _nearer(book, result, code, unit)) is not None:
            found.append(gain)
    return tuple(found)


def _most_to_win(result: Result, unit: str) -> list[str]:
    """Return the indicators that could still bring points, those that could bring most first."""
    own = result.units[unit]
    if own.score is None:
        return []
    could: dict[str, Decimal] = {
        code: EXACT.multiply(each.points - each.score, own.weight(code))
        for code, each in own.indicators.items()
        if each.state == "scored" and each.score is not None and each.score < each.points
    }
    return sorted(could, key=lambda code: (-could[code], code))


def _nearer(book: Book, result: Result, code: str, unit: str) -> StepUp | None:
    """Return the gain of a tenth more (or less), or of as much of it as full marks need."""
    cell = (code, unit)
    value = figure_of(book, result, cell)
    if not value:
        return None
    points = result.columns[code][unit].points
    full = needed_figure(book, result, cell, wanted=points, reach=TENTH)
    tries = [full] if full is not None else [_a_tenth(value, 1), _a_tenth(value, -1)]
    gains = (_brought(book, result, code, unit, value, needed) for needed in tries)
    return max((each for each in gains if each.gain > ZERO), key=_gain, default=None)


def _brought(
    book: Book, result: Result, code: str, unit: str, value: Decimal, needed: Decimal
) -> StepUp:
    """Return what another figure brings, as the engine computes it."""
    after = what_if(book, result, {(code, unit): Reported(needed)}).result
    gain = (after.units[unit].score or ZERO) - (result.units[unit].score or ZERO)
    place, before = after.place(unit), result.place(unit)
    rises = place is not None and before is not None and place < before
    return StepUp(code, value, needed, gain, place if rises else None)


def _a_tenth(value: Decimal, sign: int) -> Decimal:
    """Return the figure a tenth higher or lower, with the decimals it was filed with."""
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return rounded(value + sign * abs(value) * TENTH, places)


def _gain(each: StepUp) -> Decimal:
    return each.gain
