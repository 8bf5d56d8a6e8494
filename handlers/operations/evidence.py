"""Evidence beside figures: attached by their reporter until the lock, shown to whom it concerns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.locks import check_unlocked
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import evidence, journal, readings
from storage.evidence import Attached, Piece
from storage.people import Person
from storage.readings import Filing, Reading
from storage.schemes import IndicatorRow

PIECES_MAX = 20
"""The most that can be attached to one column."""


@dataclass(frozen=True)
class Lack:
    """An indicator whose evidence is compulsory and not there; *units* that are not covered."""

    row: IndicatorRow
    units: tuple[str, ...]


async def attach(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    piece: Piece,
    *,
    now: datetime,
) -> bool:
    """Attach a piece to the newest column of an indicator; False if it was attached before.

    Raises NotAllowed for anybody but a reporter of the monitoring unit, NotFound where nothing was
    handed in, Locked once the month is frozen, Refusal beyond the most a column may have.
    """
    filing = await check_attachable(conn, who, row, period, now=now)
    asked = {unit.id for unit in city.units_of(row)}
    if piece.unit_id is not None and piece.unit_id not in asked:
        raise NotFound("file-unit-not-asked", indicator=row.indicator.name)
    return await _add(conn, who, row, filing.id, period, [piece], now=now) > 0


async def check_attachable(
    conn: AsyncConnection, who: Person, row: IndicatorRow, period: Period, *, now: datetime
) -> Filing:
    """Return the column that evidence would be attached to; raises as `attach` does."""
    if not permissions.may_file(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        raise NotAllowed("file-not-yours", indicator=row.indicator.name)
    await check_unlocked(conn, row, period, now=now)
    filings = await readings.filings_for(conn, row.id, period)
    if not filings:
        raise NotFound("evidence-nothing-filed", indicator=row.indicator.name, period=period)
    return filings[-1]


async def attach_all(
    conn: AsyncConnection,
    who: Person,
    row: IndicatorRow,
    filing_id: int,
    period: Period,
    pieces: Sequence[Piece],
    *,
    now: datetime,
) -> None:
    """Attach what came with a column that has just been handed in."""
    if pieces:
        await _add(conn, who, row, filing_id, period, pieces, now=now)


async def _add(
    conn: AsyncConnection,
    who: Person,
    row: IndicatorRow,
    filing_id: int,
    period: Period,
    pieces: Sequence[Piece],
    *,
    now: datetime,
) -> int:
    there = await evidence.of_column(conn, row.id, period)
    if len(there) + len(pieces) > PIECES_MAX:
        raise Refusal("evidence-too-many", indicator=row.indicator.name, most=PIECES_MAX)
    added = [
        piece
        for piece in pieces
        if await evidence.attach(conn, filing_id, row.id, period, piece, by=who.id, now=now)
    ]
    if added:
        await journal.add(
            conn,
            person_id=who.id,
            act="evidence-attached",
            subject=f"{row.indicator.code} {period}",
            detail={
                "filing": filing_id,
                "pieces": [
                    {"kind": each.kind, "name": each.name, "unit": each.unit_id} for each in added
                ],
            },
            at=now,
        )
    return len(added)


# --- compulsory evidence -----------------------------------------------------------------------


async def lack(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    column: Iterable[Reading],
    pieces: Iterable[Piece],
) -> Lack | None:
    """Return what a column still lacks of compulsory evidence; None if nothing.

    One piece about the whole column is enough, or one for every unit with a figure. What was
    attached to a column that came back still counts; what was released with another one does not.
    """
    if row.indicator.evidence != "required":
        return None
    standing = await evidence.standing_for(conn, row.id, period)
    covered = {piece.unit_id for piece in (*pieces, *(each.piece for each in standing))}
    figures = {reading.unit_id for reading in column if reading.answer == "value"}
    open_units = figures - covered
    if None in covered or not open_units:
        return None
    return Lack(row, tuple(city.unit(unit_id).short_name for unit_id in sorted(open_units)))


# --- who sees it -------------------------------------------------------------------------------


async def seen_by(
    conn: AsyncConnection, city: City, who: Person, found: Sequence[Attached]
) -> list[Attached]:
    """Return those pieces that a person may open.

    The unit that files, its reviewer, the office and the auditor see all. An assessed unit sees
    what was attached to its own figure once that figure was released, never a whole column, which
    holds the others' figures.
    """
    released: Mapping[int, bool] = {
        filing_id: await _is_released(conn, filing_id)
        for filing_id in {each.filing_id for each in found}
    }
    return [
        each
        for each in found
        if permissions.may_see_evidence(
            who.roles,
            monitoring_unit_id=city.indicator(each.indicator_id).monitoring_unit_id,
            unit_id=each.piece.unit_id,
            is_released=released[each.filing_id],
        )
    ]


async def _is_released(conn: AsyncConnection, filing_id: int) -> bool:
    """Whether the column a piece came with was released; a later one of the same cells as well."""
    review = await readings.review_of(conn, filing_id)
    if review is not None and review.outcome == "released":
        return True
    own = await readings.one_filing(conn, filing_id)
    if own is None:
        return False
    later = await readings.filings_for(conn, own.indicator_id, own.period)
    return any(each.id > filing_id and each.state == "released" for each in later)


async def opened(
    conn: AsyncConnection,
    city: City,
    who: Person,
    row: IndicatorRow,
    period: Period,
    *,
    now: datetime,
) -> list[Attached]:
    """Return the pieces of a column this person may open, and record that they opened them.

    Raises NotFound where there is nothing they may see: whether there is more is not said.
    """
    shown = await seen_by(conn, city, who, await evidence.of_column(conn, row.id, period))
    if not shown:
        raise NotFound("evidence-none", indicator=row.indicator.name, period=period)
    await journal.add(
        conn,
        person_id=who.id,
        act="evidence-opened",
        subject=f"{row.indicator.code} {period}",
        detail={"pieces": [each.id for each in shown]},
        at=now,
    )
    return shown
