"""What a card promises for a figure is what the engine gives once that figure is there."""

from decimal import Decimal
from pathlib import Path

import pytest
from rule_cast import SEPTEMBER, book, indicator, scheme, units

import bot
from scoring.engine import score
from scoring.gains import best_gains
from scoring.model import Reported
from scoring.what_if import changed
from storage.scheme_folder import read_scheme_folder

TOWNS = Path(bot.__path__[0]) / "demo" / "city" / "towns"
HALF = Decimal("0.5")


@pytest.fixture(scope="module")
def towns():
    return read_scheme_folder(TOWNS)


@pytest.fixture(scope="module")
def september(towns):
    return score(towns, SEPTEMBER)


@pytest.mark.parametrize("unit", ["T01", "T03", "T08"])
def test_every_gain_is_what_scoring_the_whole_city_anew_brings(towns, september, unit):
    gains = best_gains(towns, september, unit)
    assert len(gains) == 3
    for each in gains:
        with_it = changed(towns, SEPTEMBER, {(each.indicator, unit): Reported(each.needed)})
        after = score(with_it, SEPTEMBER)
        assert after.units[unit].score - september.units[unit].score == each.gain > 0
        if each.place_after is not None:
            assert after.place(unit) == each.place_after < september.place(unit)


def test_no_gain_asks_for_more_than_half_of_the_figure(towns, september):
    for unit in september.units:
        for each in best_gains(towns, september, unit):
            assert abs(each.more) <= abs(each.value) * HALF


def test_the_first_is_told_what_a_tenth_more_brings(september, towns):
    first = next(line.unit for line in september.standings.values() if line.place == 1)
    gains = best_gains(towns, september, first)
    assert gains
    assert all(each.place_after is None for each in gains)


def test_full_marks_nearer_than_a_tenth_are_where_the_advice_ends():
    rules = scheme(indicator("K1", how="completion"))
    held = book(
        rules,
        units("A", "B"),
        {("K1", "A"): "98.0", ("K1", "B"): "50.0"},
        targets={("K1", "A"): (None, 100), ("K1", "B"): (None, 100)},
    )
    (gain,) = best_gains(held, score(held, SEPTEMBER), "A")
    assert (gain.needed, gain.place_after) == (100, None)


def test_who_has_no_figure_and_no_score_is_promised_nothing():
    rules = scheme(indicator("K1", how="completion"))
    held = book(
        rules,
        units("A", "B"),
        {("K1", "A"): "98.0"},
        targets={("K1", "A"): (None, 100), ("K1", "B"): (None, 100)},
    )
    assert best_gains(held, score(held, SEPTEMBER), "B") == ()
