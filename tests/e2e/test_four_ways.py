"""A month of the invented city reported four times, once each way in: equal to the digit."""

import shutil
from datetime import UTC
from decimal import Decimal

import pytest
from harness import House, Someone

from bot.demo.seed import cast
from bot.demo.september import september
from bot.reports import blank
from handlers.boards import BoardShelf
from handlers.books import from_json
from handlers.contents import build_router
from storage import artworks, readings
from storage.engine import open_engine
from tests.e2e.demo_house import REPORTING, SEPTEMBER
from tests.e2e.filled_blanks import filled

WAYS = ("list", "pasted", "steps", "workbook")


def towns_columns(city):
    """Return the towns' columns of September: the indicator's row, and each unit's figure."""
    columns = september()
    found = []
    for row in city.scheme_for(2013, "town").indicators:
        code = row.indicator.code
        if code in columns and city.unit(row.monitoring_unit_id).code != "PMO":
            said = {cell.unit: cell.right or cell.value or "无" for cell in columns[code]}
            found.append(
                (row, {unit.code: said.get(unit.code, "无") for unit in city.units_of(row)})
            )
    return found


async def hand_in(reporter):
    """Explain whatever looks odd, and hand in."""
    if reporter.panel.key("explain"):
        await reporter.taps("explain")
        while reporter.panel.key("ready"):
            await reporter.taps("ready-all" if reporter.panel.key("ready-all") else "ready")
    if not reporter.panel.key("file"):  # its evidence is compulsory
        await reporter.sends_photo("monitoring-report")
        await reporter.taps("look")
    assert "已提交审核" in await reporter.taps("file")


async def by_list(house, reporter, columns):
    for row, said in columns:
        await reporter.says(f"/file {row.indicator.code}")
        await reporter.says(" ".join(f"{n}={each}" for n, each in enumerate(said.values(), 1)))
        await hand_in(reporter)


async def by_paste(house, reporter, columns):
    city = house.services.shelf.city
    for row, said in columns:
        lines = [f"{city.unit_by_code[unit].short_name} {each}" for unit, each in said.items()]
        await reporter.says("\n".join([f"/file {row.indicator.code} 9月", *lines]))
        await hand_in(reporter)


async def by_steps(house, reporter, columns):
    for row, said in columns:
        await reporter.says(f"/file {row.indicator.code}")
        await reporter.taps("each")
        for each in said.values():
            await (reporter.taps("nil") if each == "无" else reporter.says(each))
        await hand_in(reporter)


async def by_workbook(house, reporter, columns):
    answer = await reporter.says("填报表")
    async with house.engine.begin() as conn:
        ordered = await artworks.one(conn, answer[0].artwork_id)
    cells = {
        (row.indicator.code, unit): ("无数据" if each == "无" else Decimal(each), None)
        for row, said in columns
        for unit, each in said.items()
    }
    content = filled(blank.write(from_json(ordered.book), "zh", house.texts), cells)
    shown = await reporter.sends_document("9月.xlsx", content=content)
    assert "没有读入" not in shown
    await hand_in(reporter)


FILE = dict(zip(WAYS, (by_list, by_paste, by_steps, by_workbook), strict=True))


async def reported(way, template, file, texts):
    """Return what stands on file, and every town's score, once a month came in this way."""
    shutil.copy(template, file)
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    users = {actor.key: actor.user_id for actor in await cast(engine)}
    house = House(engine, build_router(), texts=texts, now=REPORTING.astimezone(UTC))
    async with engine.begin() as conn:
        city = await house.services.shelf.take(conn, REPORTING.date())
    by_reporter = {}
    for row, said in towns_columns(city):
        key = f"reporter.{city.unit(row.monitoring_unit_id).code}"
        by_reporter.setdefault(users[key], []).append((row, said))
    for user_id, columns in by_reporter.items():
        await FILE[way](house, Someone(house, user_id, "填报人"), columns)
    async with engine.begin() as conn:
        waiting = await readings.all_waiting(conn)
        assert {each.way for each in waiting} == {way}
        filed = {}
        for each in waiting:
            for cell in await readings.readings_of(conn, each.id):
                filed[each.indicator_id, cell.unit_id] = (cell.answer, cell.value, cell.base)
            await readings.add_review(
                conn, each.id, outcome="released", by=None, reason=None, now=house.now
            )
        scheme = city.scheme_for(2013, "town")
        result = await BoardShelf().result(conn, city, scheme, SEPTEMBER)
    await engine.dispose()
    return filed, result


@pytest.mark.slow
async def test_a_month_comes_to_the_same_whichever_way_it_is_reported(
    reporting_file, tmp_path, texts
):
    first = await reported(WAYS[0], reporting_file, tmp_path / "list.db", texts)
    assert len(first[0]) > 250
    for way in WAYS[1:]:
        filed, result = await reported(way, reporting_file, tmp_path / f"{way}.db", texts)
        assert filed == first[0]
        assert result == first[1]
