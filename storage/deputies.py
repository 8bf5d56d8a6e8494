"""Deputies (代理): who stands in for whom, from one moment until another."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import deputy


async def add(
    conn: AsyncConnection,
    person_id: int,
    deputy_id: int,
    *,
    from_at: datetime,
    until_at: datetime | None,
) -> int:
    """Let one person stand in for another in [from_at, until_at) and return the row's id."""
    added = await conn.execute(
        sa.insert(deputy)
        .values(person_id=person_id, deputy_id=deputy_id, from_at=from_at, until_at=until_at)
        .returning(deputy.c.id)
    )
    return int(added.scalar_one())


async def end_all(conn: AsyncConnection, person_id: int, *, at: datetime) -> None:
    """End every standing-in a person has part in, whichever side they are on."""
    either = sa.or_(deputy.c.person_id == person_id, deputy.c.deputy_id == person_id)
    await conn.execute(sa.update(deputy).where(either, _open_after(at)).values(until_at=at))


def in_force(at: datetime) -> sa.ColumnElement[bool]:
    """Return the condition that a row of `deputy` holds at a moment."""
    return sa.and_(deputy.c.from_at <= at, _open_after(at))


def _open_after(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(deputy.c.until_at.is_(None), deputy.c.until_at > at)
