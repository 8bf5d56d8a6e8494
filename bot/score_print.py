"""How a result is printed for a person: a table, or one unit's reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TextIO
from unicodedata import east_asian_width

from bot.score_json import by_category
from handlers.texts import Msg, msg
from scoring.column import STATE_NUMBERS
from scoring.rounding import rounded, shown

if TYPE_CHECKING:
    from bot.score_json import BecauseOf
    from handlers.texts import Texts
    from scoring.model import Unit
    from scoring.ranking import Standing
    from scoring.result import Result, UnitScore

FILLED = STATE_NUMBERS["filled"]
COLUMNS = ("place", "unit", "score", "rate", "coverage", "bonus", "deduction", "gap")


@dataclass
class Printer:
    """Prints results in one language to one stream."""

    texts: Texts
    lang: str
    out: TextIO

    def table(self, names: Mapping[str, Unit], result: Result) -> None:
        """Print a result as one table a category, each unit's indicators under its line."""
        self._say(msg("score-title", scheme=result.scheme.name, period=result.period))
        for category, units in by_category(names, result).items():
            self.out.write("\n" + (category or self._word(msg("score-all-units"))) + "\n")
            head = [self._word(Msg(f"score-column-{column}")) for column in COLUMNS]
            # A unit is put together once: of a country, only the last ones are kept so.
            judged: list[Mapping[str, Decimal]] = []
            rows: list[list[str]] = []
            for unit in units:
                own = result.units[unit]
                judged.append(own.indicators.codes)
                rows.append(self._cells(names[unit], own, result.standings.get(unit)))
            widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
            self._row(head, widths)
            for unit, row, points in zip(units, rows, judged, strict=True):
                self._row(row, widths)
                for line in _wrapped(_indicators(result, unit, points)):
                    self.out.write(f"    {line}\n")
        self._say(msg("score-table-notes"))

    def why(self, names: Mapping[str, Unit], result: Result, unit: str, because: BecauseOf) -> None:
        """Print why one unit has its points, indicator by indicator."""
        own = result.units[unit]
        titles = {each.code: each.name for each in result.scheme.indicators}
        score = "-" if own.score is None else f"{own.score:f}"
        place = result.place(unit)
        line = msg("score-why-title", unit=names[unit].name, score=score, place=str(place or "-"))
        self._say(line)
        for code, each in own.indicators.items():
            points = "-" if each.score is None else f"{each.score:f}"
            full = shown(each.points)
            line = msg("score-why-line", code=code, name=titles[code], score=points, full=full)
            self._say(line)
            for depth, fact in _facts(json.loads(because(code, unit))):
                self.out.write("    " * (depth + 1))
                self._say(Msg(fact["fact"], fact["given"]))

    def _say(self, message: Msg) -> None:
        self.out.write(self._word(message) + "\n")

    def _word(self, message: Msg) -> str:
        return self.texts.plain(self.lang, message)

    def _row(self, cells: list[str], widths: list[int]) -> None:
        padded = (
            cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
        )
        self.out.write("  ".join(padded).rstrip() + "\n")

    @staticmethod
    def _cells(unit: Unit, own: UnitScore, line: Standing | None) -> list[str]:
        name = unit.short_name or unit.name
        mark = "↓" if line is not None and line.is_bottom else ""
        return [
            "-" if line is None else f"{line.place}{mark}",
            f"{unit.code} {name}",
            "-" if own.score is None else f"{own.score:f}",
            _pct(own.rate),
            _pct(own.coverage),
            shown(own.bonus),
            shown(own.deduction),
            _gap(line),
        ]


def _indicators(result: Result, unit: str, judged: Mapping[str, Decimal]) -> Iterator[str]:
    for code, points in judged.items():
        column = result.columns[code]
        row = column.roll.at[unit]
        score = column.score(row)
        # A star marks points that a missing rule gave, not a figure of the month.
        star = "*" if column.states[row] == FILLED else ""
        yield f"{code} {'-' if score is None else f'{score:f}'}{star}/{_full(points)}"


@lru_cache(maxsize=1024)
def _full(points: Decimal) -> str:
    return shown(points)


def _wrapped(words: Iterator[str], width: int = 96) -> Iterator[str]:
    line, taken = "", 0
    for word in words:
        wide = _width(word)
        if line and taken + wide > width:
            yield line
            line, taken = "", 0
        gap = "  " if line else ""
        line, taken = line + gap + word, taken + len(gap) + wide
    if line:
        yield line


def _facts(told: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[int, Mapping[str, Any]]]:
    yield depth, told
    for part in told.get("parts", ()):
        yield from _facts(part, depth + 1)


def _pct(share: Decimal | None) -> str:
    return "-" if share is None else f"{rounded(share * 100, 1):f}%"


def _gap(line: Standing | None) -> str:
    return "-" if line is None or line.gap_to_next is None else f"{line.gap_to_next:f}"


def _width(text: str) -> int:
    """Count columns of a terminal, in which a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
