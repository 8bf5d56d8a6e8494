"""A document on its way in: fetched and read before its turn opens a transaction.

Reading takes seconds, and nobody who wants to write has to wait for them. Nothing is kept of it: if
the process dies meanwhile, the update comes again and the file is read again. What took long says
so in one message, which the answer then takes the place of.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import sqlalchemy as sa

from handlers.came import Came, FileSent
from handlers.context import Services
from handlers.grammar.orders import FileRead, Order
from handlers.texts import Msg, msg, to_json
from storage import outbox
from storage.engine import reading_only
from storage.people import Person
from storage.schema import outbox as outbox_table
from storage.sheet_guard import FILE_BYTES_MAX, UnreadableFileError

PATIENCE_SECONDS = 0.8
STEP_SECONDS = 1.5
SETTLING_SECONDS, SETTLING_LOOKS = 0.1, 30
NAME_SHOWN = 60
_HIDDEN = dict.fromkeys(
    map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r\n\t")
)


@dataclass(frozen=True)
class Brought:
    """A document that was read, or why it was not; *progress_message_id* said it was being read."""

    name: str
    read: FileRead | None = None
    refusal: Msg | None = None
    progress_message_id: int | None = None


async def bring(
    came: Came, file: FileSent, who: Person, order: Order, services: Services
) -> Brought:
    """Fetch and read a document; never raises for what is wrong with it."""
    name = shown_name(file.name)
    if file.size_bytes > FILE_BYTES_MAX:
        return Brought(name, refusal=msg("sheet-too-big", most=FILE_BYTES_MAX >> 20))
    word = _Word(came, who, services, name)
    speaking = asyncio.create_task(word.speak())
    read, refusal = None, None
    try:
        content = await services.files.fetch(file.file_id)
        read = await services.files.read(content, order, word.hear)
    except UnreadableFileError as no:
        refusal = Msg(no.reason_id, no.given)
    finally:
        word.ended.set()
        await speaking
    return Brought(name, read, refusal, await word.message_id())


def shown_name(name: str) -> str:
    """Return a file's name as it may be shown: short, on one line, from left to right."""
    clean = name.translate(_HIDDEN).strip() or "—"
    if len(clean) <= NAME_SHOWN:
        return clean
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[: NAME_SHOWN - 10]}…{dot}{ending[:8]}" if stem else f"{clean[:NAME_SHOWN]}…"


class _Word:
    """What is said while a file is read: nothing at first, then one message that is edited."""

    def __init__(self, came: Came, who: Person, services: Services, name: str) -> None:
        self._came, self._who, self._services, self._name = came, who, services, name
        self.ended = asyncio.Event()
        self._done, self._of = 0, 0
        self._key = f"reply:{came.update_id}:reading"

    def hear(self, done: int, of: int) -> None:
        """Note how far the reading is."""
        self._done, self._of = done, of

    async def speak(self) -> None:
        """Say that it takes a while, and then how far it is, until the reading ends."""
        if await self._ends_within(PATIENCE_SECONDS):
            return
        await self._say(self._key, None)
        number = 0
        while not await self._ends_within(STEP_SECONDS):
            message_id = await self._sent()
            if message_id is not None:
                number += 1
                await self._say(f"{self._key}:{number}", message_id)

    async def _ends_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.ended.wait(), seconds)
        return self.ended.is_set()

    async def message_id(self) -> int | None:
        """Return the message that said so, once it is known to be there; None if there is none."""
        for _ in range(SETTLING_LOOKS):
            async with reading_only(self._services.engine) as conn:
                query = sa.select(outbox_table.c.state).where(outbox_table.c.key == self._key)
                state = await conn.scalar(query)
            if state != "sending":
                break
            await asyncio.sleep(SETTLING_SECONDS)
        return await self._sent()

    async def _sent(self) -> int | None:
        async with reading_only(self._services.engine) as conn:
            return await conn.scalar(
                sa.select(outbox_table.c.telegram_message_id).where(
                    outbox_table.c.key == self._key, outbox_table.c.state == "sent"
                )
            )

    async def _say(self, key: str, edits: int | None) -> None:
        now = self._services.now()
        said = msg("workbook-reading", name=self._name, done=self._done, of=self._of)
        owed = outbox.Owed(
            key=key,
            chat_id=self._came.chat_id,
            person_id=self._who.id,
            lane="reply",
            method="text" if edits is None else "edit",
            message=to_json(said),
            edits_message_id=edits,
            not_before=now,
        )
        async with self._services.engine.begin() as conn:
            row_id = await outbox.enqueue(conn, owed, now=now, owner=self._services.owner)
        if row_id is not None:
            await self._services.deliver([row_id])
