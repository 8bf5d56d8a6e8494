"""The course of a rectification, played by all sides to every end, with its clocks."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from matter_days import asks_to_close, does, files, issues, signs, the
from rough_hands import bugs, count
from small_city import CAST
from sqlalchemy.exc import IntegrityError

from handlers.operations.matters import move_matter
from handlers.operations.matters.matter_terms import deeds_open_to
from handlers.operations.people.belongings import BELONGINGS, Passing
from handlers.operations.people.leaver import Leaver
from handlers.operations.waiting import waiting
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import ledger_items, people
from storage.ledger_items import Item
from storage.schema import journal, ledger_entry, matter, matter_event, person


async def listed(house, someone):
    """Return the matters on somebody's to-do list."""
    async with house.deed_of(someone) as (conn, city, who):
        items = await waiting(conn, who, city, now=house.now)
    return {int(each.arg) for each in items if each.route == "matter"}


async def act(house, someone, deed, *, number=1, said="说明", files=()):
    async with house.deed_of(someone) as (conn, city, who):
        return await move_matter.act(
            conn, city, who, number, deed, said=said, files=files, now=house.now
        )


# --- issued by hand ------------------------------------------------------------------------------


async def test_the_office_issues_and_the_unit_reads_what_is_asked_and_until_when(house, cast, days):
    assert "两个工作日内签收" in await _to_the_last_question(cast.office)
    assert "整改1已下达给 金港" in await cast.office.taps("issue")
    heard = cast.contact.sees()
    assert "整改1　金港</b>　待签收" in heard[-1].html
    assert "10月10日" in heard
    assert "河道有垃圾" in heard
    assert not cast.other_contact.sees()


async def _to_the_last_question(office):
    await office.says("/rectify")
    await office.says("金港")
    await office.taps("category:sanitation")
    await office.says("河道有垃圾")
    await office.taps("on")
    return await office.says("12月31日")


async def test_a_whole_course_ends_with_the_second_look(house, cast, days, issued):
    await asks_to_close(cast.contact)
    assert (await the(house)).state == "asked"
    await does(cast.second_office, 1, "close", "现场看过，已清")
    assert (await the(house)).state == "closed"
    assert "现场看过，已清" in cast.contact.sees()
    assert "已销号，待回头看" in await cast.contact.says("整改 closed")
    await days.come("01-09 09:30", year=2014)
    assert (await the(house)).state == "recheck"
    assert await listed(house, cast.second_office) == {1}
    await does(cast.second_office, 1, "hold", "没有反弹")
    assert (await the(house)).state == "held"
    assert "没有反弹" in cast.contact.sees()


async def test_what_is_wrong_again_on_the_second_look_is_open_again(house, cast, days, issued):
    await asks_to_close(cast.contact)
    await does(cast.second_office, 1, "close")
    await cast.office.says("整改 closed")
    await cast.office.taps("matter:1")
    await cast.office.taps("matter-tap:1.look")
    await does(cast.second_office, 1, "reopen", "又有垃圾了")
    assert (await the(house)).state == "returned"
    assert "又有垃圾了" in cast.contact.sees()
    assert await listed(house, cast.contact) == {1}


async def test_a_check_sends_back_with_the_reason_and_the_unit_asks_again(
    house, cast, days, issued
):
    await asks_to_close(cast.contact)
    cast.contact.sees()
    await does(cast.second_office, 1, "send_back", "东侧还没清")
    heard = cast.contact.sees()
    assert "核查退回，继续整改" in heard
    assert "东侧还没清" in heard
    assert "已申请销号" in await does(cast.contact, 1, "ask", "东侧也清了", photo=True)


async def test_an_observer_checks_and_the_unit_never_reads_who(house, cast, days, issued):
    await asks_to_close(cast.contact)
    await cast.office.says("待办")
    await cast.office.says("整改")
    await cast.office.taps("matter:1")
    offered = await cast.office.taps("assign-checker:1")
    assert "Yu Lan" in offered.labels
    await cast.office.taps("Yu Lan")
    assert await listed(house, cast.other_observer) == {1}
    cast.contact.sees()
    await does(cast.other_observer, 1, "close", "All clear", photo=True)
    assert (await the(house)).state == "closed"
    await cast.contact.says("整改 closed")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("matter-files")
    every = "\n".join(each.text for each in cast.contact.chat.messages.values())
    assert "All clear" in every
    assert "Yu Lan" not in every
    assert "核查人 核查合格" in every
    await cast.office.says("整改 closed")
    assert "Yu Lan" in await cast.office.taps("matter:1")


async def test_the_office_asks_for_another_plan_and_may_take_the_whole_back(
    house, cast, days, issued
):
    await signs(cast.contact)
    await does(cast.contact, 1, "plan", "会做的")
    await cast.office.says("整改")
    await cast.office.taps("matter:1")
    await cast.office.taps("answer-matter:1.replan")
    await cast.office.says("没有责任人")
    await cast.office.taps("submit")
    assert (await the(house)).state == "acknowledged"
    assert "没有责任人" in cast.contact.sees()
    await cast.office.taps("matter:1")
    await cast.office.taps("answer-matter:1.withdraw")
    await cast.office.says("并入整改2")
    await cast.office.taps("submit")
    assert (await the(house)).state == "withdrawn"
    assert "已撤回" in cast.contact.sees()
    assert await listed(house, cast.contact) == set()


async def test_to_close_both_words_and_a_file_are_asked_for(house, cast, days, issued):
    await signs(cast.contact)
    await does(cast.contact, 1, "plan")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("answer-matter:1.ask")
    look = await cast.contact.says("都好了")
    assert "文字和附件都要有" in look
    assert "submit" not in look.actions
    assert "submit" in (await cast.contact.sends_document("验收单.pdf")).actions
    with pytest.raises(Refusal, match="matter-needs-file"):
        await act(house, cast.contact, "ask")


async def test_a_weak_indicator_is_issued_once_from_its_own_explanation(house, cast, days):
    await files(cast.reporter, cast.reviewer)
    await cast.office.says("为什么 金港 K02 2013-09")
    await cast.office.taps("issue-rectification")
    await cast.office.says("序时进度落后，请分析原因")
    await cast.office.taps("on")
    await cast.office.says("12月31日")
    await cast.office.taps("issue")
    assert "K02 公共财政预算收入" in cast.contact.sees()
    await cast.office.says("为什么 金港 K02 2013-09")
    await cast.office.taps("issue-rectification")
    await cast.office.says("再来一次")
    await cast.office.taps("on")
    await cast.office.says("12月31日")
    assert "已下达整改1，没有重复下达" in await cast.office.taps("issue")
    assert await count(house, matter) == 1


async def test_the_card_of_a_unit_leads_the_office_there_and_nobody_else(house, cast, days):
    assert "issue-rectification" in (await cast.office.says("单位 金港")).actions
    assert "issue-rectification" not in (await cast.leader.says("单位 金港")).actions
    await cast.office.taps("issue-rectification")
    assert "金港" in cast.office.panel.text


# --- who may not ---------------------------------------------------------------------------------


async def test_whoever_issued_it_does_not_check_it(house, cast, days, issued):
    await asks_to_close(cast.contact)
    assert await listed(house, cast.office) == set()
    assert await listed(house, cast.second_office) == {1}
    for deed in ("close", "send_back"):
        with pytest.raises(NotAllowed, match="matter-not-the-issuer"):
            await act(house, cast.office, deed)
    assert (await the(house)).state == "asked"


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        ("other_contact", NotFound),
        ("reporter", NotFound),
        ("observer", NotFound),
        ("leader", NotAllowed),
        ("auditor", NotAllowed),
        ("committee", NotAllowed),
    ],
)
async def test_nobody_else_signs_for_a_unit(house, cast, days, issued, part, refusal):
    with pytest.raises(refusal):
        await act(house, getattr(cast, part), "sign")


async def test_whoever_is_of_the_unit_is_never_its_checker(house, cast, days, issued):
    await asks_to_close(cast.contact)
    async with house.deed_of(cast.second_office) as (conn, city, who):
        await people.grant(
            conn, who.id, "contact", at=house.now, unit_id=city.unit_by_code["T01"].id
        )
    with pytest.raises(NotAllowed):
        await act(house, cast.second_office, "close")
    assert await listed(house, cast.committee) == {1}  # nobody of the office is left to check


async def test_an_observer_of_the_unit_cannot_be_named(house, cast, days, issued):
    await asks_to_close(cast.contact)
    async with house.deed_of(cast.contact) as (conn, _, who):
        await people.grant(conn, who.id, "observer", at=house.now)
        contact_id = who.id
    with pytest.raises(NotFound, match="matter-no-checker"):
        async with house.deed_of(cast.office) as (conn, city, who):
            await move_matter.assign(conn, city, who, 1, contact_id, now=house.now)


async def test_only_the_office_issues(house, cast, days):
    for part in ("contact", "leader", "auditor", "observer"):
        answer = await getattr(cast, part).says("下达整改")
        assert "issue" not in " ".join(answer.actions)
    assert await count(house, matter) == 0


# --- no check is stepped over, no press counts twice ---------------------------------------------


async def test_a_step_out_of_turn_is_refused_for_everybody_and_every_state(
    house, cast, days, issued
):
    parts = ("contact", "office", "second_office", "committee", "other_observer", "leader")
    for deed in RECTIFICATION.moves:
        if deed in RECTIFICATION.deeds("issued", ["unit", "office", "independent", "checker"]):
            continue
        for part in parts:
            with pytest.raises(Refusal):
                await act(house, getattr(cast, part), deed)
    assert (await the(house)).state == "issued"


async def test_two_presses_sign_once_and_an_old_button_says_how_it_stands(
    house, cast, days, issued
):
    await cast.contact.says("待办")
    await cast.contact.taps("matter:1")
    old = cast.contact.panel
    await cast.contact.taps("matter-tap:1.sign", on=old)
    again = await cast.contact.taps("matter-tap:1.sign", on=old)
    assert "现在是“待报整改方案”" in again
    assert await count(house, matter_event, matter_event.c.kind == "sign") == 1
    with pytest.raises(Outdated):
        await act(house, cast.contact, "sign")


async def test_hostile_buttons_and_words_change_nothing(house, cast, days, issued):
    for arg in ("x", "1.close", "99", "99.sign", "1.nothing", "1." + "9" * 18, "²"):
        for route in ("matter", "matter-tap", "matter-files", "assign-checker", "answer-matter"):
            for someone in (cast.contact, cast.office, cast.stranger):
                await _presses(house, someone, f"m:{route}:{arg}")
    assert await bugs(house) == []
    assert (await the(house)).state == "issued"
    assert await count(house, matter_event) == 1


async def _presses(house, someone, data):
    await house.takes(
        {
            "callback_query": {
                "id": f"q{house.last_update_id + 1}",
                "from": someone._user(),
                "chat_instance": "1",
                "data": data,
                "message": someone._envelope(1) | {"text": "…"},
            }
        }
    )


async def test_events_are_never_changed(house, cast, days, issued):
    for change in (sa.update(matter_event).values(said="x"), sa.delete(matter_event)):
        with pytest.raises(IntegrityError, match="never changed"):
            async with house.engine.begin() as conn:
                await conn.execute(change)


# --- clocks --------------------------------------------------------------------------------------


async def test_late_is_a_yellow_card_for_leaders_and_office_and_a_red_one_when_it_lasts(
    house, cast, days, issued
):
    for part in (cast.leader, cast.office, cast.contact):
        part.sees()
    await days.come("10-10 09:30")
    assert "整改1今天到期" in cast.contact.sees()
    await days.come("10-11 09:30")
    for part in (cast.leader, cast.office):
        assert "整改1逾期" in part.sees()
    assert "已逾期" in cast.contact.sees()
    listed_late = await cast.leader.says("整改 late")
    assert "🟡 整改1" in listed_late
    assert "🔴 已逾期" in listed_late
    await days.come("10-21 09:30")
    assert "🔴 整改1" in await cast.leader.says("整改 late")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1
    await signs(cast.contact)
    assert "没有逾期的" in await cast.leader.says("整改 late")


async def test_the_clock_asked_twice_says_nothing_twice(house, cast, days, issued):
    await days.come("10-11 09:30")
    for part in (cast.leader, cast.contact, cast.office):
        part.sees()
    await days.come("10-11 09:30")
    await days.come("10-11 09:31")
    assert not cast.leader.sees()
    assert not cast.contact.sees()


async def test_terms_count_working_days_over_the_spring_festival(house, cast, days):
    # 2014: holidays 31 January to 6 February, Sunday 26 January and Saturday 8 February worked.
    await days.come("01-24 10:00", year=2014)
    await issues(cast.office)
    assert (
        "1月27日" in cast.contact.sees()
    )  # Friday: Sunday 26th is the first day, Monday the second
    await signs(cast.contact)
    await days.come("01-29 10:00", year=2014)
    await does(cast.contact, 1, "plan")
    found = await the(house)
    assert found.due_at is not None
    assert found.due_at.astimezone(days.house.now.tzinfo).strftime("%m-%d %H:%M") == "02-24 17:30"


async def test_a_months_end_that_is_no_day_or_no_working_day_moves(house, cast, days):
    await days.come("12-31 10:00")
    await issues(cast.office)
    await signs(cast.contact)
    await does(cast.contact, 1, "plan")
    due = (await the(house)).due_at
    assert due is not None
    # A month after 31 December is 31 January: the Spring Festival, until 7 February.
    assert due.astimezone(house.now.tzinfo).strftime("%m-%d") in {"02-07", "01-30"}


async def test_progress_is_asked_for_every_month_until_the_day_it_must_be_done(
    house, cast, days, issued
):
    await signs(cast.contact)
    await does(cast.contact, 1, "plan")
    first = (await the(house)).due_at
    await days.come("10-20 10:00")
    await days.come("10-21 10:00")
    await does(cast.contact, 1, "progress", "清了一半")
    found = await the(house)
    assert found.due_at is not None
    assert first is not None
    assert found.finish_by is not None
    assert first <= found.due_at <= found.finish_by


async def test_a_check_nobody_makes_goes_back_to_the_office(house, cast, days, issued):
    await asks_to_close(cast.contact)
    async with house.deed_of(cast.office) as (conn, city, who):
        observer = await people.by_user(conn, cast.other_observer.user_id, at=house.now)
        await move_matter.assign(conn, city, who, 1, observer.id, now=house.now)
    assert await listed(house, cast.second_office) == set()
    await days.come("11-01 09:30")
    assert (await the(house)).state == "asked"
    assert await listed(house, cast.second_office) == {1}
    assert await listed(house, cast.other_observer) == set()


# --- years, repeats, people leaving --------------------------------------------------------------


async def test_what_is_open_at_new_year_is_on_the_next_check_list(house, cast, days, issued):
    await days.come("01-02 09:30", year=2014)
    assert "今年检查清单（1）" in await cast.office.says("整改 carried")
    look = await cast.office.taps("matter:1")
    assert "2013年下达，列入今年检查清单" in look
    assert "带入年度检查清单" in look
    await days.come("01-02 09:31", year=2014)
    assert await count(house, matter_event, matter_event.c.kind == "carried") == 1


async def test_the_same_weakness_again_is_flagged_as_a_repeat(house, cast, days, issued):
    await issues(cast.office, words="河道又有垃圾")
    assert "反复问题：与整改1同一类" in cast.contact.sees()
    await issues(cast.office, kind="conduct", words="窗口无人")
    assert "反复问题" not in cast.contact.sees()
    await issues(cast.office, unit="杨舍", words="垃圾")
    assert "反复问题" not in cast.other_contact.sees()


async def test_where_nobody_of_the_unit_can_hear_the_office_has_it_on_its_list(
    house, cast, days, issued
):
    async with house.deed_of(cast.contact) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)
    assert await listed(house, cast.office) == {1}
    assert "联系不上" in await cast.office.taps("matter:1")


async def test_a_named_checkers_handover_moves_the_check(house, cast, days, issued):
    await asks_to_close(cast.contact)
    async with house.deed_of(cast.office) as (conn, city, who):
        observer = await people.by_user(conn, cast.other_observer.user_id, at=house.now)
        await move_matter.assign(conn, city, who, 1, observer.id, now=house.now)
        heir = await people.by_user(conn, cast.observer.user_id, at=house.now)
        leaver = Leaver(observer.row, observer.row.user_id, observer.roles, house.now)
        checks = next(each for each in BELONGINGS if each.name == "checks")
        ids = await checks.find(conn, city, leaver)
        assert await checks.move(Passing(conn, city, leaver, heir.row), ids) == [1]
    assert await listed(house, cast.observer) == {1}
    assert await listed(house, cast.other_observer) == set()


@pytest.mark.parametrize("state", sorted(RECTIFICATION.open_states))
async def test_every_open_state_is_on_the_list_of_somebody_who_can_go_on(
    house, cast, days, issued, state
):
    async with house.deed_of(cast.office) as (conn, _, who):
        observer = await people.by_user(conn, cast.other_observer.user_id, at=house.now)
        named = observer.id if RECTIFICATION.awaited[state] == "checker" else None
        values = {"state": state, "person_id": named}
        await conn.execute(sa.update(matter).values(**values))
    found, able = await the(house), set()
    for name in CAST:
        someone = getattr(cast, name)
        if 1 in await listed(house, someone):
            async with house.deed_of(someone) as (_, _, who):
                assert deeds_open_to(who, found), f"{name} has {state} on the list and no way on"
            able.add(name)
            look = await someone.says("待办")
            assert "matter" in look.actions
    assert able


async def test_the_journal_has_every_step_once(house, cast, days, issued):
    await signs(cast.contact)
    assert await count(house, journal, journal.c.act == "rectification-issued") == 1
    assert await count(house, journal, journal.c.act == "rectification-sign") == 1
    assert await count(house, person) > 0


async def test_lateness_proposes_its_deduction_once_however_often_it_is_late(
    house, cast, days, issued
):
    late = Item(
        year=2013,
        code="X09",
        name="整改事项逾期未完成",
        kind="deduction",
        scope="both",
        points=Decimal(2),
        per="项",
        cap=Decimal(10),
        evidence="整改台账",
    )
    async with house.deed_of(cast.office) as (conn, city, _):
        office = city.unit_by_code["PMO"].id
        await ledger_items.add(conn, late, verifying_unit_id=office)
    await days.come("10-11 09:30")
    assert "X09" in cast.contact.sees()
    await signs(cast.contact)
    await days.come("11-04 09:30")  # the plan is late as well
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 2
    assert await count(house, ledger_entry) == 1
