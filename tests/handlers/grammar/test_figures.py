"""A cell with last year's figure and the stated growth beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.answers import NoDataSaid, Number, Unreadable
from handlers.grammar.figures import read_figures

READ = [
    ("2.05，上年1.98", "亿美元", "2.05", "1.98", None),
    ("2.05；上年同期1.98", "亿美元", "2.05", "1.98", None),
    ("2.05, last year 1.98", "亿美元", "2.05", "1.98", None),
    ("1.10亿美元（1.20）", "亿美元", "1.10", "1.20", None),
    ("1,493万美元（1,380）", "亿美元", "0.1493", "0.138", None),
    ("1,493万美元，上年0.12亿美元", "亿美元", "0.1493", "0.12", None),
    ("3.21 2.90", "亿美元", "3.21", "2.90", None),
    ("3.21 亿元 2.90 亿元", "亿元", "3.21", "2.90", None),
    ("1,234 1,100", "件", "1234", "1100", None),
    ("412 增长12.5%", "件", "412", None, "12.5"),
    ("412 up 12.5%", "件", "412", None, "12.5"),
    ("412增长12.5％", "件", "412", None, "12.5"),
    ("3.21 同比+8.2%", "亿元", "3.21", None, "8.2"),
    ("3.21 同比-8.2%", "亿元", "3.21", None, "-8.2"),
    ("3.21（+8.2%）", "亿元", "3.21", None, "8.2"),
    ("383.2 可比价增长8.1%", "亿元", "383.2", None, "8.1"),
    ("3.21，较上年同期增长8%", "亿元", "3.21", None, "8"),
    ("3.21，同比下降3.2%，上年同期3.3", "亿元", "3.21", "3.3", "-3.2"),
    ("3.21(上年2.9，增长10.7%)", "亿元", "3.21", "2.9", "10.7"),
    ("412 380 8.4%", "件", "412", "380", "8.4"),
    ("3.21 同比持平", "亿元", "3.21", None, "0"),
    ("88.2% 87.5%", "%", "88.2", "87.5", None),
    ("88.2 提高0.5个百分点", "%", "88.2", None, "0.5"),
    ("3.21 上年无", "亿元", "3.21", None, None),
    ("0.0468 上年-0.02", "亿美元", "0.0468", "-0.02", None),
    ("(1,234)", "件", "-1234", None, None),
    ("增长12.5%", "%", "12.5", None, None),
    ("可比价增长8.1%", "%", "8.1", None, None),
]


def _decimal(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "measure", "value", "base", "growth"), READ)
def test_value_base_and_growth_are_told_apart(text, measure, value, base, growth):
    figures = read_figures(text, unit_of_measure=measure)
    assert isinstance(figures.answer, Number), figures.answer
    assert figures.answer.value == Decimal(value)
    assert figures.base == _decimal(base)
    assert figures.growth == _decimal(growth)


def test_a_nil_report_may_carry_last_years_figure():
    figures = read_figures("无，上年1.98", unit_of_measure="亿元")
    assert figures.answer == NoDataSaid()
    assert figures.base == Decimal("1.98")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("412 380", "grammar-spaced"),
        ("1 234 567", "grammar-spaced"),
        ("3.21 2.9 1.1", "grammar-two-numbers"),
        ("3.21 上年2.9 去年2.8", "grammar-two-numbers"),
        ("3.21 2.9，上年2.8", "grammar-two-numbers"),
        ("3.21(-3)", "grammar-bracket"),
        ("3.21(+30)", "grammar-bracket"),
        ("412 增长12", "grammar-growth-percent"),
        ("412 增长12件", "grammar-growth-percent"),
        ("上年1.98", "grammar-no-figure"),
        ("3.21,2.90", "grammar-comma"),
        ("3.21 上年2,9", "grammar-comma"),
        ("3.21亿元 2.9亿美元", "grammar-wrong-measure"),
        ("3.21 约2.9", "grammar-approximate"),
    ],
)
def test_one_part_in_doubt_refuses_the_whole_cell(text, reason):
    measure = "亿元" if "亿" in text else "件"
    figures = read_figures(text, unit_of_measure=measure)
    assert isinstance(figures.answer, Unreadable), figures
    assert figures.answer.reason.id == reason
    assert figures.base is None


def test_where_a_bare_base_is_not_expected_a_second_number_is_refused():
    figures = read_figures("3.21 2.90", unit_of_measure="亿元", is_bare_base_allowed=False)
    assert isinstance(figures.answer, Unreadable)
    marked = read_figures("3.21（2.90）", unit_of_measure="亿元", is_bare_base_allowed=False)
    assert marked.base == Decimal("2.90")


places4 = st.decimals(min_value=0, max_value=9999, places=4).map(abs)


@given(
    places4,
    places4,
    st.sampled_from(["{}，上年{}", "{}（{}）", "{} {}", "{}\t{}", "{};上年同期{}亿元"]),
)
def test_value_and_base_survive_every_form(value, base, form):
    figures = read_figures(form.format(f"{value:f}", f"{base:f}"), unit_of_measure="亿元")
    assert isinstance(figures.answer, Number)
    assert (figures.answer.value, figures.base) == (value, base)


@given(st.text(max_size=400))
def test_reading_never_raises(text):
    read_figures(text, unit_of_measure="亿元")


@given(st.text(alphabet="上年同比增长下降()（）+-%亿元0123.，; 无持平", max_size=40))
def test_reading_near_misses_never_raises(text):
    read_figures(text, unit_of_measure="%")
    read_figures(text, unit_of_measure="件", is_bare_base_allowed=False)
