"""What the clock does with disputes: it reminds whoever is awaited, and moves on what is over."""

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_card import state_said
from handlers.operations.disputes.dispute_news import remind
from handlers.operations.disputes.dispute_terms import due_by, is_alone, people_of, waits_alone
from handlers.operations.disputes.move_dispute import note_step
from handlers.texts import msg
from scoring.disputes import AWAITED, Side, after_silence
from storage import disputes
from storage.disputes import Dispute, EventKind

REMIND_FROM = time(9, 0)


async def look_after_disputes(conn: AsyncConnection, city: City, *, now: datetime) -> None:
    """Remind on the last day of a stage, and let each stage whose time is over run out.

    Asking again changes nothing: reminders have keys, and a dispute that moved has a new term.
    """
    for found in await disputes.all_open(conn):
        if found.due_at is None:
            continue
        if now > found.due_at and await _run_out(conn, city, found, now=now):
            continue
        if found.state != "restating":  # A restatement reminds for itself.
            await _remind(conn, city, found, found.due_at, now=now)


async def _run_out(conn: AsyncConnection, city: City, found: Dispute, *, now: datetime) -> bool:
    hears = not await is_alone(conn, city, found, "unit", now=now)
    target = after_silence(found.state, unit_can_hear=hears)
    if target is None:
        return False
    kind: EventKind = "lapse" if target == "lapsed" else "to_office"
    moved = await disputes.move(
        conn,
        found.id,
        kind,
        target,
        expected=[found.state],
        by=None,
        said=None,
        due_at=due_by(city, target, now),
        now=now,
    )
    if moved:
        await note_step(conn, city, found, kind, by=None, now=now)
    return moved


async def _remind(
    conn: AsyncConnection, city: City, found: Dispute, due_at: datetime, *, now: datetime
) -> None:
    """Remind on the morning of the last day, and of what is overdue on each working day."""
    here = now.astimezone(city.zone)
    today = here.date()
    if today < due_at.astimezone(city.zone).date() or here.time() < REMIND_FROM:
        return
    if not city.calendar.is_working(today):
        return
    side: Side = AWAITED[found.state]
    alone = await waits_alone(conn, city, found, now=now)
    row, unit = city.indicator(found.indicator_id), city.unit(found.unit_id)
    await remind(
        conn,
        city,
        found,
        await people_of(conn, row, found, "office" if alone else side, now=now),
        msg(
            "dispute-reminder",
            number=str(found.id),
            unit=unit.short_name,
            code=row.indicator.code,
            indicator=row.indicator.name,
            period=found.period,
            state=state_said(found),
            due=due_at,
            late=int(now > due_at),
            alone=int(alone),
        ),
        stamp=f"{found.state}.{found.since.isoformat()}.{today}",
        now=now,
    )
