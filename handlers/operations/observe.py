"""Report an observation: checked, numbered, and laid before the office for verification."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.observation_news import tell_office
from handlers.operations.observation_terms import (
    CATEGORIES,
    FILES_MAX,
    SAID_MAX,
    SIMILAR_WITHIN,
    category,
    observable,
    verify_by,
)
from handlers.texts import msg
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import journal, observations
from storage.observations import File, Observation
from storage.people import Person


@dataclass(frozen=True)
class Sight:
    """What an observer saw: of which unit, of which kind, and what there is to show for it."""

    point_id: int | None
    unit_id: int
    category: str
    said: str
    files: Sequence[File] = ()
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Receipt:
    """What the observer is told: the number, and by when the office will have looked."""

    observation: Observation
    verify_by: datetime


async def report(
    conn: AsyncConnection, city: City, who: Person, sight: Sight, *, now: datetime
) -> Receipt:
    """Record what was seen and ask the office to verify it; return the receipt.

    Raises NotAllowed for anybody but an observer of that point, Refusal if there is nothing to
    go by: a place alone shows nothing.
    """
    _check(city, who, sight, now=now)
    found = await observations.add(
        conn,
        year=now.astimezone(city.zone).year,
        observer_id=who.id,
        point_id=sight.point_id,
        unit_id=sight.unit_id,
        category=sight.category,
        said=sight.said[:SAID_MAX],
        place=sight.place,
        now=now,
    )
    for sent in sight.files[:FILES_MAX]:
        await observations.add_file(conn, found.id, sent)
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
    due = verify_by(city, now)
    news = msg(
        "observation-new",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        category=category(found.category),
        due=due,
    )
    await tell_office(conn, city, found, news, event="filed", now=now)
    return Receipt(found, due)


async def alike(
    conn: AsyncConnection, unit_id: int, category_code: str, *, now: datetime
) -> list[Observation]:
    """Return what was reported of the same unit and category in the last 14 days."""
    return await observations.similar(
        conn, unit_id=unit_id, category=category_code, since=now - SIMILAR_WITHIN
    )


def points_of(who: Person) -> list[int]:
    """Return the ids of the points this person observes at, each once."""
    mine = (role.point_id for role in who.roles if role.kind == "observer")
    return list(dict.fromkeys(each for each in mine if each is not None))


def _check(city: City, who: Person, sight: Sight, *, now: datetime) -> None:
    if not permissions.may_observe(who.roles):
        raise NotAllowed("observe-not-yours")
    mine = points_of(who)
    if (sight.point_id is None) != (not mine) or (mine and sight.point_id not in mine):
        raise NotAllowed("observe-not-your-point")
    today = now.astimezone(city.zone).date()
    if all(unit.id != sight.unit_id for unit in observable(city, today)):
        raise NotFound("observe-unit-gone")
    if sight.category not in CATEGORIES:
        raise NotFound("button-outdated")
    if not sight.said.strip() and not sight.files:
        raise Refusal("observe-empty")
