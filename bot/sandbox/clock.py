"""The sandbox's own time: it runs like a watch, can be pushed forward, and never goes back."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SandboxClock:
    """Tell an aware UTC moment: *start* plus the real time elapsed since.

    A *frozen* clock stands still between two calls of `forward_to`, which is what a test wants.
    """

    def __init__(self, start: datetime, *, frozen: bool = False) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock starts at an aware moment")
        self._base = start.astimezone(UTC)
        self._since = time.monotonic()
        self.frozen = frozen
        self.on_forward: list[Callable[[], None]] = []
        """Called after each move forward."""

    def now(self) -> datetime:
        """Return the present moment, aware and in UTC."""
        if self.frozen:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    def timestamp(self) -> int:
        """Return the present moment in whole Unix seconds, as Telegram writes dates."""
        return int(self.now().timestamp())

    def forward_to(self, moment: datetime) -> datetime:
        """Move to *moment* and return the present; a moment already past changes nothing."""
        if moment.tzinfo is None:
            raise ValueError("the clock moves to an aware moment")
        if moment > self.now():
            self._base = moment.astimezone(UTC)
            self._since = time.monotonic()
            for told in self.on_forward:
                told()
        return self.now()

    def forward(self, by: timedelta) -> datetime:
        """Move forward by a span of time and return the present."""
        return self.forward_to(self.now() + by)
