"""The whole process in one piece: it starts, answers, ticks, stops, and refuses what it should."""

import asyncio
import contextlib

import aiohttp
import pytest
import sqlalchemy as sa
from telegram.error import InvalidToken

from bot.account import NoTokenError
from bot.app import House, OldSchemaError, running
from bot.duty import is_somebody_on_duty, sqlite_file
from bot.health import HealthDoor
from bot.polling import StoppedByTelegramError
from bot.sandbox.request import SandboxRequest
from bot.sandbox.server import serve
from bot.settings import load
from handlers.came import read
from handlers.texts import msg, to_json
from storage import outbox, updates
from storage.outbox import Owed
from storage.schema import outbox as outbox_table
from storage.schema import processed_update


async def echo(update, services):
    """Answer every message with itself, as the smallest city there is would."""
    came = read(update)
    async with services.engine.begin() as conn:
        if not await updates.claim(conn, came.update_id, now=services.now()):
            return
        owed = Owed(
            key=f"reply:{came.update_id}",
            chat_id=came.chat_id,
            lane="reply",
            method="text",
            message=to_json(msg("verbatim", text=f"收到 {came.text or came.command}")),
            not_before=services.now(),
        )
        row_id = await outbox.enqueue(conn, owed, now=services.now(), owner=services.owner)
    if came.tap is not None:
        await services.answer(came.tap.query_id, "好", False)
    await services.deliver([row_id])


@pytest.fixture
def house():
    """The echo, and a list of what else was asked of the city."""
    asked = []

    async def queue_due(services, was_down):
        asked.append("due")

    async def introduce(bot, services):
        asked.append("introduce")

    async def show_commands(bot, chat_id, who):
        asked.append("commands")

    house = House(turn=echo, queue_due=queue_due, introduce=introduce, show_commands=show_commands)
    return house, asked


@pytest.fixture
def start(settings, house, world, studio):
    def start(changed=settings, **given):
        fields = {"now": world.clock.now, "request": lambda: SandboxRequest(world)} | given
        return running(changed, house[0], studio=studio, **fields)

    return start


async def test_what_is_said_is_answered_and_confirmed(start, world, house):
    world.start(101)
    async with start():
        assert (await world.next_message(101)).text == "收到 start"
        world.say(102, "你好")
        assert (await world.next_message(102)).text == "收到 你好"
        async with asyncio.timeout(5):
            while "due" not in house[1]:  # noqa: ASYNC110 - the ticker tells nobody
                await asyncio.sleep(0.01)
    assert not world.updates.pending
    assert house[1][0] == "introduce"


async def test_the_same_goes_over_http(settings, world, start):
    server = await serve(world)
    over_http = load(
        telegram={
            "token": world.token,
            "base_url": server.base_url,
            "base_file_url": server.base_file_url,
        },
        database=settings.database.model_dump(),
    )
    world.start(101)
    async with start(over_http, request=None):
        assert (await world.next_message(101)).text == "收到 start"
    await server.close()


async def test_the_same_goes_by_webhook_and_only_for_who_knows_the_secret(settings, world, start):
    server = await serve(world)
    by_webhook = load(
        telegram={
            "token": world.token,
            "base_url": server.base_url,
            "mode": "webhook",
            "webhook": {"url": "http://127.0.0.1:{port}/telegram", "port": 0, "secret": "s3cret"},
        },
        database=settings.database.model_dump(),
    )
    world.start(101)
    async with start(by_webhook, request=None) as bot:
        assert (await world.next_message(101)).text == "收到 start"
        url = (await bot.bot.get_webhook_info()).url
        async with aiohttp.ClientSession() as stranger:
            forged = {"update_id": 1, "message": {}}
            for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
                async with stranger.post(url, json=forged, headers=headers) as answer:
                    assert answer.status == 403
            known = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
            async with stranger.post(url, data=b"not json", headers=known) as answer:
                assert answer.status == 400
        async with bot.engine.connect() as conn:
            claimed = (await conn.scalars(sa.select(processed_update.c.update_id))).all()
    assert 1 not in claimed
    await server.close()


async def test_a_clock_moved_forward_is_looked_at_at_once(start, house):
    async with start() as bot:
        before = house[1].count("due")
        await bot.ticker.tick_now()
        assert house[1].count("due") == before + 1


async def test_a_tick_that_fails_stops_nothing(start, house, world, settings, studio):
    async def fail(services):
        raise ZeroDivisionError

    failing = House(turn=echo, queue_due=fail, introduce=house[0].introduce, show_commands=fail)
    world.start(101)
    async with running(
        settings, failing, request=lambda: SandboxRequest(world), studio=studio
    ) as bot:
        await world.next_message(101)
        assert not any(task.done() for task in bot.tasks)


async def test_a_second_process_stands_by_until_the_first_one_stops(start, world, engine):
    file = sqlite_file(engine.url.render_as_string())
    first = start()
    await first.__aenter__()
    assert is_somebody_on_duty(file)
    second = start()
    waiting = asyncio.create_task(second.__aenter__())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting
    await first.__aexit__(None, None, None)
    assert not is_somebody_on_duty(file)


async def test_a_second_poller_ends_the_run_with_telegrams_words(start, bot):
    async with start() as running_bot, asyncio.timeout(20):
        stopped = asyncio.create_task(running_bot.until_stopped())
        while not stopped.done():
            # It only comes to a conflict while the other one is waiting for an answer.
            await bot.raw_updates(offset=None, limit=1, timeout_seconds=0)
            await asyncio.sleep(0.02)
        with pytest.raises(StoppedByTelegramError, match="only one bot instance"):
            await stopped


async def test_an_empty_database_is_refused_unless_it_may_be_made(start, world, tmp_path):
    fresh = load(
        telegram={"token": world.token},
        database={"url": f"sqlite+aiosqlite:///{tmp_path / 'new' / 'fresh.db'}"},
    )
    with pytest.raises(OldSchemaError):
        async with start(fresh):
            pass
    async with start(fresh, upgrades=True):
        pass
    async with start(fresh):
        pass


async def test_a_token_that_is_missing_or_rejected_ends_the_start(start, settings):
    without = load(database=settings.database.model_dump())
    with pytest.raises(NoTokenError):
        async with start(without):
            pass
    wrong = load(telegram={"token": "1:no"}, database=settings.database.model_dump())
    with pytest.raises(InvalidToken):
        async with start(wrong):
            pass


async def test_what_is_in_flight_is_finished_before_the_end(start, world, engine):
    world.start(101)
    async with start():
        await world.next_message(101)
        world.faults.add("slow", method="sendMessage", calls=1, seconds=0.2)
        world.say(101, "最后一句")
        while not world.calls_in_flight:  # noqa: ASYNC110 - the sandbox has no event for it
            await asyncio.sleep(0.005)
    async with engine.connect() as conn:
        states = (await conn.scalars(sa.select(outbox_table.c.state))).all()
    assert states == ["sent", "sent"]


async def test_monitoring_hears_how_it_goes(engine, settings, now):
    health = load(health={"port": 0}).health
    door = HealthDoor(engine, lambda: now, health)
    await door.open()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{door.port}") as monitor:
        async with monitor.get("/healthz") as answer:
            assert answer.status == 200
            assert (await answer.json())["ok"] is True
        async with monitor.get("/metrics") as answer:
            lines = (await answer.text()).splitlines()
    await door.close()
    assert 'jixiao_messages{state="pending"} 0' in lines
    assert all(line.startswith(("#", "jixiao_")) for line in lines)
