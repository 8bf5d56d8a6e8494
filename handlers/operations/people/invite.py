"""Let people in: an invitation binds an account to a person, once and for a time.

`by` None is the operator of the machine; anybody else must run the office, or be the
administrator of the unit.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.people import hand_over, staff
from handlers.operations.people.hand_over import Handed
from scoring.refusals import Refusal
from storage import invitations, journal, people, staff_changes
from storage.invitations import Outcome, Redeemed
from storage.people import Person, PersonRow, RoleKind
from storage.schema import access_request

VALID_FOR = timedelta(days=7)
WITHIN_A_UNIT: frozenset[RoleKind] = frozenset({"reporter", "reviewer", "contact", "administrator"})


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

    Raises NotAllowed unless the role is one's to give, Refusal for a role without its unit or
    point.
    """
    staff.check_gives(by, role, unit_id)
    if not name.strip():
        raise Refusal("invite-nameless")
    if (role in WITHIN_A_UNIT and unit_id is None) or (role == "observer" and point_id is None):
        raise Refusal("invite-no-place")
    person_id = await people.add(conn, name=name.strip(), title=title, lang=lang)
    await people.grant(conn, person_id, role, at=now, unit_id=unit_id, point_id=point_id)
    own = await people.roles_of(conn, person_id)
    await staff_changes.add(
        conn,
        "invited",
        person_id,
        by=by.id if by else None,
        at=now,
        unit_id=staff.acted_in(by, own),
        detail={"role": role, "unit": unit_id},
    )
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
    An invitation that brought somebody's work brings it still. Raises NotAllowed unless the
    person is one's to manage, NotFound for one who has left.
    """
    await staff.staying(conn, person_id)
    staff.check_manages(by, person_id, await people.roles_of(conn, person_id))
    brings = await staff_changes.work_waiting_for(conn, person_id)
    await invitations.revoke_open(conn, person_id, at=now)
    made = await _invite(conn, person_id, by=by, now=now, valid_for=valid_for)
    if brings is not None:
        await staff_changes.promise(conn, invitations.hash_of(made.token), brings)
    return made


async def redeem(
    conn: AsyncConnection, city: City, token: str, user_id: int, *, now: datetime
) -> tuple[Outcome, Handed | None]:
    """Bind the account to the invited person; the outcome says why not, if not.

    With it comes the work of whoever was to be followed, if the invitation promised any.
    """
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
        brings = await staff_changes.promised_by(conn, invitations.hash_of(token))
        if brings is not None:
            handed = await hand_over.take_up(conn, city, brings, outcome.person_id, now=now)
            return outcome, handed
    return outcome, None


async def invite_successor(
    conn: AsyncConnection,
    city: City,
    person_id: int,
    *,
    name: str,
    by: Person,
    now: datetime,
    heir_id: int | None = None,
    lang: str = "zh",
) -> Invitation:
    """Invite a newcomer to take over somebody's work; it moves when the invitation is used.

    *heir_id* is somebody known who has not joined. Until then everything stays as it is; an
    earlier invitation to take it over opens nothing more. Raises as `hand_over.leaver_of` does,
    Refusal without a name.
    """
    leaver = await hand_over.leaver_of(conn, person_id, by=by, now=now)
    if heir_id is not None:
        await hand_over.check_heir(conn, city, leaver, heir_id, by=by)
        await invitations.revoke_open(conn, heir_id, at=now)
    elif not name.strip():
        raise Refusal("invite-nameless")
    await staff_changes.withdraw_promises(conn, person_id, at=now)
    new_id = heir_id or await people.add(conn, name=name.strip(), lang=lang)
    made = await _invite(conn, new_id, by=by, now=now, valid_for=VALID_FOR)
    await staff_changes.promise(conn, invitations.hash_of(made.token), person_id)
    return made


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
    row = await staff.staying(conn, person_id)
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
