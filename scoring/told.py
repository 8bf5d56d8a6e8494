"""Points together with the facts that explain them; the sentences are written elsewhere.

A `Because` names a message (`why-progress`) and the numbers that belong in it, so that an
explanation in any language is the computation itself and cannot disagree with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from scoring.rounding import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

Told: TypeAlias = Decimal | int | str


def shown_value(value: Told) -> str:
    """Write a number for a person, and leave a word as it is."""
    return shown(value) if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True, slots=True)
class Because:
    """One fact with its numbers, and the facts it rests on."""

    fact: str
    given: tuple[tuple[str, Told], ...] = ()
    parts: tuple[Because, ...] = ()

    def value(self, name: str) -> Told:
        """Return one of the numbers; raise KeyError if the fact has none of this name."""
        return dict(self.given)[name]

    def texts(self) -> dict[str, str]:
        """Return the numbers as a person reads them."""
        return {name: shown_value(value) for name, value in self.given}

    def all_facts(self) -> Iterator[Because]:
        """Yield this fact and every fact below it, depth first."""
        yield self
        for part in self.parts:
            yield from part.all_facts()


@dataclass(frozen=True, slots=True)
class Scored:
    """Points awarded, not yet rounded, and why."""

    points: Decimal
    because: Because


@dataclass(frozen=True, slots=True)
class Unscored:
    """The rule has no answer for this unit in this period, and why."""

    because: Because


Outcome: TypeAlias = Scored | Unscored
