"""Enter points into the ledger: a unit claims them, or somebody proposes to take them away.

Of one source (an inspection's finding, an overdue rectification) only one entry ever comes. What
is claimed twice for one fact is refused; another item for the same fact is let through, and only
the highest counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.ledger.ledger_news import announce
from handlers.operations.ledger.ledger_terms import (
    DOCUMENT_MAX,
    FILES_MAX,
    OF_THE_UNIT,
    SAID_MAX,
    due_by,
)
from scoring import permissions
from scoring.ledger_course import FALLEN, Origin, begins
from scoring.ledger_points import fact_key
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, ledger, ledger_files, ledger_items
from storage.ledger import Entry, New, Source
from storage.ledger_files import File
from storage.ledger_items import ItemRow
from storage.people import Person
from storage.units import UnitRow

CASES_MAX = Decimal(1000)


@dataclass(frozen=True)
class Fact:
    """What an entry rests on: how many cases of which level, the fact, and its document (文号).

    A veto needs a document and *valid_until*, the first day on which it no longer acts.
    """

    said: str
    document: str = ""
    cases: Decimal = Decimal(1)
    level: str = ""
    valid_until: date | None = None
    files: Sequence[File] = ()


async def propose(
    conn: AsyncConnection,
    city: City,
    *,
    unit: UnitRow,
    item_code: str,
    fact: Fact,
    source: Source | None,
    by: Person | None,
    now: datetime,
) -> int | None:
    """Propose points for a unit, or a veto, by the rules themselves (*by* None) or by a person.

    Returns the number of the entry. Returns None, and does nothing, if the source has led to an
    entry before, whatever became of it, or if the city has no such item for the unit. A person must
    be of the office or of the item's verifying unit and not of the assessed one, or NotAllowed is
    raised; Refusal where the fact is not whole; Outdated where it has been entered before.
    """
    item = await item_for(conn, city, unit, item_code, now=now)
    if item is None:
        return None
    if by is not None and not may_propose(by, item, unit):
        raise NotAllowed("ledger-propose-not-yours", code=item.item.code)
    hard = item.item.kind != "bonus"
    return await _enter(conn, city, unit, item, fact, source, by, "proposal", hard=hard, now=now)


async def claim(
    conn: AsyncConnection,
    city: City,
    who: Person,
    *,
    unit: UnitRow,
    item_code: str,
    fact: Fact,
    now: datetime,
) -> int:
    """Claim points for a unit (申报加分) and hand them to the item's verifying unit.

    Raises NotAllowed for anybody but a contact of the unit, NotFound without such a bonus item,
    Refusal where the fact or its evidence is missing, Outdated where it was claimed before.
    """
    if not permissions.may_answer_for(who.roles, unit_id=unit.id):
        raise NotAllowed("ledger-claim-not-yours", unit=unit.short_name)
    item = await item_for(conn, city, unit, item_code, now=now)
    if item is None or item.item.kind != "bonus":
        raise NotFound("ledger-item-unknown", text=item_code)
    if not fact.files:
        raise Refusal("ledger-needs-evidence", evidence=item.item.evidence)
    number = await _enter(conn, city, unit, item, fact, None, who, "claim", hard=False, now=now)
    if number is None:
        raise LookupError("a claim without a source was not entered")
    return number


def may_propose(who: Person, item: ItemRow, unit: UnitRow) -> bool:
    """Whether somebody may propose under an item: the office or whoever verifies, not the unit."""
    if any(role.kind in OF_THE_UNIT and role.unit_id == unit.id for role in who.roles):
        return False
    return permissions.may_run_the_office(who.roles) or any(
        role.kind in {"reporter", "reviewer"} and role.unit_id == item.verifying_unit_id
        for role in who.roles
    )


async def item_for(
    conn: AsyncConnection, city: City, unit: UnitRow, code: str, *, now: datetime
) -> ItemRow | None:
    """Return the item of a code that a unit may have this year, or None."""
    item = await ledger_items.by_code(conn, year_of(city, now), code)
    return item if item is not None and item.item.is_for(unit.track) else None


async def items_for(
    conn: AsyncConnection,
    city: City,
    who: Person,
    unit: UnitRow,
    way: Literal["claim", "deduct"],
    *,
    now: datetime,
) -> list[ItemRow]:
    """Return the items this person may claim, or propose to a unit's harm; raise without any."""
    found = await ledger_items.all_items(conn, year_of(city, now))
    own = [each for each in found if each.item.is_for(unit.track)]
    if way == "claim":
        if not permissions.may_answer_for(who.roles, unit_id=unit.id):
            raise NotAllowed("ledger-claim-not-yours", unit=unit.short_name)
        chosen = [each for each in own if each.item.kind == "bonus"]
    else:
        hard = [each for each in own if each.item.kind != "bonus"]
        chosen = [each for each in hard if may_propose(who, each, unit)]
        if hard and not chosen:
            raise NotAllowed("ledger-no-item-of-yours", unit=unit.short_name)
    if not chosen:
        raise NotFound("ledger-no-items", unit=unit.short_name)
    return chosen


def year_of(city: City, now: datetime) -> int:
    """Return the year whose ledger is written now: this one, or the last that has a scheme."""
    today = now.astimezone(city.zone).date()
    years = {row.scheme.year for row in city.schemes}
    return today.year if today.year in years or not years else max(years)


async def earlier(conn: AsyncConnection, unit: UnitRow, item: ItemRow, fact: Fact) -> list[Entry]:
    """Return what a unit has had entered for the same fact and has not fallen, oldest first.

    Points given, points taken and vetoes are three things, even about one fact.
    """
    kinds = {each.id: each.item.kind for each in await ledger_items.all_items(conn)}
    key = key_of(item, fact)
    return [
        each
        for each in await ledger.of_fact(conn, unit.id, key)
        if each.state not in FALLEN and kinds[each.item_id] == item.item.kind
    ]


def key_of(item: ItemRow, fact: Fact) -> str:
    """Return what makes two entries be about the same fact; a computed item is one of its year.

    What a rule computes comes once a year for a unit, whoever asks for it and in which words.
    """
    if item.item.rule:
        return fact_key("", f"{item.item.year} {item.item.code} {item.item.rule}")
    return fact_key(fact.document, fact.said)


def check_fact(item: ItemRow, unit: UnitRow, fact: Fact, *, today: date) -> None:
    """Raise Refusal unless a fact says what its item asks for."""
    terms = item.item.terms(unit.track)
    if not fact.said.strip():
        raise Refusal("ledger-needs-fact")
    if fact.level not in dict(terms.choices):
        raise Refusal("ledger-level-unknown", text=fact.level)
    if not 0 < fact.cases <= CASES_MAX:
        raise Refusal("ledger-cases-wrong", text=f"{fact.cases:f}", most=str(CASES_MAX))
    if item.item.kind != "veto":
        return
    if not fact.document.strip():
        raise Refusal("ledger-veto-needs-document")
    if fact.valid_until is None or fact.valid_until <= today:
        raise Refusal("ledger-veto-needs-term")


async def _enter(
    conn: AsyncConnection,
    city: City,
    unit: UnitRow,
    item: ItemRow,
    fact: Fact,
    source: Source | None,
    by: Person | None,
    origin: Origin,
    *,
    hard: bool,
    now: datetime,
) -> int | None:
    check_fact(item, unit, fact, today=now.astimezone(city.zone).date())
    if source is None:  # Two findings may speak of one fact; the highest of them counts.
        for each in await earlier(conn, unit, item, fact):
            same_level = each.level == fact.level or item.item.rule
            if each.item_id == item.id and same_level:
                no = Outdated("ledger-entered-before", number=str(each.id))
                raise no.leading_to("ledger-entry", "button-ledger-entry", str(each.id))
    state = begins(origin, is_hard_on_unit=hard)
    new = New(
        item_id=item.id,
        unit_id=unit.id,
        origin=origin,
        by=by.id if by else None,
        cases=fact.cases,
        level=fact.level,
        fact=fact.said.strip()[:SAID_MAX],
        document=fact.document.strip()[:DOCUMENT_MAX],
        fact_key=key_of(item, fact),
        valid_until=fact.valid_until if item.item.kind == "veto" else None,
        source=source,
    )
    due_at = due_by(city, unit, item.item.year, state, now)
    number = await ledger.add(conn, new, state=state, due_at=due_at, now=now)
    if number is None:
        return None
    for sent in fact.files[:FILES_MAX]:
        await ledger_files.add(conn, number, sent)
    await _note(conn, unit, item, number, new, by, now=now)
    await announce(conn, city, number, actor_id=by.id if by else None, now=now)
    return number


async def _note(
    conn: AsyncConnection,
    unit: UnitRow,
    item: ItemRow,
    number: int,
    new: New,
    by: Person | None,
    *,
    now: datetime,
) -> None:
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act="ledger-claim" if new.origin == "claim" else "ledger-propose",
        subject=f"{item.item.code} {unit.code}",
        detail={
            "entry": number,
            "cases": f"{new.cases:f}",
            **({"source": [new.source.kind, new.source.id]} if new.source else {}),
            **(by.as_deputy("contact", unit.id) if by and new.origin == "claim" else {}),
        },
        at=now,
    )
