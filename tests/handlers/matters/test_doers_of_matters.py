"""Whoever acts in a matter for somebody else is named so to whoever reads names."""

import pytest
from matter_days import asks_to_close, issues

from storage import deputies, people


@pytest.fixture
def lends(house, cast):
    """Let 钱伟, whose own role is the committee's, stand in for somebody from now on."""

    async def lends(someone):
        async with house.deed_of(someone) as (conn, _, who):
            stand_in = await people.by_user(conn, cast.committee.user_id, at=house.now)
            await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)

    return lends


async def card_of(someone, number=1):
    await someone.says("/rectifications")
    return await someone.taps(f"matter:{number}")


async def test_a_deputy_who_issued_a_rectification_is_named_with_whom_they_stood_in_for(
    cast, days, lends
):
    await lends(cast.office)
    await issues(cast.committee)
    assert "钱伟（代何敏）" in await card_of(cast.office)
    assert "钱伟" not in await card_of(cast.contact)


async def test_a_deputy_of_the_unit_is_named_so_too(house, cast, days, issued, lends):
    await lends(cast.contact)
    await asks_to_close(cast.committee)
    shown = await card_of(cast.office)
    assert shown.text.count("钱伟（代顾明）") == 3


async def test_what_was_done_before_the_deputyship_stays_ones_own(cast, days, issued, lends):
    await lends(cast.office)
    shown = await card_of(cast.office)
    assert "何敏" in shown
    assert "代何敏" not in shown
