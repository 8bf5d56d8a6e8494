"""A city for the clock: six towns, three agencies, five indicators, and who is who."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from harness import House, Someone

from handlers.operations.clock.queue_due import queue_due
from handlers.texts import CITY_ZONE
from scoring.model import Group, Indicator, Period, Scheme, Unit
from storage import people, readings, schemes, targets, units
from storage.engine import open_engine
from storage.readings import Reading
from storage.schema import destination
from storage.upgrade import upgrade

YEAR_BEGINS = datetime(2012, 12, 31, 16, 0, tzinfo=UTC)
AUGUST, SEPTEMBER = Period(2013, 8), Period(2013, 9)
CHANNEL = -1001

TOWNS = ("金港", "杨舍", "锦丰", "塘桥", "凤凰", "乐余")
UNITS = (
    *((Unit(f"T{n:02}", f"{name}镇", name, "区镇"), "town") for n, name in enumerate(TOWNS, 1)),
    (Unit("JJ04", "市财政局", "财政局", "经济服务类"), "agency"),
    (Unit("JJ01", "市统计局", "统计局", "经济服务类"), "agency"),
    (Unit("JJ02", "市商务局", "商务局", "经济服务类"), "agency"),
    (Unit("PMO", "市绩效管理委员会办公室", "市绩效办", "办事机构"), "office"),
)


def _indicator(code, name, *, due_day, reporter="JJ04", group="K", weight=50, **more):
    return Indicator(
        code=code,
        name=name,
        group=group,
        unit_of_measure="亿元",
        weight=Decimal(weight),
        method=more.pop("method", "progress"),
        monitoring_unit=reporter,
        due_day=due_day,
        **more,
    )


TOWN_SCHEME = Scheme(
    code="2013-towns",
    name="2013年度区镇绩效考核方案",
    year=2013,
    track="town",
    full_points=Decimal(100),
    groups=(
        Group("K", "关键绩效指标", points=Decimal(60)),
        Group("M", "现代化指标", points=Decimal(40)),
    ),
)
TOWN_INDICATORS = (
    _indicator("K02", "公共财政预算收入", due_day=5, weight=40),
    _indicator("K03", "工业开票销售收入", due_day=5, weight=20),
    _indicator("M08", "全社会固定资产投资", due_day=18, weight=30, group="M", reporter="JJ01"),
    _indicator(
        "M01",
        "地区生产总值",
        due_day=20,
        weight=10,
        group="M",
        reporter="JJ01",
        frequency="quarterly",
    ),
)
AGENCY_SCHEME = Scheme(
    code="2013-agencies",
    name="2013年度市级机关绩效考核方案",
    year=2013,
    track="agency",
    full_points=Decimal(100),
    groups=(Group("C", "共性指标", points=Decimal(100)),),
)
AGENCY_INDICATORS = (
    _indicator("C01", "政务信息报送", due_day=15, weight=100, group="C", reporter="PMO"),
)


SEPTEMBER_FIGURES = {
    "K02": (70, 66, 60, 50, 30, 20),
    "K03": (45, 40, 35, 30, 15, 10),
    "M08": (75, 70, 65, 60, 30, 15),
    "M01": (750, 700, 650, 600, 300, 150),
}
"""金港 leads, 凤凰 and 乐余 are far behind; no figure is above its plan."""
AUGUST_FIGURES = {
    "K02": (50, 60, 45, 40, 25, 15),
    "K03": (40, 40, 30, 25, 12, 8),
    "M08": (66, 62, 60, 55, 25, 12),
}
"""In August 杨舍 led."""


@dataclass(frozen=True)
class Who:
    """One of the cast: the account, the name, and their roles with a unit each."""

    user_id: int | None
    name: str
    roles: tuple[tuple[str, str | None], ...]
    lang: str = "zh"


CAST = {
    "reporter": Who(101, "林晓燕", (("reporter", "JJ04"),)),
    "reviewer": Who(102, "周建平", (("reviewer", "JJ04"),)),
    "statistician": Who(103, "沈洁", (("reporter", "JJ01"),)),
    "town_contact": Who(104, "顾明", (("contact", "T06"),)),
    "second_contact": Who(105, "吴芳", (("contact", "T01"),)),
    "office": Who(106, "何敏", (("office", None),)),
    "leader": Who(110, "胡静怡", (("leader", None),)),
    "town_leader": Who(111, "Gao Yuan", (("leader", "T05"),), lang="en"),
    "committee": Who(112, "钱伟", (("committee", None),)),
    "observer": Who(113, "袁晨曦", (("observer", None),)),
    "absent_contact": Who(None, "尚未加入", (("contact", "T05"),)),
}


class City:
    """The house of this city, its people, and its clock."""

    def __init__(self, house: House) -> None:
        self.house = house
        for part, who in CAST.items():
            setattr(self, part, Someone(house, who.user_id or 0, who.name, who.lang))

    async def comes_back(self, text: str) -> None:
        """Let the bot come back at "10-08 17:30" after it was down since the last tick."""
        await self.ticks(text, was_down=True)

    async def ticks(self, text: str, *, shelf=None, boards=None, was_down=False) -> None:
        """Let it be "10-08 17:30" in the city, ask what is due, and send what may be sent."""
        self.now(text)
        services = self.house.services
        await queue_due(
            services.engine,
            now=self.house.now,
            shelf=shelf or services.shelf,
            boards=boards or services.boards,
            texts=services.texts,
            was_down=was_down,
        )
        await self.house.posts()

    def now(self, text: str) -> datetime:
        """Let it be "10-08 17:30" of 2013 in the city."""
        self.house.now = moment(text)
        return self.house.now

    async def released(self, code: str, values, *, period=SEPTEMBER, at=None) -> int:
        """Let a column be filed and released at once; *values* by unit code."""
        filing_id = await self.filed(code, values, period=period, at=at)
        async with self.house.engine.begin() as conn:
            await readings.add_review(
                conn, filing_id, outcome="released", by=None, reason=None, now=self.house.now
            )
        return filing_id

    async def filed(self, code: str, values, *, period=SEPTEMBER, at=None) -> int:
        """Let a column be filed."""
        async with self.house.engine.begin() as conn:
            city = await self.house.services.shelf.take(conn, self.house.now.date())
            row = next(r for r in city.indicator_by_id.values() if r.indicator.code == code)
            return await readings.add_filing(
                conn,
                indicator_id=row.id,
                period=period,
                filed_by=None,
                way="imported",
                sent_at=at or self.house.now,
                now=self.house.now,
                readings=[
                    Reading(
                        unit_id=city.unit_by_code[unit].id, answer="value", value=Decimal(value)
                    )
                    for unit, value in values.items()
                ],
            )

    async def files_by_chat(self, who: Someone, code: str) -> None:
        """Let a reporter hand in a whole column, as the conversation does at its end."""
        from handlers.operations.figures.file_readings import file_column

        async with self.house.deed_of(who) as (conn, city, person):
            row = next(r for r in city.indicator_by_id.values() if r.indicator.code == code)
            column = [
                Reading(unit_id=unit.id, answer="value", value=Decimal(7), reason="已核对")
                for unit in city.units_of(row)
            ]
            now = self.house.now
            await file_column(
                conn, city, person, row, SEPTEMBER, column, way="list", sent_at=now, now=now
            )
        await self.house.posts()

    async def frozen_september(self) -> None:
        """Let August be frozen and over, and September freeze with everything in."""
        self.now("09-25 12:00")
        for code, values in AUGUST_FIGURES.items():
            await self.released(code, by_town(values), period=AUGUST)
        await self.ticks("09-25 17:30")
        await self.ticks("09-26 16:30")
        await self.whole_september()
        await self.ticks("10-25 17:00")
        for part in CAST:
            getattr(self, part).sees()
        await self.ticks("10-25 17:30")

    async def whole_september(self) -> None:
        """Let everything of September be released on the 24th of October."""
        self.now("10-24 12:00")
        for code, values in SEPTEMBER_FIGURES.items():
            await self.released(code, by_town(values))
        await self.released("C01", {"JJ04": 80, "JJ01": 70, "JJ02": 60})


def moment(text: str) -> datetime:
    """Return "10-08 17:30" of 2013 in the city as a moment."""
    return datetime.strptime(f"2013-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=CITY_ZONE)


def by_town(values) -> dict[str, str]:
    """Return figures for T01, T02, …"""
    return {f"T{n:02}": str(value) for n, value in enumerate(values, 1)}


def build(path: Path) -> None:
    """Write the city into a new database file."""
    asyncio.run(_build(path))


async def _build(path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    await upgrade(engine)
    async with engine.begin() as conn:
        ids = {facts.code: await units.add(conn, facts, track=track) for facts, track in UNITS}
        for scheme, indicators in (
            (TOWN_SCHEME, TOWN_INDICATORS),
            (AGENCY_SCHEME, AGENCY_INDICATORS),
        ):
            await _add_scheme(conn, scheme, indicators, ids)
        for who in CAST.values():
            person_id = await people.add(conn, name=who.name, lang=who.lang, user_id=who.user_id)
            for kind, unit in who.roles:
                await people.grant(
                    conn, person_id, kind, at=YEAR_BEGINS, unit_id=ids[unit] if unit else None
                )
        await conn.execute(
            destination.insert().values(chat_id=CHANNEL, purpose="bulletin", title="绩效公布")
        )
    await engine.dispose()


async def _add_scheme(conn, scheme, indicators, ids) -> None:
    scheme_id = await schemes.add(conn, scheme)
    assessed = [facts for facts, track in UNITS if track == scheme.track]
    for facts in indicators:
        indicator_id = await schemes.add_indicator(
            conn, scheme_id, facts, monitoring_unit_id=ids[facts.monitoring_unit]
        )
        for unit in assessed:
            await targets.add(
                conn,
                indicator_id=indicator_id,
                unit_id=ids[unit.code],
                base=None,
                goal=Decimal(1000 if facts.code == "M01" else 100),
                known_from=YEAR_BEGINS,
            )
