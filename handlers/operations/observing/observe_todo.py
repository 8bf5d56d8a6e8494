"""What waits for a person in the matter of observations, whatever side they are on."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_news import due_words
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_told import as_told
from handlers.texts import msg
from handlers.todo import TodoItem
from storage import observations
from storage.observations import Observation
from storage.people import Person

LOOKS = frozenset({"office", "committee", "contact", "observer"})


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what waits for this person, each with its term.

    What waits for a side in which nobody can be reached stands on the office's list.
    """
    if not any(role.kind in LOOKS for role in person.roles):
        return []
    parties = Parties(conn, now=now)
    items: list[TodoItem] = []
    for each in await observations.all_open(conn):
        if not await parties.awaits(person, each):
            continue
        if await parties.seen_as(person, each) == "unit":
            told = as_told(city, each, await parties.events(each), now=now)
            if told is None or not told.is_current:
                continue
        items.append(await _item(parties, city, person, each))
    return items


async def _item(parties: Parties, city: City, person: Person, found: Observation) -> TodoItem:
    seen = await parties.seen_as(person, found)
    said = msg(
        "todo-observation",
        state=found.state,
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        due=due_words(found),
        alone=int(seen == "office" and bool(await parties.alone(found))),
    )
    return TodoItem(said, "observation", str(found.id), found.due_at)
