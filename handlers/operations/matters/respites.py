"""Ask for more time for a matter (延期), grant it, shorten it or refuse it: each once.

A granted respite moves the last day of the whole and the term of the step that runs; the step
itself, and when it began, stay.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters import respite_news as news
from handlers.operations.matters import respite_rules as rules
from handlers.operations.matters.matter_news import announce
from handlers.operations.matters.matter_terms import SAID_MAX, course_of, due_by, name_of, sides_of
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.respites import ASKABLE, MOST_OFFERED, Outcome
from storage import journal, matters, respites
from storage.matters import Matter
from storage.people import Person
from storage.respites import Answer, Respite


async def ask(
    conn: AsyncConnection,
    city: City,
    who: Person,
    matter_id: int,
    *,
    until: datetime,
    reason: str,
    now: datetime,
) -> Respite:
    """Ask for another last day with a reason, and put it to whoever may answer.

    Raises as `respite_rules.askable` and `check_day` do, Refusal without a reason.
    """
    found = await rules.askable(conn, who, matter_id)
    rules.check_day(city, found, until, now=now)
    words = reason.strip()[:SAID_MAX]
    if not words:
        raise Refusal("respite-needs-reason")
    old = found.finish_by or now
    asked = await respites.add(
        conn, found.id, by=who.id, old_at=old, wanted_at=until, reason=words, now=now
    )
    side = rules.asking_side(found)
    await _note(conn, city, who, found, asked, "asked", side=side, said=words, now=now)
    await news.put_to_answerers(conn, city, found, asked, now=now)
    return asked


async def grant(
    conn: AsyncConnection, city: City, who: Person, respite_id: int, *, now: datetime
) -> Respite:
    """Grant what was asked for; raises as `respite_rules.answerable` does."""
    asked, found = await rules.answerable(conn, who, respite_id)
    return await _move(conn, city, who, found, asked, asked.wanted_at, "granted", now=now)


async def shorten(
    conn: AsyncConnection,
    city: City,
    who: Person,
    respite_id: int,
    *,
    until: datetime,
    now: datetime,
) -> Respite:
    """Grant a day before the one asked for; raises as `grant` does, Refusal for any other day."""
    asked, found = await rules.answerable(conn, who, respite_id)
    if until >= asked.wanted_at:
        raise Refusal("respite-not-shorter", until=until, wanted=asked.wanted_at)
    return await _move(conn, city, who, found, asked, until, "shortened", now=now)


async def _move(
    conn: AsyncConnection,
    city: City,
    who: Person,
    found: Matter,
    asked: Respite,
    until: datetime,
    outcome: Outcome,
    *,
    now: datetime,
) -> Respite:
    if until <= max(asked.old_at, now):
        raise Refusal("respite-not-later", until=until, old=asked.old_at).leading_to(
            *rules.way_to(asked)
        )
    due_at = due_by(city, course_of(found), found.state, found.since, until)
    said = await _answer(conn, asked, found, Answer(outcome, who.id, until, None, now))
    if not await matters.prolong(conn, found, finish_by=until, due_at=due_at):
        raise Outdated("respite-answered", name=name_of(found))
    there = await matters.one(conn, found.id) or found
    await _note(
        conn, city, who, there, said, outcome, side=_answering_side(who, found), said="", now=now
    )
    await news.tell_askers(conn, city, there, said, now=now)
    return said


async def refuse(
    conn: AsyncConnection,
    city: City,
    who: Person,
    respite_id: int,
    *,
    reason: str,
    now: datetime,
) -> Respite:
    """Refuse a request with a reason: the last day stays; raises as `grant` does."""
    asked, found = await rules.answerable(conn, who, respite_id)
    words = reason.strip()[:SAID_MAX]
    if not words:
        raise Refusal("respite-needs-reason")
    said = await _answer(conn, asked, found, Answer("refused", who.id, None, words, now))
    side = _answering_side(who, found)
    await _note(conn, city, who, found, said, "refused", side=side, said=words, now=now)
    await news.tell_askers(conn, city, found, said, now=now)
    return said


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, respite_id: int, *, now: datetime
) -> Respite:
    """Take a request back that nobody has answered; raises NotAllowed for the other side."""
    asked, found = await rules.seen(conn, who, respite_id)
    side = rules.asking_side(found)
    if side not in sides_of(who, found):
        raise NotAllowed("matter-not-yours", name=name_of(found))
    said = await _answer(conn, asked, found, Answer("withdrawn", who.id, None, None, now))
    await _note(conn, city, who, found, said, "withdrawn", side=side, said="", now=now)
    return said


async def _answer(conn: AsyncConnection, asked: Respite, found: Matter, said: Answer) -> Respite:
    if not await respites.answer(conn, asked.id, said):
        raise Outdated("respite-answered", name=name_of(found)).leading_to(*rules.way_to(asked))
    there = await respites.one(conn, asked.id)
    if there is None:
        raise LookupError(f"no respite {asked.id}")
    return there


def _answering_side(who: Person, found: Matter) -> str:
    return "owner" if "owner" in sides_of(who, found) else "office"


async def _note(
    conn: AsyncConnection,
    city: City,
    who: Person,
    found: Matter,
    asked: Respite,
    outcome: str,
    *,
    side: str,
    said: str,
    now: datetime,
) -> None:
    """Write it into the matter's story and the journal, and bring every card up to date."""
    kind = f"respite_{outcome}"
    await matters.note(conn, found.id, kind, by=who.id, side=side, said=said or None, now=now)
    until = asked.answer.until_at if asked.answer else asked.wanted_at
    await journal.add(
        conn,
        person_id=who.id,
        act=f"respite-{outcome}",
        subject=f"{city.unit(found.unit_id).code} {found.id}",
        detail={
            "respite": asked.id,
            "old": asked.old_at.isoformat(),
            "until": until.isoformat() if until else None,
            **who.as_deputy("contact" if side == "unit" else "office"),
        },
        at=now,
    )
    await announce(conn, city, found.id, actor_id=who.id, now=now)
    if outcome != "asked":
        await news.close_copies(conn, city, found, asked, now=now)


async def lapse(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> None:
    """Let requests go that ask for nothing any more: the matter has moved on, or has a new day."""
    for asked in await respites.of_matter(conn, found.id):
        if asked.is_open:
            said = await _answer(conn, asked, found, Answer("lapsed", None, None, None, now))
            await news.close_copies(conn, city, found, said, now=now)


async def set_most(
    conn: AsyncConnection, who: Person, course: str, most: int, *, now: datetime
) -> None:
    """Set how often a matter of a course may be given more time; the office's to decide."""
    if not may_run_the_office(who.roles):
        raise NotAllowed("not-for-your-role")
    if course not in ASKABLE or most not in MOST_OFFERED:
        raise NotFound("button-outdated")
    await respites.set_most(conn, course, most, by=who.id, now=now)
    await journal.add(
        conn,
        person_id=who.id,
        act="respite-limit",
        subject=course,
        detail={"most": most},
        at=now,
    )
