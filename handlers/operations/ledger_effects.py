"""What ledger entries make of a unit's points: each effect in words, and the balance under caps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.ledger_facts import entries_of
from handlers.operations.ledger_words import bare, last_day, points_said
from handlers.report_lines import LedgerLine
from handlers.texts import Msg, msg
from scoring.adjustments import NO_ADJUSTMENT, Adjustment, Effect, adjustments
from scoring.facts import ZERO
from scoring.ledger_entry import LedgerEntry
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


def with_ledger(said: Msg, lines: Sequence[LedgerLine]) -> Msg:
    """Return a card's words with what the ledger adds and takes, an entry a line."""
    if not lines:
        return said
    shown = [
        msg(
            "card-ledger-line",
            code=each.code,
            counted=points_said(each.counted),
            limit=each.limit,
            points=points_said(each.points),
            cap=_cap(each.cap),
            until=each.until or "—",
        )
        for each in lines[:CARD_LINES]
    ]
    return msg(
        "card-ledger",
        said=said,
        net=points_said(sum((each.counted for each in lines), ZERO)),
        lines=shown,
        more=max(0, len(lines) - CARD_LINES),
    )


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
