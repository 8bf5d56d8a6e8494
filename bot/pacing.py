"""How fast Telegram may be spoken to: lanes, chats, groups, and what a 429 stops.

Delivery asks the pacer itself; it is not one of the library's rate limiters. Those hide a 429 and
every wait inside the call, but a message that must wait long is better put back into the
database, where a crash cannot leave it "in flight".
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from storage.outbox import LANES, Lane

# A second refusal of another chat within this time means that the flood is everybody's.
GENERAL_WITHIN_SECONDS = 3.0
# Kept free of broadcasts, for people who wait for an answer.
SLOTS_NOT_FOR_BROADCAST = 2
OVERALL_BURST = 4
GROUP_BURST = 2
# A moment lost to the database may be made up for.
BROADCAST_BURST = 3
CHATS_REMEMBERED = 2000


@dataclass(frozen=True, kw_only=True)
class Rates:
    """Messages allowed: below the published 30 a second, 1 a second a chat, 20 a minute a group.

    The source of those is https://core.telegram.org/bots/faq#my-bot-is-hitting-limits.
    """

    in_flight: int = 8
    overall_per_second: float = 25
    broadcast_per_second: float = 20
    chat_per_second: float = 1
    chat_burst: int = 3
    group_per_minute: float = 18


@dataclass(slots=True)
class _Bucket:
    """Lets one message through each *interval* seconds, a few at once after a pause."""

    interval: float
    burst: int
    full_at: float = 0.0

    def ready_at(self) -> float:
        return self.full_at - self.interval * (self.burst - 1)

    def take(self, now: float) -> None:
        self.full_at = max(self.full_at, now) + self.interval


@dataclass(slots=True, eq=False)
class _Ticket:
    chat_id: int
    lane: Lane
    called: asyncio.Event = field(default_factory=asyncio.Event)


class Pacer:
    """Gives every message its turn: replies before alerts before broadcasts, none too soon.

    *monotonic* and *sleep* are the clock it waits by, in seconds.
    """

    def __init__(
        self,
        rates: Rates,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._rates = rates
        self._monotonic = monotonic
        self._sleep = sleep
        self._overall = _Bucket(1 / rates.overall_per_second, OVERALL_BURST)
        self._broadcast = _Bucket(1 / rates.broadcast_per_second, BROADCAST_BURST)
        self._chats: dict[int, _Bucket] = {}
        self._chat_stops: dict[int, float] = {}
        self._lane_stops: dict[Lane, float] = {}
        self._last_refusal: tuple[int, float] | None = None
        self._waiting: dict[Lane, list[_Ticket]] = {lane: [] for lane in LANES}
        self._in_flight: dict[Lane, int] = dict.fromkeys(LANES, 0)
        self._changed = asyncio.Event()
        self._gate: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def turn(self, chat_id: int, *, lane: Lane) -> AsyncIterator[None]:
        """Wait until a message to the chat may be sent, and hold its place while it is."""
        await self._wait_for_turn(_Ticket(chat_id, lane))
        try:
            yield
        finally:
            self._in_flight[lane] -= 1
            self._changed.set()

    def wait_seconds(self, chat_id: int, *, lane: Lane) -> float:
        """Return how long a message to the chat would wait now if nobody else waited."""
        return max(0.0, self._ready_at(chat_id, lane) - self._monotonic())

    def lane_wait_seconds(self, lane: Lane) -> float:
        """Return how long a whole lane is stopped by a refusal."""
        return max(0.0, self._lane_stops.get(lane, 0.0) - self._monotonic())

    def refused(self, chat_id: int, *, lane: Lane, retry_after_seconds: float) -> None:
        """Note a 429: it stops its chat, and its lane if another chat was refused just now."""
        now = self._monotonic()
        until = now + retry_after_seconds
        self._chat_stops[chat_id] = max(until, self._chat_stops.get(chat_id, 0.0))
        before, self._last_refusal = self._last_refusal, (chat_id, now)
        if before and before[0] != chat_id and now - before[1] < GENERAL_WITHIN_SECONDS:
            self._lane_stops[lane] = max(until, self._lane_stops.get(lane, 0.0))
        self._changed.set()

    async def _wait_for_turn(self, ticket: _Ticket) -> None:
        nobody_waits = not any(self._waiting.values())
        if nobody_waits and self._has_slot(ticket.lane):
            now = self._monotonic()
            if self._ready_at(ticket.chat_id, ticket.lane) <= now:
                self._let_through(ticket, now)
                return
        line = self._waiting[ticket.lane]
        line.append(ticket)
        self._changed.set()
        if self._gate is None or self._gate.done():
            self._gate = asyncio.create_task(self._keep_gate())
        try:
            await ticket.called.wait()
        except asyncio.CancelledError:
            if ticket in line:
                line.remove(ticket)
            else:
                self._in_flight[ticket.lane] -= 1
            self._changed.set()
            raise

    async def _keep_gate(self) -> None:
        """Call the tickets one after another for as long as there are any."""
        while any(self._waiting.values()):
            now = self._monotonic()
            first, wait = self._look(now)
            if first is not None:
                self._waiting[first.lane].remove(first)
                self._let_through(first, now)
                first.called.set()
                continue
            self._changed.clear()
            await self._sleep_or_change(wait)

    def _look(self, now: float) -> tuple[_Ticket | None, float | None]:
        """Return the ticket whose turn it is, or how long until there can be one."""
        soonest: float | None = None
        for lane in LANES:
            if not self._has_slot(lane):
                continue
            for ticket in self._waiting[lane]:
                ready = self._ready_at(ticket.chat_id, lane)
                if ready <= now:
                    return ticket, None
                soonest = ready if soonest is None else min(soonest, ready)
        return None, None if soonest is None else soonest - now

    async def _sleep_or_change(self, seconds: float | None) -> None:
        changed = asyncio.ensure_future(self._changed.wait())
        if seconds is None:
            await changed
            return
        slept = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait({changed, slept}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
            slept.cancel()

    def _has_slot(self, lane: Lane) -> bool:
        taken = sum(self._in_flight.values())
        if lane == "broadcast":
            reserved = min(SLOTS_NOT_FOR_BROADCAST, self._rates.in_flight - 1)
            return taken < self._rates.in_flight - reserved
        return taken < self._rates.in_flight

    def _ready_at(self, chat_id: int, lane: Lane) -> float:
        moments = [
            self._overall.ready_at(),
            self._chat_stops.get(chat_id, 0.0),
            self._lane_stops.get(lane, 0.0),
        ]
        if lane == "broadcast":
            moments.append(self._broadcast.ready_at())
        if (bucket := self._chats.get(chat_id)) is not None:
            moments.append(bucket.ready_at())
        return max(moments)

    def _let_through(self, ticket: _Ticket, now: float) -> None:
        self._in_flight[ticket.lane] += 1
        self._overall.take(now)
        if ticket.lane == "broadcast":
            self._broadcast.take(now)
        self._bucket(ticket.chat_id, now).take(now)

    def _bucket(self, chat_id: int, now: float) -> _Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            if len(self._chats) >= CHATS_REMEMBERED:
                self._forget(now)
            # Groups, supergroups and channels have negative ids; so does no person.
            bucket = (
                _Bucket(60 / self._rates.group_per_minute, GROUP_BURST)
                if chat_id < 0
                else _Bucket(1 / self._rates.chat_per_second, self._rates.chat_burst)
            )
            self._chats[chat_id] = bucket
        return bucket

    def _forget(self, now: float) -> None:
        """Drop the chats that have nothing left to wait for."""
        self._chats = {chat: b for chat, b in self._chats.items() if b.full_at > now}
        self._chat_stops = {chat: at for chat, at in self._chat_stops.items() if at > now}
