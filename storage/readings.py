"""Readings, as they were filed. Rows are added and never changed.

A *filing* is one column handed in together: one indicator, one period, several units. Reviews
release or return it; a reading counts from the moment its filing was released. The latest
released reading of a cell is the one in force.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Entry, NoData, NotApplicable, Period, Reported
from storage.schema import filing, reading, review

Answer: TypeAlias = Literal["value", "no_data", "not_applicable"]
Way: TypeAlias = Literal["list", "pasted", "steps", "workbook", "imported"]
FilingState: TypeAlias = Literal["filed", "endorsed", "released", "returned", "replaced"]


def entry_of(
    answer: Answer, value: Decimal | None, base: Decimal | None, growth: Decimal | None
) -> Entry:
    """Return an answer as scoring knows it."""
    match answer:
        case "no_data":
            return NoData()
        case "not_applicable":
            return NotApplicable()
        case "value":
            return Reported(value or Decimal(0), base, growth)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One answer for one unit: what was said, how odd it looked, and why it is right."""

    unit_id: int
    answer: Answer
    value: Decimal | None = None
    base: Decimal | None = None
    growth: Decimal | None = None
    oddities: tuple[str, ...] = ()
    reason: str | None = None
    id: int = 0

    @property
    def entry(self) -> Entry:
        """The answer as scoring knows it."""
        return entry_of(self.answer, self.value, self.base, self.growth)


@dataclass(frozen=True, kw_only=True)
class Filing:
    """One column handed in: who, when by Telegram's clock, when by ours, and how."""

    id: int
    indicator_id: int
    period: Period
    filed_by: int | None
    on_behalf_of: int | None
    way: Way
    sent_at: datetime
    filed_at: datetime
    state: FilingState


async def add_filing(
    conn: AsyncConnection,
    *,
    indicator_id: int,
    period: Period,
    filed_by: int | None,
    way: Way,
    sent_at: datetime,
    now: datetime,
    readings: Sequence[Reading],
    on_behalf_of: int | None = None,
    apart: bool = False,
) -> int:
    """Hand in a column and return its id; an earlier one still under review is replaced.

    A correction of a frozen month stands *apart* from what was left unreviewed.
    """
    if not apart:
        await conn.execute(
            filing.update()
            .where(
                filing.c.indicator_id == indicator_id,
                filing.c.period == str(period),
                filing.c.state.in_(("filed", "returned")),
            )
            .values(state="replaced")
        )
    filing_id = (
        await conn.execute(
            filing.insert()
            .values(
                indicator_id=indicator_id,
                period=str(period),
                filed_by=filed_by,
                on_behalf_of=on_behalf_of,
                way=way,
                sent_at=sent_at,
                filed_at=now,
                state="filed",
            )
            .returning(filing.c.id)
        )
    ).scalar_one()
    if readings:
        await _add_readings(conn, filing_id, indicator_id, period, readings, now=now)
    return filing_id


async def _add_readings(
    conn: AsyncConnection,
    filing_id: int,
    indicator_id: int,
    period: Period,
    column: Sequence[Reading],
    *,
    now: datetime,
) -> None:
    rows = [
        {
            "filing_id": filing_id,
            "indicator_id": indicator_id,
            "unit_id": each.unit_id,
            "period": str(period),
            "answer": each.answer,
            "value": each.value,
            "base": each.base,
            "growth": each.growth,
            "oddities": list(each.oddities),
            "reason": each.reason,
            "filed_at": now,
        }
        for each in column
    ]
    await conn.execute(reading.insert(), rows)


async def add_review(
    conn: AsyncConnection,
    filing_id: int,
    *,
    outcome: Literal["released", "returned"],
    by: int | None,
    reason: str | None,
    now: datetime,
    expected: FilingState = "filed",
) -> bool:
    """Release or return a column that waits; return False if it no longer waits."""
    changed = await conn.execute(
        filing.update()
        .where(filing.c.id == filing_id, filing.c.state == expected)
        .values(state=outcome)
    )
    if changed.rowcount == 0:
        return False
    await conn.execute(
        review.insert().values(filing_id=filing_id, outcome=outcome, by=by, reason=reason, at=now)
    )
    return True


async def endorse(conn: AsyncConnection, filing_id: int) -> bool:
    """Note that a column was found right and waits for the office; False if it did not wait."""
    changed = await conn.execute(
        filing.update()
        .where(filing.c.id == filing_id, filing.c.state == "filed")
        .values(state="endorsed")
    )
    return changed.rowcount == 1


async def set_aside(conn: AsyncConnection, filing_id: int) -> None:
    """Note that a column whose correction was not approved counts for nothing."""
    await conn.execute(
        filing.update()
        .where(filing.c.id == filing_id, filing.c.state.in_(("filed", "endorsed")))
        .values(state="replaced")
    )


async def one_filing(conn: AsyncConnection, filing_id: int) -> Filing | None:
    """Return a column by its id."""
    found = await _filings(conn, filing.c.id == filing_id)
    return found[0] if found else None


async def waiting(conn: AsyncConnection, indicator_ids: Iterable[int]) -> list[Filing]:
    """Return the columns of these indicators that wait for their review, oldest first."""
    return await _filings(
        conn, filing.c.state == "filed", filing.c.indicator_id.in_(list(indicator_ids))
    )


async def all_waiting(conn: AsyncConnection) -> list[Filing]:
    """Return every column that waits for its review, oldest first."""
    return await _filings(conn, filing.c.state == "filed")


async def filings_for(conn: AsyncConnection, indicator_id: int, period: Period) -> list[Filing]:
    """Return every column of an indicator and period, oldest first: its history."""
    return await _filings(
        conn, filing.c.indicator_id == indicator_id, filing.c.period == str(period)
    )


async def filings_of_period(conn: AsyncConnection, period: Period) -> list[Filing]:
    """Return the columns of a period that are filed or released, oldest first."""
    return await _filings(
        conn, filing.c.period == str(period), filing.c.state.in_(("filed", "released"))
    )


async def states_of_period(conn: AsyncConnection, period: Period) -> dict[int, list[FilingState]]:
    """Return how each column of a period stands, by its indicator's id, oldest first."""
    query = (
        sa.select(filing.c.indicator_id, filing.c.state)
        .where(filing.c.period == str(period))
        .order_by(filing.c.id)
    )
    states: dict[int, list[FilingState]] = {}
    for row in (await conn.execute(query)).mappings():
        states.setdefault(row["indicator_id"], []).append(row["state"])
    return states


async def units_answered(conn: AsyncConnection, indicator_id: int, period: Period) -> set[int]:
    """Return the units of whom a released column of this indicator and month says something."""
    query = (
        sa.select(reading.c.unit_id)
        .join(filing, filing.c.id == reading.c.filing_id)
        .where(
            reading.c.indicator_id == indicator_id,
            reading.c.period == str(period),
            filing.c.state == "released",
        )
        .distinct()
    )
    return set(await conn.scalars(query))


async def returned_to(conn: AsyncConnection, person_id: int) -> list[Filing]:
    """Return the columns that were sent back to this person and not filed again."""
    return await _filings(conn, filing.c.state == "returned", filing.c.filed_by == person_id)


async def readings_of(conn: AsyncConnection, filing_id: int) -> list[Reading]:
    """Return the readings of a column in the order they were filed."""
    query = sa.select(reading).where(reading.c.filing_id == filing_id).order_by(reading.c.id)
    return [_reading(row) for row in await conn.execute(query)]


async def review_of(conn: AsyncConnection, filing_id: int) -> sa.Row[Any] | None:
    """Return the last review of a column: outcome, by, reason, at."""
    query = sa.select(review).where(review.c.filing_id == filing_id).order_by(review.c.id.desc())
    return (await conn.execute(query)).first()


async def history(
    conn: AsyncConnection, indicator_id: int, *, year: int, also: Period | None = None
) -> Mapping[tuple[Period, int], Reading]:
    """Return the reading in force of each period and unit of a year, for one indicator.

    *also* names one more month, of whatever year.
    """
    months = reading.c.period.between(f"{year}-01", f"{year}-12")
    if also is not None:
        months = sa.or_(months, reading.c.period == str(also))
    query = (
        sa.select(reading)
        .join(review, review.c.filing_id == reading.c.filing_id)
        .where(reading.c.indicator_id == indicator_id, months, review.c.outcome == "released")
        .order_by(review.c.id, reading.c.id)
    )
    return {
        (Period.parse(row.period), row.unit_id): _reading(row) for row in await conn.execute(query)
    }


async def versions(
    conn: AsyncConnection, indicator_id: int, unit_id: int, period: Period
) -> list[tuple[Filing, Reading]]:
    """Return every version ever filed of one cell, oldest first."""
    query = (
        sa.select(reading)
        .where(
            reading.c.indicator_id == indicator_id,
            reading.c.unit_id == unit_id,
            reading.c.period == str(period),
        )
        .order_by(reading.c.id)
    )
    found: list[tuple[Filing, Reading]] = []
    for row in (await conn.execute(query)).all():
        handed_in = await one_filing(conn, row.filing_id)
        if handed_in is not None:
            found.append((handed_in, _reading(row)))
    return found


async def _filings(conn: AsyncConnection, *where: sa.ColumnElement[bool]) -> list[Filing]:
    query = sa.select(filing).where(*where).order_by(filing.c.id)
    return [_filing(row) for row in await conn.execute(query)]


def _filing(row: sa.Row[Any]) -> Filing:
    return Filing(
        id=row.id,
        indicator_id=row.indicator_id,
        period=Period.parse(row.period),
        filed_by=row.filed_by,
        on_behalf_of=row.on_behalf_of,
        way=row.way,
        sent_at=row.sent_at,
        filed_at=row.filed_at,
        state=row.state,
    )


def _reading(row: sa.Row[Any]) -> Reading:
    return Reading(
        id=row.id,
        unit_id=row.unit_id,
        answer=row.answer,
        value=row.value,
        base=row.base,
        growth=row.growth,
        oddities=tuple(row.oddities),
        reason=row.reason,
    )
