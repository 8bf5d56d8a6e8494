"""A file sent while filing: what was read goes on the desk, what was not is named and explained."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from handlers.bring import Brought
from handlers.buttons import Button, step
from handlers.conversations.figures.filing_behalf import units_filed_for
from handlers.conversations.figures.filing_desk import (
    chosen,
    due_rows,
    focus,
    period_of,
    put,
    take_column,
    tell_why_not,
)
from handlers.conversations.figures.filing_names import names_for
from handlers.conversations.figures.filing_steps import Step
from handlers.conversations.figures.said_alike import condensed
from handlers.errands import with_way_back
from handlers.grammar.answers import Number
from handlers.grammar.gathering import Cell, Problem
from handlers.grammar.orders import Doubt, FileRead, Guess, Order, order_for
from handlers.grammar.packed_read import packed_unnamed
from handlers.grammar.remarks import where
from handlers.operations.clock import collecting
from handlers.operations.figures.desk import lines_for
from handlers.talk import Talk
from handlers.texts import Msg, from_object, msg, to_object
from scoring.refusals import Refusal
from storage.schemes import IndicatorRow

Stood: TypeAlias = Literal[Step.CHOOSE, Step.ENTER, Step.LIST, Step.LOOK]
Landing: TypeAlias = Literal[Step.CHOOSE, Step.ENTER, Step.LIST, Step.LOOK, Step.SETTLE, Step.WHICH]

FAULTS_SHOWN = 8
TEXT_SHOWN = 60
EXAMPLES = 3
ONE = Decimal(1)
AS_WRITTEN, HUNDREDFOLD = 0, 2
"""How many places the point moves to the right."""


async def reads_for(talk: Talk) -> Order:
    """Return what a file is read for: the month and indicator on the desk, and every name."""
    talk.data = {**await empty_desk(talk), **talk.data}
    city, period, rows = await talk.city(), period_of(talk), await due_rows(talk)
    units, own, others = names_for(city, rows, period)
    on_desk = chosen(talk, city.indicator_by_id)
    focused = talk.data["focus"] or (on_desk[0].id if len(on_desk) == 1 else 0)
    default = city.indicator(focused).indicator.code if focused else ""
    codes = [each.code for each in own]
    return order_for(units, [*own, *others], codes, period, default=default)


async def empty_desk(talk: Talk) -> dict[str, Any]:
    """Return a desk with nothing on it, for the month that is to be filed."""
    city, units = await talk.city(), units_filed_for(talk)
    period = await collecting.month_to_file(talk.conn, city, units, now=talk.now)
    return {"period": str(period), "columns": {}, "focus": 0, "way": "list"}


async def begin_with(talk: Talk, brought: Brought) -> Landing:
    talk.data |= await empty_desk(talk)
    return await take_workbook(talk, brought)


async def take_workbook(talk: Talk, brought: Brought) -> Landing:
    """Lay on the desk what was read of a file; say of everything else why not."""
    if brought.read is None:
        talk.data["faults"] = []
        talk.note("workbook-refused", name=brought.name, reason=brought.refusal or msg("nothing"))
        return where_one_stood(talk)
    return await take_read(talk, brought.name, brought.read)


async def take_read(talk: Talk, name: str, read: FileRead) -> Landing:
    """Lay a file's reading on the desk, and see what is still to be asked about it."""
    talk.data["faults"] = []
    at = len(talk.notes)
    taken, doubts = await _lay(talk, read)
    bad = len(read.problems) + read.more_problems
    asked = sum(len(each["cells"]) for each in doubts) + _most_cells(read)
    heading = msg("workbook-read", name=name, lines=read.lines, taken=taken, asked=asked, bad=bad)
    talk.notes.insert(at, heading)
    _tell_faults(talk, read)
    talk.notes += read.remarks
    if not taken and not asked and not read.problems and len(talk.notes) == at + 1:
        talk.note("workbook-nothing-read")
    if taken:
        talk.data["way"] = "workbook"
    talk.data["doubts"] = doubts
    talk.data["unnamed"] = [packed_unnamed(each) for each in read.unnamed]
    return what_is_open(talk)


def what_is_open(talk: Talk) -> Landing:
    """Return where to go on with a file: what is to be settled first, then the difference."""
    if talk.data.get("unnamed"):
        return Step.WHICH
    if talk.data.get("doubts"):
        return Step.SETTLE
    return where_one_stood(talk)


async def lay_guess(talk: Talk, guess: Guess) -> None:
    """Lay a table on the desk as the indicator the person says it is for."""
    read = FileRead((guess.column,), guess.problems, doubts=guess.doubts)
    taken, doubts = await _lay(talk, read)
    _tell_faults(talk, read)
    talk.data["doubts"] = talk.data.get("doubts", []) + doubts
    if taken:
        talk.data["way"] = "workbook"


def _most_cells(read: FileRead) -> int:
    """Return how many figures wait until it is known what they are."""
    return sum(
        max(
            len(each.column.cells) + sum(len(doubt.cells) for doubt in each.doubts)
            for each in table.guesses
        )
        for table in read.unnamed
    )


def where_one_stood(talk: Talk) -> Stood:
    """Return where to go on after something that was no figures: the difference, or the list."""
    if any(talk.data["columns"].values()):
        return Step.LOOK
    if talk.data.get("listed"):
        return Step.LIST
    return Step.ENTER if talk.data["focus"] else Step.CHOOSE


async def _lay(talk: Talk, read: FileRead) -> tuple[int, list[dict[str, Any]]]:
    """Lay every column on the desk that may be filed; return how many cells, and open doubts."""
    by_code = {row.indicator.code: row for row in await due_rows(talk)}
    doubted = {each.indicator_code: each for each in read.doubts}
    taken, first = 0, len(talk.notes)
    doubts: list[dict[str, Any]] = []
    for column in read.columns:
        row = by_code.get(column.indicator_code)
        if row is None:
            await tell_why_not(talk, column)
            continue
        before = len(talk.notes)
        try:
            taken += await take_column(talk, row, column)
        except Refusal as no:
            if len(read.columns) == 1:
                raise  # It comes with its own way out.
            talk.note(no.message_id, **no.given)
            continue
        doubt = doubted.get(column.indicator_code)
        if doubt is not None and len(talk.notes) == before:
            doubts.append(_packed(doubt, row))
    talk.notes[first:] = condensed(talk.notes[first:])
    return taken, doubts


def _tell_faults(talk: Talk, read: FileRead) -> None:
    """Name the first lines that were not read, and keep all of them for whoever asks."""
    lines = [_fault(each) for each in read.problems]
    talk.notes += lines[:FAULTS_SHOWN]
    if len(lines) > FAULTS_SHOWN or read.more_problems:
        more = len(lines) - FAULTS_SHOWN + read.more_problems
        talk.note("workbook-more-faults", count=more)
        talk.data["faults"] = [to_object(each) for each in lines]


def _fault(problem: Problem) -> Msg:
    return msg(
        "workbook-fault",
        where=where(problem.line_no, problem.spot),
        text=problem.text[:TEXT_SHOWN],
        reason=problem.reason,
    )


def faults_row(talk: Talk) -> list[list[Button]]:
    """Return the button that lists what was not read of the last file, where not all is shown."""
    count = len(talk.data.get("faults", []))
    return [[step("faults", "workbook-all-faults", count=count)]] if count else []


async def show_faults(talk: Talk, _: str) -> Literal[Step.LOOK]:
    """List every line of the last file that was not read, in a message of its own."""
    faults: list[dict[str, Any]] = talk.data.get("faults", [])
    if faults:
        talk.say("workbook-faults", lines=[from_object(each) for each in faults])
    return Step.LOOK


# --- what can be read in two ways ----------------------------------------------------------------


def _packed(doubt: Doubt, row: IndicatorRow) -> dict[str, Any]:
    return {
        "indicator": row.id,
        "cells": [_packed_cell(cell) for cell in doubt.cells if isinstance(cell.answer, Number)],
    }


def _packed_cell(cell: Cell) -> dict[str, Any]:
    value = cell.answer.value if isinstance(cell.answer, Number) else None
    return {
        "unit": cell.unit_code,
        "value": None if value is None else f"{value:f}",
        "base": None if cell.base is None else f"{cell.base:f}",
        "growth": None if cell.growth is None else f"{cell.growth:f}",
    }


async def ask_settle(talk: Talk) -> None:
    doubt = _first(talk)
    if doubt is None:
        talk.say("workbook-settled", buttons=with_way_back(talk, [[step("look", "file-look")]]))
        return
    row = (await talk.city()).indicator(doubt["indicator"])
    values = [Decimal(cell["value"]) for cell in doubt["cells"] if Decimal(cell["value"])]
    first = values[0] if values else ONE
    measure = row.indicator.unit_of_measure
    given = {"measure": measure, "plain": f"{first:f}", "hundred": f"{first.scaleb(HUNDREDFOLD):f}"}
    talk.say(
        "workbook-fraction",
        code=row.indicator.code,
        indicator=row.indicator.name,
        count=len(doubt["cells"]),
        values="、".join(f"{each:f}" for each in values[:EXAMPLES]),
        buttons=with_way_back(
            talk,
            [
                [step("hundred", "workbook-hundred", hundred=given["hundred"], measure=measure)],
                [step("plain", "workbook-plain", plain=given["plain"], measure=measure)],
                [step("drop", "workbook-drop")],
            ],
        ),
    )


async def as_hundredfold(talk: Talk, _: str) -> Literal[Step.SETTLE, Step.LOOK]:
    return await _settle(talk, HUNDREDFOLD)


async def as_written(talk: Talk, _: str) -> Literal[Step.SETTLE, Step.LOOK]:
    return await _settle(talk, AS_WRITTEN)


async def drop_doubt(talk: Talk, _: str) -> Literal[Step.SETTLE, Step.LOOK]:
    return await _settle(talk, None)


async def _settle(talk: Talk, places: int | None) -> Literal[Step.SETTLE, Step.LOOK]:
    """Lay the doubtful cells on the desk as the person says they are meant; None lays none."""
    doubt = _first(talk)
    if doubt is not None and places is not None:
        row = await focus(talk, doubt["indicator"])
        city = await talk.city()
        lines = await lines_for(talk.conn, city, row, period_of(talk), now=talk.now)
        by_code = {line.unit.code: line for line in lines}
        for cell in doubt["cells"]:
            line = by_code.get(cell["unit"])
            if line is not None:
                value, base = Decimal(cell["value"]).scaleb(places), _base(cell, places)
                put(talk, row, line, Number(value), base, _number(cell["growth"]))
        talk.data["way"] = "workbook"
    talk.data["doubts"] = talk.data.get("doubts", [])[1:]
    return Step.SETTLE if talk.data["doubts"] else Step.LOOK


def _base(cell: Mapping[str, Any], places: int) -> Decimal | None:
    """Return last year's figure in the same terms as this year's; one above 1 is no fraction."""
    base = _number(cell["base"])
    return base if base is None or abs(base) > ONE else base.scaleb(places)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _first(talk: Talk) -> dict[str, Any] | None:
    waiting: list[dict[str, Any]] = talk.data.get("doubts", [])
    return waiting[0] if waiting else None
