"""The card of a matter: what it is about, where it stands, what was done, and what to do."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go, pairs
from handlers.city import City
from handlers.operations.matters import red_list
from handlers.operations.matters.finding_points import cost_said
from handlers.operations.matters.instruct_about import look, said, under
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.matters.matter_doer import matter_doer
from handlers.operations.matters.matter_terms import (
    LISTS,
    course_of,
    deeds_open_to,
    is_alone,
    is_of_unit,
    name_of,
    people_of,
    short_title_of,
    state_of,
    title_of,
)
from handlers.operations.matters.respite_news import reason_said
from handlers.operations.matters.respite_rules import lateness
from handlers.operations.matters.respite_words import respite_buttons, respite_lines
from handlers.texts import Msg, msg
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION
from scoring.permissions import SEE_EVERYTHING
from storage import inspections, matters, rectifications, sights
from storage.matters import Event, File, Matter
from storage.people import Person

EVENTS_SHOWN = 10
TEXT_SHOWN = 200
ONE_TAP = ("sign", "look", "accept")
"""What is done without a word, by one tap."""
FIRST = (
    *("sign", "plan", "ask", "report", "progress", "accept", "close", "send_back"),
    *("hold", "reopen", "press", "put_off", "answer", "confirm", "change", "drop"),
)
OWN_ROUTES = {
    "assign": "assign-checker",
    "put_off": "put-off",
    "turn": "turn-instruction",
    "confirm": "decide-finding",
    "change": "change-finding",
}
"""Deeds that ask for something else than words."""


async def card(
    conn: AsyncConnection, city: City, found: Matter, who: Person, *, now: datetime
) -> Msg:
    """Return a matter as this person reads it: the unit reads sides, the house reads names."""
    events = await matters.events_of(conn, found.id)
    names = _reads_names(who, found)
    return msg(
        "matter-card",
        name=name_of(found),
        unit=city.unit(found.unit_id).short_name,
        title=title_of(found),
        details=await details(conn, city, found, now=now),
        state=state_of(found),
        due=await due_said(conn, found, now=now),
        files=len(files_for(who, found, await matters.files_of(conn, found.id))),
        events=[
            await _event_line(conn, found, each, names=names or _is_signed(found, each))
            for each in events[-EVENTS_SHOWN:]
        ],
    )


def _reads_names(who: Person, found: Matter) -> bool:
    """Whether somebody reads who did what: never anybody of the unit.

    A leader reads who of the unit answered the own instruction.
    """
    sees = any(role.kind in SEE_EVERYTHING for role in who.roles)
    gave = found.course == INSTRUCTION.name and who.answers_for(found.opened_by)
    return (sees or gave) and not is_of_unit(who, found.unit_id)


def _is_signed(found: Matter, event: Event) -> bool:
    """Whether everybody reads whose deed it was: an instruction is its leader's own word."""
    return found.course == INSTRUCTION.name and event.side == "owner"


async def details(
    conn: AsyncConnection, city: City, found: Matter, *, now: datetime
) -> list[Msg] | Msg:
    """Return what is particular about a matter of its course, a line each."""
    lines: list[Msg] = []
    if found.course == INSTRUCTION.name:
        lines.append(await _addressed(conn, city, found, now=now))
        seen = await sights.of(conn, found.id)
        lines += [said(seen)] if seen else []
    if found.course == FINDING.name:
        lines.append(await _found(conn, city, found))
    facts = (await rectifications.of(conn, [found.id])).get(found.id)
    lines += await respite_lines(conn, found)
    if facts is not None:
        row = city.indicator_by_id.get(facts.indicator_id or 0)
        lines.append(
            msg(
                "rectification-about",
                category=facts.category,
                indicator=msg("rectification-of", code=row.indicator.code, name=row.indicator.name)
                if row
                else msg("nothing"),
                source=(found.source or "office").partition(":")[0],
                finish=found.finish_by or found.opened_at,
            )
        )
        if facts.repeats_id is not None:
            lines.append(msg("rectification-repeats", number=str(facts.repeats_id)))
        if red_list.is_carried(facts, found, city, now=now):
            lines.append(msg("rectification-carried", year=str(facts.year)))
        mark = await red_list.card_of(conn, city, found, now=now)
        if mark != "none":
            lines.append(msg("rectification-mark", card=mark))
    return lines or msg("nothing")


async def _found(conn: AsyncConnection, city: City, found: Matter) -> Msg:
    """Return of which inspection a finding is, how bad, and what it would take away."""
    facts = (await inspections.findings(conn, [found.id]))[found.id]
    within = await inspections.one(conn, facts.inspection_id)
    decided = (await inspections.decisions(conn, [found.id])).get(found.id)
    unit = city.unit(found.unit_id)
    return msg(
        "finding-about",
        theme=within.theme if within else "—",
        category=msg("rectification-category", category=facts.category),
        severity=facts.severity,
        item=await cost_said(
            conn, city, unit, facts.item, facts.level, facts.cases, now=found.opened_at
        ),
        decided=msg(
            "finding-decided",
            cost=await cost_said(
                conn, city, unit, decided.item, decided.level, decided.cases, now=found.since
            ),
        )
        if decided
        else msg("nothing"),
    )


async def _addressed(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> Msg:
    """Return to whom an instruction is addressed, under what, and until when."""
    is_named = found.person_id is not None
    there = await people_of(conn, found, "addressee", now=now)
    return msg(
        "instruction-about",
        to=msg("verbatim", text=there[0].name)
        if is_named and there
        else msg("instruction-desk", unit=city.unit(found.unit_id).short_name),
        about=under(city, found.about),
        finish=found.finish_by or found.opened_at,
    )


async def due_said(conn: AsyncConnection, found: Matter, *, now: datetime) -> Msg:
    """Return who is awaited until when, or that only the clock is."""
    side = course_of(found).awaited.get(found.state)
    if side is None or found.due_at is None:
        return msg("matter-next", at=found.due_at) if found.due_at else msg("nothing")
    return msg(
        "matter-due",
        side=side,
        due=found.due_at,
        late=await lateness(conn, found, now=now),
        alone=int(await is_alone(conn, found, now=now)),
    )


async def _event_line(conn: AsyncConnection, found: Matter, event: Event, *, names: bool) -> Msg:
    is_named = names and event.by is not None
    return msg(
        "matter-event",
        at=event.at,
        kind=event.kind,
        side=event.side,
        who=msg("matter-by", name=await matter_doer(conn, found, event))
        if is_named
        else msg("nothing"),
        said=_words_of(event),
    )


def _words_of(event: Event) -> Msg:
    if not event.said:
        return msg("nothing")
    if event.kind.startswith("respite_"):
        return msg("respite-said", reason=reason_said(event.said[:TEXT_SHOWN]))
    return msg("matter-said", text=event.said[:TEXT_SHOWN])


def files_for(who: Person, found: Matter, files: Sequence[File]) -> list[File]:
    """Return the files somebody may be given; a checker's voice or document tells who checked."""
    if not is_of_unit(who, found.unit_id):
        return list(files)
    return [each for each in files if each.side != "checker" or each.kind == "photo"]


async def buttons_for(
    conn: AsyncConnection, city: City, who: Person, found: Matter, *, files: int = 0
) -> Keyboard:
    """Return what this person may do in a matter as it stands, and the ways on."""
    number, open_to = str(found.id), deeds_open_to(who, found)
    order = [*(each for each in FIRST if each in open_to)]
    order += sorted(each for each in open_to if each not in FIRST)
    rows = pairs([_deed_button(deed, number) for deed in order])
    files_button = [go("matter-files", "matter-files-button", number, count=files)] if files else []
    context = look(city, who, found.about) if found.course == INSTRUCTION.name else None
    follow = (
        []
        if found.course == INSTRUCTION.name
        else under_number(who, "matter", found.id, [found.unit_id])
    )
    return [
        *rows,
        await respite_buttons(conn, who, found),
        [context] if context else [],
        follow,
        [*files_button, go(LISTS[found.course], "button-matters", course=found.course)],
        [go("todo", "button-todo")],
    ]


def _deed_button(deed: str, number: str) -> Button:
    if deed in ONE_TAP:
        return go("matter-tap", "matter-do", f"{number}.{deed}", deed=deed)
    if deed in OWN_ROUTES:
        return go(OWN_ROUTES[deed], "matter-do", number, deed=deed)
    return go("answer-matter", "matter-do", f"{number}.{deed}", deed=deed)


async def line(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> Msg:
    """Return a matter as one line of a list."""
    mark = await red_list.card_of(conn, city, found, now=now)
    facts = (await rectifications.of(conn, [found.id])).get(found.id)
    return msg(
        "matter-line",
        repeats=int(facts is not None and facts.repeats_id is not None),
        mark=mark,
        name=name_of(found),
        unit=city.unit(found.unit_id).short_name,
        title=short_title_of(found),
        state=state_of(found),
        due=msg("matter-until", due=found.due_at, late=await lateness(conn, found, now=now))
        if found.due_at is not None and found.state in course_of(found).awaited
        else msg("nothing"),
    )
