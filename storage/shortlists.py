"""A clerk's own shortlist (关注) of observations."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import shortlist


async def of_person(conn: AsyncConnection, person_id: int) -> frozenset[int]:
    """Return the observations on a person's shortlist."""
    query = sa.select(shortlist.c.observation_id).where(shortlist.c.person_id == person_id)
    return frozenset(await conn.scalars(query))


async def turn(conn: AsyncConnection, person_id: int, observation_id: int) -> bool:
    """Put an observation on the shortlist or take it off; return whether it is on it now."""
    mine = sa.and_(shortlist.c.person_id == person_id, shortlist.c.observation_id == observation_id)
    taken = await conn.execute(sa.delete(shortlist).where(mine))
    if taken.rowcount:
        return False
    await conn.execute(
        sa.insert(shortlist).values(person_id=person_id, observation_id=observation_id)
    )
    return True
