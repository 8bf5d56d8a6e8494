"""What the clock does with ledger entries: reminds whoever is awaited, and lets terms run out."""

from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.ledger_news import remind
from handlers.operations.ledger.ledger_people import awaited, people_of
from handlers.operations.ledger.ledger_terms import all_matters
from handlers.operations.ledger.move_entry import run_out
from handlers.operations.observing.observed_back import tell_taken_back
from scoring.ledger_course import AWAITED, RUNS_OUT
from storage import ledger, roster, ticks

REMIND_FROM = time(9, 0)
LOOK_BACK = timedelta(days=1)
"""What was done just before a look may be written only after it; nothing is told twice."""


async def look_after_ledger(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Put in force what has been on notice long enough, let other terms run out, remind the rest.

    Units hear of observations that were refuted after the clock's last look. Asking again changes
    nothing: reminders have keys, and an entry that moved has a new term.
    """
    since = await ticks.last(conn, ticks.DUE)
    if since is not None:
        await tell_taken_back(conn, city, since=since - LOOK_BACK, until=now)
    over = await ledger.due_before(conn, now, RUNS_OUT)
    for matter in await all_matters(conn, over):
        await run_out(conn, city, matter, RUNS_OUT[matter.entry.state], now=now)
    if _reminds_now(city, since, now):
        await _remind_all(conn, city, now=now)


def _reminds_now(city: City, since: datetime | None, now: datetime) -> bool:
    """Whether the hour of reminding of a working day has come since the clock's last look.

    Nothing that is entered later on a day is due that same day.
    """
    here = now.astimezone(city.zone)
    at = datetime.combine(here.date(), REMIND_FROM, tzinfo=city.zone)
    return city.calendar.is_working(here.date()) and at <= now and (since is None or since < at)


async def _remind_all(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind on the morning of the last day, and of what is overdue on each working day.

    Of what is overdue the office hears too.
    """
    tonight = datetime.combine(now.astimezone(city.zone).date(), time.max, tzinfo=city.zone)
    due = await ledger.due_before(conn, tonight, AWAITED)
    if not due:
        return
    known = await roster.load(conn, at=now)
    for matter in await all_matters(conn, due):
        to = awaited(known, city, matter)
        if to and matter.entry.due_at is not None and now > matter.entry.due_at:
            to = [*to, *people_of(known, city, matter, "office")]
        await remind(conn, city, matter, list(dict.fromkeys(to)), now=now)
