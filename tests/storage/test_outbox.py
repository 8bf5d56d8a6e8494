"""Messages owed: queued once, claimed one a chat, settled for good, recovered after a crash."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from storage import outbox
from storage.outbox import Owed
from storage.schema import outbox as table


def owed(key, *, now, chat=1, lane="alert", method="text", **more):
    return Owed(
        key=key, chat_id=chat, lane=lane, method=method, message="{}", not_before=now, **more
    )


@pytest.fixture
async def conn(engine):
    async with engine.begin() as connection:
        yield connection


async def claim(conn, now, *, owner="a", lane="alert", limit=10):
    return [
        row.owed.key
        for row in await outbox.claim(conn, owner=owner, lane=lane, now=now, limit=limit)
    ]


async def state(conn, key):
    return await conn.scalar(sa.select(table.c.state).where(table.c.key == key))


async def test_a_key_is_queued_once(conn, now):
    assert await outbox.enqueue(conn, owed("k", now=now), now=now) is not None
    assert await outbox.enqueue(conn, owed("k", now=now), now=now) is None


async def test_one_message_a_chat_is_claimed_at_a_time_and_in_order(conn, now):
    for key, chat in (("a1", 1), ("a2", 1), ("b1", 2)):
        await outbox.enqueue(conn, owed(key, chat=chat, now=now), now=now)
    assert await claim(conn, now) == ["a1", "b1"]
    assert await claim(conn, now) == []
    (first,) = await outbox.rows(conn, [1])
    await outbox.mark_sent(conn, first, message_id=5, text="x", now=now)
    assert await claim(conn, now) == ["a2"]


async def test_nothing_is_claimed_before_its_time_or_from_another_lane(conn, now):
    await outbox.enqueue(conn, owed("later", now=now + timedelta(hours=1)), now=now)
    await outbox.enqueue(conn, owed("other", chat=2, lane="broadcast", now=now), now=now)
    assert await claim(conn, now) == []
    assert await claim(conn, now + timedelta(hours=1)) == ["later"]


async def test_a_message_refused_for_sure_waits_and_is_claimed_again(conn, now):
    await outbox.enqueue(conn, owed("k", now=now), now=now)
    await claim(conn, now)
    await outbox.mark_again(conn, 1, not_before=now + timedelta(seconds=30), error="429")
    assert await claim(conn, now) == []
    (row,) = await outbox.claim(
        conn, owner="a", lane="alert", now=now + timedelta(seconds=30), limit=1
    )
    assert (row.attempts, row.repeated) == (2, True)


@pytest.mark.parametrize(
    ("lane", "method", "first", "second"),
    [
        ("reply", "text", "pending", "unknown"),
        ("alert", "text", "pending", "unknown"),
        ("broadcast", "edit", "pending", "unknown"),
        ("broadcast", "text", "unknown", "unknown"),
    ],
)
async def test_what_a_crash_left_in_flight_is_repeated_once_if_it_must_arrive(
    conn, now, lane, method, first, second
):
    await outbox.enqueue(conn, owed("k", lane=lane, method=method, now=now), now=now)
    await claim(conn, now, owner="dead", lane=lane)
    assert await outbox.recover(conn, owner="alive", now=now) == 1
    assert await state(conn, "k") == first
    await claim(conn, now, owner="dead too", lane=lane)
    await outbox.recover(conn, owner="alive", now=now)
    assert await state(conn, "k") == second


async def test_what_this_process_has_in_flight_is_left_alone(conn, now):
    await outbox.enqueue(conn, owed("k", now=now), now=now)
    await claim(conn, now, owner="me")
    assert await outbox.recover(conn, owner="me", now=now) == 0
    assert await state(conn, "k") == "sending"


async def test_what_is_of_no_more_use_expires(conn, now):
    await outbox.enqueue(conn, owed("k", now=now, expires_at=now + timedelta(hours=1)), now=now)
    assert await outbox.expire(conn, now=now) == 0
    assert await outbox.expire(conn, now=now + timedelta(hours=1)) == 1
    assert await state(conn, "k") == "expired"


async def test_only_unknown_and_failed_messages_are_repeated_by_hand(conn, now):
    await outbox.enqueue(conn, owed("k", now=now), now=now)
    assert not await outbox.repeat(conn, 1, now=now)
    await outbox.mark_ended(conn, 1, state="failed", error="blocked", now=now)
    assert await outbox.repeat(conn, 1, now=now)
    assert await state(conn, "k") == "pending"
    assert await outbox.count_by_state(conn) == {"pending": 1}


async def test_a_group_that_moved_takes_its_messages_with_it(conn, now):
    await outbox.enqueue(conn, owed("k", chat=-1, now=now), now=now)
    await outbox.move_chat(conn, -1, -1001)
    (row,) = await outbox.rows(conn, [1])
    assert row.owed.chat_id == -1001


async def test_how_long_the_oldest_has_waited(conn, now):
    assert await outbox.longest_wait(conn, now=now) == timedelta(0)
    await outbox.enqueue(conn, owed("k", now=now), now=now)
    later = now + timedelta(minutes=3)
    assert await outbox.longest_wait(conn, now=later) == timedelta(minutes=3)
