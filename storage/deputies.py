"""Deputies (代理): who stands in for whom, from one moment until another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import deputy, role


@dataclass(frozen=True)
class DeputyRow:
    """*deputy_id* stands in for *person_id* in [from_at, until_at); None has no end."""

    id: int
    person_id: int
    deputy_id: int
    from_at: datetime
    until_at: datetime | None

    def overlaps(self, from_at: datetime, until_at: datetime | None) -> bool:
        """Whether it holds at any moment of [from_at, until_at)."""
        begins_before = until_at is None or self.from_at < until_at
        return begins_before and (self.until_at is None or self.until_at > from_at)


async def add(
    conn: AsyncConnection,
    person_id: int,
    deputy_id: int,
    *,
    from_at: datetime,
    until_at: datetime | None,
) -> int:
    """Let one person stand in for another in [from_at, until_at) and return the row's id."""
    added = await conn.execute(
        sa.insert(deputy)
        .values(person_id=person_id, deputy_id=deputy_id, from_at=from_at, until_at=until_at)
        .returning(deputy.c.id)
    )
    return int(added.scalar_one())


async def one(conn: AsyncConnection, row_id: int) -> DeputyRow | None:
    """Return the standing-in of this id."""
    found = await _rows(conn, deputy.c.id == row_id)
    return found[0] if found else None


async def ahead(conn: AsyncConnection, person_id: int, *, at: datetime) -> list[DeputyRow]:
    """Return every standing-in a person has part in that is not over, on whichever side."""
    return await _rows(conn, _either(person_id), _open_after(at))


async def all_ahead(conn: AsyncConnection, *, at: datetime) -> list[DeputyRow]:
    """Return every standing-in that is not over, oldest first."""
    return await _rows(conn, _open_after(at))


async def end(conn: AsyncConnection, row_id: int, *, at: datetime) -> bool:
    """End a standing-in; return False if it was over."""
    done = await conn.execute(
        sa.update(deputy).where(deputy.c.id == row_id, _open_after(at)).values(until_at=at)
    )
    return done.rowcount == 1


async def end_all(conn: AsyncConnection, person_id: int, *, at: datetime) -> None:
    """End every standing-in a person has part in, whichever side they are on."""
    await conn.execute(
        sa.update(deputy).where(_either(person_id), _open_after(at)).values(until_at=at)
    )


async def stood_in_for(
    conn: AsyncConnection, person_id: int, acting: Sequence[tuple[str, int | None]], *, at: datetime
) -> int | None:
    """Return for whom somebody acted in a role at a moment; None for nobody but themselves.

    Of several roles (kind, and the unit or None) the first counts that they had, by right or lent.
    """
    lenders = sa.select(deputy.c.person_id).where(deputy.c.deputy_id == person_id, in_force(at))
    query = (
        sa.select(role.c.person_id, role.c.kind, role.c.unit_id)
        .where(
            sa.or_(role.c.person_id == person_id, role.c.person_id.in_(lenders)),
            role.c.kind.in_({kind for kind, _ in acting}),
            role.c.granted_at <= at,
            sa.or_(role.c.revoked_at.is_(None), role.c.revoked_at > at),
        )
        .order_by(role.c.person_id != person_id, role.c.id)
    )
    held = (await conn.execute(query)).all()
    for kind, unit_id in acting:
        for each in held:
            if each.kind == kind and unit_id in (None, each.unit_id):
                return None if each.person_id == person_id else int(each.person_id)
    return None


def in_force(at: datetime) -> sa.ColumnElement[bool]:
    """Return the condition that a row of `deputy` holds at a moment."""
    return sa.and_(deputy.c.from_at <= at, _open_after(at))


def _either(person_id: int) -> sa.ColumnElement[bool]:
    return sa.or_(deputy.c.person_id == person_id, deputy.c.deputy_id == person_id)


def _open_after(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(deputy.c.until_at.is_(None), deputy.c.until_at > at)


async def _rows(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[DeputyRow]:
    found = await conn.execute(sa.select(deputy).where(*where).order_by(deputy.c.id))
    return [DeputyRow(r.id, r.person_id, r.deputy_id, r.from_at, r.until_at) for r in found]
