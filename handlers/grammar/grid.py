"""A sheet as a grid of cells that know their place: merged heads spread, formats made digits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Literal, TypeAlias

from handlers.grammar.gathering import Place
from storage.sheet_files import Sheet, Value
from storage.sheet_texts import UNREADABLE

Kind: TypeAlias = Literal[
    "empty", "text", "number", "percent", "date", "error", "unfinished", "shared", "garbled"
]

_DIGITS = 15
_MONTH_FIRST = 1


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its text as a person reads it, what it is, and where it stands.

    A *percent* says 87.3% where the file holds 0.873. *shared* is a figure in cells merged over
    several lines, of which nobody can say whose it is.
    """

    text: str
    kind: Kind
    line_no: int
    spot: str

    @property
    def is_figure(self) -> bool:
        """Whether it holds a number."""
        return self.kind in {"number", "percent"}

    @property
    def place(self) -> Place:
        """Where it stands, with its text."""
        return Place(self.line_no, self.text, self.spot)


Grid: TypeAlias = list[list[GridCell]]


def grid_of(sheet: Sheet) -> Grid:
    """Return a sheet as a grid of equally long rows; merged texts stand in all their cells."""
    width = max((len(row) for row in sheet.rows), default=0)
    grid = [
        [
            _cell(sheet, at, column, row[column] if column < len(row) else None)
            for column in range(width)
        ]
        for at, row in enumerate(sheet.rows)
    ]
    for (top, left), (bottom, right) in sheet.merged:
        _spread(grid, top, left, min(bottom, len(grid) - 1), min(right, width - 1))
    return grid


def turned(grid: Grid) -> Grid:
    """Return the grid with rows and columns exchanged."""
    return [list(column) for column in zip_longest(*grid)]


def is_blank(row: Sequence[GridCell]) -> bool:
    """Whether nothing stands in a row."""
    return all(cell.kind == "empty" for cell in row)


def texts_of(row: Sequence[GridCell]) -> list[str]:
    """Return what stands in a row, each text once, from the left."""
    return list(dict.fromkeys(cell.text for cell in row if cell.kind != "empty"))


def spot_name(row: int, column: int) -> str:
    """Return a cell's name as people know it.

    >>> spot_name(6, 27)
    'AB7'
    """
    letters = ""
    left = column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def digits_of(value: float) -> str:
    """Return a number of a sheet as the sheet shows it: at most fifteen digits, no exponent.

    >>> digits_of(0.1 + 0.2)
    '0.3'
    """
    return f"{Decimal(f'{value:.{_DIGITS}g}'):f}"


def _cell(sheet: Sheet, row: int, column: int, value: Value) -> GridCell:
    line_no = sheet.line_numbers[row] if sheet.is_text else row + 1
    spot = "" if sheet.is_text else spot_name(row, column)
    text, kind = _read(sheet, (row, column), value)
    return GridCell(text, kind, line_no, spot)


def _read(sheet: Sheet, at: tuple[int, int], value: Value) -> tuple[str, Kind]:
    marks = sheet.marks
    if at in marks.errors:
        return marks.errors[at], "error"
    if at in marks.unfinished:
        return "", "unfinished"
    match value:
        case None:
            return "", "empty"
        case float() | int():
            if at in marks.percents:
                return f"{Decimal(digits_of(value)).scaleb(2):f}%", "percent"
            return digits_of(value), "number"
        case date():
            return _month(value), "date"
        case str():
            text = " ".join(value.split())
            if UNREADABLE in text:
                return text, "garbled"
            return text, "text" if text else "empty"


def _month(day: date) -> str:
    """Write a date as the month it stands for in a heading."""
    return f"{day.year}年{day.month}月" if day.day == _MONTH_FIRST else day.isoformat()


def _spread(grid: Grid, top: int, left: int, bottom: int, right: int) -> None:
    """Let a merged text stand in every cell it covers; a merged figure belongs to none alone."""
    first = grid[top][left]
    covered = [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
    if first.kind in {"text", "date"}:
        for row, column in covered:
            grid[row][column] = _replaced(grid[row][column], first.text, first.kind)
    elif first.is_figure and bottom > top:
        for row, column in covered:
            grid[row][column] = _replaced(grid[row][column], first.text, "shared")


def _replaced(cell: GridCell, text: str, kind: Kind) -> GridCell:
    return GridCell(text, kind, cell.line_no, cell.spot)


_NOTE = re.compile(
    r"\s*[(（]?(?:注|备注|说明|附注|数据来源|资料来源|来源|制表|填表|填报人|审核|负责人|联系|报出|note|source)"
    r"[^:：]{0,12}[:：]|\s*(?:注|数据来源|资料来源)|\s*[0-9]{1,2}\s*[.、]\s*\S{6,}",
    re.IGNORECASE,
)


def is_note(row: Sequence[GridCell]) -> bool:
    """Whether a row is a footnote, a signature or another sentence about the table."""
    said = texts_of(row)
    return bool(said) and len(said) <= 2 and bool(_NOTE.match(said[0]))  # noqa: PLR2004 - a label and its text
