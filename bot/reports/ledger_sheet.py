"""The ledger in the monthly workbook: four columns of a ranking, and a sheet with every entry."""

from bot.reports.table import Cell, Column, Table
from bot.reports.wording import Words
from handlers.books import MonthlyBook
from handlers.report_lines import LedgerRow, RankLine


def ledger_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns that take a ranking's scores apart."""
    say = words.say
    return (
        Column(say("reports-ledger-base"), "number"),
        Column(say("reports-ledger-bonus"), "number", 9),
        Column(say("reports-ledger-deduction"), "number", 9),
    )


def ledger_cells(line: RankLine) -> tuple[Cell, ...]:
    """Return a unit's cells of them: the score is the first and the second less the third."""
    return (line.base, line.bonus or None, line.deduction or None)


def ledger_sheet(book: MonthlyBook, words: Words) -> Table:
    """Return every entry in force in the month: what it counts for, and what limits it."""
    say = words.say
    columns = (
        Column(say("reports-column-unit-code"), wide=10),
        Column(say("reports-unit"), wide=30),
        Column(say("reports-ledger-number"), wide=14),
        Column(say("reports-ledger-item-code"), wide=10),
        Column(say("reports-ledger-item"), wide=34),
        Column(say("reports-ledger-counted"), "number", 10),
        Column(say("reports-ledger-worth"), "number", 10),
        Column(say("reports-column-mark"), wide=26),
        Column(say("reports-ledger-fact"), wide=44),
        Column(say("reports-ledger-document"), wide=22),
        Column(say("reports-ledger-since"), wide=12),
    )
    rows = tuple(_row(each, words) for each in book.ledger)
    name = say("reports-sheet-ledger")
    return Table(name, name, book.heading, columns, rows)


def _row(each: LedgerRow, words: Words) -> tuple[Cell, ...]:
    line = each.line
    is_veto = line.limit == "veto"
    return (
        each.unit_code,
        each.unit_name,
        line.number,
        line.code,
        line.name,
        None if is_veto else line.counted,
        None if is_veto else line.points,
        _mark(each, words),
        words.say("reports-ledger-observed", receipt=each.receipt) if each.receipt else each.fact,
        each.document or None,
        each.since,
    )


def _mark(each: LedgerRow, words: Words) -> str | None:
    line = each.line
    if line.limit == "none":
        return None
    if line.limit == "veto":
        return words.say("reports-ledger-veto", until=line.until or "—")
    return words.say("reports-ledger-why-less", limit=line.limit)
