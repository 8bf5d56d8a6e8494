"""`jixiao invite`: a single-use invitation for a person, made by whoever runs the machine."""

import argparse
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.cli import DONE, WRONG, say
from handlers.operations.people.invite import invite
from handlers.texts import LANGUAGES, Msg, msg
from scoring.refusals import Refusal
from storage import points, units
from storage.people import ROLE_KINDS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("role", choices=ROLE_KINDS)
    parser.add_argument("--unit", metavar="CODE", help="the unit they report, review or answer for")
    parser.add_argument("--point", metavar="CODE", help="an observer's observation point")
    parser.add_argument("--title", help="their position, as it is shown")
    parser.add_argument("--speaks", choices=LANGUAGES, default=LANGUAGES[0], help="their language")


async def run(args: argparse.Namespace, engine: AsyncEngine) -> int:
    """Add the person and print the word that lets them in; return 2 for what cannot be."""
    now = datetime.now(UTC)
    try:
        async with engine.begin() as conn:
            made = await invite(
                conn,
                name=args.name,
                role=args.role,
                by=None,
                now=now,
                title=args.title,
                unit_id=await _unit(conn, args.unit),
                point_id=await _point(conn, args.point),
                lang=args.speaks,
            )
    except Refusal as refusal:
        say(args.lang, Msg(refusal.message_id, refusal.given), wrong=True)
        return WRONG
    say(
        args.lang,
        msg("cli-invited", name=args.name, until=made.expires_at),
        msg("cli-invited-word", token=made.token),
    )
    return DONE


async def _unit(conn: AsyncConnection, code: str | None) -> int | None:
    if code is None:
        return None
    for row in await units.all_units(conn):
        if code in {row.code, row.name, row.short_name}:
            return row.id
    raise Refusal("cli-unit-unknown", text=code)


async def _point(conn: AsyncConnection, code: str | None) -> int | None:
    if code is None:
        return None
    row = await points.by_code(conn, code)
    if row is None:
        raise Refusal("cli-point-unknown", text=code)
    return row.id
