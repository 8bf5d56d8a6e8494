"""What can be opened: errands with their steps, and views; by whom, and by which words."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

from handlers.bring import Brought
from handlers.came import FileSent
from handlers.grammar.orders import Order
from handlers.talk import Talk
from storage.people import Person

Show: TypeAlias = Callable[[Talk, str], Awaitable[None]]
Handle: TypeAlias = Callable[[Talk, str], Awaitable[IntEnum]]
HandleFile: TypeAlias = Callable[[Talk, FileSent], Awaitable[IntEnum]]
HandleDocument: TypeAlias = Callable[[Talk, Brought], Awaitable[IntEnum]]
HandlePlace: TypeAlias = Callable[[Talk, tuple[float, float]], Awaitable[IntEnum]]
Ask: TypeAlias = Callable[[Talk], Awaitable[None]]
OrderFor: TypeAlias = Callable[[Talk], Awaitable[Order]]
Holds: TypeAlias = Callable[[Talk, str], Awaitable[bool]]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """How something is opened, by whom, and where a newcomer finds it.

    *roles* are the kinds of role that are offered it; empty is everybody inside. It only decides
    what is shown: every deed asks for permission again.
    """

    name: str
    commands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    for_strangers: bool = False
    in_menu: bool = True

    def is_for(self, who: Person | None) -> bool:
        """Whether it is offered to this person."""
        if who is None:
            return self.for_strangers
        return not self.roles or any(role.kind in self.roles for role in who.roles)


@dataclass(frozen=True, kw_only=True)
class View:
    """Something shown, or one deed behind a button: it remembers nothing.

    One that *reads_only* runs before the transaction is opened, however long it computes: nobody
    who wants to write has to wait for it.
    """

    opening: Opening
    show: Show
    reads_only: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """One step: what it asks, and what it understands. *ask* may be repeated at any time.

    *on_document* takes a document whose content was read before the turn, see `Errand.reads_for`;
    *on_file* takes every other file, and documents unread where there is no *on_document*.
    """

    ask: Ask
    on_tap: Mapping[str, Handle] = field(default_factory=dict[str, Handle])
    on_text: Handle | None = None
    on_file: HandleFile | None = None
    on_document: HandleDocument | None = None
    on_location: HandlePlace | None = None


@dataclass(frozen=True, kw_only=True)
class Errand:
    """A conversation: *begin* takes what came with the command and says where to start.

    *opened_by* says of a text that nothing else was waiting for whether it can only be meant for
    this errand, which then begins with it. *reads_for* says what a document is to be read for,
    before its turn; *begin_with* takes one that nothing else was waiting for.
    """

    opening: Opening
    begin: Handle
    places: Mapping[int, Place]
    steps: type[IntEnum]
    version: int = 1
    opened_by: Holds | None = None
    reads_for: OrderFor | None = None
    begin_with: HandleDocument | None = None


Contents: TypeAlias = Sequence[View | Errand]
