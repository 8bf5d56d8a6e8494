"""The plan for units, observation points and days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from handlers.operations.imports.import_plan import (
    DayDeed,
    Item,
    Plan,
    PointDeed,
    Roster,
    Seen,
    UnitDeed,
    differences,
    found_unit,
    state_of,
)
from scoring.model import Unit
from storage.calendar import CalendarDay
from storage.city_folder import OFFICE_TRACK, CityFolder, Found
from storage.city_lines import UnitLine
from storage.points import PointRow
from storage.tables import Fault
from storage.units import UnitRow

DECIDES_SCORES = frozenset({"track", "category", "difficulty"})


def plan_units(
    plan: Plan, folder: CityFolder, roster: Roster, *, frozen_tracks: frozenset[str]
) -> None:
    """Plan the units of every scheme, then the offices; the roster learns of the good ones."""
    seen = Seen()
    for track, found in _tracks(folder):
        code = found.line.code
        twice = seen.twice(code, file="", line=found.number, column="code", value=code)
        if twice is None:
            _plan_unit(plan, roster, track, found, frozen_tracks)
        else:
            plan.faults.append(replace(twice, file=found.file))


def _plan_unit(
    plan: Plan, roster: Roster, track: str, found: Found[UnitLine], frozen: frozenset[str]
) -> None:
    facts = found.line.facts
    old = roster.rows.get(facts.code)
    changes = ()
    if old is not None:
        new = {**_fields(facts), "track": track}
        changes = differences({**_fields(old.assessed), "track": old.track}, new)
        for change in changes:
            if change.column in DECIDES_SCORES and frozen & {track, old.track}:
                place = (found.file, found.number, change.column, change.new)
                plan.faults.append(Fault(*place, "import-fault-unit-frozen", {"old": change.old}))
                return
    deed = UnitDeed(facts, track, old.id if old else None)
    subject = f"{facts.code} {facts.short_name}"
    state = state_of(is_new=old is None, changes=changes)
    plan.items.append(Item("unit", state, found.file, found.number, subject, deed, changes))
    roster.put(
        UnitRow(
            id=-len(roster.rows) - 1 if old is None else old.id,
            code=facts.code,
            name=facts.name,
            short_name=facts.short_name,
            track=track,
            category=facts.category,
            aliases=facts.aliases,
            difficulty=facts.difficulty,
        )
    )


def plan_points(plan: Plan, folder: CityFolder, roster: Roster, rows: Sequence[PointRow]) -> None:
    """Plan the observation points; each needs a unit."""
    there = {each.code: each for each in rows}
    unit_codes = {row.id: row.code for row in roster.rows.values()}
    seen = Seen()
    for found in folder.points:
        line = found.line
        unit = found_unit(
            roster, line.unit_code, file=found.file, line=found.number, column="unit_code"
        )
        fault = unit if isinstance(unit, Fault) else None
        fault = fault or seen.twice(
            line.code, file=found.file, line=found.number, column="code", value=line.code
        )
        if fault is not None or isinstance(unit, Fault):
            plan.faults += [fault] if fault else []
            continue
        old = there.get(line.code)
        deed = PointDeed(line.code, line.name, line.type, unit.code, old.id if old else None)
        before = _point_fields(old.name, old.type, unit_codes[old.unit_id]) if old else {}
        changes = differences(before, _point_fields(deed.name, deed.type, unit.code)) if old else ()
        state = state_of(is_new=old is None, changes=changes)
        subject = f"{line.code} {line.name}"
        plan.items.append(Item("point", state, found.file, found.number, subject, deed, changes))


def _point_fields(name: str, kind: str, unit_code: str) -> dict[str, object]:
    return {"name": name, "type": kind, "unit_code": unit_code}


def plan_days(plan: Plan, folder: CityFolder, there: Sequence[CalendarDay]) -> None:
    """Plan the days that are not what their weekday says."""
    kept = {each.day: each for each in there}
    seen = Seen()
    for found in folder.days:
        day = CalendarDay(found.line.date, found.line.kind, found.line.name)
        text = day.day.isoformat()
        twice = seen.twice(text, file=found.file, line=found.number, column="date", value=text)
        if twice is not None:
            plan.faults.append(twice)
            continue
        old = kept.get(day.day)
        new = {"kind": day.kind, "name": day.name}
        changes = differences({"kind": old.kind, "name": old.name}, new) if old else ()
        state = state_of(is_new=old is None, changes=changes)
        plan.items.append(Item("day", state, found.file, found.number, text, DayDeed(day), changes))


def _tracks(folder: CityFolder) -> Iterator[tuple[str, Found[UnitLine]]]:
    for scheme in folder.schemes:
        for found in scheme.units:
            yield scheme.head.line.track, found
    for found in folder.offices:
        yield OFFICE_TRACK, found


def _fields(facts: Unit) -> Mapping[str, object]:
    return {each.name: getattr(facts, each.name) for each in fields(facts)}
