"""What has nobody (空岗): indicators without a reporter or reviewer, units without a contact."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.texts import Msg, msg
from storage.people import RoleKind, RoleRow
from storage.schema import person, role
from storage.units import UnitRow

BUTTONS_MOST = 6


@dataclass(frozen=True)
class Gap:
    """A role of a unit that nobody holds; *count* is the indicators that wait for it.

    A *reviewer* is also missing where the only one is the only reporter: nobody releases his own.
    """

    kind: RoleKind
    unit: UnitRow
    count: int = 0


async def gaps(conn: AsyncConnection, city: City, year: int) -> list[Gap]:
    """Return everything of a year that has nobody, monitoring units before assessed ones."""
    held = await _held(conn)
    watched: dict[int, int] = {}
    for scheme in city.schemes_of(year):
        for row in scheme.indicators:
            if city.units_of(row):
                watched[row.monitoring_unit_id] = watched.get(row.monitoring_unit_id, 0) + 1
    found: list[Gap] = []
    for unit_id, count in sorted(watched.items()):
        unit = city.unit(unit_id)
        reporters = held.get(("reporter", unit_id), set())
        reviewers = held.get(("reviewer", unit_id), set())
        if not reporters:
            found.append(Gap("reporter", unit, count))
        if not reviewers or (len(reviewers) == 1 and reporters == reviewers):
            found.append(Gap("reviewer", unit, count))
    assessed = {unit.id: unit for e in city.schemes_of(year) for unit in city.assessed(e)}
    found += [Gap("contact", e) for e in assessed.values() if not held.get(("contact", e.id))]
    return found


async def gaps_left_by(
    conn: AsyncConnection, city: City, roles: Iterable[RoleRow], year: int
) -> list[Gap]:
    """Return what has nobody now in the units somebody had a role in."""
    units = {each.unit_id for each in roles}
    return [each for each in await gaps(conn, city, year) if each.unit.id in units]


def gap_lines(found: Sequence[Gap]) -> list[Msg]:
    """Return a line for each gap."""
    return [msg(f"gap-{each.kind}", unit=each.unit.short_name, count=each.count) for each in found]


def gap_buttons(found: Sequence[Gap], leaver_id: int | None = None) -> list[list[Button]]:
    """Return a button to invite somebody for each gap, and one to hand a leaver's work over."""
    rows = [
        [
            go(
                "invite",
                "gap-invite",
                f"{each.kind}.{each.unit.code}",
                unit=each.unit.short_name,
                role=msg(f"role-name-{each.kind}"),
            )
        ]
        for each in found[:BUTTONS_MOST]
    ]
    if leaver_id is not None:
        rows.append([go("handover", "gap-handover", str(leaver_id))])
    return rows


async def _held(conn: AsyncConnection) -> dict[tuple[str, int], set[int]]:
    query = (
        sa.select(role.c.kind, role.c.unit_id, role.c.person_id)
        .join(person, person.c.id == role.c.person_id)
        .where(role.c.revoked_at.is_(None), person.c.left_at.is_(None), role.c.unit_id.is_not(None))
    )
    held: dict[tuple[str, int], set[int]] = {}
    for row in await conn.execute(query):
        held.setdefault((row.kind, row.unit_id), set()).add(row.person_id)
    return held
