"""`jixiao check`: settings, database, fonts, token and holidays, each with a verdict."""

import argparse
import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot.account import NoTokenError, make_bot
from bot.app import open_database
from bot.cli import DONE, FAILED, load_settings, say
from bot.clock import real_clock
from bot.settings import Settings
from handlers.holidays import calendar_for
from handlers.texts import CITY_ZONE, Msg, msg
from storage import evidence_copies, kept_files, revision
from storage.calendar import calendar_days
from storage.engine import reading_only
from storage.evidence_copies import Kept

MONTH_OF_NEXT_YEAR = 11  # the State Council announces the next year's days each November


@dataclass(frozen=True)
class Finding:
    """One verdict; a remark does not keep the bot from running."""

    what: Msg
    verdict: Literal["good", "remark", "bad"] = "good"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing but the settings."""


async def run(args: argparse.Namespace) -> int:
    """Print every verdict; return 1 if one of them keeps the bot from running."""
    settings: Settings = load_settings(args)
    is_fit = True
    async for finding in findings(settings):
        match finding.verdict:
            case "good":
                say(args.lang, msg("cli-check-good", what=finding.what))
            case "remark":
                say(args.lang, msg("cli-check-remark", what=finding.what))
            case "bad":
                is_fit = False
                say(args.lang, msg("cli-check-bad", what=finding.what))
    return DONE if is_fit else FAILED


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    """Yield the verdicts in the order in which they matter."""
    yield Finding(msg("cli-check-settings"))
    async for finding in _database(settings):
        yield finding
    yield await asyncio.to_thread(_fonts)
    yield await _token(settings)


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    engine = open_database(settings)
    try:
        found, needed = await revision.current(engine), revision.newest()
        if found is None:
            yield Finding(msg("cli-no-schema"), "bad")
        elif found != needed:
            old = msg("cli-old-schema", found=found, needed=str(needed))
            yield Finding(old, "bad")
        else:
            yield Finding(msg("cli-check-database", revision=found))
            async with reading_only(engine) as conn:
                own_days = set(await calendar_days(conn))
                counts, kept = (
                    await evidence_copies.count_by_state(conn),
                    await evidence_copies.kept(conn),
                )
            today = real_clock(settings.clock.shift_seconds)().astimezone(CITY_ZONE).date()
            for year in _years(today):
                yield _calendar(year, own_days)
            if counts:
                yield await asyncio.to_thread(_evidence, settings, counts, kept)
    except (SQLAlchemyError, OSError) as error:
        yield Finding(msg("cli-check-database-away", why=str(error)), "bad")
    finally:
        await engine.dispose()


def _evidence(settings: Settings, counts: dict[str, int], kept: list[Kept]) -> Finding:
    """Compare every copy with the hash it is kept under; a lost one is a remark."""
    folder = settings.evidence.folder
    broken = [each for each in kept if not kept_files.is_whole(folder, each.sha256)]
    given = {name: counts.get(name, 0) for name in ("kept", "wanted", "lost")}
    if broken:
        where = str(kept_files.place_of(folder, broken[0].sha256))
        return Finding(msg("cli-check-evidence-broken", count=len(broken), where=where), "bad")
    return Finding(msg("cli-check-evidence", **given), "remark" if given["lost"] else "good")


def _years(today: date) -> list[int]:
    return [today.year] if today.month < MONTH_OF_NEXT_YEAR else [today.year, today.year + 1]


def _calendar(year: int, own_days: set[date]) -> Finding:
    """The city's own rows for a year are as good as an announcement."""
    is_settled = year not in calendar_for([year], {}).unsettled
    if is_settled or any(day.year == year for day in own_days):
        return Finding(msg("cli-check-calendar", year=str(year)))
    return Finding(msg("cli-check-calendar-open", year=str(year)), "remark")


def _fonts() -> Finding:
    # matplotlib comes along with them, and no other command needs it in this process.
    from bot.reports.fonts import self_test  # noqa: PLC0415

    faults = self_test()
    if faults:
        return Finding(msg("cli-check-fonts-lacking", why="; ".join(faults)), "bad")
    return Finding(msg("cli-check-fonts"))


async def _token(settings: Settings) -> Finding:
    try:
        bot = make_bot(settings)
        async with bot:
            return Finding(msg("cli-check-token", bot=f"@{bot.username}"))
    except NoTokenError:
        return Finding(msg("cli-check-token-none"), "bad")
    except InvalidToken:
        return Finding(msg("cli-token-rejected"), "bad")
    except TelegramError as error:
        return Finding(msg("cli-check-unreachable", why=error.message), "bad")
    except OSError as error:
        return Finding(msg("cli-not-readable", why=str(error)), "bad")
