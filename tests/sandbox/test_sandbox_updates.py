import asyncio
from datetime import timedelta

import pytest
from sandbox_cast import LIN

from bot.sandbox.refusals import ApiError


async def ids(world, **params):
    return [update["update_id"] for update in await world.call("getUpdates", params)]


async def test_updates_come_again_until_a_higher_offset_confirms_them(world):
    for text in "甲乙丙":
        world.say(LIN, text)
    first = await ids(world)
    assert len(first) == 3
    assert await ids(world) == first
    assert await ids(world, offset=first[1]) == first[1:]
    assert await ids(world) == first[1:]


async def test_a_limit_and_a_negative_offset_cut_the_batch(world):
    for text in "甲乙丙":
        world.say(LIN, text)
    assert len(await ids(world, limit=2)) == 2
    assert len(await ids(world, offset=-1)) == 1
    assert len(await ids(world)) == 1


async def test_a_long_poll_ends_as_soon_as_somebody_writes(world):
    poll = asyncio.create_task(world.call("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    world.say(LIN, "在吗")
    updates = await asyncio.wait_for(poll, 1)
    assert updates[0]["message"]["text"] == "在吗"


async def test_a_second_poller_ends_the_first(world):
    first = asyncio.create_task(world.call("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    world_call = asyncio.create_task(world.call("getUpdates", {"timeout": 50}))
    with pytest.raises(ApiError, match="terminated by other getUpdates request") as caught:
        await first
    assert caught.value.code == 409
    world.say(LIN, "x")
    assert len(await world_call) == 1


async def test_polling_is_refused_while_a_webhook_is_set(world):
    await world.call("setWebhook", {"url": "http://127.0.0.1:1/hook"})
    with pytest.raises(ApiError, match="webhook is active"):
        await world.call("getUpdates", {})
    await world.call("deleteWebhook", {"drop_pending_updates": "true"})
    assert await ids(world) == []


async def test_the_wanted_kinds_stay_wanted(world):
    await world.call("getUpdates", {"allowed_updates": '["callback_query"]'})
    world.say(LIN, "x")
    assert await ids(world) == []
    await world.call("getUpdates", {"allowed_updates": "[]"})
    world.say(LIN, "x")
    assert len(await ids(world)) == 1


async def test_messages_wait_a_day_and_taps_150_seconds(world, clock):
    sent = await world.call(
        "sendMessage",
        {
            "chat_id": LIN,
            "text": "x",
            "reply_markup": '{"inline_keyboard": [[{"text": "好", "callback_data": "y"}]]}',
        },
    )
    world.say(LIN, "x")
    query_id = world.tap(LIN, sent["message_id"], "y")
    clock.forward(timedelta(seconds=151))
    assert len(await ids(world)) == 1
    with pytest.raises(ApiError, match="query is too old"):
        await world.call("answerCallbackQuery", {"callback_query_id": query_id})
    clock.forward(timedelta(hours=24))
    assert await ids(world) == []


async def test_an_update_can_come_twice_and_a_batch_backwards(world):
    world.say(LIN, "甲")
    world.say(LIN, "乙")
    first = await ids(world)
    assert await ids(world, offset=first[-1] + 1) == []
    world.duplicate_update(first[0])
    assert await ids(world) == [first[0]]
    assert await ids(world) == []
    world.say(LIN, "丙")
    world.say(LIN, "丁")
    world.updates.is_reversed = True
    batch = await ids(world)
    assert batch == sorted(batch, reverse=True)


async def test_a_long_poll_gives_up_after_its_timeout(world):
    assert await ids(world, timeout=1) == []
