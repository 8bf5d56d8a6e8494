"""The command menu a person sees under "/": only what their own roles are for."""

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from handlers.contents import EVERYTHING
from handlers.conversations.start import MENUS
from handlers.texts import LANGUAGES, Texts, msg
from storage.people import Person

COMMANDS_SHOWN = 14


async def show_defaults(bot: Bot, texts: Texts) -> None:
    """Give everybody /start and /help, in both languages, until it is known who they are."""
    for lang in LANGUAGES:
        await bot.set_my_commands(
            [_command(name, lang, texts) for name in ("start", "help")],
            scope=BotCommandScopeDefault(),
            language_code="" if lang == "zh" else lang,
        )


async def show_commands(bot: Bot, texts: Texts, chat_id: int, who: Person) -> None:
    """Give a chat the commands of its person, in their language."""
    await bot.set_my_commands(
        [_command(name, who.row.lang, texts) for name in commands_of(who)],
        scope=BotCommandScopeChat(chat_id),
    )


def commands_of(who: Person) -> Sequence[str]:
    """Return the names of what is offered to this person: what their first menu has, then others.

    The menu and the list come first, and help is always among them.
    """
    offered = [
        each.opening.name
        for each in EVERYTHING
        if each.opening.commands and each.opening.in_menu and each.opening.is_for(who)
    ]
    kinds = {role.kind for role in who.roles}
    own = (route for kind, routes in MENUS if kind in kinds for route in routes)
    order = dict.fromkeys(("start", "todo", *own, *offered))
    shown = [name for name in order if name in offered and name != "help"]
    return [*shown[: COMMANDS_SHOWN - 1], "help"]


def _command(name: str, lang: str, texts: Texts) -> BotCommand:
    opening = next(each.opening for each in EVERYTHING if each.opening.name == name)
    return BotCommand(opening.commands[0], texts.plain(lang, msg(f"help-{name}"))[:256])
