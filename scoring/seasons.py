"""序时计划 from last years: which share of a year's amount stood at the end of each month.

A year speaks if it is full: enough of the units have a figure of every month due. Its shares are
those units' sums against their sum at the year's end. The plan is the mean of the years' shares;
it never falls, and ends at 100 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from scoring.facts import HUNDRED, ZERO
from scoring.figures import YEAR_MONTHS
from scoring.periods import Period
from scoring.rounding import EXACT, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.model import Indicator, Shares

YEARS_MOST = 3
"""A plan rests on the last three years; older seasons say little of this one."""
ENOUGH = Decimal("0.5")
"""The share of the units with any figure of a year that must have every figure of it."""
PLACES = 1


@dataclass(frozen=True, slots=True)
class YearShares:
    """One full year's cumulative shares in percent, and the number of units they rest on."""

    year: int
    shares: Shares
    units: int


@dataclass(frozen=True, slots=True)
class SeasonalPlan:
    """A plan computed from *years*, the oldest first."""

    shares: Shares
    years: tuple[YearShares, ...]


def year_shares(
    indicator: Indicator, year: int, figures: Mapping[str, Mapping[int, Decimal]]
) -> YearShares | None:
    """Return a year's shares from its figures by unit and month; None for one that is not full.

    Months of which the indicator has no figure of its own have no share.
    """
    due = [
        month
        for month in range(1, YEAR_MONTHS + 1)
        if Period(year, month).is_due_for(indicator.frequency)
    ]
    whole = [months for months in figures.values() if all(month in months for month in due)]
    total = sum((months[YEAR_MONTHS] for months in whole), ZERO)
    if not whole or len(whole) < ENOUGH * len(figures) or total <= 0:
        return None
    with localcontext(EXACT):
        shares = {
            month: sum((months[month] for months in whole), ZERO) * HUNDRED / total for month in due
        }
    return YearShares(
        year, tuple(shares.get(month) for month in range(1, YEAR_MONTHS + 1)), len(whole)
    )


def seasonal_plan(years: Mapping[int, YearShares]) -> SeasonalPlan | None:
    """Return the plan that the last full years make; None where there is none."""
    used = tuple(years[year] for year in sorted(years)[-YEARS_MOST:])
    if not used:
        return None
    shares: list[Decimal | None] = []
    reached = ZERO
    for month in range(YEAR_MONTHS):
        found = [share for each in used if (share := each.shares[month]) is not None]
        if not found:
            shares.append(None)
            continue
        with localcontext(EXACT):
            mean = sum(found, ZERO) / len(found)
        reached = min(max(reached, rounded(mean, PLACES)), HUNDRED)
        shares.append(reached)
    return SeasonalPlan(tuple(shares), used)
