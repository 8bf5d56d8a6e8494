"""Why a unit has the points it has, and where the missing ones went.

Lines add up: what the indicators bring, as printed, with bonus and deduction, is the published
score. Rounding differences go to the largest remainders and never leave a crumb unexplained.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.facts import ZERO
from scoring.model import Reported
from scoring.rounding import EXACT, apportioned, decimals_of, snapped
from scoring.what_if import full_marks_figure

if TYPE_CHECKING:
    from scoring.column import IndicatorScore
    from scoring.model import Book, Cell
    from scoring.ranking import Standing
    from scoring.result import Result, UnitScore
    from scoring.told import Because


@dataclass(frozen=True, slots=True)
class Line:
    """What one indicator brings a unit's total, as printed, and what it could still have brought.

    *amount* and *lost* are in points of the total; *lost* is negative where more than full points
    were earned. The scored indicators' amounts add up to the total before bonus and deduction.
    """

    indicator: str
    each: IndicatorScore
    amount: Decimal
    lost: Decimal


@dataclass(frozen=True, slots=True)
class ScoreTold:
    """A unit's published score taken apart."""

    unit: str
    score: Decimal
    lines: tuple[Line, ...]
    bonus: Decimal
    deduction: Decimal

    @property
    def lost_most(self) -> tuple[Line, ...]:
        """The lines that cost points, the dearest first."""
        dear = (line for line in self.lines if line.lost > 0)
        return tuple(sorted(dear, key=lambda line: -line.lost))


@dataclass(frozen=True, slots=True)
class PointTold:
    """One indicator of one unit: its figure, its points, why, and what full marks needed.

    *needed* is None where there was no figure, or where no figure earns full points.
    """

    indicator: str
    unit: str
    value: Decimal | None
    points: Decimal
    score: Decimal | None
    because: Because
    needed: Decimal | None


def tell_score(result: Result, unit: str) -> ScoreTold | None:
    """Take a unit's published score apart; None when it has none."""
    own = result.units[unit]
    if own.score is None:
        return None
    places = result.scheme.places
    # Bonus and deduction have their own decimals; what they leave is shared by the indicators.
    rest = own.score - own.adjustment.net
    finest = max(places, decimals_of(own.adjustment.net))
    amounts = apportioned(own.amounts, finest, rest)
    lines = tuple(
        Line(code, each, amounts.get(code, ZERO), _lost(own, each))
        for code, each in own.indicators.items()
    )
    return ScoreTold(unit, own.score, lines, own.bonus, own.deduction)


def tell_point(book: Book, result: Result, cell: Cell) -> PointTold:
    """Say why one indicator gives a unit its points; raise KeyError if it does not judge it."""
    code, unit = cell
    each = result.columns[code][unit]
    entry = book.entry(each.figure_of, code, unit) if each.figure_of else None
    value = entry.value if isinstance(entry, Reported) else None
    short = each.score is not None and each.score < each.points
    needed = full_marks_figure(book, result, cell) if short else None
    return PointTold(code, unit, value, each.points, each.score, each.because, needed)


def neighbours(result: Result, unit: str) -> tuple[Standing | None, Standing | None]:
    """Return the lines of the next better and the next worse place; None at either end."""
    line = result.standings.get(unit)
    if line is None:
        return None, None
    lines = result.rankings[result.units[unit].category]
    better = [other for other in lines if other.place < line.place]
    worse = [other for other in lines if other.place > line.place]
    return (better[-1] if better else None), (worse[0] if worse else None)


def _lost(own: UnitScore, each: IndicatorScore) -> Decimal:
    if each.score is None:
        return ZERO
    return snapped(EXACT.multiply(each.points - each.score, own.weight(each.indicator)))
