"""How far a figure stands from a unit's own earlier figures, by the modified z-score.

z = 0.6745 · (x − median) / MAD (Iglewicz and Hoaglin, 1993). MAD is the median distance from the
median; it is never taken below a share of the median, because a quiet history would otherwise make
an outlier of every ordinary month.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.rounding import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_POINTS = 4
FARTHEST_Z = Decimal("3.5")

_NORMAL = Decimal("0.6745")
PACE_FLOOR = Decimal("0.10")
"""Beside last year's months the season is accounted for, so a tenth is ordinary scatter."""
INCREMENT_FLOOR = Decimal("0.25")
LEVEL_FLOOR = Decimal("0.05")


def median(values: Sequence[Decimal]) -> Decimal:
    """Return the middle value, or the mean of the two middle ones; *values* are not empty."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return EXACT.divide(EXACT.add(ordered[middle - 1], ordered[middle]), Decimal(2))


def modified_z(history: Sequence[Decimal], value: Decimal, floor: Decimal) -> Decimal | None:
    """Return the modified z-score of *value*; None with fewer than four points.

    *floor* is the least MAD as a share of the median.

    >>> modified_z([Decimal(n) for n in (9, 10, 10, 11)], Decimal(20), Decimal("0.1"))
    Decimal('6.745')
    """
    if len(history) < FEWEST_POINTS:
        return None
    typical = median(history)
    spread = median([abs(EXACT.subtract(each, typical)) for each in history])
    spread = max(spread, abs(EXACT.multiply(typical, floor)))
    if not spread:
        return None
    return EXACT.divide(EXACT.multiply(_NORMAL, EXACT.subtract(value, typical)), spread)


def increments(months: Sequence[int], values: Sequence[Decimal]) -> list[Decimal]:
    """Return the growth of a cumulative series per month, from nothing before the first month.

    >>> increments([2, 3], [Decimal(6), Decimal(10)])
    [Decimal('3'), Decimal('4')]
    """
    before_months = [0, *months[:-1]]
    before_values = [Decimal(0), *values[:-1]]
    return [
        EXACT.divide(EXACT.subtract(value, before), Decimal(month - earlier))
        for month, earlier, value, before in zip(
            months, before_months, values, before_values, strict=True
        )
    ]


def paces(own: Sequence[Decimal], last_year: Sequence[Decimal]) -> list[Decimal | None]:
    """Return each increment as a multiple of the same month's of last year, where that is positive.

    >>> paces([Decimal(3), Decimal(4)], [Decimal(2), Decimal(0)])
    [Decimal('1.5'), None]
    """
    return [
        EXACT.divide(each, then) if then > 0 else None
        for each, then in zip(own, last_year, strict=True)
    ]
