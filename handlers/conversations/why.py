"""Why (为什么): the formula with its numbers, the source, and what full marks would have taken."""

from decimal import Decimal

from handlers.buttons import go, pairs
from handlers.city import City
from handlers.conversations.asking import period_shown, understand
from handlers.conversations.unit_card import SEERS, scheme_of, which_unit
from handlers.errands import Opening, View
from handlers.show import percent, points, span
from handlers.talk import Talk
from handlers.texts import Msg, msg
from scoring.column import IndicatorScore
from scoring.model import Period
from scoring.result import Result, UnitScore
from scoring.told import Because
from storage import people, readings
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
        _whole(talk, row, unit, period, result)
    else:
        await _one(talk, city, row, unit, asked.indicator, period, result)


def _whole(talk: Talk, row: SchemeRow, unit: UnitRow, period: Period, result: Result) -> None:
    scored = result.units[unit.code]
    names = {group.code: group.name for group in row.scheme.groups}
    by_loss = sorted(scored.indicators.values(), key=_lost, reverse=True)
    counted = [each for each in by_loss if each.score is not None]
    waiting = [each for each in by_loss if each.score is None]
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
        lines=[_line(row, each) for each in counted[:LINES_SHOWN]],
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
                go("unit", "button-card", f"{unit.code}.{period}"),
                go("rank", "button-ranking", f"{unit.category}.{period}"),
            ],
        ],
    )


def _lost(each: IndicatorScore) -> Decimal:
    return each.points - each.score if each.score is not None else Decimal(-1)


def _line(row: SchemeRow, each: IndicatorScore) -> Msg:
    names = {facts.indicator.code: facts.indicator.name for facts in row.indicators}
    lost = _lost(each)
    return msg(
        "why-line-lost" if lost > 0 else "why-line-full",
        code=each.indicator,
        indicator=names[each.indicator],
        got=points(each.score, row.scheme.indicator_places),
        full=points(each.points, row.scheme.indicator_places),
        lost=points(max(lost, Decimal(0)), row.scheme.indicator_places),
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
            buttons=[[go("why", "button-why", f"{unit.code}.{period}")]],
        )
        return
    talk.say(
        "why-indicator",
        unit=unit.name,
        code=code,
        indicator=asked.indicator.name,
        span=span(each.figure_of or period),
        got=points(each.score, row.scheme.indicator_places),
        full=points(each.points, row.scheme.indicator_places),
        facts=because_lines(each.because),
        source=await _source(talk, city, row, unit, asked, each),
        method=asked.indicator.method,
        buttons=[
            [
                go("why", "button-why-all", f"{unit.code}.{period}"),
                go("unit", "button-card", f"{unit.code}.{period}"),
            ]
        ],
    )


def because_lines(because: Because) -> list[Msg]:
    """Return an explanation as sentences, each fact after the one it supports."""
    return [Msg(each.fact, each.texts()) for each in because.all_facts()]


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
    released = [filing for filing, _ in versions if filing.state in {"released", "replaced"}]
    if not released:
        return msg("why-no-figure", monitor=city.unit(asked.monitoring_unit_id).name)
    filing = released[-1]
    review = await readings.review_of(talk.conn, filing.id)
    reporter = await people.one(talk.conn, filing.filed_by) if filing.filed_by else None
    reviewer = await people.one(talk.conn, review.by) if review is not None and review.by else None
    return msg(
        "why-source",
        monitor=city.unit(asked.monitoring_unit_id).name,
        reporter=reporter.name if reporter else "—",
        filed=filing.filed_at,
        reviewer=reviewer.name if reviewer else "—",
        released=review.at if review is not None else filing.filed_at,
        versions=len(versions),
    )


VIEW = View(
    opening=Opening(name="why", commands=("why",), words=("为什么", "扣分", "得分"), roles=SEERS),
    show=show,
)
