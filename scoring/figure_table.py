"""One period's answers held in columns: a few bytes a figure, looked up like any other answers.

The numbers of a column are whole multiples of one smallest decimal. They are kept in float64, which
holds whole numbers as far as SAFE exactly, also after one subtraction; a longer number is refused,
and whoever has one keeps its answers in a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from scoring.model import Missing, NoData, NotApplicable, Reported, Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from scoring.model import Cell, Entry

    Floats: TypeAlias = NDArray[np.float64]
    Flags: TypeAlias = NDArray[np.bool_]
    Kinds: TypeAlias = NDArray[np.uint8]
    Rows: TypeAlias = NDArray[np.intp]

SAFE: Final = 2**52
PLACES_MAX: Final = 12
MISSING, NUMBER, NO_DATA, NOT_APPLICABLE = range(4)
_KINDS: Final[Mapping[type, int]] = {
    Reported: NUMBER,
    NoData: NO_DATA,
    NotApplicable: NOT_APPLICABLE,
    Missing: MISSING,
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number a row, in multiples of ten to the minus *places*, and in which rows there is one.

    *there* is None when there is one in every row; a row without one holds 0.
    """

    whole: Floats
    there: Flags | None
    places: int

    def number(self, row: int) -> Decimal | None:
        """Return the number of a row."""
        if self.there is not None and not self.there[row]:
            return None
        return Decimal(int(self.whole[row])).scaleb(-self.places)

    def scaled(self, places: int) -> Floats | None:
        """Return the numbers in multiples of a smaller decimal; None where they grow too long."""
        if places == self.places:
            return self.whole
        scaled = self.whole * 10.0 ** (places - self.places)
        return scaled if np.abs(scaled).max(initial=0) < SAFE else None

    def taken(self, rows: Rows) -> Numbers:
        """Return the numbers of some rows."""
        return Numbers(
            self.whole[rows], None if self.there is None else self.there[rows], self.places
        )


def numbers(values: Sequence[Decimal | None]) -> Numbers | None:
    """Return numbers as a column; None where one is too long to be held exactly.

    >>> column = numbers([Decimal("1.25"), None, Decimal(3)])
    >>> column.whole.tolist(), column.there.tolist(), column.places
    ([125.0, 0.0, 300.0], [True, False, True], 2)
    """
    known = [value for value in values if value is not None]
    places = 0
    for value in known:
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or exponent > PLACES_MAX:
            return None
        places = max(places, -exponent)
    if places > PLACES_MAX:
        return None
    if len(known) == len(values):
        there, held = None, [float(value.scaleb(places)) for value in known]
    else:
        there = np.array([value is not None for value in values], np.bool_)
        held = [0.0 if value is None else float(value.scaleb(places)) for value in values]
    whole = np.array(held, np.float64)
    return Numbers(whole, there, places) if np.abs(whole).max(initial=0) < SAFE else None


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """What was answered for one indicator: the kind of answer of each row, and its numbers."""

    kinds: Kinds
    value: Numbers
    base: Numbers
    growth: Numbers

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> AnswerColumn | None:
        """Return answers as a column; None where a number is too long for one."""
        answers = list(entries)
        kinds = np.array([_KINDS[type(each)] for each in answers], np.uint8)
        reported = [each if isinstance(each, Reported) else None for each in answers]
        value = numbers([each and each.value for each in reported])
        base = numbers([each and each.base for each in reported])
        growth = numbers([each and each.growth for each in reported])
        if value is None or base is None or growth is None:
            return None
        return cls(kinds, value, base, growth)

    def taken(self, rows: Rows) -> AnswerColumn:
        """Return the answers of some rows."""
        return AnswerColumn(
            self.kinds[rows], self.value.taken(rows), self.base.taken(rows), self.growth.taken(rows)
        )

    def entry(self, row: int) -> Entry:
        """Return the answer of a row."""
        kind = self.kinds[row]
        if kind == NUMBER:
            value = self.value.number(row)
            return Reported(value or Decimal(0), self.base.number(row), self.growth.number(row))
        if kind == NO_DATA:
            return NoData()
        return NotApplicable() if kind == NOT_APPLICABLE else Missing()


@dataclass(frozen=True, eq=False)
class FigureTable(Mapping["Cell", "Entry"]):
    """The answers of one period, indicator by indicator, a row for each unit in their order."""

    units: tuple[Unit, ...]
    columns: Mapping[str, AnswerColumn]

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Each unit's row under its code."""
        return {unit.code: row for row, unit in enumerate(self.units)}

    def __getitem__(self, cell: Cell) -> Entry:
        entry = self.columns[cell[0]].entry(self.rows[cell[1]])
        if isinstance(entry, Missing):
            raise KeyError(cell)
        return entry

    def __iter__(self) -> Iterator[Cell]:
        for code, column in self.columns.items():
            for row in np.flatnonzero(column.kinds != MISSING).tolist():
                yield code, self.units[row].code

    def __len__(self) -> int:
        return sum(int(np.count_nonzero(each.kinds != MISSING)) for each in self.columns.values())
