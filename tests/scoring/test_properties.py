"""What holds for every city, whatever its figures."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal, localcontext

from city_strategies import SEPTEMBER, answers, books, numbers, positive
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rule_cast import book, indicator, points_of, scheme, units

from scoring.change import Known, change
from scoring.engine import rescore, score
from scoring.explain import tell_score
from scoring.facts import Facts
from scoring.method_text import method
from scoring.model import LedgerEntry
from scoring.ranking import ranking
from scoring.rounding import EXACT, apportioned, rounded
from scoring.what_if import changed

few = settings(max_examples=20, deadline=None)
many = settings(max_examples=80, deadline=None)


def brief(result):
    return {
        code: (unit.score, unit.exact, unit.coverage, result.place(code), unit.indicators)
        for code, unit in result.units.items()
    }


@many
@given(books(), st.data())
def test_recomputing_what_a_reading_touches_gives_what_computing_everything_gives(city, data):
    result = score(city, SEPTEMBER)
    for _ in range(data.draw(st.integers(1, 3))):
        code = data.draw(st.sampled_from([each.code for each in city.scheme.indicators]))
        unit = data.draw(st.sampled_from([each.code for each in city.units]))
        city = changed(city, SEPTEMBER, {(code, unit): data.draw(answers)})
        if data.draw(st.booleans()):
            result = rescore(city, result, cells=[(code, unit)])
        else:
            result = rescore(city, result, indicators=[code])
        fresh = score(city, SEPTEMBER)

        assert result.units == fresh.units
        assert result.rankings == fresh.rankings
        assert list(result.rankings) == list(fresh.rankings)


@few
@given(books(), st.integers(0, 9))
def test_recomputing_a_units_ledger_gives_what_computing_everything_gives(city, points):
    result = score(city, SEPTEMBER)
    unit = city.units[0].code
    entry = LedgerEntry(unit, "X", Decimal(-points), SEPTEMBER.start_on, "deduction")
    city = replace(city, ledger=(*city.ledger, entry))
    again = rescore(city, result, units=[unit])
    fresh = score(city, SEPTEMBER)

    assert (again.units, again.rankings) == (fresh.units, fresh.rankings)


@few
@given(books())
def test_points_stay_between_nothing_and_the_cap(city):
    for unit in score(city, SEPTEMBER).units.values():
        for code, each in unit.indicators.items():
            rule = city.indicator_by_code[code]
            most = each.points * (rule.cap_pct or Decimal(100)) / 100
            if each.score is not None and "progressive" not in rule.method:
                assert 0 <= each.score <= max(most, each.points)
        assert 0 <= unit.coverage <= 1


@few
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_units_and_indicators_changes_nothing(city, dice: random.Random):
    units, rules = list(city.units), list(city.scheme.indicators)
    dice.shuffle(units)
    dice.shuffle(rules)
    shuffled = replace(
        city, units=tuple(units), scheme=replace(city.scheme, indicators=tuple(rules))
    )
    first, second = score(city, SEPTEMBER), score(shuffled, SEPTEMBER)

    for code, unit in first.units.items():
        assert unit.score == second.units[code].score
        assert first.place(code) == second.place(code)


@few
@given(books())
def test_what_the_indicators_bring_adds_up_to_the_published_score(city):
    result = score(city, SEPTEMBER)
    for code, unit in result.units.items():
        told = tell_score(result, code)
        assert (told is None) == (unit.score is None)
        if told is not None:
            total = sum((line.amount for line in told.lines), told.bonus - told.deduction)
            assert total == unit.score


@few
@given(books())
def test_a_change_adds_up_exactly_and_so_does_what_is_printed(city):
    before, after = (score(city, period) for period in (SEPTEMBER.previous, SEPTEMBER))
    for code in after.units:
        told = change(Known(city, before), Known(city, after), code)
        if told is None:
            continue
        assert sum(told.points.values()) == told.after - told.before
        with localcontext(EXACT):
            exact = sum(sum(items.values()) for items in told.items.values())
            expected = after.units[code].exact - before.units[code].exact
            assert abs(exact - expected) < Decimal("1e-30")


@few
@given(books())
def test_a_score_in_the_ranking_is_the_units_own(city):
    result = score(city, SEPTEMBER)

    for code, unit in result.units.items():
        line = result.standings.get(code)
        assert (None if line is None else line.score) == unit.score


@few
@given(books())
def test_places_are_whole_and_follow_the_published_scores(city):
    result = score(replace(city, scheme=replace(city.scheme, tie_break=())), SEPTEMBER)
    for lines in result.rankings.values():
        for line in lines:
            assert line.place == 1 + sum(other.score > line.score for other in lines)
            assert line.is_tied == (sum(other.score == line.score for other in lines) > 1)


MONOTONE = [
    "progress",
    "completion",
    "attain",
    "reduction",
    "growth",
    "growth_vs_city",
    "contribution",
    "efficacy",
    "percentile",
    "rank_step",
    "best_ratio",
    "rating100",
]


@few
@given(
    st.sampled_from(MONOTONE),
    st.lists(st.tuples(positive, positive), min_size=3, max_size=5),
    positive,
)
def test_more_of_what_is_good_never_earns_less(how, figures, more):
    peers = [
        Facts(f"U{n}", value, base=base, target=Decimal(50), year_base=Decimal(20))
        for n, (value, base) in enumerate(figures)
    ]
    own, *others = peers
    better = replace(own, value=own.value + more)
    if how == "contribution":
        # Beside shrinking peers a part of the whole means little: it may exceed the whole.
        assume(own.value > own.base)
        assume(sum(other.value - other.base for other in others) >= 0)

    assert points_of(how, better, *others) >= points_of(how, own, *others)


SCALABLE = ["progress", "path", "growth", "growth_target", "contribution", "efficacy", "best_ratio"]


@few
@given(
    st.sampled_from(SCALABLE),
    st.lists(st.tuples(numbers, positive), min_size=3, max_size=5),
    st.sampled_from(["0.0001", "10", "10000"]),
)
def test_measuring_in_another_unit_changes_nothing(how, figures, factor):
    scale = Decimal(factor)

    def cast(by: Decimal):
        with localcontext(EXACT):
            return [
                Facts(f"U{n}", value * by, base * by, None, 50 * by, 20 * by, Decimal(75))
                for n, (value, base) in enumerate(figures)
            ]

    assert points_of(how, *cast(Decimal(1)), places=9) == points_of(how, *cast(scale), places=9)


@few
@given(st.lists(numbers, min_size=2, max_size=6), numbers)
def test_under_fixed_bounds_one_more_unit_changes_nobody(values, another):
    rules = scheme(
        indicator("K1", how="efficacy(base=0,span=100)", best=Decimal(150), worst=Decimal(-9))
    )
    codes = [f"U{n}" for n in range(len(values))]
    figures = {("K1", code): value for code, value in zip(codes, values, strict=True)}
    without = score(book(rules, units(*codes), figures), SEPTEMBER)
    figures["K1", "new"] = another
    with_it = score(book(rules, units(*codes, "new"), figures), SEPTEMBER)

    for code in codes:
        assert without.units[code].score == with_it.units[code].score


@few
@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.decimals(-50, 50, places=4), min_size=1),
    st.integers(0, 3),
)
def test_parts_rounded_together_add_up_to_the_rounded_whole(parts, places):
    total = rounded(sum(parts.values(), Decimal(0)), places)
    cut = apportioned(parts, places, total)

    assert sum(cut.values()) == total
    assert all(abs(cut[name] - part) < Decimal(10) ** -places for name, part in parts.items())


@few
@given(
    st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 5), min_size=1), st.integers(0, 4)
)
def test_the_bottom_takes_everyone_tied_at_its_edge_and_nobody_above(scores, bottom):
    keys = {unit: (Decimal(score),) for unit, score in scores.items()}
    flagged = {line.unit for line in ranking(keys, bottom=bottom, bottom_above=2) if line.is_bottom}

    assert len(flagged) >= (bottom if len(keys) > 2 and bottom <= len(keys) else 0)
    if flagged:
        edge = max(scores[unit] for unit in flagged)
        assert flagged == {unit for unit, score in scores.items() if score <= edge}
        assert sum(score < edge for score in scores.values()) < bottom


def test_the_methods_drawn_are_methods():
    for how in (*MONOTONE, *SCALABLE):
        assert method(how).parts[0].name == how
