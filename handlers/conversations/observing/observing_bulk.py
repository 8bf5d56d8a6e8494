"""Many observations at once: pick them, then assign a verifier or remind whom they wait for."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, pairs, step
from handlers.conversations.observing.observations_list import FILTERS, all_of_mine, passes
from handlers.conversations.the_office import OFFICE, only_the_office
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing import observing_bulk
from handlers.operations.observing.observation_terms import state
from handlers.operations.observing.observing_bulk import Done
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound, Refusal
from storage import observations, people
from storage.observations import Observation

SHOWN = 20


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    PICK = 1  # saved in the database: never renumber
    WHO = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.PICK]:
    only_the_office(talk)
    talk.data |= {"filter": arg if arg in FILTERS else "all", "picked": []}
    return Step.PICK


async def _offered(talk: Talk) -> list[Observation]:
    listed = await all_of_mine(talk)
    return [each for each in listed.found if passes(talk, listed, each, talk.data["filter"])]


async def ask_pick(talk: Talk) -> None:
    offered, picked = (await _offered(talk))[:SHOWN], talk.data["picked"]
    city = await talk.city()
    rows = pairs(
        step("pick", "bulk-pick", str(each.id), receipt=each.receipt, on=int(each.id in picked))
        for each in offered
    )
    rows.append([step("all", "bulk-all"), step("none", "bulk-none")])
    if picked:
        rows.append([step("remind", "bulk-remind"), step("assign", "bulk-assign")])
    talk.say(
        "bulk",
        count=len(picked),
        lines=[
            msg(
                "bulk-line",
                receipt=each.receipt,
                unit=city.unit(each.unit_id).short_name,
                state=state(each),
                on=int(each.id in picked),
            )
            for each in offered
        ]
        or msg("nothing"),
        buttons=with_way_back(talk, rows),
    )


async def pick(talk: Talk, arg: str) -> Literal[Step.PICK]:
    if not is_number(arg):
        raise NotFound("button-outdated")
    picked: list[int] = talk.data["picked"]
    number = int(arg)
    talk.data["picked"] = (
        [each for each in picked if each != number] if number in picked else [*picked, number]
    )
    return Step.PICK


async def pick_all(talk: Talk, _: str) -> Literal[Step.PICK]:
    talk.data["picked"] = [each.id for each in (await _offered(talk))[:SHOWN]]
    return Step.PICK


async def pick_none(talk: Talk, _: str) -> Literal[Step.PICK]:
    talk.data["picked"] = []
    return Step.PICK


async def remind(talk: Talk, _: str) -> Literal[Step.DONE]:
    done = await observing_bulk.remind_many(
        talk.conn, await talk.city(), talk.person, talk.data["picked"], now=talk.now
    )
    return _say_done(talk, "remind", done)


async def to_whom(talk: Talk, _: str) -> Literal[Step.WHO]:
    if not talk.data["picked"]:
        raise Refusal("bulk-none-picked")
    return Step.WHO


async def ask_who(talk: Talk) -> None:
    clerks = await people.with_role(talk.conn, "office", at=talk.now)
    rows = [
        [step("turn", "assign-in-turn")],
        *pairs(step("who", "verbatim", str(each.id), text=each.name) for each in clerks),
    ]
    picked = await observations.all_of(talk.conn, talk.data["picked"])
    talk.say(
        "bulk-who",
        count=len(picked),
        receipts="、".join(each.receipt for each in picked),
        buttons=with_way_back(talk, rows),
    )


async def in_turn(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _assign(talk, None)


async def to_one(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if not is_number(arg):
        raise NotFound("button-outdated")
    return await _assign(talk, int(arg))


async def _assign(talk: Talk, verifier_id: int | None) -> Literal[Step.DONE]:
    done = await observing_bulk.assign_many(
        talk.conn, await talk.city(), talk.person, talk.data["picked"], verifier_id, now=talk.now
    )
    return _say_done(talk, "assign", done)


def _say_done(talk: Talk, deed: str, done: Done) -> Literal[Step.DONE]:
    talk.say(
        "bulk-done",
        deed=deed,
        count=done.done,
        left=len(done.left),
        receipts="、".join(done.left) or "—",
        buttons=[[go("observing", "button-observing"), go("todo", "button-todo")]],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="bulk", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.PICK: Place(
            ask=ask_pick,
            on_tap={
                "pick": pick,
                "all": pick_all,
                "none": pick_none,
                "remind": remind,
                "assign": to_whom,
            },
        ),
        Step.WHO: Place(ask=ask_who, on_tap={"turn": in_turn, "who": to_one}),
    },
)
