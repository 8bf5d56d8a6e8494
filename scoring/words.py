"""Words on targets and plans as they became known, and what newer ones touch.

A word on a target (or a seasonal plan) counts from a month on, or for the whole year; the newest
that counts for a month is in force there. A month before a new word's first is never touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from scoring.model import Cell, Period, Shares, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.model import Book

Plan: TypeAlias = tuple[Period, Shares]
Word = TypeVar("Word")


@dataclass(frozen=True)
class Words:
    """Every word on each cell's target and each indicator's plan, in the order it became known."""

    targets: Mapping[Cell, tuple[Target, ...]] = field(
        default_factory=dict[Cell, tuple[Target, ...]]
    )
    plans: Mapping[str, tuple[Plan, ...]] = field(default_factory=dict[str, tuple[Plan, ...]])

    def laid_in(self, book: Book) -> Book:
        """Return the book under these words; its own seasonality stays where no plan counts."""
        whole: dict[Cell, Target] = {}
        later: dict[Cell, tuple[Target, ...]] = {}
        for cell, words in self.targets.items():
            last = max((n for n, each in enumerate(words) if each.since is None), default=-1)
            if last >= 0:
                whole[cell] = words[last]
            if words[last + 1 :]:
                later[cell] = words[last + 1 :]
        return replace(book, targets=whole, retargeted=later, replanned=dict(self.plans))


@dataclass(frozen=True)
class WordChanges:
    """From which month on each cell's target and each indicator's plan are others; None: always."""

    targets: Mapping[Cell, Period | None]
    plans: Mapping[str, Period]

    def cells(self, period: Period) -> set[Cell]:
        """Return the cells whose target in a month may be another."""
        return {cell for cell, since in self.targets.items() if since is None or since <= period}

    def indicators(self, period: Period) -> set[str]:
        """Return the indicators whose plan in a month may be another."""
        return {code for code, since in self.plans.items() if since <= period}


def changes(before: Words, after: Words) -> WordChanges:
    """Return what differs between two states of the words."""
    cells: dict[Cell, Period | None] = {}
    for cell in {**before.targets, **after.targets}:
        new = _differing(before.targets.get(cell, ()), after.targets.get(cell, ()))
        if new:
            months = [each.since for each in new if each.since is not None]
            cells[cell] = min(months) if len(months) == len(new) else None
    plans: dict[str, Period] = {}
    for code in {**before.plans, **after.plans}:
        later = _differing(before.plans.get(code, ()), after.plans.get(code, ()))
        if later:
            plans[code] = min(since for since, _ in later)
    return WordChanges(cells, plans)


def _differing(old: Sequence[Word], new: Sequence[Word]) -> list[Word]:
    """Return the words after the point up to which both say the same, from both."""
    same = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        same += 1
    return [*old[same:], *new[same:]]
