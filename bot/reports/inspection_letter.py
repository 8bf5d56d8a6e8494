"""The report of a special inspection as an official letter (docx)."""

from collections.abc import Iterator
from datetime import UTC
from decimal import Decimal
from io import BytesIO

from bot.reports.docx_page import Letter
from bot.reports.feedback_titles import on_day
from bot.reports.inspection_tables import Grid, by_unit, findings, notes, title
from bot.reports.wording import Words, number
from handlers.inspection_books import InspectionBook
from handlers.texts import Texts

POINTS_PLACES = 2


def write(book: InspectionBook, lang: str, texts: Texts) -> bytes:
    """Return the report as a docx; the same book gives the same bytes."""
    words = Words(texts, lang)
    say = words.say
    made = (book.released_at or book.as_of).astimezone(UTC)
    letter = Letter(title(book, words), lang, made)
    letter.title(title(book, words))
    if book.released_at is None:
        letter.centred(say("inspection-letter-preview"))
    if book.invented:
        letter.centred(say("reports-invented"))
    letter.plain(say("inspection-letter-to", part=book.part, to=book.to))
    for said in _opening(book, words):
        letter.paragraph(said)
    letter.heading(say("inspection-letter-findings"))
    _table(letter, findings(book, words), words)
    if book.part != "unit":
        letter.heading(say("inspection-letter-units"))
        _table(letter, by_unit(book, words), words)
    letter.heading(say("inspection-letter-asked"))
    letter.paragraph(say("inspection-letter-duty", part=book.part))
    letter.heading(say("inspection-letter-notes"))
    for note in notes(book, words):
        letter.note(note)
    letter.signed(book.office, on_day(book.released_at or book.as_of, words))
    out = BytesIO()
    letter.save(out)
    return out.getvalue()


def _opening(book: InspectionBook, words: Words) -> Iterator[str]:
    yield words.say(
        "inspection-letter-opening",
        part=book.part,
        since=on_day(book.since, words),
        until=on_day(min(book.until, book.released_at or book.until), words),
        by=book.inspectors or book.office,
        units="、".join(book.units),
        count=len(book.units),
        theme=book.theme,
    )
    points = sum((line.points for line in book.lines), start=Decimal(0))
    yield words.say(
        "inspection-letter-came-to",
        part=book.part,
        filed=book.filed,
        confirmed=len(book.lines),
        dropped=book.dropped,
        points=number(points, POINTS_PLACES),
    )


def _table(letter: Letter, grid: Grid, words: Words) -> None:
    if not grid.rows:
        letter.paragraph(words.say("inspection-letter-none"))
        return
    rows = [[_said(cell) for cell in row] for row in grid.rows]
    letter.table(grid.heads, rows, grid.wide)


def _said(cell: str | int | Decimal) -> str:
    return number(cell, POINTS_PLACES) if isinstance(cell, Decimal) else str(cell)
