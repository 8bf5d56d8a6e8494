"""The only place that rounds: half up, once, after the last digits of division noise are dropped.

Arithmetic runs with 50 digits. A quotient such as one third cannot be held whole, so a value that
is exactly half a point on paper may come out a hair below it; `snapped` drops the noise first.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
"""The context of every computation; the caller's own settings never reach a score."""

_SNAP = Context(prec=40, rounding=ROUND_HALF_EVEN)
_ROUND = Context(prec=60, rounding=ROUND_HALF_UP)


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
    return result if result else abs(result)


def shown(value: Decimal, places: int = 4) -> str:
    """Write a number for a person: at most so many decimals, no exponent, no idle zeros.

    >>> shown(Decimal("37.50000")), shown(Decimal("1E+3")), shown(Decimal("-0.00001"))
    ('37.5', '1000', '0')
    """
    text = f"{rounded(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _step(places: int) -> Decimal:
    return Decimal((0, (1,), -places))
