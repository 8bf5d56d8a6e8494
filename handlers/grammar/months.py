"""Months as headings name them: 9月, 1—9月, 2013年上半年, 前三季度."""

import re

from handlers.grammar.spelling import folded
from handlers.texts import Msg, msg
from scoring.periods import Period

_YEAR = r"(?:(?P<year>20[0-9]{2})\s*(?:年度?|[./-])?\s*)?"
_MONTH = re.compile(
    rf"(?<![0-9.]){_YEAR}(?:(?P<first>[0-9]{{1,2}})\s*月?\s*[-—~至到]\s*)?(?P<month>[0-9]{{1,2}})\s*月"
    r"(?!\s*[0-9]{1,2}\s*日)"  # The day a table was made is no month of its figures.
)
_ISO = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})(?![0-9月]|-[0-9])")
_PART = re.compile(
    rf"{_YEAR}(?P<part>前三季度|前[3三]季度|上半年|[一1]季度|二季度|三季度|四季度|全年)"
)
_PART_MONTH = {"上": 6, "一": 3, "1": 3, "二": 6, "三": 9, "四": 12, "前": 9, "全": 12}


def read_period(text: str, latest: Period) -> Period | Msg | None:
    """Return the month a heading speaks of, None if it names none, or why it cannot be one.

    A month without a year is the last such month that is not after *latest*. Figures run from
    January, so 7—9月 is refused.
    """
    line = folded(text)
    found = _MONTH.search(line) or _ISO.search(line)
    if found is None:
        part = _PART.search(line)
        if part is None:
            return None
        return _in_year(part["year"], _PART_MONTH[part["part"][0]], latest)
    if "first" in found.groupdict() and int(found["first"] or 1) != 1:
        return msg("grammar-part-of-year", text=found[0])
    month = int(found["month"])
    if not 1 <= month <= 12:  # noqa: PLR2004 - a calendar
        return msg("grammar-no-such-month", text=found[0])
    return _in_year(found["year"], month, latest)


def without_period(text: str) -> str:
    """Return the folded text with its month blanked out."""
    line = folded(text)
    for pattern in (_MONTH, _ISO, _PART):
        line = pattern.sub(" ", line, count=1)
    return line


def _in_year(year: str | None, month: int, latest: Period) -> Period:
    if year:
        return Period(int(year), month)
    return Period(latest.year if month <= latest.month else latest.year - 1, month)
