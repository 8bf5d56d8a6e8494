"""Writing down how messages ended: those that end together are written in one transaction."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.clock import Now
from handlers.texts import Msg, msg, to_json
from storage import outbox, people, settlements
from storage.outbox import Owed
from storage.settlements import Settlement

log = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0


@dataclass(frozen=True)
class End:
    """How a message ended, and what that says about its chat.

    *moved_to*: the group has a new id. *lost*: nothing reaches this chat any more, and why.
    """

    settlement: Settlement
    moved_to: int | None = None
    lost: str | None = None


class Settling:
    """Collects ends and commits them; while one commit runs, the next batch gathers."""

    def __init__(self, engine: AsyncEngine, *, now: Now, on_queued: Callable[[], None]) -> None:
        self._engine = engine
        self._now = now
        self._on_queued = on_queued
        self._waiting: list[tuple[End, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def settle(self, end: End) -> None:
        """Return once the end is committed."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((end, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await self._until_committed([end for end, _ in batch])
            for _, done in batch:
                if not done.done():
                    done.set_result(None)

    async def _until_committed(self, ends: Sequence[End]) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                return await self._commit(ends)
            except OperationalError:
                log.warning("the database cannot be written; trying again in %.1f s", pause)
            except SQLAlchemyError:
                if len(ends) == 1:
                    # The row stays "sending" and is settled when the process starts again.
                    log.exception("message %s cannot be settled", ends[0].settlement.row.id)
                    return None
                for end in ends:
                    await self._until_committed([end])
                return None
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _commit(self, ends: Sequence[End]) -> None:
        has_queued = False
        async with self._engine.begin() as conn:
            now = self._now()
            await settlements.settle(conn, [end.settlement for end in ends], now=now)
            for end in ends:
                old = end.settlement.row.owed.chat_id
                if end.moved_to is not None:
                    await outbox.move_chat(conn, old, end.moved_to)
                    await settlements.move_destination(conn, old, end.moved_to)
                if end.lost is not None:
                    has_queued |= await self._lose(conn, end.settlement.row.owed, end.lost)
        if has_queued or any(isinstance(end.settlement, settlements.Again) for end in ends):
            self._on_queued()

    async def _lose(self, conn: AsyncConnection, owed: Owed, why: str) -> bool:
        """Note once that a chat cannot be reached, and tell the office."""
        if owed.person_id is None:
            return await self._lose_destination(conn, owed.chat_id, why)
        person = await people.one(conn, owed.person_id)
        if person is None or person.unreachable_at is not None:
            return False
        now = self._now()
        await people.set_unreachable(conn, person.id, at=now, why=why)
        await settlements.clear_waiting(conn, person.id, now=now)
        note = msg("delivery-unreachable", name=person.name, why=why)
        key = f"unreachable:{person.id}:{now.isoformat()}"
        return await self._tell_office(conn, note, key=key, without=person.id)

    async def _lose_destination(self, conn: AsyncConnection, chat_id: int, why: str) -> bool:
        title = await settlements.destination_title(conn, chat_id)
        if title is None:
            return False
        note = msg("delivery-destination-lost", title=title, why=why)
        key = f"unreachable:{chat_id}:{self._now().date()}"
        return await self._tell_office(conn, note, key=key, without=None)

    async def _tell_office(
        self, conn: AsyncConnection, note: Msg, *, key: str, without: int | None
    ) -> bool:
        now = self._now()
        queued = [
            await outbox.enqueue(
                conn,
                Owed(
                    key=f"{key}:{clerk.id}",
                    chat_id=clerk.user_id,
                    person_id=clerk.id,
                    lane="alert",
                    method="text",
                    message=to_json(note),
                    not_before=now,
                ),
                now=now,
            )
            for clerk in await people.with_role(conn, "office")
            if clerk.user_id is not None and clerk.id != without and clerk.unreachable_at is None
        ]
        return any(each is not None for each in queued)
