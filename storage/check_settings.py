"""What the office decided about the checks: which ask, and how far a figure may go.

Decisions are added and never changed; the newest one about an indicator holds for it, otherwise
the newest one about all.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.tuning import OddityKind, Setting, Tuning
from storage.schema import check_setting

State: TypeAlias = Literal["on", "off", "general"]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision about a rule: for one indicator, or for all of them (None).

    "general" takes an indicator's own decision back. No *threshold* is the usual one.
    """

    rule: OddityKind
    indicator_id: int | None
    state: State
    threshold: Decimal | None
    reason: str
    by: int
    at: datetime


async def add(conn: AsyncConnection, decided: Decision) -> None:
    """Record a decision; it holds from its moment on."""
    await conn.execute(
        check_setting.insert().values(
            rule=decided.rule,
            indicator_id=decided.indicator_id,
            state=decided.state,
            threshold=decided.threshold,
            reason=decided.reason,
            by=decided.by,
            at=decided.at,
        )
    )


async def in_force(
    conn: AsyncConnection, *, at: datetime
) -> dict[tuple[OddityKind, int | None], Decision]:
    """Return the newest decision about each rule, by indicator and for all (None)."""
    query = sa.select(check_setting).where(check_setting.c.at <= at).order_by(check_setting.c.id)
    return {
        (row.rule, row.indicator_id): Decision(
            rule=row.rule,
            indicator_id=row.indicator_id,
            state=row.state,
            threshold=row.threshold,
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in await conn.execute(query)
    }


async def tuning_of(conn: AsyncConnection, indicator_id: int, *, at: datetime) -> Tuning:
    """Return the settings that hold for one indicator at a moment."""
    decided = await in_force(conn, at=at)
    settings: dict[OddityKind, Setting] = {
        rule: _setting(each) for (rule, of), each in decided.items() if of is None
    }
    for (rule, of), each in decided.items():
        if of == indicator_id and each.state != "general":
            settings[rule] = _setting(each)
    return Tuning(settings)


def _setting(decided: Decision) -> Setting:
    return Setting(is_on=decided.state != "off", threshold=decided.threshold)
