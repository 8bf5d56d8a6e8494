"""The people and chats of the sandbox, and what each person sees in them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.sandbox.messages import Message
from bot.sandbox.refusals import Wire

EVENTS_KEPT = 500


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account."""

    user_id: int
    first_name: str
    username: str | None = None
    language_code: str = "zh"
    note: str = ""
    last_name: str | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def wire(self) -> Wire:
        """Return this person as Telegram's `User`."""
        user: Wire = {"id": self.user_id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a channel with its messages."""

    chat_id: int
    kind: str
    title: str = ""
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    by_id: dict[int, Message] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    """Ids of messages that were deleted."""
    statuses: dict[int, str] = field(default_factory=dict)
    """User id to status (creator, administrator, member, left, kicked) in a group or channel."""
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0
    reply_keyboard: Wire | None = None
    """The keyboard under the input field, as the bot last set it."""
    menu_button: Wire | None = None
    unread_count: int = 0
    answers: deque[Wire] = field(default_factory=lambda: deque(maxlen=100))
    """What answerCallbackQuery showed here: query_id, text, show_alert, url."""
    bot_events: deque[tuple[str, int]] = field(default_factory=lambda: deque(maxlen=EVENTS_KEPT))
    """("sent" | "edited" | "deleted", message id), oldest first, until a waiter takes them."""
    action: str = ""
    migrated_to: int | None = None

    @property
    def messages(self) -> Sequence[Message]:
        """The history as the person sees it: after edits, without what was deleted."""
        return list(self.by_id.values())

    @property
    def last(self) -> Message | None:
        """The newest message still there, or None."""
        return next(reversed(self.by_id.values()), None)

    @property
    def is_private(self) -> bool:
        """Tell whether this is a chat of one person with the bot."""
        return self.kind == "private"

    def wire(self) -> Wire:
        """Return this chat as Telegram's `Chat`."""
        chat: Wire = {"id": self.chat_id, "type": self.kind}
        named = {
            "title": self.title,
            "username": self.username,
            "first_name": self.first_name,
            "last_name": self.last_name,
        }
        chat.update({key: value for key, value in named.items() if value})
        return chat
