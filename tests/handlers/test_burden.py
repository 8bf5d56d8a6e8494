"""What a month's figures took, and who would have to do more: counted, never ranked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rough_hands import count, presses
from small_city import REVENUE
from test_file_readings import PASTE

from handlers.operations.imports.import_burden import burden_lines
from handlers.operations.imports.import_plan import Change, IndicatorDeed, Item, Plan
from scoring.model import Period
from storage import acts, updates
from storage.schema import act


@pytest.fixture
async def filed(cast):
    """Let K02 be pasted and handed in, looked at and released."""
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await cast.reviewer.says("/review")
    await cast.reviewer.taps("release")


async def test_the_office_sees_what_a_month_took_by_unit_and_by_person(cast, filed):
    shown = await cast.office.says("减负账")
    assert "2013年9月减负账：2 人，消息 2 条，点按 2 次" in shown
    assert "报数 4 个，每十个数 10.0 次" in shown
    assert "财政局：2 人，消息 2，点按 2，报数 4" in shown
    assert "不评比、不排名" in shown
    shown = await cast.office.taps("财政局")
    lines = [line for line in shown.text.splitlines() if line.startswith("•")]
    assert [line.split("：")[0] for line in lines] == ["• 林晓燕", "• 周建平"]
    assert "周建平：消息 1，点按 1，收到推送 1" in shown


async def test_the_month_before_is_beside_it(house, cast, filed):
    house.passes(days=31)
    shown = await cast.office.says("减负账 2013-10")
    assert "上月共 4 次，每十个数 10.0 次" in shown
    assert "◀ 上月" in shown.labels
    assert "4 个" in await cast.office.taps("◀ 上月")


async def test_what_is_looked_at_besides_is_no_burden_of_the_figures(cast, filed):
    await cast.reporter.says("/help")
    await cast.reporter.says("/todo")
    assert "消息 2 条，点按 2 次" in await cast.office.says("减负账")


async def test_what_is_done_in_a_months_last_days_belongs_to_the_month_it_is_about(house, cast):
    at = datetime(2013, 10, 31, 1, 0, tzinfo=UTC)  # October is asked for; September is collected
    async with house.engine.begin() as conn:
        for number, period in enumerate((Period(2013, 10), Period(2013, 9), None)):
            await updates.claim(conn, 900 + number, now=at)
            await acts.add(
                conn,
                update_id=900 + number,
                person_id=1,
                kind="message",
                errand="file",
                draft_id=None,
                period=period,
                now=at,
            )
    # What was about no month counts by the calendar.
    assert "2013年9月减负账：1 人，消息 2 条" in await cast.office.says("减负账 2013-09")
    assert "2013年10月减负账：1 人，消息 1 条" in await cast.office.says("减负账 2013-10")


async def test_what_is_corrected_long_after_still_belongs_to_its_month(house, cast, filed):
    house.now = datetime(2013, 12, 2, 1, 0, tzinfo=UTC)
    await cast.reporter.says("/file K02 9月")
    assert "消息 3 条，点按 2 次" in await cast.office.says("减负账 2013-09")
    assert "2013年11月减负账：0 人" in await cast.office.says("减负账 2013-11")


async def test_the_blank_is_fetched_for_its_month(house, cast, filed):
    await cast.reporter.says("填报表")
    assert "消息 3 条" in await cast.office.says("减负账 2013-09")


async def test_an_update_that_comes_twice_is_one_act(house, cast):
    await cast.reporter.says("/help")
    before = await count(house, act)
    house.last_update_id -= 1
    await cast.reporter.says("/help")
    assert await count(house, act) == before


async def test_a_new_request_is_reckoned_by_what_filing_really_took(cast, filed):
    shown = await cast.office.says("谁会多做什么 财政局 月报 3项 10个")
    assert "市财政局每月多填 30 格，一年 360 格" in shown
    assert "约 8 条消息、点按 8 次" in shown
    assert "粘贴的实际：4 个数共 2 次" in shown
    shown = await cast.office.taps("季报")
    assert "每季多填 30 格，一年 120 格" in shown
    assert "40 格" in await cast.office.taps("+ 1 项")


async def test_an_indicator_brings_its_unit_and_its_towns(cast, filed):
    shown = await cast.office.says("谁会多做什么 K02 年报")
    assert "市财政局每年多填 4 格，一年 4 格" in shown


async def test_a_unit_is_chosen_by_a_button_too(cast):
    await cast.office.says("/office")
    await cast.office.taps("🧮 减负账")
    await cast.office.taps("❓ 谁会多做什么")
    shown = await cast.office.taps("统计局")
    assert "市统计局每月多填 10 格" in shown
    assert "还没有以往的填报可参照" in shown


@pytest.mark.parametrize("asked", ["乌有", "K99", "<b>", "财政局 天天"])
async def test_what_is_not_understood_is_named(cast, asked):
    assert "没有认出" in await cast.office.says(f"谁会多做什么 {asked}")


@pytest.mark.parametrize(
    "part", ["reporter", "reviewer", "contact", "leader", "observer", "auditor", "committee"]
)
async def test_only_the_office_counts(cast, part):
    for said in ("/burden", "/cost"):
        assert "您的角色不办理这一项" in await getattr(cast, part).says(said)


@pytest.mark.parametrize("forged", ["m:burden:2013-09.XX", "m:cost:JJ04.x.0.0", "m:cost:....."])
async def test_a_forged_button_is_answered(cast, filed, forged):
    shown = await presses(cast.office, forged)
    assert shown.text


async def test_an_import_says_beforehand_who_would_file_how_much_more(house, cast, texts, filed):
    def item(state, code, *changes, **facts):
        deed = IndicatorDeed("2013-towns", replace(REVENUE, code=code, **facts), None, None)
        return Item("indicator", state, "indicators.csv", 2, code, deed, changes)

    slower = Change("frequency", "monthly", "quarterly")
    made = Plan(
        items=[
            *(item("added", f"N{n}", monitoring_unit="JJ01") for n in range(3)),
            item("removed", "K02"),
            item("changed", "K03", slower, frequency="quarterly", monitoring_unit="JJ01"),
        ]
    )
    async with house.engine.begin() as conn:
        said = [texts.plain("zh", each) for each in await burden_lines(conn, made, now=house.now)]
    assert "新增 3 项取消 1 项月报：统计局每次多填 8 格，约 2 条消息" in said[0]
    assert "取消 1 项月报：财政局每次少填 4 格" in said[1]
    assert "新增 1 项季报：统计局每次多填 4 格" in said[2]
