"""The heat table of observations: units down the side, categories across, what is past its term.

A cell says "past the term / found true"; its colour is the share, and one of too few is hatched and
has none: it is not to be compared.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.reports import palette
from bot.reports.feedback_titles import last_day
from bot.reports.furniture import NOTE_SIZE
from bot.reports.page import MARGIN, WIDTH, Page, cut, fitted, width, wrapped
from bot.reports.wording import Words
from handlers.feedback_books import FeedbackBook
from scoring.feedback import Tally, share, summed
from scoring.quarters import Quarter

EDGES_PCT = (10, 25, 50)  # Where one colour ends and the next begins; none late has its own.
UNITS_MOST = 20
_ROW, _HEAD_LINE = 66, 29
_HEAD_SIZE = 23  # Four characters have room over the narrowest cell.
_NAMES_WIDE = 230
_CELL_LEAST = 100
_NOTE_LINE = 38
_LEGEND_LEAST = 18


@dataclass(frozen=True)
class Row:
    """One line of the table: a unit's name, its cells in the order of the categories, its total."""

    name: str
    cells: tuple[Tally, ...]

    @property
    def total(self) -> Tally:
        """All of the unit's observations."""
        return summed(self.cells)


def rows(book: FeedbackBook) -> tuple[list[Row], int]:
    """Return the units with most past the term first, and how many are not shown."""
    cells = book.cell_of
    found = [
        Row(
            unit.short_name,
            tuple(cells.get((unit.code, code), Tally()) for code in book.names),
        )
        for unit in book.units
    ]
    found = [each for each in found if each.total.true]
    found.sort(key=lambda each: (-each.total.overdue, -each.total.open, each.name))
    return found[:UNITS_MOST], max(0, len(found) - UNITS_MOST)


def draw(book: FeedbackBook, words: Words) -> Page:
    """Return the heat table as a page, wider than a phone only where there are many categories."""
    shown, hidden = rows(book)
    across = [getattr(name, words.lang) for name in book.names.values()]
    across.append(words.say("feedback-heat-total"))
    wide = max(WIDTH, MARGIN * 2 + _NAMES_WIDE + _CELL_LEAST * len(across))
    cell = (wide - MARGIN * 2 - _NAMES_WIDE) / len(across)
    heads = [wrapped(each, cell - 8, _HEAD_SIZE, bold=True)[:4] for each in across]
    notes = _notes(book, words, hidden, wide - 2 * MARGIN)
    top = 290 + max(len(each) for each in heads) * _HEAD_LINE
    page = Page(top + (len(shown) + (len(shown) > 1)) * _ROW + 40 + len(notes) * _NOTE_LINE, wide)
    _above(page, book, words, len(shown))
    _legend(page, 246, book, words)
    for number, lines in enumerate(heads):
        x = MARGIN + _NAMES_WIDE + (number + 0.5) * cell
        for n, line in enumerate(lines):
            y = top - 22 - (len(lines) - 1 - n) * _HEAD_LINE
            size = fitted(line, cell - 6, _HEAD_SIZE, 18, bold=True)
            page.text(x, y, line, size=size, bold=True, align="center")
    y = float(top)
    for each in shown:
        _row(page, y, each, cell, book.least)
        y += _ROW
    if len(shown) > 1:
        sums = Row(
            words.say("feedback-heat-total"),
            tuple(book.by_category.get(code, (Tally(), Tally()))[0] for code in book.names),
        )
        page.rule(y)
        _row(page, y + 4, sums, cell, book.least, bold=True)
        y += _ROW
    y += 20
    page.rule(y)
    for line in notes:
        y += _NOTE_LINE
        page.text(MARGIN, y, line, size=NOTE_SIZE, color=palette.MUTED)
    return page


def _above(page: Page, book: FeedbackBook, words: Words, shown: int) -> None:
    quarter = Quarter.parse(book.quarter)
    named = words.say("quarter", year=str(quarter.year), number=quarter.number)
    page.box(0, 0, page.width, 12, fill=palette.BLUE_DEEP)
    room = page.width - 2 * MARGIN
    title = words.say("feedback-heat-title", quarter=named)
    size = fitted(title, room, 56, 40, bold=True)
    page.text(MARGIN, 74, title, size=size, bold=True)
    lead = words.dotted(
        words.say("feedback-heat-lead"), words.say("feedback-heat-shown", shown=shown)
    )
    if book.title:
        lead = words.dotted(words.say("feedback-heat-of", title=book.title), lead)
    page.text(MARGIN, 138, cut(lead, room, 31), size=31, color=palette.MUTED)
    as_of = words.say("reports-as-of", moment=last_day(book, words))
    x = MARGIN + page.text(MARGIN, 186, as_of, size=26, color=palette.MUTED) + 20
    if book.invented:
        page.tag(x, 186, words.say("reports-invented"), size=24, color=palette.ORANGE)


def _legend(page: Page, y: float, book: FeedbackBook, words: Words) -> None:
    low, *_, high = EDGES_PCT
    said = [
        (palette.LATE[0], words.say("feedback-heat-zero")),
        (palette.LATE[1], words.say("feedback-heat-below", share=low)),
        *(
            (colour, words.say("feedback-heat-between", low=a, high=b))
            for colour, (a, b) in zip(palette.LATE[2:], pairwise(EDGES_PCT), strict=False)
        ),
        (palette.LATE[-1], words.say("feedback-heat-above", share=high)),
    ]
    few = words.say("feedback-heat-few", least=book.least)
    room = page.width - 2 * MARGIN
    size = 25.0
    while (
        size > _LEGEND_LEAST and sum(38 + width(s, size) + 20 for _, s in [*said, ("", few)]) > room
    ):
        size -= 1
    x = float(MARGIN)
    for colour, label in said:
        page.box(x, y - 14, 30, 28, fill=colour)
        x += 38 + page.text(x + 38, y, label, size=size) + 20
    page.box(x, y - 14, 30, 28, fill=palette.TRACK, hatch="//", hatch_color=palette.GREY_LINE)
    page.text(x + 38, y, few, size=size)


def _row(page: Page, y: float, row: Row, cell: float, least: int, *, bold: bool = False) -> None:
    size = fitted(row.name, _NAMES_WIDE - 12, 28, 20, bold=bold)
    name = cut(row.name, _NAMES_WIDE - 12, size, bold=bold)
    page.text(MARGIN, y + _ROW / 2, name, size=size, bold=bold)
    tallies = (*row.cells, row.total)
    for number, tally in enumerate(tallies):
        x = MARGIN + _NAMES_WIDE + number * cell
        _cell(page, x, y, tally, cell, least, bold=bold or number == len(tallies) - 1)


def _cell(
    page: Page, x: float, y: float, tally: Tally, cell: float, least: int, *, bold: bool
) -> None:
    wide, high = cell - 4, _ROW - 4
    if not tally.true:
        page.box(x, y, wide, high, fill=palette.PAPER)
        page.text(x + wide / 2, y + high / 2, "·", size=26, color=palette.MUTED, align="center")
        return
    said = f"{tally.overdue}/{tally.true}"
    rate = share(tally.overdue, tally.true, least=least)
    if rate is None:
        page.box(x, y, wide, high, fill=palette.TRACK, hatch="//", hatch_color=palette.GREY_LINE)
        inside = width(said, 26, bold=bold) + 14
        page.box(x + (wide - inside) / 2, y + high / 2 - 18, inside, 36, fill=palette.TRACK)
        color = palette.MUTED
    else:
        shade = 0 if not tally.overdue else 1 + sum(rate >= Decimal(edge) for edge in EDGES_PCT)
        page.box(x, y, wide, high, fill=palette.LATE[shade])
        color = palette.PAPER if shade == len(palette.LATE) - 1 else palette.INK
    size = fitted(said, wide - 8, 28, 18, bold=bold)
    page.text(x + wide / 2, y + high / 2, said, size=size, bold=bold, color=color, align="center")


def _notes(book: FeedbackBook, words: Words, hidden: int, room: float) -> list[str]:
    said = [
        words.say("feedback-heat-note-cell"),
        words.say("feedback-heat-note-few", least=book.least),
        words.say("feedback-heat-note-order"),
    ]
    if hidden:
        said.append(words.say("feedback-heat-hidden", count=hidden))
    return [line for each in said for line in wrapped(each, room, NOTE_SIZE)]
