"""The reading room: files that people send are fetched here, and read by a worker of its own.

A file may be anything. It is opened in a process with little memory and little time, beside the
one that draws; whatever it does there, the bot hears either what it says or why it is not read.
"""

import asyncio
import logging
import resource
from collections.abc import Callable
from multiprocessing.sharedctypes import SynchronizedArray

from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.worker import SPAWN, Worker, WorkerLostError
from handlers.grammar.orders import FileRead, Order
from storage.sheet_guard import FILE_BYTES_MAX, UnreadableFileError

log = logging.getLogger(__name__)

READ_SECONDS = 30.0
FETCH_SECONDS = 60.0
LOOK_SECONDS = 0.25
MEMORY_BYTES_MAX = 2 << 30


class ReadingRoom:
    """Fetches files from Telegram and has them read, one at a time."""

    def __init__(self, bot: ExtBot[None], *, read_seconds: float = READ_SECONDS) -> None:
        self._bot = bot
        self._turn = asyncio.Lock()
        self._done: SynchronizedArray[int] = SPAWN.Array("q", 2)
        self._worker = Worker(seconds=read_seconds, settle_in=_settle_in, given=(self._done,))

    async def fetch(self, file_id: str) -> bytes:
        """Return the bytes of a file; raise UnreadableFileError where Telegram does not give it."""
        try:
            file = await self._bot.get_file(file_id, read_timeout=FETCH_SECONDS)
            return bytes(await file.download_as_bytearray(read_timeout=FETCH_SECONDS))
        except BadRequest as refused:
            log.warning("a file is not given out: %s", refused.message)
            if "too big" in refused.message.lower():
                raise UnreadableFileError(
                    "sheet-too-big", {"most": FILE_BYTES_MAX >> 20}
                ) from refused
            raise UnreadableFileError("sheet-not-fetched") from refused
        except TelegramError as failed:
            log.warning("a file could not be fetched: %s", failed.message)
            raise UnreadableFileError("sheet-not-fetched") from failed

    async def read(
        self, content: bytes, order: Order, tick: Callable[[int, int], None]
    ) -> FileRead:
        """Return what a file says; *tick* hears how many rows are read, of how many.

        Raises UnreadableFileError.
        """
        async with self._turn:
            self._done[0] = self._done[1] = 0
            reading = asyncio.ensure_future(self._worker.ask(_read, content, order))
            try:
                while not reading.done():
                    await asyncio.wait({reading}, timeout=LOOK_SECONDS)
                    tick(self._done[0], self._done[1])
                return await reading
            except WorkerLostError as lost:
                log.warning("a file of %s bytes was given up: %s", len(content), lost)
                raise UnreadableFileError("sheet-given-up") from lost
            finally:
                reading.cancel()

    async def close(self) -> None:
        """Stop the worker."""
        await self._worker.close()


_progress: list["SynchronizedArray[int]"] = []
"""The worker's own: where it writes how far it has come."""


def _settle_in(done: "SynchronizedArray[int]") -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    _progress.append(done)


def _read(content: bytes, order: Order) -> FileRead:
    from handlers.grammar.read_file import read_file  # noqa: PLC0415 - the worker's own

    try:
        return read_file(content, order, _tick)
    except UnreadableFileError:
        raise
    except BaseException as bug:
        # What opens workbooks is not ours and may fail in ways that cannot even be pickled.
        log.exception("a file of %s bytes cannot be read", len(content))
        raise UnreadableFileError("sheet-broken") from bug


def _tick(done: int, of: int) -> None:
    for shared in _progress:
        shared[0], shared[1] = done, of
