"""Say what the monitoring unit thinks of a seasonal plan, for the office to read."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.targets import season_plans as deeds
from handlers.talk import Talk
from scoring.refusals import NotFound


class Step(IntEnum):
    """Where the monitoring unit stands that says what it thinks of a plan."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin_comment(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if not is_number(arg):
        raise NotFound("season-gone")
    made = await deeds.visible(talk.conn, await talk.city(), talk.person, int(arg))
    talk.data["plan"] = made.id
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    city = await talk.city()
    made = await deeds.visible(talk.conn, city, talk.person, talk.data["plan"])
    row = city.indicator(made.indicator_id)
    talk.say(
        "season-ask-comment",
        code=row.indicator.code,
        indicator=row.indicator.name,
        buttons=with_way_back(talk, []),
    )


async def comment(talk: Talk, typed: str) -> Literal[Step.DONE]:
    await deeds.comment(
        talk.conn, await talk.city(), talk.person, talk.data["plan"], said=typed, now=talk.now
    )
    talk.say("season-comment-sent", buttons=[[go("seasons", "button-seasons")]])
    return Step.DONE


ERRAND = Errand(
    opening=Opening(
        name="season-comment", roles=frozenset({"reporter", "reviewer"}), in_menu=False
    ),
    steps=Step,
    begin=begin_comment,
    places={Step.WORDS: Place(ask=ask_words, on_text=comment)},
)
