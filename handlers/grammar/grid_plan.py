"""Which columns of a table are taken for which indicator: one figure, its base, its growth.

Where two columns could be meant, none is taken and the question is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.grammar.gathering import Gathering
from handlers.grammar.grid import GridCell, texts_of
from handlers.grammar.grid_heads import LEVEL, Head, read_head
from handlers.grammar.headings import IndicatorNames, Measured
from handlers.grammar.spelling import shortened
from handlers.texts import msg
from scoring.periods import Period


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of one indicator, counted within their block."""

    indicator: Measured
    value: int
    base: int | None = None
    growth: int | None = None
    typed_in: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Above:
    """What the lines above a table say: its indicators, month and measures."""

    indicators: tuple[Measured, ...] = ()
    period: Period | None = None
    stated: tuple[str, ...] = ()


def joined_heads(rows: Sequence[Sequence[GridCell]]) -> list[GridCell]:
    """Put several rows of heads together, column by column; an empty one continues its left.

    Only the last row of heads stands for itself: above it, a head reaches over what follows.
    """
    spread: list[list[GridCell]] = []
    for number, row in enumerate(rows):
        is_last = number == len(rows) - 1
        carried: GridCell | None = None
        line: list[GridCell] = []
        for cell in row:
            if cell.kind != "empty" or is_last:
                carried = cell
            line.append(carried if carried is not None else cell)
        spread.append(line)
    return [
        GridCell(LEVEL.join(texts_of(column)), "text", column[-1].line_no, column[-1].spot)
        for column in zip(*spread, strict=True)
    ]


def planned(
    heads: Sequence[GridCell],
    names: IndicatorNames,
    above: Above,
    wanted: Period,
    into: Gathering,
    filled: frozenset[int],
) -> tuple[list[Plan], list[str]]:
    """Return the plans of a headed table, and the heads of filled columns that are not read.

    *filled* are the columns with something below their head.
    """
    alone = above.indicators[0] if len(above.indicators) == 1 else None
    month = above.period or wanted
    read = _read_heads(heads, names, alone, month, above.stated)
    by_code: dict[str, list[int]] = {}
    left_out: list[str] = []
    for at, head in enumerate(read):
        if at not in filled or not head.text:
            continue
        if head.indicator is not None:
            by_code.setdefault(head.indicator.code, []).append(at)
        elif head.problem is not None:
            into.refuse(heads[at].place, head.problem)
        elif head.meaning != "ignored":
            left_out.append(shortened(head.text, 24))
    plans = [_plan(columns, heads, read, month, into) for columns in by_code.values()]
    return [plan for plan in plans if plan is not None], left_out


def _read_heads(
    heads: Sequence[GridCell],
    names: IndicatorNames,
    alone: Measured | None,
    month: Period,
    stated: Sequence[str],
) -> list[Head]:
    """Read heads from the left: one that only says 上年同期 belongs to the indicator before it."""
    read: list[Head] = []
    current = alone
    for cell in heads:
        head = read_head(cell.text, names, alone=current, period=month, stated=stated)
        read.append(head)
        if head.meaning == "unknown":
            current = alone
        elif head.indicator is not None:
            current = head.indicator
    return read


def _plan(
    columns: Sequence[int],
    heads: Sequence[GridCell],
    read: Sequence[Head],
    month: Period,
    into: Gathering,
) -> Plan | None:
    """Settle which of an indicator's columns hold its figure, last year's and the growth."""
    values = _of_the_month([at for at in columns if read[at].meaning == "value"], read, month)
    indicator = read[columns[0]].indicator
    if indicator is None:
        return None
    if len(values) > 1:
        values = [at for at in values if read[at].is_cumulative] or values
    if len(values) > 1:
        into.refuse(heads[values[1]].place, msg("grammar-two-columns", name=indicator.name))
        return None
    if not values:
        _say_why_none(columns, heads, read, month, into)
        return None
    head = read[values[0]]
    return Plan(
        indicator,
        values[0],
        _only([at for at in columns if read[at].meaning == "base"]),
        _only([at for at in columns if read[at].meaning == "growth"]),
        head.typed_in,
        head.period,
    )


def _of_the_month(values: Sequence[int], read: Sequence[Head], month: Period) -> list[int]:
    """Prefer the columns of the wanted month to those of none, and never mix several months."""
    wanted = [at for at in values if read[at].period == month]
    undated = [at for at in values if read[at].period is None]
    months = {read[at].period for at in values}
    return wanted or undated or (list(values) if len(months) == 1 else [])


def _only(columns: Sequence[int]) -> int | None:
    return columns[0] if len(columns) == 1 else None


def _say_why_none(
    columns: Sequence[int],
    heads: Sequence[GridCell],
    read: Sequence[Head],
    month: Period,
    into: Gathering,
) -> None:
    """Say why an indicator that is named in the table is not read from it."""
    unclear = [at for at in columns if read[at].problem is not None]
    single = [at for at in columns if read[at].meaning == "month"]
    dated = [at for at in columns if read[at].meaning == "value"]
    about = read[columns[0]].indicator
    name = about.name if about is not None else ""
    if unclear:
        at = unclear[0]
        problem = read[at].problem or msg(
            "sheet-head-unclear", head=read[at].text.replace(LEVEL, " ")
        )
        into.refuse(heads[at].place, problem)
    elif single:
        into.refuse(heads[single[0]].place, msg("sheet-only-one-month", name=name))
    elif dated:
        into.refuse(heads[dated[0]].place, msg("sheet-other-months", name=name, period=month))
