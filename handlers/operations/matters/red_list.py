"""The red list (红黄牌): rectifications a unit is late with, and those carried into a new year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.matters.respite_rules import holds_off
from scoring.rectification_course import RECTIFICATION, WITH_UNIT, Card, card_for
from storage import matters, rectifications, respites
from storage.matters import Matter
from storage.rectifications import Rectification


@dataclass(frozen=True)
class Marked:
    """A rectification that is late, and the card it has."""

    found: Matter
    card: Card


async def card_of(conn: AsyncConnection, city: City, found: Matter, *, now: datetime) -> Card:
    """Return the card a rectification has now; it goes when the unit has caught up."""
    if found.course != RECTIFICATION.name or not is_late(found, now=now):
        return "none"
    asked = await respites.of_matter(conn, found.id)
    if found.due_at is not None and holds_off(asked, found.due_at):
        return "none"
    before = await matters.times(conn, [found.id], "overdue")
    return card_for(
        working_days_late=_days_late(city, found, now=now), times_late=before.get(found.id, 0) or 1
    )


async def all_marked(conn: AsyncConnection, city: City, *, now: datetime) -> list[Marked]:
    """Return every rectification that has a card now, red ones first."""
    with_units = await matters.in_states(conn, RECTIFICATION.name, WITH_UNIT)
    late = [each for each in with_units if is_late(each, now=now)]
    marked = [Marked(each, await card_of(conn, city, each, now=now)) for each in late]
    carded = [each for each in marked if each.card != "none"]
    return sorted(carded, key=lambda each: (each.card != "red", each.found.id))


def is_late(found: Matter, *, now: datetime) -> bool:
    """Whether the unit has let a term of a rectification pass."""
    return found.state in WITH_UNIT and found.due_at is not None and now > found.due_at


def is_carried(facts: Rectification, found: Matter, city: City, *, now: datetime) -> bool:
    """Whether a rectification of an earlier year is on this year's check list.

    It is while it is open, and in the year after it was closed, when it is looked at again.
    """
    year = now.astimezone(city.zone).year
    if facts.year >= year or found.state == "withdrawn":
        return False
    is_over = found.state in {"closed", "held"}
    return not is_over or found.since.astimezone(city.zone).year >= year - 1


async def check_list(conn: AsyncConnection, city: City, *, now: datetime) -> Sequence[Matter]:
    """Return what this year's inspections must look at: all that is carried in, oldest first."""
    everything = await matters.of_course(conn, RECTIFICATION.name)
    facts = await rectifications.of(conn, [each.id for each in everything])
    return [each for each in everything if is_carried(facts[each.id], each, city, now=now)]


def _days_late(city: City, found: Matter, *, now: datetime) -> int:
    if found.due_at is None:
        return 0
    due_on = found.due_at.astimezone(city.zone).date()
    return city.calendar.working_days_between(due_on, now.astimezone(city.zone).date())
