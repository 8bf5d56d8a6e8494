"""Messages owed to people: queued with the deed, claimed before the call, settled after it.

pending → sending (committed BEFORE the call) → sent | pending again (refused for sure) |
failed (refused for good) | unknown (timed out or crashed in flight). A row also ends as cleared
(the work it asked for arrived first) or expired (no longer of use). A push of a kind its person
switched off is muted, and read once they looked at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.once import add_once
from storage.schema import draft, outbox

Lane: TypeAlias = Literal["reply", "alert", "broadcast"]
Method: TypeAlias = Literal["text", "edit", "mark", "strip", "photo", "document", "pass_on"]
Buttons: TypeAlias = list[list[dict[str, Any]]]

LANES: tuple[Lane, ...] = ("reply", "alert", "broadcast")

_NEXT_MOMENTS = (
    sa.select(outbox.c.lane, sa.func.min(outbox.c.not_before).label("due_at"))
    .where(outbox.c.state == "pending")
    .group_by(outbox.c.lane)
)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """One message as it is queued; *message* is words not yet said, as JSON."""

    key: str
    chat_id: int
    lane: Lane
    method: Method
    message: str
    not_before: datetime
    person_id: int | None = None
    buttons: Buttons | None = None
    artwork_id: int | None = None
    file_id: str | None = None
    file_kind: str | None = None
    edits_message_id: int | None = None
    replies_to_id: int | None = None
    draft_id: int | None = None
    protect: bool = False
    expires_at: datetime | None = None


@dataclass(frozen=True)
class Row:
    """One message as it is sent."""

    id: int
    owed: Owed
    attempts: int
    repeated: bool


async def enqueue(
    conn: AsyncConnection,
    owed: Owed,
    *,
    now: datetime,
    owner: str | None = None,
    muted: bool = False,
) -> int | None:
    """Queue a message once; return its id, or None if this key was queued before.

    With *owner* the row is claimed at once by that process, which sends it after the commit. One
    that is *muted* is never sent: it waits to be read.
    """
    values: dict[str, Any] = {column: getattr(owed, column) for column in Owed.__dataclass_fields__}
    claimed = {"state": "sending", "owner": owner, "started_at": now, "attempts": 1}
    waiting = {"state": "muted" if muted else "pending", "attempts": 0}
    row = {**values, "queued_at": now, **(claimed if owner else waiting)}
    return await add_once(conn, outbox, row, unique=outbox.c.key)


async def claim(
    conn: AsyncConnection, *, owner: str, lane: Lane, now: datetime, limit: int
) -> Sequence[Row]:
    """Take up to *limit* waiting messages of a lane, oldest first; one a chat, so order holds."""
    given = {"_lane": lane, "_now": now, "_most": limit, "_owner": owner}
    taken = (await conn.execute(_claim(), given)).mappings().all()
    return [_row(row) for row in sorted(taken, key=lambda row: row["id"])]


@cache
def _claim() -> sa.Executable:
    """Return the claim of a lane, built once because it is made so often."""
    busy = sa.select(outbox.c.chat_id).where(outbox.c.state == "sending")
    first = (
        sa.select(sa.func.min(outbox.c.id))
        .where(
            outbox.c.state == "pending",
            outbox.c.lane == sa.bindparam("_lane"),
            outbox.c.not_before <= sa.bindparam("_now"),
            outbox.c.chat_id.not_in(busy),
        )
        .group_by(outbox.c.chat_id)
        .order_by(sa.func.min(outbox.c.id))
        .limit(sa.bindparam("_most"))
    )
    return (
        outbox.update()
        .where(outbox.c.id.in_(first), outbox.c.state == "pending")
        .values(
            state="sending",
            owner=sa.bindparam("_owner"),
            started_at=sa.bindparam("_now"),
            attempts=outbox.c.attempts + 1,
        )
        .returning(outbox)
    )


async def rows(conn: AsyncConnection, ids: Sequence[int]) -> Sequence[Row]:
    """Return messages by id, in the order they were queued."""
    query = sa.select(outbox).where(outbox.c.id.in_(ids)).order_by(outbox.c.id)
    return [_row(row) for row in (await conn.execute(query)).mappings()]


async def unread(conn: AsyncConnection, person_id: int) -> Sequence[Row]:
    """Return a person's messages that were not pushed and not read yet, the oldest first."""
    query = (
        sa.select(outbox)
        .where(outbox.c.person_id == person_id, outbox.c.state == "muted")
        .order_by(outbox.c.id)
    )
    return [_row(row) for row in (await conn.execute(query)).mappings()]


async def mark_read(conn: AsyncConnection, ids: Sequence[int], *, now: datetime) -> None:
    """Record that messages which were not pushed have been read."""
    query = outbox.update().where(outbox.c.id.in_(ids), outbox.c.state == "muted")
    await conn.execute(query.values(state="read", settled_at=now))


async def is_reply(conn: AsyncConnection, chat_id: int, message_id: int) -> bool:
    """Return whether a message in a chat was an answer to its person, and not a push."""
    query = (
        sa.select(outbox.c.id)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.telegram_message_id == message_id,
            outbox.c.lane == "reply",
        )
        .limit(1)
    )
    return await conn.scalar(query) is not None


async def mark_sent(
    conn: AsyncConnection, row: Row, *, message_id: int | None, text: str, now: datetime
) -> None:
    """Record the message as delivered, with what was said and where it stands."""
    await conn.execute(
        outbox.update()
        .where(outbox.c.id == row.id)
        .values(
            state="sent",
            telegram_message_id=message_id,
            sent_text=text,
            settled_at=now,
            error=None,
        )
    )
    if row.owed.draft_id is not None and message_id is not None and row.owed.method != "strip":
        await conn.execute(
            draft.update()
            .where(draft.c.id == row.owed.draft_id)
            .values(panel_message_id=message_id)
        )


async def mark_again(
    conn: AsyncConnection, row_id: int, *, not_before: datetime, error: str
) -> None:
    """Record that the message was refused for sure and is to be tried again."""
    await conn.execute(
        outbox.update()
        .where(outbox.c.id == row_id)
        .values(state="pending", owner=None, not_before=not_before, error=error)
    )


async def mark_ended(
    conn: AsyncConnection,
    row_id: int,
    *,
    state: Literal["failed", "unknown", "expired", "cleared"],
    error: str | None,
    now: datetime,
) -> None:
    """Record that the message will not be tried again by itself."""
    await conn.execute(
        outbox.update()
        .where(outbox.c.id == row_id)
        .values(state=state, error=error, settled_at=now)
    )


async def move_chat(conn: AsyncConnection, old_chat_id: int, new_chat_id: int) -> None:
    """Send everything still owed to a group that became a supergroup to its new address."""
    await conn.execute(
        outbox.update()
        .where(outbox.c.chat_id == old_chat_id, outbox.c.state.in_(("pending", "sending")))
        .values(chat_id=new_chat_id)
    )


async def recover(conn: AsyncConnection, *, owner: str, now: datetime) -> int:
    """Settle what an earlier process left in flight; return how many rows it left.

    Nobody can know whether those messages arrived. A reply, an edit and an alert must arrive:
    they are repeated once (an edit that changes nothing is harmless). A broadcast is not: it
    becomes unknown and is shown to the office.
    """
    left = sa.and_(outbox.c.state == "sending", outbox.c.owner != owner)
    must_arrive = sa.or_(
        outbox.c.lane.in_(("reply", "alert")), outbox.c.method.in_(("edit", "mark"))
    )
    first_time = outbox.c.attempts <= 1
    again = await conn.execute(
        outbox.update()
        .where(left, must_arrive, first_time)
        .values(state="pending", owner=None, error="in flight when the process ended")
    )
    unknown = await conn.execute(
        outbox.update()
        .where(left)
        .values(state="unknown", error="in flight when the process ended", settled_at=now)
    )
    return again.rowcount + unknown.rowcount


async def expire(conn: AsyncConnection, *, now: datetime) -> int:
    """Drop waiting messages that are of no more use; return how many."""
    query = (
        outbox.update()
        .where(
            outbox.c.state == "pending",
            outbox.c.expires_at.is_not(None),
            outbox.c.expires_at <= now,
        )
        .values(state="expired", settled_at=now)
    )
    return (await conn.execute(query)).rowcount


async def repeat(conn: AsyncConnection, row_id: int, *, now: datetime) -> bool:
    """Queue an unknown or failed message again at the office's word; False if it was settled."""
    query = (
        outbox.update()
        .where(outbox.c.id == row_id, outbox.c.state.in_(("unknown", "failed")))
        .values(state="pending", owner=None, not_before=now, error=None)
    )
    return (await conn.execute(query)).rowcount == 1


async def count_by_state(conn: AsyncConnection) -> dict[str, int]:
    """Return how many messages stand in each state."""
    query = sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state)
    return {row[0]: row[1] for row in await conn.execute(query)}


async def next_moments(conn: AsyncConnection) -> dict[str, datetime]:
    """Return, for each lane with waiting messages, the earliest moment one may be sent."""
    return {row.lane: row.due_at for row in await conn.execute(_NEXT_MOMENTS)}


async def next_moment(conn: AsyncConnection) -> datetime | None:
    """Return the earliest moment at which a waiting message may be sent."""
    return min((await next_moments(conn)).values(), default=None)


async def longest_wait(conn: AsyncConnection, *, now: datetime) -> timedelta:
    """Return how long the oldest message that may be sent has been waiting."""
    oldest = await next_moment(conn)
    return max(now - oldest, timedelta(0)) if oldest else timedelta(0)


def _row(row: sa.RowMapping) -> Row:
    owed = Owed(**{column: row[column] for column in Owed.__dataclass_fields__})
    return Row(row["id"], owed, row["attempts"], repeated=row["attempts"] > 1)
