"""One unit's indicators as lines: what was earned of what, and what is still to be won."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from handlers.books import BlockLine, Gain, IndicatorLine
from handlers.report_lines import State
from handlers.texts import Msg, msg
from scoring.column import IndicatorScore
from scoring.facts import RATE_UNITS, Facts, competition_places
from scoring.figures import figure_period
from scoring.growth import growth_of
from scoring.model import (
    MISSING,
    Book,
    Entry,
    Indicator,
    Missing,
    NoData,
    NotApplicable,
    Period,
    Reported,
)
from scoring.result import Result, UnitScore
from scoring.rounding import rounded

HUNDRED = Decimal(100)
ADJUSTED_SHOWN = 4
PCT_PLACES = 2


@dataclass(frozen=True)
class FiguresDue:
    """The indicators of which a unit has a figure due in a month, and those not released yet."""

    due: tuple[str, ...]
    waiting: tuple[str, ...]


def figures_due(book: Book, result: Result, unit: str) -> FiguresDue:
    """Return which figures of a unit are due in the result's month, and which are not released."""
    due = tuple(
        code
        for code, each in result.units[unit].indicators.items()
        if each.state != "not_applicable"
        and result.period.is_due_for(book.indicator_by_code[code].frequency)
    )
    waiting = tuple(
        code for code in due if isinstance(book.entry(result.period, code, unit), Missing)
    )
    return FiguresDue(due, waiting)


def block_lines(
    blocks: Mapping[str, tuple[str, Decimal]], score: UnitScore
) -> tuple[BlockLine, ...]:
    """Return each outer block: points earned, of the points scored so far.

    Of a block in which nothing is scored the full points are shown.
    """
    lines: list[BlockLine] = []
    for code, (name, full) in blocks.items():
        inside = score.blocks.get(code)
        if inside is None or inside.scored_points <= 0:
            lines.append(BlockLine(name=name, got=None, full=full))
        else:
            got, of = rounded(inside.exact, PCT_PLACES), rounded(inside.scored_points, PCT_PLACES)
            lines.append(BlockLine(name=name, got=got, full=of))
    return tuple(lines)


def gains(lines: Sequence[IndicatorLine]) -> tuple[Gain, ...]:
    """Return the indicators with points still to be won, the most first."""
    found = [
        Gain(
            indicator_code=line.indicator_code,
            indicator_name=line.indicator_name,
            lost=line.full - line.got,
            got=line.got,
            full=line.full,
        )
        for line in lines
        if line.got is not None and line.got < line.full
    ]
    return tuple(sorted(found, key=lambda gain: -gain.lost))


def indicator_lines(book: Book, result: Result, unit: str) -> tuple[IndicatorLine, ...]:
    """Return a unit's line of every indicator that has begun to count this year."""
    category = book.unit_by_code[unit].category
    return tuple(
        indicator_line(
            book,
            result,
            book.indicator_by_code[code],
            unit,
            place=column_places(book, result, code, category).get(unit),
        )
        for code, each in result.units[unit].indicators.items()
        if each.state != "not_yet"
    )


def indicator_line(
    book: Book, result: Result, indicator: Indicator, unit: str, *, place: int | None
) -> IndicatorLine:
    """Return a unit's line of one indicator; an amount's completion is of the year's target."""
    each = result.columns[indicator.code][unit]
    said = _said(book, indicator, each, result.period)
    entry = said if isinstance(said, Reported) else None
    speaks = each.figure_of or figure_period(book, indicator, result.period) or result.period
    target = book.target(speaks, indicator.code, unit)
    goal = target.target if target else None
    return IndicatorLine(
        indicator_code=indicator.code,
        indicator_name=indicator.name,
        got=each.score,
        full=rounded(each.points, PCT_PLACES),
        value=entry.value if entry else None,
        measure=indicator.unit_of_measure,
        completion_pct=_completion_pct(entry, goal),
        growth_pct=_growth_pct(entry, indicator, unit),
        place=place,
        state=shown_state(book, result, each),
        adjusted_from=str(target.since) if target and target.document else "",
        document=target.document if target else "",
    )


def with_adjusted(said: Msg, lines: Sequence[IndicatorLine]) -> Msg:
    """Return a card's words with the indicators whose target was adjusted, since when and why."""
    marked = [each for each in lines if each.document]
    if not marked:
        return said
    return msg(
        "target-adjusted-list",
        said=said,
        lines=[
            msg(
                "target-adjusted-line",
                code=each.indicator_code,
                since=Period.parse(each.adjusted_from),
                document=each.document,
            )
            for each in marked[:ADJUSTED_SHOWN]
        ],
        more=max(0, len(marked) - ADJUSTED_SHOWN),
    )


def shown_state(book: Book, result: Result, each: IndicatorScore) -> State:
    """Return what was answered: points may also stand where nothing was, by the missing rule."""
    if each.state == "not_applicable":
        return "not-applicable"
    match _said(book, book.indicator_by_code[each.indicator], each, result.period):
        case Reported():
            return "reported"
        case NoData():
            return "no-data"
        case NotApplicable():
            return "not-applicable"
        case Missing():
            return "missing"


def column_places(book: Book, result: Result, indicator: str, category: str) -> Mapping[str, int]:
    """Return the places of a category's units in one indicator, by the share of its points."""
    shares = {
        code: (each.exact / each.points,)
        for code, each in result.columns[indicator].items()
        if each.exact is not None and each.points and book.unit_by_code[code].category == category
    }
    return competition_places(shares)


def _said(book: Book, indicator: Indicator, each: IndicatorScore, period: Period) -> Entry:
    speaks = each.figure_of or figure_period(book, indicator, period)
    return book.entry(speaks, indicator.code, each.unit) if speaks else MISSING


def _completion_pct(entry: Reported | None, goal: Decimal | None) -> Decimal | None:
    if entry is None or goal is None or goal <= 0:
        return None
    return entry.value * HUNDRED / goal


def _growth_pct(entry: Reported | None, indicator: Indicator, unit: str) -> Decimal | None:
    if entry is None:
        return None
    facts = Facts(
        unit,
        entry.value,
        base=entry.base,
        growth=entry.growth,
        is_rate=indicator.unit_of_measure in RATE_UNITS,
    )
    return growth_of(facts).pct
