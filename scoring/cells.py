"""The scoring of a column cell by cell, each with its reason: figures, then peers, then points.

Units touch each other only inside a column: through the peers a method compares with, and through
a mean that stands in for a figure that is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property

from scoring.awards import award
from scoring.column import STATE_NUMBERS, UNSCORED, Account, ColumnScores, packed
from scoring.facts import ZERO, Facts, Peers, Terms
from scoring.figures import Blank, Figure, State, figure_period, figures
from scoring.method_text import Method, method, terms
from scoring.model import Book, Bounds, Indicator, Period, Unit
from scoring.plan import plan
from scoring.rounding import EXACT, rounded
from scoring.told import Because, Outcome, Unscored


def score_cells(
    book: Book,
    indicator: str,
    period: Period,
    *,
    final: bool = False,
    categories: Collection[str] | None = None,
) -> ColumnScores:
    """Score every unit that an indicator judges, in the units' order, one after the other.

    *final* is the account of the whole year, in which what is missing is zero unless waived.
    *categories* keeps to some of them: units never touch those of another.
    Raise KeyError for an unknown indicator and MethodError for a method that cannot be read.
    """
    with localcontext(EXACT):
        work = _Work(book, indicator, period, final=final, categories=categories)
        accounts = [work.account(unit.code) for unit in work.roll.units]
    places = book.scheme.indicator_places
    earlier = {
        unit.code: each.figure_of
        for unit, each in zip(work.roll.units, accounts, strict=True)
        if each.figure_of is not None and each.figure_of != work.speaks
    }
    return ColumnScores(
        indicator,
        work.roll,
        places,
        bytes(STATE_NUMBERS[each.state] for each in accounts),
        packed([_whole(each.exact, places) for each in accounts]),
        work.speaks,
        earlier,
        CellAccounts(book, indicator, period, final),
    )


@dataclass(frozen=True)
class CellAccounts:
    """The accounts of a column, worked out for the category of whom somebody asks about."""

    book: Book
    indicator: str
    period: Period
    final: bool
    _works: dict[str, _Work] = field(default_factory=dict[str, "_Work"], compare=False, repr=False)

    def of(self, unit: str) -> Account:
        """Return one unit's account."""
        with localcontext(EXACT):
            return self._work(self.book.unit_by_code[unit].category).account(unit)

    def observed(self) -> Mapping[tuple[str, str], Bounds]:
        """Return the bounds observed among peers, by category and method."""
        if not method(self.book.indicator_by_code[self.indicator].method).compares:
            return {}
        found: dict[tuple[str, str], Bounds] = {}
        for category in dict.fromkeys(unit.category for unit in self.book.units):
            with localcontext(EXACT):
                bounds = self._work(category).observed()
            found |= {(category, name): each for name, each in bounds.items()}
        return found

    def score(self, unit: str) -> int:
        """Return one unit's score in units of the last decimal, or UNSCORED."""
        return _whole(self.of(unit).exact, self.book.scheme.indicator_places)

    def _work(self, category: str) -> _Work:
        if category not in self._works:
            self._works[category] = _Work(
                self.book, self.indicator, self.period, final=self.final, categories={category}
            )
        return self._works[category]


class _Work:
    """The scoring of one column: figures first, then peers, then points, then what stands in."""

    def __init__(
        self,
        book: Book,
        indicator: str,
        period: Period,
        *,
        final: bool,
        categories: Collection[str] | None,
    ) -> None:
        self.book = book
        self.indicator: Indicator = book.indicator_by_code[indicator]
        self.period = period
        self.method: Method = method(self.indicator.method)
        self.cap = None if self.indicator.cap_pct is None else self.indicator.cap_pct / 100
        self.roll = plan(book.scheme, book.units).roll(indicator, categories)
        self.speaks = figure_period(book, self.indicator, period)
        asked = [
            unit
            for row, unit in enumerate(self.roll.units)
            if not self.roll.exempts(row, indicator)
        ]
        found = figures(
            book,
            self.indicator,
            self.speaks,
            units=asked,
            looks_at=self.method.looks_at,
            final=final,
        )
        self.found = {unit.code: figure for unit, figure in found}
        self.peers = self._peers()
        self.stakes: dict[Decimal, tuple[Terms, ...]] = {}
        self.accounts: dict[str, Account] = {}
        self.shares: dict[str, list[Decimal]] = {}

    def account(self, code: str) -> Account:
        """Return one unit's account."""
        if code not in self.accounts:
            wants = code in self.wanting
            self.accounts[code] = self._at_mean(code) if wants else self._first(code)
        return self.accounts[code]

    def observed(self) -> Mapping[str, Bounds]:
        """Return the bounds by method that the rules look for among the peers of one category."""
        for unit in self.roll.units:
            self.account(unit.code)
        return {
            name: each for peers in self.peers.values() for name, each in peers.observed.items()
        }

    def _points(self, code: str) -> Decimal:
        return self.roll.points(self.roll.at[code], self.indicator.code)

    def _unit(self, code: str) -> Unit:
        return self.roll.units[self.roll.at[code]]

    def _peers(self) -> dict[str, Peers]:
        facts: dict[str, list[Facts]] = {}
        for code, figure in self.found.items():
            if isinstance(figure, Figure):
                facts.setdefault(self._unit(code).category, []).append(figure.facts)
        signs = {code: self._sign(code) for code in self.method.looks_at}
        return {
            category: Peers(
                tuple(members),
                self.indicator.best,
                self.indicator.worst,
                self._frozen(category),
                signs,
            )
            for category, members in facts.items()
        }

    def _sign(self, code: str) -> int:
        return -1 if self.book.indicator_by_code[code].direction == "down" else 1

    def _frozen(self, category: str) -> Mapping[str, Bounds]:
        kept = self.book.frozen_bounds
        if not kept:
            return {}
        start = (self.indicator.code, self.period, category)
        names = (part.name for part in self.method.parts)
        return {name: kept[*start, name] for name in names if (*start, name) in kept}

    def _first(self, code: str) -> Account:
        """Score a unit by what is known of itself."""
        figure = self.found.get(code)
        if figure is None:
            return Account("not_applicable", Because("why-not-for-unit"))
        if isinstance(figure, Blank):
            return self._blank(code, figure)
        outcome = self._award(figure.facts, self._unit(code))
        if isinstance(outcome, Unscored):
            return Account("undefined", outcome.because, figure_of=figure.figure_of)
        because = outcome.because
        if figure.filled:
            because = Because("why-missing-last", (("of", str(figure.figure_of)),), (because,))
        state: State = "filled" if figure.filled else "scored"
        return Account(state, because, outcome.points, figure.figure_of)

    def _blank(self, code: str, blank: Blank) -> Account:
        if blank.rule == "zero":
            because = Because(blank.because.fact, (("points", self._points(code)),))
            return Account("filled", because, ZERO)
        return Account(blank.state, blank.because)

    def _award(self, facts: Facts, unit: Unit) -> Outcome:
        peers, points = self.peers[unit.category], self._points(unit.code)
        if points not in self.stakes:
            self.stakes[points] = tuple(terms(part, points, self.cap) for part in self.method.parts)
        return award(self.method, self.stakes[points], facts, peers, unit.difficulty)

    @cached_property
    def wanting(self) -> frozenset[str]:
        """The units that are given the mean of the others."""
        return frozenset(
            code
            for code, figure in self.found.items()
            if (isinstance(figure, Blank) and figure.rule == "category_mean")
            or self._stands_in(figure)
        )

    def _stands_in(self, figure: Figure | Blank) -> bool:
        """Whether nothing happened, and the method takes the others' mean for that."""
        if not any(part.mean_without_case for part in self.method.parts):
            return False
        if isinstance(figure, Blank):
            return figure.state == "no_data"
        return figure.facts.value == 0

    def _at_mean(self, code: str) -> Account:
        """Give a unit the share of the points that its peers with a figure have on average."""
        shares = self._shares_in(self._unit(code).category)
        if not shares:
            return Account("missing", Because("why-mean-of-nobody"))
        full = self._points(code)
        points = full * sum(shares, ZERO) / len(shares)
        given = (("count", len(shares)), ("score", points), ("points", full))
        blank = self.found[code]
        is_missing = isinstance(blank, Blank) and blank.rule == "category_mean"
        fact = "why-missing-mean" if is_missing else "why-no-case-mean"
        return Account("filled", Because(fact, given), points)

    def _shares_in(self, category: str) -> list[Decimal]:
        """Return the shares of their points that the units with a figure have in a category."""
        if category not in self.shares:
            others = [
                unit.code
                for unit in self.roll.units
                if unit.category == category and unit.code not in self.wanting
            ]
            self.shares[category] = [
                each.exact / self._points(other)
                for other, each in ((other, self.account(other)) for other in others)
                if each.state == "scored" and each.exact is not None and self._points(other)
            ]
        return self.shares[category]


def _whole(exact: Decimal | None, places: int) -> int:
    return UNSCORED if exact is None else int(EXACT.scaleb(rounded(exact, places), places))
