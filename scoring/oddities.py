"""Questions about a figure before it is filed: never accusations, and never corrections.

Each check compares one figure with what is already on file and, where something is out of the
ordinary, returns the evidence. A figure that is right costs its reporter one sentence at most: a
check that another one already explains keeps silent (a decimal slip is not also a rise of 900 %).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.cell_facts import CellFacts, Earlier, Oddity, OddityKind, percent, places_of
from scoring.column_oddities import column_oddities
from scoring.rounding import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.told import Told

__all__ = ["CellFacts", "Earlier", "Oddity", "OddityKind", "column_oddities", "oddities"]

# Powers of ten that people slip by: a digit, a hundred (%), 千, 万 and 亿.
_SLIPS = (1, 2, 3, 4, 8)
_WILD = Decimal(4)
_PLAUSIBLE = (Decimal("0.6"), Decimal("1.65"))
_FEW = 20
# What is counted one by one: two cases after twenty are no slip; two 亿元 after twenty are.
_COUNTED = frozenset({"个", "件", "家", "起", "人", "篇", "项", "张", "批次", "套", "所", "户"})
_ONE_MONTH = (Decimal("0.4"), Decimal("2.5"))
_BEHIND = Decimal("0.6")
_TWICE = 2
_GROWTH_BAND_PP = Decimal("0.5")
_BASE_BAND_PCT = Decimal("0.5")
_MOST_GROWTH_PCT = Decimal(100)
_MOST_COMPLETION_PCT = Decimal(150)
_JUNE = 6
_REPEATED_MONTHS = 3
_SHORTEST = 3
_HUNDRED = Decimal(100)


def oddities(cell: CellFacts) -> tuple[Oddity, ...]:
    """Return the questions one figure raises, the most telling first; none for most figures."""
    magnitude = _slip(cell) or _monthly(cell)
    moved = [magnitude] if magnitude else [*_movement(cell)]
    return (*_range(cell), *moved, *_beside_the_base(cell), *_repeated(cell))


def _slip(cell: CellFacts) -> Oddity | None:
    """Ask whether a figure is off by a power of ten.

    Last year's figure and the last one must both say so; the target counts where neither exists.
    """
    likely = [each for each in (cell.from_base(), cell.from_last()) if each is not None]
    if not likely:
        target = cell.from_target()
        likely = [target] if target is not None else []
    if not likely or cell.value <= 0:
        return None
    if all(cell.value >= EXACT.multiply(_WILD, each) for each in likely):
        direction = -1
    elif all(each >= EXACT.multiply(_WILD, cell.value) for each in likely):
        direction = 1
    else:
        return None
    if _continues_what_was_before(cell):
        return None
    for power in _SLIPS:
        meant = EXACT.scaleb(cell.value, direction * power)
        share = EXACT.divide(meant, likely[0])
        is_small_count = (
            power == 1
            and cell.unit_of_measure in _COUNTED
            and likely[0] < _FEW
            and _is_whole(cell.value)
        )
        if _PLAUSIBLE[0] <= share <= _PLAUSIBLE[1] and not (is_small_count and _is_whole(meant)):
            return _slipped(cell, meant, 10**power)
    return None


def _continues_what_was_before(cell: CellFacts) -> bool:
    """Whether the figure goes on from the one before last, so that the last one is the odd one."""
    if len(cell.earlier) <= 1:
        return False
    likely = cell.carried_on(cell.earlier[-2])
    return likely > 0 and _PLAUSIBLE[0] <= EXACT.divide(cell.value, likely) <= _PLAUSIBLE[1]


def _slipped(cell: CellFacts, meant: Decimal, factor: int) -> Oddity:
    growth = None if cell.is_ratio else cell.growth_pct()
    has_last = cell.last is not None and cell.last.value > 0
    times = EXACT.divide(cell.value, cell.last.value) if cell.last and has_last else None
    given: dict[str, Told] = {
        "value": cell.value,
        "measure": cell.unit_of_measure,
        "meant": meant,
        "factor": factor,
        "growth_pct": "none" if growth is None else growth,
        "times": "none" if times is None else times,
    }
    return Oddity("unit-slip", tuple(given.items()))


def _monthly(cell: CellFacts) -> Oddity | None:
    """Ask whether the figure of one month stands where the running total belongs (当月数)."""
    last = cell.last
    if last is None or last.value <= 0 or not cell.is_running_total:
        return None
    if _continues_what_was_before(cell):
        return None
    months = Decimal(cell.period.month - last.month)
    usual = EXACT.divide(EXACT.multiply(last.value, months), Decimal(last.month))
    likely = cell.from_base() or cell.from_last()
    if likely is None or cell.value >= EXACT.multiply(_BEHIND, likely):
        return None
    share = EXACT.divide(cell.value, usual)
    if not _ONE_MONTH[0] <= share <= _ONE_MONTH[1]:
        return None
    return Oddity(
        "monthly-figure",
        (
            ("value", cell.value),
            ("measure", cell.unit_of_measure),
            ("last", last.value),
            ("last_month", last.month),
            ("usual", usual),
        ),
    )


def _movement(cell: CellFacts) -> Iterator[Oddity]:
    """Yield what is odd about how a figure moved, when its magnitude is not in doubt."""
    last = cell.last
    if last is not None and cell.is_running_total and cell.value < last.value:
        yield _fell(cell, last)
    else:
        yield from _outlier(cell)
    growth = cell.growth_pct()
    if growth is not None and not cell.is_ratio and abs(growth) > _MOST_GROWTH_PCT:
        yield _asked(cell, "year-on-year", base=cell.base or Decimal(0), growth_pct=growth)
    yield from _far_ahead(cell)


def _fell(cell: CellFacts, last: Earlier) -> Oddity:
    """Say that a running total fell, and whether the last figure is the doubtful one."""
    before = cell.earlier[-2].value if len(cell.earlier) > 1 else None
    is_last_doubtful = (
        cell.value > 0
        and last.value >= EXACT.multiply(Decimal(_TWICE), cell.value)
        and (before is None or before <= cell.value)
    )
    return _asked(
        cell,
        "fell",
        last=last.value,
        last_month=last.month,
        change=EXACT.subtract(cell.value, last.value),
        doubtful="last" if is_last_doubtful else "this",
    )


def _outlier(cell: CellFacts) -> Iterator[Oddity]:
    unusual = cell.unusual_pace()
    if unusual is not None:
        z, moved, usual = unusual
        judged = "increment" if cell.is_running_total else "level"
        yield _asked(cell, "outlier", moved=moved, usual=usual, z=z, judged=judged)


def _far_ahead(cell: CellFacts) -> Iterator[Oddity]:
    """Ask about more than 150 % of the year's target before June."""
    if not cell.is_running_total or cell.period.month >= _JUNE:
        return
    if cell.target is not None and cell.target > 0:
        completion = EXACT.divide(EXACT.multiply(cell.value, _HUNDRED), cell.target)
        if completion > _MOST_COMPLETION_PCT:
            yield _asked(cell, "far-ahead", target=cell.target, completion_pct=completion)


def _range(cell: CellFacts) -> Iterator[Oddity]:
    """Ask about figures below zero, levels in % above 100, or outside the accepted range."""
    top = _HUNDRED if cell.kind == "level" and cell.unit_of_measure == "%" else None
    lowest, highest = cell.accepted or (Decimal(0), top)
    if lowest is not None and cell.value < lowest:
        yield _asked(cell, "out-of-range", bound=lowest, side="below")
    if highest is not None and cell.value > highest:
        yield _asked(cell, "out-of-range", bound=highest, side="above")


def _beside_the_base(cell: CellFacts) -> Iterator[Oddity]:
    """Ask about last year's figure and about the growth stated with it."""
    base, filed = cell.base, cell.filed_last_year
    if base is None:
        return
    if filed is not None and abs(EXACT.subtract(base, filed)) > percent(_BASE_BAND_PCT, filed):
        yield _asked(cell, "base-changed", base=base, filed=filed)
    if base <= 0 and not cell.is_ratio:
        kind = "zero-base" if base == 0 else "negative-base"
        yield _asked(cell, kind, needs_reason=False, base=base)
    computed = cell.growth_pct()
    if cell.growth is not None and computed is not None:
        difference = abs(EXACT.subtract(cell.growth, computed))
        if difference > _GROWTH_BAND_PP:
            yield _asked(
                cell,
                "growth-differs",
                stated_pct=cell.growth,
                growth_pct=computed,
                difference_pp=difference,
                of="points" if cell.is_ratio else "percent",
            )


def _repeated(cell: CellFacts) -> Iterator[Oddity]:
    """Ask about the same last two digits in three different figures running."""
    values = [*(each.value for each in cell.earlier), cell.value][-_REPEATED_MONTHS:]
    if len(values) < _REPEATED_MONTHS or len(set(values)) == 1:
        return
    places = max(places_of(value) for value in values)
    digits = [f"{abs(value):.{places}f}".replace(".", "").lstrip("0") for value in values]
    ends = {each[-2:] for each in digits}
    if len(ends) == 1 and min(map(len, digits)) >= _SHORTEST and ends != {"00"}:
        yield _asked(cell, "same-digits", months=_REPEATED_MONTHS, digits=ends.pop())


def _asked(
    cell: CellFacts, kind: OddityKind, *, needs_reason: bool = True, **given: Told
) -> Oddity:
    told: dict[str, Told] = {"value": cell.value, "measure": cell.unit_of_measure, **given}
    return Oddity(kind, tuple(told.items()), needs_reason)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()
