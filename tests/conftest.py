"""The small city, built once a session; every test gets a database of its own to change."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import small_city
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import open_engine


@pytest.fixture(scope="session")
def small_city_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the small city as it is before anything happens; not to be written to."""
    path = tmp_path_factory.mktemp("city") / "small.db"
    small_city.build(path)
    return path


@pytest.fixture
def city_file(small_city_file: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small city."""
    return Path(shutil.copy(small_city_file, tmp_path / "city.db"))


@pytest.fixture
async def small_city_engine(city_file: Path) -> AsyncIterator[AsyncEngine]:
    """The small city, opened."""
    engine = open_engine(f"sqlite+aiosqlite:///{city_file}")
    yield engine
    await engine.dispose()
