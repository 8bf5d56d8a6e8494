"""The ticker: every twenty seconds, what the clock says is owed becomes rows."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from telegram.ext import JobQueue

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=20)
# A first run that lies in the past, be it by a millisecond, would only come after a full round.
AT_FIRST = timedelta(milliseconds=100)
DOWN_AFTER_SECONDS = 120
"""Six ticks missed: nobody was looking, whatever the reason."""


def seconds_since_boot() -> float:
    """Return seconds of a clock that nobody moves, and that goes on while the machine sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Ticker:
    """Asks *queue_due* again and again; a failed tick is made up for by the next one.

    What is owed is computed from rows for the time since the last tick, so a tick that is late,
    or comes twice, changes nothing. *queue_due* is told whether nobody looked for a while: the
    process has just started, or did not get to it. A clock that was moved forward is no outage.
    """

    def __init__(
        self,
        queue_due: Callable[[bool], Awaitable[None]],
        *,
        wake: Callable[[], None],
        seconds: Callable[[], float] = seconds_since_boot,
    ) -> None:
        self._queue_due = queue_due
        self._wake = wake
        self._seconds = seconds
        self._looked: float | None = None
        self._lock = asyncio.Lock()

    def start(self, jobs: "JobQueue[Any]") -> None:
        """Tick from now on, as the one job of the library's job queue, which is running."""
        jobs.run_repeating(
            self._ticked,
            EVERY,
            first=AT_FIRST,
            name="tick",
            # APScheduler drops a run that is a second late unless it is told not to.
            job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    async def tick_now(self) -> None:
        """Queue what is due now; return when it is queued. Used after the clock was moved."""
        async with self._lock:
            now = self._seconds()
            was_down = self._looked is None or now - self._looked > DOWN_AFTER_SECONDS
            await self._queue_due(was_down)
            self._looked = now
        self._wake()

    async def _ticked(self, _context: object) -> None:
        try:
            await self.tick_now()
        except Exception:
            log.exception("a tick failed; the next one makes up for it")
