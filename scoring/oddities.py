"""Questions about a figure before it is filed: never accusations, and never corrections.

Each check compares one figure with what is already on file and, where something is out of the
ordinary, returns the evidence. A figure that is right costs its reporter one sentence at most: a
check that another one already explains keeps silent (a decimal slip is not also a rise of 900 %).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.cell_facts import CellFacts, Earlier, Oddity, percent, places_of
from scoring.column_oddities import column_oddities
from scoring.rounding import EXACT
from scoring.tuning import USUAL, OddityKind, Tuning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.told import Told

__all__ = [
    "CellFacts",
    "Earlier",
    "Oddity",
    "OddityKind",
    "column_oddities",
    "nil_oddities",
    "oddities",
]

# Powers of ten that people slip by: a digit, a hundred (%), 千, 万 and 亿.
_SLIPS = (1, 2, 3, 4, 8)
_PLAUSIBLE = (Decimal("0.6"), Decimal("1.65"))
_FEW = 20
# What is counted one by one: two cases after twenty are no slip; two 亿元 after twenty are.
_COUNTED = frozenset({"个", "件", "家", "起", "人", "篇", "项", "张", "批次", "套", "所", "户"})
_ONE_MONTH = (Decimal("0.4"), Decimal("2.5"))
_TWICE = 2
_JUNE = 6
_SHORTEST = 3
_ALWAYS_MONTHS = 3
_HUNDRED = Decimal(100)


def oddities(cell: CellFacts, tuning: Tuning = USUAL) -> tuple[Oddity, ...]:
    """Return the questions one figure raises, the most telling first; none for most figures.

    A rule that is off keeps nobody else silent: what it explained is asked about by the next one.
    """
    magnitude = _slip(cell, tuning) if tuning.asks("unit-slip") else None
    if magnitude is None and tuning.asks("monthly-figure"):
        magnitude = _monthly(cell, tuning)
    moved = [magnitude] if magnitude else [*_movement(cell, tuning)]
    found = (*_range(cell), *moved, *_beside_the_base(cell, tuning), *_repeated(cell, tuning))
    return tuple(each for each in found if tuning.asks(each.kind))


def nil_oddities(
    earlier: Sequence[Earlier], measure: str, *, was_ever_nil: bool
) -> tuple[Oddity, ...]:
    """Return the question a nil report raises where the unit has always had a figure.

    A nil after a nil, after nothing, or after zero is ordinary.
    """
    if was_ever_nil or len(earlier) < _ALWAYS_MONTHS or not earlier[-1].value:
        return ()
    last = earlier[-1]
    given: dict[str, Told] = {
        "months": len(earlier),
        "last": last.value,
        "last_month": last.month,
        "measure": measure,
    }
    return (Oddity("never-nil", tuple(given.items())),)


def _slip(cell: CellFacts, tuning: Tuning) -> Oddity | None:
    """Ask whether a figure is off by a power of ten.

    Last year's figure and the last one must both say so; the target counts where neither exists.
    """
    likely = [each for each in (cell.from_base(), cell.from_last()) if each is not None]
    if not likely:
        target = cell.from_target()
        likely = [target] if target is not None else []
    if not likely or cell.value <= 0:
        return None
    wild = tuning.threshold("unit-slip")
    if all(cell.value >= EXACT.multiply(wild, each) for each in likely):
        direction = -1
    elif all(each >= EXACT.multiply(wild, cell.value) for each in likely):
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


def _monthly(cell: CellFacts, tuning: Tuning) -> Oddity | None:
    """Ask whether the figure of one month stands where the running total belongs (当月数)."""
    last = cell.last
    if last is None or last.value <= 0 or not cell.is_running_total:
        return None
    if _continues_what_was_before(cell):
        return None
    months = Decimal(cell.period.month - last.month)
    usual = EXACT.divide(EXACT.multiply(last.value, months), Decimal(last.month))
    likely = cell.from_base() or cell.from_last()
    if likely is None or cell.value >= percent(tuning.threshold("monthly-figure"), likely):
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
            ("meant", EXACT.add(last.value, cell.value)),
        ),
    )


def _movement(cell: CellFacts, tuning: Tuning) -> Iterator[Oddity]:
    """Yield what is odd about how a figure moved, when its magnitude is not in doubt."""
    last = cell.last
    if last is not None and cell.is_running_total and _has_fallen(cell, last, tuning):
        yield _fell(cell, last)
    else:
        yield from _outlier(cell, tuning)
    growth = cell.growth_pct()
    most = tuning.threshold("year-on-year")
    if growth is not None and not cell.is_ratio and abs(growth) > most:
        yield _asked(cell, "year-on-year", base=cell.base or Decimal(0), growth_pct=growth)
    yield from _far_ahead(cell, tuning)


def _has_fallen(cell: CellFacts, last: Earlier, tuning: Tuning) -> bool:
    allowed = percent(tuning.threshold("fell"), last.value)
    return EXACT.subtract(last.value, cell.value) > allowed and tuning.asks("fell")


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


def _outlier(cell: CellFacts, tuning: Tuning) -> Iterator[Oddity]:
    unusual = cell.unusual_pace(tuning.threshold("outlier"))
    if unusual is not None:
        z, moved, usual = unusual
        judged = "increment" if cell.is_running_total else "level"
        yield _asked(cell, "outlier", moved=moved, usual=usual, z=z, judged=judged)


def _far_ahead(cell: CellFacts, tuning: Tuning) -> Iterator[Oddity]:
    """Ask about far more than the year's target (150 %) before June."""
    if not cell.is_running_total or cell.period.month >= _JUNE:
        return
    if cell.target is not None and cell.target > 0:
        completion = EXACT.divide(EXACT.multiply(cell.value, _HUNDRED), cell.target)
        if completion > tuning.threshold("far-ahead"):
            yield _asked(cell, "far-ahead", target=cell.target, completion_pct=completion)


def _range(cell: CellFacts) -> Iterator[Oddity]:
    """Ask about figures below zero, levels in % above 100, or outside the accepted range."""
    top = _HUNDRED if cell.kind == "level" and cell.unit_of_measure == "%" else None
    lowest, highest = cell.accepted or (Decimal(0), top)
    if lowest is not None and cell.value < lowest:
        yield _asked(cell, "out-of-range", bound=lowest, side="below")
    if highest is not None and cell.value > highest:
        yield _asked(cell, "out-of-range", bound=highest, side="above")


def _beside_the_base(cell: CellFacts, tuning: Tuning) -> Iterator[Oddity]:
    """Ask about last year's figure and about the growth stated with it."""
    base, filed = cell.base, cell.filed_last_year
    if base is None:
        return
    band_pct = tuning.threshold("base-changed")
    if filed is not None and abs(EXACT.subtract(base, filed)) > percent(band_pct, filed):
        yield _asked(cell, "base-changed", base=base, filed=filed)
    if base <= 0 and not cell.is_ratio:
        kind = "zero-base" if base == 0 else "negative-base"
        yield _asked(cell, kind, needs_reason=False, base=base)
    computed = cell.growth_pct()
    if cell.growth is not None and computed is not None:
        difference = abs(EXACT.subtract(cell.growth, computed))
        if difference > tuning.threshold("growth-differs"):
            yield _asked(
                cell,
                "growth-differs",
                stated_pct=cell.growth,
                growth_pct=computed,
                difference_pp=difference,
                of="points" if cell.is_ratio else "percent",
            )


def _repeated(cell: CellFacts, tuning: Tuning) -> Iterator[Oddity]:
    """Ask about the same last two digits in three different figures running."""
    months = int(tuning.threshold("same-digits"))
    values = [*(each.value for each in cell.earlier), cell.value][-months:]
    if len(values) < months or len(set(values)) == 1:
        return
    places = max(places_of(value) for value in values)
    digits = [f"{abs(value):.{places}f}".replace(".", "").lstrip("0") for value in values]
    ends = {each[-2:] for each in digits}
    if len(ends) == 1 and min(map(len, digits)) >= _SHORTEST and ends != {"00"}:
        yield _asked(cell, "same-digits", months=months, digits=ends.pop())


def _asked(
    cell: CellFacts, kind: OddityKind, *, needs_reason: bool = True, **given: Told
) -> Oddity:
    told: dict[str, Told] = {"value": cell.value, "measure": cell.unit_of_measure, **given}
    return Oddity(kind, tuple(told.items()), needs_reason)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()
