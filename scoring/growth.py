"""同比增幅: points for growth over the same period of last year.

Growth of an amount is in percent of the size of its base; growth of a rate is a difference in
percentage points. A stated growth (可比价) is taken as stated. A base of zero has no growth and a
negative base is kept out of every comparison: such a unit is scored by its other methods.
Sources: 临沂 2012 and 滁州 (base 60 plus 40 by position), 滁州 (against the
city), 黑龙江 (by tiers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.completion import told
from scoring.facts import HUNDRED, ONE, UNLIMITED, ZERO
from scoring.told import Because, Outcome, Unscored

if TYPE_CHECKING:
    from decimal import Decimal

    from scoring.facts import Facts, Peers, Terms

UNITS_MIN = 3
"""Fewer units than this say nothing about each other's growth."""
TIERS_MAX = 10
"""Growth more than a hundred points from the mean pays or costs nothing further."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth in percent or percentage points; None where there is none, and a word for why.

    *note* is "", "zero-base", or what became of a negative base or a fall below zero: "turned-up"
    (扭亏), "turned-down" (转亏), "loss-cut" (减亏), "loss-grown" (增亏), or "no-base", "stated".
    """

    pct: Decimal | None
    note: str = ""


def growth_of(facts: Facts) -> Growth:
    """Work out a unit's growth as a statistician would print it."""
    if facts.growth is not None:
        return Growth(facts.growth, "stated")
    if facts.base is None:
        return Growth(None, "no-base")
    if facts.is_rate:
        return Growth(facts.value - facts.base)
    if facts.base == 0:
        return Growth(None, "zero-base")
    pct = (facts.value - facts.base) * 100 / abs(facts.base)
    return Growth(pct, _sign_note(facts.value, facts.base))


def comparable_growth(facts: Facts) -> Decimal | None:
    """Return the growth that may be compared with others', upwards better; None without one."""
    growth = growth_of(facts)
    if growth.pct is None or (growth.note != "stated" and _base_is_negative(facts)):
        return None
    return growth.pct * facts.sign


def growth(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award *base* to *base + span* percent by where the growth lies between the peers' extremes.

    Full points where fewer than three units can be compared, or all grew alike.
    """
    own = comparable_growth(facts)
    if own is None:
        return no_growth(facts)
    compared = peers.derived("growth", comparable_growth)
    bounds = peers.bounds(
        "growth", compared, sign=1, best=terms.optional("best"), worst=terms.optional("worst")
    )
    given = (("value", facts.value), ("base", _base(facts)), ("growth", own * facts.sign))
    if bounds is None or bounds.best == bounds.worst or len(compared.numbers) < UNITS_MIN:
        return told("why-growth-all-alike", terms.points, terms, *given)
    start, span = terms.number("base"), terms.number("span")
    position = (own - bounds.worst) * span / (bounds.best - bounds.worst)
    mark = min(max(start + position, ZERO), HUNDRED)
    ends = (("best", bounds.best * facts.sign), ("worst", bounds.worst * facts.sign))
    scale = (("mark", mark), ("start", start), ("span", span))
    return told("why-growth", terms.points * mark / 100, terms, *given, *ends, *scale)


def growth_target(facts: Facts, _: Peers, terms: Terms) -> Outcome:
    """Award the growth achieved against the growth asked for, up to the cap.

    The figure of a rate is the growth itself, and its target the growth asked for; an amount's
    target asks for growth over the whole of last year. A target of zero growth or less is either
    reached or not.
    """
    asked = terms.optional("target")
    own = facts.value if facts.is_rate else comparable_growth(facts)
    if own is None:
        return no_growth(facts)
    if asked is None:
        asked = _asked(facts)
    if asked is None:
        return Unscored(Because("why-no-target", (("value", facts.value),)))
    if asked > 0:
        points = terms.capped(terms.points * own / asked)
    else:
        points = terms.points if own >= asked else ZERO
    return told("why-growth-target", points, terms, ("growth", own), ("asked", asked))


def growth_vs_city(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award *base_pct* percent at the city's growth, *per_pp* points more or less per point.

    The city's growth is *city*, or the growth of the peers taken together (with *own* 0, of the
    others taken together).
    """
    own = comparable_growth(facts)
    if own is None:
        return no_growth(facts)
    city = terms.optional("city")
    if city is None:
        city = _together(facts, peers, own=terms.number("own") != 0)
    if city is None:
        return told("why-growth-all-alike", terms.points, terms, ("growth", own))
    start = terms.points * terms.number("base_pct") / 100
    points = terms.capped(start + (own - city) * terms.number("per_pp"))
    given = (("growth", own), ("city", city), ("start", start))
    return told("why-growth-city", points, terms, *given, ("per_pp", terms.number("per_pp")))


def progressive(facts: Facts, peers: Peers, terms: Terms) -> Outcome:
    """Award the full points at the peers' mean growth, and more by tiers of ten points above it.

    Each of ten tiers of ten percentage points pays base/20, base/40, base/60 … a point; below the
    mean the same is taken away. Without a cap in the scheme there is none.
    """
    own = comparable_growth(facts)
    if own is None:
        return no_growth(facts)
    mean = terms.optional("mean")
    if mean is None:
        compared = peers.derived("growth", comparable_growth)
        mean = compared.mean(facts.unit, own=terms.number("own") != 0)
    if mean is None:
        return told("why-growth-all-alike", terms.points, terms, ("growth", own))
    above = own - mean
    extra = _tiers(abs(above), terms.points)
    points = terms.capped(terms.points + (extra if above >= 0 else -extra), UNLIMITED)
    given = (("growth", own), ("mean", mean), ("above", above), ("extra", extra))
    return told("why-progressive", points, terms, *given)


def no_growth(facts: Facts) -> Unscored:
    """Answer that there is no growth to score, and why."""
    facts_by_note = {"zero-base": "why-zero-base", "no-base": "why-no-base"}
    fact = facts_by_note.get(growth_of(facts).note, "why-negative-base")
    base = _base(facts)
    rise = "-" if facts.base is None else facts.value - facts.base
    return Unscored(Because(fact, (("value", facts.value), ("base", base), ("rise", rise))))


def _base_is_negative(facts: Facts) -> bool:
    return facts.base is not None and facts.base < 0 and not facts.is_rate


def _base(facts: Facts) -> Decimal | str:
    return "-" if facts.base is None else facts.base


def _sign_note(value: Decimal, base: Decimal) -> str:
    if base > 0:
        return "turned-down" if value < 0 else ""
    if value >= 0:
        return "turned-up"
    return "loss-cut" if value > base else "loss-grown"


def _asked(facts: Facts) -> Decimal | None:
    if facts.target is None or facts.is_rate:
        return facts.target
    if facts.year_base is None or facts.year_base <= 0:
        return None
    return (facts.target - facts.year_base) * 100 * facts.sign / facts.year_base


def _together(facts: Facts, peers: Peers, *, own: bool) -> Decimal | None:
    if facts.is_rate or facts.growth is not None:
        return peers.derived("growth", comparable_growth).mean(facts.unit, own=own)
    values = peers.derived(
        "value with a base", lambda peer: None if peer.base is None else peer.value
    )
    bases = peers.derived("base", lambda peer: peer.base)
    value, base = values.total, bases.total
    if not own:
        value -= values.numbers.get(facts.unit, ZERO)
        base -= bases.numbers.get(facts.unit, ZERO)
    return (value - base) * 100 * facts.sign / base if base > 0 else None


def _tiers(above: Decimal, base: Decimal) -> Decimal:
    extra, tier, width = ZERO, ONE, HUNDRED / 10
    while above > 0 and tier <= TIERS_MAX:
        extra += min(above, width) * base / (20 * tier)
        above, tier = above - width, tier + 1
    return extra
