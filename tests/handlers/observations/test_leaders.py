"""Leaders read what their units were told, as the units read it, and instruct from there."""

import json

import pytest
import sqlalchemy as sa

from storage import people
from storage.schema import artwork, matter


@pytest.fixture
def leads(house, cast):
    """Let the leader lead these units and no longer the whole city."""

    async def change(*codes):
        async with house.deed_of(cast.leader) as (conn, city, who):
            for role in who.roles:
                await people.revoke(conn, role.id, at=house.now)
            for code in codes:
                unit_id = city.unit_by_code[code].id
                await people.grant(conn, who.id, "leader", at=house.now, unit_id=unit_id)

    return change


async def test_a_leader_opens_it_without_a_trace_of_who_saw_it(house, cast, leads):
    await leads("T01")
    await cast.observer.says("观测")
    await cast.observer.taps("张家港保税区（金港镇）")
    await cast.observer.taps("环境卫生")
    await cast.observer.sends_photo("p-file")
    await cast.observer.sends_voice("v-file")
    await cast.observer.says("我是袁晨曦，河边有垃圾")
    house.passes(minutes=17)
    await cast.observer.taps("submit")
    assert "目前没有观测事项" in await cast.leader.says("/observations")
    await cast.office.taps("observation")
    await cast.office.taps("verify")
    await cast.office.says("现场属实")
    house.passes(days=1)
    await cast.leader.says("/observations")
    shown = await cast.leader.taps("observation:1")
    assert "我是＊＊，河边有垃圾" in shown
    assert "现场属实" in shown
    assert [each.file_id for each in shown if each.file_id] == ["p-file"]
    for trace in ("袁晨曦", "长江村", "v-file", "9:17", "09:17", "9:00"):
        assert trace not in f"{shown.text} {[each.file_id for each in shown]}", trace
    assert set(shown.actions) <= {
        "instruct", "issue-rectification", "observations", "todo", "observation",
    }  # fmt: skip


@pytest.mark.parametrize("deed", ["verify", "refute", "hide", "star", "assign"])
async def test_a_leader_does_nothing_of_the_offices_with_it(cast, report, state_of, deed):
    await report()
    card = (await cast.office.taps("observation:1"))[0]
    assert card.key(deed)
    answer = await cast.leader.taps(deed, on=card)
    assert "您的角色" in answer or "没有这件观测事项" in answer
    assert await state_of() == "filed"


async def test_a_leader_answers_for_no_unit(cast, verified, state_of):
    await verified()
    answer = await cast.leader.taps("answer-observation", on=cast.contact.sees()[0])
    assert "您的角色" in answer
    assert await state_of() == "dispatched"


async def test_a_leader_of_another_unit_and_one_no_longer_in_charge_see_nothing(
    cast, verified, leads
):
    await verified()
    await cast.leader.says("/observations")
    old = cast.leader.panel
    await leads("T02")
    assert "目前没有观测事项" in await cast.leader.says("/observations")
    assert "没有这件观测事项" in await cast.leader.taps("observation:1", on=old)


async def test_a_leader_of_the_city_reads_of_every_unit(cast, happened, on):
    handed = [("filed", 10, 1), ("verified", 10, 1), ("dispatched", 10, 1)]
    await happened(
        ("T01", "works", "路灯", *handed),
        ("T02", "works", "窨井", *handed),
        ("T03", "works", "护栏", ("filed", 10, 1)),
    )
    on(10, 9)
    shown = await cast.leader.says("/observations")
    assert "G-2013-0001" in shown
    assert "G-2013-0002" in shown
    assert "G-2013-0003" not in shown
    of_one = await cast.leader.says("/observations all.1.T02")
    assert "G-2013-0001" not in of_one
    assert "G-2013-0002" in of_one
    late = await cast.leader.taps("observations:with_unit.1.T02")
    assert "G-2013-0001" not in late
    assert "G-2013-0002" in late


async def test_an_instruction_is_given_under_it(house, cast, verified, leads):
    await leads("T01")
    await verified()
    await cast.leader.says("/observations")
    await cast.leader.taps("observation:1")
    await cast.leader.taps("instruct")
    await cast.leader.says("三天内清理完")
    await cast.leader.taps("desk")
    await cast.leader.taps(next(k for k in cast.leader.panel.labels if "月" in k))
    await cast.leader.taps("✅ 下达")
    async with house.engine.begin() as conn:
        (row,) = (await conn.execute(sa.select(matter))).all()
    assert row.about == "observation:1"
    assert "袁晨曦" not in cast.contact.sees()


async def test_a_leaders_heat_table_is_of_the_own_units(house, cast, leads, happened, on):
    handed = [("filed", 10, 1), ("verified", 10, 1), ("dispatched", 10, 1)]
    await happened(("T01", "works", "路灯", *handed), ("T02", "works", "窨井", *handed))
    on(10, 9)
    await leads("T02")
    shown = await cast.leader.says("观测热力图")
    assert "热力图（杨舍）" in shown
    async with house.engine.begin() as conn:
        book = json.loads(await conn.scalar(sa.select(artwork.c.book)))
    assert {each["unit_code"] for each in book["cells"]} == {"T02"}
    await leads("T04")
    assert "还没有您可以看的观测" in await cast.leader.says("观测热力图")
    await leads()
    assert "您的角色" in await cast.leader.says("观测热力图")
