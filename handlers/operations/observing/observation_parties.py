"""Who is on which side of an observation, whom a side consists of, and what somebody may do.

Looked up once a turn and kept for it: a list of observations asks for the same people again.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.disputes.dispute_terms import can_hear
from scoring import permissions
from scoring.observation_course import (
    AWAITED,
    CONTESTED,
    HEARD_BY_UNIT,
    MOVES,
    Deed,
    Move,
    Past,
    Side,
    is_used_up,
    move_of,
    past,
)
from scoring.refusals import NotFound
from storage import observation_joins, observations, people
from storage.observations import Event, Observation
from storage.people import Person, PersonRow

SeenAs: TypeAlias = Literal["observer", "joined", "office", "unit", "leader"]
VERDICTS = frozenset({"verified", "refuted", "sustained"})


class Parties:
    """Everybody an observation may concern, at one moment."""

    def __init__(self, conn: AsyncConnection, *, now: datetime) -> None:
        self._conn = conn
        self.now = now
        self._pools: dict[str, list[Person]] = {}
        self._contacts: dict[int, list[PersonRow]] = {}
        self._observers: dict[int, list[PersonRow]] = {}
        self._joined: dict[int, list[int]] = {}
        self._events: dict[int, list[Event]] = {}

    # --- what has happened ---------------------------------------------------------------------

    async def events(self, found: Observation) -> list[Event]:
        """Return what was done with an observation, oldest first."""
        if found.id not in self._events:
            self._events[found.id] = await observations.events_of(self._conn, found.id)
        return self._events[found.id]

    def know(self, found: Observation, events: Sequence[Event]) -> None:
        """Let only these events of an observation be known here from now on."""
        self._events[found.id] = list(events)

    async def past(self, found: Observation) -> Past:
        """Return how often what may not go on for ever has happened."""
        return past([each.kind for each in await self.events(found)])

    async def joined(self, found: Observation) -> list[int]:
        """Return who joined it."""
        if found.id not in self._joined:
            self._joined[found.id] = await observation_joins.joined(self._conn, found.id)
        return self._joined[found.id]

    async def was_told(self, found: Observation) -> bool:
        """Whether its unit knows of it: it was dispatched there, whatever became of it since."""
        if found.state in HEARD_BY_UNIT:
            return True
        if found.state != "dismissed":
            return False
        return any(
            each.kind == "dispatched" and each.unit_id == found.unit_id
            for each in await self.events(found)
        )

    # --- whom a side consists of -----------------------------------------------------------------

    async def contacts(self, found: Observation) -> list[PersonRow]:
        """Return who speaks for its unit."""
        if found.unit_id not in self._contacts:
            self._contacts[found.unit_id] = await people.with_role(
                self._conn, "contact", found.unit_id, at=self.now
            )
        return self._contacts[found.unit_id]

    async def observers(self, found: Observation) -> list[PersonRow]:
        """Return whoever reported it, or took over from them, and who stands in for them."""
        if found.observer_id not in self._observers:
            self._observers[found.observer_id] = await people.answering_for(
                self._conn, found.observer_id, at=self.now
            )
        return self._observers[found.observer_id]

    async def joiners(self, found: Observation) -> list[PersonRow]:
        """Return who joined it and hears every later word, or took over from those who did."""
        rows: dict[int, PersonRow] = {}
        for person_id in await self.joined(found):
            for each in await people.answering_for(self._conn, person_id, at=self.now):
                rows.setdefault(each.id, each)
        known = {each.id for each in await self.observers(found)}
        return [each for each in rows.values() if each.id not in known]

    async def referees(self, found: Observation) -> list[Person]:
        """Return the office, or else the committee, as far as it has no part in this.

        Nobody who holds any role in the unit, or saw it themselves.
        """
        return await self._free("office", found) or await self._free("committee", found)

    async def verifiers(self, found: Observation) -> list[Person]:
        """Return who may verify it now: the one assigned, or else all who may.

        What is contested is never decided by somebody who has decided about it before.
        """
        able = await self.able_to_verify(found)
        assigned = [each for each in able if each.answers_for(found.verifier_id)]
        return assigned or able

    async def able_to_verify(self, found: Observation) -> list[Person]:
        """Return everybody who may be assigned to verify it."""
        if found.state not in CONTESTED:
            return await self.referees(found)
        earlier = {each.by for each in await self.events(found) if each.kind in VERDICTS}
        free = [each for each in await self.referees(found) if each.id not in earlier]
        if free:
            return free
        return [each for each in await self._free("committee", found) if each.id not in earlier]

    async def people_of(self, found: Observation, side: Side) -> Sequence[PersonRow]:
        """Return the people of a side who are to be told."""
        match side:
            case "observer":
                able = await self.observers(found)
                return able if any(map(can_hear, able)) else await self.joiners(found)
            case "unit":
                return await self.contacts(found)
            case "verifier":
                return [each.row for each in await self.verifiers(found)]
            case "office":
                return [each.row for each in await self.referees(found)]

    async def is_alone(self, found: Observation, side: Side) -> bool:
        """Whether nobody of a side can be written to."""
        return not any(can_hear(each) for each in await self.people_of(found, side))

    # --- one person ----------------------------------------------------------------------------

    async def seen_as(self, who: Person, found: Observation) -> SeenAs | None:
        """Return as whom somebody sees an observation, or None if it is not theirs to see.

        Whoever reported it sees it as its observer, even with a role in the observed unit. Its
        leaders see what the unit sees, and do nothing with it here.
        """
        if who.answers_for(found.observer_id):
            return "observer"
        if any(who.answers_for(each) for each in await self.joined(found)):
            return "joined"
        if permissions.may_see_observation_unverified(who.roles, unit_id=found.unit_id):
            return "office"
        speaks = permissions.may_answer_for(who.roles, unit_id=found.unit_id)
        leads = permissions.may_see_observation_told(who.roles, unit_id=found.unit_id)
        if not (speaks or leads) or not await self.was_told(found):
            return None
        return "unit" if speaks else "leader"

    async def sides(self, who: Person, found: Observation) -> frozenset[Side]:
        """Return the sides somebody may act for."""
        seen = await self.seen_as(who, found)
        mine: set[Side] = set()
        if seen == "observer":
            return frozenset({"observer"})
        if seen == "joined":
            ours = await self.people_of(found, "observer")
            return frozenset({"observer"} if who.id in {each.id for each in ours} else set[Side]())
        if seen == "unit":
            mine.add("unit")
        if who.id in {each.id for each in await self.referees(found)}:
            mine.add("office")
        if who.id in {each.id for each in await self.verifiers(found)}:
            mine.add("verifier")
        return frozenset(mine)

    async def deeds(self, who: Person, found: Observation) -> dict[Deed, Move]:
        """Return what this person may do with an observation as it stands."""
        sides, before = await self.sides(who, found), await self.past(found)
        alone = await self.alone(found)
        open_to: dict[Deed, Move] = {}
        for deed in MOVES:
            move = move_of(deed, state=found.state, alone=alone)
            if move is not None and move.by in sides and not is_used_up(deed, before):
                open_to[deed] = move
        return open_to

    async def alone(self, found: Observation) -> frozenset[Side]:
        """Return the side that is awaited, if nobody of it can be reached."""
        side = AWAITED.get(found.state)
        return frozenset({side} if side and await self.is_alone(found, side) else set[Side]())

    async def awaits(self, who: Person, found: Observation) -> bool:
        """Whether it waits for this person.

        What waits for a side in which nobody can be reached waits for the office.
        """
        side = AWAITED.get(found.state)
        if side is None:
            return False
        sides = await self.sides(who, found)
        if side in sides:
            return True
        if not who.holds("office") or side not in await self.alone(found):
            return False
        return "office" in sides or not await self.referees(found) or side == "verifier"

    async def _pool(self, kind: Literal["office", "committee"]) -> list[Person]:
        if kind not in self._pools:
            rows = await people.with_role(self._conn, kind, at=self.now)
            whole = [await people.by_id(self._conn, each.id, at=self.now) for each in rows]
            self._pools[kind] = [each for each in whole if each is not None]
        return self._pools[kind]

    async def _free(self, kind: Literal["office", "committee"], found: Observation) -> list[Person]:
        """Return who of the office or committee has no part in it: of the unit, or saw it."""
        saw_it = [found.observer_id, *await self.joined(found)]
        return [
            each
            for each in await self._pool(kind)
            if permissions.may_verify_observation(
                each.roles,
                unit_id=found.unit_id,
                observer_id=found.observer_id,
                person_id=found.observer_id if any(map(each.answers_for, saw_it)) else each.id,
                kind=kind,
            )
        ]


async def one_seen(
    conn: AsyncConnection, who: Person, observation_id: int, *, now: datetime
) -> tuple[Observation, SeenAs]:
    """Return an observation and the side it is seen from; NotFound for everybody else."""
    found = await observations.one(conn, observation_id)
    side = await Parties(conn, now=now).seen_as(who, found) if found else None
    if found is None or side is None:
        raise NotFound("observation-gone")
    return found, side
