"""Units and indicators as the cells of a sheet name them; each text is looked up once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.grammar.grid import GridCell
from handlers.grammar.grid_heads import whole_name
from handlers.grammar.headings import IndicatorNames, Measured
from handlers.grammar.spelling import EDGES, folded, shortened, trimmed
from handlers.grammar.units import Found, Nameable, UnitNames
from handlers.texts import Msg, msg

LONGEST = 60
SUGGESTED_MOST = 40
"""How many unknown names are compared with all the known ones: that is slow, and soon no help."""

TOTAL = re.compile(
    r"\s*(?:(?:全市|各?区镇|十个区镇|各单位)?\s*(?:合\s*计|总\s*计|总\s*数|小\s*计)|全\s*市|total|sum)(?![^\W0-9])"
)
AVERAGE = re.compile(r"\s*(?:全市|区镇|各单位)?\s*(?:平\s*均|average)")
_MARKS = "#＃*※★☆●○■□▲△ 　"


@dataclass(slots=True)
class NamesOnSheet:
    """The names of some units and indicators."""

    units: UnitNames[Nameable]
    indicators: IndicatorNames
    _unit_codes: dict[str, str | None] = field(default_factory=dict[str, str | None])
    _whole: dict[str, Measured | None] = field(default_factory=dict[str, Measured | None])
    _compared: int = 0

    def unit_in(self, cell: GridCell) -> str | None:
        """Return the code of the unit a cell names, "" for a total, None for anything else."""
        if cell.kind != "text" or len(cell.text) > LONGEST:
            return None
        if cell.text not in self._unit_codes:
            self._unit_codes[cell.text] = self._unit(cell.text)
        return self._unit_codes[cell.text]

    def _unit(self, text: str) -> str | None:
        said = text.strip(_MARKS)
        if TOTAL.fullmatch(trimmed(folded(said))):
            return ""
        match = self.units.find(said)
        if not isinstance(match, Found) or match.rest.strip(EDGES + "()"):
            return None
        return match.unit.code

    def is_average(self, text: str) -> bool:
        """Whether a row is an average, which nobody files."""
        return bool(AVERAGE.match(folded(text)))

    def indicator_in(self, cell: GridCell) -> Measured | None:
        """Return the indicator a cell names and nothing else, if there is one."""
        if cell.kind != "text" or len(cell.text) > LONGEST:
            return None
        if cell.text not in self._whole:
            self._whole[cell.text] = whole_name(cell.text, self.indicators)
        return self._whole[cell.text]

    def unknown(self, said: str) -> Msg:
        """Return the sentence about a name that is no unit's, with those it may mean."""
        self._compared += 1
        near = self.units.near(said) if self._compared <= SUGGESTED_MOST else ()
        names = "、".join(unit.short_name or unit.name for unit in near)
        return msg("grammar-unknown-unit", said=shortened(said), near=names or "none")


def names_on_sheet(units: Sequence[Nameable], indicators: IndicatorNames) -> NamesOnSheet:
    """Return the names of these units and indicators, ready to be looked up."""
    return NamesOnSheet(UnitNames(units), indicators)
