"""The way in: an update is confirmed to Telegram only when its effect is committed.

Updates of one person run in order, those of different people side by side. What cannot be read,
and what fails again and again, is set aside whole under a reference, so that it is neither lost
nor retried for ever.
"""

import asyncio
import json
import logging
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from telegram import Update
from telegram.ext import ExtBot

from bot.clock import Now
from bot.transport import RawUpdate
from handlers.texts import Msg, msg, to_json
from storage import outbox, people, updates
from storage.outbox import Owed

log = logging.getLogger(__name__)

RETRY_PAUSES_SECONDS = (0.2, 1.0, 3.0)
DATABASE_PAUSE_SECONDS = 5.0
# What the library raises for an update that lacks what the Bot API promises.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


class Intake:
    """Lets updates take effect, and knows which of them have.

    *take_effect* is one turn: it returns when the effect is committed and raises where it may be
    repeated. *caught_up* waits until a person has been told what their last turn said.
    """

    def __init__(
        self,
        *,
        engine: AsyncEngine,
        bot: ExtBot[None],
        take_effect: Callable[[Update], Awaitable[None]],
        caught_up: Callable[[int], Awaitable[None]],
        wake: Callable[[], None],
        now: Now,
        side_by_side: int = 8,
        pauses_seconds: Sequence[float] = RETRY_PAUSES_SECONDS,
    ) -> None:
        self._engine = engine
        self._bot = bot
        self._take_effect = take_effect
        self._caught_up = caught_up
        self._wake = wake
        self._now = now
        self._slots = asyncio.Semaphore(side_by_side)
        self._pauses = pauses_seconds
        self._lines: dict[int, deque[tuple[RawUpdate, asyncio.Future[None]]]] = {}
        self._runners: set[asyncio.Task[None]] = set()

    def take(self, raw: RawUpdate) -> asyncio.Future[None]:
        """Put an update in its person's line; the future is done when its effect is committed."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        who = person_of(raw)
        line = self._lines.get(who)
        if line is None:
            self._lines[who] = deque([(raw, done)])
            runner = asyncio.create_task(self._run_line(who))
            self._runners.add(runner)
            runner.add_done_callback(self._runners.discard)
        else:
            line.append((raw, done))
        return done

    async def drain(self, seconds: float) -> None:
        """Let the turns at work end, for at most *seconds*; what is given up comes again."""
        if self._runners:
            await asyncio.wait(self._runners, timeout=seconds)
        runners = list(self._runners)
        for runner in runners:
            runner.cancel()
        await asyncio.gather(*runners, return_exceptions=True)

    async def _run_line(self, who: int) -> None:
        line = self._lines[who]
        while line:
            raw, done = line[0]
            await self._caught_up(who)
            async with self._slots:
                await self._handle(raw)
            line.popleft()
            if not done.done():
                done.set_result(None)
        del self._lines[who]

    async def _handle(self, raw: RawUpdate) -> None:
        try:
            update = Update.de_json(raw, self._bot)
        except UNREADABLE as error:
            return await self._set_aside(raw, error)
        for pause in (*self._pauses, None):
            # An error is a value here: whatever a turn raises, the line must go on.
            [error] = await asyncio.gather(self._turn(update), return_exceptions=True)
            if error is None:
                return None
            if not isinstance(error, Exception):
                raise error
            log.warning("update %s failed: %r", update.update_id, error)
            if pause is None:
                return await self._set_aside(raw, error)
            await asyncio.sleep(pause)
        return None

    async def _turn(self, update: Update) -> None:
        await self._take_effect(update)

    async def _set_aside(self, raw: RawUpdate, error: Exception) -> None:
        """Keep the update for somebody to look at; nothing is confirmed before that is written."""
        reference = secrets.token_hex(3).upper()
        log.error("update %s set aside as %s", raw.get("update_id"), reference, exc_info=error)
        while True:
            try:
                async with self._engine.begin() as conn:
                    await self._keep(conn, raw, error, reference)
            except SQLAlchemyError:
                log.warning("the database cannot be written; update %s waits", reference)
                await asyncio.sleep(DATABASE_PAUSE_SECONDS)
            else:
                return self._wake()

    async def _keep(
        self, conn: AsyncConnection, raw: RawUpdate, error: Exception, reference: str
    ) -> None:
        now = self._now()
        update_id = raw.get("update_id")
        if isinstance(update_id, int) and not await updates.claim(conn, update_id, now=now):
            return
        await updates.set_aside(
            conn,
            update_id=update_id if isinstance(update_id, int) else None,
            reference=reference,
            body=json.dumps(raw, ensure_ascii=False),
            error=repr(error),
            now=now,
        )
        user = _user(raw)
        if user is not None:
            await self._apologise(conn, user, reference, now)

    async def _apologise(
        self, conn: AsyncConnection, user: dict[str, Any], reference: str, now: datetime
    ) -> None:
        who = await people.by_user(conn, user["id"], at=now)
        said = msg("intake-set-aside", reference=reference)
        if who is None:
            chinese = str(user.get("language_code") or "zh").lower().startswith("zh")
            said = Msg(said.id, {**said.given, "lang": "zh" if chinese else "en"})
        owed = Owed(
            key=f"set-aside:{reference}",
            chat_id=user["id"],
            person_id=who.id if who else None,
            lane="reply",
            method="text",
            message=to_json(said),
            not_before=now,
        )
        await outbox.enqueue(conn, owed, now=now)


def person_of(raw: RawUpdate) -> int:
    """Return whose line the update belongs in: the person's id, else the chat's, else 0."""
    user = _user(raw)
    if user is not None:
        return user["id"]
    for part in raw.values():
        if isinstance(part, dict):
            chat = part.get("chat")
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return chat["id"]
    return 0


def _user(raw: RawUpdate) -> dict[str, Any] | None:
    for part in raw.values():
        if isinstance(part, dict):
            user = part.get("from")
            if isinstance(user, dict) and isinstance(user.get("id"), int):
                return user
    return None
