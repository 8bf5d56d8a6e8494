"""Whom a ledger entry waits for, who hears of it, and what is open to somebody.

All of it is asked of a roster, read once: a list of three thousand entries asks nothing else.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.city import City
from handlers.operations.disputes.dispute_terms import can_hear
from handlers.operations.doer import AS_OFFICE, Acting, contact, monitors
from handlers.operations.ledger.ledger_terms import (
    Matter,
    objects_for,
    sides_of,
    verifies_itself,
)
from scoring.ledger_course import AWAITED, MOVES, Deed, Side, State, may
from storage.ledger_steps import EventKind
from storage.people import Person, PersonRow
from storage.roster import Roster

SECOND: Mapping[State, Deed] = {
    "to_check": "check",
    "unchecked": "check",
    "checked": "recognise",
    "revoking": "revoke",
}
"""The states in which another person is awaited than those who spoke, and for which deed."""


def deeds_open_to(
    roster: Roster, who: Person, city: City, matter: Matter, *, now: datetime
) -> frozenset[Deed]:
    """Return what this person may do with an entry as it stands.

    Where another person is needed, a role that was lent by one of those who spoke does not count.
    """
    silent = verifier_is_silent(roster, city, matter)
    deeds: set[Deed] = set()
    for deed, move in MOVES.items():
        if matter.entry.state not in move.sources:
            continue
        spoke = spoken_before(matter, deed)
        second = replace(who, roles=who.roles_apart_from(spoke)) if spoke else who
        if may(
            deed,
            state=matter.entry.state,
            sides=sides_of(second, city, matter),
            was_checker=matter.checked_by == who.id,
            was_claimant=matter.entry.by == who.id,
            verifier_is_silent=silent,
        ):
            deeds.add(deed)
    if objects_for(who, city, matter.objected_for) is None or _is_over(matter, now):
        deeds.discard("object")
    return frozenset(deeds)


def spoken_before(matter: Matter, deed: Deed | None) -> frozenset[int]:
    """Return who has spoken and therefore is not the second person this deed takes."""
    found: set[int | None] = set()
    if deed in {"check", "send_back", "recognise", "refuse"}:
        found.add(matter.entry.by)
    if deed in {"recognise", "refuse"}:
        found.add(matter.checked_by)
    if deed in {"revoke", "keep"} and matter.revocation is not None:
        found.add(matter.revocation.by)
    return frozenset(each for each in found if each is not None)


def verifier_is_silent(roster: Roster, city: City, matter: Matter) -> bool:
    """Whether nobody of the verifying unit who may check can be written to."""
    found = people_of(roster, city, matter, "verifier")
    return not any(can_hear(each) and each.id != matter.entry.by for each in found)


def people_of(
    roster: Roster, city: City, matter: Matter, side: Side, *, but: frozenset[int] = frozenset()
) -> list[PersonRow]:
    """Return the people a side consists of, deputies among them, less those *but*."""
    entry = matter.entry
    of_unit = roster.in_unit(entry.unit_id)
    match side:
        case "unit" | "contact":
            return roster.with_role("contact", entry.unit_id)
        case "claimant" if entry.origin == "claim":
            return roster.with_role("contact", entry.unit_id)
        case "claimant" if entry.by is not None:
            found = roster.answering_for(entry.by)
            if any(can_hear(each) for each in found):
                return found
            return roster.with_role("office")
        case "revoker" if matter.revocation is not None and matter.revocation.by is not None:
            return roster.answering_for(matter.revocation.by)
        case "verifier" if not verifies_itself(city, matter.item, entry.unit_id):
            unit_id = matter.item.verifying_unit_id
            both = [
                *roster.with_role("reporter", unit_id, but=but),
                *roster.with_role("reviewer", unit_id, but=but),
            ]
            return [each for each in dict.fromkeys(both) if each.id not in of_unit]
        case _:
            office = roster.with_role("office", but=but)
            return [each for each in office if each.id not in of_unit]


def acting(city: City, matter: Matter, kind: EventKind) -> Acting:
    """Return in which role a step is taken, the usual one first: for whoever stands in (代…)."""
    item, unit_id = matter.item, matter.entry.unit_id
    verifier = (*monitors(item.verifying_unit_id), *AS_OFFICE)
    match kind:
        case "answer" | "resubmit" | "withdraw":
            return (*contact(unit_id), *verifier)
        case "open":
            return contact(unit_id) if matter.entry.origin == "claim" else verifier
        case "check" | "send_back":
            return AS_OFFICE if verifies_itself(city, item, unit_id) else verifier
        case "object":
            return (("contact", None),)
        case _:
            return AS_OFFICE


def awaited(roster: Roster, city: City, matter: Matter) -> list[PersonRow]:
    """Return who is to act next, those who may not themselves left out; the office if nobody is.

    Only on public notice, and once it is over, is nobody awaited.
    """
    side = AWAITED.get(matter.entry.state)
    if side is None:
        return []
    but = roster.and_heirs(spoken_before(matter, SECOND.get(matter.entry.state)))
    left = people_of(roster, city, matter, side, but=but)
    if not any(can_hear(each) for each in left):
        left = people_of(roster, city, matter, "office", but=but)
    able = [each for each in left if can_hear(each)]
    return able or people_of(roster, city, matter, "office")


def awaits(roster: Roster, who: Person, city: City, matter: Matter) -> bool:
    """Whether an entry waits for this person."""
    if not might_await(who, city, matter):
        return False
    return any(each.id == who.id for each in awaited(roster, city, matter))


def might_await(who: Person, city: City, matter: Matter) -> bool:
    """Whether an entry waits for a side of this person's; answered without its steps."""
    side = AWAITED.get(matter.entry.state)
    return side is not None and bool(sides_of(who, city, matter) & {side, "office"})


def _is_over(matter: Matter, now: datetime) -> bool:
    until = matter.notice_until
    return until is None or now > until
