"""The blank as an xlsx: prefilled, locked but for the cells one types in, explained in full.

The first row is hidden and names the columns for reading it back; everything else may be moved,
translated or printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.reports.plain_workbook import plain_workbook
from bot.reports.wording import Words
from handlers.blanks import KEYS, BlankBook, BlankColumn, BlankLine, Said
from handlers.texts import LANGUAGES, Texts
from scoring.periods import Period

FIRST_ROW = 6
"""The first line of figures, from 0."""

_HEAD_ROW = FIRST_ROW - 1
_WIDTHS = (4, 9, 30, 10, 9, 14, 11, 11, 11, 11, 11, 14, 14, 11, 34)
_A4 = 9
_LINES = "#CFD6DD"
_TYPED = {"value": "#FFF4C2", "base": "#FFFBE9", "growth": "#FFFBE9", "reason": "#FFFBE9"}
_HEADS = (
    "number",
    "code",
    "indicator",
    "measure",
    "unit-code",
    "unit",
    "target",
    "base",
    "last",
    "plan",
    "filed",
    "value",
    "new-base",
    "growth",
    "reason",
)


def write(book: BlankBook, lang: str, texts: Texts) -> bytes:
    """Return the blank as an xlsx; the same book gives the same bytes."""
    words = Words(texts, lang)
    out = BytesIO()
    with plain_workbook(out, title=_title(book, words), as_of=book.as_of) as workbook:
        _Sheet(workbook, book, words).fill()
        _explain(workbook, book, texts, first=lang)
    return out.getvalue()


def _title(book: BlankBook, words: Words) -> str:
    period = Period.parse(book.period)
    return words.say("workbook-title", period=period, monitors=book.monitors)


@dataclass(frozen=True)
class _Looks:
    """The formats of a cell: locked or to be typed in, text or number."""

    text: Format
    number: Format
    strong: Format
    typed: Mapping[str, Format]


class _Sheet:
    """The sheet with the figures, being filled."""

    def __init__(self, workbook: Workbook, book: BlankBook, words: Words) -> None:
        self._workbook, self._book, self._words = workbook, book, words
        self._sheet: Worksheet = workbook.add_worksheet(words.say("workbook-sheet"))
        box = {"border": 1, "border_color": _LINES, "valign": "vcenter"}
        typed = {
            key: workbook.add_format(
                {**box, "bg_color": color, "locked": False, "align": _side(key), "text_wrap": True}
            )
            for key, color in _TYPED.items()
        }
        self._looks = _Looks(
            text=workbook.add_format({**box, "num_format": "@"}),
            number=workbook.add_format({**box, "align": "right", "font_color": "#566573"}),
            strong=workbook.add_format({**box, "bold": True}),
            typed=typed,
        )

    def fill(self) -> None:
        """Write titles, heads and every line; then lock what is not to be typed in."""
        self._top()
        row = FIRST_ROW
        number = 0
        for column in self._book.columns:
            for line in column.lines:
                number += 1
                self._line(row, number, column, line)
                row += 1
        self._choices(row)
        self._lay_out(row)

    def _top(self) -> None:
        say, sheet = self._words.say, self._sheet
        big = self._workbook.add_format({"bold": True, "font_size": 16})
        muted = self._workbook.add_format({"font_color": "#566573"})
        head = self._workbook.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "border": 1,
                "border_color": _LINES,
                "bg_color": "#EBEFF3",
            }
        )
        for index, key in enumerate(KEYS):
            sheet.write_string(0, index, key if index else f"{key} {self._book.period}")
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(1, 0, _title(self._book, self._words), big)
        sheet.write_string(2, 0, say("workbook-how"), muted)
        sheet.write_string(3, 0, say("workbook-as-of", at=self._book.as_of), muted)
        for index, name in enumerate(_HEADS):
            sheet.write_string(_HEAD_ROW, index, say(f"workbook-head-{name}"), head)
            sheet.set_column(index, index, _WIDTHS[index])
        sheet.set_row(_HEAD_ROW, 34)

    def _line(self, row: int, number: int, column: BlankColumn, line: BlankLine) -> None:
        sheet, looks = self._sheet, self._looks
        sheet.write_number(row, 0, number, looks.number)
        texts = (
            column.indicator_code,
            column.indicator_name,
            column.measure,
            line.unit_code,
            line.unit_name,
        )
        for index, text in enumerate(texts, start=1):
            sheet.write_string(
                row, index, text, looks.strong if index == len(texts) else looks.text
            )
        known = (
            line.target,
            line.base,
            self._said(line.last_said, line.last),
            line.plan,
            self._said(line.filed_said, line.filed),
        )
        for index, cell in enumerate(known, start=len(texts) + 1):
            self._known(row, index, cell)
        for index, key in enumerate(KEYS):
            if key in looks.typed:
                sheet.write_blank(row, index, None, looks.typed[key])

    def _said(self, said: Said | None, value: Decimal | None) -> str | Decimal | None:
        match said:
            case "no_data":
                return self._words.say("workbook-no-data")
            case "not_applicable":
                return self._words.say("workbook-not-applicable")
            case _:
                return value

    def _known(self, row: int, index: int, cell: str | Decimal | None) -> None:
        match cell:
            case None:
                self._sheet.write_blank(row, index, None, self._looks.number)
            case Decimal():
                self._sheet.write_number(row, index, float(cell), self._looks.number)
            case str():
                self._sheet.write_string(row, index, cell, self._looks.number)

    def _choices(self, end: int) -> None:
        """Offer the two answers that are no figures; figures may still be typed."""
        say = self._words.say
        at = KEYS.index("value")
        self._sheet.data_validation(
            FIRST_ROW,
            at,
            max(end - 1, FIRST_ROW),
            at,
            {
                "validate": "list",
                "source": [say("workbook-no-data"), say("workbook-not-applicable")],
                "show_error": False,
                "input_title": say("workbook-head-value"),
                "input_message": say("workbook-value-hint"),
            },
        )

    def _lay_out(self, end: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(FIRST_ROW, KEYS.index("unit") + 2)
        sheet.autofilter(_HEAD_ROW, 0, max(end - 1, _HEAD_ROW), len(KEYS) - 1)
        sheet.set_selection(FIRST_ROW, KEYS.index("value"), FIRST_ROW, KEYS.index("value"))
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
        )
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)


def _side(key: str) -> str:
    return "left" if key == "reason" else "right"


def _explain(workbook: Workbook, book: BlankBook, texts: Texts, *, first: str) -> None:
    """Add the sheet that says how it is done, the reader's own language above the other."""
    sheet = workbook.add_worksheet(Words(texts, first).say("workbook-sheet-how"))
    sheet.set_column(0, 0, 110)
    bold = workbook.add_format({"bold": True, "font_size": 13})
    wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
    row = 0
    for lang in (first, *(each for each in LANGUAGES if each != first)):
        words = Words(texts, lang)
        sheet.write_string(row, 0, words.say("workbook-sheet-how"), bold)
        row += 1
        for text in _steps(book, words):
            sheet.write_string(row, 0, text, wrap)
            row += 1
        row += 1
    sheet.protect("", {"format_columns": True})


def _steps(book: BlankBook, words: Words) -> Iterator[str]:
    for number in range(1, 8):
        yield words.say(f"workbook-rule-{number}")
    for column in book.columns:
        yield words.say(
            "workbook-due",
            code=column.indicator_code,
            indicator=column.indicator_name,
            standing=column.standing,
            due=column.due_at,
        )
