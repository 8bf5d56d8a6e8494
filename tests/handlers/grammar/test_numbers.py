"""One answer: what it means, what it is converted to, and what is refused with which reason."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.grammar.answers import (
    NoDataSaid,
    NotApplicableSaid,
    Number,
    UnchangedSaid,
    Unreadable,
)
from handlers.grammar.numbers import change_of, read_answer

READ = [
    ("412", "件", "412"),
    ("0", "件", "0"),
    ("零", "件", "0"),
    ("-0", "件", "0"),
    ("十二", "件", "12"),
    ("二十", "件", "20"),
    ("三起", "起", "3"),
    ("两家", "家", "2"),
    ("3个", "家", "3"),
    ("3名", "人", "3"),
    ("１２３４", "件", "1234"),
    ("１２．５％", "%", "12.5"),
    ("1,234,567", "件", "1234567"),
    ("1，234", "件", "1234"),
    ("12,345.60", "万元", "12345.60"),
    (".5", "亿元", "0.5"),
    (" 3.21 亿元 ", "亿元", "3.21"),
    ("3.21亿元。", "亿元", "3.21"),
    ("累计完成3.21亿元", "亿元", "3.21"),
    ("+3", "件", "3"),
    ("＋3", "件", "3"),
    ("－3", "万元", "-3"),
    ("−3", "万元", "-3"),
    ("–3", "万元", "-3"),
    ("负3", "万元", "-3"),
    ("负0.02亿美元", "亿美元", "-0.02"),
    ("1.2亿", "万元", "12000"),
    ("12,000万", "亿元", "1.2"),
    ("12,000万元", "亿元", "1.2"),
    ("120000000元", "亿元", "1.2"),
    ("1亿2000万", "亿元", "1.2"),
    ("1亿2千万元", "万元", "12000"),
    ("1,493万美元", "亿美元", "0.1493"),
    ("$1.2亿", "亿美元", "1.2"),
    ("¥120", "元", "120"),
    ("1.2 million yuan", "万元", "120"),
    ("3.2亿元人民币", "亿元", "3.2"),
    ("1.2万吨", "吨", "12000"),
    ("5000吨标煤", "万吨标准煤", "0.5"),
    ("150亩", "公顷", "10"),
    ("2公顷", "亩", "30"),
    ("3.5万亩", "万亩", "3.5"),
    ("1.5平方公里", "公顷", "150"),
    ("2㎡", "平方米", "2"),
    ("30000平方米", "万平方米", "3"),
    ("2公里", "公里", "2"),
    ("1.2万", "人", "12000"),
    ("50万元", "万元/人", "50"),
    ("0.45吨标煤/万元", "吨标准煤/万元", "0.45"),
    ("12‰", "%", "1.2"),
    ("1.2%", "‰", "12"),
    ("3.2个百分点", "百分点", "3.2"),
    ("3.2百分点", "%", "3.2"),
    ("增长12.5%", "%", "12.5"),
    ("同比增长12.5%", "%", "12.5"),
    ("下降3", "%", "-3"),
    ("下降3%", "%", "-3"),
    ("负增长3%", "%", "-3"),
    ("增长-3.2%", "%", "-3.2"),
    ("down 3%", "%", "-3"),
    ("(1,234)", "万元", "-1234"),
    ("（1,234万元）", "亿元", "-0.1234"),
]


@pytest.mark.parametrize(("text", "measure", "value"), READ)
def test_a_number_is_read_into_the_indicators_own_measure(text, measure, value):
    answer = read_answer(text, unit_of_measure=measure)
    assert isinstance(answer, Number), answer
    assert answer.value == Decimal(value)
    assert "E" not in str(answer.value)


WORDS = [
    (NoDataSaid, "无 无数据 暂无 没有 未发生 零报告 nil none NONE （无） 无。"),
    (NotApplicableSaid, "- -- — —— / ／ 不适用 不考核 n/a N/A ﹣"),
    (UnchangedSaid, "不变 无变化 同上月 与上月持平 unchanged Same"),
]


@pytest.mark.parametrize(
    ("text", "meaning"), [(text, meaning) for meaning, texts in WORDS for text in texts.split()]
)
def test_the_four_answers_stay_apart(text, meaning):
    assert isinstance(read_answer(text, unit_of_measure="亿元"), meaning)


REFUSED = [
    ("1,5", "件", "grammar-comma"),
    ("1.234,5", "亿元", "grammar-comma"),
    ("1,23,4", "亿元", "grammar-comma"),
    ("1,2345", "亿元", "grammar-comma"),
    ("0,123", "亿元", "grammar-comma"),
    ("1,234,56", "亿元", "grammar-comma"),
    ("3.21,2.90", "亿元", "grammar-comma"),
    ("3.2 4.1", "亿元", "grammar-two-numbers"),
    ("1 234", "件", "grammar-two-numbers"),
    ("3/4", "件", "grammar-two-numbers"),
    ("2013-09", "件", "grammar-two-numbers"),
    ("3万5", "元", "grammar-two-numbers"),
    ("1.5亿2000万", "元", "grammar-two-numbers"),
    ("1亿20000万", "元", "grammar-two-numbers"),
    ("1e5", "件", "grammar-scientific"),
    ("4.2E+05", "亿元", "grammar-scientific"),
    ("0x1f", "件", "grammar-not-a-number"),
    ("nan", "件", "grammar-not-a-number"),
    ("Infinity", "件", "grammar-not-a-number"),
    ("1.2.3", "件", "grammar-not-a-number"),
    ("3.", "件", "grammar-not-a-number"),
    (",5", "件", "grammar-not-a-number"),
    ("10²", "件", "grammar-not-a-number"),
    ("½", "件", "grammar-not-a-number"),
    ("三五", "件", "grammar-not-a-number"),
    ("十十", "件", "grammar-not-a-number"),
    ("٣٤", "件", "grammar-not-a-number"),
    ("—3", "件", "grammar-not-a-number"),
    ("--3", "件", "grammar-not-a-number"),
    ("好的", "件", "grammar-not-a-number"),
    ("", "件", "grammar-empty"),
    ("  ", "件", "grammar-empty"),
    ("#REF!", "亿元", "grammar-sheet-error"),
    ("#DIV/0!", "亿元", "grammar-sheet-error"),
    ("#####", "亿元", "grammar-sheet-error"),
    ("007", "件", "grammar-leading-zero"),
    ("1234567890123456", "元", "grammar-too-many-digits"),
    ("0.1234567890123456", "亿元", "grammar-too-many-digits"),
    ("约3", "件", "grammar-approximate"),
    ("3左右", "件", "grammar-approximate"),
    (">3", "件", "grammar-approximate"),
    ("30多", "件", "grammar-approximate"),
    ("当月3.2", "亿元", "grammar-one-month"),
    ("3%", "亿元", "grammar-percent-for-amount"),
    ("3亿元", "亿美元", "grammar-wrong-measure"),
    ("3亿美元", "亿元", "grammar-wrong-measure"),
    ("3户", "件", "grammar-wrong-measure"),
    ("3万", "%", "grammar-wrong-measure"),
    ("3.2（修订）", "亿元", "grammar-wrong-measure"),
    ("100亩", "公顷", "grammar-inexact"),
    ("增长12.5%", "亿元", "grammar-change-for-amount"),
    ("下降3", "件", "grammar-change-for-amount"),
    ("下降-3%", "%", "grammar-double-sign"),
    ("(-3)", "件", "grammar-double-sign"),
    ("持平", "亿元", "grammar-same-as-last-year"),
    ("与上年同期持平", "%", "grammar-same-as-last-year"),
    ("1" * 400, "件", "grammar-too-long"),
]


@pytest.mark.parametrize(("text", "measure", "reason"), REFUSED)
def test_what_can_be_read_in_two_ways_is_refused_with_its_reason(text, measure, reason):
    answer = read_answer(text, unit_of_measure=measure)
    assert isinstance(answer, Unreadable), answer
    assert answer.reason.id == reason


def test_fifteen_digits_are_still_read():
    answer = read_answer("123456789012345", unit_of_measure="元")
    assert answer == Number(Decimal(123456789012345))


def test_a_conversion_is_shown_before_it_is_confirmed():
    answer = read_answer("1,493万美元", unit_of_measure="亿美元")
    assert isinstance(answer, Number)
    assert answer.note is not None
    assert answer.note.id == "grammar-note-converted"
    assert answer.note.given["value"] == Decimal("0.1493")


def test_what_needs_no_conversion_needs_no_note():
    assert read_answer("3.20亿元", unit_of_measure="亿元") == Number(Decimal("3.20"))


@pytest.mark.parametrize(
    ("text", "value"), [("12000", "1.2"), ("1.2亿", "1.2"), ("1.2亿元", "1.2"), ("3万元", "0.0003")]
)
def test_bare_numbers_are_in_the_measure_the_sheet_states(text, value):
    answer = read_answer(text, unit_of_measure="亿元", typed_in="万元")
    assert isinstance(answer, Number)
    assert answer.value == Decimal(value)


def test_a_sheet_in_another_currency_is_refused():
    answer = read_answer("1.2亿", unit_of_measure="亿元", typed_in="万美元")
    assert isinstance(answer, Unreadable)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("单位GDP能耗下降率", "fall"),
        ("平均办理时限压缩率", "fall"),
        ("服务业增加值增幅", "growth"),
        ("税收收入占公共财政预算收入比重", "none"),
        ("刑事警情下降率", "fall"),
    ],
)
def test_the_name_says_what_an_indicator_measures(name, change):
    assert change_of(name) == change


@pytest.mark.parametrize(
    ("text", "change", "value"),
    [
        ("下降3.9%", "fall", "3.9"),
        ("上升0.5%", "fall", "-0.5"),
        ("下降3.9%", "growth", "-3.9"),
        ("持平", "growth", "0"),
        ("持平", "fall", "0"),
        ("3.9", "fall", "3.9"),
    ],
)
def test_the_sign_of_a_fall_depends_on_what_is_measured(text, change, value):
    answer = read_answer(text, unit_of_measure="%", change=change)
    assert isinstance(answer, Number)
    assert answer.value == Decimal(value)


amounts = st.decimals(
    min_value=0, max_value=Decimal("99999999.9999"), places=4, allow_nan=False
).map(abs)
WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
SPELLINGS = [
    lambda v: f"{v:f}",
    lambda v: f"{v:,f}",
    lambda v: f"{v:f}".translate(WIDE),
    lambda v: f"{v:,f}".translate(WIDE),
    lambda v: f"  {v:f} 亿元",
    lambda v: f"{v:f}亿",
    lambda v: f"+{v:f}",
    lambda v: f"累计{v:f}亿元。",
]


@given(amounts, st.sampled_from(SPELLINGS))
def test_a_number_survives_every_spelling(value, spelling):
    answer = read_answer(spelling(value), unit_of_measure="亿元")
    assert isinstance(answer, Number)
    assert answer.value == value


@given(amounts, st.sampled_from(["-{:f}", "－{:f}", "负{:f}", "({:f})", "（{:,f}）", "−{:f}亿元"]))
def test_a_negative_number_survives_every_spelling(value, spelling):
    answer = read_answer(spelling.format(value), unit_of_measure="亿元")
    assert isinstance(answer, Number)
    assert answer.value == -value


@given(amounts, st.sampled_from([("元", 8), ("万元", 4), ("百万元", 2), ("千万", 1), ("亿", 0)]))
def test_conversion_is_exact(value, measure):
    name, power = measure
    answer = read_answer(f"{value:f}{name}", unit_of_measure="亿元")
    assert isinstance(answer, Number)
    assert answer.value.scaleb(power) == value


@given(st.text(alphabet=st.characters(), max_size=400))
def test_reading_never_raises(text):
    read_answer(text, unit_of_measure="亿元")
    read_answer(text, unit_of_measure="%", change="fall")


@settings(max_examples=300)
@given(st.text(alphabet="0123456789.,，-负增长下降%万亿元() /上年同比无", max_size=30))
def test_what_is_read_without_a_multiplier_keeps_its_digits(text):
    answer = read_answer(text, unit_of_measure="亿元")
    if isinstance(answer, Number) and answer.note is None:
        typed = "".join(char for char in text if char in "0123456789")
        read = "".join(char for char in f"{answer.value:f}" if char in "0123456789")
        assert typed.lstrip("0") == read.lstrip("0")


@pytest.mark.parametrize("junk", ["(" * 4000, "1," * 2000, "增长" * 2000, "一" * 4000, "9 " * 2000])
def test_long_junk_is_refused(junk):
    answer = read_answer(junk, unit_of_measure="亿元")
    assert isinstance(answer, Unreadable)
