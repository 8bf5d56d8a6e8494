"""More time for a matter: asked for by the unit, granted, shortened or refused, each told once."""

import pytest
import sqlalchemy as sa
from matter_days import does, issues, signs, the
from rough_hands import bugs, count, presses
from small_city import CAST

from handlers.operations.matters import respite_rules, respites
from handlers.operations.matters.matter_terms import close_of
from handlers.operations.matters.red_list import all_marked
from handlers.operations.waiting import waiting
from handlers.texts import CITY_ZONE
from scoring.instruction_course import INSTRUCTION
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.respites import ASKABLE
from storage import deputies, people
from storage import respites as requests
from storage.schema import journal, matter, matter_event, respite, respite_answer


async def listed(house, someone):
    """Return the requests on somebody's to-do list."""
    async with house.deed_of(someone) as (conn, city, who):
        items = await waiting(conn, who, city, now=house.now)
    return {int(each.arg) for each in items if each.route == "respite"}


async def asks(contact, *, number=1, day=None, why="respite-why-weather"):
    """Let the unit ask for more time from the matter's card: a day, a reason."""
    await contact.says("待办")
    await contact.taps(f"matter:{number}")
    await contact.taps("ask-respite")
    if day:
        await contact.says(day)
    else:
        await contact.taps(first_day(contact))
    return await contact.taps("why:1") if why == "respite-why-weather" else await contact.says(why)


def first_day(someone):
    return next(k.label for row in someone.panel.keys for k in row if k.action == "until")


def last_day(found):
    return found.finish_by.astimezone(CITY_ZONE).strftime("%m-%d %H:%M")


async def ask(house, someone, *, number=1, days=10, reason="天气"):
    found = await the(house, number)
    async with house.deed_of(someone) as (conn, city, who):
        day = city.calendar.shifted(found.finish_by.astimezone(CITY_ZONE).date(), days)
        return await respites.ask(
            conn, city, who, number, until=close_of(city, day), reason=reason, now=house.now
        )


async def act(house, someone, deed, number=1, **more):
    async with house.deed_of(someone) as (conn, city, who):
        return await getattr(respites, deed)(conn, city, who, number, now=house.now, **more)


@pytest.fixture
async def working(house, cast, days, issued):
    """Let 金港 have signed and sent its plan; the whole is due on the second month's day."""
    await signs(cast.contact)
    await does(cast.contact, 1, "plan")
    for part in (cast.contact, cast.office, cast.second_office):
        part.sees()


# --- asked and answered ------------------------------------------------------------------------


async def test_two_taps_ask_and_one_grants_and_both_days_are_shown(house, cast, working):
    old = last_day(await the(house))
    said = await asks(cast.contact)
    assert "延期申请已提交" in said
    assert "理由：天气影响施工" in said
    assert await listed(house, cast.office) == {1}
    put = cast.office.sees()
    assert "金港申请延期：整改1" in put
    assert "此前已延期 0 次，上限 2 次" in put
    await cast.office.taps("grant-respite")
    found = await the(house)
    assert last_day(found) > old
    told = cast.contact.sees()
    assert "延期申请的答复" in told
    assert "同意：11月8日（周五）17:30 → 11月15日（周五）17:30" in told
    await cast.contact.says("待办")
    card = await cast.contact.taps("matter:1")
    assert "已延期：11月8日（周五）17:30 → 11月15日（周五）17:30" in card
    assert await listed(house, cast.office) == set()
    assert await count(house, journal, journal.c.act == "respite-granted") == 1


async def test_the_office_shortens_it_with_two_taps(house, cast, working):
    await asks(cast.contact, day="12月31日")
    await cast.office.taps("answer-respite:1.s", on=cast.office.panel)
    shown = cast.office.panel
    assert "改到哪天" in shown.text
    await cast.office.says("12月31日")
    assert "须晚于原时限" in cast.office.panel.text
    await cast.office.taps(first_day(cast.office))
    assert "改为：11月8日（周五）17:30 → 11月15日" in cast.contact.sees()
    assert last_day(await the(house)) == "11-15 17:30"


async def test_a_refusal_is_told_once_with_its_reason_and_the_day_stays(house, cast, working):
    old = last_day(await the(house))
    await asks(cast.contact, why="人手不够")
    put = cast.office.sees()
    assert "理由：人手不够" in put
    await cast.office.taps("answer-respite:1.r", on=cast.office.panel)
    await cast.office.taps("why:0")
    assert last_day(await the(house)) == old
    told = cast.contact.sees()
    assert told.text.count("不同意") == 1 or "不同意：仍为" in told
    assert "原时限足够，请抓紧办理" in told
    assert not cast.contact.sees()
    assert "不同意延期" in await cast.contact.taps("matter:1")


async def test_the_other_copy_of_the_question_says_that_it_is_answered(house, cast, working):
    await ask(house, cast.contact)
    await house.posts()
    other = cast.second_office.panel
    await act(house, cast.office, "grant")
    await house.posts()
    assert "同意" in cast.second_office.chat.messages[other.id].text
    assert not cast.second_office.chat.messages[other.id].keys
    answer = await cast.second_office.taps("grant-respite", on=other)
    assert "已经有了答复" in answer
    assert await count(house, respite_answer) == 1


async def test_a_shorter_day_in_english(house, cast, working):
    for someone in (cast.contact, cast.office):
        async with house.engine.begin() as conn:
            row = await people.by_user(conn, someone.user_id, at=house.now)
            await people.set_lang(conn, row.id, "en")
    await cast.contact.says("/todo")
    await cast.contact.taps("matter:1")
    assert "🗓 Ask for more time" in cast.contact.panel.labels
    await cast.contact.taps("ask-respite")
    assert "until when do you need?" in cast.contact.panel.text
    await cast.contact.says("31 Dec")
    asked = await cast.contact.says("The tender is not over")
    assert "Asked; now it waits for the answer." in asked
    put = cast.office.sees()
    assert "金港 asks for more time: Rectification 1" in put
    await cast.office.taps("✏️ A shorter day")
    await cast.office.says("20 Dec")
    told = cast.contact.sees()
    assert "A shorter day: Fri 8 November at 17:30 → Fri 20 December at 17:30" in told


async def test_an_instruction_is_extended_by_its_leader(house, cast, days):
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    await signs(cast.contact)
    await asks(cast.contact)
    put = cast.leader.sees()
    assert "金港申请延期：批示1" in put
    assert await listed(house, cast.leader) == {1}
    await cast.leader.taps("grant-respite")
    found = await the(house)
    assert found.due_at == found.finish_by
    assert last_day(found) == "11-07 17:30"
    assert "同意" in cast.contact.sees()


# --- who may not, and when -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        ("other_contact", NotFound),
        ("reporter", NotFound),
        ("office", NotAllowed),
        ("leader", NotAllowed),
        ("auditor", NotAllowed),
    ],
)
async def test_nobody_else_asks(house, cast, working, part, refusal):
    with pytest.raises(refusal):
        await ask(house, getattr(cast, part))


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        ("contact", NotAllowed),
        ("other_contact", NotFound),
        ("leader", NotAllowed),
        ("auditor", NotAllowed),
        ("observer", NotFound),
    ],
)
async def test_nobody_else_answers(house, cast, working, part, refusal):
    await ask(house, cast.contact)
    for deed, more in (("grant", {}), ("refuse", {"reason": "x"})):
        with pytest.raises(refusal):
            await act(house, getattr(cast, part), deed, **more)
    assert await count(house, respite_answer) == 0


async def test_somebody_of_the_unit_never_answers_even_of_the_office(house, cast, working):
    await ask(house, cast.contact)
    async with house.deed_of(cast.office) as (conn, city, who):
        unit = city.unit_by_code["T01"].id
        await people.grant(conn, who.id, "reporter", at=house.now, unit_id=unit)
    with pytest.raises(NotAllowed):
        await act(house, cast.office, "grant")
    await act(house, cast.second_office, "grant")


@pytest.mark.parametrize("course", [RECTIFICATION, INSTRUCTION], ids=lambda each: each.name)
async def test_it_is_asked_for_only_while_the_unit_has_it(house, cast, days, issued, course):
    for state in sorted(course.states):
        async with house.engine.begin() as conn:
            await conn.execute(sa.update(matter).values(course=course.name, state=state))
        found = await the(house)
        async with house.deed_of(cast.contact) as (conn, _, who):
            offered = await respite_rules.may_ask(conn, who, found)
        assert offered == (state in ASKABLE[course.name]), state


async def test_one_waits_at_a_time_and_two_presses_ask_once(house, cast, working):
    await cast.contact.says("待办")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("ask-respite")
    await cast.contact.taps(first_day(cast.contact))
    old = cast.contact.panel
    await cast.contact.taps("why:0", on=old)
    await cast.contact.taps("why:0", on=old)
    assert await count(house, respite) == 1
    with pytest.raises(Outdated, match="respite-waits"):
        await ask(house, cast.contact)


async def test_the_cap_is_kept_and_is_the_offices_to_set(house, cast, working):
    for _ in range(2):
        asked = await ask(house, cast.contact)
        await act(house, cast.office, "grant", asked.id)
    with pytest.raises(Refusal, match="respite-no-more"):
        await ask(house, cast.contact)
    await cast.contact.says("待办")
    assert "ask-respite" not in (await cast.contact.taps("matter:1")).actions
    await cast.office.says("整改")
    await cast.office.taps("respite-limit")
    assert "每件整改最多延期 2 次" in cast.office.panel.text
    await cast.office.taps("3 次")
    assert "最多延期 3 次" in cast.office.panel.text
    await ask(house, cast.contact)
    for part in ("contact", "leader", "second_office"):
        await presses(getattr(cast, part), "m:respite-limit:rectification.0")
    async with house.engine.begin() as conn:
        assert await requests.most(conn, "rectification") == 0  # the second of the office may
        assert await requests.most(conn, "instruction") == 2


async def test_a_refused_one_does_not_count_towards_the_cap(house, cast, working):
    for _ in range(3):
        asked = await ask(house, cast.contact)
        await act(house, cast.office, "refuse", asked.id, reason="不行")
    await ask(house, cast.contact)


@pytest.mark.parametrize("typed", ["11月8日", "2013-10-01", "2014-06-30", "改天", "0"])
async def test_wrong_days_are_told_and_ask_for_nothing(house, cast, working, typed):
    await cast.contact.says("待办")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("ask-respite")
    answer = await cast.contact.says(typed)
    assert "申请延到哪天" in answer
    assert len(answer.text.split("申请延到哪天")[0]) > 5
    assert await count(house, respite) == 0


async def test_a_day_off_is_said_and_the_next_worked_one_counts(house, cast, working):
    await cast.contact.says("待办")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("ask-respite")
    assert "不上班，按下一个工作日 12月16日" in await cast.contact.says("12月14日")


# --- the clock -----------------------------------------------------------------------------------


async def test_what_was_asked_for_in_time_is_not_late_while_it_waits(house, cast, days, working):
    await days.come("11-07 10:00")
    await does(cast.contact, 1, "progress", "还差一段")
    await ask(house, cast.contact)
    await days.come("11-11 09:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 0
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        assert await all_marked(conn, city, now=house.now) == []
    assert "（延期待答复）" in await cast.contact.says("整改")
    assert "⏳ 申请延期待答复，原应于" in await cast.contact.taps("matter:1")
    assert "已逾期" not in await cast.contact.says("待办")
    await act(house, cast.office, "refuse", reason="不行")
    assert "（🔴 已逾期）" in await cast.contact.says("整改")
    assert "🔴 已逾期" in await cast.contact.taps("matter:1")
    await days.come("11-11 09:40")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1


async def test_lateness_ends_with_the_new_day_and_begins_again_after_it(house, cast, days, working):
    await days.come("11-07 10:00")
    await does(cast.contact, 1, "progress", "还差一段")
    await days.come("11-11 09:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1
    asked = await ask(house, cast.contact, days=10)
    assert "已逾期" not in (await the(house)).state
    await act(house, cast.office, "grant", asked.id)
    found = await the(house)
    assert found.due_at == found.finish_by
    await days.come("11-13 09:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 1
    await days.come("11-25 09:30")
    assert await count(house, matter_event, matter_event.c.kind == "overdue") == 2


async def test_the_monthly_report_stays_due_when_the_last_day_moves(house, cast, days, working):
    before = await the(house)
    asked = await ask(house, cast.contact)
    await act(house, cast.office, "grant", asked.id)
    after = await the(house)
    assert (before.since, before.due_at) == (after.since, after.due_at)
    assert after.finish_by > before.finish_by


async def test_over_the_spring_festival_a_day_is_a_working_day(house, cast, days):
    await days.come("12-02 10:00")
    await issues(cast.office)
    await signs(cast.contact)
    await does(cast.contact, 1, "plan")
    found = await the(house)
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        finish = close_of(
            city, found.finish_by.astimezone(CITY_ZONE).date().replace(month=1, day=29, year=2014)
        )
        await conn.execute(sa.update(matter).values(finish_by=finish, due_at=finish))
    await cast.contact.says("待办")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("ask-respite")
    labels = cast.contact.panel.labels
    # Off from 31 January to 6 February; Saturday the 8th is worked.
    assert labels[0] == "2月11日（周二）"
    asked = await cast.contact.says("2014-02-01")
    assert "按下一个工作日 2月7日" in asked
    await cast.contact.taps("back")
    await cast.contact.says("2014-02-08")
    assert "2月8日（周六）17:30" in cast.contact.panel.text


async def test_nobody_answers_and_it_is_asked_again_each_working_day(house, cast, days, working):
    await ask(house, cast.contact)
    await days.come("10-10 17:00")
    cast.office.sees()
    await days.come("10-11 09:30")
    assert "还没有答复" in cast.office.sees()
    await days.come("10-11 09:31")
    assert not cast.office.sees()
    await days.come("10-12 09:30")  # Saturday, worked
    assert "还没有答复" in cast.office.sees()
    await days.come("10-13 09:30")  # Sunday
    assert not cast.office.sees()
    assert await listed(house, cast.office) == {1}
    await act(house, cast.second_office, "grant")
    await house.posts()
    assert "同意" in cast.office.chat.messages[cast.office.chat.last_id].text


async def test_a_step_that_needs_no_time_lets_the_request_go(house, cast, working):
    asked = await ask(house, cast.contact)
    await does(cast.contact, 1, "ask", "都好了", photo=True)
    async with house.engine.begin() as conn:
        kept = await requests.one(conn, asked.id)
    assert kept.answer.outcome == "lapsed"
    with pytest.raises(Outdated):
        await act(house, cast.office, "grant")
    assert await listed(house, cast.office) == set()


async def test_the_unit_takes_it_back(house, cast, working):
    await asks(cast.contact)
    await cast.contact.taps("withdraw-respite")
    assert await listed(house, cast.office) == set()
    assert "已撤回" in cast.office.chat.messages[cast.office.chat.last_id].text
    asked = await ask(house, cast.contact)
    with pytest.raises(NotAllowed):
        await act(house, cast.office, "withdraw", asked.id)


# --- people --------------------------------------------------------------------------------------


async def test_when_the_issuer_left_the_rest_of_the_office_answers(house, cast, working):
    async with house.deed_of(cast.office) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)
    await ask(house, cast.contact)
    assert await listed(house, cast.second_office) == {1}
    await act(house, cast.second_office, "grant")
    assert not cast.office.sees()


async def test_a_leaders_deputy_answers_for_him(house, cast, days):
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    async with house.deed_of(cast.leader) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.auditor.user_id, at=house.now)
        until = house.now.replace(month=11)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=until)
    await ask(house, cast.contact)
    assert await listed(house, cast.auditor) == {1}
    await act(house, cast.auditor, "grant")
    async with house.engine.begin() as conn:
        kept = await requests.one(conn, 1)
    assert kept.answer.outcome == "granted"


async def test_requests_are_never_changed(house, cast, working):
    asked = await ask(house, cast.contact)
    await act(house, cast.office, "grant", asked.id)
    for change in (
        sa.update(respite).values(reason="x"),
        sa.delete(respite),
        sa.update(respite_answer).values(outcome="refused"),
        sa.delete(respite_answer),
    ):
        with pytest.raises(Exception, match="never changed"):
            async with house.engine.begin() as conn:
                await conn.execute(change)


# --- no dead end, no hostile way in --------------------------------------------------------------


@pytest.mark.parametrize("course", [RECTIFICATION, INSTRUCTION], ids=lambda each: each.name)
async def test_wherever_one_waits_somebody_has_it_on_the_list_and_can_answer(
    house, cast, days, issued, course
):
    for state in sorted(ASKABLE[course.name]):
        async with house.engine.begin() as conn:
            await conn.execute(sa.update(matter).values(course=course.name, state=state))
        asked = await ask(house, cast.contact, days=3)
        able = set()
        for name in CAST:
            someone = getattr(cast, name)
            if asked.id in await listed(house, someone):
                shown = await presses(someone, f"m:respite:{asked.id}")
                assert "grant-respite" in shown.actions, (name, state)
                able.add(name)
        assert able, state
        await act(house, cast.contact, "withdraw", asked.id)


async def test_hostile_and_other_peoples_buttons_change_nothing(house, cast, working):
    await ask(house, cast.contact)
    routes = ("respite", "grant-respite", "withdraw-respite", "answer-respite", "ask-respite")
    for route in (*routes, "respite-limit"):
        for arg in ("", "x", "99", "1.x", "²", "9" * 20, "rectification.99"):
            await presses(cast.contact, f"m:{route}:{arg}")
            await presses(cast.office, f"m:{route}:{arg}")
    for part in ("other_contact", "leader", "reporter", "stranger"):
        for route in routes:
            await presses(getattr(cast, part), f"m:{route}:1")
    assert await bugs(house) == []
    assert await count(house, respite) == 1
    assert await count(house, respite_answer) == 0


async def test_a_whole_course_with_a_respite_ends_well(house, cast, days, working):
    asked = await ask(house, cast.contact)
    await act(house, cast.office, "grant", asked.id)
    await does(cast.contact, 1, "ask", "已清完", photo=True)
    await does(cast.second_office, 1, "close", "看过了")
    assert (await the(house)).state == "closed"
