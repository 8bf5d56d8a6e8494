"""Figures and targets spread over one file an indicator, for schemes larger than memory."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.model import Cell, Entry, Missing, NoData, NotApplicable, Period, Reported, Target
from storage.figure_rows import Filed

if TYPE_CHECKING:
    from io import TextIOWrapper


class FigureSpool:
    """A temporary folder with every indicator's targets and figures in a file of its own.

    Lines come from checked rows and are written for this class alone.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="jixiao-score-")
        self._numbers: dict[str, int] = {}

    def keep_targets(self, targets: Iterable[Target]) -> None:
        """Write targets down."""
        rows = (
            (each.indicator, (each.unit, _text(each.base), _text(each.target))) for each in targets
        )
        self._keep("targets", rows)

    def keep_figures(self, lines: Iterable[Filed]) -> set[Period]:
        """Write figures down and return their periods."""
        periods: set[Period] = set()

        def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
            for line in lines:
                periods.add(line.period)
                code, unit = line.cell
                filed = "" if line.filed_on is None else line.filed_on.isoformat()
                yield code, (str(line.number), str(line.period), unit, *_packed(line.entry), filed)

        self._keep("figures", rows())
        return periods

    def targets(self, code: str) -> Mapping[Cell, Target]:
        """Return one indicator's targets."""
        return {
            (code, unit): Target(code, unit, _number(base), _number(target))
            for unit, base, target in self._read("targets", code)
        }

    def figures(self, codes: Iterable[str]) -> Iterator[Filed]:
        """Yield some indicators' figures."""
        months: dict[str, Period] = {}
        for code in codes:
            for number, month, unit, kind, value, base, growth, filed in self._read(
                "figures", code
            ):
                if month not in months:
                    months[month] = Period.parse(month)
                entry = _unpacked(kind, value, base, growth)
                filed_on = date.fromisoformat(filed) if filed else None
                yield Filed(int(number), months[month], (code, unit), entry, filed_on)

    def close(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def _path(self, table: str, code: str) -> Path:
        # Codes are the city's own words and need not be file names.
        number = self._numbers.setdefault(code, len(self._numbers))
        return Path(self._folder.name) / f"{table}-{number}.csv"

    def _keep(self, table: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        files: dict[str, TextIOWrapper] = {}
        writers: dict[str, Any] = {}
        try:
            for code, cells in rows:
                if code not in writers:
                    path = self._path(table, code)
                    files[code] = path.open("w", encoding="utf-8", newline="")
                    writers[code] = csv.writer(files[code])
                writers[code].writerow(cells)
        finally:
            for file in files.values():
                file.close()

    def _read(self, table: str, code: str) -> Iterator[list[str]]:
        path = self._path(table, code)
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                yield from csv.reader(file)


def _packed(entry: Entry) -> tuple[str, str, str, str]:
    match entry:
        case Reported():
            return "=", str(entry.value), _text(entry.base), _text(entry.growth)
        case NoData():
            return "0", "", "", ""
        case NotApplicable():
            return "-", "", "", ""
        case Missing():
            return "?", "", "", ""


def _unpacked(kind: str, value: str, base: str, growth: str) -> Entry:
    match kind:
        case "=":
            return Reported(Decimal(value), _number(base), _number(growth))
        case "0":
            return NoData()
        case "-":
            return NotApplicable()
        case _:
            return Missing()


def _text(number: Decimal | None) -> str:
    return "" if number is None else str(number)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
