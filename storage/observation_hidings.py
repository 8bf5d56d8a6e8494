"""What the office has hidden of observations: nothing is taken away, and every act is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import observation_hiding

Hiding: TypeAlias = Literal["hide", "show"]


@dataclass(frozen=True, slots=True)
class HidingRow:
    """One act: *what* is "said", "place", "event:<id>" or "file:<id>"."""

    what: str
    deed: Hiding
    reason: str
    by: int
    at: datetime


async def add(
    conn: AsyncConnection,
    observation_id: int,
    what: str,
    deed: Hiding,
    *,
    reason: str,
    by: int,
    now: datetime,
) -> bool:
    """Hide or show something from now on; return False if it is so already."""
    if (what in await hidden(conn, observation_id)) == (deed == "hide"):
        return False
    await conn.execute(
        sa.insert(observation_hiding).values(
            observation_id=observation_id, what=what, deed=deed, reason=reason, by=by, at=now
        )
    )
    return True


async def history(conn: AsyncConnection, observation_id: int) -> list[HidingRow]:
    """Return everything that was hidden or shown again, oldest first."""
    query = (
        sa.select(observation_hiding)
        .where(observation_hiding.c.observation_id == observation_id)
        .order_by(observation_hiding.c.id)
    )
    return [
        HidingRow(row.what, row.deed, row.reason, row.by, row.at)
        for row in await conn.execute(query)
    ]


async def hidden(conn: AsyncConnection, observation_id: int) -> frozenset[str]:
    """Return what is hidden now."""
    last = {each.what: each.deed for each in await history(conn, observation_id)}
    return frozenset(what for what, deed in last.items() if deed == "hide")
