"""The course of a restatement: a figure of a frozen month changes only with the office's approval.

Whose turn it is in each state, and what each side may do, as tables. Of a month that has been
released the second member of the office who approves is never the one who proposed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["reporter", "reviewer", "office"]
OpenState: TypeAlias = Literal["figure", "review", "document", "approval"]
ClosedState: TypeAlias = Literal["done", "declined", "withdrawn"]
State: TypeAlias = Literal[OpenState, ClosedState]
Deed: TypeAlias = Literal[
    "file", "send_back", "endorse", "propose", "approve", "decline", "withdraw"
]


@dataclass(frozen=True)
class Move:
    """What one side may do, and from which states; *in_words* if it needs words."""

    by: Side
    sources: frozenset[State]
    in_words: bool = False


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


AWAITED: Mapping[State, Side] = {
    "figure": "reporter",
    "review": "reviewer",
    "document": "office",
    "approval": "office",
}

MOVES: Mapping[Deed, Move] = {
    "file": Move("reporter", _from("figure")),
    "send_back": Move("reviewer", _from("review")),
    "endorse": Move("reviewer", _from("review")),
    "propose": Move("office", _from("document"), in_words=True),
    "approve": Move("office", _from("approval")),
    "decline": Move("office", _from("document", "approval"), in_words=True),
    "withdraw": Move("office", _from("figure", "review")),
}

TARGETS: Mapping[Deed, State] = {
    "file": "review",
    "send_back": "figure",
    "propose": "approval",
    "approve": "done",
    "decline": "declined",
    "withdraw": "withdrawn",
}
"""Where each deed leads; where an endorsement leads, `after_endorsement` says."""

WORKING_DAYS = 3
OPEN: frozenset[State] = frozenset(AWAITED)


def after_endorsement(*, is_released: bool, has_document: bool) -> OpenState:
    """Return what an endorsed figure waits for: a released month needs a document first."""
    return "document" if is_released and not has_document else "approval"


def may_approve(*, is_second: bool, proposed_by: int | None, is_released: bool) -> bool:
    """Whether a member of the office may approve: of a released month, only as a second person.

    *is_second*: somebody else than whoever proposed it, and not their successor or deputy.

    >>> may_approve(is_second=False, proposed_by=1, is_released=True)
    False
    """
    return not is_released or (proposed_by is not None and is_second)
