"""Verify an observation with what was found on the spot, or refute it with the reason."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations import observation_draft as gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations import verify_observation
from handlers.operations.observation_news import words
from handlers.operations.observation_terms import SAID_MAX, category, one_seen
from handlers.talk import Talk
from scoring.refusals import NotFound, Outdated, Refusal
from storage.observations import Observation

OFFICE = frozenset({"office"})


class Step(IntEnum):
    """Where the verifier stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    talk.data["observation"] = int(arg)
    await verify_observation.verifiable(talk.conn, talk.person, int(arg))
    return Step.WORDS


async def ask_findings(talk: Talk) -> None:
    found = await _observation(talk)
    at_once = [[step("at-once", "verify-at-once")]] if found.said else []
    talk.say(
        "verify-findings",
        receipt=found.receipt,
        unit=(await talk.city()).unit(found.unit_id).short_name,
        category=category(found.category),
        said=words(found.said),
        speaks=1 if found.said else 0,
        buttons=with_way_back(talk, at_once),
    )


async def verify_at_once(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await findings_typed(talk, "")


async def findings_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found, city = await _observation(talk), await talk.city()
    try:
        due = await verify_observation.verify(
            talk.conn, city, talk.person, found.id, findings=_whole(typed), now=talk.now
        )
    except Outdated as late:
        gathered.overtaken(talk, late)
        return Step.DONE
    talk.say(
        "verify-done",
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        due=due,
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


async def ask_reason(talk: Talk) -> None:
    found = await _observation(talk)
    talk.say(
        "refute-reason",
        receipt=found.receipt,
        unit=(await talk.city()).unit(found.unit_id).short_name,
        category=category(found.category),
        said=words(found.said),
        buttons=with_way_back(talk, []),
    )


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found, city = await _observation(talk), await talk.city()
    try:
        await verify_observation.refute(
            talk.conn, city, talk.person, found.id, reason=_whole(typed), now=talk.now
        )
    except Outdated as late:
        gathered.overtaken(talk, late)
        return Step.DONE
    talk.say(
        "refute-done",
        receipt=found.receipt,
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


async def _observation(talk: Talk) -> Observation:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"])
    return found


def _whole(typed: str) -> str:
    if len(typed) > SAID_MAX:
        raise Refusal("observe-words-too-long", most=str(SAID_MAX))
    return typed


VERIFY = Errand(
    opening=Opening(name="verify", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(
            ask=ask_findings, on_tap={"at-once": verify_at_once}, on_text=findings_typed
        )
    },
)
REFUTE = Errand(
    opening=Opening(name="refute", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={Step.WORDS: Place(ask=ask_reason, on_text=reason_typed)},
)
ERRANDS = (VERIFY, REFUTE)
