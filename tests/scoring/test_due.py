"""The ladder and the month's clock through October 2013, as answers about windows of time."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.due import (
    closings_due,
    due_at,
    due_on,
    express_at,
    freeze_at,
    last_ended,
    locked_at,
    opens_on,
    red_at,
    reminders_due,
)
from scoring.model import Indicator, Period
from scoring.workdays import Calendar

HERE = timezone(timedelta(hours=8))
START = datetime(2013, 9, 1, tzinfo=HERE)
OCTOBER = Calendar(
    {
        **dict.fromkeys((date(2013, 10, day) for day in range(1, 8)), "holiday"),
        date(2013, 9, 29): "makeup_workday",
        date(2013, 10, 12): "makeup_workday",
    }
)
REVENUE = Indicator("K02", "公共财政预算收入", "K", due_day=5)
PRODUCT = Indicator("K01", "地区生产总值", "K", due_day=20, frequency="quarterly")
YEARLY = Indicator("M05", "城镇化率", "M", due_day=25, frequency="yearly")
SEPTEMBER = Period(2013, 9)
MOMENTS = st.integers(0, 90 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))


def at(text: str) -> datetime:
    """Return "10-08 09:00" of 2013 in the city."""
    return datetime.strptime(f"2013-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=HERE)


def rungs(*indicators, since: str, until: str):
    """Return the steps of a window as texts, in their order."""
    found = reminders_due(indicators, OCTOBER, HERE, since=at(since), until=at(until))
    return [(f"{each.at:%m-%d %H:%M}", each.rung, each.indicator) for each in sorted(found)]


def test_the_fifth_is_a_holiday_so_the_figure_is_due_on_the_eighth():
    assert due_on(REVENUE, SEPTEMBER, OCTOBER) == date(2013, 10, 8)
    assert due_at(REVENUE, SEPTEMBER, OCTOBER, HERE) == at("10-08 17:30")


def test_the_ladder_of_september_runs_around_the_holidays():
    assert rungs(REVENUE, since="09-24 18:00", until="10-20 00:00") == [
        ("09-25 09:00", "ahead", "K02"),
        ("09-30 09:00", "reminder", "K02"),
        ("10-08 17:30", "yellow", "K02"),
        ("10-10 09:00", "red", "K02"),
    ]


def test_a_quarterly_figure_is_asked_for_after_its_quarter_only():
    months = {
        each.period
        for each in reminders_due(
            [PRODUCT], OCTOBER, HERE, since=at("01-01 00:00"), until=at("12-31 00:00")
        )
    }
    assert months == {Period(2012, 12), Period(2013, 3), Period(2013, 6), Period(2013, 9)}


def test_a_figure_without_a_due_day_is_due_on_the_tenth():
    assert due_on(Indicator("X", "无", "K"), SEPTEMBER, OCTOBER) == date(2013, 10, 10)


def test_a_due_day_a_month_does_not_have_is_its_last_day():
    due_late = Indicator("X", "无", "K", due_day=31)
    found = due_on(due_late, Period(2013, 10), Calendar())
    assert found == date(2013, 12, 2)  # 30 November 2013 is a Saturday


def test_a_yearly_figure_is_due_in_january():
    assert due_on(YEARLY, Period(2013, 12), Calendar()) == date(2014, 1, 27)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("09-25 08:59", "09-25 09:00", 1),  # the end belongs to the window
        ("09-25 09:00", "09-25 09:01", 0),  # the beginning does not
        ("09-25 09:00", "09-25 09:00", 0),
    ],
)
def test_windows_are_open_at_their_beginning(since, until, count):
    assert len(rungs(REVENUE, since=since, until=until)) == count


@settings(max_examples=50)
@given(st.lists(MOMENTS, min_size=3, max_size=8))
def test_however_time_is_cut_into_windows_each_step_falls_into_exactly_one(cuts):
    cuts = sorted(cuts)
    whole = list(reminders_due([REVENUE, PRODUCT], OCTOBER, HERE, since=cuts[0], until=cuts[-1]))
    parts = [
        each
        for since, until in pairwise(cuts)
        for each in reminders_due([REVENUE, PRODUCT], OCTOBER, HERE, since=since, until=until)
    ]
    assert sorted(parts) == sorted(whole)


def test_the_window_may_be_given_in_any_zone():
    since, until = at("10-08 17:29").astimezone(UTC), at("10-08 17:30").astimezone(UTC)
    (card,) = reminders_due([REVENUE], OCTOBER, HERE, since=since, until=until)
    assert card.rung == "yellow"


def test_the_express_ranking_comes_on_a_worked_saturday_and_the_freeze_on_the_25th():
    assert express_at(SEPTEMBER, OCTOBER, HERE) == at("10-12 09:00")
    assert freeze_at(SEPTEMBER, OCTOBER, HERE) == at("10-25 17:30")
    found = closings_due(OCTOBER, HERE, since=at("10-08 00:00"), until=at("10-31 00:00"))
    assert [(each.event, each.period) for each in sorted(found)] == [
        ("express", SEPTEMBER),
        ("freeze", SEPTEMBER),
    ]


def test_a_freeze_on_a_weekend_waits_for_monday():
    assert freeze_at(Period(2013, 7), Calendar(), HERE) == at("08-26 17:30")


def test_the_last_month_that_is_over_is_the_one_before():
    assert last_ended(date(2013, 10, 1)) == SEPTEMBER
    assert last_ended(date(2014, 1, 31)) == Period(2013, 12)


def test_the_red_card_comes_two_working_days_after_the_deadline_in_the_morning():
    assert red_at(at("10-08 17:30"), OCTOBER, HERE) == at("10-10 09:00")
    assert red_at(at("10-10 17:30"), OCTOBER, HERE) == at("10-12 09:00")  # A worked Saturday.


def test_a_figure_is_locked_at_the_freeze_or_a_working_day_after_a_deadline_beyond_it():
    freeze = at("10-25 17:30")
    assert locked_at(at("10-08 17:30"), freeze, OCTOBER, HERE) == freeze
    assert locked_at(freeze, freeze, OCTOBER, HERE) == freeze
    assert locked_at(at("10-25 18:00"), freeze, OCTOBER, HERE) == at("10-28 17:30")
    utc = at("10-28 00:30").astimezone(UTC)  # Still Sunday there, Monday in the city.
    assert locked_at(utc, freeze, OCTOBER, HERE) == at("10-29 17:30")


@pytest.mark.parametrize(
    ("deadline", "opens"),
    [
        # five working days before: 30, 29 (a worked Sunday), 27, 26, 25 September
        ("10-08 17:30", date(2013, 9, 25)),
        ("10-25 17:30", date(2013, 10, 1)),
    ],
)
def test_a_figure_may_be_filed_once_it_is_asked_for_or_its_month_is_over(deadline, opens):
    assert opens_on(at(deadline), SEPTEMBER, OCTOBER, HERE) == opens
