"""序时计划: computed from last years, shown to the monitoring unit, confirmed by the office."""

from decimal import Decimal

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import count, presses

from handlers.boards import BoardShelf
from handlers.operations.targets import season_plans
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, people, periods
from storage.schema import season_event, season_proposal

SHARES = (5, 10, 20, 30, 40, 45, 50, 55, 60, 70, 85, 100)


@pytest.fixture
async def last_year(house):
    """Put the whole of 2012 on file for K02: slow until autumn."""
    for month, share in enumerate(SHARES, start=1):
        values = by_town(*(Decimal(share * size) / 100 for size in (50, 60, 30, 20)))
        await release(house, "K02", values, period=Period(2012, month))


@pytest.fixture
async def this_year(house):
    for month in (AUGUST, SEPTEMBER):
        await release(house, "K02", by_town(33, 50, 20, 16), period=month)


async def proposed(house, cast, part="office"):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        return await season_plans.propose(conn, city, who, city.indicator(1), now=house.now)


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part", ["reviewer", "other_reporter", "contact", "leader", "committee", "auditor", "observer"]
)
async def test_who_may_not_propose_a_plan(house, cast, last_year, part):
    with pytest.raises(NotAllowed, match="season-not-yours"):
        await proposed(house, cast, part)
    assert await count(house, season_proposal) == 0


async def test_less_than_a_full_year_is_not_enough(house, cast):
    for month in range(1, 12):
        await release(house, "K02", by_town(1, 2, 3, 4), period=Period(2012, month))
    with pytest.raises(Refusal, match="season-no-full-year"):
        await proposed(house, cast)


async def test_a_level_has_no_plan_and_one_waits_at_a_time(house, cast, last_year):
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Refusal, match="season-not-cumulative"):
            await season_plans.propose(conn, city, who, city.indicator(2), now=house.now)
    await proposed(house, cast)
    with pytest.raises(Outdated, match="season-open-already"):
        await proposed(house, cast)


@pytest.mark.parametrize(
    ("part", "refusal", "message"),
    [
        ("reporter", NotAllowed, "season-office-confirms"),
        ("reviewer", NotAllowed, "season-office-confirms"),
        ("auditor", NotAllowed, "season-office-confirms"),
        ("other_reporter", NotFound, "season-gone"),
        ("contact", NotFound, "season-gone"),
        ("leader", NotFound, "season-gone"),
    ],
)
async def test_only_the_office_confirms(house, cast, last_year, part, refusal, message):
    await proposed(house, cast)
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(refusal, match=message):
            await season_plans.confirm(conn, city, who, 1, SEPTEMBER, now=house.now)
    assert await count(house, season_event) == 0


async def test_no_plan_counts_for_a_frozen_month_or_another_year(house, cast, last_year):
    await proposed(house, cast)
    async with house.engine.begin() as conn:
        await periods.add(conn, scheme_id=1, period=AUGUST, act="frozen", by=None, now=house.now)
    for month in (AUGUST, Period(2014, 1)):
        async with house.deed_of(cast.office) as (conn, city, who):
            with pytest.raises(Refusal, match="season-month-frozen"):
                await season_plans.confirm(conn, city, who, 1, month, now=house.now)


# --- the way through -----------------------------------------------------------------------------


async def test_a_plan_is_looked_at_proposed_commented_on_and_confirmed(
    house, cast, last_year, this_year
):
    await cast.office.says("/targets")
    listed = await cast.office.taps("📈 序时计划")
    assert "K02 公共财政预算收入　有 1 个完整年度，现按月均" in listed
    assert "K08 全社会固定资产投资　往年数据不足一年" in listed
    assert "K03" not in listed
    computed = await cast.office.taps("K02")
    assert "按 1 个完整年度测算（2012，4 个单位）" in computed
    assert "9月 60.0（—）" in computed
    shown = await cast.office.taps("📨 提请确认")
    assert "已发给监测单位和绩效办" in shown
    assert "如现在执行，2013年9月得分将变为" in shown
    assert "金港" in shown
    told = cast.reporter.sees()
    assert "序时计划待确认：K02" in told
    assert told[0].artwork_id is not None
    await cast.reporter.taps("season")
    assert "请直接发送" in await cast.reporter.taps("💬 提意见")
    assert "已送绩效办" in await cast.reporter.says("十月集中入库，可再低一些")
    assert "十月集中入库" in cast.second_office.sees()
    assert "待确认序时计划：K02" in await cast.second_office.says("待办")
    await cast.second_office.taps("season")
    done = await cast.second_office.taps("season-confirm:1.2013-01")
    assert "自 2013年1月起执行" in done
    assert "序时计划已确认" in cast.reporter.sees()
    async with house.engine.begin() as conn:
        acts = [each.act for each in await journal.latest(conn, limit=3)]
    assert acts == ["season-confirmed", "season-commented", "season-proposed"]


async def test_what_the_plan_would_change_is_what_it_changes(house, cast, last_year, this_year):
    shown = await _effect(house, cast)
    async with house.deed_of(cast.office) as (conn, city, who):
        await season_plans.confirm(conn, city, who, 1, SEPTEMBER, now=house.now)
        boards = house.services.boards
        after = await boards.result(conn, city, city.schemes[0], SEPTEMBER)
        assert {move.unit: move.score_after for move in shown.moves} == {
            move.unit: after.units[move.unit].score for move in shown.moves
        }
        assert shown.moves
    fresh = await _from_scratch(house, cast)
    assert fresh.units["T01"].score == after.units["T01"].score


async def _effect(house, cast):
    made = await proposed(house, cast)
    async with house.deed_of(cast.office) as (conn, city, _):
        return await season_plans.effect(conn, city, house.services.boards, made, SEPTEMBER)


async def _from_scratch(house, cast):
    async with house.deed_of(cast.office) as (conn, city, _):
        return await BoardShelf().result(conn, city, city.schemes[0], SEPTEMBER)


async def test_it_counts_from_its_month_in_scores_and_before_a_filing(
    house, cast, last_year, this_year
):
    august = await cast.leader.says("排名 2013-08")
    september = await cast.leader.says("排名 2013-09")
    assert "计划 45" in await cast.reporter.says("/file K02")
    await cast.reporter.says("/cancel")
    await proposed(house, cast)
    await presses(cast.office, "m:season-confirm:1.2013-09")
    assert (await cast.leader.says("排名 2013-08")).text == august.text
    assert (await cast.leader.says("排名 2013-09")).text != september.text
    assert "计划 36" in await cast.reporter.says("/file K02")
    why = await cast.contact.says("为什么 K02 2013-09")
    assert "本期计划进度 60" in why, why.text


async def test_old_buttons_other_people_and_wrong_bytes_change_nothing(house, cast, last_year):
    await proposed(house, cast)
    await presses(cast.office, "m:season-drop:1")
    assert "没有重复生效" in await presses(cast.office, "m:season-confirm:1.2013-09")
    assert "没有重复生效" in await presses(cast.second_office, "m:season-drop:1")
    for bytes_ in ("m:season:x", "m:season-confirm:1.now", "m:season-of:99", "m:season-propose:"):
        assert "没有这项" in await presses(cast.office, bytes_) or "没有找到" in (
            await presses(cast.office, bytes_)
        )
    assert await count(house, season_event) == 1


async def test_a_plan_that_changes_nothing_is_not_proposed_again(house, cast, last_year):
    await proposed(house, cast)
    await presses(cast.office, "m:season-confirm:1.2013-01")
    with pytest.raises(Refusal, match="season-same"):
        await proposed(house, cast)


async def test_in_english_too(house, cast, last_year, this_year):
    async with house.deed_of(cast.office) as (conn, _, who):
        await people.set_lang(conn, who.id, "en")
    assert "1 full year" in await cast.office.says("/seasons")
    assert "Sep 60.0" in await cast.office.taps("K02")
    assert "points of September 2013 would be" in await cast.office.taps("season-propose")
