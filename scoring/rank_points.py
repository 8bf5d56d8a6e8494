"""排名计分: points for a place among the peers, or for the ratio to the best of them.

Ties share the better place (1, 2, 2, 4); *tie* names another indicator that parts them.
Sources: −5 % a place, 争先进位计分法; −2 % a place (瑞安 2012); evenly, first to last (温州 2012);
按实绩赋分, best takes full (瑞安 2012). Alone in a category means first.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import ZERO
from scoring.rounding import snapped

if TYPE_CHECKING:
    from scoring.facts import Facts, Peers, Terms
    from scoring.told import Outcome, Told


def rank_step(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award everything to the first and *step_pct* percent less a place, never below nothing."""
    place = _place(facts, peers, terms)
    share = max(ZERO, 100 - (place - 1) * terms.number("step_pct"))
    given = (*_placed(facts, peers, place), ("step", terms.number("step_pct")))
    return told("why-rank-step", terms.points * share / 100, terms, *given)


def rank_linear(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award *max* points to the first, *min* to the last, evenly between; else all to none."""
    place, count = _place(facts, peers, terms), len(peers.facts)
    most = terms.optional("max")
    most = terms.points if most is None else most
    least = terms.number("min")
    points = most if count < len("ab") else most - (place - 1) * (most - least) / (count - 1)
    given = (*_placed(facts, peers, place), ("most", most), ("least", least))
    return told("why-rank-linear", points, terms, *given)


def rank_table(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award the points the table gives to a place; behind its end, *then* less for each place."""
    place, table = _place(facts, peers, terms), terms.numbers("points")
    beyond = max(0, place - len(table))
    listed = table[min(place, len(table)) - 1]
    points = (
        max(terms.number("floor"), listed - beyond * terms.number("then")) if beyond else listed
    )
    return told("why-rank-table", points, terms, *_placed(facts, peers, place))


def percentile(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award the share of the others that stand behind: (lowest shared rank − 1) ÷ (n − 1).

    Where less is better it is one minus the percentile, which treats ties the other way round:
    the tied share the better part. Alone earns everything.
    """
    count = len(peers.facts)
    if count < len("ab"):
        return told("why-all-alike", terms.points, terms, ("value", facts.value))
    below = bisect_left(peers.ascending, snapped(facts.value))
    behind = below if facts.sign > 0 else count - 1 - below
    points = terms.points * behind / (count - 1)
    given: tuple[tuple[str, Told], ...] = (("value", facts.value), ("behind", behind))
    return told("why-percentile", points, terms, *given, ("count", count))


def best_ratio(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award in proportion to the best of the peers; where less is better, best divided by figure.

    A best of zero or below leaves no proportion: those who share it have everything.
    """
    bounds = peers.bounds("best_ratio", peers.values, sign=facts.sign, worst=ZERO)
    best = facts.value if bounds is None else bounds.best
    level = (facts.value - best) * facts.sign >= 0
    if level:
        points = terms.points
    elif best <= 0 or facts.value <= 0:
        points = ZERO
    elif facts.sign > 0:
        points = terms.points * facts.value / best
    else:
        points = terms.points * best / facts.value
    return told("why-best-ratio", points, terms, ("value", facts.value), ("best", best))


def _place(facts: Facts, peers: Peers, terms: Terms) -> int:
    return peers.places(terms.word("tie"))[facts.unit]


def _placed(facts: Facts, peers: Peers, place: int) -> tuple[tuple[str, Told], ...]:
    return (("value", facts.value), ("place", Decimal(place)), ("count", len(peers.facts)))
