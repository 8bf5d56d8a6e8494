"""The nouns of a city's performance year as frozen values: schemes, units, targets, readings.

Nothing here computes a score and nothing knows of a database, a chat or the time of day.
Numbers are `Decimal`; percentages are written as percentages (110 is 110 %); codes are text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.ledger_course import LedgerTerms
from scoring.ledger_entry import LedgerEntry
from scoring.periods import Frequency, Period
from scoring.reporting_record import RecordTerms

if TYPE_CHECKING:
    pass

Direction: TypeAlias = Literal["up", "down", "interval"]
Kind: TypeAlias = Literal["cumulative", "cumulative_pct", "level"]
MissingRule: TypeAlias = Literal["renormalise", "category_mean", "last", "zero"]
EvidenceRule: TypeAlias = Literal["optional", "required"]
RankOn: TypeAlias = Literal["published", "exact"]
WeightsKind: TypeAlias = Literal["points", "relative"]

ADJUSTABLE_UNTIL = "09-30"
OUTAGE_MINUTES = 60
"""The day of the year after which a target is adjusted only on a document of the committee."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One assessed unit (被考核单位). *difficulty* multiplies where a method asks for it."""

    code: str
    name: str
    short_name: str = ""
    category: str = ""
    aliases: tuple[str, ...] = ()
    difficulty: Decimal = Decimal(1)

    def __hash__(self) -> int:
        """Hash by the code alone: quick, and equal units have equal codes."""
        return hash(self.code)


@dataclass(frozen=True, slots=True)
class Group:
    """A block of a scheme; *points* outright, or a *weight* relative to its siblings.

    Blocks nest through *parent*. *weights* says how the indicators inside count: in points that
    must add up to the block's, or relative to each other. With *own_set_replaces*, a unit named
    by indicators of this block is judged by those alone and not by its category's template.
    """

    code: str
    name: str
    points: Decimal | None = None
    weight: Decimal | None = None
    parent: str | None = None
    weights: WeightsKind = "points"
    own_set_replaces: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator (指标) of a scheme.

    *weight* is in points, or relative where its group says so. *cap_pct* is the most it can earn
    in percent of its points; None is 100. *applies_to* and *not_applicable* hold unit codes and
    categories; empty is everybody, and nobody. *best* and *worst* are the fixed bounds of the
    methods that need bounds; None means observed among the ranked units.

    What follows *missing* moves no score; it is asked about when figures are filed. A figure from
    *accepted_min* to *accepted_max* needs no question (None is open). *parts* are the codes of
    indicators that are part of this one: together they make it up within *parts_band_pct*, or, if
    that is None, they are some of it and do not exceed it. The units add up to the city's total
    within *total_band_pct*. *evidence* is compulsory where it is "required".
    """

    code: str
    name: str
    group: str
    unit_of_measure: str = ""
    direction: Direction = "up"
    weight: Decimal = Decimal(0)
    method: str = "completion"
    monitoring_unit: str = ""
    frequency: Frequency = "monthly"
    kind: Kind = "cumulative"
    cap_pct: Decimal | None = None
    due_day: int | None = None
    applies_to: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    best: Decimal | None = None
    worst: Decimal | None = None
    missing: MissingRule = "renormalise"
    accepted_min: Decimal | None = None
    accepted_max: Decimal | None = None
    parts: frozenset[str] = frozenset()
    parts_band_pct: Decimal | None = None
    total_band_pct: Decimal | None = None
    evidence: EvidenceRule = "optional"

    def is_meant_for(self, unit: Unit) -> bool:
        """Whether *applies_to* takes the unit in, by its code or its category."""
        return (
            not self.applies_to or unit.code in self.applies_to or unit.category in self.applies_to
        )

    def is_waived_for(self, unit: Unit) -> bool:
        """Whether *not_applicable* takes the unit out, by its code or its category."""
        return unit.code in self.not_applicable or unit.category in self.not_applicable


@dataclass(frozen=True, slots=True)
class Scheme:
    """The rules of one year and one track, as data (考核方案).

    *places* and *indicator_places* are decimal places of published totals and of an indicator's
    score. *bonus_cap* and *deduction_cap* bound what the ledger can add and take away (both
    positive; None is unbounded). *tie_break* names groups or indicators whose scores part units
    that are level. The last *bottom* places of a category are flagged, if it has more than
    *bottom_above* ranked units. *record* is what the reporters' own record takes for each lapse.
    After *adjustable_until* ("09-30") targets are adjusted only on a document of the committee.
    *ledger* is how long each step of a claim or deduction may take. *outage_minutes* of ours on a
    deadline's last day move it.
    """

    code: str
    name: str
    year: int
    track: str
    full_points: Decimal
    places: int = 2
    indicator_places: int = 2
    rank_on: RankOn = "published"
    groups: tuple[Group, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    bonus_cap: Decimal | None = None
    deduction_cap: Decimal | None = None
    tie_break: tuple[str, ...] = ()
    bottom: int = 2
    bottom_above: int = 4
    record: RecordTerms = field(default_factory=RecordTerms)
    adjustable_until: str = ADJUSTABLE_UNTIL
    ledger: LedgerTerms = field(default_factory=LedgerTerms)
    outage_minutes: int = OUTAGE_MINUTES

    def __hash__(self) -> int:
        """Hash by code and year alone: quick, and equal schemes have both equal."""
        return hash((self.code, self.year))


@dataclass(frozen=True, slots=True)
class Target:
    """What a unit is held to in one indicator: last year's *base* and this year's *target*.

    It counts for the months from *since* on; None is the whole year. *document* is the 文号 of the
    adjustment (目标调整) that laid it down, empty for any other.
    """

    indicator: str
    unit: str
    base: Decimal | None = None
    target: Decimal | None = None
    since: Period | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A number was filed. Zero is a number.

    *base* is the same period of last year as filed with it; *growth* the growth stated by the
    officer in percent (可比价), which the amounts need not reproduce and which is never corrected.
    An *unverified* reading counts in full, but widens the band of a place.
    """

    value: Decimal
    base: Decimal | None = None
    growth: Decimal | None = None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class NoData:
    """A nil report (无数据): the reporter says that nothing arose in the period."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The indicator does not apply to the unit in this period (不适用)."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing has been filed."""


Shares: TypeAlias = "tuple[Decimal | None, ...]"
"""Twelve planned cumulative percentages of a year's target (序时计划)."""
Entry: TypeAlias = Reported | NoData | NotApplicable | Missing
Cell: TypeAlias = tuple[str, str]
"""An indicator's code and a unit's code."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The values that earn the most and the least of a scale, in this order."""

    best: Decimal
    worst: Decimal


BoundsKey: TypeAlias = tuple[str, Period, str, str]
"""An indicator's code, a period, a category, and the method that observed."""


@dataclass(frozen=True)
class Book:
    """Everything a computation reads, and nothing else: the same book gives the same result.

    A cell that *entries* does not hold is `Missing`. *seasonality* gives twelve planned
    cumulative percentages per indicator. *targets* and *seasonality* count for the whole year, but
    for what *retargeted* and *replanned* laid down later, in the order in which it became known;
    ask `target` and `shares`. *waived* cells are excused at year-end although nothing
    was filed. *frozen_bounds* keeps the observed bounds of a closed period, so that a late figure
    cannot move the scores of the others.
    """

    scheme: Scheme
    units: tuple[Unit, ...]
    targets: Mapping[Cell, Target] = field(default_factory=dict[Cell, Target])
    entries: Mapping[Period, Mapping[Cell, Entry]] = field(
        default_factory=dict[Period, Mapping[Cell, Entry]]
    )
    seasonality: Mapping[str, Shares] = field(default_factory=dict[str, Shares])
    ledger: tuple[LedgerEntry, ...] = ()
    waived: frozenset[Cell] = frozenset()
    frozen_bounds: Mapping[BoundsKey, Bounds] = field(default_factory=dict[BoundsKey, Bounds])
    retargeted: Mapping[Cell, tuple[Target, ...]] = field(
        default_factory=dict[Cell, tuple[Target, ...]]
    )
    replanned: Mapping[str, tuple[tuple[Period, Shares], ...]] = field(
        default_factory=dict[str, tuple[tuple[Period, Shares], ...]]
    )

    def entry(self, period: Period, indicator: str, unit: str) -> Entry:
        """Return the answer on file for one cell; `Missing` when there is none."""
        return self.entries.get(period, {}).get((indicator, unit), MISSING)

    def target(self, period: Period, indicator: str, unit: str) -> Target | None:
        """Return what one cell is held to in a month: the newest word that counts for it."""
        cell = (indicator, unit)
        for word in reversed(self.retargeted.get(cell, ())):
            if word.since is None or word.since <= period:
                return word
        return self.targets.get(cell)

    def shares(self, period: Period, indicator: str) -> Shares:
        """Return the seasonal plan of an indicator that counts for a month; empty for none."""
        for since, shares in reversed(self.replanned.get(indicator, ())):
            if since <= period:
                return shares
        return self.seasonality.get(indicator, ())

    @cached_property
    def unit_by_code(self) -> Mapping[str, Unit]:
        """Every unit under its code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def indicator_by_code(self) -> Mapping[str, Indicator]:
        """Every indicator under its code."""
        return {indicator.code: indicator for indicator in self.scheme.indicators}


MISSING = Missing()
