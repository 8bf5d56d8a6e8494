"""Who hears of a step of a ledger entry: whoever is awaited, and every side it concerns."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.ledger.ledger_back import balance_moved
from handlers.operations.ledger.ledger_people import awaited, people_of
from handlers.operations.ledger.ledger_terms import Matter, matter_of
from handlers.operations.ledger.ledger_words import due_said, head, said_of, state_said, step_said
from handlers.operations.tell import tell
from handlers.texts import Msg, msg, to_json
from scoring.workdays import next_push_moment
from storage import destinations, outbox, roster
from storage.ledger_steps import Event
from storage.outbox import Owed
from storage.people import PersonRow
from storage.roster import Roster
from storage.schema import outbox as outbox_table

PURPOSE = "bulletin"
TOLD_TO_THE_OFFICE = frozenset(
    {"run_out", "object", "withdraw", "propose_revoke", "revoke", "keep", "take_back"}
)


async def announce(
    conn: AsyncConnection, city: City, number: int, *, actor_id: int | None, now: datetime
) -> None:
    """Bring the last step of an entry to everybody it concerns, each once; take back reminders."""
    matter = await matter_of(conn, number)
    event = matter.events[-1]
    await _take_back_reminders(conn, number, now=now)
    known = await roster.load(conn, at=now)
    counts_anew = event.kind == "revoke" or (event.kind, event.state) == ("run_out", "in_force")
    effect = await balance_moved(conn, city, matter, now=now) if counts_anew else msg("nothing")
    next_up = {each.id: each for each in awaited(known, city, matter)}
    for each in next_up.values():
        await _tell(conn, city, matter, event, each, effect, is_awaited=True, now=now)
    for each in _concerned(known, city, matter, event):
        if each.id not in next_up and each.id != actor_id:
            await _tell(conn, city, matter, event, each, effect, is_awaited=False, now=now)
    if event.kind == "recognise":
        await _publish(conn, known, city, matter, actor_id=actor_id, now=now)


async def _tell(
    conn: AsyncConnection,
    city: City,
    matter: Matter,
    event: Event,
    to: PersonRow,
    effect: Msg,
    *,
    is_awaited: bool,
    now: datetime,
) -> None:
    await tell(
        conn,
        city,
        to,
        msg(
            "ledger-news",
            head=head(city, matter),
            state=state_said(matter),
            due=due_said(matter, now=now),
            step=step_said(city, event, said=said_of(_spoken(matter, event))),
            effect=effect,
            fact=matter.entry.fact,
            document=matter.entry.document or "—",
            yours=int(is_awaited),
        ),
        key=f"ledger:{matter.entry.id}:{event.id}:{to.id}",
        now=now,
        buttons=[[go("ledger-entry", "button-ledger-entry", str(matter.entry.id))]],
    )


def _spoken(matter: Matter, event: Event) -> Event:
    """Return the step whose words are told: agreeing to revoke repeats why it was proposed."""
    return matter.revocation or event if event.kind == "revoke" else event


def _concerned(known: Roster, city: City, matter: Matter, event: Event) -> list[PersonRow]:
    """Return everybody besides those awaited who has a part in it."""
    found = [
        *people_of(known, city, matter, "unit"),
        *people_of(known, city, matter, "claimant"),
    ]
    if event.kind != "open":
        found += people_of(known, city, matter, "verifier")
    if event.kind in TOLD_TO_THE_OFFICE:
        found += people_of(known, city, matter, "office")
    if event.kind in {"dismiss", "uphold", "propose_revoke", "revoke"} or (
        event.state == "in_force" and matter.objected_for
    ):
        for unit_id in sorted(matter.objected_for):
            found += known.with_role("contact", unit_id)
    return list(dict.fromkeys(found))


async def _publish(
    conn: AsyncConnection,
    known: Roster,
    city: City,
    matter: Matter,
    *,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Show a recognised entry to the units it competes with, and to the city's channels."""
    unit = city.unit(matter.entry.unit_id)
    said = notice(city, matter)
    peers = [
        each
        for each in city.units
        if each.track == unit.track and each.category == unit.category and each.id != unit.id
    ]
    told: set[int] = set()
    for peer in peers:
        for each in known.with_role("contact", peer.id):
            if each.id in told or each.id == actor_id:
                continue
            told.add(each.id)
            await tell(
                conn,
                city,
                each,
                said,
                key=f"ledger-notice:{matter.entry.id}:{matter.entry.steps}:{each.id}",
                now=now,
                lane="broadcast",
                buttons=[
                    [go("answer-entry", "ledger-object", f"{matter.entry.id}.object")],
                    [
                        go("ledger-entry", "button-ledger-entry", str(matter.entry.id)),
                        go("notice", "button-notice"),
                    ],
                ],
            )
    for place in await destinations.with_purpose(conn, PURPOSE):
        owed = Owed(
            key=f"ledger-notice:{matter.entry.id}:{matter.entry.steps}:to:{place.chat_id}",
            chat_id=place.chat_id,
            lane="broadcast",
            method="text",
            message=to_json(said),
            not_before=next_push_moment(now.astimezone(city.zone), city.calendar),
        )
        await outbox.enqueue(conn, owed, now=now)


def notice(city: City, matter: Matter) -> Msg:
    """Return an entry as it is put up for everybody: no name of any person in it."""
    return msg(
        "ledger-notice",
        head=head(city, matter),
        fact=matter.entry.fact,
        document=matter.entry.document or "—",
        verifier=city.unit(matter.item.verifying_unit_id).short_name,
        until=matter.notice_until or matter.entry.since,
    )


async def remind(
    conn: AsyncConnection, city: City, matter: Matter, to: Sequence[PersonRow], *, now: datetime
) -> None:
    """Remind those an entry waits for, once a step and day."""
    today = now.astimezone(city.zone).date()
    for each in to:
        await tell(
            conn,
            city,
            each,
            msg(
                "ledger-reminder",
                head=head(city, matter),
                state=state_said(matter),
                due=due_said(matter, now=now),
            ),
            key=f"ledger-reminder:{matter.entry.id}:{matter.entry.steps}.{today}:{each.id}",
            now=now,
            buttons=[[go("ledger-entry", "button-ledger-entry", str(matter.entry.id))]],
        )


async def _take_back_reminders(conn: AsyncConnection, number: int, *, now: datetime) -> None:
    """Drop the reminders about the step before that have not left yet."""
    prefix = f"ledger-reminder:{number}"
    query = sa.select(outbox_table.c.id).where(
        outbox_table.c.key >= f"{prefix}:",
        outbox_table.c.key < f"{prefix};",
        outbox_table.c.state == "pending",
    )
    for outbox_id in (await conn.scalars(query)).all():
        await outbox.mark_ended(conn, outbox_id, state="cleared", error=None, now=now)
