"""Report an observation: of which unit, of what kind, then words, photos, voice and place."""

from typing import Literal

from handlers.buttons import Button, pairs, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.observing.observe_hand_in import anyway, ask_alike, join, submit
from handlers.conversations.observing.observe_questions import (
    answer_lines,
    answer_typed,
    ask_question,
    choose,
    question_of,
    skip,
)
from handlers.conversations.observing.observe_steps import Step
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.observing import observe
from handlers.operations.observing.observation_terms import category, observable
from handlers.talk import Talk
from handlers.texts import msg
from scoring.refusals import NotFound
from storage import units
from storage.units import UnitRow

FOUND_MAX = 8
NAME_MAX = 16  # characters: what is longer and names no unit is a description
REMARK_MIN = 4


# --- where and of whom -----------------------------------------------------------------------


async def begin(talk: Talk, arg: str) -> Literal[Step.POINT, Step.UNIT, Step.CATEGORY]:
    """Start; a unit, words or a photo that came with the command are kept."""
    talk.data |= gathered.nothing()
    talk.data |= {"point": None, "unit": 0, "category": "", "found": [], "answers": []}
    await observe.check_may_observe(talk.conn, talk.person, now=talk.now)
    said = "" if talk.came.tap else arg
    if talk.came.file is not None:
        gathered.take_file(talk, talk.came.file)
    elif said and not await _take_unit(talk, said):
        gathered.take_words(talk, said)
    mine = observe.points_of(talk.person)
    if len(mine) > 1:
        return Step.POINT
    talk.data["point"] = mine[0] if mine else None
    return Step.CATEGORY if talk.data["unit"] else Step.UNIT


async def ask_point(talk: Talk) -> None:
    city, mine = await talk.city(), observe.points_of(talk.person)
    buttons = [
        [step("point", "verbatim", str(point.id), text=point.name)]
        for point in city.points
        if point.id in mine
    ]
    talk.say("observe-point", buttons=with_way_back(talk, buttons))


async def point(talk: Talk, arg: str) -> Literal[Step.UNIT, Step.CATEGORY]:
    if arg not in map(str, observe.points_of(talk.person)):
        raise NotFound("button-outdated")
    talk.data["point"] = int(arg)
    return Step.CATEGORY if talk.data["unit"] else Step.UNIT


async def ask_unit(talk: Talk) -> None:
    known = {unit.id: unit for unit in observable(await talk.city(), talk.today)}
    found = [known[each] for each in talk.data["found"] if each in known]
    if found:
        rows = [[_unit_button(unit, unit.name)] for unit in found[:FOUND_MAX]]
        talk.say("observe-unit-found", count=len(found), buttons=with_way_back(talk, rows))
        return
    own = known.get(await _own_unit(talk) or 0)
    towns = [unit for unit in known.values() if unit.track == "town" and unit != own]
    rows = [
        *([[_unit_button(own, own.name)]] if own else []),
        *pairs(_unit_button(unit, unit.short_name) for unit in towns),
    ]
    talk.say("observe-unit", buttons=with_way_back(talk, rows))


def _unit_button(unit: UnitRow, label: str) -> Button:
    return step("unit", "verbatim", str(unit.id), text=label)


async def _own_unit(talk: Talk) -> int | None:
    city = await talk.city()
    watched = (each.unit_id for each in city.points if each.id == talk.data["point"])
    return next(watched, None)


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.CATEGORY]:
    if await _take_unit(talk, typed):
        return Step.CATEGORY
    if not talk.data["found"] and len(typed) > NAME_MAX:
        gathered.take_words(talk, typed)
        talk.note("observe-words-kept")
    elif not talk.data["found"]:
        talk.note("observe-unit-unknown", text=typed)
    return Step.UNIT


async def _take_unit(talk: Talk, typed: str) -> bool:
    """Take the one unit a text names, and the text as well where it says more than the name."""
    found = units.match(observable(await talk.city(), talk.today), typed)
    talk.data["found"] = [each.id for each in found]
    if len(found) != 1:
        return False
    names = (found[0].code, found[0].name, found[0].short_name, *found[0].aliases)
    longest = max((len(name) for name in names if name in typed), default=len(typed))
    if len(typed) - longest >= REMARK_MIN:
        gathered.take_words(talk, typed)
    talk.data |= {"unit": found[0].id, "found": []}
    return True


async def unit(talk: Talk, arg: str) -> Literal[Step.CATEGORY]:
    if arg not in {str(each.id) for each in observable(await talk.city(), talk.today)}:
        raise NotFound("observe-unit-gone")
    talk.data |= {"unit": int(arg), "found": []}
    return Step.CATEGORY


# --- what ------------------------------------------------------------------------------------


async def ask_category(talk: Talk) -> None:
    city = await talk.city()
    rows = pairs(
        step("category", "in-both", each.code, zh=each.name.zh, en=each.name.en)
        for each in city.categories
    )
    name = city.unit(talk.data["unit"]).short_name
    talk.say("observe-category", unit=name, buttons=with_way_back(talk, rows))


async def choose_category(talk: Talk, arg: str) -> Literal[Step.QUESTION, Step.CONTENT]:
    if arg not in (await talk.city()).category_by_code:
        raise NotFound("button-outdated")
    talk.data |= {"category": arg, "answers": []}
    return Step.QUESTION if await question_of(talk) else Step.CONTENT


async def ask_content(talk: Talk) -> None:
    ready = gathered.has_substance(talk)
    submit = [[step("submit", "observe-submit")]] if ready else []
    talk.say(
        "observe-content",
        unit=(await talk.city()).unit(talk.data["unit"]).short_name,
        category=category(await talk.city(), talk.data["category"]),
        gathered=[*answer_lines(talk), *gathered.so_far(talk)] or msg("nothing"),
        ready=1 if ready else 0,
        buttons=with_way_back(talk, submit),
    )


# --- kept in any order: whatever is sent stays, and the question stays the same -----------------


async def words_at_category(talk: Talk, typed: str) -> Literal[Step.CATEGORY]:
    gathered.take_words(talk, typed)
    return Step.CATEGORY


async def words_at_content(talk: Talk, typed: str) -> Literal[Step.CONTENT]:
    gathered.take_words(talk, typed)
    return Step.CONTENT


async def file_at_unit(talk: Talk, sent: FileSent) -> Literal[Step.UNIT]:
    gathered.take_file(talk, sent)
    return Step.UNIT


async def file_at_category(talk: Talk, sent: FileSent) -> Literal[Step.CATEGORY]:
    gathered.take_file(talk, sent)
    return Step.CATEGORY


async def file_at_question(talk: Talk, sent: FileSent) -> Literal[Step.QUESTION]:
    gathered.take_file(talk, sent)
    return Step.QUESTION


async def file_at_content(talk: Talk, sent: FileSent) -> Literal[Step.CONTENT]:
    gathered.take_file(talk, sent)
    return Step.CONTENT


async def place_at_unit(talk: Talk, place: tuple[float, float]) -> Literal[Step.UNIT]:
    gathered.take_place(talk, place)
    return Step.UNIT


async def place_at_category(talk: Talk, place: tuple[float, float]) -> Literal[Step.CATEGORY]:
    gathered.take_place(talk, place)
    return Step.CATEGORY


async def place_at_question(talk: Talk, place: tuple[float, float]) -> Literal[Step.QUESTION]:
    gathered.take_place(talk, place)
    return Step.QUESTION


async def place_at_content(talk: Talk, place: tuple[float, float]) -> Literal[Step.CONTENT]:
    gathered.take_place(talk, place)
    return Step.CONTENT


ERRAND = Errand(
    opening=Opening(
        name="observe",
        commands=("observe",),
        words=("观测", "上报", "随手报"),
        roles=frozenset({"observer"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.POINT: Place(
            ask=ask_point,
            on_tap={"point": point},
        ),
        Step.UNIT: Place(
            ask=ask_unit,
            on_tap={"unit": unit},
            on_text=unit_typed,
            on_file=file_at_unit,
            on_location=place_at_unit,
        ),
        Step.CATEGORY: Place(
            ask=ask_category,
            on_tap={"category": choose_category},
            on_text=words_at_category,
            on_file=file_at_category,
            on_location=place_at_category,
        ),
        Step.CONTENT: Place(
            ask=ask_content,
            on_tap={"submit": submit},
            on_text=words_at_content,
            on_file=file_at_content,
            on_location=place_at_content,
        ),
        Step.ALIKE: Place(ask=ask_alike, on_tap={"anyway": anyway, "join": join}),
        Step.QUESTION: Place(
            ask=ask_question,
            on_tap={"choose": choose, "skip": skip},
            on_text=answer_typed,
            on_file=file_at_question,
            on_location=place_at_question,
        ),
    },
)
