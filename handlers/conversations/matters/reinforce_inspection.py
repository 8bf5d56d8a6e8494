"""Let somebody else inspect as well: where an inspector left, or a unit is to help."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations.matters.choosing_inspectors import names_of, take_name
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.matters import inspect_units
from handlers.operations.matters.inspection_report import tell_inspectors
from handlers.talk import Talk
from scoring.refusals import NotFound


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    WHO = 1  # saved in the database: never renumber
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WHO]:
    if not is_number(arg):
        raise NotFound("inspection-gone")
    talk.data["inspection"] = int(arg)
    await inspect_units.one_seen(talk.conn, talk.person, int(arg))
    return Step.WHO


async def ask_who(talk: Talk) -> None:
    found = await inspect_units.one_seen(talk.conn, talk.person, talk.data["inspection"])
    talk.say(
        "inspection-reinforce",
        theme=found.theme,
        names=await names_of(talk, [*found.inspector_ids], [*found.inspecting_unit_ids]),
        buttons=with_way_back(talk, [[step("me", "inspection-me")]]),
    )


async def me(talk: Talk, _: str) -> Literal[Step.DONE]:
    return await _add(talk, talk.person.id, None)


async def name_typed(talk: Talk, typed: str) -> Literal[Step.WHO, Step.DONE]:
    person_id, unit_id = await take_name(talk, typed)
    if person_id is None and unit_id is None:
        return Step.WHO
    return await _add(talk, person_id, unit_id)


async def _add(talk: Talk, person_id: int | None, unit_id: int | None) -> Literal[Step.DONE]:
    found = await inspect_units.reinforce(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["inspection"],
        person_id=person_id,
        unit_id=unit_id,
        now=talk.now,
    )
    city = await talk.city()
    await tell_inspectors(talk.conn, city, found, by=talk.person.id, now=talk.now)
    talk.say(
        "inspection-reinforced",
        theme=found.theme,
        names=await names_of(talk, [*found.inspector_ids], [*found.inspecting_unit_ids]),
        buttons=[[go("inspection", "button-look", str(found.id)), go("todo", "button-todo")]],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="reinforce-inspection", roles=frozenset({"office"}), in_menu=False),
    steps=Step,
    begin=begin,
    places={Step.WHO: Place(ask=ask_who, on_tap={"me": me}, on_text=name_typed)},
)
