"""All units of a result: ranked at once, each put together whole when somebody asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.adjustments import NO_ADJUSTMENT, Adjustment
from scoring.column import STATE_NUMBERS, ColumnScores
from scoring.facts import ZERO
from scoring.ranking import Key, Ranking, ranking
from scoring.result import UnitIndicators, UnitScore
from scoring.rounding import EXACT, rounded, snapped
from scoring.totals import totals

if TYPE_CHECKING:
    from scoring.model import Unit
    from scoring.plan import Plan

NOT_APPLICABLE = STATE_NUMBERS["not_applicable"]
KEPT_MAX = 4096
"""So many units are kept put together; of a country, those asked for last."""


@dataclass(frozen=True, eq=False)
class UnitScores(Mapping[str, UnitScore]):
    """Every unit's result, in the order of the units."""

    work: Plan
    columns: Mapping[str, ColumnScores]
    adjusted: Mapping[str, Adjustment]
    _found: dict[str, UnitScore] = field(default_factory=dict[str, UnitScore], repr=False)

    def __getitem__(self, code: str) -> UnitScore:
        found = self._found.get(code)
        if found is None:
            if len(self._found) >= KEPT_MAX:
                self._found.clear()
            unit = self.work.units[self.work.everyone.at[code]]
            with localcontext(EXACT):
                found = self._found[code] = self._unit(unit)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.work.everyone.at)

    def __len__(self) -> int:
        return len(self.work.units)

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories that are ranked apart, in the order of their first units."""
        return tuple(dict.fromkeys(unit.category for unit in self.work.units))

    def rankings(self, categories: Collection[str] | None = None) -> dict[str, Ranking]:
        """Rank each category, or some of them; a category of nobody scored is left out."""
        scheme = self.work.scheme
        mains: dict[str, dict[str, Decimal]] = {}
        for unit, main in zip(self.work.units, self._mains(categories), strict=True):
            if main is not None:
                mains.setdefault(unit.category, {})[unit.code] = main
        return {
            name: ranking(
                self._keys(mains[name]), bottom=scheme.bottom, bottom_above=scheme.bottom_above
            )
            for name in self.categories
            if name in mains
        }

    def _mains(self, categories: Collection[str] | None) -> Iterator[Decimal | None]:
        """Yield what ranks each unit; None for who is not ranked, or of no such category."""
        published = self.work.scheme.rank_on == "published"
        found = totals(self.work, self.columns, self.adjusted) if published else None
        for row, unit in enumerate(self.work.units):
            if categories is not None and unit.category not in categories:
                yield None
            elif found is None or found.is_open[row]:
                yield self._main(unit.code)
            elif found.is_ranked[row]:
                yield EXACT.scaleb(Decimal(found.scores[row]), -self.work.scheme.places)
            else:
                yield None

    def _main(self, code: str) -> Decimal | None:
        unit = self[code]
        return unit.score if self.work.scheme.rank_on == "published" else unit.exact

    def _keys(self, mains: Mapping[str, Decimal]) -> Mapping[str, Key]:
        """Return what ranks each unit; only those who are level are asked what parts them."""
        if not self.work.scheme.tie_break:
            return {code: (main,) for code, main in mains.items()}
        level: dict[Decimal, list[str]] = {}
        for code, main in mains.items():
            level.setdefault(main, []).append(code)
        tie_break = self.work.scheme.tie_break
        return {
            code: (
                main,
                *(_second(self[code], each) for each in tie_break if len(level[main]) > 1),
            )
            for code, main in mains.items()
        }

    def _unit(self, unit: Unit) -> UnitScore:
        profile = self.work.profile(unit)
        exempt: set[str] = set()
        unscored: list[str] = []
        sums: list[tuple[str, Decimal, Decimal]] = []
        # Sums of published points are exact; only the stretch of a whole block is a division.
        for block in profile.blocks:
            own, points, held = ZERO, ZERO, ""
            for code in block:
                column = self.columns[code]
                row = column.roll.at[unit.code]
                score = column.score(row)
                if score is not None:
                    own, points, held = own + score, points + profile.points[code], code
                elif column.states[row] == NOT_APPLICABLE:
                    exempt.add(code)
                else:
                    unscored.append(code)
            sums.append((held, own, points))
        exempt |= self.work.absent(unscored, (held for held, _, _ in sums if held))
        stretch = self.work.stretch(profile, frozenset(exempt))
        earned, scored, covered = ZERO, ZERO, ZERO
        for held, own, points in sums:
            factor = stretch.get(held, ZERO)
            earned, scored = earned + own * factor, scored + points * factor
            covered += points if factor else ZERO
        adjustment = self.adjusted.get(unit.code, NO_ADJUSTMENT)
        indicators = UnitIndicators(unit.code, profile.points, self.columns)
        known = (unit.code, unit.category, self.work, indicators, stretch)
        if scored <= 0:
            return UnitScore(*known, adjustment=adjustment)
        full = self.work.scheme.full_points
        exact = snapped(earned * full / scored + adjustment.net)
        return UnitScore(
            *known,
            scored_points=scored,
            score=rounded(exact, self.work.scheme.places),
            exact=exact,
            rate=earned / scored,
            coverage=covered / full,
            adjustment=adjustment,
        )


def _second(unit: UnitScore, code: str) -> Decimal:
    if code in unit.work.group_by_code:
        block = unit.blocks.get(code)
        return snapped((block and block.rate) or ZERO)
    return snapped(unit.amounts.get(code, ZERO))
