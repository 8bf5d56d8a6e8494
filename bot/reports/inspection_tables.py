"""The tables of an inspection's report: what was found where, and what it came to by unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from bot.reports.wording import NONE, Words
from handlers.inspection_books import FindingLine, InspectionBook
from handlers.texts import Msg

Cell: TypeAlias = "str | int | Decimal"


@dataclass(frozen=True)
class Grid:
    """One table: its name, its heads, its rows, and how wide each column is."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wide: tuple[float, ...]


def title(book: InspectionBook, words: Words) -> str:
    """Return the title of a report."""
    return words.say("inspection-letter-title", theme=book.theme)


def findings(book: InspectionBook, words: Words) -> Grid:
    """Return each confirmed finding with the unit's answer and what came of it."""
    say = words.say
    heads = tuple(
        say(each)
        for each in (
            "inspection-column-number",
            "inspection-column-unit",
            "inspection-column-kind",
            "inspection-column-finding",
            "inspection-column-answer",
            "inspection-column-cost",
            "inspection-column-points",
            "inspection-column-right",
        )
    )
    rows = tuple(_row(line, words) for line in book.lines)
    return Grid(say("inspection-sheet-findings"), heads, rows, (6, 9, 12, 26, 22, 14, 8, 16))


def _row(line: FindingLine, words: Words) -> tuple[Cell, ...]:
    say = words.say
    kind = say("inspection-kind", category=_category(line), severity=line.severity)
    cost = (
        say(
            "inspection-cost",
            code=line.code,
            item=line.item,
            level=Msg("inspection-level", {"level": line.level}) if line.level else Msg("nothing"),
            cases=line.cases,
        )
        if line.code
        else say("finding-no-points")
    )
    return (
        line.number,
        line.unit,
        kind,
        line.title,
        line.answer or NONE,
        cost,
        line.points,
        _put_right(line, words),
    )


def _category(line: FindingLine) -> Msg:
    return Msg("rectification-category", {"category": line.category})


def _put_right(line: FindingLine, words: Words) -> str:
    if not line.rectification:
        return NONE
    return words.say(
        "inspection-right",
        number=str(line.rectification),
        state=Msg("matter-state", {"state": line.state}),
        finish=line.finish.isoformat() if line.finish else NONE,
    )


def by_unit(book: InspectionBook, words: Words) -> Grid:
    """Return how many findings each unit has, how bad they are, and the points in all."""
    say = words.say
    heads = tuple(
        say(each)
        for each in (
            "inspection-column-unit",
            "inspection-column-count",
            "inspection-column-grave",
            "inspection-column-serious",
            "inspection-column-minor",
            "inspection-column-points",
        )
    )
    return Grid(say("inspection-sheet-units"), heads, tuple(_units(book)), (16, 10, 10, 10, 10, 12))


def _units(book: InspectionBook) -> Iterator[tuple[Cell, ...]]:
    for unit in book.units:
        own = [line for line in book.lines if line.unit == unit]
        counts = [sum(e.severity == each for e in own) for each in ("grave", "serious", "minor")]
        yield (unit, len(own), *counts, sum((e.points for e in own), start=Decimal(0)))


def notes(book: InspectionBook, words: Words) -> Iterator[str]:
    """Yield what the numbers of a report mean."""
    yield words.say("inspection-note-decided")
    yield words.say("inspection-note-points")
    yield words.say("inspection-note-right", moment=words.moment(book.as_of))
