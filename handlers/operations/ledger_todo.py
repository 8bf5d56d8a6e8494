"""What waits for a person in the ledger: answers, checks, recognitions, objections to decide."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger_terms import all_matters, awaits
from handlers.operations.ledger_words import head, state_said
from handlers.texts import msg
from handlers.todo import TodoItem
from storage import ledger
from storage.people import Person


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the entries in which the next step is this person's."""
    return [
        TodoItem(
            msg("todo-ledger", head=head(city, matter), state=state_said(matter)),
            "ledger-entry",
            str(matter.entry.id),
            matter.entry.due_at,
        )
        for matter in await all_matters(conn, await ledger.all_open(conn))
        if await awaits(conn, person, city, matter, now=now)
    ]
