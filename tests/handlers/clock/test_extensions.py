"""More time for K02, due on 8 October 2013 at 17:30: asked, answered, and what moves with it."""

import pytest
import sqlalchemy as sa
from clock_city import SEPTEMBER, YEAR_BEGINS, by_town
from harness import Someone

from handlers.operations.clock import extensions
from handlers.operations.record.discipline import discipline
from scoring.refusals import NotAllowed, NotFound
from storage import deputies, people
from storage.schema import extension, extension_event, freeze, journal, outbox, person

# --- two taps ------------------------------------------------------------------------------------


async def test_two_taps_ask_the_office_for_more_time(city):
    city.now("10-08 10:00")
    asked = await city.reporter.says("申请延期 K02")
    assert "K02 公共财政预算收入（2013年9月）延期到哪一天？" in asked
    assert "现在的截止：10月8日（周二）17:30" in asked
    days = ["10月9日（周三）", "10月10日（周四）", "10月11日（周五）", "10月14日（周一）"]
    assert asked.labels[:4] == days
    await city.reporter.taps("10月10日（周四）")
    done = await city.reporter.taps("上级或来源数据未出")
    assert "⏳ 申请延至 10月10日（周四）17:30，等市绩效办答复" in done
    assert "答复之前，原截止照旧" in done
    (question,) = city.office.sees()
    assert "财政局 K02 公共财政预算收入（2013年9月）" in question.text
    assert "原因：上级或来源数据未出（林晓燕）" in question.text
    assert question.labels == ["✅ 同意", "↔️ 改为…", "❌ 不同意"]


async def test_a_yes_moves_deadline_label_reminders_and_list_at_once(city):
    await city.ticks("10-08 17:30")
    card = city.reporter.sees()[-1]
    city.office.sees()
    await _asks(city, "K02", "10月10日（周四）")
    answer = await city.office.taps("✅ 同意")
    assert answer.toast == "✅ 已延期，各方已收到通知"
    (edited,) = answer
    assert edited.text.startswith("✅ 已同意延至 10月10日（周四）17:30")
    assert edited.keys == ()
    told = city.reporter.sees()
    assert "延期至 10月10日（周四）17:30" in told
    over = next(each for each in told if each.id == card.id)
    assert over.text.startswith("⏳ 截止已变更，原来的提醒不再有效")
    assert "K02 公共财政预算收入（2013年9月）：10月10日（周四）17:30（已延期）截止" in over.text
    assert "仍待报送" in over.text
    assert "K03" in over.text
    assert over.labels == ["✏️ 填报 K03", "⏳ 申请延期"]
    assert "延期至 10月10日（周四）17:30" in city.reviewer.sees()
    assert "10月10日（周四）17:30（已延期）" in await city.reporter.says("待办")
    assert "10月10日（周四）17:30（已延期）" in await city.reporter.says("/file K02")


async def test_the_ladder_stands_at_the_new_deadline_and_no_longer_at_the_old_one(city):
    await city.ticks("10-08 09:30")
    await _granted(city, "K02", "10月11日（周五）")
    await city.ticks("10-08 17:30")
    assert "K02" not in city.reporter.sees()[-1].text
    await city.ticks("10-10 09:00")  # the red card of K03, the day before of K02
    seen = city.reporter.sees()
    assert any("红牌：1 项" in each.text and "K02" not in each.text for each in seen)
    assert any(
        "❗K02" in each.text and "10月11日（周五）17:30（已延期）" in each.text for each in seen
    )
    await city.ticks("10-11 17:30")
    assert "K02" in city.reporter.sees()[-1].text
    await city.ticks("10-14 23:00")
    city.reporter.sees()
    await city.ticks("10-15 09:00")
    assert "红牌：1 项" in city.reporter.sees()


async def test_what_comes_by_the_new_deadline_is_on_time(city):
    await city.ticks("10-08 09:30")
    await _granted(city, "K02", "10月11日（周五）")
    city.now("10-11 17:30")
    await city.files_by_chat(city.reporter, "K02")
    line = await _line(city, "K02")
    assert (line.state, line.late_working_days, line.card) == ("on_time", 0, "none")


async def test_what_came_late_while_nobody_answered_is_on_time_once_it_is_granted(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    city.now("10-09 10:00")
    await city.files_by_chat(city.reporter, "K02")
    assert (await _line(city, "K02")).state == "late"
    await city.office.taps("✅ 同意")
    assert (await _line(city, "K02")).state == "on_time"


async def test_what_comes_on_time_settles_the_request(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    question = city.office.sees()[-1]
    await city.files_by_chat(city.reporter, "K02")
    (edited,) = city.office.sees()
    assert edited.id == question.id
    assert "数据已按时报送，申请了结" in edited.text
    assert "这份申请已经了结" in await city.office.taps("✅ 同意", on=question)


# --- another day, and no -------------------------------------------------------------------------


async def test_another_day_is_offered_and_taken(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("↔️ 改为…")
    offered = await city.office.says("9日")
    assert "市绩效办提出延至 10月9日（周三）17:30" in offered
    question = city.reporter.sees()[-1]
    assert question.labels == ["✅ 接受 10月9日（周三）17:30", "❌ 不接受"]
    assert await _due(city, "K02") == "10-08"
    await city.reporter.taps("extend-accept")
    assert await _due(city, "K02") == "10-09"
    assert any("双方商定延至 10月9日（周三）17:30" in each.text for each in city.office.sees())
    assert "延期至 10月9日（周三）17:30" in city.reviewer.sees()


async def test_another_day_that_is_not_taken_leaves_the_deadline_and_may_be_asked_again(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("↔️ 改为…")
    await city.office.taps("10月9日（周三）")
    city.office.sees()
    await city.reporter.taps("❌ 不接受")
    heard = city.office.sees()
    assert len(heard) == 1
    assert heard[0].edited
    assert "监测单位未接受改期，截止不变" in heard
    assert await _due(city, "K02") == "10-08"
    await _asks(city, "K02", "10月10日（周四）")
    assert "这一项此前已申请过 1 次" in city.office.sees()


async def test_a_no_has_a_reason_and_a_way_on(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("❌ 不同意")
    assert "不同意延期：现有时间足够" in await city.office.taps("现有时间足够")
    told = city.reporter.sees()[-1]
    assert "❌ 不同意延期：现有时间足够" in told.text
    assert told.labels == ["✏️ 填报 K02", "⏳ 申请延期"]
    assert await _due(city, "K02") == "10-08"


async def test_ready_reasons_are_read_by_each_in_their_own_language(city):
    async with city.house.engine.begin() as conn:
        await conn.execute(sa.update(person).where(person.c.user_id == 106).values(lang="en"))
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    question = city.office.sees()[-1]
    assert "Reason: The source has not published yet (林晓燕)" in question.text
    assert question.labels == ["✅ Agree", "↔️ Another day…", "❌ Decline"]
    await city.office.taps("❌ Decline")
    await city.office.taps("Too many extensions already")
    assert "不同意延期：延期过于频繁" in city.reporter.sees()


async def test_another_day_the_same_as_the_one_asked_for_is_a_yes(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("↔️ 改为…")
    assert "✅ 已同意延至 10月11日（周五）17:30" in await city.office.says("10-11")
    assert await _due(city, "K02") == "10-11"


async def test_the_office_may_think_better_of_the_day_it_offered(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("↔️ 改为…")
    await city.office.taps("10月9日（周三）")
    first = city.reporter.sees()[-1]
    await city.office.says("延期情况")
    await city.office.taps("👀 K02")
    await city.office.taps("↔️ 改为…")
    await city.office.taps("10月10日（周四）")
    assert "这份申请已有新的答复" in await city.reporter.taps("extend-accept", on=first)
    assert await _due(city, "K02") == "10-08"
    await city.reporter.taps("extend-accept")
    assert await _due(city, "K02") == "10-10"


# --- who may, and when ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "no"),
    [
        ("statistician", NotAllowed),
        ("office", NotAllowed),
        ("leader", NotAllowed),
        ("town_contact", NotAllowed),
        ("observer", NotAllowed),
    ],
)
async def test_only_the_monitoring_unit_asks_for_more_time(city, who, no):
    city.now("10-08 10:00")
    with pytest.raises(no):
        await _ask_past_chat(city, getattr(city, who))


@pytest.mark.parametrize(
    ("who", "no"),
    [
        ("reporter", NotAllowed),
        ("reviewer", NotAllowed),
        ("statistician", NotFound),
        ("leader", NotFound),
        ("town_contact", NotFound),
    ],
)
async def test_only_the_office_answers(city, who, no):
    city.now("10-08 10:00")
    asked = await _ask_past_chat(city, city.reporter)
    for deed in (extensions.agree, _declined, _countered):
        async with city.house.deed_of(getattr(city, who)) as (conn, places, someone):
            with pytest.raises(no):
                await deed(conn, places, someone, asked.id, 1, now=city.house.now)
    assert await _due(city, "K02") == "10-08"


@pytest.mark.parametrize("who", ["office", "statistician", "leader"])
async def test_nobody_else_withdraws_or_takes_an_offer(city, who):
    city.now("10-08 10:00")
    asked = await _ask_past_chat(city, city.reporter)
    async with city.house.deed_of(city.office) as (conn, places, clerk):
        until = city.now("10-09 17:30")
        city.now("10-08 10:00")
        await extensions.counter(conn, places, clerk, asked.id, 1, until=until, now=city.house.now)
    for deed in (extensions.accept, extensions.refuse, extensions.withdraw):
        async with city.house.deed_of(getattr(city, who)) as (conn, places, someone):
            with pytest.raises((NotAllowed, NotFound)):
                await deed(conn, places, someone, asked.id, 2, now=city.house.now)


async def test_nobody_answers_their_own_request(city):
    await _gives(city, 106, "reporter", "JJ04")
    city.now("10-08 10:00")
    asked = await _ask_past_chat(city, city.office)
    async with city.house.deed_of(city.office) as (conn, places, clerk):
        with pytest.raises(NotAllowed):
            await extensions.agree(conn, places, clerk, asked.id, 1, now=city.house.now)
    answer = await city.office.says("延期情况")
    shown = await city.office.taps("👀 K02")
    assert "✅ 同意" not in shown.labels
    assert "没有能答复的绩效办人员" in shown
    assert "1 份等答复" in answer


async def test_a_deputy_and_a_reviewer_may_ask_too_and_the_reporter_hears_of_it(city):
    city.now("10-08 10:00")
    async with city.house.engine.begin() as conn:
        await deputies.add(conn, 1, 3, from_at=YEAR_BEGINS, until_at=None)  # 沈洁 for 林晓燕
    await _asks(city, "K02", "10月10日（周四）", who=city.statistician)
    await city.office.taps("✅ 同意")
    assert "延期至 10月10日（周四）17:30" in city.reporter.sees()
    assert "延期至 10月10日（周四）17:30" in city.statistician.sees()
    await _asks(city, "K03", "10月10日（周四）", who=city.reviewer)
    await city.office.taps("✅ 同意")
    assert "K03 工业开票销售收入（2013年9月）延期至" in city.reporter.sees()


async def test_a_second_request_for_the_same_figure_leads_to_the_first(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    again = await city.reviewer.says("申请延期 K02")
    assert "已有一份延期申请在等答复" in again
    shown = await city.reviewer.taps("👀 看这份申请")
    assert "↩️ 撤回申请" in shown.labels


async def test_withdrawn_it_asks_for_nothing_and_old_buttons_change_nothing(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    question = city.office.sees()[-1]
    await city.reporter.taps("↩️ 撤回申请")
    (edited,) = city.office.sees()
    assert edited.text.startswith("↩️ 延期申请已撤回")
    for button in ("✅ 同意", "↔️ 改为…", "❌ 不同意"):
        assert "这份申请已经了结" in await city.office.taps(button, on=question)
    assert await _due(city, "K02") == "10-08"


async def test_a_double_tap_grants_once(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    question = city.office.sees()[-1]
    await city.office.taps("✅ 同意", on=question)
    city.reporter.sees()
    assert "这份申请已经了结" in await city.office.taps("✅ 同意", on=question)
    assert city.reporter.sees() == []
    async with city.house.engine.begin() as conn:
        kinds = list(await conn.scalars(sa.select(extension_event.c.kind)))
    assert kinds == ["asked", "agreed"]


async def test_of_two_clerks_the_first_answers_and_the_other_sees_it(city):
    second = await _joins(city, 120, "赵刚", "office", None)
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    question = second.sees()[-1]
    await city.office.taps("✅ 同意")
    (edited,) = second.sees()
    assert "✅ 已同意" in edited.text
    assert edited.keys == ()
    assert "这份申请已经了结" in await second.taps("❌ 不同意", on=question)


async def test_a_clerk_who_leaves_takes_no_request_along(city):
    second = await _joins(city, 120, "赵刚", "office", None)
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月10日（周四）")
    async with city.house.engine.begin() as conn:
        row = await people.by_user(conn, 106, at=city.house.now)
        await people.leave(conn, row.row.id, at=city.house.now)
    assert "申请延至 10月10日（周四）17:30" in await second.says("待办")
    await second.taps("1")
    await second.taps("✅ 同意")
    assert await _due(city, "K02") == "10-10"


async def test_whoever_asked_may_have_left_before_the_answer(city):
    second = await _joins(city, 121, "高洁", "reporter", "JJ04")
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    async with city.house.engine.begin() as conn:
        await people.leave(conn, 1, at=city.house.now)
    await city.office.taps("↔️ 改为…")
    await city.office.taps("10月9日（周三）")
    await second.taps("extend-accept")
    assert await _due(city, "K02") == "10-09"


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8日", "不晚于现在的截止"),
        ("2013-10-01", "不晚于现在的截止"),
        ("12月31日", "太远，最晚可以延到"),
        ("明天吧", "没有认出日期“明天吧”"),
        ("2月30日", "没有认出日期"),
        ("<b>", "没有认出日期“<b>”"),
    ],
)
async def test_a_day_that_cannot_be_is_refused_with_the_way_out(city, typed, said):
    city.now("10-08 10:00")
    await city.reporter.says("申请延期 K02")
    assert said in await city.reporter.says(typed)
    async with city.house.engine.begin() as conn:
        assert await conn.scalar(sa.select(sa.func.count()).select_from(extension)) == 0


async def test_a_make_up_saturday_is_a_day_to_extend_to_and_a_sunday_is_moved(city):
    city.now("10-08 10:00")
    await city.reporter.says("申请延期 K02")
    assert "延到 10月12日（周六）17:30" in await city.reporter.says("12日")
    await city.reporter.taps("cancel")
    await city.reporter.says("申请延期 K02")
    moved = await city.reporter.says("10月13日")
    assert "10月13日（周日） 不上班，顺延到 10月14日（周一）17:30" in moved


async def test_a_reason_too_long_is_asked_for_again(city):
    city.now("10-08 10:00")
    await city.reporter.says("申请延期 K02")
    await city.reporter.taps("10月10日（周四）")
    assert "原因有 201 字" in await city.reporter.says("长" * 201)
    assert "原因：系统还没有出数" in await city.reporter.says("系统还没有出数")


async def test_a_day_that_is_over_when_the_office_answers_cannot_be_granted(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月9日（周三）")
    city.now("10-10 10:00")
    answer = await city.office.taps("✅ 同意")
    assert "不晚于现在的截止" in answer
    await city.office.taps("👀 看这份申请")
    await city.office.taps("↔️ 改为…")
    assert "提出延至 10月11日（周五）17:30" in await city.office.taps("10月11日（周五）")


# --- silence -------------------------------------------------------------------------------------


async def test_silence_is_asked_about_each_morning_and_grants_nothing(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    for text in ("10-08 17:30", "10-09 08:59"):
        await city.ticks(text)
    city.office.sees()
    await city.ticks("10-09 09:00")
    (again,) = city.office.sees()
    assert "1 份延期申请等您答复" in again.text
    assert "已等 1 个工作日" in again.text
    await city.ticks("10-09 09:01")
    assert city.office.sees() == []
    await city.ticks("10-10 09:00")
    assert "已等 2 个工作日" in city.office.sees()
    assert await _due(city, "K02") == "10-08"
    assert (await _line(city, "K02")).state == "missing"


async def test_an_offer_nobody_takes_is_asked_about_too(city):
    city.now("10-08 10:00")
    await _asks(city, "K02", "10月11日（周五）")
    await city.office.taps("↔️ 改为…")
    await city.office.taps("10月10日（周四）")
    city.reporter.sees()
    await city.ticks("10-09 09:00")
    assert any("市绩效办提出延至 10月10日" in each.text for each in city.reporter.sees())
    assert "市绩效办提出延至 10月10日" in await city.reporter.says("待办")
    assert await _due(city, "K02") == "10-08"


async def test_nothing_is_pushed_at_night(city):
    city.now("10-08 20:00")
    await _asks(city, "K02", "10月10日（周四）")
    assert city.office.sees() == []
    await city.ticks("10-09 08:29")
    assert city.office.sees() == []
    await city.ticks("10-09 08:30")
    assert "✅ 同意" in city.office.sees().labels


async def test_withdrawn_at_night_it_never_reaches_the_office(city):
    city.now("10-08 20:00")
    await _asks(city, "K02", "10月10日（周四）")
    await city.reporter.taps("↩️ 撤回申请")
    await city.ticks("10-09 10:00")
    assert not any("K02" in each.text and "申请" in each.text for each in city.office.sees())


# --- the lock ------------------------------------------------------------------------------------


async def test_a_deadline_beyond_the_freeze_keeps_its_figure_open_and_locks_it_at_its_end(city):
    city.now("10-24 10:00")
    await city.reporter.says("申请延期 K02")
    await city.reporter.says("10月28日")
    await city.reporter.taps("数据需要核实")
    await city.office.taps("✅ 同意")
    assert "锁定 10月29日（周二）17:30" in city.reporter.sees()
    await city.ticks("10-25 17:30")
    assert "🔒" in await city.reporter.says("/file K03")
    city.now("10-28 17:00")
    await city.files_by_chat(city.reporter, "K02")
    assert (await _line(city, "K02")).state == "on_time"
    city.reviewer.sees()
    await city.ticks("10-29 17:30")
    for each in (city.reporter, city.reviewer, city.office):
        said = each.sees()
        assert "K02 公共财政预算收入（2013年9月）已重新锁定" in said
        assert "未及审核，不计入" in said
    answer = await city.reporter.says("/file K02 9月")
    assert "开放至 10月29日（周二）17:30，已到期" in answer
    assert "⏳ 申请延期" in answer.labels


async def test_after_the_freeze_more_time_opens_the_figure_again(city):
    await city.ticks("10-25 17:30")
    city.now("10-28 10:00")
    refused = await city.reporter.says("/file K02")
    assert "本月已于 10月25日（周五）17:30 冻结" in refused
    await city.reporter.taps("⏳ 申请延期")
    await city.reporter.taps("10月29日（周二）")
    await city.reporter.taps("数据需要核实")
    await city.office.taps("✅ 同意")
    assert "K02" in await city.reporter.says("/file K02")
    async with city.house.engine.begin() as conn:
        opened = (await conn.execute(sa.select(freeze).where(freeze.c.act == "reopened"))).one()
    assert (
        opened.until_at.astimezone(city.house.now.tzinfo).strftime("%m-%d %H:%M") == "10-30 17:30"
    )


async def test_a_figure_that_is_in_and_open_needs_no_more_time(city):
    city.now("10-08 10:00")
    await city.filed("K02", by_town([1] * 6))
    assert "冻结前可以直接重新填报" in await city.reporter.says("申请延期 K02")


async def test_every_word_is_in_the_journal_and_no_row_is_ever_changed(city):
    city.now("10-08 10:00")
    await _granted(city, "K02", "10月10日（周四）")
    async with city.house.engine.begin() as conn:
        acts = list(await conn.scalars(sa.select(journal.c.act).order_by(journal.c.id)))
        assert acts == ["extension-asked", "extension-agreed", "deadline-moved"]
    for table in ("extension", "extension_event", "deadline_move"):
        for deed in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
            with pytest.raises(sa.exc.DatabaseError, match="never changed"):
                async with city.house.engine.begin() as conn:
                    await conn.execute(sa.text(deed))


@pytest.mark.parametrize("arg", ["", "x", "1", "1.x", "999999.1", "9" * 30])
async def test_forged_buttons_change_nothing(city, arg):
    city.now("10-08 10:00")
    for route in ("extend-agree", "extend-accept", "extend-refuse", "extend-withdraw", "extension"):
        for who in (city.office, city.reporter, city.leader):
            await _forges(who, f"m:{route}:{arg}")
    await _forges(city.office, f"m:extend-answer:{arg}")
    async with city.house.engine.begin() as conn:
        assert await conn.scalar(sa.select(sa.func.count()).select_from(extension_event)) == 0
        bugs = sa.select(outbox.c.id).where(outbox.c.message.like("%bug-apology%"))
        assert list(await conn.scalars(bugs)) == []


# --- hands ---------------------------------------------------------------------------------------


async def _asks(city, code, day, *, who=None):
    who = who or city.reporter
    await who.says(f"申请延期 {code}")
    await who.taps(day)
    return await who.taps("上级或来源数据未出")


async def _granted(city, code, day):
    await _asks(city, code, day)
    await city.office.taps("✅ 同意")
    city.reporter.sees()


async def _ask_past_chat(city, who):
    async with city.house.deed_of(who) as (conn, places, someone):
        row = next(r for r in places.indicator_by_id.values() if r.indicator.code == "K02")
        asked_at = city.house.now
        until = city.now("10-10 17:30")
        city.house.now = asked_at
        return await extensions.ask(
            conn, places, someone, row, SEPTEMBER, until=until, reason="原因", now=asked_at
        )


async def _declined(conn, places, who, number, event, *, now):
    await extensions.decline(conn, places, who, number, event, reason=None, now=now)


async def _countered(conn, places, who, number, event, *, now):
    until = now.replace(day=9, hour=17, minute=30)
    await extensions.counter(conn, places, who, number, event, until=until, now=now)


async def _line(city, code):
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        lines = await discipline(conn, places, SEPTEMBER, now=city.house.now)
    return next(each for each in lines if each.indicator_code == code)


async def _due(city, code):
    line = await _line(city, code)
    return line.due_at.astimezone(city.house.now.tzinfo).strftime("%m-%d")


async def _joins(city, user_id, name, kind, unit):
    async with city.house.engine.begin() as conn:
        await people.add(conn, name=name, user_id=user_id)
    await _gives(city, user_id, kind, unit)
    return Someone(city.house, user_id, name)


async def _gives(city, user_id, kind, unit):
    async with city.house.engine.begin() as conn:
        who = await people.by_user(conn, user_id, at=city.house.now)
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        unit_id = places.unit_by_code[unit].id if unit else None
        await people.grant(conn, who.row.id, kind, at=YEAR_BEGINS, unit_id=unit_id)


async def _forges(who, data):
    who.chat.new = []
    body = {
        "id": f"q{who.house.last_update_id + 1}",
        "from": who._user(),
        "chat_instance": "1",
        "data": data,
        "message": who._envelope(1) | {"text": "…"},
    }
    await who.house.takes({"callback_query": body})
