"""A unit inspects, its contacts change, an item has levels, cases are counted, others decide."""

from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from matter_days import does, the
from rough_hands import bugs, count, presses
from small_city import CAST

from handlers.operations.matters import decide_finding, inspect_units
from handlers.operations.matters.inspect_units import Found, Plan
from handlers.operations.matters.matter_terms import deeds_open_to
from handlers.operations.people.belongings import BELONGINGS, Passing
from handlers.operations.people.leaver import Leaver
from handlers.operations.waiting import waiting
from scoring.finding_course import FINDING
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import deputies, inspections, ledger_items, people
from storage.inspections import Decision
from storage.ledger_items import Item
from storage.schema import finding_decision, inspector, ledger_entry, matter

ROUTES = ("matter", "inspection")


async def listed(house, someone, route="matter"):
    async with house.deed_of(someone) as (conn, city, who):
        items = await waiting(conn, who, city, now=house.now)
    return {int(each.arg) for each in items if each.route == route}


@pytest.fixture
async def audited(house, cast, days):
    """Let 统计局 inspect the towns until the end of October; 沈洁 is its contact."""
    item = Item(
        year=2013,
        code="X07",
        name="专项监察发现问题",
        kind="deduction",
        scope="both",
        points=Decimal(3),
        per="项",
        cap=Decimal(9),
        evidence="监察报告",
        levels=(("较重", Decimal(2)), ("轻微", Decimal(1))),
    )
    async with house.deed_of(cast.office) as (conn, city, _):
        await ledger_items.add(conn, item, verifying_unit_id=city.unit_by_code["PMO"].id)
        inspector_row = await people.by_user(conn, cast.other_reporter.user_id, at=house.now)
        await people.grant(
            conn,
            inspector_row.id,
            "contact",
            at=house.now,
            unit_id=city.unit_by_code["JJ01"].id,
        )
    await cast.office.says("专项监察")
    await cast.office.taps("open-inspection")
    await cast.office.says("财务收支")
    await cast.office.taps("all:区镇")
    await cast.office.taps("on")
    chosen = await cast.office.says("统计局")
    assert "统计局" in chosen
    await cast.office.taps("on")
    await cast.office.says("10月31日")
    assert "统计局" in cast.office.panel.text
    return await cast.office.taps("open")


async def files_one(someone, *, unit="金港", item="item:X07.1", more=0):
    await someone.says("待办")
    await someone.taps("inspection:1")
    await someone.taps("file-finding")
    await someone.says(unit)
    await someone.taps("category:conduct")
    await someone.says("白条入账")
    await someone.taps("on")
    await someone.taps("severity:serious")
    await someone.taps(item)
    for _ in range(more):
        await someone.taps("more:+")
    return await someone.taps("file")


async def decide(house, someone, deed, decided, *, number=1):
    async with house.deed_of(someone) as (conn, city, who):
        return await decide_finding.decide(
            conn, city, who, number, deed, decided=decided, now=house.now
        )


# --- by a unit -----------------------------------------------------------------------------------


async def test_the_contacts_of_the_unit_have_it_on_their_list_and_file(house, cast, audited):
    assert await listed(house, cast.other_reporter, "inspection") == {1}
    assert await listed(house, cast.contact, "inspection") == set()
    heard = cast.other_reporter.sees()
    assert "请您参加专项监察：财务收支" in heard
    assert "file-finding" in heard.actions
    assert "专项监察" not in cast.contact.sees()
    done = await files_one(cast.other_reporter)
    assert "检查发现1已提交" in done
    assert "白条入账" in cast.contact.sees()
    with pytest.raises(NotFound):
        async with house.deed_of(cast.reporter) as (conn, _, who):
            await inspect_units.inspectable(conn, who, 1, now=house.now)


async def test_levels_are_offered_with_their_points_and_cases_are_counted(house, cast, audited):
    someone = cast.other_reporter
    await someone.says("待办")
    await someone.taps("inspection:1")
    await someone.taps("file-finding")
    await someone.says("金港")
    await someone.taps("category:conduct")
    await someone.says("白条入账")
    await someone.taps("on")
    await someone.taps("severity:serious")
    labels = someone.panel.labels
    assert labels[0] == "X07 专项监察发现问题 -3"
    assert labels[1] == "X07 专项监察发现问题（较重） -2"
    assert labels[2] == "X07 专项监察发现问题（轻微） -1"
    await someone.taps("item:X07.1")
    assert "-2 × 1 = -2 分" in someone.panel.text
    await someone.taps("more:+")
    assert "-2 × 2 = -4 分" in someone.panel.text
    assert "不是件数" in await someone.says("很多")
    assert "不是件数" in await someone.says("0")
    assert "-2 × 3 = -6 分" in await someone.says("3项")
    await someone.taps("more:-")
    await someone.taps("file")
    assert "（较重） -2 × 2 = -4 分" in cast.contact.sees()


async def test_whoever_decides_changes_cases_and_level_and_the_ledger_has_these(
    house, cast, audited
):
    await files_one(cast.other_reporter, more=2)
    await does(cast.contact, 1, "answer", "只有一笔")
    await cast.second_office.says("待办")
    await cast.second_office.taps("matter:1")
    shown = await cast.second_office.taps("change-finding")
    assert "认定为：X07 专项监察发现问题（较重） -2 × 3 = -6 分" in shown
    await cast.second_office.taps("more:-")
    await cast.second_office.taps("more:-")
    await cast.second_office.taps("other")
    await cast.second_office.taps("item:X07.2")
    shown = cast.second_office.panel
    assert "（轻微） -1 × 1 = -1 分" in shown.text
    await cast.second_office.taps("decide", on=shown)
    await cast.second_office.taps("decide", on=shown)  # twice: once
    async with house.engine.begin() as conn:
        row = (await conn.execute(sa.select(ledger_entry))).one()
        kept = await inspections.decisions(conn, [1])
    assert (row.level, row.cases) == ("轻微", Decimal(1))
    assert kept[1] == Decision("X07", "轻微", 1)
    heard = cast.contact.sees()
    assert "建议扣分：X07 专项监察发现问题（较重） -2 × 3 = -6 分" in heard
    assert "认定：X07 专项监察发现问题（轻微） -1 × 1 = -1 分" in heard


async def test_confirmed_as_proposed_the_level_and_the_cases_go_along(house, cast, audited):
    await files_one(cast.other_reporter, more=1)
    await does(cast.contact, 1, "answer")
    await presses(cast.second_office, "m:decide-finding:1")
    async with house.engine.begin() as conn:
        row = (await conn.execute(sa.select(ledger_entry))).one()
    assert (row.level, row.cases) == ("较重", Decimal(2))


@pytest.mark.parametrize(
    "decided",
    [
        Decision("X99", "", 1),
        Decision("X07", "没有这档", 1),
        Decision("X07", "较重", 0),
        Decision("X07", "较重", 101),
    ],
)
async def test_what_there_is_not_is_not_decided(house, cast, audited, decided):
    await files_one(cast.other_reporter)
    await does(cast.contact, 1, "answer")
    with pytest.raises(Refusal):
        await decide(house, cast.second_office, "change", decided)
    assert await count(house, finding_decision) == 0
    assert (await the(house)).state == "answered"


async def test_whoever_inspects_for_the_unit_never_decides(house, cast, audited):
    await files_one(cast.other_reporter)
    await does(cast.contact, 1, "answer")
    async with house.deed_of(cast.committee) as (conn, city, who):
        unit = city.unit_by_code["JJ01"].id
        await people.grant(conn, who.id, "contact", at=house.now, unit_id=unit)
    with pytest.raises(NotAllowed, match="finding-own-inspection"):
        await decide(house, cast.committee, "confirm", Decision("X07", "较重", 1))
    await decide(house, cast.second_office, "confirm", Decision("X07", "较重", 1))


async def test_a_unit_that_inspects_never_inspects_itself(house, cast, audited):
    async with house.deed_of(cast.office) as (conn, city, who):
        unit = city.unit_by_code["JJ01"].id
        plan = Plan("互查", [unit], [], house.now + timedelta(days=9), [unit])
        await inspect_units.open_inspection(conn, city, who, plan, now=house.now)
    with pytest.raises(NotAllowed, match="inspection-not-this-unit"):
        async with house.deed_of(cast.other_reporter) as (conn, city, who):
            await inspect_units.file_finding(
                conn, city, who, 2, Found(unit, "works", "minor", "x"), now=house.now
            )


# --- people leave --------------------------------------------------------------------------------


async def test_the_next_contact_goes_on_and_the_one_who_left_is_silent(house, cast, audited):
    await files_one(cast.other_reporter)
    async with house.deed_of(cast.office) as (conn, city, _):
        old = await people.by_user(conn, cast.other_reporter.user_id, at=house.now)
        new = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        await people.leave(conn, old.id, at=house.now)
        unit = city.unit_by_code["JJ01"].id
        await people.grant(conn, new.id, "contact", at=house.now, unit_id=unit)
    cast.other_reporter.sees()
    assert await listed(house, cast.reviewer, "inspection") == {1}
    assert "检查发现2已提交" in await files_one(cast.reviewer, unit="杨舍")
    await does(cast.contact, 1, "answer")
    await decide(house, cast.second_office, "confirm", Decision("X07", "较重", 1))
    await house.posts()
    assert not cast.other_reporter.sees()


async def test_a_named_inspectors_successor_has_the_inspection(house, cast, audited):
    async with house.deed_of(cast.office) as (conn, city, who):
        named = await people.by_user(conn, cast.reporter.user_id, at=house.now)
        heir = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        await inspect_units.reinforce(conn, city, who, 1, person_id=named.id, now=house.now)
        leaver = Leaver(named.row, named.row.user_id, named.roles, house.now)
        moved = next(each for each in BELONGINGS if each.name == "inspections")
        ids = await moved.find(conn, city, leaver)
        assert await moved.move(Passing(conn, city, leaver, heir.row), ids)
    assert await listed(house, cast.reviewer, "inspection") == {1}
    assert await listed(house, cast.reporter, "inspection") == set()


async def test_a_stand_in_files_and_is_named_with_whom_he_stands_in_for(house, cast, audited):
    async with house.deed_of(cast.other_reporter) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.reviewer.user_id, at=house.now)
        until = house.now + timedelta(days=5)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=until)
    house.passes(minutes=1)
    assert await listed(house, cast.reviewer, "inspection") == {1}
    await files_one(cast.reviewer)
    await does(cast.contact, 1, "answer")
    await cast.second_office.says("待办")
    assert "周建平（代沈洁）" in await cast.second_office.taps("matter:1")
    house.passes(days=6)
    assert await listed(house, cast.reviewer, "inspection") == set()


async def test_where_everybody_left_the_office_is_told_and_adds_somebody(house, cast, audited):
    async with house.deed_of(cast.other_reporter) as (conn, _, who):
        await people.leave(conn, who.id, at=house.now)
    assert await listed(house, cast.office, "inspection") == {1}
    await cast.office.says("待办")
    await cast.office.taps("inspection:1")
    await cast.office.taps("reinforce-inspection")
    assert "没有“张三”这个人或单位" in await cast.office.says("张三")
    assert "检查人已增派" in await cast.office.says("林晓燕")
    assert await listed(house, cast.office, "inspection") == set()
    assert await listed(house, cast.reporter, "inspection") == {1}
    assert await count(house, inspector) == 1
    with pytest.raises(NotFound):
        async with house.deed_of(cast.contact) as (conn, city, who):
            await inspect_units.reinforce(conn, city, who, 1, person_id=1, now=house.now)


async def test_nothing_is_filed_after_the_last_day_or_the_report(house, cast, days, audited):
    await days.come("11-01 09:30")
    with pytest.raises(Outdated):
        await _file(house, cast.other_reporter)
    assert await listed(house, cast.office, "inspection") == {1}
    async with house.deed_of(cast.office) as (conn, city, who):
        await inspect_units.close_inspection(conn, who, 1, now=house.now)
        with pytest.raises(Outdated):
            await inspect_units.reinforce(conn, city, who, 1, person_id=who.id, now=house.now)


async def _file(house, someone):
    async with house.deed_of(someone) as (conn, city, who):
        unit = city.unit_by_code["T01"].id
        found = Found(unit, "works", "minor", "x")
        return await inspect_units.file_finding(conn, city, who, 1, found, now=house.now)


async def test_silence_over_a_holiday_counts_working_days(house, cast, days, audited):
    async with house.engine.begin() as conn:
        await conn.execute(sa.text("UPDATE inspection SET until_at = '2014-03-31 09:30:00'"))
    await days.come("01-28 10:00", year=2014)
    await _file(house, cast.other_reporter)
    # Off from 31 January to 6 February; Saturday the 8th is worked: 29, 30, 7, 8, 10 February.
    assert (await the(house)).due_at.astimezone(house.now.tzinfo).strftime("%m-%d") == "02-10"
    await days.come("02-10 17:00", year=2014)
    assert (await the(house)).state == "filed"
    await days.come("02-11 09:00", year=2014)
    assert (await the(house)).state == "answered"


# --- no dead end, no hostile way in --------------------------------------------------------------


@pytest.mark.parametrize("state", sorted(FINDING.open_states))
async def test_every_open_finding_of_a_unit_is_on_the_list_of_somebody_who_can_go_on(
    house, cast, audited, state
):
    await files_one(cast.other_reporter)
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(matter).values(state=state))
    found, able = await the(house), set()
    for name in CAST:
        someone = getattr(cast, name)
        if 1 in await listed(house, someone):
            async with house.deed_of(someone) as (_, _, who):
                assert deeds_open_to(who, found)
            able.add(name)
    assert able


async def test_hostile_buttons_change_nothing(house, cast, audited):
    await files_one(cast.other_reporter)
    await does(cast.contact, 1, "answer")
    for route in ("change-finding", "decide-finding", "reinforce-inspection", "file-finding"):
        for arg in ("", "x", "99", "1.X99", "²", "9" * 20):
            await presses(cast.office, f"m:{route}:{arg}")
        for part in ("contact", "other_contact", "leader", "stranger", "other_reporter"):
            await presses(getattr(cast, part), f"m:{route}:1")
    assert await bugs(house) == []
    assert await count(house, finding_decision) == 0
    for change in (sa.update(finding_decision).values(cases=9), sa.delete(finding_decision)):
        await decide_once(house, cast)
        with pytest.raises(Exception, match="never changed"):
            async with house.engine.begin() as conn:
                await conn.execute(change)


async def decide_once(house, cast):
    if not await count(house, finding_decision):
        await decide(house, cast.second_office, "confirm", Decision("X07", "较重", 1))


async def test_the_whole_in_english(house, cast, audited):
    for someone in (cast.other_reporter, cast.contact, cast.second_office):
        async with house.engine.begin() as conn:
            row = await people.by_user(conn, someone.user_id, at=house.now)
            await people.set_lang(conn, row.id, "en")
    done = await files_one(cast.other_reporter, more=1)
    assert "Finding 1" in done
    assert "-2 × 2 = -4 points" in cast.contact.sees()
    await cast.contact.says("/todo")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("answer-matter:1.answer")
    await cast.contact.says("It was one only")
    await cast.contact.taps("submit")
    await cast.second_office.says("/todo")
    await cast.second_office.taps("matter:1")
    shown = await cast.second_office.taps("change-finding")
    assert "Tap to change the number of cases" in shown
    await cast.second_office.says("1")
    decided = await cast.second_office.taps("decide")
    assert "Decided: X07" in decided
    assert "-2 × 1 = -2 points" in decided
