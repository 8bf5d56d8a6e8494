"""The way out: claim → words → send → settle.

A message is "sending" in the database before Telegram hears of it. What a crash leaves in that
state may have arrived: `recover` repeats replies and alerts once, with a word that says so, and
leaves broadcasts to the office. At most *in_flight* calls are open at once, which bounds what a
crash can leave in doubt.
"""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Now
from bot.failures import Arrived, GiveUp, SendAnew, TryAgain, Unknown, after_failure
from bot.pacing import Pacer
from bot.passing_on import PassingOn
from bot.post import Post
from bot.settling import End, Settling
from bot.uploads import Draws, Uploads
from handlers.texts import Texts
from storage import leaving, outbox, settlements
from storage.engine import reading_only
from storage.outbox import LANES, Lane, Method
from storage.settlements import Again, Ended, Letter, Sent

log = logging.getLogger(__name__)

# Whoever must wait longer than this waits in the database, where a crash leaves no doubt.
PATIENCE_SECONDS = 2.0
LOOK_AGAIN_SECONDS = 5.0
NOTHING_TO_CLAIM_SECONDS = 0.25
DATABASE_PAUSE_SECONDS = 1.0
EDIT_TRIES = 6


class Delivery:
    """Sends what the outbox owes: rows just committed at once, all others as they fall due."""

    def __init__(
        self,
        *,
        engine: AsyncEngine,
        bot: ExtBot[None],
        texts: Texts,
        pacer: Pacer,
        studio: Draws,
        now: Now,
        owner: str,
        evidence_folder: Path,
        in_flight: int = 8,
    ) -> None:
        self._engine = engine
        self._pacer = pacer
        self._now = now
        self._owner = owner
        self._in_flight = in_flight
        uploads = Uploads(engine, studio, bot_id=bot.id, now=now)
        passing_on = PassingOn(engine, evidence_folder, bot_id=bot.id, now=now)
        self._post = Post(bot, texts, pacer, uploads, passing_on)
        self._settling = Settling(engine, now=now, on_queued=self.wake)
        self._tries: Counter[int] = Counter()
        self._woken = asyncio.Event()
        # Something is due whose chat is still busy: a chat that falls free is worth a look.
        self._is_held_up = False
        self._is_stopping = False
        self._due_at: datetime | None = None
        self._claiming = asyncio.Lock()
        self._at_work: set[asyncio.Task[None]] = set()
        self._handed: dict[int, set[asyncio.Task[None]]] = defaultdict(set)

    async def deliver(self, ids: Sequence[int]) -> None:
        """Send rows this process has claimed, in order for each chat; return once settled."""
        letters = await self._letters(ids)
        await asyncio.gather(*(self._in_order(each) for each in _by_chat(letters)))

    async def hand_over(self, ids: Sequence[int]) -> None:
        """Send rows this process has claimed without waiting for Telegram.

        Waits only while as many rows as may be in flight are still on their way. Whatever the
        same turn owes to others is looked for at once.
        """
        self.wake()
        if not ids:
            return
        for letters in _by_chat(await self._letters(ids)):
            chat_id = letters[0].row.owed.chat_id
            task = asyncio.create_task(self._after(self._handed[chat_id].copy(), letters))
            self._handed[chat_id].add(task)
            task.add_done_callback(lambda done, chat=chat_id: self._let_go(chat, done))
        while (open_now := self._open()) and len(open_now) >= self._in_flight:
            await asyncio.wait(open_now, return_when=asyncio.FIRST_COMPLETED)

    async def caught_up(self, chat_id: int) -> None:
        """Return once everything handed over for the chat is settled."""
        if mine := self._handed.get(chat_id):
            await asyncio.wait(mine.copy())

    def wake(self) -> None:
        """Look for messages due now."""
        self._woken.set()

    async def recover(self) -> int:
        """Settle what an earlier process left in flight; return how many messages it left."""
        async with self._engine.begin() as conn:
            left = await outbox.recover(conn, owner=self._owner, now=self._now())
        if left:
            log.warning("%s messages were in flight when the last process ended", left)
        return left

    async def run(self) -> None:
        """Send what is due, until `drain` ends it."""
        while not self._is_stopping:
            self._woken.clear()
            try:
                async with self._claiming:
                    claimed = await self._claim()
                if not claimed:
                    await self._rest()
            except SQLAlchemyError as error:
                log.warning("the outbox cannot be read: %s", type(error).__name__)
                await asyncio.sleep(DATABASE_PAUSE_SECONDS)

    async def send_due(self) -> bool:
        """Send everything due now and return once it is settled; False if there was nothing."""
        async with self._claiming:
            claimed = await self._claim()
        while self._at_work:
            await asyncio.wait(self._at_work)
        return claimed

    async def drain(self, seconds: float) -> None:
        """Claim nothing more, and let what is in flight end, for at most *seconds*."""
        self._is_stopping = True
        self.wake()
        async with self._claiming:
            pass  # what is being claimed just now is at work after this
        tasks = self._at_work | self._open()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _open(self) -> set[asyncio.Task[None]]:
        return {task for tasks in self._handed.values() for task in tasks}

    def _let_go(self, chat_id: int, task: asyncio.Task[None]) -> None:
        tasks = self._handed[chat_id]
        tasks.discard(task)
        if not tasks:
            del self._handed[chat_id]
        if self._is_held_up:
            self.wake()

    async def _letters(self, ids: Sequence[int]) -> list[Letter]:
        async with reading_only(self._engine) as conn:
            return await settlements.letters(conn, ids)

    async def _after(self, before: set[asyncio.Task[None]], letters: Sequence[Letter]) -> None:
        if before:
            await asyncio.wait(before)
        await self._in_order(letters)

    async def _claim(self) -> bool:
        """Start sending what is due; return False where there was nothing."""
        free = self._in_flight - len(self._at_work)
        if free <= self._in_flight // 2 and self._at_work:
            # Several rows a transaction: not one transaction for each place that falls free.
            await asyncio.wait(self._at_work, return_when=asyncio.FIRST_COMPLETED)
            return True
        due = await self._lanes_due()
        if not due:
            self._is_held_up = False
            return False
        letters: list[Letter] = []
        lanes: list[Lane] = [
            lane for lane in due if self._pacer.lane_wait_seconds(lane) <= PATIENCE_SECONDS
        ]
        if lanes:
            async with self._engine.begin() as conn:
                letters = await self._take(conn, lanes, free)
        for letter in letters:
            task = asyncio.create_task(self._in_order([letter]))
            self._at_work.add(task)
            task.add_done_callback(self._finished)
        self._is_held_up = not letters
        return bool(letters)

    async def _take(self, conn: AsyncConnection, lanes: Sequence[Lane], most: int) -> list[Letter]:
        ids: list[int] = []
        for lane in lanes:
            taken = await outbox.claim(
                conn, owner=self._owner, lane=lane, now=self._now(), limit=most - len(ids)
            )
            ids += [row.id for row in taken]
        return await settlements.letters(conn, ids) if ids else []

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        self.wake()

    async def _lanes_due(self) -> list[Lane]:
        async with reading_only(self._engine) as conn:
            moments = await outbox.next_moments(conn)
        now, self._due_at = self._now(), min(moments.values(), default=None)
        return [lane for lane in LANES if (due_at := moments.get(lane)) and due_at <= now]

    async def _rest(self) -> None:
        seconds = LOOK_AGAIN_SECONDS
        if self._due_at is not None:
            # What is due and cannot be claimed waits for its chat or lane, not for a moment.
            until = (self._due_at - self._now()).total_seconds()
            seconds = min(seconds, max(until, NOTHING_TO_CLAIM_SECONDS))
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    async def _in_order(self, letters: Sequence[Letter]) -> None:
        """Send one chat's messages one after another; one that must wait holds up the rest."""
        settling: list[asyncio.Task[None]] = []
        held_until: datetime | None = None
        for letter in letters:
            if held_until is None:
                owed = letter.row.owed
                wait = self._pacer.wait_seconds(owed.chat_id, lane=owed.lane)
                if wait > PATIENCE_SECONDS:
                    held_until = self._now() + timedelta(seconds=wait)
            if held_until is None:
                end = await self._attempt(letter)
            else:
                waits = Again(row=letter.row, not_before=held_until, error="waiting for its turn")
                end = End(waits)
            if isinstance(end.settlement, Again) and held_until is None:
                held_until = end.settlement.not_before
            settling.append(asyncio.create_task(self._settling.settle(end)))
        await asyncio.gather(*settling)

    async def _attempt(self, letter: Letter, *, anew: bool = False) -> End:
        row = letter.row
        if row.owed.expires_at is not None and row.owed.expires_at <= self._now():
            return End(Ended(row=row, state="expired", error="too late to be of use"))
        if letter.is_silenced:
            return End(Ended(row=row, state="cleared", error=leaving.LEFT))
        try:
            said = await self._post.send(letter, anew=anew)
        except TelegramError as error:
            return await self._judge(letter, error, "text" if anew else row.owed.method)
        except Exception:
            # A bug in one message must not hold up the others.
            log.exception("message %s cannot be sent", row.id)
            return End(Ended(row=row, state="failed", error="a bug: see the log"))
        self._tries.pop(row.id, None)
        return End(Sent(row=row, message_id=said.message_id, text=said.text))

    async def _judge(self, letter: Letter, error: TelegramError, method: Method) -> End:
        row, now = letter.row, self._now()
        self._tries[row.id] += 1
        tries = self._tries[row.id]
        decision = after_failure(error, method=method, attempts=tries, now=now)
        if isinstance(decision, TryAgain) and method == "edit" and tries >= EDIT_TRIES:
            decision = Unknown(decision.why)
        log.info("message %s: %s → %s", row.id, error.message, type(decision).__name__)
        match decision:
            case TryAgain(at=at, chat_id=new_chat_id, why=why):
                return End(Again(row=row, not_before=at, error=why), moved_to=new_chat_id)
            case SendAnew():
                return await self._attempt(letter, anew=True)
            case Arrived():
                said = self._post.said(letter)
                return End(Sent(row=row, message_id=said.message_id, text=said.text))
            case GiveUp(why=why, unreachable=unreachable):
                failed = Ended(row=row, state="failed", error=why)
                return End(failed, lost=why if unreachable else None)
            case Unknown(why=why):
                return End(_in_doubt(letter, why, now))


def _in_doubt(letter: Letter, why: str, now: datetime) -> Again | Ended:
    """A reply or an alert must arrive and is repeated once; a broadcast is left to the office."""
    row = letter.row
    if row.owed.lane != "broadcast" and row.attempts <= 1:
        return Again(row=row, not_before=now, error=why, in_doubt=True)
    return Ended(row=row, state="unknown", error=why)


def _by_chat(letters: Sequence[Letter]) -> list[list[Letter]]:
    chats: dict[int, list[Letter]] = {}
    for letter in letters:
        chats.setdefault(letter.row.owed.chat_id, []).append(letter)
    return list(chats.values())
