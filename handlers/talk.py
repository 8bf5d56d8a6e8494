"""One turn of a talk: what the person may be told, and the buttons under it.

A turn answers the person in front of it. Whatever is owed to anybody else is queued by the
operations. Replies are rows of the outbox like everything else, so a crash loses none of them.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.books import Book
from handlers.bring import Brought
from handlers.buttons import Keyboard, Standing, packed
from handlers.came import Came
from handlers.city import City
from handlers.context import Services
from handlers.order_artwork import Form, order_artwork
from handlers.texts import CITY_ZONE, Msg, Value, from_json, msg, to_json
from scoring.model import Period
from scoring.refusals import NotAllowed
from storage import outbox
from storage.people import Person

ALBUM = "_album"


@dataclass
class _Reply:
    method: outbox.Method
    message: Msg
    buttons: Keyboard = ()
    book: Book | None = None
    form: Form = "png"
    file_id: str | None = None
    file_kind: str | None = None
    protect: bool = False
    edits: int | None = None
    in_place: bool = False
    is_panel: bool = False
    known_as: str = ""


@dataclass
class Talk:
    """Everything a step or a view may touch in one turn."""

    came: Came
    services: Services
    conn: AsyncConnection
    who: Person | None
    now: datetime
    data: dict[str, Any] = field(default_factory=dict[str, Any])
    notes: list[Msg] = field(default_factory=list[Msg])
    toast: Msg | None = None
    toast_is_alert: bool = False
    in_conversation: bool = False
    draft_id: int | None = None
    may_edit_tapped: bool = False
    refresh_commands: bool = False
    brought: Brought | None = None
    errand: str = ""
    about: Period | None = None
    """The month this turn is about, where nothing in the conversation says so."""
    _replies: list[_Reply] = field(default_factory=list[_Reply])

    @property
    def person(self) -> Person:
        """The person in front of us; raises NotAllowed for a stranger."""
        if self.who is None:
            raise NotAllowed("stranger-refused")
        return self.who

    @property
    def lang(self) -> str:
        """The language this person reads."""
        return self.who.row.lang if self.who else self.came.lang

    def note(self, message: str, /, **given: Value) -> None:
        """Say something in front of whatever is said next."""
        self.notes.append(msg(message, **given))

    def note_unexpected(self) -> None:
        """Say in front of what is asked again that this step takes no such thing."""
        if self.came.command:
            self.note("command-unknown")
        elif self.came.unread is not None:
            self.note("came-unread", kind=self.came.unread)
        else:
            self.note("not-expected-here")

    def hint(self, message: str, /, *, alert: bool = False, **given: Value) -> None:
        """Show a short text over the chat when the turn answers a tap (≤ 200 characters)."""
        self.toast, self.toast_is_alert = msg(message, **given), alert

    def say(
        self,
        message: str | Msg,
        /,
        *,
        buttons: Keyboard = (),
        **given: Value,
    ) -> None:
        """Answer with a text: in place of the answer whose button was tapped, otherwise anew.

        What was pushed to the person (a reminder, an alert, a report) stays as it was sent.
        """
        said = message if isinstance(message, Msg) else msg(message, **given)
        if self.notes:
            said = msg("said-together", notes=self.notes, then=said)
            self.notes = []
        in_place = (
            self.may_edit_tapped
            and self.came.tapped_is_text
            and not any(reply.in_place for reply in self._replies)
        )
        edits = self.came.tapped_message_id if in_place else self._word_on_progress()
        self._replies.append(
            _Reply(
                "text" if edits is None else "edit",
                said,
                buttons,
                edits=edits,
                in_place=in_place,
                is_panel=self.in_conversation,
            )
        )

    def first_line_of(self, message: str) -> str:
        """Return the first line of a message that waits in a row, as this reader would read it."""
        said = self.services.texts.plain(self.lang, from_json(message))
        first = said.strip().splitlines()[0] if said.strip() else ""
        return first.replace("<b>", "").replace("</b>", "")[:60]

    def remember_as(self, key: str) -> None:
        """Let the last answer be found again under this key of the outbox, to be kept current."""
        self._replies[-1] = replace(self._replies[-1], known_as=key)

    def _word_on_progress(self) -> int | None:
        """Return the message that said how far a file was: the first answer takes its place."""
        is_first = not self._replies and self.brought is not None
        return self.brought.progress_message_id if is_first and self.brought else None

    def picture(
        self, book: Book, message: str | Msg, /, *, buttons: Keyboard = (), **given: Value
    ) -> None:
        """Answer with a picture of the book and a caption; it is drawn when it is sent."""
        said = message if isinstance(message, Msg) else msg(message, **given)
        self._replies.append(_Reply("photo", said, buttons, book=book))

    def document(self, book: Book, message: str, /, **given: Value) -> None:
        """Answer with a workbook of the book and a caption."""
        self._replies.append(_Reply("document", msg(message, **given), book=book, form="xlsx"))

    def letter(self, book: Book, message: str, /, **given: Value) -> None:
        """Answer with a letter of the book and a caption."""
        self._replies.append(_Reply("document", msg(message, **given), book=book, form="docx"))

    def pass_on(
        self,
        file_id: str,
        kind: str,
        message: str | Msg,
        /,
        *,
        protect: bool = False,
        **given: Value,
    ) -> None:
        """Show a file that somebody sent before; one that is *protected* cannot be forwarded."""
        said = message if isinstance(message, Msg) else msg(message, **given)
        self._replies.append(
            _Reply("pass_on", said, file_id=file_id, file_kind=kind, protect=protect)
        )

    async def city(self) -> City:
        """Return the city as it stands."""
        return await self.services.shelf.take(self.conn, self.today)

    @property
    def today(self) -> date:
        """The day it is in the city."""
        return self.now.astimezone(CITY_ZONE).date()

    @property
    def when_acted(self) -> datetime:
        """When the person acted: Telegram's own time of a message, ours of a tapped button."""
        return self.now if self.came.tap is not None else self.came.sent_at

    @property
    def has_spoken(self) -> bool:
        """Whether anything is going to be said."""
        return bool(self._replies)

    def keep_to_one_panel(self, standing: Standing | None) -> None:
        """Let every further photo of an album change the panel that answered its first one.

        Several photos sent at one go arrive one by one; they are one thing to the person.
        """
        if not self.came.album or standing is None:
            return
        seen = self.data.get(ALBUM) == self.came.album
        self.data[ALBUM] = self.came.album
        if seen and standing.panel_message_id is not None:
            for reply in self._replies:
                if reply.is_panel and reply.method == "text":
                    reply.method, reply.edits = "edit", standing.panel_message_id
                    reply.in_place = True
                    break

    async def flush(self, standing: Standing | None) -> list[int]:
        """Queue everything said, as rows this process sends right after the commit."""
        if self.toast is not None and self.came.tap is None and not self.has_spoken:
            # There is nothing to show a short text over where no button was tapped.
            self.notes.append(self.toast)
        if self.notes:
            *before, last = self.notes
            self.notes = before
            self.say(last)
        ids = [await self._strip_panel(standing)]
        for number, reply in enumerate(self._replies):
            ids.append(await self._queue(number, reply, standing))
        return [each for each in ids if each is not None]

    async def _strip_panel(self, standing: Standing | None) -> int | None:
        """Take the buttons off the panel a new message replaces, so that one set is live."""
        panel = standing.panel_message_id if standing else None
        replaced = panel is not None and any(
            reply.is_panel and not reply.in_place for reply in self._replies
        )
        if not replaced:
            return None
        return await outbox.enqueue(
            self.conn,
            self._owed("strip", "strip", msg("nothing"), edits_message_id=panel),
            now=self.now,
            owner=self.services.owner,
        )

    async def _queue(self, number: int, reply: _Reply, standing: Standing | None) -> int | None:
        artwork_id = None
        if reply.book is not None:
            artwork_id = await order_artwork(self.conn, reply.book, form=reply.form, now=self.now)
        owed = self._owed(
            str(number),
            reply.method,
            reply.message,
            buttons=packed(reply.buttons, standing),
            artwork_id=artwork_id,
            file_id=reply.file_id,
            file_kind=reply.file_kind,
            protect=reply.protect,
            edits_message_id=reply.edits,
            draft_id=standing.draft_id if standing and reply.is_panel else None,
            known_as=reply.known_as,
        )
        return await outbox.enqueue(self.conn, owed, now=self.now, owner=self.services.owner)

    def _owed(
        self,
        name: str,
        method: outbox.Method,
        said: Msg,
        *,
        known_as: str = "",
        **more: Any,  # noqa: ANN401 - fields of Owed
    ) -> outbox.Owed:
        if self.who is None:
            said = Msg(said.id, {**said.given, "lang": self.came.lang})
        return outbox.Owed(
            key=known_as or f"reply:{self.came.update_id}:{name}",
            chat_id=self.came.chat_id,
            person_id=self.who.id if self.who else None,
            lane="reply",
            method=method,
            message=to_json(said),
            not_before=self.now,
            **more,
        )
