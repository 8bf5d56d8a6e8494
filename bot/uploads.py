"""Pictures and documents on their way out: made once, uploaded once, then named by file id.

Telegram slows down files of the same size sent again and again, and a file id is a tiny request:
the first message carries the bytes, all others wait for it and carry the id.
"""

import asyncio
import hashlib
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from sqlalchemy.ext.asyncio import AsyncEngine
from telegram import InputFile, Message
from telegram.error import TelegramError

from bot.clock import Now
from bot.failures import is_wrong_file
from bot.worker import WorkerLostError
from storage import artworks
from storage.artworks import Artwork
from storage.engine import reading_only

log = logging.getLogger(__name__)

Form: TypeAlias = Literal["photo", "document"]
Carry: TypeAlias = Callable[[InputFile | str], Awaitable[Message]]

DRAWINGS_KEPT = 8


class Draws(Protocol):
    """Whoever makes a picture, workbook or letter out of a book's numbers."""

    async def make(
        self, book_json: str, *, lang: str, form: Literal["png", "xlsx", "docx"]
    ) -> bytes:
        """Return the finished file."""
        ...


@dataclass(frozen=True)
class Drawing:
    """A finished file, and the name its content goes by."""

    content: bytes
    filename: str
    digest: str


class CannotDrawError(Exception):
    """The picture cannot be had: the words go alone."""


class Uploads:
    """Everything this bot has drawn and uploaded, as far as it is needed again."""

    def __init__(self, engine: AsyncEngine, studio: Draws, *, bot_id: int, now: Now) -> None:
        self._engine = engine
        self._studio = studio
        self._bot_id = bot_id
        self._now = now
        self._drawings: OrderedDict[tuple[int, str], asyncio.Task[Drawing]] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    async def drawing(self, artwork_id: int, lang: str) -> Drawing:
        """Return the file, drawn now if nobody asked for it lately.

        Raises CannotDrawError.
        """
        key = (artwork_id, lang)
        task = self._drawings.get(key)
        if task is None:
            task = asyncio.create_task(self._draw(artwork_id, lang))
            self._drawings[key] = task
            if len(self._drawings) > DRAWINGS_KEPT:
                self._drawings.popitem(last=False)
        self._drawings.move_to_end(key)
        try:
            # The drawing serves everybody who waits, so one who gives up must not end it.
            return await asyncio.shield(task)
        except CannotDrawError:
            self._drawings.pop(key, None)
            raise

    async def send(self, drawing: Drawing, form: Form, carry: Carry) -> Message:
        """Let *carry* send the file, by its id where Telegram has it already."""
        name = f"{form}:{drawing.digest}"
        file_id = await self._known(name)
        if file_id is not None:
            return await self._by_id(name, file_id, drawing, form, carry)
        lock = self._locks.setdefault(name, asyncio.Lock())
        async with lock:
            file_id = await self._known(name)
            if file_id is None:
                return await self._first(name, drawing, form, carry)
        return await self._by_id(name, file_id, drawing, form, carry)

    async def _by_id(
        self, name: str, file_id: str, drawing: Drawing, form: Form, carry: Carry
    ) -> Message:
        try:
            return await carry(file_id)
        except TelegramError as error:
            if not is_wrong_file(error):
                raise
        log.warning("Telegram no longer knows file %s: uploading it again", name)
        async with self._engine.begin() as conn:
            await artworks.forget_upload(conn, name, bot_id=self._bot_id)
        return await self._first(name, drawing, form, carry)

    async def _first(self, name: str, drawing: Drawing, form: Form, carry: Carry) -> Message:
        message = await carry(InputFile(drawing.content, filename=drawing.filename))
        file_id = _file_id(message, form)
        if file_id is not None:
            async with self._engine.begin() as conn:
                await artworks.remember_upload(
                    conn, name, bot_id=self._bot_id, file_id=file_id, now=self._now()
                )
        return message

    async def _known(self, name: str) -> str | None:
        async with reading_only(self._engine) as conn:
            return await artworks.uploaded(conn, name, bot_id=self._bot_id)

    async def _draw(self, artwork_id: int, lang: str) -> Drawing:
        async with reading_only(self._engine) as conn:
            ordered = await artworks.one(conn, artwork_id)
        try:
            content = await self._make(ordered, lang)
        except (ValueError, WorkerLostError) as error:
            # ValueError: glyphs missing, an unknown form, a book that is none.
            log.exception("artwork %s (%s) cannot be drawn", artwork_id, lang)
            raise CannotDrawError(str(error)) from error
        # A document shows its name, so the name is part of what was uploaded.
        digest = hashlib.sha256(ordered.filename.encode() + b"\0" + content).hexdigest()
        return Drawing(content, ordered.filename, digest)

    async def _make(self, ordered: Artwork, lang: str) -> bytes:
        match ordered.form:
            case "png" | "docx" as form:
                pass
            case _:
                form = "xlsx"
        try:
            return await self._studio.make(ordered.book, lang=lang, form=form)
        except WorkerLostError:
            # The worker is new now; an order that kills it twice is given up.
            return await self._studio.make(ordered.book, lang=lang, form=form)


def _file_id(message: Message, form: Form) -> str | None:
    if form == "photo":
        return message.photo[-1].file_id if message.photo else None
    return message.document.file_id if message.document else None
