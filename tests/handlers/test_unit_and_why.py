"""A unit's card and the reasons for its points: for the unit itself, its leaders, the office."""

import re
from decimal import Decimal

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import presses

from storage import observations, people, readings
from storage.readings import Reading


@pytest.fixture
async def ranked(house):
    """Let K02 of September be known."""
    await release(house, "K02", by_town("48.2", 55, 28, 17), bases=by_town(41, 50, 25, 15))


async def test_a_contact_sees_their_own_card_with_a_picture(cast, ranked):
    shown = await cast.contact.says("本单位")
    assert "张家港保税区（金港镇）　第 1/4 位" in shown
    assert shown[0].artwork_id is not None


async def test_a_card_says_what_to_add_and_the_engine_keeps_the_promise(house, cast, ranked):
    shown = await cast.other_contact.says("本单位")
    promised = re.search(
        r"K02 .+?补 ([\d.]+)亿元（55 → ([\d.]+)），可 \+([\d.]+) 分，升 (\d) 位", shown.text
    )
    assert promised, shown.text
    before = re.search(r"，([\d.]+)/100 分", shown.text)
    house.passes(minutes=1)
    figures = by_town("48.2", promised[2], 28, 17)
    await release(house, "K02", figures, bases=by_town(41, 50, 25, 15))
    after = re.search(r"，([\d.]+)/100 分", (await cast.other_contact.says("本单位")).text)
    assert Decimal(after[1]) - Decimal(before[1]) == Decimal(promised[3])


async def test_a_card_says_movement_coverage_moment_and_what_waits(house, cast, ranked):
    await release(house, "K02", by_town(40, 60, 25, 15), period=AUGUST)
    shown = await cast.contact.says("本单位")
    first, *_ = shown.text.splitlines()
    assert first == "张家港保税区（金港镇）　第 1/4 位 ↑2"
    for said in ("已评权重 60%", "数据截至 10月8日", "领先后一位", "各月位次：8月 3 → 9月 1"):
        assert said in shown, shown.text
    assert "待报、待核数据 2 项：K03 K08" in shown


async def test_an_observation_that_waits_for_the_unit_is_on_its_card_with_the_way_there(
    house, cast, ranked
):
    async with house.engine.begin() as conn:
        found = await observations.add(
            conn,
            year=2013,
            observer_id=8,
            point_id=1,
            unit_id=1,
            category="road",
            said="路灯不亮",
            place=None,
            now=house.now,
        )
        moved = {"expected": ["filed"], "by": 6, "said": None, "now": house.now}
        assert await observations.add_event(conn, found.id, "dispatched", **moved)
    shown = await cast.contact.says("本单位")
    assert "等贵单位答复的观测" not in shown  # the unit is told of it tomorrow at nine
    house.passes(days=1)
    shown = await cast.contact.says("本单位")
    assert "等贵单位答复的观测 1 件" in shown
    assert "待办" in await cast.contact.taps("todo")
    assert "todo" not in (await cast.leader.says("单位 金港")).actions


@pytest.mark.parametrize("asked", ["单位 杨舍", "/unit T02", "为什么 杨舍", "为什么 经开区 K02"])
async def test_a_contact_sees_no_other_units_card_nor_reasons(cast, ranked, asked):
    shown = await cast.contact.says(asked)
    assert "杨舍 的卡片只对本单位、分管领导和绩效办开放" in shown
    assert "55" not in shown.text


@pytest.mark.parametrize("route", ["unit", "why"])
async def test_a_forged_button_shows_no_other_unit(cast, ranked, route):
    assert "只对本单位" in await presses(cast.contact, f"m:{route}:T02.2013-09")


@pytest.mark.parametrize("part", ["leader", "committee", "office", "auditor"])
async def test_who_sees_every_card(cast, ranked, part):
    assert "塘桥镇　第" in await getattr(cast, part).says("单位 塘桥")


@pytest.mark.parametrize("part", ["reporter", "reviewer", "observer"])
async def test_who_sees_no_card(cast, ranked, part):
    assert "您的角色不办理这一项" in await getattr(cast, part).says("单位 塘桥")


async def test_a_leader_in_charge_of_one_unit_is_refused_the_others(house, cast, ranked):
    async with house.engine.begin() as conn:
        person_id = await people.add(conn, name="高远", lang="zh", user_id=300)
        await people.grant(conn, person_id, "leader", at=house.now, unit_id=4)
    leader = type(cast.leader)(house, 300, "高远")
    assert "塘桥镇" in await leader.says("单位 塘桥")
    assert "只对本单位" in await leader.says("单位 金港")
    assert (await leader.says("单位")).labels == ["塘桥", "🏠 主菜单"]


async def test_a_city_leader_chooses_among_the_towns(cast, ranked):
    shown = await cast.leader.says("单位")
    assert shown.labels == ["金港", "杨舍", "锦丰", "塘桥", "🏠 主菜单"]
    assert "锦丰镇" in await cast.leader.taps("锦丰")


async def test_a_card_before_any_figure_says_so(cast):
    assert "还没有可评分的数据" in await cast.contact.says("本单位")


async def test_why_shows_the_computation_the_source_and_the_rule(house, cast, ranked):
    shown = await cast.contact.says("为什么 K02")
    assert "完成 48.2 ÷ 年度目标 60" in shown
    assert "本期计划进度 75%" in shown
    assert "来源：市财政局" in shown
    assert "progress:50|growth:30|contribution:20" in shown


async def test_why_counts_the_versions_that_a_unit_may_know_of(house, cast, ranked):
    async with house.engine.begin() as conn:
        await readings.add_filing(
            conn,
            indicator_id=1,
            period=SEPTEMBER,
            filed_by=None,
            way="typed",
            sent_at=house.now,
            now=house.now,
            readings=[Reading(unit_id=1, answer="value", value=Decimal("48.3"))],
        )
    assert "个版本" not in await cast.contact.says("为什么 K02")
    house.passes(minutes=1)
    await release(house, "K02", by_town("48.4", 55, 28, 17), bases=by_town(41, 50, 25, 15))
    assert "共 2 个版本" in await cast.contact.says("为什么 K02")


async def test_why_of_everything_offers_each_indicator(cast, ranked):
    shown = await cast.contact.says("为什么")
    assert "K02" in shown.labels
    assert "K02 公共财政预算收入" in await cast.contact.taps("K02")


async def test_why_of_what_does_not_apply_says_where_its_points_went(cast, ranked):
    shown = await cast.leader.says("为什么 塘桥 K03")
    assert "不适用于该单位，其分值在同板块内按比例折算" in shown


async def test_why_of_what_is_missing_names_who_owes_it(cast, ranked):
    shown = await cast.contact.says("为什么 K08")
    assert "市统计局 尚未报送本期数据" in shown


@pytest.mark.parametrize("asked", ["为什么 乌有", "单位 <b>", "为什么 K99"])
async def test_an_unknown_name_is_answered_with_the_ways_to_ask(cast, ranked, asked):
    assert "没有认出" in await cast.leader.says(asked)


async def test_a_name_of_several_units_is_a_question(cast, ranked):
    shown = await cast.leader.says("单位 张家港")
    assert shown.labels == ["金港", "杨舍"]
