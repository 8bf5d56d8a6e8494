"""Rectifications played to their ends by people who read English."""

import pytest
from matter_days import the
from small_city import CAST

from storage import people


@pytest.fixture
async def english(house, cast, days):
    """Let everybody read English."""
    for name in CAST:
        async with house.engine.begin() as conn:
            row = await people.by_user(conn, getattr(cast, name).user_id, at=house.now)
            await people.set_lang(conn, row.id, "en")


async def does(someone, deed, words, *, photo=False):
    await someone.says("/todo")
    await someone.taps("matter:1")
    await someone.taps(f"answer-matter:1.{deed}")
    await someone.says(words)
    if photo:
        await someone.sends_photo(f"after-{someone.chat.last_id}")
    return await someone.taps("submit")


@pytest.fixture
async def issued(cast, english):
    """Let the office issue a rectification to 金港, which signs and sends its plan."""
    await cast.office.says("/rectify")
    await cast.office.says("金港")
    await cast.office.taps("category:sanitation")
    await cast.office.says("Rubbish in the river")
    await cast.office.taps("on")
    await cast.office.says("31 Dec")
    await cast.office.taps("issue")
    assert "Rubbish in the river" in cast.contact.sees()
    await cast.contact.says("/todo")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("matter-tap:1.sign")
    await does(cast.contact, "plan", "Cleared by the end of October")


async def test_a_rectification_ends_well_after_the_second_look(house, cast, days, issued):
    assert "asked" in (await does(cast.contact, "ask", "All clear", photo=True)).text.lower()
    await does(cast.second_office, "send_back", "The east side is not")
    assert "The east side is not" in cast.contact.sees()
    await does(cast.contact, "ask", "The east side too", photo=True)
    await does(cast.second_office, "close", "Looked at it")
    assert "Looked at it" in cast.contact.sees()
    await days.come("01-09 09:30", year=2014)
    await does(cast.second_office, "hold", "Still clean")
    assert (await the(house)).state == "held"
    assert "Still clean" in cast.contact.sees()


async def test_what_is_late_has_a_card_and_what_is_open_is_carried(house, cast, days, issued):
    await days.come("11-11 09:30")
    late = await cast.leader.says("/rectifications late")
    assert "🟡 Rectification 1" in late
    await days.come("01-02 09:30", year=2014)
    carried = await cast.office.says("/rectifications carried")
    assert "this year’s check list" in carried
    assert "Rectification 1" in carried


async def test_a_refusal_reads_well(house, cast, days, issued):
    await cast.contact.says("/todo")
    await cast.contact.taps("matter:1")
    await cast.contact.taps("ask-respite")
    assert "too far" in await cast.contact.says("2014-12-31")
    assert "not later" in await cast.contact.says("1 Dec")
    await cast.contact.says("31 Jan")
    await cast.contact.taps("why:0")
    put = cast.office.sees()
    assert "An approval or tender is not finished" in put
    await cast.office.taps("✖️ Refuse")
    await cast.office.taps("It is too urgent to wait")
    told = cast.contact.sees()
    assert "Refused: it stays Tue 31 December at 17:30" in told
    assert "It is too urgent to wait" in told


async def test_it_is_taken_back_with_the_reason(house, cast, days, issued):
    await cast.office.says("/rectifications")
    await cast.office.taps("matter:1")
    await cast.office.taps("answer-matter:1.withdraw")
    await cast.office.says("Part of another one")
    await cast.office.taps("submit")
    assert (await the(house)).state == "withdrawn"
    assert "Part of another one" in cast.contact.sees()
