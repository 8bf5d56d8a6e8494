"""The mistakes planted in a year of figures, replayed one by one: each raises its own question."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from harness import House, Someone

from bot.demo.seed import cast
from handlers.boards import BoardShelf
from handlers.contents import build_router
from handlers.operations.record.discipline import discipline
from handlers.texts import CITY_ZONE
from scoring.model import Period
from storage import imported, questions, readings
from storage.engine import open_engine
from tests.e2e.demo_house import columns_of_september

pytestmark = pytest.mark.slow


@dataclass
class City:
    """The invented city at some moment of its year, and its reporters."""

    house: House
    users: dict[str, int]

    def reporter(self, unit_code):
        return Someone(self.house, self.users[f"reporter.{unit_code}"], "填报人")

    async def row(self, code):
        async with self.house.engine.begin() as conn:
            city = await self.house.services.shelf.take(conn, self.house.now.date())
        scheme = city.scheme_for(2013, "town")
        return city, next(row for row in scheme.indicators if row.indicator.code == code)

    async def column(self, code, period):
        """Return what was on file of a month: each unit's figure and base."""
        city, row = await self.row(code)
        async with self.house.engine.begin() as conn:
            known = await readings.history(conn, row.id, year=period.year)
        return {
            city.unit(unit_id).code: (reading.value, reading.base)
            for (month, unit_id), reading in known.items()
            if month == period
        }

    async def pastes(self, code, period, cells):
        """Let the reporter paste a column of a month; return what is shown."""
        city, row = await self.row(code)
        monitor = city.unit(row.monitoring_unit_id).code
        lines = [f"{code} {period.year}年{period.month}月"] + [
            f"{city.unit_by_code[unit].short_name} {value}" + ("" if base is None else f" {base}")
            for unit, (value, base) in cells.items()
        ]
        return self.reporter(monitor), await self.reporter(monitor).says("\n".join(lines))

    async def asked(self, code, period):
        """Return the questions put about a column: rules by unit, "" for the whole."""
        city, row = await self.row(code)
        found: dict[str, set[str]] = {}
        async with self.house.engine.begin() as conn:
            for each in await questions.asked_of_column(conn, row.id, period):
                unit = "" if each.unit_id is None else city.unit(each.unit_id).code
                found.setdefault(unit, set()).add(each.oddity.kind)
        return found


@pytest.fixture
async def at(reporting_file, tmp_path, texts):
    """Open the city at a moment of its year: `await at(2013, 4, 8)` is 9 in the morning."""
    engines = []

    async def open_at(year, month, day, hour=9):
        file = shutil.copy(reporting_file, tmp_path / f"{month}.db")
        engine = open_engine(f"sqlite+aiosqlite:///{file}")
        engines.append(engine)
        now = datetime(year, month, day, hour, tzinfo=CITY_ZONE).astimezone(UTC)
        users = {actor.key: actor.user_id for actor in await cast(engine)}
        return City(House(engine, build_router(), texts=texts, now=now), users)

    yield open_at
    for engine in engines:
        await engine.dispose()


async def test_a_base_below_zero_is_not_ranked_by_its_growth(at):
    city, march = await at(2013, 4, 7), Period(2013, 3)
    _, shown = await city.pastes("K09", march, await city.column("K09", march))
    assert await city.asked("K09", march) == {"T08": {"negative-base"}}
    assert "上年同期为负" in shown


async def test_a_base_of_zero_gives_no_growth(at):
    city, april = await at(2013, 5, 7), Period(2013, 4)
    _, shown = await city.pastes("K11", april, await city.column("K11", april))
    assert await city.asked("K11", april) == {"T10": {"zero-base"}}
    assert "基数为零" in shown or "上年同期为 0" in shown


async def test_one_town_left_out_is_named_before_anything_is_accepted(at):
    city, april = await at(2013, 5, 7), Period(2013, 4)
    column = await city.column("K06", april)
    del column["T03"]
    _, shown = await city.pastes("K06", april, column)
    assert "缺 1 个区镇：锦丰" in shown


async def test_a_slipped_decimal_point_is_asked_about_and_so_is_the_right_figure_after_it(at):
    city, may = await at(2013, 6, 7), Period(2013, 5)
    column = await city.column("K09", may)
    right, base = column["T05"]
    column["T05"] = (right * 10, base)
    reporter, shown = await city.pastes("K09", may, column)
    asked = await city.asked("K09", may)
    assert set(asked) == {"T05"}
    assert "unit-slip" in asked["T05"]
    assert f"{right.normalize():f}" in shown
    await reporter.taps("explain")
    while reporter.panel.key("ready"):
        await reporter.taps("ready")
    await reporter.taps("file")
    await release_all(city)
    city.house.now = datetime(2013, 7, 8, 1, tzinfo=UTC)
    june = Period(2013, 6)
    await city.pastes("K09", june, await city.column("K09", june))
    assert (await city.asked("K09", june))["T05"] == {"fell"}


async def release_all(city):
    async with city.house.engine.begin() as conn:
        for each in await readings.all_waiting(conn):
            await readings.add_review(
                conn, each.id, outcome="released", by=None, reason=None, now=city.house.now
            )


async def test_ten_thousands_typed_for_hundred_millions_are_offered_as_what_was_meant(at):
    city, june = await at(2013, 7, 4), Period(2013, 6)
    column = await city.column("K02", june)
    right, base = column["T07"]
    column["T07"] = (right * 10000, base)
    _, shown = await city.pastes("K02", june, column)
    asked = await city.asked("K02", june)
    assert set(asked) == {"T07"}
    assert "unit-slip" in asked["T07"]
    assert f"{right.normalize():f}" in shown


async def test_a_running_total_that_fell_asks_for_the_revision(at):
    city, july = await at(2013, 8, 16), Period(2013, 7)
    column = await city.column("K08", july)
    before = (await city.column("K08", Period(2013, 6)))["T04"][0]
    column["T04"] = (before - Decimal("0.5"), column["T04"][1])
    await city.pastes("K08", july, column)
    assert await city.asked("K08", july) == {"T04": {"fell"}}


async def test_three_days_late_is_the_reporters_mark_and_no_towns_loss(at):
    city, august = await at(2013, 9, 18), Period(2013, 8)
    reporter, shown = await city.pastes("K10", august, await city.column("K10", august))
    assert "将记为迟报；被考核单位不受影响" in shown
    assert await city.asked("K10", august) == {}
    known, row = await city.row("K10")
    async with city.house.engine.begin() as conn:
        lines = await discipline(conn, known, august, now=city.house.now)
        board = await BoardShelf().result(conn, known, known.scheme_for(2013, "town"), august)
    assert {line.state for line in lines if line.row.id == row.id} <= {"on_time", "late"}
    await reporter.taps("file")
    await release_all(city)
    async with city.house.engine.begin() as conn:
        after = await BoardShelf().result(conn, known, known.scheme_for(2013, "town"), august)
    assert {code: unit.score for code, unit in after.units.items()} == {
        code: unit.score for code, unit in board.units.items()
    }


async def test_an_indicator_not_filed_is_left_out_of_the_coverage(at):
    city, september = await at(2013, 10, 9), Period(2013, 9)
    known, row = await city.row("K11")
    scheme = known.scheme_for(2013, "town")
    columns = columns_of_september(known)
    for kept in (False, True):
        part = [each for each in columns if (each.indicator_id == row.id) is kept]
        async with city.house.engine.begin() as conn:
            await imported.add_released(conn, part, by=None)
            result = await BoardShelf().result(conn, known, scheme, september)
        if not kept:
            without = result
    for code in without.units:
        assert without.units[code].coverage < result.units[code].coverage
        assert without.units[code].score != 0
