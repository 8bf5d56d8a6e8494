"""Indices like the published ones come out to the digit, every score and place of them.

Shapes after COINr's ASEM example (51 × 49, four levels), the SDG index (166 units, parts missing)
and CDC/ATSDR's social vulnerability index (percentile ranks to four places, heavy ties).
"""

from __future__ import annotations

import argparse
import json
from fractions import Fraction

import pytest
from plain_composites import (
    averaged,
    between_extremes,
    connectivity_like,
    goals_like,
    half_up,
    percentile_marks,
    places_of,
    vulnerability_like,
)

from bot.score_command import add_arguments, run

MIN_MAX = "efficacy(base=0,span=100)"
BLANKS = ["不适用", ""]


def ranked(capsys, folder):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args([str(folder), "--json"])) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    return group["ranking"]


def assert_same(ranking, expected, places):
    published = {unit: half_up(score, places) for unit, score in expected.items()}
    assert {each["unit"]: Fraction(each["score"]) for each in ranking} == published
    assert {each["unit"]: int(each["place"]) for each in ranking} == places_of(published)


@pytest.mark.parametrize("seed", [7, pytest.param(8, marks=pytest.mark.slow)])
@pytest.mark.parametrize("blank", BLANKS)
def test_min_max_with_observed_goalposts_and_nested_means_over_what_there_is(
    tmp_path, capsys, seed, blank
):
    composite = connectivity_like(seed, blanks=0.06)
    folder = composite.write(tmp_path, method=MIN_MAX, full=100, places=2, blank=blank)
    expected = averaged(composite, between_extremes(composite))

    assert_same(
        ranked(capsys, folder), {unit: mark * 100 for unit, mark in expected.items()}, places=2
    )


@pytest.mark.parametrize("count", [25, pytest.param(166, marks=pytest.mark.slow)])
@pytest.mark.parametrize("blank", BLANKS)
def test_fixed_goalposts_and_a_mean_over_the_goals_a_unit_has(tmp_path, capsys, count, blank):
    composite = goals_like(1, count, blanks=0.12)
    folder = composite.write(tmp_path, method=MIN_MAX, full=100, places=2, blank=blank)
    expected = averaged(composite, between_extremes(composite))

    assert_same(
        ranked(capsys, folder), {unit: mark * 100 for unit, mark in expected.items()}, places=2
    )


@pytest.mark.parametrize("count", [120, pytest.param(3142, marks=pytest.mark.slow)])
def test_percentile_ranks_with_heavy_ties_summed_by_theme_and_ranked_again(tmp_path, capsys, count):
    composite = vulnerability_like(2018, count)
    folder = composite.write(tmp_path, method="percentile", full=15, places=4)
    marks = percentile_marks(composite, 4)
    ranking = ranked(capsys, folder)
    sums = {
        unit: sum(marks[each.code, unit] for each in composite.measures) for unit in composite.units
    }

    for each in ranking:
        for own in each["indicators"]:
            assert Fraction(own["score"]) == marks[own["indicator"], each["unit"]]
    assert_same(ranking, sums, places=4)
    assert len(set(sums.values())) < len(sums)
