"""The observer looks again and says whether it is really fixed, with words or without."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations import observation_draft as gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations import confirm_fixed as judging
from handlers.operations.observation_terms import SAID_MAX, one_seen
from handlers.talk import Talk
from scoring.refusals import NotFound, Outdated, Refusal
from storage.observations import Observation


class Step(IntEnum):
    """Where the observer stands. A step's return type is its outgoing arrows."""

    FIXED = 1  # saved in the database: never renumber
    NOT_FIXED = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.FIXED, Step.NOT_FIXED]:
    number, _, verdict = arg.partition(".")
    if not is_number(number) or verdict not in {"yes", "no"}:
        raise NotFound("observation-gone")
    talk.data["observation"] = int(number)
    await judging.judged_by(talk.conn, talk.person, int(number))
    return Step.FIXED if verdict == "yes" else Step.NOT_FIXED


async def ask_fixed(talk: Talk) -> None:
    found = await _observation(talk)
    talk.say(
        "confirm-fixed",
        receipt=found.receipt,
        unit=(await talk.city()).unit(found.unit_id).short_name,
        buttons=with_way_back(talk, [[step("fixed", "confirm-fixed-yes")]]),
    )


async def ask_not_fixed(talk: Talk) -> None:
    found = await _observation(talk)
    talk.say(
        "confirm-not-fixed",
        receipt=found.receipt,
        unit=(await talk.city()).unit(found.unit_id).short_name,
        buttons=with_way_back(talk, [[step("not-fixed", "confirm-fixed-no")]]),
    )


async def fixed(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await fixed_typed(talk, "")


async def not_fixed(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await not_fixed_typed(talk, "")


async def fixed_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found = await _observation(talk)
    try:
        await judging.confirm_fixed(
            talk.conn, await talk.city(), talk.person, found.id, said=_whole(typed), now=talk.now
        )
    except Outdated as late:
        gathered.overtaken(talk, late)
        return Step.DONE
    talk.say(
        "confirm-fixed-done",
        receipt=found.receipt,
        buttons=[[go("observations", "button-observations"), go("observe", "observe-another")]],
    )
    return Step.DONE


async def not_fixed_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found = await _observation(talk)
    try:
        due = await judging.report_not_fixed(
            talk.conn, await talk.city(), talk.person, found.id, said=_whole(typed), now=talk.now
        )
    except Outdated as late:
        gathered.overtaken(talk, late)
        return Step.DONE
    talk.say(
        "confirm-not-fixed-done",
        receipt=found.receipt,
        due=due,
        buttons=[[go("observations", "button-observations"), go("observe", "observe-another")]],
    )
    return Step.DONE


async def _observation(talk: Talk) -> Observation:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"])
    return found


def _whole(typed: str) -> str:
    if len(typed) > SAID_MAX:
        raise Refusal("observe-words-too-long", most=str(SAID_MAX))
    return typed


ERRAND = Errand(
    opening=Opening(name="confirm-fixed", roles=frozenset({"observer"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.FIXED: Place(ask=ask_fixed, on_tap={"fixed": fixed}, on_text=fixed_typed),
        Step.NOT_FIXED: Place(
            ask=ask_not_fixed, on_tap={"not-fixed": not_fixed}, on_text=not_fixed_typed
        ),
    },
)
