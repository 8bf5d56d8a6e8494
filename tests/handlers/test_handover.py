"""Handover: everything moves at once, old buttons say who took over, and nothing more is sent."""

import re

import pytest
import sqlalchemy as sa
from rough_hands import bugs, count, presses
from test_file_readings import PASTE

from handlers.operations.people import hand_over
from scoring.refusals import NotAllowed, Outdated
from storage import people
from storage.schema import draft, filing, journal, outbox, role, staff_change


async def _id(house, someone):
    async with house.engine.begin() as conn:
        return (await people.by_user(conn, someone.user_id, at=house.now)).id


async def _hands_over(someone, to):
    await someone.says("/handover")
    checked = await someone.says(to)
    return checked, await someone.taps("go")


async def test_a_reporter_hands_over_a_half_filled_month_and_it_is_finished_by_the_successor(
    house, cast
):
    await cast.reporter.says(PASTE)
    checked, done = await _hands_over(cast.reporter, "沈洁")
    assert "请核对：林晓燕 → 沈洁" in checked
    assert "财政局 联络员（填报）" in checked
    assert "未办完的事 1 件" in checked
    assert "已交接给 沈洁" in done
    told = cast.other_reporter.sees()
    assert "林晓燕 的工作交接给您了" in told
    assert "填报" in await cast.other_reporter.says("待办")
    assert "请核对 2013年9月" in await cast.other_reporter.taps("resume")
    assert "已提交审核" in await cast.other_reporter.taps("file")
    async with house.engine.begin() as conn:
        by = await conn.scalar(sa.select(filing.c.filed_by))
    assert by == await _id(house, cast.other_reporter)


async def test_old_buttons_and_words_of_the_leaver_say_who_took_over(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    await _hands_over(cast.reporter, "沈洁")
    pressed = await cast.reporter.taps("file", on=panel)
    assert "交接给 沈洁" in pressed.toast
    assert pressed == []
    assert "交接给 沈洁" in (await presses(cast.reporter, "m:todo:")).toast
    assert "请联系接任人" in await cast.reporter.says(PASTE)
    assert await count(house, filing) == 0
    assert await bugs(house) == []


async def test_the_last_word_is_the_last(house, cast):
    house.passes(hours=12)  # in the evening, what is pushed waits for the morning
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await _hands_over(cast.reviewer, "沈洁")
    house.passes(hours=14)
    await house.posts()
    assert cast.reviewer.sees() == []
    assert "待审核：公共财政预算收入" in cast.other_reporter.sees()
    await cast.other_reporter.taps("🔍 去审核")
    assert "已通过 1 项" in await cast.other_reporter.taps("release")


async def test_what_the_successor_has_already_is_not_sent_twice(house, cast):
    async with house.deed_of(cast.office) as (conn, _, _):
        await people.grant(conn, 3, "reviewer", at=house.now, unit_id=5)
    house.passes(hours=12)
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await _hands_over(cast.reviewer, "沈洁")
    house.passes(hours=14)
    await house.posts()
    assert cast.other_reporter.sees().text.count("待审核：公共财政预算收入") == 1


async def test_a_newcomer_takes_over_by_opening_the_invitation_once(house, cast):
    await cast.reporter.says(PASTE)
    await cast.reporter.says("交接")
    assert "还没有叫“王小明”的人" in await cast.reporter.says("王小明")
    assert "即时交接，此前一切照旧" in await cast.reporter.taps("newcomer")
    shown = await cast.reporter.taps("go")
    token = re.search(r"start=(\S+)", shown.text)[1]
    assert "填报" in await cast.reporter.says("待办")  # nothing has moved yet
    joined = await cast.stranger.says(f"/start {token}")
    assert "您接手了 林晓燕 的工作" in joined
    assert "财政局 联络员（填报）" in joined
    assert "您的工作已交接给 王小明" in cast.reporter.sees()
    assert "请联系接任人" in await cast.reporter.says("待办")
    await cast.stranger.says("待办")
    assert "请核对 2013年9月" in await cast.stranger.taps("resume")
    assert "这个邀请" not in (await cast.stranger.says(f"/start {token}")).text


async def test_a_promise_is_taken_back_and_the_link_opens_nothing(house, cast):
    await cast.reporter.says("交接")
    await cast.reporter.says("王小明")
    await cast.reporter.taps("newcomer")
    token = re.search(r"start=(\S+)", (await cast.reporter.taps("go")).text)[1]
    assert "等其打开邀请" in await cast.reporter.says("交接")
    assert "已撤回交接邀请" in await cast.reporter.taps("withdraw")
    assert "已被撤回" in await cast.stranger.says(f"/start {token}")
    assert "林晓燕，您好" in await cast.reporter.says("/start")


async def test_history_stays_under_the_one_who_acted_and_the_answer_reaches_the_successor(
    house, cast
):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    filed_by = await _id(house, cast.reporter)
    await _hands_over(cast.reporter, "沈洁")
    cast.other_reporter.sees()
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert "周建平 已审核通过" in cast.other_reporter.sees()
    assert cast.reporter.sees() == []
    assert "林晓燕" in await cast.office.says("版本 金港 K02 2013-09")
    async with house.engine.begin() as conn:
        assert await conn.scalar(sa.select(filing.c.filed_by)) == filed_by


async def test_the_office_hands_over_for_somebody_who_has_left(house, cast):
    await cast.reporter.says(PASTE)
    await cast.office.says("/revoke")
    await cast.office.says("林晓燕")
    gone = await cast.office.taps("go")
    assert "财政局：没有填报人，2 项指标无人报" in gone
    assert "没有填报人" in cast.second_office.sees()
    assert await count(house, draft, draft.c.status.in_(("open", "parked"))) == 0
    assert "已离任；离任时没有办完的事" in await cast.office.taps("handover")
    assert "未办完的事 1 件" in await cast.office.says("沈洁")
    assert "林晓燕 → 沈洁：已交接" in await cast.office.taps("go")
    assert "交接给您了" in cast.other_reporter.sees()
    await cast.other_reporter.says("待办")
    assert "请核对 2013年9月" in await cast.other_reporter.taps("resume")
    assert "请联系接任人" in await cast.reporter.says("待办")


async def test_a_place_left_empty_is_filled_from_its_button(house, cast):
    await cast.office.says("/revoke")
    await cast.office.says("顾明")
    gone = await cast.office.taps("go")
    assert "金港：没有被考核单位联络员" in gone
    await cast.office.taps("invite")
    assert "金港 被考核单位联络员" in await cast.office.says("王小明")
    shown = await cast.office.taps("send")
    token = re.search(r"start=(\S+)", shown.text)[1]
    assert "金港 被考核单位联络员" in await cast.stranger.says(f"/start {token}")
    assert "金港：没有被考核单位联络员" not in await cast.office.says("空岗")


async def test_what_had_to_arrive_is_named_to_the_office(house, cast):
    house.passes(hours=12)
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await cast.office.says("/revoke")
    await cast.office.says("周建平")
    assert "其中 1 条原须送达" in await cast.office.taps("go")
    assert "待审核：公共财政预算收入" in await cast.office.taps("taken-back")
    house.passes(hours=14)
    await house.posts()
    assert cast.reviewer.sees() == []


async def test_pressing_twice_hands_over_once(house, cast):
    await cast.office.says("/handover")
    await cast.office.says("林晓燕")
    await cast.office.says("沈洁")
    panel = cast.office.panel
    await cast.office.taps("go")
    assert (await cast.office.taps("go", on=panel)).text
    assert await count(house, staff_change) == 1
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Outdated, match="handover-already"):
            await hand_over.hand_over(conn, city, 1, 3, by=who, now=house.now)
    assert await bugs(house) == []


async def test_whoever_goes_in_the_middle_of_a_conversation_is_told_so(house, cast):
    await cast.reporter.says(PASTE)
    panel = cast.reporter.panel
    await cast.office.says("/handover")
    await cast.office.says("林晓燕")
    await cast.office.says("沈洁")
    await cast.office.taps("go")
    assert "您的工作已交接给 沈洁" in cast.reporter.sees()
    assert "交接给 沈洁" in (await cast.reporter.taps("file", on=panel)).toast
    assert await bugs(house) == []


async def test_standing_in_moves_along_and_one_who_stood_in_simply_follows(house, cast):
    await cast.reporter.says("/deputy")
    await cast.reporter.says("沈洁")
    await cast.reporter.taps("7 天")
    checked, _ = await _hands_over(cast.reporter, "沈洁")
    assert "代理关系 1 项" in checked
    assert "代理" not in (await cast.other_reporter.says("/start")).text
    assert "现在没有代理" in await cast.office.says("/deputies")


@pytest.mark.parametrize(("to", "why"), [("林晓燕", "不能交接给本人"), ("孙丽", "请核对")])
async def test_nobody_takes_over_from_themselves(cast, to, why):
    await cast.reporter.says("/handover")
    assert why in await cast.reporter.says(to)


async def test_an_auditor_does_not_become_the_office(cast):
    await cast.auditor.says("/handover")
    assert "不能由同一个人担任" in await cast.auditor.says("何敏")


async def test_an_observer_does_not_hand_over_to_the_observed_unit(cast):
    await cast.observer.says("/handover")
    assert "不能由同一个人担任" in await cast.observer.says("顾明")


@pytest.mark.parametrize("part", ["reviewer", "contact", "leader", "auditor"])
async def test_nobody_hands_over_the_work_of_another(house, cast, part):
    before = await count(house, role, role.c.revoked_at.is_(None))
    assert "由市绩效办或单位管理员" in await presses(getattr(cast, part), "m:handover:1")
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await hand_over.hand_over(conn, city, 1, 3, by=who, now=house.now)
    assert await count(house, role, role.c.revoked_at.is_(None)) == before


@pytest.mark.parametrize("arg", ["999", "9" * 30, "x", "-1", "1.2"])
async def test_a_forged_person_is_refused(house, cast, arg):
    await presses(cast.office, f"m:handover:{arg}")
    assert await count(house, staff_change) == 0
    assert await bugs(house) == []


class KilledError(Exception):
    """The process ends here."""


async def test_a_kill_in_between_moves_nothing(house, cast):
    await cast.reporter.says(PASTE)
    before = await count(house, role)

    async def killed():
        async with house.deed_of(cast.office) as (conn, city, who):
            await hand_over.hand_over(conn, city, 1, 3, by=who, now=house.now)
            raise KilledError

    with pytest.raises(KilledError):
        await killed()
    assert await count(house, role) == before
    assert await count(house, staff_change) == 0
    assert "已提交审核" in await cast.reporter.taps("file")
    assert cast.other_reporter.sees() == []


async def test_the_journal_keeps_who_handed_over_to_whom(house, cast):
    await _hands_over(cast.reporter, "沈洁")
    async with house.engine.begin() as conn:
        found = (await conn.execute(sa.select(journal).where(journal.c.act == "handed-over"))).one()
    assert found.detail["successor"] == await _id(house, cast.other_reporter)
    assert "交接" in await cast.auditor.says("审计")


async def test_it_reads_well_in_english(house, cast):
    await presses(cast.reporter, "m:lang:en")
    await cast.reporter.says(PASTE)
    checked, done = await _hands_over(cast.reporter, "沈洁")
    assert "Please check: 林晓燕 → 沈洁" in checked
    assert "one thing half done" in checked
    assert "Handed over to 沈洁" in done
    assert "handed over to 沈洁" in await cast.reporter.says("hello")


async def test_nothing_of_the_leaver_waits_in_the_outbox(house, cast):
    house.passes(hours=12)
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await _hands_over(cast.reviewer, "沈洁")
    waits = (outbox.c.state == "pending", outbox.c.chat_id == cast.reviewer.user_id)
    assert await count(house, outbox, *waits) == 0
