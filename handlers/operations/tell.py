"""Owing somebody a message: at a decent hour, once, and in words chosen when it is sent."""

from datetime import datetime, time

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, packed
from handlers.city import City
from handlers.operations.people.push_kinds import kind_of
from handlers.texts import Msg, msg, to_json
from scoring.model import Period
from scoring.workdays import next_push_moment
from storage import outbox, preferences
from storage.outbox import Lane, Owed
from storage.people import PersonRow
from storage.schema import nudge, nudge_item
from storage.schema import outbox as outbox_table


async def tell(
    conn: AsyncConnection,
    city: City,
    to: PersonRow,
    message: Msg,
    *,
    key: str,
    now: datetime,
    lane: Lane = "alert",
    buttons: Keyboard = (),
    artwork_id: int | None = None,
    form: str = "photo",
    protect: bool = False,
    expires_at: datetime | None = None,
    file: tuple[str, str] | None = None,
    earliest: datetime | None = None,
) -> int | None:
    """Queue a message once by *key*; return its id, or None if it was queued or has no address.

    It leaves at the next moment of a working day that is outside the person's own quiet hours, not
    before *earliest*.
    Nothing is queued for somebody who has not joined, has left, or cannot be reached. A push of a
    kind the person switched off is kept for them to read, and not sent.
    """
    if to.user_id is None or to.left_at is not None or to.unreachable_at is not None:
        return None
    method: outbox.Method = "text"
    if artwork_id is not None:
        method = "document" if form == "document" else "photo"
    elif file is not None:
        method = "pass_on"
    owed = Owed(
        key=key,
        chat_id=to.user_id,
        person_id=to.id,
        lane=lane,
        method=method,
        message=to_json(message),
        buttons=packed(buttons),
        artwork_id=artwork_id,
        file_id=file[0] if file else None,
        file_kind=file[1] if file else None,
        protect=protect,
        expires_at=expires_at,
        not_before=decent_moment(city, to, now if earliest is None else max(now, earliest)),
    )
    kind = kind_of(message)
    muted = kind is not None and kind in (await preferences.one(conn, to.id)).muted
    return await outbox.enqueue(conn, owed, now=now, muted=muted)


def decent_moment(city: City, to: PersonRow, now: datetime) -> datetime:
    """Return the first moment from *now* on at which the person may be written to."""
    return next_push_moment(
        now.astimezone(city.zone),
        city.calendar,
        quiet_from=time.fromisoformat(to.quiet_from) if to.quiet_from else None,
        quiet_until=time.fromisoformat(to.quiet_until) if to.quiet_until else None,
    )


async def note_nudge(
    conn: AsyncConnection, outbox_id: int, *, indicator_id: int, period: Period
) -> None:
    """Remember what a reminder is about, so that arriving work can clear it."""
    await conn.execute(
        nudge.insert().values(outbox_id=outbox_id, indicator_id=indicator_id, period=str(period))
    )


async def clear_nudges(
    conn: AsyncConnection, *, indicator_id: int, period: Period, now: datetime
) -> None:
    """Take back every reminder about work that has just arrived.

    A reminder not yet sent is dropped once nothing in it is open; one that was sent is edited to
    say that all of it is done, and loses its buttons.
    """
    about = sa.and_(nudge.c.indicator_id == indicator_id, nudge.c.period == str(period))
    touched = set(
        await conn.scalars(sa.select(nudge.c.outbox_id).where(about, nudge.c.cleared_at.is_(None)))
    )
    if not touched:
        return
    await conn.execute(
        nudge.update().where(about, nudge.c.cleared_at.is_(None)).values(cleared_at=now)
    )
    await take_back_done(conn, touched, now=now)


async def take_back_done(conn: AsyncConnection, ids: set[int], *, now: datetime) -> None:
    """Take back those of these reminders in which nothing is open, of whatever kind."""
    still_open = set(
        await conn.scalars(
            sa.select(nudge.c.outbox_id)
            .where(nudge.c.outbox_id.in_(ids), nudge.c.cleared_at.is_(None))
            .union(
                sa.select(nudge_item.c.outbox_id).where(
                    nudge_item.c.outbox_id.in_(ids), nudge_item.c.cleared_at.is_(None)
                )
            )
        )
    )
    for outbox_id in sorted(ids - still_open):
        await take_back(conn, outbox_id, msg("reminder-cleared"), now=now)


async def take_back(
    conn: AsyncConnection, outbox_id: int, instead: Msg, *, now: datetime, stamp: str = ""
) -> None:
    """Take a message back: one not yet sent is dropped, one that was sent says *instead*.

    It happens once, or once for each *stamp* where what is said instead goes on changing.
    """
    row = (await conn.execute(sa.select(outbox_table).where(outbox_table.c.id == outbox_id))).one()
    if row.state == "pending":
        await outbox.mark_ended(conn, outbox_id, state="cleared", error=None, now=now)
    elif row.state == "sent" and row.telegram_message_id is not None:
        done = Owed(
            key=f"cleared:{outbox_id}{stamp}",
            chat_id=row.chat_id,
            person_id=row.person_id,
            lane="broadcast",
            method="edit",
            message=to_json(instead),
            edits_message_id=row.telegram_message_id,
            not_before=now,
        )
        await outbox.enqueue(conn, done, now=now)
