"""Whoever acts as a deputy is named as such to whoever may see the name, and in the journal."""

from datetime import timedelta

import pytest
from dispute_days import PASTE
from past_figures import SEPTEMBER

from handlers.operations.clock import extensions
from handlers.operations.clock.extension_rules import moment_of
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.raise_dispute import raise_dispute
from handlers.operations.months import bottom_two
from handlers.operations.observing import observation_step, observe
from storage import alerts, deputies, journal, observations, people, readings

NAMED = "钱伟（代{}）"


@pytest.fixture
def lends(house, cast):
    """Let 钱伟, whose own role is the committee's, stand in for somebody from now on."""

    async def lends(someone, *, until=None):
        async with house.deed_of(someone) as (conn, _, who):
            stand_in = await people.by_user(conn, cast.committee.user_id, at=house.now)
            await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=until)

    return lends


async def kept(house, act):
    """Return for whom the journal's last entry of an act was done, by name."""
    async with house.engine.begin() as conn:
        entries = await journal.latest(conn, limit=200)
        names = await people.names(conn)
    found = next(each for each in entries if each.act == act)
    return names.get(found.detail.get("as_deputy_of", 0))


async def looks(someone):
    """Open the one dispute there is from the list of them."""
    await someone.says("/disputes")
    return await someone.taps("dispute")


async def test_who_filed_as_a_deputy_is_named_so_in_history_why_and_the_journal(
    house, cast, days, lends
):
    await lends(cast.reporter)
    await cast.committee.says(PASTE)
    await cast.committee.taps("file")
    told = NAMED.format("林晓燕")
    assert told in cast.reviewer.sees()
    assert told in await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    assert told in await cast.office.says("/history 金港 K02 9月")
    assert told in await cast.contact.says("/why 金港 K02 9月")
    assert told in await cast.auditor.says("/audit")
    assert await kept(house, "column-filed") == "林晓燕"


async def test_who_released_as_a_deputy_is_named_so(house, cast, days, lends):
    await cast.reporter.says(PASTE)
    await cast.reporter.taps("file")
    await lends(cast.reviewer)
    await cast.committee.says("审核")
    await cast.committee.taps("release")
    told = NAMED.format("周建平")
    assert told in cast.reporter.sees()
    assert told in await cast.office.says("/history 金港 K02 9月")
    assert told in await cast.contact.says("/why 金港 K02 9月")


async def test_what_was_done_then_stays_so_when_the_deputy_stands_in_no_longer(
    house, cast, days, lends
):
    await lends(cast.reporter, until=house.now + timedelta(hours=1))
    await cast.committee.says(PASTE)
    await cast.committee.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    house.passes(days=2)
    assert NAMED.format("林晓燕") in await cast.office.says("/history 金港 K02 9月")


async def test_a_role_of_ones_own_needs_nobody_named(house, cast, days, lends):
    async with house.deed_of(cast.committee) as (conn, city, who):
        unit_id = city.unit_by_code["JJ04"].id
        await people.grant(conn, who.id, "reporter", unit_id=unit_id, at=house.now)
    await lends(cast.reporter)
    await cast.committee.says(PASTE)
    await cast.committee.taps("file")
    await cast.reviewer.says("审核")
    await cast.reviewer.taps("release")
    shown = await cast.office.says("/history 金港 K02 9月")
    assert "钱伟" in shown
    assert "（代" not in shown
    assert await kept(house, "column-filed") is None


async def test_a_dispute_raised_and_answered_by_deputies_says_so_to_all_sides(
    house, cast, told, lends
):
    await lends(cast.contact)
    cast.contact.sees()
    async with house.deed_of(cast.committee) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K02")
        unit = city.unit_by_code["T01"]
        versions = await readings.versions(conn, row.id, unit.id, SEPTEMBER)
        await raise_dispute(
            conn, city, who, row.id, unit, SEPTEMBER,
            reading_id=versions[-1][1].id, wanted=None, reason="漏计", files=(), now=house.now,
        )  # fmt: skip
    named = NAMED.format("顾明")
    for side in (cast.reporter, cast.reviewer, cast.office, cast.contact):
        assert named in await looks(side), side.name
    assert await kept(house, "dispute-raise") == "顾明"
    async with house.deed_of(cast.reporter) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.leader.user_id, at=house.now)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)
    async with house.deed_of(cast.leader) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "maintain", said="国库如此", now=house.now)
    for side in (cast.reporter, cast.contact, cast.office):
        assert "胡静怡（代林晓燕）" in await looks(side), side.name
    assert await kept(house, "dispute-maintain") == "林晓燕"


async def test_more_time_asked_and_granted_by_deputies_says_so(house, cast, days, lends):
    await lends(cast.reporter)
    async with house.deed_of(cast.committee) as (conn, city, who):
        row = next(r for r in city.indicator_by_id.values() if r.indicator.code == "K02")
        until = moment_of(city, house.now.date() + timedelta(days=6))
        await extensions.ask(
            conn, city, who, row, SEPTEMBER, until=until, reason="数据未出", now=house.now
        )
    await house.posts()
    assert NAMED.format("林晓燕") in cast.office.sees()
    async with house.deed_of(cast.office) as (conn, _, who):
        stand_in = await people.by_user(conn, cast.leader.user_id, at=house.now)
        await deputies.add(conn, who.id, stand_in.id, from_at=house.now, until_at=None)
    async with house.deed_of(cast.leader) as (conn, city, who):
        await extensions.agree(conn, city, who, 1, 1, now=house.now)
    await cast.reporter.says("/extensions")
    shown = await cast.reporter.taps("extension")
    assert NAMED.format("林晓燕") in shown
    assert "胡静怡（代何敏）" in shown
    assert await kept(house, "extension-asked") == "林晓燕"
    assert await kept(house, "extension-agreed") == "何敏"


async def test_an_alert_answered_and_an_observation_made_by_deputies_are_kept_so(
    house, cast, days, lends
):
    await lends(cast.contact)
    async with house.engine.begin() as conn:
        city = await house.services.shelf.take(conn, house.now.date())
        alert_id = await alerts.add(
            conn,
            scheme_id=1,
            unit_id=city.unit_by_code["T01"].id,
            period=SEPTEMBER,
            category="区镇",
            inputs={},
            answer_until=house.now + timedelta(days=1),
            now=house.now,
        )
    async with house.deed_of(cast.committee) as (conn, city, who):
        await bottom_two.answer(
            conn, city, who, alert_id, kind="statement", text="正在核", now=house.now
        )
    assert await kept(house, "alert-answered") == "顾明"


async def test_the_observer_stays_hidden_from_the_unit_also_when_a_deputy_observed(
    house, cast, days, lends
):
    await lends(cast.observer)
    async with house.deed_of(cast.committee) as (conn, city, who):
        point = next(each for each in city.points if each.code == "O11")
        await observe.report(
            conn,
            city,
            who,
            observe.Sight(
                point_id=point.id,
                unit_id=point.unit_id,
                category="sanitation",
                said="垃圾未清",
            ),
            now=house.now,
        )
    assert await kept(house, "observation-filed") == "袁晨曦"
    journal_read = await cast.auditor.says("/audit")
    assert "观察员" in journal_read
    assert "袁晨曦" not in journal_read
    async with house.deed_of(cast.office) as (conn, city, who):
        [found] = await observations.all_open(conn)
        given = observation_step.Given("属实")
        await observation_step.verify(conn, city, who, found.id, given, now=house.now)
    house.passes(days=1)
    await house.posts()
    seen = [each.text for each in cast.contact.sees()]
    assert any("垃圾未清" in text for text in seen)
    seen += [each.text for each in await cast.contact.says("我的观测")]
    seen += [each.text for each in await cast.contact.taps("observation")]
    for text in seen:
        assert "钱伟" not in text
        assert "袁晨曦" not in text
