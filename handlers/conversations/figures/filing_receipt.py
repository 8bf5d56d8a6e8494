"""Hand in what lies on the desk, and give a receipt for it."""

import re
from typing import Literal

from handlers.buttons import go
from handlers.city import City
from handlers.conversations.figures.filing_behalf import behalf_of
from handlers.conversations.figures.filing_checks import (
    Checked,
    check_desk,
    reasons_for_whole,
    still_open,
)
from handlers.conversations.figures.filing_clock import counted_at
from handlers.conversations.figures.filing_desk import period_of, rows_open
from handlers.conversations.figures.filing_evidence import evidence_lacking, pieces_for
from handlers.conversations.figures.filing_steps import Step
from handlers.operations.figures import file_readings
from handlers.operations.figures.desk import Line, Typed
from handlers.talk import Talk
from handlers.texts import Msg, msg
from storage.readings import Reading

MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")


async def hand_in(talk: Talk, _: str) -> Literal[Step.DONE, Step.LOOK]:
    city, period = await talk.city(), period_of(talk)
    found = await check_desk(talk)
    if still_open(talk, found) or await evidence_lacking(talk, found):
        return Step.LOOK
    receipts = [await _file(talk, city, each) for each in found]
    left = len(await rows_open(talk))
    is_own = behalf_of(talk) is None
    again = go("file", "file-next") if is_own else go("file-for", "behalf-next")
    talk.say(
        "file-receipt",
        period=period,
        at=talk.now,
        lines=receipts,
        left=left,
        buttons=[
            [again, go("todo", "button-todo")]
            if left
            else [go("todo", "button-todo"), go("start", "button-menu")],
            [go("attach-evidence", "evidence-add", _only(found))] if is_own else [],
        ],
    )
    return Step.DONE


def _only(found: list[Checked]) -> str:
    """Return what names the one column that was handed in; "" for several."""
    return f"{found[0].row.id}.{found[0].column.period}" if len(found) == 1 else ""


async def _file(talk: Talk, city: City, each: Checked) -> Msg:
    row, column = each.row, each.column
    answers = [
        _reading(line, column.cells[line.unit.code])
        for line in column.lines
        if line.unit.code in column.cells
    ]
    receipt = await file_readings.file_column(
        talk.conn,
        city,
        talk.person,
        row,
        column.period,
        answers,
        way=talk.data["way"],
        sent_at=await counted_at(talk, row.id),
        now=talk.now,
        beside=file_readings.Beside(
            column.stated_total,
            column.beside,
            reasons_for_whole(talk, row.id),
            pieces_for(talk, city, row),
            behalf_of(talk),
        ),
    )
    return msg(
        "file-receipt-line",
        number=str(receipt.filing_id),
        indicator=row.indicator.name,
        count=len(answers),
        due=receipt.due,
        late=receipt.late_working_days,
    )


def _reading(line: Line, typed: Typed) -> Reading:
    return Reading(
        unit_id=line.unit.id,
        answer=typed.answer,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        reason=typed.reason,
    )
