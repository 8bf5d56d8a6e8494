"""A small city to test with: four towns, three offices, three indicators, and who is who."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from harness import House, Someone
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Group, Indicator, Scheme, Unit
from storage import people, points, schemes, targets, units
from storage.engine import open_engine
from storage.upgrade import upgrade

MORNING = datetime(2013, 10, 8, 1, 0, tzinfo=UTC)
"""Tuesday, 8 October 2013, 9:00 in the city: the first working day after the holidays."""
YEAR_BEGINS = datetime(2012, 12, 31, 16, 0, tzinfo=UTC)

UNITS = (
    (Unit("T01", "张家港保税区（金港镇）", "金港", "区镇", ("金港镇", "保税区")), "town"),
    (Unit("T02", "张家港经济技术开发区（杨舍镇）", "杨舍", "区镇", ("杨舍镇", "经开区")), "town"),
    (Unit("T03", "锦丰镇", "锦丰", "区镇", ("冶金园",)), "town"),
    (Unit("T04", "塘桥镇", "塘桥", "区镇"), "town"),
    (Unit("JJ04", "市财政局", "财政局", "经济服务类"), "agency"),
    (Unit("JJ01", "市统计局", "统计局", "经济服务类"), "agency"),
    (Unit("PMO", "市绩效管理委员会办公室", "市绩效办", "办事机构", ("绩效办",)), "office"),
)
POINTS = (("O11", "金港镇长江村", "村", "T01"), ("O12", "杨舍镇农联村", "村", "T02"))

REVENUE = Indicator(
    code="K02",
    name="公共财政预算收入",
    group="K",
    unit_of_measure="亿元",
    weight=Decimal(60),
    method="progress:50|growth:30|contribution:20",
    monitoring_unit="JJ04",
    cap_pct=Decimal(110),
    due_day=10,
)
TAX_SHARE = Indicator(
    code="K03",
    name="税收收入占公共财政预算收入比重",
    group="K",
    unit_of_measure="%",
    kind="level",
    weight=Decimal(20),
    method="level",
    monitoring_unit="JJ04",
    due_day=10,
    not_applicable=frozenset({"T04"}),
)
INVESTMENT = Indicator(
    code="K08",
    name="全社会固定资产投资",
    group="K",
    unit_of_measure="亿元",
    weight=Decimal(20),
    method="progress:60|growth:40",
    monitoring_unit="JJ01",
    due_day=18,
)
TOWNS = Scheme(
    code="2013-towns",
    name="2013年度区镇绩效考核方案",
    year=2013,
    track="town",
    full_points=Decimal(100),
    groups=(Group("K", "关键绩效指标", points=Decimal(100)),),
    bottom=1,
    bottom_above=3,
)
PLANS = (
    ("K02", "T01", "50", "60"),
    ("K02", "T02", "60", "72"),
    ("K02", "T03", "30", "36"),
    ("K02", "T04", "20", "24"),
    ("K03", "T01", "85", "88"),
    ("K03", "T02", "84", "88"),
    ("K03", "T03", "86", "88"),
    ("K08", "T01", "200", "240"),
    ("K08", "T02", "240", "280"),
    ("K08", "T03", "150", "180"),
    ("K08", "T04", "90", "108"),
)
"""Indicator, unit, last year's figure, this year's target."""


@dataclass(frozen=True)
class Who:
    """One of the cast: the account, the name, and the one role with its unit or point."""

    user_id: int
    name: str
    role: str
    unit: str | None = None
    point: str | None = None
    lang: str = "zh"


CAST = {
    "reporter": Who(101, "林晓燕", "reporter", unit="JJ04"),
    "reviewer": Who(102, "周建平", "reviewer", unit="JJ04"),
    "other_reporter": Who(103, "沈洁", "reporter", unit="JJ01"),
    "contact": Who(104, "顾明", "contact", unit="T01"),
    "other_contact": Who(105, "吴芳", "contact", unit="T02"),
    "office": Who(106, "何敏", "office"),
    "second_office": Who(107, "赵刚", "office"),
    "observer": Who(108, "袁晨曦", "observer", point="O11"),
    "other_observer": Who(109, "Yu Lan", "observer", point="O12", lang="en"),
    "leader": Who(110, "胡静怡", "leader"),
    "committee": Who(111, "钱伟", "committee"),
    "auditor": Who(112, "孙丽", "auditor"),
}
STRANGER = Who(199, "路人", "")


class Cast:
    """Everybody, by what they do: `cast.reporter`, `cast.office`, `cast.stranger`, …"""

    reporter: Someone
    reviewer: Someone
    other_reporter: Someone
    contact: Someone
    other_contact: Someone
    office: Someone
    second_office: Someone
    observer: Someone
    other_observer: Someone
    leader: Someone
    committee: Someone
    auditor: Someone
    stranger: Someone

    def __init__(self, house: House) -> None:
        for part, who in {**CAST, "stranger": STRANGER}.items():
            setattr(self, part, Someone(house, who.user_id, who.name, who.lang))


def build(path: Path) -> None:
    """Write the small city into a new database file."""
    asyncio.run(_build(path))


async def _build(path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    await upgrade(engine)
    async with engine.begin() as conn:
        ids = {facts.code: await units.add(conn, facts, track=track) for facts, track in UNITS}
        await _add_scheme(conn, ids)
        await _add_people(conn, ids)
    await engine.dispose()


async def _add_scheme(conn: AsyncConnection, unit_ids: dict[str, int]) -> None:
    scheme_id = await schemes.add(conn, TOWNS)
    indicator_ids = {
        facts.code: await schemes.add_indicator(
            conn, scheme_id, facts, monitoring_unit_id=unit_ids[facts.monitoring_unit]
        )
        for facts in (REVENUE, TAX_SHARE, INVESTMENT)
    }
    for indicator, unit, base, goal in PLANS:
        await targets.add(
            conn,
            indicator_id=indicator_ids[indicator],
            unit_id=unit_ids[unit],
            base=Decimal(base),
            goal=Decimal(goal),
            known_from=YEAR_BEGINS,
        )


async def _add_people(conn: AsyncConnection, unit_ids: dict[str, int]) -> None:
    point_ids = {
        code: await points.add(conn, code=code, name=name, kind=kind, unit_id=unit_ids[unit])
        for code, name, kind, unit in POINTS
    }
    for who in CAST.values():
        person_id = await people.add(conn, name=who.name, lang=who.lang, user_id=who.user_id)
        await people.grant(
            conn,
            person_id,
            who.role,
            at=YEAR_BEGINS,
            unit_id=unit_ids[who.unit] if who.unit else None,
            point_id=point_ids[who.point] if who.point else None,
        )
