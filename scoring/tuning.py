"""Which questions are asked of figures, and how far a figure may go before one is.

The usual thresholds stand here, with the bounds within which the office may move them. What the
office decided differently, for all indicators or for one, comes in as a *Tuning*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

OddityKind: TypeAlias = Literal[
    "out-of-range",
    "unit-slip",
    "monthly-figure",
    "fell",
    "outlier",
    "growth-differs",
    "year-on-year",
    "far-ahead",
    "base-changed",
    "negative-base",
    "zero-base",
    "same-digits",
    "share-moved",
    "parts-differ",
    "all-exactly-met",
    "total-differs",
    "units-missing",
    "never-nil",
]
Measured: TypeAlias = Literal["times", "percent", "points", "z", "periods"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """How far a figure may usually go, in which measure, and between which bounds it may be set."""

    usual: Decimal
    measured: Measured
    lowest: Decimal
    highest: Decimal


def _threshold(usual: str, measured: Measured, lowest: str, highest: str) -> Threshold:
    return Threshold(Decimal(usual), measured, Decimal(lowest), Decimal(highest))


THRESHOLDS: Mapping[OddityKind, Threshold] = {
    "unit-slip": _threshold("4", "times", "2", "10"),
    "monthly-figure": _threshold("60", "percent", "10", "95"),
    "fell": _threshold("0", "percent", "0", "50"),
    "outlier": _threshold("3.5", "z", "2", "20"),
    "growth-differs": _threshold("0.5", "points", "0", "20"),
    "year-on-year": _threshold("100", "percent", "10", "1000"),
    "far-ahead": _threshold("150", "percent", "100", "500"),
    "base-changed": _threshold("0.5", "percent", "0", "50"),
    "same-digits": _threshold("3", "periods", "3", "12"),
    "share-moved": _threshold("5", "points", "1", "50"),
}
"""The rules whose threshold is a number of their own.

The accepted range, the band of a total and that of parts belong to the indicator in its scheme;
the other rules say yes or no.
"""

RULES: tuple[OddityKind, ...] = get_args(OddityKind)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the office decided about one rule; without a *threshold* the usual one holds."""

    is_on: bool = True
    threshold: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tuning:
    """The settings that hold for one indicator; a rule without one is on, as usual."""

    settings: Mapping[OddityKind, Setting] = field(default_factory=dict[OddityKind, Setting])

    def asks(self, rule: OddityKind) -> bool:
        """Whether the rule asks at all.

        >>> Tuning({"fell": Setting(is_on=False)}).asks("fell")
        False
        """
        return self.settings.get(rule, AS_USUAL).is_on

    def threshold(self, rule: OddityKind) -> Decimal:
        """Return how far a figure may go; raise KeyError for a rule that has no threshold.

        >>> Tuning().threshold("outlier")
        Decimal('3.5')
        """
        own = self.settings.get(rule, AS_USUAL).threshold
        return THRESHOLDS[rule].usual if own is None else own


AS_USUAL = Setting()
USUAL = Tuning()
