"""What a review does to the disputes about its figures: it settles them, or lets them go on."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.disputes import move_dispute
from scoring.disputes import when_replaced
from scoring.model import Entry
from storage import disputes, readings
from storage.disputes import Dispute
from storage.readings import Filing, Reading


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
