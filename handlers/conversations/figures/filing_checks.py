"""What is asked about the columns on the desk, and which questions still wait for an answer."""

from dataclasses import dataclass
from typing import Any

from handlers.conversations.figures.filing_behalf import behalf_of
from handlers.conversations.figures.filing_desk import cells_of, chosen, period_of, stated_total_of
from handlers.operations.figures.desk import Line, Typed, lines_for
from handlers.operations.figures.questions import (
    Column,
    Questions,
    earlier_answers,
    keep_asked,
    must_be_answered,
    questions_for,
)
from handlers.talk import Talk
from scoring.oddities import Oddity
from storage.schemes import IndicatorRow


@dataclass(frozen=True)
class Checked:
    """One column of the desk with everything that is odd about it."""

    column: Column
    questions: Questions

    @property
    def row(self) -> IndicatorRow:
        """The column's indicator."""
        return self.column.row


@dataclass(frozen=True)
class OpenQuestion:
    """What must still be answered: about one unit's figure, or (no *line*) about the column."""

    row: IndicatorRow
    line: Line | None
    typed: Typed | None
    odd: tuple[Oddity, ...]


async def check_desk(talk: Talk) -> list[Checked]:
    """Return every column on the desk with the questions it raises now."""
    city, period = await talk.city(), period_of(talk)
    rows = chosen(talk, city.indicator_by_id)
    typed = {row.id: cells_of(talk, row.id) for row in rows}
    found: list[Checked] = []
    for row in rows:
        earlier = await earlier_answers(talk.conn, row, period, is_own=behalf_of(talk) is None)
        column = Column(
            row,
            period,
            await lines_for(talk.conn, city, row, period, now=talk.now),
            typed[row.id],
            stated_total_of(talk, row.id),
            {other: cells for other, cells in typed.items() if other != row.id},
            frozenset(city.unit(reading.unit_id).code for reading in earlier),
        )
        asked = await questions_for(talk.conn, city, column, now=talk.now)
        found.append(Checked(column, asked))
    return found


async def check_and_keep(talk: Talk) -> list[Checked]:
    """Return what `check_desk` returns, and record that it was asked."""
    found = await check_desk(talk)
    for each in found:
        await keep_asked(talk.conn, each.column, each.questions, of=talk.person.id, now=talk.now)
    return found


def still_open(talk: Talk, found: list[Checked]) -> list[OpenQuestion]:
    """Return the questions that must still be answered, in the order of the columns."""
    waiting: list[OpenQuestion] = []
    for each in found:
        cells = each.column.cells
        waiting += [
            OpenQuestion(each.row, line, cells[line.unit.code], odd)
            for line in each.column.lines
            if must_be_answered(odd := each.questions.by_unit.get(line.unit.code, ()))
            and cells[line.unit.code].reason is None
        ]
        given = reasons_for_whole(talk, each.row.id)
        waiting += [
            OpenQuestion(each.row, None, None, (odd,))
            for odd in each.questions.whole
            if odd.needs_reason and odd.kind not in given
        ]
    return waiting


async def open_questions(talk: Talk) -> list[OpenQuestion]:
    """Return what must still be answered before the desk can be handed in."""
    return still_open(talk, await check_desk(talk))


def reasons_for_whole(talk: Talk, indicator_id: int) -> dict[str, str]:
    """Return the reasons given for what is odd about a column as a whole, by rule."""
    reasons: dict[str, dict[str, str]] = talk.data.get("whole", {})
    return reasons.get(str(indicator_id), {})


def give_reason(talk: Talk, answered: OpenQuestion, words: str) -> None:
    """Lay a reason beside the figure, or beside the column, that was asked about."""
    key = str(answered.row.id)
    if answered.line is not None and answered.typed is not None:
        cells: dict[str, Any] = talk.data["columns"][key]
        cells[answered.line.unit.code] = {**answered.typed.packed(), "reason": words}
        return
    whole: dict[str, dict[str, str]] = talk.data.setdefault("whole", {})
    for odd in answered.odd:
        whole.setdefault(key, {})[odd.kind] = words
