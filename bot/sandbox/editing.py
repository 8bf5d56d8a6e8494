"""The calls that change or take away a message that is already there."""

from datetime import timedelta

from bot.sandbox import targets
from bot.sandbox.keyboards import Markup, markup
from bot.sandbox.messages import MEDIA_KINDS, Message
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.refusals import NOT_MODIFIED, Wire, bad_request
from bot.sandbox.sending import caption_body, media_body, text_body
from bot.sandbox.state import State

DELETE_WITHIN = timedelta(hours=48)
IDS_MAX = 100

_TEXT = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")


def _replace(
    state: State,
    chat: Chat,
    message: Message,
    *,
    old: tuple[str, ...],
    body: Wire,
    keyboard: Markup,
) -> Wire:
    """Put *body* in place of the *old* fields; refuse when nothing at all would change."""
    if message.reply_keyboard is not None or keyboard.under_input is not None:
        raise bad_request("inline keyboard expected")
    before = {name: message.wire[name] for name in old if name in message.wire}
    inline = keyboard.inline if keyboard.inline and keyboard.inline["inline_keyboard"] else None
    if before == body and message.wire.get("reply_markup") == inline:
        raise bad_request(NOT_MODIFIED)
    # A new object, so that an update or answer given earlier keeps what it said then.
    kept = {name: value for name, value in message.wire.items() if name not in old}
    message.wire = {**kept, **body}
    message.wire["edit_date"] = state.clock.timestamp()
    message.set_inline(inline)
    chat.bot_events.append(("edited", message.message_id))
    state.changes.emit("edited", chat_id=chat.chat_id, message_id=message.message_id)
    return message.wire


def edit_text(state: State, given: Parameters) -> Wire:
    """Answer editMessageText."""
    body = text_body(given)
    keyboard = markup(given)
    chat, message = targets.own_message(state, given)
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    return _replace(state, chat, message, old=_TEXT, body=body, keyboard=keyboard)


def edit_caption(state: State, given: Parameters) -> Wire:
    """Answer editMessageCaption."""
    body = caption_body(given)
    keyboard = markup(given)
    chat, message = targets.own_message(state, given)
    if message.media_kind is None:
        raise bad_request("there is no caption in the message to edit")
    return _replace(state, chat, message, old=_CAPTION, body=body, keyboard=keyboard)


def edit_reply_markup(state: State, given: Parameters) -> Wire:
    """Answer editMessageReplyMarkup."""
    keyboard = markup(given)
    chat, message = targets.own_message(state, given)
    return _replace(state, chat, message, old=(), body={}, keyboard=keyboard)


def edit_media(state: State, given: Parameters) -> Wire:
    """Answer editMessageMedia: another file in the same place, or a file in place of text."""
    wanted = given.mapping("media")
    if not wanted:
        raise bad_request("media is empty")
    part = Parameters(wanted, given.uploads)
    kind = part.text("type")
    if kind not in MEDIA_KINDS or kind == "voice":
        raise bad_request("can't parse InputMedia: unsupported type specified")
    caption = caption_body(part)
    keyboard = markup(given)
    chat, message = targets.own_message(state, given)
    if "text" not in message.wire and message.media_kind in (None, "voice"):
        raise bad_request("message can't be edited")
    body = {**media_body(state, part, kind, "media"), **caption}
    old = (*_TEXT, *_CAPTION, *MEDIA_KINDS, "has_media_spoiler")
    return _replace(state, chat, message, old=old, body=body, keyboard=keyboard)


def delete_message(state: State, given: Parameters) -> bool:
    """Answer deleteMessage."""
    chat = targets.writable_chat(state, given)
    message = chat.by_id.get(given.whole("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(state, chat, message)
    state.forget_message(chat, message.message_id)
    return True


def _check_deletable(state: State, chat: Chat, message: Message) -> None:
    is_admin = targets.is_bot_admin(state, chat)
    if not (message.from_bot or chat.is_private or is_admin):
        raise bad_request("message can't be deleted")
    if not is_admin and state.clock.now() - message.sent_at > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")


def delete_messages(state: State, given: Parameters) -> bool:
    """Answer deleteMessages: those that are there go, the others are passed over."""
    chat = targets.writable_chat(state, given)
    ids = given.array("message_ids") or []
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > IDS_MAX:
        raise bad_request("too many message identifiers specified")
    found = [m for m in (chat.by_id.get(int(str(one))) for one in ids) if m is not None]
    for message in found:
        _check_deletable(state, chat, message)
    for message in found:
        state.forget_message(chat, message.message_id)
    return True


def pin_message(state: State, given: Parameters) -> bool:
    """Answer pinChatMessage; the chat and the bot are told by a service message."""
    chat = targets.writable_chat(state, given)
    message = chat.by_id.get(given.whole("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if not chat.is_private and not targets.is_bot_admin(state, chat):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if message.message_id in chat.pinned:
        return True
    chat.pinned.append(message.message_id)
    body = {"pinned_message": message.quoted()}
    notice = state.new_message(chat, body, sender=None)
    chat.bot_events.pop()  # Nobody waits for a service message as the bot's answer.
    chat.unread_count -= 1
    state.queue(
        "channel_post" if chat.kind == "channel" else "message", notice.wire, lane=chat.chat_id
    )
    state.changes.emit("message", chat_id=chat.chat_id, message_id=notice.message_id)
    return True


def unpin_message(state: State, given: Parameters) -> bool:
    """Answer unpinChatMessage: the named message, or the one pinned last."""
    chat = targets.writable_chat(state, given)
    message_id = given.whole("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    state.changes.emit("edited", chat_id=chat.chat_id, message_id=message_id)
    return True


def unpin_all(state: State, given: Parameters) -> bool:
    """Answer unpinAllChatMessages."""
    chat = targets.writable_chat(state, given)
    chat.pinned.clear()
    state.changes.emit("edited", chat_id=chat.chat_id, message_id=0)
    return True
