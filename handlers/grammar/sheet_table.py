"""One table of a sheet: heads above, a unit in each line, read indicator by indicator.

Lines are gathered first and read when the table ends, because only a whole column tells whether
0.873 can be 87.3%.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from handlers.grammar.gathering import Gathering, Place
from handlers.grammar.grid import GridCell
from handlers.grammar.grid_cells import Told, answer_of
from handlers.grammar.grid_heads import one_that_fits
from handlers.grammar.grid_plan import Above, Plan
from handlers.grammar.headings import Measured
from handlers.grammar.measures import measure
from handlers.grammar.orders import Doubt
from handlers.grammar.spelling import shortened
from handlers.texts import Msg, msg

Line: TypeAlias = "tuple[str, Sequence[GridCell]]"
"""A unit's code, empty for a total, and the cells of its row."""

ONE = Decimal(1)
_BARE_MOST = 2


@dataclass(slots=True)
class Table:
    """The lines of one table and what its heads planned.

    Without heads the figures begin at *first_cell*, and their order says what they are.
    """

    above: Above
    plans: Sequence[Plan]
    has_heads: bool
    first_cell: int
    lines: list[Line] = field(default_factory=list[Line])

    def read(self, into: Gathering, legend: Mapping[str, str]) -> list[Doubt]:
        """Read every line into the gathering; return what can be read in two ways."""
        if not self.has_heads:
            for unit, cells in self.lines:
                self._bare(unit, cells[self.first_cell :], into, legend)
            return []
        return [doubt for plan in self.plans if (doubt := self._planned(plan, into, legend))]

    def _planned(self, plan: Plan, into: Gathering, legend: Mapping[str, str]) -> Doubt | None:
        is_doubtful = is_fraction_or_percent(
            plan.indicator, [cells[plan.value] for _, cells in self.lines]
        )
        aside = Gathering() if is_doubtful else into
        for unit, cells in self.lines:
            taken = answer_of(
                cells[plan.value],
                cells[plan.base] if plan.base is not None else None,
                cells[plan.growth] if plan.growth is not None else None,
                legend,
            )
            place = cells[plan.value].place
            if isinstance(taken, Msg):
                into.refuse(place, taken, unit, plan.indicator.code)
            elif taken is not None:
                period = plan.period or self.above.period
                into.opened(plan.indicator, period)
                aside.opened(plan.indicator, period)
                aside.take(
                    place,
                    unit_code=unit,
                    indicator=plan.indicator,
                    said=taken.said,
                    typed_in=plan.typed_in,
                    beside=taken.beside,
                )
        if not is_doubtful:
            return None
        into.problems += aside.problems
        cells = tuple(cell for column in aside.columns([]) for cell in column.cells)
        return Doubt("fraction", plan.indicator.code, cells) if cells else None

    def _bare(
        self, unit: str, cells: Sequence[GridCell], into: Gathering, legend: Mapping[str, str]
    ) -> None:
        """Read a line without heads: one indicator's figure and base, or a figure for each."""
        filled = [cell for cell in cells if cell.kind != "empty"]
        indicators = self.above.indicators
        if not filled:
            return
        if not indicators:
            into.refuse(filled[0].place, msg("grammar-no-indicator"), unit)
            return
        if len(indicators) == 1:
            base = filled[1] if len(filled) == _BARE_MOST else None
            if len(filled) > _BARE_MOST:
                reason = msg("grammar-column-count", due=1, found=len(filled))
                into.refuse(filled[0].place, reason, unit)
                return
            self._take(unit, indicators[0], answer_of(filled[0], base, None, legend), filled, into)
        elif len(filled) != len(indicators):
            reason = msg("grammar-column-count", due=len(indicators), found=len(filled))
            into.refuse(filled[0].place, reason, unit)
        else:
            for indicator, cell in zip(indicators, filled, strict=True):
                self._take(unit, indicator, answer_of(cell, None, None, legend), [cell], into)

    def _take(
        self,
        unit: str,
        indicator: Measured,
        told: Told | Msg | None,
        cells: Sequence[GridCell],
        into: Gathering,
    ) -> None:
        if isinstance(told, Msg):
            into.refuse(cells[0].place, told, unit, indicator.code)
        elif told is not None:
            into.opened(indicator, self.above.period)
            into.take(
                cells[0].place,
                unit_code=unit,
                indicator=indicator,
                said=told.said,
                typed_in=one_that_fits(self.above.stated, indicator),
                beside=told.beside,
            )


def is_fraction_or_percent(indicator: Measured, cells: Sequence[GridCell]) -> bool:
    """Whether a column of shares holds nothing above 1 and no percent sign."""
    if not measure(indicator.unit_of_measure).is_ratio:
        return False
    figures: list[Decimal] = []
    for cell in cells:
        if cell.kind == "percent":
            return False
        if cell.kind == "text" and any(map(str.isdigit, cell.text)):
            read = _plain(cell.text)
            if read is None:
                return False
            figures.append(read)
        elif cell.kind == "number":
            figures.append(Decimal(cell.text))
    shares = [abs(each) for each in figures if each]
    return bool(shares) and max(shares) <= ONE


def _plain(text: str) -> Decimal | None:
    """Return a text that is digits and nothing else as a number."""
    tight = text.strip()
    if not tight.lstrip("-").replace(".", "", 1).isdigit() or not tight.isascii():
        return None
    return Decimal(tight)


def place_of(cells: Sequence[GridCell]) -> Place:
    """Return a whole line with the cell it begins in."""
    text = shortened(" ".join(cell.text for cell in cells if cell.text), 80)
    return Place(cells[0].line_no, text, cells[0].spot)
