"""Propose targets to units, and end the talk about one: agreed by both sides, or decided.

A target is in force only once it was agreed or decided. Where one is in force already and a month
has been frozen, what was agreed still takes an adjustment (目标调整) with its two approvals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import kept
from handlers.operations.proposal_news import tell_ended, tell_proposed
from handlers.operations.retarget_terms import NewTarget
from handlers.operations.target_terms import (
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
from storage.proposals import Proposal, ProposalEventKind, Side
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
    made: list[Proposal] = []
    for (indicator_id, unit_id), new in goals.items():
        row = city.indicator(indicator_id)
        why_not = await fault(conn, city, who, row, unit_id, new, now=now)
        if why_not is not None:
            raise why_not
        proposal_id = await proposals.add(
            conn,
            indicator_id=indicator_id,
            unit_id=unit_id,
            side=_side(who),
            by=who.id,
            now=now,
        )
        base = await _base(conn, city, row, unit_id, new, now=now)
        said = NewTarget(new.goal, base)
        until = answer_until(city, now, UNIT_ANSWERS_DAYS)
        await say(conn, city, who, proposal_id, "proposed", said, until=until, now=now)
        made.append(await one(conn, proposal_id))
    return Sent(made, await tell_proposed(conn, city, who, made, now=now))


async def fault(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    unit_id: int,
    new: NewTarget,
    *,
    now: datetime,
) -> Refusal | None:
    """Return why this target cannot be proposed to this unit now, or None if it can."""
    unit = city.unit(unit_id)
    named = {"unit": unit.short_name, "indicator": row.indicator.name}
    if not permissions.may_propose_target(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        return NotAllowed("proposal-not-yours", indicator=row.indicator.name)
    if unit_id not in {each.id for each in city.units_of(row)}:
        return Refusal("retarget-unit-not-asked", **named)
    talked = await proposals.of_units(conn, [unit_id], indicator_ids=[row.id])
    if any(each.is_open for each in talked):
        return Outdated("proposal-open-already", **named)
    held = await held_target(conn, city, row, unit_id, now=now)
    if held is not None and held.target == new.goal and new.base in (None, held.base):
        return Refusal("proposal-same", **named)
    return None


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
    await journal.add(
        conn,
        person_id=who.id,
        act=f"target-{kind}",
        subject=f"{city.indicator(made.indicator_id).indicator.code} "
        f"{city.unit(made.unit_id).code}",
        detail={
            "proposal": proposal_id,
            "round": made.rounds,
            "goal": f"{new.goal:f}",
            "reason": reason,
            "target": target_id,
            **await kept(conn, who.id, spoken_as(city, made, kind), at=now),
        },
        at=now,
    )


async def one(conn: AsyncConnection, proposal_id: int) -> Proposal:
    """Return a proposal by its number; raise NotFound if there is none."""
    made = await proposals.one(conn, proposal_id)
    if made is None:
        raise NotFound("proposal-gone")
    return made


def _side(who: Person) -> Side:
    return "office" if permissions.may_run_the_office(who.roles) else "monitor"


async def _base(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    unit_id: int,
    new: NewTarget,
    *,
    now: datetime,
) -> Decimal | None:
    if new.base is not None:
        return new.base
    held = await held_target(conn, city, row, unit_id, now=now)
    return held.base if held else None
