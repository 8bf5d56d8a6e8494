"""Whose a ledger entry is: which sides somebody is on, what is open to them, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.dispute_terms import after_working_days, can_hear
from scoring import permissions
from scoring.ledger_course import AWAITED, MOVES, PUBLIC, Deed, LedgerTerms, Side, State, may
from scoring.refusals import NotFound
from storage import ledger, ledger_items, people
from storage.ledger import Entry, Event
from storage.ledger_items import ItemRow
from storage.people import Person, PersonRow
from storage.units import UnitRow

SAID_MAX = 500
DOCUMENT_MAX = 60
FILES_MAX = 5
OF_THE_UNIT = frozenset({"contact", "reporter", "reviewer", "administrator"})


@dataclass(frozen=True)
class Matter:
    """One entry with its item and every step so far: all that is asked before a deed."""

    entry: Entry
    item: ItemRow
    events: Sequence[Event]

    @property
    def checked_by(self) -> int | None:
        """Who found it right last, or None."""
        found = [each.by for each in self.events if each.kind == "check"]
        return found[-1] if found else None

    @property
    def was_recognised(self) -> bool:
        """Whether it was ever on public notice."""
        return any(each.kind == "recognise" for each in self.events)

    @property
    def objected_for(self) -> frozenset[int]:
        """The units that have objected."""
        found = (each.unit_id for each in self.events if each.kind == "object")
        return frozenset(each for each in found if each is not None)

    @property
    def notice_until(self) -> datetime | None:
        """Until when objections are taken, once it has been recognised."""
        found = [each.due_at for each in self.events if each.kind == "recognise"]
        return found[-1] if found else None

    @property
    def in_force_at(self) -> datetime | None:
        """Since when it counts, whatever became of it later."""
        found = [each.at for each in self.events if each.state == "in_force"]
        return found[0] if found else None


async def matter_of(conn: AsyncConnection, number: int) -> Matter:
    """Return an entry with its item and steps; raise NotFound if there is none."""
    found = await ledger.one(conn, number)
    item = await ledger_items.one(conn, found.item_id) if found else None
    if found is None or item is None:
        raise NotFound("ledger-gone")
    return Matter(found, item, await ledger.events_of(conn, number))


async def all_matters(conn: AsyncConnection, found: Sequence[Entry]) -> list[Matter]:
    """Return entries with their items and steps, in the same order."""
    items = {each.id: each for each in await ledger_items.all_items(conn)}
    events = await ledger.events_of_all(conn, [each.id for each in found])
    return [Matter(each, items[each.item_id], events.get(each.id, [])) for each in found]


def terms_of(city: City, unit: UnitRow, year: int) -> LedgerTerms:
    """Return how long each step may take for a unit's entries of a year."""
    scheme_row = city.scheme_for(year, unit.track)
    return LedgerTerms() if scheme_row is None else scheme_row.scheme.ledger


def due_by(city: City, unit: UnitRow, year: int, state: State, since: datetime) -> datetime | None:
    """Return by when a state is over; None where no clock runs."""
    days = terms_of(city, unit, year).days(state)
    return None if days is None else after_working_days(city, since, days)


def verifies_itself(city: City, item: ItemRow, unit_id: int) -> bool:
    """Whether the office has to verify: it is its item, or the unit would verify its own."""
    return item.verifying_unit_id == unit_id or _is_office(city, item.verifying_unit_id)


def sides_of(who: Person, city: City, matter: Matter) -> frozenset[Side]:
    """Return the sides somebody may act for; whoever is of the unit is of no other side."""
    entry, item = matter.entry, matter.item
    sides: set[Side] = set()
    if objects_for(who, city) is not None:
        sides.add("contact")
    if permissions.may_answer_for(who.roles, unit_id=entry.unit_id):
        sides.add("unit")
        if entry.origin == "claim":
            sides.add("claimant")
    if any(role.kind in OF_THE_UNIT and role.unit_id == entry.unit_id for role in who.roles):
        return frozenset(sides)
    office = permissions.may_run_the_office(who.roles)
    if office:
        sides.add("office")
    if entry.origin == "proposal" and (office or who.answers_for(entry.by)):
        sides.add("claimant")
    if verifies_itself(city, item, entry.unit_id):
        if office:
            sides.add("verifier")
    elif any(
        role.kind in {"reporter", "reviewer"} and role.unit_id == item.verifying_unit_id
        for role in who.roles
    ):
        sides.add("verifier")
    return frozenset(sides)


def objects_for(who: Person, city: City, but: frozenset[int] = frozenset()) -> int | None:
    """Return an assessed unit somebody speaks for, other than those *but*; None without one."""
    found = [
        each for each in who.units_as("contact") if not _is_office(city, each) and each not in but
    ]
    return found[0] if found else None


def may_see(who: Person, city: City, matter: Matter) -> bool:
    """Before it is recognised, an entry is seen by those it concerns; then by all inside."""
    if any(role.kind in permissions.SEE_EVERYTHING for role in who.roles):
        return True
    if sides_of(who, city, matter) - {"contact"}:
        return True
    if permissions.may_see_unit(who.roles, unit_id=matter.entry.unit_id):
        return True
    is_public = matter.entry.state in PUBLIC or matter.was_recognised
    return is_public and permissions.may_see_live_ranking(who.roles)


async def one_seen(conn: AsyncConnection, city: City, who: Person, number: int) -> Matter:
    """Return an entry this person may see; NotFound for everybody else."""
    matter = await matter_of(conn, number)
    if not may_see(who, city, matter):
        raise NotFound("ledger-gone")
    return matter


async def deeds_open_to(
    conn: AsyncConnection, who: Person, city: City, matter: Matter, *, now: datetime
) -> frozenset[Deed]:
    """Return what this person may do with an entry as it stands."""
    sides = sides_of(who, city, matter)
    silent = await verifier_is_silent(conn, city, matter, now=now)
    deeds: set[Deed] = {
        deed
        for deed in MOVES
        if may(
            deed,
            state=matter.entry.state,
            sides=sides,
            was_checker=matter.checked_by == who.id,
            was_claimant=matter.entry.by == who.id,
            verifier_is_silent=silent,
        )
    }
    if objects_for(who, city, matter.objected_for) is None or _is_over(matter, now):
        deeds.discard("object")
    return frozenset(deeds)


async def verifier_is_silent(
    conn: AsyncConnection, city: City, matter: Matter, *, now: datetime
) -> bool:
    """Whether nobody of the verifying unit who may check can be written to."""
    found = await people_of(conn, city, matter, "verifier", now=now)
    return not any(can_hear(each) and each.id != matter.entry.by for each in found)


async def people_of(
    conn: AsyncConnection, city: City, matter: Matter, side: Side, *, now: datetime
) -> list[PersonRow]:
    """Return the people a side consists of, deputies among them."""
    entry = matter.entry
    of_unit = {each.id for each in await people.in_unit(conn, entry.unit_id)}
    match side:
        case "unit" | "contact":
            return await people.with_role(conn, "contact", entry.unit_id, at=now)
        case "claimant" if entry.origin == "claim":
            return await people.with_role(conn, "contact", entry.unit_id, at=now)
        case "claimant" if entry.by is not None:
            found = await people.answering_for(conn, entry.by, at=now)
            if any(can_hear(each) for each in found):
                return found
            return await people.with_role(conn, "office", at=now)
        case "verifier" if not verifies_itself(city, matter.item, entry.unit_id):
            unit_id = matter.item.verifying_unit_id
            both = [
                *await people.with_role(conn, "reporter", unit_id, at=now),
                *await people.with_role(conn, "reviewer", unit_id, at=now),
            ]
            return [each for each in dict.fromkeys(both) if each.id not in of_unit]
        case _:
            office = await people.with_role(conn, "office", at=now)
            return [each for each in office if each.id not in of_unit]


async def awaited(
    conn: AsyncConnection, city: City, matter: Matter, *, now: datetime
) -> list[PersonRow]:
    """Return who is to act next, those who may not themselves left out; the office if nobody is.

    Only on public notice, and once it is over, is nobody awaited.
    """
    side = AWAITED.get(matter.entry.state)
    if side is None:
        return []
    found = await people_of(conn, city, matter, side, now=now)
    left = [each for each in found if can_hear(each) and not _barred(matter, each)]
    if left:
        return left
    office = await people_of(conn, city, matter, "office", now=now)
    return [each for each in office if can_hear(each) and not _barred(matter, each)] or office


async def awaits(
    conn: AsyncConnection, who: Person, city: City, matter: Matter, *, now: datetime
) -> bool:
    """Whether an entry waits for this person."""
    side, sides = AWAITED.get(matter.entry.state), sides_of(who, city, matter)
    if side is None or not sides & {side, "office"}:
        return False
    return any(each.id == who.id for each in await awaited(conn, city, matter, now=now))


def _barred(matter: Matter, each: PersonRow) -> bool:
    """Whether the next step needs another person than this one."""
    entry = matter.entry
    if entry.state in {"to_check", "unchecked"}:
        return each.id == entry.by
    if entry.state == "checked":
        return each.id in {entry.by, matter.checked_by}
    return False


def _is_over(matter: Matter, now: datetime) -> bool:
    until = matter.notice_until
    return until is None or now > until


def _is_office(city: City, unit_id: int) -> bool:
    return city.unit(unit_id).track == "office"
