"""What ledger entries make of a unit's points: each effect in words, and the balance under caps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.books import UnitBook
from handlers.city import City
from handlers.ledger_facts import entries_of
from handlers.operations.ledger.ledger_words import bare, last_day, points_said
from handlers.report_lines import LedgerLine, LedgerRow
from handlers.show import exact, exact_signed, points
from handlers.texts import Msg, msg
from scoring.adjustments import NO_ADJUSTMENT, Adjustment, Effect, adjustments
from scoring.facts import ZERO
from scoring.ledger_entry import LedgerEntry
from scoring.result import Result
from storage import ledger, ledger_items
from storage.schemes import SchemeRow

LINES_SHOWN = 12
CARD_LINES = 3


@dataclass(frozen=True)
class Names:
    """What entries are called: items by their codes, facts by the numbers of entries."""

    items: dict[str, str]
    facts: dict[str, str]


async def names_of(conn: AsyncConnection, year: int) -> Names:
    """Return how the items and the facts of a year's entries read."""
    items = {each.item.code: each.item.name for each in await ledger_items.all_items(conn, year)}
    facts = {str(each.id): each.fact for each in await ledger.of_year(conn, year)}
    return Names(items, facts)


async def balance(
    conn: AsyncConnection, city: City, row: SchemeRow, unit_code: str, *, now: datetime
) -> Adjustment:
    """Return what the ledger makes of a unit just now, computed from its entries."""
    known = await entries_of(conn, city, row, at=now)
    today = now.astimezone(city.zone).date()
    return adjustments(row.scheme, known, on=today).get(unit_code, NO_ADJUSTMENT)


def balance_said(row: SchemeRow, found: Adjustment) -> Msg:
    """Return a unit's balance with the caps of its scheme."""
    return msg(
        "ledger-balance",
        bonus=points_said(found.bonus),
        bonus_cap=_cap(row.scheme.bonus_cap),
        deduction=points_said(-found.deduction),
        deduction_cap=_cap(row.scheme.deduction_cap),
        vetoes=len(found.vetoes),
    )


def ledger_lines(names: Names, found: Adjustment) -> tuple[LedgerLine, ...]:
    """Return a unit's entries in force as lines of its card."""
    counted = [
        LedgerLine(
            number=each.entry.number,
            code=each.entry.item,
            name=names.items.get(each.entry.item, each.entry.item),
            counted=each.counted,
            points=each.entry.points,
            limit=each.limit,
            cap=each.entry.item_cap,
        )
        for each in found.effects
    ]
    vetoes = [
        LedgerLine(
            number=each.number,
            code=each.item,
            name=names.items.get(each.item, each.item),
            counted=each.points,
            points=each.points,
            limit="veto",
            until=str(last_day(each.valid_until) or ""),
        )
        for each in found.vetoes
    ]
    return (*counted, *vetoes)


async def ledger_rows(
    conn: AsyncConnection, city: City, row: SchemeRow, result: Result
) -> tuple[LedgerRow, ...]:
    """Return every entry that acts in a month as rows of its workbook, unit by unit."""
    names = await names_of(conn, row.scheme.year)
    rows: list[LedgerRow] = []
    for unit in city.assessed(row):
        found = result.units[unit.code].adjustment
        entries = [*(each.entry for each in found.effects), *found.vetoes]
        rows += [
            LedgerRow(
                unit_code=unit.code,
                unit_name=unit.name,
                line=line,
                fact=names.facts.get(entry.number, ""),
                document=entry.document,
                since=str(entry.in_force_on),
                receipt="" if entry.number in names.facts else entry.number,
            )
            for entry, line in zip(entries, ledger_lines(names, found), strict=True)
        ]
    return tuple(rows)


def with_ledger(said: Msg, book: UnitBook, *, places: int) -> Msg:
    """Return a card's words with what the ledger adds and takes, an entry a line, and the sum."""
    if not book.ledger:
        return said
    shown = [
        msg(
            "card-ledger-line",
            code=each.code,
            item=each.name,
            counted=points_said(each.counted),
            limit=each.limit,
            points=points_said(each.points),
            cap=_cap(each.cap),
            until=each.until or "—",
        )
        for each in book.ledger[:CARD_LINES]
    ]
    return msg(
        "card-ledger",
        said=said,
        net=points_said(sum((each.counted for each in book.ledger), ZERO)),
        sum=_sum(book, places),
        lines=shown,
        more=max(0, len(book.ledger) - CARD_LINES),
    )


def _sum(book: UnitBook, places: int) -> Msg:
    """Return the score as the sum it is; nothing before there is one, or where only vetoes are."""
    bonus = sum((each.counted for each in book.ledger if each.counted > 0), ZERO)
    taken = -sum((each.counted for each in book.ledger if each.counted < 0), ZERO)
    if book.score is None or not (bonus or taken):
        return msg("nothing")
    return msg(
        "card-ledger-sum",
        base=exact(book.score - bonus + taken, places),
        bonus=bare(bonus),
        deduction=bare(taken),
        score=points(book.score, places),
    )


def ledger_mark(found: Adjustment, places: int) -> Msg:
    """Return what the ledger makes of a unit for its line in a ranking; nothing where it does not.

    The points are already in the score.
    """
    if not found.bonus and not found.deduction and not found.vetoes:
        return msg("nothing")
    return msg(
        "rank-ledger",
        counts=int(bool(found.bonus or found.deduction)),
        net=exact_signed(found.net, places),
        vetoes=len(found.vetoes),
    )


def ledger_note(result: Result, units: Sequence[str]) -> Msg:
    """Return what the marks in a ranking mean; nothing where there are none."""
    found = [result.units[each].adjustment for each in units]
    if not any(each.bonus or each.deduction or each.vetoes for each in found):
        return msg("nothing")
    return msg("rank-ledger-note")


def effect_lines(names: Names, found: Adjustment, most: int = LINES_SHOWN) -> list[Msg]:
    """Return a line for each entry in force: what it counts for, and why not for more."""
    lines = [effect_line(names, each) for each in found.effects]
    lines += [veto_line(names, each) for each in found.vetoes]
    more = len(lines) - most
    return lines if more <= 0 else [*lines[:most], msg("ledger-effects-more", count=more)]


def effect_line(names: Names, found: Effect) -> Msg:
    """Return what one entry counts for: item, fact, document, since when, and what limits it."""
    entry = found.entry
    return msg(
        "ledger-effect",
        number=entry.number,
        code=entry.item,
        item=names.items.get(entry.item, entry.item),
        counted=points_said(found.counted),
        limited=limited(found),
        fact=fact_said(names, entry),
        document=document_said(entry),
        since=entry.in_force_on,
    )


def limited(found: Effect) -> Msg:
    """Return what keeps an entry from counting in full; nothing for one that does."""
    if found.limit == "none":
        return msg("nothing")
    return msg(
        "ledger-limited",
        limit=found.limit,
        points=points_said(found.entry.points),
        cap=_cap(found.entry.item_cap),
    )


def veto_line(names: Names, entry: LedgerEntry) -> Msg:
    """Return a veto in force: it bars from honours and takes no points."""
    return msg(
        "ledger-effect-veto",
        number=entry.number,
        code=entry.item,
        item=names.items.get(entry.item, entry.item),
        document=document_said(entry),
        until=last_day(entry.valid_until) or entry.in_force_on,
    )


def fact_said(names: Names, entry: LedgerEntry) -> Msg:
    """Return the fact of an entry; a derived one is an observation under its receipt."""
    fact = names.facts.get(entry.number)
    if fact is None:
        return msg("ledger-fact-observed", receipt=entry.number)
    return msg("verbatim", text=fact[:80])


def document_said(entry: LedgerEntry) -> Msg:
    """Return the document of an entry, where it has one."""
    return msg("ledger-document", document=entry.document) if entry.document else msg("nothing")


def _cap(cap: Decimal | None) -> str:
    return "—" if cap is None else bare(abs(cap))
