"""Take back a piece of evidence one sent oneself, once asked whether that is meant."""

from collections.abc import Sequence
from typing import Literal

from handlers.buttons import Button, is_number, pairs, step
from handlers.conversations.figures.attach_steps import Step
from handlers.operations.figures import evidence as deeds
from handlers.talk import Talk
from scoring.refusals import NotFound
from storage.evidence import Attached


def withdrawals(talk: Talk, there: Sequence[Attached]) -> list[list[Button]]:
    """Return a button for each piece one sent oneself, numbered as its line is."""
    mine = [
        step("withdraw", "evidence-withdraw", str(each.id), number=number)
        for number, each in enumerate(there, start=1)
        if talk.person.answers_for(each.by)
    ]
    return pairs(mine, 3)


async def withdraw(talk: Talk, arg: str) -> Literal[Step.SURE]:
    if not is_number(arg):
        raise NotFound("button-outdated")
    await deeds.withdrawable(talk.conn, await talk.city(), talk.person, int(arg), now=talk.now)
    talk.data["piece"] = int(arg)
    return Step.SURE


async def ask_sure(talk: Talk) -> None:
    found = await deeds.withdrawable(
        talk.conn, await talk.city(), talk.person, talk.data["piece"], now=talk.now
    )
    talk.say(
        "evidence-withdraw-sure",
        name=found.piece.name,
        buttons=[[step("yes", "evidence-withdraw-yes"), step("no", "evidence-withdraw-no")]],
    )


async def take_back(talk: Talk, _: str) -> Literal[Step.SEND]:
    found = await deeds.withdraw(
        talk.conn, await talk.city(), talk.person, talk.data["piece"], now=talk.now
    )
    talk.note("evidence-withdrawn", name=found.piece.name)
    return Step.SEND


async def leave_it(talk: Talk, _: str) -> Literal[Step.SEND]:
    del talk.data["piece"]
    return Step.SEND
