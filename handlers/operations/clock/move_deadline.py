"""Move a deadline: the lock, the reminders and the label move with it, in one deed."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import packed
from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.clock.due_figures import (
    DueFigure,
    file_buttons,
    more_time,
    nudged,
    shortened,
    still_open,
)
from handlers.operations.tell import take_back
from handlers.texts import Msg, msg, to_json
from scoring.due import locked_at
from scoring.model import Period
from storage import deadlines as moves
from storage import journal, outbox, periods
from storage.deadlines import Move
from storage.outbox import Owed
from storage.schema import nudge
from storage.schema import outbox as outbox_table
from storage.schemes import IndicatorRow


async def move_deadlines(
    conn: AsyncConnection, city: City, moved: Sequence[Move], *, by: int | None, now: datetime
) -> list[datetime]:
    """Move the deadlines of indicators; return when each one's figures are locked from now on.

    Reminders about the earlier deadlines are taken back. Where a month is frozen already and the
    new deadline lies beyond, the indicator is opened again until its own lock.
    """
    ends = [await _move(conn, city, move, by=by, now=now) for move in moved]
    await _take_back_reminders(conn, city, moved, now=now)
    return ends


async def _move(
    conn: AsyncConnection, city: City, move: Move, *, by: int | None, now: datetime
) -> datetime:
    row, period = city.indicator(move.indicator_id or 0), move.period
    dues = await deadlines.of_period(conn, city, period)
    await moves.add(conn, move)
    await journal.add(
        conn,
        person_id=by,
        act="deadline-moved",
        subject=f"{row.indicator.code} {period}",
        detail={
            "from": dues.of(row, period).at.isoformat(),
            "to": move.due_at.isoformat(),
            "cause": move.cause,
            "number": move.extension_id or move.outage_id,
        },
        at=now,
    )
    month = await periods.acts(conn, row.scheme_id, period)
    frozen = periods.locked_since(month, indicator_id=row.id, at=now)
    # A month frozen by hand before its day keeps nobody's promise: the deadline outlives it too.
    freeze = frozen or dues.freeze_of(period).at
    end = locked_at(move.due_at, freeze, city.calendar, city.zone)
    if frozen is not None:
        await keep_open(conn, row, move, until=end, now=now)
    return end


async def keep_open(
    conn: AsyncConnection, row: IndicatorRow, move: Move, *, until: datetime, now: datetime
) -> None:
    """Keep an indicator of a frozen month open for a deadline that was moved beyond the freeze."""
    if until > now:
        await periods.add(
            conn,
            scheme_id=row.scheme_id,
            period=move.period,
            act="reopened",
            by=None,
            now=now,
            indicator_id=row.id,
            until_at=until,
            reason=f"{move.cause} {move.extension_id or move.outage_id}",
        )


async def _take_back_reminders(
    conn: AsyncConnection, city: City, moved: Sequence[Move], *, now: datetime
) -> None:
    """Take back what was said of the earlier deadlines; what else it was about stays on it."""
    touched: dict[int, list[Move]] = {}
    for move in moved:
        about = sa.and_(
            nudge.c.indicator_id == move.indicator_id,
            nudge.c.period == str(move.period),
            nudge.c.cleared_at.is_(None),
        )
        for outbox_id in set(await conn.scalars(sa.select(nudge.c.outbox_id).where(about))):
            touched.setdefault(outbox_id, []).append(move)
        await conn.execute(nudge.update().where(about).values(cleared_at=now))
    for outbox_id, theirs in sorted(touched.items()):
        said = msg("reminder-moved", lines=shortened([_moved_line(city, each) for each in theirs]))
        left = await still_open(conn, await nudged(conn, city, [outbox_id]))
        if left:
            await _say_anew(conn, outbox_id, said, left, now=now)
        else:
            await take_back(conn, outbox_id, said, now=now)


def _moved_line(city: City, move: Move) -> Msg:
    row = city.indicator(move.indicator_id or 0)
    return msg(
        "card-line",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=move.period,
        due=deadlines.due_shown(move.due_at, move.cause),
    )


async def _say_anew(
    conn: AsyncConnection, outbox_id: int, moved: Msg, left: list[DueFigure], *, now: datetime
) -> None:
    """Put what is left of a reminder in its place: over what was sent, or instead of what was not.

    Whatever comes of the others still clears it, because the row stays the one they are noted at.
    """
    row = (await conn.execute(sa.select(outbox_table).where(outbox_table.c.id == outbox_id))).one()
    said = msg(
        "reminder-moved-partly", moved=moved, lines=shortened([_left_line(each) for each in left])
    )
    buttons = packed([*file_buttons(left), *more_time(left)])
    if row.state == "pending":
        values = {"message": to_json(said), "buttons": buttons}
        await conn.execute(
            outbox_table.update().where(outbox_table.c.id == outbox_id).values(**values)
        )
    elif row.state == "sent" and row.telegram_message_id is not None:
        edit = Owed(
            key=f"moved:{outbox_id}:{now.isoformat()}",
            chat_id=row.chat_id,
            person_id=row.person_id,
            lane="broadcast",
            method="edit",
            message=to_json(said),
            buttons=buttons,
            edits_message_id=row.telegram_message_id,
            not_before=now,
        )
        await outbox.enqueue(conn, edit, now=now)


def _left_line(each: DueFigure) -> Msg:
    return msg(
        "card-line",
        code=each.row.indicator.code,
        indicator=each.row.indicator.name,
        period=each.period,
        due=each.due,
    )


async def keep_moved_open(
    conn: AsyncConnection, city: City, rows: list[IndicatorRow], period: Period, *, now: datetime
) -> None:
    """Keep open, as their month is frozen, the indicators whose deadlines lie beyond it."""
    moved = await moves.of_periods(conn, [period])
    for row in rows:
        move = moved.get((row.id, period))
        if move is not None and move.due_at > now:
            end = locked_at(move.due_at, now, city.calendar, city.zone)
            await keep_open(conn, row, move, until=end, now=now)
