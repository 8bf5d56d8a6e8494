"""Figures that fall due: what is still open of them, and the messages that ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go, pairs
from handlers.city import City
from handlers.operations.discipline import filed_indicators
from handlers.operations.tell import note_nudge
from handlers.texts import Msg, msg
from scoring.due import Rung, due_at
from scoring.model import Period
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


def shortened(lines: Sequence[Msg]) -> list[Msg]:
    """Return the first lines, and how many more there are: a message holds only so much."""
    if len(lines) <= LINES_MOST:
        return list(lines)
    return [*lines[:LINES_MOST], msg("lines-more", count=len(lines) - LINES_MOST)]


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
    found: list[DueFigure] = []
    for indicator_id, text in cells:
        row, period = city.indicator(indicator_id), Period.parse(text)
        deadline = due_at(row.indicator, period, city.calendar, city.zone)
        found.append(DueFigure(row, period, deadline))
    return found
