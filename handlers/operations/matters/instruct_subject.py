"""What an instruction (批示) is given under, and which units it then offers as addressees."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import is_number
from handlers.city import City
from handlers.operations.matters.inspect_units import may_see
from handlers.operations.matters.inspection_book import has_part
from handlers.operations.matters.instruct_about import Named, named
from handlers.operations.matters.instruct_button import BY_NUMBER, KINDS, OF_A_UNIT
from handlers.operations.matters.matter_terms import one_seen as matter_seen
from handlers.operations.observing.observation_parties import one_seen as observation_seen
from handlers.operations.record.discipline import discipline
from scoring.observation_course import HEARD_BY_UNIT
from scoring.permissions import may_see_unit
from scoring.refusals import NotFound
from storage import inspections, ledger, retargets
from storage.people import Person


@dataclass(frozen=True)
class Subject:
    """What was tapped: its *kind*, the unit it is about if it is about one, and whom it offers."""

    about: str | None = None
    unit_id: int = 0
    offered: tuple[int, ...] = ()


async def subject(
    conn: AsyncConnection, city: City, who: Person, arg: str, *, now: datetime
) -> Subject:
    """Return what a button stands for; an empty one for an instruction out of the blue.

    Raises NotFound for what there is not, or what this person may not see.
    """
    kind, what = KINDS.get(arg[:1], ""), arg[1:]
    if not kind:
        return Subject()
    about = f"{kind}:{what}"
    if kind in BY_NUMBER.values():
        units = await _units_of(conn, who, kind, what, now=now)
        return Subject(about, units[0] if len(units) == 1 else 0, units)
    shown = named(city, about)
    if kind in OF_A_UNIT.values():
        if shown.unit is None:
            raise NotFound("button-outdated")
        return Subject(about, shown.unit.id, _monitors(city, shown))
    if kind == "reports":
        return Subject(about, 0, await _behind(conn, city, shown, now=now))
    same = [unit for unit in city.units if unit.category == shown.category]
    return Subject(about, 0, tuple(unit.id for unit in same))


async def _units_of(
    conn: AsyncConnection, who: Person, kind: str, what: str, *, now: datetime
) -> tuple[int, ...]:
    if not is_number(what):
        raise NotFound("button-outdated")
    number = int(what)
    match kind:
        case "observation":
            found, _ = await observation_seen(conn, who, number, now=now)
            if found.state not in HEARD_BY_UNIT:  # The instruction would tell the unit of it.
                raise NotFound("rectification-not-verified")
            return (found.unit_id,)
        case "matter":
            return ((await matter_seen(conn, who, number)).unit_id,)
        case "inspection":
            return await _inspected(conn, who, number)
        case "retarget":
            made = await retargets.one(conn, number)
            units = tuple(line.unit_id for line in made.lines) if made else ()
        case _:
            entry = await ledger.one(conn, number)
            units = (entry.unit_id,) if entry else ()
    if not any(may_see_unit(who.roles, unit_id=each) for each in units):
        raise NotFound("button-outdated")
    return units


async def _inspected(conn: AsyncConnection, who: Person, number: int) -> tuple[int, ...]:
    """Return the units of an inspection whose report, or part of it, this person reads."""
    found = await inspections.one(conn, number)
    if found is None or not (may_see(who, found) or has_part(who, found)):
        raise NotFound("inspection-gone")
    return tuple(each for each in found.unit_ids if may_see_unit(who.roles, unit_id=each))


async def _behind(
    conn: AsyncConnection, city: City, shown: Named, *, now: datetime
) -> tuple[int, ...]:
    """Return the monitoring units that have something missing, then those that were late."""
    if shown.period is None:
        return ()
    lines = await discipline(conn, city, shown.period, now=now)
    states = ("missing", "late")
    found = [each.reporter.id for state in states for each in lines if each.state == state]
    return tuple(dict.fromkeys(found))


def _monitors(city: City, shown: Named) -> tuple[int, ...]:
    """Return the unit that files the indicator shown: it may be the one to ask."""
    if shown.unit is None or shown.period is None or not shown.indicator:
        return ()
    scheme = city.scheme_for(shown.period.year, shown.unit.track)
    rows = scheme.indicators if scheme else ()
    return tuple(row.monitoring_unit_id for row in rows if row.indicator.code == shown.indicator)
