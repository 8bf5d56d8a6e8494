"""What a digest is about besides figures: remembered by what opens it, cleared when it is done."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.operations.tell import take_back_done
from handlers.operations.waiting import waiting
from handlers.todo import TodoItem
from storage import people
from storage.people import Person
from storage.schema import journal, nudge_item

BUTTONS_MOST = 6


async def note_items(
    conn: AsyncConnection, outbox_id: int | None, person_id: int, items: Sequence[TodoItem]
) -> None:
    """Remember which items a queued digest names."""
    if outbox_id is None or not items:
        return
    rows = [
        {"outbox_id": outbox_id, "person_id": person_id, "route": each.route, "arg": each.arg}
        for each in items
    ]
    await conn.execute(nudge_item.insert(), rows)


async def named_in(conn: AsyncConnection, ids: Sequence[int]) -> set[tuple[str, str]]:
    """Return the items that these digests name and nobody has cleared."""
    query = sa.select(nudge_item.c.route, nudge_item.c.arg).where(
        nudge_item.c.outbox_id.in_(ids), nudge_item.c.cleared_at.is_(None)
    )
    return {(row.route, row.arg) for row in await conn.execute(query)}


async def items_left(
    conn: AsyncConnection, city: City, who: Person, ids: Sequence[int], *, now: datetime
) -> list[TodoItem]:
    """Return the items of these digests that still wait for the person."""
    named = await named_in(conn, ids)
    if not named:
        return []
    return [
        each for each in await waiting(conn, who, city, now=now) if (each.route, each.arg) in named
    ]


def item_buttons(items: Sequence[TodoItem], *, first: int) -> list[list[Button]]:
    """Return a button for each of the first items, numbered as its line is."""
    return pairs(
        (
            go(each.route, "todo-open", each.arg, number=number)
            for number, each in enumerate(items[:BUTTONS_MOST], start=first)
        ),
        4,
    )


async def clear_done(
    conn: AsyncConnection, city: City, *, since: datetime | None, now: datetime
) -> None:
    """Clear the items that have been done since the last look, and take back what is all done.

    What is done is in the journal: while nothing was added to it, there is nothing to ask.
    """
    if since is not None:
        moved = sa.select(sa.func.max(journal.c.at))
        last = await conn.scalar(moved)
        if last is None or last < since:
            return
    query = sa.select(nudge_item).where(nudge_item.c.cleared_at.is_(None))
    named: dict[int, list[tuple[int, int, str, str]]] = {}
    for row in await conn.execute(query):
        named.setdefault(row.person_id, []).append((row.id, row.outbox_id, row.route, row.arg))
    for person_id, rows in named.items():
        await _clear_done_of(conn, city, person_id, rows, now=now)


async def _clear_done_of(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    rows: Sequence[tuple[int, int, str, str]],
    *,
    now: datetime,
) -> None:
    who = await people.by_id(conn, person_id, at=now)
    there = await waiting(conn, who, city, now=now) if who else []
    still = {(each.route, each.arg) for each in there}
    done = [(row_id, outbox_id) for row_id, outbox_id, *about in rows if tuple(about) not in still]
    if not done:
        return
    ids = [row_id for row_id, _ in done]
    await conn.execute(nudge_item.update().where(nudge_item.c.id.in_(ids)).values(cleared_at=now))
    await take_back_done(conn, {outbox_id for _, outbox_id in done}, now=now)
