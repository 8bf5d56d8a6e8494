"""Written analyses (运行分析): which are asked of whom, when they came, how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import doer, monitors
from handlers.operations.record.discipline import late_working_days
from handlers.texts import Msg
from scoring.analysis_record import AnalysisFact
from scoring.due import analysis_due_at, is_due, last_ended
from scoring.likeness import likeness_pct
from scoring.model import Period
from scoring.permissions import may_see_reporting
from scoring.refusals import NotAllowed, NotFound
from scoring.timeliness import Timeliness
from storage import analyses
from storage.analyses import Analysis, Rating
from storage.people import Person
from storage.schemes import SchemeRow
from storage.units import UnitRow

ALIKE_PCT = 80
"""From here on it is asked whether the analysis is last month's: 金坛 wants none alike."""


@dataclass(frozen=True)
class Asked:
    """One unit's analysis of a month for one scheme: what came, and how it stands.

    The first version says when it came, the last one what is rated.
    """

    unit: UnitRow
    scheme: SchemeRow
    period: Period
    due_at: datetime
    versions: tuple[Analysis, ...]
    ratings: tuple[Rating, ...]
    state: Timeliness
    days_late: int

    @property
    def last(self) -> Analysis | None:
        """The version that counts."""
        return self.versions[-1] if self.versions else None

    @property
    def rating(self) -> Rating | None:
        """What the office holds of it by now."""
        return self.ratings[-1] if self.ratings else None

    @property
    def arg(self) -> str:
        """What a button carries that is about it."""
        return f"{self.unit.code}.{self.scheme.id}.{self.period}"


def units_asked(city: City, scheme: SchemeRow, period: Period) -> list[UnitRow]:
    """Return the units of which a scheme wants an analysis: who files something for the month."""
    if not scheme.scheme.record.asks_analyses or scheme.scheme.year != period.year:
        return []
    filing = {
        row.monitoring_unit_id
        for row in scheme.indicators
        if is_due(row.indicator, period) and city.units_of(row)
    }
    found = [city.unit(each) for each in filing]
    # The office rates, and is not rated by itself.
    return sorted((each for each in found if each.track != "office"), key=lambda each: each.code)


async def asked_for(
    conn: AsyncConnection,
    city: City,
    months: Sequence[Period],
    *,
    unit_id: int | None = None,
    now: datetime,
) -> list[Asked]:
    """Return every analysis that is asked for some months, of one unit or of all."""
    wanted = [
        (unit, scheme, period)
        for period in months
        for scheme in city.schemes_of(period.year)
        for unit in units_asked(city, scheme, period)
        if unit_id is None or unit.id == unit_id
    ]
    if not wanted:
        return []
    came: dict[tuple[int, int, Period], list[Analysis]] = {}
    for each in await analyses.of_periods(conn, months, unit_id=unit_id):
        came.setdefault((each.unit_id, each.scheme_id, each.period), []).append(each)
    newest = [own[-1].id for own in came.values()]
    ratings = await analyses.ratings_of(conn, newest)
    return [
        _asked(
            city,
            unit,
            scheme,
            period,
            own := came.get((unit.id, scheme.id, period), []),
            ratings.get(own[-1].id, []) if own else [],
            now=now,
        )
        for unit, scheme, period in wanted
    ]


def _asked(
    city: City,
    unit: UnitRow,
    scheme: SchemeRow,
    period: Period,
    versions: Sequence[Analysis],
    ratings: Sequence[Rating],
    *,
    now: datetime,
) -> Asked:
    day = int(scheme.scheme.record.analysis_due_day)
    due_at = analysis_due_at(day, period, city.calendar, city.zone)
    days = late_working_days(city, due_at, versions[0].sent_at if versions else now)
    came: Timeliness = "late" if days else "on_time"
    not_there: Timeliness = "missing" if days else "open"
    state = came if versions else not_there
    return Asked(unit, scheme, period, due_at, tuple(versions), tuple(ratings), state, days)


async def facts(
    conn: AsyncConnection,
    city: City,
    unit: UnitRow,
    scheme: SchemeRow,
    months: Sequence[Period],
    *,
    now: datetime,
) -> list[AnalysisFact]:
    """Return what a unit's record for a scheme is made of: every analysis that is in or due."""
    return [
        AnalysisFact(
            str(each.period),
            came=each.last is not None,
            days_late=each.days_late,
            level=each.rating.level if each.rating else None,
        )
        for each in await asked_for(conn, city, months, unit_id=unit.id, now=now)
        if each.scheme.id == scheme.id and each.state != "open"
    ]


async def find(conn: AsyncConnection, city: City, arg: str, *, now: datetime) -> Asked:
    """Return the analysis that a button is about; raise NotFound if none like it is asked."""
    code, _, rest = arg.partition(".")
    scheme_id, _, month = rest.partition(".")
    unit = city.unit_by_code.get(code)
    try:
        period = Period.parse(month)
    except ValueError:
        raise NotFound("analysis-gone") from None
    if unit is not None:
        for each in await asked_for(conn, city, [period], unit_id=unit.id, now=now):
            if str(each.scheme.id) == scheme_id:
                return each
    raise NotFound("analysis-gone")


async def to_write(conn: AsyncConnection, city: City, who: Person, *, now: datetime) -> list[Asked]:
    """Return what this person's units have yet to write of the last month that is over."""
    units = {*who.units_as("reporter"), *who.units_as("reviewer")}
    ended = last_ended(now.astimezone(city.zone).date())
    found = [
        each
        for unit_id in sorted(units)
        for each in await asked_for(conn, city, [ended], unit_id=unit_id, now=now)
    ]
    return sorted(
        (each for each in found if each.last is None), key=lambda each: (each.due_at, each.arg)
    )


async def likeness(conn: AsyncConnection, asked: Asked, said: str | None) -> int:
    """Return how many in a hundred of the words stood in last month's analysis; 0 for a file."""
    if not said:
        return 0
    before = await analyses.of_periods(conn, [asked.period.previous], unit_id=asked.unit.id)
    last = [each for each in before if each.scheme_id == asked.scheme.id and each.said]
    return likeness_pct(said, last[-1].said or "") if last else 0


def moves_of(asked: Asked) -> int:
    """Return how many versions and ratings there are: what a button was drawn over."""
    return len(asked.versions) + len(asked.ratings)


def check_seen(who: Person, asked: Asked) -> None:
    """Raise unless this person may read this unit's analyses: itself, the office, the leaders."""
    if not may_see_reporting(who.roles, monitoring_unit_id=asked.unit.id):
        raise NotAllowed("reporting-not-yours")


async def author(conn: AsyncConnection, found: Analysis) -> Msg:
    """Return who wrote a version, and for whom, as a name to show."""
    return await doer(conn, found.by, monitors(found.unit_id), at=found.at)
