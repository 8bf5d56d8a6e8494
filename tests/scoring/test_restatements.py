"""The course of a restatement: somebody is awaited everywhere, and two members of the office."""

from typing import get_args

import pytest

from scoring.restatements import (
    AWAITED,
    MOVES,
    OPEN,
    TARGETS,
    ClosedState,
    OpenState,
    after_endorsement,
    may_approve,
)

OPEN_STATES, CLOSED_STATES = get_args(OpenState), get_args(ClosedState)


def next_states(state):
    found = {
        TARGETS[deed] for deed, move in MOVES.items() if state in move.sources and deed in TARGETS
    }
    if state in MOVES["endorse"].sources:
        found |= {
            after_endorsement(is_released=released, has_document=document)
            for released in (True, False)
            for document in (True, False)
        }
    return found


def reachable(start):
    seen, left = set(), [start]
    while left:
        state = left.pop()
        if state not in seen:
            seen.add(state)
            left += next_states(state)
    return seen


def test_the_tables_speak_of_every_state():
    assert set(AWAITED) == OPEN == set(OPEN_STATES)
    assert set(TARGETS) == set(MOVES) - {"endorse"}
    assert reachable("figure") == {*OPEN_STATES, *CLOSED_STATES}


@pytest.mark.parametrize("state", OPEN_STATES)
def test_whoever_is_awaited_can_do_something_and_there_is_a_way_to_the_end(state):
    assert any(move.by == AWAITED[state] and state in move.sources for move in MOVES.values())
    assert reachable(state) & set(CLOSED_STATES)


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_what_is_closed_stays_closed(state):
    assert next_states(state) == set()


def test_a_released_month_asks_for_a_document_first():
    assert after_endorsement(is_released=True, has_document=False) == "document"
    assert after_endorsement(is_released=True, has_document=True) == "approval"
    assert after_endorsement(is_released=False, has_document=False) == "approval"


def test_of_a_released_month_nobody_approves_what_they_proposed_or_nobody_proposed():
    assert not may_approve(is_second=False, proposed_by=1, is_released=True)
    assert not may_approve(is_second=True, proposed_by=None, is_released=True)
    assert may_approve(is_second=True, proposed_by=1, is_released=True)
    assert may_approve(is_second=False, proposed_by=None, is_released=False)
