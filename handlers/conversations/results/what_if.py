"""What if (如果): points and places as one other figure would make them."""

import asyncio
from decimal import Decimal

from handlers.buttons import go
from handlers.conversations.asking import understand
from handlers.conversations.results.moves import Question, question_of, ways_on
from handlers.conversations.results.unit_card import SEERS
from handlers.errands import Opening, View
from handlers.grammar.answers import Number, Unreadable
from handlers.grammar.numbers import read_answer
from handlers.show import plain, points
from handlers.talk import Talk
from handlers.texts import msg
from scoring.model import Reported
from scoring.refusals import Refusal
from scoring.what_if import WhatIf, what_if

MOVES_SHOWN = 6


async def suppose(talk: Talk, arg: str) -> None:
    """Answer "K09 1.8" or "南丰 K09 1.8": points and places as they would be."""
    words = arg.replace(".", " ", 1).split() if arg.count(".") and " " not in arg else arg.split()
    if len(words) < 2:  # noqa: PLR2004 - an indicator and a figure
        talk.say("if-how", buttons=[[go("start", "button-menu")]])
        return
    *named, typed = words
    question = understand(talk, await talk.city(), " ".join(named))
    asked = await question_of(talk, question, route="if")
    if asked is None:
        return
    if question.indicator is None:
        raise Refusal("if-which-indicator", text=" ".join(named)[:40])
    code = question.indicator.indicator.code
    unit, rule = asked.book.unit_by_code[asked.unit.code], asked.book.indicator_by_code[code]
    if asked.unit.code not in asked.result.columns[code] or rule.is_waived_for(unit):
        raise Refusal("if-not-applicable", unit=asked.unit.name, indicator=asked.indicator(code))
    read = read_answer(typed, unit_of_measure=asked.measure(code))
    if isinstance(read, Unreadable):
        raise Refusal("if-unreadable", text=typed[:40], reason=read.reason)
    if not isinstance(read, Number):
        raise Refusal("if-number-only")
    cells = {(code, asked.unit.code): Reported(read.value)}
    told = await asyncio.to_thread(what_if, asked.book, asked.result, cells)
    _say_what_if(talk, asked, code, read.value, told)


def _say_what_if(talk: Talk, asked: Question, code: str, value: Decimal, told: WhatIf) -> None:
    before, after = asked.result.units[asked.unit.code], told.result.units[asked.unit.code]
    got_before = before.indicators[code].score
    got_after = after.indicators[code].score
    others = [move for move in told.moves if move.unit != asked.unit.code]
    places = asked.row.scheme.places
    talk.say(
        "if-told",
        unit=asked.unit.name,
        indicator=asked.indicator(code),
        value=plain(value),
        measure=asked.measure(code),
        got_before=points(got_before, asked.row.scheme.indicator_places),
        got_after=points(got_after, asked.row.scheme.indicator_places),
        before=points(before.score, places),
        after=points(after.score, places),
        place_before=asked.result.place(asked.unit.code) or 0,
        place_after=told.result.place(asked.unit.code) or 0,
        others=[
            msg(
                "if-other",
                unit=asked.name(move.unit),
                before=points(move.score_before, places),
                after=points(move.score_after, places),
                place_before=move.place_before or 0,
                place_after=move.place_after or 0,
                stays=int(move.place_before == move.place_after),
            )
            for move in others[:MOVES_SHOWN]
        ]
        or [msg("if-no-others")],
        more=max(0, len(others) - MOVES_SHOWN),
        buttons=ways_on(talk, asked, "if"),
    )


VIEW = View(
    opening=Opening(name="if", commands=("if",), words=("如果", "假如"), roles=SEERS),
    show=suppose,
    reads_only=True,
)
