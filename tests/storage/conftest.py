"""One transaction for a test of what is kept."""

import pytest


@pytest.fixture
async def conn(engine):
    """One transaction, committed at the end."""
    async with engine.begin() as connection:
        yield connection
