"""The days a leader is offered for an instruction, each a working day with its date."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.buttons import Button, step
from handlers.city import City
from handlers.operations.matters.matter_terms import after_working_days
from scoring.instruction_course import MONTH_END_WORKING_DAYS, READY_WORKING_DAYS
from scoring.workdays import SATURDAY


@dataclass(frozen=True)
class MonthEnd:
    """The last working day of this month, or of a later one where that is too near."""

    day: date
    is_later: bool


def day_buttons(city: City, now: datetime, action: str) -> list[list[Button]]:
    """Return the days as buttons of a conversation's step, each with its date."""
    end = month_end(city, now)
    rows = [
        [step(action, "due-in-days", str(day), days=days, day=day, weekend=is_weekend(day))]
        for days, day in ready_days(city, now)
    ]
    later = {"later": int(end.is_later), "weekend": is_weekend(end.day)}
    return [*rows, [step(action, "due-month-end", str(end.day), day=end.day, **later)]]


def is_weekend(day: date) -> int:
    """Whether a working day is a Saturday or Sunday, so that nobody takes it for a slip."""
    return int(day.weekday() >= SATURDAY)


def ready_days(city: City, now: datetime) -> list[tuple[int, date]]:
    """Return the days offered, each with how many working days it is away.

    One that is also the end of the month is offered as that.
    """
    end = month_end(city, now).day
    days = [(days, after_working_days(city, now, days).date()) for days in READY_WORKING_DAYS]
    return [(count, day) for count, day in days if day != end]


def month_end(city: City, now: datetime) -> MonthEnd:
    """Return the last working day of the month, while there is still time to do something.

    Whoever says "by the end of the month" on its last days means the next one.
    """
    nearest = after_working_days(city, now, MONTH_END_WORKING_DAYS).date()
    today = now.astimezone(city.zone).date()
    month, last = today, today
    while True:
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        last = city.calendar.shifted(following, -1)
        if last >= nearest:
            return MonthEnd(last, is_later=(last.year, last.month) != (today.year, today.month))
        month = following
