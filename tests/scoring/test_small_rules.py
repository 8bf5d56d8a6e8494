"""The small pieces: months, rounding, ballots, punctuality, and every example in a docstring."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
from rule_cast import SEPTEMBER, D, book, indicator, scheme, units

import scoring
from scoring.ballots import group_index, poll, trimmed_mean
from scoring.change import CAUSES
from scoring.engine import score
from scoring.facts import Terms
from scoring.model import Group, Missing, Period
from scoring.punctuality import punctuality
from scoring.rounding import apportioned, ceiled, rounded, shown
from scoring.told import Because

MODULES = sorted(module.name for module in pkgutil.iter_modules(scoring.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_are_true(name):
    failed, _ = doctest.testmod(importlib.import_module(f"scoring.{name}"))

    assert failed == 0


@pytest.mark.parametrize("text", ["2013", "2013-13", "2013-0", "2013-009", "13-x", "0-01", "-01"])
def test_what_is_not_a_month_is_refused(text):
    with pytest.raises(ValueError, match="month"):
        Period.parse(text)


def test_months_come_one_after_the_other_over_the_turn_of_the_year():
    assert Period.parse(" 2013-9 ") == SEPTEMBER
    assert str(Period(2013, 12).next) == "2014-01"
    assert Period(2014, 1).previous == Period(2013, 12)
    assert SEPTEMBER.year_before == Period(2012, 9)
    assert (str(SEPTEMBER.start_on), str(Period(2012, 2).end_on)) == ("2013-09-01", "2012-02-29")
    assert Period(2012, 12) < Period(2013, 1)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("2.675", 2, "2.68"), ("-2.675", 2, "-2.68"), ("-0.001", 2, "0.00"), ("1249.5", 0, "1250")],
)
def test_rounding_is_half_up_and_never_minus_nothing(value, places, expected):
    assert str(rounded(D(value), places)) == expected


def test_rounding_up_is_up():
    assert ceiled(D("1.201"), 2) == D("1.21")
    assert ceiled(D("1.2"), 2) == D("1.20")


def test_what_is_shown_has_no_exponent_and_no_idle_zeros():
    assert [shown(D(text)) for text in ("1E+3", "0.50000", "1.23456", "-3", "100")] == [
        "1000",
        "0.5",
        "1.2346",
        "-3",
        "100",
    ]


def test_parts_can_be_too_much_as_well_as_too_little():
    assert apportioned({"a": D(2), "b": D("1.5")}, 1, D("3.4")) == {"a": D(2), "b": D("1.4")}
    assert apportioned({}, 1, D(3)) == {}


def test_without_a_vote_there_is_no_poll_and_no_mean():
    assert poll({"不了解": 9}, {"满意": D(100)}) is None
    assert trimmed_mean([]) is None
    assert group_index([(D(30), None)]) is None


def test_large_panels_lose_a_share_at_each_end():
    scores = [D(score) for score in range(1, 41)]

    assert trimmed_mean(scores, trim_pct=D(5)) == D("20.5")
    assert trimmed_mean([D(0)] * 5 + [D(60)], trim_pct=D(5)) == 10


def test_lateness_never_costs_more_than_there_is_and_earliness_brings_nothing():
    assert punctuality(D(5), days_late=2) == 0
    assert punctuality(D(5), days_late=-2) == 5


def test_a_fact_tells_its_numbers_as_a_person_reads_them():
    inner = Because("why-inner")
    fact = Because("why-outer", (("score", D("37.50000")), ("count", 3), ("rate", "-")), (inner,))

    assert fact.texts() == {"score": "37.5", "count": "3", "rate": "-"}
    assert fact.value("count") == 3
    assert [each.fact for each in fact.all_facts()] == ["why-outer", "why-inner"]


def test_a_parameter_that_is_a_word_is_no_number():
    with pytest.raises(TypeError, match="tie"):
        Terms(D(1), params={"tie": "K5"}).number("tie")
    assert Terms(D(1), params={"tie": None}).word("tie") == ""


def test_blocks_without_points_of_their_own_are_the_sum_of_what_is_inside():
    rules = scheme(
        indicator("K1", 30, group="inner"),
        indicator("K2", 20, group="held"),
        groups=(
            Group("outer", "O"),
            Group("inner", "I", parent="outer"),
            Group("held", "H", D(20), parent="outer"),
        ),
    )
    result = score(book(rules, units("A"), {("K1", "A"): 50, ("K2", "A"): 100}), SEPTEMBER)
    own = result.units["A"]

    assert own.blocks["outer"].points == 50
    assert own.blocks["outer"].rate == D("0.7")
    assert len(own.indicators) == 2
    assert own.indicators != {}
    assert (
        own.indicators
        == score(book(rules, units("A"), {("K1", "A"): 50, ("K2", "A"): 100}), SEPTEMBER)
        .units["A"]
        .indicators
    )


def test_a_book_answers_missing_for_what_it_does_not_hold():
    held = book(scheme(indicator("K1")), units("A"), {})

    assert held.entry(SEPTEMBER, "K1", "A") == Missing()
    assert list(CAUSES) == ["corrections", "rules", "own", "others"]
