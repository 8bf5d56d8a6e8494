"""From a book to a result: columns, then units, then rankings.

A column is the unit of recomputation: a released reading changes its own column and those that
compare by it, and `rescore` recomputes those, the units whose points changed, and the rankings.
The outcome is always the one that `score` gives from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal, localcontext

from scoring.adjustments import NO_ADJUSTMENT, Adjustment, adjustments
from scoring.checks import check
from scoring.column import ColumnScores, score_column
from scoring.facts import ZERO
from scoring.method_text import method
from scoring.model import Book, Period, Scheme, Unit
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
    indicators: Collection[str] = (),
    units: Collection[str] = (),
) -> Result:
    """Return the result after changes in some indicators' figures and some units' ledgers.

    *before* must be the result of the same scheme, units and period; *indicators* are those of
    which a figure, target or plan has changed, *units* those whose ledger entries have.
    """
    final, period = before.is_final, before.period
    columns = dict(before.columns)
    touched = set(units)
    for code in _looking_at(book.scheme, indicators):
        columns[code] = score_column(book, code, period, final=final)
        old = before.columns[code]
        touched.update(unit for unit, new in columns[code].items() if new != old[unit])
    with localcontext(EXACT):
        adjusted = adjustments(book.scheme, book.ledger, on=period.end_on)
        work = plan(book.scheme, book.units)
        scores = dict(before.units)
        for code in touched:
            scores[code] = _unit(work, book.unit_by_code[code], columns, adjusted)
        moved = {code for code in touched if scores[code].score != before.units[code].score}
        moved |= {code for code in touched if scores[code].exact != before.units[code].exact}
        rankings = before.rankings
        if moved or book.scheme.tie_break:
            fresh = {book.unit_by_code[code].category for code in touched}
            kept = {name: lines for name, lines in rankings.items() if name not in fresh}
            rankings = kept | _rankings(book, scores, only=fresh)
            rankings = {name: rankings[name] for name in _categories(book) if name in rankings}
        return Result(book.scheme, period, scores, rankings, columns, final)


def _looking_at(scheme: Scheme, changed: Collection[str]) -> list[str]:
    """Return the changed indicators and those that compare by their figures."""
    return [
        each.code
        for each in scheme.indicators
        if each.code in changed or not method(each.method).looks_at.isdisjoint(changed)
    ]


def _unit(
    work: Plan,
    unit: Unit,
    columns: Mapping[str, ColumnScores],
    adjusted: Mapping[str, Adjustment],
) -> UnitScore:
    profile = work.profile(unit)
    indicators = UnitIndicators(unit.code, profile.points, columns)
    found = {code: columns[code][unit.code] for code in profile.points}
    exempt = frozenset(code for code, each in found.items() if each.state == "not_applicable")
    stretch = work.stretch(profile, exempt)
    earned, scored, covered = ZERO, ZERO, ZERO
    for code, factor in stretch.items():
        each = found[code]
        if each.score is not None:
            earned += each.score * factor
            scored += each.points * factor
            covered += each.points
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
