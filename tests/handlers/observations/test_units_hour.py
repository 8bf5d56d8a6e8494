"""Units are told once a day at one hour, so that no message says when an observer acted."""

from datetime import datetime, time

import pytest
import sqlalchemy as sa

from handlers.operations.observing import observation_step
from handlers.operations.observing.observation_terms import after_working_days, due_by, told_at
from handlers.operations.observing.observe import Sight
from handlers.operations.observing.observe import report as report_at_once
from handlers.texts import CITY_ZONE
from storage import people
from storage.schema import outbox


def at(day, hour, minute=0, month=10):
    return datetime(2013, month, day, hour, minute, tzinfo=CITY_ZONE)


@pytest.fixture
async def city(house):
    async with house.engine.begin() as conn:
        return await house.services.shelf.take(conn, house.now.date())


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (at(8, 8, 59), at(8, 9)),
        (at(8, 9), at(9, 9)),
        (at(8, 23, 59), at(9, 9)),
        (at(9, 0, 1), at(9, 9)),
        (at(12, 15), at(14, 9)),  # a worked Saturday, then Sunday
        (at(11, 15), at(12, 9)),
        (at(30, 15, month=9), at(8, 9)),  # the holidays
    ],
)
def test_it_is_the_next_nine_oclock_of_a_working_day(city, happened, told):
    assert told_at(city, happened) == told


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("day", range(8, 15))
def test_no_term_of_a_unit_is_shorter_for_it(city, day, hour):
    since = at(day, hour, 17)
    due = due_by(city, "sanitation", "dispatched", since)
    assert due >= after_working_days(city, since, 10)
    told = told_at(city, since).date()
    assert city.calendar.working_days_between(told, due.date()) == 10
    assert due.time() == time(17, 30)


@pytest.mark.parametrize("hour", [7, 9, 12, 16, 22])
async def test_whenever_an_observer_acts_the_unit_reads_of_it_at_nine(house, cast, hour):
    async def acts(someone, deed, said=""):
        async with house.deed_of(someone) as (conn, city, who):
            given = observation_step.Given(said)
            await observation_step.act(conn, city, who, 1, deed, given, now=house.now)

    house.now = at(14, hour, 23)
    async with house.deed_of(cast.observer) as (conn, city, who):
        town = city.unit_by_code["T01"].id
        sight = Sight(who.roles[0].point_id, town, "works", "路灯不亮")
        await report_at_once(conn, city, who, sight, now=house.now)
    await acts(cast.office, "verified", "属实")
    await acts(cast.office, "dispatched")
    for number, (deed, said) in enumerate(
        [("not_fixed", "还不亮"), ("partly_fixed", "亮了一半"), ("fixed", "亮了")]
    ):
        house.now = at(15 + 2 * number, 10)
        await acts(cast.contact, "answered", "修了")
        house.now = at(15 + 2 * number, hour, 41)
        await acts(cast.observer, deed, said)
    async with house.engine.begin() as conn:
        query = sa.select(outbox.c.not_before).where(outbox.c.chat_id == cast.contact.user_id)
        held = [each.astimezone(CITY_ZONE) for each in await conn.scalars(query)]
    assert len(held) == 4
    assert {each.timetz().replace(tzinfo=None) for each in held} == {time(9)}


async def test_what_the_observer_is_told_does_not_wait(house, cast, verified):
    await verified()
    house.now = at(9, 15, 12)
    await cast.contact.taps("answer-observation")
    await cast.contact.says("已清理")
    await cast.contact.taps("submit")
    assert "已答复" in cast.observer.sees()


async def test_a_persons_own_hours_come_on_top(house, cast, report):
    async with house.deed_of(cast.contact) as (conn, _, who):
        await people.set_hours(conn, who.id, quiet_from="08:30", quiet_until="10:00")
    await report()
    await cast.office.taps("observation")
    await cast.office.taps("verify")
    await cast.office.says("属实")
    house.now = at(9, 9, 30)
    await house.posts()
    assert cast.contact.sees() == []
    house.now = at(9, 10)
    await house.posts()
    assert "观测事项 G-2013-0001" in cast.contact.sees()


async def test_until_its_hour_a_unit_finds_nothing_by_looking_either(
    house, cast, verified, todo, state_of
):
    async def looks():
        listed = (await cast.contact.says("/observations")).text
        card = await cast.contact.taps("observation:1")
        return listed, card.text, card.actions, await todo(cast.contact)

    await verified()
    await cast.contact.taps("answer-observation")
    await cast.contact.says("已清理")
    await cast.contact.taps("submit")
    house.now = at(9, 11)
    before = await looks()
    assert "单位称已处理" in before[1]
    house.now = at(9, 14, 33)
    await cast.observer.taps("❌ 未解决")
    await cast.observer.says("还有一堆")
    assert await state_of() == "not_fixed"
    assert await looks() == before
    assert "还有一堆" not in cast.leader.sees()
    await cast.leader.says("/observations")
    assert "还有一堆" not in await cast.leader.taps("observation:1")
    assert "还有一堆" in await cast.office.taps("observation:1")
    house.now = at(10, 9)
    await house.posts()
    listed, card, actions, waits = await looks()
    assert "观察员反映未解决" in listed
    assert "还有一堆" in card
    assert "answer-observation" in actions
    assert len(waits) == 1


async def test_before_its_hour_a_unit_does_not_find_that_there_is_one(house, cast, report, todo):
    await report()
    await cast.office.taps("observation")
    await cast.office.taps("verify")
    await cast.office.says("属实")
    card = (await cast.office.says("/observations"))[0]
    assert "目前没有观测事项" in await cast.contact.says("/observations")
    assert "没有这件观测事项" in await cast.contact.taps("observation:1", on=card)
    assert await todo(cast.contact) == []
    house.now = at(9, 9)
    assert "G-2013-0001" in await cast.contact.says("/observations")
    assert len(await todo(cast.contact)) == 1


async def test_a_term_that_is_shown_is_the_one_the_unit_was_told(house, cast, verified):
    await verified()
    await cast.contact.says("/observations")
    before = (await cast.contact.taps("observation:1")).text
    assert "期限10月22日（周二）17:30" in before
    house.now = at(10, 9, 30)
    async with house.deed_of(cast.contact) as (conn, city, who):
        given = observation_step.Given("河道归杨舍")
        await observation_step.act(conn, city, who, 1, "transfer_asked", given, now=house.now)
    async with house.deed_of(cast.office) as (conn, city, who):
        given = observation_step.Given("归金港")
        await observation_step.act(conn, city, who, 1, "transfer_refused", given, now=house.now)
    waits = (await cast.contact.taps("observation:1")).text
    assert "单位申请改转，待市绩效办决定" in waits
    house.now = at(11, 9)
    assert "期限10月22日（周二）17:30" in (await cast.contact.taps("observation:1")).text
