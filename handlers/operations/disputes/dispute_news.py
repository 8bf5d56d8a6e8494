"""Who hears of a step in a dispute: new cards for some, the old ones brought up to date.

Each person has one card of a dispute that is true. A new one replaces the one before, which then
only points to it; whoever need not be called finds the card they have changed in place.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, go, packed
from handlers.city import City
from handlers.operations.disputes.dispute_card import buttons_for, card
from handlers.operations.disputes.dispute_terms import people_of, waits_alone
from handlers.operations.tell import tell
from handlers.texts import Msg, msg, to_json
from scoring.disputes import Side
from storage import disputes, outbox, people
from storage.disputes import Dispute, EventKind
from storage.outbox import Owed
from storage.people import PersonRow
from storage.schema import outbox as outbox_table

CALLED: Mapping[EventKind, frozenset[Side]] = {
    "raise": frozenset({"unit", "monitor"}),
    "file": frozenset(),  # its reviewer is asked for the review as for every column
    "send_back": frozenset({"reporter"}),
    "restate": frozenset({"office"}),
    "maintain": frozenset({"unit"}),
    "accept": frozenset({"monitor"}),
    "escalate": frozenset({"office", "monitor"}),
    "to_office": frozenset({"office", "monitor", "unit"}),
    "uphold": frozenset({"unit", "monitor"}),
    "decline": frozenset({"unit", "monitor"}),
    "order": frozenset({"unit", "monitor"}),
    "withdraw": frozenset({"monitor", "office"}),
    "lapse": frozenset({"unit", "monitor"}),
    "corrected": frozenset({"unit", "monitor", "office"}),
    "replaced": frozenset({"unit", "monitor"}),
}
"""Whom each step calls with a new card; everybody else who has one finds it changed."""

SIDES: tuple[Side, ...] = ("unit", "monitor", "office")
OFFICE_ONLY_IF_IT_HAS_ONE: frozenset[EventKind] = frozenset({"withdraw", "corrected"})


async def announce(
    conn: AsyncConnection, city: City, dispute_id: int, *, actor_id: int | None, now: datetime
) -> None:
    """Bring a dispute's last step to everybody it concerns, each once; take back reminders."""
    found = await disputes.one(conn, dispute_id)
    if found is None:
        raise LookupError(f"no dispute {dispute_id}")
    event = (await disputes.events_of(conn, dispute_id))[-1]
    text = await card(conn, city, found, now=now)
    called = set(CALLED[event.kind])
    if await waits_alone(conn, city, found, now=now):
        called.add("office")
    called_ids = {
        each.id
        for side in called
        for each in await people_of(conn, city.indicator(found.indicator_id), found, side, now=now)
    }
    await _take_back_reminders(conn, found, now=now)
    for each, side in await _everybody(conn, city, found, now=now):
        earlier = await _last_card(conn, found, each)
        is_called = each.id in called_ids and each.id != actor_id
        if side == "office" and event.kind in OFFICE_ONLY_IF_IT_HAS_ONE and earlier is None:
            is_called = False
        who = await people.by_id(conn, each.id, at=now)
        buttons = buttons_for(who, city, found) if who else ()
        unsent = earlier is not None and earlier.state == "pending"
        if unsent and earlier is not None:
            await outbox.mark_ended(conn, earlier.id, state="cleared", error=None, now=now)
        if is_called or (unsent and each.id != actor_id):
            await _send(conn, city, found, each, text, buttons, stamp=event.id, now=now)
            text_there: Msg | None = msg("dispute-card-moved", number=str(found.id))
            buttons = [[go("dispute", "button-dispute", str(found.id))]]
        else:
            text_there = text
        if earlier is not None and earlier.state == "sent":
            await _rewrite(conn, earlier, text_there, buttons, stamp=event.id, now=now)


async def remind(
    conn: AsyncConnection,
    city: City,
    found: Dispute,
    to: Sequence[PersonRow],
    message: Msg,
    *,
    stamp: str,
    now: datetime,
) -> None:
    """Remind those a dispute waits for, once a stage and day."""
    for each in to:
        await tell(
            conn,
            city,
            each,
            message,
            key=f"dispute-reminder:{found.id}:{stamp}:{each.id}",
            now=now,
            buttons=[[go("dispute", "button-dispute", str(found.id))]],
        )


async def _everybody(
    conn: AsyncConnection, city: City, found: Dispute, *, now: datetime
) -> list[tuple[PersonRow, Side]]:
    row, seen = city.indicator(found.indicator_id), set[int]()
    everybody: list[tuple[PersonRow, Side]] = []
    for side in SIDES:
        for each in await people_of(conn, row, found, side, now=now):
            if each.id not in seen:
                seen.add(each.id)
                everybody.append((each, side))
    return everybody


async def _send(
    conn: AsyncConnection,
    city: City,
    found: Dispute,
    to: PersonRow,
    text: Msg,
    buttons: Keyboard,
    *,
    stamp: int,
    now: datetime,
) -> None:
    key = f"dispute:{found.id}:{stamp}:{to.id}"
    sent = await tell(conn, city, to, text, key=key, now=now, buttons=buttons)
    first = (await disputes.events_of(conn, found.id))[0].id == stamp
    if sent is None or not first:
        return
    for number, file in enumerate(await disputes.files_of(conn, found.id), start=1):
        await tell(
            conn,
            city,
            to,
            msg("dispute-file", number=str(found.id), at=number),
            key=f"dispute-file:{found.id}:{number}:{to.id}",
            now=now,
            file=(file.file_id, file.kind),
        )


async def _last_card(conn: AsyncConnection, found: Dispute, whose: PersonRow) -> sa.Row[Any] | None:
    query = (
        _rows_of(f"dispute:{found.id}")
        .where(
            outbox_table.c.person_id == whose.id,
            outbox_table.c.method == "text",
            outbox_table.c.state.in_(("pending", "sent")),
        )
        .order_by(outbox_table.c.id.desc())
        .limit(1)
    )
    return (await conn.execute(query)).first()


def _rows_of(prefix: str) -> sa.Select[Any]:
    """Return the messages whose key begins with a prefix and a colon: a range of the index."""
    return sa.select(outbox_table).where(
        outbox_table.c.key >= f"{prefix}:", outbox_table.c.key < f"{prefix};"
    )


async def _rewrite(
    conn: AsyncConnection,
    earlier: sa.Row[Any],
    text: Msg,
    buttons: Keyboard,
    *,
    stamp: int,
    now: datetime,
) -> None:
    if earlier.telegram_message_id is None:
        return
    edit = Owed(
        key=f"edit:{earlier.key}:{stamp}",
        chat_id=earlier.chat_id,
        person_id=earlier.person_id,
        lane="alert",
        method="edit",
        message=to_json(text),
        buttons=packed(buttons),
        edits_message_id=earlier.telegram_message_id,
        not_before=now,
    )
    await outbox.enqueue(conn, edit, now=now)


async def _take_back_reminders(conn: AsyncConnection, found: Dispute, *, now: datetime) -> None:
    about = _rows_of(f"dispute-reminder:{found.id}")
    for row in (await conn.execute(about)).all():
        if row.state == "pending":
            await outbox.mark_ended(conn, row.id, state="cleared", error=None, now=now)
        elif row.state == "sent":
            over = msg("dispute-reminder-over", number=str(found.id))
            look: Keyboard = [[go("dispute", "button-dispute", str(found.id))]]
            await _rewrite(conn, row, over, look, stamp=0, now=now)
