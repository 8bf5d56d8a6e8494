"""Requests for more time that wait: on the list of whoever may answer, and asked again each day."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.matter_terms import name_of, short_title_of
from handlers.operations.matters.respite_news import answer_buttons, card
from handlers.operations.matters.respite_rules import answer_by, answerers, is_answerer
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from storage import matters, respites
from storage.matters import Matter
from storage.people import Person
from storage.respites import Respite

REMIND_FROM = time(9, 0)


async def waiting(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the requests that wait for this person's answer."""
    items: list[TodoItem] = []
    for asked in await respites.waiting(conn):
        found = await matters.one(conn, asked.matter_id)
        if found is not None and is_answerer(who, found):
            due = answer_by(city, asked)
            said = _said(city, found, asked, due, now=now)
            items.append(TodoItem(said, "respite", str(asked.id), due))
    return items


def _said(city: City, found: Matter, asked: Respite, due: datetime, *, now: datetime) -> Msg:
    return msg(
        "todo-respite",
        name=name_of(found),
        unit=city.unit(found.unit_id).short_name,
        title=short_title_of(found),
        old=asked.old_at.astimezone(city.zone).date(),
        wanted=asked.wanted_at.astimezone(city.zone).date(),
        due=msg("matter-until", due=due, late=int(now > due)),
    )


async def ask_again(
    conn: AsyncConnection, city: City, *, now: datetime
) -> dict[int, list[Respite]]:
    """Put requests again to whoever has let two working days pass; return what waits by matter."""
    held: dict[int, list[Respite]] = {}
    here = now.astimezone(city.zone)
    is_time = city.calendar.is_working(here.date()) and here.time() >= REMIND_FROM
    for asked in await respites.waiting(conn):
        held.setdefault(asked.matter_id, []).append(asked)
        found = await matters.one(conn, asked.matter_id)
        if found is None or not is_time or now <= answer_by(city, asked):
            continue
        for each in await answerers(conn, found, now=now):
            await tell(
                conn,
                city,
                each,
                msg("respite-again", card=await card(conn, city, found, asked)),
                key=f"respite:{asked.id}:asked:{each.id}:{here.date()}",
                now=now,
                buttons=answer_buttons(city, found, asked),
            )
    return held
