"""Adjust a target within the year (目标调整): proposed on a document, in force once two approve.

Earlier months keep the old target: the new one counts from an open month on, and is known from the
second approval on. Whoever asks for an earlier moment gets what was known then.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import AS_APPROVER, kept
from handlers.operations.targets.retarget_news import (
    close_copies,
    tell_approvers,
    tell_ended,
    tell_in_force,
)
from handlers.operations.targets.retarget_terms import (
    NewTarget,
    Terms,
    check_day,
    check_month,
    checked_document,
    lines_of,
)
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, retargets, targets
from storage.people import Person
from storage.retargets import APPROVALS, Retarget, RetargetLine
from storage.schemes import IndicatorRow

SAID_MAX = 200


async def propose(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    news: Mapping[int, NewTarget],
    terms: Terms,
    *,
    now: datetime,
) -> Retarget:
    """Propose an indicator's new targets by unit id; return the adjustment, which waits for two.

    Raises NotAllowed for anybody but the office; Refusal for a document that is no number, a month
    that is frozen or of another year, after the scheme's last day without the committee's
    document, for a unit without a target or with the same one; Outdated where one waits already.
    """
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("retarget-office-only")
    document = checked_document(terms.document)
    await check_month(conn, city, row, terms.effective_from)
    check_day(city, row, of_committee=terms.of_committee, now=now)
    lines = await lines_of(conn, city, row, news, terms.effective_from, now=now)
    retarget_id = await retargets.add(
        conn,
        indicator_id=row.id,
        reason_kind=terms.reason_kind,
        document=document,
        of_committee=terms.of_committee,
        effective_from=terms.effective_from,
        by=who.id,
        now=now,
        lines=lines,
    )
    made = await _one(conn, retarget_id)
    await _note(conn, "retarget-proposed", who, city, made, now=now)
    await tell_approvers(conn, city, who, made, now=now)
    return made


async def approve(
    conn: AsyncConnection, city: City, who: Person, retarget_id: int, *, now: datetime
) -> Retarget:
    """Approve an adjustment; with the second approval the new targets are in force.

    Raises NotFound for one this person has nothing to do with, NotAllowed for the proposer and for
    whoever has approved, Outdated once it is settled or a target has changed meanwhile, Refusal
    where its month has been frozen since.
    """
    made = await approvable(conn, city, who, retarget_id)
    row = city.indicator(made.indicator_id)
    await check_month(conn, city, row, made.effective_from)
    await _check_basis(conn, city, row, made, now=now)
    await retargets.add_event(conn, made.id, "approved", by=who.id, now=now)
    approved = await _one(conn, retarget_id)
    await _note(conn, "retarget-approved", who, city, approved, now=now)
    if approved.state == "open":
        await close_copies(conn, city, approved, now=now, only=who.id)
    else:
        await close_copies(conn, city, approved, now=now)
        await _lay_down(conn, approved, now=now)
        await _note(conn, "retarget-in-force", who, city, approved, now=now)
        await tell_in_force(conn, city, approved, now=now)
    return approved


async def decline(
    conn: AsyncConnection, city: City, who: Person, retarget_id: int, *, said: str, now: datetime
) -> Retarget:
    """Decline an adjustment with a reason, which ends it; raises as `approve` does."""
    made = await approvable(conn, city, who, retarget_id)
    reason = " ".join(said.split())[:SAID_MAX]
    if not reason:
        raise Refusal("retarget-decline-without-reason")
    await retargets.add_event(conn, made.id, "declined", by=who.id, now=now, said=reason)
    ended = await _one(conn, retarget_id)
    await _note(conn, "retarget-declined", who, city, ended, now=now)
    await close_copies(conn, city, ended, now=now)
    await tell_ended(conn, city, who, ended, now=now)
    return ended


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, retarget_id: int, *, now: datetime
) -> Retarget:
    """Take one's own proposal back before it is in force; raises as `approve` does."""
    made = await visible(conn, city, who, retarget_id)
    if not who.answers_for(made.proposed_by):
        raise NotAllowed("retarget-withdraw-own")
    if made.state != "open":
        raise Outdated("retarget-settled")
    await retargets.add_event(conn, made.id, "withdrawn", by=who.id, now=now)
    ended = await _one(conn, retarget_id)
    await _note(conn, "retarget-withdrawn", who, city, ended, now=now)
    await close_copies(conn, city, ended, now=now)
    return ended


async def approvable(conn: AsyncConnection, city: City, who: Person, retarget_id: int) -> Retarget:
    """Return an adjustment this person may approve or decline now; raises as `approve` does."""
    made = await visible(conn, city, who, retarget_id)
    if made.state != "open":
        raise Outdated("retarget-settled")
    if made.proposed_by in (who.id, *who.took_over):
        raise NotAllowed("retarget-own")
    if who.id in made.approved_by:
        raise Outdated("retarget-approved-by-you")
    if not may_approve(who, made):
        raise NotAllowed("retarget-not-yours")
    return made


def may_approve(who: Person, made: Retarget) -> bool:
    """Whether somebody is a second or third person: in no role lent by those who spoke before."""
    spoke = {made.proposed_by, *made.approved_by}
    return permissions.may_approve_retarget(
        who.roles_apart_from(spoke), unit_ids=[line.unit_id for line in made.lines]
    )


async def visible(conn: AsyncConnection, city: City, who: Person, retarget_id: int) -> Retarget:
    """Return an adjustment this person may see: the office, approvers, its units, its monitor."""
    made = await retargets.one(conn, retarget_id)
    if made is None:
        raise NotFound("retarget-gone")
    row = city.indicator(made.indicator_id)
    units = [line.unit_id for line in made.lines]
    sees = permissions.may_approve_retarget(who.roles, unit_ids=units) or any(
        permissions.may_see_proposal(
            who.roles, unit_id=unit_id, monitoring_unit_id=row.monitoring_unit_id
        )
        for unit_id in units
    )
    if not sees:
        raise NotFound("retarget-gone")
    return made


def lines_seen(who: Person, city: City, made: Retarget) -> list[RetargetLine]:
    """Return the lines a person may read: a contact their own unit's, everybody else all."""
    row = city.indicator(made.indicator_id)
    units = [line.unit_id for line in made.lines]
    sees_all = permissions.may_approve_retarget(who.roles, unit_ids=units) or any(
        role.kind in permissions.SEE_EVERYTHING
        or (role.kind in {"reporter", "reviewer"} and role.unit_id == row.monitoring_unit_id)
        for role in who.roles
    )
    own = who.units_as("contact")
    return [line for line in made.lines if sees_all or line.unit_id in own]


async def _check_basis(
    conn: AsyncConnection, city: City, row: IndicatorRow, made: Retarget, *, now: datetime
) -> None:
    known = await targets.known_at(
        conn, row.scheme_id, at=now, indicator_id=row.id, period=made.effective_from
    )
    for line in made.lines:
        word = known.get((row.indicator.code, city.unit(line.unit_id).code))
        if word is None or word.target != line.old:
            raise Outdated("retarget-basis-changed", unit=city.unit(line.unit_id).short_name)


async def _lay_down(conn: AsyncConnection, made: Retarget, *, now: datetime) -> None:
    for line in made.lines:
        await targets.add(
            conn,
            indicator_id=made.indicator_id,
            unit_id=line.unit_id,
            base=line.base,
            goal=line.new,
            known_from=now,
            document=made.document,
            effective_from=made.effective_from,
        )


async def _one(conn: AsyncConnection, retarget_id: int) -> Retarget:
    made = await retargets.one(conn, retarget_id)
    if made is None:
        raise NotFound("retarget-gone")
    return made


async def _note(
    conn: AsyncConnection, act: str, who: Person, city: City, made: Retarget, *, now: datetime
) -> None:
    row = city.indicator(made.indicator_id)
    await journal.add(
        conn,
        person_id=who.id,
        act=act,
        subject=f"{row.indicator.code} {made.effective_from}",
        detail={
            "retarget": made.id,
            "document": made.document,
            "of_committee": made.of_committee,
            "approvals": min(len(made.approved_by), APPROVALS),
            "said": made.events[-1].said if made.events else None,
            **await kept(conn, who.id, AS_APPROVER, at=now),
            "lines": [
                [city.unit(line.unit_id).code, f"{line.old}", f"{line.new}"] for line in made.lines
            ],
        },
        at=now,
    )
