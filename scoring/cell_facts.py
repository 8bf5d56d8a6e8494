"""The facts about one figure about to be filed, what to expect of it, and what may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring import own_history
from scoring.rounding import EXACT

if TYPE_CHECKING:
    from scoring.model import Kind
    from scoring.periods import Period
    from scoring.told import Told
    from scoring.tuning import OddityKind

_RATIOS = frozenset({"%", "‰", "百分点"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure already on file for an earlier month of the same year, with its base."""

    month: int
    value: Decimal
    base: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CellFacts:
    """Everything the checks look at for one figure.

    *earlier* are this year's earlier figures in the order of months; *filed_last_year* is what
    last year's own file says for the same month; *accepted* the accepted range (both ends
    included, None open) where the indicator has its own.
    """

    indicator: str
    unit: str
    period: Period
    kind: Kind
    unit_of_measure: str
    value: Decimal
    base: Decimal | None = None
    growth: Decimal | None = None
    target: Decimal | None = None
    earlier: tuple[Earlier, ...] = ()
    filed_last_year: Decimal | None = None
    accepted: tuple[Decimal | None, Decimal | None] | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether the figure is a percentage, so that changes of it are percentage points."""
        return self.unit_of_measure in _RATIOS

    @property
    def is_running_total(self) -> bool:
        """Whether the figure runs from January (累计) and so cannot fall."""
        return self.kind != "level"

    @property
    def last(self) -> Earlier | None:
        """The latest earlier figure of the year."""
        return self.earlier[-1] if self.earlier else None

    def growth_pct(self) -> Decimal | None:
        """Return the computed growth: in percent, for ratios in points; None without a base.

        A base that is zero or negative gives no growth of an amount.
        """
        if self.base is None or (self.base <= 0 and not self.is_ratio):
            return None
        change = EXACT.subtract(self.value, self.base)
        if self.is_ratio:
            return change
        return EXACT.divide(EXACT.multiply(change, Decimal(100)), self.base)

    def from_base(self) -> Decimal | None:
        """Return last year's figure of the month at this year's usual pace so far."""
        if self.base is None or self.base <= 0:
            return None
        paces = [
            EXACT.divide(each.value, each.base)
            for each in self.earlier
            if each.base is not None and each.base > 0
        ]
        pace = own_history.median(paces) if paces else Decimal(1)
        return EXACT.multiply(self.base, pace) if pace > 0 else self.base

    def from_last(self) -> Decimal | None:
        """Return the last figure carried on; None if there is none above zero."""
        if self.last is None or self.last.value <= 0:
            return None
        return self.carried_on(self.last)

    def carried_on(self, earlier: Earlier) -> Decimal:
        """Return an earlier figure carried on at its own pace; a level stays where it is."""
        if not self.is_running_total:
            return earlier.value
        months = EXACT.divide(Decimal(self.period.month), Decimal(earlier.month))
        return EXACT.multiply(earlier.value, months)

    def from_target(self) -> Decimal | None:
        """Return the target's share by the calendar; a level has the whole of it."""
        if self.target is None or self.target <= 0:
            return None
        if not self.is_running_total:
            return self.target
        return EXACT.divide(EXACT.multiply(self.target, Decimal(self.period.month)), Decimal(12))

    def unusual_pace(
        self, farthest_z: Decimal = own_history.FARTHEST_Z
    ) -> tuple[Decimal, Decimal, Decimal] | None:
        """Return z, the figure's movement and the usual one, if z is beyond ±*farthest_z*.

        A running total is judged by its monthly increments, beside last year's increments of the
        same months where all are known (that takes the season out); a level by itself.
        """
        if not self.is_running_total:
            history = [each.value for each in self.earlier]
            return _far(history, self.value, own_history.LEVEL_FLOOR, farthest_z)
        months = [*(each.month for each in self.earlier), self.period.month]
        own = own_history.increments(months, [*(each.value for each in self.earlier), self.value])
        bases = [*(each.base for each in self.earlier), self.base]
        known = [base for base in bases if base is not None]
        if len(known) < len(bases):
            return _far(own[:-1], own[-1], own_history.INCREMENT_FLOOR, farthest_z)
        last_year = own_history.increments(months, known)
        paces = own_history.paces(own, last_year)
        if paces[-1] is None:
            return None
        history = [pace for pace in paces[:-1] if pace is not None]
        far = _far(history, paces[-1], own_history.PACE_FLOOR, farthest_z)
        if far is None:
            return None
        return far[0], own[-1], EXACT.multiply(last_year[-1], far[2])


@dataclass(frozen=True, slots=True)
class Oddity:
    """One question with the numbers it rests on. With *needs_reason* it must be answered."""

    kind: OddityKind
    given: tuple[tuple[str, Told], ...]
    needs_reason: bool = True

    def value(self, name: str) -> Told:
        """Return one of the numbers; raise KeyError if the question has none of this name."""
        return dict(self.given)[name]

    @property
    def meant(self) -> Decimal | None:
        """The figure that was probably meant, where the question can tell."""
        found = dict(self.given).get("meant")
        return found if isinstance(found, Decimal) else None


def percent(share: Decimal, of: Decimal) -> Decimal:
    """Return so many percent of a number, without its sign."""
    return abs(EXACT.divide(EXACT.multiply(share, of), Decimal(100)))


def places_of(value: Decimal) -> int:
    """Return how many decimals a value was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _far(
    history: list[Decimal], value: Decimal, floor: Decimal, farthest_z: Decimal
) -> tuple[Decimal, Decimal, Decimal] | None:
    z = own_history.modified_z(history, value, floor)
    if z is None or abs(z) <= farthest_z:
        return None
    return z, value, own_history.median(history)
