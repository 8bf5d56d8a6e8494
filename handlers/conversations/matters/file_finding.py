"""File what an inspector found: at which unit, of what kind, how bad, and what to deduct."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.matters import inspect_units
from handlers.operations.matters.finding_points import (
    another_count,
    cases_buttons,
    choices_for,
    chosen,
    cost_said,
    label,
    read_cases,
)
from handlers.operations.matters.inspect_units import Found
from handlers.operations.matters.matter_terms import TITLE_MAX, name_of
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.finding_course import SEVERITIES
from scoring.rectification_course import CATEGORIES
from scoring.refusals import NotFound, Refusal
from storage import units
from storage.inspections import Inspection
from storage.matters import File

TEXT_SHOWN = 60
UNITS_SHOWN = 40
ITEMS_SHOWN = 40


class Step(IntEnum):
    """Where the inspector stands. A step's return type is its outgoing arrows."""

    UNIT = 1  # saved in the database: never renumber
    CATEGORY = 2
    WORDS = 3
    SEVERITY = 4
    ITEM = 5
    CONFIRM = 6
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.UNIT]:
    if not is_number(arg):
        raise NotFound("inspection-gone")
    talk.data |= gathered.nothing()
    talk.data |= {
        "inspection": int(arg),
        "unit": 0,
        "category": "",
        "severity": "",
        "item": None,
        "level": "",
        "cases": 1,
    }
    await _inspection(talk)
    return Step.UNIT


async def _inspection(talk: Talk) -> Inspection:
    return await inspect_units.inspectable(
        talk.conn, talk.person, talk.data["inspection"], now=talk.now
    )


async def ask_unit(talk: Talk) -> None:
    within = await _inspection(talk)
    there = inspect_units.units_for(talk.person, await talk.city(), within)
    rows = pairs(
        (step("unit", "verbatim", str(each.id), text=each.short_name) for each in there), 3
    )
    talk.say("finding-unit", theme=within.theme, buttons=with_way_back(talk, rows[:UNITS_SHOWN]))


async def unit(talk: Talk, arg: str) -> Literal[Step.CATEGORY]:
    there = inspect_units.units_for(talk.person, await talk.city(), await _inspection(talk))
    if arg not in {str(each.id) for each in there}:
        raise NotFound("button-outdated")
    talk.data["unit"] = int(arg)
    return Step.CATEGORY


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.CATEGORY]:
    there = inspect_units.units_for(talk.person, await talk.city(), await _inspection(talk))
    found = units.match(there, typed)
    if len(found) != 1:
        talk.note("inspection-unit-unclear", text=typed[:TEXT_SHOWN], count=len(found))
        return Step.UNIT
    talk.data["unit"] = found[0].id
    return Step.CATEGORY


async def ask_category(talk: Talk) -> None:
    rows = pairs(
        step("category", "rectification-category", code, category=code) for code in CATEGORIES
    )
    talk.say("issue-category", unit=await _unit_name(talk), buttons=with_way_back(talk, rows))


async def category(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    if arg not in CATEGORIES:
        raise NotFound("button-outdated")
    talk.data["category"] = arg
    return Step.WORDS


async def ask_words(talk: Talk) -> None:
    ready = bool(gathered.words_of(talk).strip())
    talk.say(
        "finding-words",
        unit=await _unit_name(talk),
        gathered=gathered.so_far(talk) or msg("nothing"),
        most=TITLE_MAX,
        buttons=with_way_back(talk, [[step("on", "button-go-on")]] if ready else []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS]:
    if len(typed) > TITLE_MAX:
        talk.note("issue-too-long", most=TITLE_MAX)
    talk.data["said"] = [typed[:TITLE_MAX]]
    return Step.WORDS


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.WORDS]:
    gathered.take_file(talk, sent, documents=True)
    return Step.WORDS


async def go_on(talk: Talk, _: str) -> Literal[Step.WORDS, Step.SEVERITY]:
    return Step.SEVERITY if gathered.words_of(talk).strip() else Step.WORDS


async def ask_severity(talk: Talk) -> None:
    rows = [[step("severity", "finding-severity", each, severity=each)] for each in SEVERITIES]
    talk.say("finding-how-bad", buttons=with_way_back(talk, rows))


async def severity(talk: Talk, arg: str) -> Literal[Step.ITEM]:
    if arg not in SEVERITIES:
        raise NotFound("button-outdated")
    talk.data["severity"] = arg
    return Step.ITEM


async def ask_item(talk: Talk) -> None:
    city = await talk.city()
    items = await choices_for(talk.conn, city, city.unit(talk.data["unit"]), now=talk.now)
    rows = [[Button(label(each), action="item", arg=each.arg)] for each in items[:ITEMS_SHOWN]]
    rows.append([step("none", "finding-no-points")])
    talk.say("finding-item", buttons=with_way_back(talk, rows))


async def item(talk: Talk, arg: str) -> Literal[Step.CONFIRM]:
    city = await talk.city()
    unit = city.unit(talk.data["unit"])
    each = await chosen(talk.conn, city, unit, arg, now=talk.now)
    talk.data |= {"item": each.code, "level": each.level, "cases": 1}
    return Step.CONFIRM


async def no_item(talk: Talk, _: str) -> Literal[Step.CONFIRM]:
    talk.data |= {"item": None, "level": "", "cases": 1}
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    city = await talk.city()
    talk.say(
        "finding-confirm",
        unit=await _unit_name(talk),
        category=msg("rectification-category", category=talk.data["category"]),
        severity=talk.data["severity"],
        gathered=gathered.so_far(talk) or msg("nothing"),
        item=await cost_said(
            talk.conn,
            city,
            city.unit(talk.data["unit"]),
            talk.data["item"],
            talk.data["level"],
            talk.data["cases"],
            now=talk.now,
        ),
        buttons=with_way_back(
            talk, [cases_buttons(talk.data["item"]), [step("file", "finding-yes")]]
        ),
    )


async def more(talk: Talk, arg: str) -> Literal[Step.CONFIRM]:
    talk.data["cases"] = another_count(talk.data["cases"], arg)
    return Step.CONFIRM


async def cases_typed(talk: Talk, typed: str) -> Literal[Step.CONFIRM]:
    try:
        talk.data["cases"] = read_cases(typed)
    except Refusal as no:
        talk.notes.append(Msg(no.message_id, no.given))
    return Step.CONFIRM


async def confirm(talk: Talk, _: str) -> Literal[Step.DONE]:
    kept = gathered.files_of(talk)
    found = Found(
        unit_id=talk.data["unit"],
        category=talk.data["category"],
        severity=talk.data["severity"],
        words=gathered.words_of(talk),
        item=talk.data["item"],
        level=talk.data["level"],
        cases=talk.data["cases"],
        files=[File("owner", each.kind, each.file_id, each.unique_id) for each in kept],
    )
    filed = await inspect_units.file_finding(
        talk.conn, await talk.city(), talk.person, talk.data["inspection"], found, now=talk.now
    )
    number = str(talk.data["inspection"])
    talk.say(
        "finding-done",
        name=name_of(filed),
        unit=await _unit_name(talk),
        due=filed.due_at or talk.now,
        buttons=[
            [go("file-finding", "button-file-finding", number)],
            [go("inspection", "button-look", number), go("todo", "button-todo")],
        ],
    )
    return Step.DONE


async def _unit_name(talk: Talk) -> str:
    return (await talk.city()).unit(talk.data["unit"]).short_name


ERRAND = Errand(
    opening=Opening(name="file-finding", in_menu=False),
    steps=Step,
    version=2,
    begin=begin,
    places={
        Step.UNIT: Place(ask=ask_unit, on_tap={"unit": unit}, on_text=unit_typed),
        Step.CATEGORY: Place(ask=ask_category, on_tap={"category": category}),
        Step.WORDS: Place(
            ask=ask_words, on_tap={"on": go_on}, on_text=words_typed, on_file=file_sent
        ),
        Step.SEVERITY: Place(ask=ask_severity, on_tap={"severity": severity}),
        Step.ITEM: Place(ask=ask_item, on_tap={"item": item, "none": no_item}),
        Step.CONFIRM: Place(
            ask=ask_confirm, on_tap={"file": confirm, "more": more}, on_text=cases_typed
        ),
    },
)
