"""Compute by an item's rule how many cases each unit has (自动测算), and propose what comes of it.

A rule only proposes: the verifying unit checks, the office recognises, public notice follows. What
is proposed rests on a frozen month; before that the numbers are shown and nothing more.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.operations.ledger.propose_points import Fact, key_of, may_propose, propose
from handlers.operations.months.standings import units_in
from handlers.texts import Msg, Texts, msg
from scoring.due import last_ended
from scoring.ledger_course import FALLEN
from scoring.ledger_rules import (
    Computed,
    LedgerRule,
    contribution_first,
    fixed_share,
    growth_above_mean,
    last_word,
    ledger_rule,
    places_gained,
)
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.rounding import rounded, shown
from storage import ledger, ledger_items, observed, periods
from storage.ledger import Entry
from storage.ledger_items import ItemRow
from storage.people import Person
from storage.schemes import SchemeRow
from storage.units import UnitRow

YEAR_END = 12
PCT_PLACES = 2
CITY_LANG = "zh"
"""The words of an entry are the city's record, whatever language its reader has."""


@dataclass(frozen=True)
class UnitComputed:
    """What a unit comes to, and the entry that was made of it before, if there is one."""

    unit: UnitRow
    found: Computed
    entry: Entry | None


@dataclass(frozen=True)
class Sheet:
    """An item computed for a month; *lines* is empty where there is nothing to compute from."""

    row: ItemRow
    rule: LedgerRule
    period: Period
    is_frozen: bool
    lines: Sequence[UnitComputed]

    @property
    def open_lines(self) -> list[UnitComputed]:
        """The units that have earned something and have no entry for it yet."""
        return [each for each in self.lines if each.found.cases and each.entry is None]


async def items_with_rules(conn: AsyncConnection, year: int) -> list[ItemRow]:
    """Return the items of a year that can be computed."""
    return [each for each in await ledger_items.all_items(conn, year) if each.item.rule]


async def compute(
    conn: AsyncConnection, city: City, boards: BoardShelf, code: str, year: int, *, now: datetime
) -> Sheet:
    """Compute an item of a year for its last frozen month, or before any for the last one over.

    Raises NotFound without such an item or scheme.
    """
    row = await ledger_items.by_code(conn, year, code)
    track = "agency" if row is not None and row.item.scope == "agency" else "town"
    scheme_row = city.scheme_for(year, track)
    if row is None or not row.item.rule or scheme_row is None:
        raise NotFound("ledger-item-unknown", text=code)
    rule = ledger_rule(row.item.rule)
    period, is_frozen = await _month(conn, scheme_row, city, year, now=now)
    found = await _found(conn, city, boards, scheme_row, rule, period, now=now)
    entries = {
        each.unit_id: each
        for each in await ledger.of_year(conn, year)
        if each.item_id == row.id and each.state not in FALLEN and each.fact_key == key_of(row, ANY)
    }
    lines = [
        UnitComputed(unit, each, entries.get(unit.id))
        for each in found
        if (unit := city.unit_by_code.get(each.unit)) is not None
    ]
    return Sheet(row, rule, period, is_frozen, sorted(lines, key=lambda each: -each.found.cases))


async def propose_computed(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    texts: Texts,
    who: Person,
    code: str,
    year: int,
    *,
    unit_code: str | None = None,
    now: datetime,
) -> list[int]:
    """Propose what a rule comes to for one unit, or for all that have none yet; return the numbers.

    Raises Refusal before a month is frozen, NotAllowed for anybody but the office and the verifying
    unit, Outdated where nothing is left to propose.
    """
    sheet = await compute(conn, city, boards, code, year, now=now)
    if not sheet.is_frozen:
        raise Refusal("computed-not-frozen", period=sheet.period)
    chosen = [each for each in sheet.open_lines if unit_code in {None, each.unit.code}]
    allowed = [each for each in chosen if may_propose(who, sheet.row, each.unit)]
    if chosen and not allowed:
        raise NotAllowed("ledger-propose-not-yours", code=code)
    numbers: list[int] = []
    for each in allowed:
        number = await propose(
            conn,
            city,
            unit=each.unit,
            item_code=code,
            fact=Fact(
                said=texts.plain(CITY_LANG, fact_said(sheet, each.found)), cases=each.found.cases
            ),
            source=None,
            by=who,
            now=now,
        )
        numbers += [] if number is None else [number]
    if not numbers:
        raise Outdated("computed-nothing-left", code=code)
    return numbers


def fact_said(sheet: Sheet, found: Computed) -> Msg:
    """Return in words what a unit's cases follow from."""
    pct = sheet.rule.name == "growth_above_mean"
    return msg(
        "computed-fact",
        rule=sheet.rule.name,
        of=sheet.rule.of,
        period=sheet.period,
        own=f"{rounded(found.own, PCT_PLACES):f}" if pct else shown(found.own),
        against=f"{rounded(found.against, PCT_PLACES):f}" if pct else shown(found.against),
        cases=shown(found.cases),
        earns=int(bool(found.cases)),
        codes=" ".join(found.codes) or "—",
    )


ANY = Fact(said="")


async def _month(
    conn: AsyncConnection, row: SchemeRow, city: City, year: int, *, now: datetime
) -> tuple[Period, bool]:
    """Return the last frozen month of a year, else the last one that is over."""
    ended = last_ended(now.astimezone(city.zone).date())
    last = Period(year, YEAR_END) if ended.year > year else ended
    for month in range(last.month, 0, -1):
        period = Period(year, month)
        acts = await periods.acts(conn, row.id, period)
        if periods.locked_since(acts, indicator_id=None, at=now) is not None:
            return period, True
    return last, False


async def _found(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    row: SchemeRow,
    rule: LedgerRule,
    period: Period,
    *,
    now: datetime,
) -> list[Computed]:
    """Return what a rule comes to for every unit of the scheme, by category where it compares."""
    codes = [unit.code for unit in units_in(city, row)]
    match rule.name:
        case "growth_above_mean":
            book = await boards.book(conn, city, row)
            return await asyncio.to_thread(growth_above_mean, book, period, rule.of, codes)
        case "contribution_first":
            book = await boards.book(conn, city, row)
            return await asyncio.to_thread(contribution_first, book, period, rule.of, codes)
        case "places_gained":
            result = await boards.result(conn, city, row, period)
            before = await _last_year(conn, city, row)
            return places_gained({code: result.place(code) for code in codes}, before)
        case "fixed_share":
            words = await _last_words(conn, city, codes, period, now=now)
            return fixed_share(words, int(rule.of))


async def _last_year(conn: AsyncConnection, city: City, row: SchemeRow) -> dict[str, int | None]:
    """Return the places at the end of the year before, as they were frozen; none without them."""
    year = row.scheme.year - 1
    before = city.scheme_for(year, row.scheme.track)
    if before is None:
        return {}
    kept = await periods.latest_snapshot(conn, before.id, Period(year, YEAR_END))
    return {} if kept is None else {c: e["place"] for c, e in kept.places["units"].items()}


async def _last_words(
    conn: AsyncConnection, city: City, codes: Sequence[str], period: Period, *, now: datetime
) -> dict[str, tuple[int, int]]:
    """Return for each unit how many observers said at last that it is fixed, of how many at all.

    Of what was verified in the year up to the period's end and not found wrong since.
    """
    said = {code: [0, 0] for code in codes}
    for each in await observed.known_at(conn, at=now):
        code = city.unit(each.unit_id).code
        kinds = [kind for kind, _ in each.events]
        first = next(at for kind, at in each.events if kind == "verified")
        day = first.astimezone(city.zone).date()
        word = last_word(kinds)
        is_in_time = day.year == period.year and day <= period.end_on
        if code not in said or word is None or not is_in_time or "refuted" in kinds:
            continue
        said[code][0] += int(word)
        said[code][1] += 1
    return {code: (fixed, words) for code, (fixed, words) in said.items()}
