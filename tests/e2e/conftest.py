"""A Telegram over HTTP, and a bot in a process of its own that can be killed."""

import asyncio
import signal
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World

TINY_BOT = Path(__file__).with_name("tiny_bot.py")
ROOT = Path(__file__).parents[2]


class Process:
    """The bot as an operator sees it: started, killed, started again."""

    def __init__(self, config, database, log):
        self._config = config
        self.database = database
        self._log = log
        self._process = None

    async def start(self):
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, str(TINY_BOT), str(self._config), cwd=ROOT, stderr=log,
                env={"PYTHONPATH": str(ROOT)},
            )  # fmt: skip

    async def kill(self, how=signal.SIGKILL):
        self._process.send_signal(how)
        await self._process.wait()

    async def until(self, condition, seconds=30):
        """Wait for something to be true; a process that died first is an error."""
        end = time.monotonic() + seconds
        while not condition():
            if self._process.returncode is not None or time.monotonic() > end:
                raise AssertionError(self._log.read_text(encoding="utf-8")[-4000:])
            await asyncio.sleep(0.01)

    def ask(self, query):
        """Return the rows of a query; the database may be in use."""
        with closing(sqlite3.connect(self.database, timeout=10)) as conn:
            return conn.execute(query).fetchall()


@pytest.fixture
async def world():
    """A Telegram that lets the bot speak as fast as it can."""
    return World(SandboxClock(datetime.now(UTC)), rate_limits=False)


@pytest.fixture
async def process(world, database_url, tmp_path):
    """The tiny bot, not yet started, on a Telegram over HTTP."""
    server = await serve(world)
    config = tmp_path / "config.toml"
    config.write_text(
        f"""
        [telegram]
        token = "{world.token}"
        base_url = "{server.base_url}"
        base_file_url = "{server.base_file_url}"
        [database]
        url = "{database_url}"
        [sending]
        overall_per_second = 10000
        broadcast_per_second = 10000
        chat_per_second = 10000
        group_per_minute = 600000
        """,
        encoding="utf-8",
    )
    process = Process(config, database_url.removeprefix("sqlite+aiosqlite:///"), tmp_path / "log")
    yield process
    if process._process is not None and process._process.returncode is None:
        await process.kill()
    await server.close()
