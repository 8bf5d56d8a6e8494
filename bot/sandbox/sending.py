"""The calls that put a new message into a chat."""

from collections.abc import Callable, Mapping

from bot.sandbox import targets
from bot.sandbox.entities import check_length, formatted
from bot.sandbox.keyboards import Markup, markup
from bot.sandbox.messages import Message
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.refusals import Wire, bad_request
from bot.sandbox.state import State

ALBUM_MIN, ALBUM_MAX = 2, 10
_ALBUM_KINDS = ("photo", "video", "document", "audio")
_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
})  # fmt: skip


def deliver(
    state: State,
    chat: Chat,
    given: Parameters,
    body: Mapping[str, object],
    keyboard: Markup | None = None,
) -> Message:
    """Append the bot's message to a chat, as everybody there sees it."""
    reply_to = targets.replied_message(chat, given)
    state.rates.check(chat.chat_id, is_private=chat.is_private)
    return put(state, chat, given, body, keyboard=keyboard or Markup(), reply_to=reply_to)


def put(
    state: State,
    chat: Chat,
    given: Parameters,
    body: Mapping[str, object],
    *,
    keyboard: Markup,
    reply_to: Message | None,
) -> Message:
    """Append a message that was checked already."""
    message = state.new_message(chat, body, sender=None, reply_to=reply_to)
    if given.flag("protect_content"):
        message.wire["has_protected_content"] = True
    message.silent = given.flag("disable_notification")
    message.set_inline(keyboard.inline)
    if keyboard.under_input is not None:
        message.reply_keyboard = keyboard.under_input
        removed = keyboard.under_input.get("remove_keyboard")
        chat.reply_keyboard = None if removed else keyboard.under_input
    state.changes.emit("message", chat_id=chat.chat_id, message_id=message.message_id)
    return message


def text_body(given: Parameters, name: str = "text") -> Wire:
    """Return the text and entities of a message, checked."""
    text, entities = formatted(given, name, entities_name="entities")
    check_length(text)
    body: Wire = {"text": text}
    if entities:
        body["entities"] = entities
    options = given.mapping("link_preview_options")
    if options:
        body["link_preview_options"] = options
    elif given.flag("disable_web_page_preview"):
        body["link_preview_options"] = {"is_disabled": True}
    return body


def caption_body(given: Parameters) -> Wire:
    """Return the caption and its entities, nothing if there is none."""
    text, entities = formatted(given, "caption", entities_name="caption_entities")
    check_length(text, is_caption=True)
    body: Wire = {}
    if text:
        body["caption"] = text
    if entities:
        body["caption_entities"] = entities
    if given.flag("show_caption_above_media"):
        body["show_caption_above_media"] = True
    return body


def send_message(state: State, given: Parameters) -> Wire:
    """Answer sendMessage."""
    body = text_body(given)
    keyboard = markup(given)
    chat = targets.writable_chat(state, given)
    return deliver(state, chat, given, body, keyboard).wire


def send_media(kind: str) -> Callable[[State, Parameters], Wire]:
    """Return the answer to sendPhoto, sendDocument and their like."""

    def send(state: State, given: Parameters) -> Wire:
        caption = caption_body(given)
        keyboard = markup(given)
        chat = targets.writable_chat(state, given)
        body = {**media_body(state, given, kind), **caption}
        return deliver(state, chat, given, body, keyboard).wire

    return send


def media_body(state: State, given: Parameters, kind: str, name: str = "") -> Wire:
    """Return what a message shows for the file of a call."""
    facts: Wire = {}
    if kind in ("voice", "audio", "video", "animation"):
        facts["duration"] = given.whole("duration")
    if kind in ("video", "animation"):
        facts |= {"width": given.whole("width", 640), "height": given.whole("height", 360)}
    stored = state.files.wanted(given, name or kind, kind, **facts)
    body: Wire = {kind: stored.media}
    if kind == "animation":
        described = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
        shown = stored.media if isinstance(stored.media, dict) else {}
        body["document"] = {name: shown[name] for name in described if name in shown}
    if kind in ("photo", "video", "animation") and given.flag("has_spoiler"):
        body["has_media_spoiler"] = True
    return body


def send_media_group(state: State, given: Parameters) -> list[Wire]:
    """Answer sendMediaGroup: two to ten files that stand together."""
    items = given.array("media")
    if not items:
        raise bad_request("there are no messages to send")
    if not ALBUM_MIN <= len(items) <= ALBUM_MAX:
        raise bad_request(
            "group send failed"
            if len(items) < ALBUM_MIN
            else "too many messages to send as an album"
        )
    parts = [_album_item(item, given) for item in items]
    kinds = {part.text("type") for part in parts}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad_request(
            "document can't be mixed with other media types"
            if "document" in kinds
            else "audio can't be mixed with other media types"
        )
    chat = targets.writable_chat(state, given)
    bodies = [
        {**media_body(state, part, part.text("type"), "media"), **caption_body(part)}
        for part in parts
    ]
    reply_to = targets.replied_message(chat, given)
    state.rates.check(chat.chat_id, is_private=chat.is_private, count=len(bodies))
    album = state.new_album_id()
    return [
        put(
            state,
            chat,
            given,
            {"media_group_id": album, **body},
            keyboard=Markup(),
            reply_to=reply_to,
        ).wire
        for body in bodies
    ]


def _album_item(item: object, given: Parameters) -> Parameters:
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    part = Parameters(item, given.uploads)
    if part.text("type") not in _ALBUM_KINDS:
        raise bad_request(
            "can't parse InputMedia: type must be one of photo, video, document, audio"
        )
    return part


def location_body(given: Parameters) -> Wire:
    """Return the place a call names, checked."""
    latitude, longitude = given.decimal("latitude"), given.decimal("longitude")
    if latitude is None or abs(latitude) > 90:  # noqa: PLR2004 - the poles
        raise bad_request("latitude is empty" if latitude is None else "wrong latitude specified")
    if longitude is None or abs(longitude) > 180:  # noqa: PLR2004 - the date line
        raise bad_request(
            "longitude is empty" if longitude is None else "wrong longitude specified"
        )
    return {"location": {"latitude": latitude, "longitude": longitude}}


def send_location(state: State, given: Parameters) -> Wire:
    """Answer sendLocation."""
    body = location_body(given)
    keyboard = markup(given)
    chat = targets.writable_chat(state, given)
    return deliver(state, chat, given, body, keyboard).wire


def send_chat_action(state: State, given: Parameters) -> bool:
    """Answer sendChatAction: the person sees it until the next message."""
    action = given.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = targets.writable_chat(state, given)
    chat.action = action
    state.changes.emit("action", chat_id=chat.chat_id, action=action)
    return True
