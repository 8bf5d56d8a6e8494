"""One month of the invented city reported in any of the ways in, by the people who report it."""

import shutil
from dataclasses import dataclass
from datetime import UTC
from decimal import Decimal

from harness import House, Someone

from bot.demo.seed import cast
from bot.demo.september import september
from bot.reports import blank
from handlers.boards import BoardShelf
from handlers.books import from_json
from handlers.contents import build_router
from storage import artworks, readings
from storage.engine import open_engine
from storage.schemes import IndicatorRow
from tests.e2e.demo_house import REPORTING, SEPTEMBER
from tests.e2e.filled_blanks import filled

WAYS = ("list", "pasted", "steps", "workbook")
NIL = "无"
PASTED_MAX = 3800


@dataclass
class Column:
    """One indicator of September, and each unit's figure as it is typed, in the order listed."""

    row: IndicatorRow
    said: dict[str, str]


def columns_of(city, track, reporters=()):
    """Return a track's columns of September by monitoring unit; of these units alone if any."""
    cells = september()
    found = {}
    for row in city.scheme_for(2013, track).indicators:
        code, by = row.indicator.code, city.unit(row.monitoring_unit_id).code
        if code in cells and by != "PMO" and (not reporters or by in reporters):
            said = {cell.unit: cell.right or cell.value or NIL for cell in cells[code]}
            column = {unit.code: said.get(unit.code, NIL) for unit in city.units_of(row)}
            found.setdefault(by, []).append(Column(row, column))
    return found


@dataclass
class Desk:
    """A reporter, and the columns that are theirs to report."""

    house: House
    reporter: Someone
    columns: list[Column]

    async def hand_in(self):
        """Explain whatever looks odd, prove what must be proven, and hand in."""
        reporter = self.reporter
        if reporter.panel.key("explain"):
            await reporter.taps("explain")
            while reporter.panel.key("ready"):
                await reporter.taps("ready-all" if reporter.panel.key("ready-all") else "ready")
        if not reporter.panel.key("file"):  # its evidence is compulsory
            await reporter.sends_photo("monitoring-report")
            await reporter.taps("look")
        assert "已提交审核" in await reporter.taps("file")

    async def by_number(self):
        """Answer each indicator's numbered list in one message."""
        for column in self.columns:
            await self.reporter.says(f"/file {column.row.indicator.code}")
            said = column.said.values()
            await self.reporter.says(" ".join(f"{n}={each}" for n, each in enumerate(said, 1)))
            await self.hand_in()

    async def by_one_list(self):
        """Answer the list of all one's indicators in one message."""
        city = self.house.services.shelf.city
        await self.reporter.says("/file")
        shown = await self.reporter.taps("list")
        headed = [line.split()[0] for line in shown.text.splitlines() if "截止" in line]
        by_code = {column.row.indicator.code: column for column in self.columns}
        figures = [
            by_code[code].said[unit.code]
            for code in headed
            for unit in city.units_of(by_code[code].row)
        ]
        await self.reporter.says(" ".join(f"{n}={each}" for n, each in enumerate(figures, 1)))
        await self.hand_in()

    async def by_paste(self):
        """Paste the columns below each other, as many to a message as it holds."""
        names = self.house.services.shelf.city.unit_by_code
        texts = [""]
        for column in self.columns:
            lines = [f"{names[unit].short_name} {each}" for unit, each in column.said.items()]
            text = "\n".join([f"{column.row.indicator.code} 9月", *lines])
            if texts[-1] and len(texts[-1]) + len(text) >= PASTED_MAX:
                texts.append("")
            texts[-1] += f"\n{text}"
        for text in texts:
            await self.reporter.says(text.strip())
        await self.hand_in()

    async def by_steps(self):
        """Answer unit by unit."""
        for column in self.columns:
            await self.reporter.says(f"/file {column.row.indicator.code}")
            await self.reporter.taps("each")
            for each in column.said.values():
                await (self.reporter.taps("nil") if each == NIL else self.reporter.says(each))
            await self.hand_in()

    async def by_workbook(self):
        """Download the blank, fill it in, send it back."""
        answer = await self.reporter.says("填报表")
        async with self.house.engine.begin() as conn:
            ordered = await artworks.one(conn, answer[0].artwork_id)
        cells = {
            (column.row.indicator.code, unit): (
                "无数据" if each == NIL else Decimal(each),
                None,
            )
            for column in self.columns
            for unit, each in column.said.items()
        }
        content = filled(blank.write(from_json(ordered.book), "zh", self.house.texts), cells)
        shown = await self.reporter.sends_document("9月.xlsx", content=content)
        assert "没有读入" not in shown
        await self.hand_in()


FILE = {
    "list": Desk.by_number,
    "pasted": Desk.by_paste,
    "steps": Desk.by_steps,
    "workbook": Desk.by_workbook,
}


async def opened(template, file, texts):
    """Return the house over a copy of the city, and everybody's account by who they are."""
    shutil.copy(template, file)
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    users = {actor.key: actor.user_id for actor in await cast(engine)}
    house = House(engine, build_router(), texts=texts, now=REPORTING.astimezone(UTC))
    async with engine.begin() as conn:
        await house.services.shelf.take(conn, REPORTING.date())
    return house, users


async def reported(way, track, template, file, texts, reporters=()):
    """Return what stands on file, and every score of the track, once a month came in this way."""
    house, users = await opened(template, file, texts)
    city = house.services.shelf.city
    for code, columns in columns_of(city, track, reporters).items():
        reporter = Someone(house, users[f"reporter.{code}"], "填报人")
        await FILE[way](Desk(house, reporter, columns))
    async with house.engine.begin() as conn:
        waiting = await readings.all_waiting(conn)
        assert {each.way for each in waiting} == {way}
        filed = {}
        for each in waiting:
            for cell in await readings.readings_of(conn, each.id):
                filed[each.indicator_id, cell.unit_id] = (cell.answer, cell.value, cell.base)
            await readings.add_review(
                conn, each.id, outcome="released", by=None, reason=None, now=house.now
            )
        result = await BoardShelf().result(conn, city, city.scheme_for(2013, track), SEPTEMBER)
    await house.engine.dispose()
    return filed, result
