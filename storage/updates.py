"""What Telegram brought: which updates have taken effect, and which could not be understood."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.once import add_once
from storage.schema import dead_update, processed_update


async def claim(conn: AsyncConnection, update_id: int, *, now: datetime) -> bool:
    """Record that the update takes effect in this transaction; return False if it already did."""
    row = {"update_id": update_id, "at": now}
    added = await add_once(conn, processed_update, row, unique=processed_update.c.update_id)
    return added is not None


async def is_known(conn: AsyncConnection, update_id: int) -> bool:
    """Return whether the update has taken effect before."""
    known = await conn.scalar(
        sa.select(processed_update.c.update_id).where(processed_update.c.update_id == update_id)
    )
    return known is not None


async def set_aside(
    conn: AsyncConnection,
    *,
    update_id: int | None,
    reference: str,
    body: str,
    error: str,
    now: datetime,
) -> None:
    """Keep an update that could not be handled, whole, under a reference the person is told."""
    await conn.execute(
        dead_update.insert().values(
            update_id=update_id, reference=reference, body=body, error=error, at=now
        )
    )


async def count_set_aside(conn: AsyncConnection) -> int:
    """Return how many updates wait for somebody to look at them."""
    return await conn.scalar(sa.select(sa.func.count()).select_from(dead_update)) or 0


async def forget_before(conn: AsyncConnection, moment: datetime) -> None:
    """Drop the record of updates so old that Telegram cannot bring them again.

    Telegram keeps updates for 24 hours (https://core.telegram.org/bots/api#getting-updates).
    """
    await conn.execute(processed_update.delete().where(processed_update.c.at < moment))
