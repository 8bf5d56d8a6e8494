"""The studio: one worker process that draws, so that the bot's own process stays light and quick.

Nothing here imports matplotlib; only the worker does, once, when it is warmed.
"""

from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.reports.errors import UnknownFormError
from bot.worker import Worker

if TYPE_CHECKING:
    from handlers.texts import Texts

Form: TypeAlias = Literal["png", "xlsx", "docx"]

MAKE_SECONDS = 60.0


class Studio:
    """Makes pictures, workbooks and letters from books written as JSON, one at a time."""

    def __init__(self, *, make_seconds: float = MAKE_SECONDS) -> None:
        self._worker = Worker(seconds=make_seconds)

    async def start(self) -> None:
        """Start the worker and let it import what it needs; `make` does so too, if need be."""
        await self._worker.ask(_warm)

    async def make(self, book_json: str, *, lang: str, form: Form) -> bytes:
        """Return the book as a picture, a workbook or a letter.

        Raises MissingGlyphsError where a name cannot be drawn, UnknownFormError where this book
        has no such form, pydantic.ValidationError where the text is no book, and
        WorkerLostError where the worker died or took more than `make_seconds`.
        """
        return await self._worker.ask(_make, book_json, lang, form)

    async def close(self) -> None:
        """Let the worker finish and stop it; the studio may be used again and starts another."""
        await self._worker.close()


def _warm() -> bytes:
    from bot.reports import (  # noqa: PLC0415 - heavy: the worker's own
        blank,  # noqa: F401
        charts,  # noqa: F401
        feedback_letter,  # noqa: F401
        inspection_letter,  # noqa: F401
        workbook,  # noqa: F401
    )

    _texts()
    return b""


def _make(book_json: str, lang: str, form: Form) -> bytes:
    from bot.reports import (  # noqa: PLC0415 - heavy: the worker's own
        blank,
        charts,
        feedback_letter,
        feedback_sheets,
        inspection_letter,
        inspection_sheets,
        register,
        workbook,
    )
    from handlers.blanks import BlankBook  # noqa: PLC0415 - as above
    from handlers.books import MonthlyBook, RegisterBook, from_json  # noqa: PLC0415 - as above
    from handlers.feedback_books import FeedbackBook  # noqa: PLC0415 - as above
    from handlers.inspection_books import InspectionBook  # noqa: PLC0415 - as above

    book = from_json(book_json)
    if form == "png":
        return charts.draw(book, lang, _texts())
    if isinstance(book, FeedbackBook):
        draw = feedback_letter.write if form == "docx" else feedback_sheets.write
        return draw(book, lang, _texts())
    if isinstance(book, InspectionBook):
        put = inspection_letter.write if form == "docx" else inspection_sheets.write
        return put(book, lang, _texts())
    if form == "docx":
        raise UnknownFormError(book.kind)
    if isinstance(book, RegisterBook):
        return register.write(book, lang, _texts())
    if isinstance(book, BlankBook):
        return blank.write(book, lang, _texts())
    if not isinstance(book, MonthlyBook):
        raise UnknownFormError(book.kind)
    return workbook.write(book, lang, _texts())


@cache
def _texts() -> "Texts":
    from handlers.texts import Texts  # noqa: PLC0415 - the worker's own

    return Texts.load()
