"""The clock on the approvals of an adjusted target: a term for each, reminders, and no silence.

Nothing comes into force or ends because nobody answered: those who may approve are reminded on the
last day and on each working day after it, and whoever proposed it hears that it is late.
"""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.targets import retarget
from handlers.operations.targets.retarget_news import asked_for, due_by, headline
from handlers.operations.tell import tell
from handlers.texts import msg
from storage import people, retargets
from storage.people import PersonRow
from storage.retargets import Retarget

REMIND_FROM = time(9, 0)


async def remind_approvers(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind of each adjustment whose approval is due today or was before; once a working day."""
    here = now.astimezone(city.zone)
    if here.time() < REMIND_FROM or not city.calendar.is_working(here.date()):
        return
    for made in await retargets.open_ones(conn):
        due = due_by(city, made)
        if here.date() < due.astimezone(city.zone).date():
            continue
        for person in await approvers(conn, made, now=now):
            await tell(
                conn,
                city,
                person,
                msg(
                    "retarget-due",
                    headline=headline(city, made),
                    due=due,
                    late=int(now > due),
                    count=len(made.approved_by),
                ),
                key=f"retarget-due:{made.id}:{here.date()}:{person.id}",
                now=now,
                buttons=[[go("retarget", "retarget-button-look", str(made.id))]],
            )
        if now > due:
            await _tell_proposer(conn, city, made, due, now=now)


async def approvers(conn: AsyncConnection, made: Retarget, *, now: datetime) -> list[PersonRow]:
    """Return those who may approve an adjustment as it stands: nobody who spoke before."""
    found: list[PersonRow] = []
    for each in await asked_for(conn, made, now=now):
        who = await people.by_id(conn, each.id, at=now)
        if who is not None and retarget.may_approve(who, made):
            found.append(each)
    return found


async def _tell_proposer(
    conn: AsyncConnection, city: City, made: Retarget, due: datetime, *, now: datetime
) -> None:
    for person in await people.answering_for(conn, made.proposed_by, at=now):
        await tell(
            conn,
            city,
            person,
            msg(
                "retarget-late", headline=headline(city, made), due=due, count=len(made.approved_by)
            ),
            key=f"retarget-late:{made.id}:{len(made.approved_by)}:{person.id}",
            now=now,
            buttons=[[go("retarget", "retarget-button-look", str(made.id))]],
        )
