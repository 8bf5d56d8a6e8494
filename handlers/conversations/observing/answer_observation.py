"""Answer an observation for the observed unit: fixed, partly, or closed without being fixed."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.observing.observation_words import (
    overtaken,
    template_buttons,
    template_text,
)
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.observation_news import due_words
from handlers.operations.observing.observation_parties import Parties, one_seen
from handlers.operations.observing.observation_step import Given, act, doable
from handlers.operations.observing.observation_terms import category
from handlers.talk import Talk
from handlers.texts import msg
from scoring.observation_course import Deed
from scoring.refusals import NotFound, Outdated

WAYS: tuple[tuple[str, Deed], ...] = (
    ("submit", "answered"),
    ("partly", "partly_answered"),
    ("decline", "declined"),
)


class Step(IntEnum):
    """Where the contact stands. A step's return type is its outgoing arrows."""

    CONTENT = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.CONTENT]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    talk.data |= gathered.nothing() | {"observation": int(arg)}
    await doable(talk.conn, talk.person, int(arg), "answered", now=talk.now)
    return Step.CONTENT


async def ask_content(talk: Talk) -> None:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"], now=talk.now)
    ready = bool(gathered.words_of(talk))
    deeds = await Parties(talk.conn, now=talk.now).deeds(talk.person, found)
    rows: list[list[Button]] = []
    if ready:
        rows = [[_button(action)] for action, deed in WAYS if deed in deeds]
    else:
        rows = await template_buttons(talk, "answered")
    talk.say(
        "answer-observation-content",
        receipt=found.receipt,
        category=category(await talk.city(), found.category),
        due=due_words(found),
        gathered=gathered.so_far(talk) or msg("nothing"),
        ready=1 if ready else 0,
        buttons=with_way_back(talk, rows),
    )


def _button(action: str) -> Button:
    match action:
        case "submit":
            return step("submit", "answer-observation-submit")
        case "partly":
            return step("partly", "answer-observation-partly")
        case _:
            return step("decline", "answer-observation-decline")


async def add_words(talk: Talk, typed: str) -> Literal[Step.CONTENT]:
    gathered.take_words(talk, typed)
    return Step.CONTENT


async def add_template(talk: Talk, arg: str) -> Literal[Step.CONTENT]:
    gathered.take_words(talk, await template_text(talk, arg))
    return Step.CONTENT


async def add_file(talk: Talk, sent: FileSent) -> Literal[Step.CONTENT]:
    gathered.take_file(talk, sent, documents=True)
    return Step.CONTENT


async def submit(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _hand_in(talk, "answered")


async def partly(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _hand_in(talk, "partly_answered")


async def decline(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _hand_in(talk, "declined")


async def _hand_in(talk: Talk, deed: Deed) -> Literal[Step.DONE]:
    given = Given(gathered.words_of(talk), gathered.files_of(talk, "unit"))
    try:
        found = await act(
            talk.conn,
            await talk.city(),
            talk.person,
            talk.data["observation"],
            deed,
            given,
            now=talk.now,
        )
    except Outdated as late:
        overtaken(talk, late)
        return Step.DONE
    talk.say(
        "answer-observation-done",
        receipt=found.receipt,
        deed=deed,
        due=due_words(found),
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="answer-observation", roles=frozenset({"contact"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.CONTENT: Place(
            ask=ask_content,
            on_tap={
                "submit": submit,
                "partly": partly,
                "decline": decline,
                "template": add_template,
            },
            on_text=add_words,
            on_file=add_file,
        )
    },
)
