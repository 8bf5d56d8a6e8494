import json

import pytest
from sandbox_cast import LIN, MA, png

from bot.sandbox.refusals import ApiError, NotPossible

KEYBOARD = json.dumps(
    {
        "inline_keyboard": [
            [{"text": "是", "callback_data": "yes"}],
            [{"text": "站", "url": "https://a.cn"}],
        ]
    }
)


async def updates(world, kind):
    return [u[kind] for u in await world.call("getUpdates", {}) if kind in u]


async def offer(world, **params):
    given = {"chat_id": LIN, "text": "确认？", "reply_markup": KEYBOARD, **params}
    return await world.call("sendMessage", given)


async def test_a_deep_link_starts_the_conversation_with_its_payload(world):
    world.start(MA, "invite_42")
    (message,) = await updates(world, "message")
    assert message["text"] == "/start invite_42"
    assert message["from"]["language_code"] == "en"
    assert (await world.call("sendMessage", {"chat_id": MA, "text": "hi"}))["chat"]["id"] == MA
    with pytest.raises(NotPossible):
        world.start(MA, "绩效")


async def test_a_tap_is_answered_once_and_seen_by_the_person(world):
    sent = await offer(world)
    query_id = world.tap(LIN, sent["message_id"], label="是")
    (query,) = await updates(world, "callback_query")
    assert (query["id"], query["data"], query["from"]["id"]) == (query_id, "yes", LIN)
    assert query["message"]["message_id"] == sent["message_id"]
    assert query["chat_instance"]
    answer = {"callback_query_id": query_id, "text": "已收到", "show_alert": "true"}
    assert await world.call("answerCallbackQuery", answer) is True
    shown = world.chat(LIN).answers[-1]
    assert (shown["text"], shown["show_alert"]) == ("已收到", True)
    with pytest.raises(ApiError, match="query is too old"):
        await world.call("answerCallbackQuery", answer)


async def test_a_url_button_opens_its_address_and_the_bot_hears_nothing(world):
    sent = await offer(world)
    assert world.tap(LIN, sent["message_id"], row=1) == "https://a.cn"
    assert await updates(world, "callback_query") == []


async def test_a_late_finger_hits_the_button_that_was_there_but_none_that_never_was(world):
    sent = await offer(world)
    bare = {"chat_id": LIN, "message_id": sent["message_id"], "text": "已办"}
    await world.call("editMessageText", bare)
    assert world.chat(LIN).last.buttons == []
    world.tap(LIN, sent["message_id"], "yes")
    assert len(await updates(world, "callback_query")) == 1
    with pytest.raises(NotPossible):
        world.tap(LIN, sent["message_id"], "no")
    world.tap(LIN, sent["message_id"], "no", forged=True)
    assert len(await updates(world, "callback_query")) == 2


async def test_the_keyboard_under_the_input_field_says_its_label(world):
    menu = json.dumps({"keyboard": [[{"text": "报送"}, "排名"]], "one_time_keyboard": True})
    await offer(world, reply_markup=menu)
    assert "reply_markup" not in world.chat(LIN).last.wire
    world.press(LIN, "排名")
    (message,) = await updates(world, "message")
    assert message["text"] == "排名"
    assert world.chat(LIN).reply_keyboard is None
    with pytest.raises(NotPossible):
        world.press(LIN, "排名")


async def test_the_bot_takes_the_keyboard_away(world):
    await offer(world, reply_markup='{"keyboard": [["报送"]]}')
    await offer(world, reply_markup='{"remove_keyboard": true}')
    assert world.chat(LIN).reply_keyboard is None


async def test_pictures_come_in_several_sizes_and_files_with_their_names(world):
    world.send_photo(LIN, png(1000, 500), caption="现场")
    world.send_document(LIN, b"1,2", filename="报表.csv")
    photo, document = await updates(world, "message")
    sizes = [(size["width"], size["height"]) for size in photo["photo"]]
    assert sizes == [(90, 45), (320, 160), (800, 400), (1000, 500)]
    assert photo["caption"] == "现场"
    assert document["document"]["file_name"] == "报表.csv"
    assert document["document"]["mime_type"] == "text/csv"


async def test_the_small_sizes_of_a_picture_are_real_pictures(world):
    from bot.sandbox.pictures import geometry

    sent = world.send_photo(LIN, png(1000, 500))
    small, *_, large = sent.wire["photo"]
    assert geometry(world.files.by_id[small["file_id"]].read()) == (90, 45)
    assert world.files.by_id[large["file_id"]].read() == png(1000, 500)


async def test_an_album_shares_an_id_and_has_its_caption_once(world):
    world.send_album(LIN, [png(9, 9), png(8, 8)], caption="两张")
    first, second = await updates(world, "message")
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("两张", False)


async def test_a_person_corrects_her_own_words_and_nobody_elses(world):
    hers = world.say(LIN, "12")
    world.edit_own(LIN, hers.message_id, "13")
    (edited,) = await updates(world, "edited_message")
    assert (edited["text"], edited["message_id"]) == ("13", hers.message_id)
    assert edited["edit_date"]
    (original,) = await updates(world, "message")
    assert original["text"] == "12"
    bots = await offer(world)
    with pytest.raises(NotPossible):
        world.edit_own(LIN, bots["message_id"], "x")


async def test_blocking_and_coming_back_are_told_to_the_bot(world):
    world.block(LIN)
    world.block(LIN)
    world.start(LIN)
    moves = [
        (move["old_chat_member"]["status"], move["new_chat_member"]["status"])
        for move in await updates(world, "my_chat_member")
    ]
    assert moves == [("member", "kicked"), ("kicked", "member")]


async def test_commands_are_seen_from_the_narrowest_scope_and_her_language_first(world):
    async def put(name, **params):
        listed = json.dumps([{"command": name, "description": name}])
        await world.call("setMyCommands", {"commands": listed, **params})

    def seen(user_id):
        return [command["command"] for command in world.menu(user_id)]

    assert seen(LIN) == []
    await put("default")
    await put("everyone_en", language_code="en")
    assert (seen(LIN), seen(MA)) == (["default"], ["everyone_en"])
    await put("private", scope='{"type": "all_private_chats"}')
    assert (seen(LIN), seen(MA)) == (["private"], ["private"])
    await put("lin", scope=json.dumps({"type": "chat", "chat_id": LIN}))
    assert seen(LIN) == ["lin"]
    await world.call("deleteMyCommands", {"scope": json.dumps({"type": "chat", "chat_id": LIN})})
    assert seen(LIN) == ["private"]


async def test_waiters_get_each_message_once_and_edits_when_they_ask(world):
    sent = await offer(world)
    assert (await world.next_message(LIN)).message_id == sent["message_id"]
    await world.call(
        "editMessageText", {"chat_id": LIN, "message_id": sent["message_id"], "text": "改"}
    )
    assert (await world.next_change(LIN)).text == "改"
    with pytest.raises(TimeoutError):
        await world.next_message(LIN, timeout=0.01)


async def test_quiet_waits_for_the_bot_to_confirm(world):
    world.say(LIN, "x")
    with pytest.raises(TimeoutError):
        await world.quiet(idle=0.01, timeout=0.05)
    (update,) = await world.call("getUpdates", {})
    await world.call("getUpdates", {"offset": update["update_id"] + 1})
    await world.quiet(idle=0.01, timeout=1)
