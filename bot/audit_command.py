"""`jixiao audit verify`: whether the journal is whole."""

import argparse

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.cli import DONE, FAILED, say
from handlers.texts import msg
from storage import journal
from storage.engine import reading_only


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("what", choices=("verify",))


async def run(args: argparse.Namespace, engine: AsyncEngine) -> int:
    """Check every entry against the one before it; return 1 if one does not fit."""
    async with reading_only(engine) as conn:
        broken = await journal.first_broken(conn)
        latest = await journal.latest(conn, limit=1)
    if broken is not None:
        say(args.lang, msg("cli-journal-broken", entry=broken), wrong=True)
        return FAILED
    say(args.lang, msg("cli-journal-whole", count=latest[0].id if latest else 0))
    return DONE
