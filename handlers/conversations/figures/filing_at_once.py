"""Answer many figures with one tap: as last month, or no data; looked at before it is handed in.

Every figure so answered is a reading of its own with its own questions: one tap saves typing, not
thinking.
"""

from collections.abc import Sequence
from typing import Literal

from handlers.buttons import Button, step
from handlers.conversations.figures.filing_behalf import check_open
from handlers.conversations.figures.filing_desk import (
    cells_of,
    chosen,
    focused_row,
    period_of,
    put,
    rows_open,
)
from handlers.conversations.figures.filing_steps import Step
from handlers.grammar.answers import Answer, NoDataSaid, UnchangedSaid
from handlers.operations.figures.desk import lines_for
from handlers.talk import Talk
from scoring.model import Period
from scoring.refusals import Locked
from storage import readings
from storage.schemes import IndicatorRow

NAMES_SHOWN = 6


async def column_same(talk: Talk, _: str) -> Literal[Step.ENTER, Step.LOOK]:
    """Answer what is still open of the column as last time."""
    done = await _answer_open(talk, [await focused_row(talk)], UnchangedSaid())
    return Step.LOOK if done else Step.ENTER


async def missing_same(talk: Talk, _: str) -> Literal[Step.LOOK]:
    """Answer what is still open of every column on the desk as last time."""
    city = await talk.city()
    await _answer_open(talk, chosen(talk, city.indicator_by_id), UnchangedSaid())
    return Step.LOOK


async def rest_same(talk: Talk, _: str) -> Literal[Step.CHOOSE, Step.LOOK]:
    """Answer everything of the month that is still open as last time."""
    done = await _answer_open(talk, await rows_open(talk), UnchangedSaid())
    return Step.LOOK if done else Step.CHOOSE


async def rest_nil(talk: Talk, _: str) -> Literal[Step.CHOOSE, Step.LOOK]:
    """Answer everything of the month that is still open with a nil report."""
    done = await _answer_open(talk, await rows_open(talk), NoDataSaid())
    return Step.LOOK if done else Step.CHOOSE


def rest_buttons(open_rows: Sequence[IndicatorRow]) -> list[list[Button]]:
    """Return the buttons that answer the month's rest, where there is any."""
    if not open_rows:
        return []
    count = len(open_rows)
    return [
        [step("rest-same", "file-rest-same", count=count)],
        [step("rest-nil", "file-rest-nil", count=count)],
    ]


async def _answer_open(talk: Talk, rows: Sequence[IndicatorRow], said: Answer) -> int:
    """Lay an answer on every cell without one; return how many, and name those it says nothing of.

    What was typed stays as it was typed. A column that is locked is named and left alone.
    """
    city, period = await talk.city(), period_of(talk)
    done, without = 0, list[str]()
    for row in rows:
        try:
            await check_open(talk, row)
        except Locked as no:
            talk.note(no.message_id, **no.given)
            continue
        typed, under_review = cells_of(talk, row.id), await _under_review(talk, row, period)
        for line in await lines_for(talk.conn, city, row, period, now=talk.now):
            if line.unit.code in typed or line.unit.id in under_review:
                continue
            if isinstance(said, UnchangedSaid) and line.last is None:
                without.append(f"{row.indicator.code} {line.unit.short_name}")
            else:
                done += put(talk, row, line, said, None, None)
    if without:
        shown = "、".join(without[:NAMES_SHOWN])
        talk.note(
            "file-none-before",
            count=len(without),
            names=shown,
            more=max(0, len(without) - NAMES_SHOWN),
        )
    talk.data["way"] = "list"
    return done


async def _under_review(talk: Talk, row: IndicatorRow, period: Period) -> set[int]:
    """Return the units a column that waits for its review has an answer of already."""
    return {
        reading.unit_id
        for filing in await readings.waiting(talk.conn, [row.id])
        if filing.period == period
        for reading in await readings.readings_of(talk.conn, filing.id)
    }
