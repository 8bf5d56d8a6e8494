"""The monthly workbook of a scheme: rankings, points, figures, discipline and methods as values."""

import asyncio
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import HeatBook, MonthlyBook
from handlers.city import City
from handlers.operations.ledger.ledger_effects import ledger_rows
from handlers.operations.months.compose_books import ranking_book
from handlers.operations.months.snapshot_month import inputs
from handlers.operations.months.standings import HUNDRED, RATE_PLACES, categories, heading, units_in
from handlers.operations.record.discipline import discipline, filing_lines
from handlers.operations.results.unit_lines import column_places, indicator_line, shown_state
from handlers.report_lines import AdjustedLine, FigureLine, HeatCell, HeatRow, HeatUnit, MethodLine
from scoring.column import IndicatorScore
from scoring.figures import planned_pct
from scoring.model import Book, Indicator, Period, Reported, Target
from scoring.result import Result
from scoring.rounding import rounded
from storage import disputes, restatements
from storage.schemes import SchemeRow
from storage.units import UnitRow


async def monthly_book(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    now: datetime,
) -> MonthlyBook:
    """Return a scheme's month whole, for the workbook; it says which readings it rests on."""
    result = await boards.result(conn, city, scheme_row, period)
    book = await boards.book(conn, city, scheme_row)
    used = await inputs(conn, city, boards, scheme_row, period)
    names = categories(city, scheme_row)
    disputed = await disputed_cells(conn, city, scheme_row)
    restated = await restated_cells(conn, city, scheme_row)
    own = {row.id for row in scheme_row.indicators}
    kept = [line for line in await discipline(conn, city, period, now=now) if line.row.id in own]
    rankings = [
        await ranking_book(
            conn, city, boards, scheme_row, period, category=name, own=frozenset(), now=now
        )
        for name in names
    ]
    return MonthlyBook(
        heading=await heading(conn, scheme_row, result, category="", now=now),
        rankings=tuple(rankings),
        points=tuple(
            [
                await heat_book(conn, city, boards, scheme_row, period, category=name, now=now)
                for name in names
            ]
        ),
        figures=await asyncio.to_thread(
            _all_figures, city, scheme_row, book, result, disputed, restated
        ),
        filings=filing_lines(kept),
        methods=tuple(_method_line(city, each) for each in scheme_row.scheme.indicators),
        ledger=await ledger_rows(conn, city, scheme_row, result),
        versions_digest=used.digest,
        versions_count=len(used.reading_ids),
    )


async def heat_book(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    category: str,
    now: datetime,
) -> HeatBook:
    """Return the points of every unit of a category in every indicator that judges any of them."""
    result = await boards.result(conn, city, scheme_row, period)
    book = await boards.book(conn, city, scheme_row)
    units = units_in(city, scheme_row, category)
    return HeatBook(
        heading=await heading(conn, scheme_row, result, category=category, now=now),
        units=tuple(HeatUnit(unit_code=u.code, unit_name=u.short_name) for u in units),
        rows=await asyncio.to_thread(_heat_rows, scheme_row, book, result, units),
        adjusted=tuple(_adjusted(scheme_row, book, result, units)),
    )


def _adjusted(
    scheme_row: SchemeRow, book: Book, result: Result, units: list[UnitRow]
) -> Iterator[AdjustedLine]:
    """Yield the targets behind the points that were adjusted in the year."""
    for indicator in scheme_row.scheme.indicators:
        column = result.columns[indicator.code]
        for unit in units:
            word = _word(book, result, column.get(unit.code))
            if word is not None and word.document:
                yield AdjustedLine(
                    indicator_code=indicator.code,
                    unit_name=unit.short_name,
                    since=str(word.since),
                    document=word.document,
                )


def _word(book: Book, result: Result, each: IndicatorScore | None) -> Target | None:
    """Return what a unit was held to in the period whose figure spoke."""
    if each is None:
        return None
    return book.target(each.figure_of or result.period, each.indicator, each.unit)


def _heat_rows(
    scheme_row: SchemeRow, book: Book, result: Result, units: list[UnitRow]
) -> tuple[HeatRow, ...]:
    return tuple(
        _heat_row(book, result, indicator, units)
        for indicator in scheme_row.scheme.indicators
        if _has_begun(result, indicator, units)
    )


def _has_begun(result: Result, indicator: Indicator, units: list[UnitRow]) -> bool:
    column = result.columns[indicator.code]
    return any(
        unit.code in column and column[unit.code].state not in {"not_yet", "not_applicable"}
        for unit in units
    )


def _heat_row(book: Book, result: Result, indicator: Indicator, units: list[UnitRow]) -> HeatRow:
    column = result.columns[indicator.code]
    judged = [column[unit.code] for unit in units if unit.code in column]
    return HeatRow(
        indicator_code=indicator.code,
        indicator_name=indicator.name,
        full=rounded(max(each.points for each in judged), RATE_PLACES),
        cells=tuple(_heat_cell(book, result, column.get(unit.code)) for unit in units),
    )


def _heat_cell(book: Book, result: Result, each: IndicatorScore | None) -> HeatCell:
    if each is None:
        return HeatCell(got=None, share_pct=None, state="not-applicable")
    share = each.score * HUNDRED / each.points if each.score is not None and each.points else None
    return HeatCell(
        got=each.score,
        share_pct=None if share is None else rounded(share, RATE_PLACES),
        state=shown_state(book, result, each),
        is_adjusted=bool((word := _word(book, result, each)) and word.document),
    )


async def disputed_cells(
    conn: AsyncConnection, city: City, scheme_row: SchemeRow
) -> frozenset[tuple[Period, str, str]]:
    """Return the figures of a scheme that are disputed just now: month, indicator and unit."""
    codes = {row.id: row.indicator.code for row in scheme_row.indicators}
    return frozenset(
        (each.period, codes[each.indicator_id], city.unit(each.unit_id).code)
        for each in await disputes.all_open(conn)
        if each.indicator_id in codes
    )


async def restated_cells(
    conn: AsyncConnection, city: City, scheme_row: SchemeRow
) -> frozenset[tuple[Period, str, str]]:
    """Return the figures of a scheme that were restated after their freeze."""
    codes = {row.id: row.indicator.code for row in scheme_row.indicators}
    return frozenset(
        (each.period, codes[each.indicator_id], city.unit(each.unit_id).code)
        for each in await restatements.all_done(conn)
        if each.indicator_id in codes
    )


def _all_figures(
    city: City,
    scheme_row: SchemeRow,
    book: Book,
    result: Result,
    disputed: Collection[tuple[Period, str, str]],
    restated: Collection[tuple[Period, str, str]],
) -> tuple[FigureLine, ...]:
    return tuple(
        line
        for name in categories(city, scheme_row)
        for line in _figure_lines(city, scheme_row, book, result, name, disputed, restated)
    )


def _figure_lines(
    city: City,
    scheme_row: SchemeRow,
    book: Book,
    result: Result,
    category: str,
    disputed: Collection[tuple[Period, str, str]],
    restated: Collection[tuple[Period, str, str]],
) -> Iterator[FigureLine]:
    units = units_in(city, scheme_row, category)
    for indicator in scheme_row.scheme.indicators:
        if not _has_begun(result, indicator, units):
            continue
        column = result.columns[indicator.code]
        judged = [unit for unit in units if unit.code in column]
        places = column_places(book, result, indicator.code, category)
        for unit in judged:
            line = _figure_line(book, result, indicator, unit, places.get(unit.code))
            speaks = column[unit.code].figure_of or result.period
            cell = (speaks, indicator.code, unit.code)
            yield replace(line, is_disputed=cell in disputed, is_restated=cell in restated)


def _gap_pp(done: Decimal | None, plan: Decimal | None) -> Decimal | None:
    """Return the distance to the plan as the two percentages shown beside it have it."""
    if done is None or plan is None:
        return None
    return rounded(done, RATE_PLACES) - rounded(plan, RATE_PLACES)


def _figure_line(
    book: Book, result: Result, indicator: Indicator, unit: UnitRow, place: int | None
) -> FigureLine:
    line = indicator_line(book, result, indicator, unit.code, place=place)
    speaks = result.columns[indicator.code][unit.code].figure_of or result.period
    entry = book.entry(speaks, indicator.code, unit.code)
    goal = book.target(speaks, indicator.code, unit.code)
    plan: Decimal | None = None
    if indicator.kind != "level" and line.completion_pct is not None:
        plan = planned_pct(book, indicator, speaks)
    return FigureLine(
        category=unit.category,
        indicator_code=indicator.code,
        indicator_name=indicator.name,
        measure=indicator.unit_of_measure,
        unit_code=unit.code,
        unit_name=unit.name,
        state=line.state,
        value=line.value,
        base=entry.base if isinstance(entry, Reported) else None,
        growth_pct=line.growth_pct,
        target=goal.target if goal else None,
        completion_pct=line.completion_pct,
        plan_pct=plan,
        gap_pp=_gap_pp(line.completion_pct, plan),
        place=place,
        adjusted_from=line.adjusted_from,
        document=line.document,
    )


def _method_line(city: City, indicator: Indicator) -> MethodLine:
    reporter = city.unit_by_code.get(indicator.monitoring_unit)
    return MethodLine(
        indicator_code=indicator.code,
        indicator_name=indicator.name,
        full=indicator.weight,
        method=indicator.method,
        reporter_name=reporter.name if reporter else "",
    )
