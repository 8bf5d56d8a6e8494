"""`jixiao db`: show and change the database's shape."""

import argparse

from bot.app import open_database
from bot.cli import DONE, load_settings, say
from handlers.texts import msg
from storage import revision
from storage.upgrade import downgrade_sync, upgrade_sync


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("what", choices=("upgrade", "downgrade", "show"))
    parser.add_argument("revision", nargs="?", help="default: the newest; for downgrade: -1")


async def run(args: argparse.Namespace) -> int:
    """Change the shape and print it before and after."""
    engine = open_database(load_settings(args))
    try:
        before = await revision.current(engine)
        if args.what == "upgrade":
            async with engine.begin() as conn:
                await conn.run_sync(upgrade_sync, args.revision or "head")
        elif args.what == "downgrade":
            async with engine.begin() as conn:
                await conn.run_sync(downgrade_sync, args.revision or "-1")
        after = await revision.current(engine)
    finally:
        await engine.dispose()
    say(args.lang, msg("cli-upgraded", before=before or "—", after=after or "—"))
    return DONE
