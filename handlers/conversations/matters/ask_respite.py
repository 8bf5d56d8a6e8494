"""Ask for more time for a matter (延期): two taps, a day and a reason, or one's own words."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, is_number, step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.matters import respite_news as news
from handlers.operations.matters import respite_rules as rules
from handlers.operations.matters import respites
from handlers.operations.matters.instruct_days import is_weekend
from handlers.operations.matters.matter_terms import SAID_MAX, name_of
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.refusals import NotFound, Refusal
from scoring.respites import MONTHS_MAX
from storage.matters import Matter

ASKERS = frozenset({"contact", "leader", "committee"})
TEXT_SHOWN = 40


class Step(IntEnum):
    """Where somebody stands who asks for more time. A step's return type is its outgoing arrows."""

    UNTIL = 1  # saved in the database: never renumber
    WHY = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.UNTIL]:
    if not is_number(arg):
        raise NotFound("matter-gone")
    talk.data |= {"matter": int(arg), "until": ""}
    await _found(talk)
    return Step.UNTIL


async def _found(talk: Talk) -> Matter:
    return await rules.askable(talk.conn, talk.person, talk.data["matter"])


async def ask_until(talk: Talk) -> None:
    city, found = await talk.city(), await _found(talk)
    rows = [
        [step("until", "respite-day", str(day), day=day, weekend=is_weekend(day))]
        for day in rules.days_to_ask(city, found, now=talk.now)
    ]
    talk.say(
        "respite-until",
        name=name_of(found),
        old=found.finish_by or talk.now,
        months=MONTHS_MAX,
        buttons=with_way_back(talk, rows),
    )


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.WHY]:
    try:
        return await _take_day(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.UNTIL


async def type_until(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.WHY]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.WHY]:
    city, found = await talk.city(), await _found(talk)
    until = rules.moment_of(city, day)
    try:
        rules.check_day(city, found, until, now=talk.now)
    except Refusal as no:
        talk.notes.append(Msg(no.message_id, no.given))
        return Step.UNTIL
    if until.date() != day:
        talk.note("due-day-off", day=day, until=until.date())
    talk.data["until"] = until.isoformat()
    return Step.WHY


async def ask_why(talk: Talk) -> None:
    found = await _found(talk)
    rows = [[step("why", each, str(n))] for n, each in enumerate(news.ASK_REASONS)]
    talk.say(
        "respite-why",
        name=name_of(found),
        old=found.finish_by or talk.now,
        until=_until(talk),
        most=SAID_MAX,
        buttons=with_way_back(talk, rows),
    )


async def pick_why(talk: Talk, arg: str) -> Literal[Step.WHY, Step.DONE]:
    if not is_number(arg) or int(arg) >= len(news.ASK_REASONS):
        return Step.WHY
    return await type_why(talk, f"{news.READY}{news.ASK_REASONS[int(arg)]}")


async def type_why(talk: Talk, typed: str) -> Literal[Step.WHY, Step.DONE]:
    if len(typed) > SAID_MAX:
        talk.note("respite-why-long", most=SAID_MAX, length=len(typed))
        return Step.WHY
    city, until = await talk.city(), _until(talk)
    asked = await respites.ask(
        talk.conn,
        city,
        talk.person,
        talk.data["matter"],
        until=until,
        reason=typed,
        now=talk.now,
    )
    asked, found = await rules.seen(talk.conn, talk.person, asked.id)
    talk.services.wake()
    talk.say(
        "respite-asked",
        card=await news.card(talk.conn, city, found, asked),
        buttons=[
            [
                go("matter", "button-matter", str(found.id), name=name_of(found)),
                go("withdraw-respite", "respite-withdraw", str(asked.id)),
            ],
            [go("todo", "button-todo")],
        ],
    )
    return Step.DONE


def _until(talk: Talk) -> datetime:
    return datetime.fromisoformat(talk.data["until"])


ERRAND = Errand(
    opening=Opening(name="ask-respite", roles=ASKERS, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}, on_text=type_until),
        Step.WHY: Place(ask=ask_why, on_tap={"why": pick_why}, on_text=type_why),
    },
)
