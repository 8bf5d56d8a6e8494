"""What the transport says when a call fails: never sent, or nobody knows."""

import asyncio
import json

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.transport import AiohttpRequest, NotSentError, UpdatesBot

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMcKd7AbCdE"
ME = {"id": 1, "is_bot": True, "first_name": "绩效", "username": "jixiao_bot"}


@pytest.fixture
async def telegram():
    """A server that answers as it is told, and keeps what it was asked."""
    asked = []
    answers = []

    async def answer(request):
        given = {
            name: value if isinstance(value, str) else (value.filename, value.file.read())
            for name, value in (await request.post()).items()
        }
        asked.append((request.path.rsplit("/", 1)[1], given))
        given = answers.pop(0) if answers else {"ok": True, "result": ME}
        if given == "silence":
            await asyncio.sleep(30)
        if given == "hang up":
            request.transport.close()
        status = given.get("error_code", 200) if isinstance(given, dict) else 200
        return web.Response(text=json.dumps(given), status=status)

    app = web.Application(client_max_size=10_000_000)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield type("Telegram", (), {"port": runner.addresses[0][1], "asked": asked, "answers": answers})
    await runner.cleanup()


@pytest.fixture
async def bot(telegram):
    def request():
        return AiohttpRequest(connections=1, read_seconds=0.2, connect_seconds=0.2)

    bot = UpdatesBot(
        TOKEN,
        base_url=f"http://127.0.0.1:{telegram.port}/bot",
        request=request(),
        get_updates_request=request(),
    )
    await bot.initialize()
    yield bot
    await bot.shutdown()


MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "好"}


async def test_a_call_arrives_with_its_words_and_numbers(telegram, bot):
    telegram.answers.append({"ok": True, "result": MESSAGE})

    sent = await bot.send_message(5, "九月快报 & 说明", protect_content=True)

    assert sent.message_id == 7
    method, given = telegram.asked[-1]
    assert method == "sendMessage"
    assert given == {"chat_id": "5", "text": "九月快报 & 说明", "protect_content": "true"}


async def test_a_file_arrives_whole_under_its_name(telegram, bot):
    telegram.answers.append({"ok": True, "result": MESSAGE})
    content = bytes(range(256)) * 8000

    await bot.send_document(5, InputFile(content, filename="九月月报.xlsx"), caption="月报")

    given = telegram.asked[-1][1]
    assert given["document"] == ("九月月报.xlsx", content)
    assert given["caption"] == "月报"


async def test_refusals_keep_telegrams_own_words(telegram, bot):
    telegram.answers += [
        {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"},
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    ]

    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(5, "好")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(5, "好")
    assert caught.value.retry_after.total_seconds() == 7


async def test_nobody_listening_means_not_sent(telegram, unused_tcp_port):
    bot = UpdatesBot(
        TOKEN,
        base_url=f"http://127.0.0.1:{unused_tcp_port}/bot",
        request=AiohttpRequest(connections=1),
        get_updates_request=AiohttpRequest(connections=1),
    )
    with pytest.raises(NotSentError) as caught:
        await bot.initialize()
    await bot.shutdown()

    assert TOKEN not in str(caught.value)


async def test_no_free_connection_means_not_sent(telegram, bot):
    telegram.answers.append("silence")
    slow = asyncio.create_task(bot.send_message(5, "一", read_timeout=1))
    await asyncio.sleep(0.05)

    with pytest.raises(NotSentError):
        await bot.send_message(5, "二")

    assert len(telegram.asked) == 2  # getMe and the slow one
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)


async def test_no_answer_in_time_means_that_nobody_knows(telegram, bot):
    telegram.answers.append("silence")

    with pytest.raises(TimedOut) as caught:
        await bot.send_message(5, "好")

    assert not isinstance(caught.value, NotSentError)
    assert telegram.asked[-1][0] == "sendMessage"


async def test_a_connection_lost_after_sending_means_that_nobody_knows(telegram, bot):
    telegram.answers.append("hang up")

    with pytest.raises(NetworkError) as caught:
        await bot.send_message(5, "好")

    assert not isinstance(caught.value, NotSentError | TimedOut)


async def test_updates_come_as_they_are_even_if_they_make_no_sense(telegram, bot):
    odd = [{"update_id": 5, "message": {"from": 3}}]
    telegram.answers.append({"ok": True, "result": odd})

    assert await bot.raw_updates(offset=5, limit=40, timeout_seconds=0) == odd
    given = telegram.asked[-1][1]
    assert given["offset"] == "5"
    assert json.loads(given["allowed_updates"]) == [
        "message", "edited_message", "callback_query", "my_chat_member",
    ]  # fmt: skip


@pytest.fixture
def unused_tcp_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
