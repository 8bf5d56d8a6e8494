"""Units by whatever people call them: code, full name, short name or alias, the longest wins."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

from handlers.grammar.spelling import EDGES, folded, hides_digits, shortened


class Nameable(Protocol):
    """Whatever has a code and names."""

    @property
    def code(self) -> str:
        """The code it is filed under."""
        ...

    @property
    def name(self) -> str:
        """The full name, parts in brackets being names of their own."""
        ...

    @property
    def short_name(self) -> str:
        """The name in tables; may be empty."""
        ...

    @property
    def aliases(self) -> Sequence[str]:
        """Everything else people write."""
        ...


T = TypeVar("T", bound=Nameable)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Exactly one unit, as *said*; *rest* is what follows its name, folded."""

    unit: T
    said: str
    rest: str


@dataclass(frozen=True, slots=True)
class Several(Generic[T]):
    """The name belongs to several units, or two names of different units stand together."""

    units: tuple[T, ...]
    said: str
    rest: str


@dataclass(frozen=True, slots=True)
class NotFound(Generic[T]):
    """No unit has this name; *near* are units whose names look similar, to suggest, not to take."""

    said: str
    near: tuple[T, ...] = ()


Match: TypeAlias = Found[T] | Several[T] | NotFound[T]

_NUMBERING = re.compile(r"\s*\(?[0-9]{1,3}(?:\)?\s*[.、):]\s*|\s+)(?=[^\W0-9])")
_SAID = re.compile(r"[a-z]+[0-9]+|[^\s0-9:,;=|、]*")
_ALIKE = 0.5
_SKIPPED = frozenset(" ()·-_'\"“”《》【】[]")
_SUFFIX = re.compile("(?:镇|乡|街道|区|园区|管委会)(?![^\\W0-9])")
# What may follow a name without a gap: words that begin an answer, never more of a name.
_ANSWER = re.compile(
    "无|暂无|没|未|零|不变|不适用|不考核|不涉及|同[上比]|增|下降|减|负|持平|约|当月|本月|累计|完成|实现"
    "|为|是|共|达|较|比|上年|去年|可比|nil|n/?a|[〇一二两三四五六七八九十](?![^\\W0-9个件项起家户])"
)
_REMARK = re.compile(r"\s*\((?P<said>[^()0-9]+)\)")


class UnitNames(Generic[T]):
    """The names of some units, read once and matched many times."""

    def __init__(self, units: Sequence[T]) -> None:
        self.units = tuple(units)
        by_key: defaultdict[str, list[T]] = defaultdict(list)
        for unit in units:
            for key in set(_keys(unit)):
                by_key[key].append(unit)
        self._by_key = dict(by_key)
        self._longest = max(map(len, by_key), default=0)

    def at_start(self, text: str) -> Match[T]:
        """Match the name that *text* begins with, list numbering and a leading 市 aside."""
        match = self.find(text)
        return match if isinstance(match, Found | Several) else NotFound(match, self.near(match))

    def find(self, text: str) -> Found[T] | Several[T] | str:
        """Match as `at_start`, but only say what stands there where no unit is meant."""
        numbered = text.lstrip()
        line = folded(numbered[1:] if hides_digits(numbered[:1]) else numbered)
        numbering = _NUMBERING.match(line)
        line = (line[numbering.end() :] if numbering else line).lstrip(EDGES)
        found = self._longest_name(line)
        if found is None and line.startswith("市"):
            found = self._longest_name(line[1:])
            line = line[1:] if found else line
        if found is None:
            said = _SAID.match(line)
            return shortened(said[0] if said and said[0] else line)
        key, end = found
        return self._with_remark(self._by_key[key], line[:end].strip(), line[end:])

    def whole(self, text: str) -> Match[T]:
        """Match *text* as a name and nothing else."""
        match = self.at_start(text)
        if isinstance(match, NotFound) or not match.rest.strip(EDGES + "()"):
            return match
        said = folded(text).strip()
        return NotFound(shortened(said), self.near(said))

    def near(self, said: str) -> tuple[T, ...]:
        """Return at most two units of which a name shares most characters with *said*."""
        chars = set(_key(said))
        scored = [
            (len(chars & set(key)) / max(len(chars), len(set(key))), key) for key in self._by_key
        ]
        near: list[T] = []
        for share, key in sorted(scored, key=lambda each: -each[0])[:4]:
            if share >= _ALIKE:
                near += [unit for unit in self._by_key[key] if unit not in near]
        return tuple(near[:2])

    def _longest_name(self, line: str) -> tuple[str, int] | None:
        """Return the longest key the line begins with and where the name ends."""
        best: tuple[str, int] | None = None
        key = ""
        for position, char in enumerate(line):
            if char.isalnum():
                key += char
                if len(key) > self._longest:
                    break
                end = position + 1
                if key in self._by_key and (after := _end_of_name(line, end)) is not None:
                    best = key, after
            elif char not in _SKIPPED:
                break
        return best

    def _with_remark(self, units: list[T], said: str, rest: str) -> Found[T] | Several[T]:
        """Take in a second name in brackets: 经开区（杨舍镇）."""
        remark = _REMARK.match(rest)
        key = _key(remark["said"]) if remark else ""
        other = self._by_key.get(key)
        if remark and other:
            both = [unit for unit in units if unit in other]
            units = both or [*units, *other]
            said, rest = said + remark[0].strip(), rest[remark.end() :]
        if len(units) == 1:
            return Found(units[0], said, rest)
        return Several(tuple(units), said, rest)


def match_unit(text: str, units: Sequence[T]) -> Match[T]:
    """Match the name at the start of *text* to one of the units."""
    return UnitNames(units).at_start(text)


def _key(name: str) -> str:
    return "".join(char for char in folded(name) if char.isalnum())


def _keys(unit: Nameable) -> Iterator[str]:
    for name in (unit.code, unit.name, unit.short_name, *unit.aliases):
        for part in name_parts(name):
            key = _key(part)
            if key:
                yield key
            if key.startswith("市") and len(key) > len("市局"):
                yield key[1:]


def name_parts(name: str) -> Iterator[str]:
    """Yield a name, and the names before and inside its brackets.

    >>> list(name_parts("实际利用外资(到账外资)"))
    ['实际利用外资(到账外资)', '实际利用外资', '到账外资']
    """
    yield name
    parts = re.fullmatch(r"([^()]+)\(([^()]+)\)", folded(name).strip())
    if parts:
        yield from parts.groups()


def _end_of_name(line: str, end: int) -> int | None:
    """Return where the name really ends, or None if more of a name or number follows."""
    following = line[end : end + 1]
    if line[end - 1].isascii():
        return None if following.isascii() and (following.isalnum() or following == ".") else end
    while line[end : end + 1] == ")":
        end += 1
    if not line[end : end + 1].isalpha() or _ANSWER.match(line, end):
        return end
    suffix = _SUFFIX.match(line, end)
    return suffix.end() if suffix else None
