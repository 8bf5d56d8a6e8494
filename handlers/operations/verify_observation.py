"""Verify an observation and hand it to its unit, or refute it with a reason."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.observation_news import tell_observer, tell_unit, words
from handlers.operations.observation_terms import SAID_MAX, answer_by, category, may_verify
from handlers.texts import msg
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, observations
from storage.observations import EventKind, Observation
from storage.people import Person


async def verify(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    *,
    findings: str,
    now: datetime,
) -> datetime:
    """Hand an observation to its unit; return the moment by which the unit answers.

    The unit reads the observer's text and the *findings*, and never learns who reported. A voice
    is not passed on, so an observation without a text needs findings: Refusal otherwise. Raises
    NotAllowed for anybody who may not verify it, Outdated if somebody has decided already.
    """
    found = await verifiable(conn, who, observation_id)
    if not found.said and not findings.strip():
        raise Refusal("verify-needs-findings")
    await _decide(conn, city, who, found, "verified", findings, now=now)
    due = answer_by(city, now)
    await _hand_over(conn, city, found, findings, due=due, now=now)
    await tell_observer(
        conn,
        city,
        found,
        msg(
            "observation-verified",
            receipt=found.receipt,
            unit=city.unit(found.unit_id).short_name,
            due=due,
        ),
        event="verified",
        now=now,
    )
    return due


async def refute(
    conn: AsyncConnection,
    city: City,
    who: Person,
    observation_id: int,
    *,
    reason: str,
    now: datetime,
) -> None:
    """Say that an observation is not true, and tell its observer why; the unit never hears of it.

    Raises as `verify` does, and Refusal without a reason.
    """
    found = await verifiable(conn, who, observation_id)
    if not reason.strip():
        raise Refusal("refute-needs-reason")
    await _decide(conn, city, who, found, "refuted", reason, now=now)
    await tell_observer(
        conn,
        city,
        found,
        msg(
            "observation-refuted",
            receipt=found.receipt,
            unit=city.unit(found.unit_id).short_name,
            reason=reason[:SAID_MAX],
        ),
        event="refuted",
        now=now,
    )


async def verifiable(conn: AsyncConnection, who: Person, observation_id: int) -> Observation:
    """Return an observation that waits and that this person may verify; raise otherwise."""
    found = await observations.one(conn, observation_id)
    if found is None:
        raise NotFound("observation-gone")
    if not may_verify(who, found):
        raise NotAllowed("verify-not-yours")
    if found.state != "filed":
        raise Outdated("observation-decided", receipt=found.receipt)
    return found


async def _hand_over(
    conn: AsyncConnection,
    city: City,
    found: Observation,
    findings: str,
    *,
    due: datetime,
    now: datetime,
) -> None:
    await tell_unit(
        conn,
        city,
        found,
        msg(
            "observation-handed-over",
            receipt=found.receipt,
            unit=city.unit(found.unit_id).short_name,
            category=category(found.category),
            said=words(found.said),
            findings=words(findings),
            due=due,
        ),
        event="verified",
        now=now,
        buttons=[
            [
                go("answer-observation", "button-answer-observation", str(found.id)),
                go("observation", "button-observation", str(found.id)),
            ]
        ],
    )


async def _decide(
    conn: AsyncConnection,
    city: City,
    who: Person,
    found: Observation,
    outcome: EventKind,
    said: str,
    *,
    now: datetime,
) -> None:
    done = await observations.add_event(
        conn,
        found.id,
        outcome,
        expected=("filed",),
        by=who.id,
        said=said.strip()[:SAID_MAX] or None,
        now=now,
    )
    if not done:
        raise Outdated("observation-decided", receipt=found.receipt)
    await journal.add(
        conn,
        person_id=who.id,
        act=f"observation-{outcome}",
        subject=found.receipt,
        detail={
            "observation": found.id,
            "unit": city.unit(found.unit_id).code,
            **who.as_deputy("office"),
        },
        at=now,
    )
