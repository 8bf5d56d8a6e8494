"""What became of points that no longer count: revoked entries in reasons and in a change."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.ledger_facts import entries_of
from handlers.operations.ledger.ledger_terms import Matter
from handlers.operations.ledger.ledger_words import points_said
from handlers.texts import Msg, msg
from scoring.adjustments import Adjustment, Effect, adjustment
from scoring.facts import ZERO
from scoring.ledger_entry import LedgerEntry
from scoring.ledger_points import points_of
from storage import ledger, ledger_items
from storage.units import UnitRow

REASON_SHOWN = 80


async def ended_lines(
    conn: AsyncConnection, city: City, unit: UnitRow, year: int, *, on: date
) -> list[Msg]:
    """Return a line for each entry of a unit that was revoked by a day: what it was, and why."""
    entries = await ledger.of_unit(conn, unit.id, year)
    items = {each.id: each.item for each in await ledger_items.all_items(conn, year)}
    known = {each.id: each for each in entries}
    lines: list[Msg] = []
    for back in entries:
        since = back.at.astimezone(city.zone).date()
        if back.reverses_id is None or since > on:
            continue
        entry, item = known[back.reverses_id], items[back.item_id]
        worth = points_of(item.terms(unit.track), cases=entry.cases, level=entry.level)
        lines.append(
            msg(
                "ledger-ended",
                number=str(entry.id),
                code=item.code,
                item=item.name,
                points=points_said(worth),
                since=since,
                document=back.document,
                reason=back.fact[:REASON_SHOWN],
            )
        )
    return lines


async def ledger_change(conn: AsyncConnection, old: Adjustment, new: Adjustment) -> Msg:
    """Return which entries moved a unit's points from one result to another, and why each did."""
    was = {each.entry.number: each for each in old.effects}
    now = {each.entry.number: each for each in new.effects}
    moved = [
        number
        for number in dict.fromkeys((*was, *now))
        if _counted(was.get(number)) != _counted(now.get(number))
    ]
    reversals = await ledger.reversals_of(conn, [int(each) for each in moved if each.isdigit()])
    said: Msg | None = None
    for number in moved:
        entry = (now.get(number) or was[number]).entry
        line = msg(
            "change-ledger-entry",
            number=number,
            code=entry.item,
            points=points_said(_counted(now.get(number)) - _counted(was.get(number))),
            why=_why(number in was, number in now, number in reversals),
            document=reversals[number].document if number in reversals else "",
        )
        said = line if said is None else msg("change-ledger-then", first=said, then=line)
    return msg("nothing") if said is None else msg("change-ledger-entries", entries=said)


def _counted(effect: Effect | None) -> Decimal:
    return ZERO if effect is None else effect.counted


def _why(was: bool, is_now: bool, is_revoked: bool) -> str:  # noqa: FBT001 - three plain facts
    if is_now:
        return "cap" if was else "new"
    return "revoked" if is_revoked else "ended"


async def balance_moved(conn: AsyncConnection, city: City, matter: Matter, *, now: datetime) -> Msg:
    """Return what a unit's bonus and deductions come to after this step and came to before it.

    The step has put the entry in force, or has just revoked it; nothing for a veto.
    """
    entry = matter.entry
    unit = city.unit(entry.unit_id)
    row = city.scheme_for(entry.year, unit.track)
    if row is None or matter.item.item.kind == "veto":
        return msg("nothing")
    today = now.astimezone(city.zone).date()
    own = [each for each in await entries_of(conn, city, row, at=now) if each.unit == unit.code]
    this = [each for each in own if each.number == str(entry.id)]
    others = [each for each in own if each.number != str(entry.id)]
    counting = [replace(each, valid_until=None) for each in this]
    is_in_force = entry.state == "in_force"

    def net(entries: list[LedgerEntry]) -> Decimal:
        return adjustment(row.scheme, [e for e in entries if e.is_in_force(today)]).net

    with_it, without = net([*others, *counting]), net(others)
    before, after = (without, with_it) if is_in_force else (with_it, without)
    return msg(
        "ledger-news-balance",
        unit=unit.short_name,
        before=points_said(before),
        after=points_said(after),
    )
