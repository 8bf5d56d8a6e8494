"""A day as people type it: 10月15日, 15日, 10-15, 2013-10-15, 15 Oct."""

import re
from datetime import date, timedelta

from handlers.grammar.spelling import folded

_WHOLE = re.compile(r"(20[0-9]{2})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?")
_MONTH_DAY = re.compile(r"([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?")
_DAY = re.compile(r"([0-9]{1,2})\s*[日号]?")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"(?:([0-9]{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\.?\s+([0-9]{1,2}))")
_YEAR_DAYS = 366


def read_day(text: str, today: date) -> date | None:
    """Return the day a text names, the next such day where it names no year; None if it is none.

    >>> read_day("15日", date(2013, 10, 8)), read_day("1-6", date(2013, 12, 30))
    (datetime.date(2013, 10, 15), datetime.date(2014, 1, 6))
    """
    line = folded(text).strip().lower()
    if found := _WHOLE.fullmatch(line):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_DAY.fullmatch(line):
        return _next(today, month=int(found[1]), day=int(found[2]))
    if found := _DAY.fullmatch(line):
        return _next(today, month=None, day=int(found[1]))
    if found := _NAMED.fullmatch(line):
        name, day = (found[2], found[1]) if found[1] else (found[3], found[4])
        return _next(today, month=_NAMES.index(name) + 1, day=int(day)) if name in _NAMES else None
    return None


def _next(today: date, *, month: int | None, day: int) -> date | None:
    ahead = (today + timedelta(days=number) for number in range(_YEAR_DAYS + 1))
    return next((each for each in ahead if each.day == day and month in (None, each.month)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
