"""The numbers that a reason is told with: each stands under the name its sentence asks for."""

from __future__ import annotations

import pytest
from rule_cast import D, award, facts, points_of

from scoring.ballots import trimmed_mean


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
