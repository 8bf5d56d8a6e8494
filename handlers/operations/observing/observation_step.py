"""One step of an observation's course: who may, in which words, where it leads, who hears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_news import announce
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_terms import (
    FILES_MAX,
    SAID_MAX,
    due_by,
    observable,
    state,
)
from handlers.operations.observing.verifier_turn import next_verifier
from scoring.observation_course import (
    CONTESTED,
    MOVES,
    Deed,
    State,
    is_used_up,
    target_of,
)
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, observation_counts, observation_files, observations
from storage.observation_files import File
from storage.observations import EventKind, Observation
from storage.people import Person

UNVERIFIED = ("filed", "observer_contests")


@dataclass(frozen=True)
class Given:
    """What comes with a deed: words, files, and the unit it is dispatched to."""

    said: str = ""
    files: Sequence[File] = ()
    unit_id: int | None = None


NOTHING = Given()


async def doable(
    conn: AsyncConnection, who: Person, observation_id: int, deed: Deed, *, now: datetime
) -> Observation:
    """Return an observation with which this person may do the deed now; raise otherwise.

    Raises NotFound for those who may not see it, NotAllowed for the other sides, Outdated where it
    has moved on, Refusal for what may be done no more.
    """
    found = await observations.one(conn, observation_id)
    parties = Parties(conn, now=now)
    if found is None or await parties.seen_as(who, found) is None:
        raise NotFound("observation-gone")
    if deed in await parties.deeds(who, found):
        return found
    sides = await parties.sides(who, found)
    if is_used_up(deed, await parties.past(found)):
        raise Refusal("observation-used-up", receipt=found.receipt, deed=deed)
    ours = [move for move in MOVES[deed] if move.by in sides and move.if_alone is None]
    if any(found.state in move.sources for move in ours) or not ours:
        raise NotAllowed("observation-not-yours", receipt=found.receipt)
    raise Outdated("observation-moved-on", receipt=found.receipt, state=state(found))


async def act(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    deed: Deed,
    given: Given = NOTHING,
    *,
    now: datetime,
    hush: bool = False,
) -> Observation:
    """Do one deed and tell everybody it concerns; return the observation as it stands then.

    *hush* tells nobody: what follows in the same breath tells both. Raises as `doable` does, and
    Refusal where words or another unit are needed.
    """
    found = await doable(conn, who, observation_id, deed, now=now)
    parties = Parties(conn, now=now)
    move = (await parties.deeds(who, found))[deed]
    words = given.said.strip()[:SAID_MAX]
    if move.in_words and not words:
        raise Refusal("observation-needs-words")
    if deed == "verified" and not found.said and not words:
        raise Refusal("verify-needs-findings")
    target = target_of(deed, move, await parties.past(found))
    unit_id = _unit_for(city, found, deed, given, now=now)
    due_at = await _due(conn, city, found, deed, target, now=now)
    await _move(
        conn,
        city,
        found,
        deed,
        target,
        by=who,
        said=None if deed == "dispatched" else words or None,
        due_at=due_at,
        unit_id=unit_id,
        now=now,
    )
    for sent in given.files[:FILES_MAX]:
        await observation_files.add_file(conn, found.id, sent)
    if hush:
        return await observations.one(conn, found.id) or found
    files = len(given.files[:FILES_MAX])
    return await told(conn, city, found, actor_id=who.id, files=files, now=now)


async def verify(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    given: Given,
    *,
    now: datetime,
) -> Observation:
    """Verify an observation and hand it over in the same breath, where that is theirs to do.

    A verifier who is not of the office leaves the handing over to it. Raises as `act` does.
    """
    before = await doable(conn, who, observation_id, "verified", now=now)
    found = await act(conn, city, who, before.id, "verified", given, now=now, hush=True)
    if "dispatched" in await Parties(conn, now=now).deeds(who, found):
        return await act(conn, city, who, found.id, "dispatched", given, now=now)
    return await told(conn, city, before, actor_id=who.id, now=now)


async def told(
    conn: AsyncConnection,
    city: City,
    before: Observation,
    *,
    actor_id: int | None,
    now: datetime,
    files: int = 0,
) -> Observation:
    """Tell of the last step whomever it concerns; return the observation as it stands now."""
    fresh = await observations.one(conn, before.id)
    if fresh is None:
        raise LookupError(f"no observation {before.id}")
    if fresh.state in CONTESTED and fresh.verifier_id is None:
        await _pass_to_another(conn, city, fresh, now=now)
        fresh = await observations.one(conn, before.id) or fresh
    await announce(conn, city, before, fresh, actor_id=actor_id, files=files, now=now)
    return fresh


async def run_out(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    kind: EventKind,
    target: State,
    *,
    now: datetime,
) -> bool:
    """Let time move an observation on; return False if it had moved meanwhile."""
    moved = await observations.add_event(
        conn,
        found.id,
        kind,
        expected=(found.state,),
        by=None,
        said=None,
        now=now,
        target=target,
        due_at=due_by(city, found.category, target, now),
    )
    if moved:
        await note(conn, city, found, kind, by=None, now=now)
        await told(conn, city, found, actor_id=None, now=now)
    return moved


async def note(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    kind: EventKind,
    *,
    by: Person | None,
    now: datetime,
) -> None:
    """Write a step into the journal."""
    lent = {} if by is None else _as_deputy(by, found, kind)
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act=f"observation-{kind}",
        subject=found.receipt,
        detail={"observation": found.id, "unit": city.unit(found.unit_id).code, **lent},
        at=now,
    )


def _as_deputy(by: Person, found: Observation, kind: EventKind) -> dict[str, int]:
    """Return for whom somebody acted, if the role they acted in was lent to them."""
    moves = next((moves for deed, moves in MOVES.items() if deed == kind), ())
    sides = {move.by for move in moves}
    if "unit" in sides:
        return by.as_deputy("contact", found.unit_id)
    if "observer" in sides or kind == "joined":
        return by.as_deputy("observer")
    return by.as_deputy("office")


async def _move(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    deed: Deed,
    target: State,
    *,
    by: Person,
    said: str | None,
    due_at: datetime | None,
    unit_id: int | None,
    now: datetime,
) -> None:
    moved = await observations.add_event(
        conn,
        found.id,
        deed,
        expected=(found.state,),
        by=by.id,
        said=said,
        now=now,
        target=target,
        due_at=due_at,
        unit_id=unit_id,
    )
    if not moved:
        raise Outdated("observation-moved-on", receipt=found.receipt, state=state(found))
    await note(conn, city, found, deed, by=by, now=now)


def _unit_for(
    city: City, found: Observation, deed: Deed, given: Given, *, now: datetime
) -> int | None:
    """Return to which unit it goes; a unit that asked for a transfer does not get it back so."""
    if deed != "dispatched":
        return None
    unit_id = given.unit_id or found.unit_id
    if all(unit.id != unit_id for unit in observable(city, now.astimezone(city.zone).date())):
        raise NotFound("observe-unit-gone")
    if found.state != "verified" and unit_id == found.unit_id:
        raise Refusal("dispatch-elsewhere", receipt=found.receipt)
    return unit_id


async def _due(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    deed: Deed,
    target: State,
    *,
    now: datetime,
) -> datetime | None:
    """Return the new term; a transfer that was refused, or half an answer, gives a unit no time."""
    if deed in {"transfer_refused", "partly_answered"}:
        since = (await observation_counts.handed_over(conn, [found.id])).get(found.id, now)
        return due_by(city, found.category, target, since)
    return due_by(city, found.category, target, now)


async def _pass_to_another(
    conn: AsyncConnection, city: City, found: Observation, *, now: datetime
) -> None:
    """Assign what is contested to another verifier by rule, not by anybody's choice."""
    able = await Parties(conn, now=now).able_to_verify(found)
    chosen = await next_verifier(conn, able)
    if chosen is None:
        return
    await observations.assign(conn, found.id, chosen.id)
    await observations.note(conn, found.id, "assigned", by=None, said=str(chosen.id), now=now)
    await note(conn, city, found, "assigned", by=None, now=now)
