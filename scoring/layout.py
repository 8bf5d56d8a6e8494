"""Where the rows of a roll lie: category by category, so that peers are compared in one sweep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from scoring.figure_table import Flags, Floats, Rows
    from scoring.model import Unit

Held = TypeVar("Held", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a roll brought together by category.

    *order* brings them together and *back* apart again; both are None where they lie so already.
    Each category *starts* somewhere and is some rows long (*lengths*); *category* numbers that of
    each row, *kinds* its kind of unit.
    """

    order: Rows | None
    back: Rows | None
    starts: Rows
    lengths: Rows
    category: Rows
    kinds: Rows

    @classmethod
    def of(cls, units: Sequence[Unit], kinds: Sequence[int]) -> Layout:
        """Return where the rows of units lie; there is at least one."""
        names: dict[str, int] = {}
        named = [names.setdefault(unit.category, len(names)) for unit in units]
        category = np.array(named, np.intp)
        lengths = np.bincount(category)
        starts = np.cumsum(lengths) - lengths
        if not np.any(np.diff(category) < 0):
            return cls(None, None, starts, lengths, category, np.array(kinds, np.intp))
        order = np.argsort(category, kind="stable")
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        return cls(order, back, starts, lengths, category, np.array(kinds, np.intp))

    @staticmethod
    def rows_of(rows: Sequence[int]) -> Rows:
        """Return row numbers as an index."""
        return np.array(rows, np.intp)

    def together(self, numbers: Floats) -> Floats:
        """Return a column with the rows of a category together."""
        return numbers if self.order is None else numbers[self.order]

    def apart(self, numbers: Floats) -> Floats:
        """Return a column in the order of the roll again."""
        return numbers if self.back is None else numbers[self.back]

    def everywhere(self, by_category: NDArray[Held]) -> NDArray[Held]:
        """Return for each row, in the order of the roll, what its category has."""
        return by_category[self.category]

    def least(self, numbers: Floats, there: Flags | None) -> Floats:
        """Return each category's least number; infinite for one without any."""
        held = numbers if there is None else np.where(there, numbers, np.inf)
        return np.minimum.reduceat(self.together(held), self.starts)

    def most(self, numbers: Floats, there: Flags | None) -> Floats:
        """Return each category's greatest number; minus infinite for one without any."""
        held = numbers if there is None else np.where(there, numbers, -np.inf)
        return np.maximum.reduceat(self.together(held), self.starts)

    def count(self, there: Flags | None) -> Floats:
        """Return how many rows of each category there are."""
        if there is None:
            return self.lengths.astype(np.float64)
        return np.add.reduceat(self.together(there.astype(np.float64)), self.starts)

    def behind(self, numbers: Floats, there: Flags | None) -> Floats:
        """Return for each row how many of its category lie truly under it."""
        return self._placed(numbers, there, lambda held, own: np.searchsorted(held, own, "left"))

    def ahead(self, numbers: Floats, there: Flags | None) -> Floats:
        """Return for each row how many of its category lie truly over it."""
        return self._placed(
            numbers, there, lambda held, own: len(held) - np.searchsorted(held, own, "right")
        )

    def _placed(
        self, numbers: Floats, there: Flags | None, place: Callable[[Floats, Floats], Rows]
    ) -> Floats:
        own = self.together(numbers)
        known = None if there is None else (there if self.order is None else there[self.order])
        found = np.zeros(len(own), np.float64)
        for inside in self.slices():
            held = own[inside] if known is None else own[inside][known[inside]]
            found[inside] = place(np.sort(held), own[inside])
        return self.apart(found)

    def slices(self) -> Iterator[slice]:
        """Yield each category's rows among those brought together."""
        for start, length in zip(self.starts.tolist(), self.lengths.tolist(), strict=True):
            yield slice(start, start + length)
