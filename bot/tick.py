"""The ticker: every twenty seconds, what the clock says is owed becomes rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from telegram.ext import JobQueue

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=20)
# A first run that lies in the past, be it by a millisecond, would only come after a full round.
AT_FIRST = timedelta(milliseconds=100)


class Ticker:
    """Asks *queue_due* again and again; a failed tick is made up for by the next one.

    What is owed is computed from rows for the time since the last tick, so a tick that is late,
    or comes twice, changes nothing.
    """

    def __init__(
        self, queue_due: Callable[[], Awaitable[None]], *, wake: Callable[[], None]
    ) -> None:
        self._queue_due = queue_due
        self._wake = wake
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
            await self._queue_due()
        self._wake()

    async def _ticked(self, _context: object) -> None:
        try:
            await self.tick_now()
        except Exception:
            log.exception("a tick failed; the next one makes up for it")
