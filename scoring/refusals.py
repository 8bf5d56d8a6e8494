"""What the house says no to, on purpose; each no names its message and the values it shows.

Refusal
├── NotAllowed          this person may not do this
├── NotFound            the thing asked for is not there
├── Outdated            somebody was faster, or the button is old
└── Locked              the period is closed: says which rule, since when, and the way out

Anything else that is raised is a bug.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class WayOut:
    """Where somebody refused can go on: what to open, what its button says, and with what."""

    route: str
    label: str
    arg: str = ""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An expected no: *message_id* and *given* are the sentence the person reads.

    *way_out* is the button under it, where there is one thing to do about it.
    """

    way_out: WayOut | None = None

    def __init__(self, message_id: str, /, **given: Any) -> None:  # noqa: ANN401 - values of a message
        super().__init__(message_id)
        self.message_id = message_id
        self.given: Mapping[str, Any] = given

    def leading_to(self, route: str, label: str, arg: str = "") -> Self:
        """Return the same no with a button under it."""
        self.way_out = WayOut(route, label, arg)
        return self


class NotAllowed(Refusal):
    """The person may not do it."""


class NotFound(Refusal):
    """The thing asked for is not there."""


class Outdated(Refusal):
    """Somebody was faster, or the button is from before."""


class Locked(Refusal):
    """The period is closed for this."""
