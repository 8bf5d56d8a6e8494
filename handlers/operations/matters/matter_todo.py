"""What waits for a person in matters: to sign, to plan, to report, to check, to look again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.matter_terms import (
    COURSES,
    is_alone,
    name_of,
    people_of,
    short_title_of,
    sides_of,
    state_of,
)
from handlers.operations.matters.respite_rules import lateness
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from storage import matters
from storage.matters import Matter
from storage.people import Person


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the matters that wait for this person, each with its term."""
    return [
        TodoItem(await _said(conn, city, found, now=now), "matter", str(found.id), found.due_at)
        for found in await all_open(conn)
        if await awaits(conn, person, found, now=now)
    ]


async def all_open(conn: AsyncConnection) -> list[Matter]:
    """Return every matter of every course that waits for somebody, oldest first of each."""
    return [
        found
        for course in COURSES.values()
        for found in await matters.in_states(conn, course.name, course.open_states)
    ]


async def _said(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> Msg:
    return msg(
        "todo-matter",
        name=name_of(found),
        unit=city.unit(found.unit_id).short_name,
        title=short_title_of(found),
        state=state_of(found),
        due=msg("matter-until", due=found.due_at, late=await lateness(conn, found, now=now))
        if found.due_at
        else msg("nothing"),
    )


async def awaits(conn: AsyncConnection, person: Person, found: Matter, *, now: datetime) -> bool:
    """Whether an open matter waits for this person.

    What waits for a side in which nobody can be reached waits for the office. Who of the committee
    might check as well is asked only where nobody of the office can.
    """
    side = COURSES[found.course].awaited.get(found.state)
    if side is None:
        return False
    office = person.holds("office")
    if side in sides_of(person, found):
        if side != "independent" or office:
            return True
        asked = await people_of(conn, found, "independent", now=now)
        return person.id in {each.id for each in asked}
    return office and await is_alone(conn, found, now=now)
