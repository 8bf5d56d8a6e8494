"""The burden (减负账): what a month's figures cost the people who file and review them.

Acts are messages and taps, counted from rows; they are never used to rank anybody. What a new
request would cost is estimated from what filing really took lately, in the way the unit files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from math import ceil

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from scoring.model import Period
from scoring.periods import Frequency
from storage import acts, people
from storage.acts import Counted, Sitting

ERRANDS = ("file", "workbook", "review", "release", "release-plain", "return")
PAST_MONTHS = 3
TIMES_A_YEAR: Mapping[Frequency, int] = {
    "monthly": 12,
    "quarterly": 4,
    "half_yearly": 2,
    "yearly": 1,
}


@dataclass(frozen=True)
class PersonBurden:
    """What one person had to do for a month's figures, and how often we wrote to them."""

    name: str
    acts: Counted
    pushes: int


@dataclass(frozen=True)
class UnitBurden:
    """A monitoring unit's people in the order they came, and how many figures they filed."""

    unit_id: int
    people: tuple[PersonBurden, ...]
    figures: int

    @property
    def acts(self) -> Counted:
        """What all of them did together."""
        return _sum(each.acts for each in self.people)


@dataclass(frozen=True)
class Burden:
    """The burden of one month, in the order of the units' codes."""

    period: Period
    units: tuple[UnitBurden, ...]

    @property
    def acts(self) -> Counted:
        """What everybody did together."""
        return _sum(each.acts for each in self.units)

    @property
    def figures(self) -> int:
        """How many figures were filed in the chat."""
        return sum(each.figures for each in self.units)


@dataclass(frozen=True)
class Pace:
    """What filing really took lately: in which way, over how many figures."""

    way: str
    figures: int
    acts: Counted

    def messages_for(self, cells: int) -> int:
        """Return how many messages so many figures would take, at least one."""
        return max(1, ceil(cells * self.acts.messages / self.figures)) if cells else 0

    def taps_for(self, cells: int) -> int:
        """Return how many taps so many figures would take."""
        return ceil(cells * self.acts.taps / self.figures)


async def burden(conn: AsyncConnection, city: City, period: Period) -> Burden:
    """Return what the figures of *period* took, whenever it was done.

    What was about no month in particular (a list that was looked at, and each push) counts by the
    calendar: in the month in which the figures are collected.
    """
    since, until = _collecting(city, period)
    mine = await acts.by_person(conn, ERRANDS, period, since=since, until=until)
    pushes = await acts.pushed_to(conn, since=since, until=until)
    figures = await acts.figures_by_unit(conn, period)
    units = await acts.unit_of_people(conn)
    names = {each.id: each.name for each in await people.everybody(conn)}
    by_unit: dict[int, list[PersonBurden]] = {unit_id: [] for unit_id in figures}
    for person_id, unit_id in sorted(units.items()):
        counted = mine.get(person_id, Counted())
        if person_id in names and (counted.messages or counted.taps):
            line = PersonBurden(names[person_id], counted, pushes.get(person_id, 0))
            by_unit.setdefault(unit_id, []).append(line)
    found = [
        UnitBurden(unit_id, tuple(lines), figures.get(unit_id, 0))
        for unit_id, lines in by_unit.items()
    ]
    return Burden(period, tuple(sorted(found, key=lambda each: city.unit(each.unit_id).code)))


async def past_pace(conn: AsyncConnection, unit_id: int | None, *, now: datetime) -> Pace | None:
    """Return the pace of the way in which most figures came lately; None if there were none.

    A unit without a past of its own is judged by everybody's.
    """
    since = now.replace(day=1)
    for _ in range(PAST_MONTHS):
        since = _month_before(since)
    if unit_id is not None:
        units = await acts.unit_of_people(conn)
        theirs = [person_id for person_id, each in units.items() if each == unit_id]
        own = _pace(await acts.sittings(conn, theirs, since=since))
        if own is not None:
            return own
    return _pace(await acts.sittings(conn, None, since=since))


def _pace(found: Sequence[Sitting]) -> Pace | None:
    ways: dict[str, list[Sitting]] = {}
    for each in found:
        ways.setdefault(each.way, []).append(each)
    paces = [
        Pace(way, sum(each.figures for each in some), _sum(each.acts for each in some))
        for way, some in ways.items()
    ]
    return max(paces, key=lambda each: each.figures, default=None)


def _sum(counted: Iterable[Counted]) -> Counted:
    messages = taps = 0
    for each in counted:
        messages, taps = messages + each.messages, taps + each.taps
    return Counted(messages, taps)


def _collecting(city: City, period: Period) -> tuple[datetime, datetime]:
    """Return the month in which a month's figures are collected: the next one."""
    first, last = period.next.start_on, period.next.next.start_on
    return (
        datetime.combine(first, time.min, tzinfo=city.zone),
        datetime.combine(last, time.min, tzinfo=city.zone),
    )


def _month_before(moment: datetime) -> datetime:
    before = Period(moment.year, moment.month).previous
    return moment.replace(year=before.year, month=before.month)
