"""A city's memory in a file of its own, brought to its newest shape."""

from datetime import UTC, datetime

import pytest

from storage.engine import open_engine
from storage.schema import metadata


@pytest.fixture
async def engine(tmp_path):
    """A database as the first start makes it."""
    opened = open_engine(f"sqlite+aiosqlite:///{tmp_path}/city.db")
    async with opened.begin() as conn:
        await conn.run_sync(metadata.create_all)
    yield opened
    await opened.dispose()


@pytest.fixture
async def conn(engine):
    """One transaction."""
    async with engine.begin() as connection:
        yield connection


@pytest.fixture
def now():
    """A working morning of October 2013."""
    return datetime(2013, 10, 8, 1, 0, tzinfo=UTC)
