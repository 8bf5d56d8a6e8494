"""Tables of the monthly workbook as plain columns and rows, before any spreadsheet is opened."""

from collections.abc import Iterator

from bot.reports.ledger_sheet import ledger_cells, ledger_columns, ledger_sheet
from bot.reports.table import Cell, Column, Table
from bot.reports.wording import Words
from handlers.books import MonthlyBook, RankLine
from handlers.report_lines import Card, HeatCell, State


def tables(book: MonthlyBook, words: Words) -> Iterator[Table]:
    """Yield every table of the book that has rows, in the order of the sheets."""
    yield from _rankings(book, words)
    yield from _points(book, words)
    if book.ledger:
        yield ledger_sheet(book, words)
    if book.figures:
        yield _figures(book, words)
    if book.filings:
        yield _filings(book, words)
    if book.observations:
        yield _observations(book, words)
    if book.burden:
        yield _burden(book, words)
    if book.methods:
        yield _methods(book, words)


def _rankings(book: MonthlyBook, words: Words) -> Iterator[Table]:
    say = words.say
    for ranking in book.rankings:
        blocks = tuple(Column(f"{block.name}", "number") for block in ranking.blocks)
        adjusted = ledger_columns(words) if ranking.is_adjusted else ()
        columns = (
            Column(say("reports-place"), "count", 7),
            Column(say("reports-column-unit-code"), wide=10),
            Column(say("reports-unit"), wide=34),
            Column(say("reports-score"), "number"),
            Column(say("reports-column-rate"), "rate"),
            Column(say("reports-column-coverage"), "rate", 14),
            Column(say("reports-column-move"), "move", 14),
            Column(say("reports-column-mark"), wide=16),
            *adjusted,
            *blocks,
        )
        rows = tuple(
            (
                line.place,
                line.unit_code,
                line.unit_name,
                line.score,
                line.rate_pct,
                line.coverage_pct,
                line.move,
                _marks(line, words),
                *(ledger_cells(line) if adjusted else ()),
                *(line.block_points or (None,) * len(blocks)),
            )
            for line in ranking.lines
        )
        name = say("reports-sheet-ranking")
        yield Table(_named(name, ranking.heading.category), name, ranking.heading, columns, rows)


def _marks(line: RankLine, words: Words) -> str:
    marks = []
    if line.is_tied:
        marks.append(words.say("reports-tied"))
    if line.is_bottom:
        marks.append(words.say("reports-bottom"))
    if line.vetoes:
        marks.append(words.say("reports-veto"))
    return words.say("reports-comma").join(marks)


def _points(book: MonthlyBook, words: Words) -> Iterator[Table]:
    say = words.say
    for heat in book.points:
        columns = (
            Column(say("reports-column-indicator-code"), wide=10),
            Column(say("reports-column-indicator"), wide=36),
            Column(say("reports-column-full"), "number", 9),
            *(Column(unit.unit_name, "number", 11) for unit in heat.units),
        )
        rows = tuple(
            (
                row.indicator_code,
                row.indicator_name,
                row.full,
                *(_points_cell(cell, words) for cell in row.cells),
            )
            for row in heat.rows
        )
        name = say("reports-sheet-points")
        yield Table(_named(name, heat.heading.category), name, heat.heading, columns, rows)


def _points_cell(cell: HeatCell, words: Words) -> Cell:
    return words.state(cell.state) if cell.got is None else cell.got


def _figures(book: MonthlyBook, words: Words) -> Table:
    say = words.say
    columns = (
        Column(say("reports-column-category"), wide=14),
        Column(say("reports-column-indicator-code"), wide=10),
        Column(say("reports-column-indicator"), wide=34),
        Column(say("reports-column-measure"), wide=10),
        Column(say("reports-column-unit-code"), wide=10),
        Column(say("reports-unit"), wide=30),
        Column(say("reports-column-state"), wide=10),
        Column(say("reports-column-value"), "number", 14),
        Column(say("reports-column-base"), "number", 14),
        Column(say("reports-column-growth"), "rate"),
        Column(say("reports-column-target"), "number", 14),
        Column(say("reports-column-completion"), "rate"),
        Column(say("reports-column-plan"), "rate"),
        Column(say("reports-column-gap"), "rate"),
        Column(say("reports-place"), "place", 7),
        Column(say("reports-column-restated"), wide=9),
        Column(say("reports-column-disputed"), wide=9),
        Column(say("reports-column-adjusted"), wide=30),
    )
    rows = tuple(
        (
            line.category,
            line.indicator_code,
            line.indicator_name,
            line.measure,
            line.unit_code,
            line.unit_name,
            _state(line.state, words),
            line.value,
            line.base,
            line.growth_pct,
            line.target,
            line.completion_pct,
            line.plan_pct,
            line.gap_pp,
            line.place,
            say("reports-yes") if line.is_restated else None,
            say("reports-yes") if line.is_disputed else None,
            words.adjusted(line.adjusted_from, line.document),
        )
        for line in book.figures
    )
    name = say("reports-sheet-figures")
    return Table(name, name, book.heading, columns, rows)


def _state(state: State, words: Words) -> str:
    return words.say("reports-state-reported") if state == "reported" else words.state(state)


def _filings(book: MonthlyBook, words: Words) -> Table:
    say = words.say
    columns = (
        Column(say("reports-column-code"), wide=10),
        Column(say("reports-column-reporter"), wide=30),
        Column(say("reports-column-due"), "count"),
        Column(say("reports-column-on-time"), "count"),
        Column(say("reports-column-late"), "count"),
        Column(say("reports-column-missing"), "count"),
        Column(say("reports-column-late-days"), "count", 14),
        Column(say("reports-column-card"), wide=14),
    )
    rows = tuple(
        (
            line.reporter_code,
            line.reporter_name,
            line.due,
            line.on_time,
            line.late,
            line.missing,
            line.late_days,
            _card(line.card, words),
        )
        for line in book.filings
    )
    name = say("reports-sheet-filings")
    return Table(name, name, book.heading, columns, rows)


def _card(card: Card, words: Words) -> str:
    match card:
        case "none":
            return words.say("reports-card-none")
        case "yellow":
            return words.say("reports-card-yellow")
        case "red":
            return words.say("reports-card-red")


def _burden(book: MonthlyBook, words: Words) -> Table:
    say = words.say
    columns = (
        Column(say("reports-column-code"), wide=10),
        Column(say("reports-column-reporter"), wide=30),
        Column(say("reports-column-person"), wide=18),
        Column(say("reports-column-messages"), "count"),
        Column(say("reports-column-taps"), "count"),
        Column(say("reports-column-acts"), "count"),
        Column(say("reports-column-pushes"), "count"),
        Column(say("reports-column-figures"), "count"),
    )
    rows = tuple(
        (
            line.unit_code,
            line.unit_name,
            line.person or say("reports-burden-unit"),
            line.messages,
            line.taps,
            line.messages + line.taps,
            line.pushes,
            line.figures,
        )
        for line in book.burden
    )
    name = say("reports-sheet-burden")
    return Table(name, name, book.heading, columns, rows)


def _observations(book: MonthlyBook, words: Words) -> Table:
    say = words.say
    columns = (
        Column(say("reports-column-code"), wide=10),
        Column(say("reports-unit"), wide=34),
        Column(say("reports-column-reported"), "count"),
        Column(say("reports-column-verified"), "count"),
        Column(say("reports-column-refuted"), "count"),
        Column(say("reports-column-settled"), "count"),
        Column(say("reports-column-overdue"), "count", 14),
    )
    rows = tuple(
        (
            line.unit_code,
            line.unit_name,
            line.reported,
            line.verified,
            line.refuted,
            line.settled,
            line.overdue,
        )
        for line in book.observations
    )
    name = say("reports-sheet-observations")
    return Table(name, name, book.heading, columns, rows)


def _methods(book: MonthlyBook, words: Words) -> Table:
    say = words.say
    columns = (
        Column(say("reports-column-indicator-code"), wide=10),
        Column(say("reports-column-indicator"), wide=36),
        Column(say("reports-column-full"), "number", 9),
        Column(say("reports-column-method"), wide=44),
        Column(say("reports-column-reporter"), wide=24),
        Column(say("reports-column-source"), wide=40),
    )
    rows = tuple(
        (
            line.indicator_code,
            line.indicator_name,
            line.full,
            line.method,
            line.reporter_name,
            line.source,
        )
        for line in book.methods
    )
    name = say("reports-sheet-methods")
    return Table(name, name, book.heading, columns, rows)


def _named(name: str, category: str) -> str:
    return f"{name} {category}".rstrip()
