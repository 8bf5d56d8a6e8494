"""Give an instruction (批示): one line or a voice message, to whom, by when."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import is_number, pairs, step
from handlers.came import FileSent
from handlers.city import City
from handlers.conversations import observation_draft as gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations import instruct
from handlers.operations.instruct import Instruction
from handlers.operations.instruct_days import month_end, ready_days
from handlers.operations.matter_card import buttons_for, card
from handlers.operations.matter_news import card_key
from handlers.operations.matter_terms import TITLE_MAX, close_of
from handlers.operations.observation_parties import one_seen as observation_seen
from handlers.operations.observation_terms import observable
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.observation_course import HEARD_BY_UNIT
from scoring.permissions import may_instruct
from scoring.refusals import NotFound
from storage import people, units
from storage.matters import File
from storage.units import UnitRow

FOUND_MAX = 12
TEXT_SHOWN = 60
YEARS_AHEAD = 2


class Step(IntEnum):
    """Where the leader stands. A step's return type is its outgoing arrows."""

    WORDS = 1  # saved in the database: never renumber
    TO = 2
    UNIT = 3
    DUE = 4
    CONFIRM = 5
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.WORDS]:
    """Start under what was tapped ("uT01.2013-09", "r区镇.2013-09", "o5"), or with nothing."""
    unit_id, about = await _under(talk, arg if talk.came.tap else "")
    talk.data |= gathered.nothing()
    talk.data |= {"unit": unit_id, "about": about, "person": None, "finish": "", "found": []}
    if unit_id:
        instruct.check(talk.person, unit_id)
    return Step.WORDS


async def _under(talk: Talk, arg: str) -> tuple[int, str | None]:
    kind, what = arg[:1], arg[1:]
    city = await talk.city()
    match kind:
        case "u":
            unit = city.unit_by_code.get(what.partition(".")[0])
            if unit is None:
                raise NotFound("button-outdated")
            return unit.id, f"unit:{what}"
        case "r":
            return 0, f"rank:{what}"
        case "o" if is_number(what):
            found, _ = await observation_seen(talk.conn, talk.person, int(what), now=talk.now)
            if found.state not in HEARD_BY_UNIT:  # The instruction would tell the unit of it.
                raise NotFound("rectification-not-verified")
            return found.unit_id, f"observation:{what}"
        case _:
            return 0, None


# --- what ------------------------------------------------------------------------------------


async def ask_words(talk: Talk) -> None:
    talk.say(
        "instruct-words",
        unit=await _unit_said(talk),
        most=TITLE_MAX,
        buttons=with_way_back(talk, []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    if len(typed) > TITLE_MAX:
        talk.note("issue-too-long", most=TITLE_MAX)
    talk.data["said"] = [typed[:TITLE_MAX]]
    return _after_words(talk)


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    gathered.take_file(talk, sent)
    return _after_words(talk)


def _after_words(talk: Talk) -> Literal[Step.WORDS, Step.TO, Step.UNIT]:
    if not gathered.has_substance(talk):
        return Step.WORDS
    return Step.TO if talk.data["unit"] else Step.UNIT


# --- to whom ---------------------------------------------------------------------------------


async def ask_to(talk: Talk) -> None:
    unit = await _unit(talk)
    rows = [[step("desk", "instruct-desk", unit=unit.short_name)]]
    there = await instruct.in_charge(talk.conn, talk.person, unit.id)
    rows += [[step("leader", "instruct-leader", str(each.id), name=each.name)] for each in there]
    rows.append([step("other", "instruct-other")])
    talk.say(
        "instruct-to",
        gathered=gathered.so_far(talk),
        buttons=with_way_back(talk, rows),
    )


async def to_desk(talk: Talk, _: str) -> Literal[Step.DUE]:
    talk.data["person"] = None
    return Step.DUE


async def to_leader(talk: Talk, arg: str) -> Literal[Step.TO, Step.DUE]:
    there = await instruct.in_charge(talk.conn, talk.person, talk.data["unit"])
    if arg not in {str(each.id) for each in there}:
        return Step.TO
    talk.data["person"] = int(arg)
    return Step.DUE


async def to_other(talk: Talk, _: str) -> Literal[Step.UNIT]:
    talk.data["found"] = []
    return Step.UNIT


async def ask_unit(talk: Talk) -> None:
    known = {unit.id: unit for unit in _mine(talk, await talk.city())}
    found = [known[each] for each in talk.data["found"] if each in known]
    led = [known[each] for each in talk.person.units_as("leader") if each in known]
    towns = [unit for unit in known.values() if unit.track == "town"]
    shown = found or list(dict.fromkeys([*led, *towns]))
    rows = pairs(
        step("unit", "verbatim", str(unit.id), text=unit.short_name) for unit in shown[:FOUND_MAX]
    )
    talk.say("instruct-unit", found=len(found), buttons=with_way_back(talk, rows))


def _mine(talk: Talk, city: City) -> list[UnitRow]:
    return [
        unit
        for unit in observable(city, talk.today)
        if may_instruct(talk.person.roles, unit_id=unit.id)
    ]


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.TO]:
    found = units.match(_mine(talk, await talk.city()), typed)
    talk.data["found"] = [each.id for each in found]
    if len(found) == 1:
        talk.data["unit"] = found[0].id
        return Step.TO
    if not found:
        talk.note("instruct-unit-unknown", text=typed[:TEXT_SHOWN])
    return Step.UNIT


async def unit(talk: Talk, arg: str) -> Literal[Step.TO]:
    if arg not in {str(each.id) for each in _mine(talk, await talk.city())}:
        raise NotFound("button-outdated")
    talk.data["unit"] = int(arg)
    return Step.TO


# --- by when ---------------------------------------------------------------------------------


async def ask_due(talk: Talk) -> None:
    city = await talk.city()
    rows = [
        [step("due", "due-in-days", str(day), days=days, day=day)]
        for days, day in ready_days(city, talk.now)
    ]
    end = month_end(city, talk.today)
    rows.append([step("due", "due-month-end", str(end), day=end)])
    talk.say("instruct-due", to=await _to_said(talk), buttons=with_way_back(talk, rows))


async def due(talk: Talk, arg: str) -> Literal[Step.DUE, Step.CONFIRM]:
    try:
        return await _take_day(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.DUE


async def due_typed(talk: Talk, typed: str) -> Literal[Step.DUE, Step.CONFIRM]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.DUE
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.DUE, Step.CONFIRM]:
    finish = close_of(await talk.city(), day)
    if day < talk.today or finish <= talk.now or day.year > talk.today.year + YEARS_AHEAD:
        talk.note("issue-day-wrong", day=day)
        return Step.DUE
    talk.data["finish"] = finish.isoformat()
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    talk.say(
        "instruct-confirm",
        to=await _to_said(talk),
        gathered=gathered.so_far(talk),
        finish=datetime.fromisoformat(talk.data["finish"]),
        buttons=with_way_back(talk, [[step("give", "instruct-yes")]]),
    )


async def give(talk: Talk, _: str) -> Literal[Step.DUE, Step.DONE]:
    """Give it; the message in which it was confirmed becomes the card that shows how it stands."""
    city, finish = await talk.city(), datetime.fromisoformat(talk.data["finish"])
    if finish <= talk.now:
        talk.note("rectification-finish-past")
        return Step.DUE
    kept = gathered.files_of(talk)
    given = Instruction(
        unit_id=talk.data["unit"],
        words=gathered.words_of(talk),
        finish_by=finish,
        person_id=talk.data["person"],
        about=talk.data["about"],
        files=[File("owner", each.kind, each.file_id, each.unique_id) for each in kept],
    )
    found = await instruct.instruct(talk.conn, city, talk.person, given, now=talk.now)
    talk.say(
        await card(talk.conn, city, found, talk.person, now=talk.now),
        buttons=buttons_for(talk.person, found, files=len(kept)),
    )
    talk.remember_as(card_key(found.id, talk.person.id))
    return Step.DONE


async def _unit(talk: Talk) -> UnitRow:
    return (await talk.city()).unit(talk.data["unit"])


async def _unit_said(talk: Talk) -> Msg:
    if not talk.data["unit"]:
        return msg("nothing")
    return msg("instruct-for", unit=(await _unit(talk)).short_name)


async def _to_said(talk: Talk) -> Msg:
    unit = await _unit(talk)
    person_id: int | None = talk.data["person"]
    named = await people.one(talk.conn, person_id) if person_id is not None else None
    if named is None:
        return msg("instruction-desk", unit=unit.short_name)
    return msg("instruct-to-leader", unit=unit.short_name, name=named.name)


ERRAND = Errand(
    opening=Opening(
        name="instruct",
        commands=("instruct",),
        words=("作批示",),
        roles=frozenset({"leader", "committee"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.WORDS: Place(ask=ask_words, on_text=words_typed, on_file=file_sent),
        Step.TO: Place(
            ask=ask_to, on_tap={"desk": to_desk, "leader": to_leader, "other": to_other}
        ),
        Step.UNIT: Place(ask=ask_unit, on_tap={"unit": unit}, on_text=unit_typed),
        Step.DUE: Place(ask=ask_due, on_tap={"due": due}, on_text=due_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"give": give}),
    },
)
