"""What every test may ask for: a migrated database, the words, a moment."""

import asyncio
import shutil
from datetime import UTC, datetime

import pytest
from hypothesis import settings

from handlers.texts import Texts
from storage.engine import open_engine
from storage.upgrade import upgrade

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    """One SQLite file brought up to date; tests work on copies, which cost a millisecond."""
    path = tmp_path_factory.mktemp("database") / "migrated.db"

    async def migrate():
        engine = open_engine(f"sqlite+aiosqlite:///{path}")
        await upgrade(engine)
        await engine.dispose()

    asyncio.run(migrate())
    return path


@pytest.fixture
def database_url(migrated_file, tmp_path):
    """The address of an empty, migrated database of this test's own."""
    copy = tmp_path / "jixiao.db"
    shutil.copy(migrated_file, copy)
    return f"sqlite+aiosqlite:///{copy}"


@pytest.fixture
async def engine(database_url):
    """An empty, migrated database."""
    engine = open_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="session")
def texts():
    """The words shipped with the package."""
    return Texts.load()


@pytest.fixture
def now():
    """A Monday morning, 09:00 in the city."""
    return datetime(2013, 10, 14, 1, 0, tzinfo=UTC)


def pytest_configure(config):
    """Name the mark of tests that take seconds, so that the quick run can leave them out."""
    config.addinivalue_line("markers", "slow: takes seconds; left out of the quick run")
