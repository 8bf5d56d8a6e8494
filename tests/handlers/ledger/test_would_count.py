"""Before an entry is handed in one reads what it would count, and what keeps it from more."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from ledger_days import enters
from test_claim import claims

from storage.schema import scheme


@pytest.fixture
async def used(house, cast, days):
    """金港 has 10 of 12 in B04 in force."""
    await enters(house, unit="T01", item="B04", cases=Decimal("2.5"), document="张发改〔2013〕1号")
    await days.come("10-16 09:00")


async def test_what_is_left_of_the_items_cap_is_said(cast, used):
    shown = await claims(cast.contact, cases="2")
    assert "只计 +2 分（原 +8 分）：该项封顶 12，已用 10" in shown


async def test_in_english_too(cast, used):
    await cast.contact.says("/lang en")
    shown = await claims(cast.contact, cases="2")
    assert (
        "this would count +2 of +8 points, because the cap of the item is 12 and 10 are used"
        in shown
    )


async def test_where_there_is_room_it_counts_in_full(cast, used):
    shown = await claims(cast.contact, cases="0.25")
    assert "可计 +1 分（该项封顶 12，已用 10）" in shown


async def test_the_same_fact_under_a_lower_item_counts_nothing(cast, used):
    shown = await claims(cast.contact, item="B02", cases="1", document="张发改〔2013〕1号")
    assert "计 0 分：同一事实已有更高的一项" in shown


async def test_a_higher_one_displaces_the_lower_and_the_balance_is_said(house, cast, days):
    await enters(house, unit="T01", item="B04", cases=Decimal(1), document="张发改〔2013〕1号")
    await days.come("10-16 09:00")
    shown = await claims(cast.contact, item="B02", cases="4", document="张发改〔2013〕1号")
    assert "可计 +10 分，取代同一事实较低的一项后，合计变动 +6 分" in shown


async def test_the_total_cap_is_named(house, cast, used):
    async with house.engine.begin() as conn:
        row = (await conn.execute(sa.select(scheme).where(scheme.c.track == "town"))).one()
        rules = {**row.rules, "bonus_cap": "11"}
        await conn.execute(sa.update(scheme).where(scheme.c.id == row.id).values(rules=rules))
    house.services.shelf.city = None
    shown = await claims(cast.contact, item="B02", cases="1", document="张委〔2013〕4号")
    assert "只计 +1 分（原 +2.5 分）：加分总封顶 11，已用 10" in shown


async def test_what_is_under_way_is_said_too(cast, days):
    await claims(cast.contact, cases="2")
    await cast.contact.taps("submit")
    shown = await claims(cast.contact, cases="2", document="张发改〔2013〕2号")
    assert "另有 1 件在办，先生效的先占封顶" in shown
