"""What waits for a person in the matter of observations: to verify, to answer, to look again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observation_terms import answer_by, may_verify, verify_by
from handlers.texts import Msg, msg
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
    items: list[TodoItem] = []
    for each in await observations.waiting_for_verification(conn):
        if may_verify(person, each):
            due, unit = verify_by(city, each.filed_at), city.unit(each.unit_id).short_name
            said = msg("todo-verify-observation", receipt=each.receipt, unit=unit, due=due)
            items.append(_item(each, said, due))
    return items


async def _to_answer(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    items: list[TodoItem] = []
    for unit_id in person.units_as("contact"):
        found = await observations.open_for_unit(conn, unit_id)
        since = await observations.handed_over(conn, [each.id for each in found])
        for each in found:
            due, unit = answer_by(city, since[each.id]), city.unit(unit_id).short_name
            said = msg("todo-answer-observation", receipt=each.receipt, unit=unit, due=due)
            items.append(_item(each, said, due))
    return items


async def _to_judge(conn: AsyncConnection, person: Person, city: City) -> list[TodoItem]:
    if not person.holds("observer"):
        return []
    items: list[TodoItem] = []
    for each in await observations.of_observers(conn, person.answerable_for):
        if each.state == "answered":
            unit = city.unit(each.unit_id).short_name
            said = msg("todo-confirm-fixed", receipt=each.receipt, unit=unit)
            items.append(_item(each, said, None))
    return items


def _item(found: Observation, said: Msg, due: datetime | None) -> TodoItem:
    return TodoItem(said, "observation", str(found.id), due)
