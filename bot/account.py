"""The bot's account: its token, its transport, and making sure that Telegram knows it."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from telegram.error import BadRequest, InvalidToken, NetworkError
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.settings import Settings
from bot.transport import AiohttpRequest, UpdatesBot

log = logging.getLogger(__name__)

AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0


class NoTokenError(Exception):
    """There is no token to speak to Telegram with."""


def make_bot(settings: Settings, request: Callable[[], BaseRequest] | None = None) -> UpdatesBot:
    """Return the bot, not yet introduced to Telegram; *request* makes another transport.

    Raises NoTokenError, and InvalidToken for a token that cannot be one.
    """
    token = settings.telegram.read_token()
    if not token:
        raise NoTokenError
    proxy = settings.telegram.proxy
    make = request or partial(
        AiohttpRequest,
        # Twice: answers to taps and chat actions are sent beside the messages.
        connections=settings.sending.in_flight * 2,
        proxy=proxy.get_secret_value() if proxy else None,
    )
    return UpdatesBot(
        token,
        base_url=settings.telegram.base_url,
        base_file_url=settings.telegram.base_file_url,
        request=make(),
        get_updates_request=make(),
    )


def make_application(bot: UpdatesBot) -> AnyApplication:
    """Return the library's application: it brings the job queue; updates never pass through it."""
    return Application.builder().bot(bot).updater(None).build()


async def until_known(application: AnyApplication) -> None:
    """Ask Telegram who we are, again and again while the network is down.

    Raises InvalidToken where Telegram rejects the token.
    """
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            return await application.initialize()
        except (InvalidToken, BadRequest):
            raise
        except NetworkError as error:
            log.warning("Telegram cannot be reached: %s; trying again", error.message)
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
