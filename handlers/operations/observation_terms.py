"""What an observation may be about, by when each side must act, and which side somebody is on."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.texts import Msg, msg
from scoring import permissions
from scoring.refusals import NotFound
from storage import observations, people
from storage.observations import KNOWN_TO_UNIT, Observation
from storage.people import Person, PersonRow
from storage.units import UnitRow

CATEGORIES = (
    "sanitation",
    "service_desk",
    "works",
    "illegal_building",
    "hazard",
    "conduct",
    "other",
)
"""环境卫生, 窗口服务, 工程项目, 违法建设, 安全隐患, 作风效能, 其他; labels are words."""

SAID_MAX = 1000
FILES_MAX = 10
SIMILAR_WITHIN = timedelta(days=14)
CLOSE_OF_BUSINESS = time(17, 30)
VERIFY_WORKING_DAYS = 3
ANSWER_WORKING_DAYS = 10
"""No rule of the city is published; ten working days are the term for a plan of rectification."""

SeenAs: TypeAlias = Literal["observer", "office", "unit"]


def category(code: str) -> Msg:
    """Return the words for a category."""
    return msg("observation-category", code=code)


def state(found: Observation) -> Msg:
    """Return the words for where an observation stands; closed and fixed are never one word."""
    return msg("observation-state", state=found.state)


def verify_by(city: City, filed_at: datetime) -> datetime:
    """Return the moment by which the office says whether an observation is true."""
    return _after(city, filed_at, VERIFY_WORKING_DAYS)


def answer_by(city: City, handed_over_at: datetime) -> datetime:
    """Return the moment by which a unit answers what was handed to it."""
    return _after(city, handed_over_at, ANSWER_WORKING_DAYS)


def observable(city: City, on: date) -> list[UnitRow]:
    """Return the units that may be observed on a day: the assessed ones, in order of codes."""
    return [
        unit
        for unit in city.units
        if unit.track != "office"
        and (unit.valid_from is None or unit.valid_from <= on)
        and (unit.valid_until is None or on < unit.valid_until)
    ]


def side_of(who: Person, found: Observation) -> SeenAs | None:
    """Return as whom somebody sees an observation, or None if it is not theirs to see.

    Whoever reported it sees it as its observer, even with a role in the observed unit.
    """
    if who.answers_for(found.observer_id):
        return "observer"
    if permissions.may_see_observation_unverified(who.roles, unit_id=found.unit_id):
        return "office"
    told = found.state in KNOWN_TO_UNIT
    if told and permissions.may_answer_for(who.roles, unit_id=found.unit_id):
        return "unit"
    return None


async def one_seen(
    conn: AsyncConnection, who: Person, observation_id: int
) -> tuple[Observation, SeenAs]:
    """Return an observation and the side it is seen from; NotFound for everybody else."""
    found = await observations.one(conn, observation_id)
    side = side_of(who, found) if found else None
    if found is None or side is None:
        raise NotFound("observation-gone")
    return found, side


async def verifiers(
    conn: AsyncConnection, found: Observation, *, now: datetime
) -> Sequence[PersonRow]:
    """Return the people of the office who may verify an observation."""
    rows: list[PersonRow] = []
    for clerk in await people.with_role(conn, "office", at=now):
        person = await people.by_id(conn, clerk.id, at=now)
        if person is not None and may_verify(person, found):
            rows.append(clerk)
    return rows


def may_verify(who: Person, found: Observation) -> bool:
    """Whether this person may say that an observation is true or not."""
    reported_it = who.answers_for(found.observer_id)
    return permissions.may_verify_observation(
        who.roles,
        unit_id=found.unit_id,
        observer_id=found.observer_id,
        person_id=found.observer_id if reported_it else who.id,
    )


def _after(city: City, moment: datetime, working_days: int) -> datetime:
    day = city.calendar.shifted(moment.astimezone(city.zone).date(), working_days)
    return datetime.combine(day, CLOSE_OF_BUSINESS, tzinfo=city.zone)
