"""What falls due in a window of time, as answers to a question: nothing here looks at a clock.

A figure of a month is due on its indicator's due day of the month after, moved to the next
working day, at 17:30. The ladder: D−5 working days a word ahead, D−1 a reminder, D a yellow
card, D+2 a red card (Shenzhen's rules for collecting performance figures, 2009). The month is
frozen on the 25th, or the next working day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from types import MappingProxyType
from typing import Literal, TypeAlias

from scoring.model import Indicator, Period
from scoring.workdays import Calendar

Rung: TypeAlias = Literal["ahead", "reminder", "yellow", "red"]
Event: TypeAlias = Literal["express", "freeze"]

DUE_TIME = time(17, 30)
MORNING = time(9, 0)
FREEZE_TIME = time(17, 30)
EXPRESS_DAY = 12
FREEZE_DAY = 25
AHEAD_WORKING_DAYS = 5
RED_WORKING_DAYS = 2
REVIEW_WORKING_DAYS = 1
DEFAULT_DUE_DAY = 10
RUNGS: tuple[tuple[Rung, int, time], ...] = (
    ("ahead", -AHEAD_WORKING_DAYS, MORNING),
    ("reminder", -1, MORNING),
    ("yellow", 0, DUE_TIME),
    ("red", RED_WORKING_DAYS, MORNING),
)
NOTHING_MOVED: Mapping[tuple[str, Period], datetime] = MappingProxyType({})
NO_FREEZE_MOVED: Mapping[Period, datetime] = MappingProxyType({})


@dataclass(frozen=True, order=True)
class Reminder:
    """One step of the ladder for one indicator and period, owed at a moment."""

    at: datetime
    rung: Rung
    indicator: str
    period: Period
    due_at: datetime


@dataclass(frozen=True, order=True)
class Closing:
    """A moment of the month's own clock: the express ranking, or the freeze."""

    at: datetime
    event: Event
    period: Period


def due_on(indicator: Indicator, period: Period, calendar: Calendar) -> date:
    """The working day by whose 17:30 the figure of *period* must be filed."""
    day = _day_of(period.next, indicator.due_day or DEFAULT_DUE_DAY)
    return calendar.next_working(day)


def due_at(indicator: Indicator, period: Period, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment up to which the figure of *period* is on time."""
    return datetime.combine(due_on(indicator, period, calendar), DUE_TIME, tzinfo=zone)


def freeze_at(period: Period, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment at which the figures of *period* are locked."""
    day = calendar.next_working(_day_of(period.next, FREEZE_DAY))
    return datetime.combine(day, FREEZE_TIME, tzinfo=zone)


def analysis_due_at(day: int, period: Period, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment up to which the written analysis of *period* is on time."""
    due = calendar.next_working(_day_of(period.next, max(1, day)))
    return datetime.combine(due, DUE_TIME, tzinfo=zone)


def express_at(period: Period, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment of the provisional ranking of *period* (快报)."""
    day = calendar.next_working(_day_of(period.next, EXPRESS_DAY))
    return datetime.combine(day, MORNING, tzinfo=zone)


def last_ended(today: date) -> Period:
    """The last month that is over; whether it is still collected is for its freeze to say."""
    return Period(today.year, today.month).previous


def opens_on(deadline: datetime, period: Period, calendar: Calendar, zone: tzinfo) -> date:
    """The first day a figure may be filed: once the month is over, or its ladder asks for it."""
    asked_from = calendar.shifted(deadline.astimezone(zone).date(), -AHEAD_WORKING_DAYS)
    return min(period.next.start_on, asked_from)


def is_due(indicator: Indicator, period: Period) -> bool:
    """Whether the indicator has a figure of its own for this month."""
    return period.is_due_for(indicator.frequency)


def reminders_due(
    indicators: Iterable[Indicator],
    calendar: Calendar,
    zone: tzinfo,
    *,
    since: datetime,
    until: datetime,
    moved: Mapping[tuple[str, Period], datetime] = NOTHING_MOVED,
) -> Iterator[Reminder]:
    """Yield each reminder owed in the half-open window (since, until].

    *moved* holds the deadlines that are not where the rule puts them, by indicator and month; the
    ladder stands at the moved one only. Asking again for the same window yields the same
    reminders: it is safe to repeat.
    """
    usual = list(_periods_around(since.astimezone(zone), until.astimezone(zone)))
    for indicator in indicators:
        own = [period for code, period in moved if code == indicator.code]
        for period in dict.fromkeys([*usual, *own]):
            if is_due(indicator, period):
                rule = due_at(indicator, period, calendar, zone)
                deadline = moved.get((indicator.code, period), rule)
                for at, rung in ladder(deadline, calendar, zone):
                    if since < at <= until:
                        yield Reminder(at, rung, indicator.code, period, deadline)


def ladder(deadline: datetime, calendar: Calendar, zone: tzinfo) -> Iterator[tuple[datetime, Rung]]:
    """Yield when each step of the ladder to a deadline is taken."""
    here = deadline.astimezone(zone)
    for rung, shift, clock in RUNGS:
        if shift:
            day = calendar.shifted(here.date(), shift)
            yield datetime.combine(day, clock, tzinfo=zone), rung
        else:
            yield here, rung


def red_at(deadline: datetime, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment of the red card after a deadline."""
    return next(at for at, rung in ladder(deadline, calendar, zone) if rung == "red")


def locked_at(deadline: datetime, freeze: datetime, calendar: Calendar, zone: tzinfo) -> datetime:
    """When a figure is locked: at the freeze, or later where its deadline was moved beyond it.

    A deadline beyond the freeze leaves a working day, so that what comes in time can be reviewed.
    """
    if deadline <= freeze:
        return freeze
    day = calendar.shifted(deadline.astimezone(zone).date(), REVIEW_WORKING_DAYS)
    return datetime.combine(day, FREEZE_TIME, tzinfo=zone)


def closings_due(
    calendar: Calendar,
    zone: tzinfo,
    *,
    since: datetime,
    until: datetime,
    freezes: Mapping[Period, datetime] = NO_FREEZE_MOVED,
) -> Iterator[Closing]:
    """Yield the express rankings and freezes owed in the half-open window (since, until].

    *freezes* holds those that are not where the rule puts them.
    """
    usual = _periods_around(since.astimezone(zone), until.astimezone(zone))
    for period in dict.fromkeys([*usual, *freezes]):
        frozen_at = freezes.get(period) or freeze_at(period, calendar, zone)
        closings = (
            Closing(express_at(period, calendar, zone), "express", period),
            Closing(frozen_at, "freeze", period),
        )
        yield from (each for each in closings if since < each.at <= until)


def _periods_around(since: datetime, until: datetime) -> Iterator[Period]:
    """Yield every month whose figures may fall due in the window, with a month to spare."""
    period = Period(since.year, since.month).shifted(-2)
    last = Period(until.year, until.month).shifted(1)
    while period <= last:
        yield period
        period = period.next


def _day_of(period: Period, day: int) -> date:
    return min(period.start_on + timedelta(days=day - 1), period.end_on)
