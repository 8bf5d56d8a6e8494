"""The small city on a working morning, with everything that observations need."""

from datetime import datetime

import pytest
from harness import House
from small_city import MORNING, Cast
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.contents import build_router
from handlers.operations.observing import observe as observe_operation
from handlers.operations.observing import observe_todo
from handlers.operations.observing.observation_clock import look_after_observations
from handlers.operations.observing.observation_news import TOLD
from handlers.operations.observing.observation_step import Given, act
from handlers.operations.observing.observation_terms import told_at
from handlers.operations.observing.observe import Sight
from handlers.texts import CITY_ZONE, Texts
from scoring.observation_past import replay
from storage import observations


@pytest.fixture
def house(small_city_engine: AsyncEngine, texts: Texts) -> House:
    """The bot, on the first working morning of October 2013."""
    return House(small_city_engine, build_router(), texts=texts, now=MORNING)


@pytest.fixture
def cast(house: House) -> Cast:
    """Everybody, each with a chat of their own."""
    return Cast(house)


@pytest.fixture
def stands(house: House, cast: Cast):
    """Put an observation of 金港 into a state at once, past every conversation."""

    async def put(state="filed"):
        async with house.deed_of(cast.observer) as (conn, city, who):
            sight = Sight(
                who.roles[0].point_id, city.unit_by_code["T01"].id, "sanitation", "河边有垃圾"
            )
            receipt = await observe_operation.report(conn, city, who, sight, now=house.now)
            if state != "filed":
                if state == "dispatched":
                    await observations.note(conn, 1, "verified", by=None, said=None, now=house.now)
                await observations.add_event(
                    conn,
                    receipt.observation.id,
                    state,
                    expected=("filed",),
                    by=who.id,
                    said=None,
                    now=house.now,
                    unit_id=city.unit_by_code["T01"].id if state == "dispatched" else None,
                )
        await house.posts()

    return put


@pytest.fixture
def report(cast: Cast):
    """Report something of 金港 as its observer, through the conversation; return the answer."""

    async def reported(said="河边有垃圾", *, category="环境卫生", photo="p1", by=None):
        observer = by or cast.observer
        await observer.says("观测")
        await observer.taps("金港" if by else "张家港保税区（金港镇）")
        await observer.taps(category)
        if photo:
            await observer.sends_photo(photo)
        if said:
            await observer.says(said)
        answer = await observer.taps("submit")
        return await observer.taps("anyway") if "anyway" in answer.actions else answer

    return reported


@pytest.fixture
def units_hour(house: House):
    """Let the hour come at which units are told, and look at what they are told then."""

    async def comes():
        async with house.engine.begin() as conn:
            city = await house.services.shelf.take(conn, house.now.date())
        house.now = told_at(city, house.now)
        await house.posts()

    return comes


@pytest.fixture
def verified(cast: Cast, report, units_hour):
    """Report something and let the office hand it to its unit, which is told of it."""

    async def through(said="河边有垃圾", **given):
        await report(said, **given)
        await cast.office.taps("observation")
        await cast.office.taps("verify")
        answer = await cast.office.says("现场属实")
        await units_hour()
        return answer

    return through


@pytest.fixture
def answered(cast: Cast, verified):
    """Report, verify, and let the unit answer."""

    async def through(**given):
        await verified(**given)
        await cast.contact.taps("answer-observation")
        await cast.contact.says("已清理完毕")
        return await cast.contact.taps("submit")

    return through


@pytest.fixture
def does(house: House, units_hour):
    """Let somebody take a step of the course at once, and the unit's hour come after it."""

    async def step(someone, deed, said="", *, files=(), unit=None, number=1):
        async with house.deed_of(someone) as (conn, city, who):
            unit_id = city.unit_by_code[unit].id if unit else None
            given = Given(said, files, unit_id)
            found = await act(conn, city, who, number, deed, given, now=house.now)
        await house.posts()
        if "unit" in TOLD.get(deed, ()):
            await units_hour()
        return found

    return step


@pytest.fixture
def state_of(house: House):
    """Return where an observation stands."""

    async def state(number=1):
        async with house.engine.begin() as conn:
            return (await observations.one(conn, number)).state

    return state


@pytest.fixture
def todo(house: House):
    """Return what of observations waits for somebody, as they read it."""

    async def listed(someone):
        async with house.deed_of(someone) as (conn, city, who):
            items = await observe_todo.waiting(conn, who, city, now=house.now)
        return [house.texts.plain(someone.lang, each.message) for each in items]

    return listed


@pytest.fixture
def ticks(house: House):
    """Let the clock look at observations, now or after some time."""

    async def look(**time):
        house.passes(**time)
        async with house.engine.begin() as conn:
            city = await house.services.shelf.take(conn, house.now.date())
            await look_after_observations(conn, city, now=house.now)
        await house.posts()

    return look


@pytest.fixture
def on(house: House):
    """Let it be nine o'clock on a day of 2013, as `on(7, 3)`."""

    def day(month, number, hour=9):
        house.now = datetime(2013, month, number, hour, 11, tzinfo=CITY_ZONE)

    return day


@pytest.fixture
def saw(house: House, cast: Cast):
    """Let an observer report something at once, past every conversation; return its number."""

    async def reported(said, *, unit="T01", category="sanitation", by=None):
        async with house.deed_of(by or cast.observer) as (conn, city, who):
            sight = Sight(who.roles[0].point_id, city.unit_by_code[unit].id, category, said)
            receipt = await observe_operation.report(conn, city, who, sight, now=house.now)
        await house.posts()
        return receipt.observation.id

    return reported


@pytest.fixture
def happened(house: House, cast: Cast):
    """Write observations with all their steps at once, as the rows that the operations leave."""

    async def write(*courses):
        async with house.deed_of(cast.observer) as (conn, city, who):
            for code, category, said, *steps in courses:
                unit_id = city.unit_by_code[code].id
                found = await observations.add(
                    conn,
                    year=2013,
                    observer_id=who.id,
                    point_id=who.roles[0].point_id,
                    unit_id=unit_id,
                    category=category,
                    said=said,
                    place=None,
                    now=_at(*steps[0]),
                )
                states = replay(["filed", *(each[0] for each in steps[1:])])
                for number, (kind, *day) in enumerate(steps[1:], start=1):
                    assert await observations.add_event(
                        conn,
                        found.id,
                        kind,
                        expected=(states[number - 1],),
                        by=None,
                        said=None,
                        now=_at(kind, *day),
                        target=states[number],
                        unit_id=unit_id if kind == "dispatched" else None,
                    )

    return write


def _at(_, month, day):
    return datetime(2013, month, day, 9, 11, tzinfo=CITY_ZONE)


@pytest.fixture
def third_quarter(on, happened):
    """Fill the third quarter of 2013: six of 金港, one of 杨舍, one refuted, one of the spring."""

    async def fill():
        handed = [("filed", 7, 1), ("verified", 7, 1), ("dispatched", 7, 1)]
        await happened(
            (
                *("T01", "sanitation", "春天的垃圾"),
                *[("filed", 5, 6), ("verified", 5, 6), ("dispatched", 5, 6)],
                *[("answered", 5, 8), ("fixed", 5, 8)],
            ),
            ("T01", "sanitation", "垃圾0", *handed, ("answered", 7, 4), ("fixed", 7, 8)),
            ("T01", "sanitation", "垃圾1", *handed, ("answered", 7, 4)),
            ("T01", "sanitation", "垃圾2", *handed, ("declined", 7, 4), ("accepted", 7, 8)),
            ("T01", "sanitation", "垃圾3", *handed, ("answered", 8, 6)),
            ("T01", "works", "路灯不亮", *handed),
            ("T02", "service_desk", "窗口没人", *handed, ("answered", 8, 6)),
            ("T01", "sanitation", "看错了", ("filed", 7, 1), ("refuted", 7, 1)),
            ("T01", "sanitation", "新的垃圾", ("filed", 9, 27)),
        )
        on(10, 8)

    return fill
