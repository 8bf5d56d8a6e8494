"""A September in which K02 has been filed, released and told to the towns."""

import pytest
from dispute_days import Days, files
from harness import House
from small_city import Cast


@pytest.fixture
async def days(house: House) -> Days:
    """The clock, started."""
    kept = Days(house)
    await kept.come("10-08 09:00")
    return kept


@pytest.fixture
async def told(cast: Cast, days: Days) -> None:
    """Let the towns be told their K02 on Tuesday, 8 October, 9:00."""
    await files(cast.reporter, cast.reviewer)


@pytest.fixture
async def disputed(cast: Cast, told: None) -> None:
    """Let 金港 dispute its K02: 48.9 it should be."""
    cast.contact.sees()
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("9月有一笔 0.7 亿元入库较晚，见国库报表")
    await cast.contact.taps("submit")
