"""How ledger entries and items read: one line of a list, and the card with every step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import doer
from handlers.operations.ledger.ledger_people import acting
from handlers.operations.ledger.ledger_terms import Matter
from handlers.texts import Msg, msg
from scoring.ledger_course import AWAITED
from scoring.ledger_points import points_of
from storage import ledger, ledger_files
from storage.ledger_items import ItemRow
from storage.ledger_steps import Event

TEXT_SHOWN = 300
EVENTS_SHOWN = 12
NOTICE_FACT_SHOWN = 80


def points_said(points: Decimal) -> str:
    """Return points with their sign and no idle zeros.

    >>> points_said(Decimal("2.50"))
    '+2.5'
    """
    return f"{points.normalize():+f}" if points else "0"


def bare(number: Decimal) -> str:
    """Return a number without idle zeros."""
    return f"{number.normalize():f}" if number else "0"


def points_in(city: City, matter: Matter) -> Decimal:
    """Return what an entry is worth by its item, before any cap."""
    entry = matter.entry
    terms = matter.item.item.terms(city.unit(entry.unit_id).track)
    return points_of(terms, cases=entry.cases, level=entry.level)


def level_said(level: str) -> Msg:
    """Return the name of a level; nothing for the full points."""
    return msg("ledger-level", level=level) if level else msg("nothing")


def worth(city: City, matter: Matter) -> Msg:
    """Return what an entry brings or costs; of a veto, what it does and until when."""
    entry = matter.entry
    if matter.item.item.kind == "veto":
        return msg("ledger-worth-veto", until=last_day(entry.valid_until) or entry.at)
    return msg("ledger-worth", points=points_said(points_in(city, matter)))


def last_day(valid_until: date | None) -> date | None:
    """Return the last day on which something acts that no longer does on another."""
    return None if valid_until is None else valid_until - timedelta(days=1)


def state_said(matter: Matter) -> Msg:
    """Return the words for where an entry stands."""
    return msg("ledger-state", state=matter.entry.state)


def head(city: City, matter: Matter) -> Msg:
    """Return number, unit, item and worth in one line, which stands alone."""
    return msg(
        "ledger-head",
        number=str(matter.entry.id),
        unit=city.unit(matter.entry.unit_id).short_name,
        code=matter.item.item.code,
        item=matter.item.item.name,
        worth=worth(city, matter),
    )


def line(city: City, matter: Matter, *, now: datetime) -> Msg:
    """Return an entry as one line of a list: what it is and whom it waits for, by when."""
    return msg(
        "ledger-line",
        head=head(city, matter),
        state=state_said(matter),
        due=due_said(matter, now=now),
    )


def notice_line(city: City, matter: Matter) -> Msg:
    """Return an entry as it stands on the notice board: who, what, points, why, until when."""
    return msg(
        "ledger-notice-line",
        head=head(city, matter),
        fact=matter.entry.fact[:NOTICE_FACT_SHOWN],
        document=matter.entry.document or "—",
        until=matter.notice_until or matter.entry.since,
        objections=len(matter.objected_for),
    )


def due_said(matter: Matter, *, now: datetime) -> Msg:
    """Return by when somebody is to act, or until when it is on notice."""
    due_at = matter.entry.due_at
    if due_at is None:
        return msg("nothing")
    is_awaited = matter.entry.state in AWAITED
    late = int(is_awaited and now > due_at)
    return msg("ledger-due", due=due_at, awaited=int(is_awaited), late=late)


async def card(
    conn: AsyncConnection, city: City, matter: Matter, *, now: datetime, is_inside: bool
) -> Msg:
    """Return an entry as it is read by those it concerns; by others without anybody's name."""
    entry, item = matter.entry, matter.item.item
    files = await ledger_files.all_of(conn, entry.id)
    reversal = await ledger.reversal_of(conn, entry.id)
    return msg(
        "ledger-card",
        head=head(city, matter),
        state=state_said(matter),
        due=due_said(matter, now=now),
        cases=bare(entry.cases),
        per=item.per,
        level=level_said(entry.level),
        fact=entry.fact[:TEXT_SHOWN],
        document=entry.document or "—",
        verifier=city.unit(matter.item.verifying_unit_id).short_name,
        files=len(files),
        reversed=msg("ledger-reversed", document=reversal.document, fact=reversal.fact)
        if reversal
        else msg("nothing"),
        events=[
            await _event_line(conn, city, matter, each, is_inside=is_inside)
            for each in shown_events(matter.events)
        ],
    )


def shown_events(events: Sequence[Event]) -> Sequence[Event]:
    """Return the last steps, as many as a card holds."""
    return events[-EVENTS_SHOWN:]


async def _event_line(
    conn: AsyncConnection, city: City, matter: Matter, event: Event, *, is_inside: bool
) -> Msg:
    if not is_inside:
        step = step_said(city, event, said=msg("nothing"))
        return msg("ledger-event-public", at=event.at, step=step)
    unit = city.unit(event.unit_id).short_name if event.unit_id is not None else ""
    return msg(
        "ledger-event",
        at=event.at,
        kind=event.kind,
        state=event.state,
        who=msg("ledger-by-rule")
        if event.by is None
        else await doer(conn, event.by, acting(city, matter, event.kind), at=event.at),
        unit=unit,
        said=said_of(event),
    )


def said_of(event: Event) -> Msg:
    """Return the words of a step, with the document it names; nothing where there are none."""
    if not event.said:
        return msg("nothing")
    if event.document:
        text = event.said[:TEXT_SHOWN]
        return msg("ledger-said-under", document=event.document, text=text)
    return msg("dispute-said", text=event.said[:TEXT_SHOWN])


def step_said(city: City, event: Event, *, said: Msg) -> Msg:
    """Return what happened in a step, without the name of any person."""
    return msg(
        "ledger-step",
        kind=event.kind,
        state=event.state,
        unit=city.unit(event.unit_id).short_name if event.unit_id is not None else "",
        said=said,
    )


def item_line(city: City, row: ItemRow, track: str) -> Msg:
    """Return an item as it is chosen from: code, name, what a case brings, and the cap."""
    terms = row.item.terms(track)
    return msg(
        "ledger-item-line",
        code=row.item.code,
        item=row.item.name,
        kind=row.item.kind,
        points=bare(terms.points),
        per=row.item.per,
        capped=int(terms.cap is not None),
        cap=bare(terms.cap) if terms.cap is not None else "",
        verifier=city.unit(row.verifying_unit_id).short_name,
        computed=int(bool(row.item.rule)),
    )
