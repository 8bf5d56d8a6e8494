"""The quarterly feedback reports (观测评议反馈报告) that the office has released."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import feedback


@dataclass(frozen=True, slots=True)
class Released:
    """A report that went out: of which quarter ("2013-Q3"), with which words of the office."""

    quarter: str
    remark: str | None
    by: int
    at: datetime


async def release(
    conn: AsyncConnection, quarter: str, *, remark: str | None, by: int, now: datetime
) -> bool:
    """Note that a quarter's report goes out; return False if it did before."""
    if await released(conn, quarter) is not None:
        return False
    await conn.execute(sa.insert(feedback).values(quarter=quarter, remark=remark, by=by, at=now))
    return True


async def released(conn: AsyncConnection, quarter: str) -> Released | None:
    """Return how a quarter's report went out; None if it did not."""
    row = (await conn.execute(sa.select(feedback).where(feedback.c.quarter == quarter))).first()
    return None if row is None else Released(row.quarter, row.remark, row.by, row.at)
