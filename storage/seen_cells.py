"""Which cells of a large table have been read: a byte a cell, where a set would take a hundred."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Final

UNDATED: Final = 1
DATED: Final = 2


class SeenCells:
    """The cells read so far, by column and unit."""

    def __init__(self, units: Collection[str]) -> None:
        self._rows = {code: row for row, code in enumerate(units)}
        self._columns: dict[Hashable, bytearray] = {}

    def mark(self, column: Hashable, unit: str, mark: int = UNDATED) -> int:
        """Mark a cell of a known unit as read, and return its mark from before; 0 for none."""
        cells = self._columns.get(column)
        if cells is None:
            cells = self._columns[column] = bytearray(len(self._rows))
        row = self._rows[unit]
        before = cells[row]
        cells[row] = mark
        return before
