"""The reporter's desk between two messages: what has been typed so far, and reading more of it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from handlers.city import City
from handlers.conversations.figures.filing_behalf import check_open, units_filed_for
from handlers.conversations.figures.filing_clock import note_came
from handlers.conversations.figures.filing_names import names_for
from handlers.grammar.answers import Answer, Unreadable
from handlers.grammar.columns import Column, Paste, read_paste
from handlers.grammar.month_list import read_month
from handlers.operations.clock import collecting, deadlines
from handlers.operations.figures.desk import Line, Typed, as_typed, lines_for
from handlers.talk import Talk
from handlers.texts import msg
from scoring.model import Period
from scoring.refusals import Refusal
from storage import readings
from storage.schemes import IndicatorRow

PROBLEMS_SHOWN = 8
TEXT_SHOWN = 60
REASON_MAX = 200


async def take_month(talk: Talk, typed: str) -> bool:
    """Read an answer to the numbered list; return False if it is not one."""
    city, row = await talk.city(), await focused_row(talk)
    lines = await lines_for(talk.conn, city, row, period_of(talk), now=talk.now)
    items = [_Listed(line, row) for line in lines]
    answers = read_month(typed, items)
    if not answers.said:
        return False
    for number, figures in answers.said.items():
        put(talk, row, lines[number - 1], figures.answer, figures.base, figures.growth)
    for problem in answers.problems:
        talk.note("file-problem", text=problem.text[:TEXT_SHOWN], reason=problem.reason)
    talk.data["way"] = "list"
    return True


async def take_paste(talk: Talk, typed: str) -> bool:
    """Read a pasted column or table of any of one's own indicators; return whether it held any."""
    city, rows = await talk.city(), await due_rows(talk)
    on_desk = chosen(talk, city.indicator_by_id)
    focused = talk.data["focus"] or (on_desk[0].id if len(on_desk) == 1 else 0)
    default = city.indicator(focused).indicator.code if focused else ""
    paste = _read(city, rows, typed, latest=period_of(talk), default=default)
    by_code = {row.indicator.code: row for row in rows}
    taken = 0
    for column in paste.columns:
        row = by_code.get(column.indicator_code)
        if row is None:
            await tell_why_not(talk, column)
        else:
            taken += await take_column(talk, row, column)
    _tell_problems(talk, paste)
    if not taken and not paste.problems and not talk.notes:
        talk.note("file-nothing-read")
    talk.data["way"] = "pasted"
    return taken > 0


async def holds_figures(talk: Talk, typed: str) -> bool:
    """Whether a text that came without any command can only be figures to file."""
    city, units = await talk.city(), talk.person.units_as("reporter")
    period = await collecting.month_to_file(talk.conn, city, units, now=talk.now)
    rows = city.due_for(units, period)
    paste = _read(city, rows, typed, latest=period, default="")
    return any(column.cells for column in paste.columns) or any(
        problem.reason.id == "grammar-no-indicator" and problem.text[-1:].isdigit()
        for problem in paste.problems
    )


def _read(
    city: City, rows: Sequence[IndicatorRow], typed: str, *, latest: Period, default: str
) -> Paste:
    """Read a paste for one's own indicators, knowing the names of all the others too."""
    units, own, others = names_for(city, rows, latest)
    return read_paste(
        typed,
        units=units,
        indicators=[*own, *others],
        latest=latest,
        default_indicator=default or (own[0].code if len(own) == 1 else ""),
    )


async def tell_why_not(talk: Talk, column: Column) -> None:
    """Say why a column of an indicator that is not asked of this person is not taken."""
    city, period = await talk.city(), period_of(talk)
    row = next(
        row
        for scheme in city.schemes_of(period.year)
        for row in scheme.indicators
        if row.indicator.code == column.indicator_code
    )
    try:
        await check_open(talk, row)
    except Refusal as no:
        talk.note(no.message_id, **no.given)


async def take_column(talk: Talk, row: IndicatorRow, column: Column) -> int:
    """Lay a pasted column on the desk; return how many of its cells could be taken."""
    if not _is_of_this_month(talk, column):
        talk.note("file-other-month", indicator=row.indicator.name, period=period_of(talk))
        return 0
    city = await talk.city()
    period = period_of(talk)
    await check_open(talk, row)
    lines = await lines_for(talk.conn, city, row, period, now=talk.now)
    by_unit = {line.unit.code: line for line in lines}
    taken = 0
    for cell in column.cells:
        line = by_unit.get(cell.unit_code)
        if line is None:
            reason = msg("file-unit-not-asked", indicator=row.indicator.name)
            talk.note("file-problem", text=cell.text[:TEXT_SHOWN], reason=reason)
            continue
        taken += put(talk, row, line, cell.answer, cell.base, cell.growth, cell.reason)
    if column.stated_total is not None:
        totals: dict[str, str] = talk.data.setdefault("totals", {})
        totals[str(row.id)] = f"{column.stated_total.value:f}"
    return taken


def _is_of_this_month(talk: Talk, column: Column) -> bool:
    """Take up the month a paste names, unless figures of another month lie on the desk."""
    if column.period is None or column.period == period_of(talk):
        return True
    if any(talk.data["columns"].values()):
        return False
    talk.data["period"] = str(column.period)
    return True


def _tell_problems(talk: Talk, paste: Paste) -> None:
    for problem in paste.problems[:PROBLEMS_SHOWN]:
        talk.note(
            "file-line-problem",
            line=problem.line_no,
            text=problem.text[:TEXT_SHOWN],
            reason=problem.reason,
        )
    more = len(paste.problems) - PROBLEMS_SHOWN + paste.more_problems
    if more > 0:
        talk.note("file-more-problems", count=more)


async def take_returned(talk: Talk, row: IndicatorRow) -> bool:
    """Lay a column that was sent back on the desk again, with the reason; False if none was."""
    filings = await readings.filings_for(talk.conn, row.id, period_of(talk))
    if cells_of(talk, row.id) or not filings or filings[-1].state != "returned":
        return False
    city = await talk.city()
    talk.data["columns"][str(row.id)] = {
        city.unit(each.unit_id).code: Typed(
            each.answer, each.value, each.base, each.growth, each.reason
        ).packed()
        for each in await readings.readings_of(talk.conn, filings[-1].id)
    }
    review = await readings.review_of(talk.conn, filings[-1].id)
    talk.note("file-returned-because", reason=review.reason if review is not None else "—")
    return True


def put(
    talk: Talk,
    row: IndicatorRow,
    line: Line,
    answer: Answer,
    base: Decimal | None,
    growth: Decimal | None,
    reason: str = "",
) -> bool:
    """Lay one answer on the desk; return whether it could be taken.

    A figure typed again without last year's keeps the one that lay there.
    """
    cells: dict[str, Any] = talk.data["columns"].setdefault(str(row.id), {})
    before = cells.get(line.unit.code)
    if base is None and before is not None:
        base = Typed.unpacked(before).base
    typed = as_typed(answer, line, base=base, growth=growth)
    if typed is None:
        talk.note("file-nothing-before", unit=line.unit.short_name)
        return False
    if isinstance(typed, Unreadable):
        talk.note("file-problem", text=line.unit.short_name, reason=typed.reason)
        return False
    said = typed.packed() | ({"reason": reason[:REASON_MAX]} if reason else {})
    if before != said:
        cells[line.unit.code] = said
        note_came(talk, row.id)
    return True


class _Listed:
    """A line as the grammar of the one-message month knows it."""

    def __init__(self, line: Line, row: IndicatorRow) -> None:
        self.name = line.unit.short_name
        self.unit_of_measure = row.indicator.unit_of_measure


def period_of(talk: Talk) -> Period:
    """Return the month on the desk."""
    return Period.parse(talk.data["period"])


async def focused_row(talk: Talk) -> IndicatorRow:
    """Return the indicator that is being filled in."""
    city = await talk.city()
    return city.indicator(talk.data["focus"])


async def focus(talk: Talk, indicator_id: int) -> IndicatorRow:
    """Turn to an indicator and return it."""
    talk.data["focus"] = indicator_id
    return await focused_row(talk)


async def due_rows(talk: Talk) -> list[IndicatorRow]:
    """Return the indicators this person files for the month, soonest due first.

    What is too early to be filed is left out; what is locked is not: its lock explains itself.
    """
    city, period = await talk.city(), period_of(talk)
    dues = await deadlines.of_period(talk.conn, city, period)
    rows = city.due_for(units_filed_for(talk), period)
    return [row for row in rows if dues.opens_on(row, period) <= talk.today]


async def rows_open(talk: Talk) -> list[IndicatorRow]:
    """Return what this person files for the month and nobody has, or what came back."""
    filed = await readings.states_of_period(talk.conn, period_of(talk))
    return [
        row for row in await due_rows(talk) if not {"filed", "released"} & {*filed.get(row.id, ())}
    ]


def cells_of(talk: Talk, indicator_id: int) -> dict[str, Typed]:
    """Return what has been typed for an indicator, by unit code."""
    packed: dict[str, dict[str, Any]] = talk.data["columns"].get(str(indicator_id), {})
    return {code: Typed.unpacked(cell) for code, cell in packed.items()}


def chosen(talk: Talk, by_id: Mapping[int, IndicatorRow]) -> list[IndicatorRow]:
    """Return the indicators for which something has been typed."""
    return [by_id[int(key)] for key, cells in talk.data["columns"].items() if cells]


def stated_total_of(talk: Talk, indicator_id: int) -> Decimal | None:
    """Return the total the pasted sheet stated itself, if it did."""
    stated: dict[str, str] = talk.data.get("totals", {})
    return Decimal(stated[str(indicator_id)]) if str(indicator_id) in stated else None
