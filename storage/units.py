"""Units of the city: the assessed ones, the monitoring ones, and the names people give them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Unit
from storage.schema import unit

SHORTEST_PART = 2  # one character of a Chinese name is in half of the other names too


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as it is kept; *valid_from* is its first day, *valid_until* the day after its last."""

    id: int
    code: str
    name: str
    short_name: str
    track: str
    category: str
    aliases: tuple[str, ...] = ()
    difficulty: Decimal = Decimal(1)
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def assessed(self) -> Unit:
        """The unit as the scoring rules know it."""
        return Unit(
            self.code, self.name, self.short_name, self.category, self.aliases, self.difficulty
        )


async def all_units(
    conn: AsyncConnection, *, on: date | None = None, track: str | None = None
) -> list[UnitRow]:
    """Return the units in the order of their codes: those of a day, of a track, or all."""
    query = sa.select(unit).order_by(unit.c.code)
    if on is not None:
        query = query.where(
            sa.or_(unit.c.valid_from.is_(None), unit.c.valid_from <= on),
            sa.or_(unit.c.valid_until.is_(None), unit.c.valid_until > on),
        )
    if track is not None:
        query = query.where(unit.c.track == track)
    return [_unit(row) for row in await conn.execute(query)]


async def by_code(conn: AsyncConnection, code: str) -> UnitRow | None:
    """Return the unit of this code."""
    row = (await conn.execute(sa.select(unit).where(unit.c.code == code))).first()
    return _unit(row) if row is not None else None


async def by_id(conn: AsyncConnection, unit_id: int) -> UnitRow | None:
    """Return the unit of this id."""
    row = (await conn.execute(sa.select(unit).where(unit.c.id == unit_id))).first()
    return _unit(row) if row is not None else None


async def add(
    conn: AsyncConnection,
    facts: Unit,
    *,
    track: str,
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> int:
    """Add a unit and return its id."""
    added = await conn.execute(
        sa.insert(unit)
        .values(**_columns(facts), track=track, valid_from=valid_from, valid_until=valid_until)
        .returning(unit.c.id)
    )
    return int(added.scalar_one())


async def change(conn: AsyncConnection, unit_id: int, facts: Unit, *, track: str) -> None:
    """Give a unit new names, another category or track; its code and id stay what they are."""
    columns = {name: value for name, value in _columns(facts).items() if name != "code"}
    await conn.execute(sa.update(unit).where(unit.c.id == unit_id).values(**columns, track=track))


async def count_units(conn: AsyncConnection) -> int:
    """Return how many units there are."""
    return int((await conn.execute(sa.select(sa.func.count()).select_from(unit))).scalar_one())


def match(units: Sequence[UnitRow], text: str) -> list[UnitRow]:
    """Return the units that *text* may mean: one is an answer, several are a question.

    A code, name, short name or alias decides at once, however it is spaced or widened and with or
    without the city in front. Otherwise every unit counts that has a name which holds the text,
    or is held by it; longer names held by the text go before shorter ones.
    """
    sought = plain_name(text)
    if not sought:
        return []
    exact = [each for each in units if sought in _keys(each)]
    if exact:
        return exact
    if len(sought) < SHORTEST_PART:
        return []
    containing = [each for each in units if any(sought in key for key in _keys(each))]
    return containing or _longest_held(units, sought)


@lru_cache(maxsize=8192)
def plain_name(text: str) -> str:
    """Return a name without width, spaces, letter case, and the city in front of it.

    >>> plain_name(" 张家港市 统计局 "), plain_name("Ｔ０１"), plain_name("市统计局")
    ('统计局', 't01', '统计局')
    """
    narrow = unicodedata.normalize("NFKC", text).casefold()
    bare = re.sub(r"[\s\u200b\ufeff·・,，。:：;；、\"'“”]+", "", narrow)
    return re.sub(r"^(?:[\u4e00-\u9fff]{2,3})?市(?=..)", "", bare)


def _longest_held(units: Sequence[UnitRow], sought: str) -> list[UnitRow]:
    held: dict[int, int] = {}
    for each in units:
        lengths = [len(k) for k in _keys(each) if len(k) >= SHORTEST_PART and k in sought]
        if lengths:
            held[each.id] = max(lengths)
    longest = max(held.values(), default=0)
    return [each for each in units if held.get(each.id) == longest]


def _keys(each: UnitRow) -> set[str]:
    names = (each.code, each.name, each.short_name, *each.aliases)
    return {plain_name(name) for name in names if name}


def _columns(facts: Unit) -> dict[str, object]:
    return {
        "code": facts.code,
        "name": facts.name,
        "short_name": facts.short_name or facts.name,
        "category": facts.category,
        "aliases": list(facts.aliases),
        "difficulty": facts.difficulty,
    }


def _unit(row: sa.Row[tuple[object, ...]]) -> UnitRow:
    return UnitRow(
        id=row.id,
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        track=row.track,
        category=row.category,
        aliases=tuple(row.aliases),
        difficulty=row.difficulty,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
