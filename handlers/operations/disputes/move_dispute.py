"""One step of a dispute: uphold the figure, accept, go to the office, decide, take it back."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.disputes.dispute_news import announce
from handlers.operations.disputes.dispute_terms import (
    SAID_MAX,
    acting,
    deeds_open_to,
    due_by,
    one_seen,
    sides_of,
)
from handlers.operations.doer import kept
from scoring import permissions
from scoring.disputes import MOVES, Deed
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import disputes, journal
from storage.disputes import Dispute, EventKind
from storage.people import Person

ACTS: dict[EventKind, str] = {
    "file": "dispute-file",
    "send_back": "dispute-send-back",
    "restate": "dispute-restate",
    "decline": "dispute-decline",
    "maintain": "dispute-maintain",
    "accept": "dispute-accept",
    "escalate": "dispute-escalate",
    "uphold": "dispute-uphold",
    "order": "dispute-order",
    "withdraw": "dispute-withdraw",
    "corrected": "dispute-corrected",
    "replaced": "dispute-replaced",
    "to_office": "dispute-to-office",
    "lapse": "dispute-lapse",
}
"""What the journal calls each step."""


async def movable(
    conn: AsyncConnection, city: City, who: Person, dispute_id: int, deed: Deed
) -> Dispute:
    """Return a dispute in which this person may do the deed now; raise otherwise.

    Raises NotFound for those who may not see it, NotAllowed for the other sides, Outdated where it
    has moved on.
    """
    found = await one_seen(conn, city, who, dispute_id)
    if deed in deeds_open_to(who, city, found):
        return found
    sides, by = sides_of(who, city, found), MOVES[deed].by
    if by in sides or (by == "monitor" and sides & {"reporter", "reviewer"}):
        raise Outdated("dispute-moved-on", number=str(found.id), state=state_said(found))
    raise NotAllowed("dispute-not-yours", number=str(found.id))


async def act(
    conn: AsyncConnection,
    city: City,
    who: Person,
    dispute_id: int,
    deed: Deed,
    *,
    said: str,
    now: datetime,
) -> Dispute:
    """Do one deed in a dispute and tell everybody it concerns; raises as `movable` does.

    Whoever upheld a figure for the monitoring unit does not decide about it for the office.
    """
    found = await movable(conn, city, who, dispute_id, deed)
    words = said.strip()[:SAID_MAX]
    if MOVES[deed].in_words and not words:
        raise Refusal("dispute-needs-reason")
    if deed in {"uphold", "order"}:
        past = await disputes.events_of(conn, dispute_id)
        maintained = {each.by for each in past if each.kind == "maintain"}
        if not permissions.may_run_the_office(who.roles_apart_from(maintained)):
            raise NotAllowed("dispute-own-answer", number=str(found.id))
    await step(conn, city, found, deed, by=who.id, said=words or None, now=now)
    return found


async def step(
    conn: AsyncConnection,
    city: City,
    found: Dispute,
    deed: Deed,
    *,
    by: int,
    said: str | None,
    now: datetime,
    filing_id: int | None = None,
) -> None:
    """Take a step of the table, once: raise Outdated if it has moved on meanwhile."""
    move = MOVES[deed]
    moved = await disputes.move(
        conn,
        found.id,
        deed,
        move.target,
        expected=move.sources,
        by=by,
        said=said,
        due_at=due_by(city, move.target, now),
        now=now,
        filing_id=filing_id,
    )
    if not moved:
        raise Outdated("dispute-moved-on", number=str(found.id), state=state_said(found))
    await note_step(conn, city, found, deed, by=by, now=now)


async def note_step(
    conn: AsyncConnection,
    city: City,
    found: Dispute,
    kind: EventKind,
    *,
    by: int | None,
    now: datetime,
) -> None:
    """Write a step into the journal, and tell everybody it concerns."""
    row, unit = city.indicator(found.indicator_id), city.unit(found.unit_id)
    await journal.add(
        conn,
        person_id=by,
        act=ACTS[kind],
        subject=f"{row.indicator.code} {unit.code} {found.period}",
        detail={
            "dispute": found.id,
            **await kept(conn, by, acting(city, found, kind), at=now),
        },
        at=now,
    )
    await announce(conn, city, found.id, actor_id=by, now=now)
