"""The ranking of very many units at once is the engine's own, digit for digit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_cast import SEPTEMBER, D, indicator, scheme

from scoring.engine import score
from scoring.fast import NotPlainError, prepare
from scoring.model import Book, Group, Reported, Unit


@st.composite
def plain_cities(draw):
    rules = tuple(
        indicator(
            f"K{number}",
            draw(st.integers(1, 40)),
            draw(
                st.sampled_from(
                    ["efficacy", "efficacy(base=0,span=100)", "efficacy(base=7,span=3)"]
                )
            ),
            direction=draw(st.sampled_from(["up", "down"])),
        )
        for number in range(draw(st.integers(1, 4)))
    )
    units = tuple(
        Unit(f"U{number}", "U", category=draw(st.sampled_from("xyz")))
        for number in range(draw(st.integers(1, 9)))
    )
    size = st.integers(-3, 3) if draw(st.booleans()) else st.integers(-(10**6), 10**6)
    cells = [[draw(st.none() | size) for _ in units] for _ in rules]
    return scheme(*rules), units, cells


@settings(max_examples=40, deadline=None)
@given(plain_cities(), st.booleans())
def test_fast_scores_and_places_are_the_engines(city, whole):
    rules, units, cells = city
    cells = [[value or 0 if whole else value for value in row] for row in cells]
    entries = {
        (rule.code, unit.code): Reported(Decimal(value).scaleb(-2))
        for rule, row in zip(rules.indicators, cells, strict=True)
        for unit, value in zip(units, row, strict=True)
        if value is not None
    }
    slow = score(Book(rules, units, entries={SEPTEMBER: entries}), SEPTEMBER)
    figures = np.array([[value or 0 for value in row] for row in cells], np.int64)
    there = np.array([[value is not None for value in row] for row in cells], np.bool_)
    fast = prepare(rules, [unit.category for unit in units]).ranking(
        figures, None if whole else there
    )

    for at, unit in enumerate(units):
        own = slow.units[unit.code].score
        assert fast.places[at] == (slow.place(unit.code) or 0)
        if own is not None:
            assert Decimal(int(fast.scores[at])).scaleb(-2) == own


PLAIN = scheme(indicator("K1", how="efficacy"))


@pytest.mark.parametrize(
    "rules",
    [
        replace(PLAIN, tie_break=("K1",)),
        replace(PLAIN, rank_on="exact"),
        replace(PLAIN, groups=(Group("all", "A", D(100), weights="relative"),)),
        replace(PLAIN, full_points=D(90)),
        scheme(indicator("K1", how="growth")),
        scheme(indicator("K1", how="efficacy(log=1)")),
        scheme(indicator("K1", how="efficacy(cap=90)")),
        scheme(indicator("K1", how="efficacy(base=80,span=40)")),
        scheme(indicator("K1", how="efficacy(base=0.5)")),
        scheme(indicator("K1", how="efficacy:50|growth:50")),
        scheme(indicator("K1", how="efficacy", missing="zero")),
        scheme(indicator("K1", how="efficacy", frequency="yearly")),
        scheme(indicator("K1", how="efficacy", best=D(1), worst=D(0))),
        scheme(indicator("K1", "0.001", how="efficacy")),
    ],
)
def test_what_is_not_plain_is_left_to_the_engine(rules):
    with pytest.raises(NotPlainError):
        prepare(rules, ["x"])


@pytest.mark.parametrize("figures", [[[0, 2**55]], [[2**60, 2**60]]])
def test_figures_beyond_64_bits_are_left_to_the_engine(figures):
    with pytest.raises(NotPlainError):
        prepare(PLAIN, ["x", "x"]).ranking(np.array(figures, np.int64))


def test_totals_beyond_64_bits_are_left_to_the_engine():
    rules = scheme(indicator("K1", 10**8, how="efficacy"), places=6, indicator_places=6)
    with pytest.raises(NotPlainError):
        prepare(rules, ["x", "x"]).ranking(np.array([[1, 2]], np.int64))
