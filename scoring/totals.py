"""The published totals of all units at once; the few that are in doubt are left to `UnitScores`."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scoring.column import STATE_NUMBERS, UNSCORED
from scoring.figure_table import SAFE
from scoring.sheet import EPSILON

if TYPE_CHECKING:
    from scoring.column import ColumnScores
    from scoring.figure_table import Flags, Floats, Rows
    from scoring.plan import Plan
    from scoring.rolls import Profile

SLACK: Final = 2.0**-30
NOT_APPLICABLE: Final = STATE_NUMBERS["not_applicable"]


@dataclass(frozen=True, slots=True)
class Totals:
    """Published scores in units of the last decimal, a row a unit.

    Where *is_ranked* is not set nothing has been scored; where *is_open* is set, ask the unit.
    """

    scores: list[int]
    is_ranked: list[bool]
    is_open: list[bool]


def totals(
    work: Plan, columns: Mapping[str, ColumnScores], adjusted: Collection[str]
) -> Totals | None:
    """Add the columns up for every unit; None where some score is too long for that.

    *adjusted* are the units with a bonus or a deduction, which are left open.
    """
    if any(not isinstance(column.scores, array) for column in columns.values()):
        return None
    count = len(work.units)
    scaled, scored = np.zeros(count), np.zeros(count)
    is_open = np.zeros(count, np.bool_)
    kinds = work.everyone.layout.kinds
    for kind, profile in enumerate(work.everyone.profiles):
        rows = np.flatnonzero(kinds == kind)
        sums = _Sums.of(work, profile, kind, columns, len(rows))
        scored[rows] = sums.scored
        scaled[rows] = sums.earned
        is_open[rows] = sums.is_odd
    digits = 10.0 ** (work.scheme.places - work.scheme.indicator_places)
    is_ranked = scored > 0
    scaled = scaled * float(work.scheme.full_points) * digits / np.where(is_ranked, scored, 1.0)
    floor = np.floor(scaled)
    noise = (len(columns) + 16) * 4 * EPSILON
    is_open |= np.abs(scaled - floor - 0.5) <= np.abs(scaled) * noise + SLACK
    is_open |= np.abs(scaled) >= SAFE
    for code in adjusted:
        is_open[work.everyone.at[code]] = True
    whole = np.where(is_open, 0.0, np.floor(scaled + 0.5)).astype(np.int64)
    return Totals(whole.tolist(), is_ranked.tolist(), is_open.tolist())


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the units of one kind have earned, of how many points, and who needs a closer look."""

    earned: Floats
    scored: Floats
    is_odd: Flags

    @classmethod
    def of(
        cls,
        work: Plan,
        profile: Profile,
        kind: int,
        columns: Mapping[str, ColumnScores],
        count: int,
    ) -> _Sums:
        """Add up the columns that judge units of a kind, each block with its own stretch."""
        earned, scored = np.zeros(count), np.zeros(count)
        is_odd = np.zeros(count, np.bool_)
        stretch = work.stretch(profile, profile.exempt)
        for code, points in profile.points.items():
            if code in profile.exempt:
                continue
            column = columns[code]
            rows = _rows(column, kind)
            scores = np.frombuffer(memoryview(column.scores), np.int64)[rows]  # pyright: ignore[reportArgumentType] - an array, as `totals` has made sure
            states = np.frombuffer(column.states, np.uint8)[rows]
            # A unit to which something else does not apply has a stretch of its own.
            is_odd |= states == NOT_APPLICABLE
            factor = float(stretch.get(code, 0))
            there = scores != UNSCORED
            if work.averages(code):
                # What has no score in an average leaves its points to the rest of its block.
                is_odd |= ~there
            if there.all():
                earned += scores * factor
                scored += float(points) * factor
            else:
                earned += np.where(there, scores, 0) * factor
                scored += there * (float(points) * factor)
        return cls(earned, scored, is_odd)


def _rows(column: ColumnScores, kind: int) -> Rows | slice:
    if len(column.roll.profiles) == 1:
        return slice(None)
    return np.flatnonzero(column.roll.layout.kinds == kind)
