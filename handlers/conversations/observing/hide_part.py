"""Hide a part of an observation, or show it again: which one, and why."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, step
from handlers.conversations.gathered import shortened
from handlers.conversations.the_office import OFFICE
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.moderate_observation import (
    moderate,
    moderated_by,
    part_kind,
    parts_of,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotFound
from storage import observation_files, observation_hidings, observations
from storage.observation_hidings import Hiding
from storage.observations import Observation

LABEL_TEXT = 24


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    WHAT = 1  # saved in the database: never renumber
    REASON = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WHAT]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    await moderated_by(talk.conn, talk.person, int(arg), now=talk.now)
    talk.data |= {"observation": int(arg), "what": ""}
    return Step.WHAT


async def ask_what(talk: Talk) -> None:
    found = await _observation(talk)
    hidden = await observation_hidings.hidden(talk.conn, found.id)
    rows: list[list[Button]] = []
    for what in await parts_of(talk.conn, found):
        label = await _label(talk, found, what)
        on = int(what in hidden)
        rows.append([step("what", "hide-part", what, on=on, part=label)])
    past = await observation_hidings.history(talk.conn, found.id)
    talk.say(
        "hide-what",
        receipt=found.receipt,
        lines=[
            msg(
                "hide-line",
                at=each.at,
                deed=each.deed,
                what=part_kind(each.what),
                reason=each.reason,
            )
            for each in past
        ]
        or msg("nothing"),
        buttons=with_way_back(talk, rows),
    )


async def _label(talk: Talk, found: Observation, what: str) -> Msg:
    kind, _, number = what.partition(":")
    text = found.said if kind == "said" else ""
    if kind == "event":
        events = await observations.events_of(talk.conn, found.id)
        text = next((each.said or "" for each in events if str(each.id) == number), "")
    if kind == "file":
        files = await observation_files.files_of(talk.conn, found.id)
        at = next((n for n, each in enumerate(files, start=1) if str(each.id) == number), 0)
        text = f"{at}/{len(files)}"
    return msg("hide-part-name", kind=kind, text=shortened(text, LABEL_TEXT))


async def what(talk: Talk, arg: str) -> Literal[Step.REASON]:
    if arg not in await parts_of(talk.conn, await _observation(talk)):
        raise NotFound("button-outdated")
    talk.data["what"] = arg
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    found = await _observation(talk)
    talk.say(
        "hide-reason",
        receipt=found.receipt,
        part=await _label(talk, found, talk.data["what"]),
        deed=await _deed(talk, found),
        buttons=with_way_back(talk, []),
    )


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found = await _observation(talk)
    deed = await _deed(talk, found)
    told = await moderate(
        talk.conn,
        await talk.city(),
        talk.person,
        found.id,
        talk.data["what"],
        deed,
        reason=typed,
        now=talk.now,
    )
    talk.say(
        "hide-done",
        receipt=found.receipt,
        deed=deed,
        count=told,
        buttons=[[go("observation", "button-observation", str(found.id))]],
    )
    return Step.DONE


async def _deed(talk: Talk, found: Observation) -> Hiding:
    hidden = await observation_hidings.hidden(talk.conn, found.id)
    return "show" if talk.data["what"] in hidden else "hide"


async def _observation(talk: Talk) -> Observation:
    return await moderated_by(talk.conn, talk.person, talk.data["observation"], now=talk.now)


ERRAND = Errand(
    opening=Opening(name="hide", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WHAT: Place(ask=ask_what, on_tap={"what": what}),
        Step.REASON: Place(ask=ask_reason, on_text=reason_typed),
    },
)
