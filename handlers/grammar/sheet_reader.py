"""A sheet as people send it: titles, heads in one or two rows, units down or across, footnotes.

What is certain is read. What is not comes back as a problem with its cell, or as a doubt.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handlers.grammar.gathering import Gathering
from handlers.grammar.grid import Grid, GridCell, is_blank, is_note, texts_of
from handlers.grammar.grid_cells import legend_in
from handlers.grammar.grid_heads import stated_measures
from handlers.grammar.grid_layout import Block, laid_out
from handlers.grammar.grid_plan import Above, joined_heads, planned
from handlers.grammar.headings import IndicatorNames, Measured
from handlers.grammar.names_on_sheet import NamesOnSheet
from handlers.grammar.orders import Doubt, Guess, Unnamed
from handlers.grammar.sheet_long import long_columns, read_long
from handlers.grammar.sheet_table import Table, place_of
from handlers.grammar.spelling import folded
from handlers.texts import msg
from scoring.periods import Period

TICK = 500
"""Rows between two words on how far it has come."""

_ABOUT_THE_SHEET = re.compile("单位:|指标:|时间:|数据库|填报|表号|制表|报表")
_FIGURE = re.compile(r"[-+(]?[0-9][0-9,. ]*\)?\s*(?:%|‰|(?![年月])[^\W\d_]{1,4})?[*)]?")
_INDEX = re.compile(r"[0-9]{1,2}|20[0-9]{2}")


@dataclass(slots=True)
class Found:
    """What a file has given so far; *left_out* are heads of columns that nobody asked for."""

    gathering: Gathering = field(default_factory=Gathering)
    doubts: list[Doubt] = field(default_factory=list[Doubt])
    unnamed: list[Unnamed] = field(default_factory=list[Unnamed])
    left_out: list[str] = field(default_factory=list[str])
    tables: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class SheetReader:
    """Reads the sheets of one file, one after the other, into what was *found*."""

    names: NamesOnSheet
    indicators: IndicatorNames
    period: Period
    default: Measured | None
    own: Sequence[Measured]
    tick: Callable[[int], None]
    found: Found = field(default_factory=Found)

    def read(self, grid: Grid, title: str) -> None:
        """Read a sheet; one that names no unit at all says nothing and is passed over."""
        grid, blocks = laid_out(grid, self.names.unit_in)
        legend = legend_in(text for row in grid if is_note(row) for text in texts_of(row))
        for block in blocks:
            walk = _Walk(self, block, legend, self._at_first(title), title)
            for number, row in enumerate(grid, start=1):
                walk.row(row)
                if number % TICK == 0:
                    self.tick(TICK)
            walk.end()

    def _at_first(self, title: str) -> Above:
        """Return what holds before a sheet has said anything: its name, and the desk."""
        heading = self.indicators.heading(title, self.period)
        default = (self.default,) if self.default else ()
        return Above(heading.indicators or default, heading.period)

    def titled(self, above: Above, rows: Sequence[Sequence[GridCell]]) -> Above:
        """Return what holds once titles have been read; what they do not say stays."""
        for row in rows:
            for text in texts_of(row):
                heading = self.indicators.heading(text, self.period)
                stated = stated_measures(text)
                if heading.problem is not None:
                    self.found.gathering.refuse(place_of(row), heading.problem)
                above = Above(
                    heading.indicators or above.indicators,
                    heading.period or above.period,
                    stated or ((heading.typed_in,) if heading.typed_in else above.stated),
                )
        return above


class _Walk:
    """One block from top to bottom: rows above a unit are heads, rows with one are figures."""

    def __init__(
        self,
        reader: SheetReader,
        block: Block,
        legend: Mapping[str, str],
        above: Above,
        title: str,
    ) -> None:
        self._reader, self._block, self._legend, self._above = reader, block, legend, above
        self._title = title
        self._found = reader.found
        self._pending: list[Sequence[GridCell]] = []
        self._heads: list[Sequence[GridCell]] = []
        self._lines: list[tuple[str, Sequence[GridCell]]] = []

    def row(self, whole: Sequence[GridCell]) -> None:
        """Take in the next row."""
        unit, is_torn = self._block.unit_in(whole, self._reader.names.unit_in)
        cells = whole[self._block.left : self._block.right]
        if is_torn:
            self._found.gathering.refuse(place_of(cells), msg("sheet-two-names"))
        elif unit is not None:
            if self._pending:
                self._begin()
            self._lines.append((unit, cells))
        elif is_note(cells):
            return
        elif _is_title(whole):
            self._pending.append(whole)  # It stands above every block.
        elif is_blank(cells):
            return
        elif name := self._unknown_name(whole, cells):
            self._found.gathering.refuse(place_of(cells), self._reader.names.unknown(name))
        else:
            self._pending.append(cells)

    def end(self) -> None:
        """Read the last table; what stands below it is no head of anything."""
        if self._lines:
            self._read()

    def _begin(self) -> None:
        """Begin a table under the rows that were met since the last unit."""
        if self._lines:
            self._read()
        rows, self._pending, self._lines = self._pending, [], []
        self._above = self._reader.titled(self._above, [row for row in rows if _is_title(row)])
        self._heads = [row for row in rows if not _is_title(row)] or self._heads

    def _unknown_name(self, whole: Sequence[GridCell], cells: Sequence[GridCell]) -> str:
        """Return the name in a row that has figures like the others, but is nobody's we know."""
        texts = [whole[at].text for at in self._block.names if whole[at].kind == "text"]
        name = next((text for text in texts if any(map(str.isalpha, text))), "")
        if not name or self._reader.names.is_average(name):
            return ""
        figures = [cell for cell in cells if cell.is_figure or _is_digits(cell)]
        is_like_others = any(not _INDEX.fullmatch(cell.text) for cell in figures)
        return name if is_like_others or self._stands_in_line(cells) else ""

    def _stands_in_line(self, cells: Sequence[GridCell]) -> bool:
        """Whether a row has a figure, however small, where the last unit has its own."""
        if not self._lines:
            return False
        _, last = self._lines[-1]
        own = {at - self._block.left for at in self._block.names}
        return any(
            cell.is_figure and above.is_figure and at > max(own)
            for at, (cell, above) in enumerate(zip(cells, last, strict=False))
        )

    def _read(self) -> None:
        self._found.tables += 1
        self._found.lines += len(self._lines)
        joined = joined_heads(self._heads) if self._heads else []
        long = long_columns(self._lines, joined, self._reader.names)
        if long is not None:
            read_long(long, self._lines, self._above, self._found.gathering, self._legend)
        else:
            self._read_wide(joined)

    def _read_wide(self, joined: Sequence[GridCell]) -> None:
        """Read a table with a column for each indicator, or ask which one its column is for."""
        gathering = self._found.gathering
        failed_before = len(gathering.failed)
        table, left_out = self._table(joined, self._above, gathering)
        is_said = len(gathering.failed) > failed_before
        if not (table.plans or self._above.indicators or is_said):
            guesses = self._guesses(joined)
            if guesses:
                example = place_of(self._lines[0][1]).text
                self._found.unnamed.append(Unnamed(self._title, example, guesses))
                return
            if joined and not left_out:
                gathering.refuse(place_of(self._lines[0][1]), msg("grammar-no-indicator"))
                return
        self._found.left_out += left_out
        self._found.doubts += table.read(gathering, self._legend)

    def _table(
        self, joined: Sequence[GridCell], above: Above, into: Gathering
    ) -> tuple[Table, list[str]]:
        """Return the table as its heads plan it, and the heads nobody asked for."""
        names = {at - self._block.left for at in self._block.names}
        filled = frozenset(
            at
            for _, cells in self._lines
            for at, cell in enumerate(cells)
            if cell.kind != "empty" and at not in names
        )
        reader = self._reader
        plans, left_out = planned(joined, reader.indicators, above, reader.period, into, filled)
        table = Table(above, plans, has_heads=bool(joined), first_cell=max(names) + 1)
        table.lines += self._lines
        return table, left_out

    def _guesses(self, joined: Sequence[GridCell]) -> tuple[Guess, ...]:
        """Return what the table says if it is meant for each of the sender's own indicators."""
        guesses: list[Guess] = []
        for indicator in self._reader.own:
            apart = Gathering()
            above = replace(self._above, indicators=(indicator,))
            table, _ = self._table(joined, above, apart)
            doubts = table.read(apart, self._legend)
            columns = apart.columns([])
            doubtful = [cell for doubt in doubts for cell in doubt.cells]
            if len(columns) == 1 and (columns[0].cells or doubtful):
                guesses.append(Guess(columns[0], tuple(apart.problems), tuple(doubts)))
        return tuple(guesses)


def _is_title(row: Sequence[GridCell]) -> bool:
    """Whether a row is about the whole sheet: one text alone, or several such as 单位：万元."""
    said = texts_of(row)
    return len(said) == 1 or any(_ABOUT_THE_SHEET.search(folded(text)) for text in said)


def _is_digits(cell: GridCell) -> bool:
    """Whether a text is one figure, perhaps with its measure, and no month or year."""
    return cell.kind == "text" and bool(_FIGURE.fullmatch(folded(cell.text).strip()))
