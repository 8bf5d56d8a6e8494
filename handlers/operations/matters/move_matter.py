"""One step of a matter: sign, plan, report, ask for the check, check, send back, take back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.matter_news import announce
from handlers.operations.matters.matter_terms import (
    FILES_MAX,
    SAID_MAX,
    acts_as,
    course_of,
    deeds_open_to,
    due_by,
    is_of_unit,
    name_of,
    one_seen,
    sides_of,
    state_of,
)
from handlers.operations.matters.respite_rules import is_askable
from handlers.operations.matters.respites import lapse
from scoring.instruction_course import STANDING
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, matters, people
from storage.matters import File, Matter
from storage.people import Person, PersonRow


async def movable(conn: AsyncConnection, who: Person, matter_id: int, deed: str) -> Matter:
    """Return a matter in which this person may do the deed now; raise otherwise.

    Raises NotFound for those who may not see it, NotAllowed for the other sides, Outdated where it
    has moved on.
    """
    found = await one_seen(conn, who, matter_id)
    if deed in deeds_open_to(who, found):
        return found
    move = course_of(found).moves.get(deed)
    if move is None:
        raise NotFound("matter-gone")
    if move.by & sides_of(who, found):
        raise Outdated("matter-moved-on", name=name_of(found), state=state_of(found)).leading_to(
            "matter", "button-look", str(found.id)
        )
    if "independent" in move.by and who.answers_for(found.opened_by):
        raise NotAllowed("matter-not-the-issuer", name=name_of(found))
    raise NotAllowed("matter-not-yours", name=name_of(found))


async def act(
    conn: AsyncConnection,
    city: City,
    who: Person,
    matter_id: int,
    deed: str,
    *,
    said: str,
    files: Sequence[File] = (),
    now: datetime,
) -> Matter:
    """Do one deed in a matter and tell everybody it concerns; return it as it stands then.

    Raises as `movable` does, and Refusal where words or a file are asked for and are not there.
    """
    found = await movable(conn, who, matter_id, deed)
    move, words = course_of(found).moves[deed], said.strip()[:SAID_MAX]
    spoken = move.or_spoken and any(each.kind == "voice" for each in files)
    if move.in_words and not words and not spoken:
        raise Refusal("matter-needs-words")
    if move.with_file and not files:
        raise Refusal("matter-needs-file")
    side = acts_as(who, found, deed)
    kept = [File(side, each.kind, each.file_id, each.unique_id) for each in files[:FILES_MAX]]
    await matters.add_files(conn, found.id, kept)
    return await step(
        conn, city, found, deed, move.leads[found.state], who=who, side=side, said=words, now=now
    )


async def step(
    conn: AsyncConnection,
    city: City,
    found: Matter,
    kind: str,
    target: str,
    *,
    who: Person | None,
    side: str,
    said: str,
    now: datetime,
    person_id: int | None = None,
) -> Matter:
    """Move a matter on, once, write it down and tell; raise Outdated if it has moved meanwhile."""
    course = course_of(found)
    keeps = "addressee" in course.awaited.values()
    if kind in STANDING:
        moved = await matters.stands(conn, found)
    else:
        moved = await matters.move(
            conn,
            found.id,
            target,
            expected=found.state,
            since=found.since,
            person_id=found.person_id if keeps else person_id,
            due_at=due_by(city, course, target, now, found.finish_by),
            now=now,
        )
    if not moved:
        raise Outdated("matter-moved-on", name=name_of(found), state=state_of(found))
    by = who.id if who else None
    await matters.note(conn, found.id, kind, by=by, side=side, said=said or None, now=now)
    await journal.add(
        conn,
        person_id=by,
        act=f"{found.course}-{kind}",
        subject=f"{city.unit(found.unit_id).code} {found.id}",
        detail={"matter": found.id, "as": side, **_lent(who, found)},
        at=now,
    )
    there = await matters.one(conn, found.id) or found
    if kind == "put_off" or not is_askable(there):
        await lapse(conn, city, there, now=now)
    await announce(conn, city, found.id, actor_id=by, now=now)
    return there


def _lent(who: Person | None, found: Matter) -> dict[str, int]:
    return who.as_deputy("contact", found.unit_id) if who else {}


async def checkers(conn: AsyncConnection, found: Matter, *, now: datetime) -> list[PersonRow]:
    """Return the observers who may be named to check: never of the unit, nor who issued it."""
    rows: list[PersonRow] = []
    for each in await people.with_role(conn, "observer", at=now):
        who = await people.by_id(conn, each.id, at=now)
        fits = who is not None and not is_of_unit(who, found.unit_id)
        if who is not None and fits and not who.answers_for(found.opened_by):
            rows.append(each)
    return rows


async def assign(
    conn: AsyncConnection,
    city: City,
    who: Person,
    matter_id: int,
    person_id: int,
    *,
    now: datetime,
) -> Matter:
    """Name an observer to check what the unit says is done; raises as `movable` does."""
    found = await movable(conn, who, matter_id, "assign")
    if person_id not in {each.id for each in await checkers(conn, found, now=now)}:
        raise NotFound("matter-no-checker")
    target = course_of(found).moves["assign"].leads[found.state]
    return await step(
        conn,
        city,
        found,
        "assign",
        target,
        who=who,
        side="office",
        said="",
        now=now,
        person_id=person_id,
    )
