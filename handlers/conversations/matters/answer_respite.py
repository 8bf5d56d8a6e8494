"""Answer a request for more time for a matter with a shorter day, or with a no and its reason."""

from datetime import date
from enum import IntEnum
from typing import Literal

from handlers.buttons import is_number, step
from handlers.conversations.matters.respite import ANSWERERS, show_card
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.matters import respite_news as news
from handlers.operations.matters import respite_rules as rules
from handlers.operations.matters import respites
from handlers.operations.matters.instruct_days import is_weekend
from handlers.operations.matters.matter_terms import SAID_MAX
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.refusals import NotFound, Refusal
from storage.matters import Matter
from storage.respites import Respite

TEXT_SHOWN = 40


class Step(IntEnum):
    """Where whoever answers stands. A step's return type is its outgoing arrows."""

    UNTIL = 1  # saved in the database: never renumber
    WHY = 2
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.WHY]:
    number, _, way = arg.partition(".")
    if not is_number(number) or way not in {"s", "r"}:
        raise NotFound("button-outdated")
    talk.data["respite"] = int(number)
    await _asked(talk)
    return Step.UNTIL if way == "s" else Step.WHY


async def _asked(talk: Talk) -> tuple[Respite, Matter]:
    return await rules.answerable(talk.conn, talk.person, talk.data["respite"])


async def ask_until(talk: Talk) -> None:
    city = await talk.city()
    asked, found = await _asked(talk)
    rows = [
        [step("until", "respite-day", str(day), day=day, weekend=is_weekend(day))]
        for day in rules.days_between(city, asked, now=talk.now)
    ]
    talk.say(
        "respite-shorter",
        card=await news.card(talk.conn, city, found, asked),
        buttons=with_way_back(talk, rows),
    )


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.DONE]:
    try:
        return await _shorten(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.UNTIL


async def type_until(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.DONE]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return await _shorten(talk, day)


async def _shorten(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.DONE]:
    city = await talk.city()
    asked, _ = await _asked(talk)
    until = rules.moment_of(city, day)
    if not max(asked.old_at, talk.now) < until < asked.wanted_at:
        no = Refusal("respite-not-between", until=until, old=asked.old_at, wanted=asked.wanted_at)
        talk.notes.append(Msg(no.message_id, no.given))
        return Step.UNTIL
    if until.date() != day:
        talk.note("due-day-off", day=day, until=until.date())
    said = await respites.shorten(talk.conn, city, talk.person, asked.id, until=until, now=talk.now)
    return await _done(talk, said)


async def ask_why(talk: Talk) -> None:
    asked, found = await _asked(talk)
    rows = [[step("why", each, str(n))] for n, each in enumerate(news.REFUSE_REASONS)]
    talk.say(
        "respite-why-not",
        card=await news.card(talk.conn, await talk.city(), found, asked),
        most=SAID_MAX,
        buttons=with_way_back(talk, rows),
    )


async def pick_why(talk: Talk, arg: str) -> Literal[Step.WHY, Step.DONE]:
    if not is_number(arg) or int(arg) >= len(news.REFUSE_REASONS):
        return Step.WHY
    return await type_why(talk, f"{news.READY}{news.REFUSE_REASONS[int(arg)]}")


async def type_why(talk: Talk, typed: str) -> Literal[Step.WHY, Step.DONE]:
    if len(typed) > SAID_MAX:
        talk.note("respite-why-long", most=SAID_MAX, length=len(typed))
        return Step.WHY
    asked, _ = await _asked(talk)
    said = await respites.refuse(
        talk.conn, await talk.city(), talk.person, asked.id, reason=typed, now=talk.now
    )
    return await _done(talk, said)


async def _done(talk: Talk, said: Respite) -> Literal[Step.DONE]:
    talk.services.wake()
    said, found = await rules.seen(talk.conn, talk.person, said.id)
    await show_card(talk, said, found)
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="answer-respite", roles=ANSWERERS, in_menu=False),
    steps=Step,
    begin=begin,
    places={
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}, on_text=type_until),
        Step.WHY: Place(ask=ask_why, on_tap={"why": pick_why}, on_text=type_why),
    },
)
