"""What waits for a person in the matter of observations: to verify, to answer, to look again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observation_terms import answer_by, may_verify, verify_by
from handlers.texts import msg
from handlers.todo import TodoItem
from storage import observations
from storage.observations import Observation
from storage.people import Person


async def waiting(
    conn: AsyncConnection,
    person: Person,
    city: City,
    *,
    now: datetime,  # noqa: ARG001 - every list of what waits is asked the same way
) -> list[TodoItem]:
    """Return what waits for this person, each with its term; what has no term merely waits."""
    return [
        *await _to_verify(conn, person, city),
        *await _to_answer(conn, person, city),
        *await _to_judge(conn, person, city),
    ]


async def _to_verify(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    if not person.holds("office"):
        return []
    return [
        _item("todo-verify-observation", city, each, verify_by(city, each.filed_at))
        for each in await observations.waiting_for_verification(conn)
        if may_verify(person, each)
    ]


async def _to_answer(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    found = [
        each
        for unit_id in person.units_as("contact")
        for each in await observations.open_for_unit(conn, unit_id)
    ]
    since = await observations.handed_over(conn, [each.id for each in found])
    return [
        _item("todo-answer-observation", city, each, answer_by(city, since[each.id]))
        for each in found
    ]


async def _to_judge(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    if not person.holds("observer"):
        return []
    return [
        _item("todo-confirm-fixed", city, each, None)
        for each in await observations.of_observer(conn, person.id)
        if each.state == "answered"
    ]


def _item(message: str, city: City, found: Observation, due: datetime | None) -> TodoItem:
    given = {"receipt": found.receipt, "unit": city.unit(found.unit_id).short_name}
    said = msg(message, **given, due=due) if due else msg(message, **given)
    return TodoItem(said, "observation", str(found.id), due)
