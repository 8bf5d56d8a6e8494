"""Courses as data: no dead end, no check stepped over, somebody is awaited everywhere."""

from typing import get_args

import pytest

from scoring.courses import Side
from scoring.finding_course import FINDING
from scoring.instruction_course import INSTRUCTION
from scoring.rectification_course import RECTIFICATION, card_for

SIDES = get_args(Side)
COURSES = [RECTIFICATION, INSTRUCTION, FINDING]


def leads_to(course, state):
    """Return every state that can follow, by a deed or by the clock."""
    found = {move.leads[state] for move in course.moves.values() if state in move.leads}
    if state in course.runs_out:
        found.add(course.runs_out[state][1])
    return found


def reachable(course):
    seen, left = set(), [course.start]
    while left:
        state = left.pop()
        if state not in seen:
            seen.add(state)
            left += leads_to(course, state)
    return seen


@pytest.mark.parametrize("course", COURSES, ids=lambda each: each.name)
def test_every_state_is_reached_and_none_is_spoken_of_in_vain(course):
    assert reachable(course) == course.states
    assert set(course.terms) <= course.open_states | course.rests
    assert set(course.runs_out) <= set(course.terms)


@pytest.mark.parametrize("course", COURSES, ids=lambda each: each.name)
def test_whoever_is_awaited_has_a_way_on_and_a_clock(course):
    for state, side in course.awaited.items():
        ways = course.deeds(state, [side])
        assert ways, f"{side} has no way on from {state}"
        assert state in course.terms or state in course.until_finish


@pytest.mark.parametrize("course", COURSES, ids=lambda each: each.name)
def test_what_rests_is_woken_by_the_clock(course):
    for state in course.rests:
        assert state in course.runs_out


@pytest.mark.parametrize("course", COURSES, ids=lambda each: each.name)
def test_from_every_open_state_an_end_can_be_reached(course):
    ends = course.states - course.open_states - course.rests
    for start in course.open_states | course.rests:
        seen, left = set(), [start]
        while left:
            state = left.pop()
            if state not in seen:
                seen.add(state)
                left += leads_to(course, state)
        assert seen & ends


@pytest.mark.parametrize("course", COURSES, ids=lambda each: each.name)
def test_a_side_that_is_nobody_may_do_nothing(course):
    for state in course.states:
        assert course.deeds(state, []) == frozenset()
        assert course.deeds("no such state", SIDES) == frozenset()


def test_a_rectification_is_closed_only_by_somebody_independent_who_was_asked():
    for deed, end in (("close", "closed"), ("hold", "held")):
        into = [name for name, move in RECTIFICATION.moves.items() if end in move.leads.values()]
        assert into == [deed]
        assert RECTIFICATION.moves[deed].by == {"independent", "checker"}
        assert RECTIFICATION.moves[deed].in_words
    assert set(RECTIFICATION.moves["close"].leads) == {"asked", "checking"}
    assert {target for _, target in RECTIFICATION.runs_out.values()} == {"asked", "recheck"}


def test_the_unit_alone_never_ends_a_rectification():
    """Follow every way the unit and the clock have: none leads to an end."""
    seen, left = set(), [RECTIFICATION.start]
    while left:
        state = left.pop()
        if state in seen:
            continue
        seen.add(state)
        left += [
            move.leads[state]
            for move in RECTIFICATION.moves.values()
            if "unit" in move.by and state in move.leads
        ]
        if state in RECTIFICATION.runs_out:
            left.append(RECTIFICATION.runs_out[state][1])
    assert seen == {"issued", "acknowledged", "in_progress", "asked"}


@pytest.mark.parametrize(
    ("days", "times", "card"),
    [(0, 0, "none"), (1, 1, "yellow"), (5, 1, "yellow"), (6, 1, "red"), (1, 2, "red")],
)
def test_lateness_is_yellow_and_red_when_it_lasts_or_happens_again(days, times, card):
    assert card_for(working_days_late=days, times_late=times) == card


def test_a_finding_is_decided_by_a_second_person_and_only_once_the_unit_could_answer():
    for end in ("confirmed", "dropped"):
        into = [move for move in FINDING.moves.values() if end in move.leads.values()]
        assert all(move.by == {"independent"} and set(move.leads) == {"answered"} for move in into)
