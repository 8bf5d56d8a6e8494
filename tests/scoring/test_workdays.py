"""Working days of October 2013: National Day 1–7, worked on 29 September and 12 October."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.workdays import Calendar, next_push_moment, working_hours_after

HERE = timezone(timedelta(hours=8))
START = datetime(2013, 9, 20, tzinfo=HERE)
OCTOBER = Calendar(
    {
        **dict.fromkeys((date(2013, 10, day) for day in range(1, 8)), "holiday"),
        date(2013, 9, 29): "makeup_workday",
        date(2013, 10, 12): "makeup_workday",
    }
)
MOMENTS = st.integers(0, 40 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
CLOCKS = st.one_of(st.none(), st.times())


def at(text: str) -> datetime:
    """Return "10-08 09:00" of 2013 in the city."""
    return datetime.strptime(f"2013-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("09-29", True),
        ("09-30", True),
        ("10-01", False),
        ("10-07", False),
        ("10-08", True),
        ("10-12", True),
        ("10-13", False),
        ("10-19", False),
    ],
)
def test_a_day_is_worked_by_the_notice_before_the_week(day, works):
    assert OCTOBER.is_working(at(f"{day} 00:00").date()) is works


@pytest.mark.parametrize(
    ("day", "shift", "found"),
    [
        ("10-05", 0, "10-08"),
        ("10-08", -1, "09-30"),
        ("10-08", -5, "09-25"),
        ("10-08", 2, "10-10"),
        ("10-11", 1, "10-12"),
        ("10-12", 1, "10-14"),
    ],
)
def test_shifting_counts_worked_days_only(day, shift, found):
    shifted = OCTOBER.shifted(at(f"{day} 00:00").date(), shift)
    assert shifted == at(f"{found} 00:00").date()


def test_working_days_between_leaves_out_the_first_and_counts_the_last():
    assert OCTOBER.working_days_between(date(2013, 9, 30), date(2013, 10, 8)) == 1
    assert OCTOBER.working_days_between(date(2013, 10, 8), date(2013, 10, 14)) == 5
    assert OCTOBER.working_days_between(date(2013, 10, 8), date(2013, 10, 8)) == 0
    assert OCTOBER.working_days_between(date(2013, 10, 9), date(2013, 10, 8)) == 0


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("10-08 09:00", "10-08 09:00"),
        ("10-08 08:29", "10-08 08:30"),
        ("10-08 17:59", "10-08 17:59"),
        ("10-08 18:00", "10-09 08:30"),
        ("10-01 12:00", "10-08 08:30"),
        ("10-12 12:00", "10-12 12:00"),
        ("10-12 18:00", "10-14 08:30"),
    ],
)
def test_pushes_wait_for_the_hours_of_a_working_day(now, leaves):
    assert next_push_moment(at(now), OCTOBER) == at(leaves)


@pytest.mark.parametrize(
    ("now", "quiet", "leaves"),
    [
        ("10-08 09:00", ("08:00", "10:30"), "10-08 10:30"),
        ("10-08 10:30", ("08:00", "10:30"), "10-08 10:30"),
        ("10-08 17:10", ("17:00", "09:00"), "10-09 09:00"),
        ("10-08 08:45", ("17:00", "09:00"), "10-08 09:00"),
        ("10-12 17:10", ("17:00", "09:00"), "10-14 09:00"),
        ("10-08 12:00", ("12:00", "12:00"), "10-08 12:00"),
        ("10-08 12:00", ("08:00", "20:00"), "10-08 12:00"),  # they would never hear anything
    ],
)
def test_a_persons_own_quiet_hours_are_kept_too(now, quiet, leaves):
    start, end = (time.fromisoformat(each) for each in quiet)
    found = next_push_moment(at(now), OCTOBER, quiet_from=start, quiet_until=end)
    assert found == at(leaves)


@given(MOMENTS, CLOCKS, CLOCKS)
def test_a_push_never_leaves_early_nor_outside_working_hours(now, quiet_from, quiet_until):
    found = next_push_moment(now, OCTOBER, quiet_from=quiet_from, quiet_until=quiet_until)
    assert found >= now
    assert OCTOBER.is_working(found.date())
    assert time(8, 30) <= found.time() < time(18, 0)


@given(MOMENTS, CLOCKS, CLOCKS)
def test_asking_again_at_the_push_moment_gives_it_back(now, quiet_from, quiet_until):
    quiet = {"quiet_from": quiet_from, "quiet_until": quiet_until}
    found = next_push_moment(now, OCTOBER, **quiet)
    assert next_push_moment(found, OCTOBER, **quiet) == found


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("10-08 09:00", 8, "10-08 17:00"),
        ("10-08 08:30", 9, "10-08 17:30"),
        ("10-08 10:00", 8, "10-08 18:00"),
        ("10-08 10:01", 8, "10-09 08:31"),
        ("10-25 17:30", 8, "10-28 16:00"),
        ("10-11 17:00", 8, "10-12 15:30"),
        ("09-30 17:00", 8, "10-08 15:30"),
        ("10-08 06:00", 1, "10-08 09:30"),
        ("10-08 21:00", 1, "10-09 09:30"),
        ("10-08 09:00", 0, "10-08 09:00"),
        ("10-08 09:00", 20, "10-10 10:00"),
    ],
)
def test_working_hours_pass_from_half_past_eight_to_six(start, hours, end):
    assert working_hours_after(at(start), hours, OCTOBER) == at(end)


@given(MOMENTS, st.integers(0, 40), st.integers(1, 40))
def test_hours_waited_one_after_the_other_add_up(start, first, second):
    together = working_hours_after(start, first + second, OCTOBER)
    apart = working_hours_after(working_hours_after(start, first, OCTOBER), second, OCTOBER)
    assert apart == together
