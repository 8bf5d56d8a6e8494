"""`jixiao import`: what a city folder or workbook would change, and with --apply the change."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.operations.imports import import_city
from handlers.operations.imports.import_burden import burden_lines
from handlers.operations.imports.import_plan import Plan
from handlers.operations.imports.import_report import plan_report
from handlers.texts import LANGUAGES, Msg, Texts, msg
from storage.city_folder import CityFolder, read_city_folder
from storage.engine import reading_only

FAULTY = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("path", type=Path, metavar="DIR|FILE.xlsx")
    parser.add_argument("--apply", action="store_true")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])


async def run(args: argparse.Namespace, engine: AsyncEngine) -> int:
    """Print the plan, and do it with --apply; return 2 if anything was refused, else 0.

    What is good goes in even where something else is refused; without --apply nothing does.
    """
    texts = Texts.load()
    if not args.path.exists():
        _say(texts, args.lang, [msg("import-no-such-path", path=str(args.path))])
        return FAULTY
    folder = read_city_folder(args.path)
    made, burden, written = await _carry_out(engine, folder, apply=args.apply)
    _say(texts, args.lang, [*plan_report(made), *burden])
    if not made.changes_nothing:
        done = msg("import-done", count=written) if args.apply else msg("import-dry-run")
        _say(texts, args.lang, [done])
    return FAULTY if made.faults else 0


async def _carry_out(
    engine: AsyncEngine, folder: CityFolder, *, apply: bool
) -> tuple[Plan, list[Msg], int]:
    now = datetime.now(UTC)
    if not apply:
        async with reading_only(engine) as conn:
            made = await import_city.plan(conn, folder, now=now)
            return made, await burden_lines(conn, made, now=now), 0
    async with engine.begin() as conn:
        made = await import_city.plan(conn, folder, now=now)
        burden = await burden_lines(conn, made, now=now)
        return made, burden, await import_city.apply(conn, made, by=None, now=now)


def _say(texts: Texts, lang: str, messages: Iterable[Msg]) -> None:
    for message in messages:
        sys.stdout.write(texts.plain(lang, message) + "\n")
