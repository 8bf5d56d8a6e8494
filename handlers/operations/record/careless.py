"""Careless collecting (未严格采集数据): the rule asks after so many errors, a person decides.

Source: 常德 2017 takes three points from whoever does not collect the data as asked. An error is
what the reporting record counts as one; what the finding brings is decided elsewhere.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.doer import AS_OFFICE, doer
from handlers.operations.record.lapses import lapses
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.due import last_ended
from scoring.model import Period
from scoring.permissions import may_rate_analysis, may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import careless, journal, people, ticks
from storage.careless import Careless, Outcome
from storage.people import Person
from storage.schemes import SchemeRow
from storage.units import UnitRow

ASKED_AT = time(9, 0)
REASON_MAX = 200
ERRORS = ("error", "published-error")
MONTHS = 3


def quarter_of(period: Period) -> str:
    """Return the quarter of a month: 2013-Q3."""
    return f"{period.year}-Q{(period.month - 1) // MONTHS + 1}"


def months_of(span: str) -> list[Period]:
    """Return the three months of a quarter."""
    year, _, number = span.partition("-Q")
    last = Period(int(year), int(number) * MONTHS)
    return [last.shifted(-2), last.previous, last]


async def look_after_careless(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Ask the office once a day about units with too many errors in this quarter or the last."""
    local = now.astimezone(city.zone)
    if local.time() < ASKED_AT or not city.calendar.is_working(local.date()):
        return
    if not await ticks.claim(conn, f"careless:{local.date()}", due_at=now, now=now):
        return
    ended = last_ended(local.date())
    for span in dict.fromkeys([quarter_of(ended), quarter_of(ended.shifted(-MONTHS))]):
        months = [month for month in months_of(span) if month <= ended]
        for unit_id, scheme_id in await careless.corrected_units(conn, months):
            scheme = next((each for each in city.schemes if each.id == scheme_id), None)
            if scheme is not None:
                await _ask(conn, city, city.unit(unit_id), scheme, span, months, now=now)


async def _ask(
    conn: AsyncConnection,
    city: City,
    unit: UnitRow,
    scheme: SchemeRow,
    span: str,
    months: Sequence[Period],
    *,
    now: datetime,
) -> None:
    least = int(scheme.scheme.record.careless_errors)
    found = await lapses(conn, city, unit, scheme, months, now=now)
    errors = sum(1 for each in found if each.kind in ERRORS)
    if not least or errors < least:
        return
    asked = await careless.propose(
        conn, unit_id=unit.id, scheme_id=scheme.id, span=span, errors=errors, now=now
    )
    if asked is None:
        return
    await journal.add(
        conn,
        person_id=None,
        act="careless-asked",
        subject=f"{unit.code} {span}",
        detail={"careless": asked, "scheme": scheme.scheme.code, "errors": errors},
        at=now,
    )
    for each in await people.with_role(conn, "office", at=now):
        await tell(
            conn,
            city,
            each,
            msg("careless-asked", unit=unit.short_name, span=span_words(span), errors=errors),
            key=f"careless:{asked}:{each.id}",
            now=now,
            buttons=[[go("careless", "careless-open", str(asked))]],
        )


async def answer(
    conn: AsyncConnection,
    city: City,
    who: Person,
    careless_id: int,
    outcome: str,
    *,
    reason: str,
    now: datetime,
) -> Careless:
    """Decide whether a unit was careless, with a reason; the unit is told of a finding.

    Raises NotAllowed for who is not the office or writes for the unit, Outdated once decided,
    Refusal without a reason.
    """
    found = await careless.one(conn, careless_id)
    if found is None:
        raise NotFound("careless-gone")
    if not may_rate_analysis(who.roles, monitoring_unit_id=found.unit_id):
        raise NotAllowed("analysis-not-yours-to-rate")
    if found.outcome is not None:
        raise Outdated("careless-decided")
    decided: dict[str, Outcome] = {each: each for each in get_args(Outcome)}
    words = reason.strip()[:REASON_MAX]
    if outcome not in decided or not words:
        raise Refusal("analysis-reason-empty")
    await careless.answer(
        conn, careless_id, outcome=decided[outcome], reason=words, by=who.id, now=now
    )
    await journal.add(
        conn,
        person_id=who.id,
        act="careless-answered",
        subject=f"{city.unit(found.unit_id).code} {found.span}",
        detail={
            "careless": careless_id,
            "outcome": outcome,
            "reason": words,
            **who.as_deputy("office"),
        },
        at=now,
    )
    after = await careless.one(conn, careless_id)
    if after is None:
        raise NotFound("careless-gone")
    if after.outcome == "found":
        await _tell_found(conn, city, after, now=now)
    return after


async def _tell_found(conn: AsyncConnection, city: City, found: Careless, *, now: datetime) -> None:
    unit = city.unit(found.unit_id)
    desk = [
        *await people.with_role(conn, "reporter", unit.id, at=now),
        *await people.with_role(conn, "reviewer", unit.id, at=now),
    ]
    for each in dict.fromkeys(desk):
        await tell(
            conn,
            city,
            each,
            msg(
                "careless-found-for-you",
                unit=unit.short_name,
                span=span_words(found.span),
                errors=found.errors,
                reason=found.reason,
                by=await decided_by(conn, found),
            ),
            key=f"careless-found:{found.id}:{each.id}",
            now=now,
            buttons=[[go("record", "record-quarter", f"{unit.code}.{found.span}")]],
        )


async def decided_by(conn: AsyncConnection, found: Careless) -> Msg:
    """Return who decided, and for whom."""
    at = found.answered_at or found.at
    return await doer(conn, found.by, AS_OFFICE, at=at)


def span_words(span: str) -> Msg:
    """Return a quarter as a person reads it."""
    year, _, number = span.partition("-Q")
    return msg("record-span-quarter", year=year, quarter=int(number))


async def waiting(
    conn: AsyncConnection,
    who: Person,
    city: City,
    *,
    now: datetime,  # noqa: ARG001 - as all
) -> list[TodoItem]:
    """Return what the office has yet to decide about careless units."""
    if not may_run_the_office(who.roles):
        return []
    return [
        TodoItem(
            msg(
                "todo-careless",
                unit=city.unit(each.unit_id).short_name,
                span=span_words(each.span),
                errors=each.errors,
            ),
            "careless",
            str(each.id),
            None,
        )
        for each in await careless.waiting(conn)
    ]
