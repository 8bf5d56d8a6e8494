"""The small city, built once a session; every test gets a copy of its own to change."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import small_city
from harness import House
from small_city import Cast
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.contents import build_router
from handlers.texts import Texts
from storage.engine import open_engine


@pytest.fixture(scope="session")
def small_city_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small city before anything happens; not to be written to."""
    path = tmp_path_factory.mktemp("small-city") / "small.db"
    small_city.build(path)
    return path


@pytest.fixture
async def small_city_engine(small_city_file: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A fresh copy of the small city, opened."""
    copy = shutil.copy(small_city_file, tmp_path / "small.db")
    engine = open_engine(f"sqlite+aiosqlite:///{copy}")
    event.listen(engine.sync_engine, "connect", _let_power_fail)
    yield engine
    await engine.dispose()


def _let_power_fail(connection: Any, _record: object) -> None:
    """A test's database need not outlive a power failure, so nothing waits for the disk."""
    connection.execute("PRAGMA synchronous=OFF").close()


@pytest.fixture
def house(small_city_engine: AsyncEngine, texts: Texts) -> House:
    """The whole bot over the small city, on the first working morning of October 2013."""
    return House(small_city_engine, build_router(), texts=texts, now=small_city.MORNING)


@pytest.fixture
def cast(house: House) -> Cast:
    """Everybody, each with a chat of their own."""
    return Cast(house)
