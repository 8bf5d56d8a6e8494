"""To whom an instruction goes: the unit looked at first, who leads it, who files its figure."""

from typing import Literal

from handlers.buttons import pairs, step
from handlers.city import City
from handlers.conversations import gathered
from handlers.conversations.matters.instruct_steps import Step
from handlers.errands import with_way_back
from handlers.operations.matters import instruct
from handlers.operations.matters.matter_terms import TITLE_MAX
from handlers.operations.observing.observation_terms import observable
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_instruct
from scoring.refusals import NotFound
from storage import people, units
from storage.units import UnitRow

FOUND_MAX = 12
TEXT_SHOWN = 60
ABOUT_A_FIGURE = ("why:", "history:")


async def ask_to(talk: Talk) -> None:
    unit = await unit_of(talk)
    rows = [[step("desk", "instruct-desk", unit=unit.short_name)]]
    there = await instruct.in_charge(talk.conn, talk.person, unit.id)
    rows += [[step("leader", "instruct-leader", str(each.id), name=each.name)] for each in there]
    rows += [
        [step("monitor", "instruct-monitor", str(each.id), unit=each.short_name)]
        for each in await _monitors(talk)
    ]
    rows.append([step("other", "instruct-other")])
    talk.say(
        "instruct-to",
        gathered=gathered.so_far(talk),
        spoken=int(not gathered.words_of(talk).strip()),
        buttons=with_way_back(talk, rows),
    )


async def words_beside(talk: Talk, typed: str) -> Literal[Step.TO]:
    """Take a line to go with what was spoken; where there are words already, say that it is not."""
    if gathered.words_of(talk).strip():
        talk.note_unexpected()
    else:
        talk.data["said"] = [typed[:TITLE_MAX]]
    return Step.TO


async def _monitors(talk: Talk) -> list[UnitRow]:
    """Return who files the figure that was looked at, where somebody there can be asked."""
    mine = {each.id: each for each in _mine(talk, await talk.city())}
    about_one = bool(talk.data["unit"]) and str(talk.data["about"]).startswith(ABOUT_A_FIGURE)
    found = [mine[each] for each in talk.data["offered"] if each in mine] if about_one else []
    return [
        each
        for each in found
        if each.id != talk.data["unit"]
        and await people.with_role(talk.conn, "contact", each.id, at=talk.now)
    ]


async def to_monitor(talk: Talk, arg: str) -> Literal[Step.TO]:
    if arg in {str(each.id) for each in await _monitors(talk)}:
        talk.data["unit"] = int(arg)
    return Step.TO


async def to_desk(talk: Talk, _: str) -> Literal[Step.DUE]:
    talk.data["person"] = None
    return Step.DUE


async def to_leader(talk: Talk, arg: str) -> Literal[Step.TO, Step.DUE]:
    there = await instruct.in_charge(talk.conn, talk.person, talk.data["unit"])
    if arg not in {str(each.id) for each in there}:
        return Step.TO
    talk.data["person"] = int(arg)
    return Step.DUE


async def to_other(talk: Talk, _: str) -> Literal[Step.UNIT]:
    talk.data["found"] = []
    return Step.UNIT


async def ask_unit(talk: Talk) -> None:
    known = {unit.id: unit for unit in _mine(talk, await talk.city())}
    found = [known[each] for each in talk.data["found"] if each in known]
    offered = [known[each] for each in talk.data["offered"] if each in known]
    led = [known[each] for each in talk.person.units_as("leader") if each in known]
    towns = [unit for unit in known.values() if unit.track == "town"]
    shown = found or list(dict.fromkeys([*offered, *led, *towns]))
    rows = pairs(
        step("unit", "verbatim", str(unit.id), text=unit.short_name) for unit in shown[:FOUND_MAX]
    )
    talk.say("instruct-unit", found=len(found), buttons=with_way_back(talk, rows))


def _mine(talk: Talk, city: City) -> list[UnitRow]:
    return [
        unit
        for unit in observable(city, talk.today)
        if may_instruct(talk.person.roles, unit_id=unit.id)
    ]


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.TO]:
    found = units.match(_mine(talk, await talk.city()), typed)
    talk.data["found"] = [each.id for each in found]
    if len(found) == 1:
        talk.data["unit"] = found[0].id
        return Step.TO
    if not found:
        talk.note("instruct-unit-unknown", text=typed[:TEXT_SHOWN])
    return Step.UNIT


async def unit(talk: Talk, arg: str) -> Literal[Step.TO]:
    if arg not in {str(each.id) for each in _mine(talk, await talk.city())}:
        raise NotFound("button-outdated")
    talk.data["unit"] = int(arg)
    return Step.TO


async def unit_of(talk: Talk) -> UnitRow:
    return (await talk.city()).unit(talk.data["unit"])


async def unit_said(talk: Talk) -> Msg:
    if not talk.data["unit"]:
        return msg("nothing")
    return msg("instruct-for", unit=(await unit_of(talk)).short_name)


async def to_said(talk: Talk) -> Msg:
    unit = await unit_of(talk)
    person_id: int | None = talk.data["person"]
    named = await people.one(talk.conn, person_id) if person_id is not None else None
    if named is None:
        return msg("instruction-desk", unit=unit.short_name)
    return msg("instruct-to-leader", unit=unit.short_name, name=named.name)
