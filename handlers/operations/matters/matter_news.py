"""Who hears of a step in a matter: a new card for whom it calls, the old ones brought up to date.

Each person has one card of a matter that is true. A new one replaces the one before, which then
only points to it; whoever need not be called finds the card they have changed in place.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Keyboard, go, packed
from handlers.city import City
from handlers.operations.matters.matter_card import buttons_for, card, files_for
from handlers.operations.matters.matter_terms import awaited_people, course_of, name_of, people_of
from handlers.operations.tell import tell
from handlers.texts import Msg, msg, to_json
from scoring.courses import Side
from scoring.instruction_course import INSTRUCTION, STANDING
from storage import matters, outbox, people
from storage.matters import File, Matter
from storage.outbox import Owed
from storage.people import PersonRow
from storage.schema import outbox as outbox_table

ENDS: frozenset[str] = frozenset(
    {"close", "hold", "withdraw", "look_due", "accept", "turn", "put_off"}
    | {"confirm", "change", "drop", "retract"}
)
"""Steps of which both sides hear, though they need do nothing."""
OPENING = frozenset({"open", *STANDING})
"""Steps with which files are passed on at once."""


async def announce(
    conn: AsyncConnection, city: City, matter_id: int, *, actor_id: int | None, now: datetime
) -> None:
    """Bring a matter's last step to everybody it concerns, each once; take back reminders."""
    found = await matters.one(conn, matter_id)
    if found is None:
        raise LookupError(f"no matter {matter_id}")
    event = (await matters.events_of(conn, matter_id))[-1]
    called = await _called(conn, found, event.kind, now=now)
    await _take_back_reminders(conn, found, now=now)
    for each in await everybody(conn, found, called, now=now):
        who = await people.by_id(conn, each.id, at=now)
        if who is None:
            continue
        text = await card(conn, city, found, who, now=now)
        files = files_for(who, found, await matters.files_of(conn, found.id))
        buttons = await buttons_for(conn, city, who, found, files=len(files))
        earlier = await _last_card(conn, found, each)
        is_called = each.id in called and each.id != actor_id
        unsent = earlier is not None and earlier.state == "pending"
        if unsent and earlier is not None:
            await outbox.mark_ended(conn, earlier.id, state="cleared", error=None, now=now)
        if is_called or (unsent and each.id != actor_id):
            key = f"matter:{found.id}:{event.id}:{each.id}"
            sent = await tell(conn, city, each, text, key=key, now=now, buttons=buttons)
            if sent is not None and event.kind in OPENING:
                given = [file for file in files if file.side == event.side]
                await _send_files(conn, city, found, each, given, now=now)
            text, buttons = msg("matter-card-moved", name=name_of(found)), _look(found)
        if earlier is not None and earlier.state == "sent":
            await _rewrite(conn, earlier, text, buttons, stamp=event.id, now=now)


async def _called(conn: AsyncConnection, found: Matter, kind: str, *, now: datetime) -> set[int]:
    """Return whom a step calls with a new card.

    A leader's own message of an instruction is only ever edited: it is the thread's first card.
    """
    if kind.startswith("respite_"):
        return set()  # Who is asked or answered has a message of its own; cards are only edited.
    called = {each.id for each in await awaited_people(conn, found, now=now)}
    is_instruction = found.course == INSTRUCTION.name
    sides: tuple[Side, ...] = ("addressee",) if is_instruction else ("unit", "owner")
    if kind in ENDS:
        for side in sides:
            called |= {each.id for each in await people_of(conn, found, side, now=now)}
    if is_instruction:
        if kind == "open":
            called |= {each.id for each in await people_of(conn, found, "office", now=now)}
        called -= {each.id for each in await people_of(conn, found, "owner", now=now)}
    return called


async def _send_files(
    conn: AsyncConnection,
    city: City,
    found: Matter,
    to: PersonRow,
    files: Sequence[File],
    *,
    now: datetime,
) -> None:
    """Pass on what a matter was opened with: a leader's voice is heard as it was spoken.

    What somebody was given before is not given again.
    """
    for number, each in enumerate(files, start=1):
        await tell(
            conn,
            city,
            to,
            msg("matter-file", name=name_of(found), side=each.side, number=number, of=len(files)),
            key=f"matter-file:{found.id}:{number}:{to.id}",
            now=now,
            file=(each.file_id, each.kind),
        )


def card_key(matter_id: int, person_id: int) -> str:
    """Return under which key the message in which somebody opened a matter is its living card."""
    return f"matter:{matter_id}:0:{person_id}"


async def everybody(
    conn: AsyncConnection, found: Matter, called: set[int], *, now: datetime
) -> list[PersonRow]:
    """Return whom a matter concerns, each once: its sides, and who has had a card of it."""
    rows: dict[int, PersonRow] = {}
    course = course_of(found)
    sides: set[Side] = {"owner", *course.awaited.values()}
    sides |= {side for move in course.moves.values() for side in move.by}
    for side in sorted(sides):
        for each in await people_of(conn, found, side, now=now):
            rows.setdefault(each.id, each)
    had = await conn.scalars(
        sa.select(outbox_table.c.person_id)
        .where(_keys(f"matter:{found.id}"), outbox_table.c.person_id.is_not(None))
        .distinct()
    )
    for person_id in {*had, *called} - set(rows):
        row = await people.one(conn, person_id)
        if row is not None and row.left_at is None:
            rows[person_id] = row
    return list(rows.values())


async def remind(
    conn: AsyncConnection,
    city: City,
    found: Matter,
    to: Sequence[PersonRow],
    message: Msg,
    *,
    stamp: str,
    now: datetime,
) -> None:
    """Remind those a matter waits for, once a stage and day."""
    for each in to:
        key = f"matter-reminder:{found.id}:{stamp}:{each.id}"
        await tell(conn, city, each, message, key=key, now=now, buttons=_look(found))


def _look(found: Matter) -> Keyboard:
    return [[go("matter", "button-matter", str(found.id), name=name_of(found))]]


async def _last_card(conn: AsyncConnection, found: Matter, whose: PersonRow) -> sa.Row[Any] | None:
    query = (
        sa.select(outbox_table)
        .where(
            _keys(f"matter:{found.id}"),
            outbox_table.c.person_id == whose.id,
            outbox_table.c.method.in_(("text", "edit")),
            outbox_table.c.state.in_(("pending", "sent")),
        )
        .order_by(outbox_table.c.id.desc())
        .limit(1)
    )
    return (await conn.execute(query)).first()


def _keys(prefix: str) -> sa.ColumnElement[bool]:
    """The messages whose key begins with a prefix and a colon: a range of the index."""
    return sa.and_(outbox_table.c.key >= f"{prefix}:", outbox_table.c.key < f"{prefix};")


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


async def _take_back_reminders(conn: AsyncConnection, found: Matter, *, now: datetime) -> None:
    about = sa.select(outbox_table).where(_keys(f"matter-reminder:{found.id}"))
    for row in (await conn.execute(about)).all():
        if row.state == "pending":
            await outbox.mark_ended(conn, row.id, state="cleared", error=None, now=now)
        elif row.state == "sent":
            over = msg("matter-reminder-over", name=name_of(found))
            await _rewrite(conn, row, over, _look(found), stamp=0, now=now)
