"""The one-message month."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.answers import NoDataSaid, NotApplicableSaid, Number, UnchangedSaid
from handlers.grammar.month_list import read_month


@dataclass(frozen=True)
class Line:
    name: str = "专利授权量"
    unit_of_measure: str = "件"


ITEMS = (*(Line() for _ in range(8)), Line("公共财政预算收入", "亿元"), Line("能耗下降率", "%"))


def _said(text, items=ITEMS):
    answers = read_month(text, items)
    return {
        number: figures.answer.value if isinstance(figures.answer, Number) else figures.answer
        for number, figures in answers.said.items()
    }


def _reasons(text, items=ITEMS):
    return [(p.number, p.reason.id) for p in read_month(text, items).problems]


def _all(but=()):
    return {number: UnchangedSaid() for number in range(1, 11) if number not in but}


def test_the_rest_stays_unchanged():
    text = "3=412 7=0 9 无 其余不变"
    assert _said(text) == _all() | {3: 412, 7: 0, 9: NoDataSaid()}
    assert _reasons(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3：412；7＝0", {3: 412, 7: 0}),
        ("3=412,7=0,9无", {3: 412, 7: 0, 9: NoDataSaid()}),
        ("3=1,234 9无", {3: 1234, 9: NoDataSaid()}),
        ("3 412\n7 0\n4. 33\n5、6", {3: 412, 7: 0, 4: 33, 5: 6}),
        ("①=5 ②无", {1: 5, 2: NoDataSaid()}),
        ("3 无 4 不适用 5 —", {3: NoDataSaid(), 4: NotApplicableSaid(), 5: NotApplicableSaid()}),
        ("1-3 不变", {n: UnchangedSaid() for n in (1, 2, 3)}),
        ("1、2、5不变", {n: UnchangedSaid() for n in (1, 2, 5)}),
        ("7＝－5", {7: -5}),
        ("9=1,200万 10=下降3.9%", {9: Decimal("0.12"), 10: Decimal("3.9")}),
        ("全部不变", _all()),
        ("all unchanged", _all()),
        ("3=4 rest unchanged", _all() | {3: 4}),
        ("其他均不变，3=5", _all() | {3: 5}),
        ("其余无数据", dict.fromkeys(range(1, 11), NoDataSaid())),
        ("", {}),
    ],
)
def test_answers_are_read_by_their_numbers(text, said):
    assert _said(text) == said
    assert _reasons(text) == []


def test_base_and_growth_are_marked():
    figures = read_month("3=412 上年380 增长8.4% 4=5（6）", ITEMS).said
    assert (figures[3].base, figures[3].growth) == (Decimal(380), Decimal("8.4"))
    assert figures[4].base == 6


def test_what_was_not_mentioned_is_listed():
    assert read_month("3=412 4=1,5", ITEMS).unanswered == (1, 2, 5, 6, 7, 8, 9, 10)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3.412", (None, "grammar-item-unclear")),
        ("hello", (None, "grammar-item-unclear")),
        ("3=412 380", (3, "grammar-spaced")),
        ("3 412 7 0", (3, "grammar-two-numbers")),
        ("3=1,5", (3, "grammar-comma")),
        ("9=3%", (9, "grammar-percent-for-amount")),
        ("0=5", (None, "grammar-no-such-item")),
        ("11=5", (None, "grammar-no-such-item")),
        ("3-1 不变", (None, "grammar-no-such-item")),
        ("1,234=5", (None, "grammar-no-such-item")),
        ("1,1不变", (None, "grammar-no-such-item")),
        ("3=1 3=2", (3, "grammar-item-twice")),
        ("全部不变 3=412", (None, "grammar-all-and-some")),
        ("其余不变 其余无", (None, "grammar-all-and-some")),
    ],
)
def test_what_is_not_clear_is_a_problem_of_that_piece_alone(text, problem):
    assert _reasons(text) == [problem]
    assert _said(text + "\n8=5").get(8) in {5, UnchangedSaid()}


def test_the_rest_waits_until_every_piece_has_found_its_number():
    text = "7.0 3=1 其余不变"
    assert _reasons(text) == [(None, "grammar-item-unclear"), (None, "grammar-rest-unclear")]
    assert _said(text) == {3: 1}


def test_the_rest_does_not_reach_a_number_with_a_problem():
    assert _said("3=1,5 其余不变") == _all(but=(3,))


def test_the_same_answer_twice_is_one_answer():
    assert _reasons("3=5 3=5") == []


def test_a_list_of_one_needs_no_number():
    assert _said("412", ITEMS[:1]) == {1: 412}
    assert _said("无", ITEMS[:1]) == {1: NoDataSaid()}


@pytest.mark.parametrize("junk", ["1," * 2000, "1-5" * 1300, "3=4 " * 1000, "无" * 4000])
def test_a_whole_message_of_junk_is_worked_through(junk):
    answers = read_month(junk, ITEMS)
    assert len(answers.said) + len(answers.unanswered) + len(answers.problems) >= len(ITEMS)


numbers = st.dictionaries(st.integers(1, 10), st.integers(0, 99_999_999), min_size=1)


@given(
    numbers,
    st.sampled_from(["{}={}", "{}：{}", "{} = {:,}", "{}＝{:,}"]),
    st.sampled_from([" ", "\n", "；", "，", ", "]),
)
def test_every_number_survives_every_form(values, form, gap):
    items = (Line(),) * 10
    text = gap.join(form.format(number, value) for number, value in values.items())
    assert _said(text, items) == values
    assert _reasons(text, items) == []


@given(st.text(max_size=300))
def test_reading_never_raises(text):
    read_month(text, ITEMS)


@given(st.text(alphabet="0123456789=：、,.- 无不变其余全部\n;（）", max_size=60))
def test_every_number_is_answered_or_open_or_a_problem(text):
    answers = read_month(text, ITEMS)
    failed = {problem.number for problem in answers.problems} - {None}
    assert not failed & answers.said.keys()
    assert sorted([*answers.said, *failed, *answers.unanswered]) == list(range(1, 11))
