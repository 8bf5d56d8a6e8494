"""Let people in, let them go, and let one stand in for another.

`by` None is the operator of the machine; anybody else must run the office.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring import permissions
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import deputies, invitations, journal, leaving, people
from storage.invitations import Outcome, Redeemed
from storage.people import Person, PersonRow, RoleKind
from storage.schema import access_request

VALID_FOR = timedelta(days=7)
WITHIN_A_UNIT: frozenset[RoleKind] = frozenset({"reporter", "reviewer", "contact"})


@dataclass(frozen=True)
class Invitation:
    """An invitation just made; *token* is told once and kept nowhere."""

    person_id: int
    token: str
    expires_at: datetime


async def invite(
    conn: AsyncConnection,
    *,
    name: str,
    role: RoleKind,
    by: Person | None,
    now: datetime,
    title: str | None = None,
    unit_id: int | None = None,
    point_id: int | None = None,
    lang: str = "zh",
    valid_for: timedelta = VALID_FOR,
) -> Invitation:
    """Add a person with a role and invite them.

    Raises NotAllowed for anybody but the office, Refusal for a role without its unit or point.
    """
    _check_office(by)
    if not name.strip():
        raise Refusal("invite-nameless")
    if (role in WITHIN_A_UNIT and unit_id is None) or (role == "observer" and point_id is None):
        raise Refusal("invite-no-place")
    person_id = await people.add(conn, name=name.strip(), title=title, lang=lang)
    await people.grant(conn, person_id, role, at=now, unit_id=unit_id, point_id=point_id)
    return await _invite(conn, person_id, by=by, now=now, valid_for=valid_for)


async def invite_again(
    conn: AsyncConnection,
    person_id: int,
    *,
    by: Person | None,
    now: datetime,
    valid_for: timedelta = VALID_FOR,
) -> Invitation:
    """Invite somebody who is known already: the word of an earlier invitation opens nothing more.

    Whoever redeems it takes the person's place at another account, should there have been one.
    Raises NotAllowed for anybody but the office, NotFound for a person who has left.
    """
    _check_office(by)
    await _one(conn, person_id)
    await invitations.revoke_open(conn, person_id, at=now)
    return await _invite(conn, person_id, by=by, now=now, valid_for=valid_for)


async def redeem(conn: AsyncConnection, token: str, user_id: int, *, now: datetime) -> Outcome:
    """Bind the account to the invited person; the outcome says why not, if not."""
    outcome = await invitations.redeem(conn, token, user_id, now=now)
    if isinstance(outcome, Redeemed):
        await people.set_reachable(conn, outcome.person_id)
        await conn.execute(
            sa.update(access_request)
            .where(access_request.c.user_id == user_id, access_request.c.state == "open")
            .values(state="invited", decided_at=now)
        )
        await journal.add(
            conn,
            person_id=outcome.person_id,
            act="invitation-redeemed",
            subject=str(outcome.person_id),
            detail={"user_id": user_id},
            at=now,
        )
    return outcome


async def revoke_person(
    conn: AsyncConnection, person_id: int, *, by: Person | None, now: datetime
) -> int:
    """Let a person go; return how many messages to them were stopped.

    In this one transaction roles, standing-in and invitations end, the account is nobody's, and
    nothing more is sent. Raises NotAllowed for anybody but the office, NotFound for a person who
    has left already.
    """
    _check_office(by)
    row = await _one(conn, person_id)
    stopped = await leaving.clear_messages(conn, person_id, row.user_id, now=now)
    if row.user_id is not None:
        await leaving.close_drafts(conn, row.user_id, now=now)
    await invitations.revoke_open(conn, person_id, at=now)
    await people.leave(conn, person_id, at=now)
    await _note(conn, by, "person-left", row, {"user_id": row.user_id, "stopped": stopped}, now)
    return stopped


async def name_deputy(
    conn: AsyncConnection,
    person_id: int,
    deputy_id: int,
    *,
    from_at: datetime,
    until_at: datetime | None,
    by: Person | None,
    now: datetime,
) -> None:
    """Let one person act for another in [from_at, until_at); None has no end.

    A person names their own deputy, or the office does. Raises NotAllowed for anybody else,
    NotFound if either has left, Refusal for oneself or a time that is over before it begins.
    """
    if by is None or by.id != person_id:
        _check_office(by)
    if person_id == deputy_id:
        raise Refusal("deputy-self")
    if until_at is not None and until_at <= max(from_at, now):
        raise Refusal("deputy-over")
    row = await _one(conn, person_id)
    standing_in = await _one(conn, deputy_id)
    await deputies.add(conn, person_id, deputy_id, from_at=from_at, until_at=until_at)
    detail: dict[str, object] = {
        "deputy": standing_in.name,
        "from": from_at.isoformat(),
        "until": until_at.isoformat() if until_at else None,
    }
    await _note(conn, by, "deputy-named", row, detail, now)


def _check_office(by: Person | None) -> None:
    if by is not None and not permissions.may_run_the_office(by.roles):
        raise NotAllowed("invite-not-allowed")


async def _one(conn: AsyncConnection, person_id: int) -> PersonRow:
    row = await people.one(conn, person_id)
    if row is None or row.left_at is not None:
        raise NotFound("person-gone")
    return row


async def _invite(
    conn: AsyncConnection,
    person_id: int,
    *,
    by: Person | None,
    now: datetime,
    valid_for: timedelta,
) -> Invitation:
    expires_at = now + valid_for
    token = await invitations.create(
        conn, person_id, invited_by=by.id if by else None, now=now, expires_at=expires_at
    )
    row = await _one(conn, person_id)
    await _note(conn, by, "invited", row, {"until": expires_at.isoformat()}, now)
    return Invitation(person_id, token, expires_at)


async def _note(
    conn: AsyncConnection,
    by: Person | None,
    act: str,
    about: PersonRow,
    detail: dict[str, object],
    now: datetime,
) -> None:
    await journal.add(
        conn,
        person_id=by.id if by else None,
        act=act,
        subject=str(about.id),
        detail={"name": about.name, **detail},
        at=now,
    )
