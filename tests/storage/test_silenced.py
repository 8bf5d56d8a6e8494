"""Who has left hears nothing more; only the last word, queued at the moment of leaving."""

from datetime import timedelta

import pytest

from storage import outbox, people, settlements
from storage.outbox import Owed


@pytest.fixture
async def conn(engine):
    async with engine.begin() as connection:
        yield connection


@pytest.fixture
async def lin(conn):
    return await people.add(conn, name="林晓燕", user_id=101)


async def owes(conn, person_id, *, at, key="k", chat=101):
    return await outbox.enqueue(
        conn,
        Owed(
            key=key,
            chat_id=chat,
            person_id=person_id,
            lane="alert",
            method="text",
            message="{}",
            not_before=at,
        ),
        now=at,
    )


async def is_silenced(conn, row_id):
    [letter] = await settlements.letters(conn, [row_id])
    return letter.is_silenced


async def test_who_is_here_hears_everything(conn, lin, now):
    assert not await is_silenced(conn, await owes(conn, lin, at=now))


@pytest.mark.parametrize("hours", [-1, 1])
async def test_who_has_left_hears_nothing_queued_before_or_after(conn, lin, now, hours):
    row = await owes(conn, lin, at=now + timedelta(hours=hours))
    await people.leave(conn, lin, at=now)
    assert await is_silenced(conn, row)


async def test_the_last_word_is_queued_at_the_very_moment_of_leaving(conn, lin, now):
    await people.leave(conn, lin, at=now)
    assert not await is_silenced(conn, await owes(conn, lin, at=now))
    a_moment_later = await owes(conn, lin, at=now + timedelta(microseconds=1), key="later")
    assert await is_silenced(conn, a_moment_later)


async def test_who_came_back_hears_again(conn, lin, now):
    await people.leave(conn, lin, at=now - timedelta(days=1))
    await people.come_back(conn, lin, user_id=101, role_ids=[], at=now)
    assert not await is_silenced(conn, await owes(conn, lin, at=now))


async def test_a_channel_and_a_stranger_are_nobody_who_could_leave(conn, lin, now):
    await people.leave(conn, lin, at=now)
    later = now + timedelta(hours=1)
    assert not await is_silenced(conn, await owes(conn, None, at=later, chat=-1001))
    assert not await is_silenced(conn, await owes(conn, None, at=later, key="s", chat=999))


async def test_of_several_only_those_of_who_left_are_silenced(conn, lin, now):
    zhou = await people.add(conn, name="周建平", user_id=102)
    rows = [
        await owes(conn, lin, at=now, key="a"),
        await owes(conn, zhou, at=now, key="b", chat=102),
    ]
    await people.leave(conn, lin, at=now + timedelta(hours=1))
    found = {each.row.owed.key: each.is_silenced for each in await settlements.letters(conn, rows)}
    assert found == {"a": True, "b": False}
