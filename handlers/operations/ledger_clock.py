"""What the clock does with ledger entries: reminds whoever is awaited, and lets terms run out."""

from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger_news import remind
from handlers.operations.ledger_terms import Matter, all_matters, awaited, people_of
from handlers.operations.move_entry import run_out
from handlers.operations.observed_back import tell_taken_back
from scoring.ledger_course import RUNS_OUT
from storage import ledger, ticks

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
    for matter in await all_matters(conn, await ledger.all_open(conn)):
        entry = matter.entry
        if entry.due_at is None:
            continue
        target = RUNS_OUT.get(entry.state)
        if now > entry.due_at and target is not None:
            await run_out(conn, city, matter, target, now=now)
        else:
            await _remind(conn, city, matter, entry.due_at, now=now)


async def _remind(
    conn: AsyncConnection, city: City, matter: Matter, due_at: datetime, *, now: datetime
) -> None:
    """Remind on the morning of the last day, and of what is overdue on each working day.

    Of what is overdue the office hears too.
    """
    here = now.astimezone(city.zone)
    if here.date() < due_at.astimezone(city.zone).date() or here.time() < REMIND_FROM:
        return
    if not city.calendar.is_working(here.date()):
        return
    to = await awaited(conn, city, matter, now=now)
    if to and now > due_at:
        to = [*to, *await people_of(conn, city, matter, "office", now=now)]
    await remind(conn, city, matter, list(dict.fromkeys(to)), now=now)
