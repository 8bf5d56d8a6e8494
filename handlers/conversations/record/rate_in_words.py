"""Rate an analysis for a reason of one's own: the words first, then the level with one tap."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.figures import analyses as deeds
from handlers.operations.record import rate_analysis
from handlers.talk import Talk
from scoring.analysis_record import LEVELS
from scoring.permissions import may_rate_analysis
from scoring.refusals import NotAllowed, NotFound, Refusal


class Step(IntEnum):
    """Where the clerk stands who rates in words."""

    WORDS = 1  # saved in the database: never renumber
    LEVEL = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    about, _, seen = arg.rpartition(".")
    if not is_number(seen):
        raise NotFound("analysis-gone")
    asked = await deeds.find(talk.conn, await talk.city(), about, now=talk.now)
    if not may_rate_analysis(talk.person.roles, monitoring_unit_id=asked.unit.id):
        raise NotAllowed("analysis-not-yours-to-rate")
    talk.data |= {"about": asked.arg, "seen": int(seen), "reason": ""}
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    asked = await deeds.find(talk.conn, await talk.city(), talk.data["about"], now=talk.now)
    talk.say(
        "analysis-ask-reason",
        unit=asked.unit.short_name,
        period=asked.period,
        buttons=with_way_back(talk, []),
    )


async def words(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.LEVEL]:
    said = typed.strip()[: rate_analysis.REASON_MAX]
    if not said:
        return Step.WORDS
    talk.data["reason"] = said
    return Step.LEVEL


async def ask_level(talk: Talk) -> None:
    asked = await deeds.find(talk.conn, await talk.city(), talk.data["about"], now=talk.now)
    levels = [[step("level", f"analysis-level-{each}", each)] for each in LEVELS]
    talk.say(
        "analysis-ask-level",
        unit=asked.unit.short_name,
        period=asked.period,
        reason=talk.data["reason"],
        buttons=with_way_back(talk, levels),
    )


async def level(talk: Talk, arg: str) -> Literal[Step.DONE]:
    if arg not in LEVELS:
        raise Refusal("button-outdated")
    done = await rate_analysis.rate(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["about"],
        arg,
        seen=talk.data["seen"],
        reason=talk.data["reason"],
        now=talk.now,
    )
    talk.say(
        "analysis-rated-in-words",
        unit=done.unit.short_name,
        period=done.period,
        level=arg,
        reason=talk.data["reason"],
        buttons=[
            [go("analysis-card", "analysis-open", done.arg), go("analyses", "analyses-all")],
            [go("todo", "button-todo")],
        ],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="rate-in-words", roles=frozenset({"office"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(ask=ask_words, on_text=words),
        Step.LEVEL: Place(ask=ask_level, on_tap={"level": level}, on_text=words),
    },
)
