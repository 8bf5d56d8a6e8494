"""Who hears of a request for more time; what was sent before says how it stands now."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go
from handlers.city import City
from handlers.operations.clock import extension_rules as rules
from handlers.operations.doer import doer
from handlers.operations.tell import take_back, tell
from handlers.texts import Msg, Value, msg
from storage import extensions, people
from storage.extensions import Extension, ExtensionEvent
from storage.people import PersonRow
from storage.schema import outbox

READY = "ready:"
ASK_REASONS = (
    "extend-reason-source",
    "extend-reason-checking",
    "extend-reason-away",
    "extend-reason-system",
)
DECLINE_REASONS = ("extend-no-needed", "extend-no-enough", "extend-no-often")
READY_REASONS = frozenset({*ASK_REASONS, *DECLINE_REASONS})
"""Reasons that are tapped: kept by name, so that everybody reads them in their own language."""


async def ask_the_office(
    conn: AsyncConnection, city: City, asked: Extension, *, now: datetime
) -> None:
    """Put a request to everybody who may answer it."""
    before = len(await extensions.of_cell(conn, asked.indicator_id, asked.period)) - 1
    for clerk in await answerers(conn, asked, now=now):
        await tell(
            conn,
            city,
            clerk,
            msg("extension-ask", card=await card(conn, city, asked), before=before),
            key=f"extension:{asked.id}:ask:{asked.last.number}:{clerk.id}",
            now=now,
            buttons=answer_buttons(asked),
        )


async def offer(conn: AsyncConnection, city: City, said: Extension, *, now: datetime) -> None:
    """Put another moment to the monitoring unit."""
    await close_copies(conn, city, said, now=now)
    for person in await askers(conn, city, said, now=now):
        await tell(
            conn,
            city,
            person,
            msg("extension-offer", card=await card(conn, city, said)),
            key=f"extension:{said.id}:offer:{said.last.number}:{person.id}",
            now=now,
            buttons=offer_buttons(said),
        )


async def say_granted(
    conn: AsyncConnection, city: City, said: Extension, *, locked: datetime, now: datetime
) -> None:
    """Tell the monitoring unit and the office that the deadline has moved."""
    told = await close_copies(conn, city, said, now=now)
    row = city.indicator(said.indicator_id)
    granted = msg(
        "extension-granted",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=said.period,
        until=said.offered_at,
        due=said.due_at,
        locked=locked,
    )
    reporters = {
        each.id for each in await people.with_role(conn, "reporter", row.monitoring_unit_id, at=now)
    }
    file = go("file", "clock-button-file", f"{row.id}.{said.period}", code=row.indicator.code)
    for person in await _concerned(conn, city, said, now=now):
        buttons = [[file]] if person.id in reporters else []
        await _tell(conn, city, said, person, granted, now=now, buttons=buttons)
    if said.state == "accepted":
        await _tell_office(conn, city, said, told, now=now)


async def say_declined(
    conn: AsyncConnection, city: City, said: Extension, *, now: datetime
) -> None:
    """Tell the monitoring unit that the deadline stays."""
    await close_copies(conn, city, said, now=now)
    row = city.indicator(said.indicator_id)
    file = go("file", "clock-button-file", f"{row.id}.{said.period}", code=row.indicator.code)
    again = go("extend", "button-extend", f"{row.id}.{said.period}")
    for person in await askers(conn, city, said, now=now):
        declined = msg("extension-stays", card=await card(conn, city, said))
        await _tell(conn, city, said, person, declined, now=now, buttons=[[file, again]])


async def say_refused(conn: AsyncConnection, city: City, said: Extension, *, now: datetime) -> None:
    """Tell the office that its offer was turned down."""
    told = await close_copies(conn, city, said, now=now)
    await _tell_office(conn, city, said, told, now=now)


async def close_copies(
    conn: AsyncConnection, city: City, said: Extension, *, now: datetime
) -> set[int]:
    """Let every question sent about a request say how it stands now, without its buttons.

    Return whom that tells: what they were asked now says the answer where they were asked.
    """
    keys = sa.or_(
        outbox.c.key.like(f"extension:{said.id}:ask:%"),
        outbox.c.key.like(f"extension:{said.id}:offer:%"),
    )
    query = sa.select(outbox).where(keys).order_by(outbox.c.id)
    rows = (await conn.execute(query)).all()
    stands = await card(conn, city, said)
    for row in rows:
        await take_back(conn, row.id, stands, now=now, stamp=f":{said.last.number}")
    edited = [row for row in rows if row.state == "sent" and row.telegram_message_id is not None]
    return {row.person_id for row in edited if row.person_id is not None}


async def card(conn: AsyncConnection, city: City, found: Extension) -> Msg:
    """Return a request as a message: how it stands, who asked what, and why."""
    row = city.indicator(found.indicator_id)
    first = found.events[0]
    return msg(
        "extension-card",
        state=Msg(
            f"extension-state-{found.state}",
            {"until": found.offered_at, "reason": reason_shown(found.last.reason)},
        ),
        unit=city.unit(row.monitoring_unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=found.period,
        due=found.due_at,
        wanted=found.wanted_at,
        reason=reason_shown(found.reason),
        asker=await said_by(conn, city, found, first),
        by=await said_by(conn, city, found, found.last),
        at=found.last.at,
    )


async def said_by(
    conn: AsyncConnection, city: City, found: Extension, event: ExtensionEvent
) -> Msg:
    """Return who said something about a request, and for whom."""
    return await doer(conn, event.by, rules.acting(city, found, event.kind), at=event.at)


def reason_shown(reason: str | None) -> Value:
    """Return a reason to read: typed words as they are, a ready one in the reader's language."""
    if reason is None:
        return "—"
    ready = reason.removeprefix(READY)
    return msg(ready) if reason.startswith(READY) and ready in READY_REASONS else reason


def answer_buttons(found: Extension) -> list[list[Button]]:
    """Return what the office may tap: yes, another day, no."""
    at = f"{found.id}.{found.last.number}"
    change = go("extend-answer", "extension-change", f"{at}.c")
    no = go("extend-answer", "extension-decline", f"{at}.d")
    if found.state == "countered":
        return [[change, no]]
    return [[go("extend-agree", "extension-agree", at), change, no]]


def offer_buttons(found: Extension) -> list[list[Button]]:
    """Return what the monitoring unit may tap about the moment it was offered."""
    at = f"{found.id}.{found.last.number}"
    return [
        [
            go("extend-accept", "extension-accept", at, until=found.offered_at),
            go("extend-refuse", "extension-refuse", at),
        ]
    ]


async def answerers(conn: AsyncConnection, found: Extension, *, now: datetime) -> list[PersonRow]:
    """Return those of the office who may answer a request: not who asked, nor who took over."""
    clerks = [
        await people.by_id(conn, each.id, at=now)
        for each in await people.with_role(conn, "office", at=now)
    ]
    return [each.row for each in clerks if each and rules.may_answer(each, found)]


async def askers(
    conn: AsyncConnection, city: City, found: Extension, *, now: datetime
) -> list[PersonRow]:
    """Return the unit's reporters, and of its reviewers whoever asked or took over from them."""
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    reporters = await people.with_role(conn, "reporter", unit_id, at=now)
    reviewers = await people.with_role(conn, "reviewer", unit_id, at=now)
    theirs = await people.answering_for(conn, found.asked_by, at=now)
    return [
        *reporters,
        *(each for each in reviewers if each in theirs and each not in reporters),
    ]


async def _concerned(
    conn: AsyncConnection, city: City, found: Extension, *, now: datetime
) -> list[PersonRow]:
    unit_id = city.indicator(found.indicator_id).monitoring_unit_id
    reporters = await people.with_role(conn, "reporter", unit_id, at=now)
    reviewers = await people.with_role(conn, "reviewer", unit_id, at=now)
    return list(dict.fromkeys([*reporters, *reviewers]))


async def _tell_office(
    conn: AsyncConnection, city: City, said: Extension, told: Collection[int], *, now: datetime
) -> None:
    """Tell those of the office whose own question does not say it already."""
    for clerk in await people.with_role(conn, "office", at=now):
        if clerk.id not in told:
            await _tell(conn, city, said, clerk, await card(conn, city, said), now=now)


async def _tell(
    conn: AsyncConnection,
    city: City,
    said: Extension,
    person: PersonRow,
    message: Msg,
    *,
    now: datetime,
    buttons: Keyboard = (),
) -> None:
    """Tell a person once; whoever said it reads it in the answer to their own tap."""
    if person.id == said.last.by:
        return
    key = f"extension:{said.id}:told:{said.last.number}:{person.id}"
    await tell(conn, city, person, message, key=key, now=now, buttons=buttons)
