"""Headings of pasted figures: which indicators, which month, which unit of measure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from handlers.grammar.figures import BASE_WORDS
from handlers.grammar.measures import Measure, fits, measure
from handlers.grammar.months import read_period, without_period
from handlers.grammar.spelling import folded, trimmed
from handlers.grammar.units import name_parts
from handlers.texts import Msg, msg
from scoring.periods import Period


class Measured(Protocol):
    """What a column must know of an indicator."""

    @property
    def code(self) -> str:
        """The code it is filed under."""
        ...

    @property
    def name(self) -> str:
        """Its name; parts in brackets are names of their own."""
        ...

    @property
    def unit_of_measure(self) -> str:
        """The unit of measure its figures are kept in."""
        ...


Role: TypeAlias = Literal["value", "base", "growth", "ignored", "unknown"]

_LEADING_CODE = re.compile("[a-z][a-z0-9_.-]*(?<![_.-])")
_COMMAND = re.compile(r"\s*/[^\s/]+")
_STATED_MEASURE = re.compile(r"(?:计量)?单位\s*[:]\s*([^\s),;]+)")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_IGNORED = re.compile(
    "序号|编号|备注|说明|位次|排名|名次|完成率|完成比例|目标|任务|进度|序时|占比|比重|贡献|当月|本月|单月"
)
_GROWTH = re.compile("增幅|增速|同比|增长|升降|±|%|growth|yoy")
_VALUE = re.compile("累计|本期|本年|今年|完成|实绩|实际|数值|数据|金额|总量|绝对|[0-9]月")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says about the figures below it; *problem* is what it says wrongly."""

    indicators: tuple[Measured, ...] = ()
    period: Period | None = None
    typed_in: str = ""
    problem: Msg | None = None

    @property
    def says_anything(self) -> bool:
        """Whether the line is a heading at all."""
        return bool(self.indicators or self.period or self.typed_in or self.problem)


class IndicatorNames:
    """The names of some indicators, read once and found anywhere in a heading."""

    def __init__(self, indicators: Sequence[Measured]) -> None:
        by_name: defaultdict[str, list[Measured]] = defaultdict(list)
        self._by_code = {folded(each.code): each for each in indicators}
        for indicator in indicators:
            for part in set(name_parts(indicator.name)):
                by_name[_tight(part)].append(indicator)
        self._by_name = dict(sorted(by_name.items(), key=lambda each: -len(each[0])))

    def heading(self, text: str, latest: Period) -> Heading:
        """Read a heading line; a leading command such as /填报 is passed over."""
        line = folded(_COMMAND.sub("", text, count=1))
        period = read_period(line, latest)
        found = self.found_in(without_period(line))
        if isinstance(period, Msg):
            return Heading(problem=period)
        if isinstance(found, Msg):
            return Heading(period=period, problem=found)
        return Heading(found, period, measure_in(line, found))

    def begins_with_code(self, text: str) -> bool:
        """Whether a line opens with an indicator's code, such as "JJ01-2" where JJ01 is a unit."""
        word = _LEADING_CODE.match(folded(text))
        return word is not None and word[0] in self._by_code

    def found_in(self, text: str) -> tuple[Measured, ...] | Msg:
        """Return the indicators a text names, in its order; the reason if a name is shared."""
        line = folded(text)
        at: dict[int, Measured] = {}
        for word in re.finditer("[a-z][a-z0-9_.-]*(?<![_.-])", line):
            if word[0] in self._by_code:
                at.setdefault(word.start(), self._by_code[word[0]])
        named = {indicator.code for indicator in at.values()}
        left = _tight(line)
        for name, owners in self._by_name.items():
            position = left.find(name)
            if position < 0 or not name:
                continue
            left = left.replace(name, "\0" * len(name), 1)
            if any(owner.code in named for owner in owners):
                continue
            if len(owners) > 1:
                codes = "、".join(owner.code for owner in owners)
                return msg("grammar-indicator-shared", name=name, codes=codes)
            at.setdefault(len(line) + position, owners[0])
            named.add(owners[0].code)
        return tuple(at[position] for position in sorted(at))

    def role(self, text: str) -> tuple[Measured | None, Role] | Msg:
        """Return which indicator a column's head names and what the column holds."""
        found = self.found_in(text)
        if isinstance(found, Msg):
            return found
        indicator = found[0] if found else None
        line = folded(text)
        for part in name_parts(indicator.name) if indicator else ():
            line = line.replace(folded(part), " ")
        return indicator, _role(line, is_named=indicator is not None)


def measure_in(text: str, indicators: Sequence[Measured]) -> str:
    """Return the unit of measure a heading states for bare numbers; empty if none that fits."""
    line = folded(text)
    stated = [trimmed(each) for each in _STATED_MEASURE.findall(line) + _IN_BRACKETS.findall(line)]
    for name in stated:
        typed = measure(name)
        if not indicators and name in _STATED_MEASURE.findall(line):
            return name
        if indicators and typed.base and _fits_all(typed, indicators):
            return name
    return ""


def _fits_all(typed: Measure, indicators: Sequence[Measured]) -> bool:
    return all(fits(typed, measure(each.unit_of_measure)) for each in indicators)


def _role(line: str, *, is_named: bool) -> Role:
    """Judge what a head says once the indicator's own name is taken out of it."""
    if re.search("累计", line) is None and _IGNORED.search(line):
        return "ignored"
    if re.search(f"(?:{BASE_WORDS})(?!.*(?:增|同比))", line):
        return "base"
    bare = _IN_BRACKETS.sub("", line)
    if _GROWTH.search(bare):
        return "growth"
    return "value" if is_named or _VALUE.search(line) else "unknown"


def _tight(text: str) -> str:
    return "".join(folded(text).split())
