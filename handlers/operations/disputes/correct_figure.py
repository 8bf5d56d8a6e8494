"""File a new version of one figure, for a dispute or a restatement; two people, as always."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import is_number
from handlers.city import City
from handlers.operations.disputes import move_dispute, restate
from handlers.operations.disputes.dispute_terms import SAID_MAX
from handlers.operations.disputes.restate_steps import actable
from handlers.operations.figures import file_readings
from handlers.operations.figures.desk import Typed
from scoring.model import Period
from scoring.refusals import NotFound, Refusal
from storage import confirmations, periods
from storage.people import Person
from storage.readings import Reading


@dataclass(frozen=True)
class About:
    """What a correction is for: the number of a dispute, or of a restatement."""

    number: int
    is_restatement: bool

    @classmethod
    def read(cls, name: str) -> "About | None":
        """Return what a button names: "12" is a dispute, "r12" a restatement."""
        number = name.removeprefix("r")
        return cls(int(number), name.startswith("r")) if is_number(number) else None

    @property
    def name(self) -> str:
        """The bytes behind its button."""
        return f"r{self.number}" if self.is_restatement else str(self.number)


@dataclass(frozen=True)
class Correction:
    """One figure to be corrected: the version in force, why, and what the unit thinks right."""

    about: About
    indicator_id: int
    unit_id: int
    period: Period
    before: Reading
    reason: str
    wanted: str | None


async def correctable(
    conn: AsyncConnection, city: City, who: Person, about: About, *, now: datetime
) -> Correction:
    """Return what this reporter may correct: by a dispute, or by a restatement of the office.

    In a frozen month too: the figure then counts once the office has approved it. Raises as
    `move_dispute.movable`, `restate_steps.actable` and `file_readings.check_open` do.
    """
    if about.is_restatement:
        asked = await actable(conn, city, who, about.number, "file")
        cell, reason, wanted = asked, asked.reason, None
    else:
        found = await move_dispute.movable(conn, city, who, about.number, "file")
        cell, reason, wanted = found, found.reason, found.wanted
    row = city.indicator(cell.indicator_id)
    await file_readings.check_open(conn, city, who, row, cell.period, now=now, despite_lock=True)
    told = await confirmations.in_force(conn, cell.indicator_id, cell.unit_id, cell.period)
    if told is None:
        raise NotFound("dispute-gone")
    return Correction(
        about, cell.indicator_id, cell.unit_id, cell.period, told.reading, reason, wanted
    )


async def correct(
    conn: AsyncConnection,
    city: City,
    who: Person,
    about: About,
    typed: Typed,
    *,
    sent_at: datetime,
    now: datetime,
) -> int:
    """File the corrected figure with its reason; return its column.

    Raises as `correctable` does, and Refusal where the figure is the one in force already.
    """
    found = await correctable(conn, city, who, about, now=now)
    row = city.indicator(found.indicator_id)
    fresh = _reading(city, found, typed)
    if fresh.entry == found.before.entry:
        raise Refusal("correct-figure-same", code=row.indicator.code)
    month = await periods.acts(conn, row.scheme_id, found.period)
    is_locked = periods.locked_since(month, indicator_id=row.id, at=now) is not None
    receipt = await file_readings.hand_in(
        conn,
        city,
        who,
        row,
        found.period,
        [fresh],
        way="steps",
        sent_at=sent_at,
        now=now,
        apart=is_locked,
    )
    number = receipt.filing_id
    if about.is_restatement:
        await restate.filed(conn, city, who, about.number, number, now=now)
    else:
        raised = await move_dispute.movable(conn, city, who, about.number, "file")
        await move_dispute.step(
            conn, city, raised, "file", by=who.id, said=None, now=now, filing_id=number
        )
    return number


def _reading(city: City, found: Correction, typed: Typed) -> Reading:
    if found.unit_id not in {unit.id for unit in city.units_of(city.indicator(found.indicator_id))}:
        raise NotFound("dispute-gone")
    return Reading(
        unit_id=found.unit_id,
        answer=typed.answer,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        reason=f"#{found.about.name} {found.reason}"[:SAID_MAX],
    )
