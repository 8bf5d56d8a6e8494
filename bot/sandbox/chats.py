"""The calls about chats, members, taps, files and copies of messages."""

from bot.sandbox import targets
from bot.sandbox.entities import check_length
from bot.sandbox.keyboards import markup
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.refusals import QUERY_TOO_OLD, ApiError, Wire, bad_request
from bot.sandbox.sending import caption_body, deliver
from bot.sandbox.state import State

ANSWER_LENGTH_MAX = 200
_CONTENT = (
    "text", "entities", "link_preview_options", "photo", "document", "voice", "audio", "video",
    "animation", "location", "caption", "caption_entities", "show_caption_above_media",
    "has_media_spoiler",
)  # fmt: skip
_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_me(state: State, _: Parameters) -> Wire:
    """Answer getMe."""
    return {
        **state.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": state.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(state: State, given: Parameters) -> Wire:
    """Answer getChat."""
    chat = targets.known_chat(state, given)
    if not chat.is_private:
        chat = targets.writable_chat(state, given)
    elif not state.people[chat.chat_id].started:
        raise bad_request("chat not found")
    info: Wire = {
        **chat.wire(),
        "accent_color_id": abs(chat.chat_id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict(_NO_GIFTS),
    }
    if chat.username:
        info["active_usernames"] = [chat.username]
    if chat.pinned:
        info["pinned_message"] = chat.by_id[chat.pinned[-1]].quoted()
    if not chat.is_private:
        info["permissions"] = {"can_send_messages": True}
    return info


def _member_user(state: State, user_id: int) -> Wire:
    if user_id == state.bot_id:
        return state.bot_user()
    if user_id not in state.people:
        raise bad_request("user not found")
    return state.people[user_id].wire()


def member_wire(state: State, chat: Chat, user_id: int) -> Wire:
    """Return somebody's standing in a chat as Telegram's `ChatMember`."""
    user = _member_user(state, user_id)
    status = chat.statuses.get(user_id, "left")
    if chat.is_private:
        person = state.people[chat.chat_id]
        status = "kicked" if user_id == state.bot_id and person.blocked else "member"
    member: Wire = {"status": status, "user": user}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
            "can_manage_video_chats", "can_restrict_members", "can_promote_members",
            "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
            "can_delete_stories",
            "can_send_welcome_messages",
        )  # fmt: skip
        member |= dict.fromkeys(rights, False)
        member |= {"can_manage_chat": True, "can_delete_messages": True, "can_pin_messages": True}
        if chat.kind == "channel":
            member |= {"can_post_messages": True, "can_edit_messages": True}
    return member


def get_chat_member(state: State, given: Parameters) -> Wire:
    """Answer getChatMember."""
    chat = targets.known_chat(state, given)
    return member_wire(state, chat, given.whole("user_id"))


def get_chat_administrators(state: State, given: Parameters) -> list[Wire]:
    """Answer getChatAdministrators."""
    chat = targets.writable_chat(state, given)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    chiefs = [
        one for one, status in chat.statuses.items() if status in ("creator", "administrator")
    ]
    return [member_wire(state, chat, user_id) for user_id in chiefs]


def get_chat_member_count(state: State, given: Parameters) -> int:
    """Answer getChatMemberCount."""
    chat = targets.writable_chat(state, given)
    return (
        2 if chat.is_private else sum(s not in ("left", "kicked") for s in chat.statuses.values())
    )


def leave_chat(state: State, given: Parameters) -> bool:
    """Answer leaveChat."""
    chat = targets.writable_chat(state, given)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.statuses[state.bot_id] = "left"
    return True


def answer_callback_query(state: State, given: Parameters) -> bool:
    """Answer answerCallbackQuery: once, and within the query's life."""
    query = state.queries.get(given.text("callback_query_id"))
    if query is None or state.clock.now() >= query.expires_at:
        raise bad_request(QUERY_TOO_OLD)
    text = given.text("text")
    if len(text) > ANSWER_LENGTH_MAX:
        raise bad_request("MESSAGE_TOO_LONG")
    del state.queries[query.query_id]
    answer: Wire = {
        "query_id": query.query_id,
        "user_id": query.user_id,
        "text": text,
        "show_alert": given.flag("show_alert"),
    }
    if given.has("url"):
        answer["url"] = given.text("url")
    chat = state.chats[query.chat_id]
    chat.answers.append(answer)
    state.changes.emit("answer", chat_id=chat.chat_id, answer=answer)
    return True


def get_file(state: State, given: Parameters) -> Wire:
    """Answer getFile."""
    return state.files.info(given.text("file_id"))


def _source(state: State, given: Parameters, message_id: int) -> tuple[Chat, Wire]:
    chat = targets.known_chat(state, given, "from_chat_id")
    message = chat.by_id.get(message_id)
    if message is None:
        raise bad_request("message to forward not found")
    if message.wire.get("has_protected_content") and message.from_bot:
        raise bad_request("message can't be forwarded")
    return chat, message.wire


def forward_message(state: State, given: Parameters) -> Wire:
    """Answer forwardMessage."""
    target = targets.writable_chat(state, given)
    source, wire = _source(state, given, given.whole("message_id"))
    body = {name: wire[name] for name in _CONTENT if name in wire}
    if not body:
        raise bad_request("message can't be forwarded")
    origin: Wire = {"date": wire["date"]}
    if source.kind == "channel":
        origin |= {"type": "channel", "chat": source.wire(), "message_id": wire["message_id"]}
    else:
        origin |= {"type": "user", "sender_user": wire["from"]}
    body["forward_origin"] = wire.get("forward_origin", origin)
    return deliver(state, target, given, body).wire


def copy_message(state: State, given: Parameters) -> Wire:
    """Answer copyMessage: the same content as a message of the bot's own."""
    keyboard = markup(given)
    target = targets.writable_chat(state, given)
    try:
        _, wire = _source(state, given, given.whole("message_id"))
    except ApiError as error:
        raise bad_request(error.description.partition(": ")[2].replace("forward", "copy")) from None
    body = {name: wire[name] for name in _CONTENT if name in wire}
    if not body:
        raise bad_request("message can't be copied")
    if "caption" in given.given and "text" not in body:
        for name in ("caption", "caption_entities"):
            body.pop(name, None)
        body |= caption_body(given)
    if "text" in body:
        check_length(body["text"])
    return {"message_id": deliver(state, target, given, body, keyboard).message_id}


def set_menu_button(state: State, given: Parameters) -> bool:
    """Answer setChatMenuButton, for one chat or for all."""
    button = given.mapping("menu_button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: unsupported type specified")
    if not given.has("chat_id"):
        state.default_menu_button = button
        return True
    chat = targets.known_chat(state, given)
    chat.menu_button = button
    state.changes.emit("person", chat_id=chat.chat_id)
    return True


def get_menu_button(state: State, given: Parameters) -> Wire:
    """Answer getChatMenuButton."""
    if not given.has("chat_id"):
        return state.default_menu_button
    chat = targets.known_chat(state, given)
    return chat.menu_button or state.default_menu_button


def log_out(state: State, _: Parameters) -> bool:
    """Answer logOut and close, which mean nothing to a world in memory but are allowed."""
    return bool(state.bot_id)
