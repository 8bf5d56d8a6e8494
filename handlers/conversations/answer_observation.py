"""Answer an observation for the observed unit: what has been done, in words and pictures."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.came import FileSent
from handlers.conversations import observation_draft as gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations import answer_observation
from handlers.operations.observation_terms import answer_by, category, one_seen
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound, Outdated
from storage import observations


class Step(IntEnum):
    """Where the contact stands. A step's return type is its outgoing arrows."""

    CONTENT = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.CONTENT]:
    if not is_number(arg):
        raise NotFound("observation-gone")
    talk.data |= gathered.nothing() | {"observation": int(arg)}
    await answer_observation.answerable(talk.conn, talk.person, int(arg))
    return Step.CONTENT


async def ask_content(talk: Talk) -> None:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"])
    since = await observations.handed_over(talk.conn, [found.id])
    ready = bool(gathered.words_of(talk))
    submit = [[step("submit", "answer-observation-submit")]] if ready else []
    talk.say(
        "answer-observation-content",
        receipt=found.receipt,
        category=category(found.category),
        due=answer_by(await talk.city(), since[found.id]),
        gathered=gathered.so_far(talk) or msg("nothing"),
        ready=1 if ready else 0,
        buttons=with_way_back(talk, submit),
    )


async def add_words(talk: Talk, typed: str) -> Literal[Step.CONTENT]:
    gathered.take_words(talk, typed)
    return Step.CONTENT


async def add_file(talk: Talk, sent: FileSent) -> Literal[Step.CONTENT]:
    gathered.take_file(talk, sent, documents=True)
    return Step.CONTENT


async def submit(talk: Talk, _: str) -> Literal[Step.DONE]:
    try:
        found = await answer_observation.answer(
            talk.conn,
            await talk.city(),
            talk.person,
            talk.data["observation"],
            said=gathered.words_of(talk),
            files=gathered.files_of(talk, "unit"),
            now=talk.now,
        )
    except Outdated as late:
        gathered.overtaken(talk, late)
        return Step.DONE
    talk.say(
        "answer-observation-done",
        receipt=found.receipt,
        buttons=[[go("observations", "button-observations"), go("todo", "button-todo")]],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="answer-observation", roles=frozenset({"contact"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.CONTENT: Place(
            ask=ask_content, on_tap={"submit": submit}, on_text=add_words, on_file=add_file
        )
    },
)
