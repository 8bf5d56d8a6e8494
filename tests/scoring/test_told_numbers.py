"""The numbers that a reason is told with: each stands under the name its sentence asks for."""

from __future__ import annotations

import pytest
from rule_cast import SEPTEMBER, D, award, book, facts, indicator, points_of, scheme, units

from scoring.ballots import trimmed_mean
from scoring.change import Known, change
from scoring.engine import score
from scoring.figures import figure_period
from scoring.model import Reported


def less(value, unit="own", **others):
    return facts(value, unit, direction="down", **others)


@pytest.mark.parametrize(
    ("method", "own", "peers", "fact", "given"),
    [
        ("completion", facts(7), [], "why-no-target", {"value": 7}),
        ("path", facts(7, target=5), [], "why-no-base", {"value": 7}),
        ("growth_target", facts(7, base=5), [], "why-no-target", {"value": 7}),
        ("contribution", facts(7), [], "why-no-base", {"value": 7}),
        ("growth_vs_city(own=0)", facts(5, growth=3), [], "why-growth-all-alike", {"growth": 3}),
        ("progressive(own=0)", facts(5, growth=3), [], "why-growth-all-alike", {"growth": 3}),
        ("mean_deduct(own=0)", facts(5), [], "why-all-alike", {"value": 5}),
        ("efficacy", facts(5), [facts(5, "b")], "why-all-alike", {"value": 5}),
        (
            "efficacy(log=1)",
            facts(5),
            [facts(0, "b"), facts(9, "c")],
            "why-no-logarithm",
            {"best": 9, "worst": 0},
        ),
        (
            "efficacy(log=1)",
            less(5),
            [less(0, "b"), less(9, "c")],
            "why-no-logarithm",
            {"best": 0, "worst": 9},
        ),
        (
            "growth",
            less(9, base=10),
            [less(8, "b", base=10), less(7, "c", base=10)],
            "why-growth",
            {"value": 9, "base": 10, "growth": -10, "best": -30, "worst": -10},
        ),
        (
            "growth_vs_city(city=4,per_pp=0.5)",
            facts("10.6", base=10),
            [],
            "why-growth-city",
            {"growth": 6, "city": 4, "start": 100, "per_pp": D("0.5")},
        ),
    ],
)
def test_a_reason_is_told_with_the_numbers_it_rests_on(method, own, peers, fact, given):
    told = award(method, own, *peers).because

    assert told.fact == fact
    assert {name: told.value(name) for name in given} == given


@pytest.mark.parametrize(
    ("method", "growth", "points"),
    [
        ("growth_vs_city(city=4,per_pp=0.5)", 3, "99.50"),
        ("growth_vs_city(city=4,per_pp=2)", 3, "98.00"),
        ("growth_vs_city(city=4,per_pp=2,base_pct=80)", 6, "84.00"),
    ],
)
def test_each_point_beside_the_citys_growth_counts_as_often_as_the_scheme_says(
    method, growth, points
):
    assert points_of(method, facts(100 + growth, base=100)) == D(points)


def test_a_unit_of_half_a_point_last_year_is_measured_by_its_part_of_last_year_too():
    own = facts("0.6", base="0.5", target="0.5", year_base="0.5")
    peer = facts("1.8", "b", base="1.5", target=3, year_base="1.5")
    told = award("contribution", own, peer)

    # A quarter of the increment, against a quarter of last year's amount.
    assert told.because.fact == "why-contribution"
    assert (told.because.value("part"), told.because.value("planned_part")) == (25, 25)
    assert told.points == 100


def test_whole_ballots_alone_are_dropped_at_each_end():
    twenty = [D(0), *[D(50)] * 18, D(100)]

    # One in twenty is five percent; of nineteen five percent are none.
    assert trimmed_mean(twenty, trim_pct=D(5)) == 50
    assert trimmed_mean(twenty[1:], trim_pct=D(5)) > 52


def two_months(august, september):
    """A unit's marks in one indicator, month by month; nobody else's."""
    cells = [
        {("K1", unit): Reported(D(mark)) for unit, mark in marks.items()}
        for marks in (august, september)
    ]
    held = book(scheme(indicator()), units("A", "B", "C"), {}, before={
        SEPTEMBER.previous: cells[0], SEPTEMBER: cells[1],
    })  # fmt: skip
    return [Known(held, score(held, each)) for each in (SEPTEMBER.previous, SEPTEMBER)]


@pytest.mark.parametrize(
    ("august", "september", "passed", "passed_by"),
    [
        # Who stood beside and stands behind now has been passed; who stands beside now has not.
        ({"A": 90, "B": 90}, {"A": 90, "B": 80}, ("B",), ()),
        ({"A": 80, "B": 90}, {"A": 90, "B": 90}, (), ()),
        ({"A": 90, "B": 90}, {"A": 80, "B": 90}, (), ("B",)),
        # Who has only drawn level has passed nobody.
        ({"A": 90, "B": 80}, {"A": 90, "B": 90}, (), ()),
        # Nobody passes a unit that was not ranked before.
        ({"A": 90, "B": 80}, {"A": 90, "B": 80, "C": 70}, (), ()),
    ],
)
def test_who_was_beside_may_be_passed_and_who_was_nowhere_may_not(
    august, september, passed, passed_by
):
    told = change(*two_months(august, september), "A")
    assert (told.passed, told.passed_by) == (passed, passed_by)


def test_a_place_on_the_way_is_shared_with_whom_the_running_total_meets():
    told = change(*two_months({"A": 80, "B": 90}, {"A": 90, "B": 95}), "A")
    assert told.places == (2, 2, 2, 1, 2)


def test_a_monthly_indicator_that_nobody_filed_does_not_speak_with_the_month_before():
    before, after = two_months({"A": 80, "B": 90}, {})
    rule = before.book.scheme.indicators[0]

    assert figure_period(after.book, rule, SEPTEMBER) == SEPTEMBER
    assert after.result.unranked == ("A", "B", "C")
