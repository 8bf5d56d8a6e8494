"""The observer looks again and says whether it is really fixed, partly, or not at all."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations.observing.observation_words import overtaken, whole
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.observation_news import due_words
from handlers.operations.observing.observation_parties import one_seen
from handlers.operations.observing.observation_step import Given, act, doable
from handlers.talk import Talk
from scoring.observation_course import Deed
from scoring.refusals import NotFound, Outdated
from storage.observations import Observation

DEEDS: dict[str, Deed] = {"yes": "fixed", "no": "not_fixed", "part": "partly_fixed"}


class Step(IntEnum):
    """Where the observer stands. A step's return type is its outgoing arrows."""

    FIXED = 1  # saved in the database: never renumber
    NOT_FIXED = 2
    PARTLY = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.FIXED, Step.NOT_FIXED, Step.PARTLY]:
    number, _, verdict = arg.partition(".")
    if not is_number(number) or verdict not in DEEDS:
        raise NotFound("observation-gone")
    talk.data["observation"] = int(number)
    await doable(talk.conn, talk.person, int(number), DEEDS[verdict], now=talk.now)
    if verdict == "part":
        return Step.PARTLY
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


async def ask_partly(talk: Talk) -> None:
    found = await _observation(talk)
    talk.say(
        "confirm-partly-fixed",
        receipt=found.receipt,
        unit=(await talk.city()).unit(found.unit_id).short_name,
        buttons=with_way_back(talk, []),
    )


async def fixed(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _say(talk, "fixed", "")


async def not_fixed(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _say(talk, "not_fixed", "")


async def fixed_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    return await _say(talk, "fixed", typed)


async def not_fixed_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    return await _say(talk, "not_fixed", typed)


async def partly_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    return await _say(talk, "partly_fixed", typed)


async def _say(talk: Talk, deed: Deed, typed: str) -> Literal[Step.DONE]:
    found, given = await _observation(talk), Given(whole(typed))
    try:
        found = await act(
            talk.conn, await talk.city(), talk.person, found.id, deed, given, now=talk.now
        )
    except Outdated as late:
        overtaken(talk, late)
        return Step.DONE
    talk.say(
        "confirm-fixed-done",
        receipt=found.receipt,
        deed=deed,
        state=found.state,
        due=due_words(found),
        buttons=[[go("observations", "button-observations"), go("observe", "observe-another")]],
    )
    return Step.DONE


async def _observation(talk: Talk) -> Observation:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"], now=talk.now)
    return found


ERRAND = Errand(
    opening=Opening(name="confirm-fixed", roles=frozenset({"observer"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.FIXED: Place(ask=ask_fixed, on_tap={"fixed": fixed}, on_text=fixed_typed),
        Step.NOT_FIXED: Place(
            ask=ask_not_fixed, on_tap={"not-fixed": not_fixed}, on_text=not_fixed_typed
        ),
        Step.PARTLY: Place(ask=ask_partly, on_text=partly_typed),
    },
)
