"""Writers take turns, questions do not wait, and nobody waits for one that is gone."""

import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import journal, quick_sqlite
from storage.engine import reading_only
from storage.schema import due_row, tick


async def write(engine, name, now):
    async with engine.begin() as conn:
        await conn.execute(tick.insert().values(name=name, looked_at=now))


async def names(engine):
    async with reading_only(engine) as conn:
        return sorted((await conn.scalars(sa.select(tick.c.name))).all())


async def test_many_writers_at_once_all_get_their_turn(engine, now):
    await asyncio.gather(*(write(engine, f"{n:02}", now) for n in range(12)))

    assert await names(engine) == [f"{n:02}" for n in range(12)]


async def test_a_question_does_not_wait_for_a_writer_and_sees_what_was_before(engine, now):
    async with engine.begin() as conn:
        await conn.execute(tick.insert().values(name="not yet", looked_at=now))
        assert await names(engine) == []
    assert await names(engine) == ["not yet"]


async def test_a_writer_that_fails_lets_the_next_one_write(engine, now):
    await write(engine, "a", now)
    with pytest.raises(IntegrityError):
        await write(engine, "a", now)

    await write(engine, "b", now)
    assert await names(engine) == ["a", "b"]


async def test_a_writer_that_is_cancelled_lets_the_next_one_write(engine, now):
    begun = asyncio.Event()

    async def dawdle():
        async with engine.begin() as conn:
            await conn.execute(tick.insert().values(name="lost", looked_at=now))
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(dawdle())
    await begun.wait()
    waiting = asyncio.create_task(write(engine, "next", now))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await waiting

    assert await names(engine) == ["next"]


async def test_one_that_waits_in_vain_is_told_that_the_database_is_locked(engine, now, monkeypatch):
    monkeypatch.setattr(quick_sqlite, "WAIT_SECONDS", 0.01)
    async with engine.begin() as conn:
        await conn.execute(tick.insert().values(name="first", looked_at=now))
        with pytest.raises(OperationalError, match="database is locked"):
            await write(engine, "inside", now)

    await write(engine, "after", now)
    assert await names(engine) == ["after", "first"]


async def test_returned_rows_counts_and_many_sets_of_parameters_come_through(engine, now):
    async with engine.begin() as conn:
        rows = [{"key": f"{n}", "due_at": now, "done_at": now} for n in range(5)]
        await conn.execute(due_row.insert(), rows)
        changed = await conn.execute(due_row.delete().where(due_row.c.key < "2"))
        query = due_row.delete().where(due_row.c.key == "4").returning(due_row.c.due_at)
        assert (await conn.execute(query)).scalars().all() == [now]
        assert changed.rowcount == 2


async def test_rows_can_be_read_one_after_another(engine, now):
    async with engine.begin() as conn:
        for number in range(20):
            await journal.add(conn, person_id=None, act="told", subject=str(number), at=now)
    async with reading_only(engine) as conn:
        rows = await conn.stream(sa.text("SELECT subject FROM journal ORDER BY id"))
        assert [int(row.subject) async for row in rows] == list(range(20))
        assert await journal.first_broken(conn) is None
