"""Wherever a leader looks at a unit or a figure, one tap leads to an instruction about it."""

import inspect
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from matter_days import files, issues
from past_figures import AUGUST, SEPTEMBER, by_town, release
from rough_hands import bugs, count, presses

from handlers.contents import EVERYTHING
from handlers.conversations.ledger import computed_points
from handlers.conversations.record import analyses_desk, answer_careless
from handlers.errands import View
from handlers.operations.feedback import feedback_report
from handlers.operations.ledger import propose_points
from handlers.operations.matters import inspect_units
from handlers.operations.matters import respites as answers
from handlers.operations.matters.inspect_units import Plan
from handlers.operations.matters.instruct_button import KINDS
from handlers.operations.matters.instruct_days import month_end
from handlers.operations.matters.matter_terms import close_of
from handlers.operations.months import bottom_two, express
from handlers.operations.observing import observe
from handlers.operations.observing.observation_step import Given, verify
from handlers.texts import CITY_ZONE
from scoring.model import Period
from scoring.quarters import Quarter
from storage import alerts, ledger_items, matters, people, respites, retargets, sights
from storage.ledger_items import Item
from storage.retargets import RetargetLine
from storage.schema import matter, sight

SHOWS_A_UNIT = {
    "unit": "T01.2013-09",
    "why": "T01.K02.2013-09",
    "place": "T01.2013-09",
    "change": "T01.2013-09",
    "trend": "T01.2013-09",
    "history": "T01.K02.2013-09",
    "if": "金港 K02 50",
    "rank": "区镇.2013-09",
    "rank-chart": "区镇.2013-09",
    "reporting": "2013-09",
    "reporting-unit": "JJ04.2013-09",
    "record": "JJ04.2013-09",
    "ledger": "T01",
    "ledger-entry": "1",
    "matter": "1",
    "respite": "1",
    "retarget": "1",
    "inspection": "1",
    "observation": "1",
    "feedback": "2013Q3",
    "feedback-heat": "",
}
"""Every view in which a leader reads about a unit or a figure, with one that is there."""
ELSEWHERE = ("analysis-card", "careless", "inspection-report", "computed-points")
"""Views that need a quarter's story to be there: asked of their code."""
SHOWS_NONE = {
    **dict.fromkeys(
        ("start", "todo", "help", "settings", "digest", "pushes", "not-pushed", "lang", "hours"),
        "one's own",
    ),
    **dict.fromkeys(("cancel", "ask-access", "deputies", "targets"), "a menu"),
    **dict.fromkeys(
        ("notice", "observations", "instructions", "rectifications", "inspections", "findings"),
        "a list whose every line opens a card with the button",
    ),
    **dict.fromkeys(
        (
            "check-entry",
            "withdraw-entry",
            "grant-respite",
            "withdraw-respite",
            "matter-tap",
            "put-off",
            "turn-instruction",
        ),
        "a deed, answered with the card",
    ),
    **dict.fromkeys(
        ("retarget-approve", "reminder-heard", "reminder-snooze", "reminder-monday"), "a deed"
    ),
    **dict.fromkeys(("matter-files", "feedback-file", "inspection-file"), "files alone"),
    "analyses": "a list whose every line opens a card with the button",
    **dict.fromkeys(ELSEWHERE, "walked below"),
}


@pytest.fixture
async def everything(house, cast, days):
    """Let there be figures, a rectification, a ledger entry, an adjustment, an inspection."""
    await release(house, "K02", by_town(40, 45, 22, 14), period=AUGUST)
    await files(cast.reporter, cast.reviewer)
    await issues(cast.office)
    item = Item(
        year=2013,
        code="X07",
        name="专项监察发现问题",
        kind="deduction",
        scope="both",
        points=Decimal(1),
        per="项",
        cap=Decimal(5),
        evidence="监察报告",
    )
    async with house.deed_of(cast.office) as (conn, city, who):
        town = city.unit_by_code["T01"]
        await ledger_items.add(conn, item, verifying_unit_id=city.unit_by_code["PMO"].id)
        fact = propose_points.Fact(said="扬尘")
        await propose_points.propose(
            conn, city, unit=town, item_code="X07", fact=fact, source=None, by=who, now=house.now
        )
        await retargets.add(
            conn,
            indicator_id=1,
            reason_kind="policy",
            document="张绩委〔2013〕8号",
            of_committee=False,
            effective_from=Period(2013, 11),
            by=who.id,
            now=house.now,
            lines=[RetargetLine(town.id, Decimal(50), Decimal(60), Decimal(58))],
        )
        finish = (await matters.one(conn, 1)).finish_by
        later = close_of(city, finish.astimezone(CITY_ZONE).date() + timedelta(days=10))
        await respites.add(
            conn, 1, by=who.id, old_at=finish, wanted_at=later, reason="天气", now=house.now
        )
        plan = Plan("扬尘", [town.id], [who.id], close_of(city, date(2013, 10, 31)))
        await inspect_units.open_inspection(conn, city, who, plan, now=house.now)
    await _observe(house, cast)
    cast.leader.sees()


async def _observe(house, cast):
    """Let there be an observation that its unit was told of, and the feedback of its quarter."""
    morning = house.now
    house.now = datetime(2013, 9, 2, 9, tzinfo=CITY_ZONE)
    async with house.deed_of(cast.observer) as (conn, city, who):
        town = city.unit_by_code["T01"].id
        sight = observe.Sight(who.roles[0].point_id, town, "works", "路灯不亮")
        await observe.report(conn, city, who, sight, now=house.now)
    async with house.deed_of(cast.office) as (conn, city, who):
        await verify(conn, city, who, 1, Given("属实"), now=house.now)
    house.now = morning
    async with house.deed_of(cast.office) as (conn, city, who):
        quarter = Quarter(2013, 3)
        planned = await feedback_report.plan(conn, city, who, quarter, now=morning)
        await feedback_report.release(conn, city, who, quarter, code=planned.code, now=morning)
    await house.posts()
    for someone in (cast.leader, cast.committee, cast.contact):
        someone.sees()


def of_a_leader():
    """Return the names of all views that a leader is offered or may open."""
    return {
        each.opening.name
        for each in EVERYTHING
        if isinstance(each, View) and (not each.opening.roles or "leader" in each.opening.roles)
    }


def test_no_view_of_a_leader_is_left_out():
    assert of_a_leader() == set(SHOWS_A_UNIT) | set(SHOWS_NONE)
    assert not set(SHOWS_A_UNIT) & set(SHOWS_NONE)


@pytest.mark.parametrize("module", [analyses_desk, answer_careless, computed_points])
def test_what_needs_a_long_story_to_be_there_has_the_button_too(module):
    assert "under_" in inspect.getsource(module).partition("talk.say(")[2]


@pytest.mark.parametrize("part", ["leader", "committee"])
async def test_under_each_of_them_an_instruction_is_one_tap_away(house, cast, everything, part):
    someone = getattr(cast, part)
    for route, arg in SHOWS_A_UNIT.items():
        if route == "inspection" and part == "leader":
            continue  # its report reaches a leader, not the desk itself
        shown = await presses(someone, f"m:{route}:{arg}")
        assert "instruct" in shown.actions, (route, shown.text)
        asked = await someone.taps("instruct")
        assert "批示" in asked, route
        await someone.taps("cancel")


@pytest.mark.parametrize("part", ["contact", "office", "auditor", "reporter"])
async def test_nobody_else_is_offered_one_anywhere(house, cast, everything, part):
    for route, arg in SHOWS_A_UNIT.items():
        shown = await presses(getattr(cast, part), f"m:{route}:{arg}")
        assert "instruct" not in shown.actions, route


async def test_a_leader_of_one_unit_is_offered_it_there_alone(house, cast, everything):
    async with house.deed_of(cast.leader) as (conn, city, who):
        for role in who.roles:
            await people.revoke(conn, role.id, at=house.now)
        await people.grant(
            conn, who.id, "leader", at=house.now, unit_id=city.unit_by_code["T01"].id
        )
    assert "instruct" in (await cast.leader.says("为什么 金港")).actions
    assert "instruct" not in (await cast.leader.says("为什么 杨舍")).actions
    assert "instruct" not in (await presses(cast.leader, "m:reporting-unit:JJ04")).actions


# --- what is kept with it ------------------------------------------------------------------------


async def gives(someone, *, to="desk", due="10月31日"):
    await someone.says("请查明")
    await someone.taps(to)
    await someone.says(due)
    return await someone.taps("give")


async def test_the_unit_reads_the_figure_as_the_leader_saw_it(house, cast, everything):
    await cast.leader.says("为什么 金港 K02 2013-09")
    shown = cast.leader.panel
    house.passes(hours=2)
    await release(house, "K02", {"T01": "30"})
    await cast.leader.taps("instruct", on=shown)
    kept = await gives(cast.leader)
    line = "👁 当时（10月8日（周二）09:00）：金港 K02 公共财政预算收入 2013年9月 48.2 亿元"
    assert line in kept
    heard = cast.contact.sees()
    assert line in heard
    assert "批在：得分说明 金港 K02 2013年9月" in heard
    assert await count(house, sight) == 1
    await cast.contact.taps("why:T01.K02.2013-09")


async def test_who_files_the_figure_may_be_the_one_to_ask(house, cast, everything):
    async with house.deed_of(cast.office) as (conn, city, _):
        reviewer = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        unit = city.unit_by_code["JJ04"].id
        await people.grant(conn, reviewer.id, "contact", at=house.now, unit_id=unit)
    await cast.leader.says("为什么 金港 K02 2013-09")
    await cast.leader.taps("instruct")
    asked = await cast.leader.says("请核实口径")
    assert asked.labels[:2] == ["🏢 金港", "📊 填报此指标的 财政局"]
    assert "🏢 财政局" in (await cast.leader.taps("📊 填报此指标的 财政局")).labels
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    heard = cast.reviewer.sees()
    assert "金港 K02" in heard
    assert not {"why", "unit"} & set(heard.actions)  # 财政局 may not open 金港's card


async def test_under_a_ranking_its_own_units_are_offered_and_the_place_is_kept(
    house, cast, everything
):
    await presses(cast.leader, "m:rank:区镇.2013-09")
    await cast.leader.taps("instruct")
    asked = await cast.leader.says("请查明")
    assert asked.labels[:4] == ["金港", "杨舍", "锦丰", "塘桥"]
    await cast.leader.taps("杨舍")
    await cast.leader.taps("desk")
    await cast.leader.says("10月31日")
    await cast.leader.taps("give")
    heard = cast.other_contact.sees()
    assert "杨舍 2013年9月第 2 名（共 4）" in heard[-1].text


async def test_what_was_seen_is_never_changed(house, cast, everything):
    await cast.leader.says("单位 金港 2013-09")
    await cast.leader.taps("instruct")
    await gives(cast.leader)
    async with house.engine.begin() as conn:
        kept = await sights.of(conn, 2)
        assert kept is not None
        assert kept.facts["unit"] == "金港"
    for change in (sight.update().values(kind="x"), sight.delete()):
        with pytest.raises(Exception, match="never changed"):
            async with house.engine.begin() as conn:
                await conn.execute(change)


# --- what is pushed ------------------------------------------------------------------------------


async def test_the_alert_about_the_last_leads_there_for_each_unit(house, cast, everything):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, date(2013, 10, 8))
        row = city.scheme_for(2013, "town")
        await bottom_two.open_alerts(
            conn, city, house.services.boards, row, SEPTEMBER, now=house.now
        )
        assert await alerts.of_period(conn, SEPTEMBER)
    await house.posts()
    house.passes(days=3)
    async with house.engine.begin() as conn:
        await bottom_two.send_due_alerts(conn, city, now=house.now)
    await house.posts()
    heard = cast.leader.sees()
    assert any(label.startswith("✒️ 批示 ") for label in heard.labels)
    assert "instruct" not in cast.office.sees().actions
    await cast.leader.taps("instruct")
    shown = await gives(cast.leader)
    assert "批在：末两位预警" in shown


async def test_the_express_ranking_leads_there(house, cast, everything):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, date(2013, 10, 8))
        row = city.scheme_for(2013, "town")
        await express.send_express(conn, city, house.services.boards, row, SEPTEMBER, now=house.now)
    await house.posts()
    assert "instruct" in cast.leader.sees().actions
    assert "instruct" not in cast.office.sees().actions


async def test_a_yellow_card_leads_to_the_matter_and_to_an_instruction(
    house, cast, days, everything
):
    async with house.deed_of(cast.office) as (conn, city, who):
        await answers.refuse(conn, city, who, 1, reason="不行", now=house.now)
    await days.come("10-11 09:30")
    heard = cast.leader.sees()
    assert "整改1逾期" in heard
    assert {"matter", "instruct"} <= set(heard.actions)
    await cast.leader.taps("instruct:m1")
    assert "批在：整改等事项 1" in await gives(cast.leader)


async def test_what_is_adjusted_is_put_to_leaders_with_the_way_there(house, cast, everything):
    shown = await presses(cast.leader, "m:retarget:1")
    assert "instruct" in shown.actions


# --- by when -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "day", "later"),
    [
        ("2013-09-24", "2013-09-30", False),
        ("2013-09-25", "2013-09-30", False),
        ("2013-09-27", "2013-10-31", True),
        ("2013-09-30", "2013-10-31", True),
        ("2013-11-29", "2013-12-31", True),
        ("2014-01-27", "2014-01-30", False),  # the last working day before the Spring Festival
        ("2014-01-28", "2014-02-28", True),
    ],
)
async def test_the_end_of_the_month_is_offered_while_there_is_time(
    house, cast, days, today, day, later
):
    async with house.deed_of(cast.leader) as (_, city, _):
        moment = close_of(city, date.fromisoformat(today)).replace(hour=10, tzinfo=CITY_ZONE)
        found = month_end(city, moment)
    assert (str(found.day), found.is_later) == (day, later)


async def test_on_the_last_of_september_the_buttons_name_the_days(house, cast, days):
    await days.come("09-30 10:00")
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    labels = cast.leader.panel.labels[:4]
    assert labels[0].startswith("3 个工作日 · 10月10日")
    assert labels[2].startswith("10 个工作日 · 10月18日")
    assert labels[3].startswith("下月底 · 10月31日")
    note = await cast.leader.says("10月13日")
    assert "10月13日（周日）不上班，按下一个工作日 10月14日（周一） 算" in note


async def test_a_worked_saturday_says_that_it_is_worked(house, cast, days):
    await days.come("10-09 10:00")
    await cast.leader.says("作批示")
    await cast.leader.says("请查明")
    await cast.leader.says("金港")
    await cast.leader.taps("desk")
    assert cast.leader.panel.labels[0] == "3 个工作日 · 10月12日（周六），调休上班"


def test_every_letter_is_one_kind():
    assert len(set(KINDS.values())) == len(KINDS)


async def test_hostile_arguments_open_nothing(house, cast, everything):
    before = await count(house, matter)
    for letter in KINDS:
        for what in ("", "x", "T99", "T01.x.y.z", "9" * 20, "99", "..", "区镇"):
            await presses(cast.leader, f"m:instruct:{letter}{what}")
            await presses(cast.contact, f"m:instruct:{letter}{what}")
    assert await count(house, matter) == before
    assert await bugs(house) == []
