"""Where an observation stood after each of its events, read from the events alone."""

from collections.abc import Iterable
from typing import cast, get_args

from scoring.observation_course import (
    MOVES,
    RUNS_OUT,
    Deed,
    Past,
    Side,
    State,
    move_of,
    past,
    target_of,
)

SIDES: frozenset[Side] = frozenset(get_args(Side))
BY_TIME = frozenset({"lapsed", "asked_again"})


def replay(kinds: Iterable[str]) -> list[State]:
    """Return the state after each event; what moves nothing leaves it as it was.

    An event that was not possible there, as rows of an older version may hold one, leads to where
    it leads first of all.

    >>> replay(["filed", "verified", "dispatched", "answered", "lapsed"])
    ['filed', 'verified', 'dispatched', 'answered', 'unconfirmed']
    """
    states: list[State] = []
    before: list[str] = []
    stands: State = "filed"
    for kind in kinds:
        stands = _after(stands, kind, past(before))
        states.append(stands)
        before.append(kind)
    return states


def _after(stands: State, kind: str, before: Past) -> State:
    if kind in BY_TIME:
        return RUNS_OUT.get(stands, stands)
    if kind not in MOVES:
        return stands
    deed = cast("Deed", kind)
    move = move_of(deed, state=stands, alone=SIDES) or MOVES[deed][0]
    return target_of(deed, move, before)
