"""A file's reading as JSON and back: it waits in the draft until the person says what it is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from handlers.grammar.answers import Answer, NoDataSaid, NotApplicableSaid, Number, UnchangedSaid
from handlers.grammar.gathering import Cell, Column, Problem, StatedTotal
from handlers.grammar.orders import Doubt, FileRead, Guess, Unnamed
from handlers.texts import from_object, to_object
from scoring.periods import Period

_WORDS: Mapping[str, Answer] = {
    "no_data": NoDataSaid(),
    "not_applicable": NotApplicableSaid(),
    "unchanged": UnchangedSaid(),
}


def packed(read: FileRead) -> dict[str, Any]:
    """Return a reading as JSON; what `unpacked` makes of it is equal to it."""
    return {
        "columns": [_column(each) for each in read.columns],
        "problems": [_problem(each) for each in read.problems],
        "more": read.more_problems,
        "doubts": [_doubt(each) for each in read.doubts],
        "remarks": [to_object(each) for each in read.remarks],
        "lines": read.lines,
        "blank": read.is_blank,
        "unnamed": [packed_unnamed(each) for each in read.unnamed],
    }


def unpacked(packed_read: Mapping[str, Any]) -> FileRead:
    """Return the reading that `packed` packed."""
    return FileRead(
        columns=tuple(_to_column(each) for each in packed_read["columns"]),
        problems=tuple(_to_problem(each) for each in packed_read["problems"]),
        more_problems=packed_read["more"],
        doubts=tuple(_to_doubt(each) for each in packed_read["doubts"]),
        remarks=tuple(from_object(each) for each in packed_read["remarks"]),
        lines=packed_read["lines"],
        is_blank=packed_read["blank"],
        unnamed=tuple(unpacked_unnamed(each) for each in packed_read["unnamed"]),
    )


def packed_unnamed(table: Unnamed) -> dict[str, Any]:
    """Return a table without an indicator as JSON."""
    return {
        "title": table.title,
        "example": table.example,
        "guesses": [
            {
                "column": _column(each.column),
                "problems": [_problem(problem) for problem in each.problems],
                "doubts": [_doubt(doubt) for doubt in each.doubts],
            }
            for each in table.guesses
        ],
    }


def unpacked_unnamed(packed_table: Mapping[str, Any]) -> Unnamed:
    """Return the table that `packed_unnamed` packed."""
    return Unnamed(
        packed_table["title"],
        packed_table["example"],
        tuple(
            Guess(
                _to_column(each["column"]),
                tuple(_to_problem(problem) for problem in each["problems"]),
                tuple(_to_doubt(doubt) for doubt in each["doubts"]),
            )
            for each in packed_table["guesses"]
        ),
    )


def _column(column: Column) -> dict[str, Any]:
    total = column.stated_total
    return {
        "code": column.indicator_code,
        "period": None if column.period is None else str(column.period),
        "cells": [_cell(each) for each in column.cells],
        "total": None
        if total is None
        else [f"{total.value:f}", _text(total.base), total.line_no, total.text],
        "missing": list(column.missing),
    }


def _to_column(packed_column: Mapping[str, Any]) -> Column:
    total, period = packed_column["total"], packed_column["period"]
    return Column(
        packed_column["code"],
        None if period is None else Period.parse(period),
        tuple(_to_cell(each) for each in packed_column["cells"]),
        None
        if total is None
        else StatedTotal(Decimal(total[0]), _number(total[1]), total[2], total[3]),
        tuple(packed_column["missing"]),
    )


def _cell(cell: Cell) -> list[Any]:
    word, value, note = "", None, None
    match cell.answer:
        case Number(value=figure, note=said):
            word, value = "value", f"{figure:f}"
            note = None if said is None else to_object(said)
        case answer:
            word = next(name for name, each in _WORDS.items() if each == answer)
    beside = [_text(cell.base), _text(cell.growth), cell.line_no, cell.text, cell.spot, cell.reason]
    return [cell.unit_code, word, value, note, *beside]


def _to_cell(packed_cell: list[Any]) -> Cell:
    unit, word, value, note, base, growth, line_no, text, spot, reason = packed_cell
    said = None if note is None else from_object(note)
    answer = Number(Decimal(value), said) if word == "value" else _WORDS[word]
    return Cell(unit, answer, _number(base), _number(growth), line_no, text, spot, reason)


def _problem(problem: Problem) -> list[Any]:
    place = [problem.line_no, problem.text, problem.unit_code, problem.indicator_code, problem.spot]
    return [to_object(problem.reason), *place]


def _to_problem(packed_problem: list[Any]) -> Problem:
    reason, line_no, text, unit, indicator, spot = packed_problem
    return Problem(line_no, text, from_object(reason), unit, indicator, spot)


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"code": doubt.indicator_code, "cells": [_cell(each) for each in doubt.cells]}


def _to_doubt(packed_doubt: Mapping[str, Any]) -> Doubt:
    cells = tuple(_to_cell(each) for each in packed_doubt["cells"])
    return Doubt("fraction", packed_doubt["code"], cells)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
