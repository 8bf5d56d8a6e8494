"""Join an observation that somebody else reported: one case, and every later word to both."""

from datetime import datetime, timedelta
from math import cos, hypot, radians

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_step import note
from handlers.operations.observing.observation_terms import FILES_MAX, SAID_MAX
from handlers.operations.observing.observe import Sight, check_may_observe
from scoring.observation_course import OPEN, REFUTED
from scoring.refusals import NotFound, Outdated
from storage import observation_files, observation_joins, observations
from storage.observations import Observation
from storage.people import Person

SIMILAR_WITHIN = timedelta(days=14)
NEAR_WITHIN = timedelta(days=90)
NEAR_METRES = 300
DEGREE_METRES = 111_195  # a degree of latitude


async def alike(conn: AsyncConnection, sight: Sight, *, now: datetime) -> list[Observation]:
    """Return what is open of the same unit and category and near it, in time or in place."""
    found = await observations.similar(
        conn, unit_id=sight.unit_id, category=sight.category, since=now - NEAR_WITHIN
    )
    return [
        each
        for each in found
        if each.filed_at >= now - SIMILAR_WITHIN
        or (sight.place and each.place and metres(sight.place, each.place) <= NEAR_METRES)
    ]


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two places are from each other, near enough within a city.

    >>> round(metres((31.9, 120.5), (31.9, 120.51)))
    944
    """
    north = (other[0] - one[0]) * DEGREE_METRES
    east = (other[1] - one[1]) * DEGREE_METRES * cos(radians(one[0]))
    return hypot(north, east)


async def join(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    sight: Sight,
    *,
    now: datetime,
) -> Observation:
    """Join an open observation, with what one has seen oneself; raise Outdated if it is over.

    Words and files join it as its observers'; joining twice changes nothing.
    """
    await check_may_observe(conn, who, now=now)
    found = await observations.one(conn, observation_id)
    if found is None or (found.unit_id, found.category) != (sight.unit_id, sight.category):
        raise NotFound("observation-gone")
    if found.state not in OPEN - REFUTED or who.answers_for(found.observer_id):
        raise Outdated("observe-join-over", receipt=found.receipt)
    if not await observation_joins.join(conn, found.id, who.id, now=now):
        raise Outdated("observe-joined-before", receipt=found.receipt)
    said = sight.said.strip()[:SAID_MAX] or None
    await observations.note(conn, found.id, "joined", by=who.id, said=said, now=now)
    for sent in sight.files[:FILES_MAX]:
        await observation_files.add_file(conn, found.id, sent)
    await note(conn, city, found, "joined", by=who, now=now)
    return found
