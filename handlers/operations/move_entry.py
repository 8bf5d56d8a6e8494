"""One step of a ledger entry: answer, check, recognise, object, decide, take back, revoke."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger_news import announce
from handlers.operations.ledger_terms import (
    DOCUMENT_MAX,
    FILES_MAX,
    SAID_MAX,
    Matter,
    deeds_open_to,
    due_by,
    matter_of,
    objects_for,
    one_seen,
    sides_of,
)
from handlers.operations.ledger_words import state_said
from scoring.ledger_course import MOVES, Deed, State
from scoring.ledger_points import fact_key
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import journal, ledger, ledger_files
from storage.ledger import EventKind, New
from storage.ledger_files import File
from storage.people import Person

ACTS: dict[EventKind, str] = {
    "answer": "ledger-answer",
    "check": "ledger-check",
    "send_back": "ledger-send-back",
    "resubmit": "ledger-resubmit",
    "withdraw": "ledger-withdraw",
    "recognise": "ledger-recognise",
    "refuse": "ledger-refuse",
    "object": "ledger-object",
    "uphold": "ledger-uphold",
    "dismiss": "ledger-dismiss",
    "revoke": "ledger-revoke",
    "run_out": "ledger-run-out",
}
"""What the journal calls each step."""


async def movable(
    conn: AsyncConnection, city: City, who: Person, number: int, deed: Deed, *, now: datetime
) -> Matter:
    """Return an entry with which this person may do the deed now; raise otherwise.

    Raises NotFound for those who may not see it, Outdated where it has moved on, NotAllowed for the
    other sides and where the deed takes another person.
    """
    matter = await one_seen(conn, city, who, number)
    if deed in await deeds_open_to(conn, who, city, matter, now=now):
        return matter
    named = str(matter.entry.id)
    if deed == "object" and matter.entry.state in MOVES[deed].sources:
        if objects_for(who, city) is None:
            raise NotAllowed("ledger-not-yours", number=named)
        until = matter.notice_until or now
        if now > until:
            raise Outdated("ledger-notice-over", number=named, until=until)
        raise Outdated("ledger-objected-before", number=named)
    if not sides_of(who, city, matter) & MOVES[deed].by:
        raise NotAllowed("ledger-not-yours", number=named)
    if matter.entry.state not in MOVES[deed].sources:
        raise Outdated("ledger-moved-on", number=named, state=state_said(matter))
    raise NotAllowed("ledger-second-person", number=named)


async def act(
    conn: AsyncConnection,
    city: City,
    who: Person,
    number: int,
    deed: Deed,
    *,
    said: str = "",
    files: Sequence[File] = (),
    seen_steps: int | None = None,
    now: datetime,
) -> Matter:
    """Do one deed with an entry and tell everybody it concerns; raises as `movable` does.

    *seen_steps* is how many steps the person had seen: Outdated if there have been more. To revoke
    is `revoke`'s.
    """
    matter = await movable(conn, city, who, number, deed, now=now)
    if seen_steps is not None and seen_steps != matter.entry.steps:
        raise Outdated("ledger-moved-on", number=str(number), state=state_said(matter))
    words = said.strip()[:SAID_MAX]
    if MOVES[deed].in_words and not words:
        raise Refusal("ledger-needs-words")
    target = MOVES[deed].target
    await _step(conn, city, matter, deed, target, who=who, said=words, files=files, now=now)
    return await matter_of(conn, number)


async def revoke(
    conn: AsyncConnection,
    city: City,
    who: Person,
    number: int,
    *,
    document: str,
    reason: str,
    now: datetime,
) -> int:
    """Revoke an entry in force by a counter-entry under a document; return the counter-entry.

    What counted until now stays as it counted; from today on it does not. Raises as `movable`
    does, Refusal without document or reason.
    """
    matter = await movable(conn, city, who, number, "revoke", now=now)
    if not document.strip() or not reason.strip():
        raise Refusal("ledger-revoke-needs-document")
    entry = matter.entry
    words, named = reason.strip()[:SAID_MAX], document.strip()[:DOCUMENT_MAX]
    counter = await ledger.add(
        conn,
        New(
            item_id=entry.item_id,
            unit_id=entry.unit_id,
            origin="reversal",
            by=who.id,
            cases=entry.cases,
            level=entry.level,
            fact=words,
            document=named,
            fact_key=fact_key(named, words),
            reverses_id=entry.id,
        ),
        state="in_force",
        due_at=None,
        now=now,
    )
    if counter is None:
        raise Outdated("ledger-moved-on", number=str(number), state=state_said(matter))
    await _step(conn, city, matter, "revoke", "revoked", who=who, said=words, files=(), now=now)
    return counter


async def run_out(
    conn: AsyncConnection, city: City, matter: Matter, target: State, *, now: datetime
) -> bool:
    """Take the step that silence leads to; return False if somebody acted meanwhile."""
    event = await ledger.step(
        conn,
        matter.entry,
        "run_out",
        target,
        by=None,
        said=None,
        due_at=_due(city, matter, target, now=now),
        now=now,
    )
    if event is None:
        return False
    await _note(conn, city, matter, "run_out", by=None, now=now)
    await announce(conn, city, matter.entry.id, actor_id=None, now=now)
    return True


async def _step(
    conn: AsyncConnection,
    city: City,
    matter: Matter,
    deed: Deed,
    target: State,
    *,
    who: Person,
    said: str,
    files: Sequence[File],
    now: datetime,
) -> None:
    entry = matter.entry
    speaks_for = None
    if deed == "object":
        speaks_for = objects_for(who, city, matter.objected_for)
    elif deed in {"answer", "resubmit"} and who.holds("contact", unit_id=entry.unit_id):
        speaks_for = entry.unit_id
    event = await ledger.step(
        conn,
        entry,
        deed,
        target,
        by=who.id,
        said=said or None,
        due_at=_due(city, matter, target, now=now),
        unit_id=speaks_for,
        now=now,
    )
    if event is None:
        raise Outdated("ledger-moved-on", number=str(entry.id), state=state_said(matter))
    for sent in files[:FILES_MAX]:
        kept = File(sent.kind, sent.file_id, sent.unique_id, event)
        await ledger_files.add(conn, entry.id, kept)
    await _note(conn, city, matter, deed, by=who, now=now)
    await announce(conn, city, entry.id, actor_id=who.id, now=now)


def _due(city: City, matter: Matter, target: State, *, now: datetime) -> datetime | None:
    """Return by when the next step is due; an objection neither moves nor lengthens the rest."""
    entry = matter.entry
    if target == "notice" and matter.notice_until is not None:
        return matter.notice_until
    if target == "objected" and entry.state == "objected":
        return entry.due_at
    return due_by(city, city.unit(entry.unit_id), entry.year, target, now)


async def _note(
    conn: AsyncConnection,
    city: City,
    matter: Matter,
    kind: EventKind,
    *,
    by: Person | None,
    now: datetime,
) -> None:
    unit = city.unit(matter.entry.unit_id)
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act=ACTS[kind],
        subject=f"{matter.item.item.code} {unit.code}",
        detail={
            "entry": matter.entry.id,
            "document": matter.entry.document,
            **(by.as_deputy("contact", unit.id) if by else {}),
        },
        at=now,
    )
