"""Who joined an observation (附议): they have seen the same, and hear every later word of it."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.observations import Observation, all_of
from storage.schema import observation_join


async def join(
    conn: AsyncConnection, observation_id: int, person_id: int, *, now: datetime
) -> bool:
    """Let a person hear every later word of an observation; return False if they do already."""
    if person_id in await joined(conn, observation_id):
        return False
    await conn.execute(
        sa.insert(observation_join).values(
            observation_id=observation_id, person_id=person_id, at=now
        )
    )
    return True


async def joined(conn: AsyncConnection, observation_id: int) -> list[int]:
    """Return the people who joined an observation, in the order they did."""
    query = (
        sa.select(observation_join.c.person_id)
        .where(observation_join.c.observation_id == observation_id)
        .order_by(observation_join.c.id)
    )
    return list(await conn.scalars(query))


async def counts(conn: AsyncConnection, observation_ids: Iterable[int]) -> dict[int, int]:
    """Return how many joined each of these observations, those with nobody left out."""
    query = (
        sa.select(observation_join.c.observation_id, sa.func.count())
        .where(observation_join.c.observation_id.in_(list(observation_ids)))
        .group_by(observation_join.c.observation_id)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def joined_by(conn: AsyncConnection, person_ids: Iterable[int]) -> list[Observation]:
    """Return the observations these people joined, oldest first."""
    query = sa.select(observation_join.c.observation_id).where(
        observation_join.c.person_id.in_(list(person_ids))
    )
    return await all_of(conn, list(await conn.scalars(query)))
