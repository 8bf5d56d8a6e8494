"""A worker: one process of its own for what would hold up the loop, replaced when it is lost."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import TypeVar

T = TypeVar("T")
SPAWN = multiprocessing.get_context("spawn")


class WorkerLostError(RuntimeError):
    """The worker died or did not answer in time, and this order is lost."""


class Worker:
    """Takes orders one at a time.

    A worker that dies or takes more than *seconds* is replaced; the order it held is lost and says
    so. *settle_in* runs in it first, with *given*.
    """

    def __init__(
        self,
        *,
        seconds: float,
        settle_in: Callable[..., None] | None = None,
        given: tuple[object, ...] = (),
    ) -> None:
        self._seconds = seconds
        self._settle_in = settle_in
        self._given = given
        self._turn = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None

    async def ask(self, work: Callable[..., T], *given: object) -> T:
        """Return what *work* made of what it was given; it and all values are pickled.

        Raises WorkerLostError where the worker died or did not answer in time.
        """
        async with self._turn:
            try:
                return await asyncio.wait_for(self._order(work, *given), self._seconds)
            except (TimeoutError, BrokenProcessPool) as lost:
                self._dismiss()
                raise WorkerLostError(type(lost).__name__) from lost
            except asyncio.CancelledError:
                # Nobody waits for it any more, and the next order must not queue behind it.
                self._dismiss()
                raise

    async def close(self) -> None:
        """Let the worker finish and stop it; it may be asked again and is then hired anew."""
        async with self._turn:
            pool, self._pool = self._pool, None
            if pool is not None:
                await asyncio.to_thread(pool.shutdown)

    def _order(self, work: Callable[..., T], *given: object) -> asyncio.Future[T]:
        loop = asyncio.get_running_loop()
        if self._pool is not None:
            try:
                return loop.run_in_executor(self._pool, work, *given)
            except BrokenProcessPool:
                # The worker died while idle; the order is not lost, another worker takes it.
                self._dismiss()
        self._pool = ProcessPoolExecutor(
            1, mp_context=SPAWN, initializer=_begin, initargs=(self._settle_in, self._given)
        )
        return loop.run_in_executor(self._pool, work, *given)

    def _dismiss(self) -> None:
        """Stop the worker at once, whatever it holds."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        for worker in list(pool._processes.values()):  # noqa: SLF001 - public only since 3.14
            worker.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(settle_in: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    """Leave Ctrl-C to the bot, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    if settle_in is not None:
        settle_in(*given)


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
