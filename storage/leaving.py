"""What a person leaves behind: messages still owed to them, conversations half finished."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import draft, outbox, person

LEFT = "the person has left"
BEGUN = ("open", "parked")


@dataclass(frozen=True)
class Waiting:
    """A message that waits for somebody; one that *must arrive* is more than a broadcast."""

    id: int
    message: str
    must_arrive: bool


async def waiting_messages(
    conn: AsyncConnection, person_id: int, user_id: int | None
) -> list[Waiting]:
    """Return every message still waiting for a person, of whatever lane, oldest first."""
    query = (
        sa.select(outbox.c.id, outbox.c.message, outbox.c.lane, outbox.c.method)
        .where(_theirs(person_id, user_id), outbox.c.state == "pending")
        .order_by(outbox.c.id)
    )
    return [
        Waiting(row.id, row.message, row.lane == "alert" and row.method not in ("edit", "strip"))
        for row in await conn.execute(query)
    ]


async def clear_messages(
    conn: AsyncConnection, person_id: int, user_id: int | None, *, now: datetime
) -> int:
    """Drop every message still waiting for a person, of whatever lane; return how many."""
    query = (
        sa.update(outbox)
        .where(_theirs(person_id, user_id), outbox.c.state == "pending")
        .values(state="cleared", error=LEFT, settled_at=now)
    )
    return (await conn.execute(query)).rowcount


async def readdress(
    conn: AsyncConnection,
    message_ids: Sequence[int],
    *,
    person_id: int,
    chat_id: int,
    not_before: datetime,
) -> list[int]:
    """Send waiting messages to somebody else instead; return those that went over.

    What that person has in the same words already stays where it is.
    """
    theirs = sa.select(outbox.c.message).where(
        outbox.c.person_id == person_id, outbox.c.state.in_(("pending", "sending", "sent"))
    )
    query = (
        sa.update(outbox)
        .where(
            outbox.c.id.in_(message_ids),
            outbox.c.state == "pending",
            outbox.c.message.not_in(theirs),
        )
        .values(
            person_id=person_id,
            chat_id=chat_id,
            not_before=sa.case(
                (outbox.c.not_before < not_before, not_before), else_=outbox.c.not_before
            ),
        )
        .returning(outbox.c.id)
    )
    return list((await conn.execute(query)).scalars())


async def taken_back(conn: AsyncConnection, person_id: int, *, at: datetime) -> list[Waiting]:
    """Return the messages that were dropped when a person left at that moment."""
    query = (
        sa.select(outbox.c.id, outbox.c.message, outbox.c.lane, outbox.c.method)
        .where(
            outbox.c.person_id == person_id,
            outbox.c.state == "cleared",
            outbox.c.error == LEFT,
            outbox.c.settled_at == at,
        )
        .order_by(outbox.c.id)
    )
    return [
        Waiting(row.id, row.message, row.lane == "alert" and row.method not in ("edit", "strip"))
        for row in await conn.execute(query)
    ]


async def close_drafts(
    conn: AsyncConnection, user_id: int, *, now: datetime, but_for: int | None = None
) -> int:
    """End every conversation of an account; its buttons are old from then on.

    *but_for* is one that ends by itself: the conversation in which the person hands over.
    """
    query = (
        sa.update(draft)
        .where(draft.c.user_id == user_id, draft.c.status.in_(BEGUN), draft.c.id != (but_for or 0))
        .values(status="cancelled", touched_at=now, rev=draft.c.rev + 1)
    )
    return (await conn.execute(query)).rowcount


async def drafts_left(
    conn: AsyncConnection, user_id: int, *, without: Sequence[str], closed_at: datetime | None
) -> list[int]:
    """Return the conversations somebody has not finished, oldest first.

    With *closed_at*, those that were closed when their account was taken away at that moment.
    *without* names errands that are about the person themselves.
    """
    if closed_at is None:
        begun = draft.c.status.in_(BEGUN)
    else:
        begun = sa.and_(draft.c.status == "cancelled", draft.c.touched_at == closed_at)
    query = (
        sa.select(draft.c.id)
        .where(draft.c.user_id == user_id, begun, draft.c.errand.not_in(list(without)))
        .order_by(draft.c.id)
    )
    return list(await conn.scalars(query))


async def move_drafts(
    conn: AsyncConnection, draft_ids: Sequence[int], user_id: int, *, now: datetime
) -> None:
    """Lay conversations aside for another account: buttons drawn before are old from then on."""
    await conn.execute(
        sa.update(draft)
        .where(draft.c.id.in_(draft_ids))
        .values(
            user_id=user_id,
            status="parked",
            panel_message_id=None,
            touched_at=now,
            rev=draft.c.rev + 1,
        )
    )


def is_silenced() -> sa.ColumnElement[bool]:
    """Return the condition that a message is for somebody who has left.

    What was queued at the very moment of leaving is the last word, and still goes out.
    """
    return sa.and_(person.c.left_at.is_not(None), outbox.c.queued_at != person.c.left_at)


def _theirs(person_id: int, user_id: int | None) -> sa.ColumnElement[bool]:
    theirs = outbox.c.person_id == person_id
    if user_id is not None:  # In a private chat the chat's id is the account's.
        theirs = sa.or_(theirs, outbox.c.chat_id == user_id)
    return theirs
