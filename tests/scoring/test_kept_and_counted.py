"""Sizes and corners that a small city never sees, and what must hold there all the same."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

import scoring.plan
import scoring.unit_scores
from scoring.change import Known, change
from scoring.column import UNSCORED, packed
from scoring.engine import score
from scoring.gains import best_gains
from scoring.model import Group, NotApplicable, Period, Target
from scoring.oddities import CellFacts, Earlier, nil_oddities, oddities
from scoring.robustness import without_each
from scoring.timeliness import Tally
from scoring.what_if import what_if_planned
from scoring.words import Words, changes

AUGUST = SEPTEMBER.previous
CAST = "ABCDEF"


def blocks_with_holes():
    """Six units with six sets of indicators that do not apply: each has a stretch of its own."""
    rules = scheme(
        *(indicator(f"K{n}", 25, "rating100", missing="renormalise") for n in range(4)),
        groups=(Group("all", "All", D(100), weights="relative"),),
    )
    figures = {
        (f"K{n}", unit): NotApplicable() if at & 1 << n else 60 + 5 * n + at
        for n in range(4)
        for at, unit in enumerate(CAST)
    }
    return book(rules, units(*CAST), figures)


def test_a_country_that_is_not_kept_whole_scores_like_one_that_is(monkeypatch):
    held = blocks_with_holes()
    whole = {code: unit.score for code, unit in score(held, SEPTEMBER).units.items()}
    monkeypatch.setattr(scoring.unit_scores, "KEPT_MAX", 2)
    monkeypatch.setattr(scoring.plan, "KEPT_MAX", 2)
    scoring.plan.plan.cache_clear()

    small = score(held, SEPTEMBER)

    for _ in range(2):  # The second time most have been put together anew.
        assert {code: unit.score for code, unit in small.units.items()} == whole
    assert len(small.units._found) <= 2
    assert len(small.units.work._stretched) <= 2
    scoring.plan.plan.cache_clear()


def test_points_too_many_for_eight_bytes_are_counted_all_the_same():
    assert packed([1, 2]) == array("q", [1, 2])
    assert packed([1, 2**63]) == (1, 2**63)
    full = 10**18
    rules = scheme(
        indicator("K1", full, "rank_linear(max=900000000000000000,min=600000000000000000)")
    )
    result = score(book(rules, units("A", "B"), {("K1", "A"): 100, ("K1", "B"): 99}), SEPTEMBER)
    assert isinstance(result.columns["K1"].scores, tuple)
    assert [unit.score for unit in result.units.values()] == [D(full) * 9 / 10, D(full) * 6 / 10]
    assert [result.place(code) for code in "AB"] == [1, 2]


def test_a_method_that_compares_nobody_has_no_bounds_to_freeze():
    rules = scheme(indicator("K1", 50, "rating100"), indicator("K2", 50, "efficacy"))
    figures = {(code, unit): at for code in ("K1", "K2") for at, unit in enumerate("ABC")}
    found = score(book(rules, units(*"ABC"), figures), SEPTEMBER).observed_bounds()
    assert [(code, bounds.best, bounds.worst) for (code, *_), bounds in found.items()] == [
        ("K2", D(2), D(0))
    ]


def test_a_column_left_out_applies_to_nobody_and_says_so():
    rules = scheme(
        indicator("K1", 50, "rating100"),
        indicator("K2", 50, "efficacy"),
        groups=(Group("all", "All", D(100), weights="relative"),),
    )
    figures = {(code, unit): 40 + at for code in ("K1", "K2") for at, unit in enumerate("ABC")}
    held = book(rules, units(*"ABC"), figures)
    without = without_each(held, score(held, SEPTEMBER))["K2"]

    left = without.columns["K2"]
    assert {each.state for each in left.values()} == {"not_applicable"}
    assert {each.because.fact for each in left.values()} == {"why-left-out"}
    assert {left.accounts.score(unit) for unit in "ABC"} == {UNSCORED}
    assert {each.score for each in left.values()} == {None}
    assert without.observed_bounds() == {}
    assert without.units["C"].score == D(42)


def test_the_printed_items_of_a_change_add_up_to_its_cause():
    rules = scheme(*(indicator(f"K{n}", 10, "rating100") for n in (1, 2, 3)))
    cast = units("A", "B")
    old = book(rules, cast, {(f"K{n}", "A"): 50 for n in (1, 2, 3)}, period=AUGUST)
    moved = {("K1", "A"): "53.35", ("K2", "A"): "53.35", ("K3", "A"): 50}
    new = book(rules, cast, moved, before=dict(old.entries))
    told = change(Known(old, score(old, AUGUST)), Known(new, score(new, SEPTEMBER)), "A")

    assert told is not None
    printed = told.printed("own", 2)
    assert set(printed) == {"K1", "K2"}
    assert sum(printed.values()) == told.points["own"] == D("0.68")
    assert told.printed("others", 2) == {}


def test_another_plan_of_the_year_moves_the_scores_like_the_plan_laid_down():
    rules = scheme(indicator("K1", 100, "progress"))
    goals = {("K1", "A"): (80, 100), ("K1", "B"): (80, 100)}
    held = book(rules, units("A", "B"), {("K1", "A"): 60, ("K1", "B"): 30}, targets=goals)
    late = (*(D(5) * month for month in range(1, 12)), D(100))

    found = what_if_planned(held, score(held, SEPTEMBER), "K1", late)

    assert {move.unit: (move.score_before, move.score_after) for move in found.moves} == {
        "A": (D(80), D(100)),
        "B": (D(40), D("66.67")),
    }
    laid_down = score(replace(held, seasonality={"K1": late}), SEPTEMBER)
    for code in "AB":
        assert found.result.units[code].score == laid_down.units[code].score


def test_a_tenth_of_nothing_is_no_advice():
    rules = scheme(indicator("K1", 50, "rating100"), indicator("K2", 50, "rating100"))
    nothing = {("K1", "A"): 0, ("K2", "A"): 100, ("K1", "B"): 50, ("K2", "B"): 10}
    for figures, advised in ((nothing, []), ({**nothing, ("K1", "A"): 10}, ["K1"])):
        held = book(rules, units("A", "B"), figures)
        result = score(held, SEPTEMBER)
        assert result.place("A") == 1
        assert [each.indicator for each in best_gains(held, result, "A")] == advised


def test_words_that_part_in_the_middle_are_told_from_there_on():
    march, june, july = (Period(2013, month) for month in (3, 6, 7))
    first, other = Target("K1", "A", None, D(60)), Target("K1", "A", None, D(70), since=june)
    later = Target("K1", "A", None, D(80), since=july)
    plan, slower = ((since, tuple(D(n) for n in range(12))) for since in (march, july))
    before = Words({("K1", "A"): (first, other)}, {"K1": (plan,), "K2": (plan,)})
    after = Words({("K1", "A"): (first, later)}, {"K1": (plan,), "K2": (plan, slower)})

    found = changes(before, after)

    assert found.cells(Period(2013, 5)) == set()
    assert found.cells(june) == {("K1", "A")}
    assert found.indicators(june) == set()
    assert found.indicators(july) == {"K2"}


def test_everything_there_is_to_come_is_due_or_open():
    tally = Tally(on_time=5, late=2, missing=1, open=4)
    assert (tally.asked, tally.due, tally.came) == (12, 8, 7)


def level_beside_target(value):
    return CellFacts("K1", "A", SEPTEMBER, "level", "亿元", D(value), target=D(120))


@pytest.mark.parametrize(("value", "kinds"), [("0.012", ["unit-slip"]), ("100", [])])
def test_a_level_is_first_held_against_the_whole_of_its_target(value, kinds):
    assert [each.kind for each in oddities(level_beside_target(value))] == kinds


def _months(*values):
    return [Earlier(month, D(value)) for month, value in enumerate(values, start=1)]


def test_a_nil_is_asked_about_where_there_has_always_been_a_figure():
    (asked,) = nil_oddities(_months(*range(1, 9)), "件", was_ever_nil=False)
    assert asked.kind == "never-nil"
    assert dict(asked.given) == {"months": 8, "last": D(8), "last_month": 8, "measure": "件"}


@pytest.mark.parametrize(
    ("earlier", "was_ever_nil"),
    [((), False), ((5,), False), ((1, 2, 3, 4, 5, 6, 7, 0), False), (tuple(range(1, 9)), True)],
)
def test_a_nil_after_a_nil_after_nothing_or_after_zero_is_ordinary(earlier, was_ever_nil):
    assert nil_oddities(_months(*earlier), "件", was_ever_nil=was_ever_nil) == ()
