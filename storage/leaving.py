"""What a person leaves behind: messages still owed to them, conversations half finished."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import draft, outbox


async def clear_messages(
    conn: AsyncConnection, person_id: int, user_id: int | None, *, now: datetime
) -> int:
    """Drop every message still waiting for a person, of whatever lane; return how many."""
    theirs = outbox.c.person_id == person_id
    if user_id is not None:  # In a private chat the chat's id is the account's.
        theirs = sa.or_(theirs, outbox.c.chat_id == user_id)
    query = (
        sa.update(outbox)
        .where(theirs, outbox.c.state == "pending")
        .values(state="cleared", error="the person has left", settled_at=now)
    )
    return (await conn.execute(query)).rowcount


async def close_drafts(conn: AsyncConnection, user_id: int, *, now: datetime) -> int:
    """End every conversation of an account; its buttons are old from then on."""
    query = (
        sa.update(draft)
        .where(draft.c.user_id == user_id, draft.c.status.in_(("open", "parked")))
        .values(status="cancelled", touched_at=now, rev=draft.c.rev + 1)
    )
    return (await conn.execute(query)).rowcount
