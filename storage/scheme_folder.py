"""A scheme folder: one scheme with its units, targets and figures, for the engine alone.

The tables are those of `jixiao import`, as CSV files of a folder or as sheets of one workbook.
Everything that is wrong is found at once. Folders with more figures than memory should hold are
read indicator by indicator (`SchemeFolder.book_of`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import Field

from scoring.checks import problems
from scoring.ledger_course import ledger_terms
from scoring.model import Book, Indicator, LedgerEntry, Period, Scheme, Target
from scoring.reporting_record import record_terms
from scoring.told import shown_value
from storage.cell_numbers import Number
from storage.city_lines import (
    CityLine,
    GroupLine,
    IndicatorLine,
    Name,
    SchemeLine,
    SeasonLine,
    UnitLine,
)
from storage.figure_rows import (
    Known,
    Rows,
    figure_lines,
    latest,
    once_each,
    target_lines,
)
from storage.figure_spool import FigureSpool
from storage.folder_tables import FolderTables, find_tables
from storage.tables import Fault

FolderError: TypeAlias = Fault
LARGE_BYTES = 16 * 1024 * 1024
"""Figures and targets larger than this are read indicator by indicator."""
LINES_TOLD = 500_000
"""After so many lines of a large table it is said how far reading has come."""
EVERYBODY = "ALL"
Line = TypeVar("Line")


class FolderErrors(Exception):  # noqa: N818 - it carries many errors, and says so
    """A scheme folder that cannot be read, with everything that is wrong in it."""

    def __init__(self, errors: list[FolderError]) -> None:
        super().__init__(f"{len(errors)} faults")
        self.errors = errors


class LedgerLine(CityLine):
    """A line of ledger.csv; without a kind, the sign of the points tells bonus from deduction."""

    unit_code: Name
    item: Name
    points: Number
    in_force_on: date
    kind: Literal["bonus", "deduction", "veto"] | None = None
    item_cap: Annotated[Number, Field(ge=0)] | None = None
    document: str = ""
    valid_until: date | None = None

    @property
    def facts(self) -> LedgerEntry:
        """The entry as the rules know it."""
        kind = self.kind or ("bonus" if self.points >= 0 else "deduction")
        return LedgerEntry(
            self.unit_code,
            self.item,
            self.points,
            self.in_force_on,
            kind,
            self.item_cap,
            self.document,
            self.valid_until,
        )


class FolderIndicatorLine(IndicatorLine):
    """A line of indicators.csv of a folder that need not say who monitors."""

    monitoring_unit: str = ""


@dataclass
class SchemeFolder:
    """A scheme folder whose small tables have been read; close it when done with its figures."""

    rules: Book
    targets: Rows | None
    figures: Rows
    known: Known
    as_of: date | None
    is_large: bool
    spool: FigureSpool | None = None

    def book(self) -> Book:
        """Return the whole book; raise FolderErrors if a figure or target is wrong."""
        targets = () if self.targets is None else target_lines(self.targets, self.known)
        held = {(target.indicator, target.unit): target for target in targets}
        lines = figure_lines(self.figures, self.known, as_of=self.as_of)
        entries = latest(self.figures.file, lines, self.known)
        if self.known.faults:
            raise FolderErrors(self.known.faults)
        return replace(self.rules, targets=held, entries=entries)

    def spread(self, tell: Callable[[str, int], None] | None = None) -> set[Period]:
        """Read every figure and target once, spread them by indicator on disk, return the periods.

        *tell* hears now and then how many lines of a table have been read.
        Raise FolderErrors if one is wrong.
        """
        self.spool = FigureSpool()
        if self.targets is not None:
            targets = target_lines(self.targets, self.known)
            self.spool.keep_targets(_counted(self.targets.file, targets, tell))
        lines = figure_lines(self.figures, self.known, as_of=self.as_of)
        again: set[str] = set()
        lines = once_each(self.figures.file, lines, self.known, again)
        periods = self.spool.keep_figures(_counted(self.figures.file, lines, tell))
        for code in again:
            twins = Known(self.known.indicators, self.known.units)
            latest(self.figures.file, self.spool.figures([code]), twins)
            self.known.faults += [each for each in twins.faults if each not in self.known.faults]
        if self.known.faults:
            raise FolderErrors(self.known.faults)
        return periods

    def book_of(self, codes: Collection[str]) -> Book:
        """Return the book of some indicators' figures alone, after `spread`."""
        if self.spool is None:
            raise ValueError("spread first")
        held: dict[tuple[str, str], Target] = {}
        for code in codes:
            held |= self.spool.targets(code)
        entries = latest(self.figures.file, self.spool.figures(codes), self.known)
        if self.known.faults:
            raise FolderErrors(self.known.faults)
        return replace(self.rules, targets=held, entries=entries)

    def close(self) -> None:
        """Give back what was taken on disk."""
        if self.spool is not None:
            self.spool.close()


def read_scheme_folder(path: Path, *, as_of: date | None = None) -> Book:
    """Read a scheme folder or workbook whole, as known at the end of a day.

    Raise FolderErrors with everything that is wrong.
    """
    return open_scheme_folder(path, as_of=as_of).book()


def open_scheme_folder(path: Path, *, as_of: date | None = None) -> SchemeFolder:
    """Read the rules and units of a scheme folder or workbook, and find its figures.

    Raise FolderErrors with everything that is wrong in them.
    """
    found = find_tables(path)
    head, groups = found.scheme()
    units = found.lines("units", UnitLine)
    indicators = found.lines("indicators", FolderIndicatorLine)
    seasons = found.lines("seasonality", SeasonLine)
    ledger = found.lines("ledger", LedgerLine)
    rules = None
    if head is not None and not found.faults:
        rules = Book(
            _scheme(head, [line for _, line in groups], [line for _, line in indicators]),
            tuple(line.facts for _, line in units),
            seasonality={line.indicator_code: line.plan for _, line in seasons},
            ledger=tuple(
                line.facts for _, line in ledger if as_of is None or line.in_force_on <= as_of
            ),
        )
    known = Known(found.codes("indicators"), found.codes("units"), found.faults)
    _check_names(found, seasons, ledger, known)
    if rules is not None:
        lines = {"indicators": indicators, "units": units, "groups": groups}
        places = {(name, line.code): n for name, read in lines.items() for n, line in read}
        known.faults += _scheme_faults(found, rules, places)
    figures, targets = found.streams.get("figures"), found.streams.get("targets")
    if rules is None or figures is None or known.faults:
        _look_through(targets, figures, known)
        raise FolderErrors(known.faults)
    return SchemeFolder(rules, targets, figures, known, as_of, found.size > LARGE_BYTES)


def _counted(
    file: str, lines: Iterable[Line], tell: Callable[[str, int], None] | None
) -> Iterator[Line]:
    for number, line in enumerate(lines, start=1):
        if tell is not None and number % LINES_TOLD == 0:
            tell(file, number)
        yield line


def _look_through(targets: Rows | None, figures: Rows | None, known: Known) -> None:
    """Find what is wrong with the large tables too, where the rules are already refused."""
    if targets is not None:
        for _ in target_lines(targets, known):
            pass
    if figures is not None:
        latest(figures.file, figure_lines(figures, known, as_of=None), known)


def _scheme(
    head: SchemeLine, groups: list[GroupLine], indicators: list[FolderIndicatorLine]
) -> Scheme:
    given = head.model_dump()
    if given["indicator_places"] is None:
        given["indicator_places"] = head.places
    given["record"] = record_terms(head.record)
    given["ledger"] = ledger_terms(head.ledger)
    return Scheme(
        **given,
        groups=tuple(group.facts for group in groups),
        indicators=tuple(_indicator(line) for line in indicators),
    )


def _indicator(line: FolderIndicatorLine) -> Indicator:
    facts = line.facts(line.monitoring_unit, line.due_day or 0)
    return replace(facts, due_day=line.due_day, applies_to=facts.applies_to - {EVERYBODY})


def _check_names(
    found: FolderTables,
    seasons: list[tuple[int, SeasonLine]],
    ledger: list[tuple[int, LedgerLine]],
    known: Known,
) -> None:
    for number, line in seasons:
        if line.indicator_code not in known.indicators:
            place = (found.file("seasonality"), number, "indicator_code", line.indicator_code)
            known.faults.append(Fault(*place, "folder-indicator-unknown"))
    for number, line in ledger:
        if line.unit_code not in known.units:
            place = (found.file("ledger"), number, "unit_code", line.unit_code)
            known.faults.append(Fault(*place, "folder-unit-unknown"))
        if line.kind == "veto" and not line.document:
            place = (found.file("ledger"), number, "document", "")
            known.faults.append(Fault(*place, "folder-veto-document"))


def _scheme_faults(
    found: FolderTables, rules: Book, places: Mapping[tuple[str, str], int]
) -> list[Fault]:
    """Return what keeps the scheme from being computed, each where it stands."""
    return [
        found.placed(
            Fault(
                found.file(problem.table),
                places.get((problem.table, problem.where), 0),
                problem.column,
                shown_value(problem.value),
                problem.reason_id,
                {name: shown_value(value) for name, value in problem.given},
            )
        )
        for problem in problems(rules.scheme, rules.units)
    ]
