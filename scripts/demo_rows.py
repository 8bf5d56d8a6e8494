"""Lines of the demo city's tables that both schemes share."""

from collections.abc import Mapping
from decimal import Decimal

from demo_figures import Cell, months_of, rounded, year_of
from demo_mistakes import planted
from demo_strength import strength_of

Row = dict[str, str]
Tables = dict[str, list[Row]]

SEPTEMBER = 9
SLOW_INCOMES = {"M12": 0.36, "M13": 0.36}  # Their targets of the year lie 30 % above the base.
INDICATOR_COLUMNS = (
    "code",
    "name",
    "group",
    "unit_of_measure",
    "direction",
    "weight",
    "method",
    "monitoring_unit",
    "frequency",
    "kind",
    "cap_pct",
    "due_day",
    "applies_to",
    "not_applicable",
)


def invented(indicator: Row, unit: str, stage: Mapping[str, str]) -> tuple[list[Row], list[Row]]:
    """Return a unit's invented figures of January to August, and what September will bring."""
    months = months_of(indicator["frequency"])
    if not months:
        return [], []
    cell = Cell(
        indicator,
        unit,
        strength_of(unit),
        float(stage.get("target_2013") or 0),
        float(stage.get("base_2012") or 0),
        SLOW_INCOMES.get(indicator["code"], 1.0),
    )
    code = indicator["code"]
    filed: list[Row] = []
    september: list[Row] = []
    for month, value in year_of(cell, months).items():
        base = _last_year(cell, value)
        if month == SEPTEMBER:
            september.append(planted(code, unit, str(value), base))
        else:
            told = {"cumulative_value": str(value), "same_period_last_year": base}
            cells = {"indicator_code": code, "town_code": unit, "submitted_on": ""}
            filed.append(figure({**told, **cells, "period": f"2013-{month:02}"}))
    return filed, september


def _last_year(cell: Cell, value: Decimal) -> str:
    if cell.method != "progress" or cell.measure == "%":
        return ""
    places = -int(value.as_tuple().exponent)
    return str(rounded(float(value) / (1.06 + 0.02 * cell.strength), places))


def figure(row: Row) -> Row:
    """Return a line of figures.csv from a line of the source."""
    return {
        "period": row["period"],
        "indicator_code": row["indicator_code"],
        "unit_code": row["town_code"],
        "value": row["cumulative_value"],
        "base": row["same_period_last_year"],
        "filed_on": row["submitted_on"],
    }


def target(indicator: str, unit: str, base: str, goal: str) -> Row:
    """Return a line of targets.csv."""
    return {"indicator_code": indicator, "unit_code": unit, "base": base, "target": goal}
