"""The rules of a scheme once more, for a whole column at once, as shares of the points.

Each is the twin of the rule of the same name, and is held equal to it by the tests. A share is a
quotient: where both its ends are whole numbers it can be worked out again in decimals, so that a
score close to a rounding is never left to floating point. A twin answers None where it cannot be
sure of what its rule would say; the rule itself then scores the column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from scoring.facts import UNLIMITED
from scoring.figure_table import SAFE
from scoring.growth import UNITS_MIN
from scoring.sheet import EPSILON, Shares, Sheet, in_one_measure, set_in_both

if TYPE_CHECKING:
    from scoring.facts import Parameter
    from scoring.figure_table import Flags, Floats, Numbers
    from scoring.method_text import Part

Twin: TypeAlias = Callable[[Sheet, "Part", Decimal | None], Shares | None]


def _settled(numerator: Floats, denominator: Floats | float) -> Shares:
    """Return shares between nothing and everything, whole as long as they are short enough."""
    longest = max(np.abs(numerator).max(initial=0), np.abs(denominator).max(initial=0))
    return Shares(numerator, denominator, Decimal(1), is_whole=bool(longest < SAFE))


def efficacy(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name, on its plain scale."""
    start, span = _whole(part.params["base"]), _whole(part.params["span"])
    ends = None if part.params["log"] else _ends(sheet)
    if start is None or span is None or ends is None:
        return None
    value, best, worst = ends
    width = np.abs(best - worst)
    alike = ~(width > 0) | np.isinf(width)
    width, worst = np.where(alike, 1.0, width), np.where(alike, 0.0, worst)
    layout = sheet.layout
    toward = np.where(best >= worst, 1.0, -1.0)
    away = (value - layout.everywhere(worst)) * layout.everywhere(toward)
    wide = layout.everywhere(width)
    whole = 100 * wide
    numerator = np.minimum(np.maximum(start * wide + span * away, 0.0), whole)
    if alike.any():
        numerator = np.where(layout.everywhere(alike), whole, numerator)
    # No share lies outside of its whole, so the widest category is the longest of all.
    return Shares(numerator, whole, Decimal(1), is_whole=bool(100 * width.max() < SAFE))


def _ends(sheet: Sheet) -> tuple[Floats, Floats, Floats] | None:
    """Return the figures, and the best and the worst of each category, in one measure."""
    known = [bound for bound in (sheet.indicator.best, sheet.indicator.worst) if bound is not None]
    places = max([sheet.value.places, *(_places(bound) for bound in known)])
    value = sheet.value.scaled(places)
    if value is None:
        return None
    low, high = sheet.layout.least(value, sheet.there), sheet.layout.most(value, sheet.there)
    best, worst = (high, low) if sheet.sign > 0 else (low, high)
    return (
        value,
        _fixed(sheet.indicator.best, best, places),
        _fixed(sheet.indicator.worst, worst, places),
    )


def _fixed(bound: Decimal | None, seen: Floats, places: int) -> Floats:
    return seen if bound is None else np.full_like(seen, float(bound.scaleb(places)))


def percentile(sheet: Sheet, _part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    layout = sheet.layout
    count = layout.everywhere(layout.count(sheet.there))
    under = layout.behind(sheet.value.whole, sheet.there)
    behind = under if sheet.sign > 0 else count - 1 - under
    alone = count < len("ab")
    return _settled(np.where(alone, 1.0, behind), np.where(alone, 1.0, count - 1))


def rank_step(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    step = _whole(part.params["step_pct"])
    if step is None or part.params["tie"]:
        return None
    return _settled(np.maximum(0.0, 100 - _ahead(sheet) * step), 100.0)


def rank_linear(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name, from all of the points down to none."""
    if part.params["max"] is not None or part.params["min"] or part.params["tie"]:
        return None
    count = sheet.layout.everywhere(sheet.layout.count(sheet.there))
    alone = count < len("ab")
    own = np.where(alone, 1.0, count - 1 - _ahead(sheet))
    return _settled(own, np.where(alone, 1.0, count - 1))


def _ahead(sheet: Sheet) -> Floats:
    """Return how many of each row's category are truly better."""
    look = sheet.layout.ahead if sheet.sign > 0 else sheet.layout.behind
    return look(sheet.value.whole, sheet.there)


def best_ratio(sheet: Sheet, _part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    ends = _ends(sheet)
    if ends is None:
        return None
    value, best = ends[0], sheet.layout.everywhere(ends[1])
    is_best = (value - best) * sheet.sign >= 0
    none = (best <= 0) | (value <= 0)
    upper, lower = (value, best) if sheet.sign > 0 else (best, value)
    plain = is_best | none
    return _settled(np.where(plain, is_best.astype(np.float64), upper), np.where(plain, 1.0, lower))


def growth(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name, on bounds observed among the peers.

    Growths are quotients themselves and cannot be told apart to the last digit in floating point,
    so peers that grew almost alike are left to the rule.
    """
    start, span = _whole(part.params["base"]), _whole(part.params["span"])
    given = part.params["best"] is not None or part.params["worst"] is not None
    fixed = sheet.indicator.best is not None or sheet.indicator.worst is not None
    own = _growth(sheet)
    if start is None or span is None or given or fixed or own is None:
        return None
    pct, there = own
    layout = sheet.layout
    best, worst = layout.most(pct, there), layout.least(pct, there)
    count = layout.count(there)
    few = count < UNITS_MIN
    size = np.maximum(np.abs(best), np.abs(worst))
    width = best - worst
    if np.any(~few & (width <= size * 1e-6)):
        return None
    width, worst = np.where(few, 1.0, width), np.where(few, 0.0, worst)
    noise = float(np.max(np.where(few, 0.0, 8 * EPSILON * size * span / width), initial=0)) / 100
    mark = start + (pct - layout.everywhere(worst)) * span / layout.everywhere(width)
    mark = np.where(layout.everywhere(few), 100.0, np.clip(mark, 0.0, 100.0))
    return Shares(mark, 100.0, Decimal(1), there, is_whole=False, noise=noise)


def _growth(sheet: Sheet) -> tuple[Floats, Flags | None] | None:
    """Return the growth of each row, upwards better, and who has one that may be compared."""
    if sheet.growth is not None or sheet.base is None:
        return None
    both = in_one_measure(sheet.value, sheet.base)
    if both is None:
        return None
    value, base = both
    there = set_in_both(sheet.there, sheet.base.there)
    rise = (value - base) * sheet.sign
    if sheet.is_rate:
        return rise, there
    positive = base > 0
    if not positive.all():
        there = positive if there is None else there & positive
        base = np.where(positive, base, 1.0)
    return rise * 100 / base, there


def completion(sheet: Sheet, _part: Part, cap: Decimal | None) -> Shares | None:
    """Twin of the rule of this name, and of `level`."""
    return _to_target(sheet, cap, sign=sheet.sign)


def attain(sheet: Sheet, _part: Part, cap: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    return _to_target(sheet, _at_most_full(cap), sign=1)


def attain_rev(sheet: Sheet, _part: Part, cap: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    return _to_target(sheet, _at_most_full(cap), sign=-1)


def reduction(sheet: Sheet, _part: Part, cap: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    return _to_target(sheet, cap, sign=1)


def progress(sheet: Sheet, _part: Part, cap: Decimal | None) -> Shares | None:
    """Twin of the rule of this name, where the plan is a whole quotient."""
    if sheet.planned is None:
        return None
    return _to_target(sheet, cap, sign=sheet.sign, planned=sheet.planned)


def _at_most_full(cap: Decimal | None) -> Decimal | None:
    return cap if cap is not None and cap < 1 else None


def _to_target(
    sheet: Sheet, cap: Decimal | None, *, sign: int, planned: tuple[float, float] = (1.0, 1.0)
) -> Shares | None:
    """Twin of `ratio_points`; *planned* of the target is what is due by now."""
    if sheet.target is None:
        return None
    both = in_one_measure(sheet.value, sheet.target)
    if both is None:
        return None
    value, goal = both[0] * planned[1], both[1] * planned[0]
    longest = max(np.abs(value).max(initial=0), np.abs(goal).max(initial=0))
    if longest >= SAFE:
        return None
    most = Decimal(1) if cap is None else None if cap == UNLIMITED else cap
    reached = ((value - goal) * sign >= 0).astype(np.float64)
    if sign > 0:
        plain, upper, lower = goal <= 0, value, goal
    else:
        # A figure of zero or below earns all that the cap allows, full points where there is none.
        nothing = (value <= 0) & (goal > 0)
        reached = np.where(nothing, float(most or 1), reached)
        plain, upper, lower = (goal <= 0) | nothing, goal, value
        if nothing.any() and most is not None and most != most.to_integral_value():
            return None
    # A goal of zero or below is reached or not, whatever the cap.
    if most is not None and most < 1 and bool(np.any(reached * (goal <= 0) > 0)):
        return None
    return Shares(
        np.where(plain, reached, upper), np.where(plain, 1.0, lower), most, sheet.target.there
    )


def marked(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rules whose figure is itself a mark out of *full*."""
    return _marked(sheet.value, sheet.value.whole, part.params["full"])


def deduct(sheet: Sheet, part: Part, _: Decimal | None) -> Shares | None:
    """Twin of the rule of this name."""
    full = part.params["full"]
    if not isinstance(full, Decimal) or _places(full) > sheet.value.places:
        return None
    left = float(full.scaleb(sheet.value.places)) - np.maximum(sheet.value.whole, 0.0)
    return _marked(sheet.value, left, full)


def _marked(value: Numbers, mark: Floats, full: Parameter) -> Shares | None:
    if not isinstance(full, Decimal) or _places(full) > value.places:
        return None
    whole = float(full.scaleb(value.places))
    return _settled(np.clip(mark, 0.0, whole), whole)


def _whole(value: Parameter) -> float | None:
    """Return a parameter that is a whole number from 0; None for another."""
    is_whole = isinstance(value, Decimal) and value >= 0 and value == value.to_integral_value()
    return float(value) if is_whole and isinstance(value, Decimal) else None


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


TWINS: Final[Mapping[str, Twin]] = {
    "progress": progress,
    "completion": completion,
    "level": completion,
    "attain": attain,
    "attain_rev": attain_rev,
    "reduction": reduction,
    "growth": growth,
    "efficacy": efficacy,
    "percentile": percentile,
    "rank_step": rank_step,
    "rank_linear": rank_linear,
    "best_ratio": best_ratio,
    "rating100": marked,
    "satisfaction": marked,
    "leader_rating": marked,
    "deduct": deduct,
}
"""The rules that have a twin; a method with another is scored unit by unit."""
