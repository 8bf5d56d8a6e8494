"""What waits for a person in written analyses: to write one, to rate one."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.figures import analyses as deeds
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.permissions import may_run_the_office
from storage import analyses
from storage.people import Person


async def waiting(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the analyses this person's units have yet to write, and those to be rated."""
    items = [
        TodoItem(
            msg(
                "todo-analysis",
                unit=each.unit.short_name,
                period=each.period,
                due=each.due_at,
                late=int(now > each.due_at),
            ),
            "analysis",
            each.arg,
            each.due_at,
        )
        for each in await deeds.to_write(conn, city, who, now=now)
    ]
    if may_run_the_office(who.roles):
        count = len(await analyses.unrated(conn))
        if count:
            items.append(TodoItem(msg("todo-analyses", count=count), "analyses", "", None))
    return items
