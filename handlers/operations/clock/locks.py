"""Locks that explain themselves: which rule closed a figure, on which date, and the way out."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from scoring.refusals import Locked
from storage import periods
from storage.schemes import IndicatorRow


async def check_unlocked(
    conn: AsyncConnection, row: IndicatorRow, period: Period, *, now: datetime
) -> None:
    """Raise Locked, with the rule, its date and the way out, if an indicator's month is closed."""
    month = await periods.acts(conn, row.scheme_id, period)
    lock = periods.lock_of(month, indicator_id=row.id, at=now)
    if lock is None:
        return
    way_out = ("extend", "button-extend", f"{row.id}.{period}")
    given = {"period": period, "indicator": row.indicator.name, "since": lock.since}
    match lock.rule:
        case "frozen":
            raise Locked("lock-frozen", **given).leading_to(*way_out)
        case "frozen-by-hand":
            raise Locked("lock-frozen-by-hand", **given).leading_to(*way_out)
        case "over":
            raise Locked("lock-over", **given).leading_to(*way_out)


async def is_locked(
    conn: AsyncConnection, row: IndicatorRow, period: Period, *, now: datetime
) -> bool:
    """Whether an indicator's month is closed at a moment."""
    month = await periods.acts(conn, row.scheme_id, period)
    return periods.lock_of(month, indicator_id=row.id, at=now) is not None
