"""Hand in a column of figures: checked for permission and locks, sent to its reviewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock import deadlines
from handlers.operations.clock.extensions import close_needless
from handlers.operations.clock.locks import check_unlocked
from handlers.operations.figures import evidence
from handlers.operations.figures.ask_reviewers import ask_reviewers
from handlers.operations.figures.behalf import Behalf, check_silent, note, replaced
from handlers.operations.figures.desk import lines_for
from handlers.operations.figures.questions import (
    Cells,
    Column,
    Questions,
    earlier_answers,
    must_be_answered,
    questions_for,
    typed_of,
    vouch,
)
from handlers.operations.record.discipline import late_working_days
from handlers.operations.tell import clear_nudges
from handlers.texts import Value
from scoring import permissions
from scoring.due import is_due
from scoring.model import Period
from scoring.refusals import NotAllowed, Refusal
from storage import journal, readings
from storage.evidence import Piece
from storage.people import Person
from storage.readings import Reading, Way
from storage.schemes import IndicatorRow


@dataclass(frozen=True)
class Receipt:
    """What the reporter is told: the number of the column, and how it stands to its deadline."""

    filing_id: int
    due: Value
    late_working_days: int


@dataclass(frozen=True)
class Beside:
    """What comes beside a column's own answers.

    The total the sheet stated, the other columns on the desk by the indicator's id, the *reasons*
    for what is odd about the column as a whole, by rule, and the evidence. With *behalf* the
    office files what a unit has not: marked for good, and no report of the unit's own.
    """

    stated_total: Decimal | None = None
    columns: Mapping[int, Cells] = field(default_factory=dict[int, Cells])
    reasons: Mapping[str, str] = field(default_factory=dict[str, str])
    pieces: Sequence[Piece] = ()
    behalf: Behalf | None = None


NOTHING_BESIDE = Beside()


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
    beside: Beside = NOTHING_BESIDE,
) -> Receipt:
    """Record the column and ask for its review; return its receipt.

    Units missing from *column* keep what an earlier column still under review said of them.
    On time is judged by *sent_at*, Telegram's clock. What is odd is found here, whatever the
    caller has found. Raises NotAllowed for anybody but a reporter of the indicator's monitoring
    unit, or the office for a silent one, Locked once the month is frozen, Refusal where an odd
    figure has no reason or compulsory evidence is missing.
    """
    await check_open(conn, city, who, row, period, now=now, behalf=beside.behalf)
    desk = await _checked(conn, city, row, period, column, beside, now=now)
    await _insist_on_evidence(conn, city, row, period, desk[2], beside)
    return await _record(conn, city, who, desk, beside, way=way, sent_at=sent_at, now=now)


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
    apart: bool = False,
) -> Receipt:
    """Record a column that its caller has found to be open; return its receipt.

    For corrections, whose proof is the dispute they answer: evidence is not insisted on again.
    *apart* keeps it from a column that a freeze left unreviewed.
    """
    desk = await _checked(conn, city, row, period, column, NOTHING_BESIDE, now=now, apart=apart)
    return await _record(
        conn, city, who, desk, NOTHING_BESIDE, way=way, sent_at=sent_at, now=now, apart=apart
    )


async def _record(
    conn: AsyncConnection,
    city: City,
    who: Person,
    checked: tuple[Column, Questions, list[Reading]],
    beside: Beside,
    *,
    way: Way,
    sent_at: datetime,
    now: datetime,
    apart: bool = False,
) -> Receipt:
    desk, found, merged = checked
    row, period, behalf = desk.row, desk.period, beside.behalf
    earlier = await readings.filings_for(conn, row.id, period)
    filing_id = await readings.add_filing(
        conn,
        indicator_id=row.id,
        period=period,
        filed_by=who.id,
        way=way,
        sent_at=sent_at,
        now=now,
        readings=merged,
        apart=apart,
    )
    await vouch(conn, filing_id, desk, found, merged, of=who.id, reasons=beside.reasons, now=now)
    await evidence.attach_all(conn, who, row, filing_id, period, beside.pieces, now=now)
    for_whom = _for_whom(who, row, behalf)
    detail = {"filing": filing_id, "units": len(merged), "way": way, **for_whom}
    subject = f"{row.indicator.code} {period}"
    await journal.add(
        conn, person_id=who.id, act="column-filed", subject=subject, detail=detail, at=now
    )
    await clear_nudges(conn, indicator_id=row.id, period=period, now=now)
    if behalf is None:
        unit_id = row.monitoring_unit_id
        await ask_reviewers(conn, city, unit_id, filing_id, by=who.id, now=now)
        live = [each for each in earlier if each.state in ("filed", "released")]
        await replaced(conn, city, row, period, live, who, now=now)
    else:
        await note(conn, city, who, row, period, filing_id, behalf, now=now)
    deadline = (await deadlines.of_period(conn, city, period)).of(row, period)
    late = late_working_days(city, deadline.at, sent_at)
    if not late and behalf is None:
        await close_needless(conn, city, row, period, by=who.id, now=now)
    return Receipt(filing_id, deadline.shown, late)


def _for_whom(who: Person, row: IndicatorRow, behalf: Behalf | None) -> dict[str, int | str]:
    """Return what the journal keeps of a column that is not filed in one's own right."""
    if behalf is None:
        return {**who.as_deputy("reporter", row.monitoring_unit_id)}
    return {"on_behalf_of": behalf.unit_id, "why": behalf.why, **who.as_deputy("office")}


async def _checked(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    column: Sequence[Reading],
    beside: Beside,
    *,
    now: datetime,
    apart: bool = False,
) -> tuple[Column, Questions, list[Reading]]:
    """Return the column as the checks saw it, what they ask, and every answer, marked.

    Raises Refusal for an odd figure without a reason, and for units that are not asked.
    """
    asked = {unit.id for unit in city.units_of(row)}
    if not column or any(reading.unit_id not in asked for reading in column):
        raise Refusal("file-wrong-units", indicator=row.indicator.name)
    earlier = (
        [] if apart else await earlier_answers(conn, row, period, is_own=beside.behalf is None)
    )
    lines = await lines_for(conn, city, row, period, now=now)
    codes = {reading.unit_id: city.unit(reading.unit_id).code for reading in (*column, *earlier)}
    cells = {codes[reading.unit_id]: typed_of(reading) for reading in column}
    before = frozenset(codes[reading.unit_id] for reading in earlier)
    desk = Column(row, period, lines, cells, beside.stated_total, beside.columns, before)
    found = await questions_for(conn, city, desk, now=now)
    _insist_on_reasons(city, desk, found, beside)
    merged = {reading.unit_id: reading for reading in earlier}
    for reading in column:
        odd = found.by_unit.get(codes[reading.unit_id], ())
        kinds = tuple(each.kind for each in odd)
        merged[reading.unit_id] = replace(reading, oddities=kinds)
    return desk, found, [merged[unit_id] for unit_id in sorted(merged)]


def _insist_on_reasons(city: City, desk: Column, found: Questions, beside: Beside) -> None:
    indicator = desk.row.indicator.name
    for code, odd in found.by_unit.items():
        if must_be_answered(odd) and not desk.cells[code].reason:
            unit = city.unit_by_code[code].short_name
            raise Refusal("file-reason-needed", indicator=indicator, unit=unit)
    if any(each.needs_reason and not beside.reasons.get(each.kind) for each in found.whole):
        raise Refusal("file-reason-needed-whole", indicator=indicator)


async def _insist_on_evidence(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    column: Sequence[Reading],
    beside: Beside,
) -> None:
    lacking = await evidence.lack(conn, city, row, period, column, beside.pieces)
    if lacking is not None:
        names = "、".join(lacking.units)
        raise Refusal("evidence-required", indicator=row.indicator.name, names=names)


async def check_open(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    now: datetime,
    behalf: Behalf | None = None,
    despite_lock: bool = False,
) -> None:
    """Raise unless this person may file this indicator for this month now.

    *despite_lock* is for a correction that the office approves before it counts.
    """
    if behalf is not None:
        await check_silent(conn, who, row, period, behalf.unit_id)
    elif not permissions.may_file(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotAllowed("file-not-yours", indicator=row.indicator.name)
    of_year = city.scheme_by_id[row.scheme_id].scheme.year
    if period.year != of_year or not is_due(row.indicator, period):
        raise Refusal("file-not-due", indicator=row.indicator.name, period=period)
    begins_on = (await deadlines.of_period(conn, city, period)).opens_on(row, period)
    if now.astimezone(city.zone).date() < begins_on:
        given = {"indicator": row.indicator.name, "period": period, "since": begins_on}
        raise Refusal("file-too-early", **given)
    if not despite_lock:
        await check_unlocked(conn, row, period, now=now)
