"""Which months are being collected: what is open and falls due decides, not the calendar alone.

The month before is collected until its freeze; the month that still runs, from the first step of
its ladder on; and a frozen month wherever something of it is reopened or extended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import deadlines
from scoring.due import last_ended
from scoring.model import Period
from storage import periods, readings
from storage.schemes import IndicatorRow

DONE = {"filed", "released"}


@dataclass(frozen=True)
class OpenMonth:
    """A month with those of its indicators that are neither locked nor too early to be filed."""

    period: Period
    rows: Sequence[IndicatorRow]


async def open_months(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], *, now: datetime
) -> list[OpenMonth]:
    """Return the months of which these monitoring units may file something now, oldest first."""
    before = last_ended(now.astimezone(city.zone).date())
    reopened = await periods.reopened_at(conn, now)
    ended = [
        await _month(conn, city, unit_ids, period, now=now)
        for period in sorted({before, *reopened})
        if period <= before
    ]
    running = await _month(conn, city, unit_ids, before.next, now=now)
    return [month for month in (*ended, running) if month.rows]


async def month_to_file(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], *, now: datetime
) -> Period:
    """Return the month that is offered first: the oldest with something open that nobody filed.

    Where all is filed it is the newest month that is over and can still be changed, and where all
    is locked the last that is over: its lock says why, and the way out.
    """
    before = last_ended(now.astimezone(city.zone).date())
    months = await open_months(conn, city, unit_ids, now=now)
    for month in months:
        filed = await readings.states_of_period(conn, month.period)
        if any(not DONE & {*filed.get(row.id, ())} for row in month.rows):
            return month.period
    ended = [month.period for month in months if month.period <= before]
    return max(ended, default=months[-1].period if months else before)


async def month_to_prepare(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], *, now: datetime
) -> Period:
    """Return the month to fill in a blank for: as to file, or the running one if all is locked."""
    before = last_ended(now.astimezone(city.zone).date())
    if await open_months(conn, city, unit_ids, now=now):
        return await month_to_file(conn, city, unit_ids, now=now)
    acts = [await periods.acts(conn, each.id, before) for each in city.schemes_of(before.year)]
    is_frozen = any(periods.lock_of(each, indicator_id=None, at=now) for each in acts)
    return before.next if is_frozen else before


async def month_to_prove(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], *, now: datetime
) -> Period:
    """Return the newest open month with a column handed in, to which evidence may be brought."""
    months = await open_months(conn, city, unit_ids, now=now)
    for month in reversed(months):
        filed = await readings.states_of_period(conn, month.period)
        if any(row.id in filed for row in month.rows):
            return month.period
    return await month_to_file(conn, city, unit_ids, now=now)


async def month_collected(conn: AsyncConnection, city: City, *, now: datetime) -> Period:
    """Return the month that is collected in the whole city."""
    return await month_to_file(conn, city, list(city.unit_by_id), now=now)


async def month_at_the_office(conn: AsyncConnection, city: City, *, now: datetime) -> Period:
    """Return the month the office works on: the last one until it is released, then the next."""
    before = last_ended(now.astimezone(city.zone).date())
    if await is_unreleased(conn, city, before):
        return before
    return await month_collected(conn, city, now=now)


async def is_unreleased(conn: AsyncConnection, city: City, period: Period) -> bool:
    """Whether a month is frozen in some scheme and was not released there."""
    for scheme in city.schemes_of(period.year):
        month = await periods.acts(conn, scheme.id, period)
        if any(act.act == "frozen" for act in month) and periods.released_at(month) is None:
            return True
    return False


async def _month(
    conn: AsyncConnection, city: City, unit_ids: Sequence[int], period: Period, *, now: datetime
) -> OpenMonth:
    """Return a month with what these units may file of it now."""
    schemes = city.schemes_of(period.year)
    acts = {each.id: await periods.acts(conn, each.id, period) for each in schemes}
    dues = await deadlines.of_period(conn, city, period)
    rows = [
        row
        for row in city.due_for(unit_ids, period)
        if dues.opens_on(row, period) <= now.astimezone(city.zone).date()
        and periods.lock_of(acts[row.scheme_id], indicator_id=row.id, at=now) is None
    ]
    return OpenMonth(period, rows)
