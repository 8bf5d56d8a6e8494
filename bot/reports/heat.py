"""A heat table: points of every unit for every indicator, coloured by their share of the full."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.reports import palette
from bot.reports.furniture import Frame
from bot.reports.page import MARGIN, WIDTH, Page, cut, fitted, width, wrapped
from bot.reports.wording import Words, decimals, number, trimmed
from handlers.books import HeatBook
from handlers.report_lines import HeatCell

EDGES_PCT = (60, 80, 90, 100)  # Where one colour ends and the next begins.
ACROSS_MOST = 14  # With more units than this, units go down the side and indicators across.

_NAMES_WIDE = 252
_FULL_WIDE = 62
_CELL_LEAST = 66
_CELL_SIZE = 25


@dataclass(frozen=True)
class Table:
    """The book turned the way it reads best: names down the side and across, cells by row."""

    side: tuple[str, ...]
    across: tuple[str, ...]
    side_full: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    row: float
    names_wide: float

    @property
    def left(self) -> float:
        """Where the first column of cells begins."""
        return MARGIN + self.names_wide + (_FULL_WIDE if any(self.side_full) else 0) + 8

    @property
    def width(self) -> float:
        """How wide the page must be."""
        return max(WIDTH, self.left + _CELL_LEAST * len(self.across) + MARGIN)

    @property
    def cell(self) -> float:
        """How wide a cell is."""
        return (self.width - MARGIN - self.left) / max(len(self.across), 1)


def draw(book: HeatBook, words: Words) -> Page:
    """Return the heat table as a page, wider than a phone only where there are many columns."""
    table = _table(book)
    notes = (
        words.say("reports-heat-note"),
        words.say("reports-heat-note-faint"),
        *_adjusted(book, words),
    )
    lead = (words.say("reports-units", count=len(book.units)),)
    room = round(table.width) - 2 * MARGIN
    frame = Frame(words, book.heading, words.say("reports-heat-title"), lead, notes, room)
    heads = [wrapped(each, table.cell - 8, 25, bold=True)[:6] for each in table.across]
    head = max((len(each) for each in heads), default=1) * 31 + 20
    top = frame.top() + 66 + head
    page = Page(top + table.row * len(table.side) + 16 + frame.bottom(), table.width)
    frame.draw(page)
    _legend(page, frame.top() + 28, words)
    _heads(page, top, heads, table, words)
    places = decimals(cell.got for row in table.cells for cell in row)
    for index, name in enumerate(table.side):
        y = top + index * table.row
        _name(page, y, name, table.side_full[index], table)
        for column, cell in enumerate(table.cells[index]):
            _cell(page, table.left + column * table.cell, y, cell, table, words, places)
    return page


def _adjusted(book: HeatBook, words: Words) -> list[str]:
    """Return a note for each target behind the points that was adjusted in the year."""
    return [
        words.say(
            "reports-adjusted-of",
            name=f"{each.indicator_code} {each.unit_name}",
            adjusted=words.adjusted(each.since, each.document) or "",
        )
        for each in book.adjusted
    ]


def _table(book: HeatBook) -> Table:
    cells = tuple(row.cells for row in book.rows)
    rows = tuple(row.indicator_name for row in book.rows)
    full = tuple(trimmed(row.full) for row in book.rows)
    units = tuple(unit.unit_name for unit in book.units)
    high = 66 if max(len(book.rows), len(units)) <= 2 * ACROSS_MOST else 50
    if len(units) <= ACROSS_MOST or len(book.rows) > len(units):
        return Table(rows, units, full, cells, high, _NAMES_WIDE)
    across = tuple(f"{name} {points}" for name, points in zip(rows, full, strict=True))
    turned = tuple(zip(*cells, strict=True))
    return Table(units, across, ("",) * len(units), turned, high, _NAMES_WIDE + 110)


def _legend(page: Page, y: float, words: Words) -> None:
    low, *between, high = EDGES_PCT
    said = [words.say("reports-heat-below", share=low)]
    edges = (low, *between, high)
    said += [words.say("reports-heat-between", low=a, high=b) for a, b in pairwise(edges)]
    said.append(words.say("reports-heat-above", share=high))
    x = float(MARGIN)
    for colour, label in zip(palette.SHARES, said, strict=True):
        page.box(x, y - 14, 30, 28, fill=colour)
        x += 38 + page.text(x + 38, y, label, size=25) + 24


def _heads(page: Page, top: float, heads: list[list[str]], table: Table, words: Words) -> None:
    for column, lines in enumerate(heads):
        x = table.left + (column + 0.5) * table.cell
        for n, line in enumerate(lines):
            y = top - 24 - (len(lines) - 1 - n) * 31
            size = fitted(line, table.cell - 6, 25, 18, bold=True)
            page.text(x, y, line, size=size, bold=True, align="center")
    if any(table.side_full):
        full = words.say("reports-heat-full")
        x = table.left - 14
        page.text(x, top - 24, full, size=24, color=palette.MUTED, align="right")


def _name(page: Page, y: float, name: str, full: str, table: Table) -> None:
    size = fitted(name, table.names_wide, 26, 23)
    lines = wrapped(name, table.names_wide + 1, size)
    if len(lines) > 1:
        size = 26.0
        lines = wrapped(name, table.names_wide, size)
    if len(lines) * 29 > table.row:
        size = 22.0
        lines = wrapped(name, table.names_wide, size)
    kept = lines[:2]
    if len(lines) > len(kept):
        kept[-1] = cut(f"{kept[-1]}……", table.names_wide - 4, size)
    for n, line in enumerate(kept):
        middle = y + table.row / 2 + (n - (len(kept) - 1) / 2) * (size + 3)
        page.text(MARGIN, middle, line, size=size)
    if full:
        x = table.left - 14
        page.text(x, y + table.row / 2, full, size=24, color=palette.MUTED, align="right")


def _cell(
    page: Page, x: float, y: float, cell: HeatCell, table: Table, words: Words, places: int
) -> None:
    wide, high = table.cell - 3, table.row - 3
    middle = (x + wide / 2, y + high / 2)
    if cell.got is None:
        hatch = "//" if cell.state == "missing" else ""
        page.box(x, y, wide, high, fill=palette.PAPER, hatch=hatch, hatch_color=palette.RULE)
        said = _absence(cell, words)
        inside = width(said, 24, bold=True) + 10
        page.box(middle[0] - inside / 2, middle[1] - 17, inside, 34, fill=palette.PAPER)
        page.text(*middle, said, size=24, color=palette.MUTED, align="center")
        return
    shade = _shade(cell.share_pct)
    page.box(x, y, wide, high, fill=palette.PAPER if shade is None else palette.SHARES[shade])
    said = f"{number(cell.got, places)}{'*' if cell.is_adjusted else ''}"
    size = fitted(said, wide - 6, _CELL_SIZE, 17, bold=True)
    page.text(*middle, said, size=size, bold=shade == 0, align="center")


def _absence(cell: HeatCell, words: Words) -> str:
    match cell.state:
        case "no-data":
            return words.say("reports-heat-no-data")
        case "missing":
            return words.say("reports-heat-missing")
        case "not-applicable" | "reported":
            return "/"


def _shade(share_pct: Decimal | None) -> int | None:
    if share_pct is None:
        return None
    return sum(share_pct >= edge for edge in EDGES_PCT)
