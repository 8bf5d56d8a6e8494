"""A column scored at once is, score by score and state by state, what the rules say one by one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_cast import SEPTEMBER, D, indicator, scheme

from scoring.cells import CellAccounts, score_cells
from scoring.figure_table import AnswerColumn, FigureTable, numbers
from scoring.model import (
    Book,
    Group,
    Indicator,
    Missing,
    NoData,
    NotApplicable,
    Period,
    Reported,
    Target,
    Unit,
)
from scoring.plan import plan
from scoring.swift import swift_column
from scoring.swift_rules import TWINS

METHODS = (
    "progress",
    "completion",
    "completion(cap=none)",
    "completion(cap=85)",
    "level(cap=120)",
    "attain",
    "attain(cap=80)",
    "attain_rev",
    "reduction",
    "growth",
    "growth(base=0,span=100)",
    "efficacy",
    "efficacy(base=0,span=100)",
    "efficacy(base=70,span=50)",
    "percentile",
    "rank_step",
    "rank_step(step_pct=7)",
    "rank_linear",
    "best_ratio",
    "rating100",
    "rating100(full=5)",
    "satisfaction",
    "leader_rating",
    "deduct",
    "progress:50|growth:30|percentile:20",
    "efficacy:40|completion(cap=110):60",
)
JANUARY, DECEMBER = Period(2013, 1), Period(2013, 12)


def amounts(places: int):
    return st.integers(-400, 4000).map(lambda whole: Decimal(whole).scaleb(-places))


@st.composite
def columns(draw):
    places = draw(st.integers(0, 3))
    number = amounts(places)
    if draw(st.booleans()):  # Few different figures: heavy ties, and scores on the edge of a digit.
        number = st.sampled_from([Decimal(n).scaleb(-places) for n in (0, 1, 2, 5, 10, 25, 1000)])
    units = tuple(
        Unit(f"U{at}", "U", category=draw(st.sampled_from("xyz")))
        for at in range(draw(st.integers(1, 12)))
    )
    answers = {
        ("K", unit.code): draw(
            st.builds(Reported, number, st.none() | number)
            | st.builds(Reported, number, number)
            | st.sampled_from([Missing(), NoData(), NotApplicable()])
        )
        for unit in units
    }
    targets = {
        ("K", unit.code): Target("K", unit.code, draw(st.none() | number), draw(number | st.none()))
        for unit in units
        if draw(st.integers(0, 5))
    }
    ends = draw(st.sampled_from([(None, None), (D(100), D(0)), (D(1), None), (D(3), D(3))]))
    rule = Indicator(
        "K",
        "K",
        "all",
        weight=draw(st.sampled_from([D(10), D("2.5"), D(1), D(37)])),
        method=draw(st.sampled_from(METHODS)),
        direction=draw(st.sampled_from(["up", "down"])),
        kind=draw(st.sampled_from(["cumulative", "level"])),
        unit_of_measure=draw(st.sampled_from(["亿元", "%"])),
        cap_pct=draw(st.sampled_from([None, D(100), D(110), D(80)])),
        missing=draw(st.sampled_from(["renormalise", "zero"])),
        not_applicable=draw(st.sampled_from([frozenset(), frozenset({"x"}), frozenset({"U1"})])),
        best=ends[0],
        worst=ends[1],
    )
    shape = draw(st.sampled_from(["points", "relative"]))
    rules = replace(
        scheme(rule),
        groups=(Group("all", "All", D(100), weights=shape),),
        indicator_places=draw(st.integers(0, 4)),
    )
    plan_of_year = draw(st.sampled_from([(), tuple(D("8.25") * n for n in range(12))]))
    return Book(
        rules,
        units,
        targets=targets,
        entries={draw(st.sampled_from([JANUARY, SEPTEMBER, DECEMBER])): answers},
        seasonality={"K": plan_of_year},
    )


def both_ways(book: Book):
    (period,) = book.entries
    rule = book.scheme.indicators[0]
    roll = plan(book.scheme, book.units).roll("K")
    accounts = CellAccounts(book, "K", period, final=False)
    swift = swift_column(book, rule, period, roll, accounts, final=False)
    return swift, score_cells(book, "K", period)


@settings(max_examples=400, deadline=None)
@given(columns())
def test_scores_states_and_periods_are_those_of_the_rules(book):
    swift, slow = both_ways(book)
    if swift is None:
        return
    assert list(swift.scores) == list(slow.scores)
    assert swift.states == slow.states
    for unit in book.units:
        assert swift[unit.code].figure_of == slow[unit.code].figure_of
        assert swift[unit.code].because == slow[unit.code].because


@settings(max_examples=60, deadline=None)
@given(columns())
def test_answers_held_in_columns_score_like_answers_held_in_a_dictionary(book):
    (period,) = book.entries
    column = AnswerColumn.of(book.entries[period][("K", unit.code)] for unit in book.units)
    assert column is not None
    table = FigureTable(book.units, {"K": column})
    held = replace(book, entries={period: table})
    swift, slow = both_ways(held)
    assert list(slow.scores) == list(both_ways(book)[1].scores)
    if swift is not None:
        assert list(swift.scores) == list(slow.scores)
    answered = {
        cell: entry
        for cell, entry in book.entries[period].items()
        if not isinstance(entry, Missing)
    }
    assert dict(table) == answered
    assert len(table) == len(answered)


@pytest.mark.parametrize("how", sorted(TWINS))
def test_every_twin_is_used_on_an_ordinary_column(how):
    units = tuple(Unit(f"U{at}", "U", category="xy"[at % 2]) for at in range(8))
    answers = {("K", f"U{at}"): Reported(D(at * 7 + 3), D(at + 2)) for at in range(8)}
    targets = {("K", f"U{at}"): Target("K", f"U{at}", D(4), D(50)) for at in range(8)}
    book = Book(
        scheme(indicator("K", how=how)), units, targets=targets, entries={SEPTEMBER: answers}
    )

    swift, slow = both_ways(book)

    assert swift is not None
    assert list(swift.scores) == list(slow.scores)


@pytest.mark.parametrize(
    "book_of",
    [
        lambda book: replace(book, entries={SEPTEMBER: {("K", "U0"): Reported(D(10) ** 20)}}),
        lambda book: replace(book, entries={SEPTEMBER: {("K", "U0"): Reported(D("1e-15"))}}),
        lambda book: replace(book, entries={SEPTEMBER: {}}),
        lambda book: replace(book, scheme=scheme(indicator("K", how="efficacy(log=1)"))),
        lambda book: replace(book, scheme=scheme(indicator("K", how="efficacy(difficulty=1)"))),
        lambda book: replace(book, scheme=scheme(indicator("K", how="path"))),
        lambda book: replace(book, scheme=scheme(indicator("K", missing="last"))),
    ],
)
def test_what_only_the_rules_can_score_is_left_to_them(book_of):
    units = tuple(Unit(f"U{at}", "U") for at in range(3))
    answers = {("K", "U0"): Reported(D(1)), ("K", "U1"): Reported(D(2))}
    book = Book(scheme(indicator("K", how="efficacy")), units, entries={SEPTEMBER: answers})

    assert both_ways(book_of(book))[0] is None


def test_a_score_on_the_edge_of_a_digit_is_rounded_as_on_paper():
    units = (Unit("U0", "U"), Unit("U1", "U"), Unit("U2", "U"))
    answers = {("K", f"U{at}"): Reported(value) for at, value in enumerate(map(D, (0, 1, 8)))}
    rules = scheme(indicator("K", 10, "efficacy(base=0,span=100)"))
    book = Book(replace(rules, indicator_places=1), units, entries={SEPTEMBER: answers})

    swift, _ = both_ways(book)

    assert swift is not None
    assert [swift.score(row) for row in range(3)] == [D(0), D("1.3"), D(10)]  # 1.25 goes up.


def test_a_number_too_long_for_a_column_is_refused_and_not_cut():
    assert numbers([D(2) ** 52]) is None
    assert numbers([D("NaN")]) is None
    column = numbers([D(2) ** 52 - 1])
    assert column is not None
    assert column.number(0) == D(2) ** 52 - 1


def test_points_too_many_for_a_column_are_left_to_the_rules():
    units = tuple(Unit(f"U{at}", "U") for at in range(3))
    answers = {("K", f"U{at}"): Reported(D(at + 1)) for at in range(3)}
    book = Book(
        scheme(indicator("K", D(10) ** 18, "efficacy")), units, entries={SEPTEMBER: answers}
    )

    swift, slow = both_ways(book)

    assert swift is None
    assert slow.score(2) == D(10) ** 18
