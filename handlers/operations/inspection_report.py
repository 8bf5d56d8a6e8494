"""The report of a special inspection: the whole for leaders and office, each unit its own part."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.dispute_terms import can_hear
from handlers.operations.inspect_units import all_findings, close_inspection, is_inspector
from handlers.operations.instruct_button import under_number
from handlers.operations.matter_terms import name_of, short_title_of, state_of
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.permissions import may_run_the_office
from storage import inspections, people
from storage.inspections import Inspection
from storage.matters import Matter
from storage.people import Person, PersonRow


async def lines(conn: AsyncConnection, city: City, found: Sequence[Matter]) -> list[Msg]:
    """Return findings as lines of a report: what was found where, and what became of it."""
    facts = await inspections.findings(conn, [each.id for each in found])
    return [
        msg(
            "finding-line",
            name=name_of(each),
            unit=city.unit(each.unit_id).short_name,
            category=msg("rectification-category", category=facts[each.id].category),
            severity=facts[each.id].severity,
            title=short_title_of(each),
            state=state_of(each),
        )
        for each in found
    ]


async def release(
    conn: AsyncConnection, city: City, who: Person, inspection_id: int, *, now: datetime
) -> Inspection:
    """Send the report to the leaders, and to each unit what was found at it; once."""
    done = await close_inspection(conn, who, inspection_id, now=now)
    counted = [e for e in await all_findings(conn, done.id) if e.state == "confirmed"]
    readers: dict[int, PersonRow] = {}
    for kind in ("leader", "committee"):
        for each in await people.with_role(conn, kind, at=now):
            readers[each.id] = each
    for each in readers.values():
        mine = await _within_charge(conn, each, counted, now=now)
        if mine or not counted:
            await _send(conn, city, done, each, mine, now=now)
    for unit_id in done.unit_ids:
        own = [each for each in counted if each.unit_id == unit_id]
        for each in await people.with_role(conn, "contact", unit_id, at=now):
            if each.id not in readers:
                await _send(conn, city, done, each, own, now=now)
    return done


async def _within_charge(
    conn: AsyncConnection, reader: PersonRow, found: Sequence[Matter], *, now: datetime
) -> list[Matter]:
    who = await people.by_id(conn, reader.id, at=now)
    roles = who.roles if who else ()
    if any(role.kind == "committee" for role in roles):
        return list(found)
    led = {role.unit_id for role in roles if role.kind == "leader"}
    return [each for each in found if None in led or each.unit_id in led]


async def _send(
    conn: AsyncConnection,
    city: City,
    done: Inspection,
    to: PersonRow,
    found: Sequence[Matter],
    *,
    now: datetime,
) -> None:
    who = await people.by_id(conn, to.id, at=now)
    await tell(
        conn,
        city,
        to,
        msg(
            "inspection-report",
            theme=done.theme,
            count=len(found),
            lines=await lines(conn, city, found),
        ),
        key=f"inspection-report:{done.id}:{to.id}",
        now=now,
        buttons=[
            [go("findings", "menu-findings"), go("todo", "button-todo")],
            under_number(who, "inspection", done.id, done.unit_ids) if who else [],
        ],
    )


async def inspectors(conn: AsyncConnection, found: Inspection, *, now: datetime) -> list[PersonRow]:
    """Return whoever inspects and can be written to: those named, and contacts of the units."""
    rows: dict[int, PersonRow] = {}
    for person_id in found.inspector_ids:
        for each in await people.answering_for(conn, person_id, at=now):
            rows.setdefault(each.id, each)
    for unit_id in found.inspecting_unit_ids:
        for each in await people.with_role(conn, "contact", unit_id, at=now):
            rows.setdefault(each.id, each)
    return [each for each in rows.values() if can_hear(each)]


async def waiting(
    conn: AsyncConnection, who: Person, _city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the inspections that wait for this person: to inspect, or to be reported."""
    items: list[TodoItem] = []
    for each in await inspections.every(conn):
        if each.state != "open":
            continue
        office = may_run_the_office(who.roles)
        if office and now <= each.until_at and not await inspectors(conn, each, now=now):
            said = msg("todo-inspection-alone", theme=each.theme)
            items.append(TodoItem(said, "inspection", str(each.id), each.until_at))
        if is_inspector(who, each) and now <= each.until_at:
            said = msg("todo-inspect", theme=each.theme, until=each.until_at)
            items.append(TodoItem(said, "inspection", str(each.id), each.until_at))
        elif office and now > each.until_at:
            said = msg("todo-inspection-report", theme=each.theme)
            items.append(TodoItem(said, "inspection", str(each.id), each.until_at))
    return items
