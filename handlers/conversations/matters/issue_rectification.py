"""Issue a rectification (下达整改): to which unit, of what kind, what is asked, and by when."""

from datetime import date, datetime
from enum import IntEnum
from typing import Literal

from handlers.buttons import go, pairs, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.days import read_day
from handlers.operations.matters.issue_rectification import Order, issue, may_issue
from handlers.operations.matters.matter_terms import TITLE_MAX, after_months, close_of
from handlers.operations.matters.rectification_sources import suggested
from handlers.operations.observing.observation_terms import observable
from handlers.talk import Talk
from handlers.texts import msg
from scoring.rectification_course import CATEGORIES
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import units
from storage.matters import File
from storage.units import UnitRow

READY_MONTHS = (1, 2, 3)
FOUND_MAX = 8
TEXT_SHOWN = 60


class Step(IntEnum):
    """Where the clerk stands. A step's return type is its outgoing arrows."""

    UNIT = 1  # saved in the database: never renumber
    CATEGORY = 2
    WORDS = 3
    TERM = 4
    CONFIRM = 5
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.UNIT, Step.CATEGORY, Step.WORDS]:
    """Start by hand, or from what a button named: see `rectification_sources.suggested`."""
    found = await suggested(talk.conn, await talk.city(), arg if talk.came.tap else "")
    talk.data |= gathered.nothing()
    talk.data |= {
        "unit": found.unit_id or 0,
        "category": found.category,
        "source": found.source,
        "indicator": found.indicator_id,
        "finish": "",
        "found": [],
    }
    if found.title.strip():
        gathered.take_words(talk, found.title[:TITLE_MAX])
    if not found.unit_id:
        return Step.UNIT
    _check(talk, found.unit_id)
    return Step.WORDS if found.category else Step.CATEGORY


def _check(talk: Talk, unit_id: int) -> None:
    if not may_issue(talk.person, unit_id):
        raise NotAllowed("rectification-office-only")


# --- to whom ---------------------------------------------------------------------------------


async def ask_unit(talk: Talk) -> None:
    known = {unit.id: unit for unit in observable(await talk.city(), talk.today)}
    found = [known[each] for each in talk.data["found"] if each in known]
    shown = found[:FOUND_MAX] or [unit for unit in known.values() if unit.track == "town"]
    rows = pairs(step("unit", "verbatim", str(unit.id), text=unit.short_name) for unit in shown)
    talk.say("issue-unit", found=len(found), buttons=with_way_back(talk, rows))


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.CATEGORY]:
    found = units.match(observable(await talk.city(), talk.today), typed)
    talk.data["found"] = [each.id for each in found]
    if len(found) == 1:
        return _take_unit(talk, found[0])
    if not found:
        talk.note("issue-unit-unknown", text=typed[:TEXT_SHOWN])
    return Step.UNIT


async def unit(talk: Talk, arg: str) -> Literal[Step.CATEGORY]:
    known = {str(each.id): each for each in observable(await talk.city(), talk.today)}
    if arg not in known:
        raise NotFound("button-outdated")
    return _take_unit(talk, known[arg])


def _take_unit(talk: Talk, found: UnitRow) -> Literal[Step.CATEGORY]:
    _check(talk, found.id)
    talk.data |= {"unit": found.id, "found": []}
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


# --- what, and by when -----------------------------------------------------------------------


async def ask_words(talk: Talk) -> None:
    ready = bool(gathered.words_of(talk).strip())
    talk.say(
        "issue-words",
        unit=await _unit_name(talk),
        category=msg("rectification-category", category=talk.data["category"]),
        gathered=gathered.so_far(talk) or msg("nothing"),
        most=TITLE_MAX,
        buttons=with_way_back(talk, [[step("on", "button-go-on")]] if ready else []),
    )


async def words_typed(talk: Talk, typed: str) -> Literal[Step.WORDS]:
    talk.data["said"] = []
    if len(typed) > TITLE_MAX:
        talk.note("issue-too-long", most=TITLE_MAX)
    gathered.take_words(talk, typed[:TITLE_MAX])
    return Step.WORDS


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.WORDS]:
    gathered.take_file(talk, sent, documents=True)
    return Step.WORDS


async def go_on(talk: Talk, _: str) -> Literal[Step.WORDS, Step.TERM]:
    return Step.TERM if gathered.words_of(talk).strip() else Step.WORDS


async def ask_term(talk: Talk) -> None:
    city = await talk.city()
    days = [after_months(city, talk.now, months).date() for months in READY_MONTHS]
    end = close_of(city, date(talk.today.year, 12, 31)).date()
    rows = pairs(
        step("term", "issue-day", str(day), day=day) for day in dict.fromkeys([*days, end])
    )
    talk.say("issue-term", unit=await _unit_name(talk), buttons=with_way_back(talk, rows))


async def term(talk: Talk, arg: str) -> Literal[Step.TERM, Step.CONFIRM]:
    try:
        return await _take_day(talk, date.fromisoformat(arg))
    except ValueError:
        return Step.TERM


async def term_typed(talk: Talk, typed: str) -> Literal[Step.TERM, Step.CONFIRM]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("issue-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.TERM
    return await _take_day(talk, day)


async def _take_day(talk: Talk, day: date) -> Literal[Step.TERM, Step.CONFIRM]:
    finish = close_of(await talk.city(), day)
    if day < talk.today or finish <= talk.now or day.year > talk.today.year + 2:
        talk.note("issue-day-wrong", day=day)
        return Step.TERM
    if finish.date() != day:
        talk.note("due-day-off", day=day, until=finish.date())
    talk.data["finish"] = finish.isoformat()
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    talk.say(
        "issue-confirm",
        unit=await _unit_name(talk),
        category=msg("rectification-category", category=talk.data["category"]),
        gathered=gathered.so_far(talk) or msg("nothing"),
        finish=datetime.fromisoformat(talk.data["finish"]),
        buttons=with_way_back(talk, [[step("issue", "issue-yes")]]),
    )


async def confirm(talk: Talk, _: str) -> Literal[Step.TERM, Step.DONE]:
    order = Order(
        unit_id=talk.data["unit"],
        category=talk.data["category"],
        title=gathered.words_of(talk),
        finish_by=datetime.fromisoformat(talk.data["finish"]),
        source=talk.data["source"],
        indicator_id=talk.data["indicator"],
        files=[
            File("office", each.kind, each.file_id, each.unique_id)
            for each in gathered.files_of(talk)
        ],
    )
    city = await talk.city()
    if order.finish_by <= talk.now:
        no = Refusal("rectification-finish-past")
        talk.note(no.message_id)
        return Step.TERM
    found = await issue(talk.conn, city, talk.person, order, now=talk.now)
    talk.say(
        "issue-done",
        number=str(found.id),
        unit=await _unit_name(talk),
        due=found.due_at or talk.now,
        buttons=[
            [
                go("matter", "button-look", str(found.id)),
                go("rectifications", "menu-rectifications"),
            ],
            [go("todo", "button-todo"), go("start", "button-menu")],
        ],
    )
    return Step.DONE


async def _unit_name(talk: Talk) -> str:
    return (await talk.city()).unit(talk.data["unit"]).short_name


ERRAND = Errand(
    opening=Opening(
        name="issue-rectification",
        commands=("rectify",),
        words=("下达整改",),
        roles=frozenset({"office"}),
    ),
    steps=Step,
    begin=begin,
    places={
        Step.UNIT: Place(ask=ask_unit, on_tap={"unit": unit}, on_text=unit_typed),
        Step.CATEGORY: Place(ask=ask_category, on_tap={"category": category}),
        Step.WORDS: Place(
            ask=ask_words, on_tap={"on": go_on}, on_text=words_typed, on_file=file_sent
        ),
        Step.TERM: Place(ask=ask_term, on_tap={"term": term}, on_text=term_typed),
        Step.CONFIRM: Place(ask=ask_confirm, on_tap={"issue": confirm}),
    },
)
