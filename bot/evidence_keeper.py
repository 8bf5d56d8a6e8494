"""Copies of the evidence people send, fetched beside the turns and kept by their content.

Which copies are wanted is rows: a crash forgets none, and one made twice is the same file. What
Telegram refuses for good is marked as lost and shows in the figures of `jixiao check`; whatever
else goes wrong is tried again, later and later.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from storage import evidence_copies, kept_files
from storage.engine import reading_only
from storage.evidence_copies import Kept, Wanted

log = logging.getLogger(__name__)

AT_ONCE = 10
LOOK_SECONDS = 5.0
FETCH_SECONDS = 60.0
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)


class EvidenceKeeper:
    """Fetches what is wanted into a folder, one file after the other."""

    def __init__(
        self, engine: AsyncEngine, bot: ExtBot[None], folder: Path, now: Callable[[], datetime]
    ) -> None:
        self._engine = engine
        self._bot = bot
        self._folder = folder
        self._now = now

    async def run(self) -> None:
        """Keep what is wanted, for ever."""
        while True:
            if not await self.once():
                await asyncio.sleep(LOOK_SECONDS)

    async def once(self) -> int:
        """Look once; return how many files were tried."""
        async with reading_only(self._engine) as conn:
            found = await evidence_copies.wanted(conn, now=self._now(), limit=AT_ONCE)
        for each in found:
            await self._keep(each)
        return len(found)

    async def _keep(self, each: Wanted) -> None:
        try:
            file = await self._bot.get_file(each.file_id, read_timeout=FETCH_SECONDS)
            content = bytes(await file.download_as_bytearray(read_timeout=FETCH_SECONDS))
            sha256 = await asyncio.to_thread(kept_files.keep, self._folder, content)
        except (BadRequest, Forbidden) as refused:
            log.warning("evidence %s is not given out: %s", each.evidence_id, refused.message)
            async with self._engine.begin() as conn:
                await evidence_copies.mark_lost(
                    conn, each.evidence_id, error=refused.message, now=self._now()
                )
        except (TelegramError, OSError) as failed:
            log.warning("evidence %s was not kept: %s", each.evidence_id, failed)
            later = self._now() + min(FIRST_WAIT * 2 ** min(each.attempts, 16), LONGEST_WAIT)
            async with self._engine.begin() as conn:
                await evidence_copies.try_later(
                    conn, each.evidence_id, error=str(failed), not_before=later
                )
        else:
            copy = Kept(evidence_id=each.evidence_id, sha256=sha256, size_bytes=len(content))
            async with self._engine.begin() as conn:
                await evidence_copies.mark_kept(conn, copy, now=self._now())
