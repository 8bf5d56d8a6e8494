"""Updates take effect once and in order, and none is confirmed before it has."""

import asyncio
import json

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from bot.intake import Intake
from bot.polling import Polling, StoppedByTelegramError
from storage import people, updates
from storage.schema import dead_update, outbox, processed_update


class Turns:
    """A city that only remembers what it was told, in the order it was done."""

    def __init__(self, engine, now):
        self._engine = engine
        self._now = now
        self.done = []
        self.at_work = 0
        self.busiest = 0
        self.trouble = {}
        self.gate = None

    async def take_effect(self, update):
        text = update.effective_message.text
        self.at_work += 1
        self.busiest = max(self.busiest, self.at_work)
        try:
            if self.gate is not None and text == "slow":
                await self.gate.wait()
            await asyncio.sleep(0.001)
            if self.trouble.get(text):
                self.trouble[text] -= 1
                raise OperationalError("UPDATE", {}, Exception("database is locked"))
            if text == "bug":
                raise ZeroDivisionError("a bug in the router itself")
            async with self._engine.begin() as conn:
                if not await updates.claim(conn, update.update_id, now=self._now):
                    return
            self.done.append((update.effective_user.id, text))
        finally:
            self.at_work -= 1


@pytest.fixture
def turns(engine, now):
    return Turns(engine, now)


@pytest.fixture
def intake(engine, bot, delivery, turns, now):
    return Intake(
        engine=engine,
        bot=bot,
        take_effect=turns.take_effect,
        caught_up=delivery.caught_up,
        wake=delivery.wake,
        now=lambda: now,
        side_by_side=4,
        pauses_seconds=(0.001, 0.001),
    )


@pytest.fixture
async def polling(bot, intake, world):
    polling = Polling(bot, intake, poll_seconds=1, same_offset_seconds=0.05)
    # What the two people said when they started is not of interest here.
    world.updates.drop_all()
    task = asyncio.create_task(polling.run())
    await asyncio.sleep(0.01)
    yield polling
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await intake.drain(1)


async def until(condition, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - whatever is waited for, in one place
            await asyncio.sleep(0.005)


async def test_updates_of_one_person_run_in_order_and_of_many_side_by_side(world, turns, polling):
    for number in range(30):
        world.say(101, f"a{number}")
        world.say(102, f"b{number}")

    await until(lambda: len(turns.done) == 60)

    assert [t for who, t in turns.done if who == 101] == [f"a{n}" for n in range(30)]
    assert [t for who, t in turns.done if who == 102] == [f"b{n}" for n in range(30)]
    assert turns.busiest == 2


async def test_no_more_are_worked_on_than_allowed(world, turns, polling):
    for user_id in range(301, 331):
        world.add_user(user_id, "人")
        world.say(user_id, "报送")

    await until(lambda: len(turns.done) == 30)

    assert turns.busiest == 4


async def test_nothing_is_confirmed_before_it_is_done(world, turns, polling):
    turns.gate = asyncio.Event()
    world.say(101, "slow")
    for number in range(5):
        world.say(102, f"b{number}")

    await until(lambda: len(turns.done) == 5)
    await asyncio.sleep(0.05)
    assert world.updates.pending[0].wire["message"]["text"] == "slow"

    turns.gate.set()
    await until(lambda: not world.updates.pending)
    assert (101, "slow") in turns.done


async def test_others_are_fetched_while_one_is_slow(world, turns, polling):
    turns.gate = asyncio.Event()
    world.say(101, "slow")
    await asyncio.sleep(0.05)
    world.say(102, "later")

    await until(lambda: (102, "later") in turns.done)
    assert (101, "slow") not in turns.done
    turns.gate.set()
    await until(lambda: len(turns.done) == 2)


async def test_an_update_brought_twice_takes_effect_once(world, turns, polling):
    world.faults.add("duplicate_update", calls=3)
    for number in range(3):
        world.say(101, f"a{number}")
    await until(lambda: len(turns.done) == 3)
    world.duplicate_update()
    world.say(101, "last")

    await until(lambda: (101, "last") in turns.done)
    assert [text for _, text in turns.done] == ["a0", "a1", "a2", "last"]


async def test_trouble_that_passes_is_waited_out(world, turns, polling):
    turns.trouble["a"] = 2
    world.say(101, "a")
    world.say(101, "b")

    await until(lambda: len(turns.done) == 2)
    assert turns.done == [(101, "a"), (101, "b")]


@pytest.mark.parametrize("text", ["stuck", "bug"])
async def test_what_fails_again_and_again_is_set_aside_with_an_apology(
    world, turns, polling, engine, delivery, text, now
):
    turns.trouble["stuck"] = 99
    async with engine.begin() as conn:
        await people.add(conn, name="陆联络员", lang="en", user_id=101)
    world.say(101, text)
    world.say(101, "next")

    await until(lambda: (101, "next") in turns.done and not world.updates.pending)
    while await delivery.send_due():
        continue

    async with engine.connect() as conn:
        kept = (await conn.execute(sa.select(dead_update))).one()
    assert json.loads(kept.body)["message"]["text"] == text
    apology = world.chat(101).messages[-1].text
    assert kept.reference in apology
    assert apology.startswith("Sorry")


async def test_an_update_that_cannot_be_read_is_set_aside_and_confirmed(
    world, turns, polling, engine
):
    # As a faulty Bot API server brought it once: a tap without its chat_instance.
    user = {"id": 101, "is_bot": False, "first_name": "陆"}
    world.queue("callback_query", {"id": "1", "from": user, "data": "m:todo:"}, lane=101)
    world.queue("message", {"message_id": "?", "from": user}, lane=101)
    world.say(101, "after")

    await until(lambda: (101, "after") in turns.done and not world.updates.pending)

    async with engine.connect() as conn:
        kept = (await conn.execute(sa.select(dead_update.c.update_id))).scalars().all()
        claimed = (await conn.execute(sa.select(processed_update.c.update_id))).scalars().all()
    assert len(kept) == 2
    assert set(kept) < set(claimed)


async def test_an_apology_is_queued_once_however_often_the_update_comes(engine, intake, turns):
    user = {"id": 101, "is_bot": False, "first_name": "陆"}
    broken = {"update_id": 7, "message": {"from": user}}

    await intake.take(broken)
    await intake.take(broken)

    async with engine.connect() as conn:
        assert await conn.scalar(sa.select(sa.func.count()).select_from(outbox)) == 1
        assert await conn.scalar(sa.select(sa.func.count()).select_from(dead_update)) == 1


async def test_a_second_poller_stops_this_one_with_telegrams_words(bot, intake, world):
    world.updates.drop_all()
    run = asyncio.create_task(Polling(bot, intake, poll_seconds=5).run())
    await asyncio.sleep(0.02)

    await bot.raw_updates(offset=None, limit=1, timeout_seconds=0)

    with pytest.raises(StoppedByTelegramError, match="only one bot instance"):
        await asyncio.wait_for(run, 2)


async def test_a_network_that_is_down_is_waited_for(world, turns, polling):
    world.faults.add("dropped", method="getUpdates", calls=1)
    world.say(101, "a")

    await until(lambda: turns.done == [(101, "a")])


async def test_what_is_done_is_confirmed_before_stopping(bot, intake, world, turns):
    world.updates.drop_all()
    polling = Polling(bot, intake, poll_seconds=1)
    run = asyncio.create_task(polling.run())
    world.say(101, "a")
    await until(lambda: turns.done)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    await intake.drain(1)

    await polling.confirm()

    assert not world.updates.pending
