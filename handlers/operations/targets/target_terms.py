"""The terms targets and plans are changed on: from which month, until which day of the year."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import AS_OFFICE, Acting, contact, monitors
from scoring.due import DUE_TIME
from scoring.model import Period
from scoring.refusals import Refusal
from storage import people, periods
from storage.people import PersonRow
from storage.proposals import Proposal, ProposalEventKind
from storage.schemes import IndicatorRow, SchemeRow

UNIT_ANSWERS_DAYS = 5
SIDE_ANSWERS_DAYS = 3
DECEMBER = 12


async def first_open(conn: AsyncConnection, row: SchemeRow) -> Period:
    """Return the first month of a scheme's year that no freeze has closed yet.

    What is laid down counts from there at the earliest, so that no frozen month ever changes.
    Raises Refusal once the whole year is frozen.
    """
    frozen = await periods.latest_frozen(conn, row.id)
    if frozen is None:
        return Period(row.scheme.year, 1)
    if frozen.month == DECEMBER:
        raise Refusal("target-year-frozen", year=str(row.scheme.year))
    return frozen.next


async def is_settled(conn: AsyncConnection, row: SchemeRow) -> bool:
    """Whether a month of the scheme has been frozen: then a target in force is only adjusted."""
    return await periods.latest_frozen(conn, row.id) is not None


def last_day_to_adjust(row: SchemeRow) -> date:
    """Return the last day on which a target is adjusted without a document of the committee."""
    month, day = (int(each) for each in row.scheme.adjustable_until.split("-"))
    return min(date(row.scheme.year, month, 1), Period(row.scheme.year, month).end_on).replace(
        day=min(day, Period(row.scheme.year, month).end_on.day)
    )


def answer_until(city: City, now: datetime, working_days: int) -> datetime:
    """Return the moment by which an answer is awaited: 17:30 so many working days later."""
    day = city.calendar.shifted(now.astimezone(city.zone).date(), working_days)
    return datetime.combine(day, time(DUE_TIME.hour, DUE_TIME.minute), tzinfo=city.zone)


async def reporters_of(
    conn: AsyncConnection, rows: Iterable[IndicatorRow], *, now: datetime
) -> Sequence[PersonRow]:
    """Return the reporters of the monitoring units of some indicators, each once."""
    found: list[PersonRow] = []
    for unit_id in dict.fromkeys(row.monitoring_unit_id for row in rows):
        found += await people.with_role(conn, "reporter", unit_id, at=now)
    return list(dict.fromkeys(found))


def spoken_as(city: City, made: Proposal, kind: ProposalEventKind) -> Acting:
    """Return in which roles something is said in the talk about a target."""
    monitoring = monitors(city.indicator(made.indicator_id).monitoring_unit_id)
    side = AS_OFFICE if made.side == "office" else (*monitoring, *AS_OFFICE)
    match kind:
        case "countered":
            return contact(made.unit_id)
        case "agreed":  # By the unit, or by the other side to what the unit named.
            return (*contact(made.unit_id), *side)
        case "proposed" | "decided" | "withdrawn":
            return side
