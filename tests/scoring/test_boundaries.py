"""Where a rule turns: the figure just on, just under and just above each of its edges."""

from __future__ import annotations

import pytest
from rule_cast import SEPTEMBER, D, award, book, facts, indicator, points_of, scheme, units

from scoring.ballots import trimmed_mean
from scoring.engine import score, score_column
from scoring.explain import tell_score
from scoring.facts import Facts, Terms
from scoring.figures import planned_pct
from scoring.growth import Growth, growth_of
from scoring.model import LedgerEntry, NoData, Period, Reported, Unit
from scoring.ranking import ranking
from scoring.rounding import apportioned, shown
from scoring.told import Unscored


def because(method, own: Facts, *peers: Facts, **how):
    return award(method, own, *peers, **how).because


def less(value, unit="own") -> Facts:
    """A figure of which less is better."""
    return facts(value, unit, direction="down")


@pytest.mark.parametrize(
    ("method", "own", "points"),
    [
        ("reverse", facts("1.5", target=1), "50.00"),
        ("interval(lower=5,upper=6)", facts(5), "100.00"),
        ("interval(lower=5,upper=6)", facts("4.5"), "50.00"),
        ("interval(lower=5,upper=6,max_tol=6)", facts("6.5"), "0.00"),
        ("completion", facts(1, target="0.5", direction="down"), "50.00"),
        ("completion_step(plus_per_pp=1,plus_cap=2)", facts("100.5", target=100), "100.50"),
        ("completion_step", facts("0.98", target=1), "98.00"),
        ("growth_target(target=0.5)", facts("4.01", base=4), "50.00"),
        ("growth_target", facts("0.75", base="0.5", target=1, year_base="0.5"), "50.00"),
        ("progressive(mean=4)", facts("104.5", base=100), "102.50"),
        ("progressive(mean=4)", facts("103.5", base=100), "97.50"),
        ("progressive(mean=0)", facts(115, base=100), "162.50"),
        ("efficacy_tier(values=1/2,coefs=0.5/1)", facts("2.5"), "100.00"),
        ("efficacy_tier(values=1/2,coefs=0.5/1)", facts("0.5"), "50.00"),
        ("efficacy_tier(values=1/1,coefs=0/1)", facts(1), "100.00"),
        ("efficacy_tier(values=1/1,coefs=0/1)", facts("0.9"), "100.00"),
        ("power(a=100,b=1,c=1)", facts("1.5"), "50.00"),
        ("threshold(at=0,percent=1,minus=0.1)", facts(-1), "90.00"),
        ("threshold(at=10,per=2,minus=3)", facts(6), "94.00"),
        ("per_case(minus=0.5)", facts("0.5"), "99.75"),
    ],
)
def test_a_rule_by_itself_at_its_edge(method, own, points):
    assert points_of(method, own) == D(points)


@pytest.mark.parametrize(
    ("method", "own", "peers", "points"),
    [
        ("growth_vs_city(own=0)", facts(3, base="2.5"), [facts("0.6", "b", base="0.5")], "100.00"),
        ("growth_vs_city", facts("0.3", base="0.2"), [facts("0.6", "b", base="0.4")], "100.00"),
        ("rank_linear", facts(1), [facts(2, "b")], "0.00"),
        ("percentile", facts(1), [facts(2, "b")], "0.00"),
        ("percentile", facts(2), [facts(1, "b")], "100.00"),
        ("best_ratio", facts("0.25"), [facts("0.5", "b")], "50.00"),
        ("best_ratio", facts(0), [facts("0.5", "b")], "0.00"),
        ("best_ratio", less("0.5"), [less("0.25", "b")], "50.00"),
        ("efficacy(log=1)", facts(1), [facts("0.5", "b"), facts(2, "c")], "80.00"),
    ],
)  # fmt: skip
def test_a_rule_among_peers_at_its_edge(method, own, peers, points):
    assert points_of(method, own, *peers) == D(points)


@pytest.mark.parametrize(("value", "points"), [("0", "60.00"), ("-3", "60.00"), ("0.5", "80.00")])
def test_on_logarithms_what_has_none_stands_at_the_worst(value, points):
    fixed = {"fixed_best": 1, "fixed_worst": "0.25"}
    assert points_of("efficacy(log=1)", facts(value), **fixed) == D(points)


@pytest.mark.parametrize("parameter", ["lower=5", "upper=5"])
def test_an_interval_with_one_end_is_none(parameter):
    assert isinstance(award(f"interval({parameter})", facts(5)), Unscored)


@pytest.mark.parametrize(
    ("method", "own", "fact"),
    [
        ("completion", facts(9, target=9), "why-completion"),
        ("completion", facts(9, target=9, direction="down"), "why-completion-down"),
        ("attain", facts(9, target=9), "why-attain"),
        ("attain_rev", facts(9, target=9), "why-attain-rev"),
        ("completion_binary", facts(9, target=9), "why-binary-met"),
        ("completion_binary", facts(8, target=9), "why-binary-not-met"),
        ("completion_step", facts(9, target=9), "why-step-above"),
        ("completion_step", facts(8, target=9), "why-step-below"),
        ("interval(lower=5,upper=6)", facts(5), "why-interval-inside"),
        ("growth_vs_city(own=0)", facts(5, growth=3), "why-growth-all-alike"),
        ("progressive(own=0)", facts(5, growth=3), "why-growth-all-alike"),
        ("mean_deduct(own=0)", facts(5), "why-all-alike"),
        ("growth", facts(5, base=0), "why-zero-base"),
        ("growth", facts(5), "why-no-base"),
        ("growth", facts(5, base=-1), "why-negative-base"),
    ],
)
def test_the_sentence_fits_the_side_of_the_edge(method, own, fact):
    assert because(method, own).fact == fact


def test_a_rate_is_told_where_there_is_one():
    assert because("completion", facts("0.25", target="0.5")).value("rate") == 50
    assert because("completion", facts(1, target=0)).value("rate") == "-"


def test_a_growth_that_is_not_there_is_told_with_the_rise_itself():
    zero, none = because("growth", facts(5, base=0)), because("growth", facts(5))

    assert (zero.value("base"), zero.value("rise")) == (0, 5)
    assert (none.value("base"), none.value("rise")) == ("-", "-")
    assert because("growth", facts(5, growth=3)).value("base") == "-"
    assert because("growth", facts(5, base=-4)).value("rise") == 9


def test_a_distance_on_the_wrong_side_is_told_as_none():
    told = because("power(a=1,b=9,c=1)", facts(4))
    assert (told.value("distance"), told.value("score")) == (0, 0)
    assert because("power(a=1,b=9,c=1)", facts(12)).value("distance") == 3


@pytest.mark.parametrize(
    ("value", "base", "pct", "note"),
    [
        ("0.5", 4, "-87.5", ""),
        (0, 4, "-100", ""),
        (-1, 4, "-125", "turned-down"),
        ("0.6", "0.5", "20", ""),
        (0, -2, "100", "turned-up"),
        ("0.5", -2, "125", "turned-up"),
        (-1, -2, "50", "loss-cut"),
        (-2, -2, "0", "loss-grown"),
        (-3, -2, "-50", "loss-grown"),
    ],
)
def test_growth_is_noted_as_a_statistician_would(value, base, pct, note):
    assert growth_of(facts(value, base=base)) == Growth(D(pct), note)


def test_the_growth_of_a_rate_is_a_difference_without_a_note():
    assert growth_of(facts(5, base=-2, is_rate=True)) == Growth(D(7), "")


def plan(value, unit="own", base=4, target=9, year_base=4):
    return facts(value, unit, base=base, target=target, year_base=year_base)


class TestContribution:
    def test_a_sum_of_nothing_is_scored_by_growth_from_sixty_to_a_hundred(self):
        peers = (plan(3, "b"), plan(4, "c"))
        told = because("contribution", plan(5), *peers)

        assert told.fact == "why-contribution-by-growth"
        assert points_of("contribution", plan(5), *peers) == 100
        assert points_of("contribution", plan(4), plan(3, "b"), plan(5, "c")) == 80
        assert points_of("contribution", plan(3), plan(4, "b"), plan(5, "c")) == 60

    def test_no_increment_is_told_as_none(self):
        assert because("contribution", plan(4), plan(6, "b")).fact == "why-contribution-none"

    def test_both_parts_are_told_in_percent(self):
        told = because("contribution", plan(5), plan(7, "b", target=19))
        assert (told.value("part"), told.value("planned_part")) == (25, 25)

    def test_where_no_increment_was_planned_last_years_amount_is_the_measure(self):
        own, peer = plan(5, base="0.5", target="0.5", year_base="0.5"), plan(6, "b", base="1.5")
        assert points_of("contribution", own, peer) == 100
        assert because("contribution", own, peer).value("planned_part") == 25

    def test_where_the_others_planned_to_shrink_as_much_likewise(self):
        own, peer = plan(5, target=5), plan(6, "b", base=12, target=3)
        assert because("contribution", own, peer).fact == "why-contribution-by-growth"
        shrinking = plan(13, "b", base=12, target=3)
        assert because("contribution", own, shrinking).value("planned_part") == 25

    def test_where_there_was_nothing_last_year_any_increment_is_enough(self):
        own = plan(5, base=0, target=0, year_base=0)
        assert because("contribution", own, plan(6, "b")).fact == "why-contribution-unplanned"
        below = plan(6, "b", base=-4, target=-4, year_base=-4)
        own = plan(5, base=4, target=4)
        assert because("contribution", own, below).fact == "why-contribution-unplanned"


def test_a_panel_of_six_loses_its_extremes_and_one_of_five_does_not():
    scores = [D(text) for text in (0, 60, 60, 60, 60, 100)]
    assert trimmed_mean(scores) == 60
    assert trimmed_mean(scores[:5]) == 48


def test_a_large_panel_loses_so_many_percent_at_each_end():
    scores = [D(0)] * 3 + [D(50)] * 24 + [D(100)] * 3
    assert trimmed_mean(scores, trim_pct=D(10)) == 50
    assert trimmed_mean([*scores, D(31)], trim_pct=D(9)) != trimmed_mean(scores, trim_pct=D(10))
    assert trimmed_mean(scores[:8], trim_pct=D(10)) == D("31.25")


@pytest.mark.parametrize(
    ("value", "text"),
    [("0", "0"), ("0.00", "0"), ("10", "10"), ("1E+3", "1000"), ("0.1234", "0.1234"),
     ("0.12345", "0.1235"), ("100.10", "100.1"), ("-0.00004", "0"), ("20.0", "20")],
)  # fmt: skip
def test_numbers_are_written_short(value, text):
    assert shown(D(value)) == text


def test_a_total_below_its_parts_takes_from_the_smallest_remainders():
    parts = {"a": D("1.6"), "b": D("1.5"), "c": D("1.1")}
    assert apportioned(parts, 0, D(3)) == {"a": 1, "b": 1, "c": 1}
    assert apportioned(parts, 0, D(2)) == {"a": 1, "b": 1, "c": 0}
    assert apportioned(parts, 0, D(4)) == {"a": 2, "b": 1, "c": 1}
    assert apportioned({}, 0, D(0)) == {}


def test_a_cap_is_told_in_percent_and_its_absence_as_none():
    assert Terms(D(10), D("1.1")).cap_pct == 110
    assert Terms(D(10)).cap_pct == 100
    assert because("completion(cap=none)", facts(3, target=2)).value("cap") == "none"
    assert Terms(D(10), D("1.1")).capped(D("0.5")) == D("0.5")


def ranked(*scores, **how):
    return ranking({f"u{n}": (D(text),) for n, text in enumerate(scores)}, **how)


class TestRanking:
    def test_two_of_more_than_four_are_flagged_unless_told_otherwise(self):
        assert [line.is_bottom for line in ranked(5, 4, 3, 2, 1)] == [0, 0, 0, 1, 1]
        assert not any(line.is_bottom for line in ranked(4, 3, 2, 1))

    def test_the_gap_to_the_bottom_is_measured_to_the_better_of_the_flagged(self):
        lines = ranked(9, 7, 5, 3, 2)
        assert [line.gap_to_bottom for line in lines] == [6, 4, 2, None, None]

    def test_the_gap_to_the_next_is_measured_past_those_who_are_level(self):
        lines = ranked(9, 7, 7, 3)
        assert [line.gap_to_next for line in lines] == [None, 2, 2, 4]
        assert [line.is_tied for line in lines] == [False, True, True, False]
        assert [line.place for line in lines] == [1, 2, 2, 4]

    @pytest.mark.parametrize(("bottom", "flagged"), [(0, 0), (1, 1), (5, 5), (6, 0), (-1, 0)])
    def test_as_many_are_flagged_as_the_scheme_says_while_there_are_so_many(self, bottom, flagged):
        lines = ranked(5, 4, 3, 2, 1, bottom=bottom, bottom_above=0)
        assert sum(line.is_bottom for line in lines) == flagged


class TestMix:
    def test_a_mix_is_told_with_its_sum_and_its_parts(self):
        rules = scheme(indicator(how="completion:60|growth:40"))
        held = book(rules, units("A"), {("K1", "A"): Reported(D(8), D(8))},
                    targets={("K1", "A"): (8, 10)})  # fmt: skip
        told = score_column(held, "K1", SEPTEMBER)["A"].because
        assert told.fact == "why-mix"
        assert (told.value("score"), told.value("points"), len(told.parts)) == (88, 100, 2)

    def test_a_mix_with_a_part_that_has_no_answer_says_which_share_answered(self):
        rules = scheme(indicator(how="completion:60|growth:40"))
        held = book(rules, units("A"), {("K1", "A"): 8}, targets={("K1", "A"): (None, 10)})
        told = score_column(held, "K1", SEPTEMBER)["A"].because
        assert told.fact == "why-mix-partly"
        assert [told.value(name) for name in ("score", "points", "shares")] == [80, 100, 60]

    @pytest.mark.parametrize(("own", "points"), [(6, 50), ("6.1", 100)])
    def test_who_is_just_as_far_above_the_mean_is_not_exempt(self, own, points):
        how = "rating100(exempt_by=K2,exempt_above=2)"
        rules = scheme(indicator("K1", how=how), indicator("K2"))
        figures = {("K1", "A"): 50, ("K1", "B"): 50, ("K2", "A"): own, ("K2", "B"): 2}
        held = book(rules, units("A", "B"), figures)
        assert score_column(held, "K1", SEPTEMBER)["A"].score == points


class TestLastFigure:
    def last(self, filed, speaks, kind="cumulative"):
        rules = scheme(indicator(missing="last", kind=kind))
        before = {filed: {("K1", "A"): Reported(D(70))}}
        held = book(rules, units("A", "B"), {("K1", "B"): 80}, period=speaks, before=before)
        return score_column(held, "K1", speaks)["A"].state

    def test_an_amount_reaches_back_to_january_and_not_into_last_year(self):
        assert self.last(Period(2013, 1), Period(2013, 3)) == "filled"
        assert self.last(Period(2013, 1), Period(2013, 2)) == "filled"
        assert self.last(Period(2012, 12), Period(2013, 3)) == "missing"
        assert self.last(Period(2012, 12), Period(2013, 1)) == "missing"

    def test_a_level_reaches_back_to_last_january(self):
        assert self.last(Period(2012, 1), Period(2013, 3), "level") == "filled"
        assert self.last(Period(2011, 12), Period(2013, 3), "level") == "missing"


def test_a_plan_may_end_with_the_month_asked_about():
    rules = scheme(indicator())
    held = book(rules, units("A"), {}, seasonality={"K1": (D(5), D(9))})
    assert planned_pct(held, rules.indicators[0], Period(2013, 2)) == 9
    assert planned_pct(held, rules.indicators[0], Period(2013, 3)) == 25


def test_a_nil_report_says_so():
    held = book(scheme(indicator()), units("A"), {("K1", "A"): NoData()})
    own = score_column(held, "K1", SEPTEMBER)["A"]
    assert (own.state, own.because.fact) == ("no_data", "why-no-data")


def test_a_yearly_figure_filed_in_january_speaks_from_then_on():
    rules = scheme(indicator(frequency="yearly"))
    january = Period(2013, 1)
    held = book(rules, units("A"), {("K1", "A"): 70}, period=january)
    assert score_column(held, "K1", january)["A"].score == 70
    assert score_column(held, "K1", SEPTEMBER)["A"].figure_of == january


def test_points_that_were_not_lost_are_not_listed_as_lost():
    held = book(scheme(indicator("K1", 50), indicator("K2", 50)), units("A"),
                {("K1", "A"): 100, ("K2", "A"): "99.5"})  # fmt: skip
    told = tell_score(score(held, SEPTEMBER), "A")
    assert [(line.indicator, line.lost) for line in told.lost_most] == [("K2", D("0.25"))]


def test_amounts_have_the_decimals_of_the_total_or_of_the_bonus():
    rules = scheme(indicator("K1", 50), indicator("K2", 50), places=0, indicator_places=2)
    figures = {("K1", "A"): "60.5", ("K2", "A"): "59.5"}
    plain = tell_score(score(book(rules, units("A"), figures), SEPTEMBER), "A")
    assert [str(line.amount) for line in plain.lines] == ["30", "30"]
    ledger = (LedgerEntry("A", "B", D("0.25"), SEPTEMBER.start_on),)
    with_bonus = book(rules, units("A"), figures, ledger=ledger)
    told = tell_score(score(with_bonus, SEPTEMBER), "A")
    assert sum(line.amount for line in told.lines) + told.bonus == told.score == 60
    assert {line.amount.as_tuple().exponent for line in told.lines} == {-2}


def test_the_best_of_a_closed_month_stays_the_measure():
    cast = (Unit("A", "A", category="x"), Unit("B", "B", category="x"))
    rules = scheme(indicator(how="best_ratio"))
    held = book(rules, cast, {("K1", "A"): 40, ("K1", "B"): 80})
    kept = score(held, SEPTEMBER).observed_bounds()
    assert {key[3] for key in kept} == {"best_ratio"}
    late = book(rules, cast, {("K1", "A"): 40, ("K1", "B"): 160}, frozen_bounds=kept)
    assert score(late, SEPTEMBER).units["A"].score == 50
