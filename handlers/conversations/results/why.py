"""Why (为什么): the formula with its numbers, the source, and what full marks would have taken."""

import asyncio
from collections.abc import Iterable, Mapping
from decimal import Decimal

from handlers.buttons import go, pairs
from handlers.city import City
from handlers.conversations.asking import period_shown, understand
from handlers.conversations.figure_buttons import figure_buttons, issue_button
from handlers.conversations.results.unit_card import SEERS, scheme_of, which_unit
from handlers.errands import Opening, View
from handlers.operations.disputes.dispute_card import marks
from handlers.operations.doer import filed_and_reviewed
from handlers.operations.figures import behalf
from handlers.operations.ledger.ledger_back import ended_lines
from handlers.operations.ledger.ledger_effects import effect_lines, names_of
from handlers.operations.matters.instruct_button import under_unit
from handlers.show import (
    adjusted,
    because_lines,
    exact,
    exact_signed,
    percent,
    plain,
    points,
    span,
    with_mark,
)
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.column import IndicatorScore
from scoring.explain import Line, tell_point, tell_score
from scoring.model import Book, Period, Target
from scoring.result import Result, UnitScore
from storage import readings
from storage.schemes import IndicatorRow, SchemeRow
from storage.units import UnitRow

LINES_SHOWN = 60
BUTTONS_SHOWN = 8


async def show(talk: Talk, arg: str) -> None:
    city = await talk.city()
    asked = understand(talk, city, arg.replace(".", " "))
    unit = await which_unit(talk, city, asked, route="why")
    if unit is None:
        return
    row = scheme_of(city, unit, asked.period, talk)
    period = await period_shown(talk, city, row, asked.period)
    result = await talk.services.boards.result(talk.conn, city, row, period)
    if asked.indicator is None:
        book = await talk.services.boards.book(talk.conn, city, row)
        await _whole(talk, row, unit, period, result, book)
    else:
        await _one(talk, city, row, unit, asked.indicator, period, result)


async def _whole(
    talk: Talk, row: SchemeRow, unit: UnitRow, period: Period, result: Result, book: Book
) -> None:
    scored = result.units[unit.code]
    names = {group.code: group.name for group in row.scheme.groups}
    told = tell_score(result, unit.code)
    by_loss = sorted(told.lines, key=lambda line: line.lost, reverse=True) if told else []
    counted = [line for line in by_loss if line.each.score is not None]
    disputed = await _marks(
        talk, unit, {each.figure_of or period for each in scored.indicators.values()}
    )
    waiting = [each for each in scored.indicators.values() if each.score is None]
    ledger = [
        *effect_lines(await names_of(talk.conn, period.year), scored.adjustment),
        *await ended_lines(talk.conn, await talk.city(), unit, period.year, on=period.end_on),
    ]
    talk.say(
        "why-unit",
        unit=unit.name,
        span=span(period),
        score=points(scored.score, row.scheme.places),
        full=points(row.scheme.full_points, 0),
        rate=percent(scored.rate * 100 if scored.rate is not None else None),
        coverage=percent(scored.coverage * 100, 0),
        blocks=[
            msg(
                "why-block",
                block=names[code],
                got=points(block.exact, row.scheme.places),
                scored=points(block.scored_points, row.scheme.places),
                full=points(block.points, row.scheme.places),
            )
            for code, block in scored.blocks.items()
            if block.points
        ],
        lines=[
            with_mark(
                _line(row, each, disputed, period), adjusted(_target(book, each.each, period))
            )
            for each in counted[:LINES_SHOWN]
        ],
        bonus=exact_signed(told.bonus, row.scheme.places) if told else "0",
        deduction=exact_signed(-told.deduction, row.scheme.places) if told else "0",
        adjusted=int(bool(ledger)),
        ledger=ledger or msg("nothing"),
        waiting=len(waiting),
        buttons=[
            *pairs(
                [
                    go(
                        "why",
                        "verbatim",
                        f"{unit.code}.{each.indicator}.{period}",
                        text=each.indicator,
                    )
                    for each in counted[:BUTTONS_SHOWN]
                ],
                4,
            ),
            [
                go("place", "button-place", f"{unit.code}.{period}"),
                go("change", "button-change", f"{unit.code}.{period}"),
            ],
            [
                go("unit", "button-card", f"{unit.code}.{period}"),
                go("rank", "button-ranking", f"{unit.category}.{period}"),
            ],
            under_unit(talk.person, unit, str(period), kind="why"),
        ],
    )


def _target(book: Book, each: IndicatorScore, period: Period) -> Target | None:
    """Return what the unit was held to in the period of the figure that spoke."""
    return book.target(each.figure_of or period, each.indicator, each.unit)


async def _marks(
    talk: Talk, unit: UnitRow, months: Iterable[Period]
) -> dict[tuple[Period, int], Msg]:
    """Return the marks of a unit's disputed figures by the month they speak of and indicator."""
    return {
        (month, indicator_id): mark
        for month in months
        for indicator_id, mark in (await marks(talk.conn, unit.id, month)).items()
    }


def _line(
    row: SchemeRow, line: Line, disputed: Mapping[tuple[Period, int], Msg], period: Period
) -> Msg:
    ids = {facts.indicator.code: facts.id for facts in row.indicators}
    cell = (line.each.figure_of or period, ids[line.indicator])
    names = {facts.indicator.code: facts.indicator.name for facts in row.indicators}
    return msg(
        "why-line-lost" if line.lost > 0 else "why-line-full",
        code=line.indicator,
        indicator=names[line.indicator],
        got=points(line.each.score, row.scheme.indicator_places),
        full=points(line.each.points, row.scheme.indicator_places),
        brings=exact(line.amount, row.scheme.places),
        lost=points(max(line.lost, Decimal(0)), row.scheme.places),
        disputed=disputed.get(cell, msg("nothing")),
    )


async def _one(
    talk: Talk,
    city: City,
    row: SchemeRow,
    unit: UnitRow,
    asked: IndicatorRow,
    period: Period,
    result: Result,
) -> None:
    code = asked.indicator.code
    scored: UnitScore = result.units[unit.code]
    each = scored.indicators.get(code)
    if each is None:
        talk.say(
            "why-not-applicable",
            unit=unit.name,
            code=code,
            indicator=asked.indicator.name,
            buttons=[
                [go("why", "button-why", f"{unit.code}.{period}")],
                under_unit(talk.person, unit, str(period)),
            ],
        )
        return
    month = each.figure_of or period
    book = await talk.services.boards.book(talk.conn, city, row)
    mark = adjusted(_target(book, each, period))
    talk.say(
        "why-indicator",
        unit=unit.name,
        code=code,
        indicator=asked.indicator.name,
        span=span(each.figure_of or period),
        got=points(each.score, row.scheme.indicator_places),
        full=points(each.points, row.scheme.indicator_places),
        facts=[*because_lines(each.because), *([mark] if mark else [])],
        needed=await _needed(talk, city, row, unit, asked, result),
        source=await _source(talk, city, row, unit, asked, each),
        method=asked.indicator.method,
        disputed=(await marks(talk.conn, unit.id, month)).get(asked.id, msg("nothing")),
        buttons=[
            [
                go("why", "button-why-all", f"{unit.code}.{period}"),
                go("history", "button-history", f"{unit.code}.{code}.{month}"),
            ],
            await figure_buttons(talk, city, unit, asked, month),
            issue_button(talk, unit, asked, month),
            under_unit(talk.person, unit, str(month), kind="why", indicator=code),
        ],
    )


async def _needed(
    talk: Talk, city: City, row: SchemeRow, unit: UnitRow, asked: IndicatorRow, result: Result
) -> Msg:
    """Return what full marks would have taken; nothing where they were earned."""
    cell = (asked.indicator.code, unit.code)
    book = await talk.services.boards.book(talk.conn, city, row)
    told = await asyncio.to_thread(tell_point, book, result, cell)
    if told.score is None or told.score >= told.points:
        return msg("nothing")
    if told.needed is None:
        return msg("why-no-figure-earns-it")
    return msg(
        "why-needed",
        needed=plain(told.needed),
        value=plain(told.value) if told.value is not None else "—",
        measure=asked.indicator.unit_of_measure,
    )


async def _source(
    talk: Talk,
    city: City,
    row: SchemeRow,
    unit: UnitRow,
    asked: IndicatorRow,
    each: IndicatorScore,
) -> Msg:
    """Return who reported the figure and who released it, and when."""
    if each.figure_of is None:
        return msg("why-no-figure", monitor=city.unit(asked.monitoring_unit_id).name)
    versions = await readings.versions(talk.conn, asked.id, unit.id, each.figure_of)
    released = [filing for filing, _ in versions if filing.state == "released"]
    if not released:
        return msg("why-no-figure", monitor=city.unit(asked.monitoring_unit_id).name)
    filing = released[-1]
    review = await readings.review_of(talk.conn, filing.id)
    names = await filed_and_reviewed(talk.conn, asked, filing, review)
    return msg(
        "why-source",
        monitor=city.unit(asked.monitoring_unit_id).name,
        reporter=names.reporter,
        filed=filing.filed_at,
        reviewer=names.reviewer,
        released=review.at if review is not None else filing.filed_at,
        versions=len(released),
        behalf=await behalf.label(talk.conn, filing.id),
    )


VIEW = View(
    opening=Opening(name="why", commands=("why",), words=("为什么", "扣分", "得分"), roles=SEERS),
    show=show,
    reads_only=True,
)
