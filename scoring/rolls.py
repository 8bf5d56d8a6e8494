"""Who is judged, and by what: the kinds of unit under a scheme and the rolls of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.layout import Layout

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.model import Unit


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of unit under a scheme.

    *points* are the full points of every indicator that judges such a unit, before anything is
    stretched; *exempt* those of them that the scheme declares not applicable to it; *blocks* the
    indicators block by block.
    """

    points: Mapping[str, Decimal]
    exempt: frozenset[str]
    blocks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Roll:
    """The units of a column in the scheme's order, each with its row; equal only to itself.

    *profiles* are the kinds of unit of the scheme, *kinds* that of each row, *rows* its row among
    all the scheme's units; None for the roll of everybody. Columns that judge the same units share
    one roll.
    """

    units: tuple[Unit, ...]
    profiles: tuple[Profile, ...]
    kinds: tuple[int, ...]
    rows: tuple[int, ...] | None = None

    @classmethod
    def of(cls, units: tuple[Unit, ...], profiles: Sequence[Profile]) -> Roll:
        """Return the roll of units with the profile of each."""
        numbers: dict[int, int] = {}
        kinds = tuple(numbers.setdefault(id(each), len(numbers)) for each in profiles)
        return cls(units, tuple({id(each): each for each in profiles}.values()), kinds)

    @cached_property
    def layout(self) -> Layout:
        """Where the rows lie, category by category; the roll has at least one."""
        return Layout.of(self.units, self.kinds)

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Each unit's row under its code."""
        return {unit.code: row for row, unit in enumerate(self.units)}

    def points(self, row: int, indicator: str) -> Decimal:
        """Return the full points of an indicator for the unit of a row."""
        return self.profiles[self.kinds[row]].points[indicator]

    def exempts(self, row: int, indicator: str) -> bool:
        """Whether the scheme declares an indicator not applicable to the unit of a row."""
        return indicator in self.profiles[self.kinds[row]].exempt

    def only(self, kinds: frozenset[int], categories: frozenset[str] | None) -> Roll:
        """Return the part of the roll of some kinds and some categories; None is all of them."""
        if categories is None and len(kinds) == len(self.profiles):
            return self
        rows = [
            row
            for row, (unit, kind) in enumerate(zip(self.units, self.kinds, strict=True))
            if kind in kinds and (categories is None or unit.category in categories)
        ]
        units = tuple(self.units[row] for row in rows)
        return Roll(units, self.profiles, tuple(self.kinds[row] for row in rows), tuple(rows))
