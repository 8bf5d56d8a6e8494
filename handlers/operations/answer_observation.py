"""Answer for the observed unit: what it has done about an observation, in its own words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.observation_news import tell_observer, words
from handlers.operations.observation_terms import FILES_MAX, SAID_MAX
from handlers.texts import msg
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, observations
from storage.observations import KNOWN_TO_UNIT, WITH_UNIT, File, Observation
from storage.people import Person


async def answer(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    *,
    said: str,
    files: Sequence[File],
    now: datetime,
) -> Observation:
    """Record a unit's answer and ask the observer whether it is really fixed.

    An answer is what the unit says of itself: it fixes nothing and closes nothing. Raises
    NotAllowed for anybody but a contact of the unit, Outdated if it does not await an answer,
    Refusal without words.
    """
    found = await answerable(conn, who, observation_id)
    if not said.strip():
        raise Refusal("answer-observation-empty")
    done = await observations.add_event(
        conn,
        found.id,
        "answered",
        expected=WITH_UNIT,
        by=who.id,
        said=said.strip()[:SAID_MAX],
        now=now,
    )
    if not done:
        raise Outdated("observation-not-with-unit", receipt=found.receipt)
    for sent in files[:FILES_MAX]:
        await observations.add_file(conn, found.id, sent)
    await journal.add(
        conn,
        person_id=who.id,
        act="observation-answered",
        subject=found.receipt,
        detail={
            "observation": found.id,
            "unit": city.unit(found.unit_id).code,
            **who.as_deputy("contact", found.unit_id),
        },
        at=now,
    )
    await _ask_observer(conn, city, found, said, files=min(len(files), FILES_MAX), now=now)
    return found


async def answerable(conn: AsyncConnection, who: Person, observation_id: int) -> Observation:
    """Return an observation that awaits an answer of this person's unit; raise otherwise.

    What a unit was never told of is not there for it, whoever asks.
    """
    found = await observations.one(conn, observation_id)
    if found is None or found.state not in KNOWN_TO_UNIT:
        raise NotFound("observation-gone")
    if not permissions.may_answer_for(who.roles, unit_id=found.unit_id):
        raise NotAllowed("answer-observation-not-yours")
    if found.state not in WITH_UNIT:
        raise Outdated("observation-not-with-unit", receipt=found.receipt)
    return found


async def _ask_observer(
    conn: AsyncConnection, city: City, found: Observation, said: str, *, files: int, now: datetime
) -> None:
    await tell_observer(
        conn,
        city,
        found,
        msg(
            "observation-answered",
            receipt=found.receipt,
            unit=city.unit(found.unit_id).short_name,
            said=words(said),
            files=files,
        ),
        event="answered",
        now=now,
        buttons=[
            [
                go("confirm-fixed", "button-fixed", f"{found.id}.yes"),
                go("confirm-fixed", "button-not-fixed", f"{found.id}.no"),
            ],
            [go("observation", "button-observation", str(found.id))],
        ],
    )
