"""Answer a dispute by filing a new version of that one figure; the second person releases it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations import file_readings, move_dispute
from handlers.operations.desk import Typed
from handlers.operations.dispute_terms import SAID_MAX
from scoring.disputes import when_replaced
from scoring.model import Entry
from scoring.refusals import NotFound, Refusal
from storage import confirmations, disputes, readings
from storage.disputes import Dispute
from storage.people import Person
from storage.readings import Filing, Reading


async def correctable(
    conn: AsyncConnection, city: City, who: Person, dispute_id: int, *, now: datetime
) -> tuple[Dispute, Reading]:
    """Return a dispute this reporter may settle by a new figure, and the figure in force.

    Raises as `move_dispute.movable` and `file_readings.check_open` do.
    """
    found = await move_dispute.movable(conn, city, who, dispute_id, "file")
    row = city.indicator(found.indicator_id)
    await file_readings.check_open(conn, city, who, row, found.period, now=now)
    told = await confirmations.in_force(conn, found.indicator_id, found.unit_id, found.period)
    if told is None:
        raise NotFound("dispute-gone")
    return found, told.reading


async def correct(
    conn: AsyncConnection,
    city: City,
    who: Person,
    dispute_id: int,
    typed: Typed,
    *,
    sent_at: datetime,
    now: datetime,
) -> int:
    """File the figure that settles a dispute, with the dispute as its reason; return its column.

    Raises as `correctable` does, and Refusal where the figure is the one in force already.
    """
    found, before = await correctable(conn, city, who, dispute_id, now=now)
    row = city.indicator(found.indicator_id)
    if found.unit_id not in {unit.id for unit in city.units_of(row)}:
        raise NotFound("dispute-gone")
    fresh = Reading(
        unit_id=found.unit_id,
        answer=typed.answer,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        reason=f"#{found.id} {found.reason}"[:SAID_MAX],
    )
    if fresh.entry == before.entry:
        raise Refusal("correct-figure-same", code=row.indicator.code)
    receipt = await file_readings.hand_in(
        conn, city, who, row, found.period, [fresh], way="steps", sent_at=sent_at, now=now
    )
    await move_dispute.step(
        conn,
        city,
        found,
        "file",
        by=who.id,
        said=None,
        now=now,
        filing_id=receipt.filing_id,
    )
    return receipt.filing_id


async def sent_back(
    conn: AsyncConnection, city: City, filing: Filing, *, by: int, reason: str, now: datetime
) -> None:
    """Let the disputes go on whose corrections were in a column that a reviewer sent back."""
    units = {each.unit_id for each in await readings.readings_of(conn, filing.id)}
    for found in await disputes.open_of_period(conn, [filing.indicator_id], filing.period):
        if found.unit_id in units and found.state == "filed":
            await move_dispute.step(conn, city, found, "send_back", by=by, said=reason, now=now)


async def settled_by(
    conn: AsyncConnection, city: City, filing: Filing, column: Sequence[Reading], *, now: datetime
) -> None:
    """Close the disputes whose figure a column that was just released has changed.

    The same answer filed once more settles nothing: the dispute goes on.
    """
    fresh = {each.unit_id: each.entry for each in column}
    for found in await disputes.open_of_period(conn, [filing.indicator_id], filing.period):
        if found.unit_id not in fresh:
            continue
        if fresh[found.unit_id] != await _disputed(conn, found):
            await _close(conn, city, found, now=now)


async def _disputed(conn: AsyncConnection, found: Dispute) -> Entry | None:
    versions = await readings.versions(conn, found.indicator_id, found.unit_id, found.period)
    return next((each.entry for _, each in versions if each.id == found.reading_id), None)


async def _close(conn: AsyncConnection, city: City, found: Dispute, *, now: datetime) -> None:
    outcome = when_replaced(found.state)
    moved = await disputes.move(
        conn,
        found.id,
        outcome,
        outcome,
        expected=[found.state],
        by=None,
        said=None,
        due_at=None,
        now=now,
    )
    if moved:
        await move_dispute.note_step(conn, city, found, outcome, by=None, now=now)
