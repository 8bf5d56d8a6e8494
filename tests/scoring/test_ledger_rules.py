"""What follows from the figures for an item of the ledger: growth, contribution, places, words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_cast import D

from scoring.ledger_rules import (
    Computed,
    contribution_first,
    fixed_share,
    growth_above_mean,
    last_word,
    ledger_rule,
    places_gained,
)
from scoring.model import Book, Group, Indicator, NotApplicable, Period, Reported, Scheme, Unit

SEPTEMBER = Period(2013, 9)
UNITS = ("A", "B", "C")


def book(figures, *, method="contribution", code="K1"):
    """A book of one indicator: unit → (value, base)."""
    groups = (Group("K", "关键", D(60)), Group("K-1", "经济", D(60), parent="K"))
    scheme = Scheme(
        "S", "方案", 2013, "town", D(60), groups=groups,
        indicators=(Indicator(code, "收入", "K-1", weight=D(60), method=method),),
    )  # fmt: skip
    cells = {
        (code, unit): NotApplicable() if said is None else Reported(D(said[0]), base=said[1])
        for unit, said in figures.items()
    }
    return Book(
        scheme=scheme, units=tuple(Unit(each, each) for each in UNITS),
        entries={SEPTEMBER: cells}, targets={}, seasonality={}, ledger=(),
    )  # fmt: skip


def figures(**given):
    return {unit: None if said is None else (said[0], D(said[1])) for unit, said in given.items()}


def test_growth_is_compared_with_that_of_the_sum():
    found = growth_above_mean(
        book(figures(A=(130, 100), B=(220, 200), C=(310, 300))), SEPTEMBER, "K1", UNITS
    )
    # 660 to 600 is 10 per cent; A grew by 30, B by 10, C by 3.33.
    assert [(each.unit, each.cases) for each in found] == [
        ("A", D(20)), ("B", D(0)), ("C", D(0)),
    ]  # fmt: skip
    assert (found[0].own, found[0].against) == (30, 10)


def test_points_are_cut_and_never_rounded_up():
    found = growth_above_mean(
        book(figures(A=("1.05999", 1), B=(1, 1), C=(1, 1))), SEPTEMBER, "K1", UNITS
    )
    assert found[0].cases == Decimal("3.99")


def test_who_has_no_base_is_in_no_mean_and_earns_nothing():
    found = growth_above_mean(
        book(figures(A=(130, 100), B=None, C=(50, 0))), SEPTEMBER, "K1", UNITS
    )
    assert [each.unit for each in found] == ["A"]
    assert found[0].cases == 0


def test_an_indicator_nobody_reported_says_nothing():
    assert growth_above_mean(book({}), SEPTEMBER, "K1", UNITS) == []
    assert growth_above_mean(book({}), SEPTEMBER, "K9", UNITS) == []


def test_the_greatest_increment_is_first_and_shared_where_it_is_equal():
    found = contribution_first(
        book(figures(A=(130, 100), B=(230, 200), C=(310, 300))), SEPTEMBER, "K", UNITS
    )
    assert {each.unit: each.cases for each in found} == {"A": 1, "B": 1, "C": 0}
    assert found[0].codes == ("K1",)


def test_where_the_units_have_not_grown_together_nobody_is_first():
    shrunk = book(figures(A=(110, 100), B=(100, 200), C=(300, 300)))
    assert contribution_first(shrunk, SEPTEMBER, "K", UNITS) == []


def test_only_indicators_scored_by_contribution_are_asked():
    by_progress = book(figures(A=(130, 100), B=(200, 200)), method="progress")
    assert contribution_first(by_progress, SEPTEMBER, "K", UNITS) == []
    other = book(figures(A=(130, 100), B=(200, 200)))
    assert contribution_first(other, SEPTEMBER, "M", UNITS) == []


def test_places_gained_count_only_for_who_was_ranked_both_times():
    found = places_gained({"A": 2, "B": 3, "C": None, "D": 1}, {"A": 5, "B": 1, "C": 4})
    assert [(each.unit, each.cases) for each in found] == [("A", 3), ("B", 0)]


@pytest.mark.parametrize(
    ("words", "cases"), [((19, 20), 1), ((18, 20), 0), ((1, 1), 1), ((0, 3), 0)]
)
def test_the_share_of_fixed_is_counted_once_from_the_mark_on(words, cases):
    assert fixed_share({"A": words}, 95) == [Computed("A", D(cases), D(words[0]), D(words[1]))]


def test_who_has_heard_from_nobody_is_not_judged():
    assert fixed_share({"A": (0, 0)}, 95) == []


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        (["filed", "verified"], None),
        (["answered", "fixed"], True),
        (["fixed", "reopened"], False),
        (["not_fixed", "fixed", "still_fixed"], True),
        (["partly_fixed"], False),
    ],
)
def test_the_observers_last_word_counts(kinds, word):
    assert last_word(kinds) is word


@pytest.mark.parametrize(
    "text",
    ["", "growth", "growth_above_mean", "places_gained:K", "fixed_share:0", "fixed_share:x",
     "fixed_share:101", "contribution_first:"],
)  # fmt: skip
def test_what_is_no_rule_is_refused(text):
    with pytest.raises(ValueError, match=text or "^$"):
        ledger_rule(text)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=3, max_size=3))
def test_nobody_earns_less_than_nothing_and_not_everybody_beats_the_mean(pairs):
    given_figures = figures(**dict(zip(UNITS, pairs, strict=True)))
    found = growth_above_mean(book(given_figures), SEPTEMBER, "K1", UNITS)
    assert all(each.cases >= 0 for each in found)
    assert not all(each.cases > 0 for each in found)
