"""What restatements wait for: a line of somebody's list, and a reminder when time is up."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.disputes.restate_steps import approves
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.restatements import AWAITED
from storage import people, periods, restatements
from storage.people import Person
from storage.restatements import Restatement

REMIND_FROM = time(9, 0)


async def waiting(
    conn: AsyncConnection,
    person: Person,
    city: City,
    *,
    now: datetime,
) -> list[TodoItem]:
    """Return what waits for this person; a column to review is on the list of reviews."""
    items: list[TodoItem] = []
    for found in await restatements.all_open(conn):
        row = city.indicator(found.indicator_id)
        if found.state == "figure" and person.holds("reporter", unit_id=row.monitoring_unit_id):
            items.append(
                TodoItem(_line(city, found), "correct-figure", f"r{found.id}", found.due_at)
            )
        elif person.holds("office") and await _is_theirs(conn, city, person, found, now=now):
            items.append(TodoItem(_line(city, found), "restatement", str(found.id), found.due_at))
    return items


async def concerns(
    conn: AsyncConnection, person: Person, city: City, found: Restatement, *, now: datetime
) -> bool:
    """Whether an open restatement waits for this person."""
    row = city.indicator(found.indicator_id)
    side = AWAITED[found.state]
    if side != "office" and person.holds(side, unit_id=row.monitoring_unit_id):
        return True
    return person.holds("office") and await _is_theirs(conn, city, person, found, now=now)


async def _is_theirs(
    conn: AsyncConnection, city: City, person: Person, found: Restatement, *, now: datetime
) -> bool:
    """Whether the office is awaited, and this member of it; or nobody else could be."""
    row = city.indicator(found.indicator_id)
    if AWAITED[found.state] != "office":
        side = "reporter" if found.state == "figure" else "reviewer"
        return not await people.with_role(conn, side, row.monitoring_unit_id, at=now)
    if found.state != "approval":
        return True
    month = await periods.acts(conn, row.scheme_id, found.period)
    is_released = periods.released_at(month) is not None
    if approves(person, found, is_released=is_released):
        return True
    others = [
        each for each in await people.with_role(conn, "office", at=now) if each.id != person.id
    ]
    return not others


async def remind(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind whoever is awaited on the last day of a stage and on each working day after it."""
    here = now.astimezone(city.zone)
    if here.time() < REMIND_FROM or not city.calendar.is_working(here.date()):
        return
    for found in await restatements.all_open(conn):
        if here.date() < found.due_at.astimezone(city.zone).date():
            continue
        row = city.indicator(found.indicator_id)
        side = AWAITED[found.state]
        unit_id = None if side == "office" else row.monitoring_unit_id
        for each in await people.with_role(conn, side, unit_id, at=now):
            who = await people.by_id(conn, each.id, at=now)
            if who is None or (
                side == "office" and not await _is_theirs(conn, city, who, found, now=now)
            ):
                continue
            button = {
                "reporter": go("correct-figure", "dispute-do-file", f"r{found.id}"),
                "reviewer": go("review", "button-review"),
                "office": go("restatement", "button-restatement", str(found.id)),
            }[side]
            await tell(
                conn,
                city,
                each,
                msg("restate-reminder", line=_line(city, found), due=found.due_at),
                key=f"restate-reminder:{found.id}:{found.state}:{here.date()}:{each.id}",
                now=now,
                buttons=[[button]],
            )


def _line(city: City, found: Restatement) -> Msg:
    row = city.indicator(found.indicator_id)
    return msg(
        "todo-restatement",
        number=str(found.id),
        unit=city.unit(found.unit_id).short_name,
        code=row.indicator.code,
        period=found.period,
        state=msg("restate-state", state=found.state),
    )
