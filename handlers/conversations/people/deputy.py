"""Name a deputy: who stands in for whom, and for how long."""

from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, pairs, step
from handlers.conversations.people.people_desk import person_row
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.people import deputise
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.permissions import may_run_the_office
from scoring.refusals import Refusal
from storage import deputies, people
from storage.deputies import DeputyRow
from storage.people import PersonRow

DAYS = (7, 30, 90)
LINES_SHOWN = 12


class Deputise(IntEnum):
    """Where somebody stands who names a deputy."""

    FOR = 1  # saved in the database: never renumber
    DEPUTY = 2
    DAYS = 3
    DONE = -1


async def begin_deputy(talk: Talk, arg: str) -> Literal[Deputise.FOR, Deputise.DEPUTY]:
    manages = may_run_the_office(talk.person.roles) or talk.person.holds("administrator")
    if not manages:
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
    await deputise.name_deputy(
        talk.conn,
        city,
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
        buttons=[[go("deputies", "button-deputies"), go("start", "button-menu")]],
    )
    return Deputise.DONE


ERRAND = Errand(
    opening=Opening(
        name="deputy",
        commands=("deputy",),
        words=("代理",),
    ),
    steps=Deputise,
    begin=begin_deputy,
    places={
        Deputise.FOR: Place(ask=ask_for, on_text=for_typed),
        Deputise.DEPUTY: Place(ask=ask_deputy, on_text=deputy_typed),
        Deputise.DAYS: Place(ask=ask_days, on_tap={"days": days_picked}),
    },
)


async def show(talk: Talk, arg: str) -> None:
    """List who stands in for whom; with a number, end that one first."""
    if is_number(arg):
        ended = await deputise.end_deputy(
            talk.conn, await talk.city(), int(arg), by=talk.person, now=talk.now
        )
        names = await _names(talk, ended)
        talk.note("deputies-ended", name=names[0], deputy=names[1])
    if may_run_the_office(talk.person.roles):
        found = await deputies.all_ahead(talk.conn, at=talk.now)
    else:
        found = await deputies.ahead(talk.conn, talk.person.id, at=talk.now)
    shown = found[:LINES_SHOWN]
    talk.say(
        "deputies",
        count=len(found),
        lines=[await _line(talk, number, each) for number, each in enumerate(shown, start=1)],
        buttons=[
            *pairs(
                [
                    go("deputies", "deputies-end", str(each.id), number=number)
                    for number, each in enumerate(shown, start=1)
                ],
                3,
            ),
            [go("deputy", "people-deputy-button"), go("start", "button-menu")],
        ],
    )


async def _line(talk: Talk, number: int, each: DeputyRow) -> Msg:
    name, standing_in = await _names(talk, each)
    return msg(
        "deputies-line",
        number=number,
        name=name,
        deputy=standing_in,
        **{"from": each.from_at},
        until=each.until_at or msg("deputy-no-end"),
    )


async def _names(talk: Talk, each: DeputyRow) -> tuple[str, str]:
    row, standing_in = [
        await people.one(talk.conn, side) for side in (each.person_id, each.deputy_id)
    ]
    return row.name if row else "—", standing_in.name if standing_in else "—"


VIEW = View(
    opening=Opening(name="deputies", commands=("deputies",), words=("代理情况",)), show=show
)
CONTENTS = (ERRAND, VIEW)
