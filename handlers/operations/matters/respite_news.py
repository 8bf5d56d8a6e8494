"""Who hears of a request for more time for a matter, and how it reads."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go
from handlers.city import City
from handlers.operations.matters import respite_rules as rules
from handlers.operations.matters.matter_terms import name_of, title_of
from handlers.operations.tell import take_back, tell
from handlers.texts import Msg, msg
from storage import respites
from storage.matters import Matter
from storage.respites import Respite
from storage.schema import outbox

READY = "ready:"
ASK_REASONS = (
    "respite-why-procedure",
    "respite-why-weather",
    "respite-why-others",
    "respite-why-larger",
)
REFUSE_REASONS = ("respite-no-time", "respite-no-repeat", "respite-no-urgent")


async def card(conn: AsyncConnection, city: City, found: Matter, asked: Respite) -> Msg:
    """Return a request with both days, the reason, and what became of it."""
    before = [each for each in await respites.of_matter(conn, found.id) if each.id < asked.id]
    return msg(
        "respite-card",
        name=name_of(found),
        unit=city.unit(found.unit_id).short_name,
        title=title_of(found),
        old=asked.old_at,
        wanted=asked.wanted_at,
        reason=reason_said(asked.reason),
        times=sum(each.is_granted for each in before),
        most=await respites.most(conn, found.course),
        outcome=outcome_said(asked),
    )


def outcome_said(asked: Respite) -> Msg:
    """Return what became of a request."""
    said = asked.answer
    if said is None:
        return msg("respite-is-open")
    return msg(
        "respite-outcome",
        outcome=said.outcome,
        until=said.until_at or asked.old_at,
        old=asked.old_at,
        reason=msg("respite-because", reason=reason_said(said.reason))
        if said.reason
        else msg("nothing"),
    )


def reason_said(reason: str) -> Msg:
    """Return a reason as typed, or the ready one that was tapped in the reader's language."""
    name = reason.removeprefix(READY)
    if name != reason and name in {*ASK_REASONS, *REFUSE_REASONS}:
        return Msg(name)
    return msg("verbatim", text=reason)


def answer_buttons(city: City, found: Matter, asked: Respite) -> Keyboard:
    """Return the three answers: yes with its day, a shorter day, no."""
    number = str(asked.id)
    wanted = asked.wanted_at.astimezone(city.zone).date()
    return [
        [go("grant-respite", "respite-grant", number, day=wanted)],
        [
            go("answer-respite", "respite-shorten", f"{number}.s"),
            go("answer-respite", "respite-refuse", f"{number}.r"),
        ],
        [_look(found)],
    ]


def _look(found: Matter) -> Button:
    return go("matter", "button-matter", str(found.id), name=name_of(found))


async def put_to_answerers(
    conn: AsyncConnection, city: City, found: Matter, asked: Respite, *, now: datetime
) -> None:
    """Put a request to everybody who may answer it, once each."""
    for each in await rules.answerers(conn, found, now=now):
        await tell(
            conn,
            city,
            each,
            await card(conn, city, found, asked),
            key=f"respite:{asked.id}:asked:{each.id}",
            now=now,
            buttons=answer_buttons(city, found, asked),
        )


async def tell_askers(
    conn: AsyncConnection, city: City, found: Matter, said: Respite, *, now: datetime
) -> None:
    """Tell whoever asked what was decided, once."""
    for each in await rules.askers(conn, found, now=now):
        await tell(
            conn,
            city,
            each,
            msg(
                "respite-told",
                name=name_of(found),
                title=title_of(found),
                outcome=outcome_said(said),
                wanted=said.wanted_at,
            ),
            key=f"respite:{said.id}:told:{each.id}",
            now=now,
            buttons=[[_look(found), go("todo", "button-todo")]],
        )


async def close_copies(
    conn: AsyncConnection, city: City, found: Matter, asked: Respite, *, now: datetime
) -> None:
    """Let every question about a request say what became of it, without its buttons."""
    prefix = f"respite:{asked.id}:asked"
    keys = sa.and_(outbox.c.key >= f"{prefix}:", outbox.c.key < f"{prefix};")
    stands = await card(conn, city, found, asked)
    for outbox_id in list(await conn.scalars(sa.select(outbox.c.id).where(keys))):
        await take_back(conn, outbox_id, stands, now=now)
