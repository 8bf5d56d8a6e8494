"""Verify an observation with what was found on the spot, and hand it to its unit."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations.observing import choosing_unit
from handlers.conversations.observing.observation_words import (
    overtaken,
    template_buttons,
    template_text,
    whole,
)
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.observation_news import due_words, words
from handlers.operations.observing.observation_parties import one_seen
from handlers.operations.observing.observation_step import Given, doable, verify
from handlers.operations.observing.observation_terms import category
from handlers.talk import Talk
from scoring.refusals import NotFound, Outdated
from storage import observation_files
from storage.observations import Observation

VERIFIERS = frozenset({"office", "committee"})


class Step(IntEnum):
    """Where the verifier stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    UNIT = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    talk.data |= {"observation": int(arg), "to": None, "found": []}
    await doable(talk.conn, talk.person, int(arg), "verified", now=talk.now)
    return Step.WORDS


async def ask_findings(talk: Talk) -> None:
    found, city = await _observation(talk), await talk.city()
    files = await observation_files.files_of(talk.conn, found.id)
    rows = [[step("at-once", "verify-at-once")]] if found.said else []
    rows += await template_buttons(talk, "verified")
    rows += [[step("elsewhere", "verify-elsewhere")]]
    talk.say(
        "verify-findings",
        receipt=found.receipt,
        unit=city.unit(talk.data["to"] or found.unit_id).short_name,
        category=category(city, found.category),
        said=words(found.said),
        speaks=1 if found.said else 0,
        voices=sum(each.kind == "voice" for each in files),
        buttons=with_way_back(talk, rows),
    )


async def verify_at_once(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await findings_typed(talk, "")


async def verify_with_template(talk: Talk, arg: str) -> Literal[Step.DONE]:
    return await findings_typed(talk, await template_text(talk, arg))


async def findings_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found, city = await _observation(talk), await talk.city()
    given = Given(whole(typed), unit_id=talk.data["to"])
    try:
        found = await verify(talk.conn, city, talk.person, found.id, given, now=talk.now)
    except Outdated as late:
        overtaken(talk, late)
        return Step.DONE
    talk.say(
        "verify-done",
        receipt=found.receipt,
        state=found.state,
        unit=city.unit(found.unit_id).short_name,
        due=due_words(found),
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


async def elsewhere(talk: Talk, _: str) -> Literal[Step.UNIT]:
    talk.data["found"] = []
    return Step.UNIT


async def ask_unit(talk: Talk) -> None:
    found = await _observation(talk)
    rows = await choosing_unit.unit_buttons(talk, but=None)
    talk.say("dispatch-unit", receipt=found.receipt, buttons=with_way_back(talk, rows))


async def unit(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    talk.data["to"] = await choosing_unit.unit_tapped(talk, arg)
    return Step.WORDS


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.WORDS]:
    chosen = await choosing_unit.unit_typed(talk, typed)
    if chosen is None:
        return Step.UNIT
    talk.data["to"] = chosen
    return Step.WORDS


async def _observation(talk: Talk) -> Observation:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"], now=talk.now)
    return found


ERRAND = Errand(
    opening=Opening(name="verify", roles=VERIFIERS, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(
            ask=ask_findings,
            on_tap={
                "at-once": verify_at_once,
                "template": verify_with_template,
                "elsewhere": elsewhere,
            },
            on_text=findings_typed,
        ),
        Step.UNIT: Place(ask=ask_unit, on_tap={"unit": unit}, on_text=unit_typed),
    },
)
