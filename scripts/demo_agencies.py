"""The agencies' scheme of the demo city: its targets come from hints, its figures from dice."""

from collections.abc import Sequence

from demo_rows import INDICATOR_COLUMNS, Row, Tables, invented, target

AGENCY_GROUPS = {"共性指标": "C", "个性指标": "P", "定性评价": "Q", "社会评议": "R"}
SLOW_COLLECTORS = {"市统计局": "18", "市财政局": "8"}
DUE_DAYS = {"monthly": "10", "quarterly": "15", "half_yearly": "20", "yearly": "25"}
LEVELS = frozenset(
    ["level", "path", "reverse", "interval", "reduction", "growth_target", "rating100"]
)
NO_TARGET = frozenset(["interval", "deduct", "rating100", "leader_rating", "satisfaction", "zero"])


def agencies(tables: Tables, units: Sequence[Row]) -> Tables:
    """Return the tables of the agencies' scheme, and its lines of september.csv."""
    with_own_set = {
        row["applies_to"] for row in tables["indicators_agencies"] if "-" in row["code"]
    }
    indicators = [_agency_indicator(row) for row in tables["indicators_agencies"]]
    filed: list[Row] = []
    september: list[Row] = []
    targets: list[Row] = []
    for indicator, source in zip(indicators, tables["indicators_agencies"], strict=True):
        for unit in units:
            if not _is_judged_by(source, unit, with_own_set):
                continue
            stage = _agency_stage(source)
            if stage["target_2013"] and indicator["method"].split("(")[0] not in NO_TARGET:
                base = stage["base_2012"] if indicator["method"] == "path" else ""
                targets.append(target(indicator["code"], unit["code"], base, stage["target_2013"]))
            filed_here, september_here = invented(indicator, unit["code"], stage)
            filed += filed_here
            september += september_here
    return {
        "indicators": indicators,
        "targets": targets,
        "figures": filed,
        "september": september,
    }


def _is_judged_by(source: Row, unit: Row, with_own_set: set[str]) -> bool:
    meant = source["applies_to"]
    if meant == unit["category"]:
        return unit["code"] not in with_own_set
    return meant in ("ALL", unit["code"])


def _agency_indicator(row: Row) -> Row:
    method, measure = row["method"], row["unit_of_measure"]
    if method == "interval":
        lower, upper = row["annual_target_hint"].strip("[]").split(",")
        method = f"interval(lower={lower},upper={upper})"
    first = method.split(":")[0].split("(")[0]
    if first in LEVELS or (first == "step_rev" and measure == "%"):
        kind = "level"
    else:
        kind = "cumulative_pct" if measure == "%" else "cumulative"
    due_day = SLOW_COLLECTORS.get(row["monitoring_unit"], "")
    return {
        **{name: row.get(name, "") for name in INDICATOR_COLUMNS},
        "group": AGENCY_GROUPS[row["group"].partition("/")[0]],
        "method": method,
        "kind": kind,
        "cap_pct": "100",
        "due_day": due_day
        if row["frequency"] == "monthly" and due_day
        else DUE_DAYS[row["frequency"]],
        "applies_to": "" if row["applies_to"] == "ALL" else row["applies_to"],
    }


def _agency_stage(source: Row) -> Row:
    hint = source["annual_target_hint"]
    if hint.startswith("["):
        lower, upper = hint.strip("[]").split(",")
        return {"base_2012": lower, "target_2013": upper}
    base = f"{float(hint) * 0.94:.1f}" if hint and source["method"] == "path" else ""
    return {"base_2012": base, "target_2013": hint}
