"""The register of all invitations (邀请名册): whom, as what, by whom, and what became of it."""

from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.invitation_books import InvitationLine, RegisterBook
from handlers.operations.doer import AS_MANAGER
from storage import deputies, invitations, people, roles
from storage.invitations import InvitationRow
from storage.people import PersonRow, RoleRow


async def invitation_register(conn: AsyncConnection, city: City, *, now: datetime) -> RegisterBook:
    """Return every invitation ever made, the newest first."""
    rows = {each.id: each for each in await people.everyone_ever(conn)}
    held = await roles.ever_by_person(conn)
    lines = [
        _line(city, each, rows, held.get(each.person_id, []), await _lender(conn, each), now)
        for each in await invitations.all_made(conn)
    ]
    return RegisterBook(as_of=now, lines=tuple(lines))


def _line(
    city: City,
    each: InvitationRow,
    rows: dict[int, PersonRow],
    held: list[RoleRow],
    lender: int | None,
    now: datetime,
) -> InvitationLine:
    whom, by = rows[each.person_id], rows.get(each.invited_by or 0)
    points = {point.id: point.name for point in city.points}
    places = [
        (role.kind, city.unit(role.unit_id).short_name)
        if role.unit_id
        else (role.kind, points.get(role.point_id or 0, ""))
        for role in held
    ]
    return InvitationLine(
        name=whom.name,
        title=whom.title or "",
        roles=tuple(places),
        invited_by=by.name if by else "",
        created_at=each.created_at,
        expires_at=each.expires_at,
        used_at=each.used_at,
        state=_state(each, now),
        invited_for=rows[lender].name if lender else "",
    )


async def _lender(conn: AsyncConnection, each: InvitationRow) -> int | None:
    """Return whom the one who invited stood in for at that moment."""
    if each.invited_by is None:
        return None
    return await deputies.stood_in_for(conn, each.invited_by, AS_MANAGER, at=each.created_at)


def _state(each: InvitationRow, now: datetime) -> Literal["open", "used", "expired", "revoked"]:
    if each.used_at is not None:
        return "used"
    if each.revoked_at is not None:
        return "revoked"
    return "open" if each.expires_at > now else "expired"
