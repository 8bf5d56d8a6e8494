"""One message on its way: its words in the reader's language, and the call for each method."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.failures import is_broken_markup, retry_after_seconds
from bot.pacing import Pacer
from bot.parts import CAPTION_MAX, split, visible
from bot.passing_on import PassingOn
from bot.transport import NotSentError
from bot.uploads import CannotDrawError, Drawing, Uploads
from handlers.texts import LANGUAGES, Msg, Texts, from_json, from_object, msg
from storage.outbox import Row
from storage.settlements import Letter

log = logging.getLogger(__name__)
T = TypeVar("T")

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PATIENT_SECONDS = 0.5
PART_TRIES = 5


@dataclass(frozen=True)
class Said:
    """What was said, as a person reads it, and the message that carries the buttons."""

    text: str
    message_id: int | None


@dataclass(frozen=True)
class _Words:
    html: str
    keyboard: InlineKeyboardMarkup | None
    lang: str


class Post:
    """Says one message. Every call waits for its turn at the pacer."""

    def __init__(
        self, bot: ExtBot[None], texts: Texts, pacer: Pacer, uploads: Uploads, others: PassingOn
    ) -> None:
        self._bot = bot
        self._texts = texts
        self._pacer = pacer
        self._uploads = uploads
        self._others = others

    async def send(self, letter: Letter, *, anew: bool = False) -> Said:
        """Say the message; *anew*: in a new message although an old one was to be edited.

        Raises TelegramError, and MissingWordsError where the words do not fit.
        """
        words = self._words(letter)
        row = letter.row
        match row.owed.method:
            case "strip":
                await self._strip(row)
                return Said("", row.owed.edits_message_id)
            case "edit" | "mark" if not anew:
                return await self._edit(row, words)
            case "photo" | "document" as form if row.owed.artwork_id is not None:
                return await self._picture(row, words, form, row.owed.artwork_id)
            case "pass_on" if row.owed.file_id is not None:
                return await self._pass_on(row, words, row.owed.file_id)
            case _:
                return await self._text(row, words)

    def said(self, letter: Letter) -> Said:
        """Return what an edit says that turned out to be there already."""
        text = visible(self._words(letter).html)
        return Said(text, letter.row.owed.edits_message_id)

    def _words(self, letter: Letter) -> _Words:
        owed = letter.row.owed
        message = from_json(owed.message)
        lang = letter.lang or _lang_given(message)
        if owed.method == "strip":
            return _Words("", None, lang)
        html = self._texts.html(lang, message)
        if letter.row.repeated and owed.method not in {"edit", "mark"}:
            html = f"{self._texts.html(lang, msg('delivery-repeated'))}\n{html}"
        return _Words(html, self._keyboard(owed.buttons, lang), lang)

    def _keyboard(
        self, rows: Sequence[Sequence[dict[str, Any]]] | None, lang: str
    ) -> InlineKeyboardMarkup | None:
        if not rows:
            return None
        return InlineKeyboardMarkup([[self._button(each, lang) for each in row] for row in rows])

    def _button(self, button: dict[str, Any], lang: str) -> InlineKeyboardButton:
        label = self._texts.plain(lang, from_object(button["label"]))
        if "url" in button:
            return InlineKeyboardButton(label, url=button["url"])
        if "copy" in button:
            return InlineKeyboardButton(label, copy_text=CopyTextButton(button["copy"]))
        return InlineKeyboardButton(label, callback_data=button["data"])

    async def _text(self, row: Row, words: _Words) -> Said:
        first, *rest = split(words.html) or [words.html]
        keyboard = None if rest else words.keyboard
        message = await self._one_text(row, first, keyboard)
        return await self._rest(row, words, rest, message.message_id)

    async def _rest(self, row: Row, words: _Words, rest: Sequence[str], first_id: int) -> Said:
        """Send what did not fit into the first message; the buttons come with the last."""
        last_id = first_id
        for number, part in enumerate(rest, start=1):
            keyboard = words.keyboard if number == len(rest) else None
            message = await self._insist(lambda p=part, k=keyboard: self._one_text(row, p, k))
            last_id = message.message_id
        return Said(visible(words.html), last_id)

    async def _one_text(
        self, row: Row, html: str, keyboard: InlineKeyboardMarkup | None
    ) -> Message:
        async def call(text: str, mode: str | None) -> Message:
            return await self._bot.send_message(
                row.owed.chat_id,
                text,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
                protect_content=row.owed.protect or None,
                reply_parameters=_reply_to(row),
            )

        return await self._readable(row, html, call)

    async def _edit(self, row: Row, words: _Words) -> Said:
        first, *rest = split(words.html) or [words.html]
        keyboard = None if rest else words.keyboard
        message_id = row.owed.edits_message_id

        async def call(text: str, mode: str | None) -> Message | bool:
            return await self._bot.edit_message_text(
                text,
                row.owed.chat_id,
                message_id,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            )

        async def call_caption(text: str, mode: str | None) -> Message | bool:
            return await self._bot.edit_message_caption(
                row.owed.chat_id, message_id, caption=text, parse_mode=mode, reply_markup=keyboard
            )

        try:
            await self._readable(row, first, call)
        except BadRequest as error:
            # Under a picture the words are its caption.
            if "no text in the message" not in error.message.lower():
                raise
            parts = split(words.html, first_max=CAPTION_MAX)
            if len(parts) > 1 and row.owed.method != "mark":
                raise
            # A mark must be seen: words it leaves no room for follow in a message of their own.
            first, *rest = parts
            keyboard = None if rest else words.keyboard
            await self._readable(row, first, call_caption)
        return await self._rest(row, words, rest, message_id or 0)

    async def _strip(self, row: Row) -> None:
        await self._paced(
            row,
            lambda: self._bot.edit_message_reply_markup(
                row.owed.chat_id, row.owed.edits_message_id, reply_markup=None
            ),
        )

    async def _picture(self, row: Row, words: _Words, form: str, artwork_id: int) -> Said:
        try:
            drawing = await self._drawing(row, words, form, artwork_id)
        except CannotDrawError:
            return await self._text(row, words)
        kind = "photo" if form == "photo" else "document"
        parts = split(words.html, first_max=CAPTION_MAX)

        async def carry(file: InputFile | str) -> Message:
            return await self._file(row, kind, file, parts, words.keyboard)

        message = await self._uploads.send(drawing, kind, carry)
        return await self._rest(row, words, parts[1:], message.message_id)

    async def _drawing(self, row: Row, words: _Words, form: str, artwork_id: int) -> Drawing:
        task = asyncio.ensure_future(self._uploads.drawing(artwork_id, words.lang))
        done, _ = await asyncio.wait({task}, timeout=PATIENT_SECONDS)
        if not done:
            action = ChatAction.UPLOAD_PHOTO if form == "photo" else ChatAction.UPLOAD_DOCUMENT
            with suppress(TelegramError):
                await self._bot.send_chat_action(row.owed.chat_id, action)
        return await task

    async def _pass_on(self, row: Row, words: _Words, file_id: str) -> Said:
        parts = split(words.html, first_max=CAPTION_MAX)
        kind = row.owed.file_kind or "document"

        async def carry(file: InputFile | str) -> Message:
            return await self._file(row, kind, file, parts, words.keyboard)

        message = await self._others.send(file_id, kind, carry)
        if message is None:
            gone = self._texts.html(words.lang, msg("delivery-file-gone"))
            return await self._text(row, replace(words, html=f"{words.html}\n{gone}"))
        return await self._rest(row, words, parts[1:], message.message_id)

    async def _file(
        self,
        row: Row,
        kind: str,
        file: InputFile | str,
        parts: Sequence[str],
        keyboard: InlineKeyboardMarkup | None,
    ) -> Message:
        send = {
            "photo": self._bot.send_photo,
            "voice": self._bot.send_voice,
        }.get(kind, self._bot.send_document)

        async def call(caption: str, mode: str | None) -> Message:
            return await send(
                row.owed.chat_id,
                file,
                caption=caption or None,
                parse_mode=mode,
                reply_markup=keyboard if len(parts) <= 1 else None,
                protect_content=row.owed.protect or None,
                reply_parameters=_reply_to(row),
            )

        return await self._readable(row, parts[0] if parts else "", call)

    async def _readable(
        self, row: Row, html: str, call: Callable[[str, str | None], Awaitable[T]]
    ) -> T:
        """Call with HTML; words whose markup Telegram cannot read still arrive, without it."""
        try:
            return await self._paced(row, lambda: call(html, ParseMode.HTML))
        except BadRequest as error:
            if not is_broken_markup(error):
                raise
            log.error("message %s: %s", row.id, error.message)  # noqa: TRY400 - no trace needed
        return await self._paced(row, lambda: call(visible(html), None))

    async def _paced(self, row: Row, call: Callable[[], Awaitable[T]]) -> T:
        chat_id, lane = row.owed.chat_id, row.owed.lane
        async with self._pacer.turn(chat_id, lane=lane):
            try:
                return await call()
            except RetryAfter as error:
                seconds = retry_after_seconds(error)
                self._pacer.refused(chat_id, lane=lane, retry_after_seconds=seconds)
                raise

    async def _insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """Send a later part: its first part is there, so the row cannot simply start again."""
        for _ in range(PART_TRIES - 1):
            try:
                return await call()
            except RetryAfter:
                continue  # the pacer makes the next try wait
            except NotSentError:
                await asyncio.sleep(1)
        return await call()


def _lang_given(message: Msg) -> str:
    lang = message.given.get("lang")
    return lang if isinstance(lang, str) and lang in LANGUAGES else LANGUAGES[0]


def _reply_to(row: Row) -> ReplyParameters | None:
    """Return what a message hangs under; it is said all the same where that one is gone."""
    if row.owed.replies_to_id is None:
        return None
    return ReplyParameters(row.owed.replies_to_id, allow_sending_without_reply=True)
