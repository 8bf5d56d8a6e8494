"""File for a unit that has not (代报): which unit, why, then as any other month is filed."""

from enum import IntEnum
from typing import Literal

from handlers.buttons import is_number, pairs, step
from handlers.conversations.figures import file_readings
from handlers.conversations.figures.file_readings import MONTH
from handlers.conversations.figures.filing_steps import Step as Filing
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.operations.clock import collecting
from handlers.operations.figures.behalf import WHY_MAX
from handlers.operations.record.discipline import discipline
from handlers.talk import Talk
from handlers.texts import msg
from scoring.model import Period
from scoring.permissions import may_file_on_behalf
from scoring.refusals import NotAllowed, NotFound, Refusal
from storage import units

OFFICE = frozenset({"office"})
READY = ("phone", "paper", "silent")
UNITS_SHOWN = 24


class Step(IntEnum):
    """Where the clerk stands: whose figures, why, and then as a reporter does."""

    CHOOSE = 1  # saved in the database: never renumber; up to SETTLE as in filing
    ENTER = 2
    EACH = 3
    REASON = 4
    LOOK = 5
    MEND = 6
    EVIDENCE = 7
    SETTLE = 8
    FOR = 9
    WHY = 10
    KIND = 11
    WHICH = 12
    LIST = 13
    DONE = -1


async def begin(talk: Talk, arg: str) -> Literal[Step.FOR, Step.WHY]:
    if not may_file_on_behalf(talk.person.roles):
        raise NotAllowed("behalf-not-yours")
    city = await talk.city()
    talk.data |= {
        "period": str(await collecting.month_collected(talk.conn, city, now=talk.now)),
        "columns": {},
        "focus": 0,
        "way": "list",
        "for": 0,
        "why": "",
        "first": 0,
    }
    head, _, tail = arg.partition(".")
    if is_number(head) and (not tail or MONTH.match(tail)):  # a button: indicator, and month
        row = city.indicator(int(head))
        talk.data |= {"for": row.monitoring_unit_id, "first": row.id}
        talk.data["period"] = tail or talk.data["period"]
        return Step.WHY
    if arg.strip():
        return await unit_typed(talk, arg)
    return Step.FOR


async def ask_for(talk: Talk) -> None:
    city, period = await talk.city(), Period.parse(talk.data["period"])
    lines = await discipline(talk.conn, city, period, now=talk.now)
    open_now: dict[str, int] = {}
    for line in lines:
        if line.state in ("missing", "open"):
            open_now[line.reporter.code] = open_now.get(line.reporter.code, 0) + 1
    late = {line.reporter.code for line in lines if line.state == "missing"}
    silent = sorted(open_now, key=lambda code: (code not in late, code))[:UNITS_SHOWN]
    buttons = [
        step(
            "unit",
            "behalf-unit",
            code,
            unit=city.unit_by_code[code].short_name,
            count=open_now[code],
            late=int(code in late),
        )
        for code in silent
    ]
    talk.say(
        "behalf-for",
        period=period,
        count=len(open_now),
        buttons=with_way_back(talk, pairs(buttons, 2)),
    )


async def unit_picked(talk: Talk, arg: str) -> Literal[Step.WHY]:
    city = await talk.city()
    if arg not in city.unit_by_code:
        raise NotFound("button-outdated")
    talk.data["for"] = city.unit_by_code[arg].id
    return Step.WHY


async def unit_typed(talk: Talk, typed: str) -> Literal[Step.FOR, Step.WHY]:
    city, period = await talk.city(), Period.parse(talk.data["period"])
    found = units.match(city.units, typed.strip())
    if len(found) != 1 or not city.due_for([found[0].id], period):
        talk.note("behalf-unit-unknown", text=typed.strip()[:40], period=period)
        return Step.FOR
    talk.data["for"] = found[0].id
    return Step.WHY


async def ask_why(talk: Talk) -> None:
    city = await talk.city()
    ready = [[step("ready", f"behalf-why-{each}", each)] for each in READY]
    talk.say(
        "behalf-why",
        unit=city.unit(talk.data["for"]).short_name,
        buttons=with_way_back(talk, ready),
    )


async def why_ready(talk: Talk, arg: str) -> Literal[Filing.CHOOSE, Filing.ENTER, Filing.LOOK]:
    if arg not in READY:
        raise Refusal("button-outdated")
    return await why_typed(talk, talk.services.texts.plain("zh", msg(f"behalf-why-{arg}")))


async def why_typed(talk: Talk, typed: str) -> Literal[Filing.CHOOSE, Filing.ENTER, Filing.LOOK]:
    if not typed.strip():
        raise Refusal("behalf-why-empty")
    talk.data["why"] = typed.strip()[:WHY_MAX]
    if talk.data["first"]:
        return await file_readings.focus_on(talk, talk.data["first"])
    return await file_readings.to_the_only_one(talk)


ERRAND = Errand(
    opening=Opening(name="file-for", commands=("filefor",), words=("代报",), roles=OFFICE),
    steps=Step,
    begin=begin,
    places={
        **file_readings.ERRAND.places,
        Step.FOR: Place(ask=ask_for, on_tap={"unit": unit_picked}, on_text=unit_typed),
        Step.WHY: Place(ask=ask_why, on_tap={"ready": why_ready}, on_text=why_typed),
    },
)
