"""From a book to a result: columns, then rankings; units and reasons when somebody asks for them.

A column is the unit of recomputation: a released reading changes its own column and those that
compare by it, and `rescore` recomputes those and the rankings of the categories they move.
The outcome is always the one that `score` gives from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import localcontext
from typing import TYPE_CHECKING

from scoring.adjustments import adjustments
from scoring.cells import CellAccounts, score_cells
from scoring.checks import check
from scoring.method_text import method
from scoring.model import Book, Cell, Period
from scoring.plan import plan
from scoring.result import Result
from scoring.rounding import EXACT
from scoring.swift import swift_column
from scoring.unit_scores import UnitScores

if TYPE_CHECKING:
    from scoring.column import ColumnScores
    from scoring.plan import Plan

__all__ = ["compose", "rescore", "score", "score_column"]


def score(book: Book, period: Period, *, final: bool = False) -> Result:
    """Compute a whole scheme for a period.

    *final* is the account of the whole year. Raise SchemeError, with every problem at once, for a
    scheme that cannot be computed.
    """
    check(book.scheme, book.units)
    work = plan(book.scheme, book.units)
    columns = {
        indicator.code: _column(book, work, indicator.code, period, final=final)
        for indicator in book.scheme.indicators
    }
    return compose(book, period, columns, final=final)


def score_column(
    book: Book,
    indicator: str,
    period: Period,
    *,
    final: bool = False,
    categories: Collection[str] | None = None,
) -> ColumnScores:
    """Score every unit that an indicator judges, in the units' order.

    *final* is the account of the whole year, in which what is missing is zero unless waived.
    *categories* keeps to some of them: units never touch those of another.
    Raise KeyError for an unknown indicator and MethodError for a method that cannot be read.
    """
    work = plan(book.scheme, book.units)
    return _column(book, work, indicator, period, final=final, categories=categories)


def _column(
    book: Book,
    work: Plan,
    code: str,
    period: Period,
    *,
    final: bool,
    categories: Collection[str] | None = None,
) -> ColumnScores:
    indicator, roll = book.indicator_by_code[code], work.roll(code, categories)
    accounts = CellAccounts(book, code, period, final)
    swift = swift_column(book, indicator, period, roll, accounts, final=final)
    if swift is not None:
        return swift
    return score_cells(book, code, period, final=final, categories=categories)


def compose(
    book: Book, period: Period, columns: Mapping[str, ColumnScores], *, final: bool = False
) -> Result:
    """Put columns together into units and rank them."""
    units = _units(book, period, columns)
    return Result(book.scheme, period, units, units.rankings(), columns, final)


def rescore(
    book: Book,
    before: Result,
    *,
    cells: Collection[Cell] = (),
    indicators: Collection[str] = (),
    units: Collection[str] = (),
) -> Result:
    """Return the result after changes in some figures, targets, plans and units' ledgers.

    *before* must be the result of the same scheme, units and period. *cells* are those whose
    figure or target has changed; *indicators* those of which any has, or the plan; *units* those
    whose ledger entries have.
    """
    final, period = before.is_final, before.period
    columns, work = dict(before.columns), plan(book.scheme, book.units)
    touched = set(units)
    for code, categories in _looking_at(book, cells, indicators).items():
        part = _column(book, work, code, period, final=final, categories=categories)
        touched.update(part.differing(columns[code]))
        columns[code] = part if categories is None else columns[code].with_part(part)
    # Columns are asked for reasons by their book, so all are given the new one, also the others.
    columns = {
        code: replace(column, accounts=CellAccounts(book, code, period, final))
        for code, column in columns.items()
    }
    after = _units(book, period, columns)
    moved = {book.unit_by_code[code].category for code in touched}
    kept = {name: lines for name, lines in before.rankings.items() if name not in moved}
    rankings = kept | after.rankings(moved)
    ordered = {name: rankings[name] for name in after.categories if name in rankings}
    return Result(book.scheme, period, after, ordered, columns, final)


def _units(book: Book, period: Period, columns: Mapping[str, ColumnScores]) -> UnitScores:
    with localcontext(EXACT):
        adjusted = adjustments(book.scheme, book.ledger, on=period.end_on)
    return UnitScores(plan(book.scheme, book.units), columns, adjusted)


def _looking_at(
    book: Book, cells: Collection[Cell], indicators: Collection[str]
) -> dict[str, frozenset[str] | None]:
    """Return the columns to be scored anew, with the categories that changed; None is all of them.

    They are the changed indicators and those that compare by their figures.
    """
    reached: dict[str, set[str]] = {}
    for code, unit in cells:
        reached.setdefault(code, set()).add(book.unit_by_code[unit].category)
    whole = set(indicators)
    # A first figure of a new quarter moves everybody's column on to that quarter.
    whole |= {code for code in reached if book.indicator_by_code[code].frequency != "monthly"}
    found: dict[str, frozenset[str] | None] = {}
    for each in book.scheme.indicators:
        sources = {each.code} | method(each.method).looks_at
        if not whole.isdisjoint(sources):
            found[each.code] = None
        elif not sources.isdisjoint(reached):
            found[each.code] = frozenset().union(*(reached.get(code, ()) for code in sources))
    return found
