"""A city folder: schemes with their units, rules and figures; people, points and days beside them.

Each folder with a `scheme.toml` (or a sheet `scheme`) is one scheme. `offices.csv` holds units
that are assessed by none. Nothing here knows of the database: lines are only as good as they can
be by themselves.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from storage.city_lines import (
    Checked,
    CityLine,
    DayLine,
    FigureLine,
    GroupLine,
    IndicatorLine,
    PersonLine,
    PointLine,
    SchemeLine,
    SeasonLine,
    TargetLine,
    UnitLine,
    read_lines,
    read_one,
)
from storage.ledger_lines import ItemLine, ObservationRuleLine
from storage.observing_lines import CategoryLine, TemplateLine
from storage.tables import Fault, Source, Table, read_source

OFFICE_TRACK = "office"
INSIDE_SCHEME = ("scheme", "groups", "units", "indicators", "targets", "seasonality", "figures")
BESIDE_SCHEMES = (
    "offices",
    "points",
    "calendar",
    "people",
    "city",
    "bonus_items",
    "observation_categories",
    "answer_templates",
    "observation_rules",
)

L = TypeVar("L", bound=CityLine)


@dataclass(frozen=True)
class Found(Generic[L]):
    """A good line and where it stood."""

    file: str
    number: int
    line: L


@dataclass(frozen=True)
class SchemeFolder:
    """One scheme as brought; with *is_whole* false some of its rules could not be read."""

    prefix: str
    head: Found[SchemeLine]
    groups: Sequence[Found[GroupLine]]
    units: Sequence[Found[UnitLine]]
    indicators: Sequence[Found[IndicatorLine]]
    seasons: Sequence[Found[SeasonLine]]
    targets: Sequence[Found[TargetLine]]
    figures: Sequence[Found[FigureLine]]
    is_whole: bool


@dataclass
class CityFolder:
    """Everything a folder brings; *ignored* names the tables that mean nothing here."""

    schemes: list[SchemeFolder] = field(default_factory=list[SchemeFolder])
    offices: Sequence[Found[UnitLine]] = ()
    points: Sequence[Found[PointLine]] = ()
    days: Sequence[Found[DayLine]] = ()
    people: Sequence[Found[PersonLine]] = ()
    items: Sequence[Found[ItemLine]] = ()
    categories: Sequence[Found[CategoryLine]] = ()
    templates: Sequence[Found[TemplateLine]] = ()
    observation_rules: Sequence[Found[ObservationRuleLine]] = ()
    invented: bool = False
    ignored: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list[Fault])


def read_city_folder(path: Path) -> CityFolder:
    """Read a city folder, or a workbook with the same tables; what is wrong is in its faults."""
    source = read_source(path)
    city = CityFolder(faults=list(source.faults))
    prefixes = sorted({*source.folders("scheme.toml"), *source.folders("scheme")})
    known = {f"{prefix}{name}" for prefix in prefixes for name in INSIDE_SCHEME}
    known |= set(BESIDE_SCHEMES)
    city.ignored = tuple(sorted(source.tables.keys() - known))
    if not source.tables and not source.texts and not city.faults:
        city.faults.append(Fault(str(path.name), 0, "", "", "import-fault-nothing"))
    for prefix in prefixes:
        _read_scheme(source, prefix, city)
    city.offices = _lines(source, "offices", UnitLine, city.faults)
    city.points = _lines(source, "points", PointLine, city.faults)
    city.days = _lines(source, "calendar", DayLine, city.faults)
    city.people = _lines(source, "people", PersonLine, city.faults)
    city.items = _lines(source, "bonus_items", ItemLine, city.faults)
    city.categories = _lines(source, "observation_categories", CategoryLine, city.faults)
    city.templates = _lines(source, "answer_templates", TemplateLine, city.faults)
    city.observation_rules = _lines(source, "observation_rules", ObservationRuleLine, city.faults)
    city.invented = str(_settings(source, "city", city.faults).get("invented", "")) in TRUE_WORDS
    return city


TRUE_WORDS = frozenset({"True", "true", "1"})


def _read_scheme(source: Source, prefix: str, city: CityFolder) -> None:
    faults: list[Fault] = []
    head, groups = _rules(source, prefix, faults)
    indicators = _lines(source, f"{prefix}indicators", IndicatorLine, faults)
    seasons = _lines(source, f"{prefix}seasonality", SeasonLine, faults)
    is_whole = not faults
    units = _lines(source, f"{prefix}units", UnitLine, faults)
    targets = _lines(source, f"{prefix}targets", TargetLine, faults)
    figures = _lines(source, f"{prefix}figures", FigureLine, faults)
    if head is None:
        name = prefix.rstrip("/") or "scheme"
        faults.append(Fault(name, 0, "", "", "import-fault-scheme-unread"))
    city.faults += faults
    if head is not None:
        city.schemes.append(
            SchemeFolder(
                prefix, head, groups, units, indicators, seasons, targets, figures, is_whole
            )
        )


def _rules(
    source: Source, prefix: str, faults: list[Fault]
) -> tuple[Found[SchemeLine] | None, list[Found[GroupLine]]]:
    file = f"{prefix}scheme.toml"
    if file in source.texts:
        given = _settings(source, f"{prefix}scheme", faults)
        if not given:
            return None, []
        groups = _blocks(file, given.pop("groups", []), source.texts[file], faults)
    else:
        file = source.tables[f"{prefix}scheme"].file
        given = _settings(source, f"{prefix}scheme", faults)
        groups = _lines(source, f"{prefix}groups", GroupLine, faults)
    head = read_one(file, 0, given, SchemeLine)
    if isinstance(head, list):
        faults += [_placed(fault, source.texts.get(file, "")) for fault in head]
        return None, groups
    return Found(file, 1, head), groups


def _settings(source: Source, name: str, faults: list[Fault]) -> dict[str, Any]:
    """Return the settings of a TOML file, or of a table with the columns key and value."""
    file = f"{name}.toml"
    if file in source.texts:
        try:
            return tomllib.loads(source.texts[file], parse_float=str)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"line (\d+)", str(error))
            line = int(at[1]) if at else 0
            faults.append(Fault(file, line, "", "", "import-fault-toml"))
            return {}
    table = source.tables.get(name)
    lines = () if table is None else table.lines
    return {line.cells.get("key", ""): line.cells.get("value", "") for line in lines}


def _each(
    file: str,
    numbered: Sequence[tuple[int, Mapping[str, Any]]],
    model: type[Checked],
    faults: list[Fault],
) -> list[Found[Checked]]:
    good: list[Found[Checked]] = []
    for number, given in numbered:
        read = read_one(file, number, given, model)
        if isinstance(read, list):
            faults += read
        else:
            good.append(Found(file, number, read))
    return good


def _lines(
    source: Source, name: str, model: type[Checked], faults: list[Fault]
) -> list[Found[Checked]]:
    table: Table | None = source.tables.get(name)
    if table is None:
        return []
    good, wrong = read_lines(table, model)
    faults += wrong
    return [Found(table.file, number, line) for number, line in good]


def _blocks(file: str, raw: object, text: str, faults: list[Fault]) -> list[Found[GroupLine]]:
    """Read the blocks of a scheme, each on the line its heading stands on."""
    shown = str(raw)
    blocks = cast("list[object]", raw) if isinstance(raw, list) else []
    lines = _block_lines(text)
    if len(lines) != len(blocks) or not all(isinstance(block, dict) for block in blocks):
        faults.append(Fault(file, 0, "groups", shown, "import-fault-value"))
        return []
    numbered = zip(lines, (cast("Mapping[str, Any]", block) for block in blocks), strict=True)
    return _each(file, list(numbered), GroupLine, faults)


def _block_lines(text: str) -> list[int]:
    lines = enumerate(text.splitlines(), start=1)
    return [number for number, line in lines if line.strip().startswith("[[groups]]")]


def _placed(fault: Fault, text: str) -> Fault:
    """Find the line on which a setting of a TOML file stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"\s*{re.escape(fault.column)}\s*=", line):
            return replace(fault, line=number)
    return fault
