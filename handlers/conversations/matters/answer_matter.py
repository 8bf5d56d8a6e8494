"""Do a deed in a matter with words and files: a plan, progress, the request to close, a check."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.matters import move_matter
from handlers.operations.matters.matter_card import card
from handlers.operations.matters.matter_terms import course_of, name_of, state_of
from handlers.talk import Talk
from handlers.texts import msg
from scoring.courses import Move
from scoring.refusals import NotFound
from storage.matters import File, Matter


class Step(IntEnum):
    """Where the person stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    number, _, deed = arg.partition(".")
    if not is_number(number):
        raise NotFound("matter-gone")
    talk.data |= gathered.nothing() | {"matter": int(number), "deed": deed}
    await _movable(talk)
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    found, move = await _movable(talk), await _move(talk)
    ready = _is_complete(talk, move)
    talk.say(
        "answer-matter",
        card=await card(talk.conn, await talk.city(), found, talk.person, now=talk.now),
        deed=talk.data["deed"],
        file=int(move.with_file),
        gathered=gathered.so_far(talk) or msg("nothing"),
        ready=int(ready),
        buttons=with_way_back(talk, [[step("submit", "answer-matter-submit")]] if ready else []),
    )


def _is_complete(talk: Talk, move: Move) -> bool:
    spoken = move.or_spoken and any(each["kind"] == "voice" for each in talk.data["files"])
    has_words = bool(gathered.words_of(talk).strip()) or spoken
    return (has_words or not move.in_words) and (bool(talk.data["files"]) or not move.with_file)


async def typed(talk: Talk, said: str) -> Literal[Step.WORDS]:
    gathered.take_words(talk, said)
    return Step.WORDS


async def sent(talk: Talk, file: FileSent) -> Literal[Step.WORDS]:
    gathered.take_file(talk, file, documents=True)
    return Step.WORDS


async def submit(talk: Talk, _: str) -> Literal[Step.WORDS, Step.DONE]:
    if not _is_complete(talk, await _move(talk)):
        return Step.WORDS
    done = await move_matter.act(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["matter"],
        talk.data["deed"],
        said=gathered.words_of(talk),
        files=[
            File("", each.kind, each.file_id, each.unique_id) for each in gathered.files_of(talk)
        ],
        now=talk.now,
    )
    talk.say(
        "answer-matter-done",
        name=name_of(done),
        deed=talk.data["deed"],
        state=state_of(done),
        buttons=[
            [go("matter", "button-matter", str(done.id), name=name_of(done))],
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )
    return Step.DONE


async def _movable(talk: Talk) -> Matter:
    return await move_matter.movable(talk.conn, talk.person, talk.data["matter"], talk.data["deed"])


async def _move(talk: Talk) -> Move:
    return course_of(await _movable(talk)).moves[talk.data["deed"]]


ERRAND = Errand(
    opening=Opening(
        name="answer-matter",
        roles=frozenset({"contact", "observer", "leader", "committee", "office"}),
        in_menu=False,
    ),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(ask=ask_words, on_tap={"submit": submit}, on_text=typed, on_file=sent)
    },
)
