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
