"""What the deeds of an observation's course have in common: ready answers, words, being late."""

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.operations.observing.observation_terms import SAID_MAX
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.observation_course import Deed
from scoring.refusals import NotFound, Outdated, Refusal

TEMPLATES_SHOWN = 8


async def template_buttons(talk: Talk, deed: Deed) -> list[list[Button]]:
    """Return a button for each ready answer to a deed."""
    ready = [each for each in (await talk.city()).templates if each.deed == deed]
    return pairs(
        step("template", "verbatim", str(each.id), text=each.name)
        for each in ready[:TEMPLATES_SHOWN]
    )


async def template_text(talk: Talk, arg: str) -> str:
    """Return the text of a ready answer; raise NotFound if it is no more."""
    for each in (await talk.city()).templates:
        if is_number(arg) and each.id == int(arg):
            return each.text
    raise NotFound("button-outdated")


def whole(typed: str) -> str:
    """Return a text as it is; raise Refusal where it is too long to be kept whole."""
    if len(typed) > SAID_MAX:
        raise Refusal("observe-words-too-long", most=str(SAID_MAX))
    return typed


def overtaken(talk: Talk, late: Outdated) -> None:
    """Say that somebody was faster; a conversation without an object is over."""
    look = go("observation", "button-observation", str(talk.data["observation"]))
    talk.say(Msg(late.message_id, late.given), buttons=[[look, go("todo", "button-todo")]])
