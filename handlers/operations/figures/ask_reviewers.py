"""Ask for a review: one message a day and reviewer that lists what waits, edited as it changes.

An edit makes no sound, so the first column of a day is a push and the others join it. A list from
an earlier day is closed by the new one.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go, packed, pairs
from handlers.city import City
from handlers.operations.clock.due_figures import shortened
from handlers.operations.doer import doer, filer
from handlers.operations.figures.to_review import columns_to_review
from handlers.operations.tell import take_back, tell
from handlers.texts import Msg, Value, from_json, msg, to_json
from storage import outbox, people
from storage.outbox import Owed
from storage.people import PersonRow
from storage.readings import Filing
from storage.schema import outbox as outbox_table

BUTTONS_MOST = 6
LINES_MOST = 20


async def ask_reviewers(
    conn: AsyncConnection, city: City, unit_id: int, filing_id: int, *, by: int, now: datetime
) -> None:
    """Tell the reviewers of a monitoring unit, except *by*, that a column waits for them."""
    for reviewer in await people.with_role(conn, "reviewer", unit_id, at=now):
        if reviewer.id == by:
            continue
        found = await _waiting(conn, city, reviewer, now=now)
        last = await _last(conn, reviewer)
        if last is not None and len(found) > 1 and _is_of_today(city, last, now):
            await _edit(conn, city, last, found, now=now)
            continue
        if last is not None and last.state == "pending":
            await outbox.mark_ended(conn, last.id, state="cleared", error=None, now=now)
        elif last is not None and await _has_list(conn, last):
            await take_back(conn, last.id, msg("review-asked-anew"), now=now, stamp=":anew")
        said, buttons = await _words(conn, city, found)
        key = f"review:{filing_id}:{reviewer.id}"
        await tell(conn, city, reviewer, said, key=key, now=now, buttons=buttons)


async def refresh_lists(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], *, now: datetime
) -> None:
    """Take what was reviewed off the lists of everybody who reviews for these units."""
    reviewers = {
        person.id: person
        for unit_id in unit_ids
        for person in await people.with_role(conn, "reviewer", unit_id, at=now)
    }
    for reviewer in reviewers.values():
        last = await _last(conn, reviewer)
        if last is None or last.state != "sent" or not await _has_list(conn, last):
            continue
        await _edit(conn, city, last, await _waiting(conn, city, reviewer, now=now), now=now)


async def _waiting(
    conn: AsyncConnection, city: City, reviewer: PersonRow, *, now: datetime
) -> list[Filing]:
    who = await people.by_id(conn, reviewer.id, at=now)
    return [] if who is None else await columns_to_review(conn, who, city)


async def _last(conn: AsyncConnection, reviewer: PersonRow) -> sa.Row[Any] | None:
    """Return the newest message that asked this person for a review, if it may still be changed."""
    query = (
        sa.select(outbox_table)
        .where(
            outbox_table.c.person_id == reviewer.id,
            outbox_table.c.key.like("review:%"),
            outbox_table.c.state.in_(("sent", "pending")),
        )
        .order_by(outbox_table.c.id.desc())
        .limit(1)
    )
    return (await conn.execute(query)).first()


def _is_of_today(city: City, last: sa.Row[Any], now: datetime) -> bool:
    """Whether a message was sent today, so that a column may join it without a sound."""
    if last.state != "sent" or last.telegram_message_id is None or last.settled_at is None:
        return False
    today: date = now.astimezone(city.zone).date()
    return today == last.settled_at.astimezone(city.zone).date()


async def _has_list(conn: AsyncConnection, last: sa.Row[Any]) -> bool:
    """Whether a message lists several columns, from the start or since it was edited."""
    return from_json(last.message).id == "review-asked-many" or bool(await _edits(conn, last))


async def _edits(conn: AsyncConnection, last: sa.Row[Any]) -> int:
    edits = outbox_table.c.key.like(f"review-edit:{last.id}:%")
    return await conn.scalar(sa.select(sa.func.count()).where(edits)) or 0


async def _edit(
    conn: AsyncConnection,
    city: City,
    last: sa.Row[Any],
    found: Sequence[Filing],
    *,
    now: datetime,
) -> None:
    said, buttons = await _words(conn, city, found)
    edit = Owed(
        key=f"review-edit:{last.id}:{await _edits(conn, last) + 1}",
        chat_id=last.chat_id,
        person_id=last.person_id,
        lane="alert",
        method="edit",
        message=to_json(said),
        buttons=packed(buttons),
        edits_message_id=last.telegram_message_id,
        not_before=now,
    )
    await outbox.enqueue(conn, edit, now=now)


async def _words(
    conn: AsyncConnection, city: City, found: Sequence[Filing]
) -> tuple[Msg, list[list[Button]]]:
    """Return what waits, newest last, and a button for each of the first."""
    if not found:
        return msg("review-all-done"), []
    given = [await _line(conn, city, each) for each in found]
    if len(found) == 1:
        said = {name: value for name, value in given[0].items() if name != "code"}
        one = [[go("review", "button-review", str(found[0].id))]]
        return msg("review-asked", **said), one
    lines = [msg("review-asked-line", **each) for each in given]
    several = [
        go("review", "review-asked-one", str(each.id), code=line["code"])
        for each, line in zip(found[:BUTTONS_MOST], given, strict=False)
    ]
    said_many = msg("review-asked-many", count=len(found), lines=shortened(lines, LINES_MOST))
    return said_many, [*pairs(several, 3), [go("review", "button-review")]]


async def _line(conn: AsyncConnection, city: City, each: Filing) -> dict[str, Value]:
    row = city.indicator(each.indicator_id)
    return {
        "code": row.indicator.code,
        "indicator": row.indicator.name,
        "period": each.period,
        "reporter": await doer(
            conn, each.filed_by, filer(row.monitoring_unit_id), at=each.filed_at
        ),
    }
