"""Bad days, switched on by a person or a test: slowness, floods, gateways, lost answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

FaultKind: TypeAlias = Literal[
    "slow", "too_many_requests", "bad_gateway", "dropped", "lost_answer", "duplicate_update"
]
FAULT_KINDS: tuple[FaultKind, ...] = get_args(FaultKind)


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong, for one method or for all ("*").

    *calls_left* None means until it is switched off. *seconds* is the delay of "slow" and the
    retry_after of "too_many_requests". "dropped" loses the request, "lost_answer" does the call
    and loses the answer; "duplicate_update" delivers each new update twice.
    """

    kind: FaultKind
    method: str = "*"
    calls_left: int | None = None
    seconds: float = 1.0

    def hits(self, method: str) -> bool:
        """Tell whether this fault concerns a call of *method* (in lower case)."""
        if self.calls_left == 0:
            return False
        # A bot that cannot even poll is a case of its own: "*" leaves getUpdates alone.
        return self.method.lower() == method if self.method != "*" else method != "getupdates"


@dataclass(slots=True)
class Faults:
    """The faults switched on at present."""

    active: list[Fault] = field(default_factory=list)

    def add(
        self,
        kind: FaultKind,
        *,
        method: str = "*",
        calls: int | None = None,
        seconds: float = 1.0,
    ) -> Fault:
        """Switch a fault on, for the next *calls* calls or until it is cleared."""
        if kind not in FAULT_KINDS:
            raise ValueError(f"no such fault: {kind}")
        fault = Fault(kind, method, calls, seconds)
        self.active.append(fault)
        return fault

    def clear(self, kind: FaultKind | None = None) -> None:
        """Switch off all faults, or those of one kind."""
        self.active = [fault for fault in self.active if kind is not None and fault.kind != kind]

    def take(self, method: str) -> Sequence[Fault]:
        """Return the faults that hit this call, counting it against each of them."""
        if not self.active:
            return ()
        hits = [f for f in self.active if f.kind != "duplicate_update" and f.hits(method)]
        self._count(hits)
        return hits

    def take_duplicate(self) -> bool:
        """Tell whether the update just made is delivered twice."""
        if not self.active:
            return False
        hits = [f for f in self.active if f.kind == "duplicate_update" and f.calls_left != 0]
        self._count(hits[:1])
        return bool(hits)

    def _count(self, hits: Sequence[Fault]) -> None:
        for fault in hits:
            if fault.calls_left is not None:
                fault.calls_left -= 1
        self.active = [fault for fault in self.active if fault.calls_left != 0]
