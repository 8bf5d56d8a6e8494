"""Whose a dispute is: which side somebody is on, whom a side consists of, and by when it acts."""

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import AS_OFFICE, Acting, contact, monitors, reviewer
from scoring import permissions
from scoring.disputes import AWAITED, CHECK_WORKING_DAYS, MOVES, WORKING_DAYS, Deed, Side, State
from scoring.refusals import NotFound
from scoring.workdays import next_push_moment
from storage import disputes, people
from storage.disputes import Dispute, EventKind
from storage.people import Person, PersonRow
from storage.schemes import IndicatorRow

CLOSE_OF_BUSINESS = time(17, 30)
SAID_MAX = 500
FILES_MAX = 5


def check_until(city: City, told_at: datetime) -> datetime:
    """Return until when a unit may confirm or dispute a figure released at a moment.

    The days are counted from when the unit could first read of it, not from the release itself.
    """
    return after_working_days(city, told_at, CHECK_WORKING_DAYS)


def due_by(city: City, state: State, since: datetime) -> datetime | None:
    """Return by when those whom a state awaits must act; None where nobody is awaited."""
    days = WORKING_DAYS.get(state)
    return None if days is None else after_working_days(city, since, days)


def sides_of(who: Person, city: City, found: Dispute) -> frozenset[Side]:
    """Return the sides somebody may act for.

    Whoever raised a dispute, took over from them or acts for them is of the unit alone.
    """
    row = city.indicator(found.indicator_id)
    sides: set[Side] = set()
    if permissions.may_answer_for(who.roles, unit_id=found.unit_id):
        sides.add("unit")
    roles = who.roles_apart_from({found.raised_by})
    if permissions.may_file(roles, monitoring_unit_id=row.monitoring_unit_id):
        sides.add("reporter")
    if any(role.kind == "reviewer" and role.unit_id == row.monitoring_unit_id for role in roles):
        sides.add("reviewer")
    if permissions.may_run_the_office(roles):
        sides.add("office")
    return frozenset(sides)


def may_see(who: Person, city: City, found: Dispute) -> bool:
    """A dispute is seen by its two sides and by those who see everything; by no other unit."""
    return bool(sides_of(who, city, found)) or any(
        role.kind in permissions.SEE_EVERYTHING for role in who.roles
    )


async def one_seen(conn: AsyncConnection, city: City, who: Person, dispute_id: int) -> Dispute:
    """Return a dispute this person may see; NotFound for everybody else."""
    found = await disputes.one(conn, dispute_id)
    if found is None or not may_see(who, city, found):
        raise NotFound("dispute-gone")
    return found


def deeds_open_to(who: Person, city: City, found: Dispute) -> frozenset[Deed]:
    """Return what this person may do in a dispute as it stands."""
    sides = sides_of(who, city, found)
    return frozenset(
        deed
        for deed, move in MOVES.items()
        if found.state in move.sources
        and (move.by in sides or (move.by == "monitor" and sides & {"reporter", "reviewer"}))
    )


def acting(city: City, found: Dispute, kind: EventKind) -> Acting:
    """Return in which roles a step of a dispute is taken; none where a clock or a figure did it."""
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    move = next((each for deed, each in MOVES.items() if deed == kind), None)
    match "unit" if kind == "raise" else move.by if move else None:
        case "unit":
            return contact(found.unit_id)
        case "monitor" | "reporter":
            return monitors(unit_id)
        case "reviewer":
            return reviewer(unit_id)
        case "office":
            return AS_OFFICE
        case None:  # A released figure settles it, or time: whoever released it is shown there.
            return reviewer(unit_id)


async def people_of(
    conn: AsyncConnection, row: IndicatorRow, found: Dispute, side: Side, *, now: datetime
) -> Sequence[PersonRow]:
    """Return the people a side consists of, those who stand in for somebody among them."""
    match side:
        case "unit":
            return await people.with_role(conn, "contact", found.unit_id, at=now)
        case "reporter" | "reviewer":
            return await people.with_role(conn, side, row.monitoring_unit_id, at=now)
        case "monitor":
            both = [
                *await people.with_role(conn, "reporter", row.monitoring_unit_id, at=now),
                *await people.with_role(conn, "reviewer", row.monitoring_unit_id, at=now),
            ]
            return list(dict.fromkeys(both))
        case "office":
            return await people.with_role(conn, "office", at=now)


async def is_alone(
    conn: AsyncConnection, city: City, found: Dispute, side: Side, *, now: datetime
) -> bool:
    """Whether nobody of a side can be written to; the office then looks after it."""
    row = city.indicator(found.indicator_id)
    return not any(can_hear(each) for each in await people_of(conn, row, found, side, now=now))


async def waits_alone(conn: AsyncConnection, city: City, found: Dispute, *, now: datetime) -> bool:
    """Whether an open dispute waits for a side in which nobody can be written to."""
    side = AWAITED.get(found.state)
    return side is not None and await is_alone(conn, city, found, side, now=now)


def can_hear(person: PersonRow) -> bool:
    """Whether a message to this person has an address."""
    return person.user_id is not None and person.left_at is None and person.unreachable_at is None


def after_working_days(city: City, moment: datetime, working_days: int) -> datetime:
    """Return the close of business so many working days after something could be read."""
    heard = next_push_moment(moment.astimezone(city.zone), city.calendar)
    day = city.calendar.shifted(heard.date(), working_days)
    return datetime.combine(day, CLOSE_OF_BUSINESS, tzinfo=city.zone)
