"""Targets proposed to units and answered by them (双向沟通): every word said is a row.

A proposal is one indicator for one unit. How it stands is told by the last thing that happened:
proposed and countered wait for the other side until a day, agreed, decided and withdrawn end it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import proposal, proposal_event

Side: TypeAlias = Literal["office", "monitor"]
ProposalEventKind: TypeAlias = Literal["proposed", "countered", "agreed", "decided", "withdrawn"]
OPEN: tuple[ProposalEventKind, ...] = ("proposed", "countered")


@dataclass(frozen=True, slots=True)
class ProposalEvent:
    """One thing said: the target spoken of, why, by whom, and until when an answer is awaited.

    *target_id* is the word on the target that an agreement or decision laid down.
    """

    id: int
    kind: ProposalEventKind
    base: Decimal | None
    goal: Decimal | None
    reason: str | None
    by: int
    at: datetime
    answer_until: datetime | None
    target_id: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One indicator's target for one unit as it is being agreed on, with all that was said."""

    id: int
    indicator_id: int
    unit_id: int
    side: Side
    opened_by: int
    opened_at: datetime
    events: tuple[ProposalEvent, ...]

    @property
    def last(self) -> ProposalEvent:
        """The last thing said: it tells how the proposal stands."""
        return self.events[-1]

    @property
    def is_open(self) -> bool:
        """Whether an answer is awaited."""
        return self.last.kind in OPEN

    @property
    def rounds(self) -> int:
        """How often a target was proposed to the unit."""
        return sum(each.kind == "proposed" for each in self.events)

    @property
    def has_been_answered(self) -> bool:
        """Whether the unit has ever answered with another target."""
        return any(each.kind == "countered" for each in self.events)


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    unit_id: int,
    side: Side,
    by: int,
    now: datetime,
) -> int:
    """Open a proposal and return its number; what it proposes is its first event."""
    query = (
        proposal.insert()
        .values(indicator_id=indicator_id, unit_id=unit_id, side=side, opened_by=by, opened_at=now)
        .returning(proposal.c.id)
    )
    return (await conn.execute(query)).scalar_one()


@dataclass(frozen=True, slots=True)
class OpenedCell:
    """One cell a target is proposed for; *base* is last year's figure that goes with it."""

    indicator_id: int
    unit_id: int
    base: Decimal | None
    goal: Decimal


async def open_all(
    conn: AsyncConnection,
    cells: Sequence[OpenedCell],
    *,
    side: Side,
    by: int,
    answer_until: datetime,
    now: datetime,
) -> list[Proposal]:
    """Propose a target for each of these cells, all at once; return them in the same order."""
    opened = {"side": side, "opened_by": by, "opened_at": now}
    about = [{"indicator_id": e.indicator_id, "unit_id": e.unit_id, **opened} for e in cells]
    before = await conn.scalar(sa.select(sa.func.coalesce(sa.func.max(proposal.c.id), 0)))
    # Asking for the numbers with the rows would add them one by one.
    await conn.execute(proposal.insert(), about)
    new = sa.and_(proposal.c.id > before, proposal.c.opened_by == by)
    ids = {
        (row.indicator_id, row.unit_id): row.id
        for row in await conn.execute(sa.select(proposal).where(new))
    }
    said = {"kind": "proposed", "by": by, "at": now, "answer_until": answer_until}
    words = [
        {
            "proposal_id": ids[each.indicator_id, each.unit_id],
            "base": each.base,
            "goal": each.goal,
            **said,
        }
        for each in cells
    ]
    await conn.execute(proposal_event.insert(), words)
    return await _proposals(conn, new)


async def add_event(
    conn: AsyncConnection,
    proposal_id: int,
    kind: ProposalEventKind,
    *,
    base: Decimal | None,
    goal: Decimal | None,
    by: int,
    now: datetime,
    reason: str | None = None,
    answer_until: datetime | None = None,
    target_id: int | None = None,
) -> int:
    """Record what was said of a proposal and return the event's number."""
    query = (
        proposal_event.insert()
        .values(
            proposal_id=proposal_id,
            kind=kind,
            base=base,
            goal=goal,
            reason=reason,
            by=by,
            at=now,
            answer_until=answer_until,
            target_id=target_id,
        )
        .returning(proposal_event.c.id)
    )
    return (await conn.execute(query)).scalar_one()


async def agree_all(
    conn: AsyncConnection,
    made: Sequence[Proposal],
    laid_down: Mapping[tuple[int, int], int],
    *,
    by: int,
    now: datetime,
) -> list[Proposal]:
    """Record that these proposals were agreed to as they stood last; return them anew.

    *laid_down* are the targets' rows by indicator and unit, where agreeing laid one down.
    """
    await conn.execute(
        proposal_event.insert(),
        [
            {
                "proposal_id": each.id,
                "kind": "agreed",
                "base": each.last.base,
                "goal": each.last.goal,
                "by": by,
                "at": now,
                "target_id": laid_down.get((each.indicator_id, each.unit_id)),
            }
            for each in made
        ],
    )
    return await _proposals(conn, proposal.c.id.in_([each.id for each in made]))


async def one(conn: AsyncConnection, proposal_id: int) -> Proposal | None:
    """Return a proposal by its number."""
    found = await _proposals(conn, proposal.c.id == proposal_id)
    return found[0] if found else None


async def of_units(
    conn: AsyncConnection, unit_ids: Iterable[int], *, indicator_ids: Iterable[int]
) -> list[Proposal]:
    """Return every proposal made to some units for some indicators, oldest first."""
    return await _proposals(
        conn,
        proposal.c.unit_id.in_(list(unit_ids)),
        proposal.c.indicator_id.in_(list(indicator_ids)),
    )


async def of_indicators(conn: AsyncConnection, indicator_ids: Iterable[int]) -> list[Proposal]:
    """Return every proposal for some indicators, oldest first."""
    return await _proposals(conn, proposal.c.indicator_id.in_(list(indicator_ids)))


async def open_cells(conn: AsyncConnection, indicator_ids: Iterable[int]) -> list[tuple[int, int]]:
    """Return the cells of some indicators that are talked about: indicator's and unit's id."""
    newest = sa.select(sa.func.max(proposal_event.c.id)).group_by(proposal_event.c.proposal_id)
    query = (
        sa.select(proposal.c.indicator_id, proposal.c.unit_id)
        .join(proposal_event, proposal_event.c.proposal_id == proposal.c.id)
        .where(
            proposal.c.indicator_id.in_(list(indicator_ids)),
            proposal_event.c.id.in_(newest.scalar_subquery()),
            proposal_event.c.kind.in_(OPEN),
        )
    )
    return [(row.indicator_id, row.unit_id) for row in await conn.execute(query)]


async def open_ones(conn: AsyncConnection) -> list[Proposal]:
    """Return the proposals that await an answer, oldest first."""
    newest = (
        sa.select(sa.func.max(proposal_event.c.id)).group_by(proposal_event.c.proposal_id)
    ).scalar_subquery()
    waiting = sa.select(proposal_event.c.proposal_id).where(
        proposal_event.c.id.in_(newest), proposal_event.c.kind.in_(OPEN)
    )
    return await _proposals(conn, proposal.c.id.in_(waiting))


async def _proposals(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Proposal]:
    query = sa.select(proposal).where(*clauses).order_by(proposal.c.id)
    rows = (await conn.execute(query)).all()
    said = (
        sa.select(proposal_event)
        .join(proposal, proposal.c.id == proposal_event.c.proposal_id)
        .where(*clauses)
        .order_by(proposal_event.c.id)
    )
    events: dict[int, list[ProposalEvent]] = {row.id: [] for row in rows}
    for row in await conn.execute(said):
        events[row.proposal_id].append(_event(row))
    return [_proposal(row, events) for row in rows]


def _proposal(row: sa.Row[Any], events: Mapping[int, Sequence[ProposalEvent]]) -> Proposal:
    return Proposal(
        id=row.id,
        indicator_id=row.indicator_id,
        unit_id=row.unit_id,
        side=row.side,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        events=tuple(events[row.id]),
    )


def _event(row: sa.Row[Any]) -> ProposalEvent:
    return ProposalEvent(
        id=row.id,
        kind=row.kind,
        base=row.base,
        goal=row.goal,
        reason=row.reason,
        by=row.by,
        at=row.at,
        answer_until=row.answer_until,
        target_id=row.target_id,
    )
