"""Who may ask for more time for a matter (延期), who answers, and which days there are."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_terms import after_working_days
from handlers.operations.matters.matter_terms import (
    after_months,
    close_of,
    course_of,
    is_of_unit,
    name_of,
    one_seen,
    people_of,
    sides_of,
    state_of,
)
from scoring.courses import Side
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.respites import ANSWER_WORKING_DAYS, ANSWERED_BY, ASKABLE, MONTHS_MAX
from scoring.respites import READY_WORKING_DAYS as READY
from storage import people, respites
from storage.matters import Matter
from storage.people import Person, PersonRow
from storage.respites import Respite


def asking_side(found: Matter) -> Side:
    """Return which side of a matter asks for more time."""
    return "addressee" if "addressee" in course_of(found).awaited.values() else "unit"


def is_askable(found: Matter) -> bool:
    """Whether a matter is with whoever may ask for more time, and has a last day."""
    return found.finish_by is not None and found.state in ASKABLE.get(found.course, ())


async def may_ask(conn: AsyncConnection, who: Person, found: Matter) -> bool:
    """Whether somebody is offered to ask for more time now."""
    if not is_askable(found) or asking_side(found) not in sides_of(who, found):
        return False
    asked = await respites.of_matter(conn, found.id)
    if any(each.is_open for each in asked):
        return False
    return sum(each.is_granted for each in asked) < await respites.most(conn, found.course)


async def askable(conn: AsyncConnection, who: Person, matter_id: int) -> Matter:
    """Return a matter for which this person may ask for more time now; raise otherwise."""
    found = await one_seen(conn, who, matter_id)
    if found.course not in ASKABLE or asking_side(found) not in sides_of(who, found):
        raise NotAllowed("matter-not-yours", name=name_of(found))
    if not is_askable(found):
        raise Outdated("matter-moved-on", name=name_of(found), state=state_of(found)).leading_to(
            "matter", "button-look", str(found.id)
        )
    asked = await respites.of_matter(conn, found.id)
    waiting = next((each for each in asked if each.is_open), None)
    if waiting is not None:
        raise Outdated("respite-waits", name=name_of(found)).leading_to(*way_to(waiting))
    most = await respites.most(conn, found.course)
    if sum(each.is_granted for each in asked) >= most:
        raise Refusal("respite-no-more", name=name_of(found), most=most).leading_to(
            "matter", "button-look", str(found.id)
        )
    return found


def is_answerer(who: Person, found: Matter) -> bool:
    """Whether somebody may answer for more time: who issued it, or the office; never its unit."""
    sides = sides_of(who, found)
    if is_of_unit(who, found.unit_id) or asking_side(found) in sides:
        return False
    return bool(sides & ANSWERED_BY)


async def answerers(conn: AsyncConnection, found: Matter, *, now: datetime) -> list[PersonRow]:
    """Return everybody who may answer, each once: who issued it before the office."""
    rows: dict[int, PersonRow] = {}
    for side in ("owner", "office"):
        for each in await people_of(conn, found, side, now=now):
            who = await people.by_id(conn, each.id, at=now)
            if who is not None and is_answerer(who, found):
                rows.setdefault(each.id, each)
    return list(rows.values())


async def askers(conn: AsyncConnection, found: Matter, *, now: datetime) -> Sequence[PersonRow]:
    """Return everybody of the side that asked."""
    return await people_of(conn, found, asking_side(found), now=now)


async def seen(conn: AsyncConnection, who: Person, respite_id: int) -> tuple[Respite, Matter]:
    """Return a request and its matter, for whoever may see the matter; NotFound otherwise."""
    asked = await respites.one(conn, respite_id)
    if asked is None:
        raise NotFound("matter-gone")
    return asked, await one_seen(conn, who, asked.matter_id)


async def answerable(conn: AsyncConnection, who: Person, respite_id: int) -> tuple[Respite, Matter]:
    """Return a request this person may answer now, and its matter; raise otherwise."""
    asked, found = await seen(conn, who, respite_id)
    if not is_answerer(who, found):
        raise NotAllowed("respite-not-yours", name=name_of(found))
    if not asked.is_open:
        raise Outdated("respite-answered", name=name_of(found)).leading_to(*way_to(asked))
    return asked, found


def check_day(city: City, found: Matter, until: datetime, *, now: datetime) -> None:
    """Raise Refusal for a day that is no later than the last one, or too far beyond it."""
    old = found.finish_by or now
    if until <= max(old, now):
        raise Refusal("respite-not-later", until=until, old=old)
    latest = latest_for(city, found, now=now)
    if until > latest:
        raise Refusal("respite-too-far", until=until, latest=latest, months=MONTHS_MAX)


def latest_for(city: City, found: Matter, *, now: datetime) -> datetime:
    """Return the last day a single request may ask for."""
    return after_months(city, max(found.finish_by or now, now), MONTHS_MAX)


def days_to_ask(city: City, found: Matter, *, now: datetime) -> list[date]:
    """Return the days offered to whoever asks: some working days later, and a month."""
    start = max(found.finish_by or now, now).astimezone(city.zone)
    days = [city.calendar.shifted(start.date(), each) for each in READY]
    return list(dict.fromkeys([*days, after_months(city, start, 1).date()]))


def days_between(city: City, asked: Respite, *, now: datetime) -> list[date]:
    """Return the shorter days offered to whoever answers, each before the one asked for."""
    start = max(asked.old_at, now).astimezone(city.zone).date()
    wanted = asked.wanted_at.astimezone(city.zone).date()
    away = city.calendar.working_days_between(start, wanted)
    counts = sorted({*READY, away // 2} - {0})
    days = [city.calendar.shifted(start, each) for each in counts]
    return [day for day in dict.fromkeys(days) if day < wanted]


def moment_of(city: City, day: date) -> datetime:
    """Return the close of business of a day, or of the next one that is worked."""
    return close_of(city, day)


def answer_by(city: City, asked: Respite) -> datetime:
    """Return by when a request should be answered."""
    return after_working_days(city, asked.asked_at, ANSWER_WORKING_DAYS)


def holds_off(asked: Sequence[Respite], due_at: datetime) -> bool:
    """Whether a request that came in time still waits, so that nobody is late meanwhile."""
    return any(each.is_open and each.asked_at <= due_at for each in asked)


async def lateness(conn: AsyncConnection, found: Matter, *, now: datetime) -> int:
    """Return how a term stands: 0 in time, 1 over, 2 over but held off by a request in time."""
    if found.due_at is None or now <= found.due_at:
        return 0
    return 2 if holds_off(await respites.of_matter(conn, found.id), found.due_at) else 1


def way_to(asked: Respite) -> tuple[str, str, str]:
    """Return the button that shows how a request stands."""
    return "respite", "respite-look", str(asked.id)
