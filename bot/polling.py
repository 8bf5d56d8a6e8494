"""Long polling that confirms nothing before it is committed, and keeps fetching meanwhile."""

import asyncio
import logging
from collections.abc import Sequence

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.failures import retry_after_seconds
from bot.intake import Intake
from bot.transport import RawUpdate, UpdatesBot

log = logging.getLogger(__name__)

BATCH = 40
BATCH_MAX = 100  # https://core.telegram.org/bots/api#getupdates
POLL_SECONDS = 30
# The Bot API server slows down whoever asks with the same offset again within three seconds.
SAME_OFFSET_SECONDS = 3.1
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0


class StoppedByTelegramError(Exception):
    """Polling cannot go on: another process polls with this token, or the token is rejected."""


class Polling:
    """Fetches updates; the offset only ever moves to the lowest update still unfinished."""

    def __init__(
        self,
        bot: UpdatesBot,
        intake: Intake,
        *,
        poll_seconds: int = POLL_SECONDS,
        same_offset_seconds: float = SAME_OFFSET_SECONDS,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._poll_seconds = poll_seconds
        self._same_offset_seconds = same_offset_seconds
        self._unfinished: dict[int, asyncio.Future[None]] = {}
        self._next: int | None = None
        self._moved = asyncio.Event()

    async def run(self) -> None:
        """Fetch for ever; raise StoppedByTelegramError where that has no sense."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            asked = self._offset()
            try:
                fetched = await self._fetch(asked)
            except (Conflict, InvalidToken, BadRequest) as error:
                raise StoppedByTelegramError(error.message) from error
            except RetryAfter as error:
                await asyncio.sleep(retry_after_seconds(error))
                continue
            except TelegramError as error:
                log.warning("no updates: %s; trying again in %.1f s", error.message, pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
                continue
            pause = FIRST_PAUSE_SECONDS
            self._take(fetched)
            await self._until_worth_asking(asked)

    async def confirm(self) -> None:
        """Tell Telegram what is finished, before stopping; a failure only means a repeat."""
        offset = self._offset()
        if offset is None:
            return
        try:
            await self._bot.raw_updates(offset=offset, limit=1, timeout_seconds=0)
        except TelegramError as error:
            log.info("the last updates were not confirmed: %s", error.message)

    def _offset(self) -> int | None:
        return min(self._unfinished) if self._unfinished else self._next

    async def _fetch(self, offset: int | None) -> Sequence[RawUpdate]:
        # Unfinished updates are answered once more, so the batch must reach beyond them.
        limit = min(BATCH_MAX, BATCH + len(self._unfinished))
        seconds = 0 if self._unfinished else self._poll_seconds
        return await self._bot.raw_updates(offset=offset, limit=limit, timeout_seconds=seconds)

    def _take(self, fetched: Sequence[RawUpdate]) -> None:
        if not fetched and not self._unfinished:
            # Everything is confirmed. After a quiet week Telegram may start at any number, so
            # from here on the next update is whatever comes.
            self._next = None
        fresh = {raw["update_id"]: raw for raw in fetched}
        for update_id in sorted(fresh):
            is_known = update_id in self._unfinished
            if not is_known and (self._next is None or update_id >= self._next):
                done = self._intake.take(fresh[update_id])
                self._unfinished[update_id] = done
                done.add_done_callback(lambda _, number=update_id: self._finish(number))
        if fresh:
            self._next = max(self._next or 0, max(fresh) + 1)

    def _finish(self, update_id: int) -> None:
        self._unfinished.pop(update_id, None)
        self._moved.set()

    async def _until_worth_asking(self, asked: int | None) -> None:
        """Wait until there is room, and the offset has moved or has been let rest."""
        loop = asyncio.get_running_loop()
        rested_at = loop.time() + self._same_offset_seconds
        while self._unfinished:
            has_room = len(self._unfinished) <= BATCH // 2
            has_moved = self._offset() != asked
            left = rested_at - loop.time()
            if has_room and (has_moved or left <= 0):
                return
            self._moved.clear()
            try:
                await asyncio.wait_for(self._moved.wait(), max(left, 0.05))
            except TimeoutError:
                continue
