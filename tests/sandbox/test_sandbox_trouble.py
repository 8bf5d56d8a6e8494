import json

import pytest
from sandbox_cast import LIN, MA

from bot.sandbox.limits import Rates
from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import ApiError, ConnectionDropped

HELLO = {"chat_id": LIN, "text": "你好"}


class Watch:
    """A monotonic clock the test moves."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


def rates():
    watch = Watch()
    return Rates(monotonic=watch), watch


def test_a_private_chat_takes_a_burst_of_five_and_then_one_a_second():
    limit, watch = rates()
    for _ in range(5):
        limit.check(LIN, is_private=True)
    with pytest.raises(ApiError) as caught:
        limit.check(LIN, is_private=True)
    assert caught.value.parameters == {"retry_after": 1}
    assert caught.value.description == "Too Many Requests: retry after 1"
    watch.seconds += 1
    limit.check(LIN, is_private=True)
    with pytest.raises(ApiError):
        limit.check(LIN, is_private=True)


def test_a_group_takes_twenty_a_minute():
    limit, watch = rates()
    for _ in range(20):
        limit.check(-1, is_private=False)
    with pytest.raises(ApiError):
        limit.check(-1, is_private=False)
    watch.seconds += 60
    for _ in range(20):
        limit.check(-1, is_private=False)


def test_all_chats_together_take_thirty_a_second():
    limit, watch = rates()
    for chat_id in range(30):
        limit.check(chat_id, is_private=True)
    with pytest.raises(ApiError):
        limit.check(31, is_private=True)
    watch.seconds += 1
    limit.check(31, is_private=True)


def test_an_album_longer_than_a_burst_still_goes_into_a_quiet_chat():
    limit, _ = rates()
    limit.check(LIN, is_private=True, count=10)
    with pytest.raises(ApiError):
        limit.check(LIN, is_private=True)


def test_switched_off_rates_refuse_nothing():
    limit, _ = rates()
    limit.enabled = False
    for _ in range(100):
        limit.check(LIN, is_private=True)


def test_large_uploads_of_one_size_are_spaced_and_finally_refused():
    limit, watch = rates()
    waits = [limit.upload_wait([200_000]) for _ in range(3)]
    assert waits == pytest.approx([0, 0.2, 0.4])
    assert limit.upload_wait([50_000]) == 0
    while limit.upload_wait([200_000]) <= 4.7:
        pass
    with pytest.raises(ApiError, match="Too Many Requests"):
        limit.upload_wait([200_000])
    watch.seconds += 10
    assert limit.upload_wait([200_000]) == 0


async def test_the_world_counts_sends_against_the_rates(world):
    world.rates.enabled = True
    for _ in range(5):
        await world.call("sendMessage", HELLO)
    with pytest.raises(ApiError, match="retry after"):
        await world.call("sendMessage", HELLO)
    assert len(world.chat(LIN).messages) == 5


@pytest.mark.parametrize(("kind", "code"), [("too_many_requests", 429), ("bad_gateway", 502)])
async def test_a_fault_refuses_the_next_calls_and_passes(world, kind, code):
    world.faults.add(kind, calls=2, seconds=7)
    for _ in range(2):
        with pytest.raises(ApiError) as caught:
            await world.call("sendMessage", HELLO)
        assert caught.value.code == code
    await world.call("sendMessage", HELLO)
    assert len(world.chat(LIN).messages) == 1


async def test_a_dropped_request_is_not_done_and_a_lost_answer_is(world):
    world.faults.add("dropped", calls=1)
    with pytest.raises(ConnectionDropped):
        await world.call("sendMessage", HELLO)
    assert world.chat(LIN).messages == []
    world.faults.add("lost_answer", calls=1)
    with pytest.raises(ConnectionDropped):
        await world.call("sendMessage", HELLO)
    assert [message.text for message in world.chat(LIN).messages] == ["你好"]
    assert [call.description for call in world.journal.of("sendmessage")] == [
        "request lost",
        "answer lost",
    ]


async def test_a_fault_may_concern_one_method_and_is_cleared(world):
    world.faults.add("bad_gateway", method="sendPhoto")
    await world.call("sendMessage", HELLO)
    with pytest.raises(ApiError, match="Bad Gateway"):
        await world.call("SENDPHOTO", {"chat_id": LIN})
    world.faults.clear()
    with pytest.raises(ApiError, match="there is no photo"):
        await world.call("sendPhoto", {"chat_id": LIN})


async def test_a_fault_delivers_updates_twice(world):
    world.faults.add("duplicate_update", calls=1)
    world.say(LIN, "12")
    updates = await world.call("getUpdates", {})
    assert [update["message"]["text"] for update in updates] == ["12", "12"]
    assert updates[0]["update_id"] == updates[1]["update_id"]


async def test_the_journal_keeps_every_call_and_never_the_token(world):
    await world.call("sendmessage", HELLO)
    await world.call("sendDocument", {"chat_id": LIN}, {"document": Upload("a", b"abc")})
    with pytest.raises(ApiError):
        await world.call("sendMessage", {"chat_id": 999, "text": "x"})
    calls = list(world.journal.calls)
    assert [call.method for call in calls] == ["sendMessage", "sendDocument", "sendMessage"]
    assert [call.succeeded for call in calls] == [True, True, False]
    assert calls[1].files == {"document": 3}
    assert calls[2].description == "Bad Request: chat not found"
    secret = world.token.partition(":")[2]
    assert secret not in repr(calls) + repr(world)


GROUP, CHANNEL = -100_777, -100_888


async def test_privacy_mode_lets_the_bot_hear_commands_and_replies_only(world):
    world.add_group(GROUP, "办公室", [LIN, MA])
    sent = await world.call("sendMessage", {"chat_id": GROUP, "text": "通知"})
    await world.call("getUpdates", {"offset": -1})
    for text in ("大家好", "/rank@other_bot", "/rank", "/help@jixiao_demo_bot"):
        world.say(MA, text, chat_id=GROUP)
    world.say(MA, "收到", chat_id=GROUP, reply_to=sent["message_id"])
    heard = [u["message"]["text"] for u in await world.call("getUpdates", {}) if "message" in u]
    assert heard == ["/rank", "/help@jixiao_demo_bot", "收到"]


async def test_an_administrator_hears_everything_and_may_pin_and_delete(world):
    world.add_group(GROUP, "办公室", [LIN, MA])
    hers = world.say(MA, "大家好", chat_id=GROUP)
    ids = {"chat_id": GROUP, "message_id": hers.message_id}
    with pytest.raises(ApiError, match="message can't be deleted"):
        await world.call("deleteMessage", ids)
    with pytest.raises(ApiError, match="not enough rights"):
        await world.call("pinChatMessage", ids)
    world.set_bot_status(GROUP, "administrator", by=LIN)
    await world.call("pinChatMessage", ids)
    assert (await world.call("getChat", {"chat_id": GROUP}))["pinned_message"]["text"] == "大家好"
    await world.call("deleteMessage", ids)


async def test_a_removed_bot_may_not_write(world, refusal):
    world.add_group(GROUP, "办公室", [LIN])
    world.set_bot_status(GROUP, "left", by=LIN)
    words = "403 Forbidden: bot is not a member of the supergroup chat"
    assert await refusal("sendMessage", chat_id=GROUP, text="x") == words
    world.set_bot_status(GROUP, "kicked", by=LIN)
    words = "403 Forbidden: bot was kicked from the supergroup chat"
    assert await refusal("sendMessage", chat_id=GROUP, text="x") == words


async def test_a_group_that_moved_tells_its_new_address(world):
    world.add_group(-42, "旧群", [LIN], is_basic=True)
    world.migrate_group(-42, GROUP)
    with pytest.raises(ApiError, match="upgraded to a supergroup") as caught:
        await world.call("sendMessage", {"chat_id": -42, "text": "x"})
    assert caught.value.parameters == {"migrate_to_chat_id": GROUP}
    await world.call("sendMessage", {"chat_id": GROUP, "text": "x"})


async def test_a_channel_is_found_by_its_name_and_its_posts_are_heard(world):
    world.add_channel(CHANNEL, "公开栏", [LIN], username="city_board")
    sent = await world.call("sendMessage", {"chat_id": "@City_Board", "text": "公示"})
    assert sent["sender_chat"]["id"] == CHANNEL
    world.say(LIN, "更正", chat_id=CHANNEL)
    updates = await world.call("getUpdates", {})
    assert [u["channel_post"]["text"] for u in updates if "channel_post" in u] == ["更正"]


async def test_commands_in_a_group_depend_on_who_looks(world):
    world.add_group(GROUP, "办公室", [LIN, MA])

    async def put(name, kind, **more):
        await world.call(
            "setMyCommands",
            {
                "commands": json.dumps([{"command": name, "description": "x"}]),
                "scope": json.dumps({"type": kind, **more}),
            },
        )

    await put("group", "all_group_chats")
    await put("chief", "all_chat_administrators")
    assert world.menu(LIN, GROUP)[0]["command"] == "chief"
    assert world.menu(MA, GROUP)[0]["command"] == "group"
    await put("ma", "chat_member", chat_id=GROUP, user_id=MA)
    assert world.menu(MA, GROUP)[0]["command"] == "ma"
