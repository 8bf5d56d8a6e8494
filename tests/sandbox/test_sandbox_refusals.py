import json

import pytest
from sandbox_cast import LIN, MA, png

from bot.sandbox.parameters import Upload

HELLO = {"chat_id": LIN, "text": "你好"}


def inline(*rows):
    return json.dumps({"inline_keyboard": rows})


def button(data="x", text="好"):
    return {"text": text, "callback_data": data}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "字" * 4097}, "message is too long"),
        ({"text": "<b></b>" * 5000, "parse_mode": "HTML"}, "text is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"},
         'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ({"text": "x", "parse_mode": "klingon"}, "unsupported parse_mode"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 999}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"reply_markup": "[]"}, "object expected as reply markup"),
        ({"reply_markup": inline([button("x" * 65)])}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": inline([button("绩" * 22)])}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": inline([button("")])}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": inline([button() for _ in range(9)])}, "reply markup is too long"),
        ({"reply_markup": inline(*[[button()]] * 101)}, "reply markup is too long"),
        ({"reply_markup": inline([{"text": "x"}])},
         "text buttons are unallowed in the inline keyboard"),
        ({"reply_markup": inline([button(text=" ")])}, "inline keyboard button text is empty"),
        ({"reply_markup": inline([{"text": "x", "url": "nowhere"}])}, "BUTTON_URL_INVALID"),
        ({"reply_parameters": '{"message_id": 77}'}, "message to be replied not found"),
    ],
)  # fmt: skip
async def test_a_message_telegram_would_not_send_is_refused_in_its_words(refusal, params, words):
    assert await refusal("sendMessage", **{**HELLO, **params}) == f"400 Bad Request: {words}"


@pytest.mark.parametrize("length", [1, 4096])
async def test_a_text_may_have_one_to_4096_code_points_after_parsing(world, length):
    text = "<b>" + "😀" * length + "</b>"
    sent = await world.call("sendMessage", {"chat_id": LIN, "text": text, "parse_mode": "HTML"})
    assert sent["text"] == "😀" * length


async def test_a_keyboard_may_have_a_hundred_buttons_of_64_bytes(world):
    rows = [[button("x" * 64) for _ in range(8)] for _ in range(12)] + [[button()] * 4]
    sent = await world.call("sendMessage", {**HELLO, "reply_markup": inline(*rows)})
    assert sum(map(len, sent["reply_markup"]["inline_keyboard"])) == 100


async def test_the_bot_cannot_write_first_nor_to_who_left(world, refusal):
    assert (
        await refusal("sendMessage", chat_id=MA, text="x")
        == "403 Forbidden: bot can't initiate conversation with a user"
    )
    world.block(LIN)
    assert await refusal("sendMessage", **HELLO) == "403 Forbidden: bot was blocked by the user"
    world.unblock(LIN)
    world.deactivate(LIN)
    assert await refusal("sendMessage", **HELLO) == "403 Forbidden: user is deactivated"


async def test_edits_are_refused_when_nothing_changes_or_nothing_is_there(world, refusal):
    sent = await world.call("sendMessage", {**HELLO, "reply_markup": inline([button()])})
    same = {**HELLO, "message_id": sent["message_id"], "reply_markup": inline([button()])}
    assert (await refusal("editMessageText", **same)).startswith(
        "400 Bad Request: message is not modified: specified new message content"
    )
    await world.call("deleteMessage", {"chat_id": LIN, "message_id": sent["message_id"]})
    gone = "400 Bad Request: message to edit not found"
    assert await refusal("editMessageText", **{**same, "text": "new"}) == gone


async def test_only_the_bots_own_messages_of_the_right_kind_are_edited(world, refusal):
    hers = world.say(LIN, "我的")
    photo = await world.call("sendPhoto", {"chat_id": LIN}, {"photo": Upload("a.png", png(9, 9))})
    text = await world.call("sendMessage", HELLO)
    menu = await world.call("sendMessage", {**HELLO, "reply_markup": '{"keyboard": [["报送"]]}'})
    cases = [
        ("editMessageText", hers.message_id, "message can't be edited"),
        ("editMessageText", menu["message_id"], "message can't be edited"),
        ("editMessageText", photo["message_id"], "there is no text in the message to edit"),
        ("editMessageCaption", text["message_id"], "there is no caption in the message to edit"),
    ]
    for method, message_id, words in cases:
        said = await refusal(method, chat_id=LIN, message_id=message_id, text="new", caption="new")
        assert said == f"400 Bad Request: {words}"


async def test_deleting_is_refused_after_two_days_and_when_nothing_is_there(world, clock, refusal):
    from datetime import timedelta

    sent = await world.call("sendMessage", HELLO)
    clock.forward(timedelta(hours=48, seconds=1))
    ids = {"chat_id": LIN, "message_id": sent["message_id"]}
    assert (
        await refusal("deleteMessage", **ids)
        == "400 Bad Request: message can't be deleted for everyone"
    )
    assert (
        await refusal("deleteMessage", chat_id=LIN, message_id=77)
        == "400 Bad Request: message to delete not found"
    )


@pytest.mark.parametrize(
    ("method", "params", "files", "words"),
    [
        ("sendPhoto", {}, {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "AgAC-nothing"}, {}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {}, {"photo": Upload("a.png", b"not a picture")}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {}, {"photo": Upload("a.png", b"")}, "file must be non-empty"),
        ("sendPhoto", {}, {"photo": Upload("a.png", png(1, 21))}, "PHOTO_INVALID_DIMENSIONS"),
        ("sendDocument", {"caption": "字" * 1025}, {"document": Upload("a", b"x")},
         "message caption is too long"),
        ("getFile", {"file_id": "x"}, {}, "wrong file_id or the file is temporarily unavailable"),
        ("sendMediaGroup", {"media": "[]"}, {}, "there are no messages to send"),
        ("sendChatAction", {"action": "dancing"}, {}, "wrong parameter action in request"),
        ("sendLocation", {"latitude": 91, "longitude": 0}, {}, "wrong latitude specified"),
        ("setMyCommands", {"commands": '[{"command": "报送", "description": "x"}]'}, {},
         "BOT_COMMAND_INVALID"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, {},
         "query is too old and response timeout expired or query ID is invalid"),
        ("pinChatMessage", {"message_id": 77}, {}, "message to pin not found"),
        ("setWebhook", {"url": "https://example.org/"}, {},
         "bad webhook: the sandbox speaks to this machine only"),
    ],
)  # fmt: skip
async def test_calls_of_other_kinds_are_refused_in_telegrams_words(
    refusal, method, params, files, words
):
    said = await refusal(method, **{"chat_id": LIN, **params}, files=files)
    assert said == f"400 Bad Request: {words}"


async def test_a_document_does_not_pass_for_a_photo(world, refusal):
    sent = await world.call("sendDocument", {"chat_id": LIN}, {"document": Upload("a", b"x")})
    said = await refusal("sendPhoto", chat_id=LIN, photo=sent["document"]["file_id"])
    assert said == "400 Bad Request: can't use file of type Document as Photo"


async def test_an_unknown_method_is_not_found(refusal):
    assert await refusal("sendTelepathy") == "404 Not Found: method not found"
