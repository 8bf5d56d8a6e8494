"""Undo a change of staff (还原): the office looks at what was done in the units, and may."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.doer import AS_MANAGER, doer
from handlers.operations.people.belongings import BELONGINGS, Passing
from handlers.operations.people.leaver import Leaver
from handlers.operations.tell import tell
from handlers.texts import msg
from scoring.permissions import may_run_the_office
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import invitations, journal, people, staff_changes
from storage.people import Person, PersonRow
from storage.schema import person
from storage.staff_changes import StaffChange


async def undo(
    conn: AsyncConnection, city: City, change_id: int, *, by: Person, now: datetime
) -> PersonRow:
    """Undo one change as far as nothing else was built on it; return whom it was about.

    What was done in the meantime stays done, under who did it. Raises NotAllowed for anybody but
    the office, Outdated for what was undone before, Refusal where things have moved on since.
    """
    if not may_run_the_office(by.roles):
        raise NotAllowed("not-for-your-role")
    change = await staff_changes.one(conn, change_id)
    row = await people.one(conn, change.person_id) if change else None
    if change is None or row is None or change.kind == "undone":
        raise NotFound("button-outdated")
    if change.undone:
        raise Outdated("staff-undone-already")
    match change.kind:
        case "role-given" | "role-taken":
            await _turn_role(conn, change, row, now=now)
        case "invited":
            await _uninvite(conn, row, now=now)
        case "left" | "handed-over":
            await _bring_back(conn, city, change, row, now=now)
    await staff_changes.add(conn, "undone", row.id, by=by.id, at=now, undoes_id=change.id)
    await journal.add(
        conn,
        person_id=by.id,
        act="staff-undone",
        subject=row.name,
        detail={"change": change.id, "kind": change.kind, "person": row.id},
        at=now,
    )
    await _tell(conn, city, change, row, by, now=now)
    return row


async def _turn_role(
    conn: AsyncConnection, change: StaffChange, row: PersonRow, *, now: datetime
) -> None:
    if row.left_at is not None:
        raise Refusal("staff-too-late")
    kind, unit_id = change.detail["role"], change.detail["unit"]
    if change.kind == "role-taken":
        await people.grant(conn, row.id, kind, at=now, unit_id=unit_id)
        return
    for role in await people.roles_of(conn, row.id):
        if (role.kind, role.unit_id) == (kind, unit_id):
            await people.revoke(conn, role.id, at=now)


async def _uninvite(conn: AsyncConnection, row: PersonRow, *, now: datetime) -> None:
    if row.user_id is not None or row.left_at is not None:
        raise Refusal("staff-too-late")
    await invitations.revoke_open(conn, row.id, at=now)
    await people.leave(conn, row.id, at=now)


async def _bring_back(
    conn: AsyncConnection, city: City, change: StaffChange, row: PersonRow, *, now: datetime
) -> None:
    heir = await people.one(conn, change.successor_id) if change.successor_id else None
    last = await staff_changes.departure_of(conn, row.id)
    taken = change.user_id is not None and await conn.scalar(
        sa.select(person.c.id).where(person.c.user_id == change.user_id)
    )
    if last is None or last.id != change.id or taken or (heir and heir.left_at is not None):
        raise Refusal("staff-too-late")
    await people.come_back(
        conn, row.id, user_id=change.user_id, role_ids=change.detail["roles"], at=now
    )
    back = await people.one(conn, row.id)
    if heir is not None and back is not None:
        passing = Passing(conn, city, Leaver(back, back.user_id, (), now), heir)
        for each in BELONGINGS:
            if each.back is not None:
                await each.back(passing, change.detail["moved"].get(each.name, []))


async def _tell(
    conn: AsyncConnection,
    city: City,
    change: StaffChange,
    row: PersonRow,
    by: Person,
    *,
    now: datetime,
) -> None:
    """Tell whom it was about, who had done it, and the successor."""
    said = msg("staff-undone-told", name=row.name, by=await doer(conn, by.id, AS_MANAGER, at=now))
    for person_id in dict.fromkeys((change.person_id, change.by, change.successor_id)):
        to = await people.one(conn, person_id) if person_id else None
        if to is not None and to.id != by.id:
            await tell(conn, city, to, said, key=f"undone:{change.id}:{to.id}", now=now)
