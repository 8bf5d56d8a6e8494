"""The monthly audit of a scheme: indicators that decide nothing, and pairs that count twice.

Findings are questions for the office, not faults. Shares are points earned out of full points;
correlation is Pearson's, over the units scored in both indicators.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.facts import ZERO
from scoring.model import Reported
from scoring.robustness import without_each
from scoring.rounding import EXACT, snapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.column import ColumnScores
    from scoring.model import Book
    from scoring.result import Result

Finding: TypeAlias = Literal[
    "constant", "decides-nothing", "unreported", "redundant", "opposed", "counted-twice"
]
UNITS_MIN = 5
"""A correlation over fewer units says nothing."""
CLOSE = Decimal("0.95")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: an indicator or a pair, and the number behind it.

    *number* is the correlation of a pair, and the points that a single indicator holds.
    """

    finding: Finding
    indicators: tuple[str, ...]
    number: Decimal


def audit(book: Book, result: Result) -> tuple[Remark, ...]:
    """Return the remarks on a result, single indicators first."""
    with localcontext(EXACT):
        shares = {code: _shares(column) for code, column in result.columns.items()}
        return (*_single(book, result, shares), *_pairs(book, result, shares))


def _single(
    book: Book, result: Result, shares: Mapping[str, Mapping[str, Decimal]]
) -> Iterator[Remark]:
    others = without_each(book, result)
    for code, inside in shares.items():
        points = book.indicator_by_code[code].weight
        if not inside:
            if any(each.state == "missing" for each in result.columns[code].values()):
                yield Remark("unreported", (code,), points)
        elif len(inside) > 1 and len(set(inside.values())) == 1:
            yield Remark("constant", (code,), points)
        elif _places(others[code]) == _places(result):
            yield Remark("decides-nothing", (code,), points)


def _pairs(
    book: Book, result: Result, shares: Mapping[str, Mapping[str, Decimal]]
) -> Iterator[Remark]:
    figures = {code: _figures(book, result, code) for code in shares}
    for first, second in combinations(shares, 2):
        if len(figures[first]) > 1 and figures[first] == figures[second]:
            yield Remark("counted-twice", (first, second), Decimal(1))
            continue
        together = correlation(shares[first], shares[second])
        if together is not None and abs(together) >= CLOSE:
            finding: Finding = "redundant" if together > 0 else "opposed"
            yield Remark(finding, (first, second), together)


def correlation(first: Mapping[str, Decimal], second: Mapping[str, Decimal]) -> Decimal | None:
    """Return Pearson's correlation over common units; None over too few, or if one is constant."""
    common = [unit for unit in first if unit in second]
    if len(common) < UNITS_MIN:
        return None
    left, right = _centred(first, common), _centred(second, common)
    spread = sum((a * a for a in left), ZERO) * sum((b * b for b in right), ZERO)
    if spread <= 0:
        return None
    return sum((a * b for a, b in zip(left, right, strict=True)), ZERO) / spread.sqrt()


def _centred(shares: Mapping[str, Decimal], units: list[str]) -> list[Decimal]:
    mean = sum((shares[unit] for unit in units), ZERO) / len(units)
    return [shares[unit] - mean for unit in units]


def _shares(column: ColumnScores) -> dict[str, Decimal]:
    return {
        unit: snapped(exact / each.points)
        for unit, each in column.items()
        if each.state == "scored" and each.points and (exact := each.exact) is not None
    }


def _figures(book: Book, result: Result, code: str) -> dict[str, Decimal]:
    figures: dict[str, Decimal] = {}
    for unit, each in result.columns[code].items():
        entry = book.entry(each.figure_of, code, unit) if each.figure_of else None
        if isinstance(entry, Reported):
            figures[unit] = entry.value
    return figures


def _places(result: Result) -> dict[str, int]:
    return {unit: line.place for unit, line in result.standings.items()}
