"""Say, as its observer, whether what a unit has answered is really fixed."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.observation_news import tell_office, tell_unit, words
from handlers.operations.observation_terms import SAID_MAX, answer_by
from handlers.texts import msg
from scoring.refusals import NotFound, Outdated
from storage import journal, observations
from storage.observations import EventKind, Observation
from storage.people import Person


async def confirm_fixed(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    *,
    said: str,
    now: datetime,
) -> Observation:
    """Record that the observer has seen it fixed, and tell the unit.

    Raises NotFound for anybody but its observer, Outdated if the unit has not answered, or
    something has been said already.
    """
    found = await judged_by(conn, who, observation_id)
    await _record(conn, city, who, found, "fixed", said, now=now)
    unit = city.unit(found.unit_id).short_name
    news = msg("observation-fixed", receipt=found.receipt, unit=unit, said=words(said))
    await tell_unit(conn, city, found, news, event="fixed", now=now)
    return found


async def report_not_fixed(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    *,
    said: str,
    now: datetime,
) -> datetime:
    """Record that it is not fixed and give it back to the unit; return the new term.

    The unit and the office are told. Raises as `confirm_fixed` does.
    """
    found = await judged_by(conn, who, observation_id)
    await _record(conn, city, who, found, "not_fixed", said, now=now)
    due, unit = answer_by(city, now), city.unit(found.unit_id).short_name
    await tell_unit(
        conn,
        city,
        found,
        msg(
            "observation-back-to-unit",
            receipt=found.receipt,
            unit=unit,
            said=words(said),
            due=due,
        ),
        event="not_fixed",
        now=now,
        buttons=[
            [
                go("answer-observation", "button-answer-observation", str(found.id)),
                go("observation", "button-observation", str(found.id)),
            ]
        ],
    )
    news = msg("observation-not-fixed", receipt=found.receipt, unit=unit, said=words(said), due=due)
    await tell_office(conn, city, found, news, event="not_fixed", now=now)
    return due


async def judged_by(conn: AsyncConnection, who: Person, observation_id: int) -> Observation:
    """Return an answered observation of this observer; raise otherwise."""
    found = await observations.one(conn, observation_id)
    if found is None or not who.answers_for(found.observer_id):
        raise NotFound("observation-gone")
    if found.state != "answered":
        raise Outdated("observation-not-answered", receipt=found.receipt)
    return found


async def _record(
    conn: AsyncConnection,
    city: City,
    who: Person,
    found: Observation,
    outcome: EventKind,
    said: str,
    *,
    now: datetime,
) -> None:
    done = await observations.add_event(
        conn,
        found.id,
        outcome,
        expected=("answered",),
        by=who.id,
        said=said.strip()[:SAID_MAX] or None,
        now=now,
    )
    if not done:
        raise Outdated("observation-not-answered", receipt=found.receipt)
    await journal.add(
        conn,
        person_id=who.id,
        act=f"observation-{outcome}",
        subject=found.receipt,
        detail={
            "observation": found.id,
            "unit": city.unit(found.unit_id).code,
            **who.as_deputy("observer"),
        },
        at=now,
    )
