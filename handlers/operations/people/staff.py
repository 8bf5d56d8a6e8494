"""Who may change whose place: the office anybody's, an administrator those of the own unit.

`by` None is the operator of the machine.
"""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import journal, people, staff_changes
from storage.people import Person, PersonRow, RoleKind, RoleRow
from storage.schema import role as role_table


def is_office(by: Person | None) -> bool:
    """Whether somebody changes the staff of the whole city."""
    return by is None or permissions.may_run_the_office(by.roles)


def check_manages(by: Person | None, person_id: int, theirs: Iterable[RoleRow]) -> None:
    """Raise NotAllowed unless every role of a person is in one's hands.

    An administrator manages people of the own unit who hold nothing elsewhere, and never himself:
    nobody makes himself the second pair of eyes on his own figures.
    """
    if is_office(by) or by is None:
        return
    mine = list(theirs)
    if not by.holds("administrator"):
        raise NotAllowed("staff-not-managed")
    if by.id == person_id:
        raise NotAllowed("staff-not-yourself")
    if not mine or not all(_manages(by, each.kind, each.unit_id) for each in mine):
        raise NotAllowed("staff-not-yours")


def check_gives(by: Person | None, kind: RoleKind, unit_id: int | None) -> None:
    """Raise NotAllowed unless this role, in this unit, is in one's hands to give or take."""
    if not is_office(by) and by is not None and not _manages(by, kind, unit_id):
        raise NotAllowed("staff-not-yours" if by.holds("administrator") else "invite-not-allowed")


def _manages(by: Person, kind: str, unit_id: int | None) -> bool:
    return permissions.may_manage_role(by.roles, kind=kind, unit_id=unit_id)


def fits(city: City, roles: Iterable[RoleRow]) -> bool:
    """Whether one person may hold these roles together."""
    points = {point.id: point.unit_id for point in city.points}
    held = [(e.kind, points.get(e.point_id) if e.point_id else e.unit_id) for e in roles]
    return permissions.may_hold_together(held)


def check_fits(city: City, roles: Iterable[RoleRow]) -> None:
    """Raise Refusal if nobody may hold these roles together."""
    if not fits(city, roles):
        raise Refusal("staff-roles-clash")


def acted_in(by: Person | None, theirs: Iterable[RoleRow]) -> int | None:
    """Return the unit in which an administrator acts; None for the office and for oneself."""
    if by is None or is_office(by):
        return None
    mine = by.units_as("administrator")
    return next((each.unit_id for each in theirs if each.unit_id in mine), None)


async def staying(conn: AsyncConnection, person_id: int) -> PersonRow:
    """Return a person who has not left; raise NotFound otherwise."""
    row = await people.one(conn, person_id)
    if row is None or row.left_at is not None:
        raise NotFound("person-gone")
    return row


async def roles_at_leaving(conn: AsyncConnection, row: PersonRow) -> list[RoleRow]:
    """Return somebody's own roles: those in force, or those that ended when they left."""
    if row.left_at is None:
        return await people.roles_of(conn, row.id)
    query = (
        sa.select(role_table)
        .where(role_table.c.person_id == row.id, role_table.c.revoked_at == row.left_at)
        .order_by(role_table.c.id)
    )
    return [
        RoleRow(each.id, each.kind, each.unit_id, each.point_id)
        for each in await conn.execute(query)
    ]


async def check_office_remains(conn: AsyncConnection, person_id: int) -> None:
    """Raise Refusal if nobody would be left to run the office."""
    clerks = await people.with_role(conn, "office")
    if [each.id for each in clerks] == [person_id]:
        raise Refusal("staff-last-of-office")


async def give(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    kind: RoleKind,
    unit_id: int,
    *,
    by: Person,
    now: datetime,
) -> bool:
    """Give somebody a role of a unit's desk; return False if they hold it already.

    Raises NotAllowed for what is not one's to give, and to oneself unless one is the office;
    Refusal for roles nobody may hold together.
    """
    row = await staying(conn, person_id)
    check_gives(by, kind, unit_id)
    own = await people.roles_of(conn, person_id)
    if not is_office(by):
        check_manages(by, person_id, own)
    check_fits(city, [*own, RoleRow(0, kind, unit_id)])
    if not await people.grant(conn, person_id, kind, at=now, unit_id=unit_id):
        return False
    await _note(conn, city, "role-given", row, kind, unit_id, by=by, now=now)
    return True


async def take(
    conn: AsyncConnection, city: City, role_id: int, person_id: int, *, by: Person, now: datetime
) -> bool:
    """Take a role back; return False if it was taken before. Raises as `give` does."""
    row = await staying(conn, person_id)
    own = {each.id: each for each in await people.roles_of(conn, person_id)}
    if role_id not in own:
        return False
    held = own[role_id]
    check_gives(by, held.kind, held.unit_id)
    if not is_office(by) and by.id == person_id:
        raise NotAllowed("staff-not-yourself")
    if held.kind == "office":
        await check_office_remains(conn, person_id)
    await people.revoke(conn, role_id, at=now)
    await _note(conn, city, "role-taken", row, held.kind, held.unit_id, by=by, now=now)
    return True


async def _note(
    conn: AsyncConnection,
    city: City,
    kind: staff_changes.ChangeKind,
    row: PersonRow,
    role: RoleKind,
    unit_id: int | None,
    *,
    by: Person,
    now: datetime,
) -> None:
    where = city.unit(unit_id).code if unit_id else ""
    await staff_changes.add(
        conn,
        kind,
        row.id,
        by=by.id,
        at=now,
        unit_id=acted_in(by, [RoleRow(0, role, unit_id)]),
        detail={"role": role, "unit": unit_id},
    )
    await journal.add(
        conn,
        person_id=by.id,
        act=kind,
        subject=row.name,
        detail={"person": row.id, "role": role, "unit": where, **by.as_deputy("administrator")},
        at=now,
    )
