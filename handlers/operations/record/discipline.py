"""Reporting discipline: what was due of each monitoring unit, and when it came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.clock.deadlines import Deadline
from handlers.report_lines import Card, FilingLine
from scoring.due import is_due, red_at
from scoring.model import Period
from scoring.timeliness import Timeliness, tally
from storage import on_behalf
from storage.schema import filing, review
from storage.schemes import IndicatorRow
from storage.units import UnitRow


@dataclass(frozen=True)
class DisciplineLine:
    """One indicator of one monitoring unit in one month.

    *filed_at* is Telegram's time of the first column that was not sent back, None while there is
    none. *open* is not yet due and not yet filed; everything due is on time, late or missing.
    """

    reporter: UnitRow
    row: IndicatorRow
    deadline: Deadline
    filed_at: datetime | None
    state: Timeliness
    late_working_days: int
    card: Card

    @property
    def due_at(self) -> datetime:
        """The moment by which it is on time."""
        return self.deadline.at

    @property
    def monitoring_unit(self) -> str:
        """The short name of the unit that has to file it."""
        return self.reporter.short_name

    @property
    def indicator_code(self) -> str:
        """The indicator's code."""
        return self.row.indicator.code

    @property
    def indicator_name(self) -> str:
        """The indicator's name."""
        return self.row.indicator.name


async def discipline(
    conn: AsyncConnection, city: City, period: Period, *, now: datetime
) -> list[DisciplineLine]:
    """Return a line for every indicator asked for a month, in the order of monitoring units."""
    came = await first_filed(conn, period)
    dues = await deadlines.of_period(conn, city, period)
    lines = [
        _line(city, row, dues.of(row, period), came.get(row.id), now=now)
        for scheme in city.schemes_of(period.year)
        for row in scheme.indicators
        if is_due(row.indicator, period) and city.units_of(row)
    ]
    return sorted(lines, key=lambda line: (line.reporter.code, line.row.id))


def filing_lines(lines: list[DisciplineLine]) -> tuple[FilingLine, ...]:
    """Count each monitoring unit's lines: *due* is on time, late and missing together."""
    by_unit: dict[int, list[DisciplineLine]] = {}
    for line in lines:
        if line.state != "open":
            by_unit.setdefault(line.reporter.id, []).append(line)
    return tuple(_counted(own) for own in by_unit.values())


async def filed_indicators(conn: AsyncConnection, period: Period) -> frozenset[int]:
    """Return the ids of the indicators that have a column filed or released for a month."""
    query = sa.select(filing.c.indicator_id).where(
        filing.c.period == str(period), filing.c.state.in_(("filed", "released"))
    )
    return frozenset(await conn.scalars(query))


async def first_filed(conn: AsyncConnection, period: Period) -> Mapping[int, datetime]:
    """Return when each indicator's first column came from its unit and was not sent back."""
    there = await filed_indicators(conn, period)
    sent_back = sa.select(review.c.filing_id).where(review.c.outcome == "returned")
    query = (
        sa.select(filing.c.indicator_id, filing.c.sent_at)
        .where(
            filing.c.period == str(period),
            filing.c.id.not_in(sent_back),
            filing.c.id.not_in(on_behalf.filing_ids()),  # the unit has not reported itself
        )
        .order_by(filing.c.id.desc())
    )
    return {row[0]: row[1] for row in await conn.execute(query) if row[0] in there}


def late_working_days(city: City, deadline: datetime, came_at: datetime) -> int:
    """Count the working days a figure is late; the evening of the due day is one already."""
    if came_at <= deadline:
        return 0
    due_on = deadline.astimezone(city.zone).date()
    came_on = came_at.astimezone(city.zone).date()
    return max(1, city.calendar.working_days_between(due_on, came_on))


def _line(
    city: City, row: IndicatorRow, deadline: Deadline, filed_at: datetime | None, *, now: datetime
) -> DisciplineLine:
    came_or_now = now if filed_at is None else filed_at
    days = late_working_days(city, deadline.at, came_or_now)
    state: Timeliness
    if days:
        state = "missing" if filed_at is None else "late"
    else:
        state = "open" if filed_at is None else "on_time"
    return DisciplineLine(
        reporter=city.unit(row.monitoring_unit_id),
        row=row,
        deadline=deadline,
        filed_at=filed_at,
        state=state,
        late_working_days=days,
        card=_card(city, deadline.at, came_or_now) if days else "none",
    )


def _card(city: City, deadline: datetime, came_or_now: datetime) -> Card:
    return "red" if came_or_now >= red_at(deadline, city.calendar, city.zone) else "yellow"


def _counted(lines: list[DisciplineLine]) -> FilingLine:
    counted = tally(line.state for line in lines)
    cards = {line.card for line in lines}
    return FilingLine(
        reporter_code=lines[0].reporter.code,
        reporter_name=lines[0].reporter.name,
        due=counted.due,
        on_time=counted.on_time,
        late=counted.late,
        missing=counted.missing,
        late_days=sum(line.late_working_days for line in lines),
        card="red" if "red" in cards else "yellow" if "yellow" in cards else "none",
    )
