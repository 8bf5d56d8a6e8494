"""The report of a special inspection as a workbook: numbers as numbers, and no formula."""

from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.reports.inspection_tables import Grid, by_unit, findings, notes, title
from bot.reports.plain_workbook import plain_workbook
from bot.reports.wording import Words
from handlers.inspection_books import InspectionBook
from handlers.texts import Texts

FIRST_ROW = 3
_A4 = 9
_NOTE_WIDE = 100
_RULE = "#CFD6DD"


def write(book: InspectionBook, lang: str, texts: Texts) -> bytes:
    """Return the report as an xlsx; the same book gives the same bytes.

    A text that begins like a formula or an address stays a text.
    """
    words, out = Words(texts, lang), BytesIO()
    as_of = book.released_at or book.as_of
    with plain_workbook(out, title=title(book, words), as_of=as_of) as workbook:
        desk = _Desk(workbook, book, words)
        desk.sheet(findings(book, words))
        if book.part != "unit":
            desk.sheet(by_unit(book, words))
        desk.notes()
    return out.getvalue()


class _Desk:
    """The workbook being filled."""

    def __init__(self, workbook: Workbook, book: InspectionBook, words: Words) -> None:
        self._workbook, self._book, self._words = workbook, book, words
        edge = {"border": 1, "border_color": _RULE, "valign": "vcenter"}
        self._title = self._format(bold=True, font_size=16)
        self._muted = self._format(font_color="#566573")
        self._head = self._format(
            bold=True, text_wrap=True, align="center", bg_color="#EBEFF3", **edge
        )
        self._text = self._format(num_format="@", text_wrap=True, **edge)
        self._count = self._format(num_format="0", **edge)
        self._points = self._format(num_format="0.00", **edge)
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
                match cell:
                    case str():
                        sheet.write_string(row, column, cell, self._text)
                    case Decimal():
                        sheet.write_number(row, column, float(cell), self._points)
                    case int():
                        sheet.write_number(row, column, cell, self._count)
        last = max(FIRST_ROW + len(grid.rows) - 1, FIRST_ROW - 1)
        sheet.autofilter(FIRST_ROW - 1, 0, last, len(grid.heads) - 1)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.repeat_rows(FIRST_ROW - 1)

    def notes(self) -> None:
        """Write what the numbers mean."""
        sheet = self._sheet(self._words.say("inspection-letter-notes"))
        sheet.set_column(0, 0, _NOTE_WIDE)
        for row, line in enumerate(notes(self._book, self._words), FIRST_ROW - 1):
            sheet.write_string(row, 0, line, self._wrap)

    def _sheet(self, name: str) -> Worksheet:
        words, book = self._words, self._book
        sheet = self._workbook.add_worksheet(name[:31])
        sheet.write_string(0, 0, title(book, words), self._title)
        said = words.say("reports-as-of", moment=words.moment(book.as_of))
        if book.released_at is None:
            said = words.dotted(said, words.say("inspection-letter-preview"))
        if book.invented:
            said = words.dotted(said, words.say("reports-invented"))
        sheet.write_string(1, 0, said, self._muted)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C{words.say('reports-book-page')}")
        return sheet
