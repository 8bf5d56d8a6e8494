"""Telegram in memory: the bot's side is `call`, the people's side is what they do in a chat."""

import asyncio
import inspect
from collections.abc import Mapping, Sequence
from time import monotonic

from bot.sandbox.deeds import Deeds
from bot.sandbox.faults import Fault
from bot.sandbox.messages import Message
from bot.sandbox.methods import METHODS
from bot.sandbox.parameters import Parameters, Upload
from bot.sandbox.refusals import ApiError, ConnectionDropped, NotPossible, Wire, too_many

_NO_FILES: Mapping[str, Upload] = {}
_OK = 200


class World(Deeds):
    """One Telegram with one bot, entirely in this process's memory."""

    async def call(
        self,
        method: str,
        params: Mapping[str, object],
        files: Mapping[str, Upload] = _NO_FILES,
    ) -> object:
        """Answer one Bot API call with its result.

        Raises `ApiError` for what Telegram refuses and `ConnectionDropped` when a switched-on
        fault loses the request or the answer.
        """
        name = method.lower()
        is_poll = name == "getupdates"
        # Polls are answered all the time and say nothing: only their faults are of interest.
        self.calls_in_flight += not is_poll
        status, description = _OK, ""
        try:
            return await self._answer(name, params, files)
        except ApiError as error:
            status, description = error.code, error.description
            raise
        except ConnectionDropped as dropped:
            status = 0
            description = "answer lost" if dropped.acted else "request lost"
            raise
        finally:
            self.calls_in_flight -= not is_poll
            if not is_poll or status != _OK:
                spelling = METHODS[name][0] if name in METHODS else method
                self._write_down(spelling, params, files, status=status, description=description)

    async def _answer(
        self, name: str, params: Mapping[str, object], files: Mapping[str, Upload]
    ) -> object:
        faults = self.faults.take(name)
        if faults:
            await _before(faults)
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        if files and (wait := self.rates.upload_wait([len(f.content) for f in files.values()])):
            await asyncio.sleep(wait)
        result = METHODS[name][1](self, Parameters(params, files))
        if inspect.isawaitable(result):
            result = await result
        if any(fault.kind == "lost_answer" for fault in faults):
            raise ConnectionDropped(acted=True)
        return result

    def _write_down(
        self,
        method: str,
        params: Mapping[str, object],
        files: Mapping[str, Upload],
        *,
        status: int,
        description: str,
    ) -> None:
        sizes = {name: len(upload.content) for name, upload in files.items()} if files else {}
        self.journal.add(
            self.clock.now(), method, params, sizes, status=status, description=description
        )
        self.changes.emit("call", method=method, status=status, description=description)

    async def next_message(self, user_id: int, timeout: float = 5.0) -> Message:  # noqa: ASYNC109 - a wait of its own, in the words of the tests
        """Return the bot's next new message to this person not yet taken by a waiter."""
        return await self._next(user_id, timeout, kinds=("sent",))

    async def next_change(self, user_id: int, timeout: float = 5.0) -> Message:  # noqa: ASYNC109 - as above
        """Return the message the bot next sent *or edited* here, not yet taken by a waiter."""
        return await self._next(user_id, timeout, kinds=("sent", "edited"))

    async def _next(self, chat_id: int, timeout_seconds: float, kinds: Sequence[str]) -> Message:
        chat = self.chat(chat_id)
        end = monotonic() + timeout_seconds
        while True:
            while chat.bot_events:
                kind, message_id = chat.bot_events.popleft()
                if kind in kinds and message_id in chat.by_id:
                    return chat.by_id[message_id]
            left = end - monotonic()
            if left <= 0:
                raise TimeoutError(f"the bot said nothing to {chat_id} in {timeout_seconds} s")
            await self.changes.wait(left)

    async def quiet(self, idle: float = 0.1, timeout: float = 10.0) -> None:  # noqa: ASYNC109 - as above
        """Wait until the bot has confirmed every update, no call is open and nothing happens.

        *idle* is how many seconds nothing must happen; raises `TimeoutError` after *timeout*.
        """
        end = monotonic() + timeout
        while monotonic() < end:
            if not await self.changes.wait(idle) and self._is_idle():
                return
        raise TimeoutError(f"not quiet within {timeout} s")

    def _is_idle(self) -> bool:
        return self.updates.count == 0 and self.calls_in_flight == 0


async def _before(faults: Sequence[Fault]) -> None:
    for fault in faults:
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
    for fault in faults:
        match fault.kind:
            case "too_many_requests":
                raise too_many(max(1, round(fault.seconds)))
            case "bad_gateway":
                raise ApiError(502, "Bad Gateway")
            case "dropped":
                raise ConnectionDropped(acted=False)
            case _:
                continue


__all__ = ["ApiError", "ConnectionDropped", "Message", "NotPossible", "Upload", "Wire", "World"]
