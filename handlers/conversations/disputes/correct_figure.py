"""Correct one disputed figure (更正): the new value, a look at the difference, and its filing."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import Unreadable
from handlers.grammar.figures import read_figures
from handlers.operations.disputes import correct_figure, restate_news
from handlers.operations.disputes.correct_figure import About, Correction
from handlers.operations.disputes.dispute_card import card, wanted_said
from handlers.operations.figures.desk import Typed, as_typed, lines_for
from handlers.show import answer
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.refusals import NotFound
from storage import disputes, restatements
from storage.readings import Reading


class Step(IntEnum):
    """Where the reporter stands. A step's return type is its outgoing arrows."""

    VALUE = 1  # saved in the database: never renumber
    LOOK = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.VALUE]:
    about = About.read(arg)
    if about is None:
        raise NotFound("dispute-gone")
    talk.data |= {"about": about.name, "typed": None}
    await _found(talk)
    return Step.VALUE


async def ask_value(talk: Talk) -> None:
    found = await _found(talk)
    city = await talk.city()
    row = city.indicator(found.indicator_id)
    ready = (
        [
            [
                step(
                    "wanted",
                    "correct-figure-wanted",
                    wanted=wanted_said(found.wanted, row.indicator.unit_of_measure),
                )
            ]
        ]
        if found.wanted is not None
        else []
    )
    talk.say(
        "correct-figure-value",
        card=await _card(talk),
        measure=row.indicator.unit_of_measure,
        buttons=with_way_back(talk, ready),
    )


async def take_wanted(talk: Talk, _: str) -> Literal[Step.VALUE, Step.LOOK]:
    found = await _found(talk)
    before = found.before
    match found.wanted:
        case None:
            return Step.VALUE
        case "no_data":
            return _keep(talk, before, Typed("no_data"))
        case "not_applicable":
            return _keep(talk, before, Typed("not_applicable"))
        case digits:
            return await value_typed(talk, digits)


async def value_typed(talk: Talk, typed: str) -> Literal[Step.VALUE, Step.LOOK]:
    found = await _found(talk)
    before = found.before
    city = await talk.city()
    row = city.indicator(found.indicator_id)
    said = read_figures(typed, unit_of_measure=row.indicator.unit_of_measure)
    lines = await lines_for(talk.conn, city, row, found.period, now=talk.now)
    line = next((each for each in lines if each.unit.id == found.unit_id), None)
    if line is None:
        raise NotFound("dispute-gone")
    read = as_typed(said.answer, line, base=said.base or before.base, growth=said.growth)
    if read is None:
        talk.note("correct-figure-same-here")
        return Step.VALUE
    if isinstance(read, Unreadable):
        talk.note("file-problem", text=typed[:60], reason=read.reason)
        return Step.VALUE
    return _keep(talk, before, read)


def _keep(talk: Talk, before: Reading, typed: Typed) -> Literal[Step.VALUE, Step.LOOK]:
    if (typed.answer, typed.value) == (before.answer, before.value) and typed.base == before.base:
        talk.note("correct-figure-same-here")
        return Step.VALUE
    talk.data["typed"] = typed.packed()
    return Step.LOOK


async def ask_look(talk: Talk) -> None:
    found = await _found(talk)
    before = found.before
    row = (await talk.city()).indicator(found.indicator_id)
    typed = Typed.unpacked(talk.data["typed"])
    talk.say(
        "correct-figure-look",
        unit=(await talk.city()).unit(found.unit_id).short_name,
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=found.period,
        old=answer(before, row.indicator.unit_of_measure),
        new=answer(_reading(found, typed), row.indicator.unit_of_measure),
        number=str(found.about.number),
        restated=int(found.about.is_restatement),
        reason=found.reason,
        buttons=with_way_back(talk, [[step("file", "correct-figure-file")]]),
    )


def _reading(found: Correction, typed: Typed) -> Reading:
    return Reading(unit_id=found.unit_id, answer=typed.answer, value=typed.value)


async def hand_in(talk: Talk, _: str) -> Literal[Step.DONE]:
    city, about = await talk.city(), _about(talk)
    await correct_figure.correct(
        talk.conn,
        city,
        talk.person,
        about,
        Typed.unpacked(talk.data["typed"]),
        sent_at=talk.when_acted,
        now=talk.now,
    )
    talk.say(
        "correct-figure-done",
        number=str(about.number),
        restated=int(about.is_restatement),
        buttons=[[_look_at(about), go("todo", "button-todo")]],
    )
    return Step.DONE


def _about(talk: Talk) -> About:
    about = About.read(talk.data["about"])
    if about is None:
        raise NotFound("dispute-gone")
    return about


def _look_at(about: About) -> Button:
    if about.is_restatement:
        return go("file", "file-next")
    return go("dispute", "button-dispute", str(about.number))


async def _card(talk: Talk) -> Msg:
    about, city = _about(talk), await talk.city()
    if about.is_restatement:
        asked = await restatements.one(talk.conn, about.number)
        return await restate_news.card(talk.conn, city, asked) if asked else msg("nothing")
    raised = await disputes.one(talk.conn, about.number)
    return await card(talk.conn, city, raised, now=talk.now) if raised else msg("nothing")


async def _found(talk: Talk) -> Correction:
    return await correct_figure.correctable(
        talk.conn, await talk.city(), talk.person, _about(talk), now=talk.now
    )


ERRAND = Errand(
    opening=Opening(name="correct-figure", roles=frozenset({"reporter"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.VALUE: Place(ask=ask_value, on_tap={"wanted": take_wanted}, on_text=value_typed),
        Step.LOOK: Place(ask=ask_look, on_tap={"file": hand_in}, on_text=value_typed),
    },
)
