"""功效系数法: points by where a figure lies between a not-allowed and a satisfactory value.

mark = base + span · (x − worst) / (best − worst), between 0 and 100. Where less is better, best is
the smaller of the two and the formula stands as it is. Sources: the textbook form 60 + 40·…;
财统字〔1999〕6号 for tiers: 本档基础分 + 调整分.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import HUNDRED, ZERO
from scoring.told import Because, Outcome, Unscored

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms


def efficacy(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award *base* to *base + span* percent by position between the bounds; all alike earn full.

    Bounds that the indicator leaves blank are those observed among its peers. With *log* the
    position is taken on logarithms, and a figure that has none stands at the worst.
    """
    bounds = peers.bounds("efficacy", peers.values, sign=facts.sign)
    given = (("value", facts.value),)
    if bounds is None or bounds.best == bounds.worst:
        return told("why-all-alike", terms.points, terms, *given)
    value, best, worst = facts.value, bounds.best, bounds.worst
    if terms.number("log"):
        if min(best, worst) <= 0:
            return Unscored(Because("why-no-logarithm", (("best", best), ("worst", worst))))
        value = min(best, worst) if value <= 0 else value
        value, best, worst = value.ln(), best.ln(), worst.ln()
    start, span = terms.number("base"), terms.number("span")
    mark = start + (value - worst) * span / (best - worst)
    mark = min(max(mark, ZERO), HUNDRED)
    ends = (("best", bounds.best), ("worst", bounds.worst))
    scale = (("mark", mark), ("start", start), ("span", span))
    return told("why-efficacy", terms.points * mark / 100, terms, *given, *ends, *scale)


def efficacy_tier(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the coefficient of the tier reached, and of the way to the next one.

    *values* are the tiers' standard values from the worst to the best, *coefs* the share of the
    points each is worth. Below the first tier the first coefficient is the floor's; above the last
    nothing more can be had.
    """
    tiers = tuple(zip(terms.numbers("values"), terms.numbers("coefs"), strict=True))
    for (low, low_coef), (high, high_coef) in pairwise(tiers):
        inside = (facts.value - low) * (facts.value - high) <= 0
        if inside and low != high:
            start = terms.points * low_coef
            way = (facts.value - low) * (terms.points * high_coef - start) / (high - low)
            given = (("value", facts.value), ("low", low), ("high", high))
            return told("why-tier", start + way, terms, *given, ("start", start), ("way", way))
    (first, _first), (last, _last) = tiers[0], tiers[-1]
    beyond = (facts.value - last) * (last - first) >= 0
    coef = _last if beyond else _first
    return _outside(facts, terms, coef)


def _outside(facts: Facts, terms: Terms, coef: Decimal) -> Outcome:
    given = (("value", facts.value), ("coef", coef))
    return told("why-tier-outside", terms.points * coef, terms, *given)
