"""Hand in what lies on the desk, and give a receipt for it."""

import re
from typing import Literal

from handlers.buttons import go
from handlers.conversations.filing_clock import counted_at
from handlers.conversations.filing_desk import (
    cells_of,
    chosen,
    first_question,
    period_of,
    rows_open,
)
from handlers.conversations.filing_steps import Step
from handlers.operations import file_readings
from handlers.operations.desk import (
    Line,
    Typed,
    lines_for,
    questions_about,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.model import Period
from storage.readings import Reading
from storage.schemes import IndicatorRow

MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")


async def hand_in(talk: Talk, _: str) -> Literal[Step.DONE, Step.LOOK]:
    city, period = await talk.city(), period_of(talk)
    if await first_question(talk) is not None:
        return Step.LOOK
    receipts: list[Msg] = []
    for row in chosen(talk, city.indicator_by_id):
        lines = await lines_for(talk.conn, city, row, period, now=talk.now)
        cells = cells_of(talk, row.id)
        column = [
            _reading(row, period, line, cells[line.unit.code])
            for line in lines
            if line.unit.code in cells
        ]
        receipt = await file_readings.file_column(
            talk.conn,
            city,
            talk.person,
            row,
            period,
            column,
            way=talk.data["way"],
            sent_at=await counted_at(talk, row.id),
            now=talk.now,
        )
        receipts.append(
            msg(
                "file-receipt-line",
                number=str(receipt.filing_id),
                indicator=row.indicator.name,
                count=len(column),
                due=receipt.due,
                late=receipt.late_working_days,
            )
        )
    left = len(await rows_open(talk))
    talk.say(
        "file-receipt",
        period=period,
        at=talk.now,
        lines=receipts,
        left=left,
        buttons=[[go("file", "file-next"), go("todo", "button-todo")]]
        if left
        else [[go("todo", "button-todo"), go("start", "button-menu")]],
    )
    return Step.DONE


def _reading(row: IndicatorRow, period: Period, line: Line, typed: Typed) -> Reading:
    odd = questions_about(row, period, line, typed)
    return Reading(
        unit_id=line.unit.id,
        answer=typed.answer,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        oddities=tuple(each.kind for each in odd),
        reason=typed.reason,
    )
