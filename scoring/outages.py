"""What an outage of ours does to a deadline: the last day before it belongs to those who file."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeAlias

from scoring.workdays import PUSH_FROM, Calendar

Down: TypeAlias = tuple[datetime, datetime]
"""From when until when the bot was down."""

NOTED_FROM = timedelta(minutes=5)
"""Shorter pauses are a restart, which nobody notices: Telegram keeps what was sent meanwhile.

How much of a deadline's last day must be lost to move it is the scheme's word (*outage_minutes*):
it decides who was late, and is not for those who run the bot to set.
"""


def lost_before(deadline: datetime, downs: Iterable[Down], calendar: Calendar) -> timedelta:
    """Return how much of the deadline's own working day, up to it, the bot was down in all.

    *deadline* must be in the city's time zone; what overlaps is counted once.

    >>> noon, one = datetime(2013, 10, 8, 12), datetime(2013, 10, 8, 13)
    >>> lost_before(datetime(2013, 10, 8, 17, 30), [(noon, one), (noon, one)], Calendar())
    datetime.timedelta(seconds=3600)
    """
    if not calendar.is_working(deadline.date()):
        return timedelta(0)
    reached = datetime.combine(deadline.date(), PUSH_FROM, tzinfo=deadline.tzinfo)
    lost = timedelta(0)
    for from_at, until_at in sorted(downs):
        start, end = max(from_at, reached), min(until_at, deadline)
        if start < end:
            lost += end - start
            reached = end
    return lost


def moved_by(
    deadline: datetime,
    downs: Iterable[Down],
    calendar: Calendar,
    *,
    back_at: datetime,
    moves_from: timedelta,
) -> datetime | None:
    """Return where outages move a deadline, or None if less than *moves_from* was lost.

    It moves to the same hour of the first working day after it and after the day the bot came
    back, so that a whole working day is left.
    """
    if lost_before(deadline, downs, calendar) < moves_from:
        return None
    after = max(deadline.date(), back_at.astimezone(deadline.tzinfo).date())
    day = calendar.shifted(after, 1)
    return datetime.combine(day, deadline.timetz())
