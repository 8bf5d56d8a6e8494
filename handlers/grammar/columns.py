"""Pasted figures: a column or a table, from Excel or a chat, for one or several indicators.

Units are matched by name, so their order never matters. Whatever can be read is read; every line
or cell that cannot be comes back as a problem with its reason.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.grammar.gathering import (
    Cell,
    Column,
    Gathering,
    Place,
    Problem,
    StatedTotal,
    is_dash_or_minus,
)
from handlers.grammar.headings import Heading, IndicatorNames, Measured
from handlers.grammar.spelling import EDGES, folded, trimmed
from handlers.grammar.tables import Row, Table
from handlers.grammar.units import Found, Nameable, Several, UnitNames
from handlers.texts import msg
from scoring.periods import Period

__all__ = ["Cell", "Column", "Measured", "Paste", "Problem", "StatedTotal", "read_paste"]

_TOTAL = re.compile(
    r"\s*(?:(?:全市|各?区镇|十个区镇)?\s*(?:合\s*计|总\s*计|总\s*数|小\s*计)|全\s*市|total|sum)(?![^\W0-9])"
)
_AVERAGE = re.compile(r"\s*(?:全市|区镇)?\s*(?:平\s*均|average)")
_SEPARATOR = re.compile(r"[\s/／;；,，、|｜。]+")
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Paste:
    """Everything read from one pasted message; *more_problems* were not listed one by one."""

    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]
    more_problems: int = 0


def read_paste(
    text: str,
    *,
    units: Sequence[Nameable],
    indicators: Sequence[Measured],
    latest: Period,
    default_indicator: str = "",
) -> Paste:
    """Read pasted figures of some *units* for some *indicators*; never raises.

    A month without a year is the last such month not after *latest*. Where the text names no
    indicator, *default_indicator* is meant, or the only one there is. Every one of *units* that a
    column does not speak of is listed as missing there, also where the indicator does not apply.
    """
    reading = _Reading(UnitNames(units), IndicatorNames(indicators), latest)
    known = {each.code: each for each in indicators}
    fallback = known.get(default_indicator) or (indicators[0] if len(indicators) == 1 else None)
    reading.indicators = (fallback,) if fallback else ()
    reading.read(text)
    gathering = reading.gathering
    columns = gathering.columns([unit.code for unit in units])
    return Paste(columns, tuple(gathering.problems), gathering.dropped)


class _Reading:
    """One pass over a paste, from top to bottom, under the heading read last."""

    def __init__(
        self, names: UnitNames[Nameable], indicator_names: IndicatorNames, latest: Period
    ) -> None:
        self.names = names
        self.indicator_names = indicator_names
        self.latest = latest
        self.gathering = Gathering()
        self.indicators: tuple[Measured, ...] = ()
        self.period: Period | None = None
        self.typed_in = ""
        self.is_told = False

    def read(self, text: str) -> None:
        """Read all lines; lines with tabs that follow each other are one table."""
        rows: list[Row] = []
        for line_no, line in enumerate(text.splitlines(), 1):
            if "\t" in line.strip():
                rows.append(tuple(Place(line_no, cell) for cell in line.split("\t")))
                continue
            self._table(rows)
            rows = []
            if line.strip():
                self._line(Place(line_no, line.strip()))
        self._table(rows)

    def _table(self, rows: list[Row]) -> None:
        while rows and self._is_title(rows[0]):
            rows = rows[1:]
        if rows:
            Table(
                rows,
                self.indicators,
                self.period,
                self.typed_in,
                self.indicator_names,
                self._unit_code,
            ).read(self.gathering, self._unknown_unit)

    def _is_title(self, row: Row) -> bool:
        """Take in a table's title: the only cell filled in its row."""
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) != 1 or self._unit_code(filled[0].text) is not None:
            return False
        heading = self.indicator_names.heading(filled[0].text, self.latest)
        self._headed(heading, filled[0])
        return True

    def _unit_code(self, cell: str) -> str | None:
        """Return the code of the unit a table cell names, "" for a total, None for neither."""
        if _TOTAL.fullmatch(trimmed(folded(cell))):
            return ""
        match = self.names.find(cell[:_NAME_LENGTH])
        if not isinstance(match, Found) or match.rest.strip(EDGES + "()"):
            return None
        return match.unit.code

    def _line(self, place: Place) -> None:
        for item in self._items(place.text):
            self._item(Place(place.line_no, item))

    def _items(self, line: str) -> Iterator[str]:
        """Split a line where a further unit is named, or at a slash or semicolon before a name."""
        begin = 0
        for gap in _SEPARATOR.finditer(line):
            following = line[gap.end() : gap.end() + _NAME_LENGTH]
            before = line[begin : gap.start()]
            if not following[:1].isalpha() or not any(map(str.isalpha, before)):
                continue
            is_hard = "/" in gap[0] or ";" in folded(gap[0])
            is_named = self._names_a_unit(following) and not self._is_only_a_name(before)
            if is_named or (is_hard and _is_a_word(following)):
                yield before
                begin = gap.end()
        yield line[begin:]

    def _names_a_unit(self, text: str) -> bool:
        return not isinstance(self.names.find(text), str) or bool(_TOTAL.match(folded(text)))

    def _is_only_a_name(self, text: str) -> bool:
        match = self.names.find(text[:_NAME_LENGTH])
        return not isinstance(match, str) and not match.rest.strip(EDGES)

    def _item(self, place: Place) -> None:
        """Read one item: a unit with its figures, a total, a heading, or something unknown."""
        line = folded(place.text).lstrip(EDGES)
        total = _TOTAL.match(line)
        if total and not _AVERAGE.match(line):
            self._figures(place, "", line[total.end() :])
            return
        if _AVERAGE.match(line):
            return
        if self.indicator_names.begins_with_code(line):
            self._headed(self.indicator_names.heading(place.text, self.latest), place)
            return
        match = self.names.find(place.text)
        if isinstance(match, Found):
            self._figures(place, match.unit.code, match.rest)
        elif isinstance(match, Several):
            names = "、".join(unit.short_name or unit.name for unit in match.units)
            self.gathering.refuse(place, msg("grammar-unit-shared", said=match.said, names=names))
        else:
            heading = self.indicator_names.heading(place.text, self.latest)
            if heading.says_anything:
                self._headed(heading, place)
            elif re.search("[0-9]", line) or _ends_in_a_word(line):
                self._unknown_unit(place, match)

    def _figures(self, place: Place, unit_code: str, rest: str) -> None:
        if not self.indicators:
            self._no_indicator(place)
        elif is_dash_or_minus(rest):
            self.gathering.refuse(place, msg("grammar-dash-or-minus"), unit_code)
        elif len(self.indicators) == 1:
            indicator = self.indicators[0]
            self.gathering.opened(indicator, self.period)
            self.gathering.take(
                place,
                unit_code=unit_code,
                indicator=indicator,
                said=rest,
                typed_in=self.typed_in,
            )
        else:
            cells = [place.text, *rest.strip(EDGES).split()]
            row = tuple(Place(place.line_no, cell) for cell in cells)
            self._spaced_row(row, unit_code, place)

    def _no_indicator(self, place: Place) -> None:
        """Say once that nothing tells which indicator the figures belong to."""
        if not self.is_told:
            self.gathering.refuse(place, msg("grammar-no-indicator"))
        self.is_told = True

    def _spaced_row(self, row: Row, unit_code: str, place: Place) -> None:
        """Read a chat line under several indicators: as many figures as indicators."""
        if len(row) - 1 != len(self.indicators):
            due, found = len(self.indicators), len(row) - 1
            reason = msg("grammar-column-count", due=due, found=found)
            self.gathering.refuse(place, reason, unit_code)
            return
        for indicator, cell in zip(self.indicators, row[1:], strict=True):
            self.gathering.opened(indicator, self.period)
            self.gathering.take(
                place,
                unit_code=unit_code,
                indicator=indicator,
                said=cell.text,
                typed_in=self.typed_in,
            )

    def _headed(self, heading: Heading, place: Place) -> None:
        """Go on under a new heading; what it does not say stays as it was."""
        if heading.problem is not None:
            # What stands below belongs to something that could not be read; one problem is enough.
            self.gathering.refuse(place, heading.problem)
            self.indicators, self.is_told = (), True
        if heading.indicators:
            self.indicators = heading.indicators
            self.typed_in = ""
        self.period = heading.period or self.period
        self.typed_in = heading.typed_in or self.typed_in

    def _unknown_unit(self, place: Place, said: str) -> None:
        near = self.names.near(said) if not self.gathering.dropped else ()
        names = "、".join(unit.short_name or unit.name for unit in near)
        shown = trimmed(said) or place.text
        self.gathering.refuse(place, msg("grammar-unknown-unit", said=shown, near=names or "none"))


def _is_a_word(text: str) -> bool:
    """Whether a separator is followed by what must be a name: letters, then a figure."""
    return bool(re.match(r"[^\W0-9]{2,}\s*[:=\s]?\s*[-+—/0-9无不没]", folded(text)))


def _ends_in_a_word(line: str) -> bool:
    return bool(re.search(r"(?:无|不变|没有|不适用|[-—/])\s*$", line))
