"""What people do in Telegram: write, tap, send a picture, correct themselves."""

import re
from collections.abc import Sequence

from bot.sandbox.crowds import Crowds
from bot.sandbox.entities import check_length, formatted
from bot.sandbox.messages import Message
from bot.sandbox.parameters import Parameters, Upload
from bot.sandbox.people import Chat, Person
from bot.sandbox.refusals import ApiError, NotPossible, Wire

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Deeds(Crowds):
    """The people's side of the world; every deed becomes an update for the bot."""

    def start(self, user_id: int, payload: str = "") -> Message:
        """Press Start, perhaps through a deep link t.me/bot?start=PAYLOAD."""
        if not _PAYLOAD.fullmatch(payload):
            raise NotPossible("a start payload is at most 64 of A-Z a-z 0-9 _ -")
        self.unblock(user_id)
        return self.say(user_id, f"/start {payload}".rstrip())

    def say(
        self,
        user_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Write a text to the bot, or into a group or channel (*chat_id*)."""
        given = Parameters({"text": text})
        body = _marked(given, "text", "entities")
        _check(body.get("text", ""), is_caption=False)
        return self._post(user_id, body, chat_id=chat_id, reply_to=reply_to)

    def press(self, user_id: int, label: str) -> Message:
        """Press a button of the keyboard under the input field."""
        chat = self.chat(user_id)
        keyboard = chat.reply_keyboard or {}
        cells = [cell for row in keyboard.get("keyboard", []) for cell in row]
        cell = next((cell for cell in cells if cell["text"] == label), None)
        if cell is None:
            raise NotPossible(f"no button {label!r} under the input field")
        if keyboard.get("one_time_keyboard"):
            chat.reply_keyboard = None
        if cell.get("request_contact"):
            person = self.person(user_id)
            contact = {"phone_number": f"+86{user_id}", "first_name": person.first_name}
            return self._post(user_id, {"contact": {**contact, "user_id": user_id}})
        return self.say(user_id, label)

    def tap(
        self,
        user_id: int,
        message_id: int,
        data: str | None = None,
        *,
        label: str | None = None,
        row: int | None = None,
        col: int = 0,
        chat_id: int | None = None,
        forged: bool = False,
    ) -> str:
        """Tap an inline button, named by its data, its label or its place.

        Returns the id of the callback query; for a url button the url, and the bot hears nothing.
        Data a message carried earlier may still be tapped, as a late finger does; *forged* data
        never stood on it, as a hand-made client may send.
        """
        person = self._able(user_id)
        chat = self.chat(user_id if chat_id is None else chat_id)
        message = chat.by_id.get(message_id)
        if message is None:
            raise NotPossible(f"no message {message_id} in chat {chat.chat_id}")
        if data is None:
            button = _button(message, label, row, col)
            if "callback_data" not in button:
                return str(button.get("url", button.get("copy_text", {}).get("text", "")))
            data = str(button["callback_data"])
        elif not forged and data not in message.offered:
            raise NotPossible(f"no button {data!r} on message {message_id}")
        return self._query(person, chat, message, data)

    def _query(self, person: Person, chat: Chat, message: Message, data: str) -> str:
        query = self.new_query(person, chat)
        wire: Wire = {
            "id": query.query_id,
            "from": person.wire(),
            "message": message.wire,
            "chat_instance": self.chat_instance(chat),
            "data": data,
        }
        self.queue("callback_query", wire, lane=person.user_id)
        return query.query_id

    def send_photo(self, user_id: int, content: bytes, **about: str | int | None) -> Message:
        """Send a picture; *about*: filename, caption, chat_id, reply_to."""
        return self._send_file(user_id, "photo", content, "photo.jpg", about)

    def send_document(self, user_id: int, content: bytes, **about: str | int | None) -> Message:
        """Send a file; *about*: filename, caption, chat_id, reply_to, mime_type."""
        return self._send_file(user_id, "document", content, "document", about)

    def send_voice(self, user_id: int, content: bytes, **about: str | int | None) -> Message:
        """Send a voice note; *about*: duration (seconds), caption, chat_id, reply_to."""
        return self._send_file(user_id, "voice", content, "voice.ogg", about)

    def _send_file(
        self, user_id: int, kind: str, content: bytes, filename: str,
        about: dict[str, str | int | None],
    ) -> Message:  # fmt: skip
        body = self._file_body(kind, content, filename, about)
        chat_id, reply_to = about.get("chat_id"), about.get("reply_to")
        return self._post(
            user_id,
            body,
            chat_id=None if chat_id is None else int(chat_id),
            reply_to=None if reply_to is None else int(reply_to),
        )

    def _file_body(
        self, kind: str, content: bytes, filename: str, about: dict[str, str | int | None]
    ) -> Wire:
        name = str(about.get("filename") or filename)
        mime = str(about.get("mime_type") or "application/octet-stream")
        facts = {"duration": int(about.get("duration") or 1)} if kind == "voice" else {}
        try:
            stored = self.files.add(kind, Upload(name, content, mime), **facts)
        except ApiError as error:
            raise NotPossible(error.description) from None
        caption = str(about.get("caption") or "")
        _check(caption, is_caption=True)
        marked = _marked(Parameters({"caption": caption}), "caption", "caption_entities")
        return {kind: stored.media, **marked}

    def send_album(
        self, user_id: int, contents: Sequence[bytes], *, kind: str = "photo", caption: str = ""
    ) -> list[Message]:
        """Send several pictures or documents together; the caption stands under the first."""
        album = self.new_album_id()
        sent: list[Message] = []
        for place, content in enumerate(contents):
            about: dict[str, str | int | None] = {"caption": caption if place == 0 else ""}
            body = self._file_body(kind, content, f"{kind}_{place + 1}", about)
            sent.append(self._post(user_id, {"media_group_id": album, **body}))
        return sent

    def send_location(
        self, user_id: int, latitude: float, longitude: float, *, chat_id: int | None = None
    ) -> Message:
        """Send a place, in degrees."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._post(user_id, {"location": place}, chat_id=chat_id)

    def edit_own(
        self, user_id: int, message_id: int, text: str, *, chat_id: int | None = None
    ) -> Message:
        """Correct a message of one's own."""
        chat = self.chat(user_id if chat_id is None else chat_id)
        message = chat.by_id.get(message_id)
        if message is None or message.sender_id != user_id:
            raise NotPossible(f"message {message_id} is not {user_id}'s to edit")
        is_caption = "text" not in message.wire
        name = "caption" if is_caption else "text"
        _check(text, is_caption=is_caption)
        entities_name = "caption_entities" if is_caption else "entities"
        kept = {k: v for k, v in message.wire.items() if k not in (name, entities_name)}
        marked = _marked(Parameters({name: text}), name, entities_name)
        message.wire = {**kept, **marked, "edit_date": self.clock.timestamp()}
        kind = "edited_channel_post" if chat.kind == "channel" else "edited_message"
        if self._bot_hears(chat, message):
            self.queue(kind, message.wire, lane=chat.chat_id)
        self.changes.emit("edited", chat_id=chat.chat_id, message_id=message_id)
        return message

    def duplicate_update(self, update_id: int | None = None) -> int:
        """Deliver a recent update once more (the latest if none is named) and return its id."""
        chosen = self.updates.next_id - 1 if update_id is None else update_id
        if chosen not in self.updates.recent:
            raise NotPossible(f"no recent update {chosen}")
        self.updates.repeat(chosen)
        self.changes.emit("update", update="repeat")
        return chosen

    def mark_read(self, chat_id: int) -> None:
        """Note that a person has seen everything in a chat."""
        chat = self.chat(chat_id)
        if chat.unread_count:
            chat.unread_count = 0
            self.changes.emit("read", chat_id=chat_id)

    def _able(self, user_id: int) -> Person:
        person = self.person(user_id)
        if person.deactivated:
            raise NotPossible(f"the account {user_id} is deleted")
        return person

    def _post(
        self,
        user_id: int,
        body: Wire,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        person = self._able(user_id)
        chat = self.chat(user_id if chat_id is None else chat_id)
        if chat.is_private:
            if chat.chat_id != user_id:
                raise NotPossible("a private chat belongs to one person")
            if person.blocked:
                raise NotPossible("unblock the bot before writing to it")
            person.started = True
        elif chat.statuses.get(user_id, "left") in ("left", "kicked"):
            raise NotPossible(f"{user_id} is not in chat {chat.chat_id}")
        answered = None if reply_to is None else chat.by_id.get(reply_to)
        message = self.new_message(chat, body, sender=person, reply_to=answered)
        if self._bot_hears(chat, message):
            kind = "channel_post" if chat.kind == "channel" else "message"
            self.queue(kind, message.wire, lane=chat.chat_id)
        self.changes.emit("message", chat_id=chat.chat_id, message_id=message.message_id)
        return message

    def _bot_hears(self, chat: Chat, message: Message) -> bool:
        """Tell whether the bot gets a message: in groups, privacy mode keeps most from it."""
        status = chat.statuses.get(self.bot_id, "left")
        if chat.is_private or status == "administrator":
            return True
        if status in ("left", "kicked"):
            return False
        if self.reads_groups:
            return True
        replied = message.wire.get("reply_to_message", {})
        if replied.get("from", {}).get("id") == self.bot_id:
            return True
        command = re.match(r"/\w+(@\w+)?", message.text)
        named = command[1] if command else None
        return command is not None and (
            named is None or named[1:].lower() == self.bot_username.lower()
        )


def _marked(given: Parameters, name: str, entities_name: str) -> Wire:
    text, entities = formatted(given, name, entities_name=entities_name)
    body: Wire = {name: text} if text else {}
    if entities:
        body[entities_name] = entities
    return body


def _check(text: str, *, is_caption: bool) -> None:
    try:
        check_length(text.strip(), is_caption=is_caption)
    except ApiError as error:
        raise NotPossible(error.description) from None


def _button(message: Message, label: str | None, row: int | None, col: int) -> Wire:
    if label is not None:
        cells = [cell for cells in message.buttons for cell in cells]
        found = next((cell for cell in cells if cell["text"] == label), None)
        if found is None:
            raise NotPossible(f"no button {label!r}; there are {message.labels}")
        return found
    try:
        return message.buttons[row or 0][col]
    except IndexError:
        raise NotPossible(f"no button at row {row}, column {col}; {message.labels}") from None
