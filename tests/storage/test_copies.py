"""Copies of the database: whole, made while it is in use, and put back without loss."""

import sqlite3
from datetime import timedelta

import pytest
import sqlalchemy as sa

from storage import copies
from storage.engine import open_engine, reading_only
from storage.schema import tick


@pytest.fixture
def database(database_url):
    from pathlib import Path

    return Path(database_url.removeprefix("sqlite+aiosqlite:///"))


async def write(engine, name, now):
    async with engine.begin() as conn:
        await conn.execute(tick.insert().values(name=name, looked_at=now))


async def names(url):
    engine = open_engine(url)
    async with reading_only(engine) as conn:
        found = sorted((await conn.scalars(sa.select(tick.c.name))).all())
    await engine.dispose()
    return found


async def test_a_copy_made_while_somebody_writes_holds_what_was_committed(
    engine, database, tmp_path, now
):
    await write(engine, "committed", now)
    async with engine.begin() as conn:
        await conn.execute(tick.insert().values(name="not yet", looked_at=now))
        copy = copies.back_up(database, tmp_path / "copies", now=now, keep=3)

    assert await names(f"sqlite+aiosqlite:///{copy}") == ["committed"]
    assert await names(engine.url.render_as_string()) == ["committed", "not yet"]


async def test_only_the_newest_copies_are_kept(engine, database, tmp_path, now):
    for day in range(5):
        copies.back_up(database, tmp_path / "copies", now=now + timedelta(days=day), keep=3)

    assert sorted(each.name for each in (tmp_path / "copies").iterdir()) == [
        "jixiao-20131016-010000.db",
        "jixiao-20131017-010000.db",
        "jixiao-20131018-010000.db",
    ]


async def test_what_is_put_back_is_the_day_of_the_copy_and_the_day_before_is_kept(
    engine, database, database_url, tmp_path, now
):
    await write(engine, "monday", now)
    copy = copies.back_up(database, tmp_path / "copies", now=now, keep=3)
    await write(engine, "tuesday", now)
    await engine.dispose()

    kept = copies.put_back(copy, database, now=now)

    assert await names(database_url) == ["monday"]
    assert await names(f"sqlite+aiosqlite:///{kept}") == ["monday", "tuesday"]


async def test_a_process_that_died_leaves_no_log_that_would_spoil_the_restored_file(
    engine, database, database_url, tmp_path, now
):
    copy = copies.back_up(database, tmp_path / "copies", now=now, keep=3)
    await write(engine, "later", now)
    # As after a SIGKILL: the log with what was committed still lies beside the file.
    assert database.with_name(database.name + "-wal").stat().st_size > 0

    kept = copies.put_back(copy, database, now=now)

    assert await names(database_url) == []
    assert await names(f"sqlite+aiosqlite:///{kept}") == ["later"]
    await engine.dispose()


@pytest.mark.parametrize("damage", ["cut", "not a database", "of something else"])
async def test_a_damaged_copy_is_refused_and_changes_nothing(
    engine, database, database_url, tmp_path, now, damage
):
    await write(engine, "precious", now)
    await engine.dispose()
    copy = tmp_path / "copy.db"
    if damage == "cut":
        content = database.read_bytes()
        copy.write_bytes(content[: len(content) // 2])
    elif damage == "not a database":
        copy.write_text("once upon a time" * 1000, encoding="utf-8")
    else:
        sqlite3.connect(copy).executescript("CREATE TABLE a (b)").connection.close()

    with pytest.raises(copies.DamagedCopyError):
        copies.put_back(copy, database, now=now)

    assert await names(database_url) == ["precious"]
