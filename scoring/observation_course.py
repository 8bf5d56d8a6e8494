"""The course of an observation (观勘链): who is awaited, how long, and what each side may do.

The whole course is the tables below. A move that is in none of them is refused; what time does is
in them too, so that nothing waits for nobody. Closed is never another word for fixed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["observer", "verifier", "unit", "office"]
OpenState: TypeAlias = Literal[
    "filed",
    "verified",
    "dispatched",
    "partly",
    "not_fixed",
    "transferring",
    "unit_contests",
    "observer_contests",
    "closure_contested",
    "answered",
    "declined",
    "refuted",
    "fixed",
    "revisit",
    "stuck",
]
ClosedState: TypeAlias = Literal[
    "withdrawn", "dismissed", "lasting", "resolved", "unconfirmed", "closed"
]
State: TypeAlias = Literal[OpenState, ClosedState]
Deed: TypeAlias = Literal[
    "verified",
    "refuted",
    "withdrawn",
    "dispatched",
    "answered",
    "partly_answered",
    "declined",
    "transfer_asked",
    "transfer_refused",
    "unit_contested",
    "observer_contested",
    "closure_contested",
    "sustained",
    "fixed",
    "partly_fixed",
    "not_fixed",
    "accepted",
    "still_fixed",
    "reopened",
    "ordered",
    "ended",
]
"""A deed is also the kind of the event that it leaves."""

TRANSFERS_MAX = 2
"""How often units may ask for a transfer; beyond it the last one keeps it (退单 tug-of-war)."""
ROUNDS_MAX = 3
"""How often it may go back to a unit as not fixed before the office decides."""


@dataclass(frozen=True)
class Move:
    """What one side may do: from which states, to which one; *in_words* if it needs a reason.

    One that is only there *if_alone* is the office's, for a side in which nobody can be reached.
    """

    by: Side
    sources: frozenset[State]
    target: State
    in_words: bool = False
    if_alone: Side | None = None


@dataclass(frozen=True)
class Past:
    """How often things that may not go on for ever have happened to one observation."""

    transfers: int = 0
    rounds: int = 0
    unit_contests: int = 0
    observer_contests: int = 0
    closure_contests: int = 0
    partly_answered: int = 0
    reopened: int = 0


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


WITH_UNIT = _from("dispatched", "partly", "not_fixed")
CONTESTED = _from("unit_contests", "observer_contests", "closure_contested")
HEARD_BY_UNIT = WITH_UNIT | _from(
    "transferring",
    "unit_contests",
    "closure_contested",
    "answered",
    "declined",
    "fixed",
    "revisit",
    "stuck",
    "lasting",
    "resolved",
    "unconfirmed",
    "closed",
)
"""Where an observation is known to its unit; one refuted after the unit contested it is, too."""

AWAITED: Mapping[State, Side] = {
    "filed": "verifier",
    "verified": "office",
    "dispatched": "unit",
    "partly": "unit",
    "not_fixed": "unit",
    "transferring": "office",
    "unit_contests": "verifier",
    "observer_contests": "verifier",
    "closure_contested": "verifier",
    "answered": "observer",
    "declined": "observer",
    "refuted": "observer",
    "revisit": "observer",
    "stuck": "office",
}
"""Whose turn it is. What is fixed awaits the day of the follow-up; closed states await nobody."""

MOVES: Mapping[Deed, tuple[Move, ...]] = {
    "verified": (
        Move("verifier", _from("filed"), "verified"),
        Move("verifier", _from("observer_contests"), "verified"),
    ),
    "refuted": (
        Move("verifier", _from("filed"), "refuted", in_words=True),
        Move("verifier", _from("unit_contests"), "dismissed", in_words=True),
    ),
    "withdrawn": (Move("observer", _from("filed"), "withdrawn"),),
    "dispatched": (
        Move("office", _from("verified", "transferring"), "dispatched"),
        Move("office", WITH_UNIT, "dispatched", if_alone="unit"),
    ),
    "answered": (Move("unit", WITH_UNIT, "answered", in_words=True),),
    "partly_answered": (Move("unit", _from("dispatched", "not_fixed"), "partly", in_words=True),),
    "declined": (Move("unit", WITH_UNIT, "declined", in_words=True),),
    "transfer_asked": (Move("unit", WITH_UNIT, "transferring", in_words=True),),
    "transfer_refused": (Move("office", _from("transferring"), "dispatched", in_words=True),),
    "unit_contested": (Move("unit", _from("dispatched"), "unit_contests", in_words=True),),
    "observer_contested": (Move("observer", _from("refuted"), "observer_contests", in_words=True),),
    "closure_contested": (Move("observer", _from("declined"), "closure_contested", in_words=True),),
    "sustained": (
        Move("verifier", _from("unit_contests"), "dispatched", in_words=True),
        Move("verifier", _from("observer_contests"), "dismissed", in_words=True),
        Move("verifier", _from("closure_contested"), "closed", in_words=True),
    ),
    "fixed": (Move("observer", _from("answered", "partly"), "fixed"),),
    "partly_fixed": (Move("observer", _from("answered"), "partly", in_words=True),),
    "not_fixed": (Move("observer", _from("answered"), "not_fixed"),),
    "accepted": (
        Move("observer", _from("declined"), "closed"),
        Move("observer", _from("refuted"), "dismissed"),
    ),
    "still_fixed": (Move("observer", _from("revisit"), "lasting"),),
    "reopened": (Move("observer", _from("fixed", "revisit"), "not_fixed"),),
    "ordered": (
        Move("verifier", _from("closure_contested"), "not_fixed", in_words=True),
        Move("office", _from("stuck"), "not_fixed", in_words=True),
        Move("office", _from("answered", "declined"), "not_fixed", True, if_alone="observer"),
    ),
    "ended": (
        Move("office", _from("stuck"), "closed", in_words=True),
        Move("office", WITH_UNIT, "closed", in_words=True, if_alone="unit"),
        Move("office", _from("declined"), "closed", in_words=True, if_alone="observer"),
        Move("office", _from("answered"), "unconfirmed", in_words=True, if_alone="observer"),
        Move("office", _from("refuted"), "dismissed", in_words=True, if_alone="observer"),
        Move("office", _from("revisit"), "resolved", in_words=True, if_alone="observer"),
    ),
}

WORKING_DAYS: Mapping[State, int] = {
    "verified": 1,
    "transferring": 2,
    "unit_contests": 5,
    "observer_contests": 5,
    "closure_contested": 5,
    "answered": 10,
    "declined": 5,
    "refuted": 5,
    "revisit": 10,
    "stuck": 3,
}
"""The terms that are the same for all; to verify and to answer each category has its own.

Nothing of the city's own terms is published; a contest takes five days.
"""

RUNS_OUT: Mapping[State, State] = {
    "answered": "unconfirmed",
    "declined": "closed",
    "refuted": "dismissed",
    "fixed": "revisit",
    "revisit": "resolved",
}
"""Where silence leads. Nobody's silence makes anything fixed, and a unit's silence ends nothing."""

OPEN: frozenset[State] = frozenset(AWAITED) | _from("fixed")
FIXED: frozenset[State] = _from("fixed", "revisit", "lasting", "resolved")
"""Where the observer has said that it is fixed, and has not taken it back."""
REFUTED: frozenset[State] = _from("refuted", "observer_contests", "dismissed")

COUNTED: Mapping[str, str] = {
    "transfer_asked": "transfers",
    "not_fixed": "rounds",
    "partly_fixed": "rounds",
    "unit_contested": "unit_contests",
    "observer_contested": "observer_contests",
    "closure_contested": "closure_contests",
    "partly_answered": "partly_answered",
    "reopened": "reopened",
}
ONCE: frozenset[Deed] = frozenset(
    {
        "unit_contested",
        "observer_contested",
        "closure_contested",
        "partly_answered",
        "reopened",
    }
)
"""What happens once to an observation, whoever does it; the result of a contest is final."""


def past(kinds: list[str]) -> Past:
    """Return what has happened to an observation, from the kinds of its events.

    >>> past(["filed", "verified", "dispatched", "transfer_asked", "transfer_refused"]).transfers
    1
    """
    count = dict.fromkeys(COUNTED.values(), 0)
    for kind in kinds:
        if kind in COUNTED:
            count[COUNTED[kind]] += 1
    return Past(**count)


def move_of(deed: Deed, *, state: State, alone: frozenset[Side] = frozenset()) -> Move | None:
    """Return the move this deed is in a state, where *alone* are sides that nobody can reach."""
    for move in MOVES[deed]:
        if state in move.sources and (move.if_alone is None or move.if_alone in alone):
            return move
    return None


def is_used_up(deed: Deed, before: Past) -> bool:
    """Whether a deed can be done no more, because it was done as often as it may be.

    What a second verifier has decided is final for both sides.

    >>> is_used_up("transfer_asked", Past(transfers=2))
    True
    >>> is_used_up("unit_contested", Past(observer_contests=1))
    True
    """
    if deed == "transfer_asked":
        return before.transfers >= TRANSFERS_MAX
    if deed in {"unit_contested", "observer_contested"}:
        return before.unit_contests + before.observer_contests > 0
    return deed in ONCE and getattr(before, COUNTED[deed]) > 0


def target_of(deed: Deed, move: Move, before: Past) -> State:
    """Return where a move leads, given what has happened before.

    Whoever has been asked once weeks later is not asked again, and what has gone back often enough
    is the office's to decide.
    """
    if deed == "fixed" and before.reopened:
        return "resolved"
    if deed in {"not_fixed", "partly_fixed"} and before.rounds >= ROUNDS_MAX:
        return "stuck"
    return move.target


def is_open(state: State) -> bool:
    """Whether an observation still waits for somebody, or for its follow-up."""
    return state in OPEN
