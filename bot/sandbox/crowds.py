"""Who is there: people, groups and channels, and how they stand with the bot."""

from collections.abc import Iterable

from bot.sandbox.chats import member_wire
from bot.sandbox.commands import scopes_of
from bot.sandbox.people import Chat, Person
from bot.sandbox.refusals import NotPossible, Wire
from bot.sandbox.state import State


class Crowds(State):
    """The part of the world that fills it."""

    def add_user(
        self,
        user_id: int,
        first_name: str,
        *,
        username: str | None = None,
        language_code: str = "zh",
        note: str = "",
        last_name: str | None = None,
        started: bool = False,
    ) -> Person:
        """Add a person; unless *started*, the bot may not write to her before /start."""
        person = Person(user_id, first_name, username, language_code, note, last_name, started)
        self.people[user_id] = person
        self.chats[user_id] = Chat(
            user_id, "private", username=username, first_name=first_name, last_name=last_name
        )
        self.changes.emit("person", chat_id=user_id)
        return person

    def chat(self, chat_id: int) -> Chat:
        """Return a chat by its id; a person's id is the id of her chat with the bot."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise NotPossible(f"no chat {chat_id} in the sandbox") from None

    def person(self, user_id: int) -> Person:
        """Return a person by id."""
        try:
            return self.people[user_id]
        except KeyError:
            raise NotPossible(f"no person {user_id} in the sandbox") from None

    def menu(self, user_id: int, chat_id: int | None = None) -> list[Wire]:
        """Return the command menu as this person sees it, in her chat or in a group."""
        person = self.person(user_id)
        chat = self.chat(user_id if chat_id is None else chat_id)
        is_admin = chat.statuses.get(user_id) in ("creator", "administrator")
        scopes = scopes_of(chat.chat_id, user_id, is_private=chat.is_private, is_admin=is_admin)
        return self.commands.menu(scopes, person.language_code)

    def block(self, user_id: int) -> None:
        """Let a person block the bot."""
        self._set_blocked(self.person(user_id), blocked=True)

    def unblock(self, user_id: int) -> None:
        """Let a person take the bot back."""
        self._set_blocked(self.person(user_id), blocked=False)

    def _set_blocked(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        chat = self.chats[person.user_id]
        old = member_wire(self, chat, self.bot_id)
        person.blocked = blocked
        self._tell_standing(chat, person, old)

    def _tell_standing(self, chat: Chat, by: Person, old: Wire) -> None:
        self.queue(
            "my_chat_member",
            {
                "chat": chat.wire(),
                "from": by.wire(),
                "date": self.clock.timestamp(),
                "old_chat_member": old,
                "new_chat_member": member_wire(self, chat, self.bot_id),
            },
            lane=chat.chat_id,
        )
        self.changes.emit("person", chat_id=chat.chat_id)

    def deactivate(self, user_id: int) -> None:
        """Let a person delete her account."""
        self.person(user_id).deactivated = True
        self.changes.emit("person", chat_id=user_id)

    def add_group(
        self,
        chat_id: int,
        title: str,
        members: Iterable[int],
        *,
        bot_status: str = "member",
        is_basic: bool = False,
        username: str | None = None,
    ) -> Chat:
        """Add a group (a supergroup unless *is_basic*) whose first member is its creator."""
        chat = Chat(chat_id, "group" if is_basic else "supergroup", title, username)
        return self._add_crowd(chat, members, bot_status)

    def add_channel(
        self,
        chat_id: int,
        title: str,
        members: Iterable[int],
        *,
        bot_status: str = "administrator",
        username: str | None = None,
    ) -> Chat:
        """Add a channel whose first member is its creator."""
        return self._add_crowd(Chat(chat_id, "channel", title, username), members, bot_status)

    def _add_crowd(self, chat: Chat, members: Iterable[int], bot_status: str) -> Chat:
        if chat.chat_id >= 0:
            raise ValueError("groups and channels have negative ids")
        ids = list(members)
        chat.statuses = dict.fromkeys(ids, "member")
        chat.statuses[ids[0]] = "creator"
        self.chats[chat.chat_id] = chat
        if bot_status != "left":
            self.set_bot_status(chat.chat_id, bot_status, by=ids[0])
        return chat

    def set_bot_status(self, chat_id: int, status: str, *, by: int) -> None:
        """Add, promote or remove the bot: member, administrator, left or kicked."""
        chat = self.chat(chat_id)
        old = member_wire(self, chat, self.bot_id)
        chat.statuses[self.bot_id] = status
        self._tell_standing(chat, self.person(by), old)

    def join(self, chat_id: int, user_id: int, *, status: str = "member") -> None:
        """Let a person join a group or change her standing in it (also "left")."""
        chat, person = self.chat(chat_id), self.person(user_id)
        old = member_wire(self, chat, user_id)
        chat.statuses[user_id] = status
        self.queue(
            "chat_member",
            {
                "chat": chat.wire(),
                "from": person.wire(),
                "date": self.clock.timestamp(),
                "old_chat_member": old,
                "new_chat_member": member_wire(self, chat, user_id),
            },
            lane=chat_id,
        )

    def migrate_group(self, chat_id: int, new_chat_id: int) -> Chat:
        """Turn a basic group into a supergroup; the old id answers with the new one from now on."""
        old = self.chat(chat_id)
        if old.kind != "group":
            raise NotPossible("only a basic group becomes a supergroup")
        new = Chat(new_chat_id, "supergroup", old.title, statuses=dict(old.statuses))
        self.chats[new_chat_id] = new
        creator = next(one for one, status in old.statuses.items() if status == "creator")
        person = self.person(creator)
        left = self.new_message(old, {"migrate_to_chat_id": new_chat_id}, sender=person)
        came = self.new_message(new, {"migrate_from_chat_id": chat_id}, sender=person)
        old.migrated_to = new_chat_id
        for notice in (left, came):
            self.queue("message", notice.wire, lane=notice.chat_id)
        return new
