"""Changes of staff (人员变动): who left, who took over, whose roles changed; added only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import invitation, person, staff_change, takeover

ChangeKind: TypeAlias = Literal[
    "left", "handed-over", "invited", "role-given", "role-taken", "undone"
]


@dataclass(frozen=True, kw_only=True)
class StaffChange:
    """One change; *unit_id* is where an administrator acted, None for anybody else's act.

    *user_id* is the account a leaver had, *detail* what it takes to undo the change.
    """

    id: int
    kind: ChangeKind
    person_id: int
    user_id: int | None
    successor_id: int | None
    unit_id: int | None
    by: int | None
    at: datetime
    detail: Mapping[str, Any]
    undone: bool


async def add(
    conn: AsyncConnection,
    kind: ChangeKind,
    person_id: int,
    *,
    by: int | None,
    at: datetime,
    user_id: int | None = None,
    successor_id: int | None = None,
    unit_id: int | None = None,
    detail: Mapping[str, Any] | None = None,
    undoes_id: int | None = None,
) -> int:
    """Add a change and return its id; raises IntegrityError for what has been undone before."""
    added = await conn.execute(
        sa.insert(staff_change)
        .values(
            kind=kind,
            person_id=person_id,
            by=by,
            at=at,
            user_id=user_id,
            successor_id=successor_id,
            unit_id=unit_id,
            detail=dict(detail or {}),
            undoes_id=undoes_id,
        )
        .returning(staff_change.c.id)
    )
    return int(added.scalar_one())


async def one(conn: AsyncConnection, change_id: int) -> StaffChange | None:
    """Return the change of this id."""
    found = await _changes(conn, staff_change.c.id == change_id)
    return found[0] if found else None


async def departure_of(conn: AsyncConnection, person_id: int) -> StaffChange | None:
    """Return how a person left last, unless that has been undone."""
    found = await _changes(conn, staff_change.c.person_id == person_id, _departures())
    return next((each for each in reversed(found) if not each.undone), None)


async def departure_from(conn: AsyncConnection, user_id: int) -> StaffChange | None:
    """Return the last departure of whoever used this account, unless it has been undone."""
    found = await _changes(conn, staff_change.c.user_id == user_id, _departures())
    return next((each for each in reversed(found) if not each.undone), None)


async def latest(
    conn: AsyncConnection, *, limit: int, unit_ids: Sequence[int] | None = None
) -> list[StaffChange]:
    """Return the last changes, newest first; *unit_ids* narrows them to these units' own."""
    where = [staff_change.c.kind != "undone"]
    if unit_ids is not None:
        where.append(staff_change.c.unit_id.in_(unit_ids))
    return (await _changes(conn, *where))[::-1][:limit]


async def promise(conn: AsyncConnection, token_hash: str, person_id: int) -> None:
    """Let whoever uses an invitation take over the work of *person_id*."""
    found = sa.select(invitation.c.id).where(invitation.c.token_hash == token_hash)
    await conn.execute(
        sa.insert(takeover).values(invitation_id=await conn.scalar(found), person_id=person_id)
    )


async def promised_by(conn: AsyncConnection, token_hash: str) -> int | None:
    """Return whose work goes to whoever uses this invitation, if anybody's."""
    query = (
        sa.select(takeover.c.person_id)
        .join(invitation, invitation.c.id == takeover.c.invitation_id)
        .where(invitation.c.token_hash == token_hash)
    )
    return await conn.scalar(query)


async def promised_to(conn: AsyncConnection, person_id: int, *, at: datetime) -> int | None:
    """Return the successor who has been invited and has not come yet; None if nobody has."""
    query = (
        sa.select(invitation.c.person_id)
        .where(_promises_of(person_id), invitation.c.expires_at > at)
        .order_by(invitation.c.id.desc())
        .limit(1)
    )
    return await conn.scalar(query)


async def work_waiting_for(conn: AsyncConnection, successor_id: int) -> int | None:
    """Return whose work an unused invitation of somebody brings, if any does."""
    query = (
        sa.select(takeover.c.person_id)
        .join(invitation, invitation.c.id == takeover.c.invitation_id)
        .where(
            invitation.c.person_id == successor_id,
            invitation.c.used_at.is_(None),
            invitation.c.revoked_at.is_(None),
        )
        .order_by(invitation.c.id.desc())
        .limit(1)
    )
    return await conn.scalar(query)


async def promiser_of(conn: AsyncConnection, successor_id: int) -> int | None:
    """Return who invited somebody to take over with their last used invitation."""
    query = (
        sa.select(invitation.c.invited_by)
        .join(takeover, takeover.c.invitation_id == invitation.c.id)
        .where(invitation.c.person_id == successor_id, invitation.c.used_at.is_not(None))
        .order_by(invitation.c.used_at.desc())
        .limit(1)
    )
    return await conn.scalar(query)


async def withdraw_promises(conn: AsyncConnection, person_id: int, *, at: datetime) -> int:
    """Take back every unused invitation to take over somebody's work; return how many."""
    taken = await conn.execute(
        sa.update(invitation).where(_promises_of(person_id)).values(revoked_at=at)
    )
    return taken.rowcount


def _promises_of(person_id: int) -> sa.ColumnElement[bool]:
    theirs = sa.select(takeover.c.invitation_id).where(takeover.c.person_id == person_id)
    return sa.and_(
        invitation.c.id.in_(theirs),
        invitation.c.used_at.is_(None),
        invitation.c.revoked_at.is_(None),
    )


def _departures() -> sa.ColumnElement[bool]:
    return staff_change.c.kind.in_(("left", "handed-over"))


def in_force() -> sa.ColumnElement[bool]:
    """Return the condition that a row of `staff_change` has not been undone."""
    undoing = staff_change.alias("undoing")
    undone = sa.select(undoing.c.undoes_id).where(undoing.c.undoes_id.is_not(None))
    return staff_change.c.id.not_in(undone)


async def predecessors(conn: AsyncConnection, person_id: int) -> tuple[int, ...]:
    """Return the ids of those whose work this person took over, and of those before them."""
    return tuple((await conn.execute(_predecessors(), {"_who": person_id})).scalars())


@cache
def _predecessors() -> sa.Select[Any]:
    """Return the question behind every turn's person, built once because it is asked so often."""
    handed = sa.select(staff_change.c.person_id, staff_change.c.successor_id).where(
        staff_change.c.kind == "handed-over", in_force()
    )
    moves = handed.subquery("moves")
    line = (
        sa.select(moves.c.person_id)
        .where(moves.c.successor_id == sa.bindparam("_who"))
        .cte("line", recursive=True)
    )
    line = line.union(sa.select(moves.c.person_id).where(moves.c.successor_id == line.c.person_id))
    return sa.select(line.c.person_id)


async def _changes(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[StaffChange]:
    undoing = staff_change.alias("undoing")
    query = (
        sa.select(staff_change, undoing.c.id.label("undone_by"))
        .outerjoin(undoing, undoing.c.undoes_id == staff_change.c.id)
        .where(*where)
        .order_by(staff_change.c.id)
    )
    return [
        StaffChange(
            id=row.id,
            kind=row.kind,
            person_id=row.person_id,
            user_id=row.user_id,
            successor_id=row.successor_id,
            unit_id=row.unit_id,
            by=row.by,
            at=row.at,
            detail=row.detail,
            undone=row.undone_by is not None,
        )
        for row in await conn.execute(query)
    ]


async def successor_of(conn: AsyncConnection, person_id: int) -> int:
    """Return who answers now for what somebody did: themselves, or whoever took over last."""
    taken, seen = await heirs(conn), set[int]()
    while person_id in taken and person_id not in seen:
        seen.add(person_id)
        person_id = taken[person_id]
    return person_id


async def heirs(conn: AsyncConnection) -> dict[int, int]:
    """Return under everybody who has left and handed over who took over from them."""
    query = (
        sa.select(staff_change.c.person_id, staff_change.c.successor_id)
        .join(person, person.c.id == staff_change.c.person_id)
        .where(staff_change.c.kind == "handed-over", in_force(), person.c.left_at.is_not(None))
        .order_by(staff_change.c.id)
    )
    return {row.person_id: row.successor_id for row in await conn.execute(query)}
