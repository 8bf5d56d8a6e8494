"""What a line of each of the city's tables holds, checked on the way in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)

from scoring.ledger_course import ledger_terms
from scoring.method_text import method
from scoring.model import (
    ADJUSTABLE_UNTIL,
    OUTAGE_MINUTES,
    Direction,
    EvidenceRule,
    Group,
    Indicator,
    Kind,
    MissingRule,
    RankOn,
    Unit,
    WeightsKind,
)
from scoring.periods import Frequency, Period
from scoring.reporting_record import record_terms
from scoring.workdays import DayKind
from storage.cell_numbers import Number
from storage.line_faults import fault_of
from storage.people import RoleKind
from storage.tables import Fault, Table

MONTHS = tuple(f"m{month:02}_cum_pct" for month in range(1, 13))
EVERYBODY = "ALL"
NO_DATA = frozenset({"无数据", "no_data"})
NOT_APPLICABLE = frozenset({"不适用", "not_applicable"})


def _listed(value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what it was given
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split("|") if part.strip())
    return value


Name = Annotated[str, Field(min_length=1)]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Listed = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class CityLine(BaseModel):
    """One line; a blank cell is one that was not given."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class UnitLine(CityLine):
    """A line of units.csv."""

    code: Name
    name: Name
    short_name: str = ""
    category: str = ""
    aliases: Listed = ()
    difficulty: Annotated[Number, Field(gt=0)] = Decimal(1)

    @property
    def facts(self) -> Unit:
        """The unit as the rules know it."""
        short = self.short_name or self.name
        return Unit(self.code, self.name, short, self.category, self.aliases, self.difficulty)


class IndicatorLine(CityLine):
    """A line of indicators.csv; *monitoring_unit* is a code or any name of a unit."""

    code: Name
    name: Name
    group: Name
    unit_of_measure: str = ""
    direction: Direction = "up"
    weight: Annotated[Number, Field(ge=0)]
    method: Name
    monitoring_unit: Name
    frequency: Frequency = "monthly"
    kind: Kind = "cumulative"
    cap_pct: Annotated[Number, Field(gt=0)] | None = None
    due_day: Annotated[int, Field(ge=1, le=31)] | None = None
    applies_to: Listed = ()
    not_applicable: Listed = ()
    best: Number | None = None
    worst: Number | None = None
    missing: MissingRule = "renormalise"
    accepted_min: Number | None = None
    accepted_max: Number | None = None
    parts: Listed = ()
    parts_band_pct: Annotated[Number, Field(ge=0)] | None = None
    total_band_pct: Annotated[Number, Field(ge=0)] | None = None
    evidence: EvidenceRule = "optional"

    @field_validator("method")
    @classmethod
    def _can_be_read(cls, text: str) -> str:
        method(text)
        return text

    def facts(self, monitoring_unit: str, due_day: int) -> Indicator:
        """Return the indicator as the rules know it, its monitoring unit named by code."""
        return Indicator(
            code=self.code,
            name=self.name,
            group=self.group,
            unit_of_measure=self.unit_of_measure,
            direction=self.direction,
            weight=self.weight,
            method=self.method,
            monitoring_unit=monitoring_unit,
            frequency=self.frequency,
            kind=self.kind,
            cap_pct=self.cap_pct,
            due_day=due_day if self.due_day is None else self.due_day,
            applies_to=frozenset(self.applies_to) - {EVERYBODY},
            not_applicable=frozenset(self.not_applicable),
            best=self.best,
            worst=self.worst,
            missing=self.missing,
            accepted_min=self.accepted_min,
            accepted_max=self.accepted_max,
            parts=frozenset(self.parts),
            parts_band_pct=self.parts_band_pct,
            total_band_pct=self.total_band_pct,
            evidence=self.evidence,
        )


class TargetLine(CityLine):
    """A line of targets.csv."""

    indicator_code: Name
    unit_code: Name
    base: Number | None = None
    target: Number | None = None


class FigureLine(CityLine):
    """A line of figures.csv; *value* is a number, 无数据, 不适用, or blank for nothing filed."""

    period: Name
    indicator_code: Name
    unit_code: Name
    value: Number | Literal["no_data", "not_applicable"] | None = None
    base: Number | None = None
    growth: Number | None = None
    filed_on: date | None = None

    @field_validator("period")
    @classmethod
    def _is_a_month(cls, text: str) -> str:
        return str(Period.parse(text))

    @field_validator("value", mode="before")
    @classmethod
    def _answered(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what it was given
        if value in NO_DATA:
            return "no_data"
        return "not_applicable" if value in NOT_APPLICABLE else value


class SeasonLine(CityLine):
    """A line of seasonality.csv: planned cumulative percentages of the year's twelve months."""

    indicator_code: Name
    m01_cum_pct: Number | None = None
    m02_cum_pct: Number | None = None
    m03_cum_pct: Number | None = None
    m04_cum_pct: Number | None = None
    m05_cum_pct: Number | None = None
    m06_cum_pct: Number | None = None
    m07_cum_pct: Number | None = None
    m08_cum_pct: Number | None = None
    m09_cum_pct: Number | None = None
    m10_cum_pct: Number | None = None
    m11_cum_pct: Number | None = None
    m12_cum_pct: Number | None = None

    @property
    def plan(self) -> tuple[Decimal | None, ...]:
        """The twelve shares in their order."""
        return tuple(getattr(self, month) for month in MONTHS)


class PointLine(CityLine):
    """A line of points.csv."""

    code: Name
    name: Name
    type: str = ""
    unit_code: Name


class DayLine(CityLine):
    """A line of calendar.csv."""

    date: date
    kind: DayKind
    name: str = ""


class PersonLine(CityLine):
    """A line of people.csv: one role of one person.

    *unit_code* of a leader may list units and categories; none is the whole city.
    """

    name: Name
    title: str = ""
    role: RoleKind
    unit_code: Listed = ()
    point_code: str = ""
    lang: Literal["zh", "en"] = "zh"
    user_id: int | None = None


class GroupLine(CityLine):
    """A block of a scheme."""

    code: Name
    name: Name
    points: Annotated[Number, Field(ge=0)] | None = None
    weight: Annotated[Number, Field(ge=0)] | None = None
    parent: str | None = None
    weights: WeightsKind = "points"
    own_set_replaces: bool = False

    @property
    def facts(self) -> Group:
        """The block as the rules know it."""
        return Group(**self.model_dump())


class SchemeLine(CityLine):
    """The head of scheme.toml, its blocks aside."""

    code: Name
    name: Name
    year: Annotated[int, Field(ge=1990, le=2200)]
    track: Name
    full_points: Annotated[Number, Field(gt=0)]
    places: Annotated[int, Field(ge=0, le=12)] = 2
    indicator_places: Annotated[int, Field(ge=0, le=12)] | None = None
    rank_on: RankOn = "published"
    bonus_cap: Annotated[Number, Field(ge=0)] | None = None
    deduction_cap: Annotated[Number, Field(ge=0)] | None = None
    tie_break: Listed = ()
    bottom: Annotated[int, Field(ge=0)] = 2
    bottom_above: Annotated[int, Field(ge=0)] = 4
    record: Annotated[str, AfterValidator(lambda text: str(record_terms(text)))] = ""
    adjustable_until: MonthDay = ADJUSTABLE_UNTIL
    ledger: Annotated[str, AfterValidator(lambda text: str(ledger_terms(text)))] = ""
    outage_minutes: Annotated[int, Field(ge=5, le=480)] = OUTAGE_MINUTES


Checked = TypeVar("Checked", bound=CityLine)


def read_lines(table: Table, model: type[Checked]) -> tuple[list[tuple[int, Checked]], list[Fault]]:
    """Return the good lines with their numbers, and what is wrong with the others.

    A column that is unknown, or missing though it must be there, refuses the whole table.
    """
    faults = _header_faults(table, model)
    if faults:
        return [], faults
    good: list[tuple[int, Checked]] = []
    for line in table.lines:
        read = read_one(table.file, line.number, line.cells, model)
        if isinstance(read, list):
            faults += read
        else:
            good.append((line.number, read))
    return good, faults


def read_one(
    file: str, number: int, given: Mapping[str, Any], model: type[Checked]
) -> Checked | list[Fault]:
    """Return a checked line, or everything that is wrong with it, the first fault of each cell."""
    filled = {name: value for name, value in given.items() if value != ""}
    try:
        return model.model_validate(filled)
    except ValidationError as error:
        faults = [fault_of(file, number, each) for each in error.errors(include_url=False)]
        found = {each.column or each.reason_id: each for each in reversed(faults)}
        return [*reversed(found.values())]


def _header_faults(table: Table, model: type[CityLine]) -> list[Fault]:
    if not table.columns:
        return [Fault(table.file, 1, "", "", "import-fault-empty")]
    known = ", ".join(model.model_fields)
    faults = [
        Fault(table.file, 1, column, "", "import-fault-column-unknown", {"known": known})
        for column in table.columns
        if column not in model.model_fields
    ]
    return faults + [
        Fault(table.file, 1, name, "", "import-fault-column-missing")
        for name, each in model.model_fields.items()
        if each.is_required() and name not in table.columns
    ]
