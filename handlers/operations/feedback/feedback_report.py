"""The quarterly feedback report: previewed, released once, and read again as it went out."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers import books as all_books
from handlers.city import City
from handlers.feedback_books import FeedbackBook
from handlers.operations.feedback.feedback_facts import (
    Books,
    Change,
    books_of,
    changes_since,
    ends_at,
)
from handlers.operations.feedback.feedback_news import send_out
from handlers.operations.feedback.feedback_readers import Reader, Recipients, part_for, recipients
from handlers.operations.feedback.feedback_words import quarter_words
from handlers.operations.observing.observation_terms import last_told
from scoring.permissions import may_run_the_office
from scoring.quarters import Quarter
from scoring.refusals import Locked, NotAllowed, NotFound, Outdated, Refusal
from storage import feedback, journal
from storage.people import Person

REMARK_MAX = 500
LEAST_FROM, LEAST_UNTIL = 1, 50
CODE_LENGTH = 6
JUST_NOW = timedelta(microseconds=1)  # What happens at this very moment has happened.
NAME_LEAST = 2  # A name of one character is in many a word.


@dataclass(frozen=True)
class Plan:
    """What a release would send, to whom; *code* changes with the numbers and the recipients."""

    quarter: Quarter
    books: Books
    recipients: Recipients
    code: str


def last_ended(city: City, *, now: datetime) -> Quarter:
    """Return the quarter that ended last."""
    return Quarter.of(now.astimezone(city.zone).date()).before


async def plan(
    conn: AsyncConnection, city: City, who: Person, quarter: Quarter, *, now: datetime
) -> Plan:
    """Return what a release of a quarter would send, without sending it; a running one, so far.

    Raises NotAllowed for anybody but the office, Locked once it has been released.
    """
    check_office(who)
    await _check_unreleased(conn, quarter)
    said = await feedback.remark(conn, str(quarter))
    made = await books_of(conn, city, quarter, now=now)
    books = Books(replace(made.whole, remark=said), made.told)
    to = await recipients(conn, city, books, now=now)
    return Plan(quarter, books, to, _code(books, to))


async def release(
    conn: AsyncConnection,
    city: City,
    who: Person,
    quarter: Quarter,
    *,
    code: str,
    now: datetime,
) -> Plan:
    """Release a quarter's report exactly as it was planned under *code*; return that plan.

    Raises what `plan` raises, Refusal while the quarter runs, had no observations, or its remark
    names an observer, Outdated if numbers or recipients have changed since.
    """
    planned = await plan(conn, city, who, quarter, now=now)
    over = ends_at(city, quarter)
    if now < over:
        raise Refusal("feedback-not-over", quarter=quarter_words(quarter), until=over)
    if not planned.books.whole.cells:
        raise Refusal("feedback-empty", quarter=quarter_words(quarter))
    await _check_names(conn, planned.books.whole.remark)
    if planned.code != code:
        raise Outdated("feedback-plan-moved")
    books = Books(
        replace(planned.books.whole, released_at=now), replace(planned.books.told, released_at=now)
    )
    body = all_books.to_json(books.whole)
    digest = hashlib.sha256(body.encode()).hexdigest()
    kept = await feedback.release(
        conn,
        str(quarter),
        book=body,
        told=all_books.to_json(books.told),
        digest=digest,
        remark=books.whole.remark,
        by=who.id,
        now=now,
    )
    if not kept:
        await _check_unreleased(conn, quarter)
    await journal.add(
        conn,
        person_id=who.id,
        act="feedback-released",
        subject=str(quarter),
        detail={"digest": digest, "plan": code, **who.as_deputy("office")},
        at=now,
    )
    await send_out(conn, city, quarter, books, planned.recipients, now=now)
    return planned


async def released(conn: AsyncConnection, quarter: Quarter) -> Books | None:
    """Return a quarter's books as they were released, or None."""
    found = await feedback.released(conn, str(quarter))
    if found is None:
        return None
    return Books(_read(found.book), _read(found.told))


async def for_reader(
    conn: AsyncConnection,
    city: City,
    who: Person,
    quarter: Quarter,
    *,
    unit: str = "",
    now: datetime,
) -> FeedbackBook:
    """Return what a person may read of a quarter: as released, for the office also before.

    *unit* asks for the part of a unit one speaks for. Raises NotAllowed for those it is not for,
    NotFound where nothing was released.
    """
    books = await released(conn, quarter)
    if books is None and may_run_the_office(who.roles):
        books = (await plan(conn, city, who, quarter, now=now)).books
    reader = Reader.of(city, who)
    if reader.is_nobody:
        raise NotAllowed("feedback-not-yours")
    if books is None:
        raise NotFound("feedback-none-released", quarter=quarter_words(quarter))
    book = part_for(city, reader, books, unit=unit)
    if book is None:
        raise NotFound("feedback-nothing-of-yours", quarter=quarter_words(quarter))
    return book


async def live_part(
    conn: AsyncConnection, city: City, who: Person, quarter: Quarter, *, now: datetime
) -> FeedbackBook:
    """Return how a person's observations stand now: of what they may see one by one anyway.

    Raises NotAllowed for those it is not for, NotFound where there are none.
    """
    reader = Reader.of(city, who)
    if reader.is_nobody:
        raise NotAllowed("feedback-not-yours")
    # Who may not see everything reads what units know, not what has happened since.
    known = now if reader.everything else last_told(city, now)
    book = part_for(city, reader, await books_of(conn, city, quarter, now=known))
    if book is None or not book.cells:
        raise NotFound("feedback-nothing-yet", quarter=quarter_words(quarter))
    return book


async def changes(
    conn: AsyncConnection, city: City, shown: FeedbackBook, quarter: Quarter, *, now: datetime
) -> dict[Change, int]:
    """Return what has become of a released report's observations since; its numbers stay."""
    known = now + JUST_NOW if shown.scope == "city" else last_told(city, now)
    until = max(known, ends_at(city, quarter))
    fresh = await books_of(conn, city, quarter, now=now, until=until)
    book = fresh.told if shown.scope == "unit" else fresh.whole
    return changes_since(shown, {(each.receipt, each.unit_code): each for each in book.lines})


async def say(
    conn: AsyncConnection, who: Person, quarter: Quarter, said: str, *, now: datetime
) -> None:
    """Let the office say something of a quarter, or nothing; it is part of the report.

    Raises Refusal for a remark that is too long or names an observer.
    """
    check_office(who)
    await _check_unreleased(conn, quarter)
    words = said.strip()
    if len(words) > REMARK_MAX:
        raise Refusal("feedback-remark-too-long", most=REMARK_MAX, count=len(words))
    await _check_names(conn, words)
    if words == await feedback.remark(conn, str(quarter)):
        return
    await feedback.add_remark(conn, str(quarter), words, by=who.id, now=now)
    await journal.add(conn, person_id=who.id, act="feedback-remark", subject=str(quarter), at=now)


async def set_least(conn: AsyncConnection, who: Person, least: int, *, now: datetime) -> None:
    """Let rates need so many from now on; raise Refusal for a number beyond the bounds."""
    check_office(who)
    if not LEAST_FROM <= least <= LEAST_UNTIL:
        raise Refusal("feedback-least-beyond", lowest=LEAST_FROM, highest=LEAST_UNTIL)
    if least == await feedback.least(conn):
        return
    await feedback.set_least(conn, least, by=who.id, now=now)
    await journal.add(conn, person_id=who.id, act="feedback-least-set", subject=str(least), at=now)


async def _check_names(conn: AsyncConnection, said: str) -> None:
    for name in await feedback.observers(conn):
        if len(name) >= NAME_LEAST and name in said:
            raise Refusal("feedback-remark-names", name=name)


async def _check_unreleased(conn: AsyncConnection, quarter: Quarter) -> None:
    found = await feedback.released(conn, str(quarter))
    if found is not None:
        raise Locked("feedback-released-already", quarter=quarter_words(quarter), since=found.at)


def check_office(who: Person) -> None:
    """Raise NotAllowed for anybody but the office."""
    if not may_run_the_office(who.roles):
        raise NotAllowed("office-only")


def _read(text: str) -> FeedbackBook:
    book = all_books.from_json(text)
    if not isinstance(book, FeedbackBook):
        raise TypeError(f"no feedback: {book.kind}")
    return book


def _code(books: Books, to: Recipients) -> str:
    body = json.dumps(
        [
            all_books.to_json(books.whole),
            all_books.to_json(books.told),
            [each.row.id for each in to.leaders],
            [each.id for each in to.office],
            [[unit.id, each.id] for unit, each in to.contacts],
        ]
    )
    return hashlib.sha256(body.encode()).hexdigest()[:CODE_LENGTH]
