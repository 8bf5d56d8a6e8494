"""What waits for a person in the ledger: answers, checks, recognitions, objections to decide."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.ledger_people import awaits, might_await
from handlers.operations.ledger.ledger_terms import all_matters, without_steps
from handlers.operations.ledger.ledger_words import head, state_said
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.ledger_course import AWAITED
from storage import ledger, roster
from storage.people import Person


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the entries in which the next step is this person's."""
    found = await ledger.in_states(conn, AWAITED)
    mine = [each for each in await without_steps(conn, found) if might_await(person, city, each)]
    if not mine:
        return []
    known = await roster.load(conn, at=now)
    return [
        TodoItem(
            msg("todo-ledger", head=head(city, matter), state=state_said(matter)),
            "ledger-entry",
            str(matter.entry.id),
            matter.entry.due_at,
        )
        for matter in await all_matters(conn, [each.entry for each in mine])
        if awaits(known, person, city, matter)
    ]
