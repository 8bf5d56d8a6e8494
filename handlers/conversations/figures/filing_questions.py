"""Explain or mend what looks odd in a column before it is handed in."""

from typing import Literal

from handlers.buttons import Button, pairs, step
from handlers.conversations.figures.filing_checks import OpenQuestion, give_reason, open_questions
from handlers.conversations.figures.filing_desk import (
    REASON_MAX,
    cells_of,
    chosen,
    focus,
    put,
    take_paste,
)
from handlers.conversations.figures.filing_steps import Step, whole_number
from handlers.errands import with_way_back
from handlers.grammar.answers import Unreadable
from handlers.grammar.numbers import read_answer
from handlers.grammar.questions import question
from handlers.operations.figures.desk import Line
from handlers.talk import Talk
from handlers.texts import msg
from scoring.oddities import Oddity
from scoring.refusals import NotFound, Refusal
from scoring.rounding import shown
from storage.schemes import IndicatorRow

BUTTONS_MAX = 80
READY_REASONS = ("checked", "revised", "project")


async def ask_reason(talk: Talk) -> None:
    waiting = await open_questions(talk)
    if not waiting:
        talk.say("file-no-questions", buttons=with_way_back(talk, [[step("look", "file-look")]]))
        return
    ready = [step("ready", f"file-right-{each}", each) for each in READY_REASONS]
    if len(waiting) > 1:
        ready.append(step("ready-all", "file-reason-for-all", count=len(waiting)))
    asked = waiting[0]
    if asked.line is None:
        _ask_about_the_column(talk, asked, ready, left=len(waiting))
    else:
        _ask_about_a_figure(talk, asked, asked.line, ready, left=len(waiting))


def _ask_about_a_figure(
    talk: Talk, asked: OpenQuestion, line: Line, ready: list[Button], *, left: int
) -> None:
    value = asked.typed.value if asked.typed is not None else None
    talk.say(
        "file-ask-reason",
        unit=line.unit.short_name,
        indicator=asked.row.indicator.name,
        value=f"{value:f}" if value is not None else "",
        measure=asked.row.indicator.unit_of_measure,
        questions=[question(each) for each in asked.odd],
        left=left,
        buttons=with_way_back(talk, [*_mending(asked.row, line, asked.odd), *pairs(ready, 1)]),
    )


def _ask_about_the_column(
    talk: Talk, asked: OpenQuestion, ready: list[Button], *, left: int
) -> None:
    talk.say(
        "file-ask-reason-whole",
        code=asked.row.indicator.code,
        indicator=asked.row.indicator.name,
        questions=[question(each) for each in asked.odd],
        left=left,
        buttons=with_way_back(
            talk, [[step("mend-any", "file-mend-it")], *pairs([ready[0], *ready[3:]], 1)]
        ),
    )


def _mending(row: IndicatorRow, line: Line, odd: tuple[Oddity, ...]) -> list[list[Button]]:
    """Offer to mend the figure, with the value that was probably meant where one suggests itself.

    Both are buttons: a suggestion may be wrong, too.
    """
    meant = [each.meant for each in odd if each.meant is not None][:1]
    suggested = [
        step("value", "file-take-suggested", shown(value), value=shown(value)) for value in meant
    ]
    return [[*suggested, step("line", "file-mend-it", f"{row.id}.{line.unit.code}")]]


async def reason_typed(talk: Talk, typed: str) -> Literal[Step.REASON, Step.LOOK]:
    waiting = await open_questions(talk)
    if not waiting:
        return Step.LOOK
    asked = waiting[0]
    if asked.line is None:
        return await _whole_answered(talk, asked, typed)
    answer = read_answer(typed, unit_of_measure=asked.row.indicator.unit_of_measure)
    if isinstance(answer, Unreadable):
        return await _give(talk, asked, typed[:REASON_MAX])
    put(talk, asked.row, asked.line, answer, None, None)
    return await _on_to_next_question(talk)


async def _whole_answered(
    talk: Talk, asked: OpenQuestion, typed: str
) -> Literal[Step.REASON, Step.LOOK]:
    """Take mended lines of the column if that is what was typed, otherwise the reason."""
    noted = list(talk.notes)
    if await take_paste(talk, typed):
        return await _on_to_next_question(talk)
    talk.notes = noted
    return await _give(talk, asked, typed[:REASON_MAX])


async def reason_ready(talk: Talk, arg: str) -> Literal[Step.REASON, Step.LOOK]:
    waiting = await open_questions(talk)
    if not waiting:
        return Step.LOOK
    return await _give(talk, waiting[0], _ready_words(talk, arg))


async def reason_for_all(talk: Talk, _: str) -> Literal[Step.REASON, Step.LOOK]:
    """Say of every figure still in question that it was checked."""
    words = _ready_words(talk, READY_REASONS[0])
    for asked in await open_questions(talk):
        give_reason(talk, asked, words)
    return await _on_to_next_question(talk)


async def reason_value(talk: Talk, arg: str) -> Literal[Step.REASON, Step.LOOK]:
    return await reason_typed(talk, arg)


def _ready_words(talk: Talk, arg: str) -> str:
    if arg not in READY_REASONS:
        raise Refusal("button-outdated")
    return talk.services.texts.plain("zh", msg(f"file-reason-{arg}"))


async def _give(talk: Talk, asked: OpenQuestion, words: str) -> Literal[Step.REASON, Step.LOOK]:
    give_reason(talk, asked, words)
    return await _on_to_next_question(talk)


async def _on_to_next_question(talk: Talk) -> Literal[Step.REASON, Step.LOOK]:
    return Step.REASON if await open_questions(talk) else Step.LOOK


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
    talk.data |= {"at": codes.index(code), "mending": True}
    return Step.EACH


async def mend(talk: Talk, _: str) -> Literal[Step.MEND]:
    return Step.MEND
