"""Messages and taps, one row each: counted to know what work costs people, never to rank them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import act, draft, filing, indicator, outbox, reading, role

ActKind: TypeAlias = Literal["message", "tap"]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many messages and taps."""

    messages: int = 0
    taps: int = 0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One filing handed in: in which way, how many figures, and what it took."""

    way: str
    figures: int
    acts: Counted


async def add(
    conn: AsyncConnection,
    *,
    update_id: int,
    person_id: int,
    kind: ActKind,
    errand: str,
    draft_id: int | None,
    period: Period | None,
    now: datetime,
) -> None:
    """Add one act; the update it came with has been claimed in this transaction.

    *period* is the month it was about; None where it was about none, or about several.
    """
    await conn.execute(
        act.insert().values(
            update_id=update_id,
            person_id=person_id,
            kind=kind,
            errand=errand,
            draft_id=draft_id,
            period=None if period is None else str(period),
            at=now,
        )
    )


async def by_person(
    conn: AsyncConnection,
    errands: Sequence[str],
    period: Period,
    *,
    since: datetime,
    until: datetime,
) -> Mapping[int, Counted]:
    """Return what each person's messages and taps for these errands were, for one month.

    Acts about that month count whenever they were done, those about another never; what was about
    none counts if it was done in [since, until).
    """
    undated = sa.and_(act.c.period.is_(None), act.c.at >= since, act.c.at < until)
    query = (
        sa.select(act.c.person_id, act.c.kind, sa.func.count().label("count"))
        .where(act.c.errand.in_(errands), sa.or_(act.c.period == str(period), undated))
        .group_by(act.c.person_id, act.c.kind)
    )
    counts: dict[int, dict[str, int]] = {}
    for row in await conn.execute(query):
        counts.setdefault(row.person_id, {})[row.kind] = row[2]
    return {
        person_id: Counted(each.get("message", 0), each.get("tap", 0))
        for person_id, each in counts.items()
    }


async def pushed_to(
    conn: AsyncConnection, *, since: datetime, until: datetime
) -> Mapping[int, int]:
    """Return how many messages of ours reached each person that were no answers."""
    query = (
        sa.select(outbox.c.person_id, sa.func.count().label("count"))
        .where(
            outbox.c.lane != "reply",
            outbox.c.method != "edit",
            outbox.c.state == "sent",
            outbox.c.person_id.is_not(None),
            outbox.c.settled_at >= since,
            outbox.c.settled_at < until,
        )
        .group_by(outbox.c.person_id)
    )
    return {row.person_id: row[1] for row in await conn.execute(query)}


async def figures_by_unit(conn: AsyncConnection, period: Period) -> Mapping[int, int]:
    """Return how many figures of a month each monitoring unit's people filed in the chat."""
    query = (
        sa.select(indicator.c.monitoring_unit_id, sa.func.count().label("count"))
        .select_from(reading)
        .join(filing, filing.c.id == reading.c.filing_id)
        .join(indicator, indicator.c.id == filing.c.indicator_id)
        .where(filing.c.period == str(period), filing.c.way != "imported")
        .group_by(indicator.c.monitoring_unit_id)
    )
    return {row.monitoring_unit_id: row[1] for row in await conn.execute(query)}


async def unit_of_people(conn: AsyncConnection) -> Mapping[int, int]:
    """Return the unit each reporter and reviewer works for, or worked for last."""
    query = (
        sa.select(role.c.person_id, role.c.unit_id)
        .where(role.c.kind.in_(("reporter", "reviewer")), role.c.unit_id.is_not(None))
        .order_by(role.c.revoked_at.is_(None), role.c.id)
    )
    return {row.person_id: row.unit_id for row in await conn.execute(query)}


async def sittings(
    conn: AsyncConnection, person_ids: Sequence[int] | None, *, since: datetime
) -> list[Sitting]:
    """Return every filing handed in since a moment, by these people or by anybody."""
    query = (
        sa.select(draft.c.id, draft.c.data, act.c.kind, sa.func.count().label("count"))
        .join(act, act.c.draft_id == draft.c.id)
        .where(draft.c.errand == "file", draft.c.status == "done", draft.c.touched_at >= since)
        .group_by(draft.c.id, draft.c.data, act.c.kind)
    )
    if person_ids is not None:
        query = query.where(act.c.person_id.in_(person_ids))
    found: dict[int, tuple[str, int, dict[str, int]]] = {}
    for row in await conn.execute(query):
        figures = sum(len(cells) for cells in row.data.get("columns", {}).values())
        _, _, counts = found.setdefault(row.id, (str(row.data.get("way", "list")), figures, {}))
        counts[row.kind] = row[3]
    return [
        Sitting(way, figures, Counted(counts.get("message", 0), counts.get("tap", 0)))
        for way, figures, counts in found.values()
        if figures
    ]
