"""What the clock does with observations: it reminds whoever is awaited, and moves on what may."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_news import look_at
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_step import run_out
from handlers.operations.observing.observation_terms import due_by, state
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.observation_course import AWAITED, RUNS_OUT, Side
from storage import observation_counts, observations
from storage.observations import EventKind, Observation

REMIND_FROM = time(9, 0)


async def look_after_observations(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind on the last day of a term and once it is over; let what may run out run out.

    Asking again changes nothing: reminders have keys, and what moved has a new term.
    """
    parties = Parties(conn, now=now)
    for found in await observations.all_open(conn):
        if found.due_at is None:
            await _give_term(conn, city, found)
        elif now <= found.due_at:
            await _remind_if_last_day(conn, city, parties, found, found.due_at, now=now)
        elif found.state in RUNS_OUT:
            kind: EventKind = "asked_again" if found.state == "fixed" else "lapsed"
            await run_out(conn, city, found, kind, RUNS_OUT[found.state], now=now)
        else:
            await remind(conn, city, parties, found, stamp="over", now=now)


async def remind(
    conn: AsyncConnection,
    city: City,
    parties: Parties,
    found: Observation,
    *,
    stamp: str,
    now: datetime,
) -> int:
    """Remind those whom an observation awaits, once a *stamp*; return how many were reminded.

    Where nobody of that side can be reached, those of the office are.
    """
    side: Side | None = AWAITED.get(found.state)
    if side is None:
        return 0
    alone = await parties.is_alone(found, side)
    reached = 0
    for each in await parties.people_of(found, "office" if alone else side):
        queued = await tell(
            conn,
            city,
            each,
            msg(
                "observation-reminder",
                receipt=found.receipt,
                unit=city.unit(found.unit_id).short_name,
                state=state(found),
                due=found.due_at or now,
                late=int(found.due_at is not None and now > found.due_at),
                alone=int(alone),
            ),
            key=f"observation-reminder:{found.id}:{found.since.isoformat()}:{stamp}:{each.id}",
            now=now,
            buttons=look_at(found),
        )
        reached += queued is not None
    return reached


async def _remind_if_last_day(
    conn: AsyncConnection,
    city: City,
    parties: Parties,
    found: Observation,
    due_at: datetime,
    *,
    now: datetime,
) -> None:
    here = now.astimezone(city.zone)
    if here.date() == due_at.astimezone(city.zone).date() and here.time() >= REMIND_FROM:
        await remind(conn, city, parties, found, stamp="last", now=now)


async def _give_term(conn: AsyncConnection, city: City, found: Observation) -> None:
    """Give what was reported before there were terms one, from when it came to stand so."""
    since = (await observation_counts.handed_over(conn, [found.id])).get(found.id, found.since)
    due_at = due_by(city, found.category, found.state, max(since, found.since))
    if due_at is not None:
        await observations.set_due(conn, found.id, due_at)
