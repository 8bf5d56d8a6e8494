"""Answer a proposed target: the unit agrees or names another, its proposer answers, one decides."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.targets.proposal_news import tell_answered, tell_ended, tell_proposed
from handlers.operations.targets.propose_targets import (
    REASON_MAX,
    check_side,
    end,
    one,
    say,
    visible,
)
from handlers.operations.targets.retarget_terms import NewTarget
from handlers.operations.targets.target_terms import (
    SIDE_ANSWERS_DAYS,
    UNIT_ANSWERS_DAYS,
    answer_until,
)
from scoring import permissions
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage.people import Person
from storage.proposals import Proposal, ProposalEventKind


async def agree(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int, *, seen: int, now: datetime
) -> Proposal:
    """Let a unit agree to what was proposed last; *seen* is the event it has read.

    Raises NotFound for another unit's proposal, NotAllowed for anybody but the unit's contact,
    Outdated once something newer was said.
    """
    made = await _awaited(conn, city, who, proposal_id, "proposed", seen=seen)
    _check_contact(who, made)
    ended = await end(conn, city, who, made, "agreed", _last(made), now=now)
    await tell_ended(conn, city, who, [ended], now=now)
    return ended


async def counter(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    new: NewTarget,
    *,
    reason: str,
    seen: int,
    now: datetime,
) -> Proposal:
    """Let a unit answer with another target and the reason; raises as `agree`, and Refusal.

    Refused are an empty reason and the very target that was proposed.
    """
    made = await _awaited(conn, city, who, proposal_id, "proposed", seen=seen)
    _check_contact(who, made)
    if new.goal == made.last.goal:
        raise Refusal("proposal-counter-same")
    until = answer_until(city, now, SIDE_ANSWERS_DAYS)
    told = NewTarget(new.goal, made.last.base if new.base is None else new.base)
    why = checked_reason(reason)
    await say(conn, city, who, made.id, "countered", told, now=now, reason=why, until=until)
    answered = await one(conn, made.id)
    await tell_answered(conn, city, who, answered, now=now)
    return answered


async def propose_again(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    new: NewTarget,
    *,
    reason: str,
    seen: int,
    now: datetime,
) -> Proposal:
    """Answer a unit's target with a further proposal and the reason: another round.

    Raises NotAllowed for anybody who does not speak for the side that proposed, else as `counter`.
    """
    made = await _awaited(conn, city, who, proposal_id, "countered", seen=seen)
    check_side(city, who, made)
    if new.goal == made.last.goal:
        raise Refusal("proposal-again-same")
    told = NewTarget(new.goal, made.last.base if new.base is None else new.base)
    until = answer_until(city, now, UNIT_ANSWERS_DAYS)
    why = checked_reason(reason)
    await say(conn, city, who, made.id, "proposed", told, now=now, reason=why, until=until)
    again = await one(conn, made.id)
    await tell_proposed(conn, city, who, [again], now=now)
    return again


async def accept(
    conn: AsyncConnection, city: City, who: Person, proposal_id: int, *, seen: int, now: datetime
) -> Proposal:
    """Accept the target a unit answered with; raises as `propose_again`."""
    made = await _awaited(conn, city, who, proposal_id, "countered", seen=seen)
    check_side(city, who, made)
    ended = await end(conn, city, who, made, "agreed", _last(made), now=now)
    await tell_ended(conn, city, who, [ended], now=now)
    return ended


async def decide(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    new: NewTarget,
    *,
    reason: str,
    seen: int,
    now: datetime,
) -> Proposal:
    """Decide a target at the end, with a reason.

    Raises NotAllowed for anybody but the office, Refusal while the unit's time to answer runs and
    for an empty reason, Outdated once something newer was said.
    """
    made = await _awaited(conn, city, who, proposal_id, None, seen=seen)
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("proposal-office-decides")
    if not may_be_decided(made, now=now):
        raise Refusal("proposal-unit-has-time", until=made.last.answer_until or now)
    told = NewTarget(new.goal, made.last.base if new.base is None else new.base)
    why = checked_reason(reason)
    ended = await end(conn, city, who, made, "decided", told, now=now, reason=why)
    await tell_ended(conn, city, who, [ended], now=now)
    return ended


def may_be_decided(made: Proposal, *, now: datetime) -> bool:
    """Whether the office may decide: the unit has answered, or has let its time go by."""
    if not made.is_open:
        return False
    if made.last.kind == "countered":
        return True
    return made.last.answer_until is not None and made.last.answer_until <= now


def checked_reason(text: str) -> str:
    """Return a reason in one line; raise Refusal for an empty one."""
    reason = " ".join(text.split())[:REASON_MAX]
    if not reason:
        raise Refusal("proposal-without-reason")
    return reason


def newest_event(waiting: Sequence[Proposal]) -> int:
    """Return the newest thing said of any of these proposals; 0 where there are none."""
    return max((each.last.id for each in waiting), default=0)


async def _awaited(
    conn: AsyncConnection,
    city: City,
    who: Person,
    proposal_id: int,
    kind: ProposalEventKind | None,
    *,
    seen: int,
) -> Proposal:
    made = await visible(conn, city, who, proposal_id)
    if not made.is_open:
        raise Outdated("proposal-ended")
    if made.last.id != seen or (kind is not None and made.last.kind != kind):
        raise Outdated("proposal-moved-on")
    return made


def _check_contact(who: Person, made: Proposal) -> None:
    if not permissions.may_answer_for(who.roles, unit_id=made.unit_id):
        raise NotAllowed("proposal-contact-only")


def _last(made: Proposal) -> NewTarget:
    return NewTarget(made.last.goal or Decimal(0), made.last.base)
