"""Everybody's roles at once, for those who bring a whole city."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import RoleKind, RoleRow
from storage.schema import role

Grant: TypeAlias = tuple[int, RoleKind, int | None, int | None]
"""A person's id, a kind of role, the unit and the point it is held in."""


async def by_person(conn: AsyncConnection) -> dict[int, list[RoleRow]]:
    """Return every person's own roles in force, under the person's id."""
    query = sa.select(role).where(role.c.revoked_at.is_(None)).order_by(role.c.id)
    held: dict[int, list[RoleRow]] = {}
    for row in await conn.execute(query):
        found = RoleRow(row.id, row.kind, row.unit_id, row.point_id)
        held.setdefault(row.person_id, []).append(found)
    return held


async def ever_by_person(conn: AsyncConnection) -> dict[int, list[RoleRow]]:
    """Return every role anybody ever held, under the person's id; each once."""
    held: dict[int, list[RoleRow]] = {}
    for row in await conn.execute(sa.select(role).order_by(role.c.id)):
        theirs = held.setdefault(row.person_id, [])
        if all(
            (e.kind, e.unit_id, e.point_id) != (row.kind, row.unit_id, row.point_id) for e in theirs
        ):
            theirs.append(RoleRow(row.id, row.kind, row.unit_id, row.point_id))
    return held


async def add_all(conn: AsyncConnection, grants: Iterable[Grant], *, at: datetime) -> None:
    """Give roles that nobody holds yet."""
    rows = [
        {
            "person_id": person_id,
            "kind": kind,
            "unit_id": unit_id,
            "point_id": point_id,
            "granted_at": at,
        }
        for person_id, kind, unit_id, point_id in grants
    ]
    if rows:
        await conn.execute(sa.insert(role), rows)
