"""From a book to a result: columns, then units, then rankings.

A column is the unit of recomputation: a released reading changes its own column and those that
compare by it, and `rescore` recomputes those, the units whose points changed, and the rankings.
The outcome is always the one that `score` gives from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from scoring.adjustments import NO_ADJUSTMENT, Adjustment, adjustments
from scoring.checks import check
from scoring.column import ColumnScores, score_column
from scoring.facts import ZERO
from scoring.method_text import method
from scoring.model import Book, Cell, Period, Scheme, Unit
from scoring.plan import Plan, plan
from scoring.ranking import Key, Ranking, ranking
from scoring.result import Result, UnitIndicators, UnitScore
from scoring.rounding import EXACT, rounded, snapped

__all__ = ["compose", "rescore", "score", "score_column"]


def score(book: Book, period: Period, *, final: bool = False) -> Result:
    """Compute a whole scheme for a period.

    *final* is the account of the whole year. Raise SchemeError, with every problem at once, for a
    scheme that cannot be computed.
    """
    check(book.scheme, book.units)
    columns = {
        indicator.code: score_column(book, indicator.code, period, final=final)
        for indicator in book.scheme.indicators
    }
    return compose(book, period, columns, final=final)


def compose(
    book: Book, period: Period, columns: Mapping[str, ColumnScores], *, final: bool = False
) -> Result:
    """Put columns together into units and rank them."""
    with localcontext(EXACT):
        adjusted = adjustments(book.scheme, book.ledger, on=period.end_on)
        work = plan(book.scheme, book.units)
        units = {unit.code: _unit(work, unit, columns, adjusted) for unit in book.units}
        return Result(book.scheme, period, units, _rankings(book, units), columns, final)


def rescore(
    book: Book,
    before: Result,
    *,
    cells: Collection[Cell] = (),
    indicators: Collection[str] = (),
    units: Collection[str] = (),
) -> Result:
    """Return the result after changes in some figures and some units' ledgers.

    *before* must be the result of the same scheme, units and period. *cells* are those whose
    figure has changed; *indicators* those of which any figure, target or plan has, *units* those
    whose ledger entries have.
    """
    final, period = before.is_final, before.period
    columns = dict(before.columns)
    touched = set(units)
    for code, categories in _looking_at(book, cells, indicators).items():
        old = before.columns[code]
        columns[code] = _again(book, old, period, categories, final=final)
        fresh = columns[code].scores
        touched.update(
            unit for unit, new in fresh.items() if new is not old[unit] and new != old[unit]
        )
    with localcontext(EXACT):
        adjusted = adjustments(book.scheme, book.ledger, on=period.end_on)
        work = plan(book.scheme, book.units)
        # Units hold the columns they were composed from, so all are given the new ones.
        scores = {
            code: replace(unit, indicators=replace(unit.indicators, columns=columns))
            for code, unit in before.units.items()
        }
        for code in touched:
            scores[code] = _unit(work, book.unit_by_code[code], columns, adjusted)
        rankings = before.rankings
        if touched:
            moved = {book.unit_by_code[code].category for code in touched}
            kept = {name: lines for name, lines in rankings.items() if name not in moved}
            rankings = kept | _rankings(book, scores, only=moved)
            rankings = {name: rankings[name] for name in _categories(book) if name in rankings}
        return Result(book.scheme, period, scores, rankings, columns, final)


def _again(
    book: Book,
    old: ColumnScores,
    period: Period,
    categories: Collection[str] | None,
    *,
    final: bool,
) -> ColumnScores:
    """Score a column anew, or only the categories that a change can reach."""
    new = score_column(book, old.indicator, period, final=final, categories=categories)
    if categories is None:
        return new
    observed = {key: each for key, each in old.observed.items() if key[0] not in categories}
    scores = {unit: new.scores.get(unit, each) for unit, each in old.scores.items()}
    return ColumnScores(old.indicator, scores, observed | dict(new.observed))


def _looking_at(
    book: Book, cells: Collection[Cell], indicators: Collection[str]
) -> dict[str, frozenset[str] | None]:
    """Return the columns to be scored anew, with the categories that changed; None is all of them.

    They are the changed indicators and those that compare by their figures.
    """
    reached: dict[str, set[str]] = {}
    for code, unit in cells:
        reached.setdefault(code, set()).add(book.unit_by_code[unit].category)
    whole = set(indicators)
    # A first figure of a new quarter moves everybody's column on to that quarter.
    whole |= {code for code in reached if book.indicator_by_code[code].frequency != "monthly"}
    found: dict[str, frozenset[str] | None] = {}
    for each in book.scheme.indicators:
        sources = {each.code} | method(each.method).looks_at
        if not whole.isdisjoint(sources):
            found[each.code] = None
        elif not sources.isdisjoint(reached):
            found[each.code] = frozenset().union(*(reached.get(code, ()) for code in sources))
    return found


def _unit(
    work: Plan,
    unit: Unit,
    columns: Mapping[str, ColumnScores],
    adjusted: Mapping[str, Adjustment],
) -> UnitScore:
    profile = work.profile(unit)
    indicators = UnitIndicators(unit.code, profile.points, columns)
    exempt: set[str] = set()
    sums: list[tuple[str, Decimal, Decimal]] = []
    # Sums of published points are exact; only the stretch of a whole block is a division.
    for block in profile.blocks:
        own, points, held = ZERO, ZERO, ""
        for code in block:
            each = columns[code].scores[unit.code]
            if each.score is not None:
                own, points = own + each.score, points + each.points
            if each.state == "not_applicable":
                exempt.add(code)
            else:
                held = code
        sums.append((held, own, points))
    stretch = work.stretch(profile, frozenset(exempt))
    earned, scored, covered = ZERO, ZERO, ZERO
    for held, own, points in sums:
        factor = stretch.get(held, ZERO)
        earned, scored = earned + own * factor, scored + points * factor
        covered += points if factor else ZERO
    adjustment = adjusted.get(unit.code, NO_ADJUSTMENT)
    known = (unit.code, unit.category, work, indicators, stretch)
    if scored <= 0:
        return UnitScore(*known, adjustment=adjustment)
    full = work.scheme.full_points
    exact = snapped(earned * full / scored + adjustment.net)
    return UnitScore(
        *known,
        scored_points=scored,
        score=rounded(exact, work.scheme.places),
        exact=exact,
        rate=earned / scored,
        coverage=covered / full,
        adjustment=adjustment,
    )


def _rankings(
    book: Book, units: Mapping[str, UnitScore], only: Collection[str] | None = None
) -> dict[str, Ranking]:
    keys: dict[str, dict[str, Key]] = {}
    for unit in book.units:
        if only is not None and unit.category not in only:
            continue
        inside = keys.setdefault(unit.category, {})
        key = _key(book.scheme, units[unit.code])
        if key is not None:
            inside[unit.code] = key
    scheme = book.scheme
    return {
        category: ranking(inside, bottom=scheme.bottom, bottom_above=scheme.bottom_above)
        for category, inside in keys.items()
        if inside
    }


def _categories(book: Book) -> list[str]:
    return list(dict.fromkeys(unit.category for unit in book.units))


def _key(scheme: Scheme, unit: UnitScore) -> Key | None:
    main = unit.score if scheme.rank_on == "published" else unit.exact
    if main is None:
        return None
    return (main, *(_second(unit, code) for code in scheme.tie_break))


def _second(unit: UnitScore, code: str) -> Decimal:
    if code in unit.work.group_by_code:
        block = unit.blocks.get(code)
        return snapped((block and block.rate) or ZERO)
    return snapped(unit.amounts.get(code, ZERO))
