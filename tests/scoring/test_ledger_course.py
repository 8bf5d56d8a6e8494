"""The ledger: saving twice, order and caps change nothing they must not; its course has no hole."""

from collections import deque
from datetime import date
from decimal import Decimal
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.adjustments import adjustment
from scoring.ledger_course import (
    AWAITED,
    BEFORE_RECOGNITION,
    MOVES,
    OPEN,
    RUNS_OUT,
    Deed,
    LedgerTerms,
    Side,
    State,
    begins,
    ledger_terms,
    may,
)
from scoring.ledger_entry import LedgerEntry
from scoring.ledger_points import SECOND_CLASS, Terms, fact_key, points_of
from scoring.model import Scheme
from scoring.observed import spans

D = Decimal
CAPS = {"B1": D(6), "B2": None, "X1": D(5), "X2": None}


TEN, EIGHT = D(10), D(8)


def scheme(bonus_cap=TEN, deduction_cap=EIGHT):
    return Scheme(
        "S", "方案", 2013, "town", D(100), bonus_cap=bonus_cap, deduction_cap=deduction_cap
    )


@st.composite
def entries(draw):
    found = []
    for number in range(draw(st.integers(0, 9))):
        item = draw(st.sampled_from(sorted(CAPS)))
        kind = "bonus" if item.startswith("B") else "deduction"
        points = D(draw(st.integers(1, 40))) / 4
        found.append(
            LedgerEntry(
                "A",
                item,
                points if kind == "bonus" else -points,
                date(2013, draw(st.integers(1, 12)), 1),
                kind,
                CAPS[item],
                fact=draw(st.sampled_from(["", "文1", "文2"])),
                number=str(number),
            )
        )
    return found


@given(entries(), st.randoms())
def test_the_order_of_entries_makes_no_difference(found, dice):
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert adjustment(scheme(), found) == adjustment(scheme(), shuffled)


@given(entries())
def test_the_caps_hold_and_the_effects_add_up_to_the_balance(found):
    got = adjustment(scheme(), found)
    assert D(0) <= got.bonus <= D(10)
    assert D(0) <= got.deduction <= D(8)
    assert sum((each.counted for each in got.effects), D(0)) == got.net
    for item, cap in CAPS.items():
        counted = sum((abs(e.counted) for e in got.effects if e.entry.item == item), D(0))
        assert cap is None or counted <= cap
    for each in got.effects:
        assert abs(each.counted) <= abs(each.entry.points)
        assert (each.counted == each.entry.points) == (each.limit == "none")


@given(entries())
def test_of_one_fact_only_the_highest_counts(found):
    got = adjustment(scheme(bonus_cap=None, deduction_cap=None), found)
    for kind, fact in product(("bonus", "deduction"), ("文1", "文2")):
        mine = [e for e in got.effects if e.entry.kind == kind and e.entry.fact == fact]
        counting = [each for each in mine if each.limit != "fact"]
        assert len(counting) == min(1, len(mine))
        if counting:
            highest = max(abs(each.entry.points) for each in mine)
            assert abs(counting[0].entry.points) == highest


@given(entries())
def test_the_same_fact_entered_twice_changes_nothing(found):
    for each in found:
        if each.fact:
            again = LedgerEntry(
                each.unit, each.item, each.points, each.in_force_on, each.kind, each.item_cap,
                fact=each.fact, number="99",
            )  # fmt: skip
            whole, twice = adjustment(scheme(), found), adjustment(scheme(), [*found, again])
            assert (whole.bonus, whole.deduction) == (twice.bonus, twice.deduction)


def sides():
    return [frozenset({each}) for each in get_args(Side)]


def reached(start):
    """Return every state that can be reached from one, by deeds and by silence."""
    seen, queue = {start}, deque([start])
    while queue:
        state = queue.popleft()
        nexts = {move.target for move in MOVES.values() if state in move.sources}
        if state in RUNS_OUT:
            nexts.add(RUNS_OUT[state])
        for each in nexts - seen:
            seen.add(each)
            queue.append(each)
    return seen


@pytest.mark.parametrize("hard", [True, False])
@pytest.mark.parametrize("origin", ["claim", "proposal"])
def test_every_open_state_has_a_way_on_for_whoever_is_awaited_and_an_end(origin, hard):
    for state in reached(begins(origin, is_hard_on_unit=hard)) & OPEN:
        assert reached(state) - OPEN, f"{state} never ends"
        if state not in AWAITED:
            assert state in RUNS_OUT, f"{state} waits for nobody and no clock"
            continue
        open_to = [
            deed
            for deed in get_args(Deed)
            if may(deed, state=state, sides=frozenset({AWAITED[state]}))
        ]
        assert open_to, f"{state} awaits {AWAITED[state]}, who can do nothing"


def test_every_open_state_has_a_clock_and_every_closed_one_none():
    terms = LedgerTerms()
    assert set(get_args(State)) > OPEN
    for state in get_args(State):
        assert (terms.days(state) is not None) == (state in OPEN)


def paths(state, seen=()):
    """Yield every way from a state to its being in force, no state twice."""
    if state == "in_force":
        yield seen
        return
    steps = [(d, m.target) for d, m in MOVES.items() if state in m.sources]
    steps += [("run_out", RUNS_OUT[state])] if state in RUNS_OUT else []
    for deed, target in steps:
        if target not in {each for _, each in seen} and target not in {"withdrawn", "refused"}:
            yield from paths(target, (*seen, (deed, target)))


@pytest.mark.parametrize("start", ["hearing", "to_check"])
def test_nothing_comes_into_force_without_check_recognition_and_notice(start):
    ways = list(paths(start))
    assert ways
    for way in ways:
        deeds = [deed for deed, _ in way]
        assert deeds.index("check") < deeds.index("recognise") < deeds.index("run_out", -1)
        assert way[-1] == ("run_out", "in_force")


def test_two_people_always():
    office = frozenset({"office", "verifier"})
    assert may("recognise", state="checked", sides=office)
    assert not may("recognise", state="checked", sides=office, was_checker=True)
    assert not may("recognise", state="checked", sides=office, was_claimant=True)
    assert not may("check", state="to_check", sides=office, was_claimant=True)
    assert not may("check", state="to_check", sides=frozenset({"office"}))
    assert may("check", state="to_check", sides=frozenset({"office"}), verifier_is_silent=True)
    assert may("check", state="unchecked", sides=frozenset({"office"}))


def test_a_claim_is_withdrawn_only_before_recognition():
    allowed = {s for s in OPEN if may("withdraw", state=s, sides=frozenset({"claimant"}))}
    assert allowed == BEFORE_RECOGNITION


@pytest.mark.parametrize("deed", get_args(Deed))
def test_no_side_does_what_is_another_sides(deed):
    for side in sides():
        for state in OPEN | {"in_force", "refused", "withdrawn", "lapsed", "revoked"}:
            done = may(deed, state=state, sides=side, verifier_is_silent=True)
            assert done == (state in MOVES[deed].sources and bool(side & MOVES[deed].by))


@pytest.mark.parametrize("text", ["notice", "notice:0", "notice:x", "notice:-3", "days:5"])
def test_terms_that_say_nothing_are_refused(text):
    with pytest.raises(ValueError, match=r"unknown|days"):
        ledger_terms(text)


def test_terms_are_read_as_they_are_written():
    terms = ledger_terms("notice:7|objected:9")
    assert ledger_terms(str(terms)) == terms
    assert (terms.notice, terms.objected, terms.hearing) == (7, 9, 5)


def test_a_second_class_brings_half_and_a_level_its_own():
    terms = Terms("bonus", D(5), D(15), True, (("国家级", D(8)),))
    assert points_of(terms, cases=D(2)) == 10
    assert points_of(terms, cases=D(2), level=SECOND_CLASS) == 5
    assert points_of(terms, cases=D(1), level="国家级") == 8
    assert points_of(Terms("deduction", D(3)), cases=D(2)) == -6
    with pytest.raises(KeyError):
        points_of(Terms("bonus", D(5)), cases=D(1), level=SECOND_CLASS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("苏发〔2013〕5号", "甲"), ("苏发 [2013]５号", "乙"), True),
        (("", "获表彰，省级。"), ("", "获表彰 省级"), True),
        (("苏发〔2013〕5号", "甲"), ("苏发〔2013〕6号", "甲"), False),
    ],
)
def test_one_fact_is_known_by_its_document_or_its_words(one, other, same):
    assert (fact_key(*one) == fact_key(*other)) is same


def days(*events):
    return [(kind, date(2013, 9, day)) for kind, day in events]


@pytest.mark.parametrize(
    ("events", "counts", "expected"),
    [
        ([("filed", 1)], "verified", []),
        ([("filed", 1), ("verified", 2)], "verified", [(2, None)]),
        ([("verified", 2), ("answered", 3), ("fixed", 9)], "verified", [(2, None)]),
        ([("verified", 2), ("answered", 3), ("fixed", 9)], "unfixed", [(2, 9)]),
        ([("verified", 2), ("fixed", 5), ("not_fixed", 8)], "unfixed", [(2, 5), (8, None)]),
        ([("verified", 2), ("refuted", 6)], "unfixed", [(2, 6)]),
        ([("verified", 2), ("refuted", 2)], "verified", []),
        ([("verified", 2), ("refuted", 6), ("not_fixed", 7)], "verified", [(2, 6)]),
        ([("verified", 2), ("refuted", 6), ("verified", 9)], "verified", [(2, 6), (9, None)]),
        ([("verified", 2), ("anything_new", 4)], "unfixed", [(2, None)]),
    ],
)
def test_an_observation_counts_from_its_verification_until_it_is_refuted(events, counts, expected):
    wanted = [(date(2013, 9, a), None if b is None else date(2013, 9, b)) for a, b in expected]
    assert spans(days(*events), counts) == wanted


@pytest.mark.parametrize("hard", [True, False])
def test_what_takes_an_entry_back_counts_at_once(hard):
    assert begins("reversal", is_hard_on_unit=hard) == "in_force"
