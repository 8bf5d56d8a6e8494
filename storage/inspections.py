"""Special inspections (专项监察): themes, their units and inspectors, and what was found."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.once import add_once
from storage.schema import (
    finding,
    finding_decision,
    inspecting_unit,
    inspection,
    inspection_unit,
    inspector,
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection: its theme, its units, the people and units that inspect them, until when."""

    id: int
    theme: str
    opened_by: int
    until_at: datetime
    state: str
    unit_ids: tuple[int, ...]
    inspector_ids: tuple[int, ...]
    inspecting_unit_ids: tuple[int, ...]
    opened_at: datetime
    reported_at: datetime | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What is particular about a finding.

    *item* is the ledger item its inspector proposes, with its level and how many cases of it.
    """

    matter_id: int
    inspection_id: int
    category: str
    severity: str
    item: str | None
    level: str = ""
    cases: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What a confirmed finding came to: an item with its level and cases, or no deduction."""

    item: str | None
    level: str
    cases: int


async def add(
    conn: AsyncConnection,
    *,
    theme: str,
    opened_by: int,
    until_at: datetime,
    unit_ids: Iterable[int],
    inspector_ids: Iterable[int],
    inspecting_unit_ids: Iterable[int] = (),
    now: datetime,
) -> Inspection:
    """Open an inspection of these units by these people and units."""
    query = sa.insert(inspection).values(
        theme=theme, opened_by=opened_by, opened_at=now, until_at=until_at, state="open"
    )
    number = int((await conn.execute(query.returning(inspection.c.id))).scalar_one())
    for unit_id in dict.fromkeys(unit_ids):
        await conn.execute(sa.insert(inspection_unit).values(inspection_id=number, unit_id=unit_id))
    for person_id in dict.fromkeys(inspector_ids):
        await conn.execute(sa.insert(inspector).values(inspection_id=number, person_id=person_id))
    for unit_id in dict.fromkeys(inspecting_unit_ids):
        await add_inspecting_unit(conn, number, unit_id)
    found = await one(conn, number)
    if found is None:
        raise LookupError(f"no inspection {number}")
    return found


async def add_inspector(conn: AsyncConnection, inspection_id: int, person_id: int) -> None:
    """Let somebody inspect as well."""
    values = {"inspection_id": inspection_id, "person_id": person_id}
    await conn.execute(sa.insert(inspector).values(**values))


async def add_inspecting_unit(conn: AsyncConnection, inspection_id: int, unit_id: int) -> None:
    """Let a unit's contacts inspect as well; adding it again changes nothing."""
    values = {"inspection_id": inspection_id, "unit_id": unit_id}
    key = (inspecting_unit.c.inspection_id, inspecting_unit.c.unit_id)
    await add_once(conn, inspecting_unit, values, unique=key)


async def one(conn: AsyncConnection, inspection_id: int) -> Inspection | None:
    """Return the inspection of this number."""
    found = await _all(conn, inspection.c.id == inspection_id)
    return found[0] if found else None


async def every(conn: AsyncConnection) -> list[Inspection]:
    """Return every inspection, the newest first."""
    return list(reversed(await _all(conn)))


async def report(conn: AsyncConnection, inspection_id: int, *, now: datetime) -> bool:
    """Mark an inspection as reported; False if it was."""
    done = await conn.execute(
        sa.update(inspection)
        .where(inspection.c.id == inspection_id, inspection.c.state == "open")
        .values(state="reported", reported_at=now)
    )
    return done.rowcount == 1


async def add_finding(conn: AsyncConnection, facts: Finding) -> None:
    """Add what is particular about a finding beside its matter."""
    await conn.execute(
        sa.insert(finding).values(
            matter_id=facts.matter_id,
            inspection_id=facts.inspection_id,
            category=facts.category,
            severity=facts.severity,
            item=facts.item,
            level=facts.level,
            cases=facts.cases,
        )
    )


async def findings(conn: AsyncConnection, matter_ids: Collection[int]) -> dict[int, Finding]:
    """Return what is particular about these findings, by the matter's id."""
    return await _findings(conn, finding.c.matter_id.in_(list(matter_ids)))


async def findings_of(conn: AsyncConnection, inspection_id: int) -> dict[int, Finding]:
    """Return an inspection's findings by the matter's id."""
    return await _findings(conn, finding.c.inspection_id == inspection_id)


async def decide(
    conn: AsyncConnection, matter_id: int, decided: Decision, *, by: int, now: datetime
) -> None:
    """Keep what a confirmed finding came to."""
    await conn.execute(
        sa.insert(finding_decision).values(
            matter_id=matter_id,
            item=decided.item,
            level=decided.level,
            cases=decided.cases,
            by=by,
            at=now,
        )
    )


async def decisions(conn: AsyncConnection, matter_ids: Collection[int]) -> dict[int, Decision]:
    """Return what these findings came to, by the matter's id, as far as they were confirmed."""
    query = sa.select(finding_decision).where(finding_decision.c.matter_id.in_(list(matter_ids)))
    return {
        row.matter_id: Decision(row.item, row.level, row.cases) for row in await conn.execute(query)
    }


async def _findings(conn: AsyncConnection, clause: sa.ColumnElement[bool]) -> dict[int, Finding]:
    query = sa.select(finding).where(clause).order_by(finding.c.matter_id)
    return {
        row.matter_id: Finding(
            row.matter_id,
            row.inspection_id,
            row.category,
            row.severity,
            row.item,
            row.level or "",
            row.cases or 1,
        )
        for row in await conn.execute(query)
    }


async def _all(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Inspection]:
    rows = (
        await conn.execute(sa.select(inspection).where(*clauses).order_by(inspection.c.id))
    ).all()
    return [await _inspection(conn, row) for row in rows]


async def _inspection(conn: AsyncConnection, row: sa.Row[Any]) -> Inspection:
    at_units = sa.select(inspection_unit.c.unit_id).where(inspection_unit.c.inspection_id == row.id)
    by_units = sa.select(inspecting_unit.c.unit_id).where(inspecting_unit.c.inspection_id == row.id)
    by_people = sa.select(inspector.c.person_id).where(inspector.c.inspection_id == row.id)
    return Inspection(
        id=row.id,
        theme=row.theme,
        opened_by=row.opened_by,
        until_at=row.until_at,
        state=row.state,
        unit_ids=tuple(await conn.scalars(at_units.order_by(inspection_unit.c.id))),
        inspector_ids=tuple(await conn.scalars(by_people.order_by(inspector.c.id))),
        inspecting_unit_ids=tuple(await conn.scalars(by_units.order_by(inspecting_unit.c.id))),
        opened_at=row.opened_at,
        reported_at=row.reported_at,
    )
