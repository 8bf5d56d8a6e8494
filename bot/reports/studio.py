"""The studio: one worker process that draws, so that the bot's own process stays light and quick.

Nothing here imports matplotlib; only the worker does, once, when it is warmed.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import connection
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.reports.errors import StudioStoppedError, UnknownFormError

if TYPE_CHECKING:
    from handlers.texts import Texts

Form: TypeAlias = Literal["png", "xlsx"]

MAKE_SECONDS = 60.0


class Studio:
    """Makes pictures and workbooks from books written as JSON, one at a time.

    A worker that dies or does not answer is replaced; the order it held is lost and says so.
    """

    def __init__(self, *, make_seconds: float = MAKE_SECONDS) -> None:
        self._make_seconds = make_seconds
        self._turn = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None

    async def start(self) -> None:
        """Start the worker and let it import what it needs; `make` does so too, if need be."""
        async with self._turn:
            await self._ask(_warm)

    async def make(self, book_json: str, *, lang: str, form: Form) -> bytes:
        """Return the book as a picture or a workbook.

        Raises MissingGlyphsError where a name cannot be drawn, UnknownFormError where this book
        has no such form, pydantic.ValidationError where the text is no book, and
        StudioStoppedError where the worker died or took more than `make_seconds`.
        """
        async with self._turn:
            return await self._ask(_make, book_json, lang, form)

    async def close(self) -> None:
        """Let the worker finish and stop it; the studio may be used again and starts another."""
        async with self._turn:
            pool, self._pool = self._pool, None
            if pool is not None:
                await asyncio.to_thread(pool.shutdown)

    async def _ask(self, work: Callable[..., bytes], *given: str) -> bytes:
        try:
            return await asyncio.wait_for(self._order(work, *given), self._make_seconds)
        except (TimeoutError, BrokenProcessPool) as lost:
            self._dismiss()
            raise StudioStoppedError(type(lost).__name__) from lost
        except asyncio.CancelledError:
            # Nobody waits for it any more, and the next order must not queue behind it.
            self._dismiss()
            raise

    def _order(self, work: Callable[..., bytes], *given: str) -> asyncio.Future[bytes]:
        loop = asyncio.get_running_loop()
        if self._pool is not None:
            try:
                return loop.run_in_executor(self._pool, work, *given)
            except BrokenProcessPool:
                # The worker died while idle; the order is not lost, another worker takes it.
                self._dismiss()
        self._pool = _hire()
        return loop.run_in_executor(self._pool, work, *given)

    def _dismiss(self) -> None:
        """Stop the worker at once, whatever it holds."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        for worker in list(pool._processes.values()):  # noqa: SLF001 - public only since 3.14
            worker.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _hire() -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would copy the bot's threads, locks and open database.
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=spawn, initializer=_settle_in)


def _settle_in() -> None:
    """Leave Ctrl-C to the bot, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _warm() -> bytes:
    from bot.reports import charts, workbook  # noqa: F401, PLC0415 - heavy: the worker's own

    _texts()
    return b""


def _make(book_json: str, lang: str, form: Form) -> bytes:
    from bot.reports import charts, register, workbook  # noqa: PLC0415 - heavy: the worker's own
    from handlers.books import MonthlyBook, RegisterBook, from_json  # noqa: PLC0415 - as above

    book = from_json(book_json)
    if form == "png":
        return charts.draw(book, lang, _texts())
    if isinstance(book, RegisterBook):
        return register.write(book, lang, _texts())
    if not isinstance(book, MonthlyBook):
        raise UnknownFormError(book.kind)
    return workbook.write(book, lang, _texts())


@cache
def _texts() -> "Texts":
    from handlers.texts import Texts  # noqa: PLC0415 - the worker's own

    return Texts.load()
