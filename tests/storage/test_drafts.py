"""Half-finished conversations: one open a person, moved by one turn at a time, never lost."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import drafts


@pytest.fixture
async def conn(engine):
    async with engine.begin() as connection:
        yield connection


async def begin(conn, now, user=1, errand="file"):
    return await drafts.begin(conn, user, errand=errand, version=1, step=0, now=now)


async def advance(conn, before, now, status="open", step=2):
    return await drafts.advance(conn, before, step=step, data={"a": 1}, status=status, now=now)


async def test_a_person_has_one_open_conversation(conn, now):
    await begin(conn, now)
    with pytest.raises(IntegrityError):
        await begin(conn, now)


async def test_two_turns_that_meet_move_it_once(conn, now):
    before = await begin(conn, now)
    assert await advance(conn, before, now)
    assert not await advance(conn, before, now)
    after = await drafts.open_one(conn, 1)
    assert (after.step, after.rev, after.data) == (2, before.rev + 1, {"a": 1})


async def test_what_is_laid_aside_keeps_everything_and_can_be_taken_up(conn, now):
    before = await begin(conn, now)
    await advance(conn, before, now)
    await drafts.park(conn, 1)
    assert await drafts.open_one(conn, 1) is None
    await begin(conn, now, errand="deputy")
    await drafts.park(conn, 1)
    assert {each.errand for each in await drafts.parked(conn, 1)} == {"file", "deputy"}
    await drafts.resume(conn, before.id, now=now)
    assert (await drafts.open_one(conn, 1)).data == {"a": 1}


async def test_a_closed_conversation_is_nobodys(conn, now):
    before = await begin(conn, now)
    await drafts.close(conn, before.id, status="cancelled", now=now)
    assert await drafts.by_id(conn, before.id, 1) is None
    assert not await advance(conn, before, now)


async def test_nobody_reaches_somebody_elses(conn, now):
    before = await begin(conn, now)
    assert await drafts.by_id(conn, before.id, 2) is None


async def test_what_was_not_touched_is_found_open_or_laid_aside(conn, now):
    await begin(conn, now)
    await begin(conn, now + timedelta(days=2), user=2)
    found = await drafts.untouched_since(conn, now + timedelta(days=1))
    assert [each.user_id for each in found] == [1]
