"""The language, quiet hours, and leaving whatever was begun."""

from handlers.buttons import go
from handlers.errands import Opening, View
from handlers.operations.people import access, preferences
from handlers.show import quiet_hours
from handlers.talk import Talk
from handlers.texts import LANGUAGES, msg
from scoring.refusals import Refusal


async def lang(talk: Talk, arg: str) -> None:
    if arg not in LANGUAGES:
        talk.say(
            "lang-ask",
            buttons=[[go("lang", f"lang-name-{each}", each) for each in LANGUAGES]],
        )
        return
    talk.who = await preferences.choose_language(talk.conn, talk.person, arg, now=talk.now)
    talk.refresh_commands = True
    talk.say("lang-set", buttons=[[go("settings", "button-settings"), go("start", "button-menu")]])


async def cancel(talk: Talk, _: str) -> None:
    if not await preferences.drop_draft(talk.conn, talk.came.user_id, now=talk.now):
        talk.say("nothing-to-cancel", buttons=[[go("start", "button-menu")]])
        return
    talk.say("cancelled", buttons=[[go("todo", "button-todo"), go("start", "button-menu")]])


async def hours(talk: Talk, arg: str) -> None:
    """Show or set one's own quiet hours: "21:00-08:00", or "off"."""
    if not arg:
        talk.say(
            "hours-ask",
            quiet=quiet_hours(talk.person.row),
            buttons=[
                [
                    go("hours", "hours-lunch", "12:00-13:30"),
                    go("hours", "hours-late", "17:00-09:00"),
                ],
                [go("hours", "hours-off", "off"), go("settings", "button-settings")],
            ],
        )
        return
    changed = await preferences.choose_hours(talk.conn, talk.person, arg, now=talk.now)
    if not changed:
        raise Refusal("hours-unreadable")
    talk.say(
        "hours-set",
        quiet=msg("settings-no-quiet") if arg == "off" else arg,
        buttons=[[go("settings", "button-settings"), go("start", "button-menu")]],
    )


async def ask_access(talk: Talk, arg: str) -> None:
    """Ask the office, in one tap, to be let in."""
    if talk.who is not None:
        talk.say("already-in", buttons=[[go("todo", "button-todo"), go("start", "button-menu")]])
        return
    fresh = await access.ask(
        talk.conn, await talk.city(), talk.came.user_id, talk.came.name, said=arg, now=talk.now
    )
    talk.say("access-asked" if fresh else "access-asked-before")


VIEWS = (
    View(opening=Opening(name="lang", commands=("lang",), words=("语言", "language")), show=lang),
    View(opening=Opening(name="hours", commands=("hours",), words=("勿扰", "时段")), show=hours),
    View(opening=Opening(name="cancel", commands=("cancel",), words=("取消",)), show=cancel),
    View(
        opening=Opening(name="ask-access", words=("申请加入",), for_strangers=True, in_menu=False),
        show=ask_access,
    ),
)
