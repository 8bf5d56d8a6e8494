"""Import a city folder: first a plan that changes nothing, then the deed, line by line.

Good lines go in and bad ones are named. Importing the same folder twice changes nothing.
"""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.operations.imports.import_figures import Filed, plan_figures
from handlers.operations.imports.import_ledger import LedgerKnown, plan_ledger
from handlers.operations.imports.import_observing import plan_categories, plan_templates
from handlers.operations.imports.import_people import Staff, plan_people, role_key
from handlers.operations.imports.import_places import plan_days, plan_points, plan_units
from handlers.operations.imports.import_plan import IndicatorDeed, Plan, PointDeed, Roster
from handlers.operations.imports.import_rules import (
    CHECKS_ONLY,
    Rules,
    left_out,
    plan_rules,
    plan_targets,
)
from handlers.operations.imports.import_writing import start_of, write_all
from scoring import permissions
from scoring.model import Cell, Period
from scoring.observation_categories import BUILT_IN
from scoring.refusals import NotAllowed
from storage import (
    answer_templates,
    imported,
    journal,
    ledger_items,
    observation_categories,
    people,
    periods,
    points,
    roles,
    schemes,
    targets,
    units,
)
from storage import calendar as days
from storage.city_folder import CityFolder, SchemeFolder
from storage.people import Person
from storage.schemes import SchemeRow
from storage.tables import Fault
from storage.traces import of_indicators as traces_of


async def plan(conn: AsyncConnection, folder: CityFolder, *, now: datetime) -> Plan:
    """Return what importing the folder would do to the city as it stands, changing nothing."""
    made = Plan(faults=list(folder.faults), ignored=folder.ignored)
    roster = Roster(await units.all_units(conn))
    rows = {row.scheme.code: row for row in await schemes.all_schemes(conn)}
    frozen = {code for code, row in rows.items() if await schemes.has_reading(conn, row.id)}
    tracks = frozenset(rows[code].scheme.track for code in frozen)
    plan_units(made, folder, roster, frozen_tracks=tracks)
    plan_points(made, folder, roster, await points.all_points(conn))
    plan_days(made, folder, await days.all_days(conn))
    plan_categories(made, folder, await observation_categories.all_rows(conn))
    plan_templates(made, folder, await answer_templates.all_templates(conn))
    for each in folder.schemes:
        code = each.head.line.code
        row = rows.get(code)
        gone = left_out(each, row) if row else []
        traces = await traces_of(conn, {indicator.id for indicator in gone})
        rules = plan_rules(
            made,
            each,
            roster,
            row,
            is_frozen=code in frozen,
            invented=folder.invented,
            named={
                indicator.indicator.code: traces[indicator.id]
                for indicator in gone
                if indicator.id in traces
            },
        )
        await _plan_cells(conn, made, each, roster, rules, now=now)
    plan_ledger(made, folder, roster, await _ledger(conn, rows.values()))
    plan_people(made, folder, roster, await _staff(conn, made, roster))
    return made


async def apply(conn: AsyncConnection, made: Plan, *, by: Person | None, now: datetime) -> int:
    """Do what the plan says and return how many lines that were; refused lines stay out.

    The plan must have been made in the same transaction. *by* None is the operator of the
    machine; anybody else must run the office, or NotAllowed is raised.
    """
    if by is not None and not permissions.may_run_the_office(by.roles):
        raise NotAllowed("import-not-allowed")
    written = await write_all(conn, made, by=by, now=now)
    if written:
        await journal.add(
            conn,
            person_id=by.id if by else None,
            act="city-imported",
            subject="city",
            detail={"lines": written, "refused": len(made.faults)},
            at=now,
        )
        await _note_checks(conn, made, by=by, now=now)
    return written


async def _note_checks(
    conn: AsyncConnection, made: Plan, *, by: Person | None, now: datetime
) -> None:
    """Keep in the journal how an indicator asks about its figures from now on, and did before."""
    for item in made.items:
        changes = [each for each in item.changes if each.column in CHECKS_ONLY]
        if changes and isinstance(item.deed, IndicatorDeed):
            await journal.add(
                conn,
                person_id=by.id if by else None,
                act="checks-changed",
                subject=f"{item.deed.scheme_code} {item.deed.facts.code}",
                detail={each.column: {"was": each.old, "now": each.new} for each in changes},
                at=now,
            )


async def _plan_cells(
    conn: AsyncConnection,
    made: Plan,
    folder: SchemeFolder,
    roster: Roster,
    rules: Rules | None,
    *,
    now: datetime,
) -> None:
    if rules is None:
        for found in (*folder.targets[:1], *folder.figures[:1]):
            code = folder.head.line.code
            made.faults.append(Fault(found.file, 0, "", code, "import-fault-no-scheme"))
        return
    row = rules.row
    at = max(now, start_of(rules.scheme.year))
    known = await targets.words_known_at(conn, row.id, at=at) if row else {}
    agreed = await targets.agreed_cells(conn, row.id) if row else set[Cell]()
    plan_targets(made, folder, roster, rules, known, agreed)
    plan_figures(made, folder, roster, rules, await _filed(conn, row, folder), now=now)


async def _filed(conn: AsyncConnection, row: SchemeRow | None, folder: SchemeFolder) -> Filed:
    if row is None:
        return Filed({}, frozenset(), {}, {})
    months = {found.line.period for found in folder.figures}
    return Filed(
        in_force=await imported.in_force(conn, row.id),
        waiting=frozenset(await imported.columns_waiting(conn, row.id)),
        months={month: await periods.acts(conn, row.id, Period.parse(month)) for month in months},
        indicator_ids={each.indicator.code: each.id for each in row.indicators},
    )


async def _ledger(conn: AsyncConnection, rows: Collection[SchemeRow]) -> LedgerKnown:
    settled: dict[tuple[int, str], date] = {}
    for row in rows:
        month = await periods.latest_frozen(conn, row.id)
        if month is not None:
            settled[row.scheme.year, row.scheme.track] = month.end_on
    return LedgerKnown(
        items=await ledger_items.all_items(conn),
        used=await ledger_items.used(conn),
        rules=await ledger_items.all_rules(conn),
        years={row.scheme.year for row in rows},
        settled=settled,
        categories={
            *(each.code for each in BUILT_IN),
            *await observation_categories.all_rows(conn),
        },
    )


async def _staff(conn: AsyncConnection, made: Plan, roster: Roster) -> Staff:
    rows = {each.id: each for each in await people.everybody(conn)}
    unit_codes = {row.id: row.code for row in roster.rows.values()}
    there = await points.all_points(conn)
    point_codes = {each.id: each.code for each in there}
    new = (item.deed.code for item in made.items if isinstance(item.deed, PointDeed))
    held = {
        person_id: frozenset(role_key(role, unit_codes, point_codes) for role in mine)
        for person_id, mine in (await roles.by_person(conn)).items()
    }
    return Staff(rows, held, frozenset({*point_codes.values(), *new}))
