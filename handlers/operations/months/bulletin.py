"""The public bulletin of a month: the leading units and the key figures; never the last two."""

from dataclasses import replace
from decimal import Decimal

from handlers.books import RankingBook
from handlers.city import City
from handlers.operations.months.monthly_report import CategoryMonth, chain, stood
from handlers.operations.months.standings import HUNDRED
from handlers.show import percent, span
from handlers.texts import Msg, msg
from scoring.figures import planned_pct
from scoring.model import Book, Indicator, Period, Reported
from scoring.result import Result

TOP_SHOWN = 3


def bulletin(city: City, month: CategoryMonth) -> Msg:
    """Return the public text under the towns' chart: nobody of the last two is named in it."""
    period, head = month.facts.result.period, month.ranking.heading
    ahead, of = key_progress(month.facts.book, month.facts.result)
    named = public_ranking(month.ranking)
    top = named.lines[:TOP_SHOWN]
    return msg(
        "bulletin",
        period=period,
        span=span(period),
        category=month.category,
        units=chain(stood(city, line) for line in top) if top else msg("push-nobody"),
        ahead=ahead,
        of=of,
        coverage=percent(head.coverage_pct),
        as_of=head.as_of,
        shown=len(named.lines),
        invented=int(head.invented),
    )


def public_ranking(book: RankingBook) -> RankingBook:
    """Return a ranking that may be shown in a group: the last two of it are left out.

    A tie on the boundary leaves out all who are tied.
    """
    ranked = [line for line in book.lines if line.place is not None]
    cut = ranked[-2].place if len(ranked) > 1 else None
    shown = tuple(
        line
        for line in ranked
        if not line.is_bottom and cut is not None and (line.place or 0) < cut
    )
    category = f"{book.heading.category} 1—{len(shown)}"
    return RankingBook(
        heading=replace(book.heading, category=category),
        full_points=book.full_points,
        lines=shown,
        blocks=book.blocks,
    )


def key_progress(book: Book, result: Result) -> tuple[int, int]:
    """Return how many amounts of the first block are up to plan city-wide, and of how many.

    An amount counts where figure and target of the month are known; the city's completion is the
    sum of the figures to the sum of their targets.
    """
    first = next((group.code for group in book.scheme.groups if group.parent is None), None)
    done = [
        _city_completion(book, result.period, each)
        for each in book.scheme.indicators
        if each.group == first and each.kind != "level"
    ]
    known = [each for each in done if each is not None]
    return sum(pct >= plan for pct, plan in known), len(known)


def _city_completion(
    book: Book, period: Period, indicator: Indicator
) -> tuple[Decimal, Decimal] | None:
    done, goal = Decimal(0), Decimal(0)
    for unit in book.units:
        entry = book.entry(period, indicator.code, unit.code)
        target = book.target(period, indicator.code, unit.code)
        if isinstance(entry, Reported) and target and target.target and target.target > 0:
            done += entry.value
            goal += target.target
    return (done * HUNDRED / goal, planned_pct(book, indicator, period)) if goal else None
