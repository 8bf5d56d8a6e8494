"""Report an observation: checked, numbered, and laid before the office for verification."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observing.observation_news import announce
from handlers.operations.observing.observation_parties import Parties
from handlers.operations.observing.observation_terms import FILES_MAX, SAID_MAX, due_by, observable
from handlers.operations.observing.verifier_turn import next_verifier
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import journal, observation_files, observations, observing_limits
from storage.observation_files import File
from storage.observations import Answered, Observation
from storage.people import Person

SAME_WORDS_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class Sight:
    """What an observer saw: of which unit, of which kind, and what there is to show for it."""

    point_id: int | None
    unit_id: int
    category: str
    said: str
    files: Sequence[File] = ()
    place: tuple[float, float] | None = None
    answers: Sequence[Answered] = ()


@dataclass(frozen=True)
class Receipt:
    """What the observer is told: the number, and by when the office will have looked."""

    observation: Observation
    verify_by: datetime


async def report(
    conn: AsyncConnection, city: City, who: Person, sight: Sight, *, now: datetime
) -> Receipt:
    """Record what was seen and ask the office to verify it; return the receipt.

    Raises NotAllowed for anybody but an observer of that point, or one who may not for a while;
    Refusal if there is nothing to go by (a place alone shows nothing), if the day's most is
    reached, or if the same person has said the very same before.
    """
    _check(city, who, sight, now=now)
    await check_may_observe(conn, who, now=now)
    await _check_not_too_much(conn, city, who, sight, now=now)
    due = due_by(city, sight.category, "filed", now) or now
    found = await observations.add(
        conn,
        year=now.astimezone(city.zone).year,
        observer_id=who.id,
        point_id=sight.point_id,
        unit_id=sight.unit_id,
        category=sight.category,
        said=sight.said[:SAID_MAX],
        place=sight.place,
        answers=sight.answers,
        due_at=due,
        now=now,
    )
    for sent in sight.files[:FILES_MAX]:
        await observation_files.add_file(conn, found.id, sent)
    await journal.add(
        conn,
        person_id=who.id,
        act="observation-filed",
        subject=found.receipt,
        detail={
            "observation": found.id,
            "unit": city.unit(found.unit_id).code,
            **who.as_deputy("observer"),
        },
        at=now,
    )
    found = await _assign_in_turn(conn, city, found, now=now)
    await announce(conn, city, found, found, actor_id=who.id, now=now)
    return Receipt(found, due)


async def check_may_observe(conn: AsyncConnection, who: Person, *, now: datetime) -> None:
    """Raise NotAllowed for anybody who is no observer, or may not be one for a while."""
    if not permissions.may_observe(who.roles):
        raise NotAllowed("observe-not-yours")
    ban = await observing_limits.ban_of(conn, who.id, at=now)
    if ban is not None:
        raise NotAllowed("observe-banned", until=ban.until, reason=ban.reason)


def points_of(who: Person) -> list[int]:
    """Return the ids of the points this person observes at, each once."""
    mine = (role.point_id for role in who.roles if role.kind == "observer")
    return list(dict.fromkeys(each for each in mine if each is not None))


async def _assign_in_turn(
    conn: AsyncConnection, city: City, found: Observation, *, now: datetime
) -> Observation:
    """Assign the next in turn where the category's rule says so."""
    if city.category(found.category).verifier != "turn":
        return found
    chosen = await next_verifier(conn, await Parties(conn, now=now).able_to_verify(found))
    if chosen is None:
        return found
    await observations.assign(conn, found.id, chosen.id)
    await observations.note(conn, found.id, "assigned", by=None, said=str(chosen.id), now=now)
    return await observations.one(conn, found.id) or found


async def _check_not_too_much(
    conn: AsyncConnection, city: City, who: Person, sight: Sight, *, now: datetime
) -> None:
    most = await observing_limits.daily_most(conn)
    midnight = now.astimezone(city.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    if await observing_limits.count_since(conn, who.id, midnight) >= most:
        raise Refusal("observe-daily-most", most=most)
    words = sight.said.strip()
    for each in await observations.of_observers(conn, [who.id]):
        same = (each.unit_id, each.category) == (sight.unit_id, sight.category)
        lately = each.filed_at >= now - SAME_WORDS_WITHIN and each.state != "withdrawn"
        if words and same and lately and each.said.strip() == words:
            raise Refusal("observe-said-before", receipt=each.receipt)


def _check(city: City, who: Person, sight: Sight, *, now: datetime) -> None:
    if not permissions.may_observe(who.roles):
        raise NotAllowed("observe-not-yours")
    mine = points_of(who)
    if (sight.point_id is None) != (not mine) or (mine and sight.point_id not in mine):
        raise NotAllowed("observe-not-your-point")
    today = now.astimezone(city.zone).date()
    if all(unit.id != sight.unit_id for unit in observable(city, today)):
        raise NotFound("observe-unit-gone")
    if sight.category not in city.category_by_code:
        raise NotFound("button-outdated")
    if not sight.said.strip() and not sight.files:
        raise Refusal("observe-empty")
