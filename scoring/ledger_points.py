"""What a ledger entry is worth by its item, and when two of them are about the same fact."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.ledger_entry import LedgerKind

SECOND_CLASS = "second"
"""The level of a second class (第二等次), which brings half; others have names of their own."""

HALF = Decimal("0.5")
_NOT_SAID = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Terms:
    """What an item is worth to the units of a track: all numbers positive, or 0 for a veto."""

    kind: LedgerKind
    points: Decimal
    cap: Decimal | None = None
    second_class_half: bool = False
    levels: tuple[tuple[str, Decimal], ...] = ()

    @property
    def choices(self) -> tuple[tuple[str, Decimal], ...]:
        """Every level with the points of one case; the full points come first, without a name."""
        half = ((SECOND_CLASS, self.points * HALF),) if self.second_class_half else ()
        return (("", self.points), *half, *self.levels)


def points_of(terms: Terms, *, cases: Decimal, level: str = "") -> Decimal:
    """Return the signed points of so many cases of a level, before any cap.

    Raise KeyError for a level the item does not have.

    >>> points_of(Terms("bonus", Decimal(5), None, True), cases=Decimal(3), level="second")
    Decimal('7.5')
    """
    points = dict(terms.choices)[level] * cases
    return -points if terms.kind == "deduction" else points


def fact_key(document: str, fact: str) -> str:
    """Return what makes two entries be about the same fact: the document, or else its description.

    Brackets, spaces and punctuation of every width make no difference.

    >>> fact_key("苏发〔2013〕 5号", "") == fact_key("苏发[2013]5号", "获表彰")
    True
    """
    return _bare(document) or _bare(fact)


def _bare(text: str) -> str:
    return _NOT_SAID.sub("", unicodedata.normalize("NFKC", text)).casefold()
