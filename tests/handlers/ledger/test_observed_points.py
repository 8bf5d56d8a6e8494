"""A verified observation costs its unit what the city's rule says, and nothing once refuted."""

from datetime import date
from decimal import Decimal

import pytest
from past_figures import by_town, release

from scoring.model import Period
from storage import ledger_items, observations, units
from storage.ledger_items import Item, ObservationRule

OBSERVED = Item(
    2013, "X11", "观察员反映问题核查属实未整改", "deduction", "both", Decimal(1), "件", Decimal(2),
    "观勘记录",
)  # fmt: skip


@pytest.fixture
async def rule(house, days):
    """Let the city lay down: half a point while a hazard is not fixed, a point for all else."""
    async with house.engine.begin() as conn:
        ids = {row.code: row.id for row in await units.all_units(conn)}
        item_id = await ledger_items.add(conn, OBSERVED, verifying_unit_id=ids["PMO"])
        for category, counts, points in (("hazard", "unfixed", "0.5"), ("all", "verified", "1")):
            await ledger_items.add_rule(
                conn,
                ObservationRule(
                    2013, "town", category, counts, Decimal(points), None, date(2013, 10, 1)
                ),
                item_id=item_id,
            )


async def observed(house, *, category="sanitation"):
    """Let the observer of 金港 have reported something; return its number."""
    async with house.engine.begin() as conn:
        ids = {row.code: row.id for row in await units.all_units(conn)}
        found = await observations.add(
            conn,
            year=2013,
            observer_id=8,
            point_id=1,
            unit_id=ids["T01"],
            category=category,
            said="河道有垃圾",
            place=None,
            now=house.now,
        )
    return found.id


async def becomes(house, number, kind, *, expected):
    async with house.engine.begin() as conn:
        moved = await observations.add_event(
            conn, number, kind, expected=[expected], by=6, said="现场", now=house.now
        )
    assert moved


async def score(house, month=10):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        row = city.scheme_for(2013, "town")
        boards = house.services.boards
        result = await boards.result(conn, city, row, Period(2013, month))
        return result.units["T01"].adjustment.net


async def test_without_a_rule_nothing_is_taken(house, cast, days):
    number = await observed(house)
    await becomes(house, number, "verified", expected="filed")
    assert await score(house) == 0


async def test_verified_it_costs_and_refuted_it_is_given_back_and_the_unit_hears(
    house, cast, days, rule
):
    await release(house, "K02", by_town(50, 56, 28, 18), period=Period(2013, 10))
    number = await observed(house)
    assert await score(house) == 0, "what is only reported costs nothing"
    await becomes(house, number, "verified", expected="filed")
    assert await score(house) == -1
    assert await score(house, 9) == 0, "a month that is over stays"
    why = await cast.contact.says("/why 金港 2013-10")
    assert "X11 观察员反映问题核查属实未整改：-1 分" in why
    assert "观测 G-2013-0001 核查属实" in why
    assert "袁晨曦" not in why
    assert "长江村" not in why
    await days.come("10-10 10:00")
    await becomes(house, number, "refuted", expected="verified")
    assert await score(house) == 0
    cast.contact.sees()
    await days.come("10-10 10:05")
    heard = cast.contact.sees()
    assert "观测 G-2013-0001 已认定不属实，扣分收回" in heard
    assert "袁晨曦" not in heard
    await days.come("10-10 10:10")
    await days.come("10-11 09:10")
    assert "扣分收回" not in cast.contact.sees(), "once"


async def test_the_rule_of_the_category_goes_first_and_the_cap_holds(house, cast, days, rule):
    hazard = await observed(house, category="hazard")
    await becomes(house, hazard, "verified", expected="filed")
    assert await score(house) == Decimal("-0.5")
    await becomes(house, hazard, "answered", expected="verified")
    assert await score(house) == Decimal("-0.5"), "what the unit says of itself fixes nothing"
    for _ in range(4):
        await becomes(house, await observed(house), "verified", expected="filed")
    assert await score(house) == -2, "the item's cap"
    await days.come("10-12 10:00")
    await becomes(house, hazard, "fixed", expected="answered")
    await days.come("10-14 10:00")
    assert await score(house) == -2
