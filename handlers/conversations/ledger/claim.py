"""Claim points for a unit (申报加分), or propose to take them away, or a veto (提出扣分).

Which item, how many cases of which level, the fact and its document, the evidence; then once more
the whole, and what was entered for the same fact before.
"""

from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Literal, TypeAlias

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.came import FileSent
from handlers.conversations import gathered
from handlers.conversations.asking import understand
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import Number
from handlers.grammar.days import read_day
from handlers.grammar.numbers import read_answer
from handlers.operations.ledger import propose_points
from handlers.operations.ledger.ledger_preview import preview
from handlers.operations.ledger.ledger_terms import DOCUMENT_MAX, FILES_MAX, SAID_MAX
from handlers.operations.ledger.ledger_words import bare, item_line
from handlers.operations.ledger.propose_points import Fact, check_fact, item_for, items_for, year_of
from handlers.talk import Talk
from handlers.texts import Msg
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage.ledger_files import File
from storage.ledger_items import ItemRow
from storage.units import UnitRow

CASES_READY = ("1", "2", "3")
TEXT_SHOWN = 60
FULL = "full"


class Step(IntEnum):
    """Where the person stands. A step's return type is its outgoing arrows."""

    UNIT = 1  # saved in the database: never renumber
    ITEM = 2
    LEVEL = 3
    CASES = 4
    FACT = 5
    DOCUMENT = 6
    UNTIL = 7
    FILES = 8
    CONFIRM = 9
    DONE = -1


AfterItem: TypeAlias = Literal[Step.LEVEL, Step.CASES, Step.FACT]


async def begin_claim(
    talk: Talk, arg: str
) -> Literal[Step.UNIT, Step.ITEM, Step.LEVEL, Step.CASES, Step.FACT]:
    """Start with the unit the person speaks for, perhaps with an item's code."""
    own = talk.person.units_as("contact")
    if not own:
        raise NotAllowed("ledger-claim-contacts-only")
    _fresh(talk, "claim")
    if len(own) != 1:
        return Step.UNIT
    talk.data["unit"] = (await talk.city()).unit(own[0]).code
    return await _with_item(talk, arg) if arg.strip() else Step.ITEM


async def begin_deduct(talk: Talk, arg: str) -> Literal[Step.UNIT, Step.ITEM]:
    """Start with the unit it is about, if one is named."""
    _fresh(talk, "deduct")
    city = await talk.city()
    named = understand(talk, city, arg.replace(".", " ")).units
    return await _turn_to(talk, named[0]) if len(named) == 1 else Step.UNIT


def _fresh(talk: Talk, way: str) -> None:
    talk.data |= gathered.nothing()
    talk.data |= {
        "way": way,
        "unit": "",
        "item": "",
        "level": "",
        "cases": "1",
        "document": "",
        "until": "",
    }


# --- for which unit ----------------------------------------------------------------------------


async def ask_unit(talk: Talk) -> None:
    city = await talk.city()
    if talk.data["way"] == "claim":
        units = [city.unit(each) for each in talk.person.units_as("contact")]
    else:
        units = [each for each in city.units if each.track == "town"]
    talk.say(
        "claim-unit",
        way=talk.data["way"],
        buttons=with_way_back(
            talk,
            pairs([step("unit", "verbatim", u.code, text=u.short_name) for u in units[:40]], 3),
        ),
    )


async def pick_unit(talk: Talk, arg: str) -> Literal[Step.ITEM]:
    city = await talk.city()
    if arg not in city.unit_by_code:
        raise NotFound("unit-unknown", text=arg[:TEXT_SHOWN])
    return await _turn_to(talk, city.unit_by_code[arg])


async def name_unit(talk: Talk, typed: str) -> Literal[Step.UNIT, Step.ITEM]:
    try:
        named = understand(talk, await talk.city(), typed).units
    except Refusal as no:
        talk.notes.append(Msg(no.message_id, no.given))
        return Step.UNIT
    if len(named) != 1:
        talk.note("claim-unit-unclear", text=typed[:TEXT_SHOWN])
        return Step.UNIT
    return await _turn_to(talk, named[0])


async def _turn_to(talk: Talk, unit: UnitRow) -> Literal[Step.ITEM]:
    talk.data["unit"] = unit.code
    await _items(talk)
    return Step.ITEM


# --- which item --------------------------------------------------------------------------------


async def ask_item(talk: Talk) -> None:
    unit, city = await _unit(talk), await talk.city()
    items = await _items(talk)
    talk.say(
        "claim-item",
        way=talk.data["way"],
        unit=unit.short_name,
        lines=[item_line(city, each, unit.track) for each in items],
        buttons=with_way_back(
            talk,
            pairs(
                [step("item", "verbatim", e.item.code, text=e.item.code) for e in items],
                4,
            ),
        ),
    )


async def pick_item(talk: Talk, arg: str) -> AfterItem:
    return await _with_item(talk, arg)


async def name_item(
    talk: Talk, typed: str
) -> Literal[Step.ITEM, Step.LEVEL, Step.CASES, Step.FACT]:
    sought = typed.strip()
    items = await _items(talk)
    exact = [each for each in items if each.item.code == sought.upper()]
    found = exact or [each for each in items if sought and sought in each.item.name]
    if len(found) != 1:
        talk.note("claim-item-unclear", text=sought[:TEXT_SHOWN], count=len(found))
        return Step.ITEM
    return await _with_item(talk, found[0].item.code)


async def _with_item(talk: Talk, code: str) -> AfterItem:
    items = {each.item.code: each for each in await _items(talk)}
    if code not in items:
        raise NotFound("ledger-item-unknown", text=code[:TEXT_SHOWN])
    talk.data |= {"item": code, "level": "", "cases": "1"}
    return _after_item(items[code], await _unit(talk))


def _after_item(row: ItemRow, unit: UnitRow) -> AfterItem:
    if row.item.kind == "veto":
        return Step.FACT
    return Step.LEVEL if len(row.item.terms(unit.track).choices) > 1 else Step.CASES


async def ask_level(talk: Talk) -> None:
    row, unit, city = await _item(talk), await _unit(talk), await talk.city()
    buttons = [
        step("level", "claim-level", str(at), level=name or FULL, points=bare(points))
        for at, (name, points) in enumerate(row.item.terms(unit.track).choices)
    ]
    talk.say(
        "claim-which-level",
        item=item_line(city, row, unit.track),
        buttons=with_way_back(talk, pairs(buttons, 1)),
    )


async def pick_level(talk: Talk, arg: str) -> Literal[Step.CASES]:
    choices = (await _item(talk)).item.terms((await _unit(talk)).track).choices
    if not is_number(arg) or int(arg) >= len(choices):
        raise NotFound("button-outdated")
    talk.data["level"] = choices[int(arg)][0]
    return Step.CASES


# --- how many, and what ------------------------------------------------------------------------


async def ask_cases(talk: Talk) -> None:
    row, unit = await _item(talk), await _unit(talk)
    talk.say(
        "claim-cases",
        item=item_line(await talk.city(), row, unit.track),
        per=row.item.per,
        buttons=with_way_back(
            talk, [[step("cases", "verbatim", each, text=each) for each in CASES_READY]]
        ),
    )


async def pick_cases(talk: Talk, arg: str) -> Literal[Step.CASES, Step.FACT]:
    return await cases_typed(talk, arg)


async def cases_typed(talk: Talk, typed: str) -> Literal[Step.CASES, Step.FACT]:
    match read_answer(typed, unit_of_measure=""):
        case Number(value=value) if 0 < value <= propose_points.CASES_MAX:
            talk.data["cases"] = f"{value:f}"
            return Step.FACT
        case _:
            most = str(propose_points.CASES_MAX)
            talk.note("ledger-cases-wrong", text=typed[:TEXT_SHOWN], most=most)
            return Step.CASES


async def ask_fact(talk: Talk) -> None:
    row, unit = await _item(talk), await _unit(talk)
    talk.say(
        "claim-fact",
        item=item_line(await talk.city(), row, unit.track),
        unit=unit.short_name,
        most=SAID_MAX,
        buttons=with_way_back(talk, []),
    )


async def fact_typed(talk: Talk, typed: str) -> Literal[Step.FACT, Step.DOCUMENT]:
    if len(typed) > SAID_MAX:
        talk.note("dispute-too-long", most=SAID_MAX)
        return Step.FACT
    talk.data["said"] = [typed]
    return Step.DOCUMENT


async def ask_document(talk: Talk) -> None:
    is_veto = (await _item(talk)).item.kind == "veto"
    talk.say(
        "claim-document",
        most=DOCUMENT_MAX,
        veto=int(is_veto),
        buttons=with_way_back(talk, [] if is_veto else [[step("none", "claim-no-document")]]),
    )


async def no_document(talk: Talk, _: str) -> Literal[Step.UNTIL, Step.FILES]:
    talk.data["document"] = ""
    return await _after_document(talk)


async def document_typed(talk: Talk, typed: str) -> Literal[Step.DOCUMENT, Step.UNTIL, Step.FILES]:
    if len(typed) > DOCUMENT_MAX:
        talk.note("dispute-too-long", most=DOCUMENT_MAX)
        return Step.DOCUMENT
    talk.data["document"] = typed
    return await _after_document(talk)


async def _after_document(talk: Talk) -> Literal[Step.UNTIL, Step.FILES]:
    return Step.UNTIL if (await _item(talk)).item.kind == "veto" else Step.FILES


async def ask_until(talk: Talk) -> None:
    end = date(year_of(await talk.city(), talk.now), 12, 31)
    ready = [[step("until", "claim-until-day", end.isoformat(), day=end)]]
    talk.say("claim-until", buttons=with_way_back(talk, ready if end > talk.today else []))


async def pick_until(talk: Talk, arg: str) -> Literal[Step.UNTIL, Step.FILES]:
    try:
        return _take_until(talk, date.fromisoformat(arg))
    except ValueError:
        raise NotFound("button-outdated") from None


async def until_typed(talk: Talk, typed: str) -> Literal[Step.UNTIL, Step.FILES]:
    day = read_day(typed, talk.today)
    if day is None:
        talk.note("extend-not-a-day", text=typed[:TEXT_SHOWN])
        return Step.UNTIL
    return _take_until(talk, day)


def _take_until(talk: Talk, day: date) -> Literal[Step.UNTIL, Step.FILES]:
    if day <= talk.today:
        talk.note("ledger-veto-needs-term")
        return Step.UNTIL
    talk.data["until"] = day.isoformat()
    return Step.FILES


# --- the evidence, and the whole ---------------------------------------------------------------


async def ask_files(talk: Talk) -> None:
    row = await _item(talk)
    files = len(gathered.files_of(talk))
    is_ready = bool(files) or talk.data["way"] == "deduct"
    talk.say(
        "claim-files",
        evidence=row.item.evidence or "—",
        count=files,
        most=FILES_MAX,
        needed=int(talk.data["way"] == "claim"),
        buttons=with_way_back(talk, [[step("next", "claim-next")]] if is_ready else []),
    )


async def file_sent(talk: Talk, sent: FileSent) -> Literal[Step.FILES]:
    if len(gathered.files_of(talk)) >= FILES_MAX:
        talk.note("dispute-files-full", most=FILES_MAX)
        return Step.FILES
    kept: list[dict[str, str]] = talk.data["files"]
    if all(each["unique"] != sent.unique_id for each in kept):
        file = {"kind": sent.kind, "id": sent.file_id, "unique": sent.unique_id}
        talk.data["files"] = [*kept, file]
    return Step.FILES


async def files_done(talk: Talk, _: str) -> Literal[Step.FILES, Step.CONFIRM]:
    if talk.data["way"] == "claim" and not gathered.files_of(talk):
        return Step.FILES
    return Step.CONFIRM


async def ask_confirm(talk: Talk) -> None:
    row, unit, city = await _item(talk), await _unit(talk), await talk.city()
    fact = _fact(talk)
    check_fact(row, unit, fact, today=talk.today)
    shown, before = await preview(talk.conn, city, unit, row, fact, now=talk.now)
    look: list[list[Button]] = [
        [go("ledger-entry", "claim-earlier", str(each.id), number=str(each.id))]
        for each in before[:3]
    ]
    talk.say(
        "claim-confirm",
        way=talk.data["way"],
        preview=shown,
        buttons=[*with_way_back(talk, [[step("submit", "ledger-submit")]]), *look],
    )


async def submit(talk: Talk, _: str) -> Literal[Step.DONE]:
    city, unit, row = await talk.city(), await _unit(talk), await _item(talk)
    if talk.data["way"] == "claim":
        number: int | None = await propose_points.claim(
            talk.conn,
            city,
            talk.person,
            unit=unit,
            item_code=row.item.code,
            fact=_fact(talk),
            now=talk.now,
        )
    else:
        number = await propose_points.propose(
            talk.conn,
            city,
            unit=unit,
            item_code=row.item.code,
            fact=_fact(talk),
            source=None,
            by=talk.person,
            now=talk.now,
        )
    if number is None:
        raise NotFound("ledger-item-unknown", text=row.item.code)
    talk.say(
        "claim-done",
        way=talk.data["way"],
        number=str(number),
        unit=unit.short_name,
        verifier=city.unit(row.verifying_unit_id).short_name,
        buttons=[
            [
                go("ledger-entry", "button-ledger-entry", str(number)),
                go("ledger", "button-ledger", unit.code),
            ],
            [go("todo", "button-todo")],
        ],
    )
    return Step.DONE


def _fact(talk: Talk) -> Fact:
    until = talk.data["until"]
    return Fact(
        said=gathered.words_of(talk),
        document=talk.data["document"],
        cases=Decimal(talk.data["cases"]),
        level=talk.data["level"],
        valid_until=date.fromisoformat(until) + timedelta(days=1) if until else None,
        files=[File(e.kind, e.file_id, e.unique_id) for e in gathered.files_of(talk)],
    )


async def _unit(talk: Talk) -> UnitRow:
    return (await talk.city()).unit_by_code[talk.data["unit"]]


async def _items(talk: Talk) -> list[ItemRow]:
    """Return the items to choose from; raise with the reason where there is none."""
    unit = await _unit(talk)
    way: Literal["claim", "deduct"] = talk.data["way"]
    return await items_for(talk.conn, await talk.city(), talk.person, unit, way, now=talk.now)


async def _item(talk: Talk) -> ItemRow:
    unit = await _unit(talk)
    row = await item_for(talk.conn, await talk.city(), unit, talk.data["item"], now=talk.now)
    if row is None:
        raise NotFound("ledger-item-unknown", text=talk.data["item"])
    return row


PLACES: dict[int, Place] = {
    Step.UNIT: Place(ask=ask_unit, on_tap={"unit": pick_unit}, on_text=name_unit),
    Step.ITEM: Place(ask=ask_item, on_tap={"item": pick_item}, on_text=name_item),
    Step.LEVEL: Place(ask=ask_level, on_tap={"level": pick_level}),
    Step.CASES: Place(ask=ask_cases, on_tap={"cases": pick_cases}, on_text=cases_typed),
    Step.FACT: Place(ask=ask_fact, on_text=fact_typed),
    Step.DOCUMENT: Place(ask=ask_document, on_tap={"none": no_document}, on_text=document_typed),
    Step.UNTIL: Place(ask=ask_until, on_tap={"until": pick_until}, on_text=until_typed),
    Step.FILES: Place(ask=ask_files, on_tap={"next": files_done}, on_file=file_sent),
    Step.CONFIRM: Place(ask=ask_confirm, on_tap={"submit": submit}),
}
CLAIM = Errand(
    opening=Opening(
        name="claim",
        commands=("claim",),
        words=("申报加分", "加分申报"),
        roles=frozenset({"contact"}),
    ),
    steps=Step,
    begin=begin_claim,
    places=PLACES,
)
DEDUCT = Errand(
    opening=Opening(
        name="deduct",
        commands=("deduct",),
        words=("提出扣分",),
        roles=frozenset({"office", "reporter", "reviewer"}),
    ),
    steps=Step,
    begin=begin_deduct,
    places=PLACES,
)
ERRANDS = (CLAIM, DEDUCT)
