"""The small city in October 2013, its clock started."""

import pytest
from harness import House
from matter_days import Days, issues
from small_city import Cast


@pytest.fixture
async def days(house: House) -> Days:
    """The clock, started."""
    kept = Days(house)
    await kept.come("10-08 09:00")
    return kept


@pytest.fixture
async def issued(cast: Cast, days: Days) -> None:
    """Let 金港 have a rectification from 何敏, to be finished in about a month."""
    await issues(cast.office)
