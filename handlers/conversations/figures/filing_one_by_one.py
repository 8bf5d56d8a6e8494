"""Fill in a column unit by unit, with a button for every answer that is no number."""

from typing import Any, Literal

from handlers.buttons import step
from handlers.conversations.figures.filing_desk import cells_of, focused_row, period_of, put
from handlers.conversations.figures.filing_steps import Step
from handlers.conversations.figures.filing_words import list_of_lines
from handlers.errands import with_way_back
from handlers.grammar.numbers import read_answer
from handlers.operations.figures.desk import Line, Typed, lines_for
from handlers.talk import Talk


async def start_each(talk: Talk, _: str) -> Literal[Step.EACH]:
    talk.data |= {"at": 0, "way": "steps", "mending": False}
    return Step.EACH


async def ask_each(talk: Talk) -> None:
    line, number, of = await line_at(talk)
    row = await focused_row(talk)
    buttons = [
        [step("nil", "file-nil"), step("na", "file-na")],
        [
            *([step("same", "file-same")] if line.last else []),
            step("skip", "file-skip"),
        ],
        [step("look", "file-look")],
    ]
    talk.say(
        "file-each",
        number=number,
        of=of,
        unit=line.unit.short_name,
        indicator=row.indicator.name,
        line=list_of_lines(row, [line], cells_of(talk, row.id))[0],
        buttons=with_way_back(talk, buttons),
    )


async def each_typed(talk: Talk, typed: str) -> Literal[Step.EACH, Step.LOOK]:
    line, _, _ = await line_at(talk)
    row = await focused_row(talk)
    answer = read_answer(typed, unit_of_measure=row.indicator.unit_of_measure)
    if not put(talk, row, line, answer, None, None):
        return Step.EACH
    return await _next_line(talk)


async def each_nil(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _each_said(talk, Typed("no_data"))


async def each_na(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _each_said(talk, Typed("not_applicable"))


async def each_same(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    line, _number, _of = await line_at(talk)
    if line.last is None:
        return Step.EACH
    return await _each_said(talk, Typed(line.last.answer, line.last.value, line.base))


async def each_skip(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _next_line(talk)


async def _each_said(talk: Talk, typed: Typed) -> Literal[Step.EACH, Step.LOOK]:
    line, _, _ = await line_at(talk)
    row = await focused_row(talk)
    cells: dict[str, Any] = talk.data["columns"].setdefault(str(row.id), {})
    cells[line.unit.code] = typed.packed()
    return await _next_line(talk)


async def _next_line(talk: Talk) -> Literal[Step.EACH, Step.LOOK]:
    if talk.data.pop("mending", False):
        return Step.LOOK
    row = await focused_row(talk)
    talk.data["at"] += 1
    city = await talk.city()
    return Step.EACH if talk.data["at"] < len(city.units_of(row)) else Step.LOOK


async def line_at(talk: Talk) -> tuple[Line, int, int]:
    """Return the line that is being filled in, its number, and how many there are."""
    city, row = await talk.city(), await focused_row(talk)
    lines = await lines_for(talk.conn, city, row, period_of(talk), now=talk.now)
    wanted: int = talk.data.get("at", 0)
    at = min(wanted, len(lines) - 1)
    return lines[at], at + 1, len(lines)
