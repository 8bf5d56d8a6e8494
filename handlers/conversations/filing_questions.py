"""Explain or mend what looks odd in a column before it is handed in."""

from decimal import Decimal
from typing import Any, Literal

from handlers.buttons import Button, pairs, step
from handlers.conversations.filing_desk import (
    cells_of,
    chosen,
    count_questions,
    first_question,
    focus,
    put,
)
from handlers.conversations.filing_steps import Step, whole_number
from handlers.errands import with_way_back
from handlers.grammar.answers import Unreadable
from handlers.grammar.numbers import read_answer
from handlers.grammar.questions import question
from handlers.talk import Talk
from handlers.texts import msg
from scoring.oddities import Oddity
from scoring.refusals import NotFound, Refusal
from scoring.rounding import shown

REASON_MAX = 200
BUTTONS_MAX = 80
READY_REASONS = ("checked", "revised", "project")


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
    row = await focus(talk, whole_number(indicator_id))
    city = await talk.city()
    codes = [unit.code for unit in city.units_of(row)]
    if code not in codes:
        raise NotFound("button-outdated")
    talk.data["at"] = codes.index(code)
    return Step.EACH


async def mend(talk: Talk, _: str) -> Literal[Step.MEND]:
    return Step.MEND
