"""Name a deputy: who stands in for whom, and for how long."""

from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.conversations.people_desk import person_row
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations import invite as inviting
from handlers.talk import Talk
from scoring.permissions import may_run_the_office
from scoring.refusals import Refusal
from storage import people
from storage.people import PersonRow

DAYS = (7, 30, 90)


class Deputise(IntEnum):
    """Where somebody stands who names a deputy."""

    FOR = 1  # saved in the database: never renumber
    DEPUTY = 2
    DAYS = 3
    DONE = -1


async def begin_deputy(talk: Talk, arg: str) -> Literal[Deputise.FOR, Deputise.DEPUTY]:
    if not may_run_the_office(talk.person.roles):
        talk.data["person"] = talk.person.id
        return Deputise.DEPUTY
    if is_number(arg):
        talk.data["person"] = (await person_row(talk, arg)).id
        return Deputise.DEPUTY
    return Deputise.FOR


async def ask_for(talk: Talk) -> None:
    talk.say("deputy-for", buttons=with_way_back(talk, []))


async def for_typed(talk: Talk, typed: str) -> Literal[Deputise.FOR, Deputise.DEPUTY]:
    found = await _one_of_this_name(talk, typed)
    if found is None:
        return Deputise.FOR
    talk.data["person"] = found.id
    return Deputise.DEPUTY


async def ask_deputy(talk: Talk) -> None:
    row = await person_row(talk, str(talk.data["person"]))
    talk.say("deputy-who", name=row.name, buttons=with_way_back(talk, []))


async def deputy_typed(talk: Talk, typed: str) -> Literal[Deputise.DEPUTY, Deputise.DAYS]:
    found = await _one_of_this_name(talk, typed)
    if found is None:
        return Deputise.DEPUTY
    talk.data["deputy"] = found.id
    return Deputise.DAYS


async def _one_of_this_name(talk: Talk, typed: str) -> PersonRow | None:
    found = [each for each in await people.everybody(talk.conn) if each.name == typed.strip()]
    if len(found) == 1:
        return found[0]
    talk.note("person-not-one", text=typed[:40], count=len(found))
    return None


async def ask_days(talk: Talk) -> None:
    talk.say(
        "deputy-days",
        buttons=with_way_back(
            talk, [[step("days", "deputy-days-button", str(days), count=days) for days in DAYS]]
        ),
    )


async def days_picked(talk: Talk, arg: str) -> Literal[Deputise.DONE]:
    if arg not in map(str, DAYS):
        raise Refusal("button-outdated")
    city = await talk.city()
    last_day = talk.today + timedelta(days=int(arg))
    until = datetime.combine(last_day, time(23, 59), tzinfo=city.zone)
    await inviting.name_deputy(
        talk.conn,
        talk.data["person"],
        talk.data["deputy"],
        from_at=talk.now,
        until_at=until,
        by=talk.person,
        now=talk.now,
    )
    row = await person_row(talk, str(talk.data["person"]))
    deputy = await person_row(talk, str(talk.data["deputy"]))
    talk.say(
        "deputy-named",
        name=row.name,
        deputy=deputy.name,
        until=until,
        buttons=[[go("start", "button-menu")]],
    )
    return Deputise.DONE


ERRAND = Errand(
    opening=Opening(
        name="deputy",
        commands=("deputy",),
        words=("代理",),
        roles=frozenset({"office", "reporter", "reviewer", "contact"}),
    ),
    steps=Deputise,
    begin=begin_deputy,
    places={
        Deputise.FOR: Place(ask=ask_for, on_text=for_typed),
        Deputise.DEPUTY: Place(ask=ask_deputy, on_text=deputy_typed),
        Deputise.DAYS: Place(ask=ask_days, on_tap={"days": days_picked}),
    },
)
