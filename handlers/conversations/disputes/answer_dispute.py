"""Answer in a dispute with a reason: keep the figure, go to the office, decide."""

from enum import IntEnum
from typing import Literal, cast

from handlers.buttons import go, is_number
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.disputes import move_dispute
from handlers.operations.disputes.dispute_card import IN_WORDS, card
from handlers.operations.disputes.dispute_terms import SAID_MAX
from handlers.talk import Talk
from scoring.disputes import Deed
from scoring.refusals import NotFound
from storage.disputes import Dispute


class Step(IntEnum):
    """Where the person stands. A step's return type is its outgoing arrows."""

    REASON = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.REASON]:
    number, _, deed = arg.partition(".")
    if not is_number(number) or deed not in IN_WORDS:
        raise NotFound("dispute-gone")
    talk.data |= {"dispute": int(number), "deed": deed}
    await _movable(talk)
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    found = await _movable(talk)
    talk.say(
        "answer-dispute",
        card=await card(talk.conn, await talk.city(), found, now=talk.now),
        deed=_deed(talk),
        most=SAID_MAX,
        buttons=with_way_back(talk, []),
    )


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.REASON, Step.DONE]:
    if len(typed) > SAID_MAX:
        talk.note("dispute-too-long", most=SAID_MAX)
        return Step.REASON
    city, deed = await talk.city(), _deed(talk)
    found = await move_dispute.act(
        talk.conn, city, talk.person, talk.data["dispute"], deed, said=typed, now=talk.now
    )
    talk.say(
        "answer-dispute-done",
        number=str(found.id),
        deed=deed,
        buttons=[
            [
                go("dispute", "button-dispute", str(found.id)),
                go("disputes", "button-disputes"),
            ],
            [go("todo", "button-todo")],
        ],
    )
    return Step.DONE


async def _movable(talk: Talk) -> Dispute:
    return await move_dispute.movable(
        talk.conn, await talk.city(), talk.person, talk.data["dispute"], _deed(talk)
    )


def _deed(talk: Talk) -> Deed:
    return cast("Deed", talk.data["deed"])


ERRAND = Errand(
    opening=Opening(
        name="answer-dispute",
        roles=frozenset({"contact", "reporter", "reviewer", "office"}),
        in_menu=False,
    ),
    steps=Step,
    begin=begin,
    places={Step.REASON: Place(ask=ask_reason, on_text=reason_typed)},
)
