"""Gathering the cells of a paste: each unit once per indicator, and every failure with its line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from handlers.grammar.answers import Answer, Figures, Number, Unreadable
from handlers.grammar.figures import read_figures
from handlers.grammar.headings import Measured
from handlers.grammar.numbers import change_of, read_answer
from handlers.grammar.spelling import folded, shortened, trimmed
from handlers.texts import Msg, msg
from scoring.periods import Period

_MOST_PROBLEMS = 50
"""More problems than this are no help to anybody; the rest is counted by one line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer of one unit, as read from line *line_no* (from 1); *text* is what was typed.

    *spot* names the cell of a workbook; *reason* is what was written beside an unusual figure.
    """

    unit_code: str
    answer: Answer
    base: Decimal | None
    growth: Decimal | None
    line_no: int
    text: str
    spot: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """The total as the sheet states it (合计、全市), for checking; it is never filed."""

    value: Decimal
    base: Decimal | None
    line_no: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A line, or a cell of it, that could not be taken, and why."""

    line_no: int
    text: str
    reason: Msg
    unit_code: str = ""
    indicator_code: str = ""
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one indicator. *missing* are units with neither a cell nor a problem."""

    indicator_code: str
    period: Period | None
    cells: tuple[Cell, ...]
    stated_total: StatedTotal | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands in the paste; in a workbook *spot* names the cell, as in C7."""

    line_no: int
    text: str
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in cells of its own beside a figure: last year's, the growth, and why."""

    base: str = ""
    growth: str = ""
    reason: str = ""


NOTHING = Beside()


@dataclass(slots=True)
class Gathering:
    """The cells, totals and problems read so far."""

    cells: dict[tuple[str, str], Cell] = field(default_factory=dict[tuple[str, str], Cell])
    totals: dict[str, StatedTotal] = field(default_factory=dict[str, StatedTotal])
    periods: dict[str, Period | None] = field(default_factory=dict[str, Period | None])
    problems: list[Problem] = field(default_factory=list[Problem])
    dropped: int = 0
    failed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def opened(self, indicator: Measured, period: Period | None) -> None:
        """Note that the paste has a column of this indicator."""
        if self.periods.get(indicator.code) is None:
            self.periods[indicator.code] = period

    def refuse(self, place: Place, reason: Msg, unit: str = "", indicator: str = "") -> None:
        """Keep a problem, or count it once there are too many; its cell is lost in any case."""
        self.failed.add((indicator, unit))
        if len(self.problems) >= _MOST_PROBLEMS:
            self.dropped += 1
            return
        shown = shortened(place.text, 80)
        self.problems.append(
            Problem(place.line_no, shown, reason, unit, indicator, spot=place.spot)
        )

    def take(
        self,
        place: Place,
        *,
        unit_code: str,
        indicator: Measured,
        said: str,
        typed_in: str,
        beside: Beside = NOTHING,
    ) -> None:
        """Read what was said about one unit; no unit code means the sheet's own total."""
        figures = read_figures(
            trimmed(said) or said,
            unit_of_measure=indicator.unit_of_measure,
            typed_in=typed_in,
            change=change_of(indicator.name),
        )
        figures = _with_beside(figures, beside, indicator, typed_in)
        if isinstance(figures.answer, Unreadable):
            self.refuse(place, figures.answer.reason, unit_code, indicator.code)
        elif unit_code:
            self.keep(place, unit_code, indicator.code, figures, beside.reason)
        elif isinstance(figures.answer, Number):
            self.totals[indicator.code] = StatedTotal(
                figures.answer.value, figures.base, place.line_no, place.text
            )

    def keep(
        self, place: Place, unit: str, indicator: str, figures: Figures, reason: str = ""
    ) -> None:
        """Keep what was read of a unit; said twice and differently, it is a problem."""
        cell = Cell(
            unit,
            figures.answer,
            figures.base,
            figures.growth,
            place.line_no,
            place.text,
            place.spot,
            reason,
        )
        before = self.cells.get((indicator, unit))
        if before is None:
            self.cells[indicator, unit] = cell
        elif _said(before) != _said(cell):
            twice = msg("grammar-said-twice", line=before.line_no, text=shortened(before.text))
            self.refuse(place, twice, unit, indicator)

    def columns(self, expected: Sequence[str]) -> tuple[Column, ...]:
        """Return the columns; a unit given twice with different figures keeps neither."""
        return tuple(
            Column(
                indicator,
                period,
                tuple(
                    cell
                    for (code, unit), cell in self.cells.items()
                    if code == indicator and (code, unit) not in self.failed
                ),
                self.totals.get(indicator),
                tuple(
                    unit
                    for unit in expected
                    if (indicator, unit) not in self.cells
                    and not {(indicator, unit), ("", unit)} & self.failed
                ),
            )
            for indicator, period in self.periods.items()
        )


def is_dash_or_minus(rest: str) -> bool:
    """Whether what follows a name opens with a dash that may be a minus: 金港-3.2, 金港 - 3.2."""
    line = folded(rest)
    opening = line.lstrip()
    if opening[:1] not in {"-", "—"} or not opening[1:].lstrip()[:1].isdigit():
        return False
    return len(opening) == len(line) or opening[1:2].isspace() or opening[0] == "—"


def _with_beside(figures: Figures, beside: Beside, indicator: Measured, typed_in: str) -> Figures:
    """Return the figures with what stands beside them; what cannot be read there spoils them."""
    if isinstance(figures.answer, Unreadable):
        return figures
    base: Answer | None = None
    growth: Answer | None = None
    if beside.base:
        measure = indicator.unit_of_measure
        base = read_answer(beside.base, unit_of_measure=measure, typed_in=typed_in)
    if beside.growth:
        growth = read_answer(beside.growth, unit_of_measure="%", change="growth")
    for each in (base, growth):
        if isinstance(each, Unreadable):
            return Figures(each)
    return Figures(
        figures.answer,
        base.value if isinstance(base, Number) else figures.base,
        growth.value if isinstance(growth, Number) else figures.growth,
    )


def _said(cell: Cell) -> tuple[object, Decimal | None, Decimal | None]:
    answer = cell.answer.value if isinstance(cell.answer, Number) else cell.answer
    return answer, cell.base, cell.growth
