"""Whose a ledger entry is: which sides somebody is on, who may see it, and by when it moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_terms import after_working_days
from scoring import permissions
from scoring.ledger_course import PUBLIC, LedgerTerms, Side, State
from scoring.refusals import NotFound
from storage import ledger, ledger_items, ledger_steps
from storage.ledger import Entry
from storage.ledger_items import ItemRow
from storage.ledger_steps import Event
from storage.people import Person
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
    def revocation(self) -> Event | None:
        """What is proposed to be revoked just now: by whom, why, under which document."""
        if self.entry.state not in {"revoking", "revoked"}:
            return None
        found = [each for each in self.events if each.kind == "propose_revoke"]
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
    return Matter(found, item, await ledger_steps.of_one(conn, number))


async def all_matters(conn: AsyncConnection, found: Sequence[Entry]) -> list[Matter]:
    """Return entries with their items and steps, in the same order."""
    items = {each.id: each for each in await ledger_items.all_items(conn)}
    events = await ledger_steps.of_all(conn, [each.id for each in found])
    return [Matter(each, items[each.item_id], events.get(each.id, [])) for each in found]


async def without_steps(conn: AsyncConnection, found: Sequence[Entry]) -> list[Matter]:
    """Return entries with their items alone: enough to tell whose they might be."""
    items = {each.id: each for each in await ledger_items.all_items(conn)} if found else {}
    return [Matter(each, items[each.item_id], ()) for each in found]


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
    return item.verifying_unit_id == unit_id or is_office(city, item.verifying_unit_id)


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
    if matter.revocation is not None and who.answers_for(matter.revocation.by):
        sides.add("revoker")
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
        each for each in who.units_as("contact") if not is_office(city, each) and each not in but
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


def is_office(city: City, unit_id: int) -> bool:
    """Whether a unit is one of the offices, which nobody assesses."""
    return city.unit(unit_id).track == "office"
