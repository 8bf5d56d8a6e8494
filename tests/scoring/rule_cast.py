"""The small cast of the scoring tests: short ways to write facts, books and schemes."""

from __future__ import annotations

from decimal import Decimal

from scoring.facts import Facts, Peers
from scoring.method_text import method, terms
from scoring.model import (
    Book,
    Entry,
    Group,
    Indicator,
    Period,
    Reported,
    Scheme,
    Target,
    Unit,
)
from scoring.rounding import rounded
from scoring.told import Outcome, Scored

SEPTEMBER = Period(2013, 9)


def D(text) -> Decimal:  # noqa: N802 - reads as the number it is
    return Decimal(str(text))


def facts(value, unit="own", **others) -> Facts:
    as_they_are = {"direction", "is_rate", "second"}
    numbers = {
        name: given if name in as_they_are or given is None else D(given)
        for name, given in others.items()
    }
    return Facts(unit=unit, value=D(value), **numbers)


def award(text: str, own: Facts, *peers: Facts, points="100", cap=None, **fixed) -> Outcome:
    """What one method makes of a unit among its peers."""
    (part,) = method(text).parts
    plays_for = terms(part, D(points), None if cap is None else D(cap))
    with_own = Peers((own, *peers), **{name: D(value) for name, value in fixed.items()})
    return part.rule.award(own, with_own, plays_for)


def points_of(text: str, own: Facts, *peers: Facts, places=2, **how) -> Decimal:
    """The points, rounded as a score is."""
    outcome = award(text, own, *peers, **how)
    assert isinstance(outcome, Scored), outcome
    return rounded(outcome.points, places)


def units(*codes: str, category="towns") -> tuple[Unit, ...]:
    return tuple(Unit(code, f"Unit {code}", code, category) for code in codes)


def scheme(*indicators: Indicator, groups=None, full=None, **others) -> Scheme:
    """A scheme of one block unless told otherwise; its points are those of its indicators."""
    total = sum((indicator.weight for indicator in indicators), Decimal(0))
    groups = (Group("all", "All", total),) if groups is None else groups
    return Scheme(
        code=others.pop("code", "s"),
        name="Scheme",
        year=2013,
        track="towns",
        full_points=D(full) if full is not None else total,
        groups=groups,
        indicators=indicators,
        **others,
    )


def indicator(code="K1", weight="100", how="rating100", group="all", **others) -> Indicator:
    return Indicator(code, f"Indicator {code}", group, weight=D(weight), method=how, **others)


def book(
    rules: Scheme,
    cast: tuple[Unit, ...],
    figures: dict[tuple[str, str], object],
    *,
    period: Period = SEPTEMBER,
    targets: dict[tuple[str, str], tuple[object, object]] | None = None,
    **others,
) -> Book:
    """A book of one period; figures are numbers or entries, targets are (base, target)."""
    entries: dict[tuple[str, str], Entry] = {
        cell: Reported(D(value)) if isinstance(value, (int, float, str, Decimal)) else value
        for cell, value in figures.items()
    }
    held = {
        cell: Target(*cell, *(None if number is None else D(number) for number in pair))
        for cell, pair in (targets or {}).items()
    }
    return Book(rules, cast, held, {period: entries, **others.pop("before", {})}, **others)
