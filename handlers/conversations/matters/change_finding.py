"""Decide a finding otherwise than proposed: another item or level, more or fewer cases, or none."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, is_number, step
from handlers.conversations.matters.inspection import JUDGES
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.matters import decide_finding, move_matter
from handlers.operations.matters.finding_points import (
    another_count,
    cases_buttons,
    choices_for,
    chosen,
    cost_said,
    label,
    read_cases,
)
from handlers.operations.matters.matter_card import buttons_for, card
from handlers.operations.matters.matter_terms import name_of
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.finding_course import FINDING
from scoring.refusals import NotFound, Refusal
from storage import inspections
from storage.inspections import Decision
from storage.matters import Matter

ITEMS_SHOWN = 40


class Step(IntEnum):
    """Where whoever decides stands. A step's return type is its outgoing arrows."""

    ITEM = 1  # saved in the database: never renumber
    CASES = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.ITEM, Step.CASES]:
    """Begin with what was proposed: its number of cases is the first thing one may change."""
    if not is_number(arg):
        raise NotFound("matter-gone")
    talk.data["matter"] = int(arg)
    found = await _found(talk)
    facts = (await inspections.findings(talk.conn, [found.id]))[found.id]
    talk.data |= {"item": facts.item, "level": facts.level, "cases": facts.cases}
    return Step.CASES if facts.item else Step.ITEM


async def _found(talk: Talk) -> Matter:
    found = await move_matter.movable(talk.conn, talk.person, talk.data["matter"], "change")
    if found.course != FINDING.name:
        raise NotFound("matter-gone")
    return found


async def ask_item(talk: Talk) -> None:
    city, found = await talk.city(), await _found(talk)
    items = await choices_for(talk.conn, city, city.unit(found.unit_id), now=talk.now)
    rows = [[Button(label(each), action="item", arg=each.arg)] for each in items[:ITEMS_SHOWN]]
    rows.append([step("none", "finding-no-points")])
    talk.say("finding-change", name=name_of(found), buttons=with_way_back(talk, rows))


async def item(talk: Talk, arg: str) -> Literal[Step.CASES]:
    city, found = await talk.city(), await _found(talk)
    each = await chosen(talk.conn, city, city.unit(found.unit_id), arg, now=talk.now)
    talk.data |= {"item": each.code, "level": each.level}
    return Step.CASES


async def none(talk: Talk, _: str) -> Literal[Step.CASES]:
    talk.data |= {"item": None, "level": "", "cases": 1}
    return Step.CASES


async def ask_cases(talk: Talk) -> None:
    city, found = await talk.city(), await _found(talk)
    talk.say(
        "finding-change-confirm",
        card=await card(talk.conn, city, found, talk.person, now=talk.now),
        cost=await cost_said(
            talk.conn,
            city,
            city.unit(found.unit_id),
            talk.data["item"],
            talk.data["level"],
            talk.data["cases"],
            now=talk.now,
        ),
        buttons=with_way_back(
            talk,
            [
                cases_buttons(talk.data["item"]),
                [step("other", "finding-other-item")],
                [step("decide", "finding-change-yes")],
            ],
        ),
    )


async def more(talk: Talk, arg: str) -> Literal[Step.CASES]:
    talk.data["cases"] = another_count(talk.data["cases"], arg)
    return Step.CASES


async def cases_typed(talk: Talk, typed: str) -> Literal[Step.CASES]:
    try:
        talk.data["cases"] = read_cases(typed)
    except Refusal as no:
        talk.notes.append(Msg(no.message_id, no.given))
    return Step.CASES


async def other(talk: Talk, _: str) -> Literal[Step.ITEM]:
    await _found(talk)
    return Step.ITEM


async def decide(talk: Talk, _: str) -> Literal[Step.DONE]:
    city = await talk.city()
    done = await decide_finding.decide(
        talk.conn,
        city,
        talk.person,
        talk.data["matter"],
        "change",
        decided=Decision(talk.data["item"], talk.data["level"], talk.data["cases"]),
        now=talk.now,
    )
    talk.say(
        await card(talk.conn, city, done, talk.person, now=talk.now),
        buttons=await buttons_for(talk.conn, city, talk.person, done),
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="change-finding", roles=JUDGES, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.ITEM: Place(ask=ask_item, on_tap={"item": item, "none": none}),
        Step.CASES: Place(
            ask=ask_cases,
            on_tap={"more": more, "other": other, "decide": decide},
            on_text=cases_typed,
        ),
    },
)
