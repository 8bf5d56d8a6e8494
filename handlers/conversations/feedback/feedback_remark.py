"""Remark on a quarter's observations (评议意见): one message that becomes part of the report."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import step
from handlers.conversations.feedback.feedback import asked_quarter, show
from handlers.conversations.the_office import OFFICE
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.feedback import feedback_report as deeds
from handlers.operations.feedback.feedback_report import REMARK_MAX
from handlers.operations.feedback.feedback_words import quarter_words
from handlers.talk import Talk
from handlers.texts import msg
from scoring.quarters import Quarter
from scoring.refusals import Locked
from storage import feedback


class Step(IntEnum):
    """Where the clerk stands who remarks. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    deeds.check_office(talk.person)
    quarter = await asked_quarter(talk, await talk.city(), arg)
    found = await feedback.released(talk.conn, str(quarter))
    if found is not None:
        raise Locked("feedback-released-already", quarter=quarter_words(quarter), since=found.at)
    talk.data["quarter"] = str(quarter)
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    quarter = Quarter.parse(talk.data["quarter"])
    said = await feedback.remark(talk.conn, str(quarter))
    clear = [[step("clear", "feedback-remark-clear")]] if said else []
    talk.say(
        "feedback-remark-ask",
        quarter=quarter_words(quarter),
        most=REMARK_MAX,
        now=msg("feedback-remark-now", said=said) if said else msg("nothing"),
        buttons=with_way_back(talk, clear),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    return await _kept(talk, typed)


async def clear(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _kept(talk, "")


async def _kept(talk: Talk, said: str) -> Literal[Step.DONE]:
    quarter = Quarter.parse(talk.data["quarter"])
    await deeds.say(talk.conn, talk.person, quarter, said, now=talk.now)
    talk.note("feedback-remark-kept")
    await show(talk, str(quarter))
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="feedback-remark", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={Step.WORDS: Place(ask=ask_words, on_text=words_typed, on_tap={"clear": clear})},
)
