"""What the heads of a sheet's columns mean: whose figure, which month, in which measure.

A head is believed only as far as it goes: words in it that are neither a name nor a role, such as
"of which taxes", say that the column holds something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from handlers.grammar.figures import BASE_WORDS
from handlers.grammar.headings import IndicatorNames, Measured, measure_in
from handlers.grammar.measures import Measure, fits, measure
from handlers.grammar.months import read_period, without_period
from handlers.grammar.spelling import folded, trimmed
from handlers.grammar.units import name_parts
from handlers.texts import Msg, msg
from scoring.periods import Period

Meaning: TypeAlias = Literal["value", "base", "growth", "month", "ignored", "unclear", "unknown"]

LEVEL = "\n"
"""What stands between the rows of a head that has several."""

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_STATED = re.compile(r"(?:计量)?单位\s*[:]\s*([^\s();]+)")
_ELSEWHERE = re.compile(r"预计|预测|估计|计划|目标|任务|其中|本级|市直|剔除")
_PASSED_OVER = re.compile(
    "序号|编号|代码|备注|说明|位次|排名|名次|完成率|完成比例|目标|任务|计划|进度|序时|占比|比重|贡献|得分"
    "|分值|权重|增减额|增加额|差额|rank|note|target|plan"
)
_ONE_MONTH = re.compile("当月|本月(?!止|末)|单月|month only")
_GROWTH = re.compile("增幅|增速|增长|同比|升降|±|growth|yoy")
_BASE = re.compile(f"(?:{BASE_WORDS})(?!.*(?:增|同比|比))")
_LAST_YEAR = re.compile("上年|去年|同期|last year")
_CUMULATIVE = re.compile("累计|年初至今|至本月|[0-9]\\s*[-—~至]\\s*[0-9]{1,2}\\s*月|since january")
_YEAR_ONLY = re.compile(r"(20[0-9]{2})\s*年?度?(?![0-9.])")
_ROLE_WORDS = re.compile(
    "累计|本期|本年|今年|完成|实绩|实际|数值|数据|金额|总量|总额|绝对|增幅|增速|同比|增长|升降|上年|去年|同期|同月"
    "|基数|基期|情况|指标|合计|总计|年初|至今|本月|期末|时点|现价|可比价|可比|单位|区镇|乡镇|街道|地区|名称"
    "|年度|全年|年|月|比|较|率|额|数|值|量|增|减|幅|自|起|至|止|末|按|的|为|及|与|和"
    "|growth|yoy|values?|figures?|totals?|last|year|base|since|january|unit"
)
_VALUE = re.compile(
    "累计|本期|本年|今年|完成|实绩|实际|数值|数据|金额|总量|总额|绝对|合计|年初至今|期末|时点|value|figure|total"
    "|(?<!位)数$|20[0-9]{2}年"
)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Head:
    """One column: the indicator it is about, what it holds, in which measure, and of which month.

    *is_cumulative*: the head says so itself, which decides between two columns.
    """

    text: str
    indicator: Measured | None
    meaning: Meaning
    typed_in: str = ""
    period: Period | None = None
    is_cumulative: bool = False
    problem: Msg | None = None


def stated_measures(text: str) -> tuple[str, ...]:
    """Return the measures a line such as 单位：万元、％ states."""
    found = _STATED.findall(folded(text))
    return tuple(part for each in found for part in re.split("[、,/]", each) if part)


def one_that_fits(stated: Sequence[str], indicator: Measured) -> str:
    """Return the stated measure an indicator's figures can be in; empty if not exactly one."""
    wanted = measure(indicator.unit_of_measure)
    fitting = [each for each in stated if measure(each).base and fits(measure(each), wanted)]
    return fitting[0] if len(fitting) == 1 else ""


def read_head(
    text: str,
    names: IndicatorNames,
    *,
    alone: Measured | None,
    period: Period,
    stated: Sequence[str],
) -> Head:
    """Read one column's head; *alone* is the indicator of the whole sheet, if there is one."""
    found = names.found_in(without_period(text))
    if isinstance(found, Msg):
        return Head(text, None, "unclear", problem=found)
    if len(found) > 1:
        codes = "、".join(each.code for each in found)
        return Head(text, None, "unclear", problem=msg("sheet-two-indicators", codes=codes))
    indicator = found[0] if found else None
    rest = _without_name(folded(text), indicator)
    meaning = _meaning(rest, is_named=indicator is not None)
    is_other = _names_something_else(_from_its_name(text, indicator, names))
    if meaning == "ignored" or (is_other and indicator is None):
        return Head(text, indicator, "ignored" if meaning == "ignored" else "unknown")
    if is_other:
        return Head(
            text,
            indicator,
            "unclear",
            problem=msg("sheet-head-unclear", head=text.replace(LEVEL, " ")),
        )
    indicator = indicator or alone
    if indicator is None:
        return Head(text, None, meaning)
    return _placed(text, rest, indicator, meaning, period, stated)


def _from_its_name(text: str, indicator: Measured | None, names: IndicatorNames) -> str:
    """Return a head without the indicator's name and without the groups that stand above it."""
    levels = text.split(LEVEL)
    at = 0
    if indicator is not None:
        whole = [number for number, each in enumerate(levels) if whole_name(each, names)]
        at = whole[0] if whole else 0
    return _without_name(folded(" ".join(levels[at:])), indicator)


def whole_name(text: str, names: IndicatorNames) -> Measured | None:
    """Return the indicator that a cell names and nothing else, if there is one."""
    found = names.found_in(text)
    if isinstance(found, Msg) or len(found) != 1:
        return None
    rest = _IN_BRACKETS.sub(" ", _without_name(folded(text), found[0]))
    return None if _LETTERS.search(rest) else found[0]


def _placed(
    text: str,
    rest: str,
    indicator: Measured,
    meaning: Meaning,
    wanted: Period,
    stated: Sequence[str],
) -> Head:
    """Return the head with its month and its measure."""
    is_growth = meaning == "growth"
    typed_in = "" if is_growth else measure_in(text, [indicator])
    if not typed_in and not is_growth:
        wrong = _other_measure(rest, indicator)
        if wrong:
            problem = msg("grammar-wrong-measure", typed=wrong, wanted=indicator.unit_of_measure)
            return Head(text, indicator, "unclear", problem=problem)
        typed_in = one_that_fits(stated, indicator)
    month = None if _LAST_YEAR.search(rest) else _month_of(rest, wanted)
    if isinstance(month, Msg):
        return Head(text, indicator, "unclear", problem=month)
    if meaning == "value" and month == wanted.year_before:
        meaning, month = "base", None
    is_cumulative = bool(_CUMULATIVE.search(rest))
    return Head(text, indicator, meaning, typed_in, month, is_cumulative)


def _month_of(text: str, wanted: Period) -> Period | Msg | None:
    """Return the month a head names; a year alone is its December."""
    found = read_period(text, wanted)
    if found is None and (year := _YEAR_ONLY.search(text)):
        return Period(int(year[1]), 12)
    return found


def _without_name(line: str, indicator: Measured | None) -> str:
    if indicator is None:
        return line
    for part in sorted(name_parts(indicator.name), key=len, reverse=True):
        pattern = r"\s*".join(map(re.escape, folded(part)))
        line = re.sub(pattern, " ", line)
    return re.sub(rf"(?<![a-z0-9]){re.escape(folded(indicator.code))}(?![a-z0-9-])", " ", line)


def _meaning(rest: str, *, is_named: bool) -> Meaning:
    """Judge what a head says once the indicator's own name is taken out of it."""
    if _PASSED_OVER.search(rest):
        return "ignored"
    if _BASE.search(rest):
        return "base"
    if _GROWTH.search(_IN_BRACKETS.sub("", rest)):
        return "growth"
    if _ONE_MONTH.search(rest) and not _CUMULATIVE.search(rest):
        return "month"
    if is_named or _VALUE.search(rest) or read_period(rest, Period(2099, 12)):
        return "value"
    return "unknown"


def _names_something_else(rest: str) -> bool:
    if any(_ELSEWHERE.search(each) for each in _IN_BRACKETS.findall(rest)):
        return True
    line = _ROLE_WORDS.sub("", without_period(_IN_BRACKETS.sub(" ", rest)))
    line = re.sub("[%‰±]|百分点", "", line)
    known = [trimmed(each) for each in line.split()]
    return any(_LETTERS.search(each) and not is_measure(each) for each in known)


def _other_measure(rest: str, indicator: Measured) -> str:
    """Return a measure stated in brackets that the indicator's figures cannot be in."""
    wanted = measure(indicator.unit_of_measure)
    for said in map(trimmed, _IN_BRACKETS.findall(rest)):
        if is_measure(said) and not fits(measure(said), wanted):
            return said
    return ""


def is_measure(said: str) -> bool:
    """Whether a word is a measure beyond doubt: a multiple, money, area, weight or a share."""
    read = measure(said)
    known = {"元", "美元", "%", "平方米", "吨", "吨标准煤", "克", "米", *"人户家个件项辆台"}
    return read.base in known or (read != Measure(said, read.factor) and read.base == "")
