"""Let a person go: in one transaction they are nobody here, and nothing more is sent to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, Keyboard, go
from handlers.city import City
from handlers.operations.doer import AS_MANAGER, doer
from handlers.operations.people import staff
from handlers.operations.people.gaps import Gap, gap_buttons, gap_lines, gaps_left_by
from handlers.operations.people.role_words import role_words
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from storage import invitations, journal, leaving, people, staff_changes
from storage.people import Person, PersonRow, RoleRow

LINES_MOST = 12


@dataclass(frozen=True)
class Gone:
    """What letting somebody go has left: *must_arrive* of the messages *stopped* had to arrive."""

    row: PersonRow
    change_id: int
    stopped: int
    must_arrive: int
    gaps: Sequence[Gap]


async def let_go(
    conn: AsyncConnection, city: City, person_id: int, *, by: Person | None, now: datetime
) -> Gone:
    """Let a person go without a successor; the office hears what now has nobody.

    Roles, standing-in and invitations end, conversations are closed, the account is nobody's, and
    what waited to be sent is taken back; what had to arrive is listed for the office. Raises
    NotAllowed unless they are one's to manage, NotFound for a person who has left, Refusal for
    the last of the office.
    """
    row = await staff.staying(conn, person_id)
    roles = await people.roles_of(conn, person_id)
    staff.check_manages(by, person_id, roles)
    await staff.check_office_remains(conn, person_id)
    waiting = await leaving.waiting_messages(conn, person_id, row.user_id)
    await silence(conn, row, now=now)
    change_id = await staff_changes.add(
        conn,
        "left",
        person_id,
        by=by.id if by else None,
        at=now,
        user_id=row.user_id,
        unit_id=staff.acted_in(by, roles),
        detail={"roles": [role.id for role in roles]},
    )
    must_arrive = sum(each.must_arrive for each in waiting)
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act="person-left",
        subject=str(person_id),
        detail={"name": row.name, "user_id": row.user_id, "stopped": len(waiting)},
        at=now,
    )
    found = await gaps_left_by(conn, city, roles, now.astimezone(city.zone).year)
    gone = Gone(row, change_id, len(waiting), must_arrive, found)
    await _tell(conn, city, gone, roles, by=by, now=now)
    return gone


async def _tell(
    conn: AsyncConnection,
    city: City,
    gone: Gone,
    roles: Sequence[RoleRow],
    *,
    by: Person | None,
    now: datetime,
) -> None:
    said = msg(
        "person-gone-told",
        name=gone.row.name,
        roles=role_words(city, roles),
        by=await doer(conn, by.id if by else None, AS_MANAGER, at=now),
        stopped=gone.stopped,
        must_arrive=gone.must_arrive,
        gaps=gap_words(gone.gaps),
    )
    await tell_managers(
        conn,
        city,
        roles,
        said,
        buttons=after_leaving(gone),
        by=by,
        key=f"gone:{gone.change_id}",
        now=now,
    )


async def silence(
    conn: AsyncConnection, row: PersonRow, *, now: datetime, but_for: int | None = None
) -> None:
    """End everything a person has here; *but_for* is the conversation they hand over in."""
    await leaving.clear_messages(conn, row.id, row.user_id, now=now)
    if row.user_id is not None:
        await leaving.close_drafts(conn, row.user_id, now=now, but_for=but_for)
    await invitations.revoke_open(conn, row.id, at=now)
    await staff_changes.withdraw_promises(conn, row.id, at=now)
    await people.leave(conn, row.id, at=now)


def gap_words(found: Sequence[Gap]) -> Msg:
    """Return what has nobody now, or that nothing has."""
    if not found:
        return msg("gaps-none")
    lines = gap_lines(found)[:LINES_MOST]
    return msg("gaps-now", count=len(found), lines=lines)


def after_leaving(gone: Gone) -> list[list[Button]]:
    """Return what can be done about what a leaver left."""
    rows = gap_buttons(gone.gaps, gone.row.id)
    if gone.must_arrive:
        rows.append(
            [go("taken-back", "button-taken-back", str(gone.change_id), count=gone.must_arrive)]
        )
    return rows


async def tell_managers(
    conn: AsyncConnection,
    city: City,
    roles: Sequence[RoleRow],
    said: Msg,
    *,
    buttons: Keyboard,
    by: Person | None,
    key: str,
    now: datetime,
) -> None:
    """Tell the office, and the administrators of the units concerned, but not who did it."""
    rows = await people.with_role(conn, "office", at=now)
    for unit_id in dict.fromkeys(role.unit_id for role in roles if role.unit_id is not None):
        rows += await people.with_role(conn, "administrator", unit_id, at=now)
    for each in dict.fromkeys(rows):
        if by is None or each.id != by.id:
            await tell(conn, city, each, said, key=f"{key}:{each.id}", now=now, buttons=buttons)
