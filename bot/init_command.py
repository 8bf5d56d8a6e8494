"""`jixiao init`: make the database, and invite the first person of the office."""

import argparse

from bot.app import open_database
from bot.cli import DONE, load_settings, say
from bot.clock import real_clock
from bot.settings import Settings
from handlers.operations.people.invite import invite
from handlers.texts import msg
from storage.upgrade import upgrade


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--office", metavar="NAME", help="invite this person into the office")


async def run(args: argparse.Namespace) -> int:
    """Bring the database up to date; doing it again changes nothing."""
    settings: Settings = load_settings(args)
    engine = open_database(settings)
    try:
        await upgrade(engine)
        say(args.lang, msg("cli-initialised", database=str(engine.url)))
        if args.office:
            now = real_clock(settings.clock.shift_seconds)()
            async with engine.begin() as conn:
                made = await invite(conn, name=args.office, role="office", by=None, now=now)
            say(
                args.lang,
                msg("cli-invited", name=args.office, until=made.expires_at),
                msg("cli-invited-word", token=made.token),
            )
    finally:
        await engine.dispose()
    return DONE
