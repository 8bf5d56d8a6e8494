"""What a unit knows of an observation by now: all that it did itself, and what it was told.

Units are told at one hour of the day (`told_at`). Until then their list and card stand as they
stood: otherwise looking every few minutes would say what the message does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_masks import UNKNOWN_TO_UNIT
from handlers.operations.observing.observation_terms import due_by, told_at
from scoring.observation_course import MOVES, WITH_UNIT
from scoring.observation_past import replay
from storage import observation_counts, observations
from storage.observation_counts import GIVES_TIME
from storage.observations import Event, Observation

OF_UNITS = frozenset(
    deed for deed, moves in MOVES.items() if all(move.by == "unit" for move in moves)
)


@dataclass(frozen=True)
class Told:
    """An observation as its unit knows it; *is_current* where that is how it stands."""

    found: Observation
    events: Sequence[Event]
    is_current: bool


def as_told(
    city: City, found: Observation, events: Sequence[Event], *, now: datetime
) -> Told | None:
    """Return an observation as its unit knows it by now; None where it was told of nothing yet."""
    known: list[Event] = []
    for each in events:
        is_known = each.kind in OF_UNITS | UNKNOWN_TO_UNIT or told_at(city, each.at) <= now
        if not is_known:
            break
        known.append(each)
    if len(known) == len(events):
        return Told(found, events, is_current=True)
    if not any(e.kind == "dispatched" and e.unit_id in {found.unit_id, None} for e in known):
        return None
    state = replay(each.kind for each in known)[-1]
    moved = [each.at for each in known if each.kind not in UNKNOWN_TO_UNIT]
    gave_time = [each.at for each in known if each.kind in GIVES_TIME]
    since = gave_time[-1] if state in WITH_UNIT and gave_time else moved[-1]
    due_at = due_by(city, found.category, state, since)
    then = replace(found, state=state, since=moved[-1], due_at=due_at)
    return Told(then, known, is_current=False)


async def all_as_told(
    conn: AsyncConnection, city: City, found: Sequence[Observation], *, now: datetime
) -> dict[int, Told]:
    """Return many observations as their units know them, without those they were not told of."""
    histories = await observation_counts.histories(conn, [each.id for each in found])
    told = {each.id: as_told(city, each, histories.get(each.id, []), now=now) for each in found}
    return {number: each for number, each in told.items() if each is not None}


async def to_answer(conn: AsyncConnection, city: City, unit_id: int, *, now: datetime) -> int:
    """Return how many observations a unit knows to await its answer."""
    found = await observations.open_for_unit(conn, unit_id)
    return len(await all_as_told(conn, city, found, now=now))
