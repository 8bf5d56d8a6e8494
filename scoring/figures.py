"""Which figure speaks for a unit in a period, and what is said when there is none.

A monthly indicator speaks with the month's own figure. A quarterly, half-yearly or yearly one
speaks with the latest period of the year in which anybody reported it, against that period's plan;
before the first it is not yet scored. A figure that is due and missing falls to the indicator's
missing rule; in the final account of a year it is zero, or waived by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from scoring.facts import RATE_UNITS, Facts
from scoring.model import Indicator, Missing, NoData, NotApplicable, Period, Reported, Target
from scoring.told import Because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.model import Book, Unit

State: TypeAlias = Literal[
    "scored", "filled", "not_yet", "missing", "no_data", "not_applicable", "undefined"
]
YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be scored; *filled* when an earlier one stands in for one that is missing."""

    facts: Facts
    figure_of: Period
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """No figure, the state that leaves, and what the missing rule makes of it.

    *rule* is "zero" or "category_mean" where points are still to be given, else empty.
    """

    state: State
    because: Because
    rule: Literal["", "zero", "category_mean"] = ""


def figure_period(book: Book, indicator: Indicator, period: Period) -> Period | None:
    """Return the period whose figures count in *period*; None while the first is not yet due."""
    if indicator.frequency == "monthly":
        return period
    for month in range(period.month, 0, -1):
        candidate = Period(period.year, month)
        if _is_reported(book, indicator, candidate):
            return candidate
    months = (Period(period.year, month) for month in range(period.month, 0, -1))
    return next((each for each in months if each.is_due_for(indicator.frequency)), None)


def _is_reported(book: Book, indicator: Indicator, period: Period) -> bool:
    entries = book.entries.get(period)
    return bool(entries) and any(
        not isinstance(entries.get((indicator.code, unit.code), _MISSING), Missing)
        for unit in book.units
    )


def figures(
    book: Book,
    indicator: Indicator,
    speaks: Period | None,
    *,
    units: Iterable[Unit],
    looks_at: frozenset[str] = frozenset(),
    final: bool = False,
) -> Iterator[tuple[Unit, Figure | Blank]]:
    """Yield for each unit the figure that speaks for it, or why there is none.

    *speaks* is what `figure_period` says.
    """
    for unit in units:
        if speaks is None:
            yield unit, Blank("not_yet", Because("why-not-yet-due"))
            continue
        entry = book.entry(speaks, indicator.code, unit.code)
        match entry:
            case Reported():
                facts = _facts(book, indicator, unit, entry, speaks, looks_at=looks_at)
                yield unit, Figure(facts, speaks)
            case NoData():
                yield unit, Blank("no_data", Because("why-no-data"))
            case NotApplicable():
                yield unit, Blank("not_applicable", Because("why-not-for-unit"))
            case Missing():
                yield unit, _missing(book, indicator, unit, speaks, looks_at, final=final)
            case _:  # pragma: no cover - the type checker proves that there is no other answer
                assert_never(entry)


def planned_pct(book: Book, indicator: Indicator, period: Period) -> Decimal:
    """Return the share of the year's target planned by the end of a month, in percent.

    From the seasonal plan in force where it has the month, else as many twelfths as months.
    """
    shares = book.shares(period, indicator.code)
    share = shares[period.month - 1] if len(shares) >= period.month else None
    return Decimal(period.month * 100) / YEAR_MONTHS if share is None else share


def _missing(
    book: Book,
    indicator: Indicator,
    unit: Unit,
    speaks: Period,
    looks_at: frozenset[str],
    *,
    final: bool,
) -> Figure | Blank:
    if final and (indicator.code, unit.code) in book.waived:
        return Blank("not_applicable", Because("why-waived"))
    if indicator.missing == "category_mean":
        return Blank("filled", Because("why-missing-mean"), "category_mean")
    if indicator.missing == "last":
        last = _last(book, indicator, unit, speaks)
        if last is not None:
            facts = _facts(book, indicator, unit, last[1], last[0], looks_at=looks_at)
            return Figure(facts, last[0], filled=True)
    if final or indicator.missing == "zero":
        return Blank("filled", Because("why-missing-zero"), "zero")
    return Blank("missing", Because("why-missing"))


def _last(
    book: Book, indicator: Indicator, unit: Unit, speaks: Period
) -> tuple[Period, Reported] | None:
    """Return the latest figure before: of this year, and for a level also of the year before."""
    months = speaks.month - 1 + (YEAR_MONTHS if indicator.kind == "level" else 0)
    for back in range(1, months + 1):
        period = speaks.shifted(-back)
        entry = book.entry(period, indicator.code, unit.code)
        if isinstance(entry, Reported):
            return period, entry
    return None


def _facts(
    book: Book,
    indicator: Indicator,
    unit: Unit,
    reported: Reported,
    speaks: Period,
    *,
    looks_at: frozenset[str],
) -> Facts:
    target = book.target(speaks, indicator.code, unit.code) or _NO_TARGET
    base = reported.base
    # The whole of last year is this month's base too: for a level at any time, else in December.
    if base is None and (indicator.kind == "level" or speaks.month == YEAR_MONTHS):
        base = target.base
    return Facts(
        unit=unit.code,
        value=reported.value,
        base=base,
        growth=reported.growth,
        target=target.target,
        year_base=target.base,
        planned_pct=planned_pct(book, indicator, speaks),
        is_rate=indicator.unit_of_measure in RATE_UNITS,
        direction=indicator.direction,
        second=_second(book, unit, speaks, looks_at) if looks_at else {},
    )


def _second(book: Book, unit: Unit, period: Period, looks_at: frozenset[str]) -> dict[str, Decimal]:
    values: dict[str, Decimal] = {}
    for code in looks_at:
        speaks = figure_period(book, book.indicator_by_code[code], period)
        entry = book.entry(speaks, code, unit.code) if speaks else _MISSING
        if isinstance(entry, Reported):
            values[code] = entry.value
    return values


_MISSING = Missing()
_NO_TARGET = Target("", "")
"""A unit without a row in the targets has neither base nor target."""
