"""Handing an observation in: what is alike is shown first, and can be joined instead."""

from typing import Literal

from handlers.buttons import go, is_number, pairs, step
from handlers.conversations import gathered
from handlers.conversations.observing.observe_questions import answers_of
from handlers.conversations.observing.observe_steps import Step
from handlers.errands import with_way_back
from handlers.operations.observing import join_observation, observe
from handlers.operations.observing.observation_masks import Veil
from handlers.operations.observing.observation_terms import category, state
from handlers.operations.observing.observe import Sight
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound

ALIKE_SHOWN = 3
ALIKE_TEXT = 60


async def submit(talk: Talk, _: str) -> Literal[Step.CONTENT, Step.ALIKE, Step.DONE]:
    if not gathered.has_substance(talk):
        return Step.CONTENT
    alike = await join_observation.alike(talk.conn, _sight(talk), now=talk.now)
    return Step.ALIKE if alike else await _report(talk)


async def ask_alike(talk: Talk) -> None:
    city = await talk.city()
    alike = await join_observation.alike(talk.conn, _sight(talk), now=talk.now)
    shown = alike[-ALIKE_SHOWN:]
    lines = [
        msg(
            "observe-alike-line",
            number=number,
            at=each.filed_at.astimezone(city.zone).date(),
            state=state(each),
            text=gathered.shortened((await Veil.over(talk.conn, each)).said(), ALIKE_TEXT),
        )
        for number, each in enumerate(shown, start=1)
    ]
    joinable = [
        step("join", "observe-join", str(each.id), number=number)
        for number, each in enumerate(shown, start=1)
        if not talk.person.answers_for(each.observer_id)
    ]
    talk.say(
        "observe-alike",
        unit=city.unit(talk.data["unit"]).short_name,
        category=category(city, talk.data["category"]),
        count=len(alike),
        lines=lines,
        buttons=with_way_back(talk, [*pairs(joinable), [step("anyway", "observe-anyway")]]),
    )


async def join(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if not is_number(arg):
        raise NotFound("button-outdated")
    found = await join_observation.join(
        talk.conn, await talk.city(), talk.person, int(arg), _sight(talk), now=talk.now
    )
    talk.say(
        "observe-joined",
        receipt=found.receipt,
        state=state(found),
        buttons=[
            [go("observation", "button-observation", str(found.id))],
            [go("observe", "observe-another"), go("observations", "button-observations")],
        ],
    )
    return Step.DONE


async def anyway(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _report(talk)


def _sight(talk: Talk) -> Sight:
    return Sight(
        point_id=talk.data["point"],
        unit_id=talk.data["unit"],
        category=talk.data["category"],
        said=gathered.words_of(talk),
        files=gathered.files_of(talk),
        place=gathered.place_of(talk),
        answers=answers_of(talk),
    )


async def _report(talk: Talk) -> Literal[Step.DONE]:
    city, sight = await talk.city(), _sight(talk)
    receipt = await observe.report(talk.conn, city, talk.person, sight, now=talk.now)
    number = str(receipt.observation.id)
    talk.say(
        "observe-receipt",
        receipt=receipt.observation.receipt,
        unit=city.unit(sight.unit_id).short_name,
        category=category(city, sight.category),
        due=receipt.verify_by,
        placed=int(sight.place is not None),
        buttons=[
            [go("observe", "observe-another"), go("observations", "button-observations")],
            [go("observation", "button-observation", number)],
        ],
    )
    return Step.DONE
