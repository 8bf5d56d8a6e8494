"""Say something about a ledger entry: answer, add, send back, object, decide, revoke."""

from enum import IntEnum
from typing import Literal, cast

from handlers.buttons import go, is_number, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.ledger.ledger_entry import IN_WORDS, ROLES, is_inside
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.ledger import move_entry
from handlers.operations.ledger.ledger_terms import DOCUMENT_MAX, FILES_MAX, SAID_MAX, Matter
from handlers.operations.ledger.ledger_words import card
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.ledger_course import Deed
from scoring.refusals import NotFound
from storage.ledger_files import File

WITH_FILES: frozenset[Deed] = frozenset({"answer", "resubmit", "object"})


class Step(IntEnum):
    """Where the person stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    DOCUMENT = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS, Step.DOCUMENT]:
    number, _, deed = arg.partition(".")
    if not is_number(number) or deed not in IN_WORDS:
        raise NotFound("ledger-gone")
    talk.data |= gathered.nothing()
    talk.data |= {"entry": int(number), "deed": deed, "document": ""}
    await _movable(talk)
    return Step.DOCUMENT if deed == "propose_revoke" else Step.WORDS


async def ask_document(talk: Talk) -> None:
    talk.say(
        "answer-entry-document",
        card=await _card(talk),
        most=DOCUMENT_MAX,
        buttons=with_way_back(talk, []),
    )


async def document_typed(talk: Talk, typed: str) -> Literal[Step.DOCUMENT, Step.WORDS]:
    if len(typed) > DOCUMENT_MAX:
        talk.note("dispute-too-long", most=DOCUMENT_MAX)
        return Step.DOCUMENT
    talk.data["document"] = typed
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    said = bool(gathered.words_of(talk).strip())
    talk.say(
        "answer-entry",
        card=await _card(talk),
        deed=_deed(talk),
        most=SAID_MAX,
        files=int(_deed(talk) in WITH_FILES),
        gathered=gathered.so_far(talk) or msg("nothing"),
        ready=int(said),
        buttons=with_way_back(talk, [[step("submit", "ledger-submit")]] if said else []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.DONE]:
    if len(gathered.words_of(talk)) + len(typed) > SAID_MAX:
        talk.note("dispute-too-long", most=SAID_MAX)
        return Step.WORDS
    gathered.take_words(talk, typed)
    return Step.WORDS if _deed(talk) in WITH_FILES else await submit(talk, "")


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.WORDS]:
    if _deed(talk) not in WITH_FILES:
        talk.note("ledger-no-files-here")
    elif len(gathered.files_of(talk)) >= FILES_MAX:
        talk.note("dispute-files-full", most=FILES_MAX)
    else:
        gathered.take_file(talk, sent, documents=True)
    return Step.WORDS


async def submit(talk: Talk, _: str) -> Literal[Step.DONE]:
    city, number, deed = await talk.city(), int(talk.data["entry"]), _deed(talk)
    words = gathered.words_of(talk)
    await move_entry.act(
        talk.conn,
        city,
        talk.person,
        number,
        deed,
        said=words,
        document=str(talk.data["document"]),
        files=[File(e.kind, e.file_id, e.unique_id) for e in gathered.files_of(talk)],
        now=talk.now,
    )
    talk.say(
        "ledger-done",
        deed=deed,
        number=str(number),
        buttons=[
            [go("ledger-entry", "button-ledger-entry", str(number)), go("todo", "button-todo")]
        ],
    )
    return Step.DONE


async def _card(talk: Talk) -> Msg:
    matter = await _movable(talk)
    return await card(
        talk.conn,
        await talk.city(),
        matter,
        now=talk.now,
        is_inside=await is_inside(talk, matter),
    )


async def _movable(talk: Talk) -> Matter:
    return await move_entry.movable(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["entry"],
        _deed(talk),
        now=talk.now,
    )


def _deed(talk: Talk) -> Deed:
    return cast("Deed", talk.data["deed"])


ERRAND = Errand(
    opening=Opening(name="answer-entry", roles=ROLES, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(
            ask=ask_words, on_tap={"submit": submit}, on_text=words_typed, on_file=file_sent
        ),
        Step.DOCUMENT: Place(ask=ask_document, on_text=document_typed),
    },
)
