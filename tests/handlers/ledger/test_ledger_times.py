"""Holidays, New Year, people who leave and units that are merged, in the middle of an entry."""

from datetime import date, timedelta
from decimal import Decimal

import sqlalchemy as sa
from ledger_days import enters, proposed, state
from past_figures import by_town, release
from rough_hands import bugs, presses
from test_claim import claims, recognised
from test_ledger_people import _grant, _id, _leaves

from handlers.texts import CITY_ZONE
from scoring.model import Period
from storage import deputies, ledger, periods
from storage.ledger import Source
from storage.schema import journal, person, unit

SEPTEMBER, DECEMBER = Period(2013, 9), Period(2013, 12)


async def due(house, number=1):
    async with house.engine.begin() as conn:
        found = await ledger.one(conn, number)
    return found.due_at.astimezone(CITY_ZONE).strftime("%m-%d %H:%M")


async def net(house, period, code="T01"):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        row = city.scheme_for(2013, "town")
        result = await house.services.boards.result(conn, city, row, period)
        return result.units[code].adjustment.net


async def freezes(house, period):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        row = city.scheme_for(2013, "town")
        await periods.add(
            conn, scheme_id=row.id, period=period, act="frozen", by=None, now=house.now
        )


async def test_a_notice_over_spring_festival_ends_on_the_fifth_working_day(house, cast, days):
    await days.come("2014-01-27 09:30")
    await enters(house, unit="T01", item="B04", document="张发改〔2014〕1号")
    # 28, 29 and 30 January, 7 February, and Saturday the 8th, which is worked.
    assert await due(house) == "02-08 17:30"
    for moment in ("2014-02-03 09:00", "2014-02-08 17:30"):
        await days.come(moment)
        assert await state(house) == "notice"
    await days.come("2014-02-08 17:31")
    assert await state(house) == "in_force"


async def test_nobody_is_reminded_on_a_holiday(house, cast, days):
    await days.come("2014-01-29 09:00")
    await claims(cast.contact)
    await cast.contact.taps("submit")
    assert await due(house) == "02-08 17:30"
    cast.reviewer.sees()
    for moment in ("2014-02-01 09:01", "2014-02-05 09:01", "2014-02-07 09:01"):
        await days.come(moment)
        assert "⏰" not in cast.reviewer.sees()
    await days.come("2014-02-08 09:01")
    assert "⏰ 台账1" in cast.reviewer.sees(), "a Saturday that is worked"


async def test_a_notice_over_new_year_still_belongs_to_the_year_that_is_over(house, cast, days):
    await days.come("2013-12-30 09:00")
    await enters(house, unit="T01", item="B04", document="张发改〔2013〕8号")
    await days.come("2014-01-08 09:00")
    assert await state(house) == "in_force"
    assert await net(house, DECEMBER) == 4
    assert await net(house, Period(2013, 11)) == 0
    await freezes(house, DECEMBER)
    await days.come("2014-02-10 09:00")
    await presses(cast.office, "m:answer-entry:1.propose_revoke")
    await cast.office.says("张绩办〔2014〕2号")
    await cast.office.says("项目停工")
    await presses(cast.second_office, "m:revoke-entry:1")
    assert await state(house) == "revoked"
    assert await net(house, DECEMBER) == 4, "December was frozen before it was revoked"


async def test_what_comes_into_force_after_december_is_frozen_moves_it_no_more(house, cast, days):
    await days.come("2014-01-20 09:00")
    await enters(house, unit="T01", item="B04", document="张发改〔2013〕8号")
    await freezes(house, DECEMBER)
    await days.come("2014-02-10 09:00")
    assert await state(house) == "in_force"
    assert await net(house, DECEMBER) == 0


async def test_a_veto_moves_neither_points_nor_places_and_ends_on_its_day(house, cast, days):
    await release(house, "K02", by_town(50, 56, 28, 18), period=Period(2013, 10))
    before = (await cast.leader.says("排名 2013-10")).text
    await enters(house, unit="T02", item="V03", document="张安〔2013〕1号")
    await days.come("10-16 09:00")
    assert await state(house) == "in_force"
    after = (await cast.leader.says("排名 2013-10")).text
    assert "⛔一票否决" in after
    told = [line.replace("　⛔一票否决", "") for line in after.splitlines() if "<b>" not in line]
    for line in before.splitlines():
        if "杨舍" in line or "金港" in line:
            assert line in told, "the same place, the same points"
    await days.come("2014-01-02 09:00")
    balance = (await cast.leader.says("台账 杨舍")).text.split("全部事项")[0]
    assert "⛔" not in balance, "it acted until 31 December"


async def test_a_unit_that_is_merged_keeps_its_entry_and_the_clock_goes_on(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    async with house.engine.begin() as conn:
        await conn.execute(
            sa.update(unit).where(unit.c.code == "T01").values(valid_until=date(2013, 10, 9))
        )
    house.services.shelf.city = None
    await days.come("10-11 17:31")
    assert await state(house) == "unchecked"
    await presses(cast.office, "m:check-entry:1")
    await presses(cast.second_office, "m:recognise-entry:1")
    await days.come("10-25 09:00")
    assert await state(house) == "in_force"
    assert "台账1" in await presses(cast.office, "m:ledger-entry:1")
    assert await bugs(house) == []


async def test_a_unit_that_moves_to_another_category_is_shown_to_its_new_peers(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(unit).where(unit.c.code == "T01").values(category="另一类"))
    house.services.shelf.city = None
    cast.other_contact.sees()
    await recognised(cast)
    assert "公示：台账1" not in cast.other_contact.sees()
    assert "台账1" in await cast.other_contact.says("公示"), "the board is for everybody inside"


async def test_whoever_checked_leaves_and_another_of_the_office_recognises(house, cast, days):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await presses(cast.reviewer, "m:check-entry:1.1")
    await _leaves(house, cast.reviewer)
    await presses(cast.office, "m:recognise-entry:1.2")
    assert await state(house) == "notice"
    assert "周建平" in await presses(cast.office, "m:ledger-entry:1"), "records stay"


async def test_whoever_objected_leaves_and_the_units_next_contact_hears_the_decision(
    house, cast, days
):
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await recognised(cast)
    await presses(cast.other_contact, "m:answer-entry:1.object")
    await cast.other_contact.says("不在金港")
    await cast.other_contact.taps("submit")
    unit_id = 2
    await _leaves(house, cast.other_contact)
    await _grant(house, cast.committee, "contact", unit_id=unit_id)
    await presses(cast.second_office, "m:answer-entry:1.uphold")
    await cast.second_office.says("异议属实")
    assert await state(house) == "refused"
    assert "异议成立" in cast.committee.sees()


async def test_deputies_check_recognise_and_object_and_are_named_so(house, cast, days):
    until = house.now + timedelta(days=30)
    pairs = ((cast.reviewer, cast.other_reporter), (cast.office, cast.committee))
    for lender, stands_in in pairs:
        ids = [await _id(house, each) for each in (lender, stands_in)]
        async with house.engine.begin() as conn:
            await deputies.add(conn, *ids, from_at=house.now, until_at=until)
    await claims(cast.contact)
    await cast.contact.taps("submit")
    assert "请办理：台账1" in cast.other_reporter.sees()
    await presses(cast.other_reporter, "m:check-entry:1.1")
    assert await state(house) == "checked"
    await presses(cast.committee, "m:recognise-entry:1.2")
    assert await state(house) == "notice"
    card = (await presses(cast.second_office, "m:ledger-entry:1")).text
    assert "（代周建平） 核验属实" in card
    assert "（代何敏） 审核认定" in card
    async with house.engine.begin() as conn:
        kept = await conn.execute(
            sa.select(journal.c.act, journal.c.detail).where(journal.c.act.startswith("ledger-"))
        )
        as_deputy = {row.act for row in kept if "as_deputy_of" in row.detail}
    assert as_deputy == {"ledger-check", "ledger-recognise"}


async def test_who_stands_in_for_the_checker_does_not_recognise(house, cast, days):
    await proposed(house, source=Source("rectification", 1))
    await presses(cast.contact, "m:answer-entry:1.answer")
    await cast.contact.says("汛期停工")
    await cast.contact.taps("submit")
    await presses(cast.office, "m:check-entry:1")
    assert await state(house) == "checked"
    ids = [await _id(house, each) for each in (cast.office, cast.committee)]
    async with house.engine.begin() as conn:
        until = house.now + timedelta(days=9)
        await deputies.add(conn, *ids, from_at=house.now, until_at=until)
    assert "台账1" not in await cast.committee.says("待办")
    await presses(cast.committee, "m:recognise-entry:1")
    assert await state(house) == "checked"


async def test_the_what_if_before_recognition_is_the_effect_in_that_month_afterwards(
    house, cast, days
):
    await days.come("11-05 09:00")
    october = Period(2013, 10)
    await release(
        house, "K02", by_town(50, 56, 28, 18), bases=by_town(41, 47, 23, 15), period=october
    )
    await claims(cast.contact)
    await cast.contact.taps("submit")
    await presses(cast.reviewer, "m:check-entry:1.1")
    look = (await presses(cast.office, "m:ledger-entry:1")).text
    before, after = _told(look)
    assert after - before == 8
    assert await _score(house, october) == before
    async with house.engine.begin() as conn:
        await conn.execute(sa.update(person).values(lang="en"))
    english = (await presses(cast.office, "m:ledger-entry:1")).text
    assert f"{before} → {after} points" in english


def _told(text):
    line = next(each for each in text.splitlines() if each.startswith("金港 ") and "→" in each)
    first, second = line.removeprefix("金港 ").split(" 分")[0].split(" → ")
    return Decimal(first), Decimal(second)


async def _score(house, period):
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.astimezone(CITY_ZONE).date())
        row = city.scheme_for(2013, "town")
        result = await house.services.boards.result(conn, city, row, period)
        return result.units["T01"].score
