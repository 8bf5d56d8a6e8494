"""What else the clock looks after: old conversations, old updates, and trouble in one scheme."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from clock_city import AGENCY_SCHEME, SEPTEMBER, by_town, moment

from handlers.operations.record.discipline import discipline, filing_lines
from storage import periods, schemes, ticks
from storage.schema import draft, indicator, journal, processed_update


async def test_a_conversation_untouched_for_a_week_is_closed_and_its_person_told_once(city):
    city.now("10-08 09:00")
    await city.reporter.says("填报")
    await city.ticks("10-15 08:59")
    assert await _statuses(city) == ["open"]
    city.reporter.sees()
    await city.ticks("10-15 09:01")
    assert "七天没有动静，已自动关闭" in city.reporter.sees()
    assert await _statuses(city) == ["expired"]
    await city.ticks("10-15 09:02")
    assert "七天" not in city.reporter.sees()


async def test_the_record_of_updates_older_than_a_week_is_dropped(city):
    city.now("10-08 09:00")
    await city.office.says("冻结")
    await city.ticks("10-15 08:59")
    assert await _updates(city) == 1
    await city.ticks("10-15 09:01")
    assert await _updates(city) == 0


async def test_a_scheme_that_cannot_be_computed_stops_nothing_else_and_the_office_is_told(city):
    await city.ticks("09-26 12:00")
    city.office.sees()
    await city.whole_september()
    async with city.house.engine.begin() as conn:
        await conn.execute(
            indicator.update().where(indicator.c.code == "C01").values(method="no-such-method")
        )
    city.house.services.shelf.city = None
    await city.ticks("10-25 17:30")
    told = city.office.sees()
    assert "定时事项未能完成：freeze:2:2013-09" in told
    assert "2013年度区镇绩效考核方案：已评权重 100.0%" in told
    async with city.house.engine.begin() as conn:
        assert await periods.latest_snapshot(conn, 1, SEPTEMBER) is not None
        assert await periods.acts(conn, 2, SEPTEMBER) == []
        acts = list(await conn.scalars(sa.select(journal.c.act)))
        assert await ticks.last(conn, "due") == moment("10-25 17:30")
    assert "clock-failed" in acts


async def test_a_clock_set_back_owes_nothing_twice(city):
    await city.ticks("10-08 17:30")
    city.reporter.sees()
    await city.ticks("10-08 09:00")
    await city.ticks("10-08 17:31")
    assert city.reporter.sees() == []


async def test_a_scheme_of_another_year_is_left_alone(city):
    async with city.house.engine.begin() as conn:
        await schemes.change(conn, 2, replace(AGENCY_SCHEME, year=2014))
    city.house.services.shelf.city = None
    await city.ticks("10-25 17:30")
    async with city.house.engine.begin() as conn:
        assert await periods.acts(conn, 2, SEPTEMBER) == []
        assert [act.act for act in await periods.acts(conn, 1, SEPTEMBER)] == ["frozen"]


@pytest.mark.parametrize(
    ("filed_at", "state", "days", "card"),
    [
        ("10-08 17:30", "on_time", 0, "none"),
        ("10-08 17:31", "late", 1, "yellow"),
        ("10-09 09:00", "late", 1, "yellow"),
        ("10-10 08:59", "late", 2, "yellow"),
        ("10-10 09:00", "late", 2, "red"),
        ("10-14 09:00", "late", 5, "red"),  # Saturday the 12th is worked
    ],
)
async def test_timeliness_is_judged_by_when_the_column_was_sent(city, filed_at, state, days, card):
    city.now("10-20 09:00")
    await city.filed("K02", by_town([1] * 6), at=moment(filed_at))
    line = next(e for e in await _discipline(city) if e.indicator_code == "K02")
    assert (line.state, line.late_working_days, line.card) == (state, days, card)


async def test_a_column_sent_back_does_not_count_as_filed(city):
    city.now("10-20 09:00")
    first = await city.filed("K02", by_town([1] * 6), at=moment("10-08 09:00"))
    async with city.house.engine.begin() as conn:
        from storage import readings

        await readings.add_review(
            conn, first, outcome="returned", by=None, reason="有误", now=city.house.now
        )
    line = next(e for e in await _discipline(city) if e.indicator_code == "K02")
    assert line.state == "missing"
    await city.filed("K02", by_town([2] * 6), at=moment("10-11 09:00"))
    line = next(e for e in await _discipline(city) if e.indicator_code == "K02")
    assert (line.state, line.filed_at) == ("late", moment("10-11 09:00"))


async def test_a_later_correction_does_not_make_an_early_column_late(city):
    city.now("10-20 09:00")
    await city.released("K02", by_town([1] * 6), at=moment("10-08 09:00"))
    await city.filed("K02", by_town([2] * 6), at=moment("10-19 09:00"))
    line = next(e for e in await _discipline(city) if e.indicator_code == "K02")
    assert line.state == "on_time"


async def test_on_time_late_and_missing_add_up_to_what_was_due(city):
    city.now("10-16 09:00")
    await city.filed("K02", by_town([1] * 6), at=moment("10-08 09:00"))
    lines = await _discipline(city)
    assert [(e.indicator_code, e.state) for e in lines] == [
        ("M08", "open"),
        ("M01", "open"),
        ("K02", "on_time"),
        ("K03", "missing"),
        ("C01", "missing"),
    ]
    for each in filing_lines(lines):
        assert each.due == each.on_time + each.late + each.missing
    assert [(e.reporter_code, e.due) for e in filing_lines(lines)] == [("JJ04", 2), ("PMO", 1)]


async def _discipline(city):
    async with city.house.engine.begin() as conn:
        places = await city.house.services.shelf.take(conn, city.house.now.date())
        return await discipline(conn, places, SEPTEMBER, now=city.house.now)


async def _statuses(city):
    async with city.house.engine.begin() as conn:
        return list(await conn.scalars(sa.select(draft.c.status)))


async def _updates(city):
    async with city.house.engine.begin() as conn:
        return await conn.scalar(sa.select(sa.func.count()).select_from(processed_update))
