"""The small city on a working morning, with everything that observations need."""

import pytest
from harness import House
from small_city import MORNING, Cast
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.conversations import (
    answer_observation,
    confirm_fixed,
    observation,
    observe,
    start,
    verify,
)
from handlers.errands import Router
from handlers.operations import observe as observe_operation
from handlers.operations.observe import Sight
from handlers.texts import Texts
from storage import observations

EVERYTHING = (
    *start.VIEWS,
    observe.ERRAND,
    *verify.ERRANDS,
    answer_observation.ERRAND,
    confirm_fixed.ERRAND,
    *observation.VIEWS,
)


@pytest.fixture
def house(small_city_engine: AsyncEngine, texts: Texts) -> House:
    """The bot, on the first working morning of October 2013."""
    router = Router(EVERYTHING, unknown=start.unknown, stranger=start.stranger)
    return House(small_city_engine, router, texts=texts, now=MORNING)


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
                await observations.add_event(
                    conn,
                    receipt.observation.id,
                    state,
                    expected=("filed",),
                    by=who.id,
                    said=None,
                    now=house.now,
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
def verified(cast: Cast, report):
    """Report something and let the office hand it to its unit."""

    async def through(said="河边有垃圾", **given):
        await report(said, **given)
        await cast.office.taps("observation")
        await cast.office.taps("verify")
        return await cast.office.says("现场属实")

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
