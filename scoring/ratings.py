"""Indicators whose figure is itself a mark: verified marks, deduction sheets, published indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import ZERO

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms
    from scoring.told import Outcome


def rating100(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the percentage that a mark out of *full* (100) is; a mark outside is cut to it."""
    return _marked("why-rating", facts.value, facts, terms)


def satisfaction(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the percentage that a satisfaction index out of 100 is (社会评议)."""
    return _marked("why-satisfaction", facts.value, facts, terms)


def leader_rating(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the percentage that the leaders' index out of 100 is (领导评价)."""
    return _marked("why-leader-rating", facts.value, facts, terms)


def deduct(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Start from *full* (100) and take away the recorded deductions, which are the figure."""
    return _marked("why-deduct", terms.number("full") - max(ZERO, facts.value), facts, terms)


def _marked(fact: str, mark: Decimal, facts: Facts, terms: Terms) -> Outcome:
    full = terms.number("full")
    kept = min(max(mark, ZERO), full)
    given = (("value", facts.value), ("mark", kept), ("full", full))
    return told(fact, terms.points * kept / full, terms, *given)
