"""逆向指标 and 区间指标: points for staying at or under a limit, or within a range.

Sources: per-case deductions down to nothing (衢州 pattern); 适中 and 最佳区间 from a textbook of
composite evaluation. A limit that is not set has no answer.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.completion import no_target, told
from scoring.facts import ZERO

if TYPE_CHECKING:
    from scoring.facts import Facts, Peers, Terms
    from scoring.told import Outcome

STEP_SHARE = Decimal("0.1")


def reverse(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything at or under the limit, and 2 − figure ÷ limit of it above, never below 0."""
    limit = facts.target
    if limit is None:
        return no_target(facts)
    if facts.value <= limit:
        points = terms.points
    elif limit <= 0:
        points = ZERO
    else:
        points = max(ZERO, terms.points * (2 * limit - facts.value) / limit)
    return told("why-reverse", points, terms, ("value", facts.value), ("target", limit))


def step_rev(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything at or under the limit, and *minus_per_unit* points less per unit above it.

    Without the parameter a unit (or a percentage point) costs a tenth of the points.
    """
    limit = facts.target
    if limit is None:
        return no_target(facts)
    each = terms.optional("minus_per_unit")
    each = terms.points * STEP_SHARE if each is None else each
    over = max(ZERO, facts.value - limit)
    points = max(ZERO, terms.points - over * each)
    given = (("value", facts.value), ("target", limit), ("over", over), ("each", each))
    return told("why-step-rev", points, terms, *given)


def zero(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything at zero cases and *minus_pct* percent less per case, never below nothing."""
    each = terms.number("minus_pct")
    share = max(ZERO, 100 - max(ZERO, facts.value) * each)
    points = terms.points * share / 100
    return told("why-zero", points, terms, ("value", facts.value), ("each", each))


def interval(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award everything inside [lower, upper], falling evenly to nothing at min_tol and max_tol.

    Without parameters the ends are the indicator's *worst* and *best*. Without tolerances they lie
    one width of the interval outside it; an interval of no width then forgives nothing.
    """
    lower, upper = terms.optional("lower"), terms.optional("upper")
    lower = peers.fixed_worst if lower is None else lower
    upper = peers.fixed_best if upper is None else upper
    if lower is None or upper is None:
        return no_target(facts)
    given = (("value", facts.value), ("lower", lower), ("upper", upper))
    if lower <= facts.value <= upper:
        return told("why-interval-inside", terms.points, terms, *given)
    min_tol, max_tol = terms.optional("min_tol"), terms.optional("max_tol")
    min_tol = lower - (upper - lower) if min_tol is None else min_tol
    max_tol = upper + (upper - lower) if max_tol is None else max_tol
    if facts.value < lower:
        points = _fallen(facts.value - min_tol, lower - min_tol, terms)
    else:
        points = _fallen(max_tol - facts.value, max_tol - upper, terms)
    return told("why-interval", points, terms, *given, ("min_tol", min_tol), ("max_tol", max_tol))


def _fallen(left: Decimal, width: Decimal, terms: Terms) -> Decimal:
    if left <= 0 or width <= 0:
        return ZERO
    return terms.points * left / width
