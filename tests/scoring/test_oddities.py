"""Every planted error of the demo year is asked about, and what is ordinary is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.oddities import CellFacts, Earlier, column_oddities, oddities
from scoring.own_history import increments, median, modified_z, paces
from scoring.periods import Period


def _d(number):
    return None if number is None else Decimal(number)


def _cell(month, values, bases=None, *, kind="cumulative", measure="亿元", **facts):
    """The last of *values* is the figure of *month*; the others are those before it."""
    bases = bases or [None] * len(values)
    months = range(month - len(values) + 1, month + 1)
    rows = [Earlier(m, Decimal(v), _d(b)) for m, v, b in zip(months, values, bases, strict=True)]
    told = {name: _d(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return CellFacts(
        "K09",
        "T05",
        Period(2013, month),
        kind,
        measure,
        rows[-1].value,
        rows[-1].base,
        earlier=tuple(rows[:-1]),
        **told,
    )


def _kinds(cell):
    return [oddity.kind for oddity in oddities(cell)]


FENGHUANG_FDI = ["0.0207", "0.0407", "0.0815", "0.116", "1.4929", "0.2018", "0.2265"]
FENGHUANG_FDI_BASE = ["0.0198", "0.0393", "0.0783", "0.1108", "0.1462", "0.1945", "0.221"]
NANFENG_REVENUE = ["0.76", "1.31", "1.93", "2.65", "3.28", "42149", "4.72", "5.55"]
NANFENG_REVENUE_BASE = ["0.72", "1.22", "1.87", "2.53", "3.2", "3.96", "4.54", "5.14"]
TANGQIAO_INVESTMENT = ["4.64", "10.17", "15.35", "21.69", "29.67", "29.61", "41.24"]
TANGQIAO_INVESTMENT_BASE = ["4.14", "8.98", "13.86", "20.06", "27.14", "32.45", "37.36"]


def test_a_decimal_slip_suggests_the_figure_that_was_meant():
    (oddity,) = oddities(_cell(5, FENGHUANG_FDI[:5], FENGHUANG_FDI_BASE[:5], measure="亿美元"))
    assert oddity.kind == "unit-slip"
    assert oddity.needs_reason
    assert oddity.value("meant") == Decimal("0.14929")
    assert oddity.value("factor") == 10
    assert round(oddity.value("growth_pct")) == 921
    assert round(oddity.value("times")) == 13


def test_wan_typed_for_yi_is_recognised():
    (oddity,) = oddities(_cell(6, NANFENG_REVENUE[:6], NANFENG_REVENUE_BASE[:6]))
    assert oddity.kind == "unit-slip"
    assert (oddity.value("meant"), oddity.value("factor")) == (Decimal("4.2149"), 10_000)


@pytest.mark.parametrize("has_base", [True, False])
@pytest.mark.parametrize(
    ("values", "bases", "month"),
    [
        (FENGHUANG_FDI[:6], FENGHUANG_FDI_BASE[:6], 6),
        (NANFENG_REVENUE[:7], NANFENG_REVENUE_BASE[:7], 7),
    ],
)
def test_the_right_figure_after_a_slip_falls_and_points_to_the_one_before(
    values, bases, month, has_base
):
    (oddity,) = oddities(_cell(month, values, bases if has_base else None))
    assert oddity.kind == "fell"
    assert oddity.value("doubtful") == "last"


def test_a_running_total_below_last_months_is_asked_about():
    (oddity,) = oddities(_cell(7, TANGQIAO_INVESTMENT[:6], TANGQIAO_INVESTMENT_BASE[:6]))
    assert oddity.kind == "fell"
    assert oddity.needs_reason
    assert oddity.value("doubtful") == "this"
    assert oddity.value("change") == Decimal("-0.06")


def test_a_negative_base_is_a_notice_that_needs_no_reason():
    cell = _cell(3, ["0.0117", "0.0242", "0.0468"], ["0.0124", "0.0243", "-0.02"])
    (oddity,) = oddities(cell)
    assert (oddity.kind, oddity.needs_reason) == ("negative-base", False)


def test_a_zero_base_is_a_notice_that_needs_no_reason():
    cell = _cell(4, ["0.03", "0.06", "0.12", "0.16"], ["0.03", "0.05", "0.1", "0"])
    (oddity,) = oddities(cell)
    assert (oddity.kind, oddity.needs_reason) == ("zero-base", False)


ORDINARY = [
    (
        ["3.79", "6.65", "10.09", "13.17", "17.24", "20.94"],
        ["3.75", "6.24", "9.67", "12.97", "16.71", "20.7"],
    ),
    (
        ["5.91", "12.36", "19.36", "27.49", "38.04", "44.41"],
        ["5.55", "12.23", "18.22", "26.16", "36.05", "43.03"],
    ),
    (["0.05", "0.08", "0.16"], ["0.04", "0.07", "0.14"]),
]


@pytest.mark.parametrize(("values", "bases"), ORDINARY)
def test_an_ordinary_year_raises_no_question(values, bases):
    start = 1 if len(values) < 6 else 2
    for count in range(1, len(values) + 1):
        assert _kinds(_cell(start + count - 1, values[:count], bases[:count])) == []


@pytest.mark.parametrize(
    ("power", "factor"), [(1, 10), (2, 100), (3, 1000), (4, 10_000), (8, 10**8)]
)
def test_every_usual_slip_is_recognised_in_both_directions(power, factor):
    for direction in (1, -1):
        typed = Decimal("13.17").scaleb(power * direction)
        cell = _cell(4, ["3.79", "6.65", "10.09", str(typed)], ["3.75", "6.24", "9.67", "12.97"])
        (oddity,) = oddities(cell)
        assert oddity.kind == "unit-slip"
        assert oddity.value("meant") == Decimal("13.17")
        assert oddity.value("factor") == factor


def test_a_first_figure_is_judged_by_last_year_or_by_the_target():
    assert _kinds(_cell(1, ["379"], ["3.75"])) == ["unit-slip"]
    assert _kinds(_cell(1, ["37900"], target="43.74")) == ["unit-slip"]
    assert _kinds(_cell(1, ["3.79"], target="43.74")) == []


def test_a_few_cases_more_are_not_a_decimal_slip():
    assert "unit-slip" not in _kinds(_cell(2, ["1", "10"], measure="件"))


def test_one_months_figure_in_place_of_the_running_total_is_recognised():
    (oddity,) = oddities(
        _cell(
            5,
            ["3.79", "6.65", "10.09", "13.17", "4.07"],
            ["3.75", "6.24", "9.67", "12.97", "16.71"],
        )
    )
    assert oddity.kind == "monthly-figure"
    assert oddity.value("last") == Decimal("13.17")
    assert oddity.value("last_month") == 4
    without_base = _cell(5, ["3.79", "6.65", "10.09", "13.17", "4.07"])
    assert _kinds(without_base) == ["monthly-figure"]
    february = _cell(2, ["3.79", "2.86"], ["3.75", "6.24"])
    assert _kinds(february) == ["monthly-figure"]


def test_a_month_unlike_the_units_own_year_is_an_outlier():
    values = ["4.64", "10.17", "15.35", "21.69", "29.67", "46.61"]
    bases = ["4.14", "8.98", "13.86", "20.06", "27.14", "32.45"]
    (oddity,) = oddities(_cell(7, values, bases))
    assert oddity.kind == "outlier"
    assert oddity.value("z") > Decimal("3.5")
    assert oddity.value("moved") == Decimal("16.94")


def test_a_month_without_any_increment_is_told_the_usual_one():
    values = ["4.64", "10.17", "15.35", "21.69", "29.67", "29.67"]
    bases = ["4.14", "8.98", "13.86", "20.06", "27.14", "32.45"]
    odd = next(each for each in oddities(_cell(6, values, bases)) if each.kind == "outlier")
    assert odd.value("moved") == 0
    assert 5 < odd.value("usual") < 6


def test_the_peak_of_a_season_is_no_outlier_if_last_year_had_it_too():
    values = ["2", "4", "6", "8", "10", "20"]
    assert _kinds(_cell(6, values, [str(Decimal(v) * Decimal("0.9")) for v in values])) == []
    assert _kinds(_cell(6, values)) == ["outlier"]


def test_a_level_is_judged_by_its_own_earlier_levels():
    levels = ["88.4", "88.1", "88.7", "87.8", "62.5"]
    assert _kinds(_cell(5, levels, kind="level", measure="%")) == ["outlier"]
    assert _kinds(_cell(5, [*levels[:4], "86.9"], kind="level", measure="%")) == []
    assert _kinds(_cell(4, levels[1:4] + levels[4:], kind="level", measure="%")) == []


@pytest.mark.parametrize(
    ("value", "kind", "facts", "side"),
    [
        ("100.1", "level", {}, "above"),
        ("-0.1", "level", {}, "below"),
        ("-3", "cumulative_pct", {}, "below"),
        ("4", "level", {"accepted": (Decimal(5), None)}, "below"),
        ("16", "level", {"accepted": (None, Decimal(15))}, "above"),
        ("104", "cumulative_pct", {}, None),
        ("100", "level", {}, None),
        ("-3", "level", {"accepted": (Decimal(-5), Decimal(5))}, None),
    ],
)
def test_a_share_stays_between_its_bounds(value, kind, facts, side):
    found = oddities(_cell(9, [value], kind=kind, measure="%", **facts))
    assert [o.kind for o in found] == ([] if side is None else ["out-of-range"])
    assert all(o.value("side") == side for o in found)


@pytest.mark.parametrize(
    ("growth", "asked"),
    [("8.2", False), ("8.7", False), ("8.71", True), ("-8.2", True), (None, False)],
)
def test_a_stated_growth_may_differ_by_half_a_point(growth, asked):
    kinds = _kinds(_cell(1, ["108.2"], ["100"], growth=growth))
    assert kinds == (["growth-differs"] if asked else [])


def test_the_growth_of_a_share_is_in_points():
    cell = _cell(1, ["88.2"], ["87.5"], kind="level", measure="%", growth="0.7")
    assert _kinds(cell) == []
    wrong = _cell(1, ["88.2"], ["87.5"], kind="level", measure="%", growth="8")
    (oddity,) = oddities(wrong)
    assert (oddity.value("growth_pct"), oddity.value("of")) == (Decimal("0.7"), "points")


@pytest.mark.parametrize(("value", "asked"), [("200", False), ("200.1", True)])
def test_more_than_doubling_is_asked_about(value, asked):
    assert _kinds(_cell(1, [value], ["100"])) == (["year-on-year"] if asked else [])


@pytest.mark.parametrize(
    ("month", "value", "asked"), [(5, "151", True), (5, "150", False), (6, "151", False)]
)
def test_a_target_is_rarely_met_half_over_before_june(month, value, asked):
    cell = _cell(month, [value], ["140"], target="100")
    assert _kinds(cell) == (["far-ahead"] if asked else [])


@pytest.mark.parametrize(
    ("base", "filed", "asked"),
    [("100", "100.5", False), ("100", "101", True), ("100", "99", True), ("0", "5", True)],
)
def test_a_base_that_changed_since_last_year_is_asked_about(base, filed, asked):
    kinds = _kinds(_cell(1, ["104"], [base], filed_last_year=filed))
    assert ("base-changed" in kinds) == asked


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        (["1.55", "3.55", "5.55"], True),
        (["1.55", "3.55", "5.54"], False),
        (["88.55", "88.55", "88.55"], False),
        (["100", "200", "300"], False),
        (["1.5", "2.5", "3.5"], False),
    ],
)
def test_the_same_last_digits_three_times_are_asked_about(values, asked):
    kinds = _kinds(_cell(3, values, kind="level", measure="分"))
    assert ("same-digits" in kinds) == asked


def _column(*values, target="100", kind="cumulative", measure="亿元"):
    return [_cell(9, [value], target=target, kind=kind, measure=measure) for value in values]


def test_a_column_in_which_all_meet_their_target_exactly_is_asked_about():
    assert [o.kind for o in column_oddities(_column(*["100"] * 10))] == ["all-exactly-met"]
    assert column_oddities(_column(*["100"] * 9, "100.1")) == ()
    assert column_oddities(_column("100", "100")) == ()
    shares = _column("100", "100.0", "100", target=None, kind="level", measure="%")
    assert [o.kind for o in column_oddities(shares)] == ["all-exactly-met"]


def test_units_that_do_not_add_up_to_the_stated_total_are_asked_about():
    column = _column("1.11", "2.22", "3.33")
    (oddity,) = column_oddities(column, stated_total=Decimal("6.76"))
    assert oddity.kind == "total-differs"
    assert oddity.value("difference") == Decimal("-0.10")


@pytest.mark.parametrize("stated", ["6.66", "6.67", "6.65", "6.7", "7"])
def test_honest_rounding_is_not_a_difference(stated):
    assert column_oddities(_column("1.11", "2.22", "3.33"), stated_total=Decimal(stated)) == ()


def test_a_total_may_hold_more_than_the_units_within_its_band():
    column = _column("1.11", "2.22", "3.33")
    assert column_oddities(column, stated_total=Decimal("7.00"), band_pct=Decimal(5)) == ()
    assert column_oddities(column, stated_total=Decimal("9.00"), is_complete=False) == ()
    assert column_oddities(column, stated_total=Decimal("6.00"), is_complete=False) != ()


def test_shares_never_add_up():
    column = _column("88.1", "87.2", "90.3", kind="level", measure="%")
    assert column_oddities(column, stated_total=Decimal("88.5")) == ()


def test_fewer_than_four_points_are_no_history():
    assert modified_z([Decimal(1)] * 3, Decimal(9), Decimal("0.1")) is None
    assert modified_z([Decimal(0)] * 4, Decimal(9), Decimal("0.1")) is None


def test_the_pieces_of_the_statistic():
    assert median([Decimal(3), Decimal(1), Decimal(2)]) == 2
    assert median([Decimal(4), Decimal(1), Decimal(2), Decimal(3)]) == Decimal("2.5")
    assert increments([2, 3, 6], [Decimal(6), Decimal(10), Decimal(16)]) == [3, 4, 2]
    assert paces([Decimal(3), Decimal(4)], [Decimal(2), Decimal(-1)]) == [Decimal("1.5"), None]


amounts = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
shares = st.one_of(st.none(), amounts)


@given(
    st.lists(amounts, min_size=1, max_size=9),
    st.lists(shares, min_size=9, max_size=9),
    shares,
    shares,
    shares,
    st.sampled_from(["cumulative", "cumulative_pct", "level"]),
    st.sampled_from(["%", "亿元", "件", "百分点"]),
)
def test_any_figures_can_be_asked_about(values, bases, growth, target, filed, kind, measure):
    cell = _cell(
        len(values),
        values,
        bases[: len(values)],
        kind=kind,
        measure=measure,
        growth=growth,
        target=target,
        filed_last_year=filed,
    )
    kinds = _kinds(cell)
    assert not {"unit-slip", "outlier"} <= set(kinds)
    assert not {"fell", "monthly-figure"} <= set(kinds)
    column_oddities([cell] * 3, stated_total=target)


@given(st.lists(amounts, min_size=4, max_size=12), amounts)
def test_the_middle_of_a_history_is_never_far_from_it(history, shift):
    assert modified_z(history, median(history), Decimal("0.1")) in {None, 0}
    z = modified_z(history, shift, Decimal("0.1"))
    if z is not None:
        assert (z > 0) == (shift > median(history)) or z == 0


def test_whole_amounts_of_money_may_slip_by_one_digit_too():
    assert _kinds(_cell(9, ["15", "170"], measure="亿元", target="24")) == ["unit-slip"]


def test_two_cases_after_twenty_are_no_slip():
    assert "unit-slip" not in _kinds(_cell(9, ["2", "20"], measure="件", target="24"))
