"""The course of a dispute about one figure: who is awaited, how long, and what each side may do.

The whole course is the tables below. A move that is in none of them is refused; what happens when
a clock runs out is in them too, so that no dispute waits for nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["unit", "monitor", "reporter", "reviewer", "office"]
OpenState: TypeAlias = Literal[
    "raised", "correcting", "filed", "restating", "maintained", "escalated"
]
ClosedState: TypeAlias = Literal[
    "corrected", "replaced", "accepted", "lapsed", "upheld", "withdrawn"
]
State: TypeAlias = Literal[OpenState, ClosedState]
Deed: TypeAlias = Literal[
    "file",
    "send_back",
    "restate",
    "decline",
    "maintain",
    "accept",
    "escalate",
    "uphold",
    "order",
    "withdraw",
]
Outcome: TypeAlias = Literal["corrected", "replaced"]


@dataclass(frozen=True)
class Move:
    """What one side may do: from which states, to which one; *in_words* if it needs a reason."""

    by: Side
    sources: frozenset[State]
    target: State
    in_words: bool = False


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


AWAITED: Mapping[State, Side] = {
    "raised": "monitor",
    "correcting": "reporter",
    "filed": "reviewer",
    "restating": "office",
    "maintained": "unit",
    "escalated": "office",
}
"""Whose turn it is; "monitor" is anybody of the monitoring unit. Closed states await nobody."""

MOVES: Mapping[Deed, Move] = {
    "file": Move("reporter", _from("raised", "correcting", "maintained", "escalated"), "filed"),
    "send_back": Move("reviewer", _from("filed"), "correcting"),
    "restate": Move("reviewer", _from("filed", "correcting", "escalated"), "restating"),
    "decline": Move("office", _from("restating"), "upheld", in_words=True),
    "maintain": Move("monitor", _from("raised"), "maintained", in_words=True),
    "accept": Move("unit", _from("maintained"), "accepted"),
    "escalate": Move("unit", _from("maintained"), "escalated", in_words=True),
    "uphold": Move("office", _from("escalated"), "upheld", in_words=True),
    "order": Move("office", _from("escalated"), "correcting", in_words=True),
    "withdraw": Move("unit", _from("raised", "correcting", "maintained", "escalated"), "withdrawn"),
}

WORKING_DAYS: Mapping[State, int] = {
    "raised": 3,
    "correcting": 3,
    "filed": 2,
    "restating": 3,
    "maintained": 2,
    "escalated": 3,
}
"""The terms of each stage; two days to check and three to answer are the city's proposal."""

CHECK_WORKING_DAYS = 2
"""How long an assessed unit may confirm or dispute a figure it has been told."""

RUNS_OUT: Mapping[State, State] = {
    "raised": "escalated",
    "correcting": "escalated",
    "filed": "escalated",
    "maintained": "lapsed",
}
"""Silence moves it on: the monitoring unit's to the office, the unit's closes it as accepted.

The office's own silence moves nothing: it is reminded on every working day.
"""

OPEN: frozenset[State] = frozenset(AWAITED)
CORRECTED_BY: frozenset[State] = frozenset({"correcting", "filed", "restating"})


def is_open(state: State) -> bool:
    """Whether a dispute still waits for somebody."""
    return state in OPEN


def may(deed: Deed, *, state: State, side: Side) -> bool:
    """Whether a side may do this while a dispute stands so.

    >>> may("maintain", state="raised", side="reviewer")
    True
    >>> may("escalate", state="escalated", side="unit")
    False
    """
    move = MOVES[deed]
    return state in move.sources and _acts_as(side, move.by)


def after_silence(state: State, *, unit_can_hear: bool) -> State | None:
    """Return where a dispute goes when its clock has run out; None if it stays and is urged.

    A unit in which nobody can be reached has not been silent: its dispute goes to the office.
    """
    if state == "maintained" and not unit_can_hear:
        return "escalated"
    return RUNS_OUT.get(state)


def when_replaced(state: State) -> Outcome:
    """Return how an open dispute ends when another figure comes into force in its place."""
    return "corrected" if state in CORRECTED_BY else "replaced"


def _acts_as(side: Side, wanted: Side) -> bool:
    return side == wanted or (wanted == "monitor" and side in {"reporter", "reviewer"})
