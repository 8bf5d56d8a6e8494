"""What is asked about a column before it is handed in, and what is kept of the asking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.figures.desk import Line, Typed, facts_of
from scoring.model import Period
from scoring.oddities import (
    CellFacts,
    Oddity,
    OddityKind,
    column_oddities,
    nil_oddities,
    oddities,
)
from scoring.related_oddities import Whole, parts_differ, shares_moved
from scoring.tuning import Tuning
from storage import check_settings, on_behalf, questions, readings
from storage.questions import Asked
from storage.readings import Reading
from storage.schemes import IndicatorRow

Cells = Mapping[str, Typed]
"""Answers by unit code."""

MAGNITUDE = frozenset({"unit-slip", "monthly-figure", "fell", "outlier", "year-on-year"})
"""What already explains why a unit's share of the city has moved."""
BY_THE_BASE = frozenset(
    {"base-changed", "negative-base", "zero-base", "growth-differs", "year-on-year"}
)
"""Questions that are answered by mending last year's figure or the growth, too."""
BESIDE_OTHERS = frozenset({"share-moved", "parts-differ"})
"""Questions that are answered by mending somebody else's figure, too."""


@dataclass(frozen=True)
class Column:
    """A column on the desk with everything the checks look at.

    *beside* are the other columns on the same desk, by the indicator's id; *answered_before* the
    codes of units that an earlier column under review answers for.
    """

    row: IndicatorRow
    period: Period
    lines: Sequence[Line]
    cells: Cells
    stated_total: Decimal | None = None
    beside: Mapping[int, Cells] = field(default_factory=dict[int, Cells])
    answered_before: frozenset[str] = frozenset()

    @property
    def missing(self) -> list[Line]:
        """The units that nobody has answered for."""
        there = self.answered_before | self.cells.keys()
        return [line for line in self.lines if line.unit.code not in there]


@dataclass(frozen=True)
class Questions:
    """What a column raises: by unit code, and as a whole."""

    by_unit: Mapping[str, tuple[Oddity, ...]]
    whole: tuple[Oddity, ...]


def must_be_answered(found: Sequence[Oddity]) -> bool:
    """Whether one of the questions needs a reason before the figure can be handed in."""
    return any(each.needs_reason for each in found)


async def questions_for(
    conn: AsyncConnection, city: City, column: Column, *, now: datetime
) -> Questions:
    """Return what is odd about a column by the checks as the office has set them at this moment."""
    row = column.row
    tuning = await check_settings.tuning_of(conn, row.id, at=now)
    answered = [line for line in column.lines if line.unit.code in column.cells]
    facts = {
        line.unit.code: facts_of(row, column.period, line, column.cells[line.unit.code])
        for line in answered
    }
    known = [each for each in facts.values() if each is not None]
    found = {each.unit: oddities(each, tuning) for each in known}
    doubtful = {unit for unit, odd in found.items() if any(o.kind in MAGNITUDE for o in odd)}
    for unit, odd in shares_moved(known, doubtful=doubtful, tuning=tuning).items():
        found[unit] = (*found[unit], odd)
    if tuning.asks("never-nil"):
        found |= _nil_where_never(column, answered)
    for unit, odd in (await _parts(conn, city, column, tuning)).items():
        found[unit] = (*found.get(unit, ()), odd)
    return Questions(found, _whole(column, known, tuning))


def _nil_where_never(column: Column, lines: Sequence[Line]) -> dict[str, tuple[Oddity, ...]]:
    """Return what is asked about a nil report of units that have always had a figure."""
    asked = {
        line.unit.code: nil_oddities(
            line.earlier, column.row.indicator.unit_of_measure, was_ever_nil=line.was_ever_nil
        )
        for line in lines
        if column.cells[line.unit.code].answer == "no_data"
    }
    return {unit: odd for unit, odd in asked.items() if odd}


def _whole(column: Column, known: Sequence[CellFacts], tuning: Tuning) -> tuple[Oddity, ...]:
    missing = [line.unit.short_name for line in column.missing]
    track = column.lines[0].unit.track if column.lines else "town"
    return column_oddities(
        known,
        stated_total=column.stated_total,
        is_complete=len(known) == len(column.lines),
        band_pct=column.row.indicator.total_band_pct or Decimal(0),
        missing=missing,
        track="town" if track == "town" else "agency",
        tuning=tuning,
    )


async def earlier_answers(
    conn: AsyncConnection, row: IndicatorRow, period: Period, *, is_own: bool = True
) -> list[Reading]:
    """Return what an earlier column still under review says of the month's units.

    Only one of the same side counts, the unit's own or the office's for it: neither takes the
    other's figures over unseen.
    """
    waiting = await readings.waiting(conn, [row.id])
    filed_for = await on_behalf.of_filings(conn, [each.id for each in waiting])
    return [
        reading
        for filing in waiting
        if filing.period == period and is_own == (filing.id not in filed_for)
        for reading in await readings.readings_of(conn, filing.id)
    ]


# --- parts and wholes ------------------------------------------------------------------------


async def _parts(
    conn: AsyncConnection, city: City, column: Column, tuning: Tuning
) -> dict[str, Oddity]:
    """Return what differs between figures of this column and its parts, or what it is part of.

    Figures of the same desk count, others only once they are released: nobody learns here what
    another unit is about to file.
    """
    related = city.scheme_by_id[column.row.scheme_id].indicators
    wholes = [row for row in related if column.row.indicator.code in row.indicator.parts]
    if column.row.indicator.parts:
        wholes.append(column.row)
    found: dict[str, Oddity] = {}
    for whole in wholes:
        if whole.id != column.row.id and column.beside.get(whole.id):
            continue  # It is asked beside the whole, which lies on the desk itself.
        parts = [row for row in related if row.indicator.code in whole.indicator.parts]
        figures = {each.id: await _figures(conn, city, column, each) for each in (whole, *parts)}
        for unit in column.cells:
            compared = _compared(whole, parts, figures, unit)
            odd = parts_differ(compared, tuning) if compared else None
            if odd is not None:
                found.setdefault(unit, odd)
    return found


async def _figures(
    conn: AsyncConnection, city: City, column: Column, row: IndicatorRow
) -> Mapping[str, Decimal]:
    cells = column.cells if row.id == column.row.id else column.beside.get(row.id, {})
    released = await readings.history(conn, row.id, year=column.period.year)
    figures = {
        city.unit(unit_id).code: reading.value
        for (period, unit_id), reading in released.items()
        if period == column.period and reading.value is not None
    }
    for code, typed in cells.items():
        figures.pop(code, None)
        if typed.value is not None:
            figures[code] = typed.value
    return figures


def _compared(
    whole: IndicatorRow,
    parts: Sequence[IndicatorRow],
    figures: Mapping[int, Mapping[str, Decimal]],
    unit: str,
) -> Whole | None:
    value = figures[whole.id].get(unit)
    known = {row.indicator.name: figures[row.id].get(unit) for row in parts}
    there = {name: part for name, part in known.items() if part is not None}
    if value is None or not there:
        return None
    return Whole(
        whole.indicator.name,
        value,
        there,
        are_all_known=len(there) == len(parts),
        unit_of_measure=whole.indicator.unit_of_measure,
        band_pct=whole.indicator.parts_band_pct,
    )


# --- what is kept of the asking ----------------------------------------------------------------


async def keep_asked(
    conn: AsyncConnection, column: Column, found: Questions, *, of: int, now: datetime
) -> dict[tuple[int | None, OddityKind], int]:
    """Record what was asked of whom; a question about the same figures is recorded once.

    Returns the questions' ids by unit (None is the column as a whole) and rule.
    """
    return {
        (asked.unit_id, asked.oddity.kind): await questions.ask(conn, asked, of=of, now=now)
        for asked in _asked(column, found)
    }


async def vouch(
    conn: AsyncConnection,
    filing_id: int,
    column: Column,
    found: Questions,
    handed_in: Sequence[Reading],
    *,
    of: int,
    reasons: Mapping[str, str],
    now: datetime,
) -> None:
    """Record which questions a column was handed in with, and why its figures are right.

    *handed_in* are all its answers, those of an earlier column among them. *reasons* answer the
    questions about the column as a whole, by rule. A figure about which
    something was asked earlier counts as vouched as long as it is the same figure, also when the
    rule has been switched off since.
    """
    ids = await keep_asked(conn, column, found, of=of, now=now)
    by_id = {reading.unit_id: typed_of(reading) for reading in handed_in}
    vouched: dict[int, str | None] = {}
    for (unit_id, rule), question_id in ids.items():
        typed = by_id.get(unit_id) if unit_id is not None else None
        vouched[question_id] = reasons.get(rule) if unit_id is None else _reason(typed)
    for earlier in await questions.asked_of_column(conn, column.row.id, column.period):
        typed = by_id.get(earlier.unit_id) if earlier.unit_id is not None else None
        rule = earlier.oddity.kind
        if typed is not None and rule not in BESIDE_OTHERS and earlier.about == _about(rule, typed):
            vouched.setdefault(earlier.id, typed.reason)
    for question_id, reason in vouched.items():
        await questions.vouch(conn, filing_id, question_id, reason=reason, now=now)


def _reason(typed: Typed | None) -> str | None:
    return typed.reason if typed is not None else None


def _asked(column: Column, found: Questions) -> Iterator[Asked]:
    by_code = {line.unit.code: line.unit.id for line in column.lines}
    for code, odd in found.by_unit.items():
        for each in odd:
            yield Asked(
                indicator_id=column.row.id,
                period=column.period,
                unit_id=by_code[code],
                about=_about(each.kind, column.cells[code]),
                oddity=each,
            )
    figures = " ".join(f"{code}={_digits(typed.value)}" for code, typed in column.cells.items())
    for each in found.whole:
        yield Asked(
            indicator_id=column.row.id,
            period=column.period,
            unit_id=None,
            about=f"{figures} {_digits(column.stated_total)}",
            oddity=each,
        )


def _about(rule: OddityKind, typed: Typed) -> str:
    asked = [typed.value]
    if rule in BY_THE_BASE:
        asked += [typed.base, typed.growth]
    return " ".join(map(_digits, asked))


def _digits(value: Decimal | None) -> str:
    return "—" if value is None else f"{value.normalize():f}"


def typed_of(reading: Reading) -> Typed:
    """Return a filed answer as it would lie on the desk."""
    return Typed(reading.answer, reading.value, reading.base, reading.growth, reading.reason)
