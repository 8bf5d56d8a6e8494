"""The morning's digest: one message a person with everything due soon, read or put off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.blank import blank_book
from handlers.operations.due_figures import (
    LINES_MOST,
    DueFigure,
    file_buttons,
    free_stamp,
    more_time,
    note_about,
    nudged,
    shortened,
    still_open,
)
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.texts import Msg, msg
from scoring.due import MORNING
from scoring.refusals import Outdated
from storage import journal, outbox
from storage.people import Person, PersonRow
from storage.schema import outbox as outbox_table

LINES_UNDER_A_FILE = 10
"""A caption holds 1,024 characters; the blank names everything anyway."""


async def send_digest(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    figures: Sequence[DueFigure],
    *,
    at: datetime,
) -> int | None:
    """Queue one digest for the morning of *at*; return its id, or None for nobody to write to.

    Whatever another digest still waiting for that morning was about is taken into this one.
    """
    merged = {each.cell: each for each in await _take_waiting(conn, city, person, at=at)}
    merged |= {each.cell: each for each in figures}
    ordered = sorted(merged.values(), key=lambda each: (each.due_at, each.row.id))
    if not ordered:
        return None
    stamp = await free_stamp(conn, f"digest:{person.id}", at.astimezone(city.zone).date())
    last_due = max(each.due_at for each in ordered)
    artwork_id = await _blank(conn, city, figures, at=at)
    lines = [_digest_line(city, each, at=at) for each in ordered]
    outbox_id = await tell(
        conn,
        city,
        person,
        msg(
            "digest",
            count=len(ordered),
            first_due=ordered[0].due_at,
            lines=shortened(lines, LINES_MOST if artwork_id is None else LINES_UNDER_A_FILE),
            blank=int(artwork_id is not None),
        ),
        key=f"digest:{person.id}:{stamp}",
        now=at,
        buttons=[
            *file_buttons(ordered),
            *more_time(ordered),
            [
                go("reminder-heard", "clock-button-heard", stamp),
                go("reminder-snooze", "clock-button-snooze", stamp),
            ],
        ],
        artwork_id=artwork_id,
        form="document",
        expires_at=last_due if last_due > at else None,
    )
    await note_about(conn, outbox_id, ordered)
    return outbox_id


async def _blank(
    conn: AsyncConnection, city: City, figures: Sequence[DueFigure], *, at: datetime
) -> int | None:
    """Order the blank that goes with the first word on a month; None for a later one.

    It holds everything the same units file for that month.
    """
    first = next((each for each in figures if each.rung == "ahead"), None)
    if first is None:
        return None
    units = list(dict.fromkeys(each.row.monitoring_unit_id for each in figures))
    book = await blank_book(conn, city, units, first.period, now=at)
    if book is None:
        return None
    return await order_artwork(conn, book, form="xlsx", now=at)


async def hear(conn: AsyncConnection, who: Person, stamp: str, *, now: datetime) -> None:
    """Record that the person has read a digest; raise Outdated if there is no such digest."""
    await _own_digest(conn, who, stamp)
    await journal.add(
        conn, person_id=who.id, act="reminder-heard", subject=f"digest {stamp}", at=now
    )


async def snooze(
    conn: AsyncConnection, city: City, who: Person, stamp: str, *, now: datetime
) -> datetime | None:
    """Remind the person again on the next working morning; return when, or None if all is filed.

    Raises Outdated if there is no such digest.
    """
    about = await nudged(conn, city, [await _own_digest(conn, who, stamp)])
    left = await still_open(conn, about)
    if not left:
        return None
    today = now.astimezone(city.zone).date()
    morning = datetime.combine(city.calendar.shifted(today, 1), MORNING, tzinfo=city.zone)
    await send_digest(conn, city, who.row, left, at=morning)
    return morning


async def open_in(
    conn: AsyncConnection, city: City, who: Person, stamp: str, *, now: datetime
) -> tuple[list[Msg], list[list[Button]]]:
    """Return what is still open of a digest, as lines and as buttons to file it."""
    about = await nudged(conn, city, [await _own_digest(conn, who, stamp)])
    left = await still_open(conn, about)
    said = [_digest_line(city, each, at=now) for each in left]
    return shortened(said), file_buttons(left)


def _digest_line(city: City, each: DueFigure, *, at: datetime) -> Msg:
    given = {"code": each.row.indicator.code, "indicator": each.row.indicator.name}
    if each.due_at <= at:
        return msg("digest-line-overdue", **given, period=each.period, due=each.due)
    today = at.astimezone(city.zone).date()
    tomorrow = city.calendar.shifted(today, 1)
    if each.due_at.astimezone(city.zone).date() <= tomorrow:
        return msg("digest-line-soon", **given, period=each.period, due=each.due)
    return msg("digest-line", **given, period=each.period, due=each.due)


async def _own_digest(conn: AsyncConnection, who: Person, stamp: str) -> int:
    query = sa.select(outbox_table.c.id).where(outbox_table.c.key == f"digest:{who.id}:{stamp}")
    found = await conn.scalar(query)
    if found is None:
        raise Outdated("reminder-gone")
    return found


async def _take_waiting(
    conn: AsyncConnection, city: City, person: PersonRow, *, at: datetime
) -> list[DueFigure]:
    """Withdraw the person's digests not sent yet and due by that day; return what is in them."""
    until = at + timedelta(days=1)
    query = sa.select(outbox_table.c.id).where(
        outbox_table.c.person_id == person.id,
        outbox_table.c.key.like(f"digest:{person.id}:%"),
        outbox_table.c.state == "pending",
        outbox_table.c.not_before < until,
    )
    ids = list(await conn.scalars(query))
    about = await nudged(conn, city, ids)
    for outbox_id in ids:
        await outbox.mark_ended(conn, outbox_id, state="cleared", error=None, now=at)
    return await still_open(conn, about)
