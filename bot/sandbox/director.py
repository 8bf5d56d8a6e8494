"""What the page asks of whoever stages a demonstration; the sandbox plays well without one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

Words: TypeAlias = Mapping[str, str]
"""The same words in each language of the page, by code: "zh" and "en"."""

ForwardKind: TypeAlias = Literal["event", "day", "deadline"]


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person as the page lists her: under a group label, in the groups' order."""

    user_id: int
    key: str
    """A short name for scripts, such as "reporter"."""
    name: Words
    title: Words
    group: Words
    group_order: int = 0


@dataclass(frozen=True, slots=True)
class ClockTarget:
    """A moment worth moving the clock to."""

    kind: ForwardKind
    at: datetime
    label: Words


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the play, with the people it is about."""

    number: int
    title: Words
    done: bool = False
    who: Sequence[int] = ()


class Director(Protocol):
    """The play behind the page."""

    @property
    def notice(self) -> Words:
        """Words for the banner, such as that the city is invented; empty for none."""
        ...

    @property
    def is_playing(self) -> bool:
        """Whether the play runs on by itself at present."""
        ...

    def cast(self) -> Sequence[CastMember]:
        """Return the people to list, in the order to list them."""
        ...

    def acts(self) -> Sequence[Act]:
        """Return the acts in order, with those done marked."""
        ...

    async def upcoming(self) -> Sequence[ClockTarget]:
        """Return the next moments worth moving to, soonest first."""
        ...

    async def forward(self, kind: ForwardKind) -> datetime:
        """Move the clock to the next moment of a kind and return it once all is settled."""
        ...

    async def forward_to(self, moment: datetime) -> datetime:
        """Move the clock to a moment and return it once all is settled."""
        ...

    async def play_next(self) -> None:
        """Play the next act to its end."""
        ...

    async def play(self, on: bool) -> None:  # noqa: FBT001 - a switch is what it is
        """Start playing by itself, or pause after the present line."""
        ...
