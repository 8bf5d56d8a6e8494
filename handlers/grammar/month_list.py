"""The one-message month: "3=412 7=0 9 无 其余不变" in answer to a list numbered from 1.

A piece begins at a number with an equals sign or colon, at a number before one of the words, or
at 其余 and 全部. Each piece stands alone: what cannot be read is a problem of that piece only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.grammar.answers import Figures, Unreadable
from handlers.grammar.figures import read_figures
from handlers.grammar.numbers import change_of
from handlers.grammar.spelling import EDGES, folded, shortened, trimmed
from handlers.grammar.words import WORDS
from handlers.texts import Msg, msg

_WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
# Possessive and bounded, so that a long row of digits and commas is given up at once.
_NUMBERS = r"[0-9]{1,3}+(?:\s*+[-~—至到,、和]\s*+[0-9]{1,3}+){0,40}+"
_HEAD = re.compile(
    rf"(?<![0-9.])(?P<numbers>{_NUMBERS})(?:\s*(?P<sign>[=:])\s*|[.、)]?\s*(?=(?:{_WORD})(?:[\s,;、。]|$)))"
    r"|(?P<rest>其余|其他|其它|剩下|余下|全部|所有|rest|others|all)(?:的|各?项|指标|均|都|全部|is|[:=\s])*"
)
_FIRST = re.compile(r"(?P<numbers>[0-9]{1,3})(?:[、)]\s*|\.?\s+)(?=[^\s\-—])")
_ONE_NUMBER = re.compile(r"\s*[-+(]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_SAID_WORD = re.compile(_WORD)
_CLAUSE = re.compile(r"[^\n;]+")
_EVERYTHING = frozenset({"全部", "所有", "all"})


class Listed(Protocol):
    """What the list must know of each of its lines."""

    @property
    def name(self) -> str:
        """The indicator's name, which decides the sign of 下降."""
        ...

    @property
    def unit_of_measure(self) -> str:
        """The unit of measure its figures are kept in."""
        ...


@dataclass(frozen=True, slots=True)
class ItemProblem:
    """A piece of the message that could not be taken; *number* is None where none was named."""

    number: int | None
    text: str
    reason: Msg


@dataclass(frozen=True, slots=True)
class MonthAnswers:
    """What was answered, what could not be read, and which numbers were not mentioned at all."""

    said: Mapping[int, Figures]
    problems: tuple[ItemProblem, ...]
    unanswered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece: the *numbers* or the 其余 it speaks of, both empty where it says neither."""

    numbers: str
    rest: str
    said: str
    text: str


def read_month(text: str, items: Sequence[Listed]) -> MonthAnswers:
    """Read the answer to a list numbered 1 to N in the order of *items*; never raises.

    A base or a growth must be marked (上年380, 增长8%): a second bare number is refused. 其余 means
    every number not named otherwise in the whole message, wherever it stands.
    """
    pieces = [piece for clause in _CLAUSE.findall(folded(text)) for piece in _pieces(clause)]
    if len(items) == 1 and not any(piece.numbers or piece.rest for piece in pieces):
        pieces = [_Piece("1", "", text, text)]
    reading = _Reading(items)
    for piece in pieces:
        reading.take(piece)
    for piece in pieces:
        if piece.rest:
            reading.spread(piece)
    return reading.result()


class _Reading:
    """The answers so far; a number with a problem keeps no answer."""

    def __init__(self, items: Sequence[Listed]) -> None:
        self.items = items
        self.said: dict[int, Figures] = {}
        self.problems: list[ItemProblem] = []
        self.rest = ""

    def take(self, piece: _Piece) -> None:
        """Read a piece that names its numbers."""
        if piece.numbers:
            for number in self._numbered(piece):
                self._answer(number, piece)
        elif not piece.rest:
            self._refuse(None, piece, msg("grammar-item-unclear", text=shortened(piece.text)))

    def spread(self, piece: _Piece) -> None:
        """Give the answer of 其余 to every number that has neither an answer nor a problem."""
        if self.rest or (piece.rest in _EVERYTHING and self.said):
            self._refuse(None, piece, msg("grammar-all-and-some", text=shortened(piece.text)))
            return
        unclear = [problem for problem in self.problems if problem.number is None]
        if unclear:
            # What could not be placed may be one of the numbers that 其余 would sweep up.
            reason = msg("grammar-rest-unclear", text=unclear[0].text)
            self._refuse(None, piece, reason)
            return
        self.rest = piece.text
        named = self.said.keys() | {problem.number for problem in self.problems}
        for number in range(1, len(self.items) + 1):
            if number not in named:
                self._answer(number, piece)

    def result(self) -> MonthAnswers:
        """Return the answers of the numbers without a problem, and what is left over."""
        failed = {problem.number for problem in self.problems}
        kept = {number: self.said[number] for number in sorted(self.said) if number not in failed}
        unanswered = tuple(
            number
            for number in range(1, len(self.items) + 1)
            if number not in kept and number not in failed
        )
        return MonthAnswers(kept, tuple(self.problems), unanswered)

    def _numbered(self, piece: _Piece) -> list[int]:
        """Return the numbers a piece speaks of; none of them if one is not in the list."""
        numbers: list[int] = []
        for part in re.split(r"[,、和]", piece.numbers):
            ends = [int(each) for each in re.findall("[0-9]+", part)]
            # A range that runs backwards names nothing, which 0 stands for here.
            numbers += range(ends[0], ends[-1] + 1) or [0]
        wrong = [number for number in numbers if not 1 <= number <= len(self.items)]
        if wrong or len(set(numbers)) < len(numbers):
            reason = msg("grammar-no-such-item", text=piece.numbers, last=len(self.items))
            self._refuse(None, piece, reason)
            return []
        return numbers

    def _answer(self, number: int, piece: _Piece) -> None:
        item = self.items[number - 1]
        figures = read_figures(
            trimmed(piece.said),
            unit_of_measure=item.unit_of_measure,
            change=change_of(item.name),
            is_bare_base_allowed=False,
        )
        if isinstance(figures.answer, Unreadable):
            self._refuse(number, piece, figures.answer.reason)
        elif self.said.setdefault(number, figures) != figures:
            self._refuse(number, piece, msg("grammar-item-twice", number=number))

    def _refuse(self, number: int | None, piece: _Piece, reason: Msg) -> None:
        self.problems.append(ItemProblem(number, shortened(piece.text), reason))


def _pieces(clause: str) -> Iterator[_Piece]:
    """Cut a clause at every number or 其余 that opens an answer."""
    line = clause.strip(EDGES)
    head = _HEAD.match(line) or _FIRST.match(line) or _HEAD.search(line)
    stray = line[: head.start()] if head else line
    if stray.strip(EDGES):
        yield _Piece("", "", stray, stray)
    while head:
        following = _HEAD.search(line, _past_first_answer(line, head.end()))
        end = following.start() if following else len(line)
        named = head.groupdict()
        yield _Piece(
            named.get("numbers") or "",
            named.get("rest") or "",
            line[head.end() : end],
            line[head.start() : end].strip(EDGES),
        )
        head = following


def _past_first_answer(line: str, start: int) -> int:
    """Return where the next piece may begin at the earliest: not inside 1,234 or 无."""
    answer = _ONE_NUMBER.match(line, start) or _SAID_WORD.match(line, start)
    return answer.end() if answer else start
