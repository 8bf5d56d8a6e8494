"""When the scheduler last looked, and what it has already done."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.once import add_once
from storage.schema import due_row, tick

DUE = "due"
"""The look at everything that the clock owes."""


async def last(conn: AsyncConnection, name: str) -> datetime | None:
    """Return the end of the last window looked at, or None before the first."""
    return await conn.scalar(sa.select(tick.c.looked_at).where(tick.c.name == name))


async def record(conn: AsyncConnection, name: str, moment: datetime) -> None:
    """Remember that everything due up to *moment* has been queued."""
    changed = await conn.execute(tick.update().where(tick.c.name == name).values(looked_at=moment))
    if changed.rowcount == 0:
        await conn.execute(tick.insert().values(name=name, looked_at=moment))


async def claim(conn: AsyncConnection, key: str, *, due_at: datetime, now: datetime) -> bool:
    """Record that this due thing is being done; return False if it was done before."""
    row = {"key": key, "due_at": due_at, "done_at": now}
    return await add_once(conn, due_row, row, unique=due_row.c.key) is not None
