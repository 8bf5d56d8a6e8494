"""Why a unit's score and place changed from one result to another: four sums that add up exactly.

corrections: figures of the earlier period have been restated since.
rules: the scheme, targets, plans or frozen bounds are others now.
own: the unit's own new figures, against the new month's plan, and its own bonus and deduction.
others: the new figures of its peers, where a method compares.
Own and others are taken in both orders and halved, so that neither gains by being named first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from scoring.engine import score
from scoring.facts import ZERO
from scoring.figures import figure_period
from scoring.model import Book, Cell, Entry, Missing, Period
from scoring.rounding import EXACT, apportioned

if TYPE_CHECKING:
    from scoring.result import Result, UnitScore

Cause: TypeAlias = Literal["corrections", "rules", "own", "others"]
CAUSES: tuple[Cause, ...] = get_args(Cause)
ADJUSTED = "ledger"
"""The name under which bonus and deduction stand among the indicators."""


@dataclass(frozen=True, slots=True)
class Known:
    """A result with the book it was computed from."""

    book: Book
    result: Result


@dataclass(frozen=True, slots=True)
class Change:
    """One unit's way from one published score to another.

    *points* says what each cause brought, as printed; they add up to *after* less *before*.
    *items* split every cause by indicator, unrounded, the ledger among them. *places* are the
    unit's places before, after each cause in turn, and at last; None where it was not ranked.
    *passed* are the units it went past, *passed_by* those that went past it.
    """

    unit: str
    before: Decimal
    after: Decimal
    points: Mapping[Cause, Decimal]
    items: Mapping[Cause, Mapping[str, Decimal]]
    places: tuple[int | None, ...]
    passed: tuple[str, ...]
    passed_by: tuple[str, ...]

    def printed(self, cause: Cause, places: int) -> dict[str, Decimal]:
        """Return a cause's items as printed, zero left out; they add up to its points."""
        moved = {name: amount for name, amount in self.items[cause].items() if amount}
        printed = apportioned(moved, places, self.points[cause])
        return {name: amount for name, amount in printed.items() if amount}


def change(before: Known, after: Known, unit: str) -> Change | None:
    """Explain a unit's change between two results; None unless it has a score in both.

    *before* is the earlier period as it was known then; the later book also holds that period, as
    it is known now.
    """
    old, new = before.result.units.get(unit), after.result.units.get(unit)
    if old is None or new is None or old.score is None or new.score is None:
        return None
    with localcontext(EXACT):
        states = _states(before, after, unit)
        items = _items(states)
        exact: dict[Cause, Decimal] = {cause: sum(items[cause].values(), ZERO) for cause in CAUSES}
        total = new.score - old.score
        points = apportioned(exact, after.result.scheme.places, total)
    return Change(
        unit,
        old.score,
        new.score,
        {cause: points[cause] for cause in CAUSES},
        items,
        _places(before, after, unit, exact),
        _crossed(before.result, after.result, unit, way=1),
        _crossed(before.result, after.result, unit, way=-1),
    )


@dataclass(frozen=True, slots=True)
class _States:
    """The unit's scores on the way: as it was, corrected, under new rules, then the two orders."""

    was: UnitScore
    corrected: UnitScore
    ruled: UnitScore
    own_first: UnitScore
    others_first: UnitScore
    now: UnitScore


def _states(before: Known, after: Known, unit: str) -> _States:
    start, end = before.result.period, after.result.period
    corrected = replace(before.book, entries=after.book.entries)
    # Targets and plans are laid down from a month on: the new ones are tried on the old figures.
    ruled = replace(_under_rules_of(after.book, end), ledger=before.book.ledger)
    final = before.result.is_final

    def at_start(book: Book) -> UnitScore:
        return score(book, start, final=final).units[unit]

    # The unit's new figures among the others' old ones, and its old ones among their new ones.
    own_first = _mixed(ruled, unit, own=end, others=start, at=end)
    others_first = _mixed(ruled, unit, own=start, others=end, at=start)
    return _States(
        before.result.units[unit],
        at_start(corrected),
        at_start(ruled),
        score(own_first, end, final=after.result.is_final).units[unit],
        at_start(others_first),
        after.result.units[unit],
    )


def _under_rules_of(book: Book, period: Period) -> Book:
    """Return the book with the targets and plans that speak in a month put in every month."""
    speaks = {
        each.code: figure_period(book, each, period) or period for each in book.scheme.indicators
    }
    words = {cell: book.target(speaks[cell[0]], *cell) for cell in book.retargeted}
    return replace(
        book,
        targets={**book.targets, **{cell: word for cell, word in words.items() if word}},
        seasonality={
            **book.seasonality,
            **{code: book.shares(speaks[code], code) for code in book.replanned},
        },
        retargeted={},
        replanned={},
    )


def _mixed(book: Book, unit: str, *, own: Period, others: Period, at: Period) -> Book:
    """Return the book with one unit's figures of one period beside the others' of another."""
    entries = dict(book.entries)
    for indicator in book.scheme.indicators:
        speaks = figure_period(book, indicator, at)
        if speaks is None:
            continue
        cells: dict[Cell, Entry] = dict(entries.get(speaks, {}))
        for each in book.units:
            source = figure_period(book, indicator, own if each.code == unit else others)
            cell = (indicator.code, each.code)
            cells[cell] = Missing() if source is None else book.entry(source, *cell)
        entries[speaks] = cells
    return replace(book, entries=entries)


def _items(states: _States) -> dict[Cause, Mapping[str, Decimal]]:
    was, corrected, ruled = (
        _amounts(each) for each in (states.was, states.corrected, states.ruled)
    )
    own_first, others_first = _amounts(states.own_first), _amounts(states.others_first)
    now = _amounts(states.now)
    # The ledger is the unit's own, whatever the order of the figures.
    own_first[ADJUSTED], others_first[ADJUSTED] = now[ADJUSTED], ruled[ADJUSTED]
    names = dict.fromkeys((*was, *corrected, *ruled, *now))

    def between(low: Mapping[str, Decimal], high: Mapping[str, Decimal]) -> dict[str, Decimal]:
        return {name: high.get(name, ZERO) - low.get(name, ZERO) for name in names}

    own = _halved(between(ruled, own_first), between(others_first, now))
    others = _halved(between(ruled, others_first), between(own_first, now))
    return {
        "corrections": between(was, corrected),
        "rules": between(corrected, ruled),
        "own": own,
        "others": others,
    }


def _amounts(unit: UnitScore) -> dict[str, Decimal]:
    return {**unit.amounts, ADJUSTED: unit.adjustment.net}


def _halved(first: Mapping[str, Decimal], second: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {name: (first[name] + second[name]) / 2 for name in first}


def _places(
    before: Known, after: Known, unit: str, exact: Mapping[Cause, Decimal]
) -> tuple[int | None, ...]:
    """Return the place the unit's running total would take: among the old scores, then the new."""
    old = {code: each.exact for code, each in before.result.units.items()}
    places = [before.result.place(unit)]
    total = old[unit] or ZERO
    category = after.result.units[unit].category
    for cause in ("corrections", "rules", "own"):
        total += exact[cause]
        above = (
            score
            for code, score in old.items()
            if code != unit
            and before.result.units[code].category == category
            and score is not None
            and score > total
        )
        places.append(1 + sum(1 for _ in above))
    return (*places, after.result.place(unit))


def _crossed(before: Result, after: Result, unit: str, *, way: int) -> tuple[str, ...]:
    """Return the units now behind this one that were not (way 1), or ahead that were not (-1).

    Who stood beside it was neither; who was not ranked has crossed nobody.
    """
    start, end = before.standings[unit].place, after.standings[unit].place
    return tuple(
        line.unit
        for line in after.rankings[after.units[unit].category]
        if (line.place - end) * way > 0 and _was_not(before.place(line.unit), start, way)
    )


def _was_not(place: int | None, own: int, way: int) -> bool:
    return place is not None and (place - own) * way <= 0
