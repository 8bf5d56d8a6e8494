"""How messages ended: settled several at once, and what an end means for other rows.

`outbox.attempts` counts the tries that may have arrived: a try refused for sure is taken back,
so that a message refused twice and then in doubt is still only repeated once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import leaving
from storage.outbox import Owed, Row
from storage.schema import destination, draft, outbox, person


@dataclass(frozen=True, kw_only=True)
class Sent:
    """Delivered: where it stands, and what was said."""

    row: Row
    message_id: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Again:
    """To be tried again; *in_doubt*: this try may have arrived and counts."""

    row: Row
    not_before: datetime
    error: str
    in_doubt: bool = False


@dataclass(frozen=True, kw_only=True)
class Ended:
    """Not to be tried again by itself."""

    row: Row
    state: Literal["failed", "unknown", "expired", "cleared"]
    error: str


Settlement: TypeAlias = Sent | Again | Ended


@dataclass(frozen=True)
class Letter:
    """A message about to be sent; *lang* is what its reader reads now, None for a stranger.

    One that *is_silenced* was owed to somebody who has left since, and is not sent.
    """

    row: Row
    lang: str | None
    is_silenced: bool = False


async def letters(conn: AsyncConnection, ids: Sequence[int]) -> list[Letter]:
    """Return messages by id, in the order they were queued, each with its reader's language."""
    found = (await conn.execute(_letters(), {"ids": list(ids)})).mappings()
    return [Letter(_row(row), row["reads"], bool(row["silenced"])) for row in found]


@cache
def _letters() -> sa.Select[Any]:
    """Return the question behind every message sent, built once because it is asked so often."""
    reads = sa.func.coalesce(person.c.lang, destination.c.lang).label("reads")
    return (
        sa.select(outbox, reads, sa.func.coalesce(leaving.is_silenced(), False).label("silenced"))
        .outerjoin(person, person.c.id == outbox.c.person_id)
        .outerjoin(destination, destination.c.chat_id == outbox.c.chat_id)
        .where(outbox.c.id.in_(sa.bindparam("ids", expanding=True)))
        .order_by(outbox.c.id)
    )


async def settle(conn: AsyncConnection, ends: Sequence[Settlement], *, now: datetime) -> None:
    """Write down how several messages ended, with one statement for each kind of end."""
    sent = [each for each in ends if isinstance(each, Sent)]
    again = [each for each in ends if isinstance(each, Again)]
    ended = [each for each in ends if isinstance(each, Ended)]
    if sent:
        await _mark_sent(conn, sent, now)
    if again:
        await _mark_again(conn, again)
    if ended:
        query = (
            outbox.update()
            .where(outbox.c.id == sa.bindparam("_id"))
            .values(state=sa.bindparam("_state"), error=sa.bindparam("_error"), settled_at=now)
        )
        rows = [{"_id": e.row.id, "_state": e.state, "_error": e.error} for e in ended]
        await conn.execute(query, rows)


async def clear_waiting(conn: AsyncConnection, person_id: int, *, now: datetime) -> int:
    """Drop the broadcasts still waiting for somebody who cannot be reached; return how many."""
    query = (
        outbox.update()
        .where(
            outbox.c.person_id == person_id,
            outbox.c.state == "pending",
            outbox.c.lane == "broadcast",
        )
        .values(state="cleared", settled_at=now)
    )
    return (await conn.execute(query)).rowcount


async def move_destination(conn: AsyncConnection, old_chat_id: int, new_chat_id: int) -> None:
    """Publish to a group's new address once it became a supergroup."""
    await conn.execute(
        destination.update().where(destination.c.chat_id == old_chat_id).values(chat_id=new_chat_id)
    )


async def destination_title(conn: AsyncConnection, chat_id: int) -> str | None:
    """Return the title of a channel or group we publish to, or None if we do not."""
    return await conn.scalar(sa.select(destination.c.title).where(destination.c.chat_id == chat_id))


async def _mark_sent(conn: AsyncConnection, sent: Sequence[Sent], now: datetime) -> None:
    query = (
        outbox.update()
        .where(outbox.c.id == sa.bindparam("_id"))
        .values(
            state="sent",
            telegram_message_id=sa.bindparam("_message_id"),
            sent_text=sa.bindparam("_text"),
            settled_at=now,
            error=None,
        )
    )
    rows = [{"_id": e.row.id, "_message_id": e.message_id, "_text": e.text} for e in sent]
    await conn.execute(query, rows)
    panels = [
        {"_draft": e.row.owed.draft_id, "_message_id": e.message_id}
        for e in sent
        if e.row.owed.draft_id is not None
        and e.message_id is not None
        and e.row.owed.method != "strip"
    ]
    if panels:
        await conn.execute(
            draft.update()
            .where(draft.c.id == sa.bindparam("_draft"))
            .values(panel_message_id=sa.bindparam("_message_id")),
            panels,
        )


async def _mark_again(conn: AsyncConnection, again: Sequence[Again]) -> None:
    query = (
        outbox.update()
        .where(outbox.c.id == sa.bindparam("_id"))
        .values(
            state="pending",
            owner=None,
            not_before=sa.bindparam("_at"),
            error=sa.bindparam("_error"),
            attempts=outbox.c.attempts - sa.bindparam("_taken_back"),
        )
    )
    rows = [
        {
            "_id": e.row.id,
            "_at": e.not_before,
            "_error": e.error,
            "_taken_back": 0 if e.in_doubt else 1,
        }
        for e in again
    ]
    await conn.execute(query, rows)


def _row(row: sa.RowMapping) -> Row:
    owed = Owed(**{column: row[column] for column in Owed.__dataclass_fields__})
    return Row(id=row["id"], owed=owed, attempts=row["attempts"], repeated=row["attempts"] > 1)
