"""The state of the sandbox's Telegram and the few deeds everything else is made of."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.changes import Changes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.commands import CommandBook
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Rates
from bot.sandbox.messages import Message
from bot.sandbox.people import Chat, Person
from bot.sandbox.refusals import Wire
from bot.sandbox.updates import CALLBACK_LIFE, UpdateQueue

# Not a secret: it opens nothing but a world in this process's memory.
SANDBOX_TOKEN = "1000000001:sandbox-telegram-in-memory-only"  # noqa: S105 - explained above
QUERIES_KEPT = 5000


@dataclass(slots=True)
class CallbackQuery:
    """One tap on an inline button that waits for its answer."""

    query_id: str
    user_id: int
    chat_id: int
    expires_at: datetime


@dataclass(slots=True)
class Webhook:
    """Where updates are pushed, and how that went."""

    url: str = ""
    secret: str = ""
    connections_max: int = 40
    last_error_at: datetime | None = None
    last_error: str = ""


class State:
    """Everything Telegram knows; ids come from counters and one seeded source of chance."""

    def __init__(
        self,
        clock: SandboxClock,
        *,
        token: str = SANDBOX_TOKEN,
        bot_username: str = "jixiao_demo_bot",
        bot_name: str = "绩效",
        seed: int = 0,
        rate_limits: bool = True,
    ) -> None:
        self.clock = clock
        self.token = token
        self.bot_id = int(token.partition(":")[0])
        self.bot_username = bot_username
        self.bot_name = bot_name
        self.reads_groups = False
        """Whether privacy mode is off (BotFather's /setprivacy)."""
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(clock)
        self.files = FileStore()
        self.commands = CommandBook(bot_name)
        self.journal = Journal()
        self.rates = Rates(enabled=rate_limits)
        self.faults = Faults()
        self.changes = Changes()
        clock.on_forward.append(lambda: self.changes.emit("clock"))
        self.webhook = Webhook()
        self.queries: dict[str, CallbackQuery] = {}
        self.default_menu_button: Wire = {"type": "commands"}
        self.calls_in_flight = 0
        self._random = random.Random(seed)  # noqa: S311 - ids of a toy world, wanted repeatable
        self._last_private_message_id = 0
        self._last_album = 0

    def __repr__(self) -> str:
        return f"<sandbox of @{self.bot_username}: {len(self.people)} people>"

    def bot_user(self) -> Wire:
        """Return the bot as Telegram's `User`."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.bot_name,
            "username": self.bot_username,
        }

    def new_message(
        self,
        chat: Chat,
        body: Mapping[str, object],
        *,
        sender: Person | None,
        reply_to: Message | None = None,
    ) -> Message:
        """Append a message to a chat; *sender* None is the bot."""
        wire: Wire = {"message_id": self._next_message_id(chat)}
        if chat.kind == "channel":
            wire["sender_chat"] = chat.wire()
        else:
            wire["from"] = sender.wire() if sender else self.bot_user()
        wire["chat"] = chat.wire()
        wire["date"] = self.clock.timestamp()
        if reply_to is not None:
            wire["reply_to_message"] = reply_to.quoted()
        wire.update(body)
        message = Message(wire, sender is None, sender.user_id if sender else self.bot_id)
        chat.by_id[message.message_id] = message
        if sender is None:
            chat.unread_count += 1
            chat.action = ""
            chat.bot_events.append(("sent", message.message_id))
        return message

    def _next_message_id(self, chat: Chat) -> int:
        # As in Telegram, private chats of one bot share a counter: an id names one chat only.
        if chat.is_private:
            self._last_private_message_id += 1
            return self._last_private_message_id
        chat.last_message_id += 1
        return chat.last_message_id

    def forget_message(self, chat: Chat, message_id: int) -> None:
        """Take a message out of a chat for everybody."""
        del chat.by_id[message_id]
        chat.gone.add(message_id)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        chat.bot_events.append(("deleted", message_id))
        self.changes.emit("deleted", chat_id=chat.chat_id, message_id=message_id)

    def queue(self, kind: str, wire: Wire, *, lane: int) -> int | None:
        """Queue an update for the bot and return its id, or None if the bot did not ask for it."""
        update_id = self.updates.add(kind, wire, lane=lane)
        if update_id is not None and self.faults.take_duplicate():
            self.updates.repeat(update_id)
        self.changes.emit("update", update=kind)
        return update_id

    def new_query(self, person: Person, chat: Chat) -> CallbackQuery:
        """Open a callback query that waits for its answer."""
        query_id = str(self._random.randrange(10**17, 10**18))
        query = CallbackQuery(
            query_id, person.user_id, chat.chat_id, self.clock.now() + CALLBACK_LIFE
        )
        self.queries[query_id] = query
        if len(self.queries) > QUERIES_KEPT:
            del self.queries[next(iter(self.queries))]
        return query

    def chat_instance(self, chat: Chat) -> str:
        """Return the number that tells a callback's chat apart without naming it."""
        return str(chat.chat_id * 2654435761 % (1 << 63))

    def new_album_id(self) -> str:
        """Return a media_group_id."""
        self._last_album += 1
        return str(13_000_000_000_000_000 + self._last_album)
