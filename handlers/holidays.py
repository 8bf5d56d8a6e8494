"""The State Council's working days: the exact list while it is known, ordinary weeks after that.

`chinesecalendar` knows the make-up days of every year already announced; for later years
`holidays` knows the statutory days, and the year is marked as unsettled (调休未公布). Days of the
city's own calendar come before both.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar  # pyright: ignore[reportMissingTypeStubs] - it ships none
import holidays

from scoring.workdays import Calendar, DayKind


def calendar_for(years: Iterable[int], own_days: Mapping[date, DayKind]) -> Calendar:
    """Return the working days of the years, the city's own days taking precedence."""
    days: dict[date, DayKind] = {}
    unsettled: set[int] = set()
    for year in sorted(years):
        announced = _announced(year)
        if announced is None:
            unsettled.add(year)
            days |= _statutory(year)
        else:
            days |= announced
    return Calendar(days | dict(own_days), frozenset(unsettled))


@lru_cache
def _announced(year: int) -> Mapping[date, DayKind] | None:
    """Return the days that differ from an ordinary week, or None for a year not announced."""
    days: dict[date, DayKind] = {}
    day = date(year, 1, 1)
    while day.year == year:
        try:
            works: bool = chinese_calendar.is_workday(day)  # pyright: ignore[reportUnknownMemberType] - as above
        except NotImplementedError:
            return None
        weekend = day.weekday() >= 5  # noqa: PLR2004 - Saturday
        if works == weekend:
            days[day] = "makeup_workday" if works else "holiday"
        day += timedelta(days=1)
    return days


@lru_cache
def _statutory(year: int) -> Mapping[date, DayKind]:
    return dict.fromkeys(holidays.country_holidays("CN", years=year), "holiday")
