"""A feedback report as a workbook: numbers as numbers, no formula, and nobody's name in it."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.reports import feedback_lists as lists
from bot.reports import feedback_tables as tables
from bot.reports.feedback_letter import notes
from bot.reports.feedback_tables import Cell, Days, Grid, Rate
from bot.reports.feedback_titles import subtitle, title
from bot.reports.plain_workbook import plain_workbook
from bot.reports.wording import Words
from handlers.feedback_books import FeedbackBook
from handlers.texts import Texts

FIRST_ROW = 3
_A4 = 9
_NOTE_WIDE = 100
_RULE = "#CFD6DD"


def write(book: FeedbackBook, lang: str, texts: Texts) -> bytes:
    """Return the report as an xlsx; the same book gives the same bytes.

    A text that begins like a formula or an address stays a text.
    """
    words, out = Words(texts, lang), BytesIO()
    as_of = book.released_at or book.until
    with plain_workbook(out, title=title(book, words), as_of=as_of) as workbook:
        desk = _Desk(workbook, book, words)
        for grid in _grids(book, words):
            desk.sheet(grid)
        desk.notes()
    return out.getvalue()


def _grids(book: FeedbackBook, words: Words) -> Iterator[Grid]:
    say = words.say
    yield tables.overview(book, words)
    kinds = tables.categories(book, words)
    yield tables.beside(
        tables.parts(kinds, say("feedback-column-category"), book, words),
        say("feedback-sheet-categories"),
    )
    if book.scope != "unit":
        yield tables.beside(
            tables.parts(tables.units(book, words), say("feedback-column-unit"), book, words),
            say("feedback-sheet-units"),
        )
    found = (
        lists.longest(book, words),
        lists.again(book, words),
        lists.scored(book, words),
        lists.listed(book, words),
    )
    yield from (each for each in found if each.rows)


class _Desk:
    """The workbook being filled."""

    def __init__(self, workbook: Workbook, book: FeedbackBook, words: Words) -> None:
        self._workbook, self._book, self._words = workbook, book, words
        self._title = self._format(bold=True, font_size=16)
        self._muted = self._format(font_color="#566573")
        self._head = self._format(
            bold=True,
            text_wrap=True,
            valign="vcenter",
            align="center",
            border=1,
            border_color=_RULE,
            bg_color="#EBEFF3",
        )
        cell = {"border": 1, "border_color": "#E3E8EC"}
        self._text = self._format(num_format="@", **cell)
        self._count = self._format(num_format="0", **cell)
        self._points = self._format(num_format="0.00", **cell)
        self._pct = self._format(num_format="0.0%", **cell)
        self._days = self._format(num_format="0.0", **cell)
        self._day = self._format(num_format="yyyy-mm-dd", align="left", **cell)
        self._few = self._format(num_format="@", font_color="#566573", align="right", **cell)
        self._wrap = self._format(text_wrap=True, valign="top")

    def _format(self, **given: Any) -> Format:  # noqa: ANN401 - the library's own options
        return self._workbook.add_format(given)

    def sheet(self, grid: Grid) -> None:
        """Write one table as a sheet of its own."""
        sheet = self._sheet(grid.name)
        for column, (head, wide) in enumerate(zip(grid.heads, grid.wide, strict=True)):
            sheet.set_column(column, column, wide)
            sheet.write_string(FIRST_ROW - 1, column, head, self._head)
        for row, cells in enumerate(grid.rows, FIRST_ROW):
            for column, cell in enumerate(cells):
                self._cell(sheet, row, column, cell)
        last = max(FIRST_ROW + len(grid.rows) - 1, FIRST_ROW - 1)
        sheet.autofilter(FIRST_ROW - 1, 0, last, len(grid.heads) - 1)
        sheet.set_row(FIRST_ROW - 1, 34)
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.repeat_rows(FIRST_ROW - 1)

    def notes(self) -> None:
        """Write what the numbers mean, and what the office has to say."""
        sheet = self._sheet(self._words.say("feedback-sheet-notes"))
        sheet.set_column(0, 0, _NOTE_WIDE)
        said = list(notes(self._book, self._words))
        if self._book.remark:
            said = [self._words.say("feedback-letter-remark"), self._book.remark, "", *said]
        for row, line in enumerate(said, FIRST_ROW - 1):
            sheet.write_string(row, 0, line, self._wrap)

    def _sheet(self, name: str) -> Worksheet:
        sheet = self._workbook.add_worksheet(name[:31])
        sheet.write_string(0, 0, title(self._book, self._words), self._title)
        sheet.write_string(1, 0, subtitle(self._book, self._words), self._muted)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C{self._words.say('reports-book-page')}")
        return sheet

    def _cell(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None:
                sheet.write_blank(row, column, None, self._text)
            case Rate(value=None) | Days(value=None):
                few = self._words.say("feedback-too-few", count=cell.whole)
                sheet.write_string(row, column, few, self._few)
            case Rate(value=Decimal() as value):
                sheet.write_number(row, column, float(value / 100), self._pct)
            case Days(value=Decimal() as value):
                sheet.write_number(row, column, float(value), self._days)
            case date():
                sheet.write_datetime(row, column, datetime.combine(cell, time(0)), self._day)
            case Decimal():
                sheet.write_number(row, column, float(cell), self._points)
            case int():
                sheet.write_number(row, column, cell, self._count)
            case _:
                sheet.write_string(row, column, str(cell), self._text)
