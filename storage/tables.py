"""Tables as people bring them: a folder of CSV files, or one workbook with a sheet for each.

`towns/units.csv` of a folder is the sheet `towns.units` of a workbook. A cell is text without
spaces around it; numbers of a workbook are written out the shortest way that reads back the same.
"""

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook


@dataclass(frozen=True)
class Fault:
    """What is wrong in one place, and why, as a message id with its values; line 0 is no line."""

    file: str
    line: int
    column: str
    value: str
    reason_id: str
    given: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Line:
    """One line of a table; *number* is its number in the file, the header's being 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """A table with the name of its file or sheet; empty lines are left out."""

    file: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Source:
    """Everything found: tables under names like `towns/units`, other texts, unreadable files."""

    tables: Mapping[str, Table]
    texts: Mapping[str, str]
    faults: tuple[Fault, ...] = ()

    def folders(self, name: str) -> list[str]:
        """Return the folders that hold a table or text of this name, as prefixes; "" is the top."""
        found = {each for each in (*self.tables, *self.texts) if each.split("/")[-1] == name}
        return sorted(each.removesuffix(name) for each in found)


def read_source(path: Path) -> Source:
    """Read a folder or a workbook; what cannot be read is among the faults."""
    if path.is_dir():
        return _read_folder(path)
    return _read_workbook(path)


def decoded(content: bytes) -> str:
    """Return text of a file saved as UTF-8, with or without a mark, or as GB18030.

    Raises UnicodeDecodeError for anything else.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _read_folder(path: Path) -> Source:
    tables: dict[str, Table] = {}
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for file in sorted((*path.glob("*.*"), *path.glob("*/*.*"))):
        name = file.relative_to(path).as_posix()
        if file.suffix.lower() not in (".csv", ".toml"):
            continue
        try:
            text = decoded(file.read_bytes())
        except UnicodeDecodeError:
            faults.append(Fault(name, 0, "", "", "import-fault-encoding"))
            continue
        if file.suffix.lower() == ".toml":
            texts[name] = text
        else:
            tables[name.rpartition(".")[0]] = _csv_table(name, text)
    return Source(tables, texts, tuple(faults))


def _csv_table(name: str, text: str) -> Table:
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    for row in reader:  # A quoted cell may run over several lines: the line it begins on counts.
        rows.append((begins, row))
        begins = reader.line_num + 1
    return _table(name, rows)


def _read_workbook(path: Path) -> Source:
    try:
        book = CalamineWorkbook.from_object(str(path))  # pyright: ignore[reportUnknownMemberType] - PathLike without its type
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError, zipfile.BadZipFile):
        return Source({}, {}, (Fault(path.name, 0, "", "", "import-fault-workbook"),))
    tables: dict[str, Table] = {}
    for name, cells in sheets.items():
        numbered = [(n, [_text(cell) for cell in row]) for n, row in enumerate(cells, start=1)]
        tables[name.strip().replace(".", "/")] = _table(name, numbered)
    return Source(tables, {})


def _table(name: str, rows: list[tuple[int, list[str]]]) -> Table:
    if not rows:
        return Table(name, (), ())
    header = [cell.strip() for cell in rows[0][1]]
    while header and not header[-1]:
        header.pop()
    lines: list[Line] = []
    for number, row in rows[1:]:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        named = dict(zip(header, (*cells, *[""] * len(header)), strict=False))
        if any(cells[len(header) :]):
            named[""] = next(cell for cell in cells[len(header) :] if cell)
        lines.append(Line(number, named))
    return Table(name, tuple(header), tuple(lines))


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell of a workbook has one of many types
    match cell:
        case bool():
            return str(cell).lower()
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
