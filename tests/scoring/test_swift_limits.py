"""Where a column cannot be scored at once the rules score it, and what is in doubt they settle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_cast import SEPTEMBER, D, indicator, scheme
from test_swift_columns import both_ways

from scoring.engine import score
from scoring.figure_table import AnswerColumn, FigureTable
from scoring.model import Book, Group, Indicator, Missing, Period, Reported, Target, Unit

DECEMBER = Period(2013, 12)


def column(how, figures, *, targets=None, period=SEPTEMBER, **others):
    """Return the book of one indicator; a figure is a number, a pair with its base, or nothing."""
    cast = tuple(Unit(f"U{at}", "U") for at in range(len(figures)))
    answers = {}
    for unit, figure in zip(cast, figures, strict=True):
        value, base = figure if isinstance(figure, tuple) else (figure, None)
        if value is not None:
            answers["K", unit.code] = Reported(D(value), None if base is None else D(base))
    held = {
        ("K", unit.code): Target("K", unit.code, None if base is None else D(base), D(goal))
        for unit, (base, goal) in zip(cast, targets or (), strict=False)
    }
    rules = scheme(indicator("K", how=how, **others))
    return Book(rules, cast, held, {period: answers})


LONG = "0.000000000001"  # As many decimals as a column holds.
LEFT_TO_THE_RULES = {
    "a bound with more decimals than the figures can bear": column(
        "efficacy", [9000, 5000, 1], best=D(LONG)
    ),
    "a best ratio beside such a bound": column("best_ratio", [9000, 5000, 1], best=D(LONG)),
    "steps that are not whole": column("rank_step(step_pct=2.5)", [3, 2, 1]),
    "ranks between ends of their own": column("rank_linear(max=90,min=60)", [3, 2, 1]),
    "figures that grew almost alike": column(
        "growth", [("100.000001", 50), (100, 50), (100, 50), (100, 50)]
    ),
    "bases with more decimals than the figures can bear": column(
        "growth", [(90000, LONG), (80000, LONG), (70000, LONG)]
    ),
    "targets with more decimals than the figures can bear": column(
        "completion", [90000, 80000], targets=[(None, LONG), (None, 5)]
    ),
    "targets too long beside their plan": column(
        "progress", [4 * 10**14, 1], targets=[(None, 4 * 10**14), (None, 2)]
    ),
    "a mark with more decimals than the figures": column("rating100(full=4.5)", [4, 3]),
    "a deduction from more decimals than the figures": column("deduct(full=9.5)", [4, 3]),
    "last year's figures that do not fit beside its whole": column(
        "growth",
        [(5, 90000), (5, None)],
        targets=[(3, 9), (LONG, 9)],
        period=DECEMBER,
    ),
}


@pytest.mark.parametrize("what", LEFT_TO_THE_RULES)
def test_what_a_column_cannot_hold_is_left_to_the_rules(what):
    swift, slow = both_ways(LEFT_TO_THE_RULES[what])
    assert swift is None
    assert any(each.score is not None for each in slow.values())


def test_a_plan_too_long_for_a_column_is_left_to_the_rules():
    book = column("progress", [60, 30], targets=[(None, 100), (None, 50)])
    short = replace(book, seasonality={"K": tuple(D("8.25") * n for n in range(1, 13))})
    long = replace(
        book, seasonality={"K": tuple(D("0.0000000000001") + 8 * n for n in range(1, 13))}
    )

    swift, slow = both_ways(short)
    assert swift is not None
    assert list(swift.scores) == list(slow.scores)
    assert both_ways(long)[0] is None
    assert [each.score for each in both_ways(long)[1].values()] == [D("83.33")] * 2


def test_a_growth_on_the_edge_of_a_digit_is_settled_by_the_rule():
    # The middle one is an eighth of the way between the others: 12.5 of 100 points.
    figures = [(108, 100), (101, 100), (100, 100), (100, 100)]
    book = column("growth(base=0,span=100)", figures)
    swift, slow = both_ways(replace(book, scheme=replace(book.scheme, indicator_places=0)))

    assert swift is not None
    assert list(swift.scores) == list(slow.scores) == [100, 13, 0, 0]


def test_a_part_that_brings_nothing_counts_as_nothing_on_the_edge_of_a_digit():
    # Behind one of eight is 12.5 of 100, half of it 6.25; the figure below zero reaches no target.
    book = column(
        "completion:50|percentile:50",
        [-1, -2, *range(1, 8)],
        targets=[(None, 10)] * 9,
    )
    swift, slow = both_ways(replace(book, scheme=replace(book.scheme, indicator_places=1)))

    assert swift is not None
    assert list(swift.scores) == list(slow.scores)
    assert swift["U0"].score == D("6.3")


def test_a_part_without_an_answer_leaves_its_share_on_the_edge_of_a_digit():
    book = column("rating100:50|completion:50", ["12.5", "12.5"], targets=[(None, 10)])
    swift, slow = both_ways(replace(book, scheme=replace(book.scheme, indicator_places=0)))

    assert swift is not None
    assert list(swift.scores) == list(slow.scores) == [56, 13]  # (12.5 + 100) / 2, and 12.5 alone.


def test_an_indicator_for_some_units_is_read_out_of_everybodys_columns():
    cast = tuple(Unit(f"U{at}", "U", category="xy"[at % 2]) for at in range(6))
    of_all = Indicator("A", "A", "all", weight=D(40), method="rating100")
    of_some = replace(
        of_all, code="S", weight=D(60), method="completion", applies_to=frozenset({"y"})
    )
    answers = {
        (code, unit.code): Reported(D(10 + 7 * at), D(at))
        for code in "AS"
        for at, unit in enumerate(cast)
    }
    answers["S", "U3"] = Missing()
    columns = {code: AnswerColumn.of(answers[code, unit.code] for unit in cast) for code in "AS"}
    targets = {("S", unit.code): Target("S", unit.code, None, D(50)) for unit in cast}
    rules = scheme(of_all, of_some, groups=(Group("all", "All", D(100), weights="relative"),))
    held = Book(rules, cast, targets, {SEPTEMBER: answers})

    plain = score(held, SEPTEMBER)
    packed = score(replace(held, entries={SEPTEMBER: FigureTable(cast, columns)}), SEPTEMBER)

    assert list(packed.columns["S"]) == ["U1", "U3", "U5"]
    for code in "AS":
        assert list(packed.columns[code].scores) == list(plain.columns[code].scores)
        assert packed.columns[code].states == plain.columns[code].states
    assert packed.columns["S"]["U5"].score == D("54.00")  # 45 of 50.
