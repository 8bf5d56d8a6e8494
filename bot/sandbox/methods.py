"""The table of methods: a name in lower case, its spelling, and what answers it."""

from collections.abc import Awaitable, Callable, Hashable
from typing import TypeAlias

from bot.sandbox import chats, commands, editing, sending, webhooks
from bot.sandbox.commands import CommandBook
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import WEBHOOK_ACTIVE, ApiError, Wire
from bot.sandbox.state import State
from bot.sandbox.updates import BATCH_MAX, POLL_SECONDS_MAX

Answer: TypeAlias = Callable[[State, Parameters], object]


async def _get_updates(state: State, given: Parameters) -> object:
    if state.webhook.url:
        raise ApiError(409, WEBHOOK_ACTIVE)
    allowed = given.array("allowed_updates")
    if allowed is not None:
        state.updates.allow([str(kind) for kind in allowed])
    limit = given.whole("limit", BATCH_MAX)
    return await state.updates.poll(
        offset=given.whole("offset"),
        limit=limit if 1 <= limit <= BATCH_MAX else BATCH_MAX,
        timeout_seconds=min(max(given.whole("timeout"), 0), POLL_SECONDS_MAX),
    )


def _changed(state: State, scope: Hashable) -> bool:
    state.changes.emit("commands", scope=str(scope))
    return True


def _set_commands(state: State, given: Parameters) -> bool:
    scope = commands.scope(given)
    state.commands.put(scope, given.text("language_code"), commands.commands(given))
    return _changed(state, scope)


def _delete_commands(state: State, given: Parameters) -> bool:
    scope = commands.scope(given)
    state.commands.put(scope, given.text("language_code"), [])
    return _changed(state, scope)


def _get_commands(state: State, given: Parameters) -> list[Wire]:
    return state.commands.of(commands.scope(given), given.text("language_code"))


def _profile_setter(name: str) -> Answer:
    def answer(state: State, given: Parameters) -> bool:
        return commands.set_profile(_book(state), given, name)

    return answer


def _profile_getter(name: str) -> Answer:
    def answer(state: State, given: Parameters) -> Wire:
        return commands.profile(_book(state), given, name)

    return answer


def _book(state: State) -> CommandBook:
    return state.commands


_TABLE: tuple[tuple[str, Answer | Callable[[State, Parameters], Awaitable[object]]], ...] = (
    ("getMe", chats.get_me),
    ("logOut", chats.log_out),
    ("close", chats.log_out),
    ("getUpdates", _get_updates),
    ("setWebhook", webhooks.set_webhook),
    ("deleteWebhook", webhooks.delete_webhook),
    ("getWebhookInfo", webhooks.get_webhook_info),
    ("sendMessage", sending.send_message),
    ("sendPhoto", sending.send_media("photo")),
    ("sendDocument", sending.send_media("document")),
    ("sendVoice", sending.send_media("voice")),
    ("sendAudio", sending.send_media("audio")),
    ("sendVideo", sending.send_media("video")),
    ("sendAnimation", sending.send_media("animation")),
    ("sendMediaGroup", sending.send_media_group),
    ("sendLocation", sending.send_location),
    ("sendChatAction", sending.send_chat_action),
    ("forwardMessage", chats.forward_message),
    ("copyMessage", chats.copy_message),
    ("editMessageText", editing.edit_text),
    ("editMessageCaption", editing.edit_caption),
    ("editMessageReplyMarkup", editing.edit_reply_markup),
    ("editMessageMedia", editing.edit_media),
    ("deleteMessage", editing.delete_message),
    ("deleteMessages", editing.delete_messages),
    ("pinChatMessage", editing.pin_message),
    ("unpinChatMessage", editing.unpin_message),
    ("unpinAllChatMessages", editing.unpin_all),
    ("answerCallbackQuery", chats.answer_callback_query),
    ("getChat", chats.get_chat),
    ("getChatMember", chats.get_chat_member),
    ("getChatAdministrators", chats.get_chat_administrators),
    ("getChatMemberCount", chats.get_chat_member_count),
    ("leaveChat", chats.leave_chat),
    ("getFile", chats.get_file),
    ("setMyCommands", _set_commands),
    ("getMyCommands", _get_commands),
    ("deleteMyCommands", _delete_commands),
    ("setMyName", _profile_setter("name")),
    ("getMyName", _profile_getter("name")),
    ("setMyDescription", _profile_setter("description")),
    ("getMyDescription", _profile_getter("description")),
    ("setMyShortDescription", _profile_setter("short_description")),
    ("getMyShortDescription", _profile_getter("short_description")),
    ("setChatMenuButton", chats.set_menu_button),
    ("getChatMenuButton", chats.get_menu_button),
)

METHODS = {name.lower(): (name, answer) for name, answer in _TABLE}
"""Method name in lower case to (its spelling, its answer)."""
