"""Long tables: a line for each indicator and unit, as databases give them out; and our own blank.

A blank is known by the hidden row that names its columns. Its lines may have been sorted, filtered
or copied elsewhere; they are found by their codes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.blanks import KEYS, MARK
from handlers.grammar.gathering import Gathering
from handlers.grammar.grid import Grid, GridCell
from handlers.grammar.grid_cells import answer_of, said_in
from handlers.grammar.grid_heads import is_measure, one_that_fits, read_head
from handlers.grammar.grid_plan import Above
from handlers.grammar.headings import Measured
from handlers.grammar.measures import fits, measure
from handlers.grammar.names_on_sheet import NamesOnSheet
from handlers.grammar.sheet_table import Line
from handlers.grammar.spelling import folded
from handlers.texts import Msg, msg
from scoring.periods import Period

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Long:
    """The columns of a long table, counted within its block."""

    indicators: Mapping[int, Measured]
    value: int
    base: int | None = None
    growth: int | None = None
    measures: int | None = None


def long_columns(
    lines: Sequence[Line], heads: Sequence[GridCell], names: NamesOnSheet
) -> Long | None:
    """Return the columns of a table whose lines name their indicators; None for any other."""
    at = _naming_column(lines, names)
    if at is None:
        return None
    meanings = [
        read_head(head.text, names.indicators, alone=None, period=Period(2000, 1), stated=())
        for head in heads
    ]
    columns: dict[str, int] = {}
    for column, head in enumerate(meanings):
        if column != at and head.text and head.indicator is None:
            columns.setdefault(head.meaning, column)
    value = columns.get("value")
    if value is None:
        return None
    return Long(
        _named(lines, at, names),
        value,
        columns.get("base"),
        columns.get("growth"),
        _measure_column(lines, at),
    )


def _naming_column(lines: Sequence[Line], names: NamesOnSheet) -> int | None:
    """Return the column in which several different indicators are named, line by line."""
    width = max((len(cells) for _, cells in lines), default=0)
    for at in range(width):
        codes = {
            found.code for _, cells in lines if (found := names.indicator_in(cells[at])) is not None
        }
        if len(codes) >= _SEVERAL:
            return at
    return None


def _named(lines: Sequence[Line], at: int, names: NamesOnSheet) -> Mapping[int, Measured]:
    """Return each line's indicator; one named once stands for the empty cells below it."""
    named: dict[int, Measured] = {}
    current: Measured | None = None
    for number, (_, cells) in enumerate(lines):
        found = names.indicator_in(cells[at])
        if found is not None or cells[at].kind != "empty":
            current = found
        if current is not None:
            named[number] = current
    return named


def _measure_column(lines: Sequence[Line], named_at: int) -> int | None:
    """Return the column in which every filled cell is a measure, if there is one."""
    width = max((len(cells) for _, cells in lines), default=0)
    for at in range(width):
        said = [cells[at].text for _, cells in lines if cells[at].kind == "text"]
        if at != named_at and said and all(is_measure(folded(each)) for each in said):
            return at
    return None


def read_long(
    long: Long,
    lines: Sequence[Line],
    above: Above,
    into: Gathering,
    legend: Mapping[str, str],
) -> None:
    """Read every line of a long table."""
    for number, (unit, cells) in enumerate(lines):
        indicator = long.indicators.get(number)
        value = cells[long.value]
        if value.kind == "empty":
            continue
        if indicator is None:
            into.refuse(value.place, msg("grammar-no-indicator"), unit)
            continue
        told = answer_of(value, _cell(cells, long.base), _cell(cells, long.growth), legend)
        if isinstance(told, Msg):
            into.refuse(value.place, told, unit, indicator.code)
        elif told is not None:
            into.opened(indicator, above.period)
            into.take(
                value.place,
                unit_code=unit,
                indicator=indicator,
                said=told.said,
                typed_in=_measure_of(cells, long.measures, indicator, above),
                beside=told.beside,
            )


def _cell(cells: Sequence[GridCell], at: int | None) -> GridCell | None:
    return None if at is None else cells[at]


def _measure_of(
    cells: Sequence[GridCell], at: int | None, indicator: Measured, above: Above
) -> str:
    """Return the measure stated in the line itself, or above the table."""
    said = cells[at].text if at is not None else ""
    if said and fits(measure(folded(said)), measure(indicator.unit_of_measure)):
        return said
    return one_that_fits(above.stated, indicator)


def blank_row(grid: Grid) -> int | None:
    """Return the row that names the columns of a blank, if this is one."""
    return next(
        (at for at, row in enumerate(grid) for cell in row if cell.text.startswith(f"{MARK} ")),
        None,
    )


def read_blank(grid: Grid, keys_at: int, names: NamesOnSheet, into: Gathering) -> int:
    """Read the cells that were filled in on a blank; return how many lines it has."""
    keys = {cell.text: at for at, cell in enumerate(grid[keys_at]) if cell.text in KEYS}
    period = _period_of(grid[keys_at])
    if not {"indicator", "unit", "value"} <= keys.keys():
        into.refuse(grid[keys_at][0].place, msg("sheet-blank-broken"))
        return 0
    lines = 0
    for row in grid[keys_at + 1 :]:
        indicator = names.indicator_in(row[keys["indicator"]])
        unit = names.unit_in(row[keys["unit"]])
        value = row[keys["value"]]
        if indicator is None or not unit:
            if value.is_figure:
                into.refuse(value.place, msg("sheet-blank-line"))
            continue
        lines += 1
        _take_line(row, keys, unit, indicator, period, into)
    return lines


def _take_line(
    row: Sequence[GridCell],
    keys: Mapping[str, int],
    unit: str,
    indicator: Measured,
    period: Period | None,
    into: Gathering,
) -> None:
    value = row[keys["value"]]
    base, growth = _cell(row, keys.get("base")), _cell(row, keys.get("growth"))
    if value.kind == "empty":
        if any(cell is not None and cell.kind != "empty" for cell in (base, growth)):
            into.refuse(value.place, msg("sheet-blank-no-value"), unit, indicator.code)
        return
    told = answer_of(value, base, growth, {})
    if isinstance(told, Msg):
        into.refuse(value.place, told, unit, indicator.code)
        return
    if told is None:
        return
    remark = _cell(row, keys.get("reason"))
    reason = said_in(remark, {}) if remark is not None else ""
    into.opened(indicator, period)
    into.take(
        value.place,
        unit_code=unit,
        indicator=indicator,
        said=told.said,
        typed_in="",
        beside=replace(told.beside, reason=reason if isinstance(reason, str) else ""),
    )


def _period_of(row: Sequence[GridCell]) -> Period | None:
    said = next((cell.text for cell in row if cell.text.startswith(f"{MARK} ")), "")
    month = said.removeprefix(MARK).strip()
    try:
        return Period.parse(month)
    except ValueError:
        return None
