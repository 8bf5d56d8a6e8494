"""Books: the numbers of one report as values, to be drawn later and elsewhere.

A book holds no words of ours. Names (of units, indicators, schemes, units of measure) come from the
city's data, everything else is a number or a code. Percentages are in per cent (65.22, not 0.6522),
points are points, and None means that there is no such number: nothing was scored, nobody is
ahead, the plan was never set. Periods are written as `scoring.model.Period` writes them: "2013-09".
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal, TypeAlias

from pydantic import AwareDatetime, Field, TypeAdapter

from handlers.blanks import BlankBook
from handlers.feedback_books import FeedbackBook
from handlers.inspection_books import InspectionBook
from handlers.invitation_books import InvitationBook, RegisterBook
from handlers.recipes import Recipe
from handlers.report_lines import (
    AdjustedLine,
    BlockLine,
    BurdenLine,
    FigureLine,
    FilingLine,
    Gain,
    HeatRow,
    HeatUnit,
    IndicatorLine,
    LedgerLine,
    LedgerRow,
    MethodLine,
    ObservationLine,
    RankLine,
    SeasonMonth,
    State,
    TrendStep,
)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What every report must say about itself before its first number.

    *category* is the group that is compared (a track or a category of agencies), empty for the
    whole city. *coverage_pct* is the share of the weight that is scored so far. *provisional*:
    before the freeze. *invented*: the demo's numbers, which belong to no real unit.
    """

    scheme: str
    category: str
    period: str
    as_of: AwareDatetime
    coverage_pct: Decimal | None = None
    provisional: bool = False
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a scheme: its name and its full points."""

    name: str
    full_points: Decimal


@dataclass(frozen=True, kw_only=True)
class RankingBook:
    """A ranking of one category; *lines* in the order they are to be read."""

    heading: Heading
    full_points: Decimal
    lines: tuple[RankLine, ...]
    blocks: tuple[Block, ...] = ()
    kind: Literal["ranking"] = "ranking"

    @property
    def is_adjusted(self) -> bool:
        """Whether the ledger adds to, takes from or bars any of the units."""
        return any(line.is_adjusted for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class UnitBook:
    """A unit's own card.

    *gap_up* is in points to the unit ahead, *gap_down* in points to the unit behind; None at
    either end. *firm* is False where figures still to come may change the place, which then lies
    between *best_place* and *worst_place*; None where that was not computed. *waiting* counts the
    unit's figures that are not in or not released, *waiting_codes* names them, and *to_answer*
    counts the observations that wait for the unit's answer. *ledger* are its bonuses, deductions
    and vetoes in force.
    """

    heading: Heading
    unit_code: str
    unit_name: str
    full_points: Decimal
    place: int | None
    of: int
    score: Decimal | None
    rate_pct: Decimal | None
    move: int | None = None
    gap_up: Decimal | None = None
    gap_down: Decimal | None = None
    firm: bool | None = None
    is_tied: bool = False
    is_bottom: bool = False
    blocks: tuple[BlockLine, ...] = ()
    trend: tuple[TrendStep, ...] = ()
    gains: tuple[Gain, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    waiting: int = 0
    waiting_codes: tuple[str, ...] = ()
    best_place: int | None = None
    worst_place: int | None = None
    to_answer: int = 0
    ledger: tuple[LedgerLine, ...] = ()
    kind: Literal["unit"] = "unit"


@dataclass(frozen=True, kw_only=True)
class TrendPoint:
    """One period of a trend, all numbers in the book's measure.

    *plan* is the plan line at that moment, *last_year* the same period of the year before,
    *middle* the median of the category.
    """

    period: str
    value: Decimal | None
    plan: Decimal | None = None
    last_year: Decimal | None = None
    middle: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class TrendBook:
    """One line through the year: a unit's score rate, or an indicator against its plan.

    *subject* "rate": of a unit, *measure* is "%". *subject* "indicator": of one unit, or of the
    whole city where the unit is empty.
    """

    heading: Heading
    subject: Literal["rate", "indicator"]
    points: tuple[TrendPoint, ...]
    measure: str
    unit_code: str = ""
    unit_name: str = ""
    indicator_code: str = ""
    indicator_name: str = ""
    kind: Literal["trend"] = "trend"


@dataclass(frozen=True, kw_only=True)
class PlacesLine:
    """A unit's places, one for each period of the book; None where it was not ranked."""

    unit_code: str
    unit_name: str
    places: tuple[int | None, ...]
    is_own: bool = False
    is_bottom: bool = False


@dataclass(frozen=True, kw_only=True)
class PlacesBook:
    """Places by month, for a category."""

    heading: Heading
    periods: tuple[str, ...]
    lines: tuple[PlacesLine, ...]
    kind: Literal["places"] = "places"


@dataclass(frozen=True, kw_only=True)
class HeatBook:
    """Indicators by units: points, coloured by their share of the full points.

    *adjusted* are the targets behind them that were adjusted in the year.
    """

    heading: Heading
    units: tuple[HeatUnit, ...]
    rows: tuple[HeatRow, ...]
    adjusted: tuple[AdjustedLine, ...] = ()
    kind: Literal["heat"] = "heat"


@dataclass(frozen=True, kw_only=True)
class ProgressLine:
    """One unit's completion of one indicator; *gap_pp* in percentage points to the plan line."""

    unit_code: str
    unit_name: str
    completion_pct: Decimal | None
    value: Decimal | None = None
    target: Decimal | None = None
    gap_pp: Decimal | None = None
    place: int | None = None
    state: State = "reported"
    is_own: bool = False


@dataclass(frozen=True, kw_only=True)
class ProgressBook:
    """One indicator: every unit's completion against the plan line."""

    heading: Heading
    indicator_code: str
    indicator_name: str
    measure: str
    plan_pct: Decimal | None
    lines: tuple[ProgressLine, ...]
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, kw_only=True)
class MonthlyBook:
    """The monthly workbook: one ranking and one points table for each category, and the rest.

    *versions_digest* identifies the readings used, *versions_count* how many; *remarks* are the
    office's own sentences. *burden* is filled in the office's own copy only.
    """

    heading: Heading
    rankings: tuple[RankingBook, ...]
    points: tuple[HeatBook, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    filings: tuple[FilingLine, ...] = ()
    observations: tuple[ObservationLine, ...] = ()
    burden: tuple[BurdenLine, ...] = ()
    methods: tuple[MethodLine, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    versions_digest: str = ""
    versions_count: int = 0
    remarks: tuple[str, ...] = ()
    kind: Literal["monthly"] = "monthly"


@dataclass(frozen=True, kw_only=True)
class SeasonBook:
    """A seasonal plan proposed from full *years*, beside the one in force."""

    heading: Heading
    indicator_code: str
    indicator_name: str
    months: tuple[SeasonMonth, ...]
    years: tuple[int, ...]
    kind: Literal["season"] = "season"


Book: TypeAlias = Annotated[
    RankingBook
    | UnitBook
    | TrendBook
    | PlacesBook
    | HeatBook
    | ProgressBook
    | MonthlyBook
    | InspectionBook
    | InvitationBook
    | RegisterBook
    | BlankBook
    | SeasonBook
    | FeedbackBook
    | Recipe,
    Field(discriminator="kind"),
]


def to_json(book: Book) -> str:
    """Return the book as JSON, digits and moments kept, so that it can wait in a row."""
    return _adapter().dump_json(book).decode()


def from_json(text: str) -> Book:
    """Return the book that `to_json` wrote; raise pydantic.ValidationError for any other text."""
    return _adapter().validate_json(text)


@cache
def _adapter() -> TypeAdapter[Book]:
    return TypeAdapter(Book)
