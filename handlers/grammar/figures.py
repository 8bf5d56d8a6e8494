"""One cell with what stands beside it: the answer, last year's figure and the stated growth.

The forms are "2.05，上年1.98", "1.10亿美元（1.20）", "3.21 2.90", "412 增长12.5%", and mixtures.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from handlers.grammar.answers import Answer, Figures, Number, Unreadable
from handlers.grammar.measures import Measure, measure
from handlers.grammar.numbers import FALLS, LONGEST, RISES, Change, Read, read
from handlers.grammar.spelling import folded, shortened, trimmed
from handlers.grammar.words import WORDS, word
from handlers.texts import Msg, msg

BASE_WORDS = "上年同期|去年同期|上年同月|去年同月|上年数?|去年|同期数?|基数|基期|last year"
_MARK = re.compile(
    rf"(?:[较比为与]|其中)?(?P<base>(?:{BASE_WORDS})数?)"
    rf"|(?P<growth>(?:按?可比价?)?(?:同比|yoy)|(?:按?可比价?)?(?:{FALLS}|{RISES}))"
)
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_BRACKET = re.compile(r"(?P<outer>[^()]+)\((?P<inner>[^()]*)\)")
_GAPS = re.compile(r"[\s;|]+|(?<![0-9]),|,(?![0-9])")
_IN_PERCENT = ("%", "‰", "百分点", "pp")
_STARTS_A_NUMBER = re.compile(r"[+-]?[$¥]?[0-9.]")


@dataclass(slots=True)
class _Parts:
    """The pieces of one cell by what they are; more than one of a kind is one too many."""

    value: list[str] = field(default_factory=list[str])
    base: list[str] = field(default_factory=list[str])
    growth: list[str] = field(default_factory=list[str])
    bare_bases: int = 0


def read_figures(
    text: str,
    *,
    unit_of_measure: str,
    typed_in: str = "",
    change: Change = "none",
    is_bare_base_allowed: bool = True,
) -> Figures:
    """Read an answer with an optional base and growth; never raises, never guesses.

    A second bare number is the base, in the unit of measure typed with the first one, unless
    *is_bare_base_allowed* is False. If any part cannot be read, the whole answer is Unreadable.
    The other parameters are those of `read_answer`.
    """
    reader = _Reader(measure(unit_of_measure), unit_of_measure, typed_in, change)
    line = folded(text).strip()
    if len(text) > LONGEST or word(line) is not None:
        return Figures(reader.one(text).answer)
    parts = reader.parted(line, is_bare_base_allowed=is_bare_base_allowed)
    if isinstance(parts, Msg):
        return Figures(Unreadable(parts))
    return reader.together(parts, text)


@dataclass(frozen=True, slots=True)
class _Reader:
    wanted: Measure
    wanted_name: str
    typed_in: str
    change: Change

    def one(self, text: str, typed_in: str = "") -> Read:
        return read(text, self.wanted, self.wanted_name, typed_in or self.typed_in, self.change)

    def parted(self, line: str, *, is_bare_base_allowed: bool) -> _Parts | Msg:
        """Sort the pieces of a line; return the reason if they cannot be told apart."""
        parts = _Parts()
        head, marked = _marked(line)
        for kind, said in marked:
            (parts.base if kind == "base" else parts.growth).append(said)
        if not trimmed(head).strip("()") and parts.growth and not parts.value:
            parts.value.append(parts.growth.pop(0))
            return parts
        reason = self._head(head.strip(), parts)
        if reason is None and parts.bare_bases > is_bare_base_allowed:
            reason = msg("grammar-two-numbers", text=shortened(line))
        return reason or parts

    def _head(self, head: str, parts: _Parts) -> Msg | None:
        """Sort what stands before the first marking word."""
        if _SPACED.fullmatch(trimmed(head)):
            return msg("grammar-spaced", text=trimmed(head))
        head = head.removesuffix("(")
        bracket = _BRACKET.fullmatch(trimmed(head))
        if bracket and trimmed(bracket["outer"]):
            inner = bracket["inner"].strip()
            if self._is_growth(inner):
                parts.growth.append(inner)
            elif inner[:1] in {"+", "-"} or not inner:
                return msg("grammar-bracket", text=shortened(head))
            else:
                parts.base.append(inner)
            head = bracket["outer"]
        for piece in _pieces(trimmed(head)):
            if not parts.value:
                parts.value.append(piece)
            elif self._is_growth(piece):
                parts.growth.append(piece)
            else:
                parts.base.append(piece)
                parts.bare_bases += 1
        return None

    def _is_growth(self, piece: str) -> bool:
        """Whether a piece can only be a growth: a percentage beside an amount."""
        return not self.wanted.is_ratio and piece.endswith(_IN_PERCENT)

    def together(self, parts: _Parts, text: str) -> Figures:
        """Read the sorted pieces."""
        if not parts.value:
            return Figures(Unreadable(msg("grammar-no-figure", text=shortened(text))))
        if len(parts.base) > 1 or len(parts.growth) > 1:
            return Figures(Unreadable(msg("grammar-two-numbers", text=shortened(text))))
        value = self.one(parts.value[0])
        if isinstance(value.answer, Unreadable):
            return Figures(value.answer)
        base = self.one(parts.base[0], value.typed_in).answer if parts.base else None
        growth = self._growth(parts.growth[0]) if parts.growth else None
        for each in (base, growth):
            if isinstance(each, Unreadable):
                return Figures(each)
        return Figures(value.answer, _value(base), _value(growth))

    def _growth(self, piece: str) -> Answer:
        """Read a stated growth in percent; a bare number would leave open what it counts."""
        if "持平" in piece:
            return Number(Decimal(0))
        if not self.wanted.is_ratio and not piece.rstrip(")。,;").endswith(_IN_PERCENT):
            if word(piece) is None:
                return Unreadable(msg("grammar-growth-percent", text=shortened(piece)))
            return WORDS["-"]
        return read(piece, measure("%"), "%", "", "growth").answer


def _value(answer: Answer | None) -> Decimal | None:
    return answer.value if isinstance(answer, Number) else None


def _marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    """Cut a line at 上年, 同比, 增长…: what stands before, and each kind with what it says."""
    marks = list(_MARK.finditer(line))
    if not marks:
        return line, []
    said: list[tuple[str, str]] = []
    before = ""
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        rest = line[mark.end() : following.start() if following else len(line)]
        rest = trimmed(rest.strip(" ()为是")).strip("()为是 ")
        kind = "base" if mark["base"] else "growth"
        if kind == "growth":
            before += mark["growth"]
        if not rest and following:
            # 同比 before 增长, or 较上年同期 before it, says nothing of its own.
            continue
        said.append((kind, before + rest if kind == "growth" else rest))
        before = ""
    return line[: marks[0].start()], said


def _pieces(head: str) -> list[str]:
    """Split at blanks and list commas, keeping a unit of measure with its number."""
    pieces: list[str] = []
    for piece in filter(None, _GAPS.split(head)):
        if pieces and not _STARTS_A_NUMBER.match(piece) and word(piece) is None:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
