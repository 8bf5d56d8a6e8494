"""One indicator in one period: every unit's score, the unit of recomputation.

A column keeps whole numbers, a few bytes a unit. What somebody asks about one score, its reason and
its points before rounding, is worked out then, by the rules that gave the points.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, get_args

import numpy as np

from scoring.figures import State
from scoring.rounding import EXACT
from scoring.told import Because

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from scoring.model import Bounds, Period
    from scoring.rolls import Roll

STATES: tuple[State, ...] = get_args(State)
STATE_NUMBERS: Mapping[State, int] = {state: number for number, state in enumerate(STATES)}
UNSCORED = -(2**63)
"""Stands where a unit has no score."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a score came about: the points before rounding, and the facts they follow from."""

    state: State
    because: Because
    exact: Decimal | None = None
    figure_of: Period | None = None


class Accounts(Protocol):
    """Who can be asked how the scores of a column came about."""

    def of(self, unit: str) -> Account:
        """Return one unit's account."""
        ...

    def observed(self) -> Mapping[tuple[str, str], Bounds]:
        """Return the bounds observed among peers, by category and method."""
        ...

    def score(self, unit: str) -> int:
        """Return one unit's score in units of the last decimal, or UNSCORED."""
        ...


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """What one unit has in one indicator.

    *points* are the full points, *score* the points awarded, rounded once, *exact* the same before
    rounding; both are None where there is nothing to count. *figure_of* is the period of the
    figure used. A state of "filled" means that the indicator's missing rule spoke.
    """

    indicator: str
    unit: str
    points: Decimal
    state: State
    score: Decimal | None
    figure_of: Period | None
    accounts: Accounts = field(repr=False, compare=False)

    @property
    def because(self) -> Because:
        """Why: worked out anew by the rule that gave the points."""
        return self.accounts.of(self.unit).because

    @property
    def exact(self) -> Decimal | None:
        """The points before rounding, worked out like *because*."""
        return None if self.score is None else self.accounts.of(self.unit).exact


@dataclass(frozen=True, slots=True, eq=False)
class ColumnScores(Mapping[str, IndicatorScore]):
    """The scores of a column by unit, those of *roll* in its order.

    *states* hold numbers of STATES, *scores* units of the last decimal or UNSCORED. *figure_of* is
    the period that spoke, but for units with an *earlier* one.
    """

    indicator: str
    roll: Roll
    places: int
    states: bytes
    scores: Sequence[int]
    figure_of: Period | None
    earlier: Mapping[str, Period]
    accounts: Accounts

    def __getitem__(self, unit: str) -> IndicatorScore:
        row = self.roll.at[unit]
        state = STATES[self.states[row]]
        return IndicatorScore(
            self.indicator,
            unit,
            self.roll.points(row, self.indicator),
            state,
            self.score(row),
            self._figure_of(unit, state),
            self.accounts,
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.roll.at)

    def __len__(self) -> int:
        return len(self.roll.units)

    def score(self, row: int) -> Decimal | None:
        """Return the score of a row."""
        score = self.scores[row]
        return (
            None if score == UNSCORED else EXACT.scaleb(EXACT.create_decimal(score), -self.places)
        )

    def _figure_of(self, unit: str, state: State) -> Period | None:
        return self.earlier.get(unit, self.figure_of if state in _SPOKEN else None)

    def observed(self) -> Mapping[tuple[str, str], Bounds]:
        """Return the bounds observed among peers, by category and method."""
        return self.accounts.observed()

    def differing(self, other: ColumnScores) -> Iterator[str]:
        """Yield the units that have another score or state here than there."""
        rows = other.roll.at
        for row, unit in enumerate(self.roll.units):
            there = rows[unit.code]
            if self.scores[row] != other.scores[there] or self.states[row] != other.states[there]:
                yield unit.code

    def with_part(self, part: ColumnScores) -> ColumnScores:
        """Return the column with the scores of some of its units taken from another."""
        states, scores = bytearray(self.states), list(self.scores)
        for row, unit in enumerate(part.roll.units):
            at = self.roll.at[unit.code]
            states[at], scores[at] = part.states[row], part.scores[row]
        earlier = {code: of for code, of in self.earlier.items() if code not in part.roll.at}
        return replace(
            self,
            states=bytes(states),
            scores=packed(scores),
            figure_of=part.figure_of,
            earlier=earlier | dict(part.earlier),
            accounts=part.accounts,
        )


def packed(scores: Sequence[int] | NDArray[np.int64]) -> Sequence[int]:
    """Return scores in eight bytes each, or as they are where one does not fit."""
    if isinstance(scores, np.ndarray):
        return array("q", scores.tobytes())
    try:
        return array("q", scores)
    except OverflowError:
        return tuple(scores)


_SPOKEN = frozenset[State]({"scored", "undefined"})
