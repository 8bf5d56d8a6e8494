"""Figures that fall due: what is still open of them, and the messages that ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.record.discipline import filed_indicators
from handlers.operations.tell import note_nudge
from handlers.texts import Msg, Value, msg
from scoring.due import Rung
from scoring.model import Period
from storage.deadlines import Cause
from storage.schema import nudge
from storage.schema import outbox as outbox_table
from storage.schemes import IndicatorRow

BUTTONS_MOST = 6
LINES_MOST = 20


@dataclass(frozen=True)
class DueFigure:
    """One indicator's figures of one month, as a step of the ladder finds them."""

    row: IndicatorRow
    period: Period
    due_at: datetime
    rung: Rung = "ahead"
    moved_by: Cause | None = None

    @property
    def due(self) -> Value:
        """When it is due, as a person reads it."""
        return deadlines.due_shown(self.due_at, self.moved_by)

    @property
    def cell(self) -> tuple[int, Period]:
        """What it is about: the indicator's row id and the month."""
        return self.row.id, self.period


async def still_open(conn: AsyncConnection, found: Sequence[DueFigure]) -> list[DueFigure]:
    """Return those of which no column is filed or released."""
    filed = {
        period: await filed_indicators(conn, period) for period in {each.period for each in found}
    }
    return [each for each in found if each.row.id not in filed[each.period]]


def file_buttons(figures: Sequence[DueFigure]) -> list[list[Button]]:
    """Return a button for each of the first figures, which opens its filing."""
    return pairs(
        go(
            "file",
            "clock-button-file",
            f"{each.row.id}.{each.period}",
            code=each.row.indicator.code,
        )
        for each in figures[:BUTTONS_MOST]
    )


def more_time(figures: Sequence[DueFigure]) -> list[list[Button]]:
    """Return the button that asks for more time for one of these, or lets choose which."""
    if not figures:
        return []
    arg = f"{figures[0].row.id}.{figures[0].period}" if len(figures) == 1 else ""
    return [[go("extend", "button-extend", arg)]]


def shortened(lines: Sequence[Msg], most: int = LINES_MOST) -> list[Msg]:
    """Return the first lines, and how many more there are: a message holds only so much."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], msg("lines-more", count=len(lines) - most)]


async def note_about(
    conn: AsyncConnection, outbox_id: int | None, figures: Sequence[DueFigure]
) -> None:
    """Remember what a queued message is about, so that arriving work clears it."""
    if outbox_id is not None:
        for each in figures:
            await note_nudge(conn, outbox_id, indicator_id=each.row.id, period=each.period)


async def free_stamp(conn: AsyncConnection, key: str, day: date) -> str:
    """Return the day, numbered from the second message of the same day on.

    What is owed is claimed figure by figure, so a second message has something new to say.
    """
    same_day = sa.or_(
        outbox_table.c.key == f"{key}:{day}", outbox_table.c.key.like(f"{key}:{day}.%")
    )
    count = await conn.scalar(sa.select(sa.func.count()).select_from(outbox_table).where(same_day))
    return f"{day}.{count + 1}" if count else f"{day}"


async def nudged(conn: AsyncConnection, city: City, ids: Sequence[int]) -> list[DueFigure]:
    """Return what these messages are about and has not been cleared."""
    query = (
        sa.select(nudge.c.indicator_id, nudge.c.period)
        .where(nudge.c.outbox_id.in_(ids), nudge.c.cleared_at.is_(None))
        .order_by(nudge.c.id)
    )
    cells = dict.fromkeys((each.indicator_id, each.period) for each in await conn.execute(query))
    about = [(city.indicator(indicator_id), Period.parse(text)) for indicator_id, text in cells]
    dues = await deadlines.of_periods(conn, city, {period for _, period in about})
    return [due_figure(row, period, dues.of(row, period)) for row, period in about]


def due_figure(
    row: IndicatorRow, period: Period, deadline: deadlines.Deadline, rung: Rung = "ahead"
) -> DueFigure:
    """Return a figure with its deadline."""
    moved_by = deadline.move.cause if deadline.move else None
    return DueFigure(row, period, deadline.at, rung, moved_by)
