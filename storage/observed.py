"""Verified observations as the rules read them: what was done with each, and by nobody's name."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import observation, observation_event


@dataclass(frozen=True)
class Observed:
    """An observation that was verified once: its unit, its category, and every event in order."""

    id: int
    receipt: str
    unit_id: int
    category: str
    events: list[tuple[str, datetime]] = field(default_factory=list[tuple[str, datetime]])


async def known_at(conn: AsyncConnection, *, at: datetime) -> list[Observed]:
    """Return the observations that had ever been verified at a moment, oldest first."""
    verified = sa.select(observation_event.c.observation_id).where(
        observation_event.c.kind == "verified", observation_event.c.at <= at
    )
    query = (
        sa.select(
            observation.c.id,
            observation.c.receipt,
            observation.c.unit_id,
            observation.c.category,
            observation_event.c.kind,
            observation_event.c.at,
        )
        .join(observation_event, observation_event.c.observation_id == observation.c.id)
        .where(observation.c.id.in_(verified), observation_event.c.at <= at)
        .order_by(observation.c.id, observation_event.c.id)
    )
    found: dict[int, Observed] = {}
    for row in await conn.execute(query):
        each = found.setdefault(row.id, Observed(row.id, row.receipt, row.unit_id, row.category))
        each.events.append((row.kind, row.at))
    return list(found.values())


async def newest_event(conn: AsyncConnection) -> int:
    """Return the id of the last thing done with any observation, 0 before the first."""
    return await conn.scalar(sa.select(sa.func.max(observation_event.c.id))) or 0


async def refuted_between(
    conn: AsyncConnection, *, since: datetime, until: datetime
) -> frozenset[str]:
    """Return the receipts of what was refuted in (since, until] although it had been verified."""
    verified = sa.select(observation_event.c.observation_id).where(
        observation_event.c.kind == "verified", observation_event.c.at <= until
    )
    query = (
        sa.select(observation.c.receipt)
        .join(observation_event, observation_event.c.observation_id == observation.c.id)
        .where(
            observation_event.c.kind == "refuted",
            observation_event.c.at > since,
            observation_event.c.at <= until,
            observation.c.id.in_(verified),
        )
    )
    return frozenset(await conn.scalars(query))
