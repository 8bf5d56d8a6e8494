"""The course of a dispute: no dead end, somebody is awaited everywhere, silence moves it on."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.disputes import (
    AWAITED,
    MOVES,
    OPEN,
    RUNS_OUT,
    WORKING_DAYS,
    ClosedState,
    Deed,
    OpenState,
    Side,
    after_silence,
    is_open,
    may,
    when_replaced,
)

SIDES = get_args(Side)
OPEN_STATES, CLOSED_STATES = get_args(OpenState), get_args(ClosedState)


def acts(side):
    """Return what a side may be told to act as: whoever is of the monitoring unit is two things."""
    return ("reporter", "reviewer") if side == "monitor" else (side,)


def next_states(state):
    """Return every state a dispute can be in after this one, by deed, silence or replacement."""
    found = {move.target for move in MOVES.values() if state in move.sources}
    if state in OPEN:
        found.add(when_replaced(state))
        found |= {after_silence(state, unit_can_hear=hears) or state for hears in (True, False)}
    return found


def reachable(start):
    seen, left = set(), [start]
    while left:
        state = left.pop()
        if state not in seen:
            seen.add(state)
            left += next_states(state)
    return seen


def test_the_tables_speak_of_every_state_and_of_no_other():
    assert set(AWAITED) == set(WORKING_DAYS) == set(OPEN_STATES) == OPEN
    assert set(MOVES) == set(get_args(Deed))
    assert set(RUNS_OUT) <= OPEN
    assert reachable("raised") == {*OPEN_STATES, *CLOSED_STATES}


@pytest.mark.parametrize("state", OPEN_STATES)
def test_whoever_is_awaited_can_do_something(state):
    awaited = acts(AWAITED[state])
    assert any(may(deed, state=state, side=side) for deed in MOVES for side in awaited) or (
        state == "restating"
    )


@pytest.mark.parametrize("state", OPEN_STATES)
def test_from_every_open_state_there_is_a_way_to_the_end(state):
    assert reachable(state) & set(CLOSED_STATES)


@pytest.mark.parametrize("state", CLOSED_STATES)
@pytest.mark.parametrize("deed", MOVES)
def test_what_is_closed_stays_closed(state, deed):
    assert not any(may(deed, state=state, side=side) for side in SIDES)
    assert not is_open(state)
    assert after_silence(state, unit_can_hear=True) is None


def test_the_monitoring_units_silence_goes_to_the_office_and_the_units_closes_it():
    for state in ("raised", "correcting", "filed"):
        assert after_silence(state, unit_can_hear=True) == "escalated"
    assert after_silence("maintained", unit_can_hear=True) == "lapsed"


def test_a_unit_in_which_nobody_can_be_reached_has_not_been_silent():
    assert after_silence("maintained", unit_can_hear=False) == "escalated"


def test_the_offices_silence_moves_nothing():
    for state in ("escalated", "restating"):
        assert after_silence(state, unit_can_hear=True) is None


@pytest.mark.parametrize("deed", MOVES)
def test_no_side_does_what_is_another_sides(deed):
    by = MOVES[deed].by
    for state in MOVES[deed].sources:
        for side in SIDES:
            theirs = side == by or (by == "monitor" and side in {"reporter", "reviewer"})
            assert may(deed, state=state, side=side) == theirs


def test_every_no_and_every_going_on_has_a_reason_in_words():
    silent = {deed for deed, move in MOVES.items() if not move.in_words}
    assert silent == {"file", "send_back", "restate", "accept", "withdraw"}


@given(st.lists(st.tuples(st.sampled_from(list(MOVES)), st.sampled_from(SIDES)), max_size=40))
def test_whatever_people_press_a_dispute_goes_to_the_office_from_the_unit_once_at_most(presses):
    state, path = "raised", ["raised"]
    for deed, side in presses:
        if may(deed, state=state, side=side):
            state = MOVES[deed].target
            path.append(state)
    asked = [
        1 for before, after in pairwise(path) if (before, after) == ("maintained", "escalated")
    ]
    assert len(asked) <= 1
    assert all(is_open(each) for each in path[:-1])
