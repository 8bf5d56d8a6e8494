"""Questions about a figure beside its relatives: the other units' figures, and its own parts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.cell_facts import Oddity, percent, places_of
from scoring.rounding import EXACT
from scoring.tuning import USUAL, Tuning

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from scoring.cell_facts import CellFacts
    from scoring.told import Told

_FEWEST_UNITS = 4
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


def shares_moved(
    cells: Sequence[CellFacts], *, doubtful: Collection[str] = (), tuning: Tuning = USUAL
) -> dict[str, Oddity]:
    """Return, by unit, the questions about shares of the city that moved further than usual.

    A unit's share is its part of the sum of all units whose figure is known for this month and
    for the last one before. *doubtful* units, which have been asked already, do not count: one
    slip would move everybody's share. The unit that moved furthest is asked and taken out, and
    the others are looked at again, so that its neighbours are not asked about its movement.
    """
    if not tuning.asks("share-moved"):
        return {}
    amounts = [cell for cell in cells if cell.kind == "cumulative" and not cell.is_ratio]
    last_month = max((cell.last.month for cell in amounts if cell.last), default=0)
    known = {
        cell.unit: (cell, cell.value, cell.last.value)
        for cell in amounts
        if cell.last is not None and cell.last.month == last_month and cell.unit not in doubtful
    }
    found: dict[str, Oddity] = {}
    while len(known) >= _FEWEST_UNITS:
        moved = _furthest(known)
        if moved is None or abs(moved[3]) <= tuning.threshold("share-moved"):
            break
        cell, share, before, difference = moved
        given: dict[str, Told] = {
            "value": cell.value,
            "measure": cell.unit_of_measure,
            "share_pct": share,
            "before_pct": before,
            "difference_pp": abs(difference),
            "last_month": last_month,
        }
        found[cell.unit] = Oddity("share-moved", tuple(given.items()))
        del known[cell.unit]
    return found


def _furthest(
    known: Mapping[str, tuple[CellFacts, Decimal, Decimal]],
) -> tuple[CellFacts, Decimal, Decimal, Decimal] | None:
    """Return the cell whose share moved furthest, its share now and before, and the difference."""
    now = sum((value for _, value, _ in known.values()), Decimal(0))
    before = sum((last for _, _, last in known.values()), Decimal(0))
    if now <= 0 or before <= 0:
        return None
    moved: list[tuple[CellFacts, Decimal, Decimal, Decimal]] = []
    for cell, value, last in known.values():
        share = EXACT.divide(EXACT.multiply(value, _HUNDRED), now)
        share_before = EXACT.divide(EXACT.multiply(last, _HUNDRED), before)
        moved.append((cell, share, share_before, EXACT.subtract(share, share_before)))
    return max(moved, key=lambda each: abs(each[3]))


@dataclass(frozen=True, slots=True)
class Whole:
    """An indicator's figure for one unit beside those of its parts, all of one month.

    *band_pct* is by how much the parts may differ from it; None says that they are some of it.
    """

    indicator: str
    value: Decimal
    parts: Mapping[str, Decimal]
    are_all_known: bool
    unit_of_measure: str
    band_pct: Decimal | None = None


def parts_differ(whole: Whole, tuning: Tuning = USUAL) -> Oddity | None:
    """Ask why the parts do not add up to the whole, or exceed it; None if there is no question.

    While a part is not known, the others may fall short of the whole, but not exceed it.
    """
    if not whole.parts or not tuning.asks("parts-differ"):
        return None
    added = sum(whole.parts.values(), Decimal(0))
    difference = EXACT.subtract(added, whole.value)
    allowed = _slack(whole)
    if whole.band_pct is not None:
        allowed = EXACT.add(allowed, percent(whole.band_pct, whole.value))
    may_fall_short = whole.band_pct is None or not whole.are_all_known
    if abs(difference) <= allowed or (difference < 0 and may_fall_short):
        return None
    given: dict[str, Told] = {
        "whole": whole.indicator,
        "value": whole.value,
        "measure": whole.unit_of_measure,
        "names": "、".join(whole.parts),
        "added": added,
        "difference": difference,
    }
    return Oddity("parts-differ", tuple(given.items()))


def _slack(whole: Whole) -> Decimal:
    """Return by how much honest rounding can move the parts' sum from the whole."""
    figures = (whole.value, *whole.parts.values())
    halves = [EXACT.scaleb(_HALF, -places_of(each)) for each in figures]
    return sum(halves, Decimal(0))
