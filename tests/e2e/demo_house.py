"""The shipped bot on the invented city: `jixiao run` against a Telegram over HTTP."""

import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from bot.demo.seed import CHANNEL_ID, CHANNEL_TITLE, Actor, cast, seed
from bot.demo.september import Cell, september
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import Server, serve
from bot.sandbox.world import World
from handlers.boards import BoardShelf
from handlers.city import City, CityShelf
from handlers.operations.months.freeze_period import freeze
from handlers.texts import CITY_ZONE
from scoring.model import Period
from storage import imported, people, ticks
from storage.engine import open_engine
from storage.readings import Reading
from storage.upgrade import upgrade
from tests.e2e.bot_process import BotProcess

SEPTEMBER = Period(2013, 9)
OFFICE = 1011
# Tuesday; the figures of September are being reported.
REPORTING = datetime(2013, 10, 8, 10, 0, tzinfo=CITY_ZONE)
# Monday; all of September is in and frozen, and the office may release it.
RELEASING = datetime(2013, 10, 28, 10, 0, tzinfo=CITY_ZONE)
FAST = 1e5


async def reporting_city(file: Path) -> None:
    """Make the city of 8 October: August is released, and no reminder is due."""
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    await upgrade(engine)
    await seed(engine)
    async with engine.begin() as conn:
        await ticks.record(conn, "due", REPORTING.astimezone(UTC))
    await engine.dispose()


async def releasing_city(reporting: Path, file: Path, *, extra_contacts: int = 0) -> None:
    """Make the city of 28 October: September is in and frozen; towns have more contacts."""
    shutil.copy(reporting, file)
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    now = RELEASING.astimezone(UTC)
    async with engine.begin() as conn:
        city = await CityShelf().take(conn, RELEASING.date())
        await imported.add_released(conn, columns_of_september(city), by=None)
        boards = BoardShelf()
        for row in city.schemes:
            await freeze(conn, city, boards, row, SEPTEMBER, by=None, now=now - timedelta(days=2))
        await conn.exec_driver_sql("DELETE FROM outbox WHERE state = 'pending'")
        towns = [unit for unit in city.units if unit.track == "town"]
        for number in range(extra_contacts):
            unit = towns[number % len(towns)]
            who = await people.add(conn, name=f"联络员{number}", user_id=5001 + number)
            await people.grant(conn, who, "contact", at=now, unit_id=unit.id)
        await ticks.record(conn, "due", now)
    await engine.dispose()


def columns_of_september(city: City) -> list[imported.ImportedColumn]:
    """Return every column of September as it is right, for `imported.add_released`."""
    columns = september()
    return [
        imported.ImportedColumn(
            row.id,
            SEPTEMBER,
            REPORTING.astimezone(UTC),
            [_reading(city, cell) for cell in columns[row.indicator.code]],
        )
        for scheme in city.schemes
        for row in scheme.indicators
        if row.indicator.code in columns
    ]


def _reading(city: City, cell: Cell) -> Reading:
    unit_id, value = city.unit_by_code[cell.unit].id, cell.right or cell.value
    if not value:
        return Reading(unit_id=unit_id, answer="no_data")
    base = Decimal(cell.base) if cell.base else None
    return Reading(unit_id=unit_id, answer="value", value=Decimal(value), base=base)


@dataclass
class DemoHouse:
    """A Telegram, everybody of the city in it, and the bot's process, not yet started."""

    world: World
    server: Server
    process: BotProcess
    database: Path
    actors: list[Actor]
    city: City

    def reporters(self, *, units_max: int, units_min: int = 1) -> "list[tuple[int, str]]":
        """Return every reporter's account with one indicator they file for September.

        Of several the one with the most units is taken, but not more than *units_max*.
        """
        cells = september()
        by_key = {each.key: each.user_id for each in self.actors}
        best: dict[str, tuple[int, str]] = {}
        for row in (row for scheme in self.city.schemes for row in scheme.indicators):
            code, count = row.indicator.code, len(self.city.units_of(row))
            key = f"reporter.{self.city.unit(row.monitoring_unit_id).code}"
            if code in cells and key in by_key and units_min <= count <= units_max:
                best[key] = max(best.get(key, (0, "")), (count, code))
        return [(by_key[key], code) for key, (_, code) in best.items()]

    def column(self, code: str) -> list[tuple[str, Decimal, str]]:
        """Return a column of September: unit name, figure, and last year's as it is typed."""
        return [
            (self.city.unit_by_code[cell.unit].short_name, Decimal(cell.right or cell.value),
             f" 上年{cell.base}" if cell.base else "")
            for cell in september()[code]
            if cell.value
        ]  # fmt: skip


@asynccontextmanager
async def demo_house(template: Path, folder: Path, *, at: datetime, paced: bool = False):
    """Open the city of *template* at a moment; *paced*: Telegram's limits and ours hold."""
    database = folder / "city.db"
    shutil.copy(template, database)
    engine = open_engine(f"sqlite+aiosqlite:///{database}")
    actors = await cast(engine)
    async with engine.connect() as conn:
        city = await CityShelf().take(conn, at.date())
    await engine.dispose()
    world = World(SandboxClock(at), rate_limits=paced)
    for actor in actors:
        world.add_user(actor.user_id, actor.name, language_code=actor.lang, started=True)
    world.add_channel(CHANNEL_ID, CHANNEL_TITLE, members=[OFFICE])
    world.updates.drop_all()
    server = await serve(world)
    config = folder / "config.toml"
    config.write_text(_config(world, server, database, paced=paced), encoding="utf-8")
    arguments = ["-m", "bot", "run", "--config", config]
    process = BotProcess(arguments, database, folder / "log")
    try:
        yield DemoHouse(world, server, process, database, actors, city)
    except (TimeoutError, LookupError) as silence:
        raise AssertionError((folder / "log").read_text(encoding="utf-8")[-4000:]) from silence
    finally:
        await process.end()
        await server.close()


def _config(world: World, server: Server, database: Path, *, paced: bool) -> str:
    shift = round((world.clock.now() - datetime.now(UTC)).total_seconds())
    sending = "" if paced else (
        f"[sending]\noverall_per_second = {FAST}\nbroadcast_per_second = {FAST}\n"
        f"chat_per_second = {FAST}\ngroup_per_minute = {FAST}\n"
    )  # fmt: skip
    return (
        f'[telegram]\ntoken = "{world.token}"\nbase_url = "{server.base_url}"\n'
        f'base_file_url = "{server.base_file_url}"\n'
        f'[database]\nurl = "sqlite+aiosqlite:///{database}"\n'
        f'[clock]\nshift_seconds = {shift}\n[logs]\nlevel = "WARNING"\n{sending}'
    )
