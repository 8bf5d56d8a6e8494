"""A target has a month and a moment: any question about it has one answer, told by plain search."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.change import Known, change
from scoring.engine import rescore, score
from scoring.model import Book, Group, Indicator, Period, Reported, Scheme, Target, Unit
from scoring.words import Words, changes

D = Decimal

UNITS = tuple(Unit(code, code, category="区镇") for code in "ABCD")
RULES = (
    Indicator("K1", "收入", "K", weight=D(60), method="progress:50|contribution:50"),
    Indicator("K2", "投资", "K", weight=D(40), method="progress", frequency="quarterly"),
)
SCHEME = Scheme(
    "S",
    "方案",
    year=2013,
    track="town",
    full_points=D(100),
    groups=(Group("K", "关键", points=D(100)),),
    indicators=RULES,
)
MONTHS = tuple(Period(2013, month) for month in range(1, 13))
FIRST = {
    (rule.code, unit.code): Target(rule.code, unit.code, D(50 + n), D(60 + n))
    for rule in RULES
    for n, unit in enumerate(UNITS)
}
BOOK = Book(
    SCHEME,
    UNITS,
    entries={
        month: {
            (rule.code, unit.code): Reported(D(n * 4 + month.month * 5), D(month.month * 4))
            for rule in RULES
            for n, unit in enumerate(UNITS)
        }
        for month in MONTHS
    },
)

months = st.sampled_from(MONTHS)
targets = st.builds(
    lambda cell, goal, since, number: Target(
        *cell, D(50), D(goal), since=since, document=f"第{number}号"
    ),
    st.sampled_from(sorted(FIRST)),
    st.integers(20, 120),
    months,
    st.integers(1, 9),
)
plans = st.tuples(
    months,
    st.lists(st.integers(1, 100), min_size=12, max_size=12).map(
        lambda shares: tuple(map(D, sorted(shares)))
    ),
)


def words_of(later, confirmed=()):
    said = {cell: (word,) for cell, word in FIRST.items()}
    for word in later:
        said[word.indicator, word.unit] += (word,)
    return Words(said, {"K1": tuple(confirmed)} if confirmed else {})


@settings(deadline=None)
@given(st.lists(targets, max_size=6))
def test_in_a_month_the_newest_word_that_counts_for_it_is_in_force(later):
    book = words_of(later).laid_in(BOOK)
    for cell, first in FIRST.items():
        for month in MONTHS:
            expected = first
            for word in later:
                if (word.indicator, word.unit) == cell and word.since <= month:
                    expected = word
            assert book.target(month, *cell) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(targets, max_size=5), st.lists(plans, max_size=2), months)
def test_newer_words_touch_the_months_they_count_for_and_no_other(later, confirmed, month):
    """Laying words over one by one equals computing from scratch, to the digit."""
    steps = [words_of(later[:n]) for n in range(len(later) + 1)]
    steps += [words_of(later, confirmed[: n + 1]) for n in range(len(confirmed))]
    result = score(steps[0].laid_in(BOOK), month)
    for before, after in pairwise(steps):
        found = changes(before, after)
        book = after.laid_in(BOOK)
        cells, codes = found.cells(month), found.indicators(month)
        fresh = score(book, month)
        if not cells and not codes:
            assert _points(fresh) == _points(result)
        result = rescore(book, result, cells=cells, indicators=codes)
        assert _points(result) == _points(fresh)
        assert result.rankings == fresh.rankings


@settings(max_examples=25, deadline=None)
@given(months, st.integers(61, 120))
def test_adjusting_back_restores_every_point(month, goal):
    there = Target("K1", "A", D(50), D(goal), since=MONTHS[3], document="第1号")
    back = replace(FIRST["K1", "A"], since=MONTHS[3], document="第2号")
    assert _points(score(words_of([there, back]).laid_in(BOOK), month)) == _points(
        score(words_of([]).laid_in(BOOK), month)
    )


def test_a_whole_years_word_takes_the_place_of_all_before_it():
    dated = Target("K1", "A", D(50), D(99), since=MONTHS[3], document="第1号")
    whole = Target("K1", "A", D(50), D(77))
    book = Words({("K1", "A"): (dated, whole)}).laid_in(BOOK)
    assert book.target(MONTHS[5], "K1", "A") == whole
    assert Words({("K1", "A"): (dated,)}).laid_in(BOOK).target(MONTHS[2], "K1", "A") is None


def test_a_whole_years_word_touches_every_month():
    found = changes(words_of([]), Words({**words_of([]).targets, ("K1", "A"): ()}))
    assert found.cells(MONTHS[0]) == {("K1", "A")}
    assert found.indicators(MONTHS[0]) == set()


def test_a_plan_counts_from_its_month_on():
    shares = tuple(D(each) for each in range(1, 13))
    book = words_of([], [(MONTHS[8], shares)]).laid_in(replace(BOOK, seasonality={"K1": (D(9),)}))
    assert book.shares(MONTHS[8], "K1") == shares
    assert book.shares(MONTHS[7], "K1") == (D(9),)
    assert book.shares(MONTHS[7], "K2") == ()


def test_an_adjusted_target_moves_the_unit_by_a_change_of_rules():
    higher = Target("K1", "A", D(50), D(120), since=MONTHS[8], document="第1号")
    book = words_of([higher], [(MONTHS[8], (D(50),) * 12)]).laid_in(BOOK)
    old, new = (Known(book, score(book, month)) for month in MONTHS[7:9])
    told = change(old, new, "A")
    assert told is not None
    assert told.points["rules"] != 0
    assert told.points["corrections"] == 0
    assert sum(told.points.values()) == told.after - told.before


def _points(result):
    return {
        (code, unit): (each.score, each.state)
        for code, column in result.columns.items()
        for unit, each in column.items()
    }
