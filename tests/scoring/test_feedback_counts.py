"""What a quarter of observations comes to, counted from the events of each."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from scoring.feedback import (
    Clock,
    Seen,
    Step,
    Tally,
    Window,
    middle,
    share,
    summed,
)
from scoring.feedback_count import as_told, counted
from scoring.observation_past import replay
from scoring.quarters import Quarter


def day(month, number):
    return datetime(2013, month, number, tzinfo=UTC)


CLOCK = Clock(
    due=lambda category, state, since: since + timedelta(days=10),
    told=lambda at: at,
    days=lambda since, until: (until - since).days,
)
THIRD = Window(day(7, 1), day(10, 1))
HANDED = (("filed", 7, 1), ("verified", 7, 2), ("dispatched", 7, 3, "A"))


def seen(*steps, unit="A"):
    return Seen(
        "G-1",
        unit,
        "works",
        tuple(Step(kind, day(month, number), *to) for kind, month, number, *to in steps),
    )


def tally(*steps, unit="A", window=THIRD):
    found = counted(seen(*steps, unit=unit), window, CLOCK)
    return found.by_unit[unit]


def test_an_answer_is_in_time_late_or_missing_and_all_three_were_due():
    in_time = tally(*HANDED, ("answered", 7, 13))
    late = tally(*HANDED, ("answered", 7, 14))
    missing = tally(*HANDED)
    total = summed([in_time, late, missing])
    assert (total.in_time, total.late, total.overdue, total.due) == (1, 1, 1, 3)


def test_a_term_that_still_runs_is_in_no_rate():
    found = tally(("filed", 9, 20), ("verified", 9, 22), ("dispatched", 9, 25, "A"))
    assert (found.due, found.ripe, found.running, found.true) == (0, 0, 1, 1)


def test_what_was_found_true_stands_as_exactly_one_thing():
    courses = [
        HANDED,
        (*HANDED, ("answered", 7, 5)),
        (*HANDED, ("answered", 7, 5), ("lapsed", 7, 20)),
        (*HANDED, ("answered", 7, 5), ("fixed", 7, 6)),
        (*HANDED, ("declined", 7, 5)),
        (*HANDED, ("declined", 7, 5), ("accepted", 7, 6)),
        (*HANDED, ("transfer_asked", 7, 5)),
        (*HANDED, ("partly_answered", 9, 25)),
        HANDED[:2],
    ]
    for course in courses:
        found = tally(*course)
        assert found.true == 1, course
    assert [tally(*each).said for each in courses] == [0, 1, 1, 0, 0, 0, 0, 0, 0]
    assert [tally(*each).closed for each in courses] == [0, 0, 0, 0, 1, 1, 0, 0, 0]
    assert [tally(*each).elsewhere for each in courses] == [0, 0, 0, 0, 0, 0, 1, 0, 1]


def test_closed_and_said_are_in_the_denominator_of_what_is_confirmed():
    found = summed(
        [
            tally(*HANDED, ("answered", 7, 5), ("fixed", 7, 6)),
            tally(*HANDED, ("answered", 7, 5), ("lapsed", 7, 20)),
            tally(*HANDED, ("declined", 7, 5), ("accepted", 7, 6)),
            tally(*HANDED),
        ]
    )
    assert (found.confirmed, found.ripe) == (1, 4)


def test_what_was_fixed_before_the_quarter_is_not_counted_again():
    before = (("filed", 5, 1), ("verified", 5, 2), ("dispatched", 5, 3, "A"))
    found = tally(*before, ("answered", 5, 4), ("fixed", 5, 6), ("asked_again", 7, 9))
    assert (found.confirmed, found.true, found.revisits, found.fix_days) == (0, 0, 1, ())


def test_what_comes_back_after_it_was_fixed_is_no_longer_confirmed():
    found = tally(*HANDED, ("answered", 7, 5), ("fixed", 7, 6), ("reopened", 7, 9))
    assert (found.again, found.confirmed, found.overdue, found.fix_days) == (1, 0, 1, ())


def test_a_transfer_takes_no_lateness_to_the_next_unit():
    course = (*HANDED, ("transfer_asked", 7, 20), ("dispatched", 9, 28, "B"))
    found = counted(seen(*course, unit="B"), THIRD, CLOCK)
    assert found.by_unit["B"].overdue == 0
    assert found.by_unit["B"].running == 1
    assert found.by_unit["B"].transfers == 1


def test_an_answer_is_its_units_even_if_another_has_it_now():
    course = (
        *HANDED,
        ("answered", 7, 5),
        ("not_fixed", 7, 8),
        ("transfer_asked", 7, 9),
        ("dispatched", 7, 10, "B"),
    )
    found = counted(seen(*course, unit="B"), THIRD, CLOCK)
    assert found.by_unit["A"].in_time == 1
    assert found.by_unit["B"].in_time == 0
    assert found.by_unit["B"].overdue == 1


def test_a_refused_transfer_gives_no_time():
    found = tally(*HANDED, ("transfer_asked", 7, 5), ("transfer_refused", 9, 29))
    assert found.overdue == 1


def test_half_an_answer_is_none():
    found = tally(*HANDED, ("partly_answered", 7, 5), ("answered", 7, 20))
    assert (found.in_time, found.late, found.answer_days) == (0, 1, (17,))


@pytest.mark.parametrize(
    ("course", "upheld", "overturned", "true"),
    [
        ((*HANDED, ("unit_contested", 7, 5), ("sustained", 7, 8)), 1, 0, 1),
        ((*HANDED, ("unit_contested", 7, 5), ("refuted", 7, 8)), 0, 1, 0),
        ((*HANDED, ("declined", 7, 5), ("closure_contested", 7, 6), ("ordered", 7, 8)), 0, 1, 1),
        ((*HANDED, ("declined", 7, 5), ("closure_contested", 7, 6), ("sustained", 7, 8)), 1, 0, 1),
        (
            (("filed", 7, 1), ("refuted", 7, 2), ("observer_contested", 7, 3), ("verified", 7, 8)),
            0,
            1,
            1,
        ),
    ],
)
def test_a_contest_is_upheld_or_overturned(course, upheld, overturned, true):
    found = tally(*course)
    assert (found.contested, found.upheld, found.overturned) == (1, upheld, overturned)
    assert found.true == true
    assert found.verified + found.refuted == 1


def test_the_offices_own_lateness_is_not_the_units():
    found = tally(("filed", 7, 1))
    assert (found.open, found.overdue, found.late_elsewhere) == (1, 0, 1)


def test_only_what_nobody_has_done_yet_is_open_longest():
    assert counted(seen(*HANDED), THIRD, CLOCK).open.days == 90
    assert counted(seen(*HANDED, ("answered", 7, 5)), THIRD, CLOCK).open is None
    assert counted(seen(("filed", 7, 1)), THIRD, CLOCK).open is None


def test_nothing_after_the_end_is_known():
    found = counted(seen(*HANDED, ("answered", 10, 2)), THIRD, CLOCK)
    assert found.state == "dispatched"
    assert counted(seen(("filed", 10, 2)), THIRD, CLOCK) is None


def test_a_unit_is_counted_nothing_of_what_was_before_and_after_it_had_it():
    whole = seen(
        ("filed", 7, 1),
        ("refuted", 7, 2),
        ("observer_contested", 7, 3),
        ("verified", 7, 4),
        ("dispatched", 7, 5, "A"),
        ("transfer_asked", 7, 6),
        ("dispatched", 7, 8, "B"),
        ("answered", 7, 9),
    )
    of_a, of_b = as_told(whole, "A"), as_told(whole, "B")
    first = counted(of_a, THIRD, CLOCK).by_unit["A"]
    assert (first.received, first.contested, first.refuted, first.transfers) == (1, 0, 0, 1)
    assert (first.true, first.in_time) == (0, 0)
    second = counted(of_b, THIRD, CLOCK).by_unit["B"]
    assert (second.received, second.transfers, second.in_time) == (1, 0, 1)
    assert as_told(whole, "C") is None


def test_of_too_few_there_is_no_rate_and_no_median():
    assert share(4, 4, least=5) is None
    assert share(4, 5, least=5) == 80
    assert share(0, 0, least=0) is None
    assert middle([3, 1], least=3) is None
    assert middle([3, 1, 8, 2], least=3) == Decimal("2.5")


def test_tallies_add_up_days_included():
    total = Tally(received=1, answer_days=(2,)) + Tally(received=2, answer_days=(3, 4))
    assert (total.received, total.answer_days) == (3, (2, 3, 4))
    assert Tally().is_empty
    assert not total.is_empty


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (["filed", "joined", "assigned"], "filed"),
        (["filed", "verified", "dispatched", "answered", "fixed", "asked_again"], "revisit"),
        (["filed", "verified", "dispatched", "answered", "ordered"], "not_fixed"),
        (["filed", "dispatched"], "dispatched"),
        (["filed", "still_fixed"], "lasting"),
    ],
)
def test_events_are_played_again_to_where_it_stands(kinds, state):
    assert replay(kinds)[-1] == state


def test_what_went_back_often_enough_is_stuck():
    back = ["answered", "not_fixed"] * 4
    assert replay(["filed", "verified", "dispatched", *back])[-1] == "stuck"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2013Q3", "2013Q2", "2013Q4"),
        (" 2013q1 ", "2012Q4", "2013Q2"),
        ("2013Q4", "2013Q3", "2014Q1"),
    ],
)
def test_a_quarter_has_neighbours(text, before, after):
    quarter = Quarter.parse(text)
    assert (str(quarter.before), str(quarter.after)) == (before, after)
    assert Quarter.of(quarter.first_day) == quarter


@pytest.mark.parametrize("text", ["", "2013", "2013Q5", "13Q1", "2013-09", "2013Q33"])
def test_anything_else_is_no_quarter(text):
    with pytest.raises(ValueError, match="no quarter"):
        Quarter.parse(text)
