"""Keep an observer from reporting for a while: who, for how many days, and why."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, pairs, step
from handlers.conversations.the_office import OFFICE, only_the_office
from handlers.errands import Errand, Opening, Place, View, with_way_back
from handlers.operations.observing import limit_observing
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound
from storage import observing_limits, people

DAYS = (7, 30, 90)
MOST = (5, 10, 20, 50)
FOUND_MAX = 10


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    WHO = 1  # saved in the database: never renumber
    DAYS = 2
    REASON = 3
    DONE = -1


async def begin(talk: Talk, _: str) -> Literal[Step.WHO]:
    only_the_office(talk)
    talk.data |= {"who": 0, "days": 0, "typed": ""}
    return Step.WHO


async def ask_who(talk: Talk) -> None:
    typed: str = talk.data["typed"]
    observers = await people.with_role(talk.conn, "observer", at=talk.now)
    found = [each for each in observers if typed in each.name]
    rows = pairs(
        step("who", "verbatim", str(each.id), text=each.name) for each in found[:FOUND_MAX]
    )
    talk.say(
        "ban-who", count=len(found), shown=len(found[:FOUND_MAX]), buttons=with_way_back(talk, rows)
    )


async def name_typed(talk: Talk, typed: str) -> Literal[Step.WHO]:
    talk.data["typed"] = typed.strip()
    return Step.WHO


async def who(talk: Talk, arg: str) -> Literal[Step.DAYS]:
    if not is_number(arg):
        raise NotFound("button-outdated")
    talk.data["who"] = int(arg)
    return Step.DAYS


async def ask_days(talk: Talk) -> None:
    rows = [[step("days", "ban-days", str(days), days=days) for days in DAYS]]
    talk.say("ban-for", name=await _name(talk), buttons=with_way_back(talk, rows))


async def days(talk: Talk, arg: str) -> Literal[Step.DAYS, Step.REASON]:
    if not is_number(arg) or not 1 <= int(arg) <= limit_observing.BAN_DAYS_MOST:
        talk.note("ban-beyond", most=limit_observing.BAN_DAYS_MOST)
        return Step.DAYS
    talk.data["days"] = int(arg)
    return Step.REASON


async def ask_reason(talk: Talk) -> None:
    talk.say(
        "ban-reason",
        name=await _name(talk),
        days=talk.data["days"],
        buttons=with_way_back(talk, []),
    )


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.DONE]:
    until = await limit_observing.ban(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["who"],
        days=talk.data["days"],
        reason=typed,
        now=talk.now,
    )
    talk.say(
        "ban-done",
        name=await _name(talk),
        until=until,
        buttons=[[go("observing-limits", "button-observing-limits")]],
    )
    return Step.DONE


async def _name(talk: Talk) -> str:
    row = await people.one(talk.conn, talk.data["who"])
    if row is None:
        raise NotFound("ban-no-observer")
    return row.name


# --- what is in force ------------------------------------------------------------------------


async def show_limits(talk: Talk, _: str) -> None:
    only_the_office(talk)
    most = await observing_limits.daily_most(talk.conn)
    banned = await observing_limits.banned(talk.conn, at=talk.now)
    names = await people.names(talk.conn)
    talk.say(
        "observing-limits",
        most=most,
        count=len(banned),
        lines=[
            msg(
                "observing-banned-line",
                name=names.get(each.person_id, "—"),
                until=each.until,
                reason=each.reason,
            )
            for each in banned
        ]
        or msg("nothing"),
        buttons=[
            [go("limit", "limit-most", str(each), most=each) for each in MOST if each != most],
            [go("ban-observer", "button-ban")],
            *(
                [go("lift-ban", "button-lift", str(e.person_id), name=names.get(e.person_id, "—"))]
                for e in banned
            ),
            [go("observing", "button-observing")],
        ],
    )


async def limit(talk: Talk, arg: str) -> None:
    most = int(arg) if is_number(arg) else 0
    await limit_observing.set_daily_most(talk.conn, talk.person, most, now=talk.now)
    await show_limits(talk, "")


async def lift(talk: Talk, arg: str) -> None:
    if not is_number(arg):
        raise NotFound("button-outdated")
    city = await talk.city()
    await limit_observing.lift(talk.conn, city, talk.person, int(arg), now=talk.now)
    await show_limits(talk, "")


CONTENTS = (
    View(
        opening=Opening(
            name="observing-limits", commands=("limits",), words=("观测限制",), roles=OFFICE
        ),
        show=show_limits,
    ),
    View(opening=Opening(name="limit", roles=OFFICE, in_menu=False), show=limit),
    View(opening=Opening(name="lift-ban", roles=OFFICE, in_menu=False), show=lift),
    Errand(
        opening=Opening(name="ban-observer", roles=OFFICE, in_menu=False),
        steps=Step,
        begin=begin,
        places={
            Step.WHO: Place(ask=ask_who, on_tap={"who": who}, on_text=name_typed),
            Step.DAYS: Place(ask=ask_days, on_tap={"days": days}, on_text=days),
            Step.REASON: Place(ask=ask_reason, on_text=reason_typed),
        },
    ),
)
