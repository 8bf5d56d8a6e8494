"""Whoever was kept out for an hour of the last day gets a whole working day more."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from scoring.outages import lost_before, moved_by
from scoring.workdays import Calendar

HOUR = timedelta(minutes=60)


def _moved_by(*given, **more):
    return moved_by(*given, **more, moves_from=HOUR)


HERE = timezone(timedelta(hours=8))
CALENDAR = Calendar({date(2013, 10, 12): "makeup_workday"})


def at(text: str) -> datetime:
    """Return "10-08 09:00" of 2013 in the city."""
    return datetime.strptime(f"2013-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=HERE)


DEADLINE = at("10-08 17:30")


def hour(text: str, minutes: int = 60) -> tuple[datetime, datetime]:
    return at(text), at(text) + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("downs", "minutes"),
    [
        ([], 0),
        ([hour("10-08 10:00")], 60),
        ([hour("10-08 10:00"), hour("10-08 10:30")], 90),
        ([hour("10-08 14:00"), hour("10-08 10:00")], 120),
        ([hour("10-08 10:00", 120), hour("10-08 10:30", 30)], 120),
        ([hour("10-08 17:00", 300)], 30),
        ([hour("10-07 10:00")], 0),
        ([hour("10-08 18:00")], 0),
    ],
)
def test_what_was_lost_is_counted_once_and_only_before_the_deadline(downs, minutes):
    assert lost_before(DEADLINE, downs, CALENDAR) == timedelta(minutes=minutes)


def test_on_a_day_off_nothing_is_lost():
    sunday = at("10-13 17:30")
    assert lost_before(sunday, [hour("10-13 10:00")], CALENDAR) == timedelta(0)
    assert _moved_by(sunday, [hour("10-13 10:00")], CALENDAR, back_at=at("10-13 11:00")) is None


def test_an_hour_moves_a_deadline_and_a_minute_less_does_not():
    back = at("10-08 11:00")
    assert _moved_by(DEADLINE, [hour("10-08 10:00", 59)], CALENDAR, back_at=back) is None
    moved = _moved_by(DEADLINE, [hour("10-08 10:00", 60)], CALENDAR, back_at=back)
    assert moved == at("10-09 17:30")


def test_a_whole_working_day_is_left_after_the_bot_came_back():
    down = [hour("10-08 10:00", 3 * 24 * 60)]  # Until Friday; that Saturday is worked.
    assert _moved_by(DEADLINE, down, CALENDAR, back_at=down[0][1]) == at("10-12 17:30")


def test_the_day_the_bot_came_back_is_that_of_the_city():
    back = datetime(2013, 10, 9, 17, tzinfo=UTC)  # Already the tenth in the city.
    moved = _moved_by(DEADLINE, [(at("10-08 10:00"), back)], CALENDAR, back_at=back)
    assert moved == at("10-11 17:30")
