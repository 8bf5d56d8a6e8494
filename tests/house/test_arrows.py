"""The drawing of the conversations is read from the steps themselves."""

from enum import IntEnum
from typing import Literal

import pytest

from bot.arrows import DRAWING, UndeclaredArrowsError, arrows, drawing
from handlers.contents import EVERYTHING
from handlers.errands import Errand, Opening, Place

ERRANDS = [each for each in EVERYTHING if isinstance(each, Errand)]


class Step(IntEnum):
    ASK = 1
    SURE = 2
    DONE = -1


async def begin(talk, arg: str) -> Literal[Step.ASK]:
    return Step.ASK


async def typed(talk, text: str) -> Literal[Step.ASK, Step.SURE]:
    return Step.SURE


async def agreed(talk, arg: str) -> Literal[Step.DONE]:
    return Step.DONE


async def anywhere(talk, arg: str) -> Step:
    return Step.DONE


async def ask(talk) -> None:
    return None


def errand(on_tap):
    return Errand(
        opening=Opening(name="example"),
        begin=begin,
        steps=Step,
        places={
            Step.ASK: Place(ask=ask, on_text=typed),
            Step.SURE: Place(ask=ask, on_tap={"yes": on_tap}),
        },
    )


def test_the_drawing_is_what_the_steps_say_today(texts):
    assert DRAWING.read_text(encoding="utf-8") == drawing(texts), "run: python -m bot.arrows"


def test_every_errand_is_drawn(texts):
    drawn = drawing(texts)
    assert [each.opening.name for each in ERRANDS if f"\n## {each.opening.name}\n" in drawn] == [
        each.opening.name for each in ERRANDS
    ]


def test_arrows_are_the_return_types_of_steps():
    assert arrows(errand(agreed)) == {
        ("[*]", "ASK"): [""],
        ("ASK", "ASK"): ["text"],
        ("ASK", "SURE"): ["text"],
        ("SURE", "[*]"): ["tap yes"],
    }


def test_a_step_that_does_not_say_where_it_leads_is_refused():
    with pytest.raises(UndeclaredArrowsError, match="anywhere"):
        arrows(errand(anywhere))


@pytest.mark.parametrize("each", ERRANDS, ids=lambda each: each.opening.name)
def test_every_step_can_be_reached_and_the_end_from_it(each):
    leads = arrows(each).keys()
    assert reached("[*]", leads) == {step.name for step in each.steps if step != -1} | {"[*]"}
    back = {(there, here) for here, there in leads}
    assert reached("[*]", back) == reached("[*]", leads)


def reached(start, leads):
    found, fresh = set(), {start}
    while fresh:
        fresh = {there for here, there in leads if here in fresh} - found
        found |= fresh
    return found
