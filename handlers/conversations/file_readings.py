"""File a month: choose, type in one of three ways, look at the difference, confirm."""

import re
from decimal import Decimal
from enum import IntEnum
from typing import Any, Literal

from handlers.buttons import Button, go, is_number, pairs, step
from handlers.conversations.filing_desk import (
    cells_of,
    chosen,
    count_questions,
    due_rows,
    first_question,
    focus,
    focused_row,
    holds_figures,
    is_open,
    needs_reason,
    period_of,
    put,
    stated_total_of,
    take_month,
    take_paste,
    take_returned,
)
from handlers.conversations.filing_words import difference, list_of_lines, still_open
from handlers.errands import Errand, Opening, Place, with_way_back
from handlers.grammar.answers import NoDataSaid, Unreadable
from handlers.grammar.numbers import read_answer
from handlers.grammar.questions import question
from handlers.operations import file_readings
from handlers.operations.desk import (
    Line,
    Typed,
    lines_for,
    questions_about,
    questions_about_column,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.due import due_at, period_to_file
from scoring.model import Period
from scoring.oddities import Oddity
from scoring.refusals import NotFound, Refusal
from scoring.rounding import shown
from storage.readings import Reading
from storage.schemes import IndicatorRow

REASON_MAX = 200
MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")
BUTTONS_MAX = 80
READY_REASONS = ("checked", "revised", "project")


class Step(IntEnum):
    """Where the reporter stands. A step's return type is its outgoing arrows."""

    CHOOSE = 1  # saved in the database: never renumber
    ENTER = 2
    EACH = 3
    REASON = 4
    LOOK = 5
    MEND = 6
    DONE = -1


# --- beginning and choosing ------------------------------------------------------------------


async def begin(talk: Talk, arg: str) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    period = str(period_to_file(talk.today))
    talk.data |= {"period": period, "columns": {}, "focus": 0, "way": "list"}
    if not arg:
        return await _to_the_only_one(talk)
    head, _, tail = arg.partition(".")
    if is_number(head) and (not tail or MONTH.match(tail)):  # a button: indicator, and month
        talk.data["period"] = tail or talk.data["period"]
        return await _focus_on(talk, int(head))
    named = [row for row in await due_rows(talk) if row.indicator.code == arg.strip().upper()]
    if named:  # /file K09
        return await _focus_on(talk, named[0].id)
    return await take_text(talk, arg)  # /file K09 3.21 … : the figures came with the command


async def _to_the_only_one(talk: Talk) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    rows = await due_rows(talk)
    return await _focus_on(talk, rows[0].id) if len(rows) == 1 else Step.CHOOSE


async def _focus_on(talk: Talk, indicator_id: int) -> Literal[Step.ENTER, Step.LOOK]:
    city = await talk.city()
    row = city.indicator(indicator_id)
    await file_readings.check_open(talk.conn, city, talk.person, row, period_of(talk), now=talk.now)
    talk.data["focus"] = indicator_id
    return Step.LOOK if await take_returned(talk, row) else Step.ENTER


async def ask_choose(talk: Talk) -> None:
    city, period = await talk.city(), period_of(talk)
    rows = await due_rows(talk)
    if not rows:
        talk.say("file-nothing-due", period=period, buttons=with_way_back(talk, []))
        return
    states = [await still_open(talk, city, row, period) for row in rows]
    buttons = [
        [step("pick", "file-pick", str(row.id), code=row.indicator.code, name=row.indicator.name)]
        for row in rows
    ]
    talk.say(
        "file-choose",
        period=period,
        lines=states,
        count=len(rows),
        buttons=with_way_back(talk, buttons),
    )


async def pick(talk: Talk, arg: str) -> Literal[Step.ENTER, Step.LOOK]:
    return await _focus_on(talk, _whole(arg))


# --- entering --------------------------------------------------------------------------------


async def ask_enter(talk: Talk) -> None:
    city, row, period = await talk.city(), await focused_row(talk), period_of(talk)
    lines = await lines_for(talk.conn, city, row, period, now=talk.now)
    talk.say(
        "file-enter",
        code=row.indicator.code,
        indicator=row.indicator.name,
        measure=row.indicator.unit_of_measure,
        kind=row.indicator.kind,
        period=period,
        due=due_at(row.indicator, period, city.calendar, city.zone),
        lines=list_of_lines(row, lines, cells_of(talk, row.id)),
        count=len(lines),
        buttons=with_way_back(
            talk,
            [
                [step("each", "file-one-by-one"), step("nil", "file-all-nil")],
                *([[step("look", "file-look")]] if cells_of(talk, row.id) else []),
            ],
        ),
    )


async def take_text(talk: Talk, typed: str) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    """Read a one-message month or a pasted table, whichever it is."""
    if talk.data["focus"] and await take_month(talk, typed):
        return Step.LOOK
    if await take_paste(talk, typed):
        return Step.LOOK
    return Step.ENTER if talk.data["focus"] else Step.CHOOSE


async def all_nil(talk: Talk, _: str) -> Literal[Step.LOOK]:
    city, row = await talk.city(), await focused_row(talk)
    for line in await lines_for(talk.conn, city, row, period_of(talk), now=talk.now):
        put(talk, row, line, NoDataSaid(), None, None)
    talk.data["way"] = "list"
    return Step.LOOK


async def look(talk: Talk, _: str) -> Literal[Step.LOOK]:
    return Step.LOOK


# --- one by one ------------------------------------------------------------------------------


async def start_each(talk: Talk, _: str) -> Literal[Step.EACH]:
    talk.data |= {"at": 0, "way": "steps"}
    return Step.EACH


async def ask_each(talk: Talk) -> None:
    line, number, of = await _line_at(talk)
    row = await focused_row(talk)
    buttons = [
        [step("nil", "file-nil"), step("na", "file-na")],
        [
            *([step("same", "file-same")] if line.last else []),
            step("skip", "file-skip"),
        ],
        [step("look", "file-look")],
    ]
    talk.say(
        "file-each",
        number=number,
        of=of,
        unit=line.unit.short_name,
        indicator=row.indicator.name,
        line=list_of_lines(row, [line], cells_of(talk, row.id))[0],
        buttons=with_way_back(talk, buttons),
    )


async def each_typed(talk: Talk, typed: str) -> Literal[Step.EACH, Step.LOOK]:
    line, _, _ = await _line_at(talk)
    row = await focused_row(talk)
    answer = read_answer(typed, unit_of_measure=row.indicator.unit_of_measure)
    if not put(talk, row, line, answer, None, None):
        return Step.EACH
    return await _next_line(talk)


async def each_nil(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _each_said(talk, Typed("no_data"))


async def each_na(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _each_said(talk, Typed("not_applicable"))


async def each_same(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    line, _number, _of = await _line_at(talk)
    if line.last is None:
        return Step.EACH
    return await _each_said(talk, Typed(line.last.answer, line.last.value, line.base))


async def each_skip(talk: Talk, _: str) -> Literal[Step.EACH, Step.LOOK]:
    return await _next_line(talk)


async def _each_said(talk: Talk, typed: Typed) -> Literal[Step.EACH, Step.LOOK]:
    line, _, _ = await _line_at(talk)
    row = await focused_row(talk)
    cells: dict[str, Any] = talk.data["columns"].setdefault(str(row.id), {})
    cells[line.unit.code] = typed.packed()
    return await _next_line(talk)


async def _next_line(talk: Talk) -> Literal[Step.EACH, Step.LOOK]:
    row = await focused_row(talk)
    talk.data["at"] += 1
    city = await talk.city()
    return Step.EACH if talk.data["at"] < len(city.units_of(row)) else Step.LOOK


async def _line_at(talk: Talk) -> tuple[Line, int, int]:
    city, row = await talk.city(), await focused_row(talk)
    lines = await lines_for(talk.conn, city, row, period_of(talk), now=talk.now)
    wanted: int = talk.data.get("at", 0)
    at = min(wanted, len(lines) - 1)
    return lines[at], at + 1, len(lines)


# --- looking, explaining odd values, mending ---------------------------------------------------


async def ask_look(talk: Talk) -> None:
    city, period = await talk.city(), period_of(talk)
    tables: list[Msg] = []
    open_questions = 0
    missing = 0
    for row in chosen(talk, city.indicator_by_id):
        lines = await lines_for(talk.conn, city, row, period, now=talk.now)
        cells = cells_of(talk, row.id)
        odd = {
            line.unit.code: questions_about(row, period, line, cells[line.unit.code])
            for line in lines
            if line.unit.code in cells
        }
        whole = questions_about_column(
            row, period, lines, cells, stated_total=stated_total_of(talk, row.id)
        )
        tables.append(difference(city, row, period, lines, cells, odd, whole, now=talk.now))
        missing += sum(line.unit.code not in cells for line in lines)
        open_questions += sum(
            needs_reason(found) and cells[code].reason is None for code, found in odd.items()
        )
    if not tables:
        talk.say("file-empty", buttons=with_way_back(talk, [[step("more", "file-more")]]))
        return
    rows: list[list[Button]] = []
    if open_questions:
        rows.append([step("explain", "file-explain", count=open_questions)])
    elif missing:
        rows.append([step("file", "file-confirm-partial", count=missing)])
    else:
        rows.append([step("file", "file-confirm")])
    rows.append([step("mend", "file-mend"), step("more", "file-more")])
    talk.say(
        "file-difference",
        tables=tables,
        period=period,
        questions=open_questions,
        missing=missing,
        buttons=with_way_back(talk, rows),
    )


async def look_typed(talk: Talk, typed: str) -> Literal[Step.LOOK]:
    await take_text(talk, typed)
    return Step.LOOK


async def ask_reason(talk: Talk) -> None:
    found = await first_question(talk)
    if found is None:
        talk.say("file-no-questions", buttons=with_way_back(talk, [[step("look", "file-look")]]))
        return
    row, line, typed, odd = found
    left = await count_questions(talk)
    ready = [step("ready", f"file-reason-{each}", each) for each in READY_REASONS]
    if left > 1:
        ready.append(step("ready-all", "file-reason-for-all", count=left))
    talk.say(
        "file-ask-reason",
        unit=line.unit.short_name,
        indicator=row.indicator.name,
        value=f"{typed.value:f}" if typed.value is not None else "",
        measure=row.indicator.unit_of_measure,
        questions=[question(each) for each in odd],
        left=left,
        buttons=with_way_back(talk, [*_suggested(odd), *pairs(ready, 1)]),
    )


def _suggested(odd: tuple[Oddity, ...]) -> list[list[Button]]:
    """Offer the value that was probably meant, where a slip of units suggests one."""
    values = [dict(each.given).get("meant") for each in odd]
    return [
        [step("value", "file-take-suggested", shown(value), value=shown(value))]
        for value in values
        if isinstance(value, Decimal)
    ][:1]


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.REASON, Step.LOOK]:
    found = await first_question(talk)
    if found is None:
        return Step.LOOK
    row, line, _, _ = found
    answer = read_answer(typed, unit_of_measure=row.indicator.unit_of_measure)
    if isinstance(answer, Unreadable):
        return await _give_reason(talk, typed[:REASON_MAX])
    put(talk, row, line, answer, None, None)
    return await _on_to_next_question(talk)


async def reason_ready(talk: Talk, arg: str) -> Literal[Step.REASON, Step.LOOK]:
    if arg not in READY_REASONS:
        raise Refusal("button-outdated")
    words = talk.services.texts.plain("zh", msg(f"file-reason-{arg}"))
    return await _give_reason(talk, words)


async def reason_for_all(talk: Talk, _: str) -> Literal[Step.REASON, Step.LOOK]:
    """Say of every figure still in question that it was checked."""
    while await first_question(talk) is not None:
        await reason_ready(talk, READY_REASONS[0])
    return Step.LOOK


async def reason_value(talk: Talk, arg: str) -> Literal[Step.REASON, Step.LOOK]:
    return await reason_typed(talk, arg)


async def _give_reason(talk: Talk, words: str) -> Literal[Step.REASON, Step.LOOK]:
    found = await first_question(talk)
    if found is not None:
        row, line, typed, _ = found
        cells: dict[str, Any] = talk.data["columns"][str(row.id)]
        cells[line.unit.code] = {**typed.packed(), "reason": words}
    return await _on_to_next_question(talk)


async def _on_to_next_question(talk: Talk) -> Literal[Step.REASON, Step.LOOK]:
    return Step.REASON if await first_question(talk) else Step.LOOK


async def explain(talk: Talk, _: str) -> Literal[Step.REASON]:
    return Step.REASON


async def ask_mend(talk: Talk) -> None:
    city = await talk.city()
    buttons = [
        step(
            "line",
            "file-mend-one",
            f"{row.id}.{code}",
            unit=city.unit_by_code[code].short_name,
            value=f"{cell.value:f}" if cell.value is not None else "—",
        )
        for row in chosen(talk, city.indicator_by_id)
        for code, cell in cells_of(talk, row.id).items()
    ]
    talk.say("file-mend-which", buttons=with_way_back(talk, pairs(buttons[:BUTTONS_MAX], 2)))


async def mend_line(talk: Talk, arg: str) -> Literal[Step.EACH]:
    indicator_id, _, code = arg.partition(".")
    row = await focus(talk, _whole(indicator_id))
    city = await talk.city()
    codes = [unit.code for unit in city.units_of(row)]
    if code not in codes:
        raise NotFound("button-outdated")
    talk.data["at"] = codes.index(code)
    return Step.EACH


async def mend_typed(talk: Talk, typed: str) -> Literal[Step.LOOK]:
    await take_text(talk, typed)
    return Step.LOOK


async def mend(talk: Talk, _: str) -> Literal[Step.MEND]:
    return Step.MEND


async def more(talk: Talk, _: str) -> Literal[Step.CHOOSE, Step.ENTER, Step.LOOK]:
    return await _to_the_only_one(talk)


# --- handing in ------------------------------------------------------------------------------


async def hand_in(talk: Talk, _: str) -> Literal[Step.DONE, Step.LOOK]:
    city, period = await talk.city(), period_of(talk)
    if await first_question(talk) is not None:
        return Step.LOOK
    receipts: list[Msg] = []
    for row in chosen(talk, city.indicator_by_id):
        lines = await lines_for(talk.conn, city, row, period, now=talk.now)
        cells = cells_of(talk, row.id)
        column = [
            _reading(row, period, line, cells[line.unit.code])
            for line in lines
            if line.unit.code in cells
        ]
        receipt = await file_readings.file_column(
            talk.conn,
            city,
            talk.person,
            row,
            period,
            column,
            way=talk.data["way"],
            sent_at=talk.when_acted,
            now=talk.now,
        )
        receipts.append(
            msg(
                "file-receipt-line",
                number=str(receipt.filing_id),
                indicator=row.indicator.name,
                count=len(column),
                due=receipt.due_at,
                late=receipt.late_working_days,
            )
        )
    left = len([row for row in await due_rows(talk) if await is_open(talk, row, period)])
    talk.say(
        "file-receipt",
        period=period,
        at=talk.now,
        lines=receipts,
        left=left,
        buttons=[[go("file", "file-next"), go("todo", "button-todo")]]
        if left
        else [[go("todo", "button-todo"), go("start", "button-menu")]],
    )
    return Step.DONE


def _reading(row: IndicatorRow, period: Period, line: Line, typed: Typed) -> Reading:
    odd = questions_about(row, period, line, typed)
    return Reading(
        unit_id=line.unit.id,
        answer=typed.answer,
        value=typed.value,
        base=typed.base,
        growth=typed.growth,
        oddities=tuple(each.kind for each in odd),
        reason=typed.reason,
    )


def _whole(arg: str) -> int:
    if not is_number(arg):
        raise Refusal("button-outdated")
    return int(arg)


ERRAND = Errand(
    opening=Opening(
        name="file",
        commands=("file", "report"),
        words=("填报", "报送", "补报"),
        roles=frozenset({"reporter"}),
    ),
    steps=Step,
    begin=begin,
    opened_by=holds_figures,
    places={
        Step.CHOOSE: Place(ask=ask_choose, on_tap={"pick": pick}, on_text=take_text),
        Step.ENTER: Place(
            ask=ask_enter,
            on_tap={"each": start_each, "nil": all_nil, "look": look},
            on_text=take_text,
        ),
        Step.EACH: Place(
            ask=ask_each,
            on_tap={
                "nil": each_nil,
                "na": each_na,
                "same": each_same,
                "skip": each_skip,
                "look": look,
            },
            on_text=each_typed,
        ),
        Step.REASON: Place(
            ask=ask_reason,
            on_tap={
                "ready": reason_ready,
                "ready-all": reason_for_all,
                "value": reason_value,
                "look": look,
            },
            on_text=reason_typed,
        ),
        Step.LOOK: Place(
            ask=ask_look,
            on_tap={"file": hand_in, "explain": explain, "mend": mend, "more": more},
            on_text=look_typed,
        ),
        Step.MEND: Place(ask=ask_mend, on_tap={"line": mend_line}, on_text=mend_typed),
    },
)
