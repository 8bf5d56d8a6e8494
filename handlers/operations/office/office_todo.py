"""What waits for the office: requests to join, undelivered messages, updates set aside."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import collecting
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.due import last_ended
from scoring.permissions import may_run_the_office
from storage import updates
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
    period = last_ended(now.astimezone(city.zone).date())
    if await collecting.is_unreleased(conn, city, period):
        said = msg("todo-release", period=period)
        items.append(TodoItem(said, "release-month", str(period), now))
    return items


async def _count(conn: AsyncConnection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    return await conn.scalar(sa.select(sa.func.count()).select_from(table).where(*where)) or 0
