"""Answer a request for more time with another day, or with a no and its reason."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import is_number, pairs, step
from handlers.conversations.clock.extension import OFFICE, asked, show_card
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.clock import deadlines, extension_rules, extensions
from handlers.operations.clock import extension_news as news
from handlers.talk import Talk
from scoring.refusals import Outdated, Refusal
from storage.extensions import Extension

READY_DAYS = (1, 2, 3, 5)
TEXT_SHOWN = 40


class Step(IntEnum):
    """Where the office stands. A step's return type is its outgoing arrows."""

    UNTIL = 1  # saved in the database: never renumber
    WHY = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.WHY]:
    head, _, way = arg.rpartition(".")
    extension_id, number = asked(head)
    talk.data |= {"extension": extension_id, "number": number}
    found = await extensions.answerable(
        talk.conn, await talk.city(), talk.person, extension_id, number
    )
    if way not in {"c", "d"}:
        raise Outdated("extension-changed").leading_to(*extensions.way_to(found))
    return Step.UNTIL if way == "c" else Step.WHY


async def ask_until(talk: Talk) -> None:
    city, found = await talk.city(), await _found(talk)
    row = city.indicator(found.indicator_id)
    due = (await deadlines.of_period(talk.conn, city, found.period)).of(row, found.period)
    start = max(due.at, talk.now).astimezone(city.zone).date()
    days = [city.calendar.shifted(start, each) for each in READY_DAYS]
    other = [day for day in days if day != found.wanted_at.astimezone(city.zone).date()]
    buttons = [step("until", "extend-day", str(day), day=day) for day in other]
    talk.say(
        "extend-answer-until",
        card=await news.card(talk.conn, city, found),
        buttons=with_way_back(talk, pairs(buttons)),
    )


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.DONE]:
    try:
        return await _offer(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.UNTIL


async def type_until(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.DONE]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("extend-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return await _offer(talk, day)


async def _offer(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.DONE]:
    city = await talk.city()
    until = extension_rules.moment_of(city, day)
    due_at = await _due_at(talk)
    try:
        extension_rules.check_until(city, due_at, until, now=talk.now)
    except Refusal as no:
        talk.note(no.message_id, **no.given)
        return Step.UNTIL
    if until.date() != day:
        talk.note("extend-day-off", day=day, until=until)
    done = await extensions.counter(
        talk.conn,
        city,
        talk.person,
        talk.data["extension"],
        talk.data["number"],
        until=until,
        now=talk.now,
    )
    talk.services.wake()
    await show_card(talk, done)
    return Step.DONE


async def ask_why(talk: Talk) -> None:
    ready = [step("why", each, str(number)) for number, each in enumerate(news.DECLINE_REASONS)]
    talk.say(
        "extend-answer-why",
        card=await news.card(talk.conn, await talk.city(), await _found(talk)),
        most=extensions.REASON_MAX,
        buttons=with_way_back(talk, [[each] for each in ready]),
    )


async def pick_why(talk: Talk, arg: str) -> Literal[Step.WHY, Step.DONE]:
    if not is_number(arg) or int(arg) >= len(news.DECLINE_REASONS):
        return Step.WHY
    return await type_why(talk, f"{news.READY}{news.DECLINE_REASONS[int(arg)]}")


async def type_why(talk: Talk, typed: str) -> Literal[Step.WHY, Step.DONE]:
    if len(typed) > extensions.REASON_MAX:
        talk.note("extend-why-long", most=extensions.REASON_MAX, length=len(typed))
        return Step.WHY
    done = await extensions.decline(
        talk.conn,
        await talk.city(),
        talk.person,
        talk.data["extension"],
        talk.data["number"],
        reason=typed,
        now=talk.now,
    )
    talk.services.wake()
    await show_card(talk, done)
    return Step.DONE


async def _found(talk: Talk) -> Extension:
    city = await talk.city()
    return await extension_rules.visible(talk.conn, city, talk.person, talk.data["extension"])


async def _due_at(talk: Talk) -> datetime:
    city, found = await talk.city(), await _found(talk)
    row = city.indicator(found.indicator_id)
    return (await deadlines.of_period(talk.conn, city, found.period)).of(row, found.period).at


ERRAND = Errand(
    opening=Opening(name="extend-answer", roles=OFFICE, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}, on_text=type_until),
        Step.WHY: Place(ask=ask_why, on_tap={"why": pick_why}, on_text=type_why),
    },
)
