"""One step of a restatement: who may take it, and that it is taken once and written down."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_terms import after_working_days
from handlers.operations.doer import AS_OFFICE, Acting, filer, kept, reviewer
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Outdated
from scoring.restatements import MOVES, WORKING_DAYS, Deed, State, may_approve
from storage import journal, restatements
from storage.people import Person
from storage.restatements import Restatement


async def actable(
    conn: AsyncConnection, city: City, who: Person, number: int, deed: Deed
) -> Restatement:
    """Return a restatement in which this person may do the deed now; raise otherwise."""
    found = await found_of(conn, number)
    row, by = city.indicator(found.indicator_id), MOVES[deed].by
    allowed = (
        permissions.may_run_the_office(who.roles)
        if by == "office"
        else permissions.may_file(who.roles, monitoring_unit_id=row.monitoring_unit_id)
    )
    if not allowed:
        raise NotAllowed("not-for-your-role")
    if found.state not in MOVES[deed].sources:
        raise Outdated("restate-moved-on", number=str(number))
    return found


def approves(who: Person, found: Restatement, *, is_released: bool) -> bool:
    """Whether this member of the office may approve a restatement as it stands."""
    apart = who.roles_apart_from({found.proposed_by})
    return may_approve(
        is_second=permissions.may_run_the_office(apart),
        proposed_by=found.proposed_by,
        is_released=is_released,
    )


def acting(city: City, found: Restatement, kind: str) -> Acting:
    """Return in which roles a step of a restatement is taken."""
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    by = next((move.by for deed, move in MOVES.items() if deed == kind), "office")
    return {"office": AS_OFFICE, "reporter": filer(unit_id), "reviewer": reviewer(unit_id)}[by]


async def step(
    conn: AsyncConnection,
    city: City,
    found: Restatement,
    deed: Deed,
    target: State,
    who: Person,
    said: str | None,
    *,
    now: datetime,
    **facts: object,
) -> None:
    """Take one step, once, and write it down; *facts* are what became known by it."""
    moved = await restatements.move(
        conn,
        found.id,
        deed,
        target,
        expected=MOVES[deed].sources,
        by=who.id,
        said=said,
        due_at=after_working_days(city, now, WORKING_DAYS),
        now=now,
        **facts,
    )
    if not moved:
        raise Outdated("restate-moved-on", number=str(found.id))
    await note(conn, city, found, f"restatement-{deed.replace('_', '-')}", who.id, now)


async def note(
    conn: AsyncConnection, city: City, found: Restatement, act: str, by: int, now: datetime
) -> None:
    """Write a step into the journal."""
    row, unit = city.indicator(found.indicator_id), city.unit(found.unit_id)
    kind = act.removeprefix("restatement-").replace("-", "_")
    await journal.add(
        conn,
        person_id=by,
        act=act,
        subject=f"{row.indicator.code} {unit.code} {found.period}",
        detail={
            "restatement": found.id,
            "document": found.document,
            **await kept(conn, by, acting(city, found, kind), at=now),
        },
        at=now,
    )


async def found_of(conn: AsyncConnection, number: int) -> Restatement:
    """Return a restatement; raise NotFound if there is none."""
    found = await restatements.one(conn, number)
    if found is None:
        raise NotFound("restate-gone")
    return found
