"""The report of a special inspection: the whole for leaders and office, each unit its own part."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.inspection_books import InspectionBook
from handlers.operations.disputes.dispute_terms import can_hear
from handlers.operations.matters.inspect_units import all_findings, close_inspection, is_inspector
from handlers.operations.matters.inspection_book import book_of, part_of
from handlers.operations.matters.instruct_button import under_number
from handlers.operations.matters.matter_terms import name_of, short_title_of, state_of
from handlers.operations.tell import tell
from handlers.order_artwork import order_artwork
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.permissions import SEE_EVERYTHING, may_run_the_office
from storage import inspections, people
from storage.inspections import Inspection
from storage.matters import Matter
from storage.people import Person, PersonRow

LINES_SHOWN = 12


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
    """Send the report to leaders and committee, and to each unit what was found at it; once.

    Each is sent words and the letter of their own part.
    """
    await close_inspection(conn, who, inspection_id, now=now)
    done = await inspections.one(conn, inspection_id)
    if done is None:
        raise LookupError(f"no inspection {inspection_id}")
    whole = await book_of(conn, city, done, now=now)
    counted = {e.id: e for e in await all_findings(conn, done.id)}
    readers: dict[int, PersonRow] = {}
    for kind in ("committee", "leader"):
        for each in await people.with_role(conn, kind, at=now):
            readers.setdefault(each.id, each)
    for unit_id in done.unit_ids:
        for each in await people.with_role(conn, "contact", unit_id, at=now):
            readers.setdefault(each.id, each)
    for each in readers.values():
        reader = await people.by_id(conn, each.id, at=now)
        if reader is None:
            continue
        sees_all = any(role.kind in SEE_EVERYTHING for role in reader.roles)
        book = whole if sees_all else part_of(city, reader, done, whole)
        if book is not None:
            found = [counted[line.number] for line in book.lines]
            await _send(conn, city, reader, book, found, now=now)
    return done


async def _send(
    conn: AsyncConnection,
    city: City,
    to: Person,
    book: InspectionBook,
    found: Sequence[Matter],
    *,
    now: datetime,
) -> None:
    await tell(
        conn,
        city,
        to.row,
        await words_of(conn, city, book, found),
        key=f"inspection-report:{book.number}:{to.id}",
        now=now,
        buttons=[
            file_buttons(book.number),
            [go("findings", "menu-findings"), go("todo", "button-todo")],
            follow(city, to, book),
        ],
    )
    await tell(
        conn,
        city,
        to.row,
        msg("inspection-file", theme=book.theme),
        key=f"inspection-letter:{book.number}:{to.id}",
        now=now,
        lane="broadcast",
        artwork_id=await order_artwork(conn, book, form="docx", now=now),
        form="document",
    )


async def words_of(
    conn: AsyncConnection, city: City, book: InspectionBook, found: Sequence[Matter]
) -> Msg:
    """Return a part of the report in words, its longest lists cut short."""
    shown = found[:LINES_SHOWN]
    return msg(
        "inspection-report",
        theme=book.theme,
        count=len(found),
        lines=await lines(conn, city, shown),
        more=len(found) - len(shown),
    )


def file_buttons(number: int) -> list[Button]:
    """Return the buttons that hand out one's part of a report as a letter and as tables."""
    return [
        go("inspection-file", "button-inspection-letter", f"{number}.docx"),
        go("inspection-file", "button-inspection-tables", f"{number}.xlsx"),
    ]


def follow(city: City, who: Person, book: InspectionBook) -> list[Button]:
    """Return [批示] under a report, for those who may instruct one of its units."""
    units = [each.id for each in city.units if each.short_name in book.units]
    return under_number(who, "inspection", book.number, units)


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


async def tell_inspectors(
    conn: AsyncConnection, city: City, found: Inspection, *, by: int, now: datetime
) -> None:
    """Tell whoever inspects what, where and until when; each once, whoever opened it left out."""
    for each in await inspectors(conn, found, now=now):
        if each.id == by:
            continue
        await tell(
            conn,
            city,
            each,
            msg(
                "inspection-for-you",
                theme=found.theme,
                units="、".join(city.unit(unit_id).short_name for unit_id in found.unit_ids[:20]),
                until=found.until_at,
            ),
            key=f"inspection-for-you:{found.id}:{each.id}",
            now=now,
            buttons=[
                [
                    go("file-finding", "button-file-finding", str(found.id)),
                    go("inspection", "button-look", str(found.id)),
                ]
            ],
        )


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
