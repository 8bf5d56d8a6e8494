"""What waits for a person in the matter of disputes: figures to check, answers, decisions."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.disputes.dispute_terms import sides_of, waits_alone
from handlers.operations.disputes.raise_dispute import LOOK_BACK, figures_of
from handlers.texts import msg
from handlers.todo import TodoItem
from scoring.disputes import AWAITED
from storage import confirmations, disputes, readings
from storage.disputes import Dispute
from storage.people import Person


async def waiting(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return what waits for this person: figures to check, disputes that await their side."""
    return [
        *await _to_check(conn, person, city, now=now),
        *await _awaited(conn, person, city, now=now),
    ]


async def awaits(
    conn: AsyncConnection, person: Person, city: City, found: Dispute, *, now: datetime
) -> bool:
    """Whether an open dispute waits for this person.

    What waits for a side in which nobody can be reached waits for the office, so that there is
    always somebody who sees it.
    """
    side, sides = AWAITED.get(found.state), sides_of(person, city, found)
    if side is None:
        return False
    mine = side in sides or (side == "monitor" and bool(sides & {"reporter", "reviewer"}))
    if mine:
        return True
    office = person.holds("office")
    return office and await waits_alone(conn, city, found, now=now)


async def _to_check(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    units = person.units_as("contact")
    if not units:
        return []
    items: list[TodoItem] = []
    for unit_id, period in await confirmations.periods_told(conn, units, since=now - LOOK_BACK):
        figures = (await figures_of(conn, city, unit_id, period)).values()
        left = [each.until for each in figures if each.is_waiting(now)]
        if left:
            unit = city.unit(unit_id)
            said = msg(
                "todo-check", unit=unit.short_name, period=period, count=len(left), due=min(left)
            )
            items.append(TodoItem(said, "check", f"{unit.code}.{period}", min(left)))
    return items


async def _awaited(
    conn: AsyncConnection, person: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    items: list[TodoItem] = []
    for found in await disputes.all_open(conn):
        if not await awaits(conn, person, city, found, now=now):
            continue
        if found.state == "restating" and person.holds("office"):
            continue  # It stands on the list as a restatement.
        if found.state == "filed" and await _is_in_review(conn, person, found):
            continue
        row = city.indicator(found.indicator_id)
        said = msg(
            "todo-dispute",
            number=str(found.id),
            unit=city.unit(found.unit_id).short_name,
            code=row.indicator.code,
            indicator=row.indicator.name,
            state=state_said(found),
        )
        items.append(TodoItem(said, "dispute", str(found.id), found.due_at))
    return items


async def _is_in_review(conn: AsyncConnection, person: Person, found: Dispute) -> bool:
    """Whether the correction is on the person's list as a column to review already."""
    return any(
        each.period == found.period and each.filed_by != person.id
        for each in await readings.waiting(conn, [found.indicator_id])
    ) and person.holds("reviewer")
