"""Items whose number of cases follows from what is on file (自动测算): how many, and from what.

A rule proposes, people recognise: nothing here gives anybody a point. Each rule is named in the
item by its name and, where it needs one, an argument: "growth_above_mean:K02".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from scoring.contribution import increment
from scoring.facts import ZERO, Facts
from scoring.figures import figure_period
from scoring.growth import growth_of
from scoring.method_text import method
from scoring.model import Reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.model import Book, Indicator, Period

RuleName: TypeAlias = Literal[
    "growth_above_mean", "contribution_first", "places_gained", "fixed_share"
]
NAMES: tuple[RuleName, ...] = get_args(RuleName)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """How an item is computed: *of* is an indicator, a block, or a share in per cent."""

    name: RuleName
    of: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """How many cases a unit has, and the numbers they follow from; none where it earns nothing.

    *own* and *against* are what was compared, in per cent, places or counts as the rule has it;
    *codes* the indicators in which the unit was first.
    """

    unit: str
    cases: Decimal
    own: Decimal
    against: Decimal
    codes: tuple[str, ...] = ()


def ledger_rule(text: str) -> LedgerRule:
    """Read a rule as an item names it; raise ValueError for what is no rule.

    >>> ledger_rule("growth_above_mean:K02").of
    'K02'
    """
    name, _, of = (each.strip() for each in text.partition(":"))
    known: dict[str, RuleName] = {each: each for each in NAMES}
    found = known.get(name)
    needs_one = found in {"growth_above_mean", "contribution_first", "fixed_share"}
    if found is None or needs_one != bool(of):
        raise ValueError(text)
    if found == "fixed_share" and not (of.isdigit() and 0 < int(of) <= HUNDRED):
        raise ValueError(text)
    return LedgerRule(found, of)


def growth_above_mean(
    book: Book, period: Period, code: str, units: Sequence[str]
) -> list[Computed]:
    """Return by how many percentage points each unit grew faster than all of them together.

    The mean is the growth of the sum (增幅高于全市平均), over those with a base to compare with;
    points are cut to two decimals, never rounded up. A unit without a base is left out.
    """
    indicator = book.indicator_by_code.get(code)
    found = {} if indicator is None else _facts(book, indicator, period, units)
    known = {unit: each for unit, each in found.items() if each.base is not None and each.base > 0}
    base = sum((each.base or ZERO for each in known.values()), ZERO)
    if base <= 0:
        return []
    value = sum((each.value for each in known.values()), ZERO)
    mean = (value - base) * HUNDRED / base
    lines: list[Computed] = []
    for unit, each in known.items():
        own = growth_of(each).pct
        if own is not None:
            ahead = (own - mean).quantize(CENT, rounding=ROUND_DOWN)
            lines.append(Computed(unit, max(ahead, ZERO), own, mean))
    return lines


def contribution_first(
    book: Book, period: Period, group: str, units: Sequence[str]
) -> list[Computed]:
    """Return in how many of a block's indicators each unit brought the most of the increment.

    Only indicators that are scored by contribution are asked, and only where the units together
    have grown; who shares the first place has it.
    """
    first: dict[str, list[str]] = {unit: [] for unit in units}
    asked = 0
    for indicator in _of_group(book, group):
        facts = _facts(book, indicator, period, units)
        gained = {unit: increment(each) for unit, each in facts.items()}
        known = {unit: each for unit, each in gained.items() if each is not None}
        if not known or sum(known.values(), ZERO) <= 0:
            continue
        asked += 1
        most = max(known.values())
        for unit, each in known.items():
            if each == most:
                first[unit].append(indicator.code)
    if not asked:
        return []
    return [
        Computed(unit, Decimal(len(codes)), Decimal(len(codes)), Decimal(asked), tuple(codes))
        for unit, codes in first.items()
    ]


def places_gained(
    now: Mapping[str, int | None], before: Mapping[str, int | None]
) -> list[Computed]:
    """Return how many places each unit stands better than a year ago; who was not ranked is not in.

    >>> places_gained({"A": 2, "B": 1}, {"A": 5, "B": 1})[0].cases
    Decimal('3')
    """
    lines: list[Computed] = []
    for unit, place in now.items():
        was = before.get(unit)
        if place is not None and was is not None:
            lines.append(Computed(unit, Decimal(max(was - place, 0)), Decimal(place), Decimal(was)))
    return lines


def fixed_share(words: Mapping[str, tuple[int, int]], least_pct: int) -> list[Computed]:
    """Return one case for each unit of whose observers enough say that it is fixed.

    *words* are, for each unit, how many said so and how many said anything at last.

    >>> [each.cases for each in fixed_share({"A": (19, 20), "B": (18, 20)}, 95)]
    [Decimal('1'), Decimal('0')]
    """
    lines: list[Computed] = []
    for unit, (fixed, said) in words.items():
        if said:
            enough = fixed * HUNDRED >= least_pct * said
            lines.append(Computed(unit, Decimal(int(enough)), Decimal(fixed), Decimal(said)))
    return lines


def last_word(kinds: Iterable[str]) -> bool | None:
    """Return whether an observer said at last that it is fixed; None if they said nothing."""
    said: bool | None = None
    for kind in kinds:
        if kind in {"fixed", "still_fixed"}:
            said = True
        elif kind in {"not_fixed", "partly_fixed", "reopened"}:
            said = False
    return said


def _of_group(book: Book, group: str) -> list[Indicator]:
    parents = {each.code: each.parent for each in book.scheme.groups}

    def is_inside(code: str | None) -> bool:
        while code is not None and code != group:
            code = parents.get(code)
        return code == group

    return [
        each
        for each in book.scheme.indicators
        if is_inside(each.group)
        and any(part.name == "contribution" for part in method(each.method).parts)
    ]


def _facts(
    book: Book, indicator: Indicator, period: Period, units: Sequence[str]
) -> dict[str, Facts]:
    """Return what was reported of an indicator, by the figures that speak in a period."""
    speaks = figure_period(book, indicator, period)
    found: dict[str, Facts] = {}
    for unit in units if speaks is not None else ():
        entry = book.entry(speaks, indicator.code, unit) if speaks else None
        if isinstance(entry, Reported):
            found[unit] = Facts(
                unit, entry.value, base=entry.base, growth=entry.growth,
                direction=indicator.direction,
            )  # fmt: skip
    return found
