"""What a whole method awards: its parts, what goes with any of them, and how they mix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from scoring.facts import HUNDRED, ZERO, Facts, Peers, Terms
from scoring.method_text import Method, Part
from scoring.told import Because, Outcome, Scored, Unscored


def award(
    read: Method, stakes: Sequence[Terms], facts: Facts, peers: Peers, difficulty: Decimal
) -> Outcome:
    """Award points by a method; *stakes* are what each of its parts plays for."""
    outcomes = [
        _award_part(part, terms, facts, peers, difficulty)
        for part, terms in zip(read.parts, stakes, strict=True)
    ]
    if len(outcomes) == 1:
        return outcomes[0]
    return _mixed(read, outcomes, sum((terms.points for terms in stakes), ZERO))


def _award_part(
    part: Part, terms: Terms, facts: Facts, peers: Peers, difficulty: Decimal
) -> Outcome:
    if part.exempt_by and _is_exempt(part, facts, peers):
        given = (("by", part.exempt_by), ("above", part.exempt_above))
        return Scored(terms.points, Because("why-exempt", given))
    outcome = part.rule.award(facts, peers, terms)
    if not part.uses_difficulty or isinstance(outcome, Unscored):
        return outcome
    points = outcome.points * difficulty
    if terms.cap is not None:
        points = terms.capped(points)
    given = (("coefficient", difficulty), ("score", points))
    return Scored(points, Because("why-difficulty", given, (outcome.because,)))


def _mixed(read: Method, outcomes: list[Outcome], points: Decimal) -> Outcome:
    """Add up a mix; the parts without an answer leave their share to the others.

    A growth without a base is thus scored by completion alone.
    """
    parts = tuple(outcome.because for outcome in outcomes)
    answered = [
        (part, outcome)
        for part, outcome in zip(read.parts, outcomes, strict=True)
        if isinstance(outcome, Scored)
    ]
    if not answered:
        return Unscored(Because("why-mix-unanswered", (("points", points),), parts))
    shares = sum((part.share_pct for part, _ in answered), ZERO)
    total = sum((outcome.points for _, outcome in answered), ZERO)
    if shares == HUNDRED:
        return Scored(total, Because("why-mix", (("score", total), ("points", points)), parts))
    total = total * 100 / shares
    given = (("score", total), ("points", points), ("shares", shares))
    return Scored(total, Because("why-mix-partly", given, parts))


def _is_exempt(part: Part, facts: Facts, peers: Peers) -> bool:
    own = facts.second.get(part.exempt_by)
    if own is None:
        return False
    others = peers.derived(f"second {part.exempt_by}", lambda peer: peer.second.get(part.exempt_by))
    mean = others.mean(facts.unit, own=True)
    sign = peers.second_signs.get(part.exempt_by, 1)
    return mean is not None and (own - mean) * sign > part.exempt_above
