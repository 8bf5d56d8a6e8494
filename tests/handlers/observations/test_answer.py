"""What the unit says is the unit's word; fixed is what the observer says; neither is closed."""

from contextlib import nullcontext

import pytest

from handlers.operations.observing.observation_step import Given, act
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import observation_files, observations, points
from storage.observation_files import File


async def test_the_unit_answers_with_words_and_pictures(house, cast, verified, state_of):
    await verified()
    asked = await cast.contact.taps("💬 答复")
    assert "期限10月22日（周二）17:30" in asked
    assert "请写明处理情况" in await cast.contact.sends_photo("after")
    assert "submit" not in cast.contact.panel.labels
    await cast.contact.sends_document("整改报告.docx", "report")
    await cast.contact.says("已清理完毕")
    done = await cast.contact.taps("submit")
    assert "还不等于已解决" in done
    assert await state_of() == "answered"
    async with house.engine.begin() as conn:
        files = await observation_files.files_of(conn, 1)
    assert [(each.side, each.file_id) for each in files] == [
        ("observer", "p1"),
        ("unit", "after"),
        ("unit", "report"),
    ]


async def test_the_observer_is_asked_whether_it_is_really_fixed(cast, answered):
    cast.observer.sees()
    await answered()
    news = cast.observer.sees()
    assert "单位说：“已清理完毕”" in news
    assert "这是单位的说法" in news
    assert news[-1].labels[:2] == ["✅ 已解决", "❌ 未解决"]
    card = await cast.observer.taps("observation")
    assert "状态：单位称已处理，待观察员回看" in card


async def test_fixed_says_the_observer_and_the_unit_hears_it(cast, answered, state_of, units_hour):
    await answered()
    assert "您看到问题确已解决" in await cast.observer.taps("✅ 已解决")
    assert await state_of() == "answered"
    assert "由您确认已解决" in await cast.observer.taps("fixed")
    await units_hour()
    news = cast.contact.sees()
    assert "观察员确认已解决" in news
    assert "观察员说：（没有文字）" in news
    assert await state_of() == "fixed"


async def test_not_fixed_goes_back_to_the_unit_with_a_new_term_and_the_office_hears(
    house, cast, answered, state_of, units_hour
):
    await answered()
    house.passes(days=7)
    for someone in (cast.contact, cast.office):
        someone.sees()
    await cast.observer.taps("❌ 未解决")
    done = await cast.observer.says("还剩一堆")
    assert "已退回单位，单位须再次答复，期限10月31日（周四）17:30" in done
    await units_hour()
    back = cast.contact.sees()
    assert "观察员反映未解决" in back
    assert "“还剩一堆”" in back
    assert "💬 答复" in back.labels
    assert "已退回单位，期限" in cast.office.sees()
    assert await state_of() == "not_fixed"


async def test_every_round_is_told_anew(cast, answered, units_hour):
    await answered()
    for number in (1, 2):
        assert "已答复" in cast.observer.sees()
        await cast.observer.taps("❌ 未解决")
        await cast.observer.says(f"第{number}次回看，还没有")
        await units_hour()
        assert f"第{number}次回看" in cast.contact.sees()
        await cast.contact.taps("answer-observation")
        await cast.contact.says("又清理了一遍")
        await cast.contact.taps("submit")
    await cast.observer.taps("✅ 已解决")
    await cast.observer.says("这回清了")
    await units_hour()
    assert "观察员说：“这回清了”" in cast.contact.sees()
    card = await cast.office.taps("observation")
    assert card.text.count("单位答复：") == 3
    assert card.text.count("观察员反映未解决") == 2
    assert "状态：观察员确认已解决" in card


async def test_an_observer_who_answers_twice_is_heard_once(house, cast, answered, state_of):
    await answered()
    asked = cast.observer.sees()[-1]
    await cast.observer.taps("✅ 已解决", on=asked)
    await cast.observer.taps("fixed")
    late = await cast.observer.taps("❌ 未解决", on=asked)
    assert "已有变化，这次没有改变任何内容" in late
    assert await state_of() == "fixed"


async def test_two_contacts_answer_and_the_slower_one_changes_nothing(house, cast, verified):
    await verified()
    await cast.contact.taps("answer-observation")
    await cast.contact.says("已清理")
    async with house.deed_of(cast.contact) as (conn, city, who):
        await act(conn, city, who, 1, "answered", Given("早已清理"), now=house.now)
    assert "已有变化，这次没有改变任何内容" in await cast.contact.taps("submit")
    async with house.engine.begin() as conn:
        said = [each.said for each in await observations.events_of(conn, 1)]
    assert said == [None, "现场属实", None, "早已清理"]


@pytest.mark.parametrize(
    ("part", "allowed"),
    [
        ("contact", True),
        ("other_contact", False),
        ("observer", False),
        ("office", False),
        ("leader", False),
        ("reporter", False),
    ],
)
async def test_who_answers_for_a_unit(house, cast, stands, part, allowed, state_of):
    await stands("dispatched")
    may = nullcontext() if allowed else pytest.raises((NotAllowed, NotFound))
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with may:
            await act(conn, city, who, 1, "answered", Given("已清理"), now=house.now)
    assert await state_of() == ("answered" if allowed else "dispatched")


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        ("filed", NotFound),
        ("refuted", NotFound),
        ("verified", NotFound),
        ("dispatched", None),
        ("not_fixed", None),
        ("answered", Outdated),
        ("fixed", Outdated),
    ],
)
async def test_a_unit_answers_what_it_was_told_of_and_is_still_open(
    house, cast, stands, state, refusal, state_of
):
    await stands(state)
    async with house.deed_of(cast.contact) as (conn, city, who):
        with pytest.raises(refusal) if refusal else nullcontext():
            await act(conn, city, who, 1, "answered", Given("已清理"), now=house.now)
    assert await state_of() == (state if refusal else "answered")


async def test_pictures_alone_are_no_answer(house, cast, stands):
    await stands("dispatched")
    photo = File("photo", "after", "u", "unit")
    async with house.deed_of(cast.contact) as (conn, city, who):
        with pytest.raises(Refusal, match="observation-needs-words"):
            await act(conn, city, who, 1, "answered", Given(" ", [photo]), now=house.now)


@pytest.mark.parametrize("deed", ["fixed", "not_fixed"])
@pytest.mark.parametrize("part", ["other_observer", "contact", "office", "leader"])
async def test_only_its_observer_says_whether_it_is_fixed(
    house, cast, stands, deed, part, state_of
):
    await stands("answered")
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises((NotAllowed, NotFound)):
            await act(conn, city, who, 1, deed, now=house.now)
    assert await state_of() == "answered"


@pytest.mark.parametrize("deed", ["fixed", "not_fixed"])
@pytest.mark.parametrize("state", ["filed", "verified", "refuted", "fixed", "not_fixed"])
async def test_only_what_the_unit_has_answered_can_be_judged(
    house, cast, stands, deed, state, state_of
):
    await stands(state)
    async with house.deed_of(cast.observer) as (conn, city, who):
        with pytest.raises(Outdated, match="observation-moved-on"):
            await act(conn, city, who, 1, deed, now=house.now)
    assert await state_of() == state


async def test_the_point_may_be_renamed_and_moved_without_touching_what_was_seen(
    house, cast, report
):
    await report()
    async with house.deed_of(cast.office) as (conn, city, _):
        point = await points.by_code(conn, "O11")
        elsewhere = city.unit_by_code["T02"].id
        await points.change(conn, point.id, name="新长江村", kind="村", unit_id=elsewhere)
    card = await cast.office.taps("observation")
    assert "被观测单位：张家港保税区（金港镇）" in card
