"""What every method makes of the cases at its edges: none, zero, negative, alone, all alike."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from rule_cast import D, award, facts, points_of

from scoring.facts import Peers
from scoring.growth import growth_of
from scoring.methods import METHODS
from scoring.model import Bounds
from scoring.rounding import EXACT
from scoring.told import Scored, Unscored

NEEDING_TARGET = [
    "progress",
    "completion",
    "completion_binary",
    "completion_step",
    "completion_floor",
    "base80",
    "path",
    "attain",
    "attain_rev",
    "reduction",
    "growth_target",
    "reverse",
    "step_rev",
    "interval",
]


@pytest.mark.parametrize("method", NEEDING_TARGET)
def test_without_a_target_there_is_no_answer(method):
    outcome = award(method, facts(7, base=6))

    assert isinstance(outcome, Unscored)
    assert outcome.because.fact == "why-no-target"


@pytest.mark.parametrize(
    ("method", "value", "target", "points"),
    [
        ("completion", 90, 100, "90.00"),
        ("completion", 130, 100, "100.00"),
        ("completion(cap=110)", 130, 100, "110.00"),
        ("completion(cap=none)", 130, 100, "130.00"),
        ("completion", -5, 100, "0.00"),
        ("completion", 0, 0, "100.00"),
        ("completion", -1, 0, "0.00"),
        ("completion", -3, -2, "0.00"),
        ("completion", -1, -2, "100.00"),
        ("attain", 130, 100, "100.00"),
        ("attain_rev", 0, 3, "100.00"),
        ("completion_binary", 100, 100, "100.00"),
        ("completion_step(whole=1,minus_per_pp=2)", "98.5", 100, "98.00"),
        ("completion_step", 3, 0, "100.00"),
        ("completion_step", -3, 0, "0.00"),
        ("completion_floor", 80, 100, "0.00"),
        ("completion_floor", 81, 100, "81.00"),
        ("completion_floor", 5, 0, "100.00"),
        ("base80", 100, 100, "80.00"),
        ("base80", 90, 100, "75.00"),
        ("base80", 1, 0, "100.00"),
        ("base80", 0, 100, "30.00"),
        ("progress", 40, 100, "80.00"),
        ("reduction", -2, 4, "0.00"),
        ("reduction", 0, 0, "100.00"),
        ("reverse", 4, 0, "0.00"),
        ("reverse", 0, 0, "100.00"),
        ("reverse", 9, 3, "0.00"),
        ("step_rev", 4, 2, "80.00"),
        ("step_rev", 40, 2, "0.00"),
    ],
)
def test_targets_reached_missed_and_impossible(method, value, target, points):
    own = facts(value, target=target, planned_pct=50)

    assert points_of(method, own) == D(points)


def test_a_rate_is_measured_in_its_own_points_and_an_amount_by_its_completion():
    assert points_of("completion_step", facts(88, target=90, is_rate=True)) == 98
    assert points_of("completion_step", facts(45, target=50)) == 90


@pytest.mark.parametrize(
    ("value", "target", "points"),
    [(4, 2, 50), (2, 4, 100), (0, 2, 100), (-1, 2, 100), (1, 0, 0), (0, 0, 100)],
)
def test_where_less_is_better_completion_is_turned_over(value, target, points):
    assert points_of("completion", facts(value, target=target, direction="down")) == points


def test_an_uncapped_zero_where_less_is_better_earns_full_points_and_not_endless_ones():
    assert points_of("completion(cap=none)", facts(0, target=2, direction="down")) == 100
    assert points_of("completion(cap=120)", facts(0, target=2, direction="down")) == 120


@pytest.mark.parametrize(
    ("value", "base", "target", "points"),
    [
        (40, 39, 41, "100.00"),
        ("39.5", 39, 41, "50.00"),
        (38, 39, 41, "0.00"),
        (39, 39, 39, "100.00"),
        (30, 40, 40, "75.00"),
        (36, 40, 30, "100.00"),
        (0, 0, 0, "100.00"),
    ],
)
def test_the_path_from_base_to_target_halfway_through_the_year(value, base, target, points):
    own = facts(value, target=target, year_base=base, planned_pct=50)

    assert points_of("path", own) == D(points)


def test_a_path_downwards_is_a_path():
    own = facts(36, target=30, year_base=40, planned_pct=50, direction="down")

    assert points_of("path", own) == 80


def test_a_path_needs_a_beginning():
    assert award("path", facts(36, target=30)).because.fact == "why-no-base"


class TestGrowth:
    def test_fewer_than_three_units_cannot_be_compared(self):
        assert points_of("growth", facts(11, base=10), facts(20, "b", base=10)) == 100

    def test_all_alike_up_to_division_noise_earn_full_points(self):
        thirds = [facts(4, "a", base=3), facts(8, "b", base=6), facts(12, "c", base=9)]
        assert points_of("growth", *thirds) == 100

    def test_best_and_worst_earn_a_hundred_and_sixty_percent(self):
        low, mid, high = facts(10, "a", base=10), facts(11, "b", base=10), facts(12, "c", base=10)
        assert [points_of("growth", own, *others) for own, others in (
            (low, (mid, high)), (mid, (low, high)), (high, (low, mid))
        )] == [60, 80, 100]  # fmt: skip

    def test_where_less_is_better_falling_most_is_best(self):
        cast = [facts(v, n, base=10, direction="down") for n, v in (("a", 8), ("b", 9), ("c", 10))]
        assert points_of("growth", *cast) == 100

    def test_a_negative_base_is_left_out_of_the_comparison_and_of_the_score(self):
        odd = facts(5, "odd", base=-1)
        cast = [facts(v, n, base=10) for n, v in (("a", 10), ("b", 11), ("c", 12))]
        assert award("growth", odd, *cast).because.fact == "why-negative-base"
        assert points_of("growth", *cast, odd) == 60

    def test_a_stated_growth_is_taken_as_stated_even_over_a_negative_base(self):
        assert growth_of(facts(5, base=-1, growth="7.5")).note == "stated"
        cast = [facts(1, n, growth=g) for n, g in (("a", 5), ("b", 15))]
        assert points_of("growth", facts(5, base=-1, growth=10), *cast) == 80

    @pytest.mark.parametrize(
        ("value", "base", "note"),
        [(1, 2, ""), (-1, 2, "turned-down"), (-3, -2, "loss-grown"), (-2, -2, "loss-grown")],
    )
    def test_a_fall_below_zero_has_its_own_word(self, value, base, note):
        assert growth_of(facts(value, base=base)).note == note

    def test_its_own_bounds_go_before_those_observed(self):
        cast = [facts(1, n, growth=g) for n, g in (("own", 10), ("b", 5), ("c", 15))]
        assert points_of("growth(best=20,worst=0)", *cast) == 80
        assert points_of("growth(worst=0)", cast[1], cast[0], cast[2]) == D("73.33")
        assert points_of("growth(best=20)", cast[1], cast[0], cast[2]) == 60

    def test_a_growth_outside_given_bounds_is_cut_to_them(self):
        cast = [facts(1, n, growth=g) for n, g in (("own", 90), ("b", -500), ("c", 15))]
        assert points_of("growth(best=20,worst=0)", *cast) == 100
        assert points_of("growth(best=20,worst=0)", cast[1], cast[0], cast[2]) == 0

    @pytest.mark.parametrize(
        ("own", "points"),
        [
            ({"value": 11, "base": 10, "target": 120, "year_base": 100}, "50.00"),
            ({"value": 10, "target": 8, "is_rate": True}, "100.00"),
            ({"value": 11, "base": 10, "target": 100, "year_base": 100}, "100.00"),
            ({"value": 9, "base": 10, "target": 100, "year_base": 100}, "0.00"),
        ],
    )
    def test_growth_is_held_against_the_growth_that_the_target_asks_for(self, own, points):
        assert points_of("growth_target", facts(**own)) == D(points)

    def test_a_growth_target_can_be_given_outright(self):
        assert points_of("growth_target(target=20)", facts(11, base=10)) == 50

    def test_no_growth_is_asked_for_over_no_base(self):
        own = facts(11, base=10, target=120, year_base=0)
        assert award("growth_target", own).because.fact == "why-no-target"
        assert award("growth_target", facts(11, target=3)).because.fact == "why-no-base"

    def test_the_citys_growth_is_that_of_all_together_or_of_the_others(self):
        own, other = facts(12, base=10), facts(20, "b", base=20)
        # Together 32 over 30; the others 20 over 20.
        assert points_of("growth_vs_city(cap=none)", own, other) == D("113.33")
        assert points_of("growth_vs_city(own=0,cap=none)", own, other) == 120
        assert points_of("growth_vs_city(city=15,base_pct=60)", own) == 65

    def test_the_citys_growth_of_a_rate_or_of_stated_growths_is_their_mean(self):
        assert (
            points_of("growth_vs_city(base_pct=50)", facts(1, growth=8), facts(1, "b", growth=4))
            == 52
        )
        own = facts(8, base=4, is_rate=True)
        assert (
            points_of("growth_vs_city(base_pct=50)", own, facts(2, "b", base=0, is_rate=True)) == 51
        )

    def test_a_city_without_a_base_has_no_growth_to_be_held_to(self):
        own = facts(12, base=10)
        assert points_of("growth_vs_city(own=0)", own) == 100
        assert award("growth_vs_city", facts(3)).because.fact == "why-no-base"

    def test_progressive_growth_takes_below_the_mean_what_it_gives_above(self):
        own = facts(1, growth=-5)
        assert points_of("progressive(mean=0)", own, points=10) == D("7.50")
        assert points_of("progressive(mean=0)", facts(1, growth=10**9), points=10) == D("24.64")
        assert (
            points_of("progressive", facts(1, growth=12), facts(1, "b", growth=8), points=10) == 11
        )
        assert points_of("progressive(own=0)", facts(1, growth=12), points=10) == 10
        assert award("progressive", facts(1, base=0)).because.fact == "why-zero-base"


class TestContribution:
    def test_delivering_exactly_ones_part_is_full_points(self):
        own = facts(11, base=10, year_base=100, target=110)
        big = facts(120, "b", base=100, year_base=1000, target=1200)
        assert points_of("contribution", own, big, cap="1.1") == D("100.00")

    def test_a_unit_without_a_planned_increment_is_measured_by_its_base(self):
        own, other = facts(11, base=10), facts(33, "b", base=30)
        assert points_of("contribution", own, other) == 100

    def test_a_unit_with_neither_plan_nor_base_has_full_points_for_any_increment(self):
        own = facts(1, base=0)
        outcome = award("contribution", own, facts(33, "b", base=30))
        assert outcome.because.fact == "why-contribution-unplanned"
        assert outcome.points == 100

    def test_no_increment_earns_nothing(self):
        assert points_of("contribution", facts(9, base=10), facts(33, "b", base=30)) == 0

    def test_without_a_base_there_is_no_increment(self):
        assert award("contribution", facts(9)).because.fact == "why-no-base"

    def test_a_falling_city_is_scored_by_growth_and_its_absence_is_told(self):
        odd = facts(-2, base=-1)
        outcome = award("contribution", odd, facts(1, "b", base=3))
        assert isinstance(outcome, Unscored)
        assert [fact.fact for fact in outcome.because.all_facts()] == [
            "why-contribution-by-growth",
            "why-negative-base",
        ]


class TestEfficacy:
    def test_a_constant_column_is_full_points_for_everyone(self):
        assert points_of("efficacy", facts(5), facts(5, "b")) == 100

    def test_alone_in_a_category_is_full_points(self):
        assert points_of("efficacy", facts(5)) == 100

    def test_one_bound_given_the_other_observed(self):
        assert points_of("efficacy(base=0,span=100)", facts(5), facts(0, "b"), fixed_best=10) == 50
        assert points_of("efficacy(base=0,span=100)", facts(5), facts(10, "b"), fixed_worst=0) == 50

    def test_frozen_bounds_go_before_observed_ones(self):
        frozen = Peers((facts(5), facts(0, "b")), frozen={"efficacy": Bounds(D(10), D(0))})
        assert frozen.bounds("efficacy", frozen.values, sign=1) == Bounds(D(10), D(0))
        assert frozen.observed == {}

    def test_on_logarithms_each_doubling_counts_alike(self):
        own, *others = facts(20), facts(10, "b"), facts(40, "c")
        assert points_of("efficacy(base=0,span=100,log=1)", own, *others) == 50

    def test_a_figure_without_a_logarithm_stands_at_the_worst(self):
        bounds = {"fixed_best": 40, "fixed_worst": 10}
        assert points_of("efficacy(base=0,span=100,log=1)", facts(0), **bounds) == 0

    def test_bounds_without_a_logarithm_have_no_answer(self):
        assert award("efficacy(log=1)", facts(5), fixed_best=9, fixed_worst=0).because.fact == (
            "why-no-logarithm"
        )

    @pytest.mark.parametrize(
        ("value", "points"), [(0, 20), (2, 20), (3, 30), (10, 100), (11, 100), (4, 40)]
    )
    def test_tiers_are_climbed_and_end_at_both_ends(self, value, points):
        assert points_of("efficacy_tier(values=2/4/6/8/10)", facts(value)) == points

    @pytest.mark.parametrize(("value", "points"), [(5, 50), (2, 100), (1, 100), (9, 50)])
    def test_tiers_may_run_downwards(self, value, points):
        assert points_of("efficacy_tier(values=5/2,coefs=0.5/1)", facts(value)) == points


class TestRankPoints:
    def test_ties_share_the_better_place(self):
        own, *others = facts(8), facts(8, "b"), facts(9, "c"), facts(1, "d")
        assert points_of("rank_step", own, *others) == 95

    def test_values_equal_up_to_division_noise_are_tied(self):
        with localcontext(EXACT):
            noisy = Decimal(1) / Decimal(3) * 3
        assert noisy != 1
        assert points_of("rank_step", facts(noisy), facts(1, "b")) == 100

    def test_another_indicator_can_part_a_tie(self):
        clean, dusty = facts(8, second={"PM": D(30)}), facts(8, "b", second={"PM": D(50)})
        silent = facts(8, "c")
        peers = Peers((clean, dusty, silent), second_signs={"PM": -1})
        assert peers.places("PM") == {"own": 1, "b": 2, "c": 3}
        assert peers.places() == {"own": 1, "b": 1, "c": 1}

    def test_the_scale_never_falls_below_nothing(self):
        better = [facts(9, f"{n}") for n in range(30)]
        assert points_of("rank_step", facts(1), *better) == 0

    def test_alone_is_first(self):
        assert points_of("rank_linear", facts(1)) == 100
        assert points_of("percentile", facts(1)) == 100

    def test_linear_places_run_from_all_to_nothing_unless_told(self):
        assert points_of("rank_linear", facts(1), facts(2, "b"), facts(3, "c")) == 0

    @pytest.mark.parametrize(("better", "points"), [(0, 60), (1, 57), (2, 54), (3, 53), (9, 47)])
    def test_a_table_of_places_and_what_follows_its_end(self, better, points):
        others = [facts(9, f"{n}") for n in range(better)]
        text = "rank_table(points=60/57/54,then=1,floor=47.5)"
        assert points_of(text, facts(1), *others) == max(D(points), D("47.5"))

    def test_a_percentile_counts_those_behind_and_turns_over_with_its_direction(self):
        values = {"own": 3, "b": 3, "c": 1, "d": 9}
        up = [facts(v, n) for n, v in values.items()]
        down = [facts(v, n, direction="down") for n, v in values.items()]
        assert points_of("percentile", *up) == D("33.33")
        assert points_of("percentile", *down) == D("66.67")

    @pytest.mark.parametrize(
        ("own", "other", "direction", "points"),
        [
            (3, 4, "up", 75),
            (-1, 4, "up", 0),
            (0, 0, "up", 100),
            (-2, -1, "up", 0),
            (4, 2, "down", 50),
            (2, 2, "down", 100),
            (1, 0, "down", 0),
        ],
    )
    def test_the_ratio_to_the_best(self, own, other, direction, points):
        cast = facts(own, direction=direction), facts(other, "b", direction=direction)
        assert points_of("best_ratio", *cast) == points


class TestLimits:
    @pytest.mark.parametrize(
        ("value", "points"), [(-15, 0), (-10, 50), (-5, 100), (5, 100), (10, 50), (20, 0)]
    )
    def test_an_interval_forgives_its_own_width_on_each_side(self, value, points):
        assert points_of("interval(lower=-5,upper=5)", facts(value)) == points

    def test_an_interval_may_come_from_the_indicators_bounds(self):
        assert points_of("interval", facts(10), fixed_worst=-5, fixed_best=5) == 50

    def test_an_interval_of_no_width_forgives_nothing(self):
        assert points_of("interval(lower=5,upper=5)", facts(6)) == 0
        assert points_of("interval(lower=5,upper=5,max_tol=7)", facts(6)) == 50

    @pytest.mark.parametrize(("cases", "points"), [(0, 100), (1, 50), (3, 0), (-1, 100)])
    def test_zero_is_full_and_every_case_costs(self, cases, points):
        assert points_of("zero", facts(cases)) == points


class TestCases:
    @pytest.mark.parametrize(
        ("method", "value", "points"),
        [
            ("per_case(minus=3)", 2, 94),
            ("per_case(minus=3,most=5)", 2, 95),
            ("per_case(minus=60)", 9, 0),
            ("per_case", -1, 100),
            ("case_bonus(plus=0.05)", 3, "0.15"),
            ("case_bonus(plus=60)", 3, 100),
            ("threshold(at=20,minus=5)", 20, 100),
            ("threshold(at=20,minus=5)", "18.5", "92.5"),
            ("threshold(at=20,minus=5,whole=1)", "18.5", 95),
            ("threshold(at=20,minus=1,percent=1)", 18, 90),
            ("threshold(at=0,minus=1,percent=1)", -1, 0),
            ("threshold(at=0,minus=1,percent=1)", 0, 100),
            ("threshold(at=20,minus=50)", 1, 0),
            ("power(a=2,b=3,c=2)", 8, 50),
            ("power(a=2,b=3,c=2)", 3, 0),
            ("power(a=1,b=0,c=0.5,whole=1)", 10, 3),
        ],
    )
    def test_cases_and_distances(self, method, value, points):
        assert points_of(method, facts(value)) == D(points)

    def test_the_peers_mean_is_taken_with_or_without_oneself(self):
        own, other = facts(4), facts(10, "b")
        assert points_of("mean_deduct", own, other) == 97
        assert points_of("mean_deduct(own=0)", own, other) == 94
        assert points_of("mean_deduct(own=0)", own) == 100


class TestRatings:
    @pytest.mark.parametrize(
        ("method", "value", "points"),
        [
            ("rating100", 88, 88),
            ("rating100", 120, 100),
            ("rating100", -3, 0),
            ("rating100(full=50)", 40, 80),
            ("satisfaction", "88.5", "88.5"),
            ("leader_rating", 90, 90),
            ("deduct", 3, 97),
            ("deduct", 130, 0),
            ("deduct", -3, 100),
        ],
    )
    def test_marks_and_deductions(self, method, value, points):
        assert points_of(method, facts(value)) == D(points)


WORST_FACTS = [
    facts(0),
    facts(-1, base=0, target=0, year_base=0),
    facts(0, base=-1, target=-1, year_base=-1, is_rate=True),
    facts(10**12, base="0.0001", target="0.0001", year_base="0.0001", direction="down"),
]
REQUIRED = {
    "efficacy_tier": "(values=1/2/3/4/5)",
    "rank_table": "(points=3/2/1)",
    "interval": "(lower=1,upper=2)",
    "threshold": "(at=3)",
    "power": "(a=1,b=2)",
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("own", WORST_FACTS, ids=range(len(WORST_FACTS)))
def test_every_method_answers_the_oddest_facts_without_breaking(method, own):
    outcome = award(method + REQUIRED.get(method, ""), own, facts(3, "b", base=3, target=3))

    assert isinstance(outcome, Unscored) or (
        isinstance(outcome, Scored) and outcome.points.is_finite() and outcome.points >= 0
    )
