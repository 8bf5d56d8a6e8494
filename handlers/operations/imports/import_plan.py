"""What an import would do, line by line, before anything is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from scoring.model import Indicator, Period, Scheme, Unit
from storage import ledger_items
from storage.calendar import CalendarDay
from storage.people import RoleKind
from storage.readings import Answer
from storage.scheme_rows import Seasonality
from storage.tables import Fault
from storage.units import UnitRow, match

State: TypeAlias = Literal["added", "changed", "unchanged", "removed"]
Kind: TypeAlias = Literal[
    "unit",
    "point",
    "day",
    "scheme",
    "indicator",
    "target",
    "ledger_item",
    "observation_rule",
    "observation_category",
    "answer_template",
    "person",
    "role",
    "figure",
]


@dataclass(frozen=True)
class Change:
    """One field that would change."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class UnitDeed:
    """A unit to be written; *id* is None for a new one."""

    facts: Unit
    track: str
    id: int | None


@dataclass(frozen=True)
class PointDeed:
    """An observation point to be written."""

    code: str
    name: str
    type: str
    unit_code: str
    id: int | None


@dataclass(frozen=True)
class CategoryDeed:
    """A category of observations to be written, by its columns."""

    columns: Mapping[str, object]


@dataclass(frozen=True)
class TemplateDeed:
    """A ready answer to be written."""

    deed: str
    name: str
    text: str


@dataclass(frozen=True)
class DayDeed:
    """A day to be laid down."""

    day: CalendarDay


@dataclass(frozen=True)
class SchemeDeed:
    """A scheme's own facts to be written, its indicators aside."""

    facts: Scheme
    invented: bool
    id: int | None


@dataclass(frozen=True)
class IndicatorDeed:
    """An indicator to be written, or taken out of its scheme."""

    scheme_code: str
    facts: Indicator
    plan: Seasonality | None
    id: int | None


@dataclass(frozen=True)
class TargetDeed:
    """A target to be laid down."""

    scheme_code: str
    indicator_code: str
    unit_code: str
    base: Decimal | None
    target: Decimal | None


@dataclass(frozen=True)
class PersonDeed:
    """A person to be written; *key* ties the person's roles to them."""

    key: str
    name: str
    title: str
    lang: str
    user_id: int | None
    id: int | None


@dataclass(frozen=True)
class RoleDeed:
    """A role to be given."""

    person_key: str
    kind: RoleKind
    unit_code: str | None
    point_code: str | None


@dataclass(frozen=True)
class FigureDeed:
    """A figure to be filed and released; *filed_on* None is the day it was due."""

    scheme_code: str
    indicator_code: str
    unit_code: str
    period: Period
    answer: Answer
    value: Decimal | None
    base: Decimal | None
    growth: Decimal | None
    filed_on: date | None


@dataclass(frozen=True)
class LedgerItemDeed:
    """An item of the ledger to be written."""

    item: ledger_items.Item
    verifying_unit: str
    id: int | None


@dataclass(frozen=True)
class ObservationRuleDeed:
    """A rule for verified observations to be laid down under an item."""

    rule: ledger_items.ObservationRule
    item_code: str


Deed: TypeAlias = (
    UnitDeed
    | PointDeed
    | DayDeed
    | CategoryDeed
    | TemplateDeed
    | SchemeDeed
    | IndicatorDeed
    | TargetDeed
    | PersonDeed
    | RoleDeed
    | FigureDeed
    | LedgerItemDeed
    | ObservationRuleDeed
)


@dataclass(frozen=True)
class Item:
    """One good line: what it is about, what it would change, and the deed itself."""

    kind: Kind
    state: State
    file: str
    line: int
    subject: str
    deed: Deed
    changes: tuple[Change, ...] = ()


@dataclass
class Plan:
    """Everything an import would do, everything it refuses, and the tables it has no use for."""

    items: list[Item] = field(default_factory=list[Item])
    faults: list[Fault] = field(default_factory=list[Fault])
    ignored: tuple[str, ...] = ()

    def count(self, state: State, kind: Kind | None = None) -> int:
        """Return how many lines would be added, changed, left as they are, or removed."""
        return sum(each.state == state and kind in (None, each.kind) for each in self.items)

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to do."""
        return all(each.state == "unchanged" for each in self.items)


class Roster:
    """The units as they will be: those there are, with those about to come."""

    def __init__(self, units: Sequence[UnitRow]) -> None:
        self.rows: dict[str, UnitRow] = {each.code: each for each in units}
        self._found: dict[str, list[UnitRow]] = {}

    def put(self, row: UnitRow) -> None:
        """Take a unit in as it will be."""
        self.rows[row.code] = row
        self._found.clear()

    def find(self, text: str) -> list[UnitRow]:
        """Return the units a text may mean; its code decides at once."""
        if text in self.rows:
            return [self.rows[text]]
        if text not in self._found:
            self._found[text] = match(list(self.rows.values()), text)
        return self._found[text]

    def assessed(self, track: str) -> tuple[Unit, ...]:
        """Return the units of a track as the rules know them, in the order of their codes."""
        rows = sorted((r for r in self.rows.values() if r.track == track), key=lambda r: r.code)
        return tuple(each.assessed for each in rows)


def found_unit(roster: Roster, text: str, *, file: str, line: int, column: str) -> UnitRow | Fault:
    """Return the one unit a text means, or the fault that there is none, or more than one."""
    rows = roster.find(text)
    if len(rows) == 1:
        return rows[0]
    if not rows:
        return Fault(file, line, column, text, "import-fault-unit-unknown")
    names = "、".join(f"{row.code} {row.short_name}" for row in rows[:6])
    return Fault(file, line, column, text, "import-fault-unit-ambiguous", {"units": names})


def differences(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[Change, ...]:
    """Return the fields that differ, with both values as a person reads them."""
    return tuple(
        Change(column, shown(old.get(column)), shown(value))
        for column, value in new.items()
        if old.get(column) != value
    )


def shown(value: object) -> str:
    """Return a value as it would stand in a cell."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case tuple() | frozenset():
            members: tuple[object, ...] = tuple(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - whatever is inside is shown
            parts = [shown(each) for each in members]
            return "|".join(sorted(parts) if isinstance(value, frozenset) else parts)
        case _:
            return str(value)


def state_of(*, is_new: bool, changes: Sequence[Change]) -> State:
    """Return what a good line would do to what is there."""
    if is_new:
        return "added"
    return "changed" if changes else "unchanged"


class Seen:
    """The keys met so far in a table, so that none comes in twice."""

    def __init__(self) -> None:
        self._lines: dict[object, int] = {}

    def twice(self, key: object, *, file: str, line: int, column: str, value: str) -> Fault | None:
        """Return the fault of a key that was met before; None, and remember it, for a new one."""
        first = self._lines.get((file, key))
        if first is None:
            self._lines[file, key] = line
            return None
        return Fault(file, line, column, value, "import-fault-twice", {"first": str(first)})
