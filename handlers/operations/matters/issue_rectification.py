"""Issue a rectification (下达整改): by the office, because of something or by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.matter_news import announce
from handlers.operations.matters.matter_terms import TITLE_MAX, due_by, is_of_unit
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION
from scoring.permissions import may_instruct, may_run_the_office
from scoring.rectification_course import CATEGORIES, RECTIFICATION
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, matters, rectifications
from storage.matters import File, Matter
from storage.people import Person
from storage.rectifications import Rectification
from storage.units import UnitRow


@dataclass(frozen=True)
class Order:
    """What is to be put right: by which unit, of what kind, by when, and because of what."""

    unit_id: int
    category: str
    title: str
    finish_by: datetime
    source: str | None = None
    indicator_id: int | None = None
    files: Sequence[File] = ()


def may_issue(who: Person, unit_id: int) -> bool:
    """Whether somebody may issue one: the office, but nobody with a desk in the unit."""
    return may_run_the_office(who.roles) and not is_of_unit(who, unit_id)


async def issue(
    conn: AsyncConnection, city: City, who: Person, order: Order, *, now: datetime
) -> Matter:
    """Issue a rectification to a unit and return it; one source brings one, and never a second.

    Raises NotAllowed for anybody but the office, Outdated where the source has one already.
    """
    unit = await _check(conn, city, who, order, now=now)
    repeats = await rectifications.earlier(
        conn, unit.id, category=order.category, indicator_id=order.indicator_id
    )
    found = await matters.add(
        conn,
        RECTIFICATION.name,
        unit_id=unit.id,
        title=order.title.strip()[:TITLE_MAX],
        state=RECTIFICATION.start,
        opened_by=who.id,
        side="office" if may_issue(who, unit.id) else "owner",
        due_at=due_by(city, RECTIFICATION, RECTIFICATION.start, now, order.finish_by),
        now=now,
        source=order.source,
        finish_by=order.finish_by,
    )
    await rectifications.add(
        conn,
        Rectification(
            found.id,
            now.astimezone(city.zone).year,
            order.category,
            order.indicator_id,
            repeats,
        ),
    )
    await matters.add_files(conn, found.id, order.files)
    await journal.add(
        conn,
        person_id=who.id,
        act="rectification-issued",
        subject=f"{unit.code} {found.id}",
        detail={"matter": found.id, "source": order.source, "repeats": repeats},
        at=now,
    )
    await announce(conn, city, found.id, actor_id=who.id, now=now)
    return found


async def _check(
    conn: AsyncConnection, city: City, who: Person, order: Order, *, now: datetime
) -> UnitRow:
    asked_for = (order.source or "").partition(":")[0] in {INSTRUCTION.name, FINDING.name}
    leads = asked_for and may_instruct(who.roles, unit_id=order.unit_id)
    if not leads and not may_issue(who, order.unit_id):
        raise NotAllowed("rectification-office-only")
    unit = city.unit(order.unit_id)
    if unit.track == "office" or order.category not in CATEGORIES:
        raise NotFound("button-outdated")
    if not order.title.strip():
        raise Refusal("matter-needs-words")
    if order.finish_by <= now:
        raise Refusal("rectification-finish-past")
    if order.source is not None:
        there = await matters.from_source(conn, order.source)
        if there is not None:
            raise Outdated("rectification-there", number=str(there.id)).leading_to(
                "matter", "button-look", str(there.id)
            )
    return unit
