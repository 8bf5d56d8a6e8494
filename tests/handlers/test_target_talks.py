"""双向沟通: the office or the monitoring unit proposes a target, the unit answers, one decides."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from rough_hands import count, presses
from sqlalchemy import event

from handlers.operations.clock.queue_due import queue_due
from handlers.operations.targets import answer_target, propose_targets
from handlers.operations.targets.agree_to_rest import agree_to_rest
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.texts import CITY_ZONE
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, periods, proposals, targets
from storage.schema import person, proposal, target

OCTOBER = Period(2013, 10)
TABLE = "单位\t目标\t上年\n金港\t65\t52\n杨舍\t75\t\n火星\t1\t\n锦丰\t\t"


async def proposed(house, cast, goals=None, *, by="office"):
    """Let a target be proposed: K02 to 金港, 65, unless *goals* say otherwise."""
    async with house.deed_of(getattr(cast, by)) as (conn, city, who):
        sent = await propose_targets.propose(
            conn, city, who, goals or {(1, 1): NewTarget(Decimal(65))}, now=house.now
        )
    await house.posts()
    return sent.made


async def last(house, number=1):
    async with house.engine.begin() as conn:
        return (await proposals.one(conn, number)).last


async def held(house, *, code="K02", unit="T01", period=OCTOBER):
    async with house.engine.begin() as conn:
        known = await targets.known_at(conn, 1, at=house.now, period=period)
        return known[code, unit].target


async def freeze(house, month):
    async with house.engine.begin() as conn:
        await periods.add(
            conn, scheme_id=1, period=Period(2013, month), act="frozen", by=None, now=house.now
        )


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["reviewer", "other_reporter", "contact", "leader", "committee", "auditor", "observer"],
)
async def test_who_may_not_propose(house, cast, part):
    with pytest.raises(NotAllowed, match="proposal-not-yours"):
        await proposed(house, cast, by=part)
    assert await count(house, proposal) == 0


@pytest.mark.parametrize(
    ("goals", "message"),
    [
        ({}, "proposal-nothing"),
        ({(1, 5): NewTarget(Decimal(1))}, "retarget-unit-not-asked"),
        ({(2, 4): NewTarget(Decimal(1))}, "retarget-unit-not-asked"),
        ({(1, 1): NewTarget(Decimal(60))}, "proposal-same"),
    ],
)
async def test_what_cannot_be_proposed(house, cast, goals, message):
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Refusal, match=message):
            await propose_targets.propose(conn, city, who, goals, now=house.now)
    assert await count(house, proposal) == 0


async def test_a_target_that_is_talked_about_is_not_proposed_again(house, cast):
    await proposed(house, cast)
    with pytest.raises(Outdated, match="proposal-open-already"):
        await proposed(house, cast)


ANSWERS = {
    "agree": answer_target.agree,
    "accept": answer_target.accept,
    "counter": lambda *given, **more: answer_target.counter(
        *given, NewTarget(Decimal(62)), reason="用地受限", **more
    ),
    "again": lambda *given, **more: answer_target.propose_again(
        *given, NewTarget(Decimal(64)), reason="全市需要", **more
    ),
    "decide": lambda *given, **more: answer_target.decide(
        *given, NewTarget(Decimal(63)), reason="综合平衡", **more
    ),
}


async def answers(house, who, verb, *, seen=None, number=1):
    async with house.deed_of(who) as (conn, city, person):
        made = await proposals.one(conn, number)
        return await ANSWERS[verb](
            conn, city, person, number, seen=seen or made.last.id, now=house.now
        )


@pytest.mark.parametrize(
    ("state", "verb", "part", "refusal", "message"),
    [
        ("proposed", "agree", "other_contact", NotFound, "proposal-gone"),
        ("proposed", "agree", "leader", NotFound, "proposal-gone"),
        ("proposed", "agree", "office", NotAllowed, "proposal-contact-only"),
        ("proposed", "agree", "reporter", NotAllowed, "proposal-contact-only"),
        ("proposed", "counter", "other_contact", NotFound, "proposal-gone"),
        ("proposed", "counter", "auditor", NotAllowed, "proposal-contact-only"),
        ("proposed", "accept", "office", Outdated, "proposal-moved-on"),
        ("proposed", "again", "office", Outdated, "proposal-moved-on"),
        ("proposed", "decide", "office", Refusal, "proposal-unit-has-time"),
        ("proposed", "decide", "committee", NotAllowed, "proposal-office-decides"),
        ("countered", "agree", "contact", Outdated, "proposal-moved-on"),
        ("countered", "counter", "contact", Outdated, "proposal-moved-on"),
        ("countered", "accept", "contact", NotAllowed, "proposal-not-your-side"),
        ("countered", "accept", "reporter", NotAllowed, "proposal-not-your-side"),
        ("countered", "again", "reporter", NotAllowed, "proposal-not-your-side"),
        ("countered", "decide", "reporter", NotAllowed, "proposal-office-decides"),
        ("countered", "decide", "other_reporter", NotFound, "proposal-gone"),
        ("agreed", "agree", "contact", Outdated, "proposal-ended"),
        ("agreed", "decide", "office", Outdated, "proposal-ended"),
    ],
)
async def test_who_may_not_answer_and_when(house, cast, state, verb, part, refusal, message):
    await proposed(house, cast)
    if state != "proposed":
        await answers(house, cast.contact, {"countered": "counter", "agreed": "agree"}[state])
    with pytest.raises(refusal, match=message):
        await answers(house, getattr(cast, part), verb)
    assert (await last(house)).kind == state


async def test_an_answer_to_what_was_said_before_is_outdated(house, cast):
    await proposed(house, cast)
    seen = (await last(house)).id
    await answers(house, cast.contact, "counter")
    await answers(house, cast.office, "again")
    with pytest.raises(Outdated, match="proposal-moved-on"):
        await answers(house, cast.contact, "agree", seen=seen)


async def test_the_same_number_is_no_other_target_and_a_reason_is_asked_for(house, cast):
    await proposed(house, cast)
    for goal, reason, message in ((65, "x", "counter-same"), (62, "  ", "without-reason")):
        async with house.deed_of(cast.contact) as (conn, city, who):
            with pytest.raises(Refusal, match=f"proposal-{message}"):
                await answer_target.counter(
                    conn,
                    city,
                    who,
                    1,
                    NewTarget(Decimal(goal)),
                    reason=reason,
                    seen=1,
                    now=house.now,
                )


# --- the way through -----------------------------------------------------------------------------


async def test_a_pasted_table_is_looked_at_sent_and_reaches_each_unit_alone(house, cast):
    await cast.office.says("/start")
    await cast.office.taps("targets")
    assert "哪项指标" in await cast.office.taps("✍️ 提出目标")
    await cast.office.taps("pick:1")
    look = await cast.office.says(TABLE)
    assert "火星" in look
    assert "K02 金港　60 → 65亿元（上年 52）" in look
    assert "K02 杨舍　72 → 75亿元（上年 60）" in look
    assert "已提出 2 项目标" in await cast.office.taps("send")
    mine, other = cast.contact.sees(), cast.other_contact.sees()
    assert "金港　K02 公共财政预算收入：65亿元（上年 52，+25.0%）" in mine
    assert "75" not in mine.text
    assert "65" not in other.text
    assert await held(house) == 60
    assert "2 项未定" in await cast.office.taps("target-talks")


async def test_the_unit_agrees_and_only_then_it_is_in_force_and_the_earlier_one_is_kept(
    house, cast
):
    await proposed(house, cast)
    assert "1 项目标待答复" in await cast.contact.says("待办")
    await cast.contact.taps("target-talk")
    await cast.contact.taps("proposal")
    assert await held(house) == 60
    shown = await cast.contact.taps("agree-target")
    assert "双方一致，已生效" in shown
    assert await held(house) == 65
    async with house.engine.begin() as conn:
        assert [each.target for each in await targets.all_for(conn, 1, 1)] == [60, 65]
        (entry,) = await journal.latest(conn, limit=1)
    assert (entry.act, entry.subject) == ("target-agreed", "K02 T01")
    assert "1 项目标有了结果" in cast.office.sees()
    assert "待答复" not in await cast.contact.says("待办")


async def test_back_and_forth_is_counted_and_the_office_decides_with_a_reason(house, cast):
    await cast.reporter.says("/propose K02")
    await cast.reporter.says("金港 65")
    await cast.reporter.taps("send")
    await cast.contact.says("待办")
    await cast.contact.taps("target-talk")
    await cast.contact.taps("proposal")
    assert "应是多少" in await cast.contact.taps("💬 不同意见")
    assert "就是对方提出的目标" in await cast.contact.says("65")
    assert "请写明理由" in await cast.contact.says("60.5")
    confirm = await cast.contact.says("两家骨干企业搬迁")
    assert "65 → 60.5亿元" in confirm
    assert "意见已送出" in await cast.contact.taps("send")
    told = cast.reporter.sees()
    assert "两家骨干企业搬迁" in told
    assert "原提 65" in told
    assert "有不同意见" in await cast.reporter.says("待办")
    await cast.reporter.taps("proposal")
    await cast.reporter.taps("✍️ 再提")
    await cast.reporter.says("63")
    await cast.reporter.says("搬迁已计入")
    assert "第 2 轮" in await cast.reporter.taps("send")
    assert "63" in cast.contact.sees()
    await presses(cast.contact, f"m:answer-target:counter.1.{(await last(house)).id}")
    await cast.contact.says("61")
    await cast.contact.says("仍有缺口")
    await cast.contact.taps("send")
    assert "有不同意见" in await cast.office.says("待办")
    await cast.office.taps("proposal")
    assert "按提出的 63" in (await cast.office.taps("⚖️ 裁定")).labels
    await cast.office.taps("按单位的 61")
    await cast.office.says("缺口属实")
    done = await cast.office.taps("send")
    assert "绩效办已裁定，已生效" in done
    assert "裁定 61" in done
    assert await held(house) == 61
    assert "缺口属实" in cast.contact.sees()
    assert "缺口属实" in cast.reporter.sees()


async def test_the_rest_is_agreed_to_at_once_but_never_what_came_after_the_look(house, cast):
    goals = {(n, 1): NewTarget(Decimal(90)) for n in (1, 2, 3)}
    await proposed(house, cast, goals)
    await answers(house, cast.contact, "counter", number=1)
    await cast.contact.says("/targets")
    shown = await cast.contact.taps("📋 本单位目标")
    assert "3 项目标，2 项待答复" in shown
    assert "有不同意见 1 项" in shown
    asked = await cast.contact.taps("✅ 其余 2 项全部无异议")
    assert "3 项，2 项无异议？" in asked
    old = asked[-1]
    await answers(house, cast.office, "again", number=1)
    cast.contact.sees()
    done = await cast.contact.taps("agree-rest-sure", on=old)
    assert "已确认 2 项无异议" in done
    assert (await last(house, 1)).kind == "proposed"
    assert "没有待答复的目标" in await cast.contact.taps("agree-rest-sure", on=old)
    assert await count(house, target) == 13


async def test_old_buttons_and_other_peoples_change_nothing_and_say_so(house, cast):
    await proposed(house, cast)
    await cast.contact.says("待办")
    await cast.contact.taps("target-talk")
    await cast.contact.taps("proposal")
    old = cast.contact.panel
    await cast.contact.taps("agree-target")
    assert "没有重复生效" in await cast.contact.taps("agree-target", on=old)
    assert "没有重复生效" in await cast.contact.taps("answer-target", on=old)
    assert "没有找到" in await presses(cast.other_contact, "m:proposal:1")
    assert "联络员答复" in await presses(cast.other_contact, "m:target-talk:1")
    assert "联络员答复" in await presses(cast.other_contact, "m:agree-rest-sure:1.99")
    assert "没有找到" in await presses(cast.contact, "m:agree-target:x.1")
    assert "没有找到" in await presses(cast.office, "m:answer-target:kill.1.1")
    assert await count(house, target) == 12


async def test_time_that_goes_by_is_told_and_then_the_office_may_decide(house, cast):
    await proposed(house, cast)
    due = (await last(house)).answer_until
    # Five working days: Saturday the 12th is worked (调休).
    assert due == datetime(2013, 10, 14, 17, 30, tzinfo=CITY_ZONE)
    await tick(house)
    house.now = due - timedelta(hours=30)
    await tick(house)
    house.now = due - timedelta(hours=8)
    await tick(house)
    assert "即将到期" in cast.contact.sees()
    house.now = due + timedelta(minutes=1)
    await tick(house)
    await tick(house)
    told = cast.contact.sees()
    assert told.text.count("答复时间已到") == 1
    assert "答复时间已到" in cast.office.sees()
    assert "逾期未答复" in await cast.office.says("待办")
    await cast.office.taps("target-talks")
    await cast.office.taps("proposal")
    await cast.office.taps("⚖️ 裁定")
    await cast.office.taps("按提出的 65")
    await cast.office.says("逾期未答复")
    assert "已裁定" in await cast.office.taps("send")
    assert await held(house) == 65


async def tick(house):
    await queue_due(
        house.engine,
        now=house.now,
        shelf=house.services.shelf,
        boards=house.services.boards,
        texts=house.texts,
    )
    await house.posts()


async def test_a_proposal_is_taken_back_and_the_unit_hears_of_it(house, cast):
    await proposed(house, cast)
    cast.contact.sees()
    assert "已撤回" in await presses(cast.office, "m:withdraw-target:1")
    assert "1 项目标有了结果" in cast.contact.sees()
    assert "没有重复生效" in await presses(cast.office, "m:withdraw-target:1")
    assert "没有重复生效" in await presses(cast.contact, "m:agree-target:1.1")
    assert await held(house) == 60


async def test_once_a_month_is_frozen_a_target_in_force_still_takes_the_two_approvals(house, cast):
    await freeze(house, 8)
    await proposed(house, cast)
    assert "须经目标调整审批" in await presses(cast.contact, "m:agree-target:1.1")
    assert await held(house) == 60
    assert "已商定目标 65，待提请目标调整" in await cast.office.says("待办")
    assert "为什么调整" in await cast.office.taps("adjust-target")
    await cast.office.taps("政策变化")
    await cast.office.says("张绩委〔2013〕15号")
    assert "最早 2013年9月" in cast.office.panel.text
    await cast.office.taps("month:2013-09")
    await cast.office.taps("send")
    assert "待提请目标调整" not in await cast.office.says("待办")
    await presses(cast.second_office, "m:retarget-approve:1")
    await presses(cast.leader, "m:retarget-approve:1")
    assert await held(house) == 65
    assert await held(house, period=Period(2013, 8)) == 60


async def test_a_cell_without_a_target_gets_its_first_from_the_first_open_month(house, cast):
    async with house.engine.begin() as conn:
        await targets.drop_all(conn, 1, 1)
    await freeze(house, 8)
    await proposed(house, cast)
    await presses(cast.contact, "m:agree-target:1.1")
    assert await held(house, period=Period(2013, 9)) == 65
    with pytest.raises(KeyError):
        await held(house, period=Period(2013, 8))


async def test_a_unit_without_anybody_to_write_to_is_named_to_the_proposer(house, cast):
    await cast.office.says("/propose K02")
    await cast.office.says("锦丰 40")
    assert "没有可联系的联络员，请另行告知：锦丰" in await cast.office.taps("send")


async def test_what_cannot_be_proposed_is_taken_off_the_desk_with_the_reason(house, cast):
    await proposed(house, cast)
    await cast.office.says("/propose")
    look = await cast.office.says("K02\n金港 66\n杨舍 75")
    assert "目标正在商定，不能重复提出" in look
    assert "1 项目标，1 个单位" in look
    look = await cast.office.says("K03\n塘桥 80\n金港 89")
    assert "不考核这个单位" in look
    assert "2 项目标，2 个单位" in look


async def test_in_english_too(house, cast):
    async with house.engine.begin() as conn:
        await conn.execute(person.update().values(lang="en"))
    await proposed(house, cast)
    assert "1 target for you to answer" in cast.contact.sees()
    await cast.contact.says("/targets")
    await cast.contact.taps("📋 Our targets")
    await cast.contact.taps("✅ Agree to all 1")
    assert "Agreed to 1" in await cast.contact.taps("✅ Yes, agree to 1")


# --- everybody reads English, and time goes by --------------------------------------------------


@pytest.fixture
async def english(house, cast):
    """Let every side read English."""
    async with house.engine.begin() as conn:
        for user_id in (each.user_id for each in (cast.office, cast.reporter, cast.contact)):
            await conn.execute(person.update().where(person.c.user_id == user_id).values(lang="en"))


async def test_every_side_plays_its_part_in_english(house, cast, english):
    await cast.reporter.says("/propose K02")
    await cast.reporter.says("金港 65")
    await cast.reporter.taps("send")
    assert "65" in cast.contact.sees()
    await cast.contact.taps("📋 Look and answer")
    await cast.contact.taps("proposal")
    await cast.contact.taps("💬 Another target")
    await cast.contact.says("60.5")
    assert "65 → 60.5" in await cast.contact.says("two large firms are moving away")
    await cast.contact.taps("send")
    assert "two large firms are moving away" in cast.reporter.sees()
    await cast.reporter.taps("🔍 Look")
    await cast.reporter.taps("✍️ Propose again")
    await cast.reporter.says("63")
    await cast.reporter.says("the move is counted in")
    await cast.reporter.taps("send")
    assert "the move is counted in" in (await talk_of(cast.contact)).text
    await cast.contact.taps("💬 Another target")
    await cast.contact.says("61")
    await cast.contact.says("there is still a gap")
    await cast.contact.taps("send")
    await talk_of(cast.office)
    await cast.office.taps("⚖️ Decide")
    await cast.office.taps("As the unit says: 61")
    await cast.office.says("the gap is real")
    await cast.office.taps("send")
    assert await held(house) == 61
    for part in (cast.contact, cast.reporter):
        assert "the gap is real" in part.sees()
    chats = (cast.office, cast.reporter, cast.contact)
    said = [each.text for one in chats for each in one.chat.messages.values()]
    assert not [text for text in said if "目标待答复" in text or "双方一致" in text]


async def talk_of(someone):
    """Open the one talk there is, as a button of its proposal would."""
    return await presses(someone, "m:proposal:1")


async def test_an_answer_of_the_proposer_that_never_comes_lets_the_office_decide(house, cast):
    await proposed(house, cast)
    await answers(house, cast.contact, "counter")
    await tick(house)
    house.now = (await last(house)).answer_until + timedelta(minutes=1)
    await tick(house)
    assert "答复时间已到" in cast.office.sees()
    shown = await presses(cast.office, "m:proposal:1")
    assert "⚖️ 裁定" in shown.labels
    assert "✅ 接受单位意见" in shown.labels or "accept-target" in shown.actions


async def test_agreeing_to_the_rest_asks_as_often_for_many_as_for_few(house, cast):
    asked = []

    def note(*_):
        asked.append(1)

    counts = []
    for goals in ({(1, 1): 90, (3, 1): 91}, {(n, 1): 95 for n in (1, 2, 3)}):
        house.passes(minutes=1)
        new = {cell: NewTarget(Decimal(goal)) for cell, goal in goals.items()}
        await proposed(house, cast, new)
        async with house.deed_of(cast.contact) as (conn, city, who):
            asked.clear()
            event.listen(house.engine.sync_engine, "before_cursor_execute", note)
            done = await agree_to_rest(conn, city, who, 1, seen=99, now=house.now)
            event.remove(house.engine.sync_engine, "before_cursor_execute", note)
        assert len(done) == len(goals)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert await held(house, code="K03") == 95
