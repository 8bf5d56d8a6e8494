"""Ask for more time: two taps, a day and a reason, or one's own words for either."""

import re
from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import is_number, pairs, step
from handlers.city import City
from handlers.conversations.clock.extension import show_card
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.clock import collecting, deadlines, extension_rules, extensions
from handlers.operations.clock import extension_news as news
from handlers.operations.clock.deadlines import Deadline
from handlers.talk import Talk
from scoring.due import locked_at
from scoring.model import Period
from scoring.refusals import Refusal
from storage import readings
from storage.schemes import IndicatorRow

ASKERS = frozenset({"reporter", "reviewer"})
MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
READY_DAYS = (1, 2, 3, 5)
TEXT_SHOWN = 40


class Step(IntEnum):
    """Where somebody stands who asks for more time. A step's return type is its outgoing arrows."""

    WHICH = 1  # saved in the database: never renumber
    UNTIL = 2
    WHY = 3
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WHICH, Step.UNTIL]:
    city, units = await talk.city(), _own_units(talk)
    period = await collecting.month_to_file(talk.conn, city, units, now=talk.now)
    talk.data |= {"indicator": 0, "period": str(period), "until": ""}
    head, _, tail = arg.partition(".")
    if is_number(head) and (not tail or MONTH.fullmatch(tail)):
        talk.data["period"] = tail or talk.data["period"]
        return await _turn_to(talk, int(head))
    rows = await _rows_open(talk)
    if not arg.strip():
        return await _turn_to(talk, rows[0].id) if len(rows) == 1 else Step.WHICH
    return await type_which(talk, arg)


async def _turn_to(talk: Talk, indicator_id: int) -> Literal[Step.UNTIL]:
    row, period = (await talk.city()).indicator(indicator_id), _period(talk)
    await extension_rules.askable(
        talk.conn, await talk.city(), talk.person, row, period, now=talk.now
    )
    talk.data["indicator"] = row.id
    return Step.UNTIL


async def ask_which(talk: Talk) -> None:
    rows = await _rows_open(talk)
    buttons = [
        [step("pick", "extend-pick", str(row.id), code=row.indicator.code, name=row.indicator.name)]
        for row in rows
    ]
    talk.say(
        "extend-which",
        count=len(rows),
        period=_period(talk),
        buttons=with_way_back(talk, buttons),
    )


async def pick(talk: Talk, arg: str) -> Literal[Step.UNTIL]:
    if not is_number(arg):
        raise Refusal("button-outdated")
    return await _turn_to(talk, int(arg))


async def type_which(talk: Talk, typed: str) -> Literal[Step.WHICH, Step.UNTIL]:
    sought = typed.strip().casefold()
    rows = await _own_rows(talk)
    exact = [row for row in rows if row.indicator.code.casefold() == sought]
    found = exact or [row for row in rows if sought and sought in row.indicator.name]
    if len(found) != 1:
        talk.note("extend-not-one", text=typed[:TEXT_SHOWN], count=len(found))
        return Step.WHICH
    return await _turn_to(talk, found[0].id)


async def ask_until(talk: Talk) -> None:
    city, row, period = await talk.city(), await _row(talk), _period(talk)
    dues = await deadlines.of_period(talk.conn, city, period)
    deadline, freeze = dues.of(row, period), dues.freeze_of(period)
    buttons = [
        step("until", "extend-day", str(day), day=day) for day in _ready_days(talk, city, deadline)
    ]
    beyond = locked_at(deadline.at, freeze.at, city.calendar, city.zone)
    talk.say(
        "extend-until",
        code=row.indicator.code,
        indicator=row.indicator.name,
        period=period,
        due=deadline.shown,
        freeze=freeze.shown if beyond == freeze.at else beyond,
        latest=extension_rules.latest_on(city, deadline.at, now=talk.now),
        buttons=with_way_back(talk, pairs(buttons)),
    )


def _ready_days(talk: Talk, city: City, deadline: Deadline) -> list[date]:
    start = max(deadline.at, talk.now).astimezone(city.zone).date()
    return [city.calendar.shifted(start, days) for days in READY_DAYS]


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.WHY]:
    try:
        day = date.fromisoformat(arg)
    except ValueError:
        return Step.UNTIL
    return await _take_day(talk, day)


async def type_until(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.WHY]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("extend-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.WHY]:
    city, row, period = await talk.city(), await _row(talk), _period(talk)
    due_at = (await deadlines.of_period(talk.conn, city, period)).of(row, period).at
    until = extension_rules.moment_of(city, day)
    try:
        extension_rules.check_until(city, due_at, until, now=talk.now)
    except Refusal as no:
        talk.note(no.message_id, **no.given)
        return Step.UNTIL
    if until.date() != day:
        talk.note("extend-day-off", day=day, until=until)
    talk.data["until"] = until.isoformat()
    return Step.WHY


async def ask_why(talk: Talk) -> None:
    row = await _row(talk)
    buttons = [step("why", each, str(number)) for number, each in enumerate(news.ASK_REASONS)]
    talk.say(
        "extend-why",
        code=row.indicator.code,
        indicator=row.indicator.name,
        until=_until(talk),
        most=extensions.REASON_MAX,
        buttons=with_way_back(talk, pairs(buttons)),
    )


async def pick_why(talk: Talk, arg: str) -> Literal[Step.WHY, Step.DONE]:
    if not is_number(arg) or int(arg) >= len(news.ASK_REASONS):
        return Step.WHY
    return await type_why(talk, f"{news.READY}{news.ASK_REASONS[int(arg)]}")


async def type_why(talk: Talk, typed: str) -> Literal[Step.WHY, Step.DONE]:
    if len(typed) > extensions.REASON_MAX:
        talk.note("extend-why-long", most=extensions.REASON_MAX, length=len(typed))
        return Step.WHY
    asked = await extensions.ask(
        talk.conn,
        await talk.city(),
        talk.person,
        await _row(talk),
        _period(talk),
        until=_until(talk),
        reason=typed,
        now=talk.now,
    )
    talk.services.wake()
    await show_card(talk, asked)
    return Step.DONE


def _period(talk: Talk) -> Period:
    return Period.parse(talk.data["period"])


def _until(talk: Talk) -> datetime:
    return datetime.fromisoformat(talk.data["until"])


async def _row(talk: Talk) -> IndicatorRow:
    return (await talk.city()).indicator(talk.data["indicator"])


async def _own_rows(talk: Talk) -> list[IndicatorRow]:
    return (await talk.city()).due_for(_own_units(talk), _period(talk))


def _own_units(talk: Talk) -> list[int]:
    units = [*talk.person.units_as("reporter"), *talk.person.units_as("reviewer")]
    return list(dict.fromkeys(units))


async def _rows_open(talk: Talk) -> list[IndicatorRow]:
    """Return the month's figures of one's unit that nobody has filed, or that came back."""
    filed = await readings.states_of_period(talk.conn, _period(talk))
    return [
        row for row in await _own_rows(talk) if not {"filed", "released"} & {*filed.get(row.id, ())}
    ]


ERRAND = Errand(
    opening=Opening(name="extend", commands=("extend",), words=("申请延期", "延期"), roles=ASKERS),
    steps=Step,
    begin=begin,
    places={
        Step.WHICH: Place(ask=ask_which, on_tap={"pick": pick}, on_text=type_which),
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}, on_text=type_until),
        Step.WHY: Place(ask=ask_why, on_tap={"why": pick_why}, on_text=type_why),
    },
)
