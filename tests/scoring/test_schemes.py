"""From indicators to totals: blocks, what does not apply, coverage, and schemes refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

from scoring.adjustments import adjustments
from scoring.checks import SchemeError, check, problems
from scoring.engine import score
from scoring.model import (
    Book,
    Group,
    LedgerEntry,
    NoData,
    NotApplicable,
    Period,
    Reported,
    Scheme,
    Unit,
)

JULY = date(2013, 7, 1)


def reasons(rules: Scheme, cast: tuple[Unit, ...] | None = None) -> set[str]:
    return {problem.reason_id for problem in problems(rules, cast or units("A"))}


def test_w1_what_does_not_apply_is_shared_out_within_its_block():
    rules = scheme(
        indicator("K1", 350), indicator("K2", 150), groups=(Group("all", "All", D(500)),), full=500
    )
    held = book(rules, units("A"), {("K1", "A"): 86, ("K2", "A"): NotApplicable()})
    own = score(held, SEPTEMBER).units["A"]

    assert own.indicators["K1"].score == 301
    assert own.score == D("430.00")
    assert own.blocks["all"].points == 500
    assert own.coverage == D("0.7")


def test_w2_an_interim_score_is_the_rate_over_what_is_reported_with_its_coverage():
    rules = scheme(indicator("K1", 430), indicator("K2", 570))
    own = score(book(rules, units("A"), {("K1", "A"): 91}), SEPTEMBER).units["A"]

    assert (own.rate, own.score, own.coverage) == (D("0.91"), D("910.00"), D("0.43"))
    assert own.indicators["K2"].state == "missing"


def test_w3_an_agencys_total_is_results_leaders_society_and_the_ledger():
    rules = scheme(
        indicator("results", 60, "rating100(full=60)", "r"),
        indicator("leaders", 20, "rating100(full=20)", "l"),
        indicator("social", 20, "rating100(full=20)", "s"),
        groups=(Group("r", "R", D(60)), Group("l", "L", D(20)), Group("s", "S", D(20))),
    )
    held = book(
        rules,
        units("A"),
        {("results", "A"): "53.2", ("leaders", "A"): "17.56", ("social", "A"): "17.9"},
        ledger=(
            LedgerEntry("A", "Y03", D("1.5"), JULY),
            LedgerEntry("A", "Y06", D("-0.4"), JULY, "deduction"),
        ),
    )
    own = score(held, SEPTEMBER).units["A"]

    assert own.score == D("89.76")
    assert (own.bonus, own.deduction) == (D("1.5"), D("0.4"))


def nested(**others) -> Scheme:
    return scheme(
        indicator("a1", 60, group="a"),
        indicator("b1", 3, group="b1"),
        indicator("b2", 1, group="b1"),
        indicator("c1", 10, group="b2"),
        groups=(
            Group("a", "A", D(60)),
            Group("b", "B", D(40)),
            Group("b1", "B1", weight=D(3), parent="b", weights="relative"),
            Group("b2", "B2", parent="b"),
        ),
        full=100,
        **others,
    )


def test_blocks_nest_and_share_relative_weights_and_own_sums():
    own = score(
        book(nested(), units("A"), {(code, "A"): 100 for code in ("a1", "b1", "b2", "c1")}),
        SEPTEMBER,
    ).units["A"]

    points = {code: each.points for code, each in own.indicators.items()}
    assert points == {"a1": 60, "b1": D("22.5"), "b2": D("7.5"), "c1": 10}
    assert {code: block.points for code, block in own.blocks.items()} == {
        "a": 60,
        "b": 40,
        "b1": 30,
        "b2": 10,
    }
    assert own.score == 100


def test_a_block_of_which_nothing_applies_leaves_its_points_to_its_siblings():
    figures = {("a1", "A"): 50, ("b1", "A"): 100, ("b2", "A"): 100, ("c1", "A"): NotApplicable()}
    own = score(book(nested(), units("A"), figures), SEPTEMBER).units["A"]

    assert "b2" not in own.blocks
    assert own.blocks["b1"].points == 40
    assert own.score == 70


def test_a_unit_to_which_nothing_applies_has_no_score_and_no_place():
    rules = scheme(indicator("K1", 100))
    held = book(rules, units("A", "B"), {("K1", "A"): NotApplicable(), ("K1", "B"): 5})
    result = score(held, SEPTEMBER)

    assert result.units["A"].score is None
    assert result.unranked == ("A",)
    assert result.place("A") is None
    assert [line.unit for line in result.rankings["towns"]] == ["B"]
    assert result.units["A"].blocks == {}
    assert result.units["A"].weight("K1") == 0


def test_before_anything_is_reported_there_is_a_block_but_no_rate():
    result = score(book(scheme(indicator("K1", 100)), units("A"), {}), SEPTEMBER)

    assert result.units["A"].blocks["all"].rate is None
    assert result.units["A"].weight("K1") == 0
    assert result.units["A"].amounts == {}
    assert result.rankings == {}


def test_a_nil_report_is_neither_zero_nor_not_applicable():
    rules = scheme(indicator("K1", 60), indicator("K2", 40))
    held = book(rules, units("A"), {("K1", "A"): 50, ("K2", "A"): NoData()})
    own = score(held, SEPTEMBER).units["A"]

    assert own.indicators["K2"].state == "no_data"
    assert (own.score, own.coverage) == (50, D("0.6"))


def test_an_indicator_meant_for_others_does_not_judge_a_unit():
    shops, police = Unit("A", "A", category="shops"), Unit("B", "B", category="police")
    rules = scheme(
        indicator("K1", 100, applies_to=frozenset({"shops"})),
        indicator("K2", 100, applies_to=frozenset({"B"})),
        groups=(Group("all", "All", D(100)),),
        full=100,
    )
    result = score(book(rules, (shops, police), {("K1", "A"): 70, ("K2", "B"): 80}), SEPTEMBER)

    assert set(result.units["A"].indicators) == {"K1"}
    assert result.units["B"].score == 80
    assert list(result.rankings) == ["shops", "police"]
    with pytest.raises(KeyError):
        result.units["A"].indicators["K2"]


def test_a_units_own_set_replaces_its_categorys_template():
    rules = scheme(
        indicator("T1", 100, applies_to=frozenset({"towns"})),
        indicator("A1", 100, applies_to=frozenset({"A"})),
        groups=(Group("all", "All", D(100), own_set_replaces=True),),
        full=100,
    )
    result = score(
        book(rules, units("A", "B"), {("A1", "A"): 90, ("T1", "B"): 60, ("T1", "A"): 1}), SEPTEMBER
    )

    assert set(result.units["A"].indicators) == {"A1"}
    assert set(result.units["B"].indicators) == {"T1"}


def test_an_indicator_a_unit_is_excused_from_is_shared_out_like_any_other():
    rules = scheme(indicator("K1", 50), indicator("K2", 50, not_applicable=frozenset({"A"})))
    result = score(
        book(rules, units("A", "B"), {("K1", "A"): 80, ("K2", "A"): 1, ("K1", "B"): 60}), SEPTEMBER
    )

    assert result.units["A"].score == 80
    assert result.units["A"].indicators["K2"].because.fact == "why-not-for-unit"


def test_a_scheme_whose_blocks_do_not_add_up_is_refused_with_the_sum():
    rules = scheme(indicator("K1", 90), groups=(Group("all", "All", D(90)),), full=100)
    with pytest.raises(SchemeError) as refused:
        check(rules, units("A"))

    (problem,) = refused.value.problems
    assert problem.reason_id == "scheme-sum"
    assert dict(problem.given) == {"sum": 90, "points": 100}
    assert "scheme-sum" in str(refused.value)


def test_a_block_whose_indicators_do_not_add_up_is_refused_for_the_first_unit_it_fails():
    rules = scheme(
        indicator("K1", 50),
        indicator("K2", 40, applies_to=frozenset({"B"})),
        groups=(Group("all", "All", D(50)),),
        full=50,
    )
    (problem,) = problems(rules, units("A", "B", "C"))

    assert problem.reason_id == "scheme-block-sum"
    assert dict(problem.given) == {"code": "all", "unit": "B", "sum": 90, "points": 50}


def test_a_block_that_says_nothing_of_a_unit_need_not_add_up_for_it():
    rules = scheme(
        indicator("K1", 50, group="a"),
        indicator("K2", 50, group="b", applies_to=frozenset({"B"})),
        groups=(Group("a", "A", D(50)), Group("b", "B", D(50))),
        full=100,
    )
    assert problems(rules, units("A", "B")) == ()
    own = score(book(rules, units("A", "B"), {("K1", "A"): 40}), SEPTEMBER).units["A"]
    assert own.score == 40


def test_relative_weights_of_nothing_are_worth_nothing():
    rules = scheme(
        indicator("K1", 0), indicator("K2", 100, group="b"),
        groups=(Group("all", "All", D(0), weights="relative"), Group("b", "B", D(100))),
        full=100,
    )  # fmt: skip
    own = score(book(rules, units("A"), {("K1", "A"): 5, ("K2", "A"): 70}), SEPTEMBER).units["A"]

    assert own.score == 70
    assert own.coverage == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"full_points": D(0)}, "scheme-full-points"),
        ({"indicators": (indicator("K1"), indicator("K1"))}, "scheme-code-twice"),
        ({"indicators": (indicator("K1", group="none"),)}, "scheme-group-unknown"),
        ({"indicators": (indicator("K1", -1),)}, "scheme-points-negative"),
        ({"indicators": (indicator("K1", how="magic"),)}, "method-unknown"),
        ({"indicators": (indicator("K1", how="rank_step(tie=K9)"),)}, "scheme-indicator-unknown"),
        ({"indicators": (indicator("K1", applies_to=frozenset({"X"})),)}, "scheme-unit-unknown"),
        ({"groups": (Group("all", "All", D(-1)),)}, "scheme-points-negative"),
        ({"groups": (Group("all", "All", D(100), parent="up"),)}, "scheme-parent-unknown"),
        (
            {"groups": (Group("all", "A", parent="b"), Group("b", "B", parent="all"))},
            "scheme-group-circle",
        ),
        (
            {
                "groups": (
                    Group("all", "A", parent="b"),
                    Group("b", "B", parent="c"),
                    Group("c", "C", parent="b"),
                )
            },
            "scheme-group-circle",
        ),
        (
            {"groups": (Group("all", "A", parent="b"), Group("b", "B", parent="no"))},
            "scheme-parent-unknown",
        ),
    ],
)
def test_a_scheme_that_cannot_be_computed_is_refused_with_the_reason(change, reason):
    assert reason in reasons(replace(scheme(indicator("K1")), **change))


def test_two_units_of_one_code_are_refused():
    assert reasons(scheme(indicator("K1")), units("A", "A")) == {"scheme-code-twice"}


def test_a_result_refuses_what_the_check_refuses():
    with pytest.raises(SchemeError):
        score(Book(scheme(indicator("K1"), full=90), units("A")), SEPTEMBER)


class TestLedger:
    RULES = scheme(indicator("K1"), bonus_cap=D(10), deduction_cap=D(5))

    def net(self, *entries: LedgerEntry, on=JULY):
        return adjustments(self.RULES, entries, on=on)["A"]

    def test_items_and_totals_have_their_caps(self):
        bonus = [LedgerEntry("A", "B01", D(4), JULY, item_cap=D(6)) for _ in range(2)]
        more = LedgerEntry("A", "B02", D(9), JULY)
        minus = [LedgerEntry("A", f"X{n}", D(-3), JULY, "deduction") for n in range(3)]

        assert self.net(*bonus).bonus == 6
        assert self.net(*bonus, more, *minus).net == 5

    def test_an_entry_acts_from_its_day_until_its_last(self):
        entry = LedgerEntry("A", "B01", D(4), JULY, valid_until=date(2013, 9, 1))

        assert adjustments(self.RULES, [entry], on=date(2013, 6, 30)) == {}
        assert self.net(entry, on=date(2013, 8, 31)).bonus == 4
        assert adjustments(self.RULES, [entry], on=date(2013, 9, 1)) == {}

    def test_a_veto_bars_from_honours_and_leaves_the_score_alone(self):
        veto = LedgerEntry("A", "V03", D(0), JULY, "veto", document="张委发〔2013〕9号")
        adjustment = self.net(veto)

        assert (adjustment.net, adjustment.may_be_honoured) == (0, False)
        assert adjustment.vetoes[0].document
        assert self.net(LedgerEntry("A", "B01", D(4), JULY)).may_be_honoured


def test_places_are_decided_on_published_scores_unless_told_otherwise():
    figures = {("K1", "A"): "90.004", ("K1", "B"): "90.001"}
    rules = scheme(indicator("K1"), indicator_places=4)
    published = score(book(rules, units("A", "B"), figures), SEPTEMBER)
    exact = score(book(replace(rules, rank_on="exact"), units("A", "B"), figures), SEPTEMBER)

    assert [line.place for line in published.rankings["towns"]] == [1, 1]
    assert [line.unit for line in exact.rankings["towns"]] == ["A", "B"]
    assert [line.place for line in exact.rankings["towns"]] == [1, 2]


def test_a_scheme_may_part_level_units_by_a_block_or_an_indicator():
    rules = scheme(
        indicator("K1", 50, group="a"),
        indicator("K2", 50, group="b"),
        groups=(Group("a", "A", D(50)), Group("b", "B", D(50))),
        tie_break=("b",),
    )
    figures = {("K1", "A"): 80, ("K2", "A"): 60, ("K1", "B"): 60, ("K2", "B"): 80, ("K1", "C"): 70}
    by_block = score(book(rules, units("A", "B", "C"), figures), SEPTEMBER)
    by_indicator = score(
        book(replace(rules, tie_break=("K1", "K2")), units("A", "B", "C"), figures), SEPTEMBER
    )

    assert [line.unit for line in by_block.rankings["towns"]] == ["B", "A", "C"]
    assert [line.place for line in by_block.rankings["towns"]] == [1, 2, 3]
    assert by_indicator.rankings["towns"][0].unit == "C"


def test_movement_is_counted_in_places_gained():
    rules = scheme(indicator("K1"))
    august = score(book(rules, units("A", "B", "C"), {("K1", "A"): 1, ("K1", "B"): 2}), SEPTEMBER)
    later = {("K1", "A"): 9, ("K1", "B"): 2, ("K1", "C"): 5}
    now = score(book(rules, units("A", "B", "C"), later), SEPTEMBER)

    assert now.movement(august) == {"A": 1, "B": -2}


def test_what_was_observed_can_be_frozen_so_that_a_late_figure_moves_nobody_else():
    rules = scheme(indicator("K1", how="efficacy"))
    before = book(rules, units("A", "B", "C"), {("K1", "A"): 10, ("K1", "B"): 20})
    first = score(before, SEPTEMBER)
    bounds = first.observed_bounds()
    late = {**before.entries[SEPTEMBER], ("K1", "C"): Reported(D(40))}
    kept = score(replace(before, entries={SEPTEMBER: late}, frozen_bounds=bounds), SEPTEMBER)
    moved = score(replace(before, entries={SEPTEMBER: late}), SEPTEMBER)

    assert [key[0] for key in bounds] == ["K1"]
    assert kept.units["B"].score == first.units["B"].score == 100
    assert kept.units["C"].score == 100
    assert moved.units["B"].score < 100
    assert score(replace(before, frozen_bounds={("K1", Period(2013, 8), "towns", "efficacy"): 0}),
                 SEPTEMBER).units["B"].score == 100  # fmt: skip
