"""Working days with 调休: weekends that are worked, weekdays that are not, from a given calendar.

Hours are the city's own; a moment asked about must already be in the city's time zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

DayKind: TypeAlias = Literal["holiday", "makeup_workday"]

SATURDAY = 5
PUSH_FROM = time(8, 30)
PUSH_UNTIL = time(18, 0)
"""No pushes outside working hours: instant messages are no instrument of a 24-hour office
(Hubei's rules for lightening the load on the grassroots, 2019)."""


@dataclass(frozen=True)
class Calendar:
    """The days that differ from an ordinary week. *unsettled* years have no 调休 notice yet."""

    days: Mapping[date, DayKind] = field(default_factory=dict[date, DayKind])
    unsettled: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether people work that day.

        >>> Calendar({date(2013, 9, 29): "makeup_workday"}).is_working(date(2013, 9, 29))
        True
        """
        match self.days.get(day):
            case "holiday":
                return False
            case "makeup_workday":
                return True
            case None:  # pragma: no branch - there is no other kind of day
                return day.weekday() < SATURDAY

    def next_working(self, day: date) -> date:
        """The day itself if it is worked, otherwise the first worked day after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def shifted(self, day: date, working_days: int) -> date:
        """The day so many working days later; earlier when negative; 0 is `next_working`.

        >>> Calendar().shifted(date(2013, 9, 6), 1)
        datetime.date(2013, 9, 9)
        """
        if working_days == 0:
            return self.next_working(day)
        step = timedelta(days=1 if working_days > 0 else -1)
        left = abs(working_days)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie in (after, until]; 0 when *until* is not later."""
        days = (until - after).days
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, days + 1))


def next_push_moment(
    now: datetime,
    calendar: Calendar,
    *,
    quiet_from: time | None = None,
    quiet_until: time | None = None,
) -> datetime:
    """The first moment from *now* on at which a push may be sent.

    Pushes go out on working days from 8:30 to 18:00, and not inside the person's own quiet hours
    [quiet_from, quiet_until), which may run past midnight. Quiet hours that leave no working
    minute are taken as if there were none.
    """
    moment = now
    for _ in range(400):
        if not calendar.is_working(moment.date()):
            moment = _at(calendar.next_working(moment.date()), PUSH_FROM, moment)
        elif moment.timetz().replace(tzinfo=None) < PUSH_FROM:
            moment = _at(moment.date(), PUSH_FROM, moment)
        elif moment.timetz().replace(tzinfo=None) >= PUSH_UNTIL:
            moment = _at(
                calendar.next_working(moment.date() + timedelta(days=1)), PUSH_FROM, moment
            )
        elif _is_quiet(moment, quiet_from, quiet_until) and quiet_until is not None:
            ahead = _at(moment.date(), quiet_until, moment)
            moment = ahead if ahead > moment else ahead + timedelta(days=1)
        else:
            return moment
    return next_push_moment(now, calendar)


def working_hours_after(moment: datetime, hours: int, calendar: Calendar) -> datetime:
    """The moment by which so many working hours have passed: 8:30 to 18:00 on working days.

    Hours that are used up exactly at closing time end there, not on the next morning.

    >>> working_hours_after(datetime(2013, 10, 25, 17, 30), 8, Calendar())
    datetime.datetime(2013, 10, 28, 16, 0)
    """
    left = timedelta(hours=hours)
    while True:
        opens, closes = (
            _at(moment.date(), PUSH_FROM, moment),
            _at(moment.date(), PUSH_UNTIL, moment),
        )
        start = max(moment, opens)
        if calendar.is_working(moment.date()) and start < closes:
            if start + left <= closes:
                return start + left
            left -= closes - start
        moment = _at(moment.date() + timedelta(days=1), PUSH_FROM, moment)


def _is_quiet(moment: datetime, quiet_from: time | None, quiet_until: time | None) -> bool:
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return False
    clock = moment.timetz().replace(tzinfo=None)
    if quiet_from < quiet_until:
        return quiet_from <= clock < quiet_until
    return clock >= quiet_from or clock < quiet_until


def _at(day: date, clock: time, like: datetime) -> datetime:
    return datetime.combine(day, clock, tzinfo=like.tzinfo)
