"""Each leader's list of the month: instructions not yet closed, on its first working day."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go, pairs
from handlers.city import City
from handlers.operations.matters.matter_card import line
from handlers.operations.matters.matter_terms import name_of
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.instruction_course import INSTRUCTION
from storage import matters, people
from storage.matters import Matter

FROM = time(9, 0)
SENT_WITHIN_DAYS = 7
"""A list that could not be sent in the week its month's work began is not sent late."""
LINES_SHOWN = 10


async def send_monthly(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Send whoever gave instructions those that are still open, once a month."""
    here = now.astimezone(city.zone)
    begun = here.date().replace(day=1)
    first = city.calendar.next_working(begun)
    if here.time() < FROM or not 0 <= (here.date() - first).days <= SENT_WITHIN_DAYS:
        return
    theirs: dict[int, list[Matter]] = {}
    for found in await matters.in_states(conn, INSTRUCTION.name, INSTRUCTION.open_states):
        if found.opened_at.astimezone(city.zone).date() < begun:
            for each in await people.answering_for(conn, found.opened_by, at=now):
                theirs.setdefault(each.id, []).append(found)
    for person_id, open_ones in theirs.items():
        person = await people.one(conn, person_id)
        if person is None:
            continue
        shown = open_ones[:LINES_SHOWN]
        await tell(
            conn,
            city,
            person,
            msg(
                "instructions-of-month",
                count=len(open_ones),
                lines=[await line(conn, city, each, now=now) for each in shown],
            ),
            key=f"instructions-monthly:{here:%Y-%m}:{person_id}",
            now=now,
            buttons=[
                *pairs(
                    go("matter", "button-matter", str(each.id), name=name_of(each))
                    for each in shown
                ),
                [go("instructions", "menu-instructions")],
            ],
        )
