"""Every worked example of the rulebook comes out, to the last printed digit."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from rule_cast import D, award, facts, points_of

from scoring.ballots import group_index, poll, trimmed_mean
from scoring.facts import Column, Peers
from scoring.growth import growth_of
from scoring.punctuality import punctuality
from scoring.ranking import ranking
from scoring.rounding import EXACT, rounded, shown
from scoring.told import Unscored

CASES = Path(__file__).parent / "cases" / "formulas.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
PRINTED = re.compile(r"(?P<name>\w+)=(?P<sign>[+-]?)(?P<number>\d[\d.]*)(?P<unit>%|pp)?")
GRADES = {"满意": D(100), "较满意": D(80), "一般": D(60), "不满意": D(0)}


def plain(given, *names):
    return {name: given[name] for name in names if name in given}


def params(name, given, *names):
    chosen = ",".join(f"{each}={given[each]}" for each in names if each in given)
    return f"{name}({chosen})" if chosen else name


def progress(given):
    own = facts(given["A"], target=given["T"], planned_pct=given["planned_pct"])
    completed = own.value * 100 / own.target
    return {
        "score": points_of("progress", own, points=given["W"], cap=given.get("cap")),
        "completion": completed,
        "gap": completed - own.planned_pct,
        "ratio": completed / own.planned_pct,
    }


def path(given):
    share = D(given["month"]) * 100 / 12
    own = facts(given["A"], target=given["T"], year_base=given["base"], planned_pct=share)
    outcome = award("path", own, points=given["W"], cap=given["cap"])
    return {
        "score": outcome.points,
        "planned": outcome.because.value("planned"),
        "ratio": outcome.points / D(given["W"]),
    }


def growth(given):
    if "g" in given:
        own = facts(1, growth=given["g"])
        top, low = facts(1, "top", growth=given["g_max"]), facts(1, "low", growth=given["g_min"])
        outcome = award("growth", own, top, low, points=given["W"])
        return {"d": outcome.because.value("mark"), "score": outcome.points}
    own = facts(given["A"], base=given["B"], is_rate=given.get("unit") == "%")
    return {"g": growth_of(own).pct, "delta": growth_of(own).pct}


def contribution(given):
    if "contribution_pct" in given:
        # The unit and all others together, in percent of the increment and of its plan.
        own = facts(given["contribution_pct"], base=0, year_base=0, target=given["plan_share_pct"])
        rest = facts(100 - own.value, "rest", base=0, year_base=0, target=100 - own.target)
        outcome = award("contribution", own, rest, points=given["W"], cap=given["cap"])
        uncapped = award("contribution(cap=none)", own, rest, points=given["W"])
        return {"score": outcome.points, "ratio": uncapped.points / D(given["W"])}
    town, *others = (
        facts(10 + D(delta), name, base=10, year_base=10, target=11)
        for name, delta in given["deltas"].items()
    )
    parts = {
        each.unit: award("contribution", each, *(o for o in (town, *others) if o != each))
        for each in (town, *others)
    }
    shares = {name: part.because.value("part") for name, part in parts.items()}
    return {**shares, "sum": sum(shares.values())}


def efficacy(given):
    own = facts(given["x"], direction=given.get("direction", "up"))
    bounds = {"fixed_best": given["satisfactory"], "fixed_worst": given["not_allowed"]}
    return {"d": points_of("efficacy", own, points=100, **bounds)}


def efficacy_tier(given):
    low, high = given["this_tier_value"], given["upper_tier_value"]
    coefs = f"{given['this_coef']}/{given['upper_coef']}"
    outcome = award(
        f"efficacy_tier(values={low}/{high},coefs={coefs})", facts(given["x"]), points=given["W"]
    )
    return {
        "base": outcome.because.value("start"),
        "adj": outcome.because.value("way"),
        "score": outcome.points,
    }


def with_target(name, *names):
    def rule(given):
        own = facts(given["A"], target=given["T"], is_rate=True)
        return {"score": points_of(params(name, given, *names), own, points=given["W"])}

    return rule


def reduction(given):
    own = facts(given["actual_drop"], target=given["target_drop"])
    outcome = award("reduction", own, points=given["W"], cap=given["cap"])
    return {"score": outcome.points, "completion": outcome.because.value("rate")}


def zero(given):
    return {"score": points_of("zero", facts(given["A"]), points=given["W"])}


def interval(given):
    text = params("interval", given, "lower", "upper", "min_tol", "max_tol")
    outcome = award(text, facts(given["x"]), points=given["W"])
    return {"score": outcome.points, "u": outcome.points / D(given["W"])}


def rank_step(given):
    better = [facts(9, f"better {n}") for n in range(given["rank"] - 1)]
    text = params("rank_step", given, "step_pct")
    return {"score": points_of(text, facts(1), *better, points=given["W"])}


def rank_linear(given):
    better = [facts(9, f"better {n}") for n in range(given["rank"] - 1)]
    worse = [facts(0, f"worse {n}") for n in range(given["n"] - given["rank"])]
    text = params("rank_linear", given, "max", "min")
    return {"score": points_of(text, facts(1), *better, *worse)}


def best_ratio(given):
    return {
        "score": points_of(
            "best_ratio", facts(given["x"]), facts(given["best"], "best"), points=given["W"]
        )
    }


def progressive(given):
    own = facts(1, growth=given["above_avg_pp"])
    return {"score": points_of("progressive(mean=0)", own, points=given["base"])}


def satisfaction(given):
    counted = poll(given["ballots"], GRADES)
    return {
        "index": counted.index,
        "score": points_of("satisfaction", facts(counted.index), points=given["W"]),
        "satisfied_rate": counted.satisfied_pct,
    }


def leader_rating(given):
    groups = [name for name in given if name.startswith("LG")]
    means = {name: trimmed_mean([D(score) for score in given[name]]) for name in groups}
    weights = [D(weight) for weight in given["weights"].split("/")]
    index = group_index([(w, means[name]) for w, name in zip(weights, groups, strict=True)])
    return {
        **{name: mean for name, mean in means.items() if mean is not None},
        "index": index,
        "score": points_of("leader_rating", facts(index), points=given["W"]),
    }


def late(given):
    left = punctuality(
        D(given["base"]),
        days_late=given["days"],
        per_day=D(given["per_day"]),
        zero_at=given["zero_at"],
    )
    return {"score": left}


RULES = {
    "progress": progress,
    "path": path,
    "growth": growth,
    "contribution": contribution,
    "efficacy": efficacy,
    "efficacy_tier": efficacy_tier,
    "completion_binary": with_target("completion_binary"),
    "completion_prop": with_target("completion_prop"),
    "completion_step": with_target("completion_step", "plus_per_pp", "plus_cap", "minus_per_pp"),
    "completion_floor": with_target("completion_floor", "floor_pct"),
    "reverse": with_target("reverse"),
    "attain_rev": with_target("attain_rev"),
    "step_rev": with_target("step_rev", "minus_per_unit"),
    "reduction": reduction,
    "zero": zero,
    "interval": interval,
    "rank_step": rank_step,
    "rank_linear": rank_linear,
    "best_ratio": best_ratio,
    "progressive": progressive,
    "satisfaction": satisfaction,
    "leader_rating": leader_rating,
    "trim": lambda given: {"mean": trimmed_mean([D(score) for score in given["ballots"]])},
    "late": late,
}
TOLD_IN_WORDS = {"G4", "C3", "K5", "K6", "W1", "W2", "W3"}
NUMBERED = [row for row in ROWS if row["id"] not in TOLD_IN_WORDS]


@pytest.mark.parametrize("row", NUMBERED, ids=lambda row: f"{row['id']} {row['method']}")
def test_a_worked_example_comes_out_to_the_last_printed_digit(row):
    given = json.loads(row["inputs_json"])
    if "planned_pct" not in given and row["method"] == "progress":
        given["planned_pct"] = "100"
    with localcontext(EXACT):
        answers = RULES[row["method"]](given)
    printed = list(PRINTED.finditer(row["expected"]))

    assert printed
    for match in printed:
        number = match["sign"].replace("+", "") + match["number"]
        places = len(number.partition(".")[2])
        assert rounded(answers[match["name"]], places) == Decimal(number), match[0]


def test_all_forty_two_examples_are_told():
    assert len(ROWS) == len(NUMBERED) + len(TOLD_IN_WORDS) == 42


def row(code):
    return json.loads(next(row for row in ROWS if row["id"] == code)["inputs_json"])


def test_g2_and_g3_say_what_became_of_a_negative_base():
    notes = {
        code: growth_of(facts(row(code)["A"], base=row(code)["B"])).note for code in ("G2", "G3")
    }

    assert notes == {"G2": "turned-up", "G3": "loss-cut"}


def test_g4_a_base_of_zero_has_no_growth_but_a_rise_to_show():
    given = row("G4")
    outcome = award("growth", facts(given["A"], base=given["B"]))

    assert growth_of(facts(given["A"], base=given["B"])).pct is None
    assert isinstance(outcome, Unscored)
    assert (outcome.because.fact, shown(outcome.because.value("rise"))) == ("why-zero-base", "0.16")


def test_c3_where_the_city_has_not_grown_contribution_falls_back_to_growth():
    up, down = (facts(10 + D(delta), name, base=10) for name, delta in row("C3")["deltas"].items())
    outcome = award("contribution", up, down)

    assert outcome.because.fact == "why-contribution-by-growth"
    assert outcome.because.parts[0].fact == "why-growth-all-alike"


def test_k5_ties_share_the_better_place():
    keys = {str(place): (D(score),) for place, score in enumerate(row("K5")["scores"])}

    assert [line.place for line in ranking(keys)] == [1, 2, 2, 4]


def test_k6_a_tie_on_the_boundary_flags_everyone_who_is_tied():
    keys = {f"{n}": (D(score),) for n, score in enumerate(row("K6")["scores"])}
    flagged = [str(line.score) for line in ranking(keys, bottom_above=3) if line.is_bottom]

    assert flagged == ["85.1", "85.1", "84.0"]


def test_a_mean_over_nobody_is_nothing():
    assert Column({}, D(0)).mean("own", own=True) is None
    assert Column({"own": D(3)}, D(3)).mean("own", own=False) is None
    assert Peers(()).bounds("efficacy", Column({}, D(0)), sign=1) is None
