"""Points that follow from the figures are computed, shown with their sum, and people recognise."""

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_days import BONUS, acts, state
from past_figures import by_town, release
from rough_hands import bugs, count, presses
from test_claim import claims

from handlers.texts import CITY_ZONE
from scoring.model import Period
from storage import ledger, ledger_items, periods, units
from storage.schema import ledger_entry

SEPTEMBER = Period(2013, 9)
D = Decimal
GROWTH = replace(
    BONUS, code="B07", name="公共财政预算收入增幅高于全市平均", points=D(1), per="百分点", cap=D(8),
    second_class_half=False, rule="growth_above_mean:K02",
)  # fmt: skip
CLIMB = replace(GROWTH, code="B10", name="综合排名较上年进位", cap=D(5), rule="places_gained")
FIXED = replace(GROWTH, code="B11", name="办结满意率", cap=D(2), rule="fixed_share:95")


@pytest.fixture
async def figures(house, cast, days):
    """September: 金港 grew by 20 per cent, all together by 11.25; it is not frozen yet."""
    async with house.engine.begin() as conn:
        ids = {row.code: row.id for row in await units.all_units(conn)}
        for item, verifier in ((GROWTH, "JJ04"), (CLIMB, "PMO"), (FIXED, "PMO")):
            await ledger_items.add(conn, item, verifying_unit_id=ids[verifier])
    await release(
        house, "K02", by_town(48, 55, 27, "48"), bases=by_town(40, 50, 25, 45), period=SEPTEMBER
    )
    return days


async def frozen(house):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        row = city.scheme_for(2013, "town")
        await periods.add(
            conn, scheme_id=row.id, period=SEPTEMBER, act="frozen", by=None, now=house.now
        )


async def test_a_sum_is_shown_with_its_numbers_and_proposed_only_after_the_freeze(
    house, cast, figures
):
    listed = await cast.office.says("加分测算")
    assert "B07 公共财政预算收入增幅高于全市平均" in listed
    shown = await cast.office.taps("B07")
    # 178 to 160 is 11.25 per cent; 20 less 11.25 is 8.75, over the cap of 8.
    assert "金港　+8.75 分（封顶 8）" in shown
    assert "累计增幅 20.00%，全市 11.25%，高出 8.75 个百分点" in shown
    assert "尚未冻结" in shown
    assert "propose-computed" not in shown.actions
    assert "尚未冻结" in await presses(cast.office, "m:propose-computed:B07.T01")
    assert await count(house, ledger_entry) == 0


async def test_one_tap_proposes_and_the_finance_bureau_checks_and_somebody_else_recognises(
    house, cast, figures
):
    await frozen(house)
    await presses(cast.office, "m:computed-points:B07")
    done = await cast.office.taps("📤 提出 金港")
    assert "已提出 1 项（台账 1）" in done
    assert "已提出：台账1" in done
    async with house.engine.begin() as conn:
        entry = await ledger.one(conn, 1)
    assert entry.cases == D("8.75")
    assert entry.fact.startswith("2013年9月 K02 累计增幅 20.00%")
    assert await state(house) == "to_check"
    await presses(cast.reviewer, "m:check-entry:1.1")
    await presses(cast.office, "m:recognise-entry:1.2")
    assert await state(house) == "checked", "who proposed it does not recognise it"
    await presses(cast.second_office, "m:recognise-entry:1.2")
    await figures.come("10-16 09:00")
    assert await state(house) == "in_force"
    assert "封顶" in await cast.contact.says("台账")


async def test_pressing_twice_and_an_old_button_propose_once(house, cast, figures):
    await frozen(house)
    await presses(cast.office, "m:propose-computed:B07.T01")
    again = await presses(cast.office, "m:propose-computed:B07.T01")
    assert "没有可提出的了" in again
    assert "没有可提出的了" in await presses(cast.second_office, "m:propose-computed:B07.all")
    assert await acts(house) == ["ledger-propose"]


async def test_what_a_rule_computes_is_not_claimed_beside_it(house, cast, figures):
    await frozen(house)
    await presses(cast.office, "m:propose-computed:B07.T01")
    shown = await claims(cast.contact, item="B07", document="张财〔2013〕9号")
    assert "同一事实已有台账1" in shown
    assert "不重复计分" in await cast.contact.taps("submit")
    assert await count(house, ledger_entry) == 1


async def test_who_may_propose_and_who_sees_what(house, cast, figures):
    await frozen(house)
    own = await cast.contact.says("加分测算 B07")
    assert "金港" in own
    assert "杨舍" not in own
    for someone in (cast.contact, cast.other_contact, cast.leader, cast.observer, cast.stranger):
        await presses(someone, "m:propose-computed:B07.all")
        assert await count(house, ledger_entry) == 0
    for wrong in ("B07.Z99", "Z99.all", "", ".", "B02.all"):
        await presses(cast.office, f"m:propose-computed:{wrong}")
    assert await count(house, ledger_entry) == 0
    assert await bugs(house) == []
    await presses(cast.reporter, "m:propose-computed:B07.all")
    assert await count(house, ledger_entry) == 1, "the verifying unit may propose too"


async def test_where_there_is_nothing_to_compute_from_it_says_so(cast, figures):
    assert "没有上年年末冻结的名次" in await cast.office.says("加分测算 B10")
    assert "还没有观察员表态" in await cast.office.says("加分测算 B11")


async def test_in_english_too(house, cast, figures):
    await frozen(house)
    await cast.office.says("/lang en")
    shown = await cast.office.says("/computed B07")
    assert "grew by 20.00%, all units by 11.25%, 8.75 percentage points more" in shown
    assert "+8.75 points (cap 8)" in shown
    assert "There are no frozen places of last year’s end" in await cast.office.says(
        "/computed B10"
    )
    await cast.office.says("/computed B07")
    assert "Proposed 1 (entry 1)" in await cast.office.taps("📤 Propose 金港")
