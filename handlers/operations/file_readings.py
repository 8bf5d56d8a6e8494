"""Hand in a column of figures: checked for permission and locks, sent to its reviewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations import deadlines
from handlers.operations.discipline import late_working_days
from handlers.operations.extensions import close_needless
from handlers.operations.locks import check_unlocked
from handlers.operations.tell import clear_nudges, tell
from handlers.texts import Value, msg
from scoring import permissions
from scoring.due import is_due
from scoring.model import Period
from scoring.refusals import NotAllowed, Refusal
from storage import journal, people, readings
from storage.people import Person
from storage.readings import Reading, Way
from storage.schemes import IndicatorRow


@dataclass(frozen=True)
class Receipt:
    """What the reporter is told: the number of the column, and how it stands to its deadline."""

    filing_id: int
    due: Value
    late_working_days: int


async def file_column(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    column: Sequence[Reading],
    *,
    way: Way,
    sent_at: datetime,
    now: datetime,
) -> Receipt:
    """Record the column and ask for its review; return its receipt.

    Units missing from *column* keep what an earlier column still under review said of them.
    On time is judged by *sent_at*, Telegram's clock. Raises NotAllowed for anybody but a reporter
    of the indicator's monitoring unit, Locked once the month is frozen.
    """
    await check_open(conn, city, who, row, period, now=now)
    return await hand_in(conn, city, who, row, period, column, way=way, sent_at=sent_at, now=now)


async def hand_in(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    column: Sequence[Reading],
    *,
    way: Way,
    sent_at: datetime,
    now: datetime,
) -> Receipt:
    """Record a column that its caller has found to be open; return its receipt."""
    asked = {unit.id for unit in city.units_of(row)}
    if not column or any(reading.unit_id not in asked for reading in column):
        raise Refusal("file-wrong-units", indicator=row.indicator.name)
    merged = await _with_earlier(conn, row, period, column)
    filing_id = await readings.add_filing(
        conn,
        indicator_id=row.id,
        period=period,
        filed_by=who.id,
        way=way,
        sent_at=sent_at,
        now=now,
        readings=merged,
    )
    await journal.add(
        conn,
        person_id=who.id,
        act="column-filed",
        subject=f"{row.indicator.code} {period}",
        detail={"filing": filing_id, "units": len(merged), "way": way},
        at=now,
    )
    await clear_nudges(conn, indicator_id=row.id, period=period, now=now)
    await _ask_reviewers(conn, city, who, row, period, filing_id, now=now)
    deadline = (await deadlines.of_period(conn, city, period)).of(row, period)
    late = late_working_days(city, deadline.at, sent_at)
    if not late:
        await close_needless(conn, city, row, period, by=who.id, now=now)
    return Receipt(filing_id, deadline.shown, late)


async def check_open(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    now: datetime,
) -> None:
    """Raise unless this person may file this indicator for this month now."""
    if not permissions.may_file(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotAllowed("file-not-yours", indicator=row.indicator.name)
    of_year = city.scheme_by_id[row.scheme_id].scheme.year
    if period.year != of_year or not is_due(row.indicator, period):
        raise Refusal("file-not-due", indicator=row.indicator.name, period=period)
    if now.astimezone(city.zone).date() <= period.end_on:
        raise Refusal("file-too-early", indicator=row.indicator.name, period=period)
    await check_unlocked(conn, row, period, now=now)


async def _with_earlier(
    conn: AsyncConnection, row: IndicatorRow, period: Period, column: Sequence[Reading]
) -> list[Reading]:
    merged = {reading.unit_id: reading for reading in column}
    for earlier in await readings.waiting(conn, [row.id]):
        if earlier.period == period:
            for reading in await readings.readings_of(conn, earlier.id):
                merged.setdefault(reading.unit_id, reading)
    return sorted(merged.values(), key=lambda reading: reading.unit_id)


async def _ask_reviewers(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    filing_id: int,
    *,
    now: datetime,
) -> None:
    reviewers = await people.with_role(conn, "reviewer", row.monitoring_unit_id, at=now)
    for reviewer in reviewers:
        if reviewer.id == who.id:
            continue
        await tell(
            conn,
            city,
            reviewer,
            msg(
                "review-asked",
                indicator=row.indicator.name,
                period=period,
                reporter=who.row.name,
            ),
            key=f"review:{filing_id}:{reviewer.id}",
            now=now,
            buttons=[[go("review", "button-review", str(filing_id))]],
        )
