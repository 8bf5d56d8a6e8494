"""The course of a dispute, played by all sides: answers, decisions, clocks, and what is seen."""

import pytest
import sqlalchemy as sa
from dispute_days import PASTE, files
from rough_hands import bugs, count, presses
from sqlalchemy.exc import IntegrityError

from handlers.operations.disputes import move_dispute
from scoring.disputes import MOVES
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import disputes, people
from storage.schema import dispute_event, filing, journal, person, reading

ROUTES = ("dispute", "answer-dispute", "correct-figure", "accept-dispute", "withdraw-dispute")


async def state(house, number=1):
    async with house.engine.begin() as conn:
        return (await disputes.one(conn, number)).state


async def maintains(cast, why="国库口径以12月对账为准"):
    await cast.reviewer.taps("answer-dispute")
    return await cast.reviewer.says(why)


async def escalates(cast, why="对账单已附，应计入9月"):
    cast.contact.sees()
    await cast.contact.taps("answer-dispute")
    return await cast.contact.says(why)


async def corrects(cast):
    await cast.reporter.taps("correct-figure")
    await cast.reporter.taps("wanted")
    return await cast.reporter.taps("file")


async def leave(house, *parts):
    async with house.engine.begin() as conn:
        for part in parts:
            who = await people.by_user(conn, part.user_id, at=house.now)
            await people.leave(conn, who.id, at=house.now)


# --- the monitoring unit answers ---------------------------------------------------------------


async def test_the_reporter_corrects_the_reviewer_releases_and_everybody_sees_it(
    house, cast, disputed
):
    assert "异议1" in await cast.reporter.says("待办")
    look = await cast.reporter.taps("correct-figure", on=None)
    assert "采用单位认为的数：48.9亿元" in look.labels
    look = await cast.reporter.taps("wanted")
    assert "48.2亿元 → 48.9亿元" in look
    assert "依据：异议1，9月有一笔" in look
    assert "待审核人审核" in await cast.reporter.taps("file")
    assert await state(house) == "filed"
    assert "异议1的更正：金港 48.2亿元 → 48.9亿元" in await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert await state(house) == "corrected"
    heard = cast.contact.sees()
    assert "已更正" in heard
    assert "K02 公共财政预算收入：48.9亿元" in heard
    assert "已更正" in cast.reporter.sees()
    versions = await cast.contact.says("版本 金港 K02 2013-09")
    assert "说明：#1 9月有一笔" in versions
    assert "⚖️ 异议1：已更正" in versions


async def test_the_correction_touches_that_one_figure_only(house, cast, disputed):
    await corrects(cast)
    assert await count(house, reading, reading.c.filing_id == 2) == 1
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert cast.other_contact.sees().text.count("您的数据") == 1


async def test_the_same_figure_is_no_correction(house, cast, disputed):
    await cast.reporter.taps("correct-figure")
    assert "与现在的数相同" in await cast.reporter.says("48.2")
    assert await state(house) == "raised"


async def test_a_correction_sent_back_waits_for_the_reporter_again(house, cast, disputed):
    await corrects(cast)
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("return")
    await cast.reviewer.says("附上国库报表")
    assert await state(house) == "correcting"
    heard = cast.reporter.sees()
    assert "待监测单位报送更正" in heard
    assert "退回更正：附上国库报表" in heard
    assert "异议1" in await cast.reporter.says("待办")
    await cast.reporter.says("异议")
    await cast.reporter.taps("⚖️ 异议1")
    await corrects(cast)
    assert await state(house) == "filed"


async def test_the_figure_is_kept_with_a_reason_and_the_unit_accepts(house, cast, disputed):
    assert "单位会收到您的理由" in await maintains(cast)
    heard = cast.contact.sees()
    assert "监测单位维持原数，待单位表态，10月10日（周四）17:30前" in heard
    assert "周建平 维持原数：国库口径" in heard
    assert "异议1" in await cast.contact.says("待办")
    assert "单位接受原数" in await cast.contact.taps("accept-dispute")
    assert await state(house) == "accepted"
    assert "顾明 接受原数" in cast.reporter.sees()
    assert "异议1" not in await cast.contact.says("待办")


async def test_keeping_it_takes_a_reason(house, cast, disputed):
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        with pytest.raises(Refusal) as no:
            await move_dispute.act(conn, city, who, 1, "maintain", said="  ", now=house.now)
    assert no.value.message_id == "dispute-needs-reason"


async def test_a_second_press_does_nothing_twice(house, cast, disputed):
    card = cast.reviewer.panel
    await maintains(cast)
    answer = await cast.reviewer.taps("answer-dispute", on=card)
    assert "已有新进展" in answer
    assert await count(house, dispute_event) == 2
    assert await count(house, journal, journal.c.act == "dispute-maintain") == 1


# --- the office decides ------------------------------------------------------------------------


async def test_the_unit_takes_it_to_the_office_once_which_keeps_the_figure(house, cast, disputed):
    await maintains(cast)
    assert "已提请市绩效办裁定" in await escalates(cast)
    heard = cast.office.sees()
    assert "待市绩效办裁定，10月11日（周五）17:30前" in heard
    assert "顾明 提请市绩效办裁定：对账单已附" in heard
    assert "异议1" in await cast.office.says("待办")
    await cast.office.taps("↩️ 维持原数")
    assert "双方会收到" in await cast.office.says("以对账日为准，下月计入")
    assert await state(house) == "upheld"
    assert "何敏 裁定维持原数：以对账日为准" in cast.contact.sees()
    assert "市绩效办维持原数" in cast.reporter.sees()
    assert "异议1：市绩效办维持原数" in await presses(
        cast.contact, "m:dispute-figure:T01.K02.2013-09"
    )


async def test_the_office_asks_for_a_correction_and_never_writes_the_figure(house, cast, disputed):
    await maintains(cast)
    await escalates(cast)
    assert "correct-figure" not in [key.action for row in cast.office.panel.keys for key in row]
    await cast.office.taps("✏️ 要求更正")
    await cast.office.says("对账单可证，请更正")
    assert await state(house) == "correcting"
    assert "何敏 要求监测单位更正：对账单可证" in cast.reporter.sees()
    await corrects(cast)
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert await state(house) == "corrected"


async def test_whoever_kept_the_figure_does_not_decide_about_it_for_the_office(
    house, cast, disputed
):
    async with house.engine.begin() as conn:
        who = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        await people.grant(conn, who.id, "office", at=house.now)
    await maintains(cast)
    await escalates(cast)
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        with pytest.raises(NotAllowed):
            await move_dispute.act(conn, city, who, 1, "uphold", said="维持", now=house.now)


async def test_a_dispute_is_taken_back_after_being_asked_once_more(house, cast, disputed):
    await cast.contact.taps("dispute")
    assert "不能再次提出" in await cast.contact.taps("withdraw-dispute")
    assert await state(house) == "raised"
    assert "单位已撤回" in await cast.contact.taps("撤回")
    assert "单位已撤回" in cast.reporter.sees()


# --- the clock ---------------------------------------------------------------------------------


async def test_the_monitoring_unit_is_reminded_on_its_last_day_once(house, cast, days, disputed):
    await days.come("10-11 08:59")
    assert cast.reporter.sees().text.count("今天到期") == 0
    await days.come("10-11 09:00")
    await days.come("10-11 12:00")
    assert cast.reporter.sees().text.count("异议1今天到期") == 1
    assert "异议1今天到期" in cast.reviewer.sees()
    assert cast.contact.sees().text.count("今天到期") == 0


async def test_an_answer_takes_the_reminder_back(cast, days, disputed):
    await days.come("10-11 09:00")
    cast.reporter.sees()
    await cast.reviewer.says("异议")
    await cast.reviewer.taps("⚖️ 异议1")
    await maintains(cast)
    assert "这条提醒不再需要处理" in cast.reporter.sees()


async def test_silence_of_the_monitoring_unit_goes_to_the_office(house, cast, days, disputed):
    await days.come("10-11 17:30")
    assert await state(house) == "raised"
    await days.come("10-12 09:00")  # a Saturday that is worked
    assert await state(house) == "escalated"
    for part in (cast.office, cast.reporter, cast.contact):
        heard = part.sees()
        assert "逾期无人处理，转市绩效办" in heard
        assert "待市绩效办裁定，10月16日（周三）17:30前" in heard


async def test_silence_of_the_unit_closes_it_as_accepted_and_says_so(house, cast, days, disputed):
    await maintains(cast)
    await days.come("10-10 17:31")
    assert await state(house) == "lapsed"
    await days.come("10-11 09:00")
    assert "逾期未表态，视为接受" in cast.contact.sees()
    assert "逾期未表态，视为接受" in cast.reporter.sees()


async def test_a_term_runs_over_a_holiday_in_working_days(house, cast, days):
    await days.come("09-27 10:00")  # Friday; Sunday the 29th is worked, 1–7 October are not
    await files(cast.reporter, cast.reviewer, PASTE.replace("收入", "收入 8月"))
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("少计一笔")
    await cast.contact.taps("submit")
    assert "10月8日（周二）17:30前" in cast.reporter.sees()
    await days.come("10-05 10:00")
    assert await state(house) == "raised"
    assert cast.reporter.sees().text.count("到期") == 0
    await days.come("10-09 09:00")
    assert await state(house) == "escalated"


async def test_the_office_is_reminded_every_working_day_and_moves_nothing_by_silence(
    house, cast, days, disputed
):
    await days.come("10-12 09:00")
    for day, said in (("10-16", 1), ("10-17", 1), ("10-19", 0), ("10-21", 1)):
        cast.office.sees()
        await days.come(f"{day} 09:30")
        await days.come(f"{day} 15:30")
        assert cast.office.sees().text.count("⏰") == said, day
    assert await state(house) == "escalated"
    assert "已逾期" in await cast.office.says("异议")


# --- people who are not there ------------------------------------------------------------------


async def test_where_the_monitoring_unit_has_nobody_left_the_office_sees_it_at_once(
    house, cast, days, told
):
    await leave(house, cast.reporter, cast.reviewer)
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("少计一笔")
    await cast.contact.taps("submit")
    assert "该方暂无可联系的人，市绩效办督办" in cast.office.sees()
    assert "异议1" in await cast.office.says("待办")
    await days.come("10-11 09:00")
    assert "请代为督促或补充人员" in cast.office.sees()


async def test_a_unit_whose_contact_has_left_is_not_taken_to_be_silent(house, cast, days, disputed):
    await maintains(cast)
    await leave(house, cast.contact)
    assert "异议1" in await cast.office.says("待办")
    await days.come("10-11 09:00")
    assert await state(house) == "escalated"
    assert "逾期无人处理，转市绩效办" in cast.office.sees()


async def test_the_buttons_of_somebody_who_left_do_nothing(house, cast, disputed):
    card = cast.reviewer.panel
    await leave(house, cast.reviewer)
    await cast.reviewer.taps("answer-dispute", on=card)
    assert await state(house) == "raised"
    assert await bugs(house) == []


# --- other figures, other units, other people --------------------------------------------------


async def test_a_new_figure_filed_in_the_ordinary_way_ends_the_dispute_and_opens_a_new_window(
    house, cast, days, disputed
):
    await days.come("10-09 10:00")
    await files(cast.reporter, cast.reviewer, PASTE.replace("48.2", "48.6"))
    assert await state(house) == "replaced"
    heard = cast.contact.sees()
    assert "数据已由新版本替代" in heard
    assert "请在10月11日（周五）17:30前核对" in heard
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("还是少")
    await cast.contact.taps("submit")
    assert await state(house, 2) == "raised"


async def test_the_same_figure_filed_once_more_does_not_end_it(house, cast, days, disputed):
    await days.come("10-09 10:00")
    await files(cast.reporter, cast.reviewer, PASTE.replace("55", "56"))
    assert await state(house) == "raised"
    again = await presses(cast.contact, "m:dispute-figure:T01.K02.2013-09")
    assert "不再受理第二次" in again


async def test_another_unit_hears_and_sees_nothing_of_it(house, cast, disputed):
    cast.other_contact.sees()
    for data in ("m:dispute:1", "m:accept-dispute:1", "m:answer-dispute:1.escalate"):
        assert "找不到这件异议" in await presses(cast.other_contact, data)
    assert "没有未办结的异议" in await cast.other_contact.says("异议")
    assert "有异议" not in await cast.other_contact.says("为什么 杨舍 2013-09")
    await presses(cast.other_reporter, "m:dispute:1")
    assert "没有未办结的异议" in await cast.other_reporter.says("异议")


async def test_no_bytes_behind_a_button_break_anything(house, cast, disputed):
    people_ = (cast.contact, cast.reporter, cast.office, cast.observer, cast.stranger)
    for number, route in enumerate(ROUTES):
        for data in ("", "x", "9", "1.none", "1.withdraw.sure", "9" * 30):
            await presses(people_[number % len(people_)], f"m:{route}:{data}"[:64])
    assert await bugs(house) == []
    assert await state(house) == "raised"


async def test_a_deed_is_done_by_its_side_in_its_state_and_by_nobody_else(house, cast, disputed):
    allowed = {("contact", "withdraw"), ("reviewer", "maintain")}
    for part in ("contact", "reviewer", "office", "other_contact", "auditor"):
        async with house.deed_of(getattr(cast, part)) as (conn, city, who):
            for deed in MOVES:
                if (part, deed) not in allowed:
                    with pytest.raises((NotAllowed, NotFound, Outdated)):
                        await move_dispute.act(conn, city, who, 1, deed, said="理由", now=house.now)
    assert await state(house) == "raised"
    assert await count(house, dispute_event) == 1


# --- beside the figure -------------------------------------------------------------------------


async def test_the_mark_stands_beside_the_figure_for_the_unit_and_the_office(cast, disputed):
    assert "⚖️有异议（1）" in await cast.contact.says("为什么 金港 2013-09")
    assert "⚖️有异议（1）" in await cast.office.says("为什么 金港 K02 2013-09")
    assert "⚖️ 异议1：待监测单位答复" in await cast.contact.says("版本 金港 K02 2013-09")


async def test_an_open_dispute_is_named_in_the_previews_of_freeze_and_release(cast, disputed):
    assert "⚖️1 金港 K02 公共财政预算收入：待监测单位答复" in await cast.office.says("冻结 2013-09")
    await cast.office.taps("❄️ 立即冻结")
    assert "⚖️1 金港 K02" in await cast.office.says("发布 2013-09")


async def test_the_office_finds_open_disputes_on_its_desk_with_who_is_awaited(cast, disputed):
    assert "⚖️ 异议（1）" in (await cast.office.says("绩效办")).labels
    shown = await cast.office.taps("disputes")
    assert "1 金港 K02 公共财政预算收入（2013年9月）" in shown
    assert "待监测单位答复，10月11日（周五）17:30前" in shown


async def test_what_was_said_in_a_dispute_is_never_changed(house, cast, disputed):
    with pytest.raises(IntegrityError, match="never changed"):
        async with house.engine.begin() as conn:
            await conn.execute(sa.update(dispute_event).values(said="别的"))


async def test_in_english_it_reads_as_well(house, cast, told):
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(person).values(lang="en"))
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("One payment is missing")
    await cast.contact.taps("submit")
    assert "Dispute 1 is with" in cast.contact.panel.text
    card = cast.reviewer.sees()
    assert "the monitoring unit is to answer, by Fri 11 October at 17:30" in card
    await cast.reviewer.taps("answer-dispute")
    await cast.reviewer.says("By the books of September it is right")
    assert "kept the figure: By the books" in cast.contact.sees()
    assert await count(house, filing) == 1
