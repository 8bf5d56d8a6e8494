"""METHODS: the one table from a method's name to its rule.

A new method is a rule in a module of its own kind and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from scoring import (
    cases,
    completion,
    contribution,
    efficacy,
    growth,
    limits,
    rank_points,
    ratings,
)
from scoring.facts import Facts, Peers, Terms
from scoring.told import Outcome

Award: TypeAlias = Callable[[Facts, Peers, Terms], Outcome]


@dataclass(frozen=True, slots=True)
class Rule:
    """A method: its rule and the parameters it takes, with their defaults as one would write them.

    A default of "?" may be left out, one of "!" may not. *compares* says that peers can move its
    points; *needs_target* that it has no answer without a target.
    """

    award: Award
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    compares: bool = False
    needs_target: bool = False


METHODS: Mapping[str, Rule] = {
    "progress": Rule(completion.progress, needs_target=True),
    "completion": Rule(completion.completion, needs_target=True),
    "completion_prop": Rule(completion.completion, needs_target=True),
    "completion_binary": Rule(completion.completion_binary, needs_target=True),
    "completion_step": Rule(
        completion.completion_step,
        {"plus_per_pp": "0", "plus_cap": "0", "minus_per_pp": "1", "whole": "0"},
        needs_target=True,
    ),
    "completion_floor": Rule(completion.completion_floor, {"floor_pct": "80"}, needs_target=True),
    "base80": Rule(completion.base80, {"base": "80", "per_pp": "0.5"}, needs_target=True),
    "level": Rule(completion.completion, needs_target=True),
    "path": Rule(completion.path, needs_target=True),
    "attain": Rule(completion.attain, needs_target=True),
    "attain_rev": Rule(completion.attain_rev, needs_target=True),
    "reduction": Rule(completion.reduction, needs_target=True),
    "growth": Rule(
        growth.growth, {"base": "60", "span": "40", "best": "?", "worst": "?"}, compares=True
    ),
    "growth_target": Rule(growth.growth_target, {"target": "?"}),
    "growth_vs_city": Rule(
        growth.growth_vs_city,
        {"city": "?", "per_pp": "1", "base_pct": "100", "own": "1"},
        compares=True,
    ),
    "progressive": Rule(growth.progressive, {"mean": "?", "own": "1"}, compares=True),
    "contribution": Rule(contribution.contribution, compares=True),
    "efficacy": Rule(efficacy.efficacy, {"base": "60", "span": "40", "log": "0"}, compares=True),
    "efficacy_tier": Rule(efficacy.efficacy_tier, {"values": "!", "coefs": "0.2/0.4/0.6/0.8/1"}),
    "percentile": Rule(rank_points.percentile, compares=True),
    "rank_step": Rule(rank_points.rank_step, {"step_pct": "5", "tie": ""}, compares=True),
    "rank_linear": Rule(
        rank_points.rank_linear, {"max": "?", "min": "0", "tie": ""}, compares=True
    ),
    "rank_table": Rule(
        rank_points.rank_table, {"points": "!", "then": "0", "floor": "0", "tie": ""}, compares=True
    ),
    "best_ratio": Rule(rank_points.best_ratio, compares=True),
    "reverse": Rule(limits.reverse, needs_target=True),
    "step_rev": Rule(limits.step_rev, {"minus_per_unit": "?"}, needs_target=True),
    "zero": Rule(limits.zero, {"minus_pct": "50"}),
    "interval": Rule(limits.interval, {"lower": "?", "upper": "?", "min_tol": "?", "max_tol": "?"}),
    "per_case": Rule(cases.per_case, {"minus": "1", "most": "?"}),
    "case_bonus": Rule(cases.case_bonus, {"plus": "1"}),
    "threshold": Rule(
        cases.threshold, {"at": "!", "per": "1", "minus": "1", "whole": "0", "percent": "0"}
    ),
    "mean_deduct": Rule(
        cases.mean_deduct,
        {"per": "1", "minus": "1", "whole": "0", "percent": "0", "own": "1"},
        compares=True,
    ),
    "power": Rule(cases.power, {"a": "!", "b": "!", "c": "1", "whole": "0"}),
    "rating100": Rule(ratings.rating100, {"full": "100"}),
    "satisfaction": Rule(ratings.satisfaction, {"full": "100"}),
    "leader_rating": Rule(ratings.leader_rating, {"full": "100"}),
    "deduct": Rule(ratings.deduct, {"full": "100"}),
}
