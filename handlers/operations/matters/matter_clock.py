"""What the clock does with matters: it reminds, marks what is late, and moves on what is over."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from itertools import takewhile

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.matters.instruction_month import send_monthly
from handlers.operations.matters.matter_news import announce, remind
from handlers.operations.matters.matter_points import propose_for_lateness
from handlers.operations.matters.matter_terms import (
    COURSES,
    awaited_people,
    is_alone,
    name_of,
    state_of,
    title_of,
)
from handlers.operations.matters.move_matter import step
from handlers.operations.matters.respite_rules import holds_off
from handlers.operations.matters.respite_todo import ask_again
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION, STANDING, WITH_ADDRESSEE
from scoring.rectification_course import RECTIFICATION, WITH_UNIT
from storage import journal, matters, people, rectifications
from storage.matters import Event, Matter

REMIND_FROM = time(9, 0)
RESPITE_NOTES = ("asked", "granted", "shortened", "refused", "withdrawn")
LATE_IN: Mapping[str, frozenset[str]] = {
    RECTIFICATION.name: WITH_UNIT,
    INSTRUCTION.name: WITH_ADDRESSEE,
    FINDING.name: frozenset(),
}
"""Where lateness is the unit's."""
NOTES = frozenset({"overdue", "carried", *STANDING, *(f"respite_{each}" for each in RESPITE_NOTES)})
"""What is written down without moving anything."""


async def look_after_matters(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind on the last day of a term, mark what is late, and let what can run out run out.

    Asking again changes nothing: reminders have keys, lateness is noted once a term, and a matter
    that moved has a new term.
    """
    held = await ask_again(conn, city, now=now)
    for course in COURSES.values():
        for found in await matters.in_states(conn, course.name, course.open_states | course.rests):
            if found.due_at is None:
                continue
            if now > found.due_at and found.state in course.runs_out:
                kind, target = course.runs_out[found.state]
                await step(
                    conn, city, found, kind, target, who=None, side="clock", said="", now=now
                )
                continue
            if found.id in held and holds_off(held[found.id], found.due_at):
                continue  # It was asked in time for more; nobody is late while that waits.
            if now > found.due_at:
                await _note_late(conn, city, found, now=now)
            if found.state in course.awaited:
                await _remind(conn, city, found, found.due_at, now=now)
    await _carry_over(conn, city, now=now)
    await send_monthly(conn, city, now=now)


async def _note_late(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> None:
    """Note once a term that the unit let it pass, and tell those in charge of it."""
    if found.state not in LATE_IN[found.course]:
        return
    if _is_noted(found, await matters.events_of(conn, found.id), now=now):
        return
    await matters.note(conn, found.id, "overdue", by=None, side="clock", said=None, now=now)
    await journal.add(
        conn,
        person_id=None,
        act=f"{found.course}-overdue",
        subject=f"{city.unit(found.unit_id).code} {found.id}",
        detail={"matter": found.id, "state": found.state},
        at=now,
    )
    await announce(conn, city, found.id, actor_id=None, now=now)
    await propose_for_lateness(conn, city, found, now=now)
    office = await people.with_role(conn, "office", at=now)
    is_seen = found.course == RECTIFICATION.name
    leaders = await people.leaders_for(conn, found.unit_id, at=now) if is_seen else []
    for each in dict.fromkeys([*leaders, *office]):
        whole = await people.by_id(conn, each.id, at=now)
        await tell(
            conn,
            city,
            each,
            msg(
                "matter-late",
                name=name_of(found),
                unit=city.unit(found.unit_id).short_name,
                title=title_of(found),
                state=state_of(found),
                due=found.due_at or now,
            ),
            key=f"matter-late:{found.id}:{found.since.isoformat()}:{each.id}:{now.date()}",
            now=now,
            buttons=[
                [go("matter", "button-matter", str(found.id), name=name_of(found))],
                under_number(whole, "matter", found.id, [found.unit_id])
                if whole and is_seen
                else [],
            ],
        )


def _is_noted(found: Matter, events: Sequence[Event], *, now: datetime) -> bool:
    """Whether lateness was written down since the last step, and again past the last day of all."""
    noted = [
        each
        for each in takewhile(lambda each: each.kind in NOTES, reversed(events))
        if each.kind == "overdue"
    ]
    if not noted:
        return False
    finish = found.finish_by
    return finish is None or now <= finish or noted[0].at > finish


async def _remind(
    conn: AsyncConnection, city: City, found: Matter, due_at: datetime, *, now: datetime
) -> None:
    """Remind on the morning of the last day, and of what is overdue on each working day."""
    here = now.astimezone(city.zone)
    today = here.date()
    if today < due_at.astimezone(city.zone).date() or here.time() < REMIND_FROM:
        return
    if not city.calendar.is_working(today):
        return
    await remind(
        conn,
        city,
        found,
        await awaited_people(conn, found, now=now),
        msg(
            "matter-reminder",
            name=name_of(found),
            unit=city.unit(found.unit_id).short_name,
            title=title_of(found),
            state=state_of(found),
            due=due_at,
            late=int(now > due_at),
            alone=int(await is_alone(conn, found, now=now)),
        ),
        stamp=f"{found.state}.{found.since.isoformat()}.{today}",
        now=now,
    )


async def _carry_over(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Write down, once a new year, what of earlier years is still open."""
    year = now.astimezone(city.zone).year
    for found in await matters.in_states(conn, RECTIFICATION.name, RECTIFICATION.open_states):
        facts = (await rectifications.of(conn, [found.id]))[found.id]
        if facts.year >= year:
            continue
        events = await matters.events_of(conn, found.id)
        if any(each.kind == "carried" and each.said == str(year) for each in events):
            continue
        await matters.note(
            conn, found.id, "carried", by=None, side="clock", said=str(year), now=now
        )
        await announce(conn, city, found.id, actor_id=None, now=now)
