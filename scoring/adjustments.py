"""加分, 扣分 and 一票否决: what the ledger adds, takes away and bars, computed and never stored.

net = min(Σ bonus, cap) − min(Σ deduction, cap), and each item within its own cap. One fact scores
once: entries of one unit and item are added up and cut together. A veto is a document with a term;
it bars from honours and leaves the score alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.facts import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from scoring.model import LedgerEntry, Scheme


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the ledger makes of one unit: both amounts positive, after all caps."""

    bonus: Decimal = ZERO
    deduction: Decimal = ZERO
    vetoes: tuple[LedgerEntry, ...] = ()

    @property
    def net(self) -> Decimal:
        """The points added to the score, or taken from it when negative."""
        return self.bonus - self.deduction

    @property
    def may_be_honoured(self) -> bool:
        """Whether no veto stands in the way of 评优."""
        return not self.vetoes


NO_ADJUSTMENT = Adjustment()


def adjustments(
    scheme: Scheme, ledger: Iterable[LedgerEntry], *, on: date
) -> Mapping[str, Adjustment]:
    """Return what the entries in force on a day make of each unit that has any."""
    by_unit: dict[str, list[LedgerEntry]] = {}
    for entry in ledger:
        if entry.is_in_force(on):
            by_unit.setdefault(entry.unit, []).append(entry)
    return {unit: adjustment(scheme, entries) for unit, entries in by_unit.items()}


def adjustment(scheme: Scheme, entries: Iterable[LedgerEntry]) -> Adjustment:
    """Add up one unit's entries in force, within every cap."""
    bonus: dict[str, list[LedgerEntry]] = {}
    deduction: dict[str, list[LedgerEntry]] = {}
    vetoes: list[LedgerEntry] = []
    for entry in entries:
        if entry.kind == "veto":
            vetoes.append(entry)
        else:
            side = bonus if entry.kind == "bonus" else deduction
            side.setdefault(entry.item, []).append(entry)
    return Adjustment(
        _within(scheme.bonus_cap, bonus),
        _within(scheme.deduction_cap, deduction),
        tuple(vetoes),
    )


def _within(cap: Decimal | None, items: Mapping[str, list[LedgerEntry]]) -> Decimal:
    total = sum((_item(entries) for entries in items.values()), ZERO)
    return total if cap is None else min(total, cap)


def _item(entries: list[LedgerEntry]) -> Decimal:
    total = sum((abs(entry.points) for entry in entries), ZERO)
    caps = [abs(entry.item_cap) for entry in entries if entry.item_cap is not None]
    return min(total, *caps) if caps else total
