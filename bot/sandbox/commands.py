"""The command menu and the bot's profile texts, by scope and language."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import Wire, bad_request

COMMANDS_MAX = 100
DESCRIPTION_MAX = 256
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_PROFILE_MAX = {"name": 64, "description": 512, "short_description": 120}
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


@dataclass(slots=True)
class CommandBook:
    """What setMyCommands wrote, and who sees which of it."""

    name: str = ""
    listed: dict[tuple[Hashable, str], list[Wire]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)

    def put(self, scope: Hashable, language: str, commands: list[Wire]) -> None:
        """Replace the commands of one scope and language; none deletes them."""
        if commands:
            self.listed[scope, language] = commands
        else:
            self.listed.pop((scope, language), None)

    def of(self, scope: Hashable, language: str) -> list[Wire]:
        """Return exactly what was set for one scope and language."""
        return self.listed.get((scope, language), [])

    def menu(self, scopes: Sequence[Hashable], language: str) -> list[Wire]:
        """Return what a person sees: the first scope with commands, her language before any."""
        for scope in scopes:
            for spoken in (language, ""):
                if found := self.listed.get((scope, spoken)):
                    return found
        return []


def scopes_of(chat_id: int, user_id: int, *, is_private: bool, is_admin: bool) -> list[Hashable]:
    """Return the scopes that apply to a person in a chat, narrowest first (Bot API's order)."""
    if is_private:
        return [("chat", chat_id), "all_private_chats", "default"]
    scopes: list[Hashable] = [("chat_member", chat_id, user_id)]
    if is_admin:
        scopes.append(("chat_administrators", chat_id))
    scopes.append(("chat", chat_id))
    if is_admin:
        scopes.append("all_chat_administrators")
    return [*scopes, "all_group_chats", "default"]


def scope(given: Parameters) -> Hashable:
    """Return the scope of a call as a key."""
    wire = given.mapping("scope") or {"type": "default"}
    kind = wire.get("type")
    if kind in _SCOPES:
        return str(kind)
    if kind in ("chat", "chat_administrators", "chat_member"):
        try:
            chat_id = int(wire["chat_id"])
            return (
                (kind, chat_id, int(wire["user_id"])) if kind == "chat_member" else (kind, chat_id)
            )
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None
    raise bad_request("can't parse BotCommandScope: unsupported type specified")


def commands(given: Parameters) -> list[Wire]:
    """Return the commands of a call, checked."""
    listed = given.array("commands")
    if listed is None:
        raise bad_request('parameter "commands" is required')
    if len(listed) > COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(item) for item in listed]


def _command(item: object) -> Wire:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(item.get("command", "")).removeprefix("/")
    description = str(item.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > DESCRIPTION_MAX:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def set_profile(book: CommandBook, given: Parameters, name: str) -> bool:
    """Set the bot's name, description or short_description for a language."""
    text = given.text(name)
    if len(text) > _PROFILE_MAX[name]:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    book.profile[name, given.text("language_code")] = text
    return True


def profile(book: CommandBook, given: Parameters, name: str) -> Wire:
    """Return the bot's name, description or short_description for a language."""
    spoken = given.text("language_code")
    default = book.profile.get((name, ""), book.name if name == "name" else "")
    return {name: book.profile.get((name, spoken)) or default}
