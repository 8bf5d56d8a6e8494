"""The ledger as the rules read it: entries in force, and what verified observations add to it.

Nothing here is kept: the same rows give the same entries. A deduction for an observation names the
observation by its receipt and nobody who saw anything.
"""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from scoring.ledger_points import points_of
from scoring.model import LedgerEntry, Period
from scoring.observed import spans
from storage import ledger, ledger_items, ledger_steps, observed, periods
from storage.ledger import Entry
from storage.ledger_items import ALL, ItemRow, RuleRow
from storage.ledger_steps import Event
from storage.schemes import SchemeRow

YEAR_END = 12


async def version(conn: AsyncConnection) -> tuple[int, int]:
    """Return the last steps of the ledger and of observations that a result may rest on."""
    return await ledger_steps.newest(conn), await observed.newest_event(conn)


async def observed_entries(
    conn: AsyncConnection, city: City, row: SchemeRow, *, at: datetime
) -> list[LedgerEntry]:
    """Return what verified observations alone add to a scheme's ledger, before any cap."""
    year, track = row.scheme.year, row.scheme.track
    rules = [each for each in await ledger_items.all_rules(conn, year) if each.rule.track == track]
    items = {each.id: each for each in await ledger_items.all_items(conn, year)}
    return await _observed(conn, city, rules, items, year, track, at=at) if rules else []


async def entries_of(
    conn: AsyncConnection, city: City, row: SchemeRow, *, at: datetime
) -> tuple[LedgerEntry, ...]:
    """Return a scheme's ledger as it was known at a moment, in the order of its numbers."""
    year, track = row.scheme.year, row.scheme.track
    items = {each.id: each for each in await ledger_items.all_items(conn, year)}
    found = [
        each for each in await ledger.of_year(conn, year) if city.unit(each.unit_id).track == track
    ]
    events = await ledger_steps.of_all(conn, [each.id for each in found])
    closed_at = await _closed_at(conn, row)
    known = [
        as_fact(city, each, items[each.item_id], events[each.id], at=at, closed_at=closed_at)
        for each in found
    ]
    rules = [each for each in await ledger_items.all_rules(conn, year) if each.rule.track == track]
    derived = await _observed(conn, city, rules, items, year, track, at=at) if rules else []
    return (*(each for each in known if each is not None), *derived)


async def _closed_at(conn: AsyncConnection, row: SchemeRow) -> datetime | None:
    """Return when the year's last month was frozen for the first time, or None."""
    month = await periods.acts(conn, row.id, Period(row.scheme.year, YEAR_END))
    return next((each.at for each in month if each.act == "frozen"), None)


def as_fact(
    city: City,
    entry: Entry,
    item: ItemRow,
    events: list[Event],
    *,
    at: datetime,
    closed_at: datetime | None = None,
) -> LedgerEntry | None:
    """Return an entry as the rules read it at a moment; None before it was in force.

    What happens in January belongs to the year that is over, as of its last day, until that year's
    last month is frozen (*closed_at*).
    """
    days: dict[str, date] = {}
    for each in events:
        if each.at <= at and each.state in {"in_force", "revoked"}:
            day = each.at.astimezone(city.zone).date()
            if day.year > entry.year and (closed_at is None or each.at <= closed_at):
                day = date(entry.year, YEAR_END, 31)
            # What was to be revoked and is kept goes on; it did not begin anew.
            days.setdefault(each.state, day)
    if "in_force" not in days:
        return None
    ends = [each for each in (days.get("revoked"), entry.valid_until) if each is not None]
    return worth(
        city, entry, item, in_force_on=days["in_force"], valid_until=min(ends, default=None)
    )


def worth(
    city: City,
    entry: Entry,
    item: ItemRow,
    *,
    in_force_on: date,
    valid_until: date | None = None,
) -> LedgerEntry:
    """Return an entry as the rules read it if it is in force from a day on."""
    unit = city.unit(entry.unit_id)
    terms = item.item.terms(unit.track)
    return LedgerEntry(
        unit=unit.code,
        item=item.item.code,
        points=points_of(terms, cases=entry.cases, level=entry.level),
        in_force_on=in_force_on,
        kind=terms.kind,
        item_cap=terms.cap,
        document=entry.document,
        valid_until=valid_until,
        fact=entry.fact_key,
        number=str(entry.id),
    )


async def _observed(
    conn: AsyncConnection,
    city: City,
    rules: list[RuleRow],
    items: Mapping[int, ItemRow],
    year: int,
    track: str,
    *,
    at: datetime,
) -> list[LedgerEntry]:
    """Return a deduction for each verified observation under the rule of its category."""
    entries: list[LedgerEntry] = []
    for each in await observed.known_at(conn, at=at):
        unit = city.unit(each.unit_id)
        if unit.track != track:
            continue
        days = [(kind, moment.astimezone(city.zone).date()) for kind, moment in each.events]
        first = next(day for kind, day in days if kind == "verified")
        found = _rule_for(rules, each.category, first)
        if found is None or first.year != year:
            continue
        terms = items[found.item_id].item.terms(track)
        caps = [cap for cap in (found.rule.cap, terms.cap) if cap is not None]
        entries += [
            LedgerEntry(
                unit=unit.code,
                item=items[found.item_id].item.code,
                points=-found.rule.points,
                in_force_on=since,
                kind="deduction",
                item_cap=min(caps, default=None),
                valid_until=until,
                fact=each.receipt,
                number=each.receipt,
            )
            for since, until in spans(days, found.rule.counts)
        ]
    return entries


def _rule_for(rules: list[RuleRow], category: str, verified_on: date) -> RuleRow | None:
    """Return the newest rule for a category on a day; one for all where it has none of its own."""
    begun = [each for each in rules if each.rule.since <= verified_on]
    own = [each for each in begun if each.rule.category == category]
    general = [each for each in begun if each.rule.category == ALL]
    found = own or general
    return found[-1] if found else None
