"""The quarterly feedback report: previewed by the office, released once, read as it went out."""

import json

import pytest
import sqlalchemy as sa

from handlers.operations.feedback.feedback_clock import look_after_feedback
from handlers.operations.feedback.feedback_clock import waiting as feedback_waiting
from scoring.observation_past import replay
from storage import observations, people
from storage.schema import (
    artwork,
    feedback_least,
    feedback_remark,
    feedback_report,
    journal,
    outbox,
)

NOT_THE_OFFICE = ("contact", "leader", "committee", "auditor", "observer", "reporter", "stranger")


@pytest.fixture
async def quarter(third_quarter):
    """The third quarter, seen from the first working day after it."""
    await third_quarter()


@pytest.fixture
def released(cast, quarter):
    """Release the third quarter as the office does it."""

    async def go():
        await cast.office.says("/feedback")
        return await cast.office.taps("feedback-release")

    return go


async def rows_of(house, table):
    async with house.engine.begin() as conn:
        return (await conn.execute(sa.select(table))).all()


async def leads(house, someone, *codes):
    """Let somebody be the leader of these units and no longer of the whole city."""
    async with house.deed_of(someone) as (conn, city, who):
        for role in who.roles:
            await people.revoke(conn, role.id, at=house.now)
        for code in codes:
            unit_id = city.unit_by_code[code].id
            await people.grant(conn, who.id, "leader", at=house.now, unit_id=unit_id)


# --- who may ---------------------------------------------------------------------------------


@pytest.mark.parametrize("part", NOT_THE_OFFICE)
async def test_only_the_office_releases_remarks_and_sets_the_sample(house, cast, quarter, part):
    shown = (await cast.office.says("/feedback"))[0]
    someone = getattr(cast, part)
    for route in ("feedback-release", "feedback-remark", "feedback-least"):
        await someone.taps(route, on=shown)
    assert await rows_of(house, feedback_report) == []
    assert await rows_of(house, feedback_remark) == []
    assert await rows_of(house, feedback_least) == []


@pytest.mark.parametrize("part", ["contact", "leader", "committee", "auditor"])
async def test_before_the_release_nobody_else_reads_it(cast, quarter, part):
    shown = (await cast.office.says("/feedback"))[0]
    someone = getattr(cast, part)
    assert "报告还没有发布" in await someone.says("/feedback")
    for form in ("docx", "xlsx", "png"):
        answer = await someone.taps(f"feedback-file:2013Q3.{form}.", on=shown)
        assert "报告还没有发布" in answer


@pytest.mark.parametrize("part", ["observer", "reporter", "reviewer"])
async def test_it_is_not_for_those_who_observe_or_file(cast, released, part):
    shown = (await cast.office.says("/feedback"))[0]
    await released()
    someone = getattr(cast, part)
    assert "您的角色" in await someone.says("/feedback")
    assert "您的角色" in await someone.taps("feedback-file:2013Q3.docx.", on=shown)
    assert someone.chat.messages


async def test_a_contact_of_another_unit_does_not_get_ours(house, cast, released):
    await released()
    mine = next(m for m in cast.contact.chat.messages.values() if m.key("feedback-file"))
    await cast.other_contact.taps("feedback-file:2013Q3.docx.T01", on=mine)
    book = json.loads((await rows_of(house, artwork))[-1].book)
    assert book["title"] == "杨舍"


# --- the preview -----------------------------------------------------------------------------


async def test_the_preview_says_everything_in_numbers_with_their_n(cast, quarter):
    shown = (await cast.office.says("/feedback"))[0].text
    assert shown.splitlines()[0] == (
        "📊 2013年第三季度观测评议：受理 8 件，属实 6 件，超期未答复 1 件"
    )
    assert "预览，尚未发布 · 2 个单位 · 截至2013年9月30日" in shown
    assert "受理 8 件（上季 1）：核实属实 6，不属实 1" in shown
    assert "按期答复率 50%（3/6），上季 样本不足（n=1）；按期 3，逾期答复 2，超期未答复 1" in shown
    assert "确认解决率 17%（1/6）" in shown
    assert "🔴 G-2013-0006　金港 · 工程项目：64 个工作日" in shown
    assert "金港 · 环境卫生：本季属实 4，上季 1" in shown
    assert "• 杨舍：属实 1，超期 0；按期答复 样本不足（n=1）" in shown
    assert "市领导、分管领导和绩效委员会 2 人，市绩效办 2 人，2 个单位的联络员 2 人" in shown


async def test_it_is_found_on_the_desk_in_the_menu_and_in_the_help(cast, quarter):
    assert "feedback" in (await cast.office.says("/observing")).actions
    assert "feedback-heat" in (await cast.office.says("/observing")).actions
    for someone in (cast.office, cast.leader, cast.committee):
        assert "feedback" in (await someone.says("/start")).actions
        await someone.says("/help")
        assert "/feedback" in await someone.taps("help:watching")


async def test_a_smaller_sample_shows_the_rate_and_is_noted(house, cast, quarter):
    await cast.office.says("/feedback")
    asked = await cast.office.taps("feedback-least")
    assert "默认 5 件" in asked
    shown = await cast.office.taps("feedback-least:2013Q3.3")
    assert "环境卫生：属实 4，超期 0；按期答复 75%（3/4）" in shown
    assert "少于 3 件的不列比率" in shown
    acts = [row.act for row in await rows_of(house, journal)]
    assert acts.count("feedback-least-set") == 1


@pytest.mark.parametrize("number", ["0", "51", "x", "99999999999999999999"])
async def test_a_sample_beyond_the_bounds_is_refused(house, cast, quarter, number):
    await cast.office.says("/feedback")
    asked = (await cast.office.taps("feedback-least"))[0]
    key = asked.key("feedback-least:2013Q3.3")
    forged = key.__class__(key.label, f"m:feedback-least:2013Q3.{number}")
    answer = await cast.office.taps(
        "feedback-least", on=asked.__class__(**{**vars(asked), "keys": ((forged,),)})
    )
    assert "1 到 50" in answer
    assert await rows_of(house, feedback_least) == []


@pytest.mark.parametrize("text", ["2013Q5", "去年", "2013-09", "'; drop"])
async def test_a_quarter_that_is_none_is_said_to_be_none(cast, quarter, text):
    assert "2013Q3" in await cast.office.says(f"/feedback {text}")


async def test_a_running_quarter_is_shown_so_far_and_not_released(house, cast, quarter, saw):
    await saw("十月的垃圾")
    house.passes(hours=1)
    shown = await cast.office.says("/feedback 2013Q4")
    assert "本季尚未结束，阶段数据" in shown
    assert "feedback-release" not in shown.actions


async def test_a_quarter_without_observations_has_nothing_to_release(cast, quarter):
    shown = await cast.office.says("/feedback 2012Q3")
    assert "没有观测记录" in shown
    assert "feedback-release" not in shown.actions


# --- the remark ------------------------------------------------------------------------------


async def test_a_remark_goes_to_the_leaders_and_to_no_unit(house, cast, quarter):
    await cast.office.says("/feedback")
    await cast.office.taps("feedback-remark")
    shown = await cast.office.says("环境卫生问题突出")
    assert "评议意见已记下" in shown
    assert "评议意见　环境卫生问题突出" in shown
    await cast.office.taps("feedback-release")
    assert "环境卫生问题突出" in cast.leader.sees()
    assert "环境卫生问题突出" not in cast.contact.sees()
    for row in await rows_of(house, artwork):
        book = json.loads(row.book)
        assert ("环境卫生问题突出" in row.book) == (book["scope"] != "unit")


async def test_a_remark_may_be_taken_back(cast, quarter):
    await cast.office.says("/feedback")
    await cast.office.taps("feedback-remark")
    await cast.office.says("写错了")
    await cast.office.taps("feedback-remark")
    shown = await cast.office.taps("clear")
    assert "评议意见：未填写" in shown


async def test_a_remark_that_names_an_observer_or_has_no_end_is_not_kept(house, cast, quarter):
    await cast.office.says("/feedback")
    await cast.office.taps("feedback-remark")
    assert "出现了观察员“袁晨曦”的名字" in await cast.office.says("感谢袁晨曦的认真")
    assert "这条有 501 字" in await cast.office.says("好" * 501)
    assert await rows_of(house, feedback_remark) == []


# --- the release -----------------------------------------------------------------------------


async def test_everybody_gets_it_once_with_its_letter(house, cast, released):
    answer = await released()
    assert "第三季度观测评议反馈报告已发布" in answer
    for someone in (cast.leader, cast.committee, cast.second_office):
        seen = someone.sees()
        assert "已发布 · 2 个单位" in seen
    mine = [m for m in cast.contact.chat.messages.values() if "反馈报告（金港）" in m.text]
    assert len(mine) == 1
    assert mine[0].artwork_id is not None
    sent = [row.key for row in await rows_of(house, outbox) if row.key.startswith("feedback")]
    assert len(sent) == len(set(sent)) == 12


async def test_a_unit_reads_its_own_part_and_nothing_of_another(house, cast, released):
    await released()
    own = next(m for m in cast.other_contact.chat.messages.values() if "（杨舍）" in m.text)
    assert "转办 1 件" in own.text
    for word in ("金港", "受理 8", "不属实 1", "T01"):
        assert word not in own.text
    books = [json.loads(row.book) for row in await rows_of(house, artwork)]
    (book,) = [each for each in books if each["title"] == "杨舍"]
    assert {each["unit_code"] for each in book["cells"]} == {"T02"}
    assert {each["unit_code"] for each in book["lines"]} == {"T02"}


async def test_a_second_press_and_an_old_preview_release_nothing(house, cast, quarter, does):
    shown = (await cast.office.says("/feedback"))[0]
    await cast.office.taps("feedback-remark")
    await cast.office.says("先记一条")
    moved = await cast.office.taps("feedback-release", on=shown)
    assert "没有发布" in moved
    assert await rows_of(house, feedback_report) == []
    await cast.office.taps("feedback-release")
    again = await cast.second_office.taps("feedback-release", on=shown)
    assert "不能再改" in again
    assert len(await rows_of(house, feedback_report)) == 1
    await cast.office.says("/feedback")
    assert "不能再改" in await cast.office.taps("feedback-remark", on=shown)


async def test_a_leader_in_charge_reads_of_the_own_units_only(house, cast, quarter):
    await leads(house, cast.leader, "T02")
    await cast.office.says("/feedback")
    await cast.office.taps("feedback-release")
    seen = cast.leader.sees()
    assert "第三季度观测评议（杨舍）：受理 1 件" in seen
    assert "金港" not in seen
    await cast.leader.taps("feedback-file:2013Q3.docx.")
    book = json.loads((await rows_of(house, artwork))[-1].book)
    assert {each["unit_code"] for each in book["lines"]} == {"T02"}


async def test_a_leader_of_units_without_observations_is_told_nothing(house, cast, quarter):
    await leads(house, cast.leader, "T04")
    await cast.office.says("/feedback")
    await cast.office.taps("feedback-release")
    assert "观测评议" not in cast.leader.sees()
    assert "没有您分管或所在单位的观测" in await cast.leader.says("/feedback")


async def test_only_those_who_see_everything_are_listed_what_no_unit_was_told(
    house, cast, released
):
    await released()
    books = [json.loads(row.book) for row in await rows_of(house, artwork)]
    whole = [each for each in books if each["scope"] == "city"]
    listed = sorted({len(each["lines"]) for each in whole})
    assert listed == [6, 8]
    await cast.leader.taps("feedback-file:2013Q3.xlsx.")
    book = json.loads((await rows_of(house, artwork))[-1].book)
    assert all(each["is_told"] for each in book["lines"])


async def test_what_was_released_stays_and_says_what_has_changed_since(cast, released, does):
    await released()
    before = (await cast.leader.says("/feedback"))[0].text
    assert "发布以来没有变化" in before
    await does(cast.contact, "answered", "修好了", number=6)
    await does(cast.observer, "fixed", number=3)
    after = (await cast.leader.says("/feedback"))[0].text
    assert before.splitlines()[:20] == after.splitlines()[:20]
    assert "观察员确认解决 1 件；单位称已处理 1 件" in after
    own = (await cast.contact.says("/feedback"))[0].text
    assert "发布后的变化" in own


async def test_what_was_released_cannot_be_changed_or_taken_out(house, cast, released):
    await released()
    await cast.office.says("/feedback 2013Q4")
    for table in ("feedback_report", "feedback_remark", "feedback_least"):
        for deed in (f"UPDATE {table} SET at = at", f"DELETE FROM {table}"):
            async with house.engine.begin() as conn:
                if table != "feedback_report":
                    await conn.execute(
                        sa.text(
                            "INSERT INTO feedback_remark (quarter, said, by, at) "
                            "VALUES ('2013Q3', 'x', 1, '2013-10-08')"
                            if table == "feedback_remark"
                            else "INSERT INTO feedback_least (least, by, at) "
                            "VALUES (5, 1, '2013-10-08')"
                        )
                    )
                with pytest.raises(sa.exc.IntegrityError, match="never changed"):
                    await conn.execute(sa.text(deed))


async def test_a_release_is_in_the_journal(house, cast, released):
    await released()
    (row,) = [row for row in await rows_of(house, journal) if row.act == "feedback-released"]
    assert row.subject == "2013Q3"
    (kept,) = await rows_of(house, feedback_report)
    assert row.detail["digest"] == kept.digest


# --- the clock -------------------------------------------------------------------------------


@pytest.fixture
def clock(house):
    """Let the clock look at the feedback reports."""

    async def look():
        async with house.engine.begin() as conn:
            city = await house.services.shelf.take(conn, house.now.date())
            await look_after_feedback(conn, city, now=house.now)
        await house.posts()

    return look


async def test_the_office_is_reminded_once_on_the_first_working_day(
    house, cast, quarter, on, clock
):
    cast.office.sees()
    on(10, 1)
    await clock()
    on(10, 8, 8)
    await clock()
    assert "待预览发布" not in cast.office.sees()
    on(10, 8, 9)
    await clock()
    assert "2013年第三季度已结束，观测评议反馈报告待预览发布" in cast.office.sees()
    assert cast.office.panel.key("feedback:2013Q3")
    house.passes(days=1)
    await clock()
    assert "待预览发布" not in cast.office.sees()
    assert "待预览发布" in cast.second_office.sees()
    assert "待预览发布" not in cast.contact.sees()


async def test_who_was_down_on_that_day_is_reminded_later_and_not_after_the_release(
    cast, quarter, on, clock
):
    on(11, 5)
    await clock()
    assert "待预览发布" in cast.office.sees()
    on(10, 9)
    await cast.office.says("/feedback 2013Q3")
    await cast.office.taps("feedback-release")
    cast.office.sees()
    await clock()
    assert "待预览发布" not in cast.office.sees()


async def test_it_waits_on_the_offices_list_until_it_is_out(house, cast, released):
    async def listed(someone):
        async with house.deed_of(someone) as (conn, city, who):
            return await feedback_waiting(conn, who, city, now=house.now)

    assert [each.arg for each in await listed(cast.office)] == ["2013Q3"]
    assert await listed(cast.leader) == []
    assert "观测评议反馈报告待预览发布" in await cast.office.says("/todo")
    await released()
    assert await listed(cast.office) == []


async def test_without_any_observation_nothing_waits(house, cast, clock):
    await clock()
    assert "观测评议" not in cast.office.sees()
    assert "观测评议反馈报告" not in await cast.office.says("/todo")


# --- the events ------------------------------------------------------------------------------


async def test_events_played_again_stand_where_the_observations_stand(house, quarter):
    async with house.engine.begin() as conn:
        for found in await observations.everything(conn):
            kinds = [each.kind for each in await observations.events_of(conn, found.id)]
            assert replay(kinds)[-1] == found.state
