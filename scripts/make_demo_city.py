"""Make the demo city that is shipped: python scripts/make_demo_city.py SOURCE_DIR [TARGET_DIR].

The source holds the tables of an invented city (units, indicators, targets, the towns' key
figures of January to September 2013). What it leaves open is invented here, always alike.
January to August go into figures.csv as they were released in the end; September goes into
september.csv as the reporters will file it, with mistakes in it.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from demo_agencies import agencies
from demo_figures import rounded
from demo_mistakes import planted
from demo_people import people
from demo_rows import INDICATOR_COLUMNS, Row, Tables, figure, invented, target

HERE = Path(__file__).parent
SECTIONS = {"经济发展": "M1", "人民生活": "M2", "社会发展": "M3", "生态环境": "M4"}
TOWN_GROUPS = {"关键绩效指标": "K", "保障工作指标": "Z"}


def main(source: Path, city: Path) -> None:
    """Write the tables of the whole city; its schemes and its notice are written by hand."""
    tables = {path.stem: _read(path) for path in source.glob("*.csv")}
    town_units = _town_units(tables)
    agency_units = _agency_units(tables)
    offices = [
        _unit("PMO", "张家港市绩效管理委员会办公室", "市绩效办", "办事机构", ["绩效办", "市绩效办"])
    ]
    september: list[Row] = []
    for folder, units, build in (
        ("towns", town_units, _towns),
        ("agencies", agency_units, agencies),
    ):
        scheme = build(tables, units)
        september += scheme.pop("september")
        (city / folder).mkdir(parents=True, exist_ok=True)
        _write(city / folder / "units.csv", units)
        for name, rows in scheme.items():
            _write(city / folder / f"{name}.csv", rows)
    points = [
        {
            "code": p["code"],
            "name": p["name"],
            "type": p["type"],
            "unit_code": p["town_code"] or "ZH27",  # The hall belongs to the service centre.
        }
        for p in tables["observation_points"]
    ]
    short = {u["code"]: u["short_name"] for u in (*town_units, *agency_units, *offices)}
    monitoring = list(dict.fromkeys(m["agency_code"] for m in tables["monitoring_units"]))
    _write(city / "offices.csv", offices)
    _write(city / "points.csv", points)
    _write(city / "calendar.csv", tables["calendar_2013"])
    _write(city / "people.csv", people(short, points, monitoring))
    _write(city / "september.csv", september)


def _town_units(tables: Tables) -> list[Row]:
    return [
        _unit(t["code"], t["name"], t["short_name"], "区镇", t["aliases"].split("|"))
        for t in tables["towns"]
    ]


def _agency_units(tables: Tables) -> list[Row]:
    called: dict[str, list[str]] = {}
    for each in tables["monitoring_units"]:
        called.setdefault(each["agency_code"], []).append(each["monitoring_unit"])
    return [
        _unit(a["code"], a["name"], a["short_name"], a["category"], called.get(a["code"], []))
        for a in tables["agencies"]
    ]


def _unit(code: str, name: str, short: str, category: str, aliases: Iterable[str]) -> Row:
    own = [alias for alias in aliases if alias not in (name, short)]
    return {
        "code": code,
        "name": name,
        "short_name": short,
        "category": category,
        "aliases": "|".join(own),
    }


def _towns(tables: Tables, units: Sequence[Row]) -> Tables:
    indicators = [_town_indicator(row) for row in tables["indicators_towns"]]
    known = [row for row in tables["monthly_towns"] if row["cumulative_value"]]
    figures = [_as_released(row, known) for row in tables["monthly_towns"]]
    filed = [figure(row) for row in figures if row["period"] < "2013-09"]
    september = [_september_of(row, figures) for row in figures if row["period"] == "2013-09"]
    stages = {(t["indicator_code"], t["town_code"]): t for t in tables["targets_towns"]}
    given = {row["indicator_code"] for row in tables["monthly_towns"]}
    for indicator in indicators:
        if indicator["code"] in given:
            continue
        for unit in units:
            stage = stages.get((indicator["code"], unit["code"]), {})
            filed_here, september_here = invented(indicator, unit["code"], stage)
            filed += filed_here
            september += september_here
    return {
        "indicators": indicators,
        "targets": [_town_target(row) for row in tables["targets_towns"] if row["base_2012"]],
        "figures": filed,
        "seasonality": tables["seasonality"],
        "september": september,
    }


def _town_indicator(row: Row) -> Row:
    group, _, section = row["group"].partition("/")
    chosen = {name: row.get(name, "") for name in INDICATOR_COLUMNS}
    return {**chosen, "group": SECTIONS[section] if section else TOWN_GROUPS[group]}


def _town_target(row: Row) -> Row:
    final = row["note"].removeprefix("final_target=") if "final_target" in row["note"] else ""
    return target(
        row["indicator_code"], row["town_code"], row["base_2012"], final or row["target_2013"]
    )


def _as_released(row: Row, known: Sequence[Row]) -> Row:
    """Return a month's figure as it stood in the end: the mistakes of the spring were mended."""
    wrong = "ANOMALY" in row["note"] or (
        not row["cumulative_value"] and row["indicator_code"] != "K11"
    )
    if not wrong or row["period"] == "2013-09":
        return row
    if "decimal slip" in row["note"]:
        return {**row, "cumulative_value": f"{Decimal(row['cumulative_value']) / 10:f}"}
    if "万元" in row["note"]:
        right = rounded(float(row["cumulative_value"]) / 10000, 2)
        return {**row, "cumulative_value": str(right)}
    around = {
        each["period"]: float(each["cumulative_value"])
        for each in known
        if (each["indicator_code"], each["town_code"]) == (row["indicator_code"], row["town_code"])
    }
    month = int(row["period"][-2:])
    before, after = around[f"2013-{month - 1:02}"], around[f"2013-{month + 1:02}"]
    return {**row, "cumulative_value": str(rounded((before + after) / 2, 2))}


def _september_of(row: Row, figures: Sequence[Row]) -> Row:
    """Return what will be filed for September, K11 as it comes in after the deadline."""
    code, town = row["indicator_code"], row["town_code"]
    value = row["cumulative_value"]
    if code == "K11":
        august = next(
            each["cumulative_value"]
            for each in figures
            if (each["period"], each["indicator_code"], each["town_code"])
            == ("2013-08", code, town)
        )
        value = str(rounded(float(august) * 75 / 66, 2))
    return planted(code, town, value, row["same_period_last_year"])


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent / "bot" / "demo" / "city",  # noqa: PLR2004
    )
