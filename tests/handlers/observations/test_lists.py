"""Everybody finds what is theirs to see and to do, and nothing else."""

import pytest

from handlers.operations.observing import observe_todo
from storage import observations


async def waiting(house, someone):
    async with house.deed_of(someone) as (conn, city, who):
        return await observe_todo.waiting(conn, who, city, now=house.now)


async def test_the_list_of_what_waits_follows_the_observation(house, cast, report, units_hour):
    await report()
    (item,) = await waiting(house, cast.office)
    assert (item.route, item.arg) == ("observation", "1")
    assert item.urgency.isoformat() == "2013-10-11T09:30:00+00:00"
    assert await waiting(house, cast.contact) == []
    await cast.office.taps("observation")
    await cast.office.taps("verify")
    await cast.office.taps("at-once")
    assert await waiting(house, cast.office) == []
    await units_hour()
    (item,) = await waiting(house, cast.contact)
    assert item.urgency.isoformat() == "2013-10-22T09:30:00+00:00"
    await cast.contact.taps("answer-observation")
    await cast.contact.says("已清理")
    await cast.contact.taps("submit")
    assert await waiting(house, cast.contact) == []
    (item,) = await waiting(house, cast.observer)
    assert item.urgency.isoformat() == "2013-10-22T09:30:00+00:00"
    assert "是否真正解决" in house.texts.plain("zh", item.message)
    await cast.observer.taps("✅ 已解决")
    await cast.observer.taps("fixed")
    for someone in (cast.observer, cast.contact, cast.office):
        assert await waiting(house, someone) == []


@pytest.mark.parametrize("part", ["leader", "reporter", "auditor", "other_contact"])
async def test_nothing_waits_for_anybody_else(house, cast, stands, part):
    await stands("verified")
    assert await waiting(house, getattr(cast, part)) == []


async def test_what_waits_opens_from_the_list(cast, stands):
    await stands()
    assert "核实观测 G-2013-0001（金港）" in await cast.office.says("待办")
    assert "状态：待核实" in await cast.office.taps("observation:1")


async def test_an_observer_sees_their_own_and_where_each_stands(cast, report):
    await report("河边有垃圾")
    await report("路灯不亮", category="其他")
    await cast.other_observer.says("/observations")
    assert "no observations at present" in cast.other_observer.panel.text
    await cast.office.taps("observation:1")
    await cast.office.taps("refute")
    await cast.office.says("没有看到")
    mine = await cast.observer.says("我的观测")
    assert "观测事项：2 件" in mine
    assert "G-2013-0001　金港 · 环境卫生\n　经核实不属实，不计入考核" in mine
    assert "G-2013-0002　金港 · 其他\n　待核实" in mine


async def test_a_contact_sees_what_their_unit_was_told(cast, verified, report):
    await verified()
    await report("还没有核实的事", category="其他")
    listed = await cast.contact.says("/observations")
    assert "G-2013-0001" in listed
    assert "G-2013-0002" not in listed
    assert "目前没有观测事项" in await cast.other_contact.says("/observations")


@pytest.mark.parametrize(
    ("part", "refused"), [("auditor", False), ("committee", False), ("leader", True)]
)
async def test_who_else_may_look(cast, stands, part, refused):
    await stands()
    answer = await getattr(cast, part).says("/observations")
    assert ("G-2013-0001" not in answer) == refused
    if not refused:
        card = await getattr(cast, part).taps("observation")
        assert "verify" not in card.actions


async def test_the_office_narrows_the_list_and_finds_what_is_late(house, cast, report, verified):
    await verified()
    await report("路灯不亮", category="其他")
    everything = await cast.office.says("/observations")
    assert "观测事项：2 件" in everything
    assert "🔴 超期" not in everything.text
    filed = await cast.office.taps("observations:filed")
    assert "待核实的观测：1 件" in filed
    assert "没有待观察员回看的观测" in await cast.office.taps("observations:with_observer")
    house.passes(days=5)
    late = await cast.office.says("/observations")
    assert "超期 1 件" in late
    assert "🔴 G-2013-0002" in late
    house.passes(days=10)
    assert "超过期限的观测：2 件" in await cast.office.taps("observations:overdue")


async def test_long_lists_have_pages(house, cast):
    async with house.deed_of(cast.observer) as (conn, city, who):
        for number in range(9):
            await observations.add(
                conn,
                year=2013,
                observer_id=who.id,
                point_id=None,
                unit_id=city.unit_by_code["T01"].id,
                category="other",
                said=f"第{number}件",
                place=None,
                now=house.now,
            )
    first = await cast.observer.says("我的观测")
    assert "第 1/2 页" in first
    assert "G-2013-0009" in first
    assert "G-2013-0001" not in first
    second = await cast.observer.taps("下一页 ▶")
    assert "G-2013-0001" in second
    assert "下一页 ▶" not in second.labels
    assert "第 1/2 页" in await cast.observer.taps("◀ 上一页")


async def test_an_english_reader_is_told_in_english(cast):
    await cast.other_observer.says("/observe 杨舍")
    await cast.other_observer.taps("Safety hazards")
    await cast.other_observer.says("open manhole")
    answer = await cast.other_observer.taps("📤 Submit")
    assert "Received as G-2013-0001" in answer
    assert "verifies it by Fri 11 October at 17:30" in answer
    assert "Safety hazards" in await cast.other_observer.says("/observations")


async def test_a_place_can_be_opened_on_a_map(cast):
    await cast.observer.says("观测 金港")
    await cast.observer.taps("其他")
    await cast.observer.sends_location(31.875, 120.55)
    await cast.observer.says("路面塌陷")
    await cast.observer.taps("submit")
    (card, *_) = await cast.office.taps("observation")
    assert card.key("📍 在地图上看").url.endswith("position=120.550000,31.875000&coordinate=wgs84")
