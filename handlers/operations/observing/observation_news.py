"""Whom a step reaches, and how: every side has a sentence of its own, the unit never a name."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go
from handlers.city import City
from handlers.operations.observing.observation_masks import Veil
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_terms import SAID_MAX, category, told_at
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring.observation_course import AWAITED, Side
from storage import observations, people
from storage.observations import Event, EventKind, Observation
from storage.people import PersonRow

TOLD: Mapping[EventKind, frozenset[Side]] = {
    "filed": frozenset({"verifier"}),
    "withdrawn": frozenset({"verifier"}),
    "refuted": frozenset({"unit"}),
    "dispatched": frozenset({"unit"}),
    "transfer_asked": frozenset({"office"}),
    "transfer_refused": frozenset({"unit"}),
    "unit_contested": frozenset({"verifier"}),
    "observer_contested": frozenset({"verifier"}),
    "closure_contested": frozenset({"verifier", "unit"}),
    "sustained": frozenset({"unit"}),
    "fixed": frozenset({"unit"}),
    "partly_fixed": frozenset({"unit", "office"}),
    "not_fixed": frozenset({"unit", "office"}),
    "accepted": frozenset({"unit"}),
    "still_fixed": frozenset({"unit"}),
    "reopened": frozenset({"unit", "office"}),
    "ordered": frozenset({"unit"}),
    "ended": frozenset({"unit"}),
    "lapsed": frozenset({"unit"}),
}
"""Whom each step is told besides its observer and who joined, who are told every step."""
QUIET: frozenset[EventKind] = frozenset({"filed", "joined", "assigned"})


def words(said: str | None) -> Msg:
    """Return what somebody said, or the words for saying nothing."""
    bare = (said or "").strip()
    return msg("observation-words", text=bare[:SAID_MAX]) if bare else msg("observation-no-words")


async def announce(
    conn: AsyncConnection,
    city: City,
    before: Observation,
    found: Observation,
    *,
    actor_id: int | None,
    now: datetime,
    files: int = 0,
) -> None:
    """Bring the last step to everybody it concerns, each once."""
    parties = Parties(conn, now=now)
    events = [each for each in await parties.events(found) if each.kind != "assigned"]
    news = _News(conn, city, parties, found, events[-1], actor_id, files, now)
    sides = TOLD.get(events[-1].kind, frozenset())
    if "unit" in sides and await parties.was_told(found):
        await news.tell_unit()
    if before.unit_id != found.unit_id and before.state != "verified":
        await news.tell_unit_before(before)
    if events[-1].kind not in QUIET:
        await news.tell_observers()
    for side in ("verifier", "office"):
        if side in sides:
            await news.tell_side(side)


async def tell_assigned(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    to: PersonRow,
    *,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Tell somebody that an observation is theirs to verify."""
    if to.id == actor_id:
        return
    count = sum(each.kind == "assigned" for each in await observations.events_of(conn, found.id))
    await tell(
        conn,
        city,
        to,
        msg(
            "observation-assigned-to-you",
            receipt=found.receipt,
            unit=city.unit(found.unit_id).short_name,
            category=category(city, found.category),
            due=due_words(found),
        ),
        key=f"observation:{found.id}:assigned{count}:{to.id}",
        now=now,
        buttons=look_at(found),
    )


def due_words(found: Observation) -> Msg:
    """Return by when whoever is awaited must act, as part of a sentence; nothing without a term."""
    if found.due_at is None:
        return msg("nothing")
    return msg("observation-until", due=found.due_at)


def look_at(found: Observation) -> list[list[Button]]:
    """Return the button that opens an observation."""
    return [[go("observation", "button-observation", str(found.id))]]


class _News:
    """One step, on its way to those whom it concerns."""

    def __init__(
        self,
        conn: AsyncConnection,
        city: City,
        parties: Parties,
        found: Observation,
        event: Event,
        actor_id: int | None,
        files: int,
        now: datetime,
    ) -> None:
        self._conn, self._city, self._parties = conn, city, parties
        self._found, self._event, self._files = found, event, files
        self._actor_id, self._now = actor_id, now

    async def tell_unit(self) -> None:
        veil = await Veil.over(self._conn, self._found)
        message = await self._message("observation-to-unit", veil=veil)
        for each in await self._parties.contacts(self._found):
            await self._tell(each, message, unit_buttons(self._found), of_unit=True)

    async def tell_unit_before(self, before: Observation) -> None:
        """Tell the unit that had it that it is with another one now."""
        message = msg("observation-went-elsewhere", receipt=self._found.receipt)
        for each in await people.with_role(self._conn, "contact", before.unit_id, at=self._now):
            await self._tell(each, message, [[go("todo", "button-todo")]], of_unit=True)

    async def tell_observers(self) -> None:
        message = await self._message("observation-to-observer")
        asked = AWAITED.get(self._found.state) == "observer"
        progress = message if asked else msg("observation-progress", then=message)
        for each in await self._parties.observers(self._found):
            await self._tell(each, progress, observer_buttons(self._found))
        for each in await self._parties.joiners(self._found):
            await self._tell(each, msg("observation-to-joined", then=message), look_at(self._found))

    async def tell_side(self, side: Side) -> None:
        message = await self._message("observation-to-office")
        for each in await self._parties.people_of(self._found, side):
            await self._tell(each, message, look_at(self._found))

    async def _message(self, message_id: str, *, veil: Veil | None = None) -> Msg:
        own = self._found.said
        said = own if self._event.kind == "filed" else self._event.said
        events = await self._parties.events(self._found)
        findings = next((e.said for e in reversed(events) if e.kind == "verified"), None)
        if veil is not None:
            said, own, findings = veil.event(self._event), veil.said(), veil.text(findings)
        joined = len(await self._parties.joined(self._found))
        given = {
            "event": self._event.kind,
            "state": self._found.state,
            "receipt": self._found.receipt,
            "unit": self._city.unit(self._found.unit_id).short_name,
            "category": category(self._city, self._found.category),
            "said": words(said),
            "due": due_words(self._found),
        }
        if message_id == "observation-to-observer":
            given |= {"files": self._files}
        if message_id == "observation-to-unit":
            given |= {"seen": words(own), "findings": words(findings)}
        if message_id == "observation-to-office":
            given |= {"joined": joined}
        return Msg(message_id, given)

    async def _tell(
        self, to: PersonRow, message: Msg, buttons: Keyboard, *, of_unit: bool = False
    ) -> None:
        """Queue it; a unit's side is told at the day's one hour, see `told_at`."""
        if to.id == self._actor_id:
            return
        await tell(
            self._conn,
            self._city,
            to,
            message,
            key=f"observation:{self._found.id}:e{self._event.id}:{to.id}:{message.id}",
            now=self._now,
            buttons=buttons,
            earliest=told_at(self._city, self._now) if of_unit else None,
        )


def unit_buttons(found: Observation) -> list[list[Button]]:
    """Return what a unit can do under its news."""
    if AWAITED.get(found.state) != "unit":
        return look_at(found)
    answer = go("answer-observation", "button-answer-observation", str(found.id))
    return [[answer, *look_at(found)[0]]]


def observer_buttons(found: Observation) -> list[list[Button]]:
    """Return what an observer can do under their news."""
    name = str(found.id)
    rows: list[list[Button]] = []
    if found.state == "answered":
        rows.append(
            [
                go("confirm-fixed", "button-fixed", f"{name}.yes"),
                go("confirm-fixed", "button-not-fixed", f"{name}.no"),
            ]
        )
    return [*rows, *look_at(found)]
