"""One answer as officials type it: a number with its unit of measure, or one of the words.

What can be read in two ways is refused with a question; no reading is ever a guess. 持平 means "as
in the same period of last year", which is not the figure of last month: it is growth 0 where the
indicator measures a change, and otherwise the figure itself is asked for.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from handlers.grammar.answers import Answer, Number, Unreadable
from handlers.grammar.digits import NUMERAL, read_digits
from handlers.grammar.measures import Measure, converted, fits, measure
from handlers.grammar.spelling import folded, hides_digits, shortened
from handlers.grammar.words import SAME_AS_LAST_YEAR, word
from handlers.texts import Msg, msg
from scoring.rounding import EXACT

Change: TypeAlias = Literal["none", "growth", "fall"]

LONGEST = 300
"""Characters of the longest text that is looked at as one answer."""

RISES = "增长|上升|提高|增加|上涨|增幅|增速|增|growth|up"
FALLS = "负增长|下降|下滑|回落|降低|减少|降幅|减|降|down"

_FALL_NAME = re.compile("(?:下降|降低|减少|压减|压缩|削减)(?:率|比例|幅度|[0-9%]|$)")
_GROWTH_NAME = re.compile("增幅|增速|增长率|增长$|同比")
_CHANGE = re.compile(f"(?P<fall>{FALLS})|(?P<rise>{RISES})")
_LEAD = re.compile("(?:按?可比价?|同比|[较比]上年(?:同期)?|累计|完成|实现|达到|为|是|共|达|[:= ])+")
_APPROXIMATE = re.compile("约|近|左右|上下|多|余|超|逾|不足|不到|以上|以下|大概|几|[<>≥≤±~≈]")
_ONE_MONTH = re.compile("当月|本月|单月")
_SCIENTIFIC = re.compile(r"[0-9.]e[+-]?[0-9]")
_SHEET_ERROR = re.compile(r"#(?:[a-z]|##)")
_CURRENCY = r"us\$|usd|rmb|cny|[$¥]"
_SIGNED = re.compile(
    rf"(?P<sign>\+|-|负|正)?\s*(?P<currency>{_CURRENCY})?\s*"
    rf"(?P<digits>[0-9.][0-9.,]*|{NUMERAL}(?![0-9.]))(?P<measure>.*)",
    re.DOTALL,
)
_YI_AND_WAN = re.compile(
    r"(?P<sign>-|负)?(?P<yi>[0-9.,]+)\s*亿\s*(?P<wan>[0-9.,]+)\s*(?P<thousand>千)?万(?P<measure>[^0-9]*)"
)


@dataclass(frozen=True, slots=True)
class Read:
    """An answer together with the unit of measure that was typed with it, if any."""

    answer: Answer
    typed_in: str = ""


def change_of(indicator_name: str) -> Change:
    """Return whether an indicator measures a growth, a fall (下降率) or neither, by its name.

    It decides the sign of 增长 and 下降: a 下降率 of 下降3.9% is 3.9, a 增幅 is −3.9.
    """
    if _FALL_NAME.search(indicator_name):
        return "fall"
    return "growth" if _GROWTH_NAME.search(indicator_name) else "none"


def read_answer(
    text: str, *, unit_of_measure: str, typed_in: str = "", change: Change = "none"
) -> Answer:
    """Read one answer into the indicator's unit of measure; never raises, never guesses.

    *typed_in* is the unit of measure of bare numbers where a sheet states another one than the
    indicator's. *change* is what the indicator measures, see `change_of`.
    """
    return read(text, measure(unit_of_measure), unit_of_measure, typed_in, change).answer


def read(text: str, wanted: Measure, wanted_name: str, typed_in: str, change: Change) -> Read:
    """Read one answer and keep the unit of measure typed with it."""
    if len(text) > LONGEST:
        return _refused(msg("grammar-too-long", most=LONGEST))
    line = folded(text).strip().rstrip(",;:、。! ")
    said = word(folded(text).strip())
    if said is not None:
        return Read(said)
    if "".join(line.split()) in SAME_AS_LAST_YEAR:
        if change == "none":
            return _refused(msg("grammar-same-as-last-year"))
        return Read(Number(Decimal(0)))
    reason = _refusal(text, line)
    if reason is not None:
        return _refused(reason)
    return _Reader(wanted, wanted_name, typed_in, change).read(line)


def _refused(reason: Msg) -> Read:
    return Read(Unreadable(reason))


def _refusal(text: str, line: str) -> Msg | None:
    """Return why a line cannot be a number at all, before its parts are looked at."""
    shown = shortened(text)
    if not line:
        return msg("grammar-empty")
    if _SHEET_ERROR.search(line):
        return msg("grammar-sheet-error", text=shown)
    has_digits = any("0" <= char <= "9" for char in line)
    if hides_digits(text) or not (has_digits or re.search(NUMERAL, line)):
        return msg("grammar-not-a-number", text=shown)
    if line.startswith("0x"):
        return msg("grammar-not-a-number", text=shown)
    if _SCIENTIFIC.search(line):
        return msg("grammar-scientific", text=shown)
    if _ONE_MONTH.search(line):
        return msg("grammar-one-month", text=shown)
    if _APPROXIMATE.search(line):
        return msg("grammar-approximate", text=shown)
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    wanted: Measure
    wanted_name: str
    typed_in: str
    change: Change

    def read(self, line: str) -> Read:
        lead = _LEAD.match(line)
        rest = line[lead.end() :].strip() if lead else line
        changed = _CHANGE.match(rest)
        if changed:
            return self._changed(rest[changed.end() :].strip(": ="), falls=bool(changed["fall"]))
        bracketed = re.fullmatch(r"\(([^()]*)\)([^()0-9]*)", rest)
        if bracketed:
            return self._bracketed(bracketed[1].strip() + bracketed[2].strip())
        return self._amount(rest)

    def _changed(self, rest: str, *, falls: bool) -> Read:
        """Read what follows 增长 or 下降."""
        if not self.wanted.is_ratio:
            return _refused(msg("grammar-change-for-amount", measure=self.wanted_name))
        if falls and re.match("[+-]|负|正", rest):
            return _refused(msg("grammar-double-sign", text=shortened(rest)))
        read = self._amount(rest)
        if not isinstance(read.answer, Number):
            return read
        is_minus = falls != (self.change == "fall")
        value = EXACT.minus(read.answer.value) if is_minus else read.answer.value
        value = value or abs(value)
        return Read(Number(value, msg("grammar-note-change", value=value)), read.typed_in)

    def _bracketed(self, inner: str) -> Read:
        """Read (1,234) as the bookkeepers' −1,234."""
        if re.match("[+-]|负|正", inner):
            return _refused(msg("grammar-double-sign", text=shortened(inner)))
        read = self._amount(inner)
        if not isinstance(read.answer, Number):
            return read
        value = EXACT.minus(read.answer.value)
        return Read(Number(value, msg("grammar-note-bracket", value=value)), read.typed_in)

    def _amount(self, rest: str) -> Read:
        joined = _YI_AND_WAN.fullmatch(rest)
        if joined:
            return self._yi_and_wan(joined)
        parts = _SIGNED.fullmatch(rest)
        if parts is None:
            return _refused(msg("grammar-not-a-number", text=shortened(rest)))
        if re.search("[0-9]", parts["measure"]):
            return _refused(_two_numbers(rest))
        number = read_digits(parts["digits"])
        if isinstance(number, Msg):
            return _refused(number)
        typed = (parts["measure"].strip() + (parts["currency"] or "")).strip()
        if parts["sign"] in {"-", "负"}:
            number = number.copy_negate() if number else number
        return self._in_wanted(number, typed, rest)

    def _yi_and_wan(self, joined: re.Match[str]) -> Read:
        """Read 1亿2000万元 as one number."""
        yi, wan = read_digits(joined["yi"]), read_digits(joined["wan"])
        if isinstance(yi, Msg) or isinstance(wan, Msg):
            return _refused(msg("grammar-not-a-number", text=shortened(joined[0])))
        wan = wan.scaleb(3, EXACT) if joined["thousand"] else wan
        if wan >= 10**4 or yi != yi.to_integral_value():
            return _refused(msg("grammar-two-numbers", text=shortened(joined[0])))
        value = EXACT.add(EXACT.multiply(yi, Decimal(10**4)), wan)
        value = value.copy_negate() if joined["sign"] else value
        return self._in_wanted(value, "万" + joined["measure"].strip(), joined[0])

    def _in_wanted(self, number: Decimal, typed_name: str, shown: str) -> Read:
        typed_as = typed_name or self.typed_in
        if not typed_as:
            return Read(Number(number))
        typed = measure(typed_as)
        if not typed.base:
            # A bare 亿 multiplies whatever the sheet or the indicator counts in.
            unit = measure(self.typed_in) if self.typed_in else self.wanted
            typed = Measure("" if unit.is_ratio else unit.base, typed.factor)
        if not fits(typed, self.wanted):
            return _refused(self._misfit(typed, typed_as))
        value = converted(number, typed, self.wanted)
        if value is None:
            return _refused(msg("grammar-inexact", typed=typed_as, wanted=self.wanted_name))
        if typed.factor == self.wanted.factor:
            return Read(Number(value), typed_as)
        said = shown if typed_name else f"{shown}{typed_as}"
        note = msg("grammar-note-converted", typed=said, value=value, measure=self.wanted_name)
        return Read(Number(value, note), typed_as)

    def _misfit(self, typed: Measure, typed_name: str) -> Msg:
        if typed.is_ratio:
            return msg("grammar-percent-for-amount", measure=self.wanted_name)
        return msg("grammar-wrong-measure", typed=shortened(typed_name), wanted=self.wanted_name)


def _two_numbers(rest: str) -> Msg:
    if re.search(r"[0-9],[0-9]", rest):
        return msg("grammar-comma", text=shortened(rest))
    return msg("grammar-two-numbers", text=shortened(rest))
