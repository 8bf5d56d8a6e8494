"""The lines that books are made of: gains, points, readings, filings, observations, methods.

`handlers.books` says what numbers and None mean here.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

State: TypeAlias = Literal["reported", "no-data", "not-applicable", "missing"]
Card: TypeAlias = Literal["none", "yellow", "red"]


@dataclass(frozen=True, kw_only=True)
class RankLine:
    """One unit in a ranking; *place* is None where nothing of it is scored yet.

    *move* is in places since the period before, up is positive; None where there was none.
    *block_points* stand in the order of the book's blocks, or are empty. *bonus* and *deduction*
    are positive and exact, so that *base* with them is *score* to the last digit.
    """

    unit_code: str
    unit_name: str
    place: int | None
    score: Decimal | None
    rate_pct: Decimal | None
    coverage_pct: Decimal | None = None
    move: int | None = None
    is_tied: bool = False
    is_bottom: bool = False
    is_own: bool = False
    block_points: tuple[Decimal | None, ...] = ()
    bonus: Decimal = Decimal(0)
    deduction: Decimal = Decimal(0)
    vetoes: int = 0

    @property
    def net(self) -> Decimal:
        """What the ledger adds to the score, or takes from it when negative."""
        return self.bonus - self.deduction

    @property
    def base(self) -> Decimal | None:
        """The score before bonus and deduction."""
        return None if self.score is None else self.score - self.net

    @property
    def is_adjusted(self) -> bool:
        """Whether the ledger adds to, takes from or bars this unit."""
        return bool(self.bonus or self.deduction or self.vetoes)


@dataclass(frozen=True, kw_only=True)
class TrendStep:
    """Where a unit stood after one period."""

    period: str
    rate_pct: Decimal | None
    place: int | None


@dataclass(frozen=True, kw_only=True)
class BlockLine:
    """What a unit got in one block; *got* is None where nothing of the block is scored."""

    name: str
    got: Decimal | None
    full: Decimal


@dataclass(frozen=True, kw_only=True)
class IndicatorLine:
    """One indicator of one unit; *value* is in *measure*, the indicator's unit of measure.

    *adjusted_from* is the month from which an adjusted target counts, by *document* (文号).
    """

    indicator_code: str
    indicator_name: str
    got: Decimal | None
    full: Decimal
    value: Decimal | None = None
    measure: str = ""
    completion_pct: Decimal | None = None
    growth_pct: Decimal | None = None
    place: int | None = None
    state: State = "reported"
    adjusted_from: str = ""
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class LedgerLine:
    """What one ledger entry counts for; *limit* says what keeps it from *points*, its own worth.

    *cap* is the item's, where it has one. A veto counts for nothing and acts until *until*.
    """

    number: str
    code: str
    name: str
    counted: Decimal
    points: Decimal
    limit: Literal["none", "fact", "item", "total", "veto"]
    cap: Decimal | None = None
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """A line of a unit's card as a row of the month's workbook: whose, what for, since when.

    *receipt* is an observation's number, of a deduction that is derived from one.
    """

    unit_code: str
    unit_name: str
    line: LedgerLine
    fact: str
    document: str
    since: str
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class Gain:
    """An indicator with points still to be won.

    *needed* is the figure that would bring *gain* points of the total, and *places* places, as the
    engine computes it; None where no figure within reach brings anything, or it was not asked.
    """

    indicator_code: str
    indicator_name: str
    lost: Decimal
    got: Decimal
    full: Decimal
    measure: str = ""
    value: Decimal | None = None
    needed: Decimal | None = None
    gain: Decimal | None = None
    places: int = 0


@dataclass(frozen=True, kw_only=True)
class HeatUnit:
    """A column of a heat table."""

    unit_code: str
    unit_name: str


@dataclass(frozen=True, kw_only=True)
class HeatCell:
    """The points of one unit for one indicator, and what share of the full points they are.

    *is_adjusted*: by a target that was adjusted in the year.
    """

    got: Decimal | None
    share_pct: Decimal | None
    state: State = "reported"
    is_adjusted: bool = False


@dataclass(frozen=True, kw_only=True)
class HeatRow:
    """One indicator of a heat table; *cells* in the order of the book's units."""

    indicator_code: str
    indicator_name: str
    full: Decimal
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, kw_only=True)
class AdjustedLine:
    """A target adjusted in the year (目标已调整): from which month on, by which document."""

    indicator_code: str
    unit_name: str
    since: str
    document: str


@dataclass(frozen=True, kw_only=True)
class FigureLine:
    """One reading as the report used it; *plan_pct* and *gap_pp* are of the plan line.

    *adjusted_from* is the month from which an adjusted target counts, by *document* (文号).
    """

    category: str
    indicator_code: str
    indicator_name: str
    measure: str
    unit_code: str
    unit_name: str
    state: State
    value: Decimal | None = None
    base: Decimal | None = None
    growth_pct: Decimal | None = None
    target: Decimal | None = None
    completion_pct: Decimal | None = None
    plan_pct: Decimal | None = None
    gap_pp: Decimal | None = None
    place: int | None = None
    is_restated: bool = False
    is_disputed: bool = False
    adjusted_from: str = ""
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class FilingLine:
    """A monitoring unit's reporting discipline: *due* = *on_time* + *late* + *missing*."""

    reporter_code: str
    reporter_name: str
    due: int
    on_time: int
    late: int
    missing: int
    late_days: int = 0
    card: Card = "none"


@dataclass(frozen=True, kw_only=True)
class BurdenLine:
    """What a month's figures took a person, or, with no *person*, a monitoring unit as a whole.

    Only a unit has *figures*. It is in the office's own copy alone, for it names people.
    """

    unit_code: str
    unit_name: str
    person: str
    messages: int
    taps: int
    pushes: int
    figures: int | None = None


@dataclass(frozen=True, kw_only=True)
class ObservationLine:
    """Observations about one unit, counted; every verified one is settled, open or overdue."""

    unit_code: str
    unit_name: str
    reported: int
    verified: int
    refuted: int
    settled: int
    overdue: int


@dataclass(frozen=True, kw_only=True)
class MethodLine:
    """How one indicator is scored: the method as the scheme writes it, and where that is from."""

    indicator_code: str
    indicator_name: str
    full: Decimal
    method: str
    reporter_name: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class SeasonMonth:
    """Cumulative shares of the year's target planned by a month's end; None goes by twelfths."""

    period: str
    proposed: Decimal | None
    current: Decimal | None
