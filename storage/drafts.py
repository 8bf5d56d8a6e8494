"""Half-finished conversations: where each person stands, as a row that survives the process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import draft


@dataclass(frozen=True)
class Draft:
    """One open conversation. *rev* grows with every step, so that an old button is known."""

    id: int
    user_id: int
    errand: str
    version: int
    step: int
    data: Mapping[str, Any]
    rev: int
    panel_message_id: int | None
    touched_at: datetime


class MovedMeanwhileError(Exception):
    """Another turn of the same person moved the conversation first; the turn can be repeated."""


async def open_one(conn: AsyncConnection, user_id: int) -> Draft | None:
    """Return the conversation the person is in the middle of, if any."""
    query = sa.select(draft).where(draft.c.user_id == user_id, draft.c.status == "open")
    row = (await conn.execute(query)).one_or_none()
    return None if row is None else _draft(row)


async def begin(
    conn: AsyncConnection, user_id: int, *, errand: str, version: int, step: int, now: datetime
) -> Draft:
    """Start a conversation; the caller has closed any other of this person."""
    query = (
        draft.insert()
        .values(
            user_id=user_id,
            errand=errand,
            version=version,
            step=step,
            data={},
            rev=0,
            status="open",
            touched_at=now,
        )
        .returning(draft)
    )
    return _draft((await conn.execute(query)).one())


async def advance(
    conn: AsyncConnection,
    before: Draft,
    *,
    step: int,
    data: Mapping[str, Any],
    status: str,
    now: datetime,
) -> bool:
    """Write where the person stands now; return False if somebody else moved the draft first."""
    query = (
        draft.update()
        .where(draft.c.id == before.id, draft.c.rev == before.rev, draft.c.status == "open")
        .values(step=step, data=dict(data), status=status, rev=before.rev + 1, touched_at=now)
    )
    return (await conn.execute(query)).rowcount == 1


async def close(conn: AsyncConnection, draft_id: int, *, status: str, now: datetime) -> None:
    """End a conversation without finishing it: *status* is "cancelled" or "expired"."""
    query = (
        draft.update()
        .where(draft.c.id == draft_id, draft.c.status.in_(("open", "parked")))
        .values(status=status, touched_at=now, rev=draft.c.rev + 1)
    )
    await conn.execute(query)


async def set_panel(conn: AsyncConnection, draft_id: int, message_id: int) -> None:
    """Remember which message carries the conversation's buttons."""
    await conn.execute(
        draft.update().where(draft.c.id == draft_id).values(panel_message_id=message_id)
    )


async def by_id(conn: AsyncConnection, draft_id: int, user_id: int) -> Draft | None:
    """Return the person's own conversation of this id if it is open or laid aside."""
    query = sa.select(draft).where(
        draft.c.id == draft_id,
        draft.c.user_id == user_id,
        draft.c.status.in_(("open", "parked")),
    )
    row = (await conn.execute(query)).one_or_none()
    return None if row is None else _draft(row)


async def parked(conn: AsyncConnection, user_id: int) -> list[Draft]:
    """Return the conversations the person laid aside for another, the latest first."""
    query = (
        sa.select(draft)
        .where(draft.c.user_id == user_id, draft.c.status == "parked")
        .order_by(draft.c.touched_at.desc())
    )
    return [_draft(row) for row in await conn.execute(query)]


async def park(conn: AsyncConnection, user_id: int) -> None:
    """Lay the person's open conversation aside; nothing in it is lost."""
    await conn.execute(
        draft.update()
        .where(draft.c.user_id == user_id, draft.c.status == "open")
        .values(status="parked")
    )


async def resume(conn: AsyncConnection, draft_id: int, *, now: datetime) -> None:
    """Take a conversation up again; the caller has parked any other of this person."""
    await conn.execute(
        draft.update().where(draft.c.id == draft_id).values(status="open", touched_at=now)
    )


async def untouched_since(conn: AsyncConnection, moment: datetime) -> list[Draft]:
    """Return the open conversations in which nothing happened since *moment*."""
    query = sa.select(draft).where(
        draft.c.status.in_(("open", "parked")), draft.c.touched_at < moment
    )
    return [_draft(row) for row in await conn.execute(query)]


def _draft(row: sa.Row[Any]) -> Draft:
    return Draft(
        id=row.id,
        user_id=row.user_id,
        errand=row.errand,
        version=row.version,
        step=row.step,
        data=row.data,
        rev=row.rev,
        panel_message_id=row.panel_message_id,
        touched_at=row.touched_at,
    )
