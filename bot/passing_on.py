"""Files that people sent, passed on by their id; from the kept copy where Telegram forgot them.

What is sent anew gets a new id, which is remembered and used from then on.
"""

import asyncio
import logging
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine
from telegram import InputFile, Message
from telegram.error import TelegramError

from bot.clock import Now
from bot.failures import is_wrong_file
from bot.uploads import Carry
from storage import artworks, evidence_copies, kept_files
from storage.engine import reading_only

log = logging.getLogger(__name__)


class PassingOn:
    """The files of others on their way out; *folder* is where copies of evidence are kept."""

    def __init__(self, engine: AsyncEngine, folder: Path, *, bot_id: int, now: Now) -> None:
        self._engine = engine
        self._folder = folder
        self._bot_id = bot_id
        self._now = now

    async def send(self, file_id: str, kind: str, carry: Carry) -> Message | None:
        """Let *carry* send a file; None where Telegram forgot it and no copy is kept.

        Raises TelegramError for whatever else is wrong.
        """
        # A photo's id cannot be sent as a document, nor the other way round.
        name = f"{kind}:again:{file_id}"
        async with reading_only(self._engine) as conn:
            anew = await artworks.uploaded(conn, name, bot_id=self._bot_id)
        try:
            return await carry(anew or file_id)
        except TelegramError as error:
            if not is_wrong_file(error):
                raise
        log.warning("Telegram no longer knows file %s: looking for its copy", file_id)
        copy = await self._copy(file_id)
        if copy is None:
            return None
        message = await carry(copy)
        async with self._engine.begin() as conn:
            await artworks.forget_upload(conn, name, bot_id=self._bot_id)
            if (sent := _file_id(message)) is not None:
                await artworks.remember_upload(
                    conn, name, bot_id=self._bot_id, file_id=sent, now=self._now()
                )
        return message

    async def _copy(self, file_id: str) -> InputFile | None:
        async with reading_only(self._engine) as conn:
            there = await evidence_copies.whereabouts(conn, file_id)
        if there is None:
            return None
        sha256, name = there
        content = await asyncio.to_thread(kept_files.content_of, self._folder, sha256)
        if content is None:
            log.error("the copy %s of file %s is not there, or was changed", sha256, file_id)
            return None
        return InputFile(content, filename=name)


def _file_id(message: Message) -> str | None:
    """Return the id under which Telegram keeps what was just uploaded."""
    if message.photo:
        return message.photo[-1].file_id
    file = message.document or message.voice
    return file.file_id if file else None
