"""Items of the ledger (加分扣分项目): what may be claimed or deducted, and who verifies it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.ledger_entry import LedgerKind
from scoring.ledger_points import Terms
from storage.schema import ledger_entry, ledger_item, observation_rule

Scope: TypeAlias = Literal["town", "agency", "both"]
Counts: TypeAlias = Literal["verified", "unfixed"]
ALL = "all"


@dataclass(frozen=True, slots=True)
class Item:
    """One item as the city wrote it; *levels* are names with the points of one case.

    *rule* says how its cases follow from what is on file (`scoring.ledger_rules`), "" if they do
    not.

    *agency_points* and *agency_cap* are those of agencies, where they are others than the towns'.
    """

    year: int
    code: str
    name: str
    kind: LedgerKind
    scope: Scope
    points: Decimal
    per: str
    cap: Decimal | None
    evidence: str
    agency_points: Decimal | None = None
    agency_cap: Decimal | None = None
    second_class_half: bool = False
    levels: tuple[tuple[str, Decimal], ...] = ()
    note: str = ""
    rule: str = ""

    def is_for(self, track: str) -> bool:
        """Whether units of a track may have it."""
        return self.scope in {"both", track}

    def terms(self, track: str) -> Terms:
        """Return what a case of it is worth to units of a track, and how much it can be in all."""
        agency = track == "agency"
        points = self.agency_points if agency and self.agency_points is not None else self.points
        cap = self.agency_cap if agency and self.agency_cap is not None else self.cap
        share = points / self.points if self.points else Decimal(1)
        levels = tuple((name, each * share) for name, each in self.levels)
        return Terms(self.kind, points, cap, self.second_class_half, levels)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as it is kept, with the unit that verifies it."""

    id: int
    verifying_unit_id: int
    item: Item


@dataclass(frozen=True, slots=True)
class ObservationRule:
    """What a verified observation costs: for good, or as long as it is *unfixed*.

    It is for what is verified on the day *since* or later, until another rule takes over.
    """

    year: int
    track: str
    category: str
    counts: Counts
    points: Decimal
    cap: Decimal | None
    since: date


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it is kept, with the item its deductions stand under."""

    id: int
    item_id: int
    rule: ObservationRule


async def all_items(conn: AsyncConnection, year: int | None = None) -> list[ItemRow]:
    """Return the items of a year, or of every year, in the order of their codes."""
    query = sa.select(ledger_item).order_by(ledger_item.c.year, ledger_item.c.code)
    if year is not None:
        query = query.where(ledger_item.c.year == year)
    return [_item(row) for row in await conn.execute(query)]


async def one(conn: AsyncConnection, item_id: int) -> ItemRow | None:
    """Return the item of this id."""
    row = (await conn.execute(sa.select(ledger_item).where(ledger_item.c.id == item_id))).first()
    return None if row is None else _item(row)


async def by_code(conn: AsyncConnection, year: int, code: str) -> ItemRow | None:
    """Return the item of a code in a year."""
    query = sa.select(ledger_item).where(ledger_item.c.year == year, ledger_item.c.code == code)
    row = (await conn.execute(query)).first()
    return None if row is None else _item(row)


async def used(conn: AsyncConnection) -> frozenset[int]:
    """Return the ids of the items somebody has made use of, which freezes them."""
    by_rule = sa.select(observation_rule.c.ledger_item_id)
    query = sa.select(ledger_entry.c.ledger_item_id).distinct()
    return frozenset([*await conn.scalars(query), *await conn.scalars(by_rule)])


async def add(conn: AsyncConnection, item: Item, *, verifying_unit_id: int) -> int:
    """Add an item and return its id."""
    query = sa.insert(ledger_item).values(**_columns(item), verifying_unit_id=verifying_unit_id)
    return int((await conn.execute(query.returning(ledger_item.c.id))).scalar_one())


async def change(
    conn: AsyncConnection, item_id: int, item: Item, *, verifying_unit_id: int
) -> None:
    """Write an item anew."""
    await conn.execute(
        sa.update(ledger_item)
        .where(ledger_item.c.id == item_id)
        .values(**_columns(item), verifying_unit_id=verifying_unit_id)
    )


async def all_rules(conn: AsyncConnection, year: int | None = None) -> list[RuleRow]:
    """Return the rules for observations, of a year or of every year, by their days."""
    query = sa.select(observation_rule).order_by(observation_rule.c.since, observation_rule.c.id)
    if year is not None:
        query = query.where(observation_rule.c.year == year)
    return [
        RuleRow(
            row.id,
            row.ledger_item_id,
            ObservationRule(
                row.year,
                row.track,
                row.category,
                row.counts,
                row.points,
                row.cap,
                row.since,
            ),
        )
        for row in await conn.execute(query)
    ]


async def add_rule(conn: AsyncConnection, rule: ObservationRule, *, item_id: int) -> None:
    """Lay a rule down; there is none yet for the same track, category and day."""
    await conn.execute(
        sa.insert(observation_rule).values(
            year=rule.year,
            track=rule.track,
            category=rule.category,
            counts=rule.counts,
            points=rule.points,
            cap=rule.cap,
            since=rule.since,
            ledger_item_id=item_id,
        )
    )


def _columns(item: Item) -> dict[str, object]:
    return {
        "year": item.year,
        "code": item.code,
        "name": item.name,
        "kind": item.kind,
        "scope": item.scope,
        "points": item.points,
        "per": item.per,
        "cap": item.cap,
        "agency_points": item.agency_points,
        "agency_cap": item.agency_cap,
        "evidence": item.evidence,
        "second_class_half": item.second_class_half,
        "levels": [[name, f"{points:f}"] for name, points in item.levels],
        "note": item.note,
        "rule": item.rule,
    }


def _item(row: sa.Row[Any]) -> ItemRow:
    item = Item(
        year=row.year,
        code=row.code,
        name=row.name,
        kind=row.kind,
        scope=row.scope,
        points=row.points,
        per=row.per,
        cap=row.cap,
        evidence=row.evidence,
        agency_points=row.agency_points,
        agency_cap=row.agency_cap,
        second_class_half=row.second_class_half,
        levels=tuple((name, Decimal(points)) for name, points in row.levels),
        note=row.note,
        rule=row.rule,
    )
    return ItemRow(row.id, row.verifying_unit_id, item)
