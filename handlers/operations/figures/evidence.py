"""Evidence beside figures: attached until the lock, taken back until the release, seen by few."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.operations.clock.locks import check_unlocked
from scoring import permissions
from scoring.model import Period
from scoring.refusals import NotAllowed, NotFound, Outdated, Refusal
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
                **who.as_deputy("reporter", row.monitoring_unit_id),
            },
            at=now,
        )
    return len(added)


async def withdraw(
    conn: AsyncConnection, city: City, who: Person, evidence_id: int, *, now: datetime
) -> Attached:
    """Take a piece back before its figures are released; its row stays, and says who did so.

    Raises NotFound for what this person may not see, and else as `check_withdrawable` does.
    """
    found = await withdrawable(conn, city, who, evidence_id, now=now)
    await evidence.withdraw(conn, evidence_id, by=who.id, now=now)
    row = city.indicator(found.indicator_id)
    await journal.add(
        conn,
        person_id=who.id,
        act="evidence-withdrawn",
        subject=f"{row.indicator.code} {found.period}",
        detail={
            "piece": evidence_id,
            "name": found.piece.name,
            **who.as_deputy("reporter", row.monitoring_unit_id),
        },
        at=now,
    )
    return found


async def withdrawable(
    conn: AsyncConnection, city: City, who: Person, evidence_id: int, *, now: datetime
) -> Attached:
    """Return a piece this person may take back now.

    Raises NotFound for what they may not see, NotAllowed unless they sent it or answer for whoever
    did, Outdated if it is taken back already, Refusal once its figures are released (only a
    correction brings other evidence then) and where compulsory evidence would be missing, Locked
    once the month is frozen.
    """
    found = await evidence.one(conn, evidence_id)
    if found is None or not await seen_by(conn, city, who, [found]):
        raise NotFound("evidence-gone")
    row = city.indicator(found.indicator_id)
    may_file = permissions.may_file(who.roles, monitoring_unit_id=row.monitoring_unit_id)
    if not who.answers_for(found.by) or not (may_file or who.holds("office")):
        raise NotAllowed("evidence-not-yours", name=found.piece.name)
    if found.withdrawn_at is not None:
        raise Outdated("evidence-withdrawn-already", name=found.piece.name)
    if await _is_released(conn, found.filing_id):
        no = Refusal("evidence-released", name=found.piece.name, indicator=row.indicator.name)
        raise no.leading_to("file", "evidence-correct", f"{row.id}.{found.period}")
    await check_unlocked(conn, row, found.period, now=now)
    if await _is_needed(conn, city, row, found):
        raise Refusal("evidence-needed", name=found.piece.name, indicator=row.indicator.name)
    return found


async def _is_needed(conn: AsyncConnection, city: City, row: IndicatorRow, piece: Attached) -> bool:
    """Whether a column that waits for its review would lack compulsory evidence without it."""
    filings = await readings.filings_for(conn, row.id, piece.period)
    if not filings or filings[-1].state != "filed":
        return False  # What came back is handed in again, and asked for its evidence then.
    column = await readings.readings_of(conn, filings[-1].id)
    lacking = await lack(conn, city, row, piece.period, column, (), but_for=piece.id)
    return lacking is not None


# --- compulsory evidence -----------------------------------------------------------------------


async def lack(
    conn: AsyncConnection,
    city: City,
    row: IndicatorRow,
    period: Period,
    column: Iterable[Reading],
    pieces: Iterable[Piece],
    *,
    but_for: int | None = None,
) -> Lack | None:
    """Return what a column still lacks of compulsory evidence; None if nothing.

    *but_for* is a piece that is not counted.

    One piece about the whole column is enough, or one for every unit with a figure. What was
    attached to a column that came back still counts; what was released with another one does not.
    """
    if row.indicator.evidence != "required":
        return None
    found = await evidence.standing_for(conn, row.id, period)
    standing = [each for each in found if each.id != but_for]
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
    if not shown and not await taken_back(conn, who, row, period):
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


async def taken_back(
    conn: AsyncConnection, who: Person, row: IndicatorRow, period: Period
) -> list[Attached]:
    """Return what was taken back of a column, for whoever sees drafts; it is not opened again."""
    if not permissions.may_see_drafts(who.roles, monitoring_unit_id=row.monitoring_unit_id):
        return []
    found = await evidence.of_column(conn, row.id, period, withdrawn=True)
    return [each for each in found if each.withdrawn_at is not None]
