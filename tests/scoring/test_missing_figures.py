"""Which figure speaks in a month, and what every missing rule makes of none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

from scoring.engine import score, score_column
from scoring.figures import figure_period, planned_pct
from scoring.model import Missing, NoData, Period, Reported, Unit

AUGUST, OCTOBER, DECEMBER = SEPTEMBER.previous, SEPTEMBER.next, Period(2013, 12)


def column(how, figures, *, period=SEPTEMBER, final=False, cast="ABC", **others):
    rules = scheme(
        indicator("K1", how=others.pop("method", "rating100"), missing=how, **others.pop("k", {}))
    )
    return score_column(book(rules, units(*cast), figures, **others), "K1", period, final=final)


def test_a_missing_figure_is_left_out_by_default():
    own = column("renormalise", {("K1", "B"): 80})["A"]

    assert (own.state, own.score, own.because.fact) == ("missing", None, "why-missing")


def test_a_missing_figure_may_be_zero_at_once():
    own = column("zero", {("K1", "B"): 80})["A"]

    assert (own.state, own.score) == ("filled", 0)
    assert own.because.fact == "why-missing-zero"


def test_a_missing_figure_may_take_the_mean_of_the_category():
    scores = column("category_mean", {("K1", "B"): 80, ("K1", "C"): 61})

    assert (scores["A"].state, scores["A"].score) == ("filled", D("70.50"))
    assert scores["A"].because.value("count") == 2


def test_a_mean_over_another_category_is_no_mean():
    cast = (Unit("A", "A", category="x"), Unit("B", "B", category="y"))
    rules = scheme(indicator("K1", missing="category_mean"))
    own = score_column(book(rules, cast, {("K1", "B"): 80}), "K1", SEPTEMBER)["A"]

    assert (own.state, own.because.fact) == ("missing", "why-mean-of-nobody")


def test_a_missing_figure_may_be_the_last_one_against_its_own_plan():
    scores = column(
        "last",
        {("K1", "B"): 80},
        method="progress",
        targets={("K1", unit): (None, 120) for unit in "ABC"},
        before={AUGUST: {("K1", "A"): Reported(D(80))}},
    )

    assert (scores["A"].state, scores["A"].score) == ("filled", 100)
    assert scores["A"].figure_of == AUGUST
    assert scores["A"].because.parts[0].fact == "why-progress"
    assert scores["C"].state == "missing"


def test_the_last_level_may_come_from_last_year_but_the_last_amount_may_not():
    before = {Period(2012, 11): {("K1", "A"): Reported(D(70))}}
    level = column("last", {("K1", "B"): 80}, before=before, k={"kind": "level"})
    amount = column("last", {("K1", "B"): 80}, before=before)

    assert level["A"].score == 70
    assert amount["A"].state == "missing"


def test_at_the_end_of_the_year_what_is_missing_is_zero_unless_waived():
    figures = {("K1", "B"): 80}
    held = column("renormalise", figures, final=True, waived=frozenset({("K1", "C")}))

    assert (held["A"].score, held["A"].state) == (0, "filled")
    assert (held["C"].state, held["C"].because.fact) == ("not_applicable", "why-waived")


def test_a_waived_figure_changes_nothing_before_the_end_of_the_year():
    held = column("renormalise", {("K1", "B"): 80}, waived=frozenset({("K1", "C")}))

    assert held["C"].state == "missing"


def test_no_case_in_the_period_earns_the_peers_mean_where_the_method_says_so():
    figures = {("K1", "A"): 0, ("K1", "B"): 80, ("K1", "C"): NoData()}
    scores = column("renormalise", figures, method="rating100(no_case=mean)")
    plain = column("renormalise", figures)

    assert {unit: each.score for unit, each in scores.items()} == {"A": 80, "B": 80, "C": 80}
    assert scores["A"].because.fact == "why-no-case-mean"
    assert (plain["A"].score, plain["C"].state) == (0, "no_data")


def test_a_quarterly_figure_speaks_until_the_next_one_against_its_own_plan():
    k = {"frequency": "quarterly"}
    figures = {("K1", unit): 75 for unit in "ABC"}
    how = {"method": "progress", "targets": {("K1", unit): (None, 100) for unit in "ABC"}}
    september = column("renormalise", figures, k=dict(k), **how)
    november = column("renormalise", figures, k=dict(k), period=Period(2013, 11), **how)

    assert september["A"].score == november["A"].score == 100
    assert november["A"].figure_of == SEPTEMBER


def test_once_anybody_has_the_new_quarter_the_others_are_missing():
    k = {"frequency": "quarterly"}
    june = {Period(2013, 6): {("K1", unit): Reported(D(50)) for unit in "ABC"}}
    silent = column("renormalise", {}, k=dict(k), before=june)
    begun = column("renormalise", {("K1", "B"): 70}, k=dict(k), before=june)

    assert silent["A"].figure_of == Period(2013, 6)
    assert begun["A"].state == "missing"
    assert begun["B"].score == 70


@pytest.mark.parametrize(
    ("frequency", "month", "state"),
    [
        ("quarterly", 2, "not_yet"),
        ("quarterly", 3, "missing"),
        ("half_yearly", 5, "not_yet"),
        ("yearly", 11, "not_yet"),
        ("yearly", 12, "missing"),
    ],
)
def test_before_its_first_due_month_an_indicator_is_not_yet_scored(frequency, month, state):
    scores = column("renormalise", {}, k={"frequency": frequency}, period=Period(2013, month))

    assert scores["A"].state == state
    assert scores["A"].because.fact == ("why-not-yet-due" if state == "not_yet" else "why-missing")


def test_a_cell_known_to_be_missing_is_missing():
    rules = scheme(indicator("K1", frequency="yearly"))
    held = book(rules, units("A"), {("K1", "A"): Missing()})

    assert figure_period(held, rules.indicators[0], SEPTEMBER) is None


def test_the_plan_is_the_seasons_where_it_has_the_month_and_twelfths_elsewhere():
    rules = scheme(indicator("K1"))
    shares = (*(None,) * 8, D(73), *(None,) * 3)
    held = book(rules, units("A"), {}, seasonality={"K1": shares})

    assert planned_pct(held, rules.indicators[0], SEPTEMBER) == 73
    assert planned_pct(held, rules.indicators[0], AUGUST).quantize(D("0.01")) == D("66.67")
    assert planned_pct(replace(held, seasonality={}), rules.indicators[0], SEPTEMBER) == 75


def test_last_years_whole_is_the_base_of_a_level_and_of_december():
    rules = scheme(indicator("K1", how="growth_target(target=10)"))
    level = scheme(indicator("K1", how="growth_target(target=10)", kind="level"))
    how = {"targets": {("K1", "A"): (100, None)}}
    figures = {("K1", "A"): 105}

    def state(rules, period):
        held = book(rules, units("A"), figures, period=period, **how)
        return score_column(held, "K1", period)["A"].score

    assert state(level, SEPTEMBER) == 50
    assert state(rules, DECEMBER) == 50
    assert state(rules, SEPTEMBER) is None


def test_a_method_without_an_answer_is_left_out_and_the_rest_of_its_mix_takes_over():
    rules = scheme(indicator("K1", how="progress:50|growth:50"), indicator("K2", how="growth"))
    held = book(
        rules,
        units("A"),
        {("K1", "A"): Reported(D(75), D(0)), ("K2", "A"): Reported(D(75), D(0))},
        targets={("K1", "A"): (None, 100)},
    )
    result = score(held, SEPTEMBER).units["A"]

    assert result.indicators["K1"].score == 100
    assert result.indicators["K1"].because.fact == "why-mix-partly"
    assert result.indicators["K2"].state == "undefined"
    assert result.coverage == D("0.5")


def test_a_mix_without_any_answer_is_undefined():
    rules = scheme(indicator("K1", how="progress:50|growth:50"))
    own = score_column(book(rules, units("A"), {("K1", "A"): 3}), "K1", SEPTEMBER)["A"]

    assert (own.state, own.because.fact) == ("undefined", "why-mix-unanswered")
    assert [part.fact for part in own.because.parts] == ["why-no-target", "why-no-base"]


class TestModifiers:
    def held(self, how, figures, cap_pct=None, **units_by_code):
        cast = tuple(
            Unit(code, code, category="towns", difficulty=D(units_by_code.get(code, 1)))
            for code in "AB"
        )
        rules = scheme(
            indicator("K1", how=how, cap_pct=cap_pct),
            indicator("K5", frequency="quarterly"),
            indicator("K6", direction="down"),
        )
        return score(book(rules, cast, figures), SEPTEMBER)

    def test_difficulty_multiplies_and_only_a_cap_bounds_it(self):
        figures = {("K1", "A"): 95, ("K1", "B"): 50}
        free = self.held("rating100(difficulty=1)", figures, A="1.2")
        bound = self.held("rating100(difficulty=1)", figures, cap_pct=D(110), A="1.2")

        assert free.units["A"].indicators["K1"].score == 114
        assert bound.units["A"].indicators["K1"].score == 110
        assert free.units["B"].indicators["K1"].score == 50
        assert free.units["A"].indicators["K1"].because.fact == "why-difficulty"

    def test_an_answer_that_is_none_is_not_multiplied(self):
        held = self.held("growth(difficulty=1)", {("K1", "A"): 95}, A="1.2")
        assert held.units["A"].indicators["K1"].state == "undefined"

    def test_excelling_in_another_indicator_exempts_from_deduction(self):
        how = "threshold(at=100,exempt_by=K5,exempt_above=5)"
        figures = {("K1", "A"): 90, ("K1", "B"): 90, ("K5", "A"): 50, ("K5", "B"): 30}
        held = self.held(how, figures)

        assert held.units["A"].indicators["K1"].because.fact == "why-exempt"
        assert held.units["A"].indicators["K1"].score == 100
        assert held.units["B"].indicators["K1"].score == 90

    def test_where_less_is_better_excelling_is_being_below(self):
        how = "threshold(at=100,exempt_by=K6)"
        figures = {("K1", "A"): 90, ("K1", "B"): 90, ("K6", "A"): 30, ("K6", "B"): 50}
        held = self.held(how, figures)

        assert held.units["A"].indicators["K1"].score == 100
        assert held.units["B"].indicators["K1"].score == 90

    def test_without_the_other_figure_there_is_no_exemption(self):
        held = self.held("threshold(at=100,exempt_by=K5)", {("K1", "A"): 90})
        assert held.units["A"].indicators["K1"].score == 90

    def test_a_tie_is_parted_by_another_indicators_figure(self):
        figures = {("K1", "A"): 90, ("K1", "B"): 90, ("K6", "A"): 30, ("K6", "B"): 50}
        held = self.held("rank_step(tie=K6)", figures)

        assert held.units["A"].indicators["K1"].score == 100
        assert held.units["B"].indicators["K1"].score == 95


def test_a_column_is_a_mapping_in_the_units_order():
    scores = column("zero", {("K1", "B"): 80})

    assert list(scores) == ["A", "B", "C"]
    assert len(scores) == 3
