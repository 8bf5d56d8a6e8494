"""Terms that run over New Year, Spring Festival and worked weekends, by the real calendar.

2013: Spring Festival 9 to 15 February off, Saturday the 16th and Sunday the 17th worked. 2014: 1
January off; 31 January to 6 February off, Sunday 26 January and Saturday 8 February worked.
"""

from datetime import datetime

import pytest
from dispute_days import files
from rough_hands import bugs

from handlers.operations.clock.extension_rules import latest_on, moment_of
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.dispute_terms import after_working_days, check_until
from handlers.texts import CITY_ZONE
from storage import disputes
from storage import extensions as requests

JANUARY = "公共财政预算收入\n金港 4.5\n杨舍 5.4\n锦丰 2.7\n塘桥 1.8"


def at(moment):
    return datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=CITY_ZONE)


@pytest.mark.parametrize(
    ("told", "until"),
    [
        ("2013-02-07 10:00", "2013-02-16 17:30"),  # the second day is a worked Saturday
        ("2013-02-08 17:59", "2013-02-17 17:30"),  # both days are a worked weekend
        ("2013-02-08 18:01", "2013-02-18 17:30"),  # read on Saturday the 16th at the earliest
        ("2013-12-30 09:00", "2014-01-02 17:30"),
        ("2013-12-31 17:00", "2014-01-03 17:30"),
        ("2014-01-24 09:00", "2014-01-27 17:30"),  # Sunday the 26th is worked
        ("2014-01-30 09:00", "2014-02-08 17:30"),  # Saturday 8 February is worked
    ],
)
async def test_the_two_days_to_check_a_figure(house, told, until):
    city = await _city(house)
    assert check_until(city, at(told)) == at(until)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2013-02-08 10:00", "2013-02-18 17:30"),
        ("2013-12-31 10:00", "2014-01-06 17:30"),
        ("2014-01-29 10:00", "2014-02-08 17:30"),
        ("2014-02-07 10:00", "2014-02-11 17:30"),
    ],
)
async def test_the_three_days_of_a_stage_of_a_dispute_or_restatement(house, since, until):
    city = await _city(house)
    assert after_working_days(city, at(since), 3) == at(until)


@pytest.mark.parametrize(
    ("day", "until"),
    [
        ("2014-01-31", "2014-02-07 17:30"),
        ("2014-02-08", "2014-02-08 17:30"),
        ("2014-02-09", "2014-02-10 17:30"),
        ("2014-01-01", "2014-01-02 17:30"),
        ("2013-02-10", "2013-02-16 17:30"),
    ],
)
async def test_more_time_ends_on_a_working_day(house, day, until):
    assert moment_of(await _city(house), at(f"{day} 00:00").date()) == at(until)


async def test_twenty_working_days_over_spring_festival_are_the_most(house):
    city = await _city(house)
    now = at("2014-01-20 10:00")
    assert latest_on(city, now, now=now).isoformat() == "2014-02-20"


async def _city(house):
    async with house.engine.begin() as conn:
        return await house.services.shelf.take(conn, house.now.date())


# --- played --------------------------------------------------------------------------------------


async def test_a_dispute_over_spring_festival_runs_out_on_a_worked_weekend(house, cast, days):
    """January's figure is told on Friday 8 February; nobody answers."""
    await days.come("02-08 10:00")
    await files(cast.reporter, cast.reviewer, JANUARY)
    assert "2月17日（周日）17:30" in cast.contact.sees()
    await days.come("02-17 17:00")
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("4.6")
    await cast.contact.says("1月有一笔入库较晚")
    sent = await cast.contact.taps("submit")
    assert "2月20日（周三）17:30" in sent
    await days.come("02-20 17:00")
    assert await _state(house) == "raised"
    await days.come("02-20 17:31")
    assert await _state(house) == "escalated"
    assert await bugs(house) == []


async def test_whoever_is_late_by_a_minute_is_told_since_when_the_time_is_over(house, cast, days):
    await days.come("02-08 10:00")
    await files(cast.reporter, cast.reviewer, JANUARY)
    old = cast.contact.panel
    await days.come("02-17 17:31")
    refused = await cast.contact.taps("dispute-figure", on=old)
    assert "2月17日（周日）17:30" in refused
    assert await bugs(house) == []


async def test_silence_of_the_unit_over_new_year_counts_as_accepted_on_the_second(
    house, cast, days
):
    await days.come("12-24 10:00")
    await files(cast.reporter, cast.reviewer)
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("有一笔入库较晚")
    await cast.contact.taps("submit")
    await days.come("12-27 10:00")
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "maintain", said="国库如此", now=house.now)
    await days.come("12-31 17:00")
    assert await _state(house) == "maintained"
    await days.come("12-31 17:31")
    assert await _state(house) == "lapsed"


async def test_the_office_is_reminded_on_the_working_days_after_new_year_alone(house, cast, days):
    await days.come("12-24 10:00")
    await files(cast.reporter, cast.reviewer)
    await cast.contact.taps("dispute-figure")
    await cast.contact.says("48.9")
    await cast.contact.says("有一笔入库较晚")
    await cast.contact.taps("submit")
    async with house.deed_of(cast.reviewer) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "maintain", said="国库如此", now=house.now)
    await days.come("12-26 10:00")
    async with house.deed_of(cast.contact) as (conn, city, who):
        await move_dispute.act(conn, city, who, 1, "escalate", said="请裁定", now=house.now)
    await days.come("12-31 09:30")
    assert "异议" in cast.office.sees()
    for moment, year, reminded in (
        ("01-01 09:30", 2014, False),
        ("01-02 09:30", 2014, True),
        ("01-03 09:30", 2014, True),
        ("01-04 09:30", 2014, False),
        ("01-06 09:30", 2014, True),
    ):
        await days.come(moment, year=year)
        assert bool(cast.office.sees()) is reminded, moment
    assert await _state(house) == "escalated"


async def test_more_time_over_spring_festival_is_asked_for_offered_and_taken(house, cast, days):
    """K02 of January is due on Saturday 16 February, for the 10th is a holiday."""
    await days.come("02-08 10:00")
    asked = await cast.reporter.says("申请延期 K02")
    assert "2月16日（周六）17:30" in asked
    assert asked.labels[:2] == ["2月17日（周日）", "2月18日（周一）"]
    off = await cast.reporter.says("2月23日")
    assert "2月25日（周一）17:30" in off
    await cast.reporter.taps("上级或来源数据未出")
    question = cast.office.sees()[-1]
    await cast.office.taps("extend-answer", on=question)
    await cast.office.says("2月17日")
    offered = cast.reporter.sees()[-1]
    assert "2月17日（周日）17:30" in offered.text
    await days.come("02-12 10:00")  # the holiday: nobody is nudged
    assert cast.reporter.sees() == []
    await cast.reporter.taps("extend-accept", on=offered)
    await cast.reporter.taps("extend-accept", on=offered)
    async with house.engine.begin() as conn:
        made = await requests.one(conn, 1)
    assert [each.kind for each in made.events] == ["asked", "countered", "accepted"]
    assert made.offered_at == at("2013-02-17 17:30")
    assert await bugs(house) == []


async def _state(house):
    async with house.engine.begin() as conn:
        return (await disputes.one(conn, 1)).state
