"""The course of a ledger entry: a claim of points, or points and vetoes proposed against a unit.

Whose turn it is in each state, what each side may do, and what happens when a clock runs out, as
tables. A move that is in none of them is refused. Nothing counts before it was checked by one
person, recognised (审核认定) by another, and shown to everybody (公示).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias, get_args

Side: TypeAlias = Literal["unit", "claimant", "verifier", "office", "contact", "revoker"]
"""*revoker*: whoever proposed to revoke it, and who answers for them now."""
OpenState: TypeAlias = Literal[
    "hearing", "to_check", "unchecked", "returned", "checked", "notice", "objected", "revoking"
]
ClosedState: TypeAlias = Literal["in_force", "refused", "withdrawn", "lapsed", "revoked"]
State: TypeAlias = Literal[OpenState, ClosedState]
Deed: TypeAlias = Literal[
    "answer",
    "check",
    "send_back",
    "resubmit",
    "withdraw",
    "recognise",
    "refuse",
    "object",
    "uphold",
    "dismiss",
    "propose_revoke",
    "revoke",
    "keep",
    "take_back",
]
Origin: TypeAlias = Literal["claim", "proposal", "reversal"]


@dataclass(frozen=True)
class Move:
    """What one side may do: from which states, to which one; *in_words* if it needs a reason."""

    by: frozenset[Side]
    sources: frozenset[State]
    target: State
    in_words: bool = False


def _by(*sides: Side) -> frozenset[Side]:
    return frozenset(sides)


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


AWAITED: Mapping[State, Side] = {
    "hearing": "unit",
    "to_check": "verifier",
    "unchecked": "office",
    "returned": "claimant",
    "checked": "office",
    "objected": "office",
    "revoking": "office",
}
"""Whose turn it is. On public notice nobody is awaited: the clock puts it in force."""

MOVES: Mapping[Deed, Move] = {
    "answer": Move(_by("unit"), _from("hearing"), "to_check", in_words=True),
    "check": Move(_by("verifier", "office"), _from("to_check", "unchecked"), "checked"),
    "send_back": Move(
        _by("verifier", "office"), _from("to_check", "unchecked"), "returned", in_words=True
    ),
    "resubmit": Move(_by("claimant"), _from("returned"), "to_check", in_words=True),
    "withdraw": Move(
        _by("claimant"),
        _from("hearing", "to_check", "unchecked", "returned", "checked"),
        "withdrawn",
    ),
    "recognise": Move(_by("office"), _from("checked"), "notice"),
    "refuse": Move(_by("office"), _from("checked"), "refused", in_words=True),
    "object": Move(_by("contact"), _from("notice", "objected"), "objected", in_words=True),
    "uphold": Move(_by("office"), _from("objected"), "refused", in_words=True),
    "dismiss": Move(_by("office"), _from("objected"), "notice", in_words=True),
    "propose_revoke": Move(_by("office"), _from("in_force"), "revoking", in_words=True),
    "revoke": Move(_by("office"), _from("revoking"), "revoked"),
    "keep": Move(_by("office"), _from("revoking"), "in_force", in_words=True),
    "take_back": Move(_by("revoker"), _from("revoking"), "in_force"),
}
"""The office checks only what the verifying unit left over: `may` asks that too.

Until a second member of the office agrees, what is to be revoked goes on to count.
"""

RUNS_OUT: Mapping[State, State] = {
    "hearing": "to_check",
    "to_check": "unchecked",
    "returned": "lapsed",
    "notice": "in_force",
}
"""Where silence leads. The office's own leads nowhere: it is reminded on every working day."""

DAYS_MAX = 250
OPEN: frozenset[State] = frozenset(get_args(OpenState))
BEFORE_RECOGNITION: frozenset[State] = frozenset(
    {"hearing", "to_check", "unchecked", "returned", "checked"}
)
PUBLIC: frozenset[State] = frozenset({"notice", "objected", "in_force", "revoking", "revoked"})
"""Recognised once: from here on everybody inside may see it, with its evidence."""
FALLEN: frozenset[State] = frozenset({"refused", "withdrawn", "lapsed", "revoked"})


@dataclass(frozen=True, slots=True)
class LedgerTerms:
    """How many working days a scheme gives to each state."""

    hearing: int = 5
    to_check: int = 3
    unchecked: int = 3
    returned: int = 5
    checked: int = 5
    notice: int = 5
    objected: int = 5
    revoking: int = 5

    def __str__(self) -> str:
        return "|".join(f"{each.name}:{getattr(self, each.name)}" for each in fields(self))

    def days(self, state: State) -> int | None:
        """Return the working days of a state; None where no clock runs."""
        return getattr(self, state) if state in OPEN else None


def ledger_terms(text: str) -> LedgerTerms:
    """Read terms as a scheme writes them; what it leaves out is as proposed here.

    Raise ValueError for an unknown state or anything but whole days from one up.

    >>> ledger_terms("notice:7").days("notice")
    7
    """
    known = {each.name for each in fields(LedgerTerms)}
    said: dict[str, int] = {}
    for part in filter(None, text.split("|")):
        name, _, digits = (each.strip() for each in part.partition(":"))
        if name not in known:
            msg = f"unknown: {name!r}"
            raise ValueError(msg)
        if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= DAYS_MAX):
            msg = f"not a number of days: {part.strip()!r}"
            raise ValueError(msg)
        said[name] = int(digits)
    return LedgerTerms(**said)


def begins(origin: Origin, *, is_hard_on_unit: bool) -> State:
    """Return where an entry begins: whoever is to lose by it is heard before anything else.

    >>> begins("claim", is_hard_on_unit=False)
    'to_check'
    """
    if origin == "reversal":
        return "in_force"
    return "hearing" if is_hard_on_unit else "to_check"


def may(
    deed: Deed,
    *,
    state: State,
    sides: frozenset[Side],
    was_checker: bool = False,
    was_claimant: bool = False,
    verifier_is_silent: bool = False,
) -> bool:
    """Whether somebody of these sides may do this while an entry stands so.

    Nobody checks what they claimed themselves, and nobody recognises what they claimed or checked:
    two people, always; so it is with revoking. The office checks where the verifying unit let its
    time pass, or where nobody of it can (*verifier_is_silent*).

    >>> may("recognise", state="checked", sides=frozenset({"office"}), was_checker=True)
    False
    """
    move = MOVES[deed]
    if state not in move.sources or not sides & move.by:
        return False
    if deed in {"check", "send_back"}:
        if was_claimant:
            return False
        return "verifier" in sides or state == "unchecked" or verifier_is_silent
    if deed in {"recognise", "refuse"}:
        return not (was_checker or was_claimant)
    if deed in {"revoke", "keep"}:
        return "revoker" not in sides
    return True
