"""The month as one numbered list over several indicators, answered in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handlers.buttons import Button, step
from handlers.conversations.figures.filing_behalf import check_open, heading
from handlers.conversations.figures.filing_desk import (
    TEXT_SHOWN,
    cells_of,
    period_of,
    put,
    rows_open,
    take_paste,
)
from handlers.conversations.figures.filing_months import indicators_open
from handlers.conversations.figures.filing_steps import Step
from handlers.conversations.figures.filing_words import list_of_lines
from handlers.errands import with_way_back
from handlers.grammar.month_list import read_month
from handlers.operations.clock import deadlines
from handlers.operations.figures.desk import Line, lines_for
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import Refusal
from storage.schemes import IndicatorRow

LINES_MAX = 60
"""What a person can look over at one go, and a message or two can hold."""


@dataclass(frozen=True)
class _Listed:
    """One numbered line, as the grammar of the one-message month knows it."""

    row: IndicatorRow
    line: Line

    @property
    def name(self) -> str:
        """The unit's short name."""
        return self.line.unit.short_name

    @property
    def unit_of_measure(self) -> str:
        """The unit of measure the indicator is kept in."""
        return self.row.indicator.unit_of_measure


async def list_buttons(talk: Talk) -> list[list[Button]]:
    """Return the button that lists the month, where more than one indicator is open."""
    rows = await _fitting(talk)
    if len(rows) <= 1:
        return []
    cells = sum([await _count(talk, row) for row in rows])
    return [[step("list", "file-list", count=len(rows), cells=cells)]]


async def start_list(talk: Talk, _: str) -> Literal[Step.CHOOSE, Step.LIST]:
    """Lay down which indicators are listed, so that a number means the same line until the end."""
    rows = await _fitting(talk)
    talk.data |= {"listed": [row.id for row in rows], "focus": 0}
    return Step.LIST if rows else Step.CHOOSE


async def ask_list(talk: Talk) -> None:
    city, period = await talk.city(), period_of(talk)
    dues = await deadlines.of_period(talk.conn, city, period)
    tables = list[Msg]()
    first = 1
    for row in await _listed_rows(talk):
        lines = await lines_for(talk.conn, city, row, period, now=talk.now)
        tables.append(
            msg(
                "file-list-table",
                code=row.indicator.code,
                indicator=row.indicator.name,
                measure=row.indicator.unit_of_measure,
                due=dues.of(row, period).shown,
                lines=list_of_lines(row, lines, cells_of(talk, row.id), first=first),
            )
        )
        first += len(lines)
    buttons = [[step("look", "file-look")]] if any(talk.data["columns"].values()) else []
    talk.say(
        "file-list-all",
        behalf=await heading(talk),
        period=period,
        count=first - 1,
        tables=tables,
        buttons=with_way_back(talk, buttons),
    )


async def list_typed(talk: Talk, typed: str) -> Literal[Step.LIST, Step.LOOK]:
    """Read an answer to the list, or a pasted table; whatever could not be read is said."""
    is_read = await take_listed(talk, typed) or await take_paste(talk, typed)
    return Step.LOOK if is_read else Step.LIST


async def take_listed(talk: Talk, typed: str) -> bool:
    """Lay an answer to the list on the desk; return False if it is not one."""
    items = [
        _Listed(row, line)
        for row in await _listed_rows(talk)
        for line in await lines_for(
            talk.conn, await talk.city(), row, period_of(talk), now=talk.now
        )
    ]
    answers = read_month(typed, items)
    if not items or not answers.said:
        return False
    locked = await _locked(talk, {items[n - 1].row.id: items[n - 1].row for n in answers.said})
    for number, figures in answers.said.items():
        item = items[number - 1]
        if item.row.id not in locked:
            put(talk, item.row, item.line, figures.answer, figures.base, figures.growth)
    for problem in answers.problems:
        talk.note("file-problem", text=problem.text[:TEXT_SHOWN], reason=problem.reason)
    talk.data["way"] = "list"
    return True


async def _locked(talk: Talk, rows: dict[int, IndicatorRow]) -> set[int]:
    """Return those of the indicators that can no longer be filed, each named with its lock."""
    locked: set[int] = set()
    for row in rows.values():
        try:
            await check_open(talk, row)
        except Refusal as no:
            talk.note(no.message_id, **no.given)
            locked.add(row.id)
    return locked


async def _fitting(talk: Talk) -> Sequence[IndicatorRow]:
    """Return the indicators still open, soonest due first, as many as one list holds."""
    fitting: list[IndicatorRow] = []
    cells = 0
    may_be_filed = await indicators_open(talk)
    for row in [row for row in await rows_open(talk) if row.id in may_be_filed]:
        cells += await _count(talk, row)
        if cells > LINES_MAX:
            break
        fitting.append(row)
    return fitting


async def _count(talk: Talk, row: IndicatorRow) -> int:
    return len((await talk.city()).units_of(row))


async def _listed_rows(talk: Talk) -> list[IndicatorRow]:
    """Return the indicators of the list in its order, those filed or locked since too."""
    city, listed = await talk.city(), list[int](talk.data.get("listed", []))
    return [city.indicator(each) for each in listed]
