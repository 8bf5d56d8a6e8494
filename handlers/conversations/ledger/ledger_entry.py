"""One ledger entry with every step of it and its evidence, and what is done to it with one tap."""

from handlers.buttons import Button, Keyboard, go, is_number, pairs
from handlers.errands import Opening, View
from handlers.operations.ledger import move_entry
from handlers.operations.ledger.ledger_people import awaits, deeds_open_to
from handlers.operations.ledger.ledger_terms import Matter, one_seen, sides_of
from handlers.operations.ledger.ledger_what_if import expected
from handlers.operations.ledger.ledger_words import card
from handlers.operations.matters.instruct_button import under_number
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.ledger_course import Deed, State
from scoring.permissions import SEE_EVERYTHING, may_see_unit
from scoring.refusals import NotFound
from storage import ledger_files, roster

ROLES = frozenset({"contact", "reporter", "reviewer", "office", "leader", "committee", "auditor"})
ONE_TAP: tuple[Deed, ...] = ("check", "recognise", "revoke", "take_back")
IN_WORDS: tuple[Deed, ...] = (
    "answer",
    "resubmit",
    "send_back",
    "refuse",
    "dismiss",
    "uphold",
    "object",
    "propose_revoke",
    "keep",
)
OF_ONESELF: frozenset[Deed] = frozenset({"withdraw", "take_back", "object"})
"""What brings nothing forward for whoever is awaited: they need another person still."""
DECIDED_IN: frozenset[State] = frozenset({"checked", "objected", "revoking"})


async def show(talk: Talk, arg: str) -> None:
    """Show an entry; where a button asked for it, with its files."""
    matter = await _one(talk, arg)
    await _say(talk, matter)
    if talk.came.tap is None:
        return
    for at, each in enumerate(await ledger_files.all_of(talk.conn, matter.entry.id), start=1):
        talk.pass_on(each.file_id, each.kind, "ledger-file", number=str(matter.entry.id), at=at)


async def _say(talk: Talk, matter: Matter) -> None:
    city = await talk.city()
    inside = await is_inside(talk, matter)
    shown = await card(talk.conn, city, matter, now=talk.now, is_inside=inside)
    talk.say(
        await _with_effect(talk, matter, shown),
        buttons=await _buttons(talk, matter),
    )


async def check(talk: Talk, arg: str) -> None:
    await _act(talk, arg, "check")


async def recognise(talk: Talk, arg: str) -> None:
    await _act(talk, arg, "recognise")


async def revoke(talk: Talk, arg: str) -> None:
    await _act(talk, arg, "revoke")


async def take_back(talk: Talk, arg: str) -> None:
    await _act(talk, arg, "take_back")


async def withdraw(talk: Talk, arg: str) -> None:
    """Ask once more, then take the entry back."""
    number, _, sure = arg.partition(".")
    if sure == "sure":
        await _act(talk, number, "withdraw")
        return
    matter = await _one(talk, number)
    city = await talk.city()
    await move_entry.movable(
        talk.conn, city, talk.person, matter.entry.id, "withdraw", now=talk.now
    )
    talk.say(
        "ledger-withdraw-sure",
        number=str(matter.entry.id),
        buttons=[
            [
                go("withdraw-entry", "ledger-withdraw-yes", f"{matter.entry.id}.sure"),
                go("ledger-entry", "button-back", str(matter.entry.id)),
            ]
        ],
    )


async def _act(talk: Talk, arg: str, deed: Deed) -> None:
    number, _, steps = arg.partition(".")
    if not is_number(number):
        raise NotFound("ledger-gone")
    await move_entry.act(
        talk.conn,
        await talk.city(),
        talk.person,
        int(number),
        deed,
        seen_steps=int(steps) if is_number(steps) else None,
        now=talk.now,
    )
    talk.note("ledger-done", deed=deed, number=number)
    await _say(talk, await _one(talk, number))


async def _one(talk: Talk, arg: str) -> Matter:
    if not is_number(arg):
        raise NotFound("ledger-gone")
    return await one_seen(talk.conn, await talk.city(), talk.person, int(arg))


async def is_inside(talk: Talk, matter: Matter) -> bool:
    """Whether the person has a part in it, and reads who said what."""
    who = talk.person
    sides = sides_of(who, await talk.city(), matter) - {"contact"}
    return bool(sides) or any(role.kind in SEE_EVERYTHING for role in who.roles)


async def _with_effect(talk: Talk, matter: Matter, shown: Msg) -> Msg:
    """Return the card with what the entry would move, for the office that is to decide on it."""
    if matter.entry.state not in DECIDED_IN or not talk.person.holds("office"):
        return shown
    effect = await expected(
        talk.conn, await talk.city(), talk.services.boards, matter, today=talk.today
    )
    return msg("ledger-look", card=shown, effect=effect)


async def _buttons(talk: Talk, matter: Matter) -> Keyboard:
    city, entry = await talk.city(), matter.entry
    known = await roster.load(talk.conn, at=talk.now)
    open_to = deeds_open_to(known, talk.person, city, matter, now=talk.now)
    stamp = f"{entry.id}.{entry.steps}"
    deeds: list[Button] = [
        go(f"{deed.replace('_', '-')}-entry", "ledger-do", stamp, deed=deed)
        for deed in ONE_TAP
        if deed in open_to
    ]
    deeds += [
        go("answer-entry", "ledger-do", f"{entry.id}.{deed}", deed=deed)
        for deed in IN_WORDS
        if deed in open_to
    ]
    rows = pairs(deeds)
    if "withdraw" in open_to:
        rows.append([go("withdraw-entry", "ledger-do", str(entry.id), deed="withdraw")])
    needs_another = not open_to - OF_ONESELF and awaits(known, talk.person, city, matter)
    if needs_another and talk.person.holds("office"):
        rows.append([go("invite", "office-invite")])
    is_seen = may_see_unit(talk.person.roles, unit_id=entry.unit_id)
    whole = city.unit(entry.unit_id).code if is_seen else "open"
    return [
        *rows,
        under_number(talk.person, "entry", entry.id, [entry.unit_id]),
        [go("ledger", "button-ledger", whole), go("notice", "button-notice")],
        [go("todo", "button-todo")],
    ]


VIEWS = (
    View(opening=Opening(name="ledger-entry", roles=ROLES, in_menu=False), show=show),
    View(opening=Opening(name="check-entry", roles=ROLES, in_menu=False), show=check),
    View(
        opening=Opening(name="recognise-entry", roles=frozenset({"office"}), in_menu=False),
        show=recognise,
    ),
    View(
        opening=Opening(name="revoke-entry", roles=frozenset({"office"}), in_menu=False),
        show=revoke,
    ),
    View(
        opening=Opening(name="take-back-entry", roles=frozenset({"office"}), in_menu=False),
        show=take_back,
    ),
    View(opening=Opening(name="withdraw-entry", roles=ROLES, in_menu=False), show=withdraw),
)
