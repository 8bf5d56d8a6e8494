"""What each person wants to hear, and when; whoever chose nothing has no row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import preference

Rhythm: TypeAlias = Literal["due", "daily", "weekly"]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)


@dataclass(frozen=True, slots=True)
class Preference:
    """How often the digest comes and at which hour, and the pushes that are switched off."""

    digest: Rhythm = "due"
    digest_at: str = "09:00"
    muted: frozenset[str] = frozenset()


async def one(conn: AsyncConnection, person_id: int) -> Preference:
    """Return what a person chose, or what holds for whoever chose nothing."""
    query = sa.select(preference).where(preference.c.person_id == person_id)
    row = (await conn.execute(query)).first()
    return Preference() if row is None else _preference(row)


async def all_chosen(conn: AsyncConnection) -> Mapping[int, Preference]:
    """Return what was chosen, by person id."""
    return {row.person_id: _preference(row) for row in await conn.execute(sa.select(preference))}


async def keep(conn: AsyncConnection, person_id: int, chosen: Preference) -> None:
    """Keep a person's choice in place of the one before."""
    values = {
        "digest": chosen.digest,
        "digest_at": chosen.digest_at,
        "muted": sorted(chosen.muted),
    }
    mine = preference.c.person_id == person_id
    changed = await conn.execute(preference.update().where(mine).values(**values))
    if changed.rowcount == 0:
        await conn.execute(preference.insert().values(person_id=person_id, **values))


def _preference(row: sa.Row[Any]) -> Preference:
    muted: Iterable[str] = row.muted
    return Preference(row.digest, row.digest_at, frozenset(muted))
