"""What a question about results names: a month, a category, a unit, an indicator, a moment."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time

from handlers.city import City
from handlers.talk import Talk
from scoring.due import last_ended
from scoring.model import Period
from scoring.permissions import may_see_live_ranking
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import periods, units
from storage.schemes import IndicatorRow, SchemeRow
from storage.units import UnitRow

MONTH = re.compile(r"^(?:(\d{4})[-年/.])?(\d{1,2})(?:月份?)?$")
MOMENT = re.compile(r"^@(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?$")
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True)
class Asked:
    """The parts of a question that were understood; what was not named is None."""

    period: Period | None = None
    at: datetime | None = None
    scheme: SchemeRow | None = None
    category: str | None = None
    units: tuple[UnitRow, ...] = ()
    indicator: IndicatorRow | None = None
    rest: str = ""


def understand(talk: Talk, city: City, text: str) -> Asked:
    """Take a question apart, word by word; raise Refusal for a word that says nothing here."""
    year = last_ended(talk.today).year
    found = Asked()
    for word in _words(text):
        found = _with(found, talk, city, word, year)
    return found


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,，]+", text.strip()) if word]


def _with(found: Asked, talk: Talk, city: City, word: str, year: int) -> Asked:
    if moment := MOMENT.match(word):
        return replace(found, at=_moment(moment, city))
    if (month := MONTH.match(word)) and 1 <= int(month[2]) <= 12:  # noqa: PLR2004 - months
        return replace(found, period=Period(int(month[1] or year), int(month[2])))
    for scheme in city.schemes_of((found.period or last_ended(talk.today)).year):
        if word in {scheme.scheme.track, scheme.scheme.code, scheme.scheme.name}:
            return replace(found, scheme=scheme)
        for category in sorted({unit.category for unit in city.assessed(scheme)}):
            if word and (word == category or (len(word) > 1 and category.startswith(word))):
                return replace(found, scheme=scheme, category=category)
        for row in scheme.indicators:
            if word.upper() == row.indicator.code or word == row.indicator.name:
                return replace(found, indicator=row)
    matched = [unit for unit in units.match(city.units, word) if unit.track != "office"]
    if not matched:
        raise NotFound("asked-unknown", text=word[:60])
    return replace(found, units=tuple(matched))


def _moment(match: re.Match[str], city: City) -> datetime:
    year, month, day, hour, minute = match.groups()
    try:
        clock = time(int(hour), int(minute)) if hour else END_OF_DAY
        return datetime(int(year), int(month), int(day), tzinfo=city.zone).replace(
            hour=clock.hour, minute=clock.minute, second=clock.second
        )
    except ValueError:
        raise Refusal("asked-unknown", text=match[0]) from None


async def period_shown(talk: Talk, city: City, row: SchemeRow, asked: Period | None) -> Period:
    """Return the month to show: the one asked for, otherwise the latest with figures.

    Raises NotAllowed where an observer asks for a month not yet released to everybody.
    """
    released = await periods.latest_released(talk.conn, row.id)
    sees_all = may_see_live_ranking(talk.person.roles)
    if not sees_all:
        if released is None or (asked is not None and asked > released):
            raise NotAllowed("rank-not-yet-released")
        return asked or released
    if asked is not None:
        return asked
    book = await talk.services.boards.book(talk.conn, city, row)
    filled = [period for period, cells in book.entries.items() if cells]
    current = last_ended(talk.today)
    return max((period for period in filled if period <= current), default=current)
