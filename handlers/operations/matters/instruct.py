"""Give an instruction (批示) to a unit or its leader; put it off, or make it a rectification."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.issue_rectification import Order, issue
from handlers.operations.matters.matter_news import announce
from handlers.operations.matters.matter_terms import (
    TITLE_MAX,
    after_months,
    close_of,
    course_of,
    due_by,
)
from handlers.operations.matters.move_matter import movable, step
from scoring.instruction_course import INSTRUCTION
from scoring.permissions import may_instruct
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import journal, matters, people, sights
from storage.matters import File, Matter
from storage.people import Person, PersonRow
from storage.sights import Sight


@dataclass(frozen=True)
class Instruction:
    """What is wanted, from which unit's desk or person, until when, and under what it was said.

    *seen* are the numbers that stood there.
    """

    unit_id: int
    words: str
    finish_by: datetime
    person_id: int | None = None
    about: str | None = None
    seen: Sight | None = None
    files: Sequence[File] = ()


def check(who: Person, unit_id: int) -> None:
    """Raise NotAllowed unless somebody may instruct this unit."""
    if not may_instruct(who.roles, unit_id=unit_id):
        raise NotAllowed("instruct-not-yours")


async def in_charge(conn: AsyncConnection, who: Person, unit_id: int) -> list[PersonRow]:
    """Return the leaders in charge of a unit, oneself left out."""
    found = await people.with_role(conn, "leader", unit_id)
    return [each for each in found if each.id != who.id]


async def instruct(
    conn: AsyncConnection, city: City, who: Person, given: Instruction, *, now: datetime
) -> Matter:
    """Give an instruction and bring it to whom it is addressed and to the office; return it.

    Raises NotAllowed for anybody but a leader of the unit or the committee, Refusal without a word
    or a voice, or with a day that is over.
    """
    check(who, given.unit_id)
    if city.unit(given.unit_id).track == "office":
        raise NotFound("button-outdated")
    if not given.words.strip() and not given.files:
        raise Refusal("matter-needs-words")
    if given.finish_by <= now:
        raise Refusal("rectification-finish-past")
    if given.person_id is not None:
        there = await in_charge(conn, who, given.unit_id)
        if given.person_id not in {each.id for each in there}:
            raise NotFound("instruct-nobody")
    found = await matters.add(
        conn,
        INSTRUCTION.name,
        unit_id=given.unit_id,
        title=given.words.strip()[:TITLE_MAX],
        state=INSTRUCTION.start,
        opened_by=who.id,
        side="owner",
        due_at=due_by(city, INSTRUCTION, INSTRUCTION.start, now, given.finish_by),
        now=now,
        person_id=given.person_id,
        finish_by=given.finish_by,
        about=given.about,
    )
    await matters.add_files(conn, found.id, given.files)
    if given.seen is not None:
        await sights.add(conn, found.id, given.seen)
    await journal.add(
        conn,
        person_id=who.id,
        act="instruction-given",
        subject=f"{city.unit(given.unit_id).code} {found.id}",
        detail={"matter": found.id, "about": given.about, **who.as_deputy("leader")},
        at=now,
    )
    await announce(conn, city, found.id, actor_id=who.id, now=now)
    return found


async def put_off(
    conn: AsyncConnection, city: City, who: Person, matter_id: int, day: date, *, now: datetime
) -> Matter:
    """Give an instruction more time; raises as `movable` does, Refusal for a day not later."""
    found = await movable(conn, who, matter_id, "put_off")
    finish = close_of(city, day)
    if finish <= now or (found.finish_by is not None and finish <= found.finish_by):
        raise Refusal("put-off-not-later", day=day)
    await matters.put_off(conn, found.id, finish_by=finish)
    there = await matters.one(conn, found.id)
    side = "owner" if who.answers_for(found.opened_by) else "office"
    return await step(
        conn, city, there or found, "put_off", found.state, who=who, side=side, said="", now=now
    )


async def turn(
    conn: AsyncConnection, city: City, who: Person, matter_id: int, *, now: datetime
) -> Matter:
    """Turn an instruction into a rectification of its unit, once; return the rectification.

    The unit has the leader's day for it, and a month at least.
    """
    found = await movable(conn, who, matter_id, "turn")
    a_month = after_months(city, now, 1)
    order = Order(
        unit_id=found.unit_id,
        category="other",
        title=found.title or f"{INSTRUCTION.name} {found.id}",
        finish_by=max(found.finish_by or a_month, a_month),
        source=f"{INSTRUCTION.name}:{found.id}",
        files=await matters.files_of(conn, found.id),
    )
    issued = await issue(conn, city, who, order, now=now)
    target = course_of(found).moves["turn"].leads[found.state]
    side = "owner" if who.answers_for(found.opened_by) else "office"
    said = str(issued.id)
    await step(conn, city, found, "turn", target, who=who, side=side, said=said, now=now)
    return issued
