"""Settings (设置): language, the digest, which pushes come, quiet hours, who stands in."""

from typing import Any

from handlers.buttons import Button, Keyboard, go, pairs
from handlers.errands import Opening, View
from handlers.operations.people import preferences
from handlers.operations.people.push_kinds import KINDS
from handlers.show import quiet_hours
from handlers.talk import Talk
from handlers.texts import Msg, from_json, from_object, msg
from scoring.refusals import Refusal
from storage import outbox
from storage import preferences as chosen_rows
from storage.preferences import RHYTHMS

HOURS = ("09:00", "11:00", "14:00", "16:00")
MESSAGES_SHOWN = 3
BUTTONS_MOST = 8
ROLES = {
    "results": {"contact", "leader", "committee"},
    "express": {"leader", "committee", "office"},
    "figures": {"contact"},
    "released": {"reporter"},
    "reviews": {"reviewer"},
    "progress": {"observer", "contact"},
}
"""Which roles get pushes of a kind at all; nobody is asked about what never comes."""


async def show(talk: Talk, _: str) -> None:
    row, chosen = talk.person.row, await chosen_rows.one(talk.conn, talk.person.id)
    off = [kind for kind in _kinds(talk) if kind in chosen.muted]
    talk.say(
        "settings",
        lang=msg(f"lang-name-{row.lang}"),
        digest=msg(f"digest-{chosen.digest}"),
        at=chosen.digest_at,
        off=len(off),
        quiet=quiet_hours(row),
        buttons=[
            [go("digest", "settings-digest"), go("pushes", "settings-pushes")],
            [go("hours", "settings-hours"), go("lang", "settings-lang")],
            [go("deputy", "settings-deputy"), go("start", "button-menu")],
        ],
    )


async def digest(talk: Talk, arg: str) -> None:
    """Show or choose the rhythm and the hour of one's digest: "daily", "11:00"."""
    typed = arg.strip()
    if typed:
        rhythm = typed if typed in RHYTHMS else None
        if not await preferences.choose_digest(
            talk.conn, talk.person, rhythm=rhythm, at=None if rhythm else typed, now=talk.now
        ):
            raise Refusal("digest-unreadable", text=typed[:40])
        talk.hint("settings-kept")
    chosen = await chosen_rows.one(talk.conn, talk.person.id)
    talk.say(
        "digest-ask",
        digest=msg(f"digest-{chosen.digest}"),
        at=chosen.digest_at,
        buttons=[
            *[
                [_choice("digest", msg(f"digest-{each}"), each, is_on=each == chosen.digest)]
                for each in RHYTHMS
            ],
            [
                _choice("digest", msg("verbatim", text=each), each, is_on=each == chosen.digest_at)
                for each in HOURS
            ],
            [go("settings", "button-settings")],
        ],
    )


async def pushes(talk: Talk, arg: str) -> None:
    """Show which kinds of pushes come, and switch one off or on again."""
    if arg:
        if not await preferences.switch_push(talk.conn, talk.person, arg, now=talk.now):
            raise Refusal("button-outdated")
        talk.hint("settings-kept")
    chosen = await chosen_rows.one(talk.conn, talk.person.id)
    talk.say(
        "pushes-ask",
        count=len(_kinds(talk)),
        buttons=[
            *[
                [_choice("pushes", msg(f"push-kind-{kind}"), kind, is_on=kind not in chosen.muted)]
                for kind in _kinds(talk)
            ],
            [go("settings", "button-settings")],
        ],
    )


async def not_pushed(talk: Talk, _: str) -> None:
    """Show the messages that were kept instead of pushed, the oldest first, and mark them read."""
    kept = await outbox.unread(talk.conn, talk.person.id)
    shown = kept[:MESSAGES_SHOWN]
    left = len(kept) - len(shown)
    onward = [go("not-pushed", "not-pushed-more", count=left)] if left else []
    talk.say(
        "not-pushed",
        count=len(kept),
        messages=[msg("not-pushed-one", message=from_json(each.owed.message)) for each in shown],
        buttons=[
            *_onward(shown),
            [*onward, go("todo", "button-todo"), go("settings", "button-settings")],
        ],
    )
    await outbox.mark_read(talk.conn, [each.id for each in shown], now=talk.now)


def _onward(rows: Any) -> Keyboard:  # noqa: ANN401 - rows of the outbox
    """Return the buttons the messages would have carried."""
    packed = [key for row in rows for line in row.owed.buttons or () for key in line]
    found: dict[str, Button] = {}
    for key in packed:
        kind, _, rest = str(key.get("data", "")).partition(":")
        route, _, arg = rest.partition(":")
        if kind == "m":
            found[rest] = Button(from_object(key["label"]), route=route, arg=arg)
    return pairs(list(found.values())[:BUTTONS_MOST])


def _kinds(talk: Talk) -> list[str]:
    held = {role.kind for role in talk.person.roles}
    return [kind for kind in KINDS if held & ROLES[kind]]


def _choice(route: str, label: Msg, arg: str, *, is_on: bool) -> Button:
    return go(route, "settings-choice", arg, on=int(is_on), label=label)


VIEWS = (
    View(opening=Opening(name="settings", commands=("settings",), words=("设置",)), show=show),
    View(
        opening=Opening(name="digest", commands=("digest",), words=("摘要",), in_menu=False),
        show=digest,
    ),
    View(
        opening=Opening(name="pushes", commands=("pushes",), words=("推送",), in_menu=False),
        show=pushes,
    ),
    View(opening=Opening(name="not-pushed", words=("未推送",), in_menu=False), show=not_pushed),
)
