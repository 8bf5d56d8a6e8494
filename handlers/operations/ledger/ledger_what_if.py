"""What an entry would move if it came into force: points, places, and who gives way."""

import asyncio
from dataclasses import replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.ledger_facts import worth
from handlers.operations.ledger.ledger_terms import Matter
from handlers.operations.ledger.ledger_words import points_said
from handlers.show import points
from handlers.texts import Msg, msg
from scoring.due import last_ended
from scoring.engine import rescore
from scoring.model import Book
from scoring.result import Result
from storage.schemes import SchemeRow
from storage.units import UnitRow

OTHERS_SHOWN = 8


async def expected(
    conn: AsyncConnection, city: City, boards: BoardShelf, matter: Matter, *, today: date
) -> Msg:
    """Return what an entry would move in the last month with figures; nothing is changed.

    Of one that is to be revoked it is what revoking would move, had the entry counted until then.
    """
    unit = city.unit(matter.entry.unit_id)
    scheme_row = city.scheme_for(matter.entry.year, unit.track)
    if scheme_row is None:
        return msg("nothing")
    if matter.item.item.kind == "veto":
        return msg("ledger-effect-veto-if")
    book = await boards.book(conn, city, scheme_row)
    filled = [month for month, cells in book.entries.items() if cells]
    ended = last_ended(today)
    period = max((month for month in filled if month <= ended), default=ended)
    old = await boards.result(conn, city, scheme_row, period)
    if old.units[unit.code].score is None:
        return msg("ledger-effect-unknown", unit=unit.short_name)
    without, with_it = await asyncio.to_thread(supposed, book, old, city, matter)
    if matter.entry.state == "revoking":
        return _said(city, scheme_row, unit, None, with_it, without)
    return _said(city, scheme_row, unit, str(matter.entry.id), without, with_it)


def supposed(book: Book, known: Result, city: City, matter: Matter) -> tuple[Result, Result]:
    """Return the result as if there were no such entry, and as if it had been in force."""
    entry = worth(city, matter.entry, matter.item, in_force_on=known.period.end_on)
    others = tuple(each for each in book.ledger if each.number != entry.number)
    return (
        rescore(replace(book, ledger=others), known, units={entry.unit}),
        rescore(replace(book, ledger=(*others, entry)), known, units={entry.unit}),
    )


def _said(
    city: City, row: SchemeRow, unit: UnitRow, number: str | None, old: Result, new: Result
) -> Msg:
    """Return what moves from one result to the other; *number* is the entry that comes into it."""
    places = row.scheme.places
    moved = [code for code in new.units if code != unit.code and old.place(code) != new.place(code)]
    others = [
        msg(
            "ledger-effect-other",
            unit=city.unit_by_code[code].short_name,
            place=old.place(code) or 0,
            place_after=new.place(code) or 0,
        )
        for code in moved[:OTHERS_SHOWN]
    ]
    effects = new.units[unit.code].adjustment.effects
    effect = next((each for each in effects if each.entry.number == number), None)
    if effect is not None and effect.limit != "none":
        counted, whole = points_said(effect.counted), points_said(effect.entry.points)
        others.append(msg("ledger-capped-if", counted=counted, points=whole))
    return msg(
        "ledger-effect-off-if" if number is None else "ledger-effect-if",
        period=new.period,
        unit=unit.short_name,
        before=points(old.units[unit.code].score, places),
        after=points(new.units[unit.code].score, places),
        place=old.place(unit.code) or 0,
        place_after=new.place(unit.code) or 0,
        others=others or [msg("ledger-effect-nobody")],
    )
