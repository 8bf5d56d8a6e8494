"""What a column's rule looks at and what it answers: everybody's facts, and everybody's shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from scoring.figure_table import Flags, Floats, Numbers
    from scoring.layout import Layout
    from scoring.model import Indicator

EPSILON: Final = 2.0**-52


@dataclass(frozen=True, slots=True)
class Sheet:
    """One column's facts, a row a unit: what `Facts` and `Peers` are to the rule of one unit.

    *there* says who has a figure; None is everybody. *base*, *year_base* and *target* are None
    where nobody has one. *planned* is the share of the year planned by now, as a whole quotient.
    """

    indicator: Indicator
    layout: Layout
    there: Flags | None
    value: Numbers
    base: Numbers | None
    growth: Numbers | None
    target: Numbers | None
    planned: tuple[float, float] | None
    is_rate: bool

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.indicator.direction == "down" else 1


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of its points that a part of a method awards to each row.

    It is *numerator* ÷ *denominator*, kept between nothing and *most*. *answered* says who has one;
    None is everybody with a figure. *is_whole* says that both ends are exact whole numbers, *noise*
    how far a share may be off besides the division itself.
    """

    numerator: Floats
    denominator: Floats | float
    most: Decimal | None = None
    answered: Flags | None = None
    is_whole: bool = True
    noise: float = 0.0

    @property
    def share(self) -> Floats:
        """The shares as floating-point numbers."""
        share = np.maximum(self.numerator / self.denominator, 0.0)
        return share if self.most is None else np.minimum(share, float(self.most))


def in_one_measure(one: Numbers, other: Numbers) -> tuple[Floats, Floats] | None:
    """Return two columns in multiples of the same decimal; None where they grow too long."""
    places = max(one.places, other.places)
    first, second = one.scaled(places), other.scaled(places)
    return None if first is None or second is None else (first, second)


def set_in_both(one: Flags | None, other: Flags | None) -> Flags | None:
    """Return where both are set; None is everywhere."""
    if one is None or other is None:
        return other if one is None else one
    return one & other
