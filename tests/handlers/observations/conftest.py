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

EVERYTHING = (
    *start.VIEWS,
    observe.ERRAND,
    *verify.ERRANDS,
    answer_observation.ERRAND,
    confirm_fixed.ERRAND,
    *observation.VIEWS,
)


@pytest.fixture
def house(small_city_engine: AsyncEngine) -> House:
    """The bot, on the first working morning of October 2013."""
    router = Router(EVERYTHING, unknown=start.unknown, stranger=start.stranger)
    return House(small_city_engine, router, now=MORNING)


@pytest.fixture
def cast(house: House) -> Cast:
    """Everybody, each with a chat of their own."""
    return Cast(house)


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
