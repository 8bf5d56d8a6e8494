"""Readings are added and never changed; the latest released one is in force."""

from datetime import timedelta
from decimal import Decimal

import pytest
import small_city
from sqlalchemy.exc import IntegrityError

from scoring.model import NoData, NotApplicable, Period, Reported
from storage import readings, released
from storage.engine import open_engine
from storage.readings import Reading

SEPTEMBER = Period(2013, 9)


@pytest.fixture(scope="module")
def city_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("readings") / "small.db"
    small_city.build(path)
    return path


@pytest.fixture
async def conn(city_file):
    engine = open_engine(f"sqlite+aiosqlite:///{city_file}")
    async with engine.connect() as connection:
        outer = await connection.begin()
        yield connection
        await outer.rollback()  # every test begins with the city as it was built
    await engine.dispose()


async def file(conn, now, value="1.50", *, unit=1, period=SEPTEMBER, answer="value"):
    return await readings.add_filing(
        conn,
        indicator_id=1,
        period=period,
        filed_by=1,
        way="list",
        sent_at=now,
        now=now,
        readings=[
            Reading(
                unit_id=unit, answer=answer, value=Decimal(value) if answer == "value" else None
            )
        ],
    )


async def review(conn, filing_id, now, outcome="released"):
    return await readings.add_review(conn, filing_id, outcome=outcome, by=2, reason=None, now=now)


async def test_figures_come_back_digit_for_digit(conn, now):
    for typed in ("1.50", "0.00", "-3.1400", "123456789012.123456"):
        filing_id = await file(conn, now, typed)
        (found,) = await readings.readings_of(conn, filing_id)
        assert str(found.value) == typed


@pytest.mark.parametrize(
    ("answer", "entry"),
    [
        ("value", Reported(Decimal("1.50"))),
        ("no_data", NoData()),
        ("not_applicable", NotApplicable()),
    ],
)
async def test_four_answers_are_four_different_things(conn, now, answer, entry):
    (found,) = await readings.readings_of(conn, await file(conn, now, answer=answer))
    assert found.entry == entry


async def test_a_column_under_review_is_replaced_and_a_released_one_is_not(conn, now):
    first = await file(conn, now)
    second = await file(conn, now)
    await review(conn, second, now)
    await file(conn, now)
    found = await readings.filings_for(conn, 1, SEPTEMBER)
    assert [each.state for each in found] == ["replaced", "released", "filed"]
    assert first == found[0].id


async def test_a_column_is_reviewed_once(conn, now):
    filing_id = await file(conn, now)
    assert await review(conn, filing_id, now)
    assert not await review(conn, filing_id, now)
    assert not await review(conn, filing_id, now, "returned")


async def test_the_latest_released_reading_is_in_force_and_all_versions_stay(conn, now):
    for number, value in enumerate(("1", "2", "3")):
        filing_id = await file(conn, now, value)
        outcome = "returned" if value == "3" else "released"
        await review(conn, filing_id, now + timedelta(hours=number), outcome)
    in_force = await readings.history(conn, 1, year=2013)
    assert in_force[SEPTEMBER, 1].value == Decimal(2)
    assert [str(each.value) for _, each in await readings.versions(conn, 1, 1, SEPTEMBER)] == [
        "1",
        "2",
        "3",
    ]


async def test_what_was_known_at_a_moment_does_not_change(conn, now):
    await review(conn, await file(conn, now, "1"), now)
    await review(conn, await file(conn, now, "2"), now + timedelta(hours=2))
    known = await released.until(conn, [1], at=now + timedelta(hours=1))
    assert [each.entry for each in known] == [Reported(Decimal(1))]
    newer = await released.since(conn, [1], after_review=known[-1].review_id)
    assert [each.entry for each in newer] == [Reported(Decimal(2))]


async def test_last_years_figures_are_another_years_history(conn, now):
    await review(conn, await file(conn, now, "9", period=Period(2012, 9)), now)
    assert await readings.history(conn, 1, year=2013) == {}
    assert list(await readings.history(conn, 1, year=2012)) == [(Period(2012, 9), 1)]


async def test_a_reading_of_nobody_cannot_be_written(conn, now):
    with pytest.raises(IntegrityError):
        await file(conn, now, unit=999)
