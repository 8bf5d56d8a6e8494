"""Whom a call speaks to: finding the chat or message it names, or refusing as Telegram does."""

from bot.sandbox.messages import Message
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.refusals import ApiError, bad_request, forbidden
from bot.sandbox.state import State

_MEMBERS = ("creator", "administrator", "member", "restricted")


def known_chat(state: State, given: Parameters, name: str = "chat_id") -> Chat:
    """Return the chat a parameter names by id or @username, however it stands with the bot."""
    named = given.text(name).strip()
    if not named:
        raise bad_request(f"{name} is empty")
    if named.startswith("@"):
        wanted = named[1:].lower()
        for chat in state.chats.values():
            if not chat.is_private and (chat.username or "").lower() == wanted:
                return chat
        raise bad_request("chat not found")
    try:
        return state.chats[int(named)]
    except (KeyError, ValueError):
        raise bad_request("chat not found") from None


def writable_chat(state: State, given: Parameters) -> Chat:
    """Return the chat a call writes to, or raise why the bot may not write there."""
    chat = known_chat(state, given)
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    if chat.is_private:
        person = state.people[chat.chat_id]
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat
    status = chat.statuses.get(state.bot_id, "left")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status not in _MEMBERS:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    if chat.kind == "channel" and status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    return chat


def is_bot_admin(state: State, chat: Chat) -> bool:
    """Tell whether the bot administers a group or channel."""
    return chat.statuses.get(state.bot_id) in ("creator", "administrator")


def own_message(state: State, given: Parameters) -> tuple[Chat, Message]:
    """Return the message an edit names, if it is there and is the bot's to edit."""
    if given.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = writable_chat(state, given)
    message_id = given.whole("message_id")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.by_id.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.reply_keyboard or "forward_origin" in message.wire:
        raise bad_request("message can't be edited")
    if "pinned_message" in message.wire:
        raise bad_request("message can't be edited")
    return chat, message


def replied_message(chat: Chat, given: Parameters) -> Message | None:
    """Return the message a send replies to, None for no reply."""
    wanted = given.mapping("reply_parameters")
    if wanted:
        message_id = int(wanted.get("message_id", 0))
        may_miss = bool(wanted.get("allow_sending_without_reply"))
    else:
        message_id = given.whole("reply_to_message_id")
        may_miss = given.flag("allow_sending_without_reply")
    if not message_id:
        return None
    message = chat.by_id.get(message_id)
    if message is None and not may_miss:
        raise bad_request("message to be replied not found")
    return message
