"""What a reader of values does not tell of a sheet: percentages, formulas without a value, errors.

A cell that shows 87.3% holds 0.873; only its format says so. Positions count from 0.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from storage.sheet_guard import UnreadableFileError

Spot = tuple[int, int]

CELLS_MAX = 1_500_000
"""Of the rectangle that holds everything on a sheet."""
ROWS_MAX = 60_000

_PERCENT_IDS = frozenset({9, 10})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ERROR = "#"


@dataclass(slots=True)
class Marks:
    """The marked cells of a sheet, and how far it reaches."""

    percents: set[Spot] = field(default_factory=set[Spot])
    unfinished: set[Spot] = field(default_factory=set[Spot])
    errors: dict[Spot, str] = field(default_factory=dict[Spot, str])
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int) -> None:
        """Note a cell with something in it; raise UnreadableFileError once there are too many."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        check_reach(self.rows, self.columns)


def check_reach(rows: int, columns: int) -> None:
    """Raise UnreadableFileError where a sheet is larger than any table people fill in."""
    if rows > ROWS_MAX or rows * columns > CELLS_MAX:
        raise UnreadableFileError("sheet-too-many", {"rows": ROWS_MAX})


def percent_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell formats that show percentages, of an xlsx's styles."""
    formats: dict[int, str] = {}
    of_cells: list[int] = []
    is_inside = False

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal is_inside
        match _local(name):
            case "numFmt":
                formats[int(given.get("numFmtId", "0"))] = given.get("formatCode", "")
            case "cellXfs":
                is_inside = True
            case "xf" if is_inside:
                of_cells.append(int(given.get("numFmtId", "0")))
            case _:
                return

    def end(name: str) -> None:
        nonlocal is_inside
        if _local(name) == "cellXfs":
            is_inside = False

    _parse(styles, start, end)
    return frozenset(
        number
        for number, format_id in enumerate(of_cells)
        if format_id in _PERCENT_IDS or "%" in _QUOTED.sub("", formats.get(format_id, ""))
    )


def xlsx_marks(sheet: bytes, percents: frozenset[int]) -> Marks:
    """Return the marks of one sheet of an xlsx."""
    return _XlsxReader(percents).read(sheet)


class _XlsxReader:
    def __init__(self, percents: frozenset[int]) -> None:
        self._percents = percents
        self._marks = Marks()
        self._row, self._column = -1, -1
        self._style, self._type = 0, ""
        self._has_formula, self._in_value, self._said = False, False, ""

    def read(self, sheet: bytes) -> Marks:
        _parse(sheet, self._start, self._end, self._text)
        return self._marks

    def _start(self, name: str, given: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
                self._column = -1
            case "c":
                self._place(given.get("r", ""))
                self._style = int(given.get("s", "0"))
                self._type = given.get("t", "n")
                self._has_formula, self._said = False, ""
            case "f":
                self._has_formula = True
            case "v" | "is":
                self._in_value = True
            case _:
                return

    def _place(self, reference: str) -> None:
        letters = reference.rstrip("0123456789")
        if not letters:
            self._column += 1
            return
        self._row = int(reference[len(letters) :]) - 1
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
        self._column = column - 1

    def _text(self, text: str) -> None:
        if self._in_value:
            self._said += text

    def _end(self, name: str) -> None:
        local = _local(name)
        if local in {"v", "is"}:
            self._in_value = False
        if local != "c":
            return
        spot = (self._row, self._column)
        if self._has_formula and not self._said and self._type != "str":
            self._marks.unfinished.add(spot)
        if not self._said and not self._has_formula:
            return
        self._marks.reach(*spot)
        if self._type == "e":
            self._marks.errors[spot] = self._said
        elif self._type == "n" and self._style in self._percents:
            self._marks.percents.add(spot)


def ods_marks(content: bytes) -> Mapping[str, Marks]:
    """Return the marks of every sheet of an ods, by its name."""
    return _OdsReader().read(content)


class _OdsReader:
    """Goes through an ods; what is repeated there counts as often as it says."""

    def __init__(self) -> None:
        self._sheets: dict[str, Marks] = {}
        self._marks = Marks()
        self._row, self._column = 0, 0
        self._rows, self._columns = 1, 1
        self._given: dict[str, str] = {}
        self._said = ""

    def read(self, content: bytes) -> Mapping[str, Marks]:
        _parse(content, self._start, self._end, self._text)
        return self._sheets

    def _start(self, name: str, given: dict[str, str]) -> None:
        match _local(name):
            case "table":
                self._marks = Marks()
                self._sheets[given.get("table:name", "")] = self._marks
                self._row = 0
            case "table-row":
                self._rows = _times(given, "table:number-rows-repeated")
                self._column = 0
            case "table-cell" | "covered-table-cell":
                self._columns = _times(given, "table:number-columns-repeated")
                self._given, self._said = given, ""
            case _:
                return

    def _text(self, text: str) -> None:
        self._said += text

    def _end(self, name: str) -> None:
        match _local(name):
            case "table-cell" | "covered-table-cell":
                self._cell()
                self._column += self._columns
            case "table-row":
                self._row += self._rows
            case _:
                return

    def _cell(self) -> None:
        kind = self._given.get("office:value-type", "")
        said = self._said.strip()
        has_formula = "table:formula" in self._given
        if not kind and not said and not has_formula:
            return
        self._marks.reach(self._row + self._rows - 1, self._column + self._columns - 1)
        for column in range(self._column, self._column + self._columns):
            spot = (self._row, column)
            if said.startswith(_ERROR) and kind in {"", "string", "float"} and has_formula:
                self._marks.errors[spot] = said
            elif has_formula and not kind and not said:
                self._marks.unfinished.add(spot)
            elif kind == "percentage":
                self._marks.percents.add(spot)


def _times(given: Mapping[str, str], name: str) -> int:
    said = given.get(name, "1")
    return int(said) if said.isdecimal() else 1


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parse(xml: bytes, start: Any, end: Any, text: Any = None) -> None:  # noqa: ANN401 - expat's handlers
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as broken:
        raise UnreadableFileError("sheet-broken") from broken
