"""Who may ask for more time and for how much, who answers, and whose business a request is."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.doer import AS_OFFICE, Acting, monitors
from handlers.operations.record.discipline import filed_indicators
from scoring import permissions
from scoring.due import DUE_TIME, is_due
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import extensions, periods
from storage.extensions import Extension, ExtensionEventKind
from storage.people import Person
from storage.schemes import IndicatorRow

OF_THE_OFFICE: frozenset[ExtensionEventKind] = frozenset({"countered", "agreed", "declined"})
WORKING_DAYS_MOST = 20
"""A month's figures that come later than the next month's are no longer of use."""


async def askable(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    now: datetime,
) -> deadlines.Deadline:
    """Return the deadline more time may be asked for; raise what stands in the way.

    NotAllowed for anybody but the monitoring unit's reporters and reviewers, Outdated where a
    request is open or the figures are in and not locked.
    """
    if not permissions.may_ask_extension(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotAllowed("extend-not-yours", indicator=row.indicator.name)
    of_year = city.scheme_by_id[row.scheme_id].scheme.year
    if period.year != of_year or not is_due(row.indicator, period):
        raise Refusal("file-not-due", indicator=row.indicator.name, period=period)
    given = {"code": row.indicator.code, "indicator": row.indicator.name, "period": period}
    for each in await extensions.of_cell(conn, row.id, period):
        if each.is_open:
            no = Outdated("extend-open-already", **given)
            raise no.leading_to("extension", "extension-open", str(each.id))
    month = await periods.acts(conn, row.scheme_id, period)
    is_locked = periods.locked_since(month, indicator_id=row.id, at=now) is not None
    if not is_locked and row.id in await filed_indicators(conn, period):
        raise Outdated("extend-filed-already", **given)
    return (await deadlines.of_period(conn, city, period)).of(row, period)


async def visible(conn: AsyncConnection, city: City, who: Person, extension_id: int) -> Extension:
    """Return a request to those it concerns; raise NotFound for everybody else."""
    found = await extensions.one(conn, extension_id)
    if found is None or not may_see(city, who, found):
        raise NotFound("extension-gone")
    return found


def may_see(city: City, who: Person, found: Extension) -> bool:
    """Whether a request is this person's business: the unit that asks, the office, the auditor."""
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    return permissions.may_see_drafts(who.roles, monitoring_unit_id=unit_id)


def may_answer(who: Person, found: Extension) -> bool:
    """Whether this person may grant or decline it: never whoever asked, nor who took over."""
    return permissions.may_answer_extension(who.roles_apart_from({found.asked_by}))


def is_own(city: City, who: Person, found: Extension) -> bool:
    """Whether this person may take it back, and accept what is offered."""
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    return permissions.may_ask_extension(who.roles, monitoring_unit_id=unit_id)


def acting(city: City, found: Extension, kind: ExtensionEventKind) -> Acting:
    """Return in which roles something is said about a request."""
    if kind in OF_THE_OFFICE:
        return AS_OFFICE
    return monitors(city.indicator(found.indicator_id).monitoring_unit_id)


def moment_of(city: City, day: date) -> datetime:
    """Return the moment more time ends on a day: a working day's 17:30."""
    return datetime.combine(city.calendar.next_working(day), DUE_TIME, tzinfo=city.zone)


def latest_on(city: City, due_at: datetime, *, now: datetime) -> date:
    """Return the last day more time may be asked for."""
    start = max(due_at, now).astimezone(city.zone).date()
    return city.calendar.shifted(start, WORKING_DAYS_MOST)


def check_until(city: City, due_at: datetime, until: datetime, *, now: datetime) -> None:
    """Raise Refusal unless a moment is after the deadline, still ahead, and not too far off."""
    if until <= max(due_at, now):
        raise Refusal("extend-not-later", until=until, due=due_at)
    if until.astimezone(city.zone).date() > latest_on(city, due_at, now=now):
        raise Refusal("extend-too-far", until=until, latest=latest_on(city, due_at, now=now))
