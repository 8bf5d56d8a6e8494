"""Schemes and indicators keep every fact the rules read."""

from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from scoring.model import Group, Indicator, Scheme, Unit
from storage import schemes, units
from storage.schema import filing, reading

TOWNS = Scheme(
    code="ZJG-2013-towns",
    name="2013年度区镇绩效考核方案",
    year=2013,
    track="town",
    full_points=Decimal(1000),
    places=2,
    indicator_places=3,
    rank_on="exact",
    groups=(
        Group("K", "关键绩效指标", points=Decimal("500.0")),
        Group("M1", "经济发展", weight=Decimal(2), parent="M", weights="relative"),
        Group("X", "个性指标", points=Decimal(40), own_set_replaces=True),
    ),
    bonus_cap=Decimal(50),
    tie_break=("K", "K02"),
    bottom=3,
    bottom_above=6,
)
REVENUE = Indicator(
    code="K02",
    name="公共财政预算收入",
    group="K",
    unit_of_measure="亿元",
    weight=Decimal("60.0"),
    method="progress:50|growth:30|contribution:20",
    monitoring_unit="JJ04",
    cap_pct=Decimal(110),
    due_day=5,
    not_applicable=frozenset({"T10", "T09"}),
    best=Decimal("1.50"),
    missing="last",
)
PLAN = tuple(Decimal(each) if each else None for each in ("9.5", "", "24.50", *["33"] * 9))


@pytest.fixture
async def finance(conn):
    return await units.add(conn, Unit("JJ04", "市财政局"), track="agency")


@pytest.fixture
async def towns(conn, finance):
    scheme_id = await schemes.add(conn, TOWNS, invented=True)
    await schemes.add_indicator(
        conn, scheme_id, REVENUE, monitoring_unit_id=finance, seasonality=PLAN
    )
    return scheme_id


async def test_a_scheme_comes_back_as_it_was_laid_down(conn, towns):
    found = await schemes.for_year(conn, 2013, "town")
    assert found is not None
    assert found.scheme == replace(TOWNS, indicators=(REVENUE,))
    assert found.invented
    assert found.seasonality == {"K02": PLAN}
    assert await schemes.for_year(conn, 2014, "town") is None
    assert await schemes.one(conn, towns) == found
    assert await schemes.by_code(conn, TOWNS.code) == found


async def test_a_monitoring_unit_finds_its_indicators_in_any_scheme(conn, towns, finance):
    other = replace(TOWNS, code="A13", track="agency")
    scheme_id = await schemes.add(conn, other)
    await schemes.add_indicator(
        conn, scheme_id, replace(REVENUE, code="C07"), monitoring_unit_id=finance
    )
    mine = await schemes.indicators_of(conn, finance, year=2013)
    assert [each.indicator.code for each in mine] == ["K02", "C07"]
    assert await schemes.indicators_of(conn, finance, year=2012) == []
    assert [each.scheme.track for each in await schemes.all_for_year(conn, 2013)] == [
        "agency",
        "town",
    ]


async def test_an_indicator_without_a_day_is_due_with_the_last_wave(conn, towns, finance):
    indicator_id = await schemes.add_indicator(
        conn, towns, replace(REVENUE, code="K03", due_day=None), monitoring_unit_id=finance
    )
    found = await schemes.indicator_by_id(conn, indicator_id)
    assert found.indicator.due_day == schemes.DUE_DAY_DEFAULT
    assert await schemes.indicator_by_code(conn, towns, "K03") == found


async def test_a_changed_indicator_keeps_its_id(conn, towns, finance):
    before = await schemes.indicator_by_code(conn, towns, "K02")
    await schemes.change_indicator(
        conn, before.id, replace(REVENUE, weight=Decimal(55)), monitoring_unit_id=finance
    )
    after = await schemes.indicator_by_id(conn, before.id)
    assert (after.indicator.weight, after.seasonality) == (Decimal(55), None)


async def test_one_reading_freezes_the_scheme_it_belongs_to(conn, towns, finance, now):
    assert not await schemes.has_reading(conn, towns)
    row = (await schemes.indicators_for_scheme(conn, towns))[0]
    filed = await conn.scalar(
        sa.insert(filing)
        .values(
            indicator_id=row.id,
            period="2013-01",
            way="list",
            sent_at=now,
            filed_at=now,
            state="filed",
        )
        .returning(filing.c.id)
    )
    await conn.execute(
        sa.insert(reading).values(
            filing_id=filed,
            indicator_id=row.id,
            unit_id=finance,
            period="2013-01",
            answer="value",
            value=Decimal(1),
            oddities=[],
            filed_at=now,
        )
    )
    assert await schemes.has_reading(conn, towns)
