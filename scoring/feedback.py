"""What a quarter of observations came to: counted from the events alone, unit by unit.

A quarter counts what happened in it (reported, verified, answered, …) and where everything that was
found true stood at its end. What is open past its term is part of every rate: whoever leaves
things lying does not look quicker for it. A rate of too few is no rate, see `share`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from statistics import median

from scoring.observation_course import State

LEAST = 5
"""Of fewer than these no rate is shown, unless the office sets another number: FixMyStreet's league
of quick towns was won by one with a single report (#1957)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event of an observation; *unit* is the one it was handed to."""

    kind: str
    at: datetime
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """An observation as a report reads it: of whom, of what kind, what happened; by nobody."""

    receipt: str
    unit: str
    category: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time: what happened in [since, until), and how it stood at *until*."""

    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies in it."""
        return self.since <= at < self.until


@dataclass(frozen=True)
class Clock:
    """The city's time: *due* is the term of a state, *told* when a unit read of something.

    *days* are the working days from one moment to another.
    """

    due: Callable[[str, State, datetime], datetime | None]
    told: Callable[[datetime], datetime]
    days: Callable[[datetime, datetime], int]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a unit's observations came to in a window.

    The answers that were due are *in_time*, *late* or *overdue*; a term that runs is in none. All
    that was found true and is not refuted stands as one of *confirmed* (fixed, says the observer),
    *said* (fixed, says the unit), *closed* (not fixed), *overdue*, *running* or *elsewhere*.
    """

    received: int = 0
    verified: int = 0
    refuted: int = 0
    contested: int = 0
    upheld: int = 0
    overturned: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    running: int = 0
    elsewhere: int = 0
    confirmed: int = 0
    said: int = 0
    closed: int = 0
    transfers: int = 0
    revisits: int = 0
    lasting: int = 0
    again: int = 0
    open: int = 0
    late_elsewhere: int = 0
    answer_days: tuple[int, ...] = ()
    fix_days: tuple[int, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{e.name: getattr(self, e.name) + getattr(other, e.name) for e in _FIELDS})

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was counted."""
        return self == Tally()

    @property
    def due(self) -> int:
        """How many answers were due: what is open past its term among them."""
        return self.in_time + self.late + self.overdue

    @property
    def true(self) -> int:
        """How many stood as found true at the end."""
        return self.ripe + self.running + self.elsewhere

    @property
    def ripe(self) -> int:
        """How many of these have come to an end, or should have: no term runs for them."""
        return self.confirmed + self.said + self.closed + self.overdue


_FIELDS = fields(Tally)


def summed(tallies: Iterable[Tally]) -> Tally:
    """Return several tallies as one."""
    total = Tally()
    for each in tallies:
        total += each
    return total


def share(part: int, whole: int, *, least: int) -> Decimal | None:
    """Return part of whole in per cent; None where there are too few for a rate.

    >>> share(3, 4, least=5), share(4, 5, least=5)
    (None, Decimal('80'))
    """
    return None if whole < max(least, 1) else Decimal(part) * 100 / whole


def middle(days: Sequence[int], *, least: int) -> Decimal | None:
    """Return the median of so many days; None where there are too few.

    >>> middle([1, 2, 9], least=3)
    Decimal('2')
    """
    return None if len(days) < max(least, 1) else Decimal(str(median(days)))
