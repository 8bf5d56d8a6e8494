"""Figures and targets of a scheme folder, line by line, so that no table must fit into memory.

A cell may be filed more than once when the lines say when (`filed_on`): the latest one known at
the moment asked about counts. The same cell twice on one day is a fault.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from scoring.model import Entry, Missing, NoData, NotApplicable, Reported, Target
from scoring.periods import Period
from storage.city_lines import CityLine, FigureLine, TargetLine, read_lines, read_one
from storage.plain_lines import PlainLines
from storage.seen_cells import DATED, UNDATED, SeenCells
from storage.tables import Fault, Table

if TYPE_CHECKING:
    from datetime import date

    from scoring.model import Cell

FAULTS_MAX = 10_000
"""Beyond so many faults in one table the reader stops looking: it is another kind of table."""

Read = TypeVar("Read", bound=CityLine)
Plain = TypeVar("Plain")


@dataclass(frozen=True)
class Rows:
    """A table read as a stream: its columns, and the cells of its lines each time it is asked."""

    file: str
    columns: tuple[str, ...]
    cells: Callable[[], Iterator[tuple[int, Sequence[str]]]]

    def lines(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Yield each line with its cells under their columns' names."""
        for number, cells in self.cells():
            yield number, self.named(cells)

    def named(self, cells: Sequence[str]) -> Mapping[str, str]:
        """Return cells under their columns' names; one beyond the last column has none."""
        named = dict(zip(self.columns, map(str.strip, cells), strict=False))
        beyond = next(filter(None, cells[len(self.columns) :]), None)
        return named if beyond is None else {**named, "": beyond}


@dataclass
class Known:
    """What the other tables allow a line to name, and the faults found so far."""

    indicators: frozenset[str]
    units: frozenset[str]
    faults: list[Fault] = field(default_factory=list[Fault])


def rows_of(table: Table) -> Rows:
    """Return a table already read as a stream."""
    columns = table.columns
    pairs = [
        (line.number, [*(line.cells.get(name, "") for name in columns), line.cells.get("", "")])
        for line in table.lines
    ]
    return Rows(table.file, columns, lambda: iter(pairs))


def rows_in(path: Path) -> Rows:
    """Return a CSV file as a stream, saved as UTF-8 with or without a mark, or as GB18030.

    Raises UnicodeDecodeError for anything else.
    """
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as file:
        header = tuple(cell.strip() for row in islice(csv.reader(file), 1) for cell in row)
    while header and not header[-1]:
        header = header[:-1]

    def cells_of_lines() -> Iterator[tuple[int, Sequence[str]]]:
        with path.open(encoding=encoding, newline="") as file:
            reader = csv.reader(file)
            next(reader, None)  # The header, which an empty file does not have.
            begins = reader.line_num + 1
            for cells in reader:
                if any(cells):
                    yield begins, cells
                begins = reader.line_num + 1

    return Rows(path.name, header, cells_of_lines)


def _encoding(path: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            with path.open(encoding=encoding) as file:
                while file.read(1 << 20):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnicodeDecodeError("gb18030", b"", 0, 1, path.name)


def target_lines(rows: Rows, known: Known) -> Iterator[Target]:
    """Yield the good lines of targets.csv; what is wrong with the others goes to the faults."""
    seen = SeenCells(known.units)
    plain = PlainLines.of(rows.columns, known.indicators, known.units)
    for number, line in _checked(rows, TargetLine, known, plain.target):
        cell = _cell_of(line)
        if not isinstance(line, Target) and not _names_are_known(rows.file, number, cell, known):
            continue
        if seen.mark(*cell):
            known.faults.append(_twice(rows.file, number, "unit_code", cell[1]))
        elif isinstance(line, Target):
            yield line
        else:
            yield Target(*cell, line.base, line.target)


def _cell_of(line: Target | TargetLine) -> Cell:
    if isinstance(line, Target):
        return line.indicator, line.unit
    return line.indicator_code, line.unit_code


@dataclass(frozen=True, slots=True)
class Filed:
    """One good line of figures.csv."""

    number: int
    period: Period
    cell: Cell
    entry: Entry
    filed_on: date | None


def figure_lines(rows: Rows, known: Known, *, as_of: date | None) -> Iterator[Filed]:
    """Yield the good lines of figures.csv known at a day; the others go to the faults."""
    months: dict[str, Period] = {}
    plain = PlainLines.of(rows.columns, known.indicators, known.units)

    def read(cells: Sequence[str]) -> tuple[Period, Cell, Entry] | None:
        return plain.figure(cells, months)

    for number, line in _checked(rows, FigureLine, known, read):
        if isinstance(line, tuple):
            yield Filed(number, *line, None)
            continue
        cell = (line.indicator_code, line.unit_code)
        if not _names_are_known(rows.file, number, cell, known):
            continue
        if as_of is not None and line.filed_on is not None and line.filed_on > as_of:
            continue
        period = months.get(line.period)
        if period is None:
            period = months[line.period] = Period.parse(line.period)
        yield Filed(number, period, cell, _entry(line), line.filed_on)


def once_each(file: str, lines: Iterable[Filed], known: Known, again: set[str]) -> Iterator[Filed]:
    """Yield figures as they come; a cell filed twice without a day that parts them is a fault.

    Where both have a day, `latest` tells; *again* is given the indicators of such cells.
    """
    seen = SeenCells(known.units)
    for line in lines:
        code, unit = line.cell
        mark = UNDATED if line.filed_on is None else DATED
        before = seen.mark((line.period, code), unit, mark)
        if before and UNDATED in (before, mark):
            known.faults.append(_twice(file, line.number, "unit_code", unit))
        elif before:
            again.add(code)
        yield line


def latest(file: str, lines: Iterable[Filed], known: Known) -> dict[Period, dict[Cell, Entry]]:
    """Keep of every cell what was filed last; a cell filed twice on one day is a fault."""
    entries: dict[Period, dict[Cell, Entry]] = {}
    filed: dict[tuple[Period, Cell], date | None] = {}
    for line in lines:
        key = (line.period, line.cell)
        if key in filed:
            before = filed[key]
            if before is None or line.filed_on is None or before == line.filed_on:
                known.faults.append(_twice(file, line.number, "unit_code", line.cell[1]))
                continue
            if before > line.filed_on:
                continue
        filed[key] = line.filed_on
        entries.setdefault(line.period, {})[line.cell] = line.entry
    return entries


def _entry(line: FigureLine) -> Entry:
    match line.value:
        case Decimal():
            return Reported(line.value, line.base, line.growth)
        case "no_data":
            return NoData()
        case "not_applicable":
            return NotApplicable()
        case _:
            return Missing()


def _checked(
    rows: Rows,
    model: type[Read],
    known: Known,
    plain: Callable[[Sequence[str]], Plain | None],
) -> Iterator[tuple[int, Read | Plain]]:
    """Yield good lines, the plain ones as *plain* reads them; the others go to the faults."""
    _, faults = read_lines(Table(rows.file, rows.columns, ()), model)
    known.faults += faults
    if faults:
        return
    for number, cells in rows.cells():
        quick = plain(cells)
        if quick is not None:
            yield number, quick
            continue
        read = read_one(rows.file, number, rows.named(cells), model)
        if isinstance(read, list):
            # A cell that is neither a number nor a word is refused once for each of the two.
            known.faults += [fault for n, fault in enumerate(read) if fault not in read[:n]]
            if len(known.faults) >= FAULTS_MAX:
                known.faults.append(Fault(rows.file, number, "", "", "folder-more-faults"))
                return
        else:
            yield number, read


def _names_are_known(file: str, number: int, cell: Cell, known: Known) -> bool:
    code, unit = cell
    if code not in known.indicators:
        fault = Fault(file, number, "indicator_code", code, "folder-indicator-unknown")
        known.faults.append(fault)
    if unit not in known.units:
        known.faults.append(Fault(file, number, "unit_code", unit, "folder-unit-unknown"))
    return code in known.indicators and unit in known.units


def _twice(file: str, number: int, column: str, value: str) -> Fault:
    return Fault(file, number, column, value, "folder-twice")
