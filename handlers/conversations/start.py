"""Arriving: the invitation, the menu of one's own role, the list of what waits (待办)."""

from dataclasses import replace
from datetime import UTC, datetime

from handlers.buttons import Button, go, pairs
from handlers.errands import Opening, View
from handlers.operations.people import access, invite
from handlers.operations.people.hand_over import moved_lines
from handlers.operations.people.role_words import role_words
from handlers.operations.waiting import figures_to_file, not_pushed
from handlers.operations.waiting import waiting as others_waiting
from handlers.talk import Talk
from handlers.texts import msg
from handlers.todo import TodoItem
from storage import drafts, people, staff_changes
from storage.invitations import Expired, Redeemed, Revoked, Taken, Unknown, Used

FAR_OFF = datetime.max.replace(tzinfo=UTC)
ITEMS_SHOWN = 12

LEADING = (
    "rank",
    "unit",
    "targets",
    "reporting",
    "instructions",
    "rectifications",
    "observations",
    "feedback",
    "ledger",
)
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("reporter", ("file", "targets", "extend", "rank", "ledger")),
    ("reviewer", ("review", "extend", "rank", "ledger")),
    ("administrator", ("people", "handover")),
    (
        "contact",
        (
            "unit", "why", "targets", "rank", "check", "observations", "rectifications", "claim",
            "ledger",
        ),
    ),
    ("observer", ("observe", "observations")),
    ("leader", LEADING),
    ("committee", LEADING),
    (
        "office",
        (
            "office", "observing", "feedback", "reporting", "rank", "unit", "targets",
            "rectifications", "ledger",
        ),
    ),
    ("auditor", ("audit", "evidence", "rank", "ledger")),
)  # fmt: skip


async def start(talk: Talk, arg: str) -> None:
    """Greet; with an invitation's token, bind the account to its person first."""
    if arg and talk.who is None:
        await _redeem(talk, arg)
    if talk.who is None:
        await stranger(talk, "")
        return
    talk.refresh_commands = True
    items = await waiting(talk)
    talk.say(
        "start",
        name=talk.who.row.name,
        roles=role_words(await talk.city(), talk.person.roles),
        waiting=len(items),
        first=items[0].message if items else msg("todo-none"),
        buttons=menu(talk, has_items=bool(items)),
    )


async def _redeem(talk: Talk, token: str) -> None:
    outcome, handed = await invite.redeem(
        talk.conn, await talk.city(), token, talk.came.user_id, now=talk.now
    )
    match outcome:
        case Redeemed(person_id=person_id):
            talk.who = await people.by_id(talk.conn, person_id, at=talk.now)
            talk.note("invitation-redeemed", name=talk.person.row.name)
            if handed is not None:
                talk.note(
                    "handover-taken-up", name=handed.leaver.name, moved=moved_lines(handed.moved)
                )
        case Used():
            talk.note("invitation-used")
        case Expired():
            talk.note("invitation-expired")
        case Revoked():
            talk.note("invitation-revoked")
        case Taken():
            talk.note("invitation-taken")
        case Unknown():
            talk.note("invitation-unknown")


def stranger_words(talk: Talk) -> None:
    """Say who we are and how to get in."""
    talk.say("stranger", buttons=[[go("ask-access", "button-ask-access")]])


def menu(talk: Talk, *, has_items: bool) -> list[list[Button]]:
    """Return the buttons of everything this person's roles are for."""
    kinds = {role.kind for role in talk.person.roles}
    routes = list(dict.fromkeys(route for kind, own in MENUS if kind in kinds for route in own))
    first = [[go("todo", "button-todo")]] if has_items else []
    return [
        *first,
        *pairs([go(route, f"menu-{route}") for route in routes], 2),
        [go("help", "button-help"), go("settings", "button-settings")],
    ]


async def todo(talk: Talk, _: str) -> None:
    items = await waiting(talk)
    if not items:
        talk.say("todo-empty", buttons=menu(talk, has_items=False))
        return
    shown = items[:ITEMS_SHOWN]
    talk.say(
        "todo",
        count=len(items),
        lines=[
            msg("todo-line", number=number, item=item.message)
            for number, item in enumerate(shown, start=1)
        ],
        more=len(items) - len(shown),
        buttons=[
            *pairs(
                [
                    go(item.route, "todo-open", item.arg, number=number)
                    for number, item in enumerate(shown, start=1)
                ],
                4,
            ),
            [go("start", "button-menu")],
        ],
    )


async def waiting(talk: Talk) -> list[TodoItem]:
    """Return everything that waits for this person, the most urgent first."""
    items = [
        *await _parked(talk),
        *await figures_to_file(talk.conn, talk.person, await talk.city(), now=talk.now),
        *await others_waiting(talk.conn, talk.person, await talk.city(), now=talk.now),
        *await not_pushed(talk.conn, talk.person),
    ]
    return sorted(items, key=lambda item: item.urgency or FAR_OFF)


async def _parked(talk: Talk) -> list[TodoItem]:
    found = await drafts.parked(talk.conn, talk.came.user_id)
    current = await drafts.open_one(talk.conn, talk.came.user_id)
    return [
        TodoItem(
            msg("todo-draft", errand=msg(f"errand-{each.errand}"), at=each.touched_at),
            "resume",
            str(each.id),
            None,
        )
        for each in [*([current] if current else []), *found]
    ]


async def unknown(talk: Talk, text: str) -> None:
    """Answer what nobody expected: say what can be done instead."""
    if talk.came.unread is not None:
        talk.say("came-unread", kind=talk.came.unread, buttons=menu(talk, has_items=True))
        return
    if talk.came.file is not None or talk.came.location is not None:
        talk.say("unknown-file", buttons=menu(talk, has_items=True))
        return
    said = text
    if talk.came.command:
        talk.note("command-unknown")
        said = f"/{talk.came.command} {text}".strip()
    talk.say("unknown", text=said[:80], buttons=menu(talk, has_items=True))


async def stranger(talk: Talk, text: str) -> None:
    """Answer somebody unknown; whoever was here before is told who does their work now."""
    left = await staff_changes.departure_from(talk.conn, talk.came.user_id)
    if left is None:
        if talk.came.tap is not None and talk.came.tap.draft_id is not None:
            talk.hint("stranger-refused", alert=True)
            return
        if text.strip() and await access.is_open(talk.conn, talk.came.user_id):
            more = await access.ask(
                talk.conn,
                await talk.city(),
                talk.came.user_id,
                talk.came.name,
                said=text,
                now=talk.now,
            )
            talk.say("access-asked" if more else "access-asked-before")
            return
        stranger_words(talk)
        return
    row = await people.one(talk.conn, left.person_id)
    if row is not None:
        talk.came = replace(talk.came, lang=row.lang)
    heir_id = await staff_changes.successor_of(talk.conn, left.person_id)
    heir = await people.one(talk.conn, heir_id) if heir_id != left.person_id else None
    said = msg("left-to", heir=heir.name, at=left.at) if heir else msg("left-alone", at=left.at)
    if talk.came.tap is not None:
        talk.hint(said.id, alert=True, **said.given)
        return
    talk.say(said, buttons=[[go("ask-access", "button-ask-access")]])


VIEWS = (
    View(
        opening=Opening(
            name="start", commands=("start", "menu"), words=("菜单", "开始"), for_strangers=True
        ),
        show=start,
    ),
    View(
        opening=Opening(name="todo", commands=("todo",), words=("待办",)),
        show=todo,
        reads_only=True,
    ),
)
