"""One entry of the ledger as the rules read it: a bonus, a deduction or a veto."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

LedgerKind: TypeAlias = Literal["bonus", "deduction", "veto"]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One recognised bonus, deduction or veto.

    *points* are positive for a bonus, negative for a deduction, 0 for a veto. *item_cap* bounds
    what one item can bring a unit (positive). *document* is the 文号 a veto must carry; it acts
    from *in_force_on* (included) until *valid_until* (excluded; None is for good). Of entries of
    one unit, kind and *fact* only the highest counts; "" is a fact of its own. *number* is what it
    is called by.
    """

    unit: str
    item: str
    points: Decimal
    in_force_on: date
    kind: LedgerKind = "bonus"
    item_cap: Decimal | None = None
    document: str = ""
    valid_until: date | None = None
    fact: str = ""
    number: str = ""

    def is_in_force(self, on: date) -> bool:
        """Whether the entry acts on this day."""
        return self.in_force_on <= on and (self.valid_until is None or on < self.valid_until)
