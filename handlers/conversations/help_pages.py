"""Help for this person: what they can do here by theme, one theme at a time in one message."""

from collections.abc import Mapping

from handlers.buttons import Button, go, pairs
from handlers.errands import Contents, Opening, View
from handlers.talk import Talk
from handlers.texts import Msg, msg

OTHER = "other"
THEMES: Mapping[str, tuple[str, ...]] = {
    "figures": (
        "file", "workbook", "review", "extend", "extensions", "evidence", "attach-evidence",
        "file-for", "reporting", "record", "analysis", "analyses",
    ),
    "places": (
        "rank", "unit", "why", "place", "change", "trend", "if", "history", "bands", "scheme-audit",
    ),
    "hearing": (
        "check", "dispute-figure", "disputes", "restate", "restatements", "ledger", "notice",
        "claim", "deduct", "computed-points",
    ),
    "watching": (
        "observe", "observations", "observing", "observing-limits", "feedback",
        "feedback-heat", "rectifications",
        "issue-rectification", "instructions", "instruct", "inspections",
    ),
    "goals": ("targets", "propose-targets", "adjust-target", "seasons"),
    "month": (
        "office", "late", "odd", "checks", "freeze-month", "reopen", "release-month",
        "undelivered", "burden", "cost", "audit",
    ),
    "people": (
        "invite", "people", "revoke", "staff", "invitations", "gaps", "deputy", "deputies",
        "handover",
    ),
    "own": ("start", "todo", "settings", "lang", "hours", "cancel", "help"),
}  # fmt: skip
"""What stands together; what is in none of them stands under "other"."""
OF_NAME: Mapping[str, str] = {name: theme for theme, names in THEMES.items() for name in names}


def offered(talk: Talk, contents: Contents) -> dict[str, list[Opening]]:
    """Return what this person, and nobody else, can open here, by theme."""
    found: dict[str, list[Opening]] = {theme: [] for theme in (*THEMES, OTHER)}
    for each in contents:
        opening = each.opening
        if opening.in_menu and opening.is_for(talk.who) and (opening.commands or opening.words):
            found[OF_NAME.get(opening.name, OTHER)].append(opening)
    return {theme: openings for theme, openings in found.items() if openings}


def help_view(contents: Contents) -> View:
    """Return the view that says what can be done here: every word at once, and a theme in full."""

    async def show(talk: Talk, arg: str) -> None:
        if talk.who is None:
            talk.say("help-stranger", buttons=[[go("ask-access", "button-ask-access")]])
            return
        themes = offered(talk, contents)
        buttons = [
            *_theme_buttons(themes, without=arg),
            [go("todo", "button-todo"), go("start", "button-menu")],
        ]
        if arg in themes:
            lines = [_help_line(opening) for opening in themes[arg]]
            talk.say("help-theme", theme=arg, lines=lines, buttons=buttons)
            return
        lines = [
            msg("help-theme-line", theme=theme, words="、".join(map(_word, openings)))
            if talk.lang == "zh"
            else msg("help-theme-line", theme=theme, words=", ".join(map(_command, openings)))
            for theme, openings in themes.items()
        ]
        talk.say("help", name=talk.who.row.name, lines=lines, buttons=buttons)

    return View(
        opening=Opening(
            name="help",
            commands=("help",),
            words=("帮助", "?", "？"),
            for_strangers=True,
        ),
        show=show,
    )


def _theme_buttons(themes: Mapping[str, object], *, without: str) -> list[list[Button]]:
    return pairs([go("help", f"help-of-{each}", each) for each in themes if each != without], 3)


def _word(opening: Opening) -> str:
    return opening.words[0] if opening.words else f"/{opening.commands[0]}"


def _command(opening: Opening) -> str:
    return f"/{opening.commands[0]}" if opening.commands else opening.words[0]


def _help_line(opening: Opening) -> Msg:
    what = msg(f"help-{opening.name}")
    if not opening.commands:
        return msg("help-line-word", word=opening.words[0], what=what)
    if not opening.words:
        return msg("help-line-command", command=opening.commands[0], what=what)
    return msg("help-line", command=opening.commands[0], word=opening.words[0], what=what)
