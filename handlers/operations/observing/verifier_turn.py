"""Whose turn it is to verify, who is assigned, and how often a verifier's word was overturned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_news import tell_assigned
from handlers.operations.observing.observation_parties import VERDICTS, Parties
from handlers.operations.observing.observation_terms import state
from scoring.observation_course import AWAITED
from scoring.refusals import NotAllowed, NotFound, Outdated
from storage import journal, observation_counts, observations
from storage.observations import Event
from storage.people import Person


@dataclass(frozen=True)
class Overturned:
    """Of one verifier's verdicts, how many were contested and decided, and how many overturned."""

    person_id: int
    verdicts: int
    contested: int
    overturned: int


async def next_verifier(conn: AsyncConnection, able: Sequence[Person]) -> Person | None:
    """Return whose turn it is among those who may: who was assigned longest ago, or never."""
    last = await observation_counts.last_assigned(conn)
    return min(able, key=lambda each: (last.get(each.id, 0), each.id), default=None)


async def assign(
    conn: AsyncConnection,
    city: City,
    by: Person,
    observation_id: int,
    verifier_id: int | None,
    *,
    now: datetime,
) -> Person:
    """Assign a verifier, or the next in turn, and tell them; return who it is.

    Raises NotAllowed for anybody but the office, or for a verifier who has a part in it, Outdated
    where nothing waits to be verified, or it is theirs already.
    """
    found = await observations.one(conn, observation_id)
    if found is None:
        raise NotFound("observation-gone")
    parties = Parties(conn, now=now)
    if not by.holds("office") or await parties.seen_as(by, found) != "office":
        raise NotAllowed("not-for-your-role")
    if AWAITED.get(found.state) != "verifier":
        raise Outdated("observation-moved-on", receipt=found.receipt, state=state(found))
    able = await parties.able_to_verify(found)
    chosen = (
        await next_verifier(conn, able)
        if verifier_id is None
        else next((each for each in able if each.id == verifier_id), None)
    )
    if chosen is None:
        raise NotAllowed("assign-has-part", receipt=found.receipt)
    if chosen.id == found.verifier_id:
        raise Outdated("assign-already", receipt=found.receipt, name=chosen.row.name)
    await observations.assign(conn, found.id, chosen.id)
    await observations.note(conn, found.id, "assigned", by=by.id, said=str(chosen.id), now=now)
    await journal.add(
        conn,
        person_id=by.id,
        act="observation-assigned",
        subject=found.receipt,
        detail={"observation": found.id, "to": chosen.id},
        at=now,
    )
    await tell_assigned(conn, city, found, chosen.row, actor_id=by.id, now=now)
    return chosen


def overturned(histories: Sequence[Sequence[Event]]) -> list[Overturned]:
    """Return for each verifier how their first verdicts fared before a second verifier."""
    verdicts: dict[int, int] = {}
    contested: dict[int, int] = {}
    lost: dict[int, int] = {}
    for events in histories:
        decided = [each for each in events if each.kind in VERDICTS and each.by is not None]
        if not decided or decided[0].by is None:
            continue
        first = decided[0].by
        verdicts[first] = verdicts.get(first, 0) + 1
        asked = any(each.kind in {"unit_contested", "observer_contested"} for each in events)
        if asked and len(decided) > 1:
            contested[first] = contested.get(first, 0) + 1
            lost[first] = lost.get(first, 0) + (decided[1].kind != "sustained")
    return [
        Overturned(each, count, contested.get(each, 0), lost.get(each, 0))
        for each, count in sorted(verdicts.items())
    ]
