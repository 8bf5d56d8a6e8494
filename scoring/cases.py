"""Points for counted cases and for distances: per-case bonus and deduction, thresholds, peer mean.

Source: a county's yearly scoring rules of 2019 (绍兴). What such rules leave open is a parameter
here: *whole* 1 counts full steps only, 0 every fraction; *percent* 1 measures the distance in
percent of the mark, 0 in the figure's own unit; *own* 0 leaves a unit out of the mean it is held
to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import ZERO

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms
    from scoring.told import Outcome


def per_case(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything less *minus* points a case; all cases together cost at most *most*."""
    cases, each = max(ZERO, facts.value), terms.number("minus")
    most = terms.optional("most")
    cost = min(cases * each, terms.points if most is None else most)
    points = max(ZERO, terms.points - cost)
    given = (("value", facts.value), ("each", each), ("cost", cost))
    return told("why-per-case", points, terms, *given)


def case_bonus(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award *plus* points a case, never more than the indicator's points."""
    each = terms.number("plus")
    points = min(max(ZERO, facts.value) * each, terms.points)
    return told("why-case-bonus", points, terms, ("value", facts.value), ("each", each))


def threshold(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything from *at* on, and *minus* points less for each *per* short of it."""
    mark = terms.number("at")
    cost, short = _cost(facts, mark, terms)
    given = (("value", facts.value), ("mark", mark), ("short", short), ("cost", cost))
    return told("why-threshold", max(ZERO, terms.points - cost), terms, *given)


def mean_deduct(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award everything from the peers' mean on, and *minus* points less for each *per* short of it.

    A unit without anybody to compare with has everything.
    """
    mean = peers.values.mean(facts.unit, own=terms.number("own") != 0)
    if mean is None:
        return told("why-all-alike", terms.points, terms, ("value", facts.value))
    cost, short = _cost(facts, mark=mean, terms=terms)
    given = (("value", facts.value), ("mark", mean), ("short", short), ("cost", cost))
    return told("why-mean-deduct", max(ZERO, terms.points - cost), terms, *given)


def power(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award a · distance^c points for the distance from *b*, on the better side of it.

    With *whole* the points are cut to whole ones, as scoring tables of combined events have it.
    """
    distance = (facts.value - terms.number("b")) * facts.sign
    points = ZERO
    if distance > 0:
        points = terms.number("a") * distance ** terms.number("c")
    if terms.number("whole"):
        points = points // 1
    given = (("value", facts.value), ("distance", max(distance, ZERO)))
    return told("why-power", terms.capped(points), terms, *given)


def _cost(facts: Facts, mark: Decimal, terms: Terms) -> tuple[Decimal, Decimal]:
    """Return the points lost and the distance they are lost for."""
    short = max(ZERO, (mark - facts.value) * facts.sign)
    if terms.number("percent"):
        # A distance in percent of nothing cannot be told: any shortfall then counts as all of it.
        short = short * 100 / abs(mark) if mark else (short and ZERO + 100)
    steps = short / terms.number("per")
    if terms.number("whole"):
        steps = steps // 1
    return steps * terms.number("minus"), short
