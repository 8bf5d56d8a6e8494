"""Writing what a plan says, in the order in which one line needs another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.holidays import calendar_for
from handlers.operations.imports.import_observing import write_observing
from handlers.operations.imports.import_plan import (
    DayDeed,
    FigureDeed,
    IndicatorDeed,
    Item,
    LedgerItemDeed,
    ObservationRuleDeed,
    PersonDeed,
    Plan,
    PointDeed,
    RoleDeed,
    SchemeDeed,
    TargetDeed,
    UnitDeed,
)
from handlers.texts import CITY_ZONE
from scoring.due import due_on
from scoring.model import Period
from scoring.workdays import Calendar
from storage import calendar as days
from storage import imported, ledger_items, people, points, roles, schemes, targets, units
from storage.people import Person
from storage.readings import Reading
from storage.schemes import IndicatorRow

FILED_AT = time(17, 0)

Column = tuple[str, str, Period, date | None]
"""A scheme's code, an indicator's code, a period and the day it was filed on, if it is known."""


@dataclass
class _Ids:
    """The ids behind the codes, as far as they have been written."""

    units: dict[str, int] = field(default_factory=dict[str, int])
    points: dict[str, int] = field(default_factory=dict[str, int])
    schemes: dict[str, int] = field(default_factory=dict[str, int])
    years: dict[str, int] = field(default_factory=dict[str, int])
    indicators: dict[tuple[str, str], IndicatorRow] = field(
        default_factory=dict[tuple[str, str], IndicatorRow]
    )


async def write_all(conn: AsyncConnection, made: Plan, *, by: Person | None, now: datetime) -> int:
    """Write every line that adds, changes or removes something; return how many they are."""
    todo = [item for item in made.items if item.state != "unchanged"]
    if not todo:
        return 0
    ids = _Ids()
    await _write_units(conn, todo, ids)
    await _write_schemes(conn, todo, ids)
    await _write_targets(conn, todo, ids)
    await _write_ledger(conn, todo, ids)
    await write_observing(conn, todo)
    await _write_people(conn, made.items, ids, now=now)
    await _write_figures(conn, todo, ids, by=by, now=now)
    return len(todo)


def start_of(year: int) -> datetime:
    """Return the first moment of a year in the city, from which its targets are known."""
    return datetime(year, 1, 1, tzinfo=CITY_ZONE)


async def _write_units(conn: AsyncConnection, todo: Iterable[Item], ids: _Ids) -> None:
    for item in todo:
        match item.deed:
            case UnitDeed(facts, track, None):
                await units.add(conn, facts, track=track)
            case UnitDeed(facts, track, int(unit_id)):
                await units.change(conn, unit_id, facts, track=track)
            case DayDeed(day):
                await days.put(conn, day)
            case _:
                pass
    ids.units = {row.code: row.id for row in await units.all_units(conn)}
    for item in todo:
        match item.deed:
            case PointDeed(code, name, kind, unit_code, None):
                unit_id = ids.units[unit_code]
                await points.add(conn, code=code, name=name, kind=kind, unit_id=unit_id)
            case PointDeed(_, name, kind, unit_code, int(point_id)):
                unit_id = ids.units[unit_code]
                await points.change(conn, point_id, name=name, kind=kind, unit_id=unit_id)
            case _:
                pass
    ids.points = {row.code: row.id for row in await points.all_points(conn)}


async def _write_schemes(conn: AsyncConnection, todo: Iterable[Item], ids: _Ids) -> None:
    for item in todo:
        match item.deed:
            case SchemeDeed(facts, invented, None):
                await schemes.add(conn, facts, invented=invented)
            case SchemeDeed(facts, _, int(scheme_id)):
                await schemes.change(conn, scheme_id, facts)
            case _:
                pass
    ids.schemes = {row.scheme.code: row.id for row in await schemes.all_schemes(conn)}
    for item in todo:
        if isinstance(item.deed, IndicatorDeed):
            await _write_indicator(conn, item, item.deed, ids)
    for row in await schemes.all_schemes(conn):
        ids.years[row.scheme.code] = row.scheme.year
        for each in row.indicators:
            ids.indicators[row.scheme.code, each.indicator.code] = each


async def _write_indicator(
    conn: AsyncConnection, item: Item, deed: IndicatorDeed, ids: _Ids
) -> None:
    if item.state == "removed" and deed.id is not None:
        await schemes.drop_indicator(conn, deed.id)
        return
    monitoring = ids.units[deed.facts.monitoring_unit]
    if deed.id is None:
        await schemes.add_indicator(
            conn,
            ids.schemes[deed.scheme_code],
            deed.facts,
            monitoring_unit_id=monitoring,
            seasonality=deed.plan,
        )
    else:
        await schemes.change_indicator(
            conn, deed.id, deed.facts, monitoring_unit_id=monitoring, seasonality=deed.plan
        )


async def _write_targets(conn: AsyncConnection, todo: Iterable[Item], ids: _Ids) -> None:
    new: dict[int, list[targets.Cells]] = {}
    for item in todo:
        match item.deed:
            case TargetDeed(scheme, indicator, unit, base, goal):
                indicator_id = ids.indicators[scheme, indicator].id
                unit_id = ids.units[unit]
                if item.state == "changed":
                    await targets.drop_all(conn, indicator_id, unit_id)
                cell = (indicator_id, unit_id, base, goal)
                new.setdefault(ids.years[scheme], []).append(cell)
            case _:
                pass
    for year, rows in new.items():
        await targets.add_all(conn, rows, known_from=start_of(year))


async def _write_ledger(conn: AsyncConnection, todo: Iterable[Item], ids: _Ids) -> None:
    for item in todo:
        match item.deed:
            case LedgerItemDeed(facts, unit, None):
                await ledger_items.add(conn, facts, verifying_unit_id=ids.units[unit])
            case LedgerItemDeed(facts, unit, int(item_id)):
                verifying = ids.units[unit]
                await ledger_items.change(conn, item_id, facts, verifying_unit_id=verifying)
            case _:
                pass
    there = {(e.item.year, e.item.code): e.id for e in await ledger_items.all_items(conn)}
    for item in todo:
        match item.deed:
            case ObservationRuleDeed(rule, code):
                await ledger_items.add_rule(conn, rule, item_id=there[rule.year, code])
            case _:
                pass


async def _write_people(
    conn: AsyncConnection, items: Iterable[Item], ids: _Ids, *, now: datetime
) -> None:
    """Write people, and give each the roles they do not hold yet."""
    known: dict[str, int] = {}
    grants: list[roles.Grant] = []
    for item in items:
        match item.deed:
            case PersonDeed() as person:
                known[person.key] = await _write_person(conn, item, person)
            case RoleDeed(key, kind, unit, point) if item.state == "added":
                unit_id = None if unit is None else ids.units[unit]
                point_id = None if point is None else ids.points[point]
                grants.append((known[key], kind, unit_id, point_id))
            case _:
                pass
    await roles.add_all(conn, grants, at=now)


async def _write_person(conn: AsyncConnection, item: Item, person: PersonDeed) -> int:
    if person.id is None:
        return await people.add(
            conn,
            name=person.name,
            title=person.title or None,
            lang=person.lang,
            user_id=person.user_id,
        )
    if item.state == "changed":
        await people.change(
            conn, person.id, name=person.name, title=person.title or None, lang=person.lang
        )
        if person.user_id is not None:
            await people.bind(conn, person.id, person.user_id)
    return person.id


async def _write_figures(
    conn: AsyncConnection,
    todo: Iterable[Item],
    ids: _Ids,
    *,
    by: Person | None,
    now: datetime,
) -> None:
    """File and release the figures, those of one indicator, period and day as one column."""
    columns: dict[Column, list[Reading]] = {}
    for item in todo:
        if isinstance(item.deed, FigureDeed):
            deed = item.deed
            key = (deed.scheme_code, deed.indicator_code, deed.period, deed.filed_on)
            columns.setdefault(key, []).append(
                Reading(
                    unit_id=ids.units[deed.unit_code],
                    answer=deed.answer,
                    value=deed.value,
                    base=deed.base,
                    growth=deed.growth,
                )
            )
    if not columns:
        return
    years = {period.year for _, _, period, _ in columns}
    calendar = calendar_for(years | {year + 1 for year in years}, await days.calendar_days(conn))
    await imported.add_released(
        conn,
        [
            imported.ImportedColumn(
                ids.indicators[key[0], key[1]].id,
                key[2],
                _filed_at(ids.indicators[key[0], key[1]], key[2], key[3], calendar, now=now),
                readings,
            )
            for key, readings in columns.items()
        ],
        by=by.id if by else None,
    )


def _filed_at(
    row: IndicatorRow,
    period: Period,
    filed_on: date | None,
    calendar: Calendar,
    *,
    now: datetime,
) -> datetime:
    day = filed_on or due_on(row.indicator, period, calendar)
    return min(datetime.combine(day, FILED_AT, tzinfo=CITY_ZONE), now)
