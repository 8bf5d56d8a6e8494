"""The invented city as it stands on the morning of 30 September 2013: August is released."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.demo import earlier_observations, earlier_points
from bot.demo.city import city_folder
from bot.demo.september import september
from handlers.operations.imports import import_city
from scoring.model import Period
from storage import imported, people, periods, points, schemes, ticks, units
from storage.city_folder import read_city_folder
from storage.readings import Reading
from storage.schema import destination

YEAR = 2013
LAST_RELEASED = Period(YEAR, 8)
LAST_YEAR = datetime(2012, 10, 21, 9, 0, tzinfo=UTC)
START = datetime(2013, 9, 30, 1, 0, tzinfo=UTC)  # Monday, 9:00 in the city
JUST_BEFORE = datetime(2013, 9, 30, 0, 59, tzinfo=UTC)
CHANNEL_ID = -1001000000001
CHANNEL_TITLE = "绩效直通车（演示）"


class BrokenCityError(Exception):
    """The shipped city was refused by its own import; names the refused lines."""


@dataclass(frozen=True)
class Actor:
    """A person of the play: a key for scripts, the account, and what they are."""

    key: str
    user_id: int
    name: str
    title: str
    lang: str
    kinds: tuple[str, ...]


async def seed(engine: AsyncEngine) -> None:
    """Import the city, release its months to August, and set the clock's last look.

    Does nothing to a database that already has a city. Raises BrokenCityError if a line of the
    shipped city is refused.
    """
    async with engine.begin() as conn:
        if await units.count_units(conn):
            return
        made = await import_city.plan(conn, read_city_folder(city_folder()), now=JUST_BEFORE)
        if made.faults:
            raise BrokenCityError(made.faults)
        await import_city.apply(conn, made, by=None, now=JUST_BEFORE)
        await _file_last_year(conn)
        await _release_the_past(conn)
        await earlier_points.enter(conn)
        await earlier_observations.enter(conn)
        await ticks.record(conn, "due", JUST_BEFORE)
        await conn.execute(
            destination.insert().values(
                chat_id=CHANNEL_ID, purpose="bulletin", title=CHANNEL_TITLE, lang="zh"
            )
        )


async def _file_last_year(conn: AsyncConnection) -> None:
    """Put September 2012 on file, which the reporters of September 2013 compare with."""
    unit_ids = {unit.code: unit.id for unit in await units.all_units(conn)}
    columns: list[imported.ImportedColumn] = []
    for row in await schemes.all_for_year(conn, YEAR):
        for each in row.indicators:
            cells = [cell for cell in september().get(each.indicator.code, []) if cell.base]
            column = [
                Reading(unit_id=unit_ids[cell.unit], answer="value", value=Decimal(cell.base))
                for cell in cells
            ]
            if column:
                columns.append(
                    imported.ImportedColumn(each.id, Period(YEAR - 1, 9), LAST_YEAR, column)
                )
    await imported.add_released(conn, columns, by=None)


async def _release_the_past(conn: AsyncConnection) -> None:
    for row in await schemes.all_for_year(conn, YEAR):
        period = Period(YEAR, 1)
        while period <= LAST_RELEASED:
            for act in ("frozen", "released"):
                await periods.add(
                    conn,
                    scheme_id=row.id,
                    period=period,
                    act=act,
                    by=None,
                    now=min(
                        JUST_BEFORE,
                        datetime(YEAR, period.month + 1, 25, 9, 30, tzinfo=UTC),
                    ),
                )
            period = period.next


async def cast(engine: AsyncEngine) -> list[Actor]:
    """Return everybody who has joined, with the keys the play calls them by."""
    async with engine.connect() as conn:
        unit_codes = {unit.id: unit.code for unit in await units.all_units(conn)}
        point_codes = {point.id: point.code for point in await points.all_points(conn)}
        actors: list[Actor] = []
        for row in await people.everybody(conn):
            if row.user_id is None:
                continue
            roles = await people.roles_of(conn, row.id)
            first = roles[0] if roles else None
            where = ""
            if first is not None and first.unit_id is not None and first.kind != "leader":
                where = unit_codes[first.unit_id]
            elif first is not None and first.point_id is not None:
                where = point_codes[first.point_id]
            kind = first.kind if first else "nobody"
            key = f"{kind}.{where}" if where else f"{kind}.{row.user_id}"
            actors.append(
                Actor(
                    key=key,
                    user_id=row.user_id,
                    name=row.name,
                    title=row.title or "",
                    lang=row.lang,
                    kinds=tuple(dict.fromkeys(role.kind for role in roles)),
                )
            )
        return actors
