"""An observation moves only from where it is expected to stand, and its receipt is its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scoring.model import Unit
from storage import observation_counts, observation_files, observations, people, points, units
from storage.observation_files import File


@pytest.fixture
async def town(conn):
    return await units.add(conn, Unit("T01", "金港镇"), track="town")


@pytest.fixture
async def other_town(conn):
    return await units.add(conn, Unit("T02", "杨舍镇"), track="town")


@pytest.fixture
async def observer(conn):
    return await people.add(conn, name="袁晨曦", user_id=108)


@pytest.fixture
def add(conn, town, observer, now):
    """Add an observation, of the town unless it is said otherwise."""

    async def added(**given):
        facts = {
            "year": 2013,
            "observer_id": observer,
            "point_id": None,
            "unit_id": town,
            "category": "sanitation",
            "said": "河边有垃圾",
            "place": None,
            "now": now,
        }
        return await observations.add(conn, **(facts | given))

    return added


async def test_receipts_count_through_a_year_and_begin_again_with_the_next(add):
    years = [2013, 2013, 2014, 2013]
    receipts = [(await add(year=year)).receipt for year in years]
    assert receipts == ["G-2013-0001", "G-2013-0002", "G-2014-0001", "G-2013-0003"]


async def test_what_was_seen_comes_back_as_it_was_reported(conn, add, town, observer, now):
    point = await points.add(conn, code="O11", name="长江村", kind="村", unit_id=town)
    found = await add(point_id=point, place=(31.8, 120.5))
    assert await observations.one(conn, found.id) == found
    assert (found.state, found.place, found.point_id) == ("filed", (31.8, 120.5), point)
    (event,) = await observations.events_of(conn, found.id)
    assert (event.kind, event.by, event.said, event.at) == ("filed", observer, None, now)
    assert await observations.one(conn, found.id + 1) is None


async def test_a_second_decision_changes_nothing(conn, add, now):
    found = await add()
    given = {"expected": ("filed",), "by": found.observer_id, "now": now}
    assert await observations.add_event(conn, found.id, "verified", said="属实", **given)
    assert not await observations.add_event(conn, found.id, "refuted", said="不属实", **given)
    assert not await observations.add_event(conn, found.id, "verified", said="再核", **given)
    assert (await observations.one(conn, found.id)).state == "verified"
    kinds = [(each.kind, each.said) for each in await observations.events_of(conn, found.id)]
    assert kinds == [("filed", None), ("verified", "属实")]


async def test_files_keep_whose_they_are_and_come_once(conn, add):
    found = await add()
    before = File("photo", "f1", "u1")
    after = File("photo", "f2", "u1", "unit")
    report = File("document", "f3", "u3", "unit")
    for each in (before, after, report):
        assert await observation_files.add_file(conn, found.id, each)
    assert not await observation_files.add_file(conn, found.id, File("photo", "again", "u1"))
    kept = await observation_files.files_of(conn, found.id)
    assert [replace(each, id=0) for each in kept] == [before, after, report]


async def move(conn, found, *kinds, at):
    """Take an observation through several states."""
    for kind in kinds:
        await observations.add_event(
            conn,
            found.id,
            kind,
            expected=("filed", "verified", "dispatched", "answered", "not_fixed"),
            by=found.observer_id,
            said=None,
            now=at,
        )


async def test_each_list_holds_what_is_in_its_states(conn, add, town, other_town, observer, now):
    filed, verified, refuted, answered, fixed, again = [await add() for _ in range(6)]
    elsewhere = await add(unit_id=other_town)
    await move(conn, verified, "verified", "dispatched", at=now)
    await move(conn, refuted, "refuted", at=now)
    await move(conn, answered, "verified", "dispatched", "answered", at=now)
    await move(conn, fixed, "verified", "dispatched", "answered", "fixed", at=now)
    await move(conn, again, "verified", "dispatched", "answered", "not_fixed", at=now)

    async def ids(found):
        return [each.id for each in await found]

    assert await ids(observations.in_states(conn, ["filed"])) == [filed.id, elsewhere.id]
    assert await ids(observations.open_for_unit(conn, town)) == [verified.id, again.id]
    told = [verified.id, answered.id, fixed.id, again.id]
    assert await ids(observations.known_to_unit(conn, town)) == told
    still_open = [
        found.id for found in (filed, verified, refuted, answered, fixed, again, elsewhere)
    ]
    assert await ids(observations.all_open(conn)) == still_open
    assert len(await observations.of_observers(conn, [observer])) == 7
    assert await observations.of_observers(conn, [observer + 1]) == []


async def test_similar_is_the_same_unit_and_category_lately_and_not_refuted(
    conn, add, town, other_town, now
):
    since = now - timedelta(days=14)
    await add(now=since - timedelta(seconds=1))
    first = await add(now=since)
    await add(category="hazard")
    await add(unit_id=other_town)
    await move(conn, await add(), "refuted", at=now)
    found = await observations.similar(conn, unit_id=town, category="sanitation", since=since)
    assert [each.id for each in found] == [first.id]


async def test_the_term_runs_from_the_last_time_the_unit_got_it(conn, add, now):
    once, twice, never = await add(), await add(), await add()
    later = now + timedelta(days=5)
    await move(conn, once, "verified", "dispatched", "answered", at=now)
    await move(conn, twice, "verified", "dispatched", "answered", at=now)
    await move(conn, twice, "not_fixed", at=later)
    since = await observation_counts.handed_over(conn, [once.id, twice.id, never.id])
    assert since == {once.id: now, twice.id: later}
