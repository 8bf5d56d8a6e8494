"""What is asked of the events of many observations at once: since when, by whom, in which order."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.observations import Event, EventKind
from storage.schema import observation_event

GIVES_TIME: tuple[EventKind, ...] = (
    "dispatched",
    "sustained",
    "not_fixed",
    "partly_fixed",
    "reopened",
    "ordered",
)


async def handed_over(conn: AsyncConnection, observation_ids: Iterable[int]) -> dict[int, datetime]:
    """Return from when each observation's unit has its time, if it was ever handed over.

    That is its last dispatch, or the observer's latest word that it is not fixed; what the unit
    asks for (a transfer, a second check) does not give it time.
    """
    query = (
        sa.select(observation_event.c.observation_id, sa.func.max(observation_event.c.at))
        .where(
            observation_event.c.observation_id.in_(list(observation_ids)),
            observation_event.c.kind.in_(GIVES_TIME),
        )
        .group_by(observation_event.c.observation_id)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def histories(conn: AsyncConnection, ids: Iterable[int]) -> dict[int, list[Event]]:
    """Return the events of each observation, oldest first."""
    query = (
        sa.select(observation_event)
        .where(observation_event.c.observation_id.in_(list(ids)))
        .order_by(observation_event.c.id)
    )
    found: dict[int, list[Event]] = {}
    for row in await conn.execute(query):
        event = Event(row.id, row.kind, row.by, row.said, row.at, row.unit_id)
        found.setdefault(row.observation_id, []).append(event)
    return found


async def last_assigned(conn: AsyncConnection) -> dict[int, int]:
    """Return for everybody who was ever assigned the number of the event that did so last."""
    query = (
        sa.select(observation_event.c.said, sa.func.max(observation_event.c.id))
        .where(observation_event.c.kind == "assigned")
        .group_by(observation_event.c.said)
    )
    return {int(row[0]): row[1] for row in await conn.execute(query)}
