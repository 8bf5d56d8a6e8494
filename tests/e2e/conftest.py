"""A Telegram over HTTP, and a bot in a process of its own that can be killed."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World
from tests.e2e.bot_process import BotProcess
from tests.e2e.demo_house import releasing_city, reporting_city

TINY_BOT = Path(__file__).with_name("tiny_bot.py")


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
    database = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    process = BotProcess([TINY_BOT, config], database, tmp_path / "log")
    yield process
    await process.end()
    await server.close()


@pytest.fixture(scope="session")
def reporting_file(tmp_path_factory):
    """The invented city on 8 October; not to be written to."""
    file = tmp_path_factory.mktemp("reporting") / "city.db"
    asyncio.run(reporting_city(file))
    return file


@pytest.fixture(scope="session")
def releasing_file(reporting_file, tmp_path_factory):
    """The invented city on 28 October, with enough contacts for a push of three hundred."""
    file = tmp_path_factory.mktemp("releasing") / "city.db"
    asyncio.run(releasing_city(reporting_file, file, extra_contacts=240))
    return file


@pytest.fixture(scope="session")
def restating_file(reporting_file, tmp_path_factory):
    """The invented city on 28 October, with its own people alone."""
    file = tmp_path_factory.mktemp("restating") / "city.db"
    asyncio.run(releasing_city(reporting_file, file))
    return file
