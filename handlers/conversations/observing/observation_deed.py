"""Every other deed of an observation's course: named, with words where it needs them, confirmed."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, step
from handlers.conversations.observing import choosing_unit
from handlers.conversations.observing.observation_words import (
    overtaken,
    template_buttons,
    template_text,
    whole,
)
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing.observation_news import due_words, words
from handlers.operations.observing.observation_parties import Parties, one_seen
from handlers.operations.observing.observation_step import Given, act, doable
from handlers.operations.observing.observation_terms import category, state
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.observation_course import MOVES, TRANSFERS_MAX, Deed
from scoring.refusals import NotFound, Outdated
from storage.observations import Observation
from storage.people import Person


class Step(IntEnum):
    """Where somebody stands. A step's return type is its outgoing arrows."""

    UNIT = 1  # saved in the database: never renumber
    WORDS = 2
    DONE = -1


def deed_named(text: str) -> Deed:
    """Return the deed of this name; raise NotFound if there is none."""
    by_name: dict[str, Deed] = {deed: deed for deed in MOVES}
    if text not in by_name:
        raise NotFound("button-outdated")
    return by_name[text]


async def begin(talk: Talk, arg: str) -> Literal[Step.UNIT, Step.WORDS]:
    number, _, name = arg.partition(".")
    if not is_number(number):
        raise NotFound("observation-gone")
    deed = deed_named(name)
    talk.data |= {"observation": int(number), "deed": deed, "to": None, "found": []}
    await doable(talk.conn, talk.person, int(number), deed, now=talk.now)
    return Step.UNIT if deed == "dispatched" else Step.WORDS


async def ask_unit(talk: Talk) -> None:
    found, _ = await _observation(talk)
    but = None if found.state == "verified" else found.unit_id
    rows = await choosing_unit.unit_buttons(talk, but=but)
    if found.state == "verified":
        unit = (await talk.city()).unit(found.unit_id)
        rows = [[step("unit", "dispatch-own", str(unit.id), unit=unit.short_name)], *rows]
    talk.say("dispatch-unit", receipt=found.receipt, buttons=with_way_back(talk, rows))


async def unit(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    talk.data["to"] = await choosing_unit.unit_tapped(talk, arg)
    return Step.WORDS


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.WORDS]:
    chosen = await choosing_unit.unit_typed(talk, typed)
    if chosen is None:
        return Step.UNIT
    talk.data["to"] = chosen
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    found, deed = await _observation(talk)
    city, parties = await talk.city(), Parties(talk.conn, now=talk.now)
    move = (await parties.deeds(talk.person, found)).get(deed)
    rows: list[list[Button]] = await template_buttons(talk, deed)
    if move is not None and not move.in_words:
        rows = [[step("do", "observation-deed-do")], *rows]
    talk.say(
        "observation-deed-ask",
        deed=deed,
        receipt=found.receipt,
        unit=city.unit(talk.data["to"] or found.unit_id).short_name,
        category=category(city, found.category),
        state=state(found),
        last=await _last_said(parties, talk.person, found),
        left=TRANSFERS_MAX - (await parties.past(found)).transfers,
        needs=int(move is not None and move.in_words),
        buttons=with_way_back(talk, rows),
    )


async def _last_said(parties: Parties, who: Person, found: Observation) -> Msg:
    """Return what was said last, for whoever decides about it; a unit never reads it here."""
    if await parties.seen_as(who, found) != "office":
        return words(None)
    said = [e.said for e in await parties.events(found) if e.said and e.kind != "assigned"]
    return words(said[-1] if said else found.said)


async def do(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await words_typed(talk, "")


async def with_template(talk: Talk, arg: str) -> Literal[Step.DONE]:
    return await words_typed(talk, await template_text(talk, arg))


async def words_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    found, deed = await _observation(talk)
    city, given = await talk.city(), Given(whole(typed), unit_id=talk.data["to"])
    try:
        found = await act(talk.conn, city, talk.person, found.id, deed, given, now=talk.now)
    except Outdated as late:
        overtaken(talk, late)
        return Step.DONE
    talk.say(
        "observation-deed-done",
        deed=deed,
        receipt=found.receipt,
        unit=city.unit(found.unit_id).short_name,
        state=state(found),
        due=due_words(found),
        buttons=[
            [go("observation", "button-observation", str(found.id))],
            [go("observations", "button-observations"), go("todo", "button-todo")],
        ],
    )
    return Step.DONE


async def _observation(talk: Talk) -> tuple[Observation, Deed]:
    found, _ = await one_seen(talk.conn, talk.person, talk.data["observation"], now=talk.now)
    return found, deed_named(talk.data["deed"])


ERRAND = Errand(
    opening=Opening(
        name="observation-deed",
        roles=frozenset({"office", "committee", "contact", "observer"}),
        in_menu=False,
    ),
    steps=Step,
    begin=begin,
    places={
        Step.UNIT: Place(ask=ask_unit, on_tap={"unit": unit}, on_text=unit_typed),
        Step.WORDS: Place(
            ask=ask_words, on_tap={"do": do, "template": with_template}, on_text=words_typed
        ),
    },
)
