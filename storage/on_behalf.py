"""What the office filed for a monitoring unit that had not (代报), and what the unit says to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import objection, on_behalf, person


@dataclass(frozen=True)
class OnBehalf:
    """A column filed for *unit_id*, by whom and why."""

    filing_id: int
    unit_id: int
    by: int
    by_name: str
    why: str
    at: datetime


@dataclass(frozen=True)
class Objection:
    """What somebody of the unit says against it."""

    by: int
    said: str
    at: datetime


async def add(
    conn: AsyncConnection, filing_id: int, *, unit_id: int, by: int, why: str, now: datetime
) -> None:
    """Note that a column was filed for a unit that had not."""
    await conn.execute(
        sa.insert(on_behalf).values(filing_id=filing_id, unit_id=unit_id, by=by, why=why, at=now)
    )


async def one(conn: AsyncConnection, filing_id: int) -> OnBehalf | None:
    """Return for whom a column was filed; None if its unit filed it."""
    return (await of_filings(conn, [filing_id])).get(filing_id)


async def of_filings(conn: AsyncConnection, filing_ids: Iterable[int]) -> dict[int, OnBehalf]:
    """Return those of the columns that were filed for somebody, under their ids."""
    query = (
        sa.select(on_behalf, person.c.name)
        .join(person, person.c.id == on_behalf.c.by)
        .where(on_behalf.c.filing_id.in_(list(filing_ids)))
    )
    return {row.filing_id: _found(row) for row in await conn.execute(query)}


async def object_to(
    conn: AsyncConnection, filing_id: int, *, by: int, said: str, now: datetime
) -> None:
    """Add what the unit says against a column."""
    await conn.execute(sa.insert(objection).values(filing_id=filing_id, by=by, said=said, at=now))


async def objections(conn: AsyncConnection, filing_id: int) -> list[Objection]:
    """Return what the unit said against a column, oldest first."""
    query = sa.select(objection).where(objection.c.filing_id == filing_id).order_by(objection.c.id)
    return [Objection(row.by, row.said, row.at) for row in await conn.execute(query)]


def filing_ids() -> sa.Select[Any]:
    """Return the ids of every column that its unit did not file itself, as a subquery."""
    return sa.select(on_behalf.c.filing_id)


def _found(row: sa.Row[Any]) -> OnBehalf:
    return OnBehalf(row.filing_id, row.unit_id, row.by, row.name, row.why, row.at)
