"""The queue of updates for the bot: kept until confirmed, given to one poller at a time."""

import asyncio
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusals import OTHER_POLLER, ApiError, Wire

BATCH_MAX = 100
POLL_SECONDS_MAX = 50
QUEUED_MAX = 100_000
MESSAGE_LIFE = timedelta(hours=24)
CALLBACK_LIFE = timedelta(seconds=150)
REMEMBERED = 1000

# What is sent unless the bot asks for it by name (Bot API, getUpdates).
_ONLY_BY_NAME = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update with the moment it goes stale."""

    update_id: int
    kind: str
    wire: Wire
    expires_at: datetime
    lane: int
    """The chat (for taps: the user) whose order a webhook keeps."""


@dataclass(slots=True)
class UpdateQueue:
    """Updates in order of their ids, until the bot confirms them by a higher offset."""

    clock: SandboxClock
    next_id: int = 100_000_001
    allowed: frozenset[str] = frozenset()
    """Kinds the bot asked for; empty means the default set. Sticky."""
    is_reversed: bool = False
    """Give each batch newest first, as a bot behind several webhook connections may see it."""
    pending: deque[Update] = field(default_factory=deque)
    recent: dict[int, Update] = field(default_factory=dict)
    _repeats: list[Update] = field(default_factory=list)
    _done: set[int] = field(default_factory=set)
    """Ids a webhook took while older ones of other chats still wait."""
    _waiting: asyncio.Future[None] | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def wants(self, kind: str) -> bool:
        """Tell whether updates of this kind are queued at all."""
        return kind in self.allowed if self.allowed else kind not in _ONLY_BY_NAME

    def allow(self, kinds: Collection[str]) -> None:
        """Remember the kinds the bot asked for; an empty list means the default set."""
        self.allowed = frozenset(kinds)

    def add(self, kind: str, wire: Wire, *, lane: int) -> int | None:
        """Queue an update and return its id, or None if the bot did not ask for this kind."""
        if not self.wants(kind) or len(self.pending) >= QUEUED_MAX:
            return None
        update_id = self.next_id
        self.next_id += 1
        life = CALLBACK_LIFE if kind == "callback_query" else MESSAGE_LIFE
        update = Update(
            update_id, kind, {"update_id": update_id, kind: wire}, self.clock.now() + life, lane
        )
        self.pending.append(update)
        self.recent[update_id] = update
        if len(self.recent) > REMEMBERED:
            del self.recent[next(iter(self.recent))]
        self.wake()
        return update_id

    def repeat(self, update_id: int) -> None:
        """Deliver a recent update once more, even if it was confirmed."""
        self._repeats.append(self.recent[update_id])
        self.wake()

    def wake(self) -> None:
        """Let a waiting poll look again."""
        self._wake.set()

    def confirm(self, offset: int) -> None:
        """Forget the updates before *offset*; a negative one keeps only that many."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
            return
        while self.pending and self.pending[0].update_id < offset:
            self.pending.popleft()

    @property
    def count(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.pending) - len(self._done)

    def done(self, update_id: int) -> None:
        """Forget one update that a webhook took; others may still stand before it."""
        # A repeated update may have been confirmed long before.
        if self.pending and update_id >= self.pending[0].update_id:
            self._done.add(update_id)
        while self.pending and self.pending[0].update_id in self._done:
            self._done.discard(self.pending.popleft().update_id)

    def since(self, update_id: int) -> list[Update]:
        """Return what came after an update, oldest first, and what is to be repeated."""
        newer: list[Update] = []
        for update in reversed(self.pending):
            if update.update_id <= update_id:
                break
            if update.update_id not in self._done:
                newer.append(update)
        repeated, self._repeats = self._repeats, []
        return repeated + newer[::-1]

    def drop_all(self) -> None:
        """Forget everything not yet delivered."""
        self.pending.clear()
        self._done.clear()
        self._repeats.clear()

    def live(self, limit: int) -> list[Update]:
        """Return the first updates that have not gone stale, repeats first."""
        now = self.clock.now()
        batch = list(islice(self.pending, limit))
        if self._done or any(update.expires_at <= now for update in batch):
            self.pending = deque(
                u for u in self.pending if u.expires_at > now and u.update_id not in self._done
            )
            self._done.clear()
            batch = list(islice(self.pending, limit))
        if self._repeats:
            batch = (self._repeats + batch)[:limit]
            self._repeats = self._repeats[limit:]
        return batch[::-1] if self.is_reversed else batch

    async def poll(self, *, offset: int, limit: int, timeout_seconds: float) -> Sequence[Wire]:
        """Answer one getUpdates; a second one ends the first with a 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ApiError(409, OTHER_POLLER))
        self.confirm(offset)
        batch = self.live(limit)
        if not batch and timeout_seconds > 0:
            await self._wait(timeout_seconds)
            batch = self.live(limit)
        return [update.wire for update in batch]

    async def _wait(self, timeout_seconds: float) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = mine
        self._wake.clear()
        woken = asyncio.ensure_future(self._wake.wait())
        try:
            await asyncio.wait(
                {woken, mine}, timeout=timeout_seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if mine.done():
                mine.result()
        finally:
            woken.cancel()
            if self._waiting is mine:
                self._waiting = None
