"""The month in at most ten lines: for leaders with their own units first, and for each unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import RankingBook, RankLine
from handlers.city import City
from handlers.operations.months.compose_books import MonthFacts, month_facts, moved, ranking_of
from handlers.operations.months.standings import HUNDRED, categories, coverage_pct, heading
from handlers.show import percent, points, span
from handlers.texts import Msg, msg
from scoring.model import Indicator, Period
from storage.schemes import SchemeRow

TOP_SHOWN = 3
WEAKEST_SHOWN = 3
TIED_SHOWN = 3


@dataclass(frozen=True)
class CategoryMonth:
    """One category of one scheme in a month: its facts and its ranking."""

    facts: MonthFacts
    ranking: RankingBook

    @property
    def category(self) -> str:
        """The category ranked."""
        return self.ranking.heading.category

    @property
    def ranked(self) -> tuple[RankLine, ...]:
        """The units that have a place, best first."""
        return tuple(line for line in self.ranking.lines if line.place is not None)


async def month_by_category(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    schemes: Sequence[SchemeRow],
    period: Period,
    *,
    now: datetime,
) -> list[CategoryMonth]:
    """Return every category of these schemes, in their order."""
    found: list[CategoryMonth] = []
    for scheme_row in schemes:
        facts = await month_facts(conn, city, boards, scheme_row, period)
        before = facts.months.get(period.previous, {})
        for name in categories(city, scheme_row):
            head = await heading(conn, scheme_row, facts.result, category=name, now=now)
            book = ranking_of(city, scheme_row, facts.result, head, before=before)
            found.append(CategoryMonth(facts, book))
    return found


def chart_category(months: Sequence[CategoryMonth]) -> CategoryMonth:
    """Return the category whose chart goes with the push: the towns', else the first."""
    towns = (each for each in months if each.facts.scheme_row.scheme.track == "town")
    return next(towns, months[0])


def leaders_push(city: City, month: CategoryMonth, own: frozenset[str]) -> Msg:
    """Return the towns' month for a leader, in at most ten lines; *own* units come first."""
    ranked, period = month.ranked, month.facts.result.period
    head = month.ranking.heading
    mine = [line for line in ranked if line.unit_code in own]
    said = [
        _headline(city, month),
        msg(
            "push-scope",
            span=span(period),
            category=month.category,
            coverage=percent(head.coverage_pct),
            as_of=head.as_of,
        ),
        *([msg("push-own", units=chain(_own(city, line) for line in mine))] if mine else []),
        *_top_line(city, ranked),
        *_bottom_line(city, ranked),
        *_movers(city, month),
        *_weakest(month),
    ]
    return msg("push", lines=said)


def agencies_push(city: City, months: Sequence[CategoryMonth], own: frozenset[str]) -> Msg:
    """Return the other categories' month for a leader: a line each, *own* units first."""
    period, head = months[0].facts.result.period, months[0].ranking.heading
    mine = [line for each in months for line in each.ranked if line.unit_code in own]
    lines = [
        msg("push-categories", period=period, count=len(months)),
        msg(
            "push-scope",
            span=span(period),
            category=head.scheme,
            coverage=percent(coverage_pct(months[0].facts.result)),
            as_of=head.as_of,
        ),
        *([msg("push-own", units=chain(_own(city, line) for line in mine[:6]))] if mine else []),
        *(
            msg(
                "push-category",
                category=each.category,
                units=chain(stood(city, line) for line in each.ranked[:TOP_SHOWN]),
            )
            for each in months
            if each.ranked
        ),
    ]
    return msg("push", lines=lines)


def chain(items: Iterable[Msg]) -> Msg:
    """Return several messages as one, told one after the other in the same line."""
    first, *rest = items
    for each in rest:
        first = msg("chain", first=first, then=each)
    return first


def _headline(city: City, month: CategoryMonth) -> Msg:
    period = month.facts.result.period
    if not month.ranked:
        return msg("push-headline-empty", period=period, category=month.category)
    first = month.ranked[0]
    return msg(
        "push-headline",
        period=period,
        category=month.category,
        unit=city.unit_by_code[first.unit_code].short_name,
        score=points(first.score),
    )


def _top_line(city: City, ranked: Sequence[RankLine]) -> list[Msg]:
    top = ranked[:TOP_SHOWN]
    return [msg("push-top", units=chain(stood(city, each) for each in top))] if top else []


def _bottom_line(city: City, ranked: Sequence[RankLine]) -> list[Msg]:
    bottom = [line for line in ranked if line.is_bottom]
    return [msg("push-bottom", units=chain(stood(city, e) for e in bottom))] if bottom else []


def _movers(city: City, month: CategoryMonth) -> list[Msg]:
    facts = month.facts
    moves = {
        line.unit_code: move
        for line in month.ranked
        if (move := moved(facts.months, facts.result.period, line.unit_code))
    }
    rose = _moved_most(city, moves, sign=1)
    fell = _moved_most(city, moves, sign=-1)
    if rose and fell:
        return [msg("push-movers", rose=rose, fell=fell)]
    if rose:
        return [msg("push-rose", rose=rose)]
    return [msg("push-fell", fell=fell)] if fell else []


def _moved_most(city: City, moves: Mapping[str, int], *, sign: int) -> Msg | None:
    most = max((sign * move for move in moves.values()), default=0)
    if most <= 0:
        return None
    units = [code for code, move in moves.items() if sign * move == most][:TIED_SHOWN]
    return chain(
        msg("push-moved", unit=city.unit_by_code[code].short_name, places=most) for code in units
    )


def _weakest(month: CategoryMonth) -> list[Msg]:
    """Return the indicators that earned the least of their points over all units, as one line."""
    result = month.facts.result
    rates: list[tuple[Decimal, Indicator]] = []
    for indicator in result.scheme.indicators:
        scored = [
            each for each in result.columns[indicator.code].values() if each.exact is not None
        ]
        full = sum((each.points for each in scored), Decimal(0))
        if full:
            got = sum((each.exact or Decimal(0) for each in scored), Decimal(0))
            rates.append((got * HUNDRED / full, indicator))
    rates.sort(key=lambda rate: (rate[0], rate[1].code))
    found = [
        msg("push-weak", code=each.code, indicator=each.name, rate=percent(rate))
        for rate, each in rates[:WEAKEST_SHOWN]
    ]
    return [msg("push-weakest", indicators=chain(found))] if found else []


def stood(city: City, line: RankLine) -> Msg:
    """Return a unit with its place and score."""
    return msg(
        "push-stood",
        place=line.place or 0,
        unit=city.unit_by_code[line.unit_code].short_name,
        score=points(line.score),
    )


def _own(city: City, line: RankLine) -> Msg:
    given = {
        "place": line.place or 0,
        "unit": city.unit_by_code[line.unit_code].short_name,
        "score": points(line.score),
    }
    if not line.move:
        return msg("push-own-unit", **given)
    if line.move > 0:
        return msg("push-own-unit-up", **given, places=line.move)
    return msg("push-own-unit-down", **given, places=-line.move)
