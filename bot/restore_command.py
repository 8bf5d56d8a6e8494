"""`jixiao restore`: put a copy of the database back, never over one that is in use."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import DONE, FAILED, WRONG, load_settings, say
from bot.duty import is_somebody_on_duty, sqlite_file
from bot.settings import Settings
from handlers.texts import msg
from storage import copies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("copy", type=Path, metavar="FILE")
    parser.add_argument("--force", action="store_true", help="even if the bot seems to run")


def run(args: argparse.Namespace) -> int:
    """Check the copy, keep the database there was, and put the copy in its place."""
    settings: Settings = load_settings(args)
    database = sqlite_file(settings.database.url)
    if database is None:
        say(args.lang, msg("cli-backup-elsewhere"), wrong=True)
        return WRONG
    if not args.copy.is_file():
        say(args.lang, msg("cli-restore-no-file", path=str(args.copy)), wrong=True)
        return WRONG
    if is_somebody_on_duty(database) and not args.force:
        say(args.lang, msg("cli-restore-running"), wrong=True)
        return FAILED
    try:
        kept = copies.put_back(args.copy, database, now=datetime.now(UTC))
    except copies.DamagedCopyError as error:
        say(args.lang, msg("cli-restore-damaged", why=str(error)), wrong=True)
        return FAILED
    if kept is None:
        say(args.lang, msg("cli-restored-fresh", path=str(args.copy)))
    else:
        say(args.lang, msg("cli-restored", path=str(args.copy), kept=str(kept)))
    return DONE
