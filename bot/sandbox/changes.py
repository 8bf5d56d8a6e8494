"""What just changed in the world, for whoever watches: the page, waits in tests, the webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from bot.sandbox.refusals import Wire


@dataclass(slots=True)
class Changes:
    """A stream of small events with a number each; costs nothing while nobody watches."""

    count: int = 0
    _watchers: set[Callable[[Wire], None]] = field(default_factory=set)
    _pulse: asyncio.Event | None = None

    def emit(self, kind: str, **facts: object) -> None:
        """Tell every watcher what happened: a message, an edit, an answer, a call, a clock."""
        self.count += 1
        if self._pulse is not None:
            self._pulse.set()
            self._pulse = None
        if self._watchers:
            event: Wire = {"kind": kind, "number": self.count, **facts}
            for watcher in tuple(self._watchers):
                watcher(event)

    @contextmanager
    def watched_by(self, watcher: Callable[[Wire], None]) -> Iterator[None]:
        """Call *watcher* with every event while the context lasts."""
        self._watchers.add(watcher)
        try:
            yield
        finally:
            self._watchers.discard(watcher)

    @asynccontextmanager
    async def subscribe(self) -> AsyncIterator[asyncio.Queue[Wire]]:
        """Collect events in a queue while the context lasts."""
        queue: asyncio.Queue[Wire] = asyncio.Queue()
        with self.watched_by(queue.put_nowait):
            yield queue

    async def wait(self, timeout_seconds: float) -> bool:
        """Wait for the next event; return False when none came in time."""
        if self._pulse is None:
            self._pulse = asyncio.Event()
        try:
            # Not wait_for: in Python 3.11 it may swallow a cancellation that comes with the event.
            async with asyncio.timeout(timeout_seconds):
                await self._pulse.wait()
        except TimeoutError:
            return False
        return True
