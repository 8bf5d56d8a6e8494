"""Whose part of an inspection's report is which: leaders their units, a unit what is its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.inspection_books import FindingLine, InspectionBook, Part
from handlers.operations.matters.finding_points import choice_of
from handlers.operations.matters.inspect_units import all_findings, is_inspector
from scoring.finding_course import FINDING
from scoring.permissions import SEE_EVERYTHING
from scoring.rectification_course import RECTIFICATION
from scoring.refusals import NotFound
from storage import inspections, matters, people
from storage.inspections import Decision, Finding, Inspection
from storage.matters import Matter
from storage.people import Person

CONFIRMED, DROPPED = "confirmed", "dropped"
NOTHING = Decision(None, "", 0)


async def for_reader(
    conn: AsyncConnection, city: City, who: Person, inspection_id: int, *, now: datetime
) -> InspectionBook:
    """Return what this person may read of an inspection's report; NotFound for everybody else.

    Before it is released only who sees the whole inspection reads it, as a preview.
    """
    found = await inspections.one(conn, inspection_id)
    if found is None:
        raise NotFound("inspection-gone")
    whole = await book_of(conn, city, found, now=now)
    if is_inspector(who, found) or any(role.kind in SEE_EVERYTHING for role in who.roles):
        return whole
    mine = part_of(city, who, found, whole)
    if mine is None:
        raise NotFound("inspection-gone")
    return mine


def part_of(
    city: City, who: Person, found: Inspection, whole: InspectionBook
) -> InspectionBook | None:
    """Return the part a leader or a contact is given once it is released; None if there is none."""
    if found.state == "open":
        return None
    led = {role.unit_id for role in who.roles if role.kind == "leader"}
    if led:
        units = [each for each in found.unit_ids if None in led or each in led]
        if units:
            return narrowed(city, whole, units, "leader")
    own = [each for each in who.units_as("contact") if each in found.unit_ids]
    return narrowed(city, whole, own, "unit") if own else None


def has_part(who: Person, found: Inspection) -> bool:
    """Whether a released report has a part for this person, who may not see the whole."""
    if found.state == "open":
        return False
    led = {role.unit_id for role in who.roles if role.kind == "leader"}
    own = {*who.units_as("contact"), *led}
    return None in led or bool(own & set(found.unit_ids))


def narrowed(
    city: City, whole: InspectionBook, unit_ids: Sequence[int], part: Part
) -> InspectionBook:
    """Return the part of these units alone: nothing of any other, no name of an inspector."""
    units = [city.unit(each) for each in unit_ids]
    codes = {unit.code for unit in units}
    return replace(
        whole,
        part=part,
        to="、".join(unit.name for unit in units) if part == "unit" else "",
        units=tuple(unit.short_name for unit in units),
        inspectors="" if part == "unit" else whole.inspectors,
        filed=0,
        dropped=0,
        open=0,
        lines=tuple(line for line in whole.lines if line.unit_code in codes),
    )


async def book_of(
    conn: AsyncConnection, city: City, found: Inspection, *, now: datetime
) -> InspectionBook:
    """Return the whole report of an inspection as it stands now."""
    there = await all_findings(conn, found.id)
    confirmed = [each for each in there if each.state == CONFIRMED]
    facts = await inspections.findings(conn, [each.id for each in confirmed])
    decided = await inspections.decisions(conn, [each.id for each in confirmed])
    names = await people.names(conn)
    by = [*(city.unit(each).name for each in found.inspecting_unit_ids)]
    by += [names[each] for each in found.inspector_ids]
    return InspectionBook(
        number=found.id,
        theme=found.theme,
        since=found.opened_at,
        until=found.until_at,
        as_of=now,
        office=next((each.name for each in city.units if each.track == "office"), ""),
        released_at=found.reported_at,
        invented=any(each.invented for each in city.schemes_of(now.astimezone(city.zone).year)),
        units=tuple(city.unit(each).short_name for each in found.unit_ids),
        inspectors="、".join(by),
        filed=len(there),
        dropped=sum(each.state == DROPPED for each in there),
        open=sum(each.state in FINDING.open_states for each in there),
        lines=tuple([await _line(conn, city, each, facts, decided) for each in confirmed]),
    )


async def _line(
    conn: AsyncConnection,
    city: City,
    found: Matter,
    facts: Mapping[int, Finding],
    decided: Mapping[int, Decision],
) -> FindingLine:
    unit, cost = city.unit(found.unit_id), decided.get(found.id, NOTHING)
    each = (
        await choice_of(conn, city, unit, cost.item, cost.level, now=found.since)
        if cost.item
        else None
    )
    right = await matters.from_source(conn, f"{FINDING.name}:{found.id}")
    said = [e for e in await matters.events_of(conn, found.id) if e.kind == "answer"]
    return FindingLine(
        number=found.id,
        unit_code=unit.code,
        unit=unit.short_name,
        category=facts[found.id].category,
        severity=facts[found.id].severity,
        title=found.title,
        answer=said[-1].said or "" if said else "",
        code=each.code if each else cost.item or "",
        item=each.name if each else "",
        level=cost.level,
        cases=cost.cases,
        points=each.points * cost.cases if each else Decimal(0),
        rectification=right.id if right else 0,
        state=f"{RECTIFICATION.name}-{right.state}" if right else "",
        finish=right.finish_by.astimezone(city.zone).date() if right and right.finish_by else None,
    )
