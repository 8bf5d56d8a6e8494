"""The log: readable, and never with a secret in it."""

import asyncio
import io
import logging
import sys

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.account import make_bot
from bot.logs import HIDDEN, Redaction, set_up
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.world import World
from bot.settings import load

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMcKd7AbCdE"
OTHER = "987654321:BBHfiqksKZ8WmR2zSjiQ7_v4TMcKd7AbCdE"


@pytest.fixture
def log():
    """The log at its most talkative, put back as it was afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook
    stream = io.StringIO()
    set_up("DEBUG", secrets=[TOKEN, "pass/word"], stream=stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, sys.excepthook = before


def test_a_line_says_when_how_bad_where_and_what(log):
    logging.getLogger("bot.delivery").warning("message %s waits", 7)

    assert log.getvalue().split(maxsplit=2)[2] == "WARNING bot.delivery  message 7 waits\n"


def test_secrets_are_hidden_in_message_arguments_and_traceback(log):
    try:
        int(TOKEN)
    except ValueError:
        logging.getLogger("x").exception(
            "token %s and %r", TOKEN, {"proxy": "http://u:pass/word@h"}
        )

    assert TOKEN not in log.getvalue()
    assert "pass/word" not in log.getvalue()
    assert log.getvalue().count(HIDDEN) >= 3
    assert "ValueError: invalid literal" in log.getvalue()


@pytest.mark.parametrize(
    "leak",
    [
        f"https://api.telegram.org/bot{OTHER}/getMe",
        f"https://api.telegram.org/file/bot{OTHER}/photos/1.jpg",
        f"bot{OTHER.replace(':', '%3A')}",
        f"ExtBot[token={OTHER}]",
    ],
)
def test_anything_that_looks_like_a_token_is_hidden_whose_ever_it_is(leak):
    assert "BBHfiqks" not in Redaction().hide(leak)


def test_ordinary_numbers_and_times_stay_readable():
    said = "2013-10-14 09:00:00 update 100000001 in chat -1001234567890: 12:30"

    assert Redaction([TOKEN]).hide(said) == said


async def test_a_rejected_token_appears_nowhere_at_debug(log, now):
    server = await serve(World(SandboxClock(now)))
    settings = load(telegram={"token": TOKEN, "base_url": server.base_url})
    bot = make_bot(settings)
    try:
        with pytest.raises(InvalidToken):
            await bot.initialize()
        logging.getLogger("x").error("%r %s", bot, bot.base_url)
    finally:
        await bot.shutdown()
        await server.close()
    library = Bot(TOKEN, base_url=f"{server.base_url}")
    logging.getLogger("x").error("%r", library)
    await library.shutdown()

    assert "getMe" in log.getvalue() or "token" in log.getvalue()
    assert TOKEN not in log.getvalue()
    assert TOKEN.split(":")[1] not in log.getvalue()


def test_an_uncaught_error_goes_through_the_filter_too(log):
    sys.excepthook(RuntimeError, RuntimeError(f"no luck with {TOKEN}"), None)

    assert "no luck" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_a_task_that_dies_goes_through_the_filter_too(log):
    async def die():
        asyncio.get_running_loop().call_exception_handler(
            {"message": "died", "exception": RuntimeError(TOKEN)}
        )

    asyncio.run(die())

    assert "died" in log.getvalue()
    assert TOKEN not in log.getvalue()
