"""Keep a month's result as it is: places, bounds, the readings used, and a digest of them."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from scoring.model import Book, Entry, NoData, NotApplicable, Period, Reported
from scoring.result import Result
from storage import periods
from storage.periods import Snapshot
from storage.schemes import SchemeRow

DIGEST_SHOWN = 8


@dataclass(frozen=True)
class Inputs:
    """What a result was computed from: ids of readings, and a digest that any change changes."""

    reading_ids: list[int]
    digest: str


async def keep_month(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    now: datetime,
) -> Snapshot:
    """Keep a month's result as it stands; return what is kept.

    A result that is kept already is not kept twice.
    """
    result = await boards.result(conn, city, scheme_row, period)
    used = await inputs(conn, city, boards, scheme_row, period)
    kept = await periods.latest_snapshot(conn, scheme_row.id, period)
    if kept is not None and kept.digest == used.digest and _same(kept, result):
        return kept
    await periods.add_snapshot(
        conn,
        scheme_id=scheme_row.id,
        period=period,
        digest=used.digest,
        reading_ids=used.reading_ids,
        places={
            "units": unit_facts(result),
            "bounds": _bounds(result),
            "ledger": ledger_numbers(result),
        },
        now=now,
    )
    added = await periods.latest_snapshot(conn, scheme_row.id, period)
    if added is None:
        raise LookupError(f"no snapshot of {period} just added")
    return added


async def inputs(
    conn: AsyncConnection, city: City, boards: BoardShelf, scheme_row: SchemeRow, period: Period
) -> Inputs:
    """Return the readings a month's result rests on: those of the year up to the month.

    The digest is SHA-256 over one line for each reading and target, sorted.
    """
    book = await boards.book(conn, city, scheme_row)
    known = await boards.reading_ids(conn, city, scheme_row)
    # A year has thousands of figures: longer than the loop may be held.
    return await asyncio.to_thread(_inputs, book, dict(known), scheme_row, period)


def _inputs(
    book: Book,
    known: Mapping[tuple[Period, str, str], int],
    scheme_row: SchemeRow,
    period: Period,
) -> Inputs:
    used = {
        key: reading_id
        for key, reading_id in known.items()
        if key[0].year == period.year and key[0] <= period
    }
    lines = [scheme_row.scheme.code, str(period), *_target_lines(book, period)]
    lines += _ledger_lines(book, period)
    lines += sorted(
        f"{month}|{indicator}|{unit}|{_written(book.entry(month, indicator, unit))}"
        for month, indicator, unit in used
    )
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return Inputs(sorted(used.values()), digest)


def unit_facts(result: Result) -> dict[str, dict[str, Any]]:
    """Return each unit's place, score, rate and coverage as plain JSON."""
    return {
        code: {
            "place": result.place(code),
            "score": _text(unit.score),
            "rate": _text(unit.rate),
            "coverage": _text(unit.coverage),
        }
        for code, unit in result.units.items()
    }


def ledger_numbers(result: Result) -> list[str]:
    """Return the numbers of the ledger entries a result rests on, receipts among them."""
    adjusted = [unit.adjustment for unit in result.units.values()]
    used = [each.entry for adjustment in adjusted for each in adjustment.effects]
    used += [veto for adjustment in adjusted for veto in adjustment.vetoes]
    return sorted({each.number for each in used})


def _same(kept: Snapshot, result: Result) -> bool:
    return kept.places["units"] == unit_facts(result)


def _bounds(result: Result) -> list[list[str]]:
    return [
        [indicator, category, method, f"{bounds.best:f}", f"{bounds.worst:f}"]
        for (indicator, _, category, method), bounds in result.observed_bounds().items()
    ]


def _target_lines(book: Book, period: Period) -> list[str]:
    """Return a line for each target that counts in a month."""
    words = {cell: book.target(period, *cell) for cell in {**book.targets, **book.retargeted}}
    return sorted(
        f"{indicator}|{unit}|{_text(each.base)}|{_text(each.target)}"
        for (indicator, unit), each in words.items()
        if each is not None
    )


def _ledger_lines(book: Book, period: Period) -> list[str]:
    """Return a line for each ledger entry in force at the end of a month."""
    return sorted(
        f"ledger|{each.unit}|{each.item}|{_text(each.points)}|{each.fact}|{each.number}"
        for each in book.ledger
        if each.is_in_force(period.end_on)
    )


def _written(entry: Entry) -> str:
    match entry:
        case Reported():
            return f"{_text(entry.value)}|{_text(entry.base)}|{_text(entry.growth)}"
        case NoData():
            return "no-data"
        case NotApplicable():
            return "not-applicable"
        case _:
            return "missing"


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
