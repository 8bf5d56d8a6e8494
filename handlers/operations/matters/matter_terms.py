"""Whose a matter is: its course, which sides somebody is on, whom a side consists of, its terms."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_terms import (
    CLOSE_OF_BUSINESS,
    after_working_days,
    can_hear,
)
from handlers.texts import Msg, msg
from scoring import permissions
from scoring.courses import Course, Side
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import NotFound
from scoring.workdays import next_push_moment
from storage import matters, people
from storage.matters import Matter
from storage.people import Person, PersonRow

COURSES: Mapping[str, Course] = {
    RECTIFICATION.name: RECTIFICATION,
    INSTRUCTION.name: INSTRUCTION,
    FINDING.name: FINDING,
}

LISTS: Mapping[str, str] = {
    RECTIFICATION.name: "rectifications",
    INSTRUCTION.name: "instructions",
    FINDING.name: "findings",
}
"""Which view lists the matters of a course."""

SAID_MAX = 1000
TITLE_MAX = 300
FILES_MAX = 10
DESK = permissions.OF_A_UNIT | {"administrator"}
MONTHS_A_YEAR = 12


def course_of(found: Matter) -> Course:
    """Return the course a matter takes."""
    return COURSES[found.course]


def name_of(found: Matter) -> Msg:
    """Return what a matter is called: its kind and number."""
    return msg("matter-name", course=found.course, number=str(found.id))


def title_of(found: Matter) -> Msg:
    """Return what a matter is about, or that it was only spoken."""
    return msg("verbatim", text=found.title) if found.title else msg("matter-spoken")


def short_title_of(found: Matter) -> Msg:
    """Return the beginning of what a matter is about, for a line of a list."""
    return msg("verbatim", text=found.title[:40]) if found.title else msg("matter-spoken")


def state_of(found: Matter) -> Msg:
    """Return the words for where a matter stands."""
    return msg("matter-state", state=f"{found.course}-{found.state}")


def is_open(found: Matter) -> bool:
    """Whether a matter waits for somebody."""
    return found.state in course_of(found).awaited


def is_late(found: Matter, *, now: datetime) -> bool:
    """Whether an open matter's term is over."""
    return is_open(found) and found.due_at is not None and now > found.due_at


def is_of_unit(who: Person, unit_id: int) -> bool:
    """Whether somebody has a desk in the unit; a leader in charge has none."""
    return any(role.unit_id == unit_id and role.kind in DESK for role in who.roles)


def sides_of(who: Person, found: Matter) -> frozenset[Side]:
    """Return the sides somebody is on; whoever has a desk in the unit judges nothing about it."""
    sides: set[Side] = set()
    course = course_of(found)
    has_checker = course.awaited.get(found.state) == "checker"
    names_addressee = "addressee" in course.awaited.values()
    to_somebody = names_addressee and found.person_id is not None
    if permissions.may_answer_for(who.roles, unit_id=found.unit_id) and not to_somebody:
        sides.add("addressee" if names_addressee else "unit")
    if to_somebody and who.answers_for(found.person_id):
        sides.add("addressee")
    is_owner = who.answers_for(found.opened_by)
    if is_owner:
        sides.add("owner")
    if is_of_unit(who, found.unit_id) or "addressee" in sides:
        return frozenset(sides)
    if permissions.may_run_the_office(who.roles):
        sides.add("office")
    if not is_owner and any(role.kind in {"office", "committee"} for role in who.roles):
        sides.add("independent")
    if has_checker and not is_owner and who.answers_for(found.person_id):
        sides.add("checker")
    return frozenset(sides)


def may_see(who: Person, found: Matter) -> bool:
    """A matter is seen by its sides, by who sees everything, and by the leaders of the unit.

    An instruction is between a leader and whom it is addressed to: no other leader sees it.
    """
    if sides_of(who, found) or any(role.kind in permissions.SEE_EVERYTHING for role in who.roles):
        return True
    return found.course != INSTRUCTION.name and any(
        role.kind == "leader" and role.unit_id in {None, found.unit_id} for role in who.roles
    )


async def one_seen(conn: AsyncConnection, who: Person, matter_id: int) -> Matter:
    """Return a matter this person may see; NotFound for everybody else."""
    found = await matters.one(conn, matter_id)
    if found is None or not may_see(who, found):
        raise NotFound("matter-gone")
    return found


def deeds_open_to(who: Person, found: Matter) -> frozenset[str]:
    """Return what this person may do in a matter as it stands."""
    return course_of(found).deeds(found.state, sides_of(who, found))


def acts_as(who: Person, found: Matter, deed: str) -> Side:
    """Return as what somebody does a deed that is open to them."""
    sides = course_of(found).moves[deed].by & sides_of(who, found)
    order: tuple[Side, ...] = ("unit", "addressee", "checker", "owner", "independent", "office")
    return next(side for side in order if side in sides)


async def people_of(
    conn: AsyncConnection, found: Matter, side: Side, *, now: datetime
) -> Sequence[PersonRow]:
    """Return the people a side consists of, those who stand in for somebody among them."""
    match side:
        case "unit":
            return await people.with_role(conn, "contact", found.unit_id, at=now)
        case "addressee" if found.person_id is None:
            return await people.with_role(conn, "contact", found.unit_id, at=now)
        case "addressee" | "checker":
            if found.person_id is None:
                return []
            return await people.answering_for(conn, found.person_id, at=now)
        case "owner":
            return await people.answering_for(conn, found.opened_by, at=now)
        case "office":
            return await _on_side(conn, found, "office", ("office",), now=now)
        case "independent":
            return await _on_side(
                conn, found, "independent", ("office",), now=now
            ) or await _on_side(conn, found, "independent", ("committee",), now=now)


async def _on_side(
    conn: AsyncConnection,
    found: Matter,
    side: Side,
    kinds: Sequence[people.RoleKind],
    *,
    now: datetime,
) -> list[PersonRow]:
    rows: list[PersonRow] = []
    for kind in kinds:
        for each in await people.with_role(conn, kind, at=now):
            who = await people.by_id(conn, each.id, at=now)
            if who is not None and side in sides_of(who, found):
                rows.append(each)
    return rows


async def awaited_people(
    conn: AsyncConnection, found: Matter, *, now: datetime
) -> Sequence[PersonRow]:
    """Return who is to act now; where nobody of that side can be reached, the whole office is."""
    side = course_of(found).awaited.get(found.state)
    if side is None:
        return []
    there = await people_of(conn, found, side, now=now)
    if any(can_hear(each) for each in there):
        return there
    return [*there, *await people.with_role(conn, "office", at=now)]


async def is_alone(conn: AsyncConnection, found: Matter, *, now: datetime) -> bool:
    """Whether a matter waits for a side in which nobody can be written to."""
    side = course_of(found).awaited.get(found.state)
    if side is None:
        return False
    return not any(can_hear(each) for each in await people_of(conn, found, side, now=now))


def due_by(
    city: City, course: Course, state: str, since: datetime, finish_by: datetime | None
) -> datetime | None:
    """Return by when a state must be left; None where no clock runs."""
    term = course.terms.get(state)
    if term is None:
        return finish_by if state in course.until_finish else None
    due = (
        after_months(city, since, term.months)
        if term.months
        else after_working_days(city, since, term.working_days)
    )
    if finish_by is not None and state in course.until_finish:
        return min(due, finish_by)
    return due


def after_months(city: City, moment: datetime, months: int) -> datetime:
    """Return the close of business so many calendar months later, on the next working day.

    A day the later month does not have becomes its last.
    """
    heard = next_push_moment(moment.astimezone(city.zone), city.calendar).date()
    index = heard.month - 1 + months
    year, month = heard.year + index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1
    last = calendar.monthrange(year, month)[1]
    return close_of(city, date(year, month, min(heard.day, last)))


def close_of(city: City, day: date) -> datetime:
    """Return the close of business of a day, or of the next one that is worked."""
    return datetime.combine(city.calendar.next_working(day), CLOSE_OF_BUSINESS, tzinfo=city.zone)
