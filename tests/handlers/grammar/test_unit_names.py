"""Units are found by any of their names, and never by a name that is not theirs."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.units import Found, NotFound, Several, UnitNames, match_unit


@dataclass(frozen=True)
class Agency:
    code: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()


AGENCIES = (
    Agency("JJ01", "市发展和改革委员会", "发改委"),
    Agency("JJ31", "中国农业银行", "农行"),
    Agency("JJ28", "农村商业银行", "农商行", ("农行",)),
    Agency("SH29", "市第一人民医院", "市一院"),
)


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("金港 3.21 2.90", "T01", " 3.21 2.90"),
        ("保税区3.21", "T01", "3.21"),
        ("张家港保税区(金港镇)  3.2", "T01", "  3.2"),
        ("张家港保税区（金港镇） 3.2", "T01", " 3.2"),
        ("开发区 2.05，上年1.98", "T02", " 2.05,上年1.98"),
        ("经开区（杨舍镇）3.2", "T02", "3.2"),
        ("冶金园：1.10", "T03", ":1.10"),
        ("凤凰1,493万美元", "T05", "1,493万美元"),
        ("乐余无", "T06", "无"),
        ("凤凰三", "T05", "三"),
        ("锦丰镇下降3%", "T03", "下降3%"),
        ("常阴沙 -", "T09", " -"),
        ("常阴沙管委会 2", "T09", " 2"),
        ("金　港　3", "T01", " 3"),
        ("1. 金港 3", "T01", " 3"),
        ("1、金港 3", "T01", " 3"),
        ("（3）金港 3", "T01", " 3"),
        ("1 金港 3", "T01", " 3"),
        ("① 南丰 2", "T07", " 2"),
        ("市凤凰镇 3", "T05", " 3"),
        ("T10 3", "T10", " 3"),
        ("t01=3", "T01", "=3"),
        ("Ｔ０３ 3.2", "T03", " 3.2"),
    ],
)
def test_a_line_begins_with_one_unit(towns, text, code, rest):
    match = match_unit(text, towns)
    assert isinstance(match, Found), match
    assert (match.unit.code, match.rest) == (code, rest)


@pytest.mark.parametrize(
    "text", ["金港物流园 3", "凤凰山 3", "T1 3", "T101 3", "合计 9", "", "3.21"]
)
def test_a_name_that_only_begins_like_a_unit_is_not_that_unit(towns, text):
    assert isinstance(match_unit(text, towns), NotFound)


def test_a_misspelt_name_suggests_the_unit_without_taking_it(towns):
    match = match_unit("乐于镇 3.2", towns)
    assert isinstance(match, NotFound)
    assert match.said == "乐于镇"
    assert [unit.code for unit in match.near] == ["T06"]


def test_a_name_without_any_likeness_suggests_nothing(towns):
    match = match_unit("虚无 3.2", towns)
    assert isinstance(match, NotFound)
    assert match.near == ()


def test_names_of_two_units_together_are_asked_about(towns):
    match = match_unit("经开区（金港镇）3.2", towns)
    assert isinstance(match, Several)
    assert {unit.code for unit in match.units} == {"T01", "T02"}


def test_a_shared_alias_is_asked_about():
    match = match_unit("农行 3", AGENCIES)
    assert isinstance(match, Several)
    assert {unit.code for unit in match.units} == {"JJ31", "JJ28"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("发改委 3", "JJ01"),
        ("市发改委 3", "JJ01"),
        ("发展和改革委员会 3", "JJ01"),
        ("农商行 3", "JJ28"),
        ("市一院 3", "SH29"),
    ],
)
def test_the_prefix_of_the_city_may_be_there_or_not(text, code):
    match = match_unit(text, AGENCIES)
    assert isinstance(match, Found)
    assert match.unit.code == code


def test_a_whole_name_has_nothing_after_it(towns):
    names = UnitNames(towns)
    assert isinstance(names.whole(" 冶金工业园 "), Found)
    assert isinstance(names.whole("冶金工业园 3"), NotFound)


def test_every_name_of_every_unit_is_recognised(towns):
    names = UnitNames(towns)
    for town in towns:
        for name in (town.code, town.name, town.short_name, *town.aliases):
            match = names.at_start(f"{name}：3.2")
            assert isinstance(match, Found)
            assert match.unit is town


@given(st.text(max_size=60))
def test_matching_never_raises(text):
    match_unit(text, AGENCIES)
