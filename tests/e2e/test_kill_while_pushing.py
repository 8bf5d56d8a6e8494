"""Killed in the middle of a push on a bad day: nothing is lost, nothing arrives twice."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from handlers.texts import msg, to_json
from storage import outbox
from storage.outbox import Owed

FIRST_USER = 2001
IN_FLIGHT = 8


async def owe(engine, world, *, count):
    """Owe a broadcast to each of *count* people."""
    moment = datetime.now(UTC) - timedelta(minutes=1)
    async with engine.begin() as conn:
        for user_id in range(FIRST_USER, FIRST_USER + count):
            world.add_user(user_id, f"联络员{user_id}")
            world.start(user_id)
            owed = Owed(
                key=f"push:{user_id}",
                chat_id=user_id,
                lane="broadcast",
                method="text",
                message=to_json(msg("verbatim", text=f"九月快报 {user_id}")),
                not_before=moment,
            )
            await outbox.enqueue(conn, owed, now=moment)
    world.updates.drop_all()


def delivered(world, count):
    users = range(FIRST_USER, FIRST_USER + count)
    return Counter(u for u in users for m in world.chat(u).messages if m.from_bot)


async def push(world, process, *, count, kills, dice):
    """Let the process push everything, killed on the way; return how many calls went wrong."""
    moments = sorted(dice.sample(range(count // 10, count * 8 // 10), kills))
    ambiguous = 0
    for number in range(kills + 1):
        world.faults.add("too_many_requests", method="sendMessage", calls=1, seconds=1)
        for kind in ("bad_gateway", "dropped", "lost_answer"):
            world.faults.add(kind, method="sendMessage", calls=1)
            ambiguous += 1
        await process.start()
        if number < kills:
            await process.until(lambda n=number: len(delivered(world, count)) >= moments[n])
            await process.kill()
    await process.until(
        lambda: not process.ask("SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')")
    )
    return ambiguous


def check(world, process, *, count, kills, ambiguous):
    arrived = delivered(world, count)
    assert max(arrived.values()) == 1

    states = dict(process.ask("SELECT chat_id, state FROM outbox"))
    assert set(states.values()) <= {"sent", "unknown"}
    missing = {user for user in states if user not in arrived}
    assert all(states[user] == "unknown" for user in missing)
    in_doubt = sum(state == "unknown" for state in states.values())
    assert in_doubt <= IN_FLIGHT * kills + ambiguous


@pytest.mark.slow
async def test_a_push_to_sixty_killed_once(world, process, engine):
    await owe(engine, world, count=60)

    ambiguous = await push(world, process, count=60, kills=1, dice=random.Random(3))

    check(world, process, count=60, kills=1, ambiguous=ambiguous)


@pytest.mark.slow
async def test_a_push_to_three_hundred_killed_three_times(world, process, engine):
    await owe(engine, world, count=300)

    ambiguous = await push(world, process, count=300, kills=3, dice=random.Random())

    check(world, process, count=300, kills=3, ambiguous=ambiguous)
