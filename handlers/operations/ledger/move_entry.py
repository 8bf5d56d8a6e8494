"""One step of a ledger entry: answer, check, recognise, object, decide, withdraw, revoke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.ledger_news import announce
from handlers.operations.ledger.ledger_people import acting, deeds_open_to
from handlers.operations.ledger.ledger_terms import (
    DOCUMENT_MAX,
    FILES_MAX,
    SAID_MAX,
    Matter,
    due_by,
    matter_of,
    objects_for,
    one_seen,
    sides_of,
)
from handlers.operations.ledger.ledger_words import state_said
from scoring.ledger_course import MOVES, Deed, State
from scoring.ledger_points import fact_key
from scoring.refusals import NotAllowed, Outdated, Refusal
from storage import journal, ledger, ledger_files, roster
from storage.ledger import New
from storage.ledger_files import File
from storage.ledger_steps import EventKind
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
    "propose_revoke": "ledger-propose-revoke",
    "revoke": "ledger-revoke",
    "keep": "ledger-keep",
    "take_back": "ledger-take-back",
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
    known = await roster.load(conn, at=now)
    if deed in deeds_open_to(known, who, city, matter, now=now):
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
    if deed in {"revoke", "keep"}:
        raise NotAllowed("ledger-second-revoke", number=named)
    raise NotAllowed("ledger-second-person", number=named)


async def act(
    conn: AsyncConnection,
    city: City,
    who: Person,
    number: int,
    deed: Deed,
    *,
    said: str = "",
    document: str = "",
    files: Sequence[File] = (),
    seen_steps: int | None = None,
    now: datetime,
) -> Matter:
    """Do one deed with an entry and tell everybody it concerns; raises as `movable` does.

    *seen_steps* is how many steps the person had seen: Outdated if there have been more. Refusal
    where a deed in words has none, and where a revocation is proposed without its document.
    """
    matter = await movable(conn, city, who, number, deed, now=now)
    if seen_steps is not None and seen_steps != matter.entry.steps:
        raise Outdated("ledger-moved-on", number=str(number), state=state_said(matter))
    words, named = said.strip()[:SAID_MAX], document.strip()[:DOCUMENT_MAX]
    if deed == "propose_revoke" and not (words and named):
        raise Refusal("ledger-revoke-needs-document")
    if MOVES[deed].in_words and not words:
        raise Refusal("ledger-needs-words")
    if deed == "revoke":
        await _counter(conn, who, matter, now=now)
    step = Taken(deed, who, words, named if deed == "propose_revoke" else "", files)
    await _step(conn, city, matter, step, now=now)
    return await matter_of(conn, number)


async def _counter(conn: AsyncConnection, who: Person, matter: Matter, *, now: datetime) -> None:
    """Add the counter-entry: what counted until now stays so; from today on it does not."""
    entry, asked = matter.entry, matter.revocation
    if asked is None:
        raise LookupError("an entry is being revoked that nobody proposed to revoke")
    words = asked.said or ""
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
            document=asked.document,
            fact_key=fact_key(asked.document, words),
            reverses_id=entry.id,
        ),
        state="in_force",
        due_at=None,
        now=now,
    )
    if counter is None:
        raise Outdated("ledger-moved-on", number=str(entry.id), state=state_said(matter))


@dataclass(frozen=True)
class Taken:
    """A step as somebody takes it: the deed, in which words, with what."""

    deed: Deed
    who: Person
    said: str
    document: str
    files: Sequence[File]


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
    conn: AsyncConnection, city: City, matter: Matter, taken: Taken, *, now: datetime
) -> None:
    entry, who, deed = matter.entry, taken.who, taken.deed
    speaks_for = None
    if deed == "object":
        speaks_for = objects_for(who, city, matter.objected_for)
    elif deed in {"answer", "resubmit"} and who.holds("contact", unit_id=entry.unit_id):
        speaks_for = entry.unit_id
    event = await ledger.step(
        conn,
        entry,
        deed,
        MOVES[deed].target,
        by=who.id,
        said=taken.said or None,
        document=taken.document or None,
        due_at=_due(city, matter, MOVES[deed].target, now=now),
        unit_id=speaks_for,
        now=now,
    )
    if event is None:
        raise Outdated("ledger-moved-on", number=str(entry.id), state=state_said(matter))
    for sent in taken.files[:FILES_MAX]:
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
            **(_as_deputy(by, city, matter, kind) if by else {}),
        },
        at=now,
    )


def _as_deputy(by: Person, city: City, matter: Matter, kind: EventKind) -> dict[str, int]:
    """Return what the journal keeps of a step taken for somebody else: who lent the role."""
    for role, unit_id in acting(city, matter, kind):
        if by.holds(role, unit_id=unit_id):
            return by.as_deputy(role, unit_id)
    return {}
