"""What falls due in a window of time, as answers to a question: nothing here looks at a clock.

A figure of a month is due on its indicator's due day of the month after, moved to the next
working day, at 17:30. The ladder: D−5 working days a word ahead, D−1 a reminder, D a yellow
card, D+2 a red card (Shenzhen's rules for collecting performance figures, 2009). The month is
frozen on the 25th, or the next working day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
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
DEFAULT_DUE_DAY = 10
RUNGS: tuple[tuple[Rung, int, time], ...] = (
    ("ahead", -AHEAD_WORKING_DAYS, MORNING),
    ("reminder", -1, MORNING),
    ("yellow", 0, DUE_TIME),
    ("red", RED_WORKING_DAYS, MORNING),
)


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


def express_at(period: Period, calendar: Calendar, zone: tzinfo) -> datetime:
    """The moment of the provisional ranking of *period* (快报)."""
    day = calendar.next_working(_day_of(period.next, EXPRESS_DAY))
    return datetime.combine(day, MORNING, tzinfo=zone)


def period_to_file(today: date) -> Period:
    """The month whose figures are being collected: the one before."""
    return Period(today.year, today.month).previous


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
) -> Iterator[Reminder]:
    """Yield each reminder owed in the half-open window (since, until].

    Asking again for the same window yields the same reminders: it is safe to repeat.
    """
    for period in _periods_around(since.astimezone(zone), until.astimezone(zone)):
        for indicator in indicators:
            if not is_due(indicator, period):
                continue
            day = due_on(indicator, period, calendar)
            deadline = datetime.combine(day, DUE_TIME, tzinfo=zone)
            for rung, shift, clock in RUNGS:
                at = datetime.combine(
                    calendar.shifted(day, shift) if shift else day, clock, tzinfo=zone
                )
                if since < at <= until:
                    yield Reminder(at, rung, indicator.code, period, deadline)


def closings_due(
    calendar: Calendar, zone: tzinfo, *, since: datetime, until: datetime
) -> Iterator[Closing]:
    """Yield the express rankings and freezes owed in the half-open window (since, until]."""
    for period in _periods_around(since.astimezone(zone), until.astimezone(zone)):
        closings = (
            Closing(express_at(period, calendar, zone), "express", period),
            Closing(freeze_at(period, calendar, zone), "freeze", period),
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
