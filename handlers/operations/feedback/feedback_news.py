"""A released feedback report on its way: to leaders and the office, and to each unit its own."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.feedback_books import FeedbackBook
from handlers.operations.feedback.feedback_facts import Books
from handlers.operations.feedback.feedback_readers import Reader, Recipients, part_for
from handlers.operations.feedback.feedback_words import (
    quarter_words,
    remark_words,
    report_words,
    title_words,
)
from handlers.operations.matters.instruct_button import under_ranking
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.texts import msg
from scoring.quarters import Quarter
from storage import people
from storage.people import PersonRow


async def send_out(
    conn: AsyncConnection,
    city: City,
    quarter: Quarter,
    books: Books,
    to: Recipients,
    *,
    now: datetime,
) -> None:
    """Queue a released report for everybody it is meant for, each once."""
    for row in to.office:
        await _tell(conn, city, quarter, row, books.whole, now=now)
    for led in to.leaders:
        theirs = replace(led.book, released_at=books.whole.released_at)
        await _tell(conn, city, quarter, led.row, theirs, now=now)
    for unit, row in to.contacts:
        speaks = Reader(False, False, frozenset(), frozenset({unit.code}), frozenset({unit.code}))
        own = part_for(city, speaks, books, unit=unit.code)
        if own is not None:
            await _tell(conn, city, quarter, row, own, unit=unit.code, now=now)


async def _tell(
    conn: AsyncConnection,
    city: City,
    quarter: Quarter,
    to: PersonRow,
    book: FeedbackBook,
    *,
    now: datetime,
    unit: str = "",
) -> None:
    """Queue the report in words with its ways on, and the letter after it."""
    beside = [] if book.scope == "unit" or not book.remark else [remark_words(book)]
    who = await people.by_id(conn, to.id, at=now)
    follow = under_ranking(who, str(quarter), "", kind="feedback") if who and not unit else []
    await tell(
        conn,
        city,
        to,
        report_words(book, "released", beside=beside),
        key=f"feedback:{quarter}:{unit}:{to.id}",
        now=now,
        lane="broadcast",
        buttons=[
            file_buttons(quarter, unit=unit),
            follow,
            [go("observations", "button-feedback-list")],
        ],
    )
    await tell(
        conn,
        city,
        to,
        msg("feedback-file", quarter=quarter_words(quarter), title=title_words(book)),
        key=f"feedback-letter:{quarter}:{unit}:{to.id}",
        now=now,
        lane="broadcast",
        artwork_id=await order_artwork(conn, book, form="docx", now=now),
        form="document",
    )


def file_buttons(quarter: Quarter, *, unit: str = "") -> list[Button]:
    """Return the buttons that hand out a report as a letter, as tables and as a picture."""
    return [
        go("feedback-file", "button-feedback-letter", f"{quarter}.docx.{unit}"),
        go("feedback-file", "button-feedback-tables", f"{quarter}.xlsx.{unit}"),
        go("feedback-file", "button-feedback-heat", f"{quarter}.png.{unit}"),
    ]
