"""The moments that count: when a figure is due, and when its month is frozen. Everybody asks here.

The scheme's rule says when; an extension (延期) or an outage of ours may have moved it. Whoever
shows, reminds of or judges by a deadline takes it from here, so that a move is a move everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.city import City
from handlers.texts import Value, msg
from scoring import due
from scoring.model import Period
from storage import deadlines as moves
from storage.deadlines import Cause, Move, Moved
from storage.schemes import IndicatorRow

LOOK_BACK = timedelta(days=60)
"""How long after a deadline the last step of its ladder may still be owed, with time to spare."""


@dataclass(frozen=True)
class Deadline:
    """A moment with where it comes from: *rule_at* is the scheme's, *move* what changed it."""

    rule_at: datetime
    move: Move | None = None

    @property
    def at(self) -> datetime:
        """The moment in force."""
        return self.rule_at if self.move is None else self.move.due_at

    @property
    def shown(self) -> Value:
        """The moment as a person reads it, with what moved it."""
        return due_shown(self.at, None if self.move is None else self.move.cause)


@dataclass(frozen=True)
class Deadlines:
    """The deadlines of some months."""

    city: City
    moved: Mapping[Moved, Move]

    def of(self, row: IndicatorRow, period: Period) -> Deadline:
        """Return when an indicator's figures of a month are due."""
        rule_at = due.due_at(row.indicator, period, self.city.calendar, self.city.zone)
        return Deadline(rule_at, self.moved.get((row.id, period)))

    def opens_on(self, row: IndicatorRow, period: Period) -> date:
        """Return the first day on which an indicator's figures of a month may be filed."""
        return due.opens_on(self.of(row, period).at, period, self.city.calendar, self.city.zone)

    def freeze_of(self, period: Period) -> Deadline:
        """Return when the clock freezes a month."""
        rule_at = due.freeze_at(period, self.city.calendar, self.city.zone)
        return Deadline(rule_at, self.moved.get((None, period)))

    def dues(self) -> Mapping[tuple[int, Period], datetime]:
        """Return every figure's deadline that was moved, by its indicator's row id."""
        return {
            (indicator_id, period): move.due_at
            for (indicator_id, period), move in self.moved.items()
            if indicator_id is not None
        }

    def freezes(self) -> Mapping[Period, datetime]:
        """Return every freeze that was moved."""
        return {
            period: move.due_at
            for (indicator_id, period), move in self.moved.items()
            if indicator_id is None
        }


async def of_period(conn: AsyncConnection, city: City, period: Period) -> Deadlines:
    """Return the deadlines of one month."""
    return Deadlines(city, await moves.of_periods(conn, [period]))


async def of_periods(conn: AsyncConnection, city: City, periods: Iterable[Period]) -> Deadlines:
    """Return the deadlines of several months."""
    return Deadlines(city, await moves.of_periods(conn, periods))


async def about(conn: AsyncConnection, city: City, moment: datetime) -> Deadlines:
    """Return the deadlines that something may still be owed about at a moment."""
    return Deadlines(city, await moves.since(conn, moment - LOOK_BACK))


def due_shown(at: datetime, cause: Cause | None) -> Value:
    """Return a deadline as a person reads it: the moment, and why it is not the usual one."""
    match cause:
        case None:
            return at
        case "extension":
            return msg("due-extended", due=at)
        case "outage":
            return msg("due-shifted", due=at)
