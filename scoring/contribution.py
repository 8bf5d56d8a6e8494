"""增值贡献率: points for a unit's part in the city's increment, measured against its planned part.

The raw part rewards size, so it is divided by the unit's part of the planned increment: one who
delivers exactly its own part scores exactly full. Where the city as a whole has not grown the
parts mean nothing, and growth is scored instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import ZERO
from scoring.growth import growth
from scoring.told import Because, Outcome, Scored, Unscored

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms


def increment(facts: Facts) -> Decimal | None:
    """Return the increment over the same period of last year, upwards better; None without one."""
    return None if facts.base is None else (facts.value - facts.base) * facts.sign


def planned_increment(facts: Facts) -> Decimal | None:
    """Return the increment the year's target asks for; None without a base to this period."""
    if facts.base is None or facts.target is None or facts.year_base is None:
        return None
    return (facts.target - facts.year_base) * facts.sign


def contribution(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award the part in the peers' increment against the part in their planned increment.

    No increment earns nothing. A unit from which no increment was planned is measured by its part
    of last year's amount; one without even that has full points for any increment.
    """
    own = increment(facts)
    if own is None:
        return Unscored(Because("why-no-base", (("value", facts.value),)))
    everyone = peers.derived("increment", increment)
    if everyone.total <= 0:
        return _instead(growth(facts, peers, terms_of_growth(terms)))
    part_pct = own * 100 / everyone.total
    given = (("increment", own), ("total", everyone.total), ("part", part_pct))
    if own <= 0:
        return told("why-contribution-none", ZERO, terms, *given)
    plan = _planned_part(facts, peers)
    if plan is None:
        return told("why-contribution-unplanned", terms.points, terms, *given)
    planned, planned_total = plan
    points = terms.capped(terms.points * own * planned_total / (everyone.total * planned))
    planned_pct = planned * 100 / planned_total
    return told("why-contribution", points, terms, *given, ("planned_part", planned_pct))


def _planned_part(facts: Facts, peers: Peers) -> tuple[Decimal, Decimal] | None:
    own, everyone = planned_increment(facts), peers.derived("planned", planned_increment)
    if own is not None and own > 0 and everyone.total > 0:
        return own, everyone.total
    bases = peers.derived("base", lambda peer: peer.base)
    if facts.base is not None and facts.base > 0 and bases.total > 0:
        return facts.base, bases.total
    return None


def terms_of_growth(terms: Terms) -> Terms:
    """Return the same points on the usual terms of growth."""
    params = {"base": ZERO + 60, "span": ZERO + 40, "best": None, "worst": None}
    return type(terms)(terms.points, terms.cap, params)


def _instead(outcome: Outcome) -> Outcome:
    because = Because("why-contribution-by-growth", parts=(outcome.because,))
    if isinstance(outcome, Scored):
        return Scored(outcome.points, because)
    return Unscored(because)
