"""目标调整: one of the office proposes, two others approve, earlier months keep the old target."""

import re
from decimal import Decimal

import pytest
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import count, presses

from handlers.operations.targets import retarget
from handlers.operations.targets.retarget_terms import NewTarget, Terms
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import deputies, journal, people, periods, retargets, targets
from storage.schema import retarget as retarget_table
from storage.schema import target

PAPER = "张绩委〔2013〕12号"
OCTOBER = Period(2013, 10)
TERMS = Terms("policy", PAPER, SEPTEMBER, of_committee=True)


@pytest.fixture
def in_august(house):
    """Set the clock to 15 August 2013, long before the last day to adjust."""
    house.passes(days=-54)


async def put_forward(cast, *, lines="金港 58", month="2013-09", late=False):
    await cast.office.says("目标调整")
    await cast.office.taps("pick:1")
    await cast.office.says(lines)
    await cast.office.taps("政策变化")
    await cast.office.says(PAPER)
    await cast.office.taps(f"month:{month}")
    return await cast.office.taps("send")


async def held(house, period, *, code="K02", unit="T01", at=None):
    async with house.engine.begin() as conn:
        known = await targets.known_at(conn, 1, at=at or house.now, period=period)
        return known[code, unit].target


async def freeze(house, *months):
    async with house.engine.begin() as conn:
        for month in months:
            await periods.add(
                conn,
                scheme_id=1,
                period=Period(2013, month),
                act="frozen",
                by=None,
                now=house.now,
            )


async def proposed(house, cast, terms=TERMS, news=None):
    async with house.deed_of(cast.office) as (conn, city, who):
        row = city.indicator(1)
        made = await retarget.propose(
            conn, city, who, row, news or {1: NewTarget(Decimal(58))}, terms, now=house.now
        )
    return made.id


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part", ["reporter", "reviewer", "contact", "observer", "leader", "committee", "auditor"]
)
async def test_only_the_office_puts_an_adjustment_forward(house, cast, part):
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(NotAllowed, match="retarget-office-only"):
            await retarget.propose(
                conn,
                city,
                who,
                city.indicator(1),
                {1: NewTarget(Decimal(58))},
                TERMS,
                now=house.now,
            )
    assert await count(house, retarget_table) == 0


@pytest.mark.parametrize(
    ("news", "terms", "message"),
    [
        ({1: NewTarget(Decimal(60))}, TERMS, "retarget-same"),
        ({5: NewTarget(Decimal(60))}, TERMS, "retarget-unit-not-asked"),
        ({}, TERMS, "retarget-nothing"),
        (
            {1: NewTarget(Decimal(58))},
            Terms("policy", PAPER, SEPTEMBER),
            "retarget-too-late",
        ),
        (
            {1: NewTarget(Decimal(58))},
            Terms("policy", "口头", SEPTEMBER, of_committee=True),
            "retarget-document-unreadable",
        ),
        (
            {1: NewTarget(Decimal(58))},
            Terms("policy", PAPER, Period(2014, 1), of_committee=True),
            "retarget-month-frozen",
        ),
        (
            {1: NewTarget(Decimal(58))},
            Terms("policy", PAPER, AUGUST, of_committee=True),
            "retarget-month-frozen",
        ),
    ],
)
async def test_what_does_not_hold_is_refused(house, cast, news, terms, message):
    await freeze(house, 8)
    async with house.deed_of(cast.office) as (conn, city, who):
        with pytest.raises(Refusal, match=message):
            await retarget.propose(conn, city, who, city.indicator(1), news, terms, now=house.now)
    assert await count(house, retarget_table) == 0


async def test_a_unit_without_a_target_is_sent_to_the_proposal(house, cast):
    async with house.engine.begin() as conn:
        await targets.drop_all(conn, 1, 1)
    with pytest.raises(Refusal, match="retarget-no-target"):
        await proposed(house, cast)


async def test_one_cell_waits_for_one_adjustment_at_a_time(house, cast):
    await proposed(house, cast)
    with pytest.raises(Outdated, match="retarget-waits-already"):
        await proposed(house, cast)


@pytest.mark.parametrize(
    ("part", "refusal", "message"),
    [
        ("office", NotAllowed, "retarget-own"),
        ("contact", NotAllowed, "retarget-not-yours"),
        ("reporter", NotAllowed, "retarget-not-yours"),
        ("auditor", NotAllowed, "retarget-not-yours"),
        ("other_contact", NotFound, "retarget-gone"),
        ("other_reporter", NotFound, "retarget-gone"),
        ("observer", NotFound, "retarget-gone"),
    ],
)
async def test_who_may_not_approve(house, cast, part, refusal, message):
    number = await proposed(house, cast)
    async with house.deed_of(getattr(cast, part)) as (conn, city, who):
        with pytest.raises(refusal, match=message):
            await retarget.approve(conn, city, who, number, now=house.now)
    assert await held(house, SEPTEMBER) == 60


async def test_a_leader_of_other_units_does_not_approve(house, cast):
    number = await proposed(house, cast)
    async with house.deed_of(cast.leader) as (conn, _, who):
        await people.revoke(conn, who.roles[0].id, at=house.now)
        await people.grant(conn, who.id, "leader", at=house.now, unit_id=2)
    async with house.deed_of(cast.leader) as (conn, city, who):
        with pytest.raises(NotFound, match="retarget-gone"):
            await retarget.approve(conn, city, who, number, now=house.now)


async def test_nobody_approves_twice_nor_in_the_role_of_whoever_proposed(house, cast):
    number = await proposed(house, cast)
    async with house.deed_of(cast.second_office) as (conn, city, who):
        await retarget.approve(conn, city, who, number, now=house.now)
        with pytest.raises(Outdated, match="retarget-approved-by-you"):
            await retarget.approve(conn, city, who, number, now=house.now)
    async with house.deed_of(cast.office) as (conn, city, who):
        lent = await people.by_user(conn, cast.reporter.user_id, at=house.now)
        await deputies.add(conn, who.id, lent.id, from_at=house.now, until_at=None)
    async with house.deed_of(cast.reporter) as (conn, city, who):
        assert who.holds("office")
        with pytest.raises(NotAllowed, match="retarget-not-yours"):
            await retarget.approve(conn, city, who, number, now=house.now)
    assert await held(house, SEPTEMBER) == 60


async def test_a_month_frozen_between_the_approvals_stops_it(house, cast):
    number = await proposed(house, cast)
    async with house.deed_of(cast.second_office) as (conn, city, who):
        await retarget.approve(conn, city, who, number, now=house.now)
    await freeze(house, 9)
    async with house.deed_of(cast.leader) as (conn, city, who):
        with pytest.raises(Refusal, match="retarget-month-frozen"):
            await retarget.approve(conn, city, who, number, now=house.now)
    assert await held(house, SEPTEMBER) == 60


# --- the way through -----------------------------------------------------------------------------


async def test_an_adjustment_is_played_from_the_menu_to_the_second_approval(house, cast, in_august):
    await cast.office.says("/start")
    await cast.office.taps("targets")
    assert "调整哪项指标的目标" in await cast.office.taps("🔧 目标调整")
    shown = await cast.office.taps("pick:1")
    assert "金港　60（上年 50）" in shown
    assert "为什么调整" in await cast.office.says("金港 58")
    assert "依据的文号" in await cast.office.taps("政策变化")
    assert "不像文号" in await cast.office.says("口头通知")
    assert "从哪个月起执行" in await cast.office.says(PAPER)
    confirm = await cast.office.taps("month:2013-09")
    assert "金港　60 → 58" in confirm
    assert "须由另外两人审批" in confirm
    assert "已提交审批" in await cast.office.taps("send")
    assert await held(house, SEPTEMBER) == 60
    told = cast.second_office.sees()
    assert "请审批目标调整" in told
    assert "请审批目标调整" in cast.leader.sees()
    assert "待审批（8月22日（周四）17:30 前）：K02" in await cast.second_office.says("待办")
    await cast.second_office.taps("retarget")
    assert "还须 1 人" in await cast.second_office.taps("retarget-approve")
    await cast.leader.says("待办")
    await cast.leader.taps("retarget")
    assert "自 2013年9月起生效" in await cast.leader.taps("retarget-approve")
    assert await held(house, SEPTEMBER) == 58
    assert await held(house, AUGUST) == 60
    assert "目标已调整" in cast.contact.sees()
    assert cast.other_contact.sees() == []


async def test_double_presses_and_old_buttons_change_nothing_and_say_so(house, cast, in_august):
    await put_forward(cast)
    await cast.second_office.says("待办")
    await cast.second_office.taps("retarget")
    old = cast.second_office.panel
    await cast.second_office.taps("retarget-approve")
    again = await cast.second_office.taps("retarget-approve", on=old)
    assert "没有重复生效" in again
    await presses(cast.leader, "m:retarget-approve:1")
    assert await held(house, SEPTEMBER) == 58
    assert "没有重复生效" in await presses(cast.committee, "m:retarget-approve:1")
    assert "没有重复生效" in await presses(cast.second_office, "m:decline-retarget:1")
    assert await count(house, target, target.c.document == PAPER) == 1
    assert "没有找到" in await presses(cast.other_contact, "m:retarget:1")
    assert "没有找到" in await presses(cast.office, "m:retarget:x")


async def test_a_declined_one_leaves_the_target_and_tells_the_proposer_why(house, cast, in_august):
    await put_forward(cast)
    await presses(cast.second_office, "m:decline-retarget:1")
    assert "未获同意" in await cast.second_office.says("依据不足")
    assert "赵刚：依据不足" in cast.office.sees()
    assert await held(house, SEPTEMBER) == 60
    assert "没有重复生效" in await presses(cast.leader, "m:retarget-approve:1")


async def test_the_proposer_takes_it_back(house, cast, in_august):
    await put_forward(cast)
    await cast.office.taps("retarget")
    assert "已撤回" in await cast.office.taps("retarget-withdraw")
    assert "没有重复生效" in await presses(cast.leader, "m:retarget-approve:1")


async def test_after_the_last_day_it_takes_the_committees_document(house, cast):
    await cast.office.says("/adjust K02")
    await cast.office.says("金港 58\n杨舍 70 上年 61")
    await cast.office.taps("区划调整")
    shown = await cast.office.says(PAPER)
    await cast.office.taps("month:2013-10")
    assert "已提交审批" in await cast.office.taps("📨 是绩效委文件，提交审批")
    async with house.engine.begin() as conn:
        made = await retargets.one(conn, 1)
    assert made.of_committee
    assert [(line.old, line.new, line.base) for line in made.lines] == [
        (60, 58, 50),
        (72, 70, 61),
    ]
    assert shown


async def test_a_unit_reads_only_its_own_line(house, cast):
    await proposed(house, cast, news={1: NewTarget(Decimal(58)), 2: NewTarget(Decimal(70))})
    shown = await presses(cast.contact, "m:retarget:1")
    assert "金港　60 → 58" in shown
    assert "杨舍" not in shown
    assert "杨舍　72 → 70" in await presses(cast.reporter, "m:retarget:1")


async def test_every_step_is_in_the_journal(house, cast, in_august):
    await put_forward(cast)
    await presses(cast.second_office, "m:retarget-approve:1")
    await presses(cast.leader, "m:retarget-approve:1")
    async with house.engine.begin() as conn:
        acts = [each.act for each in await journal.latest(conn, limit=4)]
        assert await journal.first_broken(conn) is None
    assert acts == [
        "retarget-in-force",
        "retarget-approved",
        "retarget-approved",
        "retarget-proposed",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("你好", "没有读出目标"),
        ("火星 58", "火星"),
        ("金港 无", "目标须是一个数"),
        ("金港 60", "现行目标就是这个数"),
        ("金港 1,5", "金港"),
    ],
)
async def test_wrong_lines_are_named_and_nothing_is_lost(house, cast, in_august, typed, said):
    await cast.office.says("/adjust K02")
    answer = await cast.office.says(typed)
    assert said in answer
    assert "现行目标" in answer
    assert "为什么调整" in await cast.office.says("金港 58")


# --- what it does to scores and reports ----------------------------------------------------------


async def adjusted(house, cast, *, month=SEPTEMBER):
    terms = Terms("policy", PAPER, month, of_committee=True)
    number = await proposed(house, cast, terms)
    for part in (cast.second_office, cast.leader):
        async with house.deed_of(part) as (conn, city, who):
            await retarget.approve(conn, city, who, number, now=house.now)


async def test_earlier_months_and_earlier_moments_keep_the_old_target_to_the_digit(house, cast):
    for month in (AUGUST, SEPTEMBER):
        await release(house, "K02", by_town(43, 50, 25, 15), period=month)
    august = await cast.leader.says("排名 2013-08")
    september = await cast.leader.says("排名 2013-09")
    house.passes(hours=30)
    await adjusted(house, cast)
    cast.leader.sees()
    then = await cast.leader.says("排名 2013-08")
    now = await cast.leader.says("排名 2013-09")
    back = await cast.leader.says("排名 2013-09 @2013-10-08")

    def lines(answer):
        """Return place, unit and score of every line; the arrows beside them compare months."""
        found = re.findall(
            r"^▶?\s?(\d+)(?:（并列）)? (\S+)\u3000([\d.]+)", answer.text, re.MULTILINE
        )
        assert len(found) == 4
        return found

    assert lines(then) == lines(august)
    assert lines(now) != lines(september)
    assert lines(back) == lines(september)


async def test_the_mark_stands_beside_every_later_figure_and_no_earlier_one(house, cast):
    for month in (AUGUST, SEPTEMBER):
        await release(house, "K02", by_town(43, 50, 25, 15), period=month)
    await adjusted(house, cast)
    mark = f"目标已调整（2013年9月，{PAPER}）"
    assert mark in await cast.contact.says("为什么 K02 2013-09")
    assert mark in await cast.contact.says("为什么 2013-09")
    assert mark in await cast.contact.says("本单位 2013-09")
    assert mark in await cast.contact.says("版本 K02 2013-09")
    assert "目标已调整" not in await cast.contact.says("版本 K02 2013-08")
    assert "目标已调整" not in await cast.contact.says("为什么 K02 2013-08")
    assert "目标已调整" not in await cast.contact.says("本单位 2013-08")
    assert mark in await cast.reporter.says("K02\n金港 48\n杨舍 55\n锦丰 28\n塘桥 18")
    assert "计划 43.5" in await cast.reporter.says("/file K02")


async def test_in_english_too(house, cast, in_august):
    async with house.deed_of(cast.office) as (conn, _, who):
        await people.set_lang(conn, who.id, "en")
    await cast.office.says("/adjust K02")
    assert "Why is it adjusted?" in await cast.office.says("金港 58")
    await cast.office.taps("Change of policy")
    await cast.office.says(PAPER)
    assert "earlier months keep the old target" in await cast.office.taps("month:2013-09")
    assert "Sent for approval" in await cast.office.taps("send")
