"""Release a column, or send it back with a reason; the assessed units hear of it at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Button, go
from handlers.city import City
from handlers.operations.clock.locks import check_unlocked, is_locked
from handlers.operations.disputes import restate
from handlers.operations.disputes.dispute_terms import check_until
from handlers.operations.disputes.settle_disputes import sent_back, settled_by
from handlers.operations.doer import doer
from handlers.operations.doer import reviewer as acting_reviewer
from handlers.operations.figures.ask_reviewers import refresh_lists
from handlers.operations.figures.behalf import labels
from handlers.operations.figures.to_review import is_own
from handlers.operations.tell import tell
from handlers.show import figure_line
from handlers.texts import Msg, msg
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated
from storage import evidence, journal, on_behalf, people, readings
from storage.people import Person, PersonRow
from storage.readings import Filing, Reading
from storage.schemes import IndicatorRow

REASON_MAX = 500


async def release(
    conn: AsyncConnection, city: City, who: Person, filing_ids: Sequence[int], *, now: datetime
) -> list[Filing]:
    """Release columns; return them. Each assessed unit gets one message about all of them.

    A correction of one figure of a frozen month goes on to the office instead and is not returned.

    Raises NotAllowed unless the person reviews for that monitoring unit and did not file the
    column, Outdated if a column no longer waits, Locked if its month has been frozen since.
    """
    released: list[tuple[Filing, IndicatorRow, list[Reading]]] = []
    for filing_id in filing_ids:
        filing, row = await _reviewable(conn, city, who, filing_id, now=now)
        if await is_locked(conn, row, filing.period, now=now):
            await restate.endorse(conn, city, who, filing, now=now)
            continue
        done = await readings.add_review(
            conn, filing_id, outcome="released", by=who.id, reason=None, now=now
        )
        if not done:
            raise Outdated("review-already", indicator=row.indicator.name)
        await journal.add(
            conn,
            person_id=who.id,
            act="column-released",
            subject=f"{row.indicator.code} {filing.period}",
            detail={
                "filing": filing_id,
                **who.as_deputy("reviewer", row.monitoring_unit_id),
            },
            at=now,
        )
        column = await readings.readings_of(conn, filing_id)
        released.append((filing, row, column))
        await settled_by(conn, city, filing, column, now=now)
    if released:
        await _tell_units(conn, city, released, now=now)
    await _tell_reporters(conn, city, who, released, now=now)
    units = [row.monitoring_unit_id for _, row, _ in released]
    await refresh_lists(conn, city, units, now=now)
    return [filing for filing, _, _ in released]


async def send_back(
    conn: AsyncConnection, city: City, who: Person, filing_id: int, *, reason: str, now: datetime
) -> Filing:
    """Return a column to its reporter with a reason; raises as `release` does."""
    filing, row = await _reviewable(conn, city, who, filing_id, now=now)
    done = await readings.add_review(
        conn, filing_id, outcome="returned", by=who.id, reason=reason[:REASON_MAX], now=now
    )
    if not done:
        raise Outdated("review-already", indicator=row.indicator.name)
    await journal.add(
        conn,
        person_id=who.id,
        act="column-returned",
        subject=f"{row.indicator.code} {filing.period}",
        detail={
            "filing": filing_id,
            "reason": reason[:REASON_MAX],
            **who.as_deputy("reviewer", row.monitoring_unit_id),
        },
        at=now,
    )
    await sent_back(conn, city, filing, by=who.id, reason=reason[:REASON_MAX], now=now)
    await restate.sent_back(conn, city, who, filing, reason=reason[:REASON_MAX], now=now)
    await refresh_lists(conn, city, [row.monitoring_unit_id], now=now)
    for reporter in await _filers(conn, filing, now=now):
        await tell(
            conn,
            city,
            reporter,
            msg(
                "returned-to-you",
                indicator=row.indicator.name,
                period=filing.period,
                reviewer=await doer(conn, who.id, acting_reviewer(row.monitoring_unit_id), at=now),
                reason=reason[:REASON_MAX],
            ),
            key=f"returned:{filing_id}:{reporter.id}",
            now=now,
            buttons=[
                [
                    go(
                        "file-for" if await on_behalf.one(conn, filing_id) else "file",
                        "button-mend",
                        f"{row.id}.{filing.period}",
                    )
                ]
            ],
        )
    return filing


async def _reviewable(
    conn: AsyncConnection, city: City, who: Person, filing_id: int, *, now: datetime
) -> tuple[Filing, IndicatorRow]:
    filing = await readings.one_filing(conn, filing_id)
    if filing is None:
        raise NotFound("review-gone")
    row = city.indicator(filing.indicator_id)
    if not permissions.may_see_drafts(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotFound("review-gone")
    behalf = await on_behalf.one(conn, filing_id)
    if is_own(who, filing, row):
        raise NotAllowed("review-own", indicator=row.indicator.name)
    if not permissions.may_review(
        who.roles,
        monitoring_unit_id=row.monitoring_unit_id,
        filed_by=filing.filed_by,
        person_id=who.id,
        on_behalf=behalf is not None,
    ):
        raise NotAllowed("review-not-yours", indicator=row.indicator.name)
    if filing.state != "filed":
        raise Outdated("review-already", indicator=row.indicator.name)
    if not await restate.is_correction(conn, filing):
        await check_unlocked(conn, row, filing.period, now=now)
    return filing, row


async def _tell_units(
    conn: AsyncConnection,
    city: City,
    released: Sequence[tuple[Filing, IndicatorRow, list[Reading]]],
    *,
    now: datetime,
) -> None:
    """Give each assessed unit its own figures, and nobody else's, with the time to check them."""
    reviewed = [
        each.id for filing, _, _ in released if (each := await readings.review_of(conn, filing.id))
    ]
    shown = f"{min(reviewed)}.{max(reviewed)}"
    lines: dict[tuple[int, Period], list[Msg]] = {}
    first: dict[tuple[int, Period], int] = {}
    marks = await labels(conn, [filing.id for filing, _, _ in released])
    for filing, row, column in released:
        for reading in column:
            cell = (reading.unit_id, filing.period)
            lines.setdefault(cell, []).append(_marked(row, reading, marks.get(filing.id)))
            first.setdefault(cell, filing.id)
    for (unit_id, period), own in lines.items():
        code = city.unit(unit_id).code
        for contact in await people.with_role(conn, "contact", unit_id, at=now):
            await tell(
                conn,
                city,
                contact,
                msg(
                    "your-figures",
                    unit=city.unit(unit_id).short_name,
                    period=period,
                    lines=own,
                    count=len(own),
                    until=check_until(city, now),
                ),
                key=f"figures:{first[unit_id, period]}:{unit_id}:{contact.id}",
                now=now,
                buttons=[
                    *await _own_evidence(conn, unit_id, period, released),
                    [
                        go("confirm", "button-confirm", f"{code}.{period}.{shown}"),
                        go("dispute-figure", "button-dispute-figure", f"{code}.{period}"),
                    ],
                    [
                        go("unit", "button-own-card", f"{code}.{period}"),
                        go("rank", "button-ranking", f"{city.unit(unit_id).track}.{period}"),
                    ],
                ],
            )


def _marked(row: IndicatorRow, reading: Reading, mark: Msg | None) -> Msg:
    line = figure_line(row, reading)
    return line if mark is None else msg("behalf-figure-line", line=line, mark=mark)


async def _filers(conn: AsyncConnection, filing: Filing, *, now: datetime) -> list[PersonRow]:
    """Return who hears what became of a column: who filed it, or took over, and deputies."""
    if filing.filed_by is None:
        return []
    return await people.answering_for(conn, filing.filed_by, at=now)


async def _tell_reporters(
    conn: AsyncConnection,
    city: City,
    who: Person,
    released: Sequence[tuple[Filing, IndicatorRow, list[Reading]]],
    *,
    now: datetime,
) -> None:
    by_reporter: dict[PersonRow, list[tuple[Filing, IndicatorRow]]] = {}
    for filing, row, _ in released:
        for reporter in await _filers(conn, filing, now=now):
            by_reporter.setdefault(reporter, []).append((filing, row))
    for reporter, columns in by_reporter.items():
        unit_id = columns[0][1].monitoring_unit_id
        name = await doer(conn, who.id, acting_reviewer(unit_id), at=now)
        names = [
            msg("released-line", indicator=row.indicator.name, period=filing.period)
            for filing, row in columns
        ]
        await tell(
            conn,
            city,
            reporter,
            msg("released-for-you", reviewer=name, lines=names, count=len(names)),
            key=f"released:{columns[0][0].id}:{reporter.id}",
            now=now,
        )


async def _own_evidence(
    conn: AsyncConnection,
    unit_id: int,
    period: Period,
    released: Sequence[tuple[Filing, IndicatorRow, list[Reading]]],
) -> list[list[Button]]:
    """Return the button that opens what was attached to a unit's own figures, if anything was."""
    rows = {row.id for _, row, _ in released}
    there = await evidence.of_period(conn, period, unit_id=unit_id)
    if not any(each.indicator_id in rows for each in there):
        return []
    return [[go("evidence", "evidence-all-of-month", str(period))]]
