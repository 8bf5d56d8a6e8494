"""What a chat with the bot shows: messages, buttons, and what is new since somebody looked."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Key:
    """A button as it is seen: its label, and the bytes or the address behind it."""

    label: str
    data: str = ""
    url: str = ""
    copy: str = ""

    @property
    def action(self) -> str:
        """The step's action, or the menu's route; empty for a link."""
        kind, *rest = self.data.split(":")
        return rest[2] if kind == "v1" else "".join(rest[:1])

    def is_called(self, name: str) -> bool:
        """Whether the label, the step's action or the menu's route is *name*."""
        parts = self.data.split(":")
        with_arg = ":".join(parts[3:] if parts[0] == "v1" else parts[1:])
        return name in (self.label, self.action, with_arg.rstrip(":"))


@dataclass(frozen=True)
class Shown:
    """One message of the bot as it stood when it was looked at."""

    id: int
    text: str
    html: str
    keys: tuple[tuple[Key, ...], ...] = ()
    file_id: str | None = None
    artwork_id: int | None = None
    edited: int = 0

    @property
    def labels(self) -> list[str]:
        """Every button's label, row by row."""
        return [key.label for row in self.keys for key in row]

    def key(self, name: str) -> Key | None:
        """Return the button of this label, action or route."""
        return next((key for row in self.keys for key in row if key.is_called(name)), None)


class Answer(list[Shown]):
    """What appeared in a chat, oldest first; *toast* is the short text over the chat."""

    toast: str | None = None

    def __contains__(self, said: object) -> bool:
        """Whether the words are anywhere in it: `"已受理" in await lin.says("提交")`."""
        return isinstance(said, str) and said in self.text

    @property
    def text(self) -> str:
        """Everything said, one message after the other."""
        return "\n".join([*(each.text for each in self), *([self.toast] if self.toast else [])])

    @property
    def actions(self) -> list[str]:
        """What every button in it does: a step's action, or a menu's route."""
        return [key.action for each in self for row in each.keys for key in row]

    @property
    def labels(self) -> list[str]:
        """Every button's label in it."""
        return [label for each in self for label in each.labels]


@dataclass
class Chat:
    """One chat: the bot's messages by id, and what has appeared since somebody looked."""

    messages: dict[int, Shown] = field(default_factory=dict[int, Shown])
    new: list[int] = field(default_factory=list[int])
    toast: str | None = None
    last_id: int = 0

    def next_id(self) -> int:
        """Return the number of the next message, whoever writes it."""
        self.last_id += 1
        return self.last_id

    def look(self) -> Answer:
        """Return what is new since the last look."""
        seen = Answer(self.messages[each] for each in dict.fromkeys(self.new))
        seen.toast = self.toast
        self.new, self.toast = [], None
        return seen
