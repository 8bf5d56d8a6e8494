"""The card of a dispute: the figure, what is held against it, and everything said since."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go, pairs
from handlers.city import City
from handlers.operations.disputes.dispute_terms import acting, deeds_open_to, waits_alone
from handlers.operations.doer import doer
from handlers.show import answer, figure
from handlers.texts import Msg, msg
from scoring.disputes import AWAITED, Deed, is_open
from scoring.model import Period
from storage import confirmations, disputes
from storage.disputes import Dispute, Event
from storage.people import Person

EVENTS_SHOWN = 12
TEXT_SHOWN = 300
NAMED_MOST = 12

IN_WORDS: tuple[Deed, ...] = ("maintain", "escalate", "uphold", "order")
"""What is done by writing a reason."""


async def card(conn: AsyncConnection, city: City, found: Dispute, *, now: datetime) -> Msg:
    """Return a dispute as every side of it reads it."""
    row = city.indicator(found.indicator_id)
    measure = row.indicator.unit_of_measure
    told = await confirmations.in_force(conn, found.indicator_id, found.unit_id, found.period)
    events = await disputes.events_of(conn, found.id)
    files = await disputes.files_of(conn, found.id)
    return msg(
        "dispute-card",
        number=str(found.id),
        unit=city.unit(found.unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=found.period,
        monitor=city.unit(row.monitoring_unit_id).short_name,
        figure=answer(told.reading, measure) if told else msg("figure-none"),
        wanted=wanted_said(found.wanted, measure),
        reason=found.reason[:TEXT_SHOWN],
        files=len(files),
        state=state_said(found),
        due=await _due(conn, city, found, now=now),
        events=[await _event_line(conn, city, found, each) for each in events[-EVENTS_SHOWN:]],
    )


def state_said(found: Dispute) -> Msg:
    """Return the words for where a dispute stands."""
    return msg("dispute-state", state=found.state)


def wanted_said(wanted: str | None, measure: str) -> Msg:
    """Return the figure the unit thinks right, or that it names none."""
    match wanted:
        case None:
            return msg("dispute-wants-no-figure")
        case "no_data":
            return msg("answer-no-data")
        case "not_applicable":
            return msg("answer-not-applicable")
        case digits:
            return figure(Decimal(digits), measure)


def buttons_for(who: Person, city: City, found: Dispute) -> Keyboard:
    """Return what this person may do in a dispute as it stands, and the ways on."""
    open_to, number = deeds_open_to(who, city, found), str(found.id)
    deeds: list[Button] = []
    if "file" in open_to:
        deeds.append(go("correct-figure", "dispute-do-file", number))
    if "accept" in open_to:
        deeds.append(go("accept-dispute", "dispute-do-accept", number))
    deeds += [
        go("answer-dispute", "dispute-do", f"{number}.{deed}", deed=deed)
        for deed in IN_WORDS
        if deed in open_to
    ]
    if found.state == "filed" and who.holds(
        "reviewer", unit_id=city.indicator(found.indicator_id).monitoring_unit_id
    ):
        deeds.append(go("review", "button-review"))
    if found.state == "restating" and who.holds("office"):
        deeds.append(go("restatement", "button-restatement", f"d{number}"))
    rows = pairs(deeds)
    if "withdraw" in open_to:
        rows.append([go("withdraw-dispute", "dispute-do-withdraw", number)])
    return [*rows, [go("disputes", "button-disputes"), go("todo", "button-todo")]]


async def _due(conn: AsyncConnection, city: City, found: Dispute, *, now: datetime) -> Msg:
    if found.due_at is None or found.state not in AWAITED:
        return msg("nothing")
    alone = await waits_alone(conn, city, found, now=now)
    return msg("dispute-due", due=found.due_at, late=int(now > found.due_at), alone=int(alone))


async def _event_line(conn: AsyncConnection, city: City, found: Dispute, event: Event) -> Msg:
    return msg(
        "dispute-event",
        at=event.at,
        kind=event.kind,
        who=await doer(conn, event.by, acting(city, found, event.kind), at=event.at),
        said=msg("dispute-said", text=event.said[:TEXT_SHOWN])
        if event.said and event.kind != "raise"
        else msg("nothing"),
    )


def line(city: City, found: Dispute, *, now: datetime, alone: bool = False) -> Msg:
    """Return a dispute as one line of a list: what it is about and who is awaited."""
    row = city.indicator(found.indicator_id)
    return msg(
        "dispute-line",
        number=str(found.id),
        unit=city.unit(found.unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=found.period,
        state=state_said(found),
        due=msg(
            "dispute-due",
            due=found.due_at,
            late=int(now > found.due_at),
            alone=int(alone),
        )
        if found.due_at is not None and found.state in AWAITED
        else msg("nothing"),
    )


async def marks(conn: AsyncConnection, unit_id: int, period: Period) -> Mapping[int, Msg]:
    """Return the mark that stands beside each figure of a unit that is disputed just now."""
    return {
        each.indicator_id: msg("dispute-mark", number=str(each.id))
        for each in await disputes.of_unit(conn, unit_id, period)
        if is_open(each.state)
    }


def named(city: City, found: Sequence[Dispute]) -> Msg:
    """Return the open disputes of a month for the office's previews, or that there are none."""
    if not found:
        return msg("month-disputed-none")
    lines = [
        msg(
            "month-disputed-line",
            number=str(each.id),
            unit=city.unit(each.unit_id).short_name,
            code=city.indicator(each.indicator_id).indicator.code,
            indicator=city.indicator(each.indicator_id).indicator.name,
            state=state_said(each),
        )
        for each in found[:NAMED_MOST]
    ]
    return msg("month-disputed", count=len(found), lines=lines)
