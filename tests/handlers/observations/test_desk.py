"""The office's desk: who is assigned, many at once, what is hidden, and what keeps abuse out."""

import pytest

from handlers.operations.observing import limit_observing
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import observation_joins, people


async def joins(observer):
    await observer.says("/observe 金港")
    await observer.taps("Cleanliness")
    await observer.says("rubbish at the river")
    await observer.taps("submit")
    return await observer.taps("join")


async def test_who_joins_hears_every_later_word_and_is_counted_for_the_office(
    house, cast, report, does
):
    await report()
    assert "You have joined G-2013-0001" in await joins(cast.other_observer)
    card = await cast.office.taps("observation")
    assert "附议：1 人" in card
    assert "rubbish at the river" in card
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    await does(cast.contact, "answered", "已清理")
    await does(cast.observer, "fixed")
    news = cast.other_observer.sees().text
    for said in ("is verified", "has answered", "fixed, says the observer"):
        assert said in news
    assert "附议 1 人" in await cast.office.says("/observations")
    async with house.engine.begin() as conn:
        assert len(await observation_joins.joined(conn, 1)) == 1


async def test_joining_twice_or_what_is_over_changes_nothing(cast, report, does):
    await report()
    await joins(cast.other_observer)
    assert "nothing was changed" in await joins(cast.other_observer)
    await does(cast.observer, "withdrawn")
    await cast.other_observer.says("/observe 金港")
    await cast.other_observer.taps("Cleanliness")
    await cast.other_observer.says("rubbish at the river")
    assert "Received as G-2013-0002" in await cast.other_observer.taps("submit")


async def test_who_joined_stands_in_where_the_observer_is_gone(house, cast, report, does, todo):
    await report()
    await joins(cast.other_observer)
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    await does(cast.contact, "answered", "已清理")
    assert await todo(cast.other_observer) == []
    async with house.deed_of(cast.observer) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)
    assert "is it fixed" in (await todo(cast.other_observer))[0]
    await does(cast.other_observer, "fixed")


async def test_the_desk_counts_and_opens_every_list(cast, report):
    await report()
    desk = await cast.office.says("观测台")
    assert "未了结 1 件" in desk
    assert "待核实 1" in desk.labels
    assert "G-2013-0001" in await cast.office.taps("待核实 1")
    for chosen in ("with_unit", "with_observer", "with_office", "overdue", "starred", "closed"):
        assert "没有" in await cast.office.taps(f"observations:{chosen}")


async def test_what_waits_for_its_follow_up_is_counted_too(cast, stands):
    await stands("fixed")
    desk = await cast.office.says("观测台")
    assert "未了结 1 件" in desk
    assert "待回访 1" in desk


@pytest.mark.parametrize("part", ["contact", "observer", "leader", "reporter", "auditor"])
@pytest.mark.parametrize("said", ["观测台", "观测限制"])
async def test_the_desk_is_the_offices(cast, part, said):
    answer = await getattr(cast, part).says(said)
    assert not {"bulk", "limit", "ban-observer", "verifiers"} & set(answer.actions)


async def test_many_are_assigned_by_turn_and_reminded_once_a_day(cast, report):
    await report("河边有垃圾")
    await report("路灯不亮", category="其他")
    for someone in (cast.office, cast.second_office):
        someone.sees()
    await cast.office.says("观测台")
    await cast.office.taps("bulk")
    assert "已选 2 件" in await cast.office.taps("all")
    await cast.office.taps("assign")
    assert "已指定核实人：2 件" in await cast.office.taps("turn")
    assert cast.second_office.sees().text.count("请您核实") == 1
    for done in ("已催办：2 件", "已催办：0 件"):
        await cast.office.says("观测台")
        await cast.office.taps("bulk")
        await cast.office.taps("all")
        assert done in await cast.office.taps("remind")
    assert "请办理" in cast.second_office.sees()


async def test_a_clerk_keeps_a_shortlist_of_their_own(cast, report):
    await report()
    await cast.office.taps("observation")
    assert "已关注" in await cast.office.taps("star")
    assert "关注的观测：1 件" in await cast.office.taps(
        "observations:starred", on=(await cast.office.says("/observations"))[0]
    )
    assert "没有关注的观测" in await cast.second_office.taps(
        "observations:starred", on=(await cast.second_office.says("/observations"))[0]
    )


async def test_a_hidden_photo_and_text_are_kept_and_who_had_seen_them_is_told(
    house, cast, report, does
):
    await report()
    await does(cast.office, "verified", "属实")
    await does(cast.office, "dispatched")
    cast.contact.sees()
    before = await cast.contact.taps("observation")
    assert "河边有垃圾" in before
    assert [each.file_id for each in before if each.file_id] == ["p1"]
    for part in ("file:1", "said"):
        await cast.office.says("/observations")
        await cast.office.taps("observation:1")
        await cast.office.taps("hide")
        await cast.office.taps(f"what:{part}")
        assert "已隐藏" in await cast.office.says("照片里有人脸")
    told = cast.contact.sees().text
    assert "隐藏了 G-2013-0001 的一个附件。原因：照片里有人脸" in told
    assert "隐藏了 G-2013-0001 的观测文字" in told
    after = await cast.contact.taps("observation:1")
    assert "河边有垃圾" not in after
    assert [each.file_id for each in after if each.file_id] == []
    office = await cast.office.taps("observation:1")
    assert "河边有垃圾" in office
    assert [each.file_id for each in office if each.file_id] == ["p1"]
    await cast.office.taps("hide")
    assert "👁 恢复 文字：河边有垃圾" in cast.office.panel.labels
    await cast.office.taps("what:said")
    await cast.office.says("已核对")
    assert "河边有垃圾" in await cast.contact.taps("observation:1")


async def test_the_days_most_can_be_set_and_the_rest_is_refused(house, cast, report):
    async with house.deed_of(cast.office) as (conn, _, who):
        await limit_observing.set_daily_most(conn, who, 1, now=house.now)
        with pytest.raises(Outdated, match="limit-so-already"):
            await limit_observing.set_daily_most(conn, who, 1, now=house.now)
        with pytest.raises(Refusal, match="limit-beyond"):
            await limit_observing.set_daily_most(conn, who, 0, now=house.now)
    await report("一")
    assert "达到每人每天的上限" in await report("二", category="其他")
    await cast.observer.taps("cancel")
    house.passes(days=1)
    assert "已受理" in await report("三", category="其他")


async def test_the_very_same_words_are_not_reported_twice(cast, report):
    await report("河边有垃圾")
    assert "一样的内容您已报过，编号 G-2013-0001" in await report("河边有垃圾")
    await cast.observer.taps("cancel")
    assert "已受理" in await report("河边有垃圾，又多了", photo="p2")


async def test_a_ban_has_a_reason_and_an_end_and_can_be_lifted(house, cast, report):
    await cast.office.says("观测限制")
    await cast.office.taps("ban-observer")
    await cast.office.taps("袁晨曦")
    await cast.office.taps("7 天")
    assert "已暂停袁晨曦上报" in await cast.office.says("连日重复上报")
    assert "原因：连日重复上报" in cast.observer.sees()
    assert "您在10月15日（周二）09:00以前不能上报" in await cast.observer.says("观测")
    await cast.office.taps("observing-limits")
    await cast.office.taps("lift-ban")
    assert "又可以上报" in cast.observer.sees()
    assert "已受理" in await report()


@pytest.mark.parametrize("part", ["contact", "observer", "leader", "committee", "auditor"])
async def test_nobody_but_the_office_limits_anybody(house, cast, part):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await limit_observing.set_daily_most(conn, who, 5, now=house.now)
        with pytest.raises(NotAllowed):
            await limit_observing.ban(conn, city, who, 8, days=7, reason="x", now=house.now)


async def test_a_verifiers_overturned_words_are_counted(cast, report, does):
    await report()
    await does(cast.office, "refuted", "没有看到")
    await does(cast.observer, "observer_contested", "就在桥下")
    await does(cast.second_office, "verified", "桥下确有")
    shown = await cast.office.taps("verifiers", on=(await cast.office.says("观测台"))[0])
    assert "何敏：认定 1 件，复核 1 件，推翻 1 件" in shown
