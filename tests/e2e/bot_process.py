"""The bot as an operator sees it: a process that is started, killed and started again."""

import asyncio
import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Nothing is in flight and nothing may be sent any more.
OWED = "SELECT 1 FROM outbox WHERE state IN ('pending', 'sending') LIMIT 1"


class BotProcess:
    """`python` with *arguments* as a process of its own, writing its log to a file."""

    def __init__(self, arguments, database, log):
        self.arguments = arguments
        self.database = database
        self._log = log
        self._process = None

    async def start(self):
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *map(str, self.arguments), cwd=ROOT, stdout=log, stderr=log,
                env={"PYTHONPATH": str(ROOT)},
            )  # fmt: skip

    def tell(self, number):
        self._process.send_signal(number)

    async def kill(self, how=signal.SIGKILL):
        self.tell(how)
        await self._process.wait()

    async def end(self, how=signal.SIGKILL):
        """Kill it if it runs."""
        if self._process is not None and self._process.returncode is None:
            await self.kill(how)

    @property
    def cpu_seconds(self):
        """The processor time it has used, whatever else the machine is doing."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
        used = stat.rpartition(")")[2].split()[11:13]  # utime and stime, in clock ticks
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    async def until(self, condition, seconds=60):
        """Wait for something to be true; a process that died first is an error."""
        end = time.monotonic() + seconds
        while not condition():
            if self._process.returncode is not None or time.monotonic() > end:
                raise AssertionError(self._log.read_text(encoding="utf-8")[-4000:])
            await asyncio.sleep(0.01)

    async def pause(self, seconds):
        """Let it work for a while."""
        await asyncio.sleep(seconds)

    async def at_rest(self, world, seconds=120):
        """Wait until every update is confirmed and every message settled."""
        await self.until(lambda: not world.updates.pending, seconds)
        await self.until(lambda: not self.ask(OWED), seconds)

    def ask(self, query, *given):
        """Return the rows of a query; the database may be in use."""
        with closing(sqlite3.connect(self.database, timeout=10)) as conn:
            return conn.execute(query, given).fetchall()
