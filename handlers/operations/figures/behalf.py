"""Filing for a monitoring unit that has not (代报): who, why, and what the unit says to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import go
from handlers.city import City
from handlers.operations.clock.locks import check_unlocked
from handlers.operations.doer import AS_OFFICE, doer, filer, monitors
from handlers.operations.tell import tell
from handlers.texts import Msg, msg
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
from storage import journal, on_behalf, people, readings
from storage.people import Person, PersonRow
from storage.readings import Filing
from storage.schemes import IndicatorRow

WHY_MAX = 200


@dataclass(frozen=True)
class Behalf:
    """For which monitoring unit the office files, and why."""

    unit_id: int
    why: str


async def check_silent(
    conn: AsyncConnection, who: Person, row: IndicatorRow, period: Period, unit_id: int
) -> None:
    """Raise unless the office may file this column for the unit: only what it has not filed."""
    if not permissions.may_file_on_behalf(who.roles):
        raise NotAllowed("behalf-not-yours")
    if row.monitoring_unit_id != unit_id:
        raise Refusal("behalf-other-unit", indicator=row.indicator.name)
    filed = [
        each
        for each in await readings.filings_for(conn, row.id, period)
        if each.state in ("filed", "released")
    ]
    theirs = await on_behalf.of_filings(conn, [each.id for each in filed])
    if any(each.id not in theirs for each in filed):
        raise Outdated("behalf-filed-already", indicator=row.indicator.name, period=period)


async def note(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    filing_id: int,
    behalf: Behalf,
    *,
    now: datetime,
) -> None:
    """Keep for whom a column was filed, and tell the unit's people and the rest of the office."""
    why = behalf.why.strip()[:WHY_MAX]
    if not why:
        raise Refusal("behalf-why-empty")
    await on_behalf.add(conn, filing_id, unit_id=behalf.unit_id, by=who.id, why=why, now=now)
    by = await doer(conn, who.id, AS_OFFICE, at=now)
    given = {"indicator": row.indicator.name, "period": period, "by": by, "why": why}
    unit = city.unit(behalf.unit_id).short_name
    reporters = await people.with_role(conn, "reporter", behalf.unit_id, at=now)
    reviewers = await people.with_role(conn, "reviewer", behalf.unit_id, at=now)
    mend = go("file", "behalf-file-own", f"{row.id}.{period}")
    object_to = go("object-behalf", "behalf-object", str(filing_id))
    review = go("review", "button-review", str(filing_id))
    office = await people.with_role(conn, "office", at=now)
    for each in dict.fromkeys([*reporters, *reviewers, *office]):
        if each.id == who.id:
            continue
        of_unit = each in reporters or each in reviewers
        buttons = [[mend]] if each in reporters else []
        if each in reviewers or not of_unit:
            buttons.append([review])
        await tell(
            conn,
            city,
            each,
            msg("behalf-told" if of_unit else "behalf-review-asked", unit=unit, **given),
            key=f"behalf:{filing_id}:{each.id}",
            now=now,
            buttons=[*buttons, *([[object_to]] if of_unit else [])],
        )


async def replaced(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    earlier: Sequence[Filing],
    by: Person,
    *,
    now: datetime,
) -> None:
    """Tell whoever had filed for a unit that the unit has filed itself."""
    theirs = await on_behalf.of_filings(conn, [each.id for each in earlier])
    for found in theirs.values():
        for to in await people.answering_for(conn, found.by, at=now):
            await tell(
                conn,
                city,
                to,
                msg(
                    "behalf-replaced",
                    unit=city.unit(found.unit_id).short_name,
                    indicator=row.indicator.name,
                    period=period,
                    by=await doer(conn, by.id, filer(row.monitoring_unit_id), at=now),
                ),
                key=f"behalf-replaced:{found.filing_id}:{to.id}:{now.isoformat()}",
                now=now,
            )


async def objectionable(
    conn: AsyncConnection, city: City, who: Person, filing_id: int, *, now: datetime
) -> tuple[Filing, IndicatorRow]:
    """Return a column filed for this person's unit that can still be objected to; raise otherwise.

    Raises NotFound for what was not filed for their unit, Outdated once it was replaced or sent
    back, Locked once the month is frozen.
    """
    filing = await readings.one_filing(conn, filing_id)
    found = await on_behalf.one(conn, filing_id)
    if filing is None or found is None:
        raise NotFound("behalf-gone")
    if not permissions.may_object(who.roles, monitoring_unit_id=found.unit_id):
        raise NotFound("behalf-gone")
    row = city.indicator(filing.indicator_id)
    if filing.state not in ("filed", "released"):
        raise Outdated("behalf-over", indicator=row.indicator.name)
    await check_unlocked(conn, row, filing.period, now=now)
    return filing, row


async def object_to(
    conn: AsyncConnection, city: City, who: Person, filing_id: int, *, said: str, now: datetime
) -> IndicatorRow:
    """Record what the unit says against a column filed for it; reviewers and office are told.

    Raises as `objectionable` does, Refusal without words.
    """
    filing, row = await objectionable(conn, city, who, filing_id, now=now)
    words = said.strip()[:WHY_MAX]
    if not words:
        raise Refusal("behalf-object-empty")
    await on_behalf.object_to(conn, filing_id, by=who.id, said=words, now=now)
    count = len(await on_behalf.objections(conn, filing_id))
    await journal.add(
        conn,
        person_id=who.id,
        act="behalf-objected",
        subject=f"{row.indicator.code} {filing.period}",
        detail={
            "filing": filing_id,
            "said": words,
            **who.as_deputy("reporter", row.monitoring_unit_id),
        },
        at=now,
    )
    await _tell_objection(conn, city, who, filing, row, words, count, now=now)
    return row


async def _tell_objection(
    conn: AsyncConnection,
    city: City,
    who: Person,
    filing: Filing,
    row: IndicatorRow,
    words: str,
    count: int,
    *,
    now: datetime,
) -> None:
    """Tell the office and the unit's reviewers what the unit says."""
    rows: list[PersonRow] = [
        *await people.with_role(conn, "office", at=now),
        *await people.with_role(conn, "reviewer", row.monitoring_unit_id, at=now),
    ]
    for each in dict.fromkeys(rows):
        if each.id == who.id:
            continue
        await tell(
            conn,
            city,
            each,
            msg(
                "behalf-objected",
                unit=city.unit(row.monitoring_unit_id).short_name,
                indicator=row.indicator.name,
                period=filing.period,
                by=await doer(conn, who.id, monitors(row.monitoring_unit_id), at=now),
                said=words,
            ),
            key=f"behalf-objection:{filing.id}:{count}:{each.id}",
            now=now,
            buttons=[[go("review", "button-review", str(filing.id))]]
            if filing.state == "filed"
            else [],
        )


async def labels(conn: AsyncConnection, filing_ids: Iterable[int]) -> dict[int, Msg]:
    """Return for each column that was filed for its unit what every view of it says: 代报."""
    found = await on_behalf.of_filings(conn, filing_ids)
    return {
        filing_id: msg(
            "behalf-label", by=await doer(conn, each.by, AS_OFFICE, at=each.at), why=each.why
        )
        for filing_id, each in found.items()
    }


async def label(conn: AsyncConnection, filing_id: int) -> Msg:
    """Return a column's label 代报 with who and why; nothing for what its unit filed itself."""
    return (await labels(conn, [filing_id])).get(filing_id, msg("nothing"))


async def objection_lines(conn: AsyncConnection, filing_id: int) -> list[Msg]:
    """Return what the unit said against a column, a line each."""
    found = await on_behalf.one(conn, filing_id)
    if found is None:
        return []
    return [
        msg(
            "behalf-objection-line",
            by=await doer(conn, each.by, monitors(found.unit_id), at=each.at),
            said=each.said,
            at=each.at,
        )
        for each in await on_behalf.objections(conn, filing_id)
    ]
