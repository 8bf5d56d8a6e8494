"""What a computation comes to: blocks, units, rankings, and how they moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.adjustments import NO_ADJUSTMENT, Adjustment
from scoring.facts import ZERO
from scoring.rounding import EXACT, snapped

if TYPE_CHECKING:
    from scoring.column import ColumnScores, IndicatorScore
    from scoring.model import Bounds, BoundsKey, Period, Scheme
    from scoring.plan import Plan
    from scoring.ranking import Ranking, Standing


@dataclass(frozen=True, slots=True)
class BlockScore:
    """One block of one unit.

    *points* is what the block is worth to the unit, *scored_points* how much of that has been
    scored, *exact* what was earned of it. All are stretched for what does not apply.
    """

    group: str
    points: Decimal
    scored_points: Decimal
    exact: Decimal

    @property
    def rate(self) -> Decimal | None:
        """The part earned of what has been scored; None before anything has."""
        return EXACT.divide(self.exact, self.scored_points) if self.scored_points else None


@dataclass(frozen=True, slots=True)
class UnitIndicators(Mapping[str, "IndicatorScore"]):
    """A unit's indicators in the scheme's order, looked up in the columns when asked for."""

    unit: str
    codes: Mapping[str, Decimal]
    columns: Mapping[str, Mapping[str, IndicatorScore]] = field(repr=False)

    def __getitem__(self, code: str) -> IndicatorScore:
        if code not in self.codes:
            raise KeyError(code)
        return self.columns[code][self.unit]

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, UnitIndicators):
            return NotImplemented
        return self.unit == other.unit and dict(self) == dict(other)

    __hash__ = None  # pyright: ignore[reportAssignmentType] - equal by what the columns hold


@dataclass(frozen=True, slots=True)
class UnitScore:
    """One unit's result.

    *exact* is the total before rounding, *score* the published one; both are None before anything
    is scored. The total is the rate over what has been scored (得分率), put to the scheme's full
    points, plus bonus, less deduction. *coverage* is the part of the scheme's points that has been
    scored (已评权重); what does not apply to the unit is not covered. *stretch* is the factor by
    which an indicator's points count in its block, *scored_points* what the scored ones come to.
    """

    unit: str
    category: str
    work: Plan = field(repr=False, compare=False)
    indicators: UnitIndicators
    stretch: Mapping[str, Decimal]
    scored_points: Decimal = ZERO
    score: Decimal | None = None
    exact: Decimal | None = None
    rate: Decimal | None = None
    coverage: Decimal = ZERO
    adjustment: Adjustment = NO_ADJUSTMENT

    @property
    def bonus(self) -> Decimal:
        """The bonus points counted, after caps."""
        return self.adjustment.bonus

    @property
    def deduction(self) -> Decimal:
        """The points deducted, positive, after caps."""
        return self.adjustment.deduction

    @property
    def amounts(self) -> dict[str, Decimal]:
        """What each scored indicator brings; they add up to *exact* less the adjustment."""
        with localcontext(EXACT):
            return {
                code: each.score * self.weight(code)
                for code, each in self.indicators.items()
                if each.score is not None and code in self.stretch
            }

    def weight(self, code: str) -> Decimal:
        """Return what one point in an indicator brings the total; 0 while nothing is scored."""
        if not self.scored_points or code not in self.stretch:
            return ZERO
        full = EXACT.multiply(self.stretch[code], self.work.scheme.full_points)
        return EXACT.divide(full, self.scored_points)

    @property
    def blocks(self) -> dict[str, BlockScore]:
        """The blocks of which something applies to the unit, in the scheme's order."""
        sums: dict[str, list[Decimal]] = {}
        with localcontext(EXACT):
            for code, factor in self.stretch.items():
                each = self.indicators[code]
                points = each.points * factor
                for group in self.work.around[code]:
                    line = sums.setdefault(group, [ZERO, ZERO, ZERO])
                    line[0] += points
                    if each.score is not None:
                        line[1] += points
                        line[2] += each.score * factor
        return {
            group.code: BlockScore(group.code, *(snapped(each) for each in sums[group.code]))
            for group in self.work.scheme.groups
            if group.code in sums
        }


@dataclass(frozen=True)
class Result:
    """A whole scheme in one period.

    *rankings* hold each category's ranked units, *unranked* the codes of those of whom nothing has
    been scored.
    """

    scheme: Scheme
    period: Period
    units: Mapping[str, UnitScore]
    rankings: Mapping[str, Ranking]
    columns: Mapping[str, ColumnScores]
    is_final: bool = False

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Every ranked unit's line."""
        return {line.unit: line for lines in self.rankings.values() for line in lines}

    @property
    def unranked(self) -> tuple[str, ...]:
        """The units of whom nothing has been scored."""
        return tuple(code for code, unit in self.units.items() if unit.exact is None)

    def place(self, unit: str) -> int | None:
        """Return a unit's place in its category; None when it is not ranked."""
        line = self.standings.get(unit)
        return None if line is None else line.place

    def movement(self, before: Result) -> Mapping[str, int]:
        """Return how many places each unit has gained (positive) or lost, ranked both times."""
        return {
            code: before.standings[code].place - line.place
            for code, line in self.standings.items()
            if code in before.standings
        }

    def observed_bounds(self) -> Mapping[BoundsKey, Bounds]:
        """Return the bounds observed among peers, to be frozen with the period."""
        return {
            (code, self.period, category, method): bounds
            for code, column in self.columns.items()
            for (category, method), bounds in column.observed().items()
        }
