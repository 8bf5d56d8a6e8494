"""Units of measure: what 万, 亿 and 公顷 stand for, and exact conversion between them.

Factors are fractions, so nothing is rounded on the way; a conversion that has no exact decimal
result (亩 to 公顷, mostly) is refused rather than rounded.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.rounding import EXACT

MULTIPLIERS = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
    "billion": 10**9,
    "million": 10**6,
    "thousand": 10**3,
}

_SYNONYMS = {
    "人民币": "元",
    "元人民币": "元",
    "人民币元": "元",
    "rmb": "元",
    "cny": "元",
    "yuan": "元",
    "¥": "元",
    "美金": "美元",
    "usd": "美元",
    "us$": "美元",
    "$": "美元",
    "dollars": "美元",
    "m2": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "t": "吨",
    "名": "人",
    "位": "人",
}

_RATIO = "%"
# Everything that is a multiple of another base: the base and how much of it.
_SCALED = {
    "%": (_RATIO, Fraction(1)),
    "percent": (_RATIO, Fraction(1)),
    "百分点": (_RATIO, Fraction(1)),
    "个百分点": (_RATIO, Fraction(1)),
    "pp": (_RATIO, Fraction(1)),
    "‰": (_RATIO, Fraction(1, 10)),
    "公顷": ("平方米", Fraction(10**4)),
    "平方公里": ("平方米", Fraction(10**6)),
    "平方千米": ("平方米", Fraction(10**6)),
    # 15 亩 are one 公顷, by the statute on units of measure.
    "亩": ("平方米", Fraction(10**4, 15)),
    "公斤": ("克", Fraction(1000)),
    "公里": ("米", Fraction(1000)),
    "km": ("米", Fraction(1000)),
}
# 个 can count whatever is counted one by one.
_COUNTED = frozenset("个件项起家户套篇张批次宗例处条座所")


@dataclass(frozen=True, slots=True)
class Measure:
    """So many times a base unit; an empty *base* is a bare multiplier such as 亿."""

    base: str
    factor: Fraction

    @property
    def is_ratio(self) -> bool:
        """Whether this is %, ‰ or percentage points."""
        return self.base == _RATIO


def measure(text: str) -> Measure:
    """Read a unit of measure; an unknown word is its own base.

    >>> measure("万美元")
    Measure(base='美元', factor=Fraction(10000, 1))
    """
    tight = "".join(text.casefold().split()).replace("标煤", "标准煤")
    word = tight.removeprefix("人民币") or tight
    if word in _SCALED:
        return Measure(*_SCALED[word])
    for name, times in MULTIPLIERS.items():
        if word.startswith(name):
            rest = measure(word[len(name) :]) if len(word) > len(name) else None
            base, factor = (rest.base, rest.factor) if rest else ("", Fraction(1))
            return Measure(base, factor * times)
    return Measure(_SYNONYMS.get(word, word), Fraction(1))


def fits(typed: Measure, wanted: Measure) -> bool:
    """Whether a figure typed in one measure can be meant in the other.

    A per-unit measure (万元/人) is met by its numerator alone, and 个 counts anything countable.
    """
    if wanted.is_ratio or typed.is_ratio:
        return typed.base == wanted.base
    return (
        typed.base in {"", wanted.base, wanted.base.partition("/")[0]}
        or (typed.base == "个" and wanted.base in _COUNTED)
        or not wanted.base
    )


def converted(value: Decimal, typed: Measure, wanted: Measure) -> Decimal | None:
    """Return the value in the wanted measure, or None where no decimal number is exactly that.

    >>> converted(Decimal("1493"), measure("万美元"), measure("亿美元"))
    Decimal('0.1493')
    """
    times = typed.factor / wanted.factor
    if times == 1:
        return value
    exact = Fraction(value) * times
    places = _places(exact.denominator)
    if places is None:
        return None
    return EXACT.scaleb(Decimal(exact.numerator * (10**places // exact.denominator)), -places)


def _places(denominator: int) -> int | None:
    """Return how many decimals one over *denominator* needs, or None if it never ends."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None
