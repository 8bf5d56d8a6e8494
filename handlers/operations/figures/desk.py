"""The reporter's desk: what is known before a figure is typed, and what the checks look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.grammar.answers import (
    Answer,
    NoDataSaid,
    NotApplicableSaid,
    Number,
    UnchangedSaid,
    Unreadable,
)
from scoring.model import Period, Target
from scoring.oddities import CellFacts, Earlier
from storage import readings, seasons, targets
from storage.readings import Reading
from storage.schemes import IndicatorRow
from storage.units import UnitRow

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Line:
    """One unit's line of a column before it is filled in.

    *last* is the figure of the period before, *base* that of the same period of last year as our
    files have it, *plan* where the figure should stand by now, *word* what was laid down as the
    target of the month.
    """

    unit: UnitRow
    last: Reading | None
    base: Decimal | None
    target: Decimal | None
    plan: Decimal | None
    earlier: tuple[Earlier, ...]
    was_ever_nil: bool = False
    word: Target | None = None


@dataclass(frozen=True)
class Typed:
    """One answer on the desk, not yet handed in."""

    answer: readings.Answer
    value: Decimal | None = None
    base: Decimal | None = None
    growth: Decimal | None = None
    reason: str | None = None

    def packed(self) -> dict[str, Any]:
        """Return the answer as JSON."""
        return {
            "answer": self.answer,
            "value": _text(self.value),
            "base": _text(self.base),
            "growth": _text(self.growth),
            "reason": self.reason,
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> "Typed":
        """Return the answer that `packed` packed."""
        return cls(
            answer=packed["answer"],
            value=_number(packed["value"]),
            base=_number(packed["base"]),
            growth=_number(packed["growth"]),
            reason=packed["reason"],
        )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


async def lines_for(
    conn: AsyncConnection, city: City, row: IndicatorRow, period: Period, *, now: datetime
) -> list[Line]:
    """Return a line for each unit the indicator asks, with everything already known about it."""
    known = await readings.history(conn, row.id, year=period.year, also=period.year_before)
    by_unit: dict[int, dict[Period, Reading]] = {}
    for (month, unit_id), reading in known.items():
        by_unit.setdefault(unit_id, {})[month] = reading
    goals = await targets.known_at(conn, row.scheme_id, at=now, indicator_id=row.id, period=period)
    planned_pct = await _planned_pct(conn, row, period, now=now)
    lines: list[Line] = []
    for unit in city.units_of(row):
        goal = goals.get((row.indicator.code, unit.code))
        target = goal.target if goal else None
        months = by_unit.get(unit.id, {})
        before = months.pop(period.year_before, None)
        lines.append(
            Line(
                unit=unit,
                last=_last(months, period),
                base=before.value if before else None,
                target=target,
                plan=None
                if target is None or planned_pct is None
                else target * planned_pct / HUNDRED,
                earlier=_earlier(months, period),
                was_ever_nil=any(each.answer == "no_data" for each in months.values()),
                word=goal,
            )
        )
    return lines


async def _planned_pct(
    conn: AsyncConnection, row: IndicatorRow, period: Period, *, now: datetime
) -> Decimal | None:
    """Return the share of the target due by the end of the month; None for levels."""
    if row.indicator.kind == "level":
        return None
    confirmed = await seasons.known_at(conn, row.scheme_id, at=now)
    plans = [plan for since, plan in confirmed.get(row.indicator.code, ()) if since <= period]
    plan = plans[-1] if plans else row.seasonality
    seasonal = plan[period.month - 1] if plan else None
    return seasonal if seasonal is not None else Decimal(period.month) * HUNDRED / 12


def _last(months: Mapping[Period, Reading], period: Period) -> Reading | None:
    before = [month for month in months if month < period]
    return months[max(before)] if before else None


def _earlier(months: Mapping[Period, Reading], period: Period) -> tuple[Earlier, ...]:
    found = ((month, months[month]) for month in sorted(months) if month < period)
    return tuple(
        Earlier(month.month, reading.value, reading.base)
        for month, reading in found
        if reading.value is not None
    )


def as_typed(
    said: Answer, line: Line, *, base: Decimal | None, growth: Decimal | None
) -> Typed | Unreadable | None:
    """Return the answer as it goes on the desk; None for "unchanged" with nothing before it."""
    match said:
        case Number(value=value):
            return Typed("value", value, line.base if base is None else base, growth)
        case NoDataSaid():
            return Typed("no_data")
        case NotApplicableSaid():
            return Typed("not_applicable")
        case UnchangedSaid():
            last = line.last
            if last is None:
                return None
            return Typed(last.answer, last.value, line.base if base is None else base, growth)
        case Unreadable():
            return said


def facts_of(row: IndicatorRow, period: Period, line: Line, typed: Typed) -> CellFacts | None:
    """Return what the checks look at for one answer; None where no figure was given."""
    if typed.value is None:
        return None
    return CellFacts(
        indicator=row.indicator.code,
        unit=line.unit.code,
        period=period,
        kind=row.indicator.kind,
        unit_of_measure=row.indicator.unit_of_measure,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        target=line.target,
        earlier=line.earlier,
        filed_last_year=line.base,
        accepted=_accepted(row),
    )


def _accepted(row: IndicatorRow) -> tuple[Decimal | None, Decimal | None]:
    """Return the indicator's own range; where it has none, what cannot be is left out."""
    facts = row.indicator
    # A deviation may lie on either side of nothing.
    lowest = None if facts.direction == "interval" else Decimal(0)
    is_share = facts.kind == "level" and facts.unit_of_measure == "%"
    highest = HUNDRED if is_share and facts.direction != "interval" else None
    return (
        lowest if facts.accepted_min is None else facts.accepted_min,
        highest if facts.accepted_max is None else facts.accepted_max,
    )
