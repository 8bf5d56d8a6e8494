"""Cities drawn at random: schemes of every method, two categories, all kinds of answers."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from scoring.model import (
    Book,
    Group,
    Indicator,
    LedgerEntry,
    Missing,
    NoData,
    NotApplicable,
    Period,
    Reported,
    Scheme,
    Target,
    Unit,
)

AUGUST, SEPTEMBER = Period(2013, 8), Period(2013, 9)
METHODS = [
    "progress",
    "completion",
    "path",
    "attain_rev",
    "growth",
    "growth_target",
    "growth_vs_city(own=0)",
    "progressive",
    "contribution",
    "efficacy",
    "efficacy(base=0,span=100,no_case=mean)",
    "percentile",
    "rank_step",
    "rank_linear(tie=I0)",
    "best_ratio",
    "reverse",
    "step_rev",
    "zero",
    "interval(lower=2,upper=6)",
    "mean_deduct(minus=3,exempt_by=I0,exempt_above=2)",
    "rating100",
    "deduct",
    "progress:50|growth:30|contribution:20",
    "growth:60|contribution:40",
]
numbers = st.decimals(min_value=-20, max_value=200, places=1)
positive = st.decimals(min_value="0.1", max_value=200, places=1)
reported = st.builds(
    Reported,
    numbers,
    st.none() | numbers,
    st.none() | st.decimals(min_value=-30, max_value=60, places=1),
)
answers = reported | reported | reported | st.sampled_from([NoData(), NotApplicable(), Missing()])


@st.composite
def indicators(draw, number: int) -> Indicator:
    return Indicator(
        f"I{number}",
        f"Indicator {number}",
        draw(st.sampled_from(["a", "b"])) if number > 1 else "ab"[number],
        unit_of_measure=draw(st.sampled_from(["亿元", "%"])),
        direction=draw(st.sampled_from(["up", "up", "down"])),
        weight=Decimal(draw(st.integers(1, 60))),
        method=draw(st.sampled_from(METHODS)),
        frequency=draw(st.sampled_from(["monthly", "monthly", "quarterly"])),
        kind=draw(st.sampled_from(["cumulative", "level"])),
        cap_pct=draw(st.sampled_from([None, Decimal(110)])),
        not_applicable=frozenset(draw(st.sets(st.sampled_from(["U1", "U2"]), max_size=1))),
        missing=draw(st.sampled_from(["renormalise", "category_mean", "last", "zero"])),
    )


@st.composite
def books(draw) -> Book:
    count = draw(st.integers(2, 5))
    rules = tuple(draw(indicators(number)) for number in range(count))
    sums = {
        code: sum((each.weight for each in rules if each.group == code), Decimal(0))
        for code in "ab"
    }
    scheme = Scheme(
        "s",
        "S",
        2013,
        "town",
        sum(sums.values(), Decimal(0)),
        groups=tuple(
            Group(code, code, points, weights=draw(st.sampled_from(["points", "relative"])))
            for code, points in sums.items()
        ),
        indicators=rules,
        bonus_cap=Decimal(5),
        tie_break=draw(st.sampled_from([(), ("a",)])),
        bottom_above=draw(st.sampled_from([2, 4])),
    )
    units = tuple(
        Unit(f"U{number}", f"Unit {number}", category="xy"[number % 2])
        for number in range(draw(st.integers(3, 7)))
    )
    cells = [(each.code, unit.code) for each in rules for unit in units]
    entries = {period: {cell: draw(answers) for cell in cells} for period in (AUGUST, SEPTEMBER)}
    targets = {
        cell: Target(*cell, draw(st.none() | numbers), draw(st.none() | positive)) for cell in cells
    }
    ledger = tuple(
        LedgerEntry(unit.code, "B", Decimal(draw(st.integers(0, 9))), AUGUST.start_on)
        for unit in units[:2]
    )
    return Book(scheme, units, targets, entries, ledger=ledger)
