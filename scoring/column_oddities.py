"""Questions about a whole column: what no single figure of it can show."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.cell_facts import CellFacts, Oddity, percent, places_of
from scoring.rounding import EXACT
from scoring.tuning import USUAL, Tuning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.told import Told

_FEWEST_UNITS = 3
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)


def column_oddities(
    cells: Sequence[CellFacts],
    *,
    stated_total: Decimal | None = None,
    is_complete: bool = True,
    band_pct: Decimal = Decimal(0),
    missing: Sequence[str] = (),
    track: str = "town",
    tuning: Tuning = USUAL,
) -> tuple[Oddity, ...]:
    """Return the questions a column of one indicator raises as a whole.

    *band_pct* is by how much the units may differ from the stated total (市直 is in some totals).
    In a column that is not complete, only units that already exceed the total are odd. *missing*
    names the units that have no answer yet.
    """
    found = [*_all_exactly_met(cells), *_missing(cells, missing, track)]
    if stated_total is not None:
        found += _total(cells, stated_total, band_pct, is_complete=is_complete)
    return tuple(each for each in found if tuning.asks(each.kind))


def _missing(cells: Sequence[CellFacts], names: Sequence[str], track: str) -> Iterator[Oddity]:
    """Say which units a column lacks; one of which most is missing is simply not finished."""
    if names and len(names) <= len(cells):
        given: dict[str, Told] = {"units": len(names), "names": "、".join(names), "track": track}
        yield Oddity("units-missing", tuple(given.items()), needs_reason=False)


def _all_exactly_met(cells: Sequence[CellFacts]) -> Iterator[Oddity]:
    """Ask about a column in which every unit has met its target exactly."""
    met = [cell for cell in cells if _is_exactly_met(cell)]
    if len(met) >= _FEWEST_UNITS and len(met) == len(cells):
        yield Oddity("all-exactly-met", (("units", len(cells)),))


def _total(
    cells: Sequence[CellFacts], stated: Decimal, band_pct: Decimal, *, is_complete: bool
) -> Iterator[Oddity]:
    """Ask why the units do not add up to the total stated with them; ratios never do."""
    if not cells or any(cell.is_ratio or cell.kind != "cumulative" for cell in cells):
        return
    added = Decimal(0)
    for cell in cells:
        added = EXACT.add(added, cell.value)
    difference = EXACT.subtract(added, stated)
    allowed = EXACT.add(_rounding_slack(cells, stated), percent(band_pct, stated))
    if abs(difference) > allowed and (is_complete or difference > 0):
        given: dict[str, Told] = {
            "added": added,
            "stated": stated,
            "difference": difference,
            "measure": cells[0].unit_of_measure,
        }
        yield Oddity("total-differs", tuple(given.items()))


def _rounding_slack(cells: Sequence[CellFacts], stated: Decimal) -> Decimal:
    """Return by how much honest rounding of every figure can move their sum."""
    places = max(places_of(cell.value) for cell in cells)
    each = EXACT.scaleb(_HALF, -places)
    total = EXACT.scaleb(_HALF, -min(places_of(stated), places))
    return EXACT.add(EXACT.multiply(each, Decimal(len(cells))), total)


def _is_exactly_met(cell: CellFacts) -> bool:
    return cell.value == (_HUNDRED if cell.target is None and cell.is_ratio else cell.target)
