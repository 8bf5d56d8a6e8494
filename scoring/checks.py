"""What makes a scheme one that can be computed; every problem is found, not only the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from scoring.facts import ZERO
from scoring.method_text import MethodError, method
from scoring.plan import plan
from scoring.rounding import EXACT, snapped

if TYPE_CHECKING:
    from scoring.model import Group, Indicator, Scheme, Unit
    from scoring.plan import Plan
    from scoring.told import Told


@dataclass(frozen=True, slots=True)
class SchemeProblem:
    """One reason why a scheme cannot be computed.

    *where* is the code of the block, indicator or unit at fault, *column* the cell of its line that
    is wrong and *value* what stands there; *reason_id* a message id.
    """

    table: Literal["scheme", "groups", "indicators", "units"]
    where: str
    column: str
    value: Told
    reason_id: str
    given: tuple[tuple[str, Told], ...] = ()


class SchemeError(ValueError):
    """A scheme that cannot be computed, with all its problems."""

    def __init__(self, problems: tuple[SchemeProblem, ...]) -> None:
        super().__init__("; ".join(f"{each.where}: {each.reason_id}" for each in problems))
        self.problems = problems


def check(scheme: Scheme, units: tuple[Unit, ...]) -> None:
    """Raise SchemeError unless the scheme can be computed for these units."""
    found = problems(scheme, units)
    if found:
        raise SchemeError(found)


@lru_cache(maxsize=16)
def problems(scheme: Scheme, units: tuple[Unit, ...]) -> tuple[SchemeProblem, ...]:
    """Return everything that is wrong with a scheme; empty when it can be computed."""
    shape = (*_doubles(scheme, units), *_structure(scheme), *_indicators(scheme, units))
    if shape:
        return shape
    with localcontext(EXACT):
        return tuple(_sums(plan(scheme, units)))


def _doubles(scheme: Scheme, units: Iterable[Unit]) -> Iterator[SchemeProblem]:
    codes: dict[Literal["groups", "indicators", "units"], list[str]] = {
        "groups": [group.code for group in scheme.groups],
        "indicators": [indicator.code for indicator in scheme.indicators],
        "units": [unit.code for unit in units],
    }
    for table, listed in codes.items():
        for code, times in Counter(listed).items():
            if times > 1:
                given = (("code", code),)
                yield SchemeProblem(table, code, "code", code, "scheme-code-twice", given)


def _structure(scheme: Scheme) -> Iterator[SchemeProblem]:
    parents = {group.code: group.parent for group in scheme.groups}
    for group in scheme.groups:
        if group.parent is not None and group.parent not in parents:
            given = (("code", group.code), ("parent", group.parent))
            yield SchemeProblem(
                "groups", group.code, "parent", group.parent, "scheme-parent-unknown", given
            )
        elif _is_inside_itself(group.code, parents):
            yield SchemeProblem(
                "groups",
                group.code,
                "parent",
                group.parent or "",
                "scheme-group-circle",
                (("code", group.code),),
            )
        for column, value in (("points", group.points), ("weight", group.weight)):
            if value is not None and value < 0:
                yield _negative("groups", group.code, column, value)
    known = parents.keys() | {indicator.code for indicator in scheme.indicators}
    for name in scheme.tie_break:
        if name not in known:
            yield SchemeProblem(
                "scheme", scheme.code, "tie_break", name, "scheme-tie-unknown", (("name", name),)
            )
    if scheme.full_points <= 0:
        given = (("points", scheme.full_points),)
        yield SchemeProblem(
            "scheme", scheme.code, "full_points", scheme.full_points, "scheme-full-points", given
        )


def _negative(
    table: Literal["groups", "indicators"], code: str, column: str, value: Decimal
) -> SchemeProblem:
    return SchemeProblem(table, code, column, value, "scheme-points-negative", (("code", code),))


def _is_inside_itself(code: str, parents: dict[str, str | None]) -> bool:
    seen = {code}
    up = parents[code]
    while up is not None and up in parents:
        if up in seen:
            return True
        seen.add(up)
        up = parents[up]
    return False


def _indicators(scheme: Scheme, units: Iterable[Unit]) -> Iterator[SchemeProblem]:
    groups = {group.code for group in scheme.groups}
    codes = {indicator.code for indicator in scheme.indicators}
    known = {unit.code for unit in units} | {unit.category for unit in units}
    for each in scheme.indicators:
        if each.group not in groups:
            given = (("code", each.code), ("group", each.group))
            yield SchemeProblem(
                "indicators", each.code, "group", each.group, "scheme-group-unknown", given
            )
        if each.weight < 0:
            yield _negative("indicators", each.code, "weight", each.weight)
        yield from _questions(scheme, each)
        for column, names in (
            ("applies_to", each.applies_to),
            ("not_applicable", each.not_applicable),
        ):
            for name in sorted(names - known):
                given = (("code", each.code), ("name", name))
                yield SchemeProblem(
                    "indicators", each.code, column, name, "scheme-unit-unknown", given
                )
        try:
            looks_at = method(each.method).looks_at
        except MethodError as error:
            yield SchemeProblem(
                "indicators", each.code, "method", each.method, error.reason_id, error.given
            )
        else:
            for name in sorted(looks_at - codes):
                given = (("code", each.code), ("name", name))
                yield SchemeProblem(
                    "indicators",
                    each.code,
                    "method",
                    each.method,
                    "scheme-indicator-unknown",
                    given,
                )


def _questions(scheme: Scheme, each: Indicator) -> Iterator[SchemeProblem]:
    """Find what is wrong with what its figures are asked about before they are filed."""
    alike = {
        other.code
        for other in scheme.indicators
        if (other.unit_of_measure, other.kind) == (each.unit_of_measure, each.kind)
    }
    for name in sorted(each.parts - alike | each.parts & {each.code}):
        given = (("code", each.code), ("name", name))
        yield SchemeProblem("indicators", each.code, "parts", name, "scheme-part-unknown", given)
    lowest, highest = each.accepted_min, each.accepted_max
    if lowest is not None and highest is not None and lowest > highest:
        given = (("code", each.code), ("lowest", lowest), ("highest", highest))
        yield SchemeProblem(
            "indicators", each.code, "accepted_min", lowest, "scheme-accepted-range", given
        )


def _sums(work: Plan) -> Iterator[SchemeProblem]:
    """Compare what is inside with what it must add up to: the scheme, then every block."""
    outer = work.children.get(None, ())
    total = sum((work.group_points[group.code] for group in outer), ZERO)
    if snapped(total) != work.scheme.full_points:
        points = work.scheme.full_points
        given = (("sum", total), ("points", points))
        yield SchemeProblem("scheme", work.scheme.code, "full_points", points, "scheme-sum", given)
    for group in work.scheme.groups:
        wrong = _wrong_sum(work, group)
        if wrong is not None:
            unit, total = wrong
            given = (("code", group.code), ("unit", unit), ("sum", total))
            points = work.group_points[group.code]
            full = (*given, ("points", points))
            yield SchemeProblem("groups", group.code, "points", points, "scheme-block-sum", full)


def _wrong_sum(work: Plan, group: Group) -> tuple[str, Decimal] | None:
    """Return the first kind of unit for which a block does not add up, and the sum it gets.

    What does not apply to a unit may be counted or not: an indicator replaced by the unit's own
    set adds up without it, one it is excused from adds up with it.
    """
    whole = work.group_points[group.code]
    children = work.children.get(group.code, ())
    inside = sum((work.group_points[child.code] for child in children), ZERO)
    seen: set[int] = set()
    for unit in work.units:
        profile = work.profile(unit)
        if id(profile) in seen:
            continue
        seen.add(id(profile))
        meant = work.meant(group, unit)
        if not meant and not children:
            continue
        counted = sum((profile.points[each.code] for each in meant), inside)
        applied = [each for each in meant if each.code not in profile.exempt]
        without = sum((profile.points[each.code] for each in applied), inside)
        if snapped(whole) not in {snapped(counted), snapped(without)}:
            return unit.code, counted
    return None
