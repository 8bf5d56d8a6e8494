"""Bottom-two alerts: heard by the unit first, answered or not, then sent to those in charge.

heard → answered → sent, or heard → sent where nobody answered in time. A unit is alerted at most
once for a month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from storage.schema import alert

AnswerKind: TypeAlias = Literal["wrong_data", "filed_since", "statement"]
State: TypeAlias = Literal["heard", "answered", "sent"]


@dataclass(frozen=True)
class Alert:
    """One unit's alert; *inputs* are the figures it was told, as plain JSON."""

    id: int
    scheme_id: int
    unit_id: int
    period: Period
    category: str
    inputs: Mapping[str, Any]
    state: State
    answer_until: datetime
    answer_kind: AnswerKind | None
    answer: str | None
    answered_by: int | None
    answered_at: datetime | None
    sent_at: datetime | None


async def add(
    conn: AsyncConnection,
    *,
    scheme_id: int,
    unit_id: int,
    period: Period,
    category: str,
    inputs: Mapping[str, Any],
    answer_until: datetime,
    now: datetime,
) -> int | None:
    """Open an alert and return its id; None if the unit has had one for this month."""
    mine = (
        (alert.c.scheme_id == scheme_id)
        & (alert.c.unit_id == unit_id)
        & (alert.c.period == str(period))
    )
    if await conn.scalar(sa.select(alert.c.id).where(mine)) is not None:
        return None
    query = (
        alert.insert()
        .values(
            scheme_id=scheme_id,
            unit_id=unit_id,
            period=str(period),
            category=category,
            inputs=dict(inputs),
            state="heard",
            created_at=now,
            answer_until=answer_until,
        )
        .returning(alert.c.id)
    )
    return await conn.scalar(query)


async def one(conn: AsyncConnection, alert_id: int) -> Alert | None:
    """Return an alert by its id."""
    row = (await conn.execute(sa.select(alert).where(alert.c.id == alert_id))).first()
    return None if row is None else _alert(row)


async def of_period(conn: AsyncConnection, period: Period) -> list[Alert]:
    """Return the alerts of a month, in the order they were opened."""
    query = sa.select(alert).where(alert.c.period == str(period)).order_by(alert.c.id)
    return [_alert(row) for row in await conn.execute(query)]


async def due(conn: AsyncConnection, *, now: datetime) -> list[Alert]:
    """Return the alerts not sent yet whose time to answer is over."""
    query = (
        sa.select(alert)
        .where(alert.c.state.in_(("heard", "answered")), alert.c.answer_until <= now)
        .order_by(alert.c.id)
    )
    return [_alert(row) for row in await conn.execute(query)]


async def answer(
    conn: AsyncConnection,
    alert_id: int,
    *,
    kind: AnswerKind,
    text: str,
    by: int,
    now: datetime,
) -> bool:
    """Keep the unit's answer, the last one counts; return False once the time is over."""
    query = (
        alert.update()
        .where(
            alert.c.id == alert_id,
            alert.c.state.in_(("heard", "answered")),
            alert.c.answer_until > now,
        )
        .values(state="answered", answer_kind=kind, answer=text, answered_by=by, answered_at=now)
    )
    return (await conn.execute(query)).rowcount == 1


async def mark_sent(conn: AsyncConnection, alert_id: int, *, now: datetime) -> bool:
    """Record that those in charge have been told; return False if they had been before."""
    query = (
        alert.update()
        .where(alert.c.id == alert_id, alert.c.state != "sent")
        .values(state="sent", sent_at=now)
    )
    return (await conn.execute(query)).rowcount == 1


def _alert(row: sa.Row[Any]) -> Alert:
    return Alert(
        id=row.id,
        scheme_id=row.scheme_id,
        unit_id=row.unit_id,
        period=Period.parse(row.period),
        category=row.category,
        inputs=row.inputs,
        state=row.state,
        answer_until=row.answer_until,
        answer_kind=row.answer_kind,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        sent_at=row.sent_at,
    )
