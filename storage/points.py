"""Observation points (观测点), each within the unit it watches."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import point


@dataclass(frozen=True, slots=True)
class PointRow:
    """An observation point; *unit_id* is the unit it watches."""

    id: int
    code: str
    name: str
    type: str
    unit_id: int


async def all_points(conn: AsyncConnection) -> list[PointRow]:
    """Return every point in the order of the codes."""
    return [_point(row) for row in await conn.execute(sa.select(point).order_by(point.c.code))]


async def by_code(conn: AsyncConnection, code: str) -> PointRow | None:
    """Return the point of this code."""
    row = (await conn.execute(sa.select(point).where(point.c.code == code))).first()
    return _point(row) if row is not None else None


async def one(conn: AsyncConnection, point_id: int) -> PointRow | None:
    """Return the point of this id."""
    row = (await conn.execute(sa.select(point).where(point.c.id == point_id))).first()
    return _point(row) if row is not None else None


async def add(conn: AsyncConnection, *, code: str, name: str, kind: str, unit_id: int) -> int:
    """Add a point and return its id."""
    added = await conn.execute(
        sa.insert(point)
        .values(code=code, name=name, type=kind, unit_id=unit_id)
        .returning(point.c.id)
    )
    return int(added.scalar_one())


async def change(
    conn: AsyncConnection, point_id: int, *, name: str, kind: str, unit_id: int
) -> None:
    """Rename a point, or move it to another unit; what was observed there stays."""
    await conn.execute(
        sa.update(point).where(point.c.id == point_id).values(name=name, type=kind, unit_id=unit_id)
    )


def _point(row: sa.Row[tuple[object, ...]]) -> PointRow:
    return PointRow(row.id, row.code, row.name, row.type, row.unit_id)
