"""What happened to each month: frozen, reopened for a while, released. Acts are added only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import freeze, snapshot

Act: TypeAlias = Literal["frozen", "reopened", "released"]
LockRule: TypeAlias = Literal["frozen", "frozen-by-hand", "over"]


@dataclass(frozen=True)
class MonthAct:
    """One act on a month: who, when, why, for which indicator (None: all), until when."""

    act: Act
    at: datetime
    by: int | None
    indicator_id: int | None
    until_at: datetime | None
    reason: str | None


@dataclass(frozen=True)
class Lock:
    """Why a month is closed: by the clock's freeze, by hand, or because a reopening is over."""

    rule: LockRule
    since: datetime


@dataclass(frozen=True)
class Snapshot:
    """A month's result as it was at the freeze, with the readings it used."""

    id: int
    scheme_id: int
    period: Period
    made_at: datetime
    digest: str
    reading_ids: list[int]
    places: dict[str, Any]


async def add(
    conn: AsyncConnection,
    *,
    scheme_id: int,
    period: Period,
    act: Act,
    by: int | None,
    now: datetime,
    indicator_id: int | None = None,
    until_at: datetime | None = None,
    reason: str | None = None,
) -> None:
    """Record an act on a month."""
    await conn.execute(
        freeze.insert().values(
            scheme_id=scheme_id,
            period=str(period),
            act=act,
            by=by,
            at=now,
            indicator_id=indicator_id,
            until_at=until_at,
            reason=reason,
        )
    )


async def acts(conn: AsyncConnection, scheme_id: int, period: Period) -> list[MonthAct]:
    """Return every act on a month, oldest first."""
    query = (
        sa.select(freeze)
        .where(freeze.c.scheme_id == scheme_id, freeze.c.period == str(period))
        .order_by(freeze.c.id)
    )
    return [
        MonthAct(row.act, row.at, row.by, row.indicator_id, row.until_at, row.reason)
        for row in await conn.execute(query)
    ]


def locked_since(
    month: list[MonthAct], *, indicator_id: int | None, at: datetime
) -> datetime | None:
    """Return since when the month is frozen for an indicator at a moment, or None if it is open.

    A reopening holds for its indicator (or all) until its end; a later freeze ends it early.
    """
    since: datetime | None = None
    for act in (each for each in month if each.at <= at):
        if act.act == "frozen":
            since = act.at
        elif act.act == "reopened" and act.indicator_id in (None, indicator_id):
            still_open = act.until_at is None or at < act.until_at
            since = None if still_open else since
    return since


def lock_of(month: list[MonthAct], *, indicator_id: int | None, at: datetime) -> Lock | None:
    """Return which rule closes the month for an indicator at a moment, or None if it is open."""
    since = locked_since(month, indicator_id=indicator_id, at=at)
    if since is None:
        return None
    ended = [
        each.until_at
        for each in month
        if each.act == "reopened"
        and each.indicator_id in (None, indicator_id)
        and each.until_at is not None
        and since <= each.at
        and each.until_at <= at
    ]
    if ended:
        return Lock("over", max(ended))
    by_hand = any(each.act == "frozen" and each.at == since and each.by for each in month)
    return Lock("frozen-by-hand" if by_hand else "frozen", since)


@dataclass(frozen=True)
class Reopening:
    """A reopening that came to its end."""

    scheme_id: int
    period: Period
    indicator_id: int | None
    until_at: datetime


async def reopenings_over(
    conn: AsyncConnection, *, since: datetime, until: datetime
) -> list[Reopening]:
    """Return the reopenings that came to their end in (since, until]."""
    query = (
        sa.select(freeze)
        .where(freeze.c.act == "reopened", freeze.c.until_at > since, freeze.c.until_at <= until)
        .order_by(freeze.c.until_at, freeze.c.id)
    )
    return [
        Reopening(row.scheme_id, Period.parse(row.period), row.indicator_id, row.until_at)
        for row in await conn.execute(query)
    ]


async def reopened_at(conn: AsyncConnection, at: datetime) -> set[Period]:
    """Return the months of which something is reopened at a moment."""
    query = sa.select(freeze.c.period).where(
        freeze.c.act == "reopened",
        freeze.c.at <= at,
        sa.or_(freeze.c.until_at.is_(None), freeze.c.until_at > at),
    )
    return {Period.parse(text) for text in await conn.scalars(query)}


def released_at(month: list[MonthAct]) -> datetime | None:
    """Return when the month was first released to its readers, or None."""
    return next((act.at for act in month if act.act == "released"), None)


async def latest_released(conn: AsyncConnection, scheme_id: int) -> Period | None:
    """Return the last month of a scheme that was released to its readers."""
    text = await conn.scalar(
        sa.select(sa.func.max(freeze.c.period)).where(
            freeze.c.scheme_id == scheme_id, freeze.c.act == "released"
        )
    )
    return Period.parse(text) if text else None


async def latest_frozen(conn: AsyncConnection, scheme_id: int) -> Period | None:
    """Return the last month of a scheme that was ever frozen."""
    text = await conn.scalar(
        sa.select(sa.func.max(freeze.c.period)).where(
            freeze.c.scheme_id == scheme_id, freeze.c.act == "frozen"
        )
    )
    return Period.parse(text) if text else None


async def add_snapshot(
    conn: AsyncConnection,
    *,
    scheme_id: int,
    period: Period,
    digest: str,
    reading_ids: list[int],
    places: dict[str, Any],
    now: datetime,
) -> int:
    """Keep a month's result and the versions it used; return its id."""
    query = (
        snapshot.insert()
        .values(
            scheme_id=scheme_id,
            period=str(period),
            made_at=now,
            digest=digest,
            reading_ids=reading_ids,
            places=places,
        )
        .returning(snapshot.c.id)
    )
    return (await conn.execute(query)).scalar_one()


async def latest_snapshot(conn: AsyncConnection, scheme_id: int, period: Period) -> Snapshot | None:
    """Return the newest kept result of a month."""
    query = (
        sa.select(snapshot)
        .where(snapshot.c.scheme_id == scheme_id, snapshot.c.period == str(period))
        .order_by(snapshot.c.id.desc())
        .limit(1)
    )
    row = (await conn.execute(query)).first()
    if row is None:
        return None
    return Snapshot(
        id=row.id,
        scheme_id=row.scheme_id,
        period=Period.parse(row.period),
        made_at=row.made_at,
        digest=row.digest,
        reading_ids=row.reading_ids,
        places=row.places,
    )
