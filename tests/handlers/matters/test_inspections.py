"""A special inspection: opened, findings filed, answered, decided by another, reported."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from matter_days import does, the
from rough_hands import bugs, count
from small_city import CAST

from handlers.operations.matters import decide_finding, inspect_units, move_matter
from handlers.operations.matters.inspect_units import Found
from handlers.operations.matters.matter_terms import deeds_open_to
from handlers.operations.waiting import waiting
from scoring.finding_course import FINDING
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import ledger_items, people
from storage.inspections import Decision
from storage.ledger_items import Item
from storage.schema import ledger_entry, matter


async def listed(house, someone, route="matter"):
    """Return what of a kind is on somebody's to-do list."""
    async with house.deed_of(someone) as (conn, city, who):
        items = await waiting(conn, who, city, now=house.now)
    return {int(each.arg) for each in items if each.route == route}


@pytest.fixture
async def opened(house, cast, days):
    """Let the office open an inspection of the towns by 林晓燕 and itself, X07 being there."""
    dust = Item(
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
    async with house.deed_of(cast.office) as (conn, city, _):
        await ledger_items.add(conn, dust, verifying_unit_id=city.unit_by_code["PMO"].id)
    await cast.office.says("专项监察")
    await cast.office.taps("open-inspection")
    await cast.office.says("扬尘整治")
    assert "已选 4" in await cast.office.taps("all:区镇")
    await cast.office.taps("on")
    assert "没有“张三”" in await cast.office.says("张三")
    await cast.office.taps("me")
    await cast.office.says("林晓燕")
    await cast.office.taps("on")
    await cast.office.says("10月31日")
    return await cast.office.taps("open")


async def files_one(someone, *, item="item:X07"):
    await someone.says("待办")
    await someone.taps("inspection:1")
    await someone.taps("file-finding")
    await someone.says("金港")
    await someone.taps("category:works")
    await someone.says("工地裸土未覆盖")
    await someone.sends_photo("bare-soil")
    await someone.taps("on")
    await someone.taps("severity:serious")
    await someone.taps(item)
    return await someone.taps("file")


@pytest.fixture
async def filed(house, cast, opened):
    """Let 林晓燕 file a finding at 金港."""
    return await files_one(cast.reporter)


async def decide(house, someone, deed, *, number=1, item=None, level="", cases=1):
    decided = Decision(item, level, cases)
    async with house.deed_of(someone) as (conn, city, who):
        return await decide_finding.decide(
            conn, city, who, number, deed, decided=decided, now=house.now
        )


async def test_a_finding_is_answered_confirmed_counted_and_to_be_put_right(house, cast, filed):
    assert "检查发现1已提交" in filed
    heard = cast.contact.sees()
    assert "工地裸土未覆盖" in heard
    assert "建议扣分：X07" in heard
    assert "bare-soil" in [each.file_id for each in heard]
    assert not cast.other_contact.sees()
    assert await count(house, ledger_entry) == 0
    await does(cast.contact, 1, "answer", "当晚已覆盖", photo=True)
    assert await listed(house, cast.second_office) == {1}
    await cast.second_office.says("待办")
    await cast.second_office.taps("matter:1")
    assert "已认定" in await cast.second_office.taps("decide-finding:1")
    assert await count(house, ledger_entry) == 1
    assert (await the(house, 2)).source == "finding:1"
    heard = cast.contact.sees()
    assert "整改2" in heard
    assert "X07" in heard


async def test_the_decision_may_change_or_drop_what_was_proposed(house, cast, filed):
    await does(cast.contact, 1, "answer")
    await cast.second_office.says("待办")
    await cast.second_office.taps("matter:1")
    await cast.second_office.taps("change-finding")
    await cast.second_office.taps("other")
    await cast.second_office.taps("none")
    await cast.second_office.taps("decide")
    assert (await the(house)).state == "confirmed"
    assert await count(house, ledger_entry) == 0
    await files_one(cast.reporter)
    async with house.engine.begin() as conn:
        number = await conn.scalar(sa.select(sa.func.max(matter.c.id)))
    await does(cast.contact, number, "answer")
    await does(cast.second_office, number, "drop", "当时在施工")
    assert "当时在施工" in cast.contact.sees()
    assert await count(house, ledger_entry) == 0


async def test_nothing_is_decided_before_the_unit_answered_or_its_time_is_over(
    house, cast, days, filed
):
    for part in (cast.office, cast.second_office, cast.committee):
        with pytest.raises(Refusal):
            await decide(house, part, "confirm", item="X07")
    await days.come("10-15 09:30")
    assert (await the(house)).state == "answered"
    await decide(house, cast.second_office, "confirm", item="X07")
    with pytest.raises(Outdated):
        await decide(house, cast.second_office, "confirm", item="X07")
    assert await count(house, ledger_entry) == 1


async def test_the_inspector_never_decides_and_never_inspects_the_own_unit(house, cast, opened):
    await files_one(cast.office)
    await does(cast.contact, 1, "answer")
    with pytest.raises(NotAllowed, match="matter-not-the-issuer"):
        await decide(house, cast.office, "confirm", item="X07")
    assert await listed(house, cast.office) == set()
    with pytest.raises(NotFound):
        async with house.deed_of(cast.contact) as (conn, city, who):
            await inspect_units.file_finding(
                conn, city, who, 1, Found(1, "works", "minor", "x"), now=house.now
            )
    async with house.deed_of(cast.reporter) as (conn, city, who):
        unit = city.unit_by_code["T01"].id
        await people.grant(conn, who.id, "contact", at=house.now, unit_id=unit)
    with pytest.raises(NotAllowed, match="inspection-not-this-unit"):
        async with house.deed_of(cast.reporter) as (conn, city, who):
            await inspect_units.file_finding(
                conn, city, who, 1, Found(unit, "works", "minor", "x"), now=house.now
            )


async def test_the_report_is_previewed_and_each_unit_reads_its_own_part(house, cast, filed):
    await cast.office.says("专项监察")
    await cast.office.taps("inspection:1")
    assert "还有 1 项没有认定" in await cast.office.taps("report-inspection:1")
    await does(cast.contact, 1, "answer")
    await decide(house, cast.second_office, "confirm", item="X07")
    for part in (cast.leader, cast.contact, cast.other_contact):
        part.sees()
    await cast.office.taps("inspection:1")
    await cast.office.taps("report-inspection:1")
    await cast.office.taps("report-inspection:1.yes")
    assert "工地裸土未覆盖" in cast.leader.sees()
    assert "工地裸土未覆盖" in cast.contact.sees()
    other = cast.other_contact.sees()
    assert "没有认定的问题" in other
    assert "工地裸土" not in other
    with pytest.raises(Outdated):
        async with house.deed_of(cast.office) as (conn, _, who):
            await inspect_units.close_inspection(conn, who, 1, now=house.now)
    assert await listed(house, cast.reporter, "inspection") == set()


@pytest.mark.parametrize("part", ["contact", "leader", "observer", "other_reporter"])
async def test_others_neither_open_nor_see_an_inspection(house, cast, opened, part):
    with pytest.raises(NotFound):
        async with house.deed_of(getattr(cast, part)) as (conn, _, who):
            await inspect_units.one_seen(conn, who, 1)


@pytest.mark.parametrize("state", sorted(FINDING.open_states))
async def test_every_open_finding_is_on_the_list_of_somebody_who_can_go_on(
    house, cast, filed, state
):
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


async def test_an_inspector_takes_back_and_hostile_buttons_change_nothing(house, cast, filed):
    for route in ("inspection", "report-inspection", "decide-finding", "change-finding"):
        for arg in ("x", "1", "1.yes", "1.X99", "99", "9" * 20):
            for someone in (cast.contact, cast.office, cast.reporter):
                await house.takes(
                    {
                        "callback_query": {
                            "id": f"q{house.last_update_id + 1}",
                            "from": someone._user(),
                            "chat_instance": "1",
                            "data": f"m:{route}:{arg}",
                            "message": someone._envelope(1) | {"text": "…"},
                        }
                    }
                )
    assert await bugs(house) == []
    assert (await the(house)).state == "filed"
    async with house.deed_of(cast.reporter) as (conn, city, who):
        done = await move_matter.act(conn, city, who, 1, "retract", said="看错了", now=house.now)
    assert done.state == "retracted"
    await house.posts()
    assert "看错了" in cast.contact.sees()
