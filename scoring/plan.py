"""What a scheme means for each unit: who is judged by what, and for how many points.

Blocks nest and hold points outright or relative to their siblings. What does not apply to a unit
is left out, and the rest of its block is stretched to the block's points; a block of which nothing
applies leaves its points to its siblings.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from scoring.facts import ZERO
from scoring.rolls import Profile, Roll
from scoring.rounding import EXACT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from scoring.model import Group, Indicator, Scheme, Unit

KEPT_MAX = 4096
"""So many patterns of what does not apply are kept worked out."""


@dataclass(frozen=True, eq=False)
class Plan:
    """A scheme worked out for its units. Build it with `plan`."""

    scheme: Scheme
    units: tuple[Unit, ...]

    @cached_property
    def group_by_code(self) -> Mapping[str, Group]:
        """Every block under its code."""
        return {group.code: group for group in self.scheme.groups}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Group, ...]]:
        """The blocks directly inside each block; under None the outermost."""
        inside: dict[str | None, list[Group]] = {}
        for group in self.scheme.groups:
            inside.setdefault(group.parent, []).append(group)
        return {parent: tuple(groups) for parent, groups in inside.items()}

    @cached_property
    def indicators_in(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators directly inside each block."""
        inside: dict[str, list[Indicator]] = {}
        for indicator in self.scheme.indicators:
            inside.setdefault(indicator.group, []).append(indicator)
        return {group: tuple(indicators) for group, indicators in inside.items()}

    @cached_property
    def group_points(self) -> Mapping[str, Decimal]:
        """The full points of every block."""
        points: dict[str, Decimal] = {}
        with localcontext(EXACT):
            self._share_out(None, self.scheme.full_points, points)
        return points

    def _share_out(self, parent: str | None, whole: Decimal, points: dict[str, Decimal]) -> None:
        groups = self.children.get(parent, ())
        weights = sum((group.weight or ZERO for group in groups if self._is_relative(group)), ZERO)
        # What siblings hold outright is theirs; the relative ones share the rest.
        own = {group.code: self._outright(group) for group in groups}
        rest = whole - sum(own.values(), ZERO)
        for group in groups:
            if self._is_relative(group) and weights > 0:
                own[group.code] = rest * (group.weight or ZERO) / weights
            points[group.code] = own[group.code]
            self._share_out(group.code, own[group.code], points)

    def _is_relative(self, group: Group) -> bool:
        return group.points is None and group.weight is not None

    def _outright(self, group: Group) -> Decimal:
        if group.points is not None:
            return group.points
        return ZERO if group.weight is not None else self.inner_points(group)

    def inner_points(self, group: Group) -> Decimal:
        """Add up what lies directly inside a block, each block at its own points."""
        inner = sum((indicator.weight for indicator in self._listed(group)), ZERO)
        for child in self.children.get(group.code, ()):
            inner += self.inner_points(child) if child.points is None else child.points
        return inner

    def _listed(self, group: Group) -> tuple[Indicator, ...]:
        return self.indicators_in.get(group.code, ())

    @cached_property
    def named(self) -> frozenset[str]:
        """Every unit code and category that some indicator names."""
        names = (
            indicator.applies_to | indicator.not_applicable for indicator in self.scheme.indicators
        )
        return frozenset[str]().union(*names)

    def profile(self, unit: Unit) -> Profile:
        """Return what the unit is judged by; units alike under the scheme share one."""
        key = (unit.category, unit.code if unit.code in self.named else "")
        found = self._profiles.get(key)
        if found is None:
            with localcontext(EXACT):
                found = self._profiles[key] = self._worked_out(unit)
        return found

    @cached_property
    def _profiles(self) -> dict[tuple[str, str], Profile]:
        return {}

    def roll(self, indicator: str, categories: Collection[str] | None = None) -> Roll:
        """Return the units that an indicator judges, all of them or those of some categories."""
        key = (indicator, None if categories is None else frozenset(categories))
        found = self._rolls.get(key)
        if found is None:
            numbered = enumerate(self.everyone.profiles)
            judging = frozenset(number for number, each in numbered if indicator in each.points)
            alike = (judging, key[1])
            if alike not in self._rolls_alike:
                self._rolls_alike[alike] = self.everyone.only(judging, key[1])
            found = self._rolls[key] = self._rolls_alike[alike]
        return found

    @cached_property
    def everyone(self) -> Roll:
        """Every unit of the scheme."""
        return Roll.of(self.units, [self.profile(unit) for unit in self.units])

    @cached_property
    def _rolls(self) -> dict[tuple[str, frozenset[str] | None], Roll]:
        return {}

    @cached_property
    def _rolls_alike(self) -> dict[tuple[frozenset[int], frozenset[str] | None], Roll]:
        return {}

    def _worked_out(self, unit: Unit) -> Profile:
        points: dict[str, Decimal] = {}
        exempt: set[str] = set()
        for group in self.scheme.groups:
            meant = self.meant(group, unit)
            exempt.update(each.code for each in meant if each.is_waived_for(unit))
            total = sum((each.weight for each in meant), ZERO)
            inside = self.children.get(group.code, ())
            whole = self.group_points[group.code]
            whole -= sum((self.group_points[child.code] for child in inside), ZERO)
            for each in meant:
                relative = group.weights == "relative" and total > 0
                points[each.code] = whole * each.weight / total if relative else each.weight
        ordered = {
            each.code: points[each.code] for each in self.scheme.indicators if each.code in points
        }
        judged = (tuple(ordered.items()), frozenset(exempt))
        if judged in self._alike:
            return self._alike[judged]
        blocks: dict[str, list[str]] = {}
        for code in ordered:
            blocks.setdefault(self.indicator_group[code], []).append(code)
        profile = Profile(ordered, frozenset(exempt), tuple(map(tuple, blocks.values())))
        return self._alike.setdefault(judged, profile)

    @cached_property
    def _alike(self) -> dict[tuple[tuple[tuple[str, Decimal], ...], frozenset[str]], Profile]:
        return {}

    def meant(self, group: Group, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators of a block that judge the unit, the exempt ones among them."""
        meant = tuple(each for each in self._listed(group) if each.is_meant_for(unit))
        if group.own_set_replaces:
            own = tuple(each for each in meant if unit.code in each.applies_to)
            return own or meant
        return meant

    def stretch(self, profile: Profile, exempt: frozenset[str]) -> Mapping[str, Decimal]:
        """Return for each indicator by how much its points are stretched for a unit.

        *exempt* are the indicators that do not apply to it; they are absent, and so are those of a
        block that is worth nothing.
        """
        key = (id(profile), exempt)
        found = self._stretched.get(key)
        if found is None:
            if len(self._stretched) >= KEPT_MAX:
                self._stretched.clear()
            factors: dict[str, Decimal] = {}
            held = self._held(profile.points, exempt)
            self._stretch_into(None, self.scheme.full_points, held, factors)
            found = self._stretched[key] = {
                code: factors[self.indicator_group[code]]
                for code in profile.points
                if code not in exempt and self.indicator_group[code] in factors
            }
        return found

    @cached_property
    def _stretched(self) -> dict[tuple[int, frozenset[str]], Mapping[str, Decimal]]:
        return {}

    def absent(self, unscored: Iterable[str], scored: Iterable[str]) -> frozenset[str]:
        """Return which indicators without a score leave their points to the rest of their block.

        A block with relative weights is an average over what there is. One in points is a sum, in
        which what has no score is left out of the rate; so is whatever stands alone in its block.
        """
        if not self._averages:
            return frozenset()
        alive = {block for code in scored for block in self.around[code]}
        return frozenset(code for code in unscored if self._leaves_its_points(code, alive))

    def averages(self, code: str) -> bool:
        """Whether an indicator stands inside a block that is an average over what there is."""
        return any(block in self._averages for block in self.around[code])

    def _leaves_its_points(self, code: str, alive: Collection[str]) -> bool:
        is_relative = self.group_by_code[self.indicator_group[code]].weights == "relative"
        for block in self.around[code]:
            if block in alive:
                return is_relative or block in self._averages
            is_relative = self._is_relative(self.group_by_code[block])
        return False

    @cached_property
    def _averages(self) -> frozenset[str]:
        """The blocks inside which every share is one of an average."""
        return frozenset(
            group.code
            for group in self.scheme.groups
            if group.weights == "relative"
            or any(self._is_relative(self.group_by_code[each]) for each in self._from(group.code))
        )

    def _from(self, code: str | None) -> Iterator[str]:
        """Yield a block and the blocks around it."""
        while code is not None:
            yield code
            code = self.group_by_code[code].parent

    def _held(self, points: Mapping[str, Decimal], exempt: frozenset[str]) -> dict[str, Decimal]:
        """Add up the points that apply, block by block, in the indicators directly inside."""
        held: dict[str, Decimal] = {}
        for code, full in points.items():
            if code not in exempt and full > 0:
                group = self.indicator_group[code]
                held[group] = held.get(group, ZERO) + full
        return held

    @cached_property
    def indicator_group(self) -> Mapping[str, str]:
        """The block of each indicator."""
        return {indicator.code: indicator.group for indicator in self.scheme.indicators}

    def _stretch_into(
        self,
        parent: str | None,
        whole: Decimal,
        held: Mapping[str, Decimal],
        factors: dict[str, Decimal],
    ) -> None:
        live = [each for each in self.children.get(parent, ()) if self._is_live(each, held)]
        own = ZERO if parent is None else held.get(parent, ZERO)
        inside = own + sum((self.group_points[each.code] for each in live), ZERO)
        if inside <= 0:
            return
        if parent is not None:
            factors[parent] = whole / inside
        for each in live:
            share = whole * self.group_points[each.code] / inside
            self._stretch_into(each.code, share, held, factors)

    def _is_live(self, group: Group, held: Mapping[str, Decimal]) -> bool:
        return group.code in held or any(
            self._is_live(child, held) for child in self.children.get(group.code, ())
        )

    @cached_property
    def around(self) -> Mapping[str, tuple[str, ...]]:
        """The blocks around each indicator, from the inside out."""
        found: dict[str, tuple[str, ...]] = {}
        for indicator in self.scheme.indicators:
            found[indicator.code] = tuple(self._from(indicator.group))
        return found


@lru_cache(maxsize=16)
def plan(scheme: Scheme, units: tuple[Unit, ...]) -> Plan:
    """Return a scheme worked out for its units."""
    return Plan(scheme, units)
