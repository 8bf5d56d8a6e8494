"""What waits for the office: requests to join, undelivered messages, updates set aside."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.due import period_to_file
from scoring.permissions import may_run_the_office
from storage import periods, updates
from storage.people import Person
from storage.schema import access_request, outbox


async def waiting(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what waits for this person as the office; nothing for anybody else."""
    if not may_run_the_office(who.roles):
        return []
    items: list[TodoItem] = []
    asked = await _count(conn, access_request, access_request.c.state == "open")
    if asked:
        items.append(TodoItem(msg("todo-access", count=asked), "access", "", None))
    stuck = await _count(conn, outbox, outbox.c.state == "unknown")
    if stuck:
        items.append(TodoItem(msg("todo-unknown", count=stuck), "undelivered", "", None))
    broken = await updates.count_set_aside(conn)
    if broken:
        items.append(TodoItem(msg("todo-set-aside", count=broken), "set-aside", "", None))
    period = period_to_file(now.astimezone(city.zone).date())
    for scheme in city.schemes_of(period.year):
        month = await periods.acts(conn, scheme.id, period)
        if any(act.act == "frozen" for act in month) and periods.released_at(month) is None:
            items.append(
                TodoItem(msg("todo-release", period=period), "release-month", str(period), now)
            )
            break
    return items


async def _count(conn: AsyncConnection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return await conn.scalar(sa.select(sa.func.count()).select_from(table).where(*where)) or 0
