"""Whose digest is due now, and what is in it: when something is due, every day, or every week."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import collecting, deadlines
from handlers.operations.clock.digest import AFTER_THE_TICK, pending_digests, send_digest
from handlers.operations.clock.due_figures import DueFigure, due_figure, still_open
from handlers.operations.waiting import waiting
from handlers.todo import TodoItem
from scoring.due import AHEAD_WORKING_DAYS, Rung
from storage import people, preferences
from storage.people import PersonRow
from storage.preferences import Preference

WEEK = timedelta(days=7)


async def announce(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    figures: Sequence[DueFigure],
    *,
    now: datetime,
) -> None:
    """Queue a step of the ladder as part of the person's digest of the day.

    Whoever gets a digest every day has these figures in it anyway; whoever gets one a week is
    still told the day before.
    """
    chosen = await preferences.one(conn, person.id)
    if chosen.digest == "daily":
        return
    told = [each for each in figures if chosen.digest == "due" or each.rung == "reminder"]
    if told:
        await send_digest(conn, city, person, told, at=max(now, _hour_of(city, chosen, now)))


async def send_daily(
    conn: AsyncConnection, city: City, *, since: datetime, until: datetime
) -> None:
    """Queue the digests whose hour came in (since, until]; of several days only the last one."""
    choices = await preferences.all_chosen(conn)
    for person in await people.everybody(conn):
        if person.user_id is None or person.unreachable_at is not None:
            continue
        chosen = choices.get(person.id, Preference())
        day = _last_day_due(city, chosen, since, until)
        if day is not None:
            await _send(conn, city, person, chosen, day, now=until)


async def _send(
    conn: AsyncConnection,
    city: City,
    person: PersonRow,
    chosen: Preference,
    day: date,
    *,
    now: datetime,
) -> None:
    who = await people.by_id(conn, person.id, at=now)
    if who is None or not who.roles:
        return
    items = await waiting(conn, who, city, now=now)
    put_off = await pending_digests(conn, person.id, after=now, before=now + 2 * AFTER_THE_TICK)
    figures: list[DueFigure] = []
    if chosen.digest == "daily" or (chosen.digest == "weekly" and _begins_week(city, day)):
        before = city.calendar.shifted(day, -1) if chosen.digest == "daily" else day - WEEK
        figures = await _figures(conn, city, who.units_as("reporter"), (before, day), now=now)
    elif not any(_is_near(city, each, day, now) for each in items):
        items = []
    if figures or items or put_off:
        await send_digest(conn, city, person, figures, at=now, also=items)


def _is_near(city: City, each: TodoItem, day: date, now: datetime) -> bool:
    """Whether an item is due today or on the next working day."""
    if each.urgency is None or each.urgency <= now:
        return False
    return each.urgency.astimezone(city.zone).date() <= city.calendar.shifted(day, 1)


async def _figures(
    conn: AsyncConnection,
    city: City,
    unit_ids: Sequence[int],
    days: tuple[date, date],
    *,
    now: datetime,
) -> list[DueFigure]:
    """Return what these units have not filed of what is open and asked for.

    Figures of the month that still runs come in with the first step of their ladder; what is
    locked can no longer be filed and is left out. Whose first step lies after the first of these
    *days* and not after the second gets that first word with this digest, its blank included.
    """
    found: list[DueFigure] = []
    for month in await collecting.open_months(conn, city, unit_ids, now=now):
        dues = await deadlines.of_period(conn, city, month.period)
        for row in month.rows:
            deadline = dues.of(row, month.period)
            due_on = deadline.at.astimezone(city.zone).date()
            first_on = city.calendar.shifted(due_on, -AHEAD_WORKING_DAYS)
            is_first = days[0] < first_on <= days[1]
            rung: Rung = "ahead" if is_first else "reminder"
            found.append(due_figure(row, month.period, deadline, rung))
    return await still_open(conn, found)


def _hour_of(city: City, chosen: Preference, now: datetime) -> datetime:
    day = now.astimezone(city.zone).date()
    return datetime.combine(day, time.fromisoformat(chosen.digest_at), tzinfo=city.zone)


def _last_day_due(city: City, chosen: Preference, since: datetime, until: datetime) -> date | None:
    """Return the last working day whose digest hour lies in (since, until]."""
    day = until.astimezone(city.zone).date()
    while True:
        moment = datetime.combine(day, time.fromisoformat(chosen.digest_at), tzinfo=city.zone)
        if moment <= since:
            return None
        if moment <= until and city.calendar.is_working(day):
            return day
        day -= timedelta(days=1)


def _begins_week(city: City, day: date) -> bool:
    """Whether it is the first working day of its week."""
    monday = day - timedelta(days=day.weekday())
    return city.calendar.next_working(monday) == day
