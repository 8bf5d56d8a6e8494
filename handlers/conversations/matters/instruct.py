"""Give an instruction (批示): one line or a voice message, to whom, by when."""

from datetime import date, datetime
from typing import Literal

from handlers.buttons import step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.matters import instruct_whom as whom
from handlers.conversations.matters.instruct_steps import Step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.matters import instruct
from handlers.operations.matters.instruct import Instruction
from handlers.operations.matters.instruct_about import said, under
from handlers.operations.matters.instruct_days import day_buttons
from handlers.operations.matters.instruct_sight import seen as seen_then
from handlers.operations.matters.instruct_subject import subject
from handlers.operations.matters.matter_card import buttons_for, card
from handlers.operations.matters.matter_news import card_key
from handlers.operations.matters.matter_terms import TITLE_MAX, close_of
from handlers.talk import Talk
from handlers.texts import msg
from storage import sights
from storage.matters import File
from storage.sights import Sight

TEXT_SHOWN = 60
YEARS_AHEAD = 2


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    """Start under what was tapped ("uT01.2013-09", "r区镇.2013-09", "o5"), or with nothing."""
    city, tapped = await talk.city(), talk.came.tap is not None
    under = await subject(talk.conn, city, talk.person, arg if tapped else "", now=talk.now)
    talk.data |= gathered.nothing()
    talk.data |= {
        "unit": under.unit_id,
        "about": under.about,
        "offered": list(under.offered),
        "seen_at": (await _seen_at(talk)).isoformat(),
        "person": None,
        "finish": "",
        "found": [],
    }
    if under.unit_id:
        instruct.check(talk.person, under.unit_id)
    return Step.WORDS


async def _seen_at(talk: Talk) -> datetime:
    """Return when the message under which it was tapped came to show what it shows."""
    message_id = talk.came.tapped_message_id
    if message_id is None:
        return talk.now
    return await sights.shown_at(talk.conn, talk.came.chat_id, message_id) or talk.now


# --- what ------------------------------------------------------------------------------------


async def ask_words(talk: Talk) -> None:
    talk.say(
        "instruct-words",
        unit=await whom.unit_said(talk),
        most=TITLE_MAX,
        buttons=with_way_back(talk, []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    if len(typed) > TITLE_MAX:
        talk.note("issue-too-long", most=TITLE_MAX)
    talk.data["said"] = [typed[:TITLE_MAX]]
    return _after_words(talk)


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    gathered.take_file(talk, sent)
    return _after_words(talk)


def _after_words(talk: Talk) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    if not gathered.has_substance(talk):
        return Step.WORDS
    return Step.TO if talk.data["unit"] else Step.UNIT


# --- by when ---------------------------------------------------------------------------------


async def ask_due(talk: Talk) -> None:
    rows = day_buttons(await talk.city(), talk.now, "due")
    talk.say("instruct-due", to=await whom.to_said(talk), buttons=with_way_back(talk, rows))


async def due(talk: Talk, arg: str) -> Literal[Step.DUE, Step.CONFIRM]:
    try:
        return await _take_day(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.DUE


async def due_typed(talk: Talk, typed: str) -> Literal[Step.DUE, Step.CONFIRM]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.DUE
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.DUE, Step.CONFIRM]:
    finish = close_of(await talk.city(), day)
    if day < talk.today or finish <= talk.now or day.year > talk.today.year + YEARS_AHEAD:
        talk.note("issue-day-wrong", day=day)
        return Step.DUE
    if finish.date() != day:
        talk.note("due-day-off", day=day, until=finish.date())
    talk.data["finish"] = finish.isoformat()
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    talk.say(
        "instruct-confirm",
        to=await whom.to_said(talk),
        gathered=gathered.so_far(talk),
        finish=datetime.fromisoformat(talk.data["finish"]),
        about=under(await talk.city(), talk.data["about"]),
        seen=said(seen) if (seen := await _seen(talk)) else msg("nothing"),
        buttons=with_way_back(talk, [[step("give", "instruct-yes")]]),
    )


async def give(talk: Talk, _: str) -> Literal[Step.DUE, Step.DONE]:
    """Give it; the message in which it was confirmed becomes the card that shows how it stands."""
    city, finish = await talk.city(), datetime.fromisoformat(talk.data["finish"])
    if finish <= talk.now:
        talk.note("rectification-finish-past")
        return Step.DUE
    kept = gathered.files_of(talk)
    given = Instruction(
        unit_id=talk.data["unit"],
        words=gathered.words_of(talk),
        finish_by=finish,
        person_id=talk.data["person"],
        about=talk.data["about"],
        seen=await _seen(talk),
        files=[File("owner", each.kind, each.file_id, each.unique_id) for each in kept],
    )
    found = await instruct.instruct(talk.conn, city, talk.person, given, now=talk.now)
    talk.say(
        await card(talk.conn, city, found, talk.person, now=talk.now),
        buttons=await buttons_for(talk.conn, city, talk.person, found, files=len(kept)),
    )
    talk.remember_as(card_key(found.id, talk.person.id))
    return Step.DONE


async def _seen(talk: Talk) -> Sight | None:
    """Return the numbers that were on the screen when [批示] was tapped."""
    city, at = await talk.city(), datetime.fromisoformat(talk.data["seen_at"])
    about: str | None = talk.data["about"]
    return await seen_then(
        talk.conn, city, talk.services.boards, about, await whom.unit_of(talk), at=at, now=talk.now
    )


ERRAND = Errand(
    opening=Opening(
        name="instruct",
        commands=("instruct",),
        words=("作批示",),
        roles=frozenset({"leader", "committee"}),
    ),
    steps=Step,
    version=2,
    begin=begin,
    places={
        Step.WORDS: Place(ask=ask_words, on_text=words_typed, on_file=file_sent),
        Step.TO: Place(
            ask=whom.ask_to,
            on_text=whom.words_beside,
            on_tap={
                "desk": whom.to_desk,
                "leader": whom.to_leader,
                "monitor": whom.to_monitor,
                "other": whom.to_other,
            },
        ),
        Step.UNIT: Place(ask=whom.ask_unit, on_tap={"unit": whom.unit}, on_text=whom.unit_typed),
        Step.DUE: Place(ask=ask_due, on_tap={"due": due}, on_text=due_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"give": give}),
    },
)
