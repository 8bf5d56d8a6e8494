"""Open a special inspection (专项监察): its theme, the units, the inspectors, the last day."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, pairs, step
from handlers.conversations.matters.choosing_inspectors import names_of, take_name
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.matters import inspect_units
from handlers.operations.matters.inspect_units import Plan
from handlers.operations.matters.inspection_report import tell_inspectors
from handlers.operations.matters.instruct_days import day_buttons
from handlers.operations.matters.matter_terms import TITLE_MAX, close_of
from handlers.operations.observing.observation_terms import observable
from handlers.talk import Talk
from storage import units

TEXT_SHOWN = 60
YEARS_AHEAD = 2


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    THEME = 1  # saved in the database: never renumber
    UNITS = 2
    WHO = 3
    UNTIL = 4
    CONFIRM = 5
    DONE = -1


async def begin(talk: Talk, _: str) -> Literal[Step.THEME]:
    talk.data |= {"theme": "", "units": [], "people": [], "by_units": [], "until": ""}
    return Step.THEME


async def ask_theme(talk: Talk) -> None:
    talk.say("inspection-theme", buttons=with_way_back(talk, []))


async def theme_typed(talk: Talk, typed: str) -> Literal[Step.UNITS]:
    talk.data["theme"] = typed[:TITLE_MAX]
    return Step.UNITS


async def ask_units(talk: Talk) -> None:
    city = await talk.city()
    known = observable(city, talk.today)
    chosen = [city.unit(each).short_name for each in talk.data["units"]]
    rows = pairs(
        step("all", "inspection-all", name, category=name)
        for name in dict.fromkeys(each.category for each in known)
    )
    on = [[step("on", "button-go-on")]] if chosen else []
    talk.say(
        "inspection-units",
        count=len(chosen),
        units="、".join(chosen[:20]),
        buttons=with_way_back(talk, [*rows, *on]),
    )


async def all_of(talk: Talk, arg: str) -> Literal[Step.UNITS]:
    known = observable(await talk.city(), talk.today)
    _add(talk, "units", [each.id for each in known if each.category == arg])
    return Step.UNITS


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNITS]:
    found = units.match(observable(await talk.city(), talk.today), typed)
    if len(found) != 1:
        talk.note("inspection-unit-unclear", text=typed[:TEXT_SHOWN], count=len(found))
    else:
        _add(talk, "units", [found[0].id])
    return Step.UNITS


async def units_done(talk: Talk, _: str) -> Literal[Step.UNITS, Step.WHO]:
    return Step.WHO if talk.data["units"] else Step.UNITS


async def ask_who(talk: Talk) -> None:
    chosen = [*talk.data["by_units"], *talk.data["people"]]
    on = [[step("on", "button-go-on")]] if chosen else []
    rows = [[step("me", "inspection-me")]] if talk.person.id not in talk.data["people"] else []
    talk.say(
        "inspection-who",
        count=len(chosen),
        names=await names_of(talk, talk.data["people"], talk.data["by_units"]),
        buttons=with_way_back(talk, [*rows, *on]),
    )


async def me(talk: Talk, _: str) -> Literal[Step.WHO]:
    _add(talk, "people", [talk.person.id])
    return Step.WHO


async def name_typed(talk: Talk, typed: str) -> Literal[Step.WHO]:
    person_id, unit_id = await take_name(talk, typed)
    if person_id is not None:
        _add(talk, "people", [person_id])
    if unit_id is not None:
        _add(talk, "by_units", [unit_id])
    return Step.WHO


async def who_done(talk: Talk, _: str) -> Literal[Step.WHO, Step.UNTIL]:
    return Step.UNTIL if talk.data["people"] or talk.data["by_units"] else Step.WHO


def _add(talk: Talk, part: str, ids: list[int]) -> None:
    talk.data[part] = list(dict.fromkeys([*talk.data[part], *ids]))


async def ask_until(talk: Talk) -> None:
    rows = day_buttons(await talk.city(), talk.now, "until")
    talk.say("inspection-until", buttons=with_way_back(talk, rows))


async def until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.CONFIRM]:
    try:
        return await _take_day(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.UNTIL


async def until_typed(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.CONFIRM]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.CONFIRM]:
    last = close_of(await talk.city(), day)
    if day < talk.today or last <= talk.now or day.year > talk.today.year + YEARS_AHEAD:
        talk.note("issue-day-wrong", day=day)
        return Step.UNTIL
    if last.date() != day:
        talk.note("due-day-off", day=day, until=last.date())
    talk.data["until"] = last.isoformat()
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    city = await talk.city()
    talk.say(
        "inspection-confirm",
        theme=talk.data["theme"],
        count=len(talk.data["units"]),
        units="、".join(city.unit(each).short_name for each in talk.data["units"][:20]),
        names=await names_of(talk, talk.data["people"], talk.data["by_units"]),
        until=datetime.fromisoformat(talk.data["until"]),
        buttons=with_way_back(talk, [[step("open", "inspection-yes")]]),
    )


async def confirm(talk: Talk, _: str) -> Literal[Step.UNTIL, Step.DONE]:
    last = datetime.fromisoformat(talk.data["until"])
    if last <= talk.now:
        talk.note("rectification-finish-past")
        return Step.UNTIL
    plan = Plan(
        talk.data["theme"],
        talk.data["units"],
        talk.data["people"],
        last,
        talk.data["by_units"],
    )
    opened = await inspect_units.open_inspection(
        talk.conn, await talk.city(), talk.person, plan, now=talk.now
    )
    city = await talk.city()
    await tell_inspectors(talk.conn, city, opened, by=talk.person.id, now=talk.now)
    talk.say(
        "inspection-opened",
        theme=opened.theme,
        buttons=[
            [go("inspection", "button-look", str(opened.id))],
            [go("inspections", "menu-inspections"), go("todo", "button-todo")],
        ],
    )
    return Step.DONE


ERRAND = Errand(
    opening=Opening(name="open-inspection", roles=frozenset({"office"}), in_menu=False),
    steps=Step,
    version=2,
    begin=begin,
    places={
        Step.THEME: Place(ask=ask_theme, on_text=theme_typed),
        Step.UNITS: Place(
            ask=ask_units, on_tap={"all": all_of, "on": units_done}, on_text=unit_typed
        ),
        Step.WHO: Place(ask=ask_who, on_tap={"me": me, "on": who_done}, on_text=name_typed),
        Step.UNTIL: Place(ask=ask_until, on_tap={"until": until}, on_text=until_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"open": confirm}),
    },
)
