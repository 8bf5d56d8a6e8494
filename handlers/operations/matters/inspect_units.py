"""A special inspection (专项监察): open it, file what was found, decide each finding, report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.finding_points import check_cost
from handlers.operations.matters.matter_news import announce
from handlers.operations.matters.matter_terms import (
    TITLE_MAX,
    due_by,
    is_of_unit,
    name_of,
)
from scoring.finding_course import FINDING, SEVERITIES
from scoring.permissions import SEE_EVERYTHING, may_answer_for, may_run_the_office
from scoring.rectification_course import CATEGORIES
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import inspections, journal, matters
from storage.inspections import Decision, Finding, Inspection
from storage.matters import File, Matter
from storage.people import Person
from storage.units import UnitRow


@dataclass(frozen=True)
class Found:
    """What an inspector found at a unit, how bad it is, and what he proposes to deduct.

    *item* with its *level* and the number of *cases*; None for no deduction.
    """

    unit_id: int
    category: str
    severity: str
    words: str
    item: str | None = None
    level: str = ""
    cases: int = 1
    files: Sequence[File] = ()


@dataclass(frozen=True)
class Plan:
    """What is to be inspected, at which units, by which people and units, until when."""

    theme: str
    unit_ids: Sequence[int]
    inspector_ids: Sequence[int]
    until_at: datetime
    inspecting_unit_ids: Sequence[int] = ()


async def open_inspection(
    conn: AsyncConnection, city: City, who: Person, plan: Plan, *, now: datetime
) -> Inspection:
    """Open an inspection. Raises NotAllowed for anybody but the office, Refusal for half a plan."""
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
    someone = bool(plan.inspector_ids or plan.inspecting_unit_ids)
    if not plan.theme.strip() or not plan.unit_ids or not someone:
        raise Refusal("inspection-not-whole")
    if plan.until_at <= now:
        raise Refusal("rectification-finish-past")
    if any(city.unit(each).track == "office" for each in plan.unit_ids):
        raise NotFound("button-outdated")
    opened = await inspections.add(
        conn,
        theme=plan.theme.strip()[:TITLE_MAX],
        opened_by=who.id,
        until_at=plan.until_at,
        unit_ids=plan.unit_ids,
        inspector_ids=plan.inspector_ids,
        inspecting_unit_ids=plan.inspecting_unit_ids,
        now=now,
    )
    await _note(conn, who, "inspection-opened", opened.id, now=now)
    return opened


def may_see(who: Person, found: Inspection) -> bool:
    """Whether somebody sees a whole inspection: its inspectors, and who sees everything."""
    return is_inspector(who, found) or any(role.kind in SEE_EVERYTHING for role in who.roles)


def is_inspector(who: Person, found: Inspection) -> bool:
    """Whether somebody inspects in it: named, or as a contact of a unit that does."""
    return any(who.answers_for(each) for each in found.inspector_ids) or any(
        may_answer_for(who.roles, unit_id=each) for each in found.inspecting_unit_ids
    )


async def reinforce(
    conn: AsyncConnection,
    city: City,
    who: Person,
    inspection_id: int,
    *,
    now: datetime,
    person_id: int | None = None,
    unit_id: int | None = None,
) -> Inspection:
    """Let somebody, or a unit, inspect as well while it is open; the office's to decide."""
    found = await one_seen(conn, who, inspection_id)
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
    if found.state != "open":
        raise Outdated("inspection-over", theme=found.theme)
    if person_id is not None and person_id not in found.inspector_ids:
        await inspections.add_inspector(conn, found.id, person_id)
    if unit_id is not None:
        if city.unit(unit_id).track == "office":
            raise NotFound("button-outdated")
        await inspections.add_inspecting_unit(conn, found.id, unit_id)
    await _note(conn, who, "inspection-reinforced", found.id, now=now)
    return await one_seen(conn, who, inspection_id)


async def one_seen(conn: AsyncConnection, who: Person, inspection_id: int) -> Inspection:
    """Return an inspection this person may see; NotFound for everybody else."""
    found = await inspections.one(conn, inspection_id)
    if found is None or not may_see(who, found):
        raise NotFound("inspection-gone")
    return found


async def inspectable(
    conn: AsyncConnection, who: Person, inspection_id: int, *, now: datetime
) -> Inspection:
    """Return an inspection in which this person may file a finding now; raise otherwise."""
    found = await one_seen(conn, who, inspection_id)
    if not is_inspector(who, found):
        raise NotAllowed("inspection-not-inspector")
    if found.state != "open" or now > found.until_at:
        raise Outdated("inspection-over", theme=found.theme)
    return found


def units_for(who: Person, city: City, found: Inspection) -> list[UnitRow]:
    """Return the units this person may inspect: never one where they have a desk."""
    return [city.unit(each) for each in found.unit_ids if not is_of_unit(who, each)]


async def file_finding(
    conn: AsyncConnection,
    city: City,
    who: Person,
    inspection_id: int,
    found: Found,
    *,
    now: datetime,
) -> Matter:
    """File a finding and let its unit answer before it counts; return it."""
    within = await inspectable(conn, who, inspection_id, now=now)
    unit = city.unit(found.unit_id)
    if unit.id not in {each.id for each in units_for(who, city, within)}:
        raise NotAllowed("inspection-not-this-unit", unit=unit.short_name)
    if found.category not in CATEGORIES or found.severity not in SEVERITIES:
        raise NotFound("button-outdated")
    await check_cost(conn, city, unit, Decision(found.item, found.level, found.cases), now=now)
    if not found.words.strip():
        raise Refusal("matter-needs-words")
    filed = await matters.add(
        conn,
        FINDING.name,
        unit_id=unit.id,
        title=found.words.strip()[:TITLE_MAX],
        state=FINDING.start,
        opened_by=who.id,
        side="owner",
        due_at=due_by(city, FINDING, FINDING.start, now, None),
        now=now,
        about=f"inspection:{within.id}",
    )
    facts = Finding(
        filed.id,
        within.id,
        found.category,
        found.severity,
        found.item,
        found.level,
        found.cases,
    )
    await inspections.add_finding(conn, facts)
    await matters.add_files(conn, filed.id, found.files)
    await _note(conn, who, "finding-filed", filed.id, now=now)
    await announce(conn, city, filed.id, actor_id=who.id, now=now)
    return filed


async def undecided(conn: AsyncConnection, inspection_id: int) -> list[Matter]:
    """Return the findings of an inspection that wait for somebody."""
    return [
        each
        for each in await all_findings(conn, inspection_id)
        if each.state in FINDING.open_states
    ]


async def all_findings(conn: AsyncConnection, inspection_id: int) -> list[Matter]:
    """Return every finding of an inspection, oldest first."""
    ids = set(await inspections.findings_of(conn, inspection_id))
    return [each for each in await matters.of_course(conn, FINDING.name) if each.id in ids]


async def close_inspection(
    conn: AsyncConnection, who: Person, inspection_id: int, *, now: datetime
) -> Inspection:
    """Mark an inspection as reported, once and with nothing undecided; return it."""
    found = await one_seen(conn, who, inspection_id)
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
    waiting = await undecided(conn, found.id)
    if waiting:
        raise Refusal("inspection-undecided", name=name_of(waiting[0]), count=len(waiting))
    if not await inspections.report(conn, found.id, now=now):
        raise Outdated("inspection-over", theme=found.theme)
    await _note(conn, who, "inspection-reported", found.id, now=now)
    return found


async def _note(
    conn: AsyncConnection, who: Person, act: str, number: int, *, now: datetime
) -> None:
    await journal.add(conn, person_id=who.id, act=act, subject=str(number), at=now)
