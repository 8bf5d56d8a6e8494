"""How much of what was due came on time, late, or not at all: three shares that make a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.rounding import EXACT, apportioned

if TYPE_CHECKING:
    from collections.abc import Iterable

Timeliness: TypeAlias = Literal["on_time", "late", "missing", "open"]
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures counted by how they stand; *open* ones are not yet due and not yet there."""

    on_time: int
    late: int
    missing: int
    open: int

    @property
    def asked(self) -> int:
        """Everything there is to come, due or not."""
        return self.due + self.open

    @property
    def due(self) -> int:
        """What came, and what should have."""
        return self.on_time + self.late + self.missing

    @property
    def came(self) -> int:
        """What is there, in time or not."""
        return self.on_time + self.late

    def shares_pct(self, places: int = 1) -> dict[Timeliness, Decimal]:
        """Return the shares of what was due, which add up to exactly 100; nothing due has none.

        >>> [str(each) for each in Tally(1, 1, 1, 5).shares_pct().values()]
        ['33.4', '33.3', '33.3']
        """
        if not self.due:
            return {}
        counts: dict[Timeliness, int] = {
            "on_time": self.on_time,
            "late": self.late,
            "missing": self.missing,
        }
        parts: dict[Timeliness, Decimal] = {
            name: EXACT.divide(Decimal(count) * _HUNDRED, Decimal(self.due))
            for name, count in counts.items()
        }
        return apportioned(parts, places, _HUNDRED)


def tally(states: Iterable[Timeliness]) -> Tally:
    """Count how figures stand."""
    counted = Counter(states)
    return Tally(counted["on_time"], counted["late"], counted["missing"], counted["open"])
