"""The only place that rounds: half up, once, after the last digits of division noise are dropped.

Arithmetic runs with 50 digits. A quotient such as one third cannot be held whole, so a value that
is exactly half a point on paper may come out a hair below it; `snapped` drops the noise first.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Name = TypeVar("Name", bound=str)

EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
"""The context of every computation; the caller's own settings never reach a score."""

_SNAP = Context(prec=40, rounding=ROUND_HALF_EVEN)
_WIDE = 999
"""So many digits may stand before and behind the point of what is rounded: no figure has more."""
_ROUND = Context(prec=_WIDE, rounding=ROUND_HALF_UP)
_UP = Context(prec=_WIDE, rounding=ROUND_CEILING)
_DOWN = Context(prec=_WIDE, rounding=ROUND_FLOOR)


def snapped(value: Decimal) -> Decimal:
    """Drop division noise, so that values equal on paper are equal here.

    >>> snapped(EXACT.multiply(EXACT.divide(Decimal(1), Decimal(3)), Decimal(3))) == 1
    True
    """
    return _SNAP.plus(value)


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up, away from zero, to so many decimal places.

    >>> rounded(Decimal("2.675"), 2), rounded(Decimal("-0.125"), 2)
    (Decimal('2.68'), Decimal('-0.13'))
    """
    result = _ROUND.quantize(_SNAP.plus(value), _step(places))
    return result or abs(result)


def shown(value: Decimal, places: int = 4) -> str:
    """Write a number for a person: at most so many decimals, no exponent, no idle zeros.

    >>> shown(Decimal("37.50000")), shown(Decimal("1E+3")), shown(Decimal("-0.00001"))
    ('37.5', '1000', '0')
    """
    if not value:
        return "0"
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and exponent >= -places
    text = f"{value if short else rounded(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ceiled(value: Decimal, places: int) -> Decimal:
    """Round up: return the least number of so many decimals that is not under the value."""
    return _UP.quantize(_SNAP.plus(value), _step(places))


def apportioned(parts: Mapping[Name, Decimal], places: int, total: Decimal) -> dict[Name, Decimal]:
    """Round parts so that they add up exactly to a total already rounded (largest remainder).

    Every part is cut to the places; the units left over go to the largest remainders, ties in the
    order given. A total far from the parts is spread round and round.

    >>> thirds = {name: EXACT.divide(Decimal(1), Decimal(3)) for name in "abc"}
    >>> list(apportioned(thirds, 2, Decimal(1)).values())
    [Decimal('0.34'), Decimal('0.33'), Decimal('0.33')]
    """
    step = _step(places)
    cut = {name: _DOWN.quantize(_SNAP.plus(part), step) for name, part in parts.items()}
    left = int((total - sum(cut.values(), Decimal(0))) / step)
    order = sorted(parts, key=lambda name: cut[name] - parts[name])
    if left < 0:
        order.reverse()
    for number in range(abs(left) if order else 0):
        cut[order[number % len(order)]] += step if left > 0 else -step
    return cut


def decimals_of(value: Decimal) -> int:
    """Return how many decimals a number needs.

    >>> decimals_of(Decimal("1.250")), decimals_of(Decimal("1E+3"))
    (2, 0)
    """
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def _step(places: int) -> Decimal:
    return Decimal((0, (1,), -places))
