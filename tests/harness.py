"""A city's bot without Telegram: people say and tap things, and look at what their chats show.

Everything is real except the wire: updates go through the turn, the router, the operations and
the outbox; what leaves the outbox lands in the chats kept here, with every text read as Telegram
would read it.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chats import Answer, Chat, Key, Shown
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from telegram import Update

from bot.sandbox.markup import parse_html
from handlers.boards import BoardShelf
from handlers.city import City, CityShelf
from handlers.context import Services
from handlers.errands import Router
from handlers.grammar.orders import FileRead, Order
from handlers.grammar.read_file import read_file
from handlers.texts import CITY_ZONE, LANGUAGES, Msg, Texts, from_json, from_object
from handlers.turn import turn
from storage import outbox, people
from storage.people import Person
from storage.sheet_guard import UnreadableFileError

OWNER = "harness"
TEXT_MAX, CAPTION_MAX, LABEL_MAX = 4096, 1024, 64


class House:
    """The bot of one city: its database, its clock (*now*, set it freely), and every chat."""

    def __init__(self, engine: AsyncEngine, router: Router, *, texts: Texts, now: datetime) -> None:
        self.engine = engine
        self.router = router
        self.now = now
        self.texts = texts
        self.chats: defaultdict[int, Chat] = defaultdict(Chat)
        self.last_update_id = 0
        self.commands_shown: dict[int, set[str]] = {}
        self._asked: dict[str, int] = {}
        self.files = Files()
        self.services = Services(
            engine=engine,
            now=lambda: self.now,
            texts=self.texts,
            owner=OWNER,
            bot_username="jixiao_bot",
            deliver=self._deliver,
            answer=self._answer,
            show_commands=self._show_commands,
            wake=lambda: None,
            shelf=CityShelf(),
            boards=BoardShelf(),
            files=self.files,
        )

    def passes(self, **time: float) -> None:
        """Let time pass: `house.passes(days=3)`."""
        self.now += timedelta(**time)

    async def takes(self, body: dict[str, Any]) -> None:
        """Take one update in and deliver everything that is due then."""
        self.last_update_id += 1
        update = Update.de_json({"update_id": self.last_update_id, **body}, None)
        if body.get("callback_query"):
            query = body["callback_query"]
            self._asked[query["id"]] = query["from"]["id"]
        await turn(update, self.services, self.router)
        await self.posts()

    @asynccontextmanager
    async def deed_of(
        self, someone: "Someone"
    ) -> AsyncGenerator[tuple[AsyncConnection, City, Person]]:
        """Yield what an operation asks for, past every conversation: one transaction."""
        async with self.engine.begin() as conn:
            who = await people.by_user(conn, someone.user_id, at=self.now)
            assert who is not None, f"{someone.name} is nobody here"
            today = self.now.astimezone(CITY_ZONE).date()
            yield conn, await self.services.shelf.take(conn, today), who

    async def posts(self) -> None:
        """Send what waits in the outbox and may be sent by now, lane by lane."""
        async with self.engine.begin() as conn:
            for lane in outbox.LANES:
                while rows := await outbox.claim(
                    conn, owner=OWNER, lane=lane, now=self.now, limit=100
                ):
                    for row in rows:
                        await self._send(conn, row)

    async def _answer(self, query_id: str, text: str | None, alert: bool) -> None:
        assert text is None or len(text) <= 200, f"too long for a toast: {text}"
        self.chats[self._asked[query_id]].toast = text

    async def _show_commands(self, chat_id: int, person: Person) -> None:
        """Keep for whom a chat's command menu was drawn last: the kinds of their roles."""
        self.commands_shown[chat_id] = {role.kind for role in person.roles}

    async def _deliver(self, ids: Sequence[int]) -> None:
        async with self.engine.begin() as conn:
            for row in await outbox.rows(conn, ids):
                await self._send(conn, row)

    async def _send(self, conn: AsyncConnection, row: outbox.Row) -> None:
        person = await people.one(conn, row.owed.person_id) if row.owed.person_id else None
        message_id, text = self._show(row.owed, person.lang if person else None)
        await outbox.mark_sent(conn, row, message_id=message_id, text=text, now=self.now)

    def _show(self, owed: outbox.Owed, lang: str | None) -> tuple[int, str]:
        said = from_json(owed.message)
        in_lang = lang or str(said.given.get("lang", "zh"))
        chat = self.chats[owed.chat_id]
        if owed.method == "strip":
            at = owed.edits_message_id or 0
            if at in chat.messages:
                chat.messages[at] = replace(chat.messages[at], keys=())
            return at, ""
        shown = self._drawn(owed, said, in_lang)
        if owed.method in ("edit", "mark"):
            before = chat.messages[owed.edits_message_id or 0]
            shown = replace(shown, id=before.id, edited=before.edited + 1)
        else:
            shown = replace(shown, id=chat.next_id())
        chat.messages[shown.id] = shown
        chat.new.append(shown.id)
        return shown.id, shown.html

    def _drawn(self, owed: outbox.Owed, said: Msg, lang: str) -> Shown:
        html = self.texts.html(lang, said)
        text = parse_html(html)[0]
        carries_file = owed.method in ("photo", "document", "pass_on")
        assert text.strip() or carries_file, f"an empty message: {said.id}"
        assert len(text) <= (CAPTION_MAX if carries_file else TEXT_MAX), f"too long: {said.id}"
        for other in LANGUAGES:  # a message must hold together in the language nobody here reads
            parse_html(self.texts.html(other, said))
        keys = tuple(tuple(self._key(lang, packed) for packed in row) for row in owed.buttons or ())
        return Shown(0, text, html, keys, file_id=owed.file_id, artwork_id=owed.artwork_id)

    def _key(self, lang: str, packed: dict[str, Any]) -> Key:
        label = self.texts.plain(lang, from_object(packed["label"]))
        assert label, "a button without a label"
        assert len(label) <= LABEL_MAX, f"too long for a button: {label}"
        return Key(label, packed.get("data", ""), packed.get("url", ""), packed.get("copy", ""))


class Files:
    """What people have sent, by file id, read as the reading worker reads it, but here."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.read_count = 0
        self.pause_seconds = 0.0

    async def fetch(self, file_id: str) -> bytes:
        if file_id not in self.contents:
            raise UnreadableFileError("sheet-not-fetched")
        return self.contents[file_id]

    async def read(
        self, content: bytes, order: Order, tick: Callable[[int, int], None]
    ) -> FileRead:
        self.read_count += 1
        await asyncio.sleep(self.pause_seconds)
        return read_file(content, order, tick)


@dataclass
class Someone:
    """A person with an account: what they do, and what their chat with the bot shows."""

    house: House
    user_id: int
    name: str
    lang: str = "zh"

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.house.chats[self.user_id]

    async def says(self, text: str) -> Answer:
        """Send a text or a command; return what appeared."""
        return await self._sends({"text": text})

    async def edits(self, text: str) -> Answer:
        """Change the last message to another text; return what appeared."""
        return await self._sends({"text": text}, kind="edited_message")

    async def sends_photo(
        self, file_id: str = "photo-1", *, caption: str = "", album: str = ""
    ) -> Answer:
        """Send a photo, perhaps as one of an *album*; return what appeared."""
        size = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "width": 90, "height": 60}
        body: dict[str, Any] = {"photo": [{**size, "file_id": f"{file_id}-small"}, size]}
        if caption:
            body["caption"] = caption
        if album:
            body["media_group_id"] = album
        return await self._sends(body)

    async def sends_voice(self, file_id: str = "voice-1") -> Answer:
        """Send a voice message; return what appeared."""
        voice = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "duration": 3}
        return await self._sends({"voice": voice})

    async def sends_video_note(self, file_id: str = "round-1") -> Answer:
        """Send a round video message; return what appeared."""
        note = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "length": 240, "duration": 3}
        return await self._sends({"video_note": note})

    async def sends_document(
        self,
        name: str,
        file_id: str = "document-1",
        *,
        content: bytes | None = None,
        caption: str = "",
    ) -> Answer:
        """Send a file; return what appeared."""
        sent: dict[str, Any] = {
            "file_id": file_id,
            "file_unique_id": f"u-{file_id}",
            "file_name": name,
        }
        if content is not None:
            self.house.files.contents[file_id] = content
            sent["file_size"] = len(content)
        return await self._sends({"document": sent} | ({"caption": caption} if caption else {}))

    async def sends_location(self, latitude: float, longitude: float) -> Answer:
        """Send a place on the map; return what appeared."""
        return await self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    async def taps(self, name: str, *, on: Shown | None = None) -> Answer:
        """Tap the button of this label, action, route or route:arg; return what appeared.

        *on* taps it on a message as it once stood, however old; otherwise on the newest message
        that has such a button now.
        """
        found = self._find(name, on)
        assert found is not None, f"no button {name!r} among {self._all_labels()}"
        message, key = found
        self.chat.new = []
        body = {
            "id": f"q{self.house.last_update_id + 1}",
            "from": self._user(),
            "chat_instance": "1",
            "data": key.data,
            "message": self._envelope(message.id) | {"text": message.text or "…"},
        }
        if message.file_id or message.artwork_id:
            del body["message"]["text"]
        await self.house.takes({"callback_query": body})
        return self.chat.look()

    def sees(self) -> Answer:
        """Return what has appeared in the chat since they last did or saw something."""
        return self.chat.look()

    @property
    def panel(self) -> Shown:
        """The newest message with buttons."""
        return next(each for each in self._newest_first() if each.keys)

    async def blocks(self) -> None:
        """Block the bot."""
        await self._changes_membership("member", "kicked")

    async def unblocks(self) -> None:
        """Let the bot write again."""
        await self._changes_membership("kicked", "member")

    def _find(self, name: str, on: Shown | None) -> tuple[Shown, Key] | None:
        for message in [on] if on else self._newest_first():
            if (key := message.key(name)) is not None:
                return message, key
        return None

    def _newest_first(self) -> Iterator[Shown]:
        return reversed(self.chat.messages.values())

    def _all_labels(self) -> list[str]:
        return [label for each in self._newest_first() for label in each.labels]

    async def _sends(self, body: dict[str, Any], kind: str = "message") -> Answer:
        self.chat.new = []
        await self.house.takes({kind: self._envelope(self.chat.next_id()) | body})
        return self.chat.look()

    async def _changes_membership(self, old: str, new: str) -> None:
        bot = {"id": 1, "is_bot": True, "first_name": "绩效"}
        states = [
            {"user": bot, "status": each} | ({"until_date": 0} if each == "kicked" else {})
            for each in (old, new)
        ]
        change = self._envelope(0) | {"old_chat_member": states[0], "new_chat_member": states[1]}
        await self.house.takes({"my_chat_member": change})

    def _envelope(self, message_id: int) -> dict[str, Any]:
        return {
            "message_id": message_id,
            "date": int(self.house.now.astimezone(UTC).timestamp()),
            "chat": {"id": self.user_id, "type": "private", "first_name": self.name},
            "from": self._user(),
        }

    def _user(self) -> dict[str, Any]:
        code = {"zh": "zh-hans", "en": "en"}[self.lang]
        return {
            "id": self.user_id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": code,
        }
