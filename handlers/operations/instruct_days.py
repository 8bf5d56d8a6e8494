"""The days a leader is offered for an instruction, each a working day."""

from datetime import date, datetime

from handlers.city import City
from handlers.operations.matter_terms import after_working_days
from scoring.instruction_course import READY_WORKING_DAYS


def ready_days(city: City, now: datetime) -> list[tuple[int, date]]:
    """Return the days offered, each with how many working days it is away."""
    return [(days, after_working_days(city, now, days).date()) for days in READY_WORKING_DAYS]


def month_end(city: City, today: date) -> date:
    """Return the last working day of the month, of the next one if that is not ahead."""
    month = today
    while True:
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        last = city.calendar.shifted(following, -1)
        if last > today:
            return last
        month = following
