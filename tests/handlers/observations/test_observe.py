"""An observer reports in a minute, gets a number, and hears what happens next."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from handlers.operations.observing import observe
from handlers.operations.observing.observe import Sight
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import observation_files, observations, people, points
from storage.schema import journal, observation


async def all_of(house):
    async with house.engine.begin() as conn:
        found = await conn.scalars(sa.select(observation.c.id).order_by(observation.c.id))
        return [await observations.one(conn, each) for each in found]


async def files_of(house, observation_id):
    async with house.engine.begin() as conn:
        return await observation_files.files_of(conn, observation_id)


async def test_five_acts_make_an_observation_with_a_receipt(house, cast):
    await cast.observer.says("/observe")
    await cast.observer.taps("张家港保税区（金港镇）")
    await cast.observer.taps("环境卫生")
    await cast.observer.sends_photo(caption="河边有垃圾")
    answer = await cast.observer.taps("📤 提交")
    assert "已受理，编号 G-2013-0001" in answer
    assert "10月11日（周五）17:30前核实" in answer
    assert "姓名和观测点不会告诉单位" in answer
    (found,) = await all_of(house)
    assert (found.state, found.category, found.said) == ("filed", "sanitation", "河边有垃圾")


async def test_the_office_is_told_with_a_term_and_the_unit_is_not(cast, report):
    await report()
    for clerk in (cast.office, cast.second_office):
        news = clerk.sees()
        assert "新的观测 G-2013-0001" in news
        assert "金港 · 环境卫生" in news
    assert cast.contact.sees() == []


async def test_an_album_a_voice_and_a_place_in_any_order_are_one_observation(house, cast):
    await cast.observer.says("随手报")
    await cast.observer.taps("张家港保税区（金港镇）")
    await cast.observer.taps("安全隐患")
    await cast.observer.sends_location(31.9, 120.6)
    assert "📤 提交" not in cast.observer.panel.labels
    for number in (1, 2, 3):
        caption = "井盖缺失" if number == 1 else ""
        await cast.observer.sends_photo(f"p{number}", album="77", caption=caption)
    await cast.observer.sends_photo("p3", album="77")
    heard = await cast.observer.sends_voice("v1")
    assert "照片 3 张" in heard
    assert "语音 1 条" in heard
    await cast.observer.taps("submit")
    (found,) = await all_of(house)
    assert (found.said, found.place) == ("井盖缺失", (31.9, 120.6))
    sent = [each.file_id for each in await files_of(house, found.id)]
    assert sent == ["p1", "p2", "p3", "v1"]


async def test_what_is_sent_too_early_is_kept(house, cast):
    await cast.observer.says("观测")
    await cast.observer.sends_photo("early")
    assert "这段文字已记下" in await cast.observer.says("今天上午路过看到路边的栏杆已经断裂很久")
    await cast.observer.taps("张家港保税区（金港镇）")
    await cast.observer.sends_location(31.9, 120.6)
    await cast.observer.taps("安全隐患")
    await cast.observer.taps("submit")
    (found,) = await all_of(house)
    assert found.said == "今天上午路过看到路边的栏杆已经断裂很久"
    assert found.place == (31.9, 120.6)
    assert [each.file_id for each in await files_of(house, found.id)] == ["early"]


@pytest.mark.parametrize(
    ("typed", "unit", "kept"),
    [
        ("经开区", "杨舍", ""),
        ("T03", "锦丰", ""),
        ("财政局", "财政局", ""),
        ("金港镇河边有垃圾", "金港", "金港镇河边有垃圾"),
    ],
)
async def test_a_unit_is_found_by_any_of_its_names(cast, typed, unit, kept):
    answer = await cast.observer.says(f"观测 {typed}")
    assert f"{unit}　属于哪一类" in answer
    content = await cast.observer.taps("其他")
    assert (f"文字：{kept}" in content) == bool(kept)


async def test_a_name_of_several_units_is_a_question_and_of_none_is_said(cast):
    await cast.observer.says("观测")
    answer = await cast.observer.says("市")
    assert "没有找到“市”" in answer
    answer = await cast.observer.says("张家港")
    assert "找到 2 个单位" in answer
    assert "杨舍　属于哪一类" in await cast.observer.taps("张家港经济技术开发区（杨舍镇）")


async def test_the_office_of_performance_itself_cannot_be_chosen(cast):
    await cast.observer.says("观测")
    assert "没有找到“市绩效办”" in await cast.observer.says("市绩效办")


async def test_something_alike_is_shown_before_it_is_submitted_again(house, cast, report):
    await report("河边有垃圾一堆")
    await cast.other_observer.says("/observe 金港")
    await cast.other_observer.taps("Cleanliness")
    await cast.other_observer.says("rubbish at the river")
    answer = await cast.other_observer.taps("submit")
    assert "there is 1 similar observation" in answer
    assert "河边有垃圾一堆" in answer
    assert "袁晨曦" not in answer
    assert len(await all_of(house)) == 1
    assert "G-2013-0002" in await cast.other_observer.taps("anyway")


async def test_whoever_sees_it_is_the_same_may_leave_it_at_that(house, cast, report):
    await report()
    await cast.observer.says("观测 金港")
    await cast.observer.taps("环境卫生")
    await cast.observer.says("还是那堆垃圾")
    await cast.observer.taps("submit")
    assert "没有记录任何内容" in await cast.observer.taps("cancel")
    assert len(await all_of(house)) == 1


@pytest.mark.parametrize(
    ("category", "days", "asked"),
    [("环境卫生", 14, True), ("环境卫生", 15, False), ("安全隐患", 1, False)],
)
async def test_alike_is_the_same_unit_and_category_within_14_days(
    house, cast, report, category, days, asked
):
    await report()
    house.passes(days=days)
    await cast.observer.says("观测 金港")
    await cast.observer.taps(category)
    await cast.observer.says("又看到了")
    answer = await cast.observer.taps("submit")
    assert ("如果说的是同一件事，请附议" in answer) == asked


async def test_the_submit_button_of_an_old_message_submits_nothing_twice(house, cast):
    await cast.observer.says("观测 金港")
    await cast.observer.taps("环境卫生")
    await cast.observer.says("河边有垃圾")
    old = cast.observer.panel
    await cast.observer.taps("submit")
    assert "已经办完" in await cast.observer.taps("submit", on=old)
    assert len(await all_of(house)) == 1


async def test_a_document_is_not_taken_because_its_name_tells_tales(cast):
    await cast.observer.says("观测 金港")
    await cast.observer.taps("其他")
    assert "这里不收文件" in await cast.observer.sends_document("袁晨曦的照片.jpg")
    assert "📤 提交" not in cast.observer.panel.labels


async def test_more_than_ten_files_or_a_thousand_characters_are_not_taken_silently(cast):
    await cast.observer.says("观测 金港")
    await cast.observer.taps("其他")
    for number in range(10):
        await cast.observer.sends_photo(f"p{number}")
    assert "最多 10 个附件" in await cast.observer.sends_photo("p10")
    answer = await cast.observer.says("字" * 1200)
    assert "最多 1000 字" in answer
    assert answer.text.count("字" * 1000) == 1


async def test_an_observer_of_two_points_says_at_which(house, cast):
    async with house.deed_of(cast.observer) as (conn, _, who):
        second = await points.by_code(conn, "O12")
        await people.grant(conn, who.id, "observer", at=house.now, point_id=second.id)
    assert "您在哪个观测点" in await cast.observer.says("观测")
    answer = await cast.observer.taps("杨舍镇农联村")
    assert answer.labels[0] == "张家港经济技术开发区（杨舍镇）"


@pytest.mark.parametrize(
    "part", ["reporter", "reviewer", "contact", "office", "leader", "committee", "auditor"]
)
async def test_nobody_but_an_observer_reports(house, cast, part):
    someone = getattr(cast, part)
    assert "您的角色不办理这一项" in await someone.says("/observe")
    async with house.deed_of(someone) as (conn, city, who):
        sight = Sight(None, city.unit_by_code["T01"].id, "sanitation", "河边有垃圾")
        with pytest.raises(NotAllowed, match="observe-not-yours"):
            await observe.report(conn, city, who, sight, now=house.now)


async def test_a_stranger_is_shown_the_door(cast):
    assert "须凭邀请加入" in await cast.stranger.says("观测")


@pytest.mark.parametrize(
    ("point", "unit", "category", "said", "refusal", "message"),
    [
        ("O12", "T01", "sanitation", "垃圾", NotAllowed, "observe-not-your-point"),
        (None, "T01", "sanitation", "垃圾", NotAllowed, "observe-not-your-point"),
        ("O11", "PMO", "sanitation", "垃圾", NotFound, "observe-unit-gone"),
        ("O11", "T01", "gossip", "垃圾", NotFound, "button-outdated"),
        ("O11", "T01", "sanitation", " ", Refusal, "observe-empty"),
    ],
)
async def test_the_deed_checks_everything_again(
    house, cast, point, unit, category, said, refusal, message
):
    async with house.deed_of(cast.observer) as (conn, city, who):
        point_id = (await points.by_code(conn, point)).id if point else None
        sight = Sight(point_id, city.unit_by_code[unit].id, category, said, place=(31.0, 120.0))
        with pytest.raises(refusal, match=message):
            await observe.report(conn, city, who, sight, now=house.now)
    assert await all_of(house) == []


async def test_the_journal_knows_the_act_and_its_subject_names_nobody(house, cast, report):
    await report()
    async with house.engine.begin() as conn:
        row = (await conn.execute(sa.select(journal).order_by(journal.c.id.desc()))).first()
        observer = await people.by_user(conn, cast.observer.user_id, at=house.now)
    assert (row.act, row.subject, row.person_id) == (
        "observation-filed",
        "G-2013-0001",
        observer.id,
    )
    assert "袁晨曦" not in str(row.detail)


async def test_news_to_the_office_waits_for_working_hours(house, cast, report):
    house.now += timedelta(hours=12)
    await report()
    assert cast.office.sees() == []
    house.passes(hours=12)
    await house.posts()
    assert "新的观测" in cast.office.sees()
