"""What lateness costs the reporter, and never the assessed unit.

Source: 金坛 2011: three points a day, and nothing left when three days late in a quarter.
"""

from __future__ import annotations

from decimal import Decimal

PER_DAY = Decimal(3)
ZERO_AT_DAYS = 3


def punctuality(
    points: Decimal,
    *,
    days_late: int,
    per_day: Decimal = PER_DAY,
    zero_at: int = ZERO_AT_DAYS,
) -> Decimal:
    """Return what is left of the points for timeliness after so many days late in all.

    >>> punctuality(Decimal(15), days_late=2), punctuality(Decimal(15), days_late=3)
    (Decimal('9'), Decimal('0'))
    """
    if days_late >= zero_at:
        return Decimal(0)
    return max(Decimal(0), points - per_day * max(0, days_late))
