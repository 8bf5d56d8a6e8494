"""More time for one indicator and month (申请延期): asked, granted, countered or declined.

A request nobody answers is never granted by silence: the old deadline stands until somebody says
yes. Every word said is a row; the last one says how the request stands.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.clock import extension_news as news
from handlers.operations.clock import extension_rules as rules
from handlers.operations.clock.move_deadline import move_deadlines
from handlers.operations.doer import kept
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import extensions, journal
from storage.deadlines import Move
from storage.extensions import Extension, ExtensionEvent, ExtensionEventKind
from storage.people import Person
from storage.schemes import IndicatorRow

REASON_MAX = 200


async def ask(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    until: datetime,
    reason: str,
    now: datetime,
) -> Extension:
    """Ask for more time until a moment, with a reason; return the request. Raises as `askable`."""
    deadline = await rules.askable(conn, city, who, row, period, now=now)
    if not reason.strip():
        raise Refusal("extend-without-reason")
    rules.check_until(city, deadline.at, until, now=now)
    extension_id = await extensions.add(
        conn,
        indicator_id=row.id,
        period=period,
        asked_by=who.id,
        due_at=deadline.at,
        until_at=until,
        reason=reason.strip()[:REASON_MAX],
        now=now,
    )
    asked = await _known(conn, extension_id)
    await _note(conn, city, asked, who.id, now=now)
    await news.ask_the_office(conn, city, asked, now=now)
    return asked


async def agree(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int, *, now: datetime
) -> Extension:
    """Grant what was asked for; the deadline moves at once.

    *number* is the last event the person had seen. Raises NotAllowed for anybody but the office
    and for whoever asked, Outdated if something was said since, Refusal if the moment is over.
    """
    found = await answerable(conn, city, who, extension_id, number)
    if found.state != "asked":
        raise Outdated("extension-changed").leading_to(*way_to(found))
    return await _grant(conn, city, who, found, "agreed", now=now)


async def counter(
    conn: AsyncConnection,
    city: City,
    who: Person,
    extension_id: int,
    number: int,
    *,
    until: datetime,
    now: datetime,
) -> Extension:
    """Offer another moment, which the monitoring unit takes or not. Raises as `agree`."""
    found = await answerable(conn, city, who, extension_id, number)
    if until == found.wanted_at:
        return await _grant(conn, city, who, found, "agreed", now=now)
    due = (await deadlines.of_period(conn, city, found.period)).of(_row(city, found), found.period)
    rules.check_until(city, due.at, until, now=now)
    said = await _say(conn, city, found, who.id, "countered", now=now, until=until)
    await news.offer(conn, city, said, now=now)
    return said


async def decline(
    conn: AsyncConnection,
    city: City,
    who: Person,
    extension_id: int,
    number: int,
    *,
    reason: str | None,
    now: datetime,
) -> Extension:
    """Say no; the deadline stays. Raises as `agree`."""
    found = await answerable(conn, city, who, extension_id, number)
    why = reason.strip()[:REASON_MAX] if reason else None
    said = await _say(conn, city, found, who.id, "declined", now=now, reason=why)
    await news.say_declined(conn, city, said, now=now)
    return said


async def accept(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int, *, now: datetime
) -> Extension:
    """Take what the office offered; the deadline moves at once.

    Raises NotAllowed for anybody outside the monitoring unit, Outdated if something was said
    since.
    """
    found = await _own(conn, city, who, extension_id, number)
    if found.state != "countered":
        raise Outdated("extension-changed").leading_to(*way_to(found))
    return await _grant(conn, city, who, found, "accepted", now=now)


async def refuse(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int, *, now: datetime
) -> Extension:
    """Turn down what the office offered; the deadline stays. Raises as `accept`."""
    found = await _own(conn, city, who, extension_id, number)
    if found.state != "countered":
        raise Outdated("extension-changed").leading_to(*way_to(found))
    said = await _say(conn, city, found, who.id, "refused", now=now)
    await news.say_refused(conn, city, said, now=now)
    return said


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int, *, now: datetime
) -> Extension:
    """Take a request back before it is granted; the deadline stays. Raises as `accept`."""
    found = await _own(conn, city, who, extension_id, number)
    said = await _say(conn, city, found, who.id, "withdrawn", now=now)
    await news.close_copies(conn, city, said, now=now)
    return said


async def close_needless(
    conn: AsyncConnection, city: City, row: IndicatorRow, period: Period, *, by: int, now: datetime
) -> None:
    """Close an open request as its figures have come in time: it asks for nothing any more."""
    for each in await extensions.of_cell(conn, row.id, period):
        if each.is_open:
            said = await _say(conn, city, each, by, "filed", now=now)
            await news.close_copies(conn, city, said, now=now)


async def _grant(
    conn: AsyncConnection,
    city: City,
    who: Person,
    found: Extension,
    kind: ExtensionEventKind,
    *,
    now: datetime,
) -> Extension:
    row, until = _row(city, found), found.wanted_at if kind == "agreed" else found.offered_at
    due = (await deadlines.of_period(conn, city, found.period)).of(row, found.period)
    if until <= max(due.at, now):
        raise Refusal("extend-not-later", until=until, due=due.at).leading_to(*way_to(found))
    said = await _say(conn, city, found, who.id, kind, now=now, until=until)
    move = Move(row.id, found.period, until, "extension", found.id, None, now)
    (locked,) = await move_deadlines(conn, city, [move], by=who.id, now=now)
    await news.say_granted(conn, city, said, locked=locked, now=now)
    return said


async def answerable(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int
) -> Extension:
    """Return a request this person may answer as it stands; raise as `agree` does."""
    found = await rules.visible(conn, city, who, extension_id)
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("office-only")
    if not rules.may_answer(who, found):
        raise NotAllowed("extension-own")
    _check_fresh(found, number)
    return found


async def _own(
    conn: AsyncConnection, city: City, who: Person, extension_id: int, number: int
) -> Extension:
    found = await rules.visible(conn, city, who, extension_id)
    if not rules.is_own(city, who, found):
        raise NotAllowed("extend-not-yours", indicator=_row(city, found).indicator.name)
    _check_fresh(found, number)
    return found


def _check_fresh(found: Extension, number: int) -> None:
    if not found.is_open:
        raise Outdated("extension-over").leading_to(*way_to(found))
    if found.last.number != number:
        raise Outdated("extension-changed").leading_to(*way_to(found))


async def _say(
    conn: AsyncConnection,
    city: City,
    found: Extension,
    by: int,
    kind: ExtensionEventKind,
    *,
    now: datetime,
    until: datetime | None = None,
    reason: str | None = None,
) -> Extension:
    event = ExtensionEvent(found.last.number + 1, kind, by, until, reason, now)
    await extensions.add_event(conn, found.id, event)
    said = await _known(conn, found.id)
    await _note(conn, city, said, by, now=now)
    return said


async def _note(
    conn: AsyncConnection, city: City, said: Extension, by: int, *, now: datetime
) -> None:
    until = said.last.until_at
    await journal.add(
        conn,
        person_id=by,
        act=f"extension-{said.state}",
        subject=f"{_row(city, said).indicator.code} {said.period}",
        detail={
            "extension": said.id,
            "until": until.isoformat() if until else None,
            "reason": said.last.reason,
            **await kept(conn, by, rules.acting(city, said, said.state), at=now),
        },
        at=now,
    )


async def _known(conn: AsyncConnection, extension_id: int) -> Extension:
    found = await extensions.one(conn, extension_id)
    if found is None:
        raise NotFound("extension-gone")
    return found


def _row(city: City, found: Extension) -> IndicatorRow:
    return city.indicator(found.indicator_id)


def way_to(found: Extension) -> tuple[str, str, str]:
    """Return the button that shows how a request stands."""
    return "extension", "extension-open", str(found.id)
