"""`jixiao backup`: a copy of the database, also while the bot runs."""

import argparse
import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.app import open_database
from bot.cli import DONE, FAILED, WRONG, load_settings, say
from bot.duty import sqlite_file
from bot.settings import Settings
from handlers.texts import msg
from storage import copies, evidence_copies, kept_files, revision
from storage.engine import reading_only
from storage.evidence_copies import Kept

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
    # A content never changes, so the copies of a year share one folder beside them.
    contents = [each.sha256 for each in asyncio.run(_kept(settings))]
    files = kept_files.copy_to(settings.evidence.folder, folder / "evidence", contents)
    size_kb = copy.stat().st_size // KB
    say(args.lang, msg("cli-backed-up", path=str(copy), size=size_kb))
    if contents:
        say(args.lang, msg("cli-backed-up-evidence", count=len(contents), copied=files))
    return DONE


async def _kept(settings: Settings) -> list[Kept]:
    engine = open_database(settings)
    try:
        # A database of an older shape is copied before it is changed, and may know no evidence.
        if not await revision.is_current(engine):
            return []
        async with reading_only(engine) as conn:
            return await evidence_copies.kept(conn)
    finally:
        await engine.dispose()
