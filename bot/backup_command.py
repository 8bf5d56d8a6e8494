"""`jixiao backup`: a copy of the database, also while the bot runs."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import DONE, FAILED, WRONG, load_settings, say
from bot.duty import sqlite_file
from bot.settings import Settings
from handlers.texts import msg
from storage import copies

KB = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--to", type=Path, metavar="DIR", help="instead of backup.folder")


def run(args: argparse.Namespace) -> int:
    """Copy the database and check the copy."""
    settings: Settings = load_settings(args)
    database = sqlite_file(settings.database.url)
    if database is None:
        say(args.lang, msg("cli-backup-elsewhere"), wrong=True)
        return WRONG
    if not database.exists():
        say(args.lang, msg("cli-no-schema"), wrong=True)
        return FAILED
    folder = args.to or settings.backup.folder
    copy = copies.back_up(database, folder, now=datetime.now(UTC), keep=settings.backup.keep)
    size_kb = copy.stat().st_size // KB
    say(args.lang, msg("cli-backed-up", path=str(copy), size=size_kb))
    return DONE
