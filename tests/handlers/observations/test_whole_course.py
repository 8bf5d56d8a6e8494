"""Every way an observation can go, by every side: somebody is awaited, and everybody hears."""

from typing import get_args

import pytest

from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_step import Given, act
from scoring.observation_course import AWAITED, MOVES, OPEN, OpenState
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import observations, people


@pytest.fixture
def to_unit(report, does, cast):
    """Report something, verify it and hand it to its unit."""

    async def through():
        await report()
        await does(cast.office, "verified", "现场属实")
        return await does(cast.office, "dispatched")

    return through


# --- contests -----------------------------------------------------------------------------------


async def test_a_unit_contests_once_and_another_verifier_decides_for_good(
    house, cast, to_unit, does, state_of, todo
):
    await to_unit()
    await does(cast.contact, "unit_contested", "当天就已清运")
    assert await state_of() == "unit_contests"
    assert await todo(cast.office) == []
    assert "⚖️ 复核 G-2013-0001：金港对核实有异议" in (await todo(cast.second_office))[0]
    assert "请您复核" in cast.second_office.sees()
    with pytest.raises(NotAllowed):
        await does(cast.office, "sustained", "维持")
    await does(cast.second_office, "sustained", "照片为证")
    assert await state_of() == "dispatched"
    assert "复核：维持原来的认定" in cast.contact.sees()
    with pytest.raises(Refusal, match="observation-used-up"):
        await does(cast.contact, "unit_contested", "还是不服")


async def test_what_is_overturned_is_refuted_and_the_unit_is_told_so(
    house, cast, to_unit, does, state_of, todo
):
    await to_unit()
    await does(cast.contact, "unit_contested", "不在我镇")
    await does(cast.second_office, "refuted", "确不在该镇")
    assert await state_of() == "dismissed"
    assert "复核：不属实，已了结" in cast.contact.sees()
    assert "这是复核的最终结果" in cast.observer.sees()
    async with house.engine.begin() as conn:
        kinds = [each.kind for each in await observations.events_of(conn, 1)]
    assert kinds[-1] == "refuted"
    for someone in (cast.observer, cast.contact, cast.office, cast.second_office):
        assert await todo(someone) == []


async def test_an_observer_contests_a_refutation_and_is_right(cast, report, does, state_of, todo):
    await report()
    await does(cast.office, "refuted", "没有看到")
    assert "同意还是异议" in (await todo(cast.observer))[0]
    assert cast.contact.sees() == []
    await does(cast.observer, "observer_contested", "就在桥下")
    assert await todo(cast.office) == []
    await does(cast.second_office, "verified", "桥下确有垃圾")
    assert await state_of() == "verified"
    await does(cast.second_office, "dispatched")
    news = cast.contact.sees()
    assert "核实情况：“桥下确有垃圾”" in news
    assert "没有看到" not in news
    assert "就在桥下" not in news
    with pytest.raises(Refusal, match="observation-used-up"):
        await does(cast.contact, "unit_contested", "不服")


async def test_a_refutation_that_stands_is_over(cast, report, does, state_of):
    await report()
    await does(cast.office, "refuted", "没有看到")
    await does(cast.observer, "observer_contested", "就在桥下")
    await does(cast.second_office, "sustained", "仍未看到")
    assert await state_of() == "dismissed"
    assert "不属实，就此了结" in cast.observer.sees()
    assert cast.contact.sees() == []


async def test_closed_is_not_fixed_and_can_be_contested(cast, to_unit, does, state_of):
    await to_unit()
    await does(cast.contact, "declined", "没有经费")
    assert "办结，没有解决" in cast.observer.sees()
    await does(cast.observer, "closure_contested", "应当解决")
    assert "观察员不同意办结" in cast.contact.sees()
    await does(cast.second_office, "ordered", "属职责范围")
    assert await state_of() == "not_fixed"
    assert "责成继续办理" in cast.contact.sees()


@pytest.mark.parametrize(
    ("deed", "by"), [("accepted", "observer"), ("closure_contested", "observer")]
)
async def test_a_closing_ends_as_closed_and_not_as_fixed(cast, to_unit, does, state_of, deed, by):
    await to_unit()
    await does(cast.contact, "declined", "没有经费")
    await does(getattr(cast, by), deed, "理由")
    if deed == "closure_contested":
        await does(cast.second_office, "sustained", "确无条件")
    assert await state_of() == "closed"
    assert "未解决" in cast.contact.sees()


# --- transfers ----------------------------------------------------------------------------------


async def test_a_unit_asks_for_another_and_that_one_has_a_fresh_term(
    house, cast, to_unit, does, todo
):
    await to_unit()
    house.passes(days=6)
    await does(cast.contact, "transfer_asked", "河道属杨舍")
    assert "决定是否改转" in (await todo(cast.office))[0]
    with pytest.raises(Refusal, match="dispatch-elsewhere"):
        await does(cast.office, "dispatched", unit="T01")
    found = await does(cast.office, "dispatched", unit="T02")
    assert found.due_at.date().isoformat() == "2013-10-30"
    assert "已改转其他单位" in cast.contact.sees()
    assert "观测内容" in cast.other_contact.sees()
    assert await todo(cast.contact) == []
    assert "答复观测" in (await todo(cast.other_contact))[0]
    assert "G-2013-0001" not in await cast.contact.says("/observations")


async def test_a_refused_transfer_gives_no_time_and_the_third_cannot_be_asked_for(
    house, cast, to_unit, does
):
    before = (await to_unit()).due_at
    for _ in range(2):
        house.passes(days=2)
        await does(cast.contact, "transfer_asked", "不归我管")
        found = await does(cast.office, "transfer_refused", "职责清单第三条")
        assert found.due_at == before
    with pytest.raises(Refusal, match="observation-used-up"):
        await does(cast.contact, "transfer_asked", "真的不归我管")
    assert "申请改转" not in (await cast.contact.taps("observation")).labels


# --- partly, again and again, weeks later -------------------------------------------------------


async def test_partly_done_gives_no_time_and_is_said_once(house, cast, to_unit, does, state_of):
    before = (await to_unit()).due_at
    house.passes(days=3)
    found = await does(cast.contact, "partly_answered", "清了一半")
    assert (found.state, found.due_at) == ("partly", before)
    assert "解决了一部分" in cast.observer.sees()
    with pytest.raises(Refusal, match="observation-used-up"):
        await does(cast.contact, "partly_answered", "又清了一点")
    await does(cast.contact, "answered", "全清了")
    await does(cast.observer, "partly_fixed", "桥下还有")
    assert await state_of() == "partly"
    assert "只解决了一部分" in cast.contact.sees()


async def test_after_three_rounds_the_office_decides(cast, to_unit, does, state_of, todo):
    await to_unit()
    for _ in range(4):
        await does(cast.contact, "answered", "已清理")
        await does(cast.observer, "not_fixed", "没有")
    assert await state_of() == "stuck"
    assert "多次退回仍未解决，请决定" in (await todo(cast.office))[0]
    await does(cast.office, "ended", "已列入明年工程")
    assert await state_of() == "closed"
    assert "已办结，未解决" in cast.observer.sees()


async def test_weeks_later_the_observer_is_asked_and_it_may_come_back_once(
    house, cast, to_unit, does, state_of, todo, ticks
):
    await to_unit()
    await does(cast.contact, "answered", "已清理")
    found = await does(cast.observer, "fixed")
    assert found.due_at.date().isoformat() == "2013-11-06"
    await ticks(days=10)
    assert await state_of() == "fixed"
    cast.observer.sees()
    await ticks(days=18)
    assert await state_of() == "revisit"
    assert "仍然解决吗" in cast.observer.sees()
    assert "🔁 回访" in (await todo(cast.observer))[0]
    await does(cast.observer, "reopened", "又堆上了")
    assert "问题又出现了" in cast.contact.sees()
    await does(cast.contact, "answered", "又清了")
    await does(cast.observer, "fixed")
    assert await state_of() == "resolved"


async def test_still_fixed_is_the_best_end(cast, to_unit, does, state_of, ticks):
    await to_unit()
    await does(cast.contact, "answered", "已清理")
    await does(cast.observer, "fixed")
    await ticks(days=41)
    await does(cast.observer, "still_fixed")
    assert await state_of() == "lasting"
    assert "仍然解决" in cast.contact.sees()


# --- silence ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "end"),
    [
        ((("contact", "answered"),), "unconfirmed"),
        ((("contact", "declined"),), "closed"),
    ],
)
async def test_an_observers_silence_ends_it_and_fixes_nothing(
    cast, to_unit, does, state_of, ticks, units_hour, steps, end
):
    await to_unit()
    for who, deed in steps:
        await does(getattr(cast, who), deed, "说明")
    await ticks(days=30)
    assert await state_of() == end
    assert "不算已解决" in cast.observer.sees() or end == "closed"
    await units_hour()
    assert "已了结" in cast.contact.sees()


async def test_a_units_silence_ends_nothing_and_it_is_reminded(
    house, cast, to_unit, state_of, ticks, todo
):
    await to_unit()
    cast.contact.sees()
    await ticks(days=13)
    assert "期限10月22日（周二）17:30，请办理" in cast.contact.sees()
    await ticks(hours=1)
    assert cast.contact.sees() == []
    await ticks(days=1)
    assert "已过，请尽快办理" in cast.contact.sees()
    await ticks(days=60)
    assert await state_of() == "dispatched"
    assert len(await todo(cast.contact)) == 1


async def test_a_term_that_would_end_in_the_holidays_ends_after_them(house, cast, to_unit):
    house.passes(days=-10)
    assert house.now.astimezone().date().isoformat() == "2013-09-28"
    found = await to_unit()
    assert found.due_at.date().isoformat() == "2013-10-17"


# --- whoever is not there -----------------------------------------------------------------------


async def leaves(house, someone):
    async with house.deed_of(someone) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)


async def test_a_unit_without_a_contact_is_on_the_offices_list_and_can_be_given_to_another(
    house, cast, to_unit, does, todo, state_of
):
    await to_unit()
    await leaves(house, cast.contact)
    assert "没有联系得上的人" in (await todo(cast.office))[0]
    card = await cast.office.taps("observation")
    assert {"📨 转办", "⏹ 了结"} <= set(card.labels)
    await does(cast.office, "dispatched", unit="T02")
    assert await state_of() == "dispatched"
    assert await todo(cast.office) == []


@pytest.mark.parametrize(("deed", "end"), [("ended", "unconfirmed"), ("ordered", "not_fixed")])
async def test_an_observer_who_left_alone_lets_the_office_decide(
    house, cast, to_unit, does, todo, state_of, deed, end
):
    await to_unit()
    await does(cast.contact, "answered", "已清理")
    with pytest.raises(Outdated):
        await does(cast.office, deed, "看过")
    await leaves(house, cast.observer)
    assert "没有联系得上的人" in (await todo(cast.office))[0]
    await does(cast.office, deed, "看过")
    assert await state_of() == end


async def test_an_assigned_verifier_who_leaves_leaves_it_to_all(house, cast, report, todo):
    await report()
    await cast.office.taps("observation")
    await cast.office.taps("assign")
    await cast.office.taps("赵刚")
    assert await todo(cast.office) == []
    assert "请您核实" in cast.second_office.sees()
    await leaves(house, cast.second_office)
    assert len(await todo(cast.office)) == 1


async def test_where_the_only_other_clerk_has_a_part_the_committee_decides(
    house, cast, to_unit, does, todo, state_of
):
    await to_unit()
    async with house.deed_of(cast.second_office) as (conn, city, who):
        unit_id = city.unit_by_code["T01"].id
        await people.grant(conn, who.id, "contact", at=house.now, unit_id=unit_id)
    await does(cast.contact, "unit_contested", "不属实")
    assert len(await todo(cast.committee)) == 1
    await does(cast.committee, "sustained", "属实")
    assert await state_of() == "dispatched"


# --- everywhere ---------------------------------------------------------------------------------


async def put(house, cast, state):
    """Put an observation into a state, with a past in which the unit knows of it if it may."""
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        unit_id = city.unit_by_code["T01"].id
        for kind in ("verified", "dispatched"):
            await observations.note(
                conn, 1, kind, by=None, said=None, now=house.now, unit_id=unit_id
            )
        await observations.add_event(
            conn, 1, "filed", expected=("filed",), by=None, said=None, now=house.now, target=state
        )


@pytest.mark.parametrize("state", [each for each in get_args(OpenState) if each != "fixed"])
async def test_every_open_state_is_on_somebodys_list_and_opens_a_way_on(
    house, cast, report, todo, units_hour, state
):
    await report()
    await put(house, cast, state)
    await units_hour()
    holder = {
        "observer": cast.observer,
        "unit": cast.contact,
        "office": cast.office,
        "verifier": cast.office,
    }[AWAITED[state]]
    assert len(await todo(holder)) == 1
    async with house.deed_of(holder) as (conn, _, who):
        found = await observations.one(conn, 1)
        assert await Parties(conn, now=house.now).deeds(who, found)
    card = await holder.says("/observations")
    assert "G-2013-0001" in card
    opened = await holder.taps("observation")
    buttons = {"observation-deed", "verify", "refute", "answer-observation", "confirm-fixed"}
    assert buttons & set(opened.actions)
    for other in (cast.observer, cast.contact, cast.leader, cast.other_contact):
        assert other is holder or await todo(other) == []


@pytest.mark.parametrize("state", sorted(set(OPEN) - {"fixed"}))
async def test_with_everybody_gone_but_one_clerk_it_is_on_that_clerks_list(
    house, cast, report, todo, state
):
    await report()
    await put(house, cast, state)
    for someone in (cast.observer, cast.contact, cast.second_office, cast.committee):
        await leaves(house, someone)
    assert len(await todo(cast.office)) == 1


@pytest.mark.parametrize(
    "part", ["stranger_to_it", "other_contact", "leader", "reporter", "auditor"]
)
async def test_nobody_else_takes_a_step(house, cast, stands, part):
    await stands()
    someone = cast.other_observer if part == "stranger_to_it" else getattr(cast, part)
    steps = [(deed, min(move.sources)) for deed, moves in MOVES.items() for move in moves]
    for deed, state in steps:
        async with house.engine.begin() as conn:
            await observations.add_event(
                conn, 1, "filed", expected=(*OPEN,), by=None, said=None, now=house.now, target=state
            )
        async with house.deed_of(someone) as (conn, city, who):
            with pytest.raises((NotAllowed, NotFound)):
                await act(conn, city, who, 1, deed, Given("说明"), now=house.now)


async def test_two_presses_are_one_step(cast, to_unit, does):
    await to_unit()
    await does(cast.contact, "declined", "没有经费")
    with pytest.raises(Outdated, match="observation-moved-on"):
        await does(cast.contact, "declined", "没有经费")


async def test_the_old_button_of_a_step_says_what_has_happened_since(cast, to_unit, does):
    await to_unit()
    card = (await cast.contact.taps("observation"))[0]
    await does(cast.contact, "answered", "已清理")
    late = await cast.contact.taps("↪️ 申请改转", on=card)
    assert "已有变化，这次没有改变任何内容。现在：单位称已处理" in late


async def test_a_step_through_the_chat_asks_confirms_and_tells(cast, to_unit, state_of, units_hour):
    await to_unit()
    await cast.contact.taps("observation")
    asked = await cast.contact.taps("↪️ 申请改转")
    assert "还可申请 2 次" in asked
    assert "do" not in asked.actions
    done = await cast.contact.says("河道属杨舍")
    assert "由市绩效办决定" in done
    assert "单位申请改转" in cast.office.sees()
    await cast.office.says("待办")
    await cast.office.taps("observation:1")
    await cast.office.taps("📨 转办")
    assert "没有找到“火星”" in await cast.office.says("火星")
    assert "期限从现在起重新计算" in await cast.office.says("杨舍")
    assert "已转杨舍办理" in await cast.office.taps("do")
    assert await state_of() == "dispatched"
    await units_hour()
    assert "观测事项 G-2013-0001" in cast.other_contact.sees()


async def test_a_withdrawn_observation_never_reaches_the_unit(cast, report, state_of, todo):
    await report()
    await cast.observer.taps("observation")
    assert "单位不会知道" in await cast.observer.taps("↩️ 撤回")
    assert "就此了结" in await cast.observer.taps("do")
    assert await state_of() == "withdrawn"
    assert "已由观察员撤回" in cast.office.sees()
    assert await todo(cast.office) == []
    assert cast.contact.sees() == []
