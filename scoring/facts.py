"""What a scoring rule may look at: one unit's facts, its peers' facts, and the rule's terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from scoring.model import Bounds, Direction
from scoring.rounding import snapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Parameter: TypeAlias = Decimal | str | None
ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
UNLIMITED = Decimal("Infinity")
RATE_UNITS = frozenset({"%", "‰", "百分点", "个百分点", "pp"})
"""Units of measure whose growth is a difference in points, never a percentage of a percentage."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One unit in one indicator and period.

    *base* is the same period of last year, *growth* the stated growth in percent. *year_base* is
    the whole of last year. *planned_pct* is the share of the year's target planned by now.
    *second* holds the values of other indicators that a rule compares by, under their codes.
    """

    unit: str
    value: Decimal
    base: Decimal | None = None
    growth: Decimal | None = None
    target: Decimal | None = None
    year_base: Decimal | None = None
    planned_pct: Decimal = HUNDRED
    is_rate: bool = False
    direction: Direction = "up"
    second: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.direction == "down" else 1


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule plays for: its full points, its cap as a share of them, its parameters."""

    points: Decimal
    cap: Decimal | None = None
    params: Mapping[str, Parameter] = field(default_factory=dict[str, Parameter])

    def number(self, name: str) -> Decimal:
        """Return a parameter that is a number."""
        value = self.params[name]
        if not isinstance(value, Decimal):
            raise TypeError(name)
        return value

    def optional(self, name: str) -> Decimal | None:
        """Return a parameter that may be left out."""
        value = self.params[name]
        return value if isinstance(value, Decimal) else None

    def word(self, name: str) -> str:
        """Return a parameter that is a word; empty when left out."""
        value = self.params[name]
        return value if isinstance(value, str) else ""

    def numbers(self, name: str) -> tuple[Decimal, ...]:
        """Return a parameter that is a list, written 60/57/54."""
        return tuple(Decimal(item) for item in self.word(name).split("/") if item)

    def capped(self, points: Decimal, default: Decimal = ONE) -> Decimal:
        """Keep points between nothing and the cap; *default* caps where the scheme says nothing."""
        cap = default if self.cap is None else self.cap
        if points <= 0:
            return ZERO
        if cap == UNLIMITED:
            return points
        return min(points, self.points * cap)

    @property
    def cap_pct(self) -> Decimal | str:
        """The cap in percent, for telling; "none" where there is none."""
        if self.cap == UNLIMITED:
            return "none"
        return HUNDRED if self.cap is None else self.cap * 100


@dataclass(frozen=True, slots=True)
class Column:
    """One number per unit, and their sum."""

    numbers: Mapping[str, Decimal]
    total: Decimal

    def mean(self, unit: str, *, own: bool) -> Decimal | None:
        """Return the mean over the units, with or without this one; None over nobody."""
        total, count = self.total, len(self.numbers)
        if not own and unit in self.numbers:
            total, count = total - self.numbers[unit], count - 1
        return total / count if count else None


@dataclass(frozen=True)
class Peers:
    """The units compared with each other: those of one category with a figure in this column.

    *fixed_best* and *fixed_worst* come with the indicator. *frozen* keeps the bounds once observed
    in a period that has been closed, per method. *second_signs* says of other indicators that a
    rule compares by whether more (1) or less (-1) of them is better.
    """

    facts: tuple[Facts, ...]
    fixed_best: Decimal | None = None
    fixed_worst: Decimal | None = None
    frozen: Mapping[str, Bounds] = field(default_factory=dict[str, Bounds])
    second_signs: Mapping[str, int] = field(default_factory=dict[str, int])

    @cached_property
    def values(self) -> Column:
        """Every unit's figure."""
        return self.derived("value", lambda facts: facts.value)

    @cached_property
    def ascending(self) -> Sequence[Decimal]:
        """Every figure from the least to the greatest, without the noise of divisions."""
        return sorted(map(snapped, self.values.numbers.values()))

    def derived(self, name: str, of: Callable[[Facts], Decimal | None]) -> Column:
        """Return one number per unit that has it, worked out once per name."""
        if name not in self._derived:
            pairs = ((facts.unit, of(facts)) for facts in self.facts)
            numbers = {unit: number for unit, number in pairs if number is not None}
            self._derived[name] = Column(numbers, sum(numbers.values(), ZERO))
        return self._derived[name]

    @cached_property
    def _derived(self) -> dict[str, Column]:
        return {}

    def bounds(
        self,
        method: str,
        of: Column,
        *,
        sign: int,
        best: Decimal | None = None,
        worst: Decimal | None = None,
    ) -> Bounds | None:
        """Return the bounds of a scale: given, else frozen, else fixed, else observed.

        None when a bound is open and there is nobody to observe.
        """
        best = self.fixed_best if best is None else best
        worst = self.fixed_worst if worst is None else worst
        if best is not None and worst is not None:
            return Bounds(best, worst)
        seen = self.frozen.get(method) or self._observed(method, of, sign)
        if seen is None:
            return None
        return Bounds(
            seen.best if best is None else best,
            seen.worst if worst is None else worst,
        )

    def _observed(self, method: str, of: Column, sign: int) -> Bounds | None:
        if method not in self.observed and of.numbers:
            low, high = min(of.numbers.values()), max(of.numbers.values())
            self.observed[method] = Bounds(high, low) if sign > 0 else Bounds(low, high)
        return self.observed.get(method)

    @cached_property
    def observed(self) -> dict[str, Bounds]:
        """The bounds observed so far, per method: what a closed period keeps."""
        return {}

    def places(self, tie: str = "") -> Mapping[str, int]:
        """Return each unit's place, best first, ties sharing the better one (1, 2, 2, 4).

        *tie* names another indicator that parts units level in this one.
        """
        if tie not in self._places:
            keys = {facts.unit: self._rank_key(facts, tie) for facts in self.facts}
            self._places[tie] = competition_places(keys)
        return self._places[tie]

    @cached_property
    def _places(self) -> dict[str, Mapping[str, int]]:
        return {}

    def _rank_key(self, facts: Facts, tie: str) -> tuple[Decimal, ...]:
        own = snapped(facts.value * facts.sign)
        if not tie:
            return (own,)
        other = facts.second.get(tie)
        # A unit without the second figure stands behind those that have one.
        return (own, -UNLIMITED if other is None else other * self.second_signs.get(tie, 1))


def competition_places(keys: Mapping[str, tuple[Decimal, ...]]) -> dict[str, int]:
    """Return places by keys, greatest first, ties sharing the better place.

    >>> competition_places({"a": (Decimal(3),), "b": (Decimal(2),), "c": (Decimal(2),)})
    {'a': 1, 'b': 2, 'c': 2}
    """
    ordered = sorted(keys, key=lambda unit: keys[unit], reverse=True)
    places: dict[str, int] = {}
    for position, unit in enumerate(ordered, start=1):
        before = ordered[position - 2]
        tied = position > 1 and keys[unit] == keys[before]
        places[unit] = places[before] if tied else position
    return places
