"""Small calls nobody waits for: the circle on a tapped button, the menu of commands."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import TelegramError
from telegram.ext import ExtBot

from storage.people import Person

log = logging.getLogger(__name__)


class Courtesies:
    """Starts such calls beside the turn; one that fails has no consequence but a log line."""

    def __init__(
        self,
        bot: ExtBot[None],
        show_commands: Callable[[ExtBot[None], int, Person], Awaitable[None]],
    ) -> None:
        self._bot = bot
        self._show_commands = show_commands
        self._open: set[asyncio.Task[None]] = set()

    async def answer(self, query_id: str, text: str | None, is_alert: bool) -> None:  # noqa: FBT001 - the shape Services asks for
        """Close the waiting circle on a tapped button, with a short text if there is one."""
        self._start(self._answer(query_id, text, is_alert=is_alert))

    async def show_commands(self, chat_id: int, who: Person) -> None:
        """Give a chat the command menu of its person."""
        self._start(self._commands(chat_id, who))

    async def drain(self, seconds: float) -> None:
        """Let open calls end, for at most *seconds*."""
        if self._open:
            await asyncio.wait(self._open.copy(), timeout=seconds)

    def _start(self, call: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(call)
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def _answer(self, query_id: str, text: str | None, *, is_alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(query_id, text, show_alert=is_alert or None)
        except TelegramError as error:
            log.info("a tap was not answered: %s", error.message)

    async def _commands(self, chat_id: int, who: Person) -> None:
        try:
            await self._show_commands(self._bot, chat_id, who)
        except TelegramError as error:
            log.warning("the commands of chat %s were not set: %s", chat_id, error.message)
