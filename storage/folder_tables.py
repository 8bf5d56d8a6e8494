"""Where the tables of a scheme folder are: files of a folder, or sheets of a workbook.

The small ones are read at once; figures and targets are streams.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from storage.city_lines import CityLine, GroupLine, SchemeLine, read_lines, read_one
from storage.figure_rows import Rows, rows_in, rows_of
from storage.tables import Fault, Line, Table, decoded, read_source

SMALL = ("units", "indicators", "seasonality", "ledger")
LARGE = ("figures", "targets")
NEEDED = ("units", "indicators", "figures")
HEAD = "scheme.toml"

Checked = TypeVar("Checked", bound=CityLine)


@dataclass
class FolderTables:
    """The tables found at a path, and what is wrong so far.

    *head* is the text of scheme.toml, None for a workbook, whose sheets `scheme` and `groups` take
    its place. *size* is the size of the streams in bytes, 0 for a workbook.
    """

    tables: Mapping[str, Table] = field(default_factory=dict[str, Table])
    streams: Mapping[str, Rows] = field(default_factory=dict[str, Rows])
    head: str | None = None
    size: int = 0
    faults: list[Fault] = field(default_factory=list[Fault])

    def lines(self, name: str, model: type[Checked]) -> list[tuple[int, Checked]]:
        """Return the good lines of a small table; what is wrong goes to the faults."""
        table = self.tables.get(name)
        if table is None:
            return []
        good, faults = read_lines(table, model)
        self.faults += faults
        return good

    def codes(self, name: str) -> frozenset[str]:
        """Return the codes a small table gives, those of its bad lines too."""
        table = self.tables.get(name)
        return (
            frozenset(line.cells.get("code", "") for line in table.lines) if table else frozenset()
        )

    def file(self, name: str) -> str:
        """Return the file or sheet of a table."""
        return self.tables[name].file if name in self.tables else HEAD

    def scheme(self) -> tuple[SchemeLine | None, list[tuple[int, GroupLine]]]:
        """Return the head of the scheme and its blocks; what is wrong goes to the faults."""
        if self.head is None:
            if "scheme" not in self.tables:
                return None, []  # That there is none has been said where it was looked for.
            pairs = self.tables["scheme"].lines
            given = {line.cells.get("key", ""): line.cells.get("value", "") for line in pairs}
            groups = self.lines("groups", GroupLine)
        else:
            toml = self._toml(self.head)
            if toml is None:
                return None, []
            given, groups = toml
        read = read_one(self.file("scheme"), 0, given, SchemeLine)
        if not isinstance(read, list):
            return read, groups
        self.faults += [self.placed(fault) for fault in read]
        return None, groups

    def _toml(self, text: str) -> tuple[dict[str, Any], list[tuple[int, GroupLine]]] | None:
        try:
            given = tomllib.loads(text, parse_float=str)
        except ValueError as error:  # Also for a whole number of thousands of digits.
            at = re.search(r"line (\d+)", str(error))
            at_end = len(text.splitlines()) if "end of document" in str(error) else 0
            line = int(at[1]) if at else at_end
            self.faults.append(Fault(HEAD, line, "", str(error), "import-fault-toml"))
            return None
        blocks = [
            number
            for number, line in enumerate(text.splitlines(), start=1)
            if line.strip().startswith("[[groups]]")
        ]
        raw: Any = given.pop("groups", [])
        shown = _shortened(str(raw))
        listed = cast("list[object]", raw) if isinstance(raw, list) else [raw]
        groups: list[tuple[int, GroupLine]] = []
        if not all(isinstance(each, dict) for each in listed):
            fault = Fault(HEAD, 0, "groups", shown, "import-fault-value")
            self.faults.append(self.placed(fault))
            return given, groups
        tables = [cast("dict[str, Any]", each) for each in listed]
        for table, number in zip(tables, (*blocks, *[0] * len(tables)), strict=False):
            read = read_one(HEAD, number, table, GroupLine)
            if isinstance(read, list):
                self.faults += read
            else:
                groups.append((number, read))
        return given, groups

    def placed(self, fault: Fault) -> Fault:
        """Return a fault of the head with the line on which its key stands, if it does."""
        if fault.line or fault.file != self.file("scheme"):
            return fault
        if self.head is None:
            rows = [
                (line.number, line.cells.get("key", "")) for line in self.tables["scheme"].lines
            ]
        else:
            rows = list(_keys(self.head))
        number = next((number for number, key in rows if key == fault.column), 0)
        return replace(fault, line=number)


def find_tables(path: Path) -> FolderTables:
    """Find the tables of a scheme folder or workbook; what is missing or unreadable is a fault."""
    if path.is_dir():
        return _in_folder(path)
    if not path.exists():
        return FolderTables(faults=[Fault(str(path), 0, "", "", "folder-not-there")])
    source = read_source(path)
    found = FolderTables(source.tables, faults=list(source.faults))
    if not found.faults:
        _want(found, ("scheme", *NEEDED), source.tables.keys())
    found.streams = {name: rows_of(source.tables[name]) for name in LARGE if name in source.tables}
    return found


def _in_folder(path: Path) -> FolderTables:
    # A quote that is never closed makes one cell of the rest of a file. That is a fault to be told
    # like any other, so the reader must not give up before it has the cell.
    csv.field_size_limit(2**31 - 1)
    files = {file.name.lower(): file for file in sorted(path.iterdir()) if file.is_file()}
    found = FolderTables()
    _want(found, (HEAD, *(f"{name}.csv" for name in NEEDED)), files.keys())
    if HEAD in files:
        try:
            found.head = decoded(files[HEAD].read_bytes())
        except UnicodeDecodeError:
            found.faults.append(Fault(HEAD, 0, "", "", "import-fault-encoding"))
    csv_files = {name: files[f"{name}.csv"] for name in (*SMALL, *LARGE) if f"{name}.csv" in files}
    streams: dict[str, Rows] = {}
    for name, file in csv_files.items():
        try:
            streams[name] = rows_in(file)
        except UnicodeDecodeError:
            found.faults.append(Fault(file.name, 0, "", "", "import-fault-encoding"))
    found.tables = {name: _table(streams[name]) for name in SMALL if name in streams}
    found.streams = {name: streams[name] for name in LARGE if name in streams}
    found.size = sum(csv_files[name].stat().st_size for name in found.streams)
    return found


def _want(found: FolderTables, names: Sequence[str], there: Collection[str]) -> None:
    found.faults += [
        Fault(name, 0, "", "", "folder-file-missing") for name in names if name not in there
    ]


def _table(rows: Rows) -> Table:
    return Table(rows.file, rows.columns, tuple(Line(n, cells) for n, cells in rows.lines()))


def _shortened(text: str, letters: int = 60) -> str:
    return text if len(text) <= letters else text[:letters] + "…"


def _keys(text: str) -> Iterator[tuple[int, str]]:
    """Yield the keys of a TOML head and the names of its tables, but no key inside of those."""
    is_head = True
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("["):
            is_head = False
            yield number, line.strip(" \t[]")
        elif is_head:
            yield number, line.partition("=")[0].strip(" \t\"'")
