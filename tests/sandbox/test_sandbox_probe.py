"""Twenty-seven calls, six of which Telegram must refuse, through two client libraries."""

import io

import pytest
from aiogram import Bot as AiogramBot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand as AiogramCommand,
)
from aiogram.types import (
    BotCommandScopeChat as AiogramScopeChat,
)
from aiogram.types import (
    BufferedInputFile,
)
from aiogram.types import (
    InlineKeyboardButton as AiogramButton,
)
from aiogram.types import (
    InlineKeyboardMarkup as AiogramKeyboard,
)
from aiogram.types import (
    InputMediaPhoto as AiogramMediaPhoto,
)
from sandbox_cast import LIN, png
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
)
from telegram.error import BadRequest
from telegram.request import HTTPXRequest

from bot.sandbox.request import SandboxRequest

REFUSALS = {
    "deleted": "message to edit not found",
    "long": "message is too long",
    "data": "BUTTON_DATA_INVALID",
    "html": "can't parse entities",
    "chat": "chat not found",
    "same": "message is not modified",
}


@pytest.fixture(params=["in process", "over http"])
async def bot(request, world, server):
    if request.param == "in process":
        transport = SandboxRequest(world)
        polling = SandboxRequest(world)
    else:
        transport, polling = HTTPXRequest(), HTTPXRequest()
    bot = Bot(
        world.token,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=transport,
        get_updates_request=polling,
    )
    async with bot:
        yield bot


async def test_python_telegram_bot_lives_in_the_sandbox(world, bot):
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="ok")]])
    world.start(LIN)
    (update,) = await bot.get_updates()
    assert update.message.text == "/start"
    sent = await bot.send_message(LIN, "<b>你好</b>", parse_mode="HTML", reply_markup=keyboard)
    assert sent.entities[0].type == "bold"
    world.tap(LIN, sent.message_id, "ok")
    (tapped,) = await bot.get_updates(offset=update.update_id + 1)
    assert await tapped.callback_query.answer("收到")
    edited = await tapped.callback_query.edit_message_text("改了", reply_markup=keyboard)
    assert edited.edit_date
    assert await sent.edit_reply_markup(None)
    document = await bot.send_document(LIN, io.BytesIO("甲,乙".encode()), filename="报表.csv")
    assert document.document.file_name == "报表.csv"
    photo = await bot.send_photo(LIN, png(640, 320), caption="图")
    assert len(photo.photo) == 3
    again = await bot.send_photo(LIN, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    assert (await photo.edit_caption("<i>新图</i>", parse_mode="HTML")).caption == "新图"
    swapped = await again.edit_media(InputMediaPhoto(png(100, 50), caption="换"))
    assert swapped.caption == "换"
    album = await bot.send_media_group(
        LIN, [InputMediaPhoto(png(9, 9), caption="甲"), InputMediaPhoto(png(8, 8))]
    )
    assert len({message.media_group_id for message in album}) == 1
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()).decode() == "甲,乙"
    assert await album[0].delete()
    assert await photo.pin()
    assert (await bot.get_chat(LIN)).pinned_message.message_id == photo.message_id
    commands = [BotCommand("start", "开始")]
    scope = BotCommandScopeChat(LIN)
    assert await bot.set_my_commands(commands, scope=scope)
    assert await bot.get_my_commands(scope=scope) == tuple(commands)
    assert await bot.delete_my_commands(scope=scope)
    assert await bot.send_chat_action(LIN, "typing")
    refused = {
        "deleted": bot.edit_message_caption(LIN, album[0].message_id, caption="x"),
        "long": bot.send_message(LIN, "字" * 4097),
        "data": bot.send_message(
            LIN,
            "x",
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton("x", callback_data="x" * 65)]]
            ),
        ),
        "html": bot.send_message(LIN, "<b>x", parse_mode="HTML"),
        "chat": bot.send_message(999, "x"),
        "same": bot.edit_message_text("改了", LIN, sent.message_id),
    }
    for name, call in refused.items():
        with pytest.raises(BadRequest, match=f"(?i){REFUSALS[name]}"):
            await call


async def test_aiogram_lives_in_the_sandbox(world, server):
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    html = DefaultBotProperties(parse_mode="HTML")
    async with AiogramBot(world.token, session=session, default=html) as bot:
        assert (await bot.get_me()).username == world.bot_username
        keyboard = AiogramKeyboard(inline_keyboard=[[AiogramButton(text="好", callback_data="ok")]])
        world.start(LIN, "abc")
        (update,) = await bot.get_updates()
        assert update.message.text == "/start abc"
        sent = await bot.send_message(LIN, "<b>你好</b>", reply_markup=keyboard)
        world.tap(LIN, sent.message_id, "ok")
        (tapped,) = await bot.get_updates(offset=update.update_id + 1)
        assert await bot.answer_callback_query(tapped.callback_query.id, text="收到")
        await bot.edit_message_text("改了", chat_id=LIN, message_id=sent.message_id)
        document = await bot.send_document(LIN, BufferedInputFile(b"a,b", filename="报表.csv"))
        assert document.document.file_name == "报表.csv"
        photo = await bot.send_photo(LIN, BufferedInputFile(png(640, 320), "a.png"), caption="图")
        await bot.edit_message_caption(chat_id=LIN, message_id=photo.message_id, caption="新")
        album = await bot.send_media_group(
            LIN,
            [
                AiogramMediaPhoto(media=BufferedInputFile(png(9, 9), "a.png")),
                AiogramMediaPhoto(media=photo.photo[-1].file_id),
            ],
        )
        file = await bot.get_file(document.document.file_id)
        assert (await bot.download_file(file.file_path)).read() == b"a,b"
        assert await bot.delete_message(LIN, album[0].message_id)
        assert await bot.pin_chat_message(LIN, photo.message_id)
        assert (await bot.get_chat(LIN)).pinned_message.message_id == photo.message_id
        scope = AiogramScopeChat(chat_id=LIN)
        commands = [AiogramCommand(command="start", description="开始")]
        assert await bot.set_my_commands(commands, scope=scope)
        assert (await bot.get_my_commands(scope=scope))[0].description == "开始"
        bad = AiogramKeyboard(inline_keyboard=[[AiogramButton(text="x", callback_data="x" * 65)]])
        refused = {
            "deleted": bot.edit_message_caption(
                chat_id=LIN, message_id=album[0].message_id, caption="x"
            ),
            "long": bot.send_message(LIN, "字" * 4097),
            "data": bot.send_message(LIN, "x", reply_markup=bad),
            "html": bot.send_message(LIN, "<b>x"),
            "chat": bot.send_message(999, "x"),
            "same": bot.edit_message_text("改了", chat_id=LIN, message_id=sent.message_id),
        }
        for name, call in refused.items():
            with pytest.raises(TelegramBadRequest, match=REFUSALS[name]):
                await call
        world.block(LIN)
        (blocked,) = [u for u in await bot.get_updates() if u.my_chat_member]
        assert blocked.my_chat_member.new_chat_member.status == "kicked"
