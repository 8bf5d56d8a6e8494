"""`jixiao run`: the bot, until it is stopped."""

import argparse
import asyncio
import gc
import signal

from bot import logs
from bot.app import running
from bot.cli import DONE, load_settings, say
from bot.house import the_house
from bot.settings import Settings
from handlers.texts import Texts, msg


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing but the settings."""


async def run(args: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM."""
    settings: Settings = load_settings(args, needs_token=True)
    logs.set_up(settings.logs.level, secrets=secrets_of(settings))
    house = the_house(Texts.load())
    asked_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked_to_stop.set)
    async with running(settings, house) as bot:
        # What is loaded by now stays: looking through it for garbage would hold the loop too long.
        gc.collect()
        gc.freeze()
        say(args.lang, msg("cli-started", bot=f"@{bot.bot.username}"))
        stop = asyncio.create_task(asked_to_stop.wait())
        ended = asyncio.create_task(bot.until_stopped())
        await asyncio.wait({stop, ended}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if ended.done():
            ended.result()
        ended.cancel()
    return DONE


def secrets_of(settings: Settings) -> list[str]:
    """Return what must never be printed."""
    held = (settings.telegram.token, settings.telegram.proxy, settings.telegram.webhook.secret)
    found = [each.get_secret_value() for each in held if each is not None]
    token = settings.telegram.read_token()
    return [*found, settings.database.url, *([token] if token else [])]
