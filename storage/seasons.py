"""Seasonal plans computed from last years: proposed, commented on, and confirmed from a month on.

A proposal and what happens to it are rows of their own. A confirmed plan counts from its month on;
the one it replaces stays in force for the months before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period, Shares
from storage.schema import indicator, season_event, season_proposal

SeasonEventKind: TypeAlias = Literal["commented", "confirmed", "dropped"]


@dataclass(frozen=True, slots=True)
class SeasonEvent:
    """What somebody did with a proposed plan; *effective_from* of one that was confirmed."""

    kind: SeasonEventKind
    by: int
    at: datetime
    said: str | None
    effective_from: Period | None


@dataclass(frozen=True, slots=True)
class SeasonProposal:
    """A proposed plan with its twelve cumulative percentages, and all that happened to it."""

    id: int
    indicator_id: int
    shares: Shares
    years: tuple[int, ...]
    proposed_by: int
    proposed_at: datetime
    events: tuple[SeasonEvent, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for the office's decision."""
        return all(each.kind == "commented" for each in self.events)


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    shares: Shares,
    years: Sequence[int],
    by: int,
    now: datetime,
) -> int:
    """Propose a plan and return its number."""
    query = (
        season_proposal.insert()
        .values(
            indicator_id=indicator_id,
            shares=[None if each is None else f"{each:f}" for each in shares],
            years=list(years),
            proposed_by=by,
            proposed_at=now,
        )
        .returning(season_proposal.c.id)
    )
    return (await conn.execute(query)).scalar_one()


async def add_event(
    conn: AsyncConnection,
    proposal_id: int,
    kind: SeasonEventKind,
    *,
    by: int,
    now: datetime,
    said: str | None = None,
    effective_from: Period | None = None,
) -> None:
    """Record what somebody did with a proposed plan."""
    await conn.execute(
        season_event.insert().values(
            season_proposal_id=proposal_id,
            kind=kind,
            effective_from=str(effective_from) if effective_from else None,
            said=said,
            by=by,
            at=now,
        )
    )


async def one(conn: AsyncConnection, proposal_id: int) -> SeasonProposal | None:
    """Return a proposed plan by its number."""
    found = await _proposals(conn, season_proposal.c.id == proposal_id)
    return found[0] if found else None


async def open_ones(conn: AsyncConnection) -> list[SeasonProposal]:
    """Return the proposed plans that wait for the office, oldest first."""
    return [each for each in await _proposals(conn) if each.is_open]


async def all_for(conn: AsyncConnection, indicator_id: int) -> list[SeasonProposal]:
    """Return everything ever proposed for an indicator, oldest first."""
    return await _proposals(conn, season_proposal.c.indicator_id == indicator_id)


async def known_at(
    conn: AsyncConnection, scheme_id: int, *, at: datetime
) -> dict[str, tuple[tuple[Period, Shares], ...]]:
    """Return the plans confirmed by then, by indicator, in the order of their confirmation."""
    query = (
        sa.select(season_event.c.effective_from, season_proposal.c.shares, indicator.c.code)
        .join(season_proposal, season_proposal.c.id == season_event.c.season_proposal_id)
        .join(indicator, indicator.c.id == season_proposal.c.indicator_id)
        .where(
            indicator.c.scheme_id == scheme_id,
            season_event.c.kind == "confirmed",
            season_event.c.at <= at,
        )
        .order_by(season_event.c.at, season_event.c.id)
    )
    plans: dict[str, list[tuple[Period, Shares]]] = {}
    for row in await conn.execute(query):
        since = Period.parse(row.effective_from)
        plans.setdefault(row.code, []).append((since, _shares(row.shares)))
    return {code: tuple(each) for code, each in plans.items()}


async def newest_id(conn: AsyncConnection, scheme_id: int) -> int:
    """Return the number of the last confirmation in a scheme; 0 for none."""
    query = (
        sa.select(sa.func.max(season_event.c.id))
        .join(season_proposal, season_proposal.c.id == season_event.c.season_proposal_id)
        .join(indicator, indicator.c.id == season_proposal.c.indicator_id)
        .where(indicator.c.scheme_id == scheme_id, season_event.c.kind == "confirmed")
    )
    return await conn.scalar(query) or 0


async def _proposals(
    conn: AsyncConnection, *clauses: sa.ColumnElement[bool]
) -> list[SeasonProposal]:
    query = sa.select(season_proposal).where(*clauses).order_by(season_proposal.c.id)
    rows = (await conn.execute(query)).all()
    ids = [row.id for row in rows]
    happened = (
        sa.select(season_event)
        .where(season_event.c.season_proposal_id.in_(ids))
        .order_by(season_event.c.id)
    )
    events: dict[int, list[SeasonEvent]] = {each: [] for each in ids}
    for row in await conn.execute(happened):
        since = Period.parse(row.effective_from) if row.effective_from else None
        events[row.season_proposal_id].append(
            SeasonEvent(row.kind, row.by, row.at, row.said, since)
        )
    return [_proposal(row, events[row.id]) for row in rows]


def _proposal(row: sa.Row[Any], events: Sequence[SeasonEvent]) -> SeasonProposal:
    return SeasonProposal(
        id=row.id,
        indicator_id=row.indicator_id,
        shares=_shares(row.shares),
        years=tuple(row.years),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        events=tuple(events),
    )


def _shares(kept: Sequence[str | None]) -> Shares:
    return tuple(None if each is None else Decimal(each) for each in kept)
