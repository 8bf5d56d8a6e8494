"""What was asked of figures (核对提问), of whom, and which figures were vouched all the same.

Rows are added and never changed. A question is asked once about the same figures; what became of
it is read from the columns that were handed in afterwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from scoring.model import Period
from scoring.oddities import Oddity, OddityKind
from scoring.told import Told
from storage.once import add_once
from storage.schema import filing, question, reading, vouched_figure

Outcome: TypeAlias = Literal["mended", "false", "vouched", "open"]
"""Mended: another figure was handed in, the question was right. False: the same figure was
released. Vouched: the same figure was handed in with a reason, or without one where none was
needed, and nobody has released it. Open: nothing has been handed in since."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as it was put: about one unit's figure, or about the column (*unit_id* None).

    *about* are the figures it was asked about, digit for digit.
    """

    indicator_id: int
    period: Period
    unit_id: int | None
    about: str
    oddity: Oddity


@dataclass(frozen=True, kw_only=True)
class Known:
    """A question that was put before, and the figures it was about."""

    id: int
    unit_id: int | None
    about: str
    oddity: Oddity


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """A question whose figure was handed in as it was, with the reason that was given."""

    id: int
    unit_id: int | None
    oddity: Oddity
    reason: str | None


@dataclass(slots=True)
class Tally:
    """How often a rule asked, and what became of it."""

    asked: int = 0
    outcomes: dict[Outcome, int] = field(default_factory=dict[Outcome, int])

    def of(self, outcome: Outcome) -> int:
        """Return how many questions ended so."""
        return self.outcomes.get(outcome, 0)

    def add(self, outcome: Outcome) -> None:
        """Count one more question."""
        self.asked += 1
        self.outcomes[outcome] = self.of(outcome) + 1


async def ask(conn: AsyncConnection, asked: Asked, *, of: int | None, now: datetime) -> int:
    """Put a question, unless it was put about the same figures before; return its id."""
    where = f"{asked.indicator_id}:{asked.period}:{asked.unit_id or 0}"
    key = f"{where}:{asked.oddity.kind}:{asked.about}"
    values = {
        "key": key,
        "indicator_id": asked.indicator_id,
        "period": str(asked.period),
        "unit_id": asked.unit_id,
        "rule": asked.oddity.kind,
        "about": asked.about,
        "given": _packed(asked.oddity),
        "asked_of": of,
        "asked_at": now,
    }
    added = await add_once(conn, question, values, unique=question.c.key)
    if added is not None:
        return int(added)
    found = await conn.scalar(sa.select(question.c.id).where(question.c.key == key))
    return int(found or 0)


async def asked_of_column(conn: AsyncConnection, indicator_id: int, period: Period) -> list[Known]:
    """Return every question that was put about an indicator's figures of a month, oldest first."""
    query = (
        sa.select(question)
        .where(question.c.indicator_id == indicator_id, question.c.period == str(period))
        .order_by(question.c.id)
    )
    return [
        Known(id=row.id, unit_id=row.unit_id, about=row.about, oddity=_oddity(row))
        for row in await conn.execute(query)
    ]


async def vouch(
    conn: AsyncConnection, filing_id: int, question_id: int, *, reason: str | None, now: datetime
) -> None:
    """Record that a column was handed in with the figure a question was about."""
    await conn.execute(
        vouched_figure.insert().values(
            question_id=question_id, filing_id=filing_id, reason=reason, at=now
        )
    )


async def vouched_in(conn: AsyncConnection, filing_id: int) -> list[Vouched]:
    """Return the questions a column was handed in with, in the order they were vouched."""
    query = (
        sa.select(question, vouched_figure.c.reason)
        .join(vouched_figure, vouched_figure.c.question_id == question.c.id)
        .where(vouched_figure.c.filing_id == filing_id)
        .order_by(vouched_figure.c.id)
    )
    return [
        Vouched(id=row.id, unit_id=row.unit_id, oddity=_oddity(row), reason=row.reason)
        for row in await conn.execute(query)
    ]


async def vouched_of_period(conn: AsyncConnection, period: Period) -> list[tuple[int, Vouched]]:
    """Return what was vouched of columns as a whole, those under review or in force."""
    query = (
        sa.select(question, vouched_figure.c.reason)
        .join(vouched_figure, vouched_figure.c.question_id == question.c.id)
        .join(filing, filing.c.id == vouched_figure.c.filing_id)
        .where(
            question.c.period == str(period),
            question.c.unit_id.is_(None),
            vouched_figure.c.reason.is_not(None),
            filing.c.state.in_(("filed", "released")),
        )
        .order_by(vouched_figure.c.id)
    )
    return [
        (
            row.indicator_id,
            Vouched(id=row.id, unit_id=None, oddity=_oddity(row), reason=row.reason),
        )
        for row in await conn.execute(query)
    ]


async def tallies(
    conn: AsyncConnection, *, since: Period, until: Period
) -> dict[tuple[OddityKind, int], Tally]:
    """Return how the questions of these months ended, by rule and indicator.

    A question is judged by the newest column handed in since that answers for its unit.
    """
    vouched = await _newest_vouching(conn, since, until)
    newest = await _newest_filings(conn, since, until)
    query = sa.select(question).where(question.c.period.between(str(since), str(until)))
    found: dict[tuple[OddityKind, int], Tally] = {}
    for row in await conn.execute(query):
        handed_in = newest.get((row.indicator_id, row.period, row.unit_id))
        tally = found.setdefault((row.rule, row.indicator_id), Tally())
        tally.add(_outcome(row, handed_in, vouched.get(row.id)))
    return found


def _outcome(
    row: sa.Row[Any], handed_in: tuple[int, str, datetime] | None, vouched_in_filing: int | None
) -> Outcome:
    if handed_in is None or handed_in[2] < row.asked_at:
        return "open"
    filing_id, state, _ = handed_in
    if vouched_in_filing is None or vouched_in_filing < filing_id:
        return "mended"
    return "false" if state == "released" else "vouched"


async def _newest_vouching(
    conn: AsyncConnection, since: Period, until: Period
) -> Mapping[int, int]:
    """Return the newest column in which each question was vouched."""
    query = (
        sa.select(vouched_figure.c.question_id, sa.func.max(vouched_figure.c.filing_id))
        .join(question, question.c.id == vouched_figure.c.question_id)
        .where(question.c.period.between(str(since), str(until)))
        .group_by(vouched_figure.c.question_id)
    )
    return {row[0]: row[1] for row in await conn.execute(query)}


async def _newest_filings(
    conn: AsyncConnection, since: Period, until: Period
) -> Mapping[tuple[int, str, int | None], tuple[int, str, datetime]]:
    """Return the newest column of every cell, and of every indicator and month as a whole."""
    query = (
        sa.select(
            reading.c.indicator_id,
            reading.c.period,
            reading.c.unit_id,
            filing.c.id,
            filing.c.state,
            filing.c.filed_at,
        )
        .join(filing, filing.c.id == reading.c.filing_id)
        .where(reading.c.period.between(str(since), str(until)))
        .order_by(filing.c.id)
    )
    found: dict[tuple[int, str, int | None], tuple[int, str, datetime]] = {}
    for row in await conn.execute(query):
        handed_in = (row.id, row.state, row.filed_at)
        found[row.indicator_id, row.period, row.unit_id] = handed_in
        found[row.indicator_id, row.period, None] = handed_in
    return found


def _packed(oddity: Oddity) -> dict[str, object]:
    numbers: Sequence[list[str]] = [
        [name, type(told).__name__, f"{told:f}" if isinstance(told, Decimal) else str(told)]
        for name, told in oddity.given
    ]
    return {"numbers": numbers, "needs_reason": oddity.needs_reason}


def _oddity(row: sa.Row[Any]) -> Oddity:
    given: list[tuple[str, Told]] = [
        (name, _told(kind, text)) for name, kind, text in row.given["numbers"]
    ]
    return Oddity(row.rule, tuple(given), row.given["needs_reason"])


def _told(kind: str, text: str) -> Told:
    match kind:
        case "Decimal":
            return Decimal(text)
        case "int":
            return int(text)
        case _:
            return text
