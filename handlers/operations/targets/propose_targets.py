"""Propose targets to units, and end the talk about one: agreed by both sides, or decided.

A target is in force only once it was agreed or decided. Where one is in force already and a month
has been frozen, what was agreed still takes an adjustment (目标调整) with its two approvals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import kept
from handlers.operations.targets.proposal_news import tell_ended, tell_proposed
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.operations.targets.target_grounds import grounds
from handlers.operations.targets.target_terms import (
    UNIT_ANSWERS_DAYS,
    answer_until,
    first_open,
    is_settled,
    spoken_as,
)
from scoring import permissions
from scoring.model import Target
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, proposals, targets
from storage.people import Person
from storage.proposals import OpenedCell, Proposal, ProposalEventKind, Side
from storage.schemes import IndicatorRow

REASON_MAX = 300


@dataclass(frozen=True)
class Sent:
    """What was proposed, and the units nobody of whom could be written to."""

    made: list[Proposal]
    unheard: list[int]


async def propose(
    conn: AsyncConnection,
    city: City,
    who: Person,
    goals: Mapping[tuple[int, int], NewTarget],
    *,
    now: datetime,
) -> Sent:
    """Propose targets by indicator's and unit's id; each unit hears of all of its own at once.

    Raises NotAllowed for anybody but the office and the monitoring unit's reporters, Refusal for a
    unit that the indicator does not ask and for the target that is in force already, Outdated
    where one is being talked about.
    """
    if not goals:
        raise Refusal("proposal-nothing")
    known = await grounds(conn, city, goals, now=now)
    for cell, new in goals.items():
        why_not = known.fault(city, who, cell, new)
        if why_not is not None:
            raise why_not
    until = answer_until(city, now, UNIT_ANSWERS_DAYS)
    said = {cell: known.with_base(cell, new) for cell, new in goals.items()}
    made = await proposals.open_all(
        conn,
        [OpenedCell(*cell, new.base, new.goal) for cell, new in said.items()],
        side=_side(who),
        by=who.id,
        answer_until=until,
        now=now,
    )
    acted = await kept(conn, who.id, spoken_as(city, made[0], "proposed"), at=now)
    await journal.add_all(
        conn,
        person_id=who.id,
        act="target-proposed",
        about=[(subject_of(city, each), detail_of(each) | acted) for each in made],
        at=now,
    )
    return Sent(made, await tell_proposed(conn, city, who, made, now=now))


async def held_target(
    conn: AsyncConnection, city: City, row: IndicatorRow, unit_id: int, *, now: datetime
) -> Target | None:
    """Return the target in force from the first open month on."""
    earliest = await first_open(conn, city.scheme_by_id[row.scheme_id])
    known = await targets.known_at(
        conn, row.scheme_id, at=now, indicator_id=row.id, period=earliest
    )
    return known.get((row.indicator.code, city.unit(unit_id).code))


async def end(
    conn: AsyncConnection,
    city: City,
    who: Person,
    made: Proposal,
    kind: ProposalEventKind,
    new: NewTarget,
    *,
    now: datetime,
    reason: str | None = None,
) -> Proposal:
    """End the talk about a target with a word that counts, and lay the target down."""
    row = city.indicator(made.indicator_id)
    scheme = city.scheme_by_id[row.scheme_id]
    held = await held_target(conn, city, row, made.unit_id, now=now)
    settled = await is_settled(conn, scheme)
    target_id = None
    if held is None or held.target is None or not settled:
        target_id = await targets.add(
            conn,
            indicator_id=made.indicator_id,
            unit_id=made.unit_id,
            base=new.base,
            goal=new.goal,
            known_from=now,
            effective_from=await first_open(conn, scheme) if settled else None,
        )
    await say(conn, city, who, made.id, kind, new, now=now, reason=reason, target_id=target_id)
    return await one(conn, made.id)


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int, *, now: datetime
) -> Proposal:
    """Take a proposal back while it is talked about; the unit hears of it.

    Raises NotFound for one that is none of this person's business, NotAllowed for the unit itself,
    Outdated once the talk has ended.
    """
    made = await visible(conn, city, who, proposal_id)
    check_side(city, who, made)
    if not made.is_open:
        raise Outdated("proposal-ended")
    last = NewTarget(made.last.goal or Decimal(0), made.last.base)
    await say(conn, city, who, made.id, "withdrawn", last, now=now)
    ended = await one(conn, made.id)
    await tell_ended(conn, city, who, [ended], now=now)
    return ended


async def visible(conn: AsyncConnection, city: City, who: Person, proposal_id: int) -> Proposal:
    """Return a proposal this person may read; raise NotFound for any other."""
    made = await proposals.one(conn, proposal_id)
    if made is None:
        raise NotFound("proposal-gone")
    row = city.indicator(made.indicator_id)
    if not permissions.may_see_proposal(
        who.roles, unit_id=made.unit_id, monitoring_unit_id=row.monitoring_unit_id
    ):
        raise NotFound("proposal-gone")
    return made


def check_side(city: City, who: Person, made: Proposal) -> None:
    """Raise NotAllowed unless this person speaks for the side that proposed."""
    if not speaks_for_side(city, who, made):
        raise NotAllowed("proposal-not-your-side")


def speaks_for_side(city: City, who: Person, made: Proposal) -> bool:
    """Whether somebody is of the office, or a reporter where the monitoring unit proposed."""
    if made.side == "office":
        return permissions.may_run_the_office(who.roles)
    monitor = city.indicator(made.indicator_id).monitoring_unit_id
    return permissions.may_propose_target(who.roles, monitoring_unit_id=monitor)


async def say(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    kind: ProposalEventKind,
    new: NewTarget,
    *,
    now: datetime,
    reason: str | None = None,
    until: datetime | None = None,
    target_id: int | None = None,
) -> None:
    """Record what was said of a proposal, in its own rows and in the journal."""
    await proposals.add_event(
        conn,
        proposal_id,
        kind,
        base=new.base,
        goal=new.goal,
        by=who.id,
        now=now,
        reason=reason,
        answer_until=until,
        target_id=target_id,
    )
    made = await one(conn, proposal_id)
    acted = await kept(conn, who.id, spoken_as(city, made, kind), at=now)
    await journal.add(
        conn,
        person_id=who.id,
        act=f"target-{kind}",
        subject=subject_of(city, made),
        detail=detail_of(made) | acted,
        at=now,
    )


def subject_of(city: City, made: Proposal) -> str:
    """Return what the journal calls a proposal by."""
    row, unit = city.indicator(made.indicator_id), city.unit(made.unit_id)
    return f"{row.indicator.code} {unit.code}"


def detail_of(made: Proposal) -> dict[str, Any]:
    """Return what the journal keeps of the last word on a target."""
    return {
        "proposal": made.id,
        "round": made.rounds,
        "goal": f"{made.last.goal:f}",
        "reason": made.last.reason,
        "target": made.last.target_id,
    }


async def one(conn: AsyncConnection, proposal_id: int) -> Proposal:
    """Return a proposal by its number; raise NotFound if there is none."""
    made = await proposals.one(conn, proposal_id)
    if made is None:
        raise NotFound("proposal-gone")
    return made


def _side(who: Person) -> Side:
    return "office" if permissions.may_run_the_office(who.roles) else "monitor"
