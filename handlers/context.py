"""What a turn may reach: the database, the clock as a function, the words, and the way out."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.boards import BoardShelf
from handlers.city import CityShelf
from handlers.grammar.orders import FileRead, Order
from handlers.texts import Texts
from storage.people import Person


class ReadsFiles(Protocol):
    """Whoever fetches the files that people send, and reads them off the loop."""

    async def fetch(self, file_id: str) -> bytes:
        """Return a file's bytes; raise UnreadableFileError where it cannot be had."""
        ...

    async def read(
        self, content: bytes, order: Order, tick: Callable[[int, int], None]
    ) -> FileRead:
        """Return what a file says, telling *tick* how far it is; raise UnreadableFileError."""
        ...


@dataclass(frozen=True, kw_only=True)
class Services:
    """The few things every turn shares, handed in by `bot/app.py`; there is nothing global.

    *owner* names this process on the messages it has claimed. *deliver* sends the outbox rows
    just committed under that name. *answer* closes the waiting circle on a tapped button, with a
    short text if there is one. *show_commands* gives a chat the command menu of its person.
    *files* fetches and reads what people send.
    *bot_username* is what deep links are made of.
    """

    engine: AsyncEngine
    now: Callable[[], datetime]
    texts: Texts
    owner: str
    bot_username: str
    deliver: Callable[[Sequence[int]], Awaitable[None]]
    answer: Callable[[str, str | None, bool], Awaitable[None]]
    show_commands: Callable[[int, Person], Awaitable[None]]
    wake: Callable[[], None]
    shelf: CityShelf
    boards: BoardShelf
    files: ReadsFiles
