"""Change a figure of a frozen month: endorsed, proposed, approved; or not."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.city import City
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.dispute_terms import SAID_MAX, after_working_days
from handlers.operations.disputes.open_restatement import DOCUMENT_MAX
from handlers.operations.disputes.restate_news import call_office, tell_sides
from handlers.operations.disputes.restate_publish import carry_out
from handlers.operations.disputes.restate_steps import actable, approves, found_of, note, step
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from scoring.restatements import TARGETS, WORKING_DAYS, State, after_endorsement
from storage import disputes, periods, readings, restatements
from storage.people import Person
from storage.readings import Filing
from storage.restatements import Restatement


async def is_correction(conn: AsyncConnection, filing: Filing) -> bool:
    """Whether a column corrects one figure, for a dispute or a restatement, and nothing else."""
    one_figure = len(await readings.readings_of(conn, filing.id)) == 1
    if not one_figure:
        return False
    return (
        await restatements.by_filing(conn, filing.id) is not None
        or await disputes.by_filing(conn, filing.id) is not None
    )


async def endorse(
    conn: AsyncConnection, city: City, who: Person, filing: Filing, *, now: datetime
) -> None:
    """Let a reviewer's yes to a correction of a frozen month go to the office.

    The permission to review is the caller's to ask for.
    """
    row = city.indicator(filing.indicator_id)
    if not await readings.endorse(conn, filing.id):
        raise Outdated("review-already", indicator=row.indicator.name)
    month = await periods.acts(conn, row.scheme_id, filing.period)
    found = await restatements.by_filing(conn, filing.id)
    target = after_endorsement(
        is_released=periods.released_at(month) is not None,
        has_document=found is not None and found.document is not None,
    )
    if found is not None:
        await step(conn, city, found, "endorse", target, who, None, now=now, endorsed_by=who.id)
        number = found.id
    else:
        number = await _of_dispute(conn, city, who, filing, target, now=now)
    await call_office(conn, city, await found_of(conn, number), now=now)


async def _of_dispute(
    conn: AsyncConnection, city: City, who: Person, filing: Filing, target: State, *, now: datetime
) -> int:
    """Open the restatement that an endorsed correction of a dispute leads to."""
    due_at = after_working_days(city, now, WORKING_DAYS)
    about = await disputes.by_filing(conn, filing.id)
    if about is None:
        raise NotFound("review-gone")
    number = await restatements.add(
        conn,
        indicator_id=filing.indicator_id,
        unit_id=about.unit_id,
        period=filing.period,
        dispute_id=about.id,
        reason=about.reason,
        document=None,
        proposed_by=None,
        filing_id=filing.id,
        state=target,
        by=who.id,
        due_at=due_at,
        now=now,
    )
    await restatements.move(
        conn,
        number,
        "endorse",
        target,
        expected=[target],
        by=who.id,
        said=None,
        due_at=due_at,
        now=now,
        endorsed_by=who.id,
    )
    await move_dispute.step(conn, city, about, "restate", by=who.id, said=None, now=now)
    await note(conn, city, await found_of(conn, number), "restatement-endorse", who.id, now)
    return number


async def propose(
    conn: AsyncConnection, city: City, who: Person, number: int, *, document: str, now: datetime
) -> None:
    """Put a disputed figure of a released month forward under a document number."""
    found = await actable(conn, city, who, number, "propose")
    if not document.strip():
        raise Refusal("restate-needs-words")
    words = document.strip()[:DOCUMENT_MAX]
    await step(
        conn, city, found, "propose", "approval", who, words, now=now,
        document=words, proposed_by=who.id,
    )  # fmt: skip
    await call_office(conn, city, await found_of(conn, number), now=now)


async def approve(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    who: Person,
    number: int,
    *,
    now: datetime,
) -> Restatement:
    """Bring the new figure into force, keep the month anew, and tell who was told the old one.

    Of a released month never by whoever proposed it. Everything in one transaction, once.
    """
    found = await actable(conn, city, who, number, "approve")
    row = city.indicator(found.indicator_id)
    month = await periods.acts(conn, row.scheme_id, found.period)
    is_released = periods.released_at(month) is not None
    if not approves(who, found, is_released=is_released):
        raise NotAllowed("restate-second-person", number=str(number))
    await step(conn, city, found, "approve", "done", who, None, now=now)
    await carry_out(conn, city, boards, found, now=now)
    await tell_sides(conn, city, await found_of(conn, number), None, by=who.id, now=now)
    return found


async def decline(
    conn: AsyncConnection, city: City, who: Person, number: int, *, reason: str, now: datetime
) -> None:
    """Do not let the figure change, with a reason; a dispute behind it ends with that."""
    found = await actable(conn, city, who, number, "decline")
    if not reason.strip():
        raise Refusal("dispute-needs-reason")
    words = reason.strip()[:SAID_MAX]
    await step(conn, city, found, "decline", "declined", who, words, now=now)
    if found.filing_id is not None:
        await readings.set_aside(conn, found.filing_id)
    about = await disputes.one(conn, found.dispute_id) if found.dispute_id else None
    if about is not None and about.state == "restating":
        await move_dispute.step(conn, city, about, "decline", by=who.id, said=words, now=now)
    await tell_sides(conn, city, await found_of(conn, number), words, by=who.id, now=now)


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, number: int, *, now: datetime
) -> None:
    """Take back what the office had asked for, while the monitoring unit has not settled it."""
    found = await actable(conn, city, who, number, "withdraw")
    await step(conn, city, found, "withdraw", "withdrawn", who, None, now=now)
    if found.filing_id is not None:
        await readings.set_aside(conn, found.filing_id)
    await tell_sides(conn, city, await found_of(conn, number), None, by=who.id, now=now)


async def filed(
    conn: AsyncConnection, city: City, who: Person, number: int, filing_id: int, *, now: datetime
) -> None:
    """Note that the reporter has filed the figure; the caller has filed it."""
    found = await actable(conn, city, who, number, "file")
    await step(conn, city, found, "file", "review", who, None, now=now, filing_id=filing_id)


async def sent_back(
    conn: AsyncConnection, city: City, who: Person, filing: Filing, *, reason: str, now: datetime
) -> None:
    """Let the reporter file again where a reviewer sent a restated figure back."""
    found = await restatements.by_filing(conn, filing.id)
    if found is not None:
        target = TARGETS["send_back"]
        await step(conn, city, found, "send_back", target, who, reason, now=now)
