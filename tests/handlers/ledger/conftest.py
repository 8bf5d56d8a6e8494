"""A small city with items of its ledger, on the first working morning of October."""

import pytest
from harness import House
from ledger_days import LedgerDays, lay_down_items


@pytest.fixture
async def days(house: House) -> LedgerDays:
    """The clock, started, and the items laid down."""
    await lay_down_items(house)
    kept = LedgerDays(house)
    await kept.come("10-08 09:00")
    return kept
