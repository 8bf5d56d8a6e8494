"""Ask the monitoring unit for a new figure of a frozen month, under a document."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes.dispute_terms import SAID_MAX, after_working_days
from handlers.operations.disputes.restate_news import ask_reporters
from handlers.operations.disputes.restate_steps import found_of, note
from scoring import permissions
from scoring.disputes import is_open
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.restatements import WORKING_DAYS
from storage import confirmations, disputes, periods, restatements
from storage.people import Person
from storage.schemes import IndicatorRow
from storage.units import UnitRow

DOCUMENT_MAX = 60


async def open_restatement(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    unit: UnitRow,
    period: Period,
    *,
    reason: str,
    document: str,
    now: datetime,
) -> int:
    """Ask the monitoring unit for a new figure of a frozen month; return the restatement.

    Raises NotAllowed for anybody but the office, and what `restatable` raises.
    """
    await restatable(conn, who, row, unit, period, now=now)
    if not reason.strip() or not document.strip():
        raise Refusal("restate-needs-words")
    number = await restatements.add(
        conn,
        indicator_id=row.id,
        unit_id=unit.id,
        period=period,
        dispute_id=None,
        reason=reason.strip()[:SAID_MAX],
        document=document.strip()[:DOCUMENT_MAX],
        proposed_by=who.id,
        filing_id=None,
        state="figure",
        by=who.id,
        due_at=after_working_days(city, now, WORKING_DAYS),
        now=now,
    )
    found = await found_of(conn, number)
    await note(conn, city, found, "restatement-opened", who.id, now)
    await ask_reporters(conn, city, found, now=now)
    return number


async def restatable(
    conn: AsyncConnection,
    who: Person,
    row: IndicatorRow,
    unit: UnitRow,
    period: Period,
    *,
    now: datetime,
) -> None:
    """Raise unless the office may ask for a new figure here.

    Refusal where the month is open (it is simply filed again), NotFound without a figure,
    Outdated where a restatement or a dispute of the same figure is under way.
    """
    _check_office(who)
    month = await periods.acts(conn, row.scheme_id, period)
    if periods.locked_since(month, indicator_id=row.id, at=now) is None:
        raise Refusal("restate-month-open", period=period, code=row.indicator.code)
    if await confirmations.in_force(conn, row.id, unit.id, period) is None:
        raise NotFound("dispute-no-figure", code=row.indicator.code, period=period)
    under_way = await restatements.open_of_cell(conn, row.id, unit.id, period)
    if under_way is not None:
        raise Outdated("restate-under-way", number=str(under_way.id))
    for each in await disputes.of_cell(conn, row.id, unit.id, period):
        if is_open(each.state):
            raise Outdated("restate-disputed", number=str(each.id))


def _check_office(who: Person) -> None:
    if not permissions.may_run_the_office(who.roles):
        raise NotAllowed("office-only")
