"""Figures that never were: for an indicator and a unit, the same seed tells the same year."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

SEED = "jixiao-2013"
MONTHS = tuple(range(1, 10))
EVERY = {"monthly": 1, "quarterly": 3, "half_yearly": 6}
COUNTED = frozenset(["家", "个", "件", "起", "人", "套", "亩", "张", "篇", "项", "批次", "条"])
ONE_PLACE = frozenset(["%", "分", "百分点", "工作日"])
ADDED_UP = frozenset(["progress", "completion", "step_rev", "zero"])
WEAK_BELOW = -0.6
NEARLY_FULL = 97  # targets this high leave room only below, so many units stand at 100


@dataclass(frozen=True)
class Cell:
    """One unit in one indicator, and how well the unit does in this invented year (about −2…2)."""

    indicator: Mapping[str, str]
    unit: str
    strength: float
    target: float
    base: float
    pace: float = 1.0  # how much of the way to the target a year makes

    @property
    def method(self) -> str:
        """The first method of a mix."""
        return self.indicator["method"].split("|")[0].split(":")[0].split("(")[0]

    @property
    def measure(self) -> str:
        """The unit of measure."""
        return self.indicator["unit_of_measure"]


def months_of(frequency: str) -> tuple[int, ...]:
    """Return the months up to September that have a figure."""
    step = EVERY.get(frequency)
    return tuple(month for month in MONTHS if step and month % step == 0)


def year_of(cell: Cell, months: Sequence[int]) -> dict[int, Decimal]:
    """Return the unit's figures of these months."""
    luck = random.Random(f"{SEED}/{cell.indicator['code']}/{cell.unit}")  # noqa: S311 - a demo's dice
    shape = SHAPES[cell.method]
    places = _places(cell)
    return {month: rounded(value, places) for month, value in shape(cell, luck, months).items()}


def rounded(value: float, places: int) -> Decimal:
    """Return the value with so many decimals, half up, and zero without a sign."""
    told = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return told or abs(told)


def _places(cell: Cell) -> int:
    if cell.measure == "元" or (cell.measure in COUNTED and cell.method in ADDED_UP):
        return 0
    return 1 if cell.measure in ONE_PLACE else 2


Shape = Callable[[Cell, random.Random, Sequence[int]], dict[int, float]]


def _running(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Follow the plan of the year, a little ahead or behind; never fall."""
    ratio = 0.965 + 0.045 * cell.strength + luck.gauss(0, 0.03)
    told: dict[int, float] = {}
    last = 0.0
    for month in months:
        ratio += luck.gauss(0, 0.008 if cell.measure == "%" else 0.02)
        most = 100.0 if cell.measure == "%" else float("inf")
        last = min(most, max(last, cell.target * month / 12 * ratio))
        told[month] = last
    return told


def _standing(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Stand near the target; a rate has 100 above it."""
    room = 0.9 if cell.target < NEARLY_FULL else 0.0
    level = cell.target + room + cell.strength * 0.9 + luck.gauss(0, 0.5)
    most = 100.0 if cell.measure == "%" else float("inf")
    return {month: min(most, level + luck.gauss(0, 0.35)) for month in months}


def _on_the_way(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Go from last year's level towards the target."""
    ratio = cell.pace * (1.0 + 0.12 * cell.strength + luck.gauss(0, 0.06))
    way = cell.target - cell.base
    if abs(way) < abs(cell.base) * 0.002:  # Nothing to go: tremble around the level.
        return {m: cell.base * (1 + luck.gauss(0, 0.004)) for m in months}
    return {m: cell.base + way * m / 12 * ratio * (1 + luck.gauss(0, 0.03)) for m in months}


def _fewer(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Stay about the limit, the strong below it."""
    level = cell.target * (1 - 0.07 * cell.strength + luck.gauss(0, 0.05))
    return {month: max(0.0, level * (1 + luck.gauss(0, 0.02))) for month in months}


def _cases(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Count cases against a limit of the year; a rate stays about it."""
    if cell.measure == "%":
        return {m: v * 0.97 for m, v in _fewer(cell, luck, months).items()}
    a_month = cell.target / 12 * max(0.1, 0.9 - 0.18 * cell.strength)
    told: dict[int, float] = {}
    last, since = 0, 0
    for month in months:
        expected = a_month * (month - since)
        last += max(0, round(expected + luck.gauss(0, 0.6) * expected**0.5))
        told[month], since = last, month
    return told


def _hardly_ever(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Count what should not happen: once in a bad year."""
    happens_in = luck.randint(3, 8) if cell.strength < WEAK_BELOW else 99
    return {month: 1.0 if month >= happens_in else 0.0 for month in months}


def _about_the_middle(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Deviate from the plan, the weak further; *target* and *base* are the ends of the range."""
    middle, half = (cell.base + cell.target) / 2, (cell.target - cell.base) / 2
    side = luck.choice((-1.0, 1.0))
    away = max(0.05, 0.55 - 0.35 * cell.strength + luck.gauss(0, 0.15)) * half
    return {month: middle + side * away + luck.gauss(0, 0.12) * half for month in months}


def _deductions(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Add up deductions in half points; many have none."""
    chance = 0.10 if cell.strength > WEAK_BELOW else 0.3
    told: dict[int, float] = {}
    sum_so_far = 0.0
    for month in months:
        sum_so_far += luck.choice((0.5, 1.0, 2.0)) if luck.random() < chance else 0.0
        told[month] = sum_so_far
    return told


def _marks(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Be marked out of a hundred, in half points."""
    level = 92 + 1.8 * cell.strength + luck.gauss(0, 1.2)
    return {m: min(100.0, round((level + luck.gauss(0, 0.6)) * 2) / 2) for m in months}


def _growth(cell: Cell, luck: random.Random, months: Sequence[int]) -> dict[int, float]:
    """Grow at about the rate asked for."""
    level = cell.target * (1 + 0.06 * cell.strength + luck.gauss(0, 0.04))
    return {month: level + luck.gauss(0, 0.3) for month in months}


SHAPES: Mapping[str, Shape] = {
    "progress": _running,
    "completion": _running,
    "level": _standing,
    "path": _on_the_way,
    "attain": _on_the_way,
    "attain_rev": _on_the_way,
    "reverse": _fewer,
    "step_rev": _cases,
    "zero": _hardly_ever,
    "interval": _about_the_middle,
    "deduct": _deductions,
    "rating100": _marks,
    "reduction": _growth,
    "growth_target": _growth,
}
