"""完成率 and 序时进度: points for the share of the target reached, or of the plan so far.

Sources: proportional with a cap, "最高分值为基本分,最低为零分"; step, one point per percentage
point (衢州); floor, "完成率低于80%(含80%)不得分" (新昌); all or nothing, 目标完成计分法.
Where less is better the proportion is turned over: target divided by figure.
A target of zero or below has no proportion: reaching it earns everything, missing it nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.facts import HUNDRED, ONE, UNLIMITED, ZERO
from scoring.told import Because, Outcome, Scored, Unscored

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms
    from scoring.told import Told


def told(fact: str, points: Decimal, terms: Terms, *given: tuple[str, Told]) -> Scored:
    """Return points with their fact; every fact knows the points, the full points and the cap."""
    ends = (("score", points), ("points", terms.points), ("cap", terms.cap_pct))
    return Scored(points, Because(fact, (*given, *ends)))


def no_target(facts: Facts) -> Unscored:
    """Answer that the unit has no target in this indicator."""
    return Unscored(Because("why-no-target", (("value", facts.value),)))


def ratio_points(value: Decimal, goal: Decimal, *, sign: int, terms: Terms) -> Decimal:
    """Award points in proportion, value to goal or goal to value, between nothing and the cap.

    A goal of zero or below is either reached or not. Where less is better, a figure of zero or
    below earns all that the cap allows, or full points where there is no cap.
    """
    if goal <= 0:
        return terms.points if (value - goal) * sign >= 0 else ZERO
    if sign > 0:
        return terms.capped(terms.points * value / goal)
    if value <= 0:
        cap = ONE if terms.cap is None or terms.cap == UNLIMITED else terms.cap
        return terms.points * cap
    return terms.capped(terms.points * goal / value)


def completion(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award points in proportion to the target reached, up to the cap."""
    if facts.target is None:
        return no_target(facts)
    points = ratio_points(facts.value, facts.target, sign=facts.sign, terms=terms)
    fact = "why-completion" if facts.sign > 0 else "why-completion-down"
    return told(fact, points, terms, *_reached(facts, facts.target))


def attain(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the degree to which a long-term target is reached (实现程度), never above full."""
    return _attain(facts, terms, sign=1)


def attain_rev(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award target divided by figure, never above full; a figure of zero earns everything."""
    return _attain(facts, terms, sign=-1)


def _attain(facts: Facts, terms: Terms, *, sign: int) -> Outcome:
    if facts.target is None:
        return no_target(facts)
    points = min(ratio_points(facts.value, facts.target, sign=sign, terms=terms), terms.points)
    fact = "why-attain" if sign > 0 else "why-attain-rev"
    return told(fact, points, terms, *_reached(facts, facts.target))


def completion_binary(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything at the target, and nothing short of it."""
    if facts.target is None:
        return no_target(facts)
    met = (facts.value - facts.target) * facts.sign >= 0
    fact = "why-binary-met" if met else "why-binary-not-met"
    points = terms.points if met else ZERO
    return told(fact, points, terms, *_reached(facts, facts.target))


def completion_step(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award everything at the target, more for each point above and less for each below.

    The distance is the figure's own where it is a rate, else that of the completion rate, in
    percentage points. With *whole* only full points count. *plus_cap* bounds what can be gained.
    """
    if facts.target is None:
        return no_target(facts)
    distance = _distance_pp(facts, facts.target)
    if distance is None:
        return completion_binary(facts, _, terms)
    steps = abs(distance)
    if terms.number("whole"):
        steps = steps // 1
    if distance >= 0:
        points = terms.points + min(steps * terms.number("plus_per_pp"), terms.number("plus_cap"))
    else:
        points = max(ZERO, terms.points - steps * terms.number("minus_per_pp"))
    given = (*_reached(facts, facts.target), ("distance", distance), ("steps", steps))
    fact = "why-step-above" if distance >= 0 else "why-step-below"
    rates = ("plus_per_pp", "plus_cap", "minus_per_pp")
    return told(fact, points, terms, *given, *((name, terms.number(name)) for name in rates))


def completion_floor(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award in proportion, but nothing at or below a completion rate of *floor_pct* percent."""
    if facts.target is None:
        return no_target(facts)
    floor = terms.number("floor_pct")
    if _distance_pp(facts, facts.target) is None:
        return completion_binary(facts, peers, terms)
    reached = ratio_points(facts.value, facts.target, sign=facts.sign, terms=_uncapped(terms))
    if reached * 100 > terms.points * floor:
        return completion(facts, peers, terms)
    given = (*_reached(facts, facts.target), ("floor", floor))
    return told("why-under-floor", ZERO, terms, *given)


def base80(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award *base* percent of the points at the target, *per_pp* points more or less per point."""
    if facts.target is None:
        return no_target(facts)
    distance = _distance_pp(facts, facts.target)
    if distance is None:
        return completion_binary(facts, _, terms)
    start = terms.points * terms.number("base") / 100
    points = terms.capped(start + distance * terms.number("per_pp"))
    given = (*_reached(facts, facts.target), ("distance", distance), ("start", start))
    return told("why-base80", points, terms, *given, ("per_pp", terms.number("per_pp")))


def progress(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the share of the target reached against the share planned by now (序时进度).

    Nothing planned yet is a plan met by anything from zero upwards.
    """
    if facts.target is None:
        return no_target(facts)
    planned = facts.target * facts.planned_pct / 100
    points = ratio_points(facts.value, planned, sign=facts.sign, terms=terms)
    given = (*_reached(facts, facts.target), ("planned", planned))
    return told("why-progress", points, terms, *given, ("planned_pct", facts.planned_pct))


def path(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the way made from last year's level to the target against the way planned by now.

    A target that asks for no movement, or for a step back, is judged by the planned level: full
    when it is kept, else in proportion to it.
    """
    if facts.target is None:
        return no_target(facts)
    if facts.year_base is None:
        return Unscored(Because("why-no-base", (("value", facts.value),)))
    way = (facts.target - facts.year_base) * facts.planned_pct / 100
    planned = facts.year_base + way
    given = (*_reached(facts, facts.target), ("planned", planned), ("base", facts.year_base))
    if way * facts.sign > 0:
        points = terms.capped(terms.points * (facts.value - facts.year_base) / way)
        return told("why-path", points, terms, *given)
    points = min(ratio_points(facts.value, planned, sign=facts.sign, terms=terms), terms.points)
    return told("why-path-level", points, terms, *given)


def reduction(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the reduction achieved against the reduction asked for; a rise earns nothing."""
    if facts.target is None:
        return no_target(facts)
    points = ratio_points(facts.value, facts.target, sign=1, terms=terms)
    return told("why-reduction", points, terms, *_reached(facts, facts.target))


def _reached(facts: Facts, target: Decimal) -> tuple[tuple[str, Told], ...]:
    rate = facts.value * 100 / target if target > 0 else "-"
    return (("value", facts.value), ("target", target), ("rate", rate))


def _distance_pp(facts: Facts, target: Decimal) -> Decimal | None:
    """Return how far above the target, in percentage points; None where there is no rate."""
    if facts.is_rate:
        return (facts.value - target) * facts.sign
    if target <= 0:
        return None
    return (facts.value * HUNDRED / target - HUNDRED) * facts.sign


def _uncapped(terms: Terms) -> Terms:
    return type(terms)(terms.points, UNLIMITED, terms.params)
