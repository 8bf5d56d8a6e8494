"""The monthly workbook: tables to filter and print, numbers as numbers, never a formula."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.reports.plain_workbook import plain_workbook
from bot.reports.sheets import tables
from bot.reports.table import Cell, Column, Form, Table
from bot.reports.wording import Words, percent
from handlers.books import Heading, MonthlyBook
from handlers.texts import Texts

FIRST_ROW = 4  # Of the data, from 0: above it stand title, scope, as-of and the columns' heads.

_A4 = 9
_NAME_MOST = 31  # Of a sheet, in Excel.
_NAME_REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_HEAD_HIGH = 34


def write(book: MonthlyBook, lang: str, texts: Texts) -> bytes:
    """Return the book as an xlsx; the same book gives the same bytes.

    A text that begins like a formula or an address stays a text.
    """
    words = Words(texts, lang)
    out = BytesIO()
    title = words.say("reports-book-title", span=words.span(book.heading.period))
    with plain_workbook(out, title=title, as_of=book.heading.as_of) as workbook:
        desk = _Desk(workbook, book, words, title)
        for table in tables(book, words):
            desk.table(table)
        desk.notes()
    return out.getvalue()


@dataclass(frozen=True)
class _Line:
    """One row of the notes: what, and said how; a wide one has no *what*."""

    what: str
    said: str


class _Desk:
    """The workbook being filled."""

    def __init__(self, workbook: Workbook, book: MonthlyBook, words: Words, title: str) -> None:
        self._workbook, self._book, self._words, self._title = workbook, book, words, title
        self._names: set[str] = set()
        self._heading = workbook.add_format({"bold": True, "font_size": 16})
        self._muted = workbook.add_format({"font_color": "#566573"})
        self._head = workbook.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "border": 1,
                "border_color": "#CFD6DD",
                "bg_color": "#EBEFF3",
            }
        )
        self._wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self._formats: dict[tuple[Form, int], Format] = {}

    def table(self, table: Table) -> None:
        """Write one table as a sheet of its own."""
        sheet = self._sheet(table.name, table.title, table.heading)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.wide)
            sheet.write_string(FIRST_ROW - 1, index, column.title, self._head)
            places = _decimals(table, index)
            for row, cells in enumerate(table.rows, FIRST_ROW):
                self._cell(sheet, row, index, cells[index], column, places)
        sheet.set_row(FIRST_ROW - 1, _HEAD_HIGH)
        last = FIRST_ROW + len(table.rows) - 1
        sheet.autofilter(FIRST_ROW - 1, 0, max(last, FIRST_ROW - 1), len(table.columns) - 1)
        names = next((n for n, each in enumerate(table.columns) if each.form != "text"), 3)
        sheet.freeze_panes(FIRST_ROW, min(names, 3))
        sheet.repeat_rows(FIRST_ROW - 1)

    def notes(self) -> None:
        """Write what the numbers mean, where they come from and what the office has to say."""
        say = self._words.say
        name = say("reports-sheet-notes")
        sheet = self._sheet(name, name, self._book.heading)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 92)
        row = FIRST_ROW - 1
        for line in self._note_lines():
            if line.what:
                sheet.write_string(row, 0, line.what, self._bold)
            sheet.write_string(row, 1, line.said, self._wrap)
            row += 1

    def _note_lines(self) -> list[_Line]:
        say, heading, book = self._words.say, self._book.heading, self._book
        status = say("reports-note-confirmed")
        if heading.provisional:
            status = say("reports-provisional")
        lines = [
            _Line(say("reports-note-period"), self._words.span(heading.period)),
            _Line(say("reports-note-scheme"), self._words.scope(heading)),
            _Line(say("reports-note-as-of"), self._words.moment(heading.as_of)),
            _Line(say("reports-note-coverage"), percent(heading.coverage_pct)),
            _Line(say("reports-note-status"), status),
        ]
        if heading.invented:
            lines.append(_Line("", say("reports-invented")))
        versions = say(
            "reports-note-versions-value", count=book.versions_count, digest=book.versions_digest
        )
        lines += [
            _Line(say("reports-note-versions"), versions),
            _Line(say("reports-note-reading"), say("reports-note-reading-points")),
            _Line("", say("reports-note-reading-states")),
            _Line("", say("reports-note-reading-coverage")),
        ]
        named = [say("reports-note-remarks")] + [""] * len(book.remarks)
        return lines + [_Line(*each) for each in zip(named, book.remarks, strict=False)]

    def _sheet(self, name: str, title: str, heading: Heading) -> Worksheet:
        sheet = self._workbook.add_worksheet(self._free(name))
        words = self._words
        sheet.write_string(0, 0, words.dotted(self._title, title), self._heading)
        as_of = words.say("reports-as-of", moment=words.moment(heading.as_of))
        covered = words.say("reports-coverage", coverage=percent(heading.coverage_pct))
        said = words.dotted(words.scope(heading), words.dotted(as_of, covered))
        sheet.write_string(1, 0, said, self._muted)
        marks = [words.say("reports-provisional")] if heading.provisional else []
        marks += [words.say("reports-invented")] if heading.invented else []
        sheet.write_string(2, 0, words.say("reports-comma").join(marks), self._bold_line())
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&C{words.say('reports-book-page')}")
        return sheet

    def _bold_line(self) -> Format:
        return self._workbook.add_format({"bold": True, "font_color": "#A84B00"})

    def _free(self, name: str) -> str:
        """Return the name as Excel takes it, with a number where it is taken already."""
        plain = name.translate(_NAME_REFUSED)[:_NAME_MOST].strip() or "1"
        free, count = plain, 1
        while free.lower() in self._names:
            count += 1
            free = f"{plain[: _NAME_MOST - 4]} {count}"
        self._names.add(free.lower())
        return free

    def _cell(
        self, sheet: Worksheet, row: int, index: int, cell: Cell, column: Column, places: int
    ) -> None:
        form = self._format(column.form, places)
        match cell:
            case None:
                sheet.write_blank(row, index, None, form)
            case str():
                sheet.write_string(row, index, cell, form)
            case int() | Decimal():
                sheet.write_number(row, index, float(cell), form)

    def _format(self, form: Form, places: int) -> Format:
        if (form, places) not in self._formats:
            shown = {
                "text": "@",
                "count": "0",
                "number": f"#,##0.{'0' * places}" if places else "#,##0",
                "rate": "#,##0.00",
                "move": "+0;-0;0",
                "place": "(0)",
            }[form]
            given = {"num_format": shown, "border": 1, "border_color": "#E3E8EC"}
            if form != "text":
                given["align"] = "right"
            self._formats[form, places] = self._workbook.add_format(given)
        return self._formats[form, places]


def _decimals(table: Table, index: int) -> int:
    """Return how many decimals the column's numbers came with, four at most."""
    cells = (row[index] for row in table.rows)
    exponents = (cell.as_tuple().exponent for cell in cells if isinstance(cell, Decimal))
    return min(4, max((-each for each in exponents if isinstance(each, int)), default=0))
