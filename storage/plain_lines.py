"""Plain lines of large tables, read without ceremony.

A line is plain when its cells are known codes and numbers written with ASCII digits and a point
alone. Nearly every line of a large table is, and is read here in a tenth of the time; whatever
else stands in a line is left to the checks, which also say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from scoring.model import MISSING, Reported, Target

if TYPE_CHECKING:
    from scoring.model import Cell, Entry
    from scoring.periods import Period

_number: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?").fullmatch


@dataclass(frozen=True)
class PlainLines:
    """The plain lines of one table; *at* is where its columns are, *count* how many there are.

    Codes are given back as the known ones, so that one text is kept and not one a line.
    """

    at: Mapping[str, int]
    count: int
    indicators: Mapping[str, str]
    units: Mapping[str, str]

    @classmethod
    def of(
        cls, columns: Sequence[str], indicators: Collection[str], units: Collection[str]
    ) -> PlainLines:
        """Prepare for a table with these columns."""
        return cls(
            {name: number for number, name in enumerate(columns)},
            len(columns),
            {code: code for code in indicators},
            {code: code for code in units},
        )

    def figure(
        self, cells: Sequence[str], months: Mapping[str, Period]
    ) -> tuple[Period, Cell, Entry] | None:
        """Return a figure with its month, one of *months*; None where the line is not plain."""
        cell = self._cell(cells)
        period = months.get(cells[self.at["period"]]) if cell is not None else None
        if cell is None or period is None or self._has(cells, "growth", "filed_on"):
            return None
        value, base = self._text(cells, "value"), self._text(cells, "base")
        if not value:
            return None if base else (period, cell, MISSING)
        if not _number(value) or (base and not _number(base)):
            return None
        return period, cell, Reported(Decimal(value), Decimal(base) if base else None)

    def target(self, cells: Sequence[str]) -> Target | None:
        """Return a target; None where the line is not plain."""
        cell = self._cell(cells)
        base, target = self._text(cells, "base"), self._text(cells, "target")
        if cell is None or (base and not _number(base)) or (target and not _number(target)):
            return None
        return Target(*cell, Decimal(base) if base else None, Decimal(target) if target else None)

    def _cell(self, cells: Sequence[str]) -> Cell | None:
        if len(cells) != self.count or len(self.at) != self.count:
            return None
        code = self.indicators.get(cells[self.at["indicator_code"]])
        unit = self.units.get(cells[self.at["unit_code"]])
        return None if code is None or unit is None else (code, unit)

    def _text(self, cells: Sequence[str], name: str) -> str:
        at = self.at.get(name)
        return "" if at is None or at >= len(cells) else cells[at]

    def _has(self, cells: Sequence[str], *names: str) -> bool:
        return any(self._text(cells, name) for name in names)
