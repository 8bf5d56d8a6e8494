"""Compose a reporter's blank: every due indicator with its units, and what is known of each."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.blanks import BlankBook, BlankColumn, BlankLine, Standing
from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.figures.desk import Line, lines_for
from scoring.model import Period
from storage import readings
from storage.readings import FilingState, Reading
from storage.schemes import IndicatorRow

PLAN_PLACES = 2


async def blank_book(
    conn: AsyncConnection,
    city: City,
    unit_ids: Sequence[int],
    period: Period,
    *,
    now: datetime,
) -> BlankBook | None:
    """Return the blank of a month for these monitoring units; None where nothing is due."""
    rows = city.due_for(unit_ids, period)
    if not rows:
        return None
    states = await readings.states_of_period(conn, period)
    dues = await deadlines.of_period(conn, city, period)
    columns = [
        await _column(
            conn, city, row, period, states.get(row.id, ()), dues.of(row, period).at, now=now
        )
        for row in rows
    ]
    monitors = dict.fromkeys(city.unit(row.monitoring_unit_id).short_name for row in rows)
    return BlankBook(
        period=str(period), monitors="、".join(monitors), as_of=now, columns=tuple(columns)
    )


async def _column(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    states: Sequence[FilingState],
    due_at: datetime,
    *,
    now: datetime,
) -> BlankColumn:
    lines = await lines_for(conn, city, row, period, now=now)
    filed = await _filed(conn, row, period)
    return BlankColumn(
        indicator_code=row.indicator.code,
        indicator_name=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        standing=_standing(states),
        due_at=due_at,
        lines=tuple(_line(line, filed.get(line.unit.id)) for line in lines),
    )


def _standing(states: Sequence[FilingState]) -> Standing:
    if "filed" in states:
        return "filed"
    if "released" in states:
        return "released"
    return "returned" if states and states[-1] == "returned" else "open"


async def _filed(conn: AsyncConnection, row: IndicatorRow, period: Period) -> Mapping[int, Reading]:
    """Return what the newest column that was not replaced says of each unit."""
    handed_in = await readings.filings_for(conn, row.id, period)
    standing = [each for each in handed_in if each.state != "replaced"]
    if not standing:
        return {}
    return {each.unit_id: each for each in await readings.readings_of(conn, standing[-1].id)}


def _line(line: Line, filed: Reading | None) -> BlankLine:
    return BlankLine(
        unit_code=line.unit.code,
        unit_name=line.unit.short_name,
        target=line.target,
        base=line.base,
        last_said=line.last.answer if line.last else None,
        last=line.last.value if line.last else None,
        plan=None if line.plan is None else round(line.plan, PLAN_PLACES),
        filed_said=filed.answer if filed else None,
        filed=filed.value if filed else None,
    )
