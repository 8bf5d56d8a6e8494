"""Put a result together as books: a category's ranking, a unit's own card, places by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.boards import BoardShelf
from handlers.books import (
    Block,
    Heading,
    PlacesBook,
    PlacesLine,
    RankingBook,
    RankLine,
    TrendStep,
    UnitBook,
)
from handlers.city import City
from handlers.operations.months.standings import (
    MonthStanding,
    heading,
    outer_blocks,
    pct,
    standings_after,
    units_in,
    year_so_far,
)
from handlers.operations.results.unit_lines import block_lines, figures_due, gains, indicator_lines
from scoring.model import Book, Period, Scheme
from scoring.ranking import Ranking
from scoring.result import Result, UnitScore
from scoring.rounding import apportioned, decimals_of
from storage.schemes import SchemeRow
from storage.units import UnitRow

GAINS_SHOWN = 3


async def ranking_book(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    category: str,
    own: frozenset[str],
    now: datetime,
) -> RankingBook:
    """Return the ranking of a category as it stands; *own* are the reader's unit codes.

    Places are compared with the month before as it was frozen, or as it stands if it was not.
    """
    result = await boards.result(conn, city, scheme_row, period)
    before = await standings_after(conn, city, boards, scheme_row, period.previous)
    head = await heading(conn, scheme_row, result, category=category, now=now)
    return ranking_of(city, scheme_row, result, head, before=before, own=own)


def ranking_of(
    city: City,
    scheme_row: SchemeRow,
    result: Result,
    head: Heading,
    *,
    before: Mapping[str, MonthStanding],
    own: frozenset[str] = frozenset(),
) -> RankingBook:
    """Return the ranking of the heading's category from a result, also one of an earlier moment.

    The score's parts are told once every block is scored whole: before that the score is a rate
    put to the full points, and a part of it may be more than its block is worth.
    """
    units = units_in(city, scheme_row, head.category)
    ranked = [line.unit for line in result.rankings.get(head.category, ())]
    unranked = [unit.code for unit in units if unit.code not in ranked]
    names = {unit.code: unit.name for unit in units}
    are_whole = all(_is_whole(result.units[code]) for code in ranked)
    blocks = outer_blocks(city, scheme_row) if are_whole else {}
    return RankingBook(
        heading=head,
        full_points=scheme_row.scheme.full_points,
        lines=tuple(
            _rank_line(scheme_row.scheme, result, code, names[code], blocks, before, own=own)
            for code in (*ranked, *unranked)
        ),
        blocks=tuple(
            Block(name=scheme_name, full_points=points) for scheme_name, points in blocks.values()
        ),
    )


def _rank_line(
    scheme: Scheme,
    result: Result,
    code: str,
    name: str,
    blocks: Mapping[str, tuple[str, Decimal]],
    before: Mapping[str, MonthStanding],
    *,
    own: frozenset[str],
) -> RankLine:
    line, score = result.standings.get(code), result.units[code]
    earlier = before[code].place if code in before else None
    return RankLine(
        unit_code=code,
        unit_name=name,
        place=line.place if line else None,
        score=score.score,
        rate_pct=pct(score.rate),
        coverage_pct=pct(score.coverage),
        move=earlier - line.place if line and earlier is not None else None,
        is_tied=line.is_tied if line else False,
        is_bottom=line.is_bottom if line else False,
        is_own=code in own,
        block_points=_block_points(scheme, score, list(blocks)),
        bonus=score.bonus,
        deduction=score.deduction,
        vetoes=len(score.adjustment.vetoes),
    )


def _block_points(
    scheme: Scheme, score: UnitScore, blocks: Sequence[str]
) -> tuple[Decimal | None, ...]:
    """Share out over the outer blocks what bonus and deduction leave of the published score.

    The parts add up to that exactly; they have its decimals.
    """
    if not blocks or score.score is None:
        return ()
    outer = _outer_of(scheme)
    parts = dict.fromkeys(blocks, Decimal(0))
    groups = {each.code: each.group for each in scheme.indicators}
    for code, amount in score.amounts.items():
        parts[outer[groups[code]]] += amount
    base = score.score - score.adjustment.net
    shared = apportioned(parts, max(scheme.places, decimals_of(base)), base)
    judged_by = score.blocks
    return tuple(shared[block] if block in judged_by else None for block in blocks)


def _is_whole(score: UnitScore) -> bool:
    return all(block.scored_points == block.points for block in score.blocks.values())


def _outer_of(scheme: Scheme) -> Mapping[str, str]:
    """Return the outermost block around each block."""
    parents = {group.code: group.parent for group in scheme.groups}
    found: dict[str, str] = {}
    for group in scheme.groups:
        code = group.code
        while (parent := parents[code]) is not None:
            code = parent
        found[group.code] = code
    return found


@dataclass(frozen=True)
class MonthFacts:
    """What every unit's card of one month is made from."""

    scheme_row: SchemeRow
    book: Book
    result: Result
    months: Mapping[Period, Mapping[str, MonthStanding]]


async def month_facts(
    conn: AsyncConnection, city: City, boards: BoardShelf, scheme_row: SchemeRow, period: Period
) -> MonthFacts:
    """Read once what the cards of a whole scheme need."""
    return MonthFacts(
        scheme_row,
        await boards.book(conn, city, scheme_row),
        await boards.result(conn, city, scheme_row, period),
        await year_so_far(conn, city, boards, scheme_row, period),
    )


def unit_book_of(city: City, month: MonthFacts, unit_row: UnitRow, head: Heading) -> UnitBook:
    """Return a unit's own card from what was read before; *head* is its category's.

    Blocks and indicators show what was earned of what has been scored so far, in the points of
    the scheme.
    """
    result, code = month.result, unit_row.code
    score, line = result.units[code], result.standings.get(code)
    ranked = result.rankings.get(unit_row.category, ())
    lines = indicator_lines(month.book, result, code)
    waiting = figures_due(month.book, result, code).waiting
    return UnitBook(
        heading=replace(head, coverage_pct=pct(score.coverage)),
        unit_code=code,
        unit_name=unit_row.name,
        full_points=month.scheme_row.scheme.full_points,
        place=line.place if line else None,
        of=len(ranked),
        score=score.score,
        rate_pct=pct(score.rate),
        move=moved(month.months, result.period, code),
        gap_up=line.gap_to_next if line else None,
        gap_down=gap_down(ranked, code),
        is_tied=line.is_tied if line else False,
        is_bottom=line.is_bottom if line else False,
        blocks=block_lines(outer_blocks(city, month.scheme_row), score),
        trend=tuple(_trend_step(each, months, code) for each, months in month.months.items()),
        gains=gains(lines)[:GAINS_SHOWN],
        indicators=lines,
        waiting=len(waiting),
        waiting_codes=waiting,
    )


def moved(
    months: Mapping[Period, Mapping[str, MonthStanding]], period: Period, code: str
) -> int | None:
    """Return how many places a unit gained since the month before; None if not ranked twice."""
    now, before = _place(months.get(period), code), _place(months.get(period.previous), code)
    return None if now is None or before is None else before - now


def _place(standings: Mapping[str, MonthStanding] | None, code: str) -> int | None:
    return standings[code].place if standings and code in standings else None


def _trend_step(month: Period, standings: Mapping[str, MonthStanding], code: str) -> TrendStep:
    stood = standings.get(code, MonthStanding(None, None))
    return TrendStep(period=str(month), rate_pct=stood.rate_pct, place=stood.place)


def gap_down(ranked: Ranking, code: str) -> Decimal | None:
    """Return the distance to the score of the next worse place; None where there is none."""
    own = next((line for line in ranked if line.unit == code), None)
    if own is None:
        return None
    worse = (line for line in ranked if line.place > own.place)
    return next((own.score - line.score for line in worse), None)


async def places_book(
    conn: AsyncConnection,
    city: City,
    boards: BoardShelf,
    scheme_row: SchemeRow,
    period: Period,
    *,
    category: str,
    own: frozenset[str],
    now: datetime,
) -> PlacesBook:
    """Return every unit's place in each month of the year up to this one."""
    result = await boards.result(conn, city, scheme_row, period)
    months = await year_so_far(conn, city, boards, scheme_row, period)
    names = {unit.code: unit.short_name for unit in units_in(city, scheme_row, category)}
    ranked = [line.unit for line in result.rankings.get(category, ())]
    codes = (*ranked, *(code for code in names if code not in ranked))
    return PlacesBook(
        heading=await heading(conn, scheme_row, result, category=category, now=now),
        periods=tuple(str(month) for month in months),
        lines=tuple(
            PlacesLine(
                unit_code=code,
                unit_name=names[code],
                places=tuple(
                    month[code].place if code in month else None for month in months.values()
                ),
                is_own=code in own,
                is_bottom=code in result.standings and result.standings[code].is_bottom,
            )
            for code in codes
        ),
    )
