"""Channels and groups the city publishes to."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import destination


@dataclass(frozen=True)
class Destination:
    """One channel or group: where it is, what for, and the language spoken there."""

    chat_id: int
    purpose: str
    title: str
    lang: str


async def with_purpose(conn: AsyncConnection, purpose: str) -> list[Destination]:
    """Return the destinations of a purpose, in the order they were added."""
    query = (
        sa.select(destination).where(destination.c.purpose == purpose).order_by(destination.c.id)
    )
    return [
        Destination(row.chat_id, row.purpose, row.title, row.lang)
        for row in await conn.execute(query)
    ]
