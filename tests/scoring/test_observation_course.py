"""The course of an observation: no dead end, somebody is awaited, nothing lasts for ever."""

from datetime import date
from itertools import chain
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.observation_categories import BUILT_IN, QuestionsError, read_questions
from scoring.observation_course import (
    AWAITED,
    CONTESTED,
    COUNTED,
    FIXED,
    HEARD_BY_UNIT,
    MOVES,
    ONCE,
    OPEN,
    REFUTED,
    ROUNDS_MAX,
    RUNS_OUT,
    TRANSFERS_MAX,
    WITH_UNIT,
    WORKING_DAYS,
    ClosedState,
    Deed,
    OpenState,
    Past,
    Side,
    is_open,
    is_used_up,
    move_of,
    past,
    target_of,
)
from scoring.observed import spans

SIDES = get_args(Side)
OPEN_STATES, CLOSED_STATES = get_args(OpenState), get_args(ClosedState)
STATES = (*OPEN_STATES, *CLOSED_STATES)
FRESH = Past()


def deeds_in(state, before=FRESH, alone=frozenset()):
    """Return every deed that somebody may do in a state, with the side and where it leads."""
    found = []
    for deed in MOVES:
        move = move_of(deed, state=state, alone=alone)
        if move is not None and not is_used_up(deed, before):
            found.append((deed, move.by, target_of(deed, move, before)))
    return found


def next_states(state, before=FRESH):
    found = {target for _, _, target in deeds_in(state, before)}
    return found | ({RUNS_OUT[state]} if state in RUNS_OUT else set())


def reachable(start):
    seen, left = set(), [start]
    while left:
        state = left.pop()
        if state not in seen:
            seen.add(state)
            left += next_states(state) | next_states(state, Past(rounds=ROUNDS_MAX, reopened=1))
    return seen


def test_the_tables_speak_of_every_state_and_of_no_other():
    assert frozenset(OPEN_STATES) == OPEN
    assert set(AWAITED) == OPEN - {"fixed"}
    assert set(MOVES) == set(get_args(Deed))
    assert reachable("filed") == set(STATES)
    with_category_terms = {"filed", "fixed", *WITH_UNIT}
    assert set(WORKING_DAYS) | with_category_terms == OPEN
    assert set(WORKING_DAYS) & with_category_terms == set()


@pytest.mark.parametrize("state", sorted(OPEN - {"fixed"}))
@pytest.mark.parametrize(
    "before",
    [
        Past(),
        Past(transfers=2, rounds=9, unit_contests=1, observer_contests=1),
        Past(2, 9, 1, 1, 1, 1, 1),
    ],
    ids=["at first", "after contests", "with everything used up"],
)
def test_whoever_is_awaited_can_always_do_something(state, before):
    assert [deed for deed, by, _ in deeds_in(state, before) if by == AWAITED[state]]


@pytest.mark.parametrize(
    "state", sorted(s for s, side in AWAITED.items() if side in {"unit", "observer"})
)
def test_where_nobody_of_a_side_can_be_reached_the_office_can_do_something(state):
    alone = frozenset({AWAITED[state]})
    more = set(deeds_in(state, alone=alone)) - set(deeds_in(state))
    assert {by for _, by, _ in more} == {"office"}


def test_what_is_fixed_waits_for_its_day_and_may_come_back_before():
    assert RUNS_OUT["fixed"] == "revisit"
    assert ("reopened", "observer", "not_fixed") in deeds_in("fixed")


@pytest.mark.parametrize("state", OPEN_STATES)
def test_from_every_open_state_there_is_a_way_to_an_end(state):
    assert reachable(state) & set(CLOSED_STATES)


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_what_is_closed_stays_closed(state):
    everybody = frozenset(SIDES)
    assert deeds_in(state, alone=everybody) == []
    assert not is_open(state)
    assert state not in RUNS_OUT


@pytest.mark.parametrize("deed", MOVES)
def test_a_deed_means_one_thing_in_each_state(deed):
    sources = list(chain.from_iterable(move.sources for move in MOVES[deed]))
    assert len(sources) == len(set(sources))


def test_nothing_is_verified_but_by_a_verifier_and_no_contest_by_the_first_one_alone():
    for deed in ("verified", "refuted", "sustained"):
        assert {move.by for move in MOVES[deed]} == {"verifier"}
    for state in CONTESTED:
        assert AWAITED[state] == "verifier"
        assert {by for _, by, _ in deeds_in(state)} == {"verifier"}


def test_no_side_can_skip_the_check_or_call_its_own_answer_fixed():
    for state in STATES:
        for _, by, target in deeds_in(state):
            if target in FIXED:
                assert by == "observer"
            if target in WITH_UNIT and state in {"filed", "refuted"}:
                pytest.fail(f"{state} goes to the unit without a verification")
    assert {target for _, _, target in deeds_in("filed")} == {"verified", "refuted", "withdrawn"}


def test_silence_never_makes_anything_fixed():
    assert {target for state, target in RUNS_OUT.items() if state not in FIXED} & FIXED == set()


def test_a_unit_never_hears_of_what_was_not_dispatched():
    assert not {"filed", "verified", "refuted", "observer_contests", "withdrawn"} & HEARD_BY_UNIT
    assert {"refuted", "observer_contests", "dismissed"} == REFUTED


@pytest.mark.parametrize("deed", ["unit_contested", "observer_contested"])
def test_a_contest_is_once_for_both_sides(deed):
    assert not is_used_up(deed, Past())
    assert is_used_up(deed, Past(unit_contests=1))
    assert is_used_up(deed, Past(observer_contests=1))


@pytest.mark.parametrize("deed", sorted(ONCE - {"unit_contested", "observer_contested"}))
def test_what_happens_once_happens_once(deed):
    assert not is_used_up(deed, Past())
    assert is_used_up(deed, past([deed]))


def test_transfers_are_counted_and_capped():
    asked = ["filed", "verified", "dispatched", *["transfer_asked", "transfer_refused"] * 2]
    assert past(asked).transfers == TRANSFERS_MAX
    assert is_used_up("transfer_asked", past(asked))
    assert not is_used_up("transfer_asked", past(asked[:-2]))


def test_what_went_back_often_enough_is_the_offices_to_decide():
    for deed in ("not_fixed", "partly_fixed"):
        move = move_of(deed, state="answered")
        assert target_of(deed, move, Past(rounds=ROUNDS_MAX - 1)) == move.target
        assert target_of(deed, move, Past(rounds=ROUNDS_MAX)) == "stuck"


def test_whoever_has_been_asked_once_weeks_later_is_not_asked_again():
    move = move_of("fixed", state="answered")
    assert target_of("fixed", move, Past()) == "fixed"
    assert target_of("fixed", move, Past(reopened=1)) == "resolved"


@given(st.lists(st.integers(0, 30), max_size=80))
def test_whatever_everybody_does_somebody_is_awaited_and_what_is_capped_stays_so(choices):
    state, kinds = "filed", ["filed"]
    for choice in choices:
        before = past(kinds)
        open_to = deeds_in(state, before)
        if not is_open(state):
            assert open_to == []
            break
        assert open_to or state in RUNS_OUT
        if choice == 30 and state in RUNS_OUT:
            state = RUNS_OUT[state]
            kinds.append("lapsed")
            continue
        deed, _, state = open_to[choice % len(open_to)]
        kinds.append(deed)
        assert state in STATES
    after = past(kinds)
    assert after.transfers <= TRANSFERS_MAX
    assert after.unit_contests + after.observer_contests <= 1
    assert max(after.closure_contests, after.partly_answered, after.reopened) <= 1


def test_everything_counted_is_a_deed():
    assert set(COUNTED) <= set(get_args(Deed))


def test_the_built_in_categories_have_names_in_both_languages_and_codes_of_their_own():
    assert len({each.code for each in BUILT_IN}) == len(BUILT_IN)
    assert all(each.name.zh and each.name.en for each in BUILT_IN)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("堆了多久", ""), ("堆了多久=今天|几天", "How long=Today"), ("=今天", "How long=Today")],
)
def test_questions_must_be_the_same_in_both_languages(zh, en):
    with pytest.raises(QuestionsError):
        read_questions(zh, en)


def test_questions_are_read_with_their_choices():
    first, second = read_questions("堆了多久=今天|几天；有无异味", "How long=Today|Days; Any smell")
    assert [each.en for each in first.choices] == ["Today", "Days"]
    assert (second.asked.zh, second.choices) == ("有无异味", ())
    assert read_questions("", "") == ()


@pytest.mark.parametrize("again", ["reopened", "not_fixed", "partly_fixed"])
def test_what_comes_back_counts_again_where_only_the_unfixed_counts(again):
    days = [date(2013, 9, day) for day in (2, 9, 20)]
    kinds = zip(("verified", "fixed", again), days, strict=True)
    assert spans(kinds, "unfixed") == [(days[0], days[1]), (days[2], None)]
