"""The office verifies or refutes; the unit hears what was seen, and never who saw it."""

from contextlib import nullcontext

import pytest
import sqlalchemy as sa

from handlers.operations.observing.observation_step import Given, act
from handlers.operations.observing.observe import Sight
from handlers.operations.observing.observe import report as report_at_once
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import people
from storage.schema import outbox

WHO = ("袁晨曦", "长江村", "108", "O11")


async def test_the_office_sees_everything_and_hands_it_over(house, cast, report, state_of):
    await report()
    card = await cast.office.taps("observation")
    assert "状态：待核实" in card
    assert "观测点：金港镇长江村" in card
    assert "袁晨曦" not in card
    assert [each.file_id for each in card if each.file_id] == ["p1"]
    asked = await cast.office.taps("✅ 核实")
    assert "观察员的文字：“河边有垃圾”" in asked
    done = await cast.office.says("现场属实")
    assert "已转金港办理，期限10月22日（周二）17:30" in done
    assert await state_of() == "dispatched"


async def test_a_text_that_speaks_for_itself_is_handed_over_with_one_tap(cast, report, units_hour):
    await report()
    await cast.office.taps("observation")
    await cast.office.taps("verify")
    assert "已核实" in await cast.office.taps("at-once")
    assert cast.contact.sees() == []
    await units_hour()
    assert "核实情况：（没有文字）" in cast.contact.sees()


async def test_the_unit_is_told_what_and_by_when(cast, verified):
    await verified()
    news = cast.contact.sees()
    assert "观测事项 G-2013-0001　金港 · 环境卫生" in news
    assert "观测内容：“河边有垃圾”" in news
    assert "核实情况：“现场属实”" in news
    assert "请答复处理情况，期限10月22日（周二）17:30" in news
    assert "💬 答复" in news.labels
    assert cast.other_contact.sees() == []


async def test_the_observer_is_told_at_every_step(cast, verified):
    await verified()
    news = cast.observer.sees()
    assert "G-2013-0001 已核实" in news
    assert "单位须答复，期限10月22日（周二）17:30" in news


async def test_nothing_the_unit_ever_gets_tells_who_reported(house, cast, answered):
    await answered()
    await cast.observer.taps("confirm-fixed:1.no")
    await cast.observer.says("还剩一堆")
    cast.contact.sees()
    shown = [*await cast.contact.taps("observation"), *await cast.contact.says("我的观测")]
    shown += await cast.contact.taps("answer-observation")
    await cast.contact.says("再清一遍")
    await cast.contact.taps("submit")
    await cast.observer.taps("confirm-fixed:1.yes")
    await cast.observer.taps("fixed")
    shown += cast.contact.chat.messages.values()
    async with house.engine.begin() as conn:
        rows = (
            await conn.execute(sa.select(outbox).where(outbox.c.chat_id == cast.contact.user_id))
        ).all()
    assert len(rows) > 10
    everything = [each.html for each in shown]
    everything += [f"{row.message} {row.sent_text} {row.buttons} {row.file_id}" for row in rows]
    for tell_tale in WHO:
        assert [each for each in everything if tell_tale in each] == []


async def test_a_voice_is_not_passed_to_the_unit_and_photos_are(cast, units_hour):
    await cast.observer.says("观测 金港")
    await cast.observer.taps("环境卫生")
    await cast.observer.sends_voice("v1")
    await cast.observer.sends_photo("p1")
    await cast.observer.taps("submit")
    office = await cast.office.taps("observation")
    assert [each.file_id for each in office if each.file_id] == ["v1", "p1"]
    asked = await cast.office.taps("verify")
    assert "这件观测没有文字" in asked
    assert "at-once" not in asked.actions
    await cast.office.says("语音反映河边有垃圾，属实")
    await units_hour()
    cast.contact.sees()
    unit = await cast.contact.taps("observation")
    assert [each.file_id for each in unit if each.file_id] == ["p1"]
    assert "语音反映河边有垃圾" in unit


async def test_what_is_refuted_ends_there_and_its_observer_is_told_why(
    house, cast, report, state_of
):
    await report()
    await cast.office.taps("observation")
    assert "请写明理由" in await cast.office.taps("🚫 不属实")
    assert "不计入考核" in await cast.office.says("现场查看无此情况")
    news = cast.observer.sees()
    assert "经核实不属实" in news
    assert "理由：“现场查看无此情况”" in news
    assert cast.contact.sees() == []
    assert await state_of() == "refuted"


async def test_of_two_clerks_the_slower_one_is_told_and_changes_nothing(
    house, cast, report, state_of
):
    await report()
    for clerk in (cast.office, cast.second_office):
        await clerk.taps("observation")
    await cast.office.taps("verify")
    await cast.second_office.taps("refute")
    await cast.office.says("属实")
    late = await cast.second_office.says("不属实")
    assert "已有变化，这次没有改变任何内容" in late
    assert await state_of() == "dispatched"
    # The conversation is over: the next words are not taken for a reason.
    assert "没有明白" in await cast.second_office.says("不属实")


async def test_an_old_verify_button_shows_that_it_is_decided(house, cast, report, state_of):
    await report()
    card = (await cast.office.taps("observation"))[0]
    await cast.office.taps("verify")
    await cast.office.taps("at-once")
    assert "已有变化" in await cast.office.taps("refute", on=card)
    assert await state_of() == "dispatched"


@pytest.mark.parametrize(
    "part", ["contact", "other_contact", "other_observer", "reporter", "leader"]
)
async def test_before_it_is_verified_it_is_nobody_elses_to_see(cast, stands, part):
    await stands()
    news = cast.office.sees()[0]
    answer = await getattr(cast, part).taps("observation", on=news)
    assert "G-2013-0001" not in answer
    assert answer.toast is not None


@pytest.mark.parametrize(
    ("part", "allowed"),
    [
        ("office", True),
        ("second_office", True),
        ("observer", False),
        ("other_observer", False),
        ("contact", False),
        ("other_contact", False),
        ("reporter", False),
        ("leader", False),
        ("committee", False),
        ("auditor", False),
    ],
)
@pytest.mark.parametrize("deed", ["verified", "refuted"])
async def test_who_may_verify_and_refute(house, cast, report, state_of, part, allowed, deed):
    await report()
    may = (
        nullcontext()
        if allowed
        else pytest.raises((NotAllowed, NotFound), match=r"observation-(not-yours|gone)")
    )
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with may:
            await act(conn, city, who, 1, deed, Given("看过现场"), now=house.now)
    assert await state_of() == (deed if allowed else "filed")


@pytest.mark.parametrize("kind", ["contact", "reporter", "leader"])
async def test_a_clerk_of_the_observed_unit_has_no_part_in_it(house, cast, stands, kind):
    async with house.deed_of(cast.second_office) as (conn, city, who):
        unit_id = city.unit_by_code["T01"].id
        await people.grant(conn, who.id, kind, at=house.now, unit_id=unit_id)
    await stands()
    assert "新的观测" in cast.office.sees()
    assert cast.second_office.sees() == []
    listed = await cast.second_office.says("/observations")
    assert ("G-2013-0001" in listed) == (kind == "leader")
    async with house.deed_of(cast.second_office) as (conn, city, who):
        with pytest.raises((NotAllowed, NotFound), match=r"observation-(not-yours|gone)"):
            await act(conn, city, who, 1, "verified", Given("无须回避"), now=house.now)


async def test_a_clerk_who_observes_does_not_verify_what_he_reported(house, cast):
    async with house.deed_of(cast.office) as (conn, city, who):
        await people.grant(conn, who.id, "observer", at=house.now)
    async with house.deed_of(cast.office) as (conn, city, who):
        sight = Sight(None, city.unit_by_code["T01"].id, "other", "路灯不亮")
        await report_at_once(conn, city, who, sight, now=house.now)
        with pytest.raises((NotAllowed, NotFound), match=r"observation-(not-yours|gone)"):
            await act(conn, city, who, 1, "verified", Given("属实"), now=house.now)


@pytest.mark.parametrize(
    ("deed", "given", "refusal", "message"),
    [
        ("verified", " ", Refusal, "verify-needs-findings"),
        ("refuted", " ", Refusal, "observation-needs-words"),
    ],
)
async def test_words_are_asked_for_where_they_are_needed(
    house, cast, report, deed, given, refusal, message, state_of
):
    await report("")
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(refusal, match=message):
            await act(conn, city, who, 1, deed, Given(given), now=house.now)
    assert await state_of() == "filed"


@pytest.mark.parametrize("state", ["verified", "refuted", "answered", "fixed", "not_fixed"])
async def test_only_what_waits_can_be_decided(house, cast, stands, state, state_of):
    await stands(state)
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Outdated, match="observation-moved-on"):
            await act(conn, city, who, 1, "verified", Given("属实"), now=house.now)
        with pytest.raises(Outdated, match="observation-moved-on"):
            await act(conn, city, who, 1, "refuted", Given("不属实"), now=house.now)
        with pytest.raises(NotFound, match="observation-gone"):
            await act(conn, city, who, 2, "verified", Given("属实"), now=house.now)
    assert await state_of() == state
