"""The digest: one message a day and person with everything due soon, read or put off.

Figures to file come first, then whatever else waits: a person gets one list, not a message for
each kind of work.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.clock.digest_items import item_buttons, items_left, note_items
from handlers.operations.clock.due_figures import (
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
from handlers.operations.figures.blank import blank_book
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.refusals import Outdated
from storage import journal, outbox, people, preferences
from storage.people import Person, PersonRow
from storage.schema import outbox as outbox_table

LINES_UNDER_A_FILE = 10
"""A caption holds 1,024 characters; the blank names everything anyway."""
Until: TypeAlias = Literal["tomorrow", "monday"]
FAR_OFF = datetime.max.replace(tzinfo=UTC)
AFTER_THE_TICK = timedelta(minutes=1)
"""What was put off waits for the digest of its morning, so that both are one message."""
CARDS = frozenset({"yellow", "red"})
CARD_MARK = "~"
"""Between the kind of a card and its day, in the button that puts it off."""


async def send_digest(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    figures: Sequence[DueFigure],
    *,
    at: datetime,
    also: Sequence[TodoItem] = (),
) -> int | None:
    """Queue one digest for the morning of *at*; return its id, or None if nobody is to be told.

    Whatever another digest still waiting for that morning was about is taken into this one.
    *also* is what waits besides figures.
    """
    taken, named = await _take_waiting(conn, city, person, at=at)
    merged = {each.cell: each for each in [*taken, *figures]}
    ordered = sorted(merged.values(), key=lambda each: (each.due_at, each.row.id))
    items = {(each.route, each.arg): each for each in [*named, *also]}
    others = sorted(items.values(), key=lambda each: each.urgency or FAR_OFF)
    if not ordered and not others:
        return None
    stamp = await free_stamp(conn, f"digest:{person.id}", at.astimezone(city.zone).date())
    last_due = max((each.due_at for each in ordered), default=at)
    artwork_id = await _blank(conn, city, figures, at=at)
    outbox_id = await tell(
        conn,
        city,
        person,
        _words(city, ordered, others, at=at, has_blank=artwork_id is not None),
        key=f"digest:{person.id}:{stamp}",
        now=at,
        buttons=[
            *file_buttons(ordered),
            *more_time(ordered),
            *item_buttons(others, first=1),
            *([[go("todo", "button-todo")]] if others else []),
            *put_off_buttons(stamp),
        ],
        artwork_id=artwork_id,
        form="document",
        expires_at=last_due if last_due > at and not others else None,
    )
    await note_about(conn, outbox_id, ordered)
    await note_items(conn, outbox_id, person.id, others)
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


def put_off_buttons(stamp: str) -> list[list[Button]]:
    """Return the buttons under a reminder: read, tomorrow again, next Monday again."""
    return [
        [
            go("reminder-heard", "clock-button-heard", stamp),
            go("reminder-snooze", "clock-button-snooze", stamp),
        ],
        [go("reminder-monday", "clock-button-monday", stamp)],
    ]


def _words(
    city: City,
    figures: Sequence[DueFigure],
    others: Sequence[TodoItem],
    *,
    at: datetime,
    has_blank: bool,
) -> Msg:
    most = LINES_UNDER_A_FILE if has_blank else LINES_MOST
    lines = shortened([_digest_line(city, each, at=at) for each in figures], most)
    if not others:
        first_due, blank = figures[0].due_at, int(has_blank)
        return msg("digest", count=len(figures), first_due=first_due, lines=lines, blank=blank)
    numbered = [
        msg("todo-line", number=number, item=each.message)
        for number, each in enumerate(others, start=1)
    ]
    return msg(
        "digest-mixed",
        count=len(figures) + len(others),
        figures=len(figures),
        figure_lines=lines or [msg("nothing")],
        other_lines=shortened(numbered, most // 2),
        blank=int(has_blank),
    )


async def hear(conn: AsyncConnection, who: Person, stamp: str, *, now: datetime) -> None:
    """Record that the person has read a reminder; raise Outdated if there is no such one."""
    await _own_reminder(conn, who, stamp)
    await journal.add(
        conn, person_id=who.id, act="reminder-heard", subject=f"digest {stamp}", at=now
    )


async def snooze(
    conn: AsyncConnection,
    city: City,
    who: Person,
    stamp: str,
    *,
    now: datetime,
    until: Until = "tomorrow",
) -> datetime | None:
    """Remind the person again later; return when, or None if all of it is done.

    Tomorrow is the next working day, next Monday the first working day of the week after this one.
    Raises Outdated if there is no such reminder.
    """
    mine = [await _own_reminder(conn, who, stamp)]
    left = await still_open(conn, await nudged(conn, city, mine))
    items = await items_left(conn, city, who, mine, now=now)
    if not left and not items:
        return None
    today = now.astimezone(city.zone).date()
    if until == "monday":
        day = city.calendar.next_working(today + timedelta(days=7 - today.weekday()))
    else:
        day = city.calendar.shifted(today, 1)
    chosen = await preferences.one(conn, who.id)
    morning = datetime.combine(day, time.fromisoformat(chosen.digest_at), tzinfo=city.zone)
    await send_digest(conn, city, who.row, left, at=morning + AFTER_THE_TICK, also=items)
    return morning


async def open_in(
    conn: AsyncConnection, city: City, who: Person, stamp: str, *, now: datetime
) -> tuple[list[Msg], list[list[Button]]]:
    """Return what is still open of a reminder, as lines and as buttons to do it."""
    mine = [await _own_reminder(conn, who, stamp)]
    left = await still_open(conn, await nudged(conn, city, mine))
    items = await items_left(conn, city, who, mine, now=now)
    said = [_digest_line(city, each, at=now) for each in left]
    said += [
        msg("todo-line", number=number, item=each.message)
        for number, each in enumerate(items, start=1)
    ]
    return shortened(said), [*file_buttons(left), *item_buttons(items, first=1)]


def _digest_line(city: City, each: DueFigure, *, at: datetime) -> Msg:
    given = {"code": each.row.indicator.code, "indicator": each.row.indicator.name}
    if each.due_at <= at:
        return msg("digest-line-overdue", **given, period=each.period, due=each.due)
    today = at.astimezone(city.zone).date()
    tomorrow = city.calendar.shifted(today, 1)
    if each.due_at.astimezone(city.zone).date() <= tomorrow:
        return msg("digest-line-soon", **given, period=each.period, due=each.due)
    return msg("digest-line", **given, period=each.period, due=each.due)


async def _own_reminder(conn: AsyncConnection, who: Person, stamp: str) -> int:
    """Return the person's own reminder of this stamp: a digest, or the card that it names."""
    kind, _, day = stamp.rpartition(CARD_MARK)
    if kind and kind not in CARDS:
        raise Outdated("reminder-gone")
    key = f"{kind or 'digest'}:{who.id}:{day}"
    found = await conn.scalar(sa.select(outbox_table.c.id).where(outbox_table.c.key == key))
    if found is None:
        raise Outdated("reminder-gone")
    return found


async def _take_waiting(
    conn: AsyncConnection, city: City, person: PersonRow, *, at: datetime
) -> tuple[list[DueFigure], list[TodoItem]]:
    """Withdraw the person's digests not sent yet and due by that day; return what is in them."""
    ids = await pending_digests(conn, person.id, before=at + timedelta(days=1))
    if not ids:
        return [], []
    about = await nudged(conn, city, ids)
    who = await people.by_id(conn, person.id, at=at)
    items = await items_left(conn, city, who, ids, now=at) if who else []
    for outbox_id in ids:
        await outbox.mark_ended(conn, outbox_id, state="cleared", error=None, now=at)
    return await still_open(conn, about), items


async def pending_digests(
    conn: AsyncConnection, person_id: int, *, before: datetime, after: datetime | None = None
) -> list[int]:
    """Return the person's digests that are not sent yet and will be between these moments."""
    query = sa.select(outbox_table.c.id).where(
        outbox_table.c.person_id == person_id,
        outbox_table.c.key.like(f"digest:{person_id}:%"),
        outbox_table.c.state == "pending",
        outbox_table.c.not_before < before,
    )
    if after is not None:
        query = query.where(outbox_table.c.not_before > after)
    return list(await conn.scalars(query))
