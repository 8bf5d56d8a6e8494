"""The shape of every course a unit is led through step by step: who is awaited, who may do what.

A course is data. A move that is in none of its tables is refused, and what happens when a clock
runs out stands there too, so that nothing waits for nobody and no check is stepped over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["unit", "addressee", "owner", "office", "independent", "checker"]
"""The unit's contacts; whom it is addressed to; who opened it; the office; a second person of the
office or the committee, neither who opened it nor of the unit; the one named to check."""


@dataclass(frozen=True)
class Term:
    """How long a state may last: working days, or calendar months."""

    working_days: int = 0
    months: int = 0


@dataclass(frozen=True)
class Move:
    """What some sides may do: from each state to which; *in_words* and *with_file* as asked.

    *or_spoken* lets a voice message stand for the words.
    """

    by: frozenset[Side]
    leads: Mapping[str, str]
    in_words: bool = False
    with_file: bool = False
    or_spoken: bool = False


@dataclass(frozen=True)
class Course:
    """One course: where it starts, whose turn it is, the moves, the terms, what silence does.

    *rests* are states in which only the clock is awaited. In *until_finish* states the day set for
    the whole matter is the term, or ends it earlier.
    """

    name: str
    start: str
    awaited: Mapping[str, Side]
    moves: Mapping[str, Move]
    terms: Mapping[str, Term]
    runs_out: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    rests: frozenset[str] = frozenset()
    until_finish: frozenset[str] = frozenset()

    @property
    def open_states(self) -> frozenset[str]:
        """The states in which somebody is awaited."""
        return frozenset(self.awaited)

    @property
    def states(self) -> frozenset[str]:
        """Every state there is."""
        led_to = {target for move in self.moves.values() for target in move.leads.values()}
        run_to = {target for _, target in self.runs_out.values()}
        return frozenset({self.start, *self.awaited, *self.rests, *led_to, *run_to})

    def deeds(self, state: str, sides: Iterable[Side]) -> frozenset[str]:
        """Return what somebody on these sides may do while it stands so."""
        mine = frozenset(sides)
        return frozenset(
            deed for deed, move in self.moves.items() if state in move.leads and move.by & mine
        )


def by(*sides: Side) -> frozenset[Side]:
    """Return the sides that may make a move."""
    return frozenset(sides)


def all_to(target: str, *sources: str) -> Mapping[str, str]:
    """Return the same way from each of several states."""
    return dict.fromkeys(sources, target)
