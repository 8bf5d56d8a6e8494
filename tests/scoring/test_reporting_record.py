"""The record of monitoring units as Jintan scored it in 2011, and as a scheme may change it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis_record import AnalysisFact
from scoring.reporting_record import Lapse, RecordTerms, record_terms, reporting_record
from scoring.timeliness import Tally, tally


def lapse(kind, count=1, *, code="K02", period="2013-09"):
    return Lapse(kind, code, period, count)


@pytest.mark.parametrize(
    ("lapses", "points"),
    [
        ([], 45),
        ([lapse("late")], 42),
        ([lapse("late", 2)], 39),
        # Three days late in the quarter, in one piece or in three: nothing left of the fifteen.
        ([lapse("late", 3)], 30),
        ([lapse("late", period=f"2013-0{month}") for month in (7, 8, 9)], 30),
        ([lapse("late", 30)], 30),
        ([lapse("odd")], 43),
        ([lapse("odd", 3)], 39),
        ([lapse("error")], 42),
        ([lapse("error", 5)], 42),  # one correction, however many figures it names
        ([lapse("published-error")], 40),
        ([lapse("missing")], 42),
        ([lapse("missing")] * 6, 30),
        ([lapse("published-error")] * 4, 30),
        ([lapse("late", 9), *[lapse("missing")] * 9, *[lapse("error")] * 9], 0),
    ],
)
def test_the_jintan_rule(lapses, points):
    assert reporting_record(lapses, RecordTerms()).points == points


def test_a_scheme_may_say_otherwise_and_leave_the_rest_as_it_is():
    terms = record_terms("timeliness:20|per_day:1|zero_at_days:10")
    assert terms.full == 50
    assert reporting_record([lapse("late", 4)], terms).points == 46
    assert record_terms(str(terms)) == terms
    assert record_terms("") == RecordTerms()


@pytest.mark.parametrize(
    "text", ["lateness:3", "per_day", "per_day:three", "per_day:-1", "per_day:NaN"]
)
def test_terms_that_cannot_be_are_refused(text):
    with pytest.raises(ValueError, match=r"unknown|not a number"):
        record_terms(text)


kinds = st.sampled_from(["late", "missing", "odd", "error", "published-error"])


@given(st.lists(st.builds(Lapse, kinds, st.just("K02"), st.just("2013-09"), st.integers(1, 9))))
def test_every_point_that_is_gone_has_its_reason_and_nothing_goes_below_zero(lapses):
    scored = reporting_record(lapses, RecordTerms())
    parts = [part.value("score") for part in scored.because.parts]
    assert scored.points == sum(parts)
    assert all(0 <= each <= 15 for each in parts)
    said = [fact for part in scored.because.parts for fact in part.parts]
    assert len(said) == len(lapses)
    assert (scored.points == 45) == (not lapses)


@given(st.lists(st.sampled_from(["on_time", "late", "missing", "open"])), st.integers(0, 3))
def test_on_time_late_and_missing_are_always_exactly_a_hundred_percent(states, places):
    counted = tally(states)
    assert counted.on_time + counted.late + counted.missing == counted.due
    assert counted.due + counted.open == counted.asked == len(states)
    shares = counted.shares_pct(places)
    assert sum(shares.values()) == (Decimal(100) if counted.due else 0)
    assert all(share >= 0 for share in shares.values())


def test_nothing_due_has_no_shares():
    assert Tally(0, 0, 0, 7).shares_pct() == {}


# --- written analyses ---------------------------------------------------------------------------

JINTAN = record_terms("analysis_timeliness:25|analysis_quality:30")


@pytest.mark.parametrize(
    ("facts", "points", "of"),
    [
        ([], 70, 70),
        ([AnalysisFact("2013-09", came=True)], 70, 70),
        ([AnalysisFact("2013-09", came=True, level="excellent")], 100, 100),
        ([AnalysisFact("2013-09", came=True, level="good")], 94, 100),
        ([AnalysisFact("2013-09", came=True, level="fair")], 88, 100),
        ([AnalysisFact("2013-09", came=True, level="poor")], 70, 100),
        ([AnalysisFact("2013-09", came=True, days_late=2, level="excellent")], 94, 100),
        ([AnalysisFact("2013-09", came=True, days_late=3, level="excellent")], 75, 100),
        ([AnalysisFact("2013-09", came=False, days_late=1)], 67, 100),
        (
            [
                AnalysisFact("2013-07", came=True, level="excellent"),
                AnalysisFact("2013-08", came=True, days_late=1, level="poor"),
                AnalysisFact("2013-09", came=True),
            ],
            82,
            100,
        ),
    ],
)
def test_analyses_are_55_points_on_time_and_good(facts, points, of):
    scored = reporting_record([], JINTAN, facts)
    assert scored.points == points
    assert scored.because.value("points") == of


def test_a_scheme_that_asks_for_no_analyses_has_no_points_for_them():
    assert not RecordTerms().asks_analyses
    late = [AnalysisFact("2013-09", came=True, days_late=3, level="poor")]
    assert reporting_record([], RecordTerms(), late) == reporting_record([], RecordTerms())


def test_what_a_worse_analysis_keeps_is_the_schemes_to_say():
    terms = record_terms("analysis_quality:40|good_pct:75|poor_pct:10")
    assert terms.full == 85
    for level, points in (("excellent", 85), ("good", 75), ("poor", 49)):
        facts = [AnalysisFact("2013-09", came=True, level=level)]
        assert reporting_record([], terms, facts).points == points
