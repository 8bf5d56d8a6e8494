"""The month a person is offered: what is open and falls due decides, from the freeze on."""

import pytest
from clock_city import AUGUST, SEPTEMBER, moment

from handlers.contents import build_router
from handlers.operations.clock import collecting
from handlers.operations.months import freeze_period
from scoring.model import Period


@pytest.fixture
async def frozen(city):
    """Let the whole bot stand on 26 September, the freeze of August being over."""
    city.house.router = build_router()
    await city.ticks("09-25 17:31")
    await city.ticks("09-26 09:00")
    return city


async def collected(city):
    async with city.house.deed_of(city.reporter) as (conn, known, who):
        units = who.units_as("reporter")
        return await collecting.month_to_file(conn, known, units, now=city.house.now)


async def test_the_month_that_still_runs_is_offered_once_the_ladder_asks_for_it(city):
    await city.ticks("09-25 17:00")
    assert await collected(city) == AUGUST
    await city.ticks("09-25 17:31")
    assert await collected(city) == SEPTEMBER  # due on 8 October, five working days ahead


async def test_where_all_is_locked_and_nothing_is_asked_for_it_says_from_when(frozen):
    shown = await frozen.statistician.says("填报")
    assert "2013年8月已锁定，2013年9月的指标从 10月1日（周二） 起可以填报" in shown
    assert "📥 2013年9月填报表" in shown.labels


async def test_on_the_last_day_of_the_month_its_own_figures_are_filed(frozen):
    await frozen.ticks("09-30 09:00")
    shown = await frozen.reporter.says("填报")
    assert "2013年9月" in shown
    assert "2013年8月" not in shown
    await frozen.reporter.says("K02\n金港 70\n杨舍 66\n锦丰 60\n塘桥 50\n凤凰 30\n乐余 20")
    assert "回执" in await frozen.reporter.taps("file")


async def test_the_todo_list_names_what_is_asked_for_and_nothing_that_is_locked(frozen):
    await frozen.ticks("09-30 09:00")
    shown = await frozen.reporter.says("/todo")
    assert "2013年9月" in shown
    assert "2013年8月" not in shown
    await frozen.statistician.says("/todo")
    assert "M08" not in frozen.statistician.sees()  # due on 18 October: not asked for yet


async def test_what_nobody_asks_for_yet_says_from_when_it_may_be_filed(frozen):
    assert "2013年8月已锁定" in await frozen.statistician.says("填报 M08")
    shown = await frozen.statistician.says("填报 M08 2013年9月")
    assert "从 10月1日（周二） 起可以填报" in shown


async def test_a_frozen_month_that_is_named_is_shown_with_its_lock_and_the_way_out(frozen):
    shown = await frozen.reporter.says("填报 8月")
    assert "2013年8月" in shown
    refused = await frozen.reporter.taps("pick")
    assert "申请延期" in str(refused.labels)


async def test_a_reopened_figure_is_offered_beside_the_month_that_runs(frozen):
    async with frozen.house.deed_of(frozen.office) as (conn, known, who):
        row = next(r for r in known.indicator_by_id.values() if r.indicator.code == "K03")
        await freeze_period.reopen(
            conn,
            known,
            who,
            row,
            AUGUST,
            reason="漏报补录",
            until=moment("09-30 17:30"),
            now=frozen.house.now,
        )
    assert await collected(frozen) == AUGUST
    await frozen.reporter.says("/cancel")
    shown = await frozen.reporter.says("填报")
    assert "2013年8月" in shown
    await frozen.reporter.says("/cancel")
    other = await frozen.reporter.says("填报 K02")
    assert "2013年9月" in other
    await frozen.ticks("09-30 17:31")
    assert await collected(frozen) == SEPTEMBER


async def test_figures_on_the_desk_keep_their_month(frozen):
    async with frozen.house.deed_of(frozen.office) as (conn, known, who):
        row = next(r for r in known.indicator_by_id.values() if r.indicator.code == "K03")
        await freeze_period.reopen(
            conn,
            known,
            who,
            row,
            AUGUST,
            reason="漏报补录",
            until=moment("09-30 17:30"),
            now=frozen.house.now,
        )
    await frozen.ticks("09-30 09:00")
    shown = await frozen.reporter.says("填报 9月")
    assert "📅 改填 2013年8月" in shown.labels
    shown = await frozen.reporter.taps("month")
    assert "2013年8月填报" in shown


async def test_the_office_stays_with_a_frozen_month_until_it_is_released(frozen):
    async with frozen.house.deed_of(frozen.office) as (conn, known, _):
        assert await collecting.month_at_the_office(conn, known, now=frozen.house.now) == AUGUST
        assert await collecting.month_collected(conn, known, now=frozen.house.now) == SEPTEMBER
    await frozen.office.says("/release")
    await frozen.office.taps("✅ 确认发布")
    async with frozen.house.deed_of(frozen.office) as (conn, known, _):
        assert await collecting.month_at_the_office(conn, known, now=frozen.house.now) == SEPTEMBER
    assert "2013年9月" in await frozen.office.says("/office")


async def test_in_january_the_december_figures_are_asked_for(city):
    async with city.house.deed_of(city.reporter) as (conn, known, who):
        units = who.units_as("reporter")
        january = moment("09-24 18:00").replace(year=2014, month=1, day=8)
        found = await collecting.month_to_file(conn, known, units, now=january)
        assert found == Period(2013, 12)
