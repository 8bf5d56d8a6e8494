"""Refute an observation, with the reason; the unit hears only of one it has contested itself."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number
from handlers.conversations.observing.observation_words import (
    overtaken,
    template_buttons,
    template_text,
    whole,
)
from handlers.conversations.observing.verify import VERIFIERS
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.observation_news import words
from handlers.operations.observing.observation_parties import one_seen
from handlers.operations.observing.observation_step import Given, act, doable
from handlers.operations.observing.observation_terms import category
from handlers.talk import Talk
from scoring.refusals import NotFound, Outdated
from storage.observations import Observation


class Step(IntEnum):
    """Where the verifier stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    talk.data["observation"] = int(arg)
    await doable(talk.conn, talk.person, int(arg), "refuted", now=talk.now)
    return Step.WORDS


async def ask_reason(talk: Talk) -> None:
    found, city = await _observation(talk), await talk.city()
    talk.say(
        "refute-reason",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        category=category(city, found.category),
        said=words(found.said),
        contested=int(found.state == "unit_contests"),
        buttons=with_way_back(talk, await template_buttons(talk, "refuted")),
    )


async def refute_with_template(talk: Talk, arg: str) -> Literal[Step.DONE]:
    return await reason_typed(talk, await template_text(talk, arg))


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found, city = await _observation(talk), await talk.city()
    given = Given(whole(typed))
    try:
        await act(talk.conn, city, talk.person, found.id, "refuted", given, now=talk.now)
    except Outdated as late:
        overtaken(talk, late)
        return Step.DONE
    talk.say(
        "refute-done",
        receipt=found.receipt,
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


async def _observation(talk: Talk) -> Observation:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"], now=talk.now)
    return found


ERRAND = Errand(
    opening=Opening(name="refute", roles=VERIFIERS, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(
            ask=ask_reason, on_tap={"template": refute_with_template}, on_text=reason_typed
        )
    },
)
