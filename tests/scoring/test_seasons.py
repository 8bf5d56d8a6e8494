"""序时计划 from last years: shares of full years, their mean, never falling, ending at 100 %."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.model import Indicator
from scoring.rounding import rounded
from scoring.seasons import seasonal_plan, year_shares

D = Decimal
REVENUE = Indicator("K02", "收入", "K")


def year(*values):
    return dict(enumerate(map(D, values), start=1))


STEADY = year(*range(1, 13))
EARLY = year(6, *range(7, 17), 24)


def test_a_years_shares_are_the_sums_of_its_units_against_their_december():
    found = year_shares(REVENUE, 2012, {"A": STEADY, "B": EARLY})
    assert found is not None
    assert found.units == 2
    assert rounded(found.shares[0], 4) == D("19.4444")
    assert found.shares[-1] == 100


def test_a_unit_with_a_hole_is_left_out_and_too_many_holes_leave_no_full_year():
    holed = {month: value for month, value in STEADY.items() if month != 5}
    found = year_shares(REVENUE, 2012, {"A": EARLY, "B": holed})
    assert found is not None
    assert found.units == 1
    assert found.shares[0] == 25
    assert year_shares(REVENUE, 2012, {"A": EARLY, "B": holed, "C": holed}) is None
    assert year_shares(REVENUE, 2012, {}) is None
    assert year_shares(REVENUE, 2012, {"A": year(*[0] * 12)}) is None


def test_a_quarterly_indicator_has_shares_at_the_quarters_alone():
    quarters = {3: D(20), 6: D(45), 9: D(75), 12: D(100)}
    found = year_shares(replace(REVENUE, frequency="quarterly"), 2012, {"A": quarters})
    assert found is not None
    assert found.shares == (None, None, 20, None, None, 45, None, None, 75, None, None, 100)
    assert seasonal_plan({2012: found}).shares == found.shares


def test_the_plan_is_the_mean_of_the_last_three_years_rounded_half_up():
    years = {
        each: year_shares(REVENUE, each, {"A": year(first, *range(50, 60), 100)})
        for each, first in ((2009, 90), (2010, 10), (2011, 20), (2012, 25))
    }
    plan = seasonal_plan(years)
    assert [each.year for each in plan.years] == [2010, 2011, 2012]
    assert plan.shares[0] == D("18.3")
    assert plan.shares[-1] == 100


def test_without_a_full_year_there_is_no_plan():
    assert seasonal_plan({}) is None


@given(st.lists(st.lists(st.integers(-5, 50), min_size=12, max_size=12), min_size=1, max_size=5))
def test_a_plan_never_falls_and_stays_between_nothing_and_all(units):
    figures = {
        str(n): year(*(sum(months[: month + 1]) for month in range(12)))
        for n, months in enumerate(units)
    }
    found = year_shares(REVENUE, 2012, figures)
    if found is None:
        assert sum(sum(months) for months in units) <= 0
        return
    shares = seasonal_plan({2012: found}).shares
    assert list(shares) == sorted(shares)
    assert shares[0] >= 0
    assert shares[-1] == 100
