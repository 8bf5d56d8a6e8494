"""Adjustments of targets in the year (目标调整): proposed on a document, approved by two others.

What was proposed, for which units, and who approved or declined are rows of their own; nothing is
changed. With the second approval the new targets are laid down in `storage.targets`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import retarget, retarget_event, retarget_line

ReasonKind: TypeAlias = Literal["policy", "force_majeure", "basis", "division"]
RetargetEventKind: TypeAlias = Literal["approved", "declined", "withdrawn"]
RetargetState: TypeAlias = Literal["open", "in_force", "declined", "withdrawn"]
REASON_KINDS: tuple[ReasonKind, ...] = get_args(ReasonKind)
APPROVALS = 2


@dataclass(frozen=True, slots=True)
class RetargetLine:
    """One unit's old and new target; *base* is last year's figure that goes with the new one."""

    unit_id: int
    base: Decimal | None
    old: Decimal | None
    new: Decimal


@dataclass(frozen=True, slots=True)
class RetargetEvent:
    """Who approved, declined or withdrew, and what they said."""

    kind: RetargetEventKind
    by: int
    said: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Retarget:
    """A proposed adjustment with its lines and everything that happened to it."""

    id: int
    indicator_id: int
    reason_kind: ReasonKind
    document: str
    of_committee: bool
    effective_from: Period
    proposed_by: int
    proposed_at: datetime
    lines: tuple[RetargetLine, ...] = ()
    events: tuple[RetargetEvent, ...] = ()

    @property
    def approved_by(self) -> tuple[int, ...]:
        """The people who have approved, in their order."""
        return tuple(each.by for each in self.events if each.kind == "approved")

    @property
    def state(self) -> RetargetState:
        """How it stands, told by what happened."""
        for each in self.events:
            if each.kind != "approved":
                return each.kind
        return "in_force" if len(self.approved_by) >= APPROVALS else "open"


async def add(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    reason_kind: ReasonKind,
    document: str,
    of_committee: bool,
    effective_from: Period,
    by: int,
    now: datetime,
    lines: Sequence[RetargetLine],
) -> int:
    """Propose an adjustment and return its number."""
    query = (
        retarget.insert()
        .values(
            indicator_id=indicator_id,
            reason_kind=reason_kind,
            document=document,
            of_committee=of_committee,
            effective_from=str(effective_from),
            proposed_by=by,
            proposed_at=now,
        )
        .returning(retarget.c.id)
    )
    retarget_id = (await conn.execute(query)).scalar_one()
    rows = [
        {
            "retarget_id": retarget_id,
            "unit_id": each.unit_id,
            "base": each.base,
            "old": each.old,
            "new": each.new,
        }
        for each in lines
    ]
    await conn.execute(retarget_line.insert(), rows)
    return retarget_id


async def add_event(
    conn: AsyncConnection,
    retarget_id: int,
    kind: RetargetEventKind,
    *,
    by: int,
    now: datetime,
    said: str | None = None,
) -> None:
    """Record an approval, a refusal or a withdrawal; nobody can speak twice on one adjustment."""
    await conn.execute(
        retarget_event.insert().values(retarget_id=retarget_id, kind=kind, by=by, said=said, at=now)
    )


async def one(conn: AsyncConnection, retarget_id: int) -> Retarget | None:
    """Return an adjustment by its number."""
    found = await _retargets(conn, retarget.c.id == retarget_id)
    return found[0] if found else None


async def open_ones(conn: AsyncConnection) -> list[Retarget]:
    """Return the adjustments that wait for an approval, oldest first."""
    ended = sa.select(retarget_event.c.retarget_id).where(retarget_event.c.kind != "approved")
    found = await _retargets(conn, retarget.c.id.not_in(ended))
    return [each for each in found if each.state == "open"]


async def since(conn: AsyncConnection, at: datetime) -> list[Retarget]:
    """Return the adjustments proposed from a moment on and not declined or taken back."""
    found = await _retargets(conn, retarget.c.proposed_at >= at)
    return [each for each in found if each.state in {"open", "in_force"}]


async def latest(conn: AsyncConnection, *, limit: int) -> list[Retarget]:
    """Return the newest adjustments whatever became of them, newest first."""
    ids = sa.select(retarget.c.id).order_by(retarget.c.id.desc()).limit(limit)
    return (await _retargets(conn, retarget.c.id.in_(ids)))[::-1]


async def _retargets(conn: AsyncConnection, *clauses: sa.ColumnElement[bool]) -> list[Retarget]:
    query = sa.select(retarget).where(*clauses).order_by(retarget.c.id)
    rows = (await conn.execute(query)).all()
    ids = [row.id for row in rows]
    lines: dict[int, list[RetargetLine]] = {each: [] for each in ids}
    asked = sa.select(retarget_line).where(retarget_line.c.retarget_id.in_(ids))
    for row in await conn.execute(asked.order_by(retarget_line.c.id)):
        lines[row.retarget_id].append(RetargetLine(row.unit_id, row.base, row.old, row.new))
    events: dict[int, list[RetargetEvent]] = {each: [] for each in ids}
    happened = sa.select(retarget_event).where(retarget_event.c.retarget_id.in_(ids))
    for row in await conn.execute(happened.order_by(retarget_event.c.id)):
        events[row.retarget_id].append(RetargetEvent(row.kind, row.by, row.said, row.at))
    return [_retarget(row, lines[row.id], events[row.id]) for row in rows]


def _retarget(
    row: sa.Row[Any], lines: Sequence[RetargetLine], events: Sequence[RetargetEvent]
) -> Retarget:
    return Retarget(
        id=row.id,
        indicator_id=row.indicator_id,
        reason_kind=row.reason_kind,
        document=row.document,
        of_committee=row.of_committee,
        effective_from=Period.parse(row.effective_from),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        lines=tuple(lines),
        events=tuple(events),
    )
