"""Hand over (交接): whose work, to whom, a look at what moves, and one tap."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.conversations.people.invite import show_link
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.people import hand_over as handing
from handlers.operations.people import invite as inviting
from handlers.operations.people.hand_over import moved_lines
from handlers.operations.people.leaver import Leaver
from handlers.operations.people.open_affairs import everything_open
from handlers.operations.people.role_words import role_words
from handlers.talk import Talk
from handlers.texts import Msg, msg
from handlers.todo import TodoItem
from scoring.permissions import may_run_the_office
from scoring.refusals import Refusal
from storage import people
from storage.people import PersonRow

NAME_MAX = 40
COLLEAGUES_SHOWN = 8
TODO_SHOWN = 10


class Step(IntEnum):
    """Where somebody stands who hands over."""

    WHOSE = 1  # saved in the database: never renumber
    TO = 2
    CHECK = 3
    DONE = -1


def _manages_others(talk: Talk) -> bool:
    return may_run_the_office(talk.person.roles) or talk.person.holds("administrator")


async def begin(talk: Talk, arg: str) -> Literal[Step.WHOSE, Step.TO]:
    talk.data |= {"person": talk.person.id, "heir": 0, "name": ""}
    if is_number(arg):
        talk.data["person"] = int(arg)
        await _leaver(talk)
        return Step.TO
    return Step.WHOSE if _manages_others(talk) else Step.TO


async def _leaver(talk: Talk) -> Leaver:
    return await handing.leaver_of(talk.conn, talk.data["person"], by=talk.person, now=talk.now)


async def ask_whose(talk: Talk) -> None:
    talk.say("handover-whose", buttons=with_way_back(talk, [[step("mine", "handover-mine")]]))


async def mine(talk: Talk, _: str) -> Literal[Step.TO]:
    talk.data["person"] = talk.person.id
    return Step.TO


async def whose_typed(talk: Talk, typed: str) -> Literal[Step.WHOSE, Step.TO]:
    found = await people.named(talk.conn, typed.strip()[:NAME_MAX])
    if len(found) != 1:
        talk.note("person-not-one", text=typed[:NAME_MAX], count=len(found))
        return Step.WHOSE
    talk.data["person"] = found[0].id
    await _leaver(talk)
    return Step.TO


async def ask_to(talk: Talk) -> None:
    leaver = await _leaver(talk)
    waits = await handing.waits_for(talk.conn, leaver)
    rows: list[list[Button]] = []
    if talk.data["name"]:
        rows.append([step("newcomer", "handover-newcomer", name=talk.data["name"])])
    near = await _colleagues(talk, leaver)
    rows += pairs(
        [step("heir", "people-pick", str(e.id), name=e.name, title=e.title or "") for e in near]
    )
    if waits is not None:
        rows.append([step("withdraw", "handover-withdraw", name=waits.name)])
    talk.say(
        "handover-to",
        name=leaver.row.name,
        own=int(leaver.row.id == talk.person.id),
        left=int(leaver.left_at is not None),
        waits=msg("handover-waits", name=waits.name) if waits else msg("nothing"),
        buttons=with_way_back(talk, rows),
    )


async def _colleagues(talk: Talk, leaver: Leaver) -> list[PersonRow]:
    """Return who is in the same units, deputies first: one of them mostly takes over."""
    found = await people.answering_for(talk.conn, leaver.row.id, at=talk.now)
    for unit_id in dict.fromkeys(role.unit_id for role in leaver.roles if role.unit_id):
        found += await people.in_unit(talk.conn, unit_id)
    others = [each for each in dict.fromkeys(found) if each.id != leaver.row.id]
    return others[:COLLEAGUES_SHOWN]


async def to_typed(talk: Talk, typed: str) -> Literal[Step.TO, Step.CHECK]:
    name = typed.strip()[:NAME_MAX]
    found = [e for e in await people.named(talk.conn, name) if e.left_at is None]
    if len(found) == 1:
        return await _to(talk, found[0].id)
    talk.data["name"] = "" if found else name
    if found:
        talk.note("person-not-one", text=name, count=len(found))
    else:
        talk.note("handover-nobody", name=name)
    return Step.TO


async def heir(talk: Talk, arg: str) -> Literal[Step.CHECK]:
    if not is_number(arg):
        raise Refusal("button-outdated")
    return await _to(talk, int(arg))


async def _to(talk: Talk, heir_id: int) -> Literal[Step.CHECK]:
    city, leaver = await talk.city(), await _leaver(talk)
    await handing.check_heir(talk.conn, city, leaver, heir_id, by=talk.person)
    talk.data["heir"], talk.data["name"] = heir_id, ""
    return Step.CHECK


async def newcomer(talk: Talk, _: str) -> Literal[Step.CHECK]:
    if not talk.data["name"]:
        raise Refusal("button-outdated")
    talk.data["heir"] = 0
    return Step.CHECK


async def withdraw(talk: Talk, _: str) -> Literal[Step.TO]:
    count = await handing.withdraw(talk.conn, talk.data["person"], by=talk.person, now=talk.now)
    talk.note("handover-withdrawn" if count else "button-outdated")
    return Step.TO


async def ask_check(talk: Talk) -> None:
    city, leaver = await talk.city(), await _leaver(talk)
    heir_row = await people.one(talk.conn, talk.data["heir"]) if talk.data["heir"] else None
    moves = await handing.contents(talk.conn, city, leaver)
    waits = await everything_open(talk.conn, city, leaver)
    comes = heir_row is None or heir_row.user_id is None
    talk.say(
        "handover-check",
        name=leaver.row.name,
        heir=heir_row.name if heir_row else talk.data["name"],
        own=int(leaver.row.id == talk.person.id),
        comes=int(comes),
        roles=role_words(city, leaver.roles),
        moved=moved_lines({name: count for name, count in moves.items() if name != "roles"}),
        waits=_waits(waits),
        buttons=with_way_back(talk, [[step("go", "handover-invite" if comes else "handover-go")]]),
    )


def _waits(found: Sequence[TodoItem]) -> Msg:
    if not found:
        return msg("nothing")
    return msg(
        "handover-waits-open",
        count=len(found),
        lines=[
            msg("todo-line", number=number, item=item.message)
            for number, item in enumerate(found[:TODO_SHOWN], start=1)
        ],
        more=max(0, len(found) - TODO_SHOWN),
    )


async def carry_out(talk: Talk, _: str) -> Literal[Step.DONE]:
    city, leaver = await talk.city(), await _leaver(talk)
    heir_row = await people.one(talk.conn, talk.data["heir"]) if talk.data["heir"] else None
    if heir_row is None or heir_row.user_id is None:
        name = heir_row.name if heir_row else talk.data["name"]
        made = await inviting.invite_successor(
            talk.conn,
            city,
            leaver.row.id,
            name=name,
            by=talk.person,
            now=talk.now,
            heir_id=heir_row.id if heir_row else None,
            lang=heir_row.lang if heir_row else talk.person.row.lang,
        )
        talk.note("handover-promised", name=leaver.row.name, heir=name)
        await show_link(talk, name, made)
        return Step.DONE
    is_own = leaver.row.id == talk.person.id
    handed = await handing.hand_over(
        talk.conn,
        city,
        leaver.row.id,
        heir_row.id,
        by=talk.person,
        now=talk.now,
        but_for=talk.draft_id if is_own else None,
    )
    if is_own:
        talk.say("handover-last-word", name=leaver.row.name, heir=heir_row.name)
        return Step.DONE
    talk.say(
        "handover-done",
        name=leaver.row.name,
        heir=heir_row.name,
        moved=moved_lines(handed.moved),
        buttons=[[go("people", "office-people"), go("start", "button-menu")]],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="handover", commands=("handover",), words=("交接",)),
    steps=Step,
    begin=begin,
    places={
        Step.WHOSE: Place(ask=ask_whose, on_tap={"mine": mine}, on_text=whose_typed),
        Step.TO: Place(
            ask=ask_to,
            on_tap={"heir": heir, "newcomer": newcomer, "withdraw": withdraw},
            on_text=to_typed,
        ),
        Step.CHECK: Place(ask=ask_check, on_tap={"go": carry_out}),
    },
)
