"""What came from a person, taken out of Telegram's update once and for all its optional fields."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from telegram import CallbackQuery, Message, Update

from handlers.buttons import BASE

FileKind: TypeAlias = Literal["photo", "voice", "document"]
Membership: TypeAlias = Literal["joined", "left"]
Unread: TypeAlias = Literal["video_note", "video", "audio", "sticker"]

COMMAND = re.compile(r"^[/／]([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)
NUMBER = re.compile(r"[0-9a-z]{1,12}")  # twelve digits to base 36 fit into a row's number


@dataclass(frozen=True)
class FileSent:
    """A file somebody sent, as Telegram knows it; *size_bytes* is 0 where it is not said."""

    kind: FileKind
    file_id: str
    unique_id: str
    name: str
    size_bytes: int


@dataclass(frozen=True)
class Tap:
    """A tapped button: of a conversation (with the step it was drawn in), or of a menu."""

    query_id: str
    action: str
    arg: str
    draft_id: int | None = None
    rev: int | None = None


@dataclass(frozen=True)
class Came:
    """One thing a person did, in a private chat unless *is_private* says otherwise.

    *album* is what the photos sent at one go have in common; *unread* is what the house does not
    take, so that it can say so.
    """

    update_id: int
    user_id: int
    chat_id: int
    name: str
    lang: str
    sent_at: datetime
    is_private: bool = True
    text: str = ""
    command: str = ""
    tap: Tap | None = None
    tapped_message_id: int | None = None
    tapped_is_text: bool = False
    file: FileSent | None = None
    location: tuple[float, float] | None = None
    album: str = ""
    unread: Unread | None = None
    is_edit: bool = False
    membership: Membership | None = None
    chat_title: str = ""


def read_tap(query_id: str, data: str) -> Tap:
    """Take a button's bytes apart; bytes that are not ours become an action nobody knows."""
    match data.split(":", 4):
        case ["v1", draft_id, rev, action, arg] if NUMBER.fullmatch(draft_id) and NUMBER.fullmatch(
            rev
        ):
            return Tap(query_id, action, arg, int(draft_id, BASE), int(rev, BASE))
        case ["m", route, *rest]:
            return Tap(query_id, route, ":".join(rest))
        case _:
            return Tap(query_id, "", "")


def read(update: Update) -> Came | None:
    """Return what came, or None for what the house has no use for."""
    if update.callback_query is not None:
        return _tapped(update, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    return _said(update, message, is_edit=update.message is None)


def _said(update: Update, message: Message, *, is_edit: bool) -> Came:
    user = message.from_user
    assert user is not None  # noqa: S101 - asked by the caller
    text = (message.text or message.caption or "").strip()
    command, rest = "", text
    if found := COMMAND.match(text):
        command, rest = found[1].lower(), (found[2] or "").strip()
    return Came(
        update_id=update.update_id,
        user_id=user.id,
        chat_id=message.chat.id,
        name=user.full_name,
        lang=_lang(user.language_code),
        sent_at=message.date,
        is_private=message.chat.type == "private",
        text=rest,
        command=command,
        file=_file(message),
        location=(message.location.latitude, message.location.longitude)
        if message.location
        else None,
        album=message.media_group_id or "",
        unread=_unread(message),
        is_edit=is_edit,
        chat_title=message.chat.title or "",
    )


def _tapped(update: Update, query: CallbackQuery) -> Came:
    message = query.message
    accessible = message if isinstance(message, Message) else None
    return Came(
        update_id=update.update_id,
        user_id=query.from_user.id,
        chat_id=message.chat.id if message else query.from_user.id,
        name=query.from_user.full_name,
        lang=_lang(query.from_user.language_code),
        sent_at=accessible.date if accessible else datetime.fromtimestamp(0).astimezone(),
        is_private=message is None or message.chat.type == "private",
        tap=read_tap(query.id, query.data or ""),
        tapped_message_id=message.message_id if message else None,
        tapped_is_text=accessible is not None and accessible.text is not None,
    )


def _membership(update: Update) -> Came | None:
    change = update.my_chat_member
    assert change is not None  # noqa: S101 - asked by the caller
    there = change.new_chat_member.status in {"member", "administrator", "creator"}
    return Came(
        update_id=update.update_id,
        user_id=change.from_user.id,
        chat_id=change.chat.id,
        name=change.from_user.full_name,
        lang=_lang(change.from_user.language_code),
        sent_at=change.date,
        is_private=change.chat.type == "private",
        membership="joined" if there else "left",
        chat_title=change.chat.title or "",
    )


def _file(message: Message) -> FileSent | None:
    if message.photo:
        largest = message.photo[-1]
        size = largest.file_size or 0
        return FileSent("photo", largest.file_id, largest.file_unique_id, "", size)
    if message.voice:
        voice = message.voice
        return FileSent("voice", voice.file_id, voice.file_unique_id, "", _size(voice.file_size))
    if message.document:
        sent = message.document
        return FileSent(
            "document", sent.file_id, sent.file_unique_id, sent.file_name or "", sent.file_size or 0
        )
    return None


def _unread(message: Message) -> Unread | None:
    if message.video_note:
        return "video_note"
    if message.video or message.animation:
        return "video"
    if message.audio:
        return "audio"
    return "sticker" if message.sticker else None


def _size(size: int | None) -> int:
    return size or 0


def _lang(code: str | None) -> str:
    return "zh" if code is None or code.lower().startswith("zh") else "en"
