"""Requests for more time that nobody has answered: asked again each morning, never granted."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.operations.clock import extension_news as news
from handlers.operations.clock import extension_rules as rules
from handlers.operations.clock.due_figures import shortened
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.due import MORNING
from storage import extensions, ticks
from storage.extensions import Extension
from storage.people import Person, PersonRow

BUTTONS_MOST = 6


async def ask_again(conn: AsyncConnection, city: City, *, since: datetime, until: datetime) -> None:
    """On a working morning, remind everybody of the requests that wait for their answer.

    Those asked that very day wait for the next morning.
    """
    today = until.astimezone(city.zone).date()
    morning = datetime.combine(today, MORNING, tzinfo=city.zone)
    if not (city.calendar.is_working(today) and since < morning <= until):
        return
    if not await ticks.claim(conn, f"extensions-wait:{today}", due_at=morning, now=until):
        return
    own: dict[PersonRow, list[Extension]] = {}
    for each in await extensions.all_open(conn):
        if each.last.at.astimezone(city.zone).date() < today:
            to = (
                await news.answerers(conn, each, now=until)
                if each.state == "asked"
                else await news.askers(conn, city, each, now=until)
            )
            for person in to:
                own.setdefault(person, []).append(each)
    for person, waiting in own.items():
        await tell(
            conn,
            city,
            person,
            msg(
                "extensions-wait",
                count=len(waiting),
                lines=shortened([_line(city, each, now=until) for each in waiting]),
            ),
            key=f"extensions-wait:{today}:{person.id}",
            now=until,
            buttons=buttons_to(city, waiting),
        )


def buttons_to(city: City, found: Sequence[Extension]) -> list[list[Button]]:
    """Return a button for each of the first requests, which shows it."""
    return pairs(
        go(
            "extension",
            "extension-open-code",
            str(each.id),
            code=city.indicator(each.indicator_id).indicator.code,
        )
        for each in found[:BUTTONS_MOST]
    )


async def waiting_for(
    conn: AsyncConnection, who: Person, city: City, *, now: datetime
) -> list[TodoItem]:
    """Return the requests that wait for this person's answer."""
    items: list[TodoItem] = []
    for each in await extensions.all_open(conn):
        is_mine = (
            rules.may_answer(who, each) if each.state == "asked" else rules.is_own(city, who, each)
        )
        if is_mine:
            line = _line(city, each, now=now)
            items.append(TodoItem(line, "extension", str(each.id), each.due_at))
    return items


def _line(city: City, each: Extension, *, now: datetime) -> Msg:
    row = city.indicator(each.indicator_id)
    asked_on, today = (at.astimezone(city.zone).date() for at in (each.last.at, now))
    given = {
        "unit": city.unit(row.monitoring_unit_id).short_name,
        "code": row.indicator.code,
        "indicator": row.indicator.name,
        "period": each.period,
        "until": each.offered_at,
        "days": city.calendar.working_days_between(asked_on, today),
    }
    if each.state == "asked":
        return msg("extension-waits-office", **given)
    return msg("extension-waits-unit", **given)
